--- Full text search.
local keep = require "spec.keep.keep_helper"

local function example()
  return keep.set(
    { text = "Allies firm\n\nThe ironclad commitment to the U.S.-ROK alliance stands, the minister said on Friday.",
      id = "a", source = "AP", published = "2024-05-02" },
    { text = "Costs\n\nBurden sharing was discussed. The commitment was not in doubt, said an official.", id = "b",
      source = "AFP", published = "2024-05-01" },
    { text = "Drills\n\nExercises went on for a week in the south.", id = "c" })
end

describe("search", function ()
  local set
  before_each(function () set = example() end)
  after_each(function () set:close() end)

  local function found(query, options)
    return table.concat(keep.column(set:search(query, options):sort "id", "id"), " ")
  end

  it("gives id, published, source, headline, snippet and score", function ()
    local frame = set:search "ironclad"
    assert.same({ "id", "published", "source", "headline", "snippet", "score" }, frame.columns)
    local row = frame[1]
    assert.same({ "a", "2024-05-02", "AP" }, { row.id, row.published, row.source })
    assert.equal("The ironclad commitment to the U.S.-ROK alliance stands, the minister said on Friday.", row.snippet)
    assert.equal("float", math.type(row.score))
  end)

  it("counts all hits in total, however few are shown", function ()
    local frame = set:search("commitment", { limit = 1 })
    assert.same({ 1, 2 }, { #frame, frame.total })
  end)

  it("understands words, phrases, beginnings and operators", function ()
    assert.equal("a b", found "commitment")
    assert.equal("b", found '"burden sharing"')
    assert.equal("", found '"sharing burden"')
    assert.equal("a b c", found "ironclad OR discuss* OR exercises")
    assert.equal("b", found "commitment NOT ironclad")
    assert.equal("a", found "NEAR(ironclad alliance, 5)")
    assert.equal("", found "NEAR(ironclad alliance, 4)")
  end)

  it("reads words with marks as they are written", function ()
    assert.equal("a", found "U.S.")
    assert.equal("a", found "U.S.-ROK")
    assert.equal("", found '"ROK U.S."')
  end)

  it("looks into one part of articles when told", function ()
    assert.equal("b", found("costs", { scope = "headline" }))
    assert.equal("", found("costs", { scope = "body" }))
  end)

  it("stays within a selection", function ()
    assert.equal(1, set:where { source = "AFP" }:search("commitment").total)
  end)

  it("cuts the snippet around the hit, between letters", function ()
    keep.put(set, { text = "Long\n\n" .. ("한국의 "):rep(100) .. "동맹 " .. ("강화 "):rep(100), id = "k" })
    local snippet = set:search("동맹")[1].snippet
    assert.is_truthy(utf8.len(snippet))
    assert.is_truthy(snippet:find("동맹", 1, true))
    assert.is_true(utf8.len(snippet) < 200)
    assert.is_truthy(snippet:find "^…" and snippet:find "…$")
  end)

  it("raises where the query is faulty, and shows where", function ()
    assert.has_error(function () set:search "commitment AND (ironclad" end,
      "set:search: the query cannot be read at byte 16: a parenthesis that is not closed\n" ..
      "  commitment AND (ironclad\n" ..
      "                 ^")
  end)

  it("refuses options it does not know", function ()
    assert.has_error(function () set:search("a", { limits = 1 }) end,
      "set:search: no option 'limits'; there are: aliases, limit, scope, stem")
    assert.has_error(function () set:search("a", { limit = 0 }) end,
      "set:search: option 'limit' should be a whole number from 1, not 0")
    assert.has_error(function () set:search("a", { scope = "title" }) end,
      "set:search: option 'scope' should be one of body, headline, text, not 'title'")
    assert.has_error(function () set.search() end,
      "set:search: call it with a colon on a set or selection, not on a nil")
  end)
end)
