local csv = require "alliance.csv"

-- An open file that hands out `text` in pieces of `size` bytes.
local function file_of(text, size)
  local at = 1
  return { read = function ()
    if at > #text then return nil end
    local piece = text:sub(at, at + size - 1)
    at = at + #piece
    return piece
  end }
end

-- Every answer about the rows of `text`: {line, fields} or {line, false, message, byte}.
local function rows(text, options, size)
  local list = {}
  for line, fields, message, byte in csv.rows(file_of(text, size or 1000), options) do
    list[#list + 1] = { line, fields or false, message, byte }
  end
  return list
end

local function records(text)
  local list = {}
  for line, record, message in csv.records(file_of(text, 1000)) do list[#list + 1] = { line, record or message } end
  return list
end

describe("rows of CSV", function ()
  local text = '\xEF\xBB\xBFa,b\r\n"one, ""two""\nthree", four \n\n,"",\n"x",y"z'
  local expected = { { 1, { "a", "b" } }, { 2, { 'one, "two"\nthree', " four " } }, { 5, { "", "", "" } },
    { 6, { "x", 'y"z' } } }

  for _, size in ipairs { 1, 2, 3, 7, 1000 } do
    it(("are those of RFC 4180, whatever the pieces (%d bytes) they come in"):format(size), function ()
      assert.same(expected, rows(text, nil, size))
    end)
  end

  it("end where the file ends, with or without a line end", function ()
    assert.same({ { 1, { "a", "" } } }, rows "a,")
    assert.same({ { 1, { "a", "" } } }, rows "a,\r\n")
    assert.same({ { 1, { "" , "" } } }, rows ',""')
    assert.same({}, rows "")
  end)

  it("may be kept apart by tabs", function ()
    assert.same({ { 1, { "a,b", "c\td" } } }, rows('a,b\t"c\td"\n', { separator = "\t" }))
  end)

  it("are refused one by one, with the line and the byte, and the next is read", function ()
    assert.same({ { 1, { "a" } }, { 2, false, "a letter behind a closing quote", 6 }, { 4, { "c" } } },
      rows 'a\n"x\ny"z,\nc\n')
    assert.same({ { 1, { "a" } }, { 2, false, "a quote that is never closed", 1 } }, rows 'a\nb,"x\ny\nz')
    assert.equal("a quote that is never closed", rows('ab,"x')[1][3])
  end)

  for _, size in ipairs { 1, 30, 1000 } do
    it(("are refused past the limit, which is named (pieces of %d bytes)"):format(size), function ()
      assert.same({ { 1, { "a" } }, { 2, false, "a row of more than 50 bytes (ALN_LINE_MAX)" }, { 3, { "b" } } },
        rows("a\n" .. ("x"):rep(200) .. "\nb\n", { limit = 50 }, size))
    end)
  end

  it("have at most 2000 fields", function ()
    assert.equal(2000, #rows((","):rep(1999))[1][2])
    assert.same({ { 1, false, "a row of more than 2000 fields", 2002 }, { 2, { "a" } } },
      rows((","):rep(3000) .. "\na"))
  end)
end)

describe("a file that cannot be read on", function ()
  it("is told once, as the last answer", function ()
    local given
    local file = { read = function ()
      if given then return nil, "Input/output error" end
      given = true
      return "a\n"
    end }
    local list = {}
    for line, fields, message in csv.rows(file) do list[#list + 1] = { line, fields or false, message } end
    assert.same({ { 1, { "a" } }, { 2, false, "cannot be read: Input/output error" } }, list)
  end)
end)

describe("records of CSV", function ()
  it("go by the names of the first row; empty cells and unnamed columns are absent", function ()
    assert.same({ { 2, { text = "Rain." } }, { 3, { text = "Sun.", day = "2025" } } },
      records ",text,day\n0,Rain.,\n1,Sun.,2025\n")
  end)

  it("want a column of text or html, and every name once", function ()
    assert.same({ { 1, "no column is named 'text' or 'html'; there are: a, b" } }, records "a,b\n1,2\n")
    assert.same({ { 1, "two columns are named 'a'" } }, records "text,a,a\n1,2,3\n")
  end)

  it("are told when they have more or fewer cells than there are names", function ()
    assert.same({ { 2, "a row of 1 field under 2 column names" }, { 3, { text = "b", day = "c" } } },
      records "text,day\na\nb,c\n")
  end)

  it("cannot be told without a first row that can be read", function ()
    assert.same({ { 1, "a letter behind a closing quote" } }, records '"text"x\na\n')
  end)
end)
