--- Likeness, networks, comparison, set phrases.
local alliance = require "alliance"
local keep = require "spec.keep.keep_helper"

local function article(id, body, about)
  local out = { id = id, text = "More talks\n\n" .. body }
  for name, value in pairs(about or {}) do out[name] = value end
  return out
end

describe("similar", function ()
  local set = keep.set(article("a", "The missile was fired over the sea by the north. The missile fell."),
    article("b", "A missile was fired over the sea again. The north said so."),
    article("c", "The cost of bases was discussed in Hawaii by negotiators."),
    article("d", "Costs were discussed."))

  it("has the articles that share rare words, the nearest first, without the article itself", function ()
    local f = set:similar "a"
    assert.same({ "id", "published", "source", "headline", "similarity", "words" }, f.columns)
    assert.equal("b", f[1].id)
    assert.equal("More talks", f[1].headline)
    assert.is_true(f[1].similarity > f[2].similarity and f[1].similarity < 1)
    assert.is_true((" " .. table.concat(f[1].words, " ") .. " "):find(" missile ", 1, true) ~= nil)
    for row in f:rows() do assert.is_true(row.id ~= "a") end
  end)

  it("is the cosine of the weights", function ()
    -- Two articles of three words each in a set of four: each word (1 + ln 1) ln (4 / df).
    local tiny = keep.set(article("x", "Alpha was beta."), article("y", "Alpha was gamma."),
      article("z", "Delta was epsilon."), article("w", "Zeta was eta."))
    local alpha, lone = math.log(4 / 2), math.log(4 / 1)
    local expected = alpha * alpha / (alpha * alpha + lone * lone)
    local f = tiny:similar "x"
    assert.same({ 1, "y" }, { #f, f[1].id })
    assert.is_true(math.abs(f[1].similarity - expected) < 1e-15)
    assert.same({ "alpha" }, { table.unpack(f[1].words) })
  end)

  it("takes an article that is not in the set", function ()
    local other = alliance.read "Talks\n\nThe missile was fired over the sea."
    assert.equal("a", set:similar(other)[1].id)
    assert.equal(1, #set:similar(other, { limit = 1 }))
  end)

  it("takes the body of either, not the headline", function ()
    local function first(headline)
      return set:similar(alliance.read(headline .. "\n\nThe missile was fired over the sea."))[1].similarity
    end
    assert.equal(first "Talks", first "Negotiators discussed costs")
    assert.is_true(set:similar(alliance.read "Talks\n\nCosts were discussed.")[1].similarity > 1 - 1e-15)
  end)

  it("keeps to its selection", function ()
    assert.equal(0, #set:where({ id = { "a", "d" } }):similar "a")
    assert.same({ nil, "no article 'x' is in this set" }, { set:similar "x" })
    assert.error_matches(function () set:similar(5) end, "argument 1 should be the id of an article or an article")
  end)
end)

describe("network", function ()
  local set = keep.set(
    article("a", "Foreign Minister Cho Tae-yul met Secretary of State Antony Blinken in Seoul on Monday. Cho " ..
      "Tae-yul thanked Antony Blinken.\n\nDefense Minister Kim Yong-hyun spoke on Tuesday in Busan."),
    article("b", "Antony Blinken called Cho Tae-yul on Friday."))

  local function listed(f)
    local list = {}
    for row in f:rows() do list[#list + 1] = ("%s, %s: %d in %d"):format(row.a, row.b, row.count, row.articles) end
    return list
  end

  it("joins who is named in one sentence", function ()
    local f = set:network { of = "people" }
    assert.same({ "a", "b", "count", "articles" }, f.columns)
    assert.same({ "Antony Blinken, Cho Tae-yul: 3 in 2" }, listed(f))
  end)

  it("or in one article", function ()
    assert.same({ "Antony Blinken, Cho Tae-yul: 2 in 2", "Antony Blinken, Kim Yong-hyun: 1 in 1",
      "Cho Tae-yul, Kim Yong-hyun: 1 in 1" }, listed(set:network { within = "article" }))
    assert.same({ "Antony Blinken, Cho Tae-yul: 2 in 2" }, listed(set:network { within = "article", min = 2 }))
  end)

  it("may be of sides", function ()
    assert.same({ "KR, US: 2 in 2" }, listed(set:network { of = "sides", within = "article" }))
  end)

  it("is empty where nothing is", function ()
    assert.equal(0, #set:where({ source = "x" }):network())
    assert.error_matches(function () set:network { of = "cats" } end, "should be people, organisations, places")
    assert.error_matches(function () set:network { within = "page" } end, "should be sentence or article, not")
  end)
end)

describe("compare", function ()
  local set = keep.set(
    article("a", "Costs were discussed, and costs again.", { source = "AP", published = "2024-01-02" }),
    article("b", "Costs were discussed here.", { source = "AP", published = "2024-02-02" }),
    article("c", "Missiles were fired there.", { source = "AFP", published = "2024-02-02" }))

  it("puts sources side by side, with their keywords", function ()
    local f = set:compare { by = "source" }
    assert.same({ "source", "articles", "words", "words_per_article", "keywords" }, f.columns)
    assert.same({ "AFP", 1, 4, 4.0, "fired" }, { f[1].source, f[1].articles, f[1].words, f[1].words_per_article,
      f[1].keywords[1] })
    assert.same({ "AP", 2, 10 }, { f[2].source, f[2].articles, f[2].words })
    assert.equal("costs; discussed", tostring(f[2].keywords))
  end)

  it("says how often each says something", function ()
    local f = set:compare { term = "costs", n = 0 }
    assert.same({ { 0, 3 }, { 0, 2 }, { 0, 3e5 } }, { keep.column(f, "count"), keep.column(f, "with"),
      keep.column(f, "per_million") })
  end)

  it("divides by periods too", function ()
    local f = set:compare { by = "month" }
    assert.same({ { "2024-01", 1, "again" }, { "2024-02", 2 } },
      { { f[1].month, f[1].articles, f[1].keywords[1] }, { f[2].month, f[2].articles } })
  end)
end)

describe("formula", function ()
  local set = keep.set(
    article("a", "They reaffirmed the ironclad commitment of us.", { source = "AP", published = "2023-01-02" }),
    article("b", "She reaffirmed the ironclad commitment of both.", { source = "AFP", published = "2024-02-02" }),
    article("c", "He reaffirmed the ironclad alliance there today.", { source = "AP", published = "2024-03-02" }),
    article("d", "They all reaffirmed the ironclad commitment of it.", { source = "AP", published = "2024-05-02" }))

  it("finds what recurs, the longest only", function ()
    local f = set:formula()
    assert.same({ "formula", "words", "count", "articles", "sources", "first_day", "last_day" }, f.columns)
    assert.same({ { "reaffirmed the ironclad commitment of" }, { 5 }, { 3 }, { 3 }, { 2 }, { "2023-01-02" },
      { "2024-05-02" } }, { keep.column(f, "formula"), keep.column(f, "words"), keep.column(f, "count"),
      keep.column(f, "articles"), keep.column(f, "sources"), keep.column(f, "first_day"), keep.column(f, "last_day") })
  end)

  it("keeps a shorter one that is said more often", function ()
    local f = set:formula { from = 3, min = 2 }
    assert.same({ "reaffirmed the ironclad", "reaffirmed the ironclad commitment of" }, keep.column(f, "formula"))
  end)

  it("shows how one is varied", function ()
    local f = set:formula "ironclad *"
    assert.same({ "variant", "count", "articles", "sources", "first_day", "last_day" }, f.columns)
    assert.same({ { "ironclad commitment", "ironclad alliance" }, { 3, 1 }, { 2, 1 } },
      { keep.column(f, "variant"), keep.column(f, "count"), keep.column(f, "sources") })
  end)

  it("follows one over time and by source", function ()
    local f = set:formula("ironclad commitment", { by = { "year", "source" } })
    assert.same({ { "2023", "2023", "2024", "2024" }, { 0, 1, 1, 1 } },
      { keep.column(f, "year"), keep.column(f, "count") })
  end)

  it("refuses what it cannot do", function ()
    assert.error_matches(function () set:formula { by = "year" } end, "'by' follows one formula")
    assert.error_matches(function () set:formula { from = 1 } end, "'from' should be a number of words from 2 to 8")
  end)
end)
