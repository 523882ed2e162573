local alliance = require "alliance"
local core = require "alliance.core"
local frame = require "alliance.show.frame"

local columns = { "id", "n", "side", "sides", "_row" }
local made = { query = "ironclad", left_out = 2 }

local function sample_frame()
  return frame.new(columns, {
    { "a1", 3, "KR", { "KR", "US" }, 11 },
    { "a2", nil, "US", {}, 12 },
    { "a3", 1, "KR", { "US" }, 13 },
    { "a4", 3, nil, nil, 14 },
  }, made, { total = 9 })
end

local function ids(f) return table.concat({ table.unpack(f:column "id", 1, #f) }, " ") end

describe("a frame", function ()
  local f = sample_frame()

  it("has a length, rows by number and cells by name", function ()
    assert.equal(4, #f)
    assert.same({ "a1", 3, "KR", 12 }, { f[1].id, f[1].n, f[1].side, f[2]._row })
    assert.is_nil(f[2].n)
  end)

  it("has no row past its end, nor before its beginning", function ()
    assert.is_nil(f[5])
    assert.is_nil(f[0])
    assert.is_nil(f[1.5])
  end)

  it("keeps the kinds of values", function ()
    local kinds = frame.new({ "a", "b", "c", "d", "e" }, { { 3, 3.0, false, "\0한", { "x", "y" } } })[1]
    assert.same({ "integer", "float", false, "\0한", { "x", "y" } },
      { math.type(kinds.a), math.type(kinds.b), kinds.c, kinds.d, kinds.e })
    local ends = { math.mininteger, math.maxinteger }
    assert.same(ends, frame.new({ "a" }, { { ends[1] }, { ends[2] } }):column "a")
  end)

  it("lists its columns without the origins", function ()
    assert.same({ "id", "n", "side", "sides" }, f.columns)
    assert.is_not.equal(f.columns, f.columns)
  end)

  it("knows the number of all hits and what made it", function ()
    assert.same({ 9, made }, { f.total, f.made })
    assert.equal(1, frame.new({ "a" }, { { 1 } }).total)
  end)

  it("refuses a name it does not have, and lists those it has", function ()
    local function says(message, ask) assert.error_matches(ask, message) end
    says("a frame has no field 'headline'; .*id, n, side, sides.*head", function () return f.headline end)
    says("a row has no column 'headline'; there are: id, n, side, sides", function () return f[1].headline end)
    says("frame:column: no column 'headline'; there are: id", function () return f:column "headline" end)
  end)

  it("does not change", function ()
    assert.error_matches(function () f.x = 1 end, "a frame does not change")
    assert.error_matches(function () f[1].id = "b" end, "a row does not change")
    f[1].sides[1] = "JP"
    assert.same({ "KR", "US" }, f[1].sides)
  end)

  it("refuses a call without a colon", function ()
    assert.error_matches(function () f.head(3) end, "frame:head: call it with a colon on a frame, not on a number")
  end)

  it("gives back its memory", function ()
    local weak = setmetatable({ frame.new({ "a" }, { { "x" } }) }, { __mode = "v" })
    collectgarbage()
    assert.is_nil(weak[1])
  end)
end)

describe("going through a frame", function ()
  local f = sample_frame()

  it("visits every row in order", function ()
    local seen = {}
    for row in f:rows() do seen[#seen + 1] = row.id end
    for i, row in pairs(f) do seen[#seen + 1] = i .. row.id end
    for i, row in ipairs(f) do seen[#seen + 1] = i .. row.id end
    assert.equal("a1 a2 a3 a4 1a1 2a2 3a3 4a4 1a1 2a2 3a3 4a4", table.concat(seen, " "))
  end)

  it("visits the cells of a row in the order of the columns, nil and origin left out", function ()
    local seen = {}
    for name, value in pairs(f[2]) do seen[#seen + 1] = name .. "=" .. tostring(value) end
    assert.same({ "id=a2", "side=US", "sides=" }, seen)
  end)

  it("gives a column as a list as long as the frame", function ()
    assert.same({ 3, nil, 1, 3 }, f:column "n")
    assert.equal(4, #f:column "side")
  end)

  it("prints a column with a line a value, forty of them", function ()
    assert.equal("3\nnil\n1\n3", tostring(f:column "n"))
    local rows = {}
    for i = 1, 41 do rows[i] = { i } end
    assert.equal("40\n… and 1 more", tostring(frame.new({ "i" }, rows):column "i"):match "40\n.*")
  end)

  it("gives lists that print as a; b", function () assert.equal("KR; US", tostring(f[1].sides)) end)

  it("gives equal rows for the same row", function ()
    assert.is_true(f[1] == f:sort "id"[1])
    assert.is_false(f[1] == f[2])
  end)
end)

describe("head", function ()
  local f = sample_frame()

  it("gives the first rows, ten without a number", function ()
    assert.equal("a1 a2", ids(f:head(2)))
    assert.same({ 0, 4, 4 }, { #f:head(0), #f:head(99), #f:head() })
  end)

  it("keeps total, what made it and the origin", function ()
    local h = f:head(1)
    assert.same({ 9, made, 11 }, { h.total, h.made, h[1]._row })
  end)

  it("refuses what is no number of rows", function ()
    assert.error_matches(function () f:head(-1) end, "frame:head: argument 1 %(n%) should be a whole number, not %-1")
    assert.error_matches(function () f:head "2" end, "should be a whole number")
  end)
end)

describe("sort", function ()
  local f = sample_frame()

  it("puts the least first and nil last, equal rows as they stood", function ()
    assert.equal("a3 a1 a4 a2", ids(f:sort "n"))
    assert.equal("a1 a4 a3 a2", ids(f:sort("n", "desc")))
    assert.equal("a1 a3 a2 a4", ids(f:sort "side"))
  end)

  it("leaves the frame it was made from as it is", function () assert.equal("a1 a2 a3 a4", ids(f)) end)

  it("puts numbers before truth values before text", function ()
    local mixed = frame.new({ "x" }, { { "b" }, { true }, { 2 }, {}, { "a" }, { 1.5 }, { 0 / 0 } })
    assert.same({ "1.5", "2", "true", "a", "b" }, (function (c)
      return { tostring(c[1]), tostring(c[2]), tostring(c[4]), c[5], c[6] }
    end)(mixed:sort "x":column "x"))
    assert.same({ 2, 1.5 }, table.move(mixed:sort("x", "desc"):column "x", 1, 2, 1, {}))
  end)

  it("compares text by its bytes", function ()
    local words = frame.new({ "x" }, { { "한" }, { "aa" }, { "é" }, { "a" }, { "B" } })
    assert.same({ "B", "a", "aa", "é", "한" }, words:sort "x":column "x")
  end)

  it("sorts as a plain stable sort would", function ()
    math.randomseed(3)
    local rows = {}
    for i = 1, 300 do rows[i] = { math.random(20), i } end
    local sorted = frame.new({ "x", "i" }, rows):sort "x"
    table.sort(rows, function (a, b) if a[1] ~= b[1] then return a[1] < b[1] end return a[2] < b[2] end)
    for i, row in ipairs(rows) do assert.equal(row[2], sorted[i].i) end
  end)

  it("refuses an unknown column or direction", function ()
    assert.error_matches(function () f:sort "x" end, "frame:sort: no column 'x'; there are: id, n, side, sides")
    assert.error_matches(function () f:sort("n", "down") end,
      "argument 2 %(direction%) should be 'asc' or 'desc', not 'down'")
  end)
end)

describe("where", function ()
  local f = sample_frame()

  it("keeps the rows of which a function says so", function ()
    assert.equal("a1 a4", ids(f:where(function (row) return row.n == 3 end)))
  end)

  it("keeps the rows that have a value, or one of several, in every named column", function ()
    assert.equal("a1 a3", ids(f:where { side = "KR" }))
    assert.equal("a1", ids(f:where { side = { "KR", "US" }, n = 3.0 }))
    assert.equal("", ids(f:where { side = {} }))
  end)

  it("takes false for a value", function ()
    local flags = frame.new({ "id", "flag" }, { { "a", true }, { "b", false }, { "c" } })
    assert.equal("b", ids(flags:where { flag = false }))
  end)

  it("keeps a list that has the value", function () assert.equal("a1 a3", ids(f:where { sides = "US" })) end)

  it("looks at origins too, and keeps them", function ()
    assert.equal(13, f:where { _row = 13 }[1]._row)
    assert.same({ made, 1 }, { f:where { _row = 13 }.made, f:where { _row = 13 }.total })
  end)

  it("refuses an unknown column, and what is neither", function ()
    assert.error_matches(function () f:where { sied = "KR" } end,
      "frame:where: no column 'sied'; there are: id, n, side, sides")
    assert.error_matches(function () f:where "KR" end, "argument 1 should be a function or a table, not a string")
  end)
end)

describe("group", function ()
  local f = sample_frame()
  local g = f:group "side"

  it("gives a row a value, in the order of first appearance, nil among them", function ()
    assert.same({ "side", "count", "rows" }, g.columns)
    assert.same({ { "KR", "US", nil }, { 2, 1, 1 } }, { g:column "side", g:column "count" })
  end)

  it("gives the rows of each as a frame that keeps what made it", function ()
    assert.equal("a1 a3", ids(g[1].rows))
    assert.same({ made, made, 11 }, { g.made, g[1].rows.made, g[1].rows[1]._row })
    assert.equal("a2", ids(g:sort("count"):where { side = "US" }[1].rows))
  end)

  it("counts a list in each of its texts", function ()
    local sides = f:group "sides"
    assert.same({ { "KR", "US", nil }, { 1, 2, 2 } }, { sides:column "sides", sides:column "count" })
  end)

  it("counts what rows count for, where the frame says so", function ()
    local added = frame.new({ "what", "count" }, { { "added", 520 }, { "refused", 1 }, { "added", 3 } }, nil,
      { weight = "count" })
    assert.same({ 523, 1 }, { table.unpack(added:group("what"):column "count", 1, 2) })
    assert.same({ 2, 1 }, { #added:group("what")[1].rows, #added:group("what")[2].rows })
  end)

  it("calls the value 'value' where the column is count or rows", function ()
    assert.same({ "value", "count", "rows" }, g:group "count".columns)
  end)

  it("refuses an unknown column", function ()
    assert.error_matches(function () f:group "x" end, "frame:group: no column 'x'")
  end)
end)

describe("sample", function ()
  local rows = {}
  for i = 1, 100 do rows[i] = { i, i <= 90 and "often" or i <= 99 and "seldom" or "once" } end
  local f = frame.new({ "i", "kind" }, rows, made)

  local function drawn(n, options) return table.concat(f:sample(n, options):column "i", " ") end

  it("draws the same rows for the same seed on every machine", function ()
    assert.equal(drawn(5, { seed = 1 }), drawn(5))
    assert.equal("1 3 7 92 94", drawn(5, { seed = 42 }))
  end)

  it("draws others for another seed", function ()
    assert.is_not.equal(drawn(5, { seed = 1 }), drawn(5, { seed = 2 }))
  end)

  it("draws no row twice, in the order in which they stand", function ()
    local all = {}
    for i = 1, 100 do all[i] = i end
    assert.same(all, f:sample(100, { seed = 9 }):column "i")
    assert.equal(100, #f:sample(1000))
  end)

  it("holds the smaller sample in the larger one", function ()
    local larger = {}
    for _, i in ipairs(f:sample(50, { seed = 3 }):column "i") do larger[i] = true end
    for _, i in ipairs(f:sample(20, { seed = 3 }):column "i") do assert.is_true(larger[i]) end
  end)

  it("gives every value its share, and at least one row, with by", function ()
    local kinds = f:sample(20, { by = "kind" }):group "kind"
    assert.same({ { "often", "seldom", "once" }, { 17, 2, 1 } }, { kinds:column "kind", kinds:column "count" })
  end)

  it("draws n rows with by, however many values there are", function ()
    for n = 0, 100, 7 do assert.equal(n, #f:sample(n, { by = "kind", seed = n })) end
    assert.equal(10, #f:sample(10, { by = "i" }))
  end)

  it("draws evenly", function ()
    local counts = {}
    for seed = 1, 2000 do
      local i = f:sample(1, { seed = seed })[1].i // 11
      counts[i] = (counts[i] or 0) + 1
    end
    for tenth = 1, 8 do assert.is_true(math.abs(counts[tenth] - 220) < 60) end
  end)

  it("keeps what made it", function () assert.equal(made, f:sample(3).made) end)

  it("refuses other options, seeds and numbers", function ()
    assert.error_matches(function () f:sample(3, { sede = 1 }) end,
      "frame:sample: no option 'sede'; there are: by, seed")
    assert.error_matches(function () f:sample(3, { seed = "x" }) end, "seed should be an integer, not x")
    assert.error_matches(function () f:sample() end, "argument 1 %(n%) should be a whole number, not nil")
    assert.error_matches(function () f:sample(3, { by = "x" }) end, "frame:sample: no column 'x'")
  end)
end)

describe("a lazy column", function ()
  local calls

  local function lazy_frame()
    calls = 0
    return frame.new({ "id", "snippet", "n" }, { { "a", nil, 2 }, { "b", nil, 1 }, { "c" } }, {}, { lazy = {
      snippet = function (row)
        calls = calls + 1
        return row.n and row.id .. row.n
      end } })
  end

  it("stands where it was named and is made when touched, once a row", function ()
    local f = lazy_frame()
    assert.same({ { "id", "snippet", "n" }, 0 }, { f.columns, calls })
    assert.same({ "a2", "a2", 1 }, { f[1].snippet, f:head(1)[1].snippet, calls })
    assert.same({ nil, nil, 2 }, { f[3].snippet, f[3].snippet, calls })
  end)

  it("behaves like any other column", function ()
    local f = lazy_frame()
    assert.same({ "a2", "b1" }, f:column "snippet")
    assert.equal("b a c", ids(f:sort("snippet", "desc")))
    assert.equal("b", ids(f:where { snippet = "b1" }))
    assert.equal("id,snippet,n\r\na,a2,2\r\nb,b1,1\r\nc,,\r\n", f:csv())
    assert.same({ "a2", "b1", nil }, f:group "snippet":column "snippet")
  end)

  it("stands last, by the alphabet, where it was not named", function ()
    local function one() return 1 end
    assert.same({ "id", "a", "b" }, frame.new({ "id" }, {}, {}, { lazy = { b = one, a = one } }).columns)
  end)

  it("passes on what goes wrong in it", function ()
    local f = frame.new({ "x" }, { {} }, {}, { lazy = { x = function () error("the set is closed", 0) end } })
    assert.error_matches(function () return f[1].x end, "^the set is closed$")
  end)
end)

describe("making a frame", function ()
  it("takes rows as lists or by name", function ()
    local f = frame.new({ "a", "b" }, { { 1, 2 }, { b = 4, a = 3 }, { [2] = 6 } })
    assert.same({ { 1, 3 }, { 2, 4, 6 } }, { f:column "a", f:column "b" })
  end)

  it("takes rows of other frames", function ()
    local f = sample_frame()
    assert.equal("a3 a1", ids(frame.new({ "id", "_row" }, { f[3], f[1] })))
  end)

  it("keeps what it was given, whatever becomes of that", function ()
    local rows = { { "a", { "x" } } }
    local f = frame.new({ "id", "l" }, rows)
    rows[1][1], rows[1][2][1] = "b", "y"
    assert.same({ "a", { "x" } }, { f[1].id, f[1].l })
  end)

  it("refuses names that stand twice, and cells it cannot keep", function ()
    assert.error_matches(function () frame.new({ "a", "a" }, {}) end, "frame: column 'a' is named twice")
    assert.error_matches(function () frame.new({ 1 }, {}) end, "a column name should be a string, not a number")
    assert.error_matches(function () frame.new({ "a" }, { { 1 }, { print } }) end,
      "frame: row 2, column 'a': a cell cannot hold a function")
    assert.error_matches(function () frame.new({ "a" }, { { { true } } }) end,
      "row 1, column 'a': a list should hold texts")
    assert.error_matches(function () frame.new({ "a" }, { 5 }) end, "row 1 should be a table, not a number")
  end)

  it("refuses an option it does not know", function ()
    assert.error_matches(function () frame.new({}, {}, {}, { lazi = {} }) end,
      "frame: no option 'lazi'; there are: aside, columns, lazy, nested, page, total")
  end)

  it("takes what the core made, in an order of one's own", function ()
    local f = frame.of(core.frame_new({ "a", "b", "c" }, { { 1, 2, 3 } }), {}, { columns = { "c", "a" } })
    assert.same({ { "c", "a" }, 2 }, { f.columns, f[1].b })
  end)

  it("refuses more columns than the limit", function ()
    local names = {}
    for i = 1, 2001 do names[i] = "c" .. i end
    assert.error_matches(function () frame.new(names, {}) end, "frame: more than 2000 columns")
    names[2001] = nil
    assert.equal(2000, #frame.new(names, {}).columns)
  end)
end)

describe("alliance.frame", function ()
  it("takes a list of tables, columns by the alphabet", function ()
    local f = alliance.frame { { b = 1, a = "x" }, { c = true } }
    assert.same({ { "a", "b", "c" }, { "x" }, { nil, true } }, { f.columns, f:column "a", f:column "c" })
    assert.same({}, alliance.frame {}.columns)
  end)

  it("takes an order of columns", function ()
    assert.same({ "b", "a" }, alliance.frame({ { a = 1, b = 2 }, { 3, 4 } }, { "b", "a" }).columns)
  end)

  it("gives a frame back as it is", function ()
    local f = sample_frame()
    assert.equal(f, alliance.frame(f))
  end)

  it("refuses rows without names, and what are no rows", function ()
    assert.error_matches(function () alliance.frame { { 1, 2 } } end,
      "alliance.frame: row 1 has no column names; give them as argument 2 %(columns%)")
    assert.error_matches(function () alliance.frame { 5 } end, "alliance.frame: row 1 should be a table, not a number")
    assert.error_matches(function () alliance.frame(5) end, "should be a list of rows or a path, not a number")
  end)
end)
