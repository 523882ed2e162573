--- The table of articles, one of them, each of them, and what a set prints.
local keep = require "spec.keep.keep_helper"

local function example()
  return keep.set(
    { text = "Talks set for June\n\nSEOUL, May 2 (AP) -- The two sides will meet in June, officials said.", id = "b",
      source = "AP", published = "2024-05-02" },
    { text = "Older\n\nThe ministers spoke by phone on Monday evening.", id = "a", source = "AFP",
      published = "2024-05-01" },
    { text = "No day\n\nNobody wrote down when this was said.", id = "c", source = "AP" })
end

describe("articles", function ()
  it("is a row an article, by day, the undated last", function ()
    local set <close> = example()
    local frame = set:articles()
    assert.same({ "id", "published", "how", "source", "headline", "agency", "language", "words" }, frame.columns)
    assert.same({ "a", "b", "c" }, keep.column(frame, "id"))
    assert.equal("2024-05-01", frame[1].published)
    assert.is_nil(frame[3].published)
    assert.equal("integer", math.type(frame[1].words))
  end)

  it("says what made it", function ()
    local set <close> = example()
    local made = set:where { source = "AP" }:articles().made
    assert.same({ "articles", 'source="AP"' }, { made.query, made.selection })
    assert.equal(set:articles().made.fingerprint, made.fingerprint)
  end)

  it("has a fingerprint that depends on what is in the set, not on the order of adding", function ()
    local a, b = { text = "A.\n\nOne." }, { text = "B.\n\nTwo." }
    local one <close> = keep.set(a, b)
    local two <close> = keep.set(b, a)
    assert.equal(one:articles().made.fingerprint, two:articles().made.fingerprint)
    one:remove(one:articles()[1].id)
    assert.not_equal(one:articles().made.fingerprint, two:articles().made.fingerprint)
  end)
end)

describe("each", function ()
  it("gives every article, though more come and some go meanwhile", function ()
    local set <close> = example()
    local seen = {}
    for article in set:each() do
      seen[#seen + 1] = article.id
      if article.id == "b" then set:remove "a" end
    end
    assert.same({ "b", "c" }, seen)
  end)

  it("goes through more than one page", function ()
    local set <close> = keep.set()
    for i = 1, 150 do keep.put(set, { text = ("N.\n\nNote %d."):format(i) }) end
    local n = 0
    for _ in set:each() do n = n + 1 end
    assert.equal(150, n)
  end)
end)

describe("an article of a selection", function ()
  it("is nil where the selection does not hold it", function ()
    local set <close> = example()
    assert.equal("b", set:where { source = "AP" }:article("b").id)
    assert.is_nil(set:where { source = "AP" }:article "a")
  end)
end)

describe("remove", function ()
  it("takes out by id or selection and says how many", function ()
    local set <close> = example()
    assert.equal(1, set:remove "a")
    assert.equal(0, set:remove "a")
    assert.equal(2, set:remove(set:where { source = "AP" }))
    assert.equal(0, #set)
  end)

  it("refuses anything else", function ()
    local set <close> = example()
    assert.has_error(function () set:remove(3) end, "set:remove: give an id or a selection, not a number")
  end)
end)

describe("pairs", function ()
  it("gives ids and articles, of a set and of a selection", function ()
    local set <close> = example()
    local ids = {}
    for id, article in pairs(set) do ids[#ids + 1] = id .. "=" .. article.id end
    for id in pairs(set:where { source = "AFP" }) do ids[#ids + 1] = id end
    assert.same({ "b=b", "a=a", "c=c", "a" }, ids)
  end)
end)

describe("a set printed", function ()
  it("says what is in it and what to know before counting", function ()
    local set <close> = example()
    local lines = {}
    for line in tostring(set):gmatch "[^\n]+" do lines[#lines + 1] = line end
    assert.same({ "article set in memory: 3 articles, 2024-05-01 to 2024-05-02", "  sources: AP 2, AFP 1",
      "  1 undated; see health()" }, { lines[1], lines[2], lines[3] })
    assert.is_truthy(lines[4]:find "^  set %x+, lexicon %x%x%x%x%x%x%x%x, alliance %d")
  end)

  it("stays within 80 columns where no terminal is", function ()
    local set <close> = keep.set()
    for i = 1, 6 do keep.put(set, { text = "One.", source = ("The Morning Paper of Town %d"):format(i) }) end
    for line in tostring(set):gmatch "[^\n]+" do assert.is_true(#line <= 80, line) end
  end)
end)
