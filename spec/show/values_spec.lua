--- What the fields of an article print.
local alliance = require "alliance"
local core = require "alliance.core"
local json = require "alliance.show.json"

-- As the core makes what a field holds: lists and items print themselves.
local function made(value)
  if type(value) ~= "table" then return value end
  for _, inside in pairs(value) do made(inside) end
  return setmetatable(value, (#value > 0 or next(value) == nil) and core.items_meta or core.item_meta)
end
local function dress(value) return tostring(made(value)) end

describe("a printed list of items", function ()
  it("is a table: names first, what leads back to the text last", function ()
    assert.equal("name  side  rule     first\n────  ────  ───────  ─────\nKim   KR    lexicon     12\n1 row",
      dress { { first = 12, side = "KR", rule = "lexicon", name = "Kim" } })
  end)

  it("leaves out what is false or empty everywhere", function ()
    assert.equal("name  acting\n────  ──────\nHan   true\nLee\n2 rows",
      dress { { name = "Han", acting = true, former = false, offices = {} }, { name = "Lee", acting = false } })
  end)

  it("names what stands in an item, or counts it", function ()
    assert.equal("name  offices                        spans\n────  ─────────────────────────────  ─────\n"
      .. "Kim   Minister of Defense; Governor      2\n1 row",
      dress { { name = "Kim", offices = { { office = "Minister of Defense" }, { office = "Governor" } },
        spans = { { first = 1, last = 3 }, { first = 9, last = 11 } } } })
  end)

  it("says none where there is none", function () assert.equal("none", dress {}) end)
end)

describe("a printed item", function ()
  it("is a record", function ()
    assert.equal("place   SEOUL\ndate    2024-12-20\nagency  Yonhap",
      dress { agency = "Yonhap", date = "2024-12-20", place = "SEOUL" })
  end)

  it("shows bytes of the input as from-to", function ()
    assert.equal("first  3\nlast   9\nraw    5-11", dress { first = 3, last = 9, raw = { 5, 11 } })
  end)
end)

describe("a printed list of texts", function ()
  it("is one line where they are short, paragraphs where they are long", function ()
    assert.equal("Kim Boram; Lee Hana", dress { "Kim Boram", "Lee Hana" })
    local long = ("word "):rep(20)
    assert.equal(long .. "\n\nshort", dress { long, "short" })
  end)
end)

describe("the fields of an article", function ()
  local article = alliance.read("SEOUL, Dec. 20 (Yonhap) -- Foreign Minister Cho Tae-yul spoke.",
    { published = "2024-12-20" })

  it("print themselves and what is in them", function ()
    assert.is_truthy(tostring(article.people):find("Cho Tae-yul", 1, true))
    assert.equal("name    Cho Tae-yul", tostring(article.people[1]):match "^[^\n]*")
    assert.equal("kind  first  last", tostring(article.people[1].spans):match "^kind  first  last")
    assert.equal("place   SEOUL", tostring(article.dateline):match "^[^\n]*")
  end)

  it("are plain tables in every other way", function ()
    assert.same({ place = "SEOUL", date = "2024-12-20", agency = "Yonhap" }, article.dateline)
    assert.equal('{"agency":"Yonhap","date":"2024-12-20","place":"SEOUL"}', json.encode(article.dateline))
    assert.equal("[]", json.encode(article.captions))
  end)
end)
