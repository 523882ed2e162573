--- Footnotes.
local frame = require "alliance.show.frame"

local function cited(columns, rows, made) return tostring(frame.new(columns, rows, made):cite()) end

describe("citing", function ()
  local columns = { "source", "headline", "published", "url", "sentence" }

  it("gives outlet, headline, day, address and number of the sentence", function ()
    assert.equal('Yonhap, "Allies meet", 2024-12-20, https://example.org/1, sentence 3',
      cited(columns, { { "Yonhap", "Allies meet", "2024-12-20", "https://example.org/1", 3 } }))
  end)

  it("leaves out what is missing", function ()
    assert.equal('"Allies meet", 2024-12-20', cited(columns, { { nil, "Allies meet", "2024-12-20" } }))
    assert.equal("Yonhap, https://example.org/1", cited(columns, { { "Yonhap", "", nil, "https://example.org/1" } }))
  end)

  it("gives a list, a line a row, in the order of rows", function ()
    local list = frame.new({ "source" }, { { "AP" }, { "Yonhap" }, { "AP" } }):cite()
    assert.same({ "AP", "Yonhap", "AP" }, { table.unpack(list) })
    assert.equal("AP\nYonhap\nAP", tostring(list))
  end)

  it("keeps quotation marks within a headline apart from its own", function ()
    assert.equal([["Minister: 'no change' on “SMA”"]], cited({ "headline" }, { { 'Minister: "no change" on “SMA”' } }))
  end)

  it("keeps a line a line, and says nothing to the terminal", function ()
    assert.equal('"one two␛[31m"', cited({ "headline" }, { { "one\r\ntwo\27[31m" } }))
  end)

  it("falls back on the id where nothing else tells the article", function ()
    assert.equal("article a1b2, 2024-12-20", cited({ "id", "published" }, { { "a1b2", "2024-12-20" } }))
    assert.equal("unknown article", cited({ "id" }, { { nil } }))
  end)

  it("takes the text of a sentence for no number", function ()
    assert.equal("AP", cited({ "source", "sentence" }, { { "AP", "They met." } }))
  end)

  describe("with what the set knows of an article", function ()
    local asked = {}
    local function article(id, first)
      asked[#asked + 1] = { id, first }
      return id == "x" and { source = "AP", headline = "Talks", published = "2024-01-05", url = "https://ap.example/x",
        sentence = first and 7 or nil } or nil
    end

    it("fills in what the row does not say, and the number of its sentence", function ()
      assert.equal('AP, "Talks", 2024-01-05, https://ap.example/x, sentence 7',
        cited({ "id", "first", "sentence" }, { { "x", 120, "They met." } }, { article = article }))
      assert.same({ { "x", 120 } }, asked)
    end)

    it("believes the row first", function ()
      assert.equal('Yonhap, "Talks", 2024-01-05, https://ap.example/x',
        cited({ "id", "source" }, { { "x", "Yonhap" } }, { article = article }))
    end)

    it("goes without for an article that is gone", function ()
      assert.equal("article y", cited({ "id" }, { { "y" } }, { article = article }))
    end)

    it("survives head, where and sort, and stays out of exports", function ()
      local f = frame.new({ "id" }, { { "y" }, { "x" } }, { article = article, query = "q" }):sort("id"):head(1)
      assert.equal('AP, "Talks", 2024-01-05, https://ap.example/x', tostring(f:cite()))
      local path = os.tmpname()
      f:csv(path)
      local file <close> = assert(io.open(path .. ".meta.json", "rb"))
      assert.is_nil(file:read "a":find "article")
      os.remove(path)
      os.remove(path .. ".meta.json")
    end)
  end)

  it("is refused for rows of no article", function ()
    assert.error_matches(function () cited({ "word", "count" }, { { "a", 1 } }) end,
      "frame:cite: wants id, or source, headline and url; this frame has: word, count")
  end)
end)
