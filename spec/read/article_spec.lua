local alliance = require "alliance"

describe("an article", function ()
  it("leads every span back to the bytes of the input", function ()
    local input = "The first  line was broken in two\nof a paragraph.\n\nThe second was not."
    local article = assert(alliance.read(input))
    assert.equal("The first line was broken in two of a paragraph.\n\nThe second was not.", article.text)
    assert.same({ 35, 36 }, { article:raw(34, 35) })
    assert.equal("of", input:sub(article:raw(34, 35)))
  end)

  it("is refused when there is nothing in it", function ()
    assert.same({ nil, "nothing in it but white space", "EMPTY" }, { alliance.read(" \n\t ") })
  end)
end)

describe("an article's fields", function ()
  local article = alliance.read("Rain fell. Roads closed.", { id = "a1", source = "Post", vars = { wave = 2 } })

  it("are those of the contract; one that does not exist is told with those that do", function ()
    assert.is_nil(article.url)
    assert.error_matches(function () return article.headlines end,
      "an article has no field 'headlines'; it has: id, source, url,", 1, true)
  end)

  it("cannot be changed", function ()
    assert.error_matches(function () article.headline = "Sun" end,
      "an article cannot be changed (field 'headline'): it is what was read", 1, true)
  end)

  it("come in documented order, those that are there", function ()
    local names = {}
    for name in pairs(article) do names[#names + 1] = name end
    assert.same({ "id", "source", "language" }, { names[1], names[2], names[3] })
    assert.equal("vars", names[#names])
  end)

  it("hold what the caller knows beside what was read", function ()
    assert.same({ wave = 2 }, article.vars)
    assert.same({}, alliance.read("Rain.").vars)
  end)

  it("are not read from HTML yet, and the reason is given", function ()
    assert.same({ nil, "a page of HTML, which this version does not read yet", "EHTML" },
      { alliance.read("<p>Rain.</p>", { format = "html" }) })
    assert.error_matches(function () alliance.read("Rain.", { format = "pdf" }) end,
      'alliance.read: about.format should be "text" or "html", not pdf', 1, true)
  end)

  it("are of the kind that is wanted, or an error says which", function ()
    assert.error_matches(function () alliance.read(7) end,
      "alliance.read: argument 1 (text) should be a string, not a number", 1, true)
    assert.error_matches(function () alliance.read("Rain.", { vars = 1 }) end,
      "alliance.read: argument 2 (about.vars) should be a table, not a number", 1, true)
  end)
end)
