local alliance = require "alliance"
local csv = require "alliance.show.csv"
local file = require "alliance.show.file"
local frame = require "alliance.show.frame"

local function written(rows, columns, options)
  return frame.new(columns or { "a", "b" }, rows):csv(nil, options)
end

describe("writing CSV", function ()
  it("is a head line and rows, lines end in CRLF", function ()
    assert.equal("a,b\r\n1,x\r\n", written { { 1, "x" } })
    assert.equal("a,b\r\n", written {})
  end)

  it("quotes separators, quotes, line breaks and outer spaces, and nothing else", function ()
    assert.equal('a,b\r\n"1,200","say ""yes"""\r\n', written { { "1,200", 'say "yes"' } })
    assert.equal('a,b\r\n"one\ntwo"," x"\r\n', written { { "one\ntwo", " x" } })
    assert.equal("a,b\r\nin between,한국; 미국\r\n", written { { "in between", { "한국", "미국" } } })
  end)

  it("tells nil from the empty text, and texts from what they look like", function ()
    assert.equal('a,b\r\n,""\r\n', written { { nil, "" } })
    assert.equal('a,b\r\n12,"12"\r\n', written { { 12, "12" } })
    assert.equal('a,b\r\ntrue,"true"\r\n', written { { true, "true" } })
    assert.equal("a,b\r\n1.0,007\r\n", written { { 1.0, "007" } })
  end)

  it("leaves out origins and frames", function ()
    assert.equal("a\r\n1\r\n", written({ { 1, 2 } }, { "a", "_row" }))
    assert.equal("a,count\r\nx,1\r\n", frame.new({ "a" }, { { "x" } }):group "a":csv())
  end)

  it("gives places and keys instead of words with text=false, where a row has them", function ()
    local f = frame.new({ "id", "text", "first", "last", "key" }, { { "a", "x", 5, 9, "a/quote/0" } }, nil,
      { columns = { "id", "text" } })
    assert.equal("id,first,last,key\r\na,5,9,a/quote/0\r\n", f:csv(nil, { text = false }))
    assert.equal("id,text\r\na,x\r\n", f:csv())
  end)

  it("drops the words of articles with text=false", function ()
    local columns = { "id", "snippet", "headline", "first", "source" }
    local rows = { { "x1", "words", "more", 5, "AP" } }
    assert.equal("id,first,source\r\nx1,5,AP\r\n", written(rows, columns, { text = false }))
    assert.equal("id,snippet\r\nx1,words\r\n", written({ { "x1", "words" } }, { "id", "snippet" }, { text = true }))
  end)

  it("begins with a byte order mark on request", function ()
    assert.equal("\u{FEFF}a,b\r\n", written({}, nil, { bom = true }))
  end)

  it("keeps formulas as they are, or with safe=true behind an apostrophe", function ()
    local rows = { { "=1+1", "@SUM(A1)" }, { "-x", -5 } }
    assert.equal("a,b\r\n=1+1,@SUM(A1)\r\n-x,-5\r\n", written(rows))
    assert.equal("a,b\r\n'=1+1,'@SUM(A1)\r\n'-x,-5\r\n", written(rows, nil, { safe = true }))
  end)

  it("takes another separator", function ()
    assert.equal('a;b\r\n"x;y";1,5\r\n', written({ { "x;y", "1,5" } }, nil, { separator = ";" }))
  end)

  it("refuses options and separators it does not know", function ()
    assert.error_matches(function () written({}, nil, { txt = false }) end,
      "frame:csv: no option 'txt'; there are: bom, safe, separator, text")
    assert.error_matches(function () written({}, nil, { separator = "ab" }) end, "separator should be one character")
    assert.error_matches(function () frame.new({}, {}):csv(5) end,
      "frame:csv: argument 1 %(path%) should be a string, not a number")
  end)
end)

describe("reading CSV", function ()
  it("takes CRLF, LF and CR, with or without an end on the last line", function ()
    local rows = { { "a", "b", n = 2 }, { "1", "2", n = 2 } }
    for _, text in ipairs { "a,b\r\n1,2\r\n", "a,b\n1,2", "a,b\r1,2\r", "\u{FEFF}a,b\n1,2\n" } do
      assert.same(rows, csv.parse(text))
    end
  end)

  it("takes quoted fields with anything in them", function ()
    assert.same({ { 'x "y"', "1\r\n2", ",", n = 3 } }, csv.parse '"x ""y""","1\r\n2",","')
  end)

  it("tells an empty field from an empty text", function ()
    assert.same({ { nil, "", nil, n = 3 } }, csv.parse ',"",')
    assert.same({}, csv.parse "")
  end)

  it("refuses a quote that never closes, and text behind one", function ()
    assert.same({ nil, "line 2: a quote is opened and never closed" }, { csv.parse 'a\n"b\nc' })
    assert.same({ nil, "line 3: text behind a closing quote" }, { csv.parse '"1\n2"\n"b"c' })
  end)

  it("takes time in proportion to the text", function ()
    local text = ('"'):rep(200000) .. "\n" .. (","):rep(200000)
    local before = os.clock()
    csv.parse(text)
    assert.is_true(os.clock() - before < 5)
  end)
end)

describe("a field without quotes", function ()
  it("is a number or truth value where it is written as we write it", function ()
    assert.same({ 0, -12, 0.5, 3.0, 1e+20, true, false }, { csv.value "0", csv.value "-12", csv.value "0.5",
      csv.value "3.0", csv.value "1e+20", csv.value "true", csv.value "false" })
    assert.equal("integer", math.type(csv.value "12"))
    assert.equal("float", math.type(csv.value "3.0"))
  end)

  it("stays a text where a number would lose something", function ()
    for _, text in ipairs { "007", "1e5", "1.50", "+1", "-0", "0x10", "nan", "inf", "99999999999999999999", "1 ",
      "2024-12-20", "True" } do
      assert.equal(text, csv.value(text))
    end
  end)
end)

local letters = { "a", "Z", '"', ",", "\n", "\r", "\r\n", " ", "\t", ";", "한", "국", "é", "0", "7", ".", "-", "=",
  "\0", "\xFF", "\u{FEFF}", "'" }

local function random_cell()
  local kind = math.random(8)
  if kind == 1 then return nil end
  if kind == 2 then return math.random(-1000, 1000) end
  if kind == 3 then return (math.random() - 0.5) * 10 ^ math.random(-20, 20) end
  if kind == 4 then return math.random(2) == 1 end
  local parts = {}
  for i = 1, math.random(0, 6) do parts[i] = letters[math.random(#letters)] end
  return table.concat(parts)
end

describe("CSV written and read", function ()
  it("gives the same cells, of the same kinds", function ()
    math.randomseed(20241220)
    for _ = 1, 300 do
      local columns, rows = {}, {}
      for i = 1, math.random(4) do columns[i] = "c" .. i end
      for r = 1, math.random(0, 5) do
        rows[r] = {}
        for i = 1, #columns do rows[r][i] = random_cell() end
      end
      local names, back = csv.read(frame.new(columns, rows):csv())
      assert.same({ columns, rows }, { names, back })
    end
  end)
end)

describe("a CSV file", function ()
  local path = os.tmpname()
  after_each(function ()
    os.remove(path)
    os.remove(path .. ".meta.json")
  end)

  it("comes back as a frame, a list as text", function ()
    assert.equal(path, frame.new({ "id", "n", "sides" }, { { "007", 3, { "KR", "US" } }, { "", 0.5 } }):csv(path))
    local f = alliance.frame(path)
    assert.same({ "id", "n", "sides" }, f.columns)
    assert.same({ { "007", "" }, { 3, 0.5 }, { "KR; US" } }, { f:column "id", f:column "n", f:column "sides" })
  end)

  it("has what made it beside it", function ()
    local made = { query = "ironclad", left_out = 2, library = "9.9" }
    frame.new({ "id", "text" }, { { 1, "x" } }, made):csv(path, { text = false })
    assert.equal('{"columns":["id"],"library":"9.9","made":{"left_out":2,"library":"9.9","query":"ironclad"},"rows":1,'
      .. '"text":false,"total":1}\n', file.load(path .. ".meta.json"))
    assert.equal("id\r\n1\r\n", file.load(path))
  end)

  it("names columns that have the same name or none apart", function ()
    file.save({ path }, { function (put) put "id,id,,2024\n1,2,3,4\n" end })
    assert.same({ "id", "id_2", "3", "2024" }, alliance.frame(path).columns)
  end)

  it("is read with tabs where its name ends in .tsv", function ()
    local tsv = path .. ".tsv"
    frame.new({ "a", "b" }, { { "x,y", "p\tq" } }):csv(tsv)
    assert.equal('a\tb\r\nx,y\t"p\tq"\r\n', file.load(tsv))
    assert.same({ "x,y", "p\tq" }, { alliance.frame(tsv)[1].a, alliance.frame(tsv)[1].b })
    os.remove(tsv)
    os.remove(tsv .. ".meta.json")
  end)

  it("skips blank lines and refuses a record of another length", function ()
    file.save({ path }, { function (put) put "a,b\n1,2\n\n3,4\n" end })
    assert.same({ 1, 3 }, alliance.frame(path):column "a")
    file.save({ path }, { function (put) put "a,b\n1,2\n3\n" end })
    assert.same({ nil, path .. ": record 3 has 1 fields, the head has 2" }, { alliance.frame(path) })
  end)

  it("has at most as many columns as a frame", function ()
    file.save({ path }, { function (put) put(("c,"):rep(2000)) end })
    assert.same({ nil, path .. ": more than 2000 columns" }, { alliance.frame(path) })
  end)

  it("that is not there gives nil and a message", function ()
    assert.same({ nil, "/nowhere/x.csv: No such file or directory" }, { alliance.frame "/nowhere/x.csv" })
    assert.same({ nil, "/nowhere/x.csv could not be written: No such file or directory" },
      { frame.new({ "a" }, {}):csv "/nowhere/x.csv" })
  end)
end)

describe("a file that cannot be finished", function ()
  local path = os.tmpname()
  before_each(function () file.save({ path }, { function (put) put "old" end }) end)
  after_each(function () os.remove(path) end)

  local function left_over()
    local list <close> = io.popen("ls " .. path .. "*")
    return list:read "a"
  end

  it("leaves the old one whole when the disk is full", function ()
    local job = [[local f = require "alliance.show.frame".new({ "a" }, { { ("x"):rep(100000) } })
      io.write(tostring(select(2, f:csv(arg[1]))))]]
    local script = os.tmpname()
    file.save({ script }, { function (put)
      put(("package.path, package.cpath = %q, %q\n%s"):format(package.path, package.cpath, job))
    end })
    local out <close> = io.popen(("trap '' XFSZ; ulimit -f 4; lua5.4 %s %s"):format(script, path))
    assert.equal(path .. " could not be written: File too large", out:read "a")
    assert.same({ "old", path .. "\n" }, { file.load(path), left_over() })
    os.remove(script)
  end)

  it("leaves the old one whole when making the rows fails", function ()
    local f = frame.new({ "a", "b" }, { { 1 } }, nil, { lazy = { b = function () error("gone", 0) end } })
    assert.error_matches(function () f:csv(path) end, "^gone$")
    assert.same({ "old", path .. "\n" }, { file.load(path), left_over() })
  end)
end)
