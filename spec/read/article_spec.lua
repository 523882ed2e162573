local alliance = require "alliance"

describe("an article", function ()
  it("leads every span back to the bytes of the input", function ()
    local input = "First  line\nof a paragraph.\n\nSecond."
    local article = assert(alliance.read(input))
    assert.equal("First line of a paragraph.\n\nSecond.", article.text)
    assert.same({ 13, 14 }, { article:raw(12, 13) })
    assert.equal("of", input:sub(article:raw(12, 13)))
  end)

  it("is refused when there is nothing in it", function ()
    assert.same({ nil, "nothing in it but white space", "EMPTY" }, { alliance.read(" \n\t ") })
  end)
end)
