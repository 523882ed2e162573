--- Read-only SQL.
local keep = require "spec.keep.keep_helper"

describe("sql", function ()
  local set
  before_each(function () set = keep.set { text = "Talks.\n\nThe two sides met.", id = "a", source = "AP" } end)
  after_each(function () set:close() end)

  it("gives a frame with the statement's columns", function ()
    local frame = set:sql "SELECT id, source AS s FROM article"
    assert.same({ "id", "s" }, frame.columns)
    assert.same({ "a", "AP" }, { frame[1].id, frame[1].s })
  end)

  it("keeps the kind of every value, in and out", function ()
    local row = set:sql("SELECT ?1 AS i, ?2 AS r, ?3 AS t, ?4 AS n, ?5 AS b, typeof(?1) || typeof(?2) AS kinds", 3, 0.5,
      "x", nil, true)[1]
    assert.same({ 3, 0.5, "x", 1, "integerreal" }, { row.i, row.r, row.t, row.b, row.kinds })
    assert.same({ "integer", "float" }, { math.type(row.i), math.type(row.r) })
    assert.is_nil(row.n)
    assert.equal(math.maxinteger, set:sql("SELECT ? AS i", math.maxinteger)[1].i)
  end)

  it("takes values by name", function ()
    assert.equal(5, set:sql("SELECT :a + $b AS sum", { a = 2, b = 3 })[1].sum)
    assert.has_error(function () set:sql("SELECT :a", {}) end, "set:sql: no value for the parameter :a")
  end)

  it("has SQLite's tables of JSON", function ()
    assert.same({ 1, 2 }, keep.column(set:sql "SELECT value FROM json_each('[1, 2]')", "value"))
  end)

  it("has what is found at the time of asking as tables: stories and tenures", function ()
    local text = "Talks\n\nDefense Minister Shin Won-sik's ministry said that nobody's forces would leave the " ..
      "border before the two sides had met again in the spring, and that both of them had agreed to the date of it.\n"
    local two <close> = keep.set({ text = text, id = "b", published = "2024-05-02" },
      { text = text, id = "c", published = "2024-05-03", source = "AFP" })
    assert.same({ "copy", "original" }, keep.column(two:sql "SELECT role FROM stories ORDER BY role", "role"))
    assert.equal(two:stories():where({ role = "copy" })[1].id, two:sql("WITH s AS (SELECT * FROM stories WHERE " ..
      "role = ?) SELECT a.id FROM s JOIN articles a USING (id)", "copy")[1].id)
    assert.equal(#two:tenures(), two:sql "SELECT count(*) AS n FROM tenures"[1].n)
    assert.has_error(function () two:sql "SELECT * FROM story" end, "set:sql: no such table: story")
  end)

  it("wants as many values as there are parameters", function ()
    assert.has_error(function () set:sql("SELECT ?, ?", 1) end,
      "set:sql: the statement has 2 parameters; values given: 1")
  end)

  it("reads views, the index, JSON and recursive questions", function ()
    assert.equal("The two sides met.", set:sql("SELECT text FROM blocks WHERE i = 2")[1].text)
    assert.equal(1, #set:sql("SELECT rowid FROM fulltext WHERE fulltext MATCH ?", "sides"))
    assert.equal(7, set:sql([[SELECT '{"a":7}' ->> 'a' AS a]])[1].a)
    assert.equal(55, set:sql([[WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10)
      SELECT sum(i) AS s FROM n]])[1].s)
  end)

  local refused = {
    ["DELETE FROM article"] = "writing to article is not allowed",
    ["UPDATE article SET id = 1"] = "writing to article is not allowed",
    ["INSERT INTO var VALUES (1, 2, 3)"] = "writing to var is not allowed",
    ["PRAGMA journal_mode = DELETE"] = "PRAGMA journal_mode is not allowed",
    ["ATTACH 'x.db' AS x"] = "ATTACH or DETACH is not allowed",
    ["CREATE TEMP TABLE t (a)"] = "is not allowed; a statement may only read (SELECT)",
    ["BEGIN"] = "is not allowed; a statement may only read (SELECT)",
    ["SELECT load_extension('x')"] = "the function load_extension is not allowed",
    ["SELECT fts5(1)"] = "the function fts5 is not allowed",
    ["SELECT randomblob(9)"] = "the function randomblob is not allowed",
    ["SELECT 1; SELECT 2"] = "one statement at a time",
    ["-- nothing"] = "no statement",
    ["SELECT nowhere"] = "no such column: nowhere",
    ["SELECT json('{')"] = "malformed JSON",
  }
  for statement, why in pairs(refused) do
    it("refuses " .. statement, function ()
      local ok, message = pcall(set.sql, set, statement)
      assert.is_false(ok)
      assert.is_truthy(message:find(why, 1, true), message)
      assert.equal(1, #set)
    end)
  end

  it("can be followed by a comment", function ()
    assert.equal(1, set:sql("SELECT 1 AS a; -- the end\n /* of it */ ")[1].a)
  end)
end)
