local frame = require "alliance.show.frame"
local table_of = require "alliance.show.table"
local width = require "alliance.show.width"

local function shown(columns, rows, notes, room)
  return table_of.render(frame.new(columns, rows), columns, notes or {}, room or 40)
end

describe("a printed frame", function ()
  it("has a head line, a rule, rows and their count", function ()
    assert.equal("id  source\n──  ──────\na1  Yonhap\na2  AP\n2 rows", shown({ "id", "source" },
      { { "a1", "Yonhap" }, { "a2", "AP" } }))
  end)

  it("sets numbers on the right, and a column with a word in it on the left", function ()
    assert.equal("   n  m\n────  ───\n   5  5\n1200  n/a\n      7\n3 rows",
      shown({ "n", "m" }, { { 5, 5 }, { 1200, "n/a" }, { nil, 7 } }))
  end)

  it("counts wide letters right", function ()
    assert.equal("who   n\n────  ─\n한국  1\nUS    2\n2 rows", shown({ "who", "n" }, { { "한국", 1 }, { "US", 2 } }))
  end)

  it("prints lists as a; b, truth values as words, nil as nothing", function ()
    assert.equal("l     t          x\n────  ────  ──────\na; b  true  0.3333\n1 row",
      shown({ "l", "t", "x" }, { { { "a", "b" }, true, 1 / 3 } }))
    assert.equal("a  b\n─  ─\n   1\n1 row", shown({ "a", "b" }, { { nil, 1 } }))
  end)

  it("shows measures with points in one line, four digits of the largest; quantities as they are", function ()
    assert.equal("   g2\n─────\n18.40\n 6.98\n 0.00\n3 rows", shown({ "g2" }, { { 18.401 }, { 6.98355 }, { 0.0 } }))
    assert.equal("    n\n─────\n28500\n  1.5\n   12\n3 rows", shown({ "n" }, { { 28500.0 }, { 1.5 }, { 12.0 } }))
    assert.equal("       n\n────────\n1.38e+15\n0.333333\n2 rows", shown({ "n" }, { { 1.38e15 }, { 1 / 3 } }))
  end)

  it("gives headlines and names room before it shows what says little", function ()
    local names = { "published", "source", "headline", "language" }
    local rows = { { "2024-01-15", "The Harbour Daily", "Blinken speaks by phone with new minister", "en" } }
    assert.equal("published   source     headline                    language\n" ..
      "──────────  ─────────  ──────────────────────────  ────────\n" ..
      "2024-01-15  The Harb…  Blinken speaks by phone w…  en\n1 row", shown(names, rows, {}, 59))
    assert.equal("published   headline\n──────────  ────────────────────────────\n" ..
      "2024-01-15  Blinken speaks by phone wit…\nno room for 2 columns: source, language\n1 row",
      shown(names, rows, {}, 40))
  end)

  it("says the columns and no rows when it is empty", function ()
    assert.equal("id  source\n──  ──────\nno rows", shown({ "id", "source" }, {}))
    assert.equal("no rows", shown({}, {}))
  end)

  it("shows 40 rows and says how many more there are", function ()
    local rows = {}
    for i = 1, 41 do rows[i] = { i } end
    local text = shown({ "n" }, rows)
    assert.equal("\n40\n… and 1 more\n41 rows", text:sub(-#"\n40\n… and 1 more\n41 rows"))
    rows[41] = nil
    assert.is_nil(shown({ "n" }, rows):find("more", 1, true))
  end)
end)

describe("a printed concordance", function ()
  it("has the match in the middle, and the words next to it", function ()
    local rows = { { "and Seoul said the", "alliance", "is ironclad and will stay so" },
      { "an", "alliance", "of two" } }
    assert.equal("           left  match     right\n───────────────  ────────  ───────────────\n"
      .. "…Seoul said the  alliance  is ironclad an…\n             an  alliance  of two\n2 rows",
      shown({ "left", "match", "right" }, rows, {}, 42))
  end)
end)

describe("a concordance in a narrow terminal", function ()
  it("gives up the id before the words around the match", function ()
    local text = shown({ "id", "left", "match", "right" }, { { "a1234567890", ("w "):rep(40), "extended deterrence",
      ("w "):rep(40) } }, {}, 56)
    assert.equal("            left  match                right", text:match "^[^\n]*")
    assert.truthy(text:find("  extended deterrence  ", 1, true))
  end)
end)

describe("the last line", function ()
  local function last(notes) return shown({ "n" }, { { 1 }, { 2 } }, notes):match "[^\n]*$" end

  it("says of how many where there are more", function ()
    assert.equal("2 rows of 345", last { total = 345 })
    assert.equal("2 rows", last { total = 2 })
  end)

  it("says what was left out", function ()
    assert.equal("2 rows; 3 undated articles left out", last { left_out = 3 })
    assert.equal("2 rows; 1 undated article left out", last { left_out = 1 })
    assert.equal("2 rows; 4 copies; 2 drafts", last { left_out = { "4 copies", "2 drafts" } })
    assert.equal("2 rows", last { left_out = 0 })
  end)
end)

describe("columns that do not fit", function ()
  local long = ("word "):rep(30)

  it("are cut with … while short ones stay whole", function ()
    assert.equal("day         said\n──────────  ────────────────────────────\n"
      .. "2024-12-20  word word word word word wo…\n1 row", shown({ "day", "said" }, { { "2024-12-20", long } }))
  end)

  it("share the room fairly", function ()
    local rule = shown({ "a", "b", "c" }, { { long, long, "twelve chars" } }):match "\n([^\n]*)\n"
    assert.same({ 12, 12, 12 }, { #rule:gsub("─", "-"):match "^%-+", #rule:gsub("─", "-"):match "  (%-+)  ",
      #rule:gsub("─", "-"):match "%-+$" })
  end)

  it("never cut a number", function ()
    assert.truthy(shown({ "text", "n" }, { { long, 123456789012 } }, {}, 30):find("123456789012", 1, true))
  end)

  it("are named below when there is no room for them at all", function ()
    local text = shown({ "one", "two", "three", "four" }, { { long, long, long, long } }, {}, 30)
    assert.truthy(text:find("\nno room for 1 column: four\n1 row", 1, true))
  end)

  it("never make a line wider than the terminal", function ()
    local pieces = { "한국", "word ", "\27[2J", "e\u{301}", "\n", "12", "\u{1F600}", "\xFF" }
    math.randomseed(7)
    for columns = 20, 90, 7 do
      local row, names = {}, {}
      for i = 1, math.random(12) do
        names[i], row[i] = "column" .. i, pieces[math.random(#pieces)]:rep(math.random(0, 40))
      end
      for line in shown(names, { row, row }, { left_out = 2 }, columns):gmatch "[^\n]+" do
        assert.is_true(width.of(line) <= math.max(columns, #"2 rows; 2 undated articles left out"))
      end
    end
  end)
end)

describe("columns that give way", function ()
  local long = ("word "):rep(30)

  it("are ids first: they are cut before words are", function ()
    assert.equal("id        said\n────────  ──────────────────────\nab12345…  twenty-two letters now\n1 row",
      shown({ "id", "said" }, { { "ab1234567890", "twenty-two letters now" } }, {}, 32))
  end)

  it("are empty ones next, and named below", function ()
    assert.equal("name                      n\n────────────────────────  ─\nword word word word wor…  1\n"
      .. "nothing in: agency\n1 row", shown({ "name", "agency", "n" }, { { long, nil, 1 } }, {}, 27))
    assert.is_nil(shown({ "agency" }, { { nil } }):find("nothing in", 1, true))
  end)

  it("are then those that lead back to the text, from the right", function ()
    local text = shown({ "id", "text", "first", "last", "rule" }, { { "a1", long, 1, 20, "list-of-names" } }, {}, 40)
    assert.equal("id  text                           first", text:match "^[^\n]*")
    assert.truthy(text:find("\nno room for 2 columns: last, rule\n1 row", 1, true))
  end)

  it("are none where all fits", function ()
    assert.equal("id  first  rule", shown({ "id", "first", "rule" }, { { "a1", 1, "x" } }):match "^[^\n]*")
  end)

  it("keep the end of a path", function ()
    local text = shown({ "path", "n" }, { { "articles/2024/12/call.txt", 1 } }, {}, 18)
    assert.truthy(text:find("\n…24/12/call.txt  1", 1, true))
  end)
end)

describe("advice that does not fit", function ()
  it("stands below, a note for each", function ()
    assert.equal("what     count  advice\n───────  ─────  ──────\n"
      .. "undated      2  [1]\nsource       1\nold          3  [1]\n"
      .. "[1] look at them one by one,\n    then count\n3 rows",
      shown({ "what", "count", "advice" }, { { "undated", 2, "look at them one by one, then count" },
        { "source", 1 }, { "old", 3, "look at them one by one, then count" } }, {}, 30))
  end)

  it("stays where it is when there is room", function ()
    assert.equal("n  reason\n─  ──────\n1  empty\n1 row", shown({ "n", "reason" }, { { 1, "empty" } }))
  end)
end)

describe("a hostile cell", function ()
  it("cannot speak to the terminal or break the table", function ()
    local text = shown({ "a\27[5m", "b" }, { { "x\27]0;owned\7\r\n\u{202E}y", { "\27c" } } })
    assert.is_nil(text:gsub("\n", ""):find "%c")
    assert.equal(4, select(2, text:gsub("[^\n]+", "")))
  end)
end)

describe("a printed row", function ()
  local row = frame.new({ "id", "sides", "snippet", "_row" }, { { "a1", { "KR", "US" },
    "The two sides agreed on a plan for the next year.", 7 } })[1]

  it("is one aligned record, long text in several lines, origin unseen", function ()
    assert.equal("id       a1\nsides    KR; US\nsnippet  The two sides\n         agreed on a plan\n"
      .. "         for the next year.", table_of.record(row, { "id", "sides", "snippet" }, 28))
  end)

  it("is what print shows", function ()
    assert.equal("id       a1", tostring(row):match "^[^\n]*")
    assert.is_nil(tostring(row):find("_row", 1, true))
  end)
end)
