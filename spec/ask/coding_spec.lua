--- Coding with dictionaries.
local keep = require "spec.keep.keep_helper"

local function article(id, body, published)
  return { id = id, text = "Talks set\n\n" .. body, source = "AP", published = published }
end

local set = keep.set(
  article("b", "The nuclear umbrella was said to hold. Nuclear missiles and the missile were not.", "2024-05-01"),
  article("a", "Cost-sharing was agreed on.\n\nThe SMA is about sharing of costs.", "2024-05-01"),
  article("c", "Nothing of it was said today."))

-- The cells of one column by article.
local function coded(dictionary, name, options)
  local by = {}
  for row in set:code(dictionary, options):rows() do by[row.id] = (by[row.id] or 0) + row[name] end
  return by
end

describe("code", function ()
  it("has a row for every article and a column for every category, by publication and id", function ()
    local f = set:code { threat = { "nuclear", "missile*" }, burden = { "sma" } }
    assert.same({ "id", "published", "source", "tokens", "burden", "threat" }, f.columns)
    assert.same({ "a", "b", "c" }, keep.column(f, "id"))
    assert.same({ 12, 14, 6 }, keep.column(f, "tokens"))
    assert.same({ { 1, 0, 0 }, { 0, 4, 0 } }, { keep.column(f, "burden"), keep.column(f, "threat") })
  end)

  it("counts the longest pattern of the whole dictionary, once", function ()
    assert.equal(1, coded({ threat = { "nuclear" }, shield = { "nuclear umbrella" } }, "threat").b)
    assert.equal(1, coded({ threat = { "nuclear" }, shield = { "nuclear umbrella" } }, "shield").b)
    assert.equal(2, coded({ threat = { "nuclear", "nuclear umbrella" } }, "threat").b)
    assert.equal(1, coded({ x = { "nuclear umbrella was", "umbrella was said" } }, "x").b)
  end)

  it("counts one place for each category that has the pattern", function ()
    local both = { x = { "nuclear" }, y = { "nuclear" }, z = { "nucl*" } }
    assert.same({ 2, 2, 2 }, { coded(both, "x").b, coded(both, "y").b, coded(both, "z").b })
    assert.equal(2, coded({ x = { "nuclear", "nucl*", "*lear" } }, "x").b)
  end)

  it("counts for the outer category what an inner one counts", function ()
    local nested = { burden = { "sma", money = { "cost", "costs" } } }
    assert.same({ 3, 2 }, { coded(nested, "burden").a, coded(nested, "burden.money").a })
  end)

  it("finds phrases over hyphens, and no phrase over a paragraph", function ()
    assert.equal(1, coded({ x = { "cost-sharing" } }, "x").a)
    assert.equal(1, coded({ x = { "cost sharing" } }, "x").a)
    assert.equal(0, coded({ x = { "on the" } }, "x").a)
    assert.equal(1, coded({ x = { "sharing * costs" } }, "x").a)
  end)

  it("may look at words as written, and in another scope", function ()
    assert.same({ 1, 0 }, { coded({ x = { "SMA" } }, "x", { case = true }).a,
      coded({ x = { "sma" } }, "x", { case = true }).a })
    assert.equal(1, coded({ x = { "talks" } }, "x", { scope = "headline" }).a)
  end)

  it("may have a row for every sentence, which no pattern leaves", function ()
    local f = set:code({ threat = { "nuclear", "missile*" }, x = { "hold nuclear" } }, { unit = "sentence" })
    assert.same({ "id", "published", "source", "place", "first", "last", "tokens", "threat", "x" }, f.columns)
    assert.same({ "a", "a", "b", "b", "c" }, keep.column(f, "id"))
    assert.same({ 0, 0, 1, 3, 0 }, keep.column(f, "threat"))
    assert.same({ 0, 0, 0, 0, 0 }, keep.column(f, "x"))
    assert.equal("Cost-sharing was agreed on.", f[1].sentence)
    assert.equal("Cost-sharing was agreed on.", set:article("a").text:sub(f[1].first, f[1].last))
  end)

  it("has no row for a sentence of marks alone", function ()
    local marks <close> = keep.set(article("m", "He left. 😀! He came.", "2024-05-01"))
    assert.same({ 2, 4 }, keep.column(marks:code({ x = { "he" } }, { unit = "sentence" }), "place"))
  end)

  it("reads LIWC's files", function ()
    local path = os.tmpname()
    keep.spit(path, "%\n1\tthreat\n2\tarms\n%\nnuclear\t1\nmissile*\t1\t2\n")
    local f = set:code(path)
    os.remove(path)
    assert.same({ { 0, 4, 0 }, { 0, 2, 0 } }, { keep.column(f, "threat"), keep.column(f, "arms") })
  end)

  it("of no article has no row, and of a word that is not there noughts", function ()
    assert.equal(0, #set:where({ source = "x" }):code { x = { "nuclear" } })
    assert.same({ a = 0, b = 0, c = 0 }, coded({ x = { "nobody", "no one*" } }, "x"))
  end)

  it("says what is wrong with a dictionary", function ()
    local function refuses(message, ...)
      local arguments = table.pack(...)
      assert.error_matches(function () set:code(table.unpack(arguments)) end, message)
    end
    refuses("set:code: category 'a', item 1 should be a pattern", { a = { 5 } })
    refuses("set:code: /nowhere.dic: No such file", "/nowhere.dic")
    refuses("argument 1 %(dictionary%) should be a table", 5)
    refuses("a category cannot be called 'source': that is a column already", { source = { "x" } })
    refuses("option 'unit' should be article or sentence, not 'page'", { a = { "x" } }, { unit = "page" })
  end)
end)
