--- What an article prints: a page to read.
local alliance = require "alliance"
local page = require "alliance.show.page".of

describe("a printed article", function ()
  local function widest(text)
    local most = 0
    for line in text:gmatch "[^\n]+" do most = math.max(most, utf8.len(line)) end
    return most
  end

  it("is a page of at most the width that is given", function ()
    local article = alliance.read(("Heavy rain fell in the north and roads were closed. "):rep(40) ..
      "\n\nhttps://example.org/" .. ("x"):rep(300))
    for _, width in ipairs { 20, 40, 80 } do assert.is_true(widest(page(article, width)) <= width) end
  end)

  it("shows the first three lines of a paragraph and that there is more", function ()
    local article = alliance.read("Prices rose.\n\n" .. ("Heavy rain fell. "):rep(40))
    local text = page(article, 40)
    assert.is_truthy(text:find("\nPrices rose.\n", 1, true) or text:find("^Prices rose.\n"))
    assert.equal(1, select(2, text:gsub("…", "")))
  end)

  it("ends with the counts and the id", function ()
    local article = alliance.read("Rain fell. The U.S.-led talks aren't over.", { id = "a1" })
    assert.equal("2 sentences, 7 words, id a1", page(article, 80):match "[^\n]+$")
  end)

  it("says what it does not know", function ()
    assert.is_truthy(page(alliance.read("Rain fell and roads were closed in the north."), 80)
      :find "^%(no headline%)\nundated\n\n")
  end)

  it("keeps a caption within the width too", function ()
    local article = { headline = "Rain", dating = { how = "unknown", evidence = {}, conflicts = {} }, byline = {},
      captions = { { text = ("Men look at the sky. "):rep(10), credit = "AP" } }, paragraphs = {}, boilerplate = {},
      people = {}, organisations = {}, places = {}, dates = {}, figures = {},
      quotes = {}, consultations = {}, sentences = {}, text = "", id = "a" }
    for _, width in ipairs { 30, 31, 32, 33 } do assert.is_true(widest(page(article, width)) <= width) end
  end)
end)

describe("a printed article, of what was noticed,", function ()
  local text = "Foreign Minister Cho Tae-yul met Secretary of State Antony Blinken in Seoul on Friday. About 28,500 " ..
    "American troops are stationed in South Korea."

  -- What stands behind a label, in one line.
  local function said(article, label)
    local list = ("\n" .. page(article, 100)):match("\n" .. label .. " +(.-)\n%f[^\n ]") or ""
    return (list:gsub("\n +", " "))
  end

  it("shows people with their posts and sides", function ()
    assert.equal("Cho Tae-yul (Minister of Foreign Affairs, KR); Antony Blinken (Secretary of State, US)",
      said(alliance.read(text), "people"))
  end)

  it("counts places and organisations", function ()
    assert.is_truthy(said(alliance.read(text), "names"):find "%d places")
  end)

  it("shows dates with their values, and figures", function ()
    local article = alliance.read(text, { published = "2024-12-20" })
    assert.equal("Friday = 2024-12-20", said(article, "dates"))
    assert.is_truthy(said(article, "figures"):find("28,500", 1, true))
  end)

  it("counts quotations by who speaks", function ()
    local article = alliance.read('"We will be ready," Antony Blinken said. "We are ready," he said.')
    assert.is_truthy(said(article, "quotes"):find "^Antony Blinken %d$")
    assert.equal("", said(alliance.read("Rain fell and roads were closed."), "quotes"))
  end)

  it("shows the first few, and how many more there are", function ()
    local many = "Talks were held in 1991, 1992, 1993, 1994, 1995, 1996, 1997 and 1998."
    assert.equal("1991; 1992; 1993; 1994; 1995; 1996; and 2 more", said(alliance.read(many), "dates"))
  end)

  it("says nothing of what was not found", function ()
    assert.is_nil(page(alliance.read("Rain fell and roads were closed."), 80):find "\npeople")
  end)
end)

describe("a printed article, of its day,", function ()
  local function dated(text, about) return page(alliance.read(text, about), 200):match "\ndated +([^\n]*)" end

  it("says how it was found, and what says so", function ()
    assert.equal('2024-12-20, metadata: "2024-12-20" (that day, given by the caller)',
      dated("Rain fell.", { published = "2024-12-20" }))
  end)

  it("says between which days it lies", function ()
    local text = dated "The force has been there since October 2023, he said."
    assert.is_truthy(text:find "^2023%-10%-01 to …, inferred: ")
  end)

  it("says that there is none", function () assert.equal("no day", dated "Rain fell and roads were closed.") end)
end)
