--- Rows of the set's own tables: a SELECT and one of the statements of keep/settle.c, once for every row of values.
local alliance = require "alliance"
local core = require "alliance.core"
local keep = require "spec.keep.keep_helper"
local rows = require "alliance.rows"

local set, store

local function refused(what, ...)
  local ok, message = pcall(what, store, ...)
  assert.is_false(ok)
  return message
end

describe("rows", function ()
  before_each(function ()
    set = assert(alliance.open())
    store = keep.store(set)
  end)
  after_each(function () set:close() end)

  it("are plain tables; NULL is no field", function ()
    assert.same({ { n = 1, half = 0.5, text = "a\0b" } },
      rows.select(store, "SELECT 1 AS n, 0.5 AS half, NULL AS none, ? AS text", "a\0b"))
  end)

  it("of a SELECT come once for every row of values, in their order", function ()
    assert.same({ { sum = 3 }, { sum = 7 } }, rows.each(store, "SELECT ? + ? AS sum", { 1, 2, 3, 4 }))
  end)

  it("are none without values for the parameters", function ()
    assert.same({}, rows.each(store, "SELECT ? AS x", {}))
  end)

  it("are refused where values are missing for the last", function ()
    assert.equal("3 values for rows of 2 parameters", refused(rows.each, "SELECT ? + ? AS sum", { 1, 2, 3 }))
  end)

  it("are refused where the statement is none, and are as before afterwards", function ()
    assert.equal('asking :memory:: near "SELEKT": syntax error', refused(rows.select, "SELEKT 1"))
    assert.same({ { n = 1 } }, rows.select(store, "SELECT 1 AS n"))
  end)

  it("stay prepared: more statements than there is room for give the same rows", function ()
    for _ = 1, 2 do
      for i = 1, 60 do
        assert.same({ { n = i, x = -i } }, rows.select(store, ("SELECT %d AS n, ? AS x"):format(i), -i))
      end
    end
  end)

  it("are written by name, once for every row of values", function ()
    assert(store:begin())
    rows.write(store, "unsettle", { "place", "x", "place", "y" })
    rows.write(store, "settled_to", { "place", "x" })
    assert.same({ { what = "place", block = "y" } }, rows.select(store, "SELECT what, block FROM unsettled"))
    store:rollback()
  end)

  it("are not written by a name that no statement has", function ()
    assert(store:begin())
    assert.equal("no statement 'forget'", refused(rows.write, "forget", {}))
    store:rollback()
  end)
end)

describe("the words of a name", function ()
  local function words(name) return { core.name_words(name, { jr = true, iii = true }) } end

  it("stand in the order of the alphabet, folded, cut at hyphens; first and last as they are", function ()
    assert.same({ "ho kim seon", "kim", "seon-ho" }, words "Kim Seon-ho")
    assert.same({ "ho kim seon", "seon", "kim" }, words "Seon Ho, Kim")
  end)

  it("that are left out do not count, nor do they end the name", function ()
    assert.same({ "john smith", "john", "smith" }, words "John Smith Jr")
    assert.same({ "" }, words "III")
  end)

  it("of a longer name than any are the first 64", function ()
    assert.equal(64, select(2, words(("b a "):rep(5000))[1]:gsub("%a", "")))
  end)
end)
