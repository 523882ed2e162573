local alliance = require "alliance"
local core = require "alliance.core"
local dkjson = require "dkjson" -- comes with busted: an outside judge

local function run_extract(input)
  local from, to = os.tmpname(), os.tmpname()
  local file = assert(io.open(from, "wb"))
  file:write(input)
  file:close()
  local ok, how, status = os.execute(("lua5.4 examples/extract.lua < '%s' > '%s'"):format(from, to))
  local lines = {}
  for line in io.lines(to) do lines[#lines + 1] = line end
  os.remove(from)
  os.remove(to)
  return lines, ok and how == "exit" and status
end

describe("JSON of Lua values", function ()
  it("keeps integers, reals, truth values and the order of names", function ()
    assert.equal('{"a":1,"b":1.0,"c":true,"d":[1,"x"],"e":{}}',
      core.json_encode { b = 1.0, a = 1, d = { 1, "x" }, c = true, e = {} })
    assert.equal('{"b":1.0,"a":1}', core.json_encode({ a = 1, b = 1.0, c = 2 }, { "b", "none", "a" }))
  end)

  it("writes an empty list where a table is marked as a list", function ()
    assert.equal("[]", core.json_encode(setmetatable({}, core.json_list)))
    assert.equal("{}", core.json_encode {})
  end)

  it("writes numbers that read back as they were, and null for those JSON has not", function ()
    for _, v in ipairs { 0.1, 1 / 3, 1e300, -2.5e-10, 123456789.125 } do
      assert.equal(v, tonumber(core.json_encode(v)))
    end
    assert.equal("[null,null,-9223372036854775808]", core.json_encode { 0 / 0, math.huge, math.mininteger })
  end)

  it("escapes what must be, and is UTF-8 whatever comes in", function ()
    assert.equal([["\" \\ \n \t \u0001 \u0000 é 한"]], core.json_encode "\" \\ \n \t \1 \0 é 한")
    assert.equal('"a\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}c\u{FFFD}"', core.json_encode "a\xFFb\xED\xA0\x80c\xE2")
  end)

  it("refuses what has no form in JSON", function ()
    local ring = {}
    ring[1] = ring
    assert.has_error(function () core.json_encode(print) end, "JSON: a function has no form in JSON")
    assert.has_error(function () core.json_encode { 1, nil, 3, a = 1 } end,
      "JSON: a table that is neither a list without gaps nor an object")
    assert.has_error(function () core.json_encode { [true] = 1 } end, "JSON: a name should be a string, not a boolean")
    assert.has_error(function () core.json_encode(ring) end, "JSON: tables nested more than 256 deep")
  end)
end)

-- What article:json() should say: every field, with `raw` beside every span of the text.
local function with_raw(article, value)
  if type(value) ~= "table" then return value end
  local copy = {}
  for key, item in pairs(value) do copy[key] = with_raw(article, item) end
  if value.speaker_span then
    copy.speaker_span.raw = nil
    copy.speaker_raw = { article:raw(value.speaker_span.first, value.speaker_span.last) }
  end
  if value.first and not value.raw then copy.raw = { article:raw(value.first, value.last) } end
  return copy
end

local function expected_of(article)
  local fields = {}
  for name, value in pairs(article) do fields[name] = with_raw(article, value) end
  return fields
end

local function decoded(text) return (dkjson.decode(text, 1, nil, nil, nil)) end

describe("article:json()", function ()
  local text = "Talks resume\n\nBy Jane Doe\n\nSEOUL, Dec. 20 (Example) -- Ministers  met\n" ..
    "on “Monday”. They\u{301} left.\n"

  it("holds every field under its name, with raw beside every span", function ()
    local article = alliance.read(text, { source = "Post", published = "2024-12-20", url = "u", vars = { wave = 1 } })
    assert.same(expected_of(article), decoded(article:json()))
  end)

  it("leaves nil out and writes empty lists as lists", function ()
    local json = alliance.read("rain and sun"):json()
    assert.is_nil(json:find("null", 1, true))
    assert.is_truthy(json:find('"captions":[]', 1, true))
    assert.is_truthy(json:find('"boilerplate":[]', 1, true))
    assert.is_nil(json:find('"source"', 1, true))
  end)

  it("is one line", function () assert.is_nil(alliance.read(text):json():find "[\r\n]") end)
end)

describe("examples/extract.lua", function ()
  it("gives a record a line, in order, and goes on after bad ones", function ()
    local lines, status = run_extract('{"id":"a","text":"Rain fell."}\n{"id":"b","text":\n\n{"id":"c","text":" "}\n' ..
      '{"id":"d","html":"<p>Rain.</p>"}\n{"id":9,"text":"Sun."}\n')
    assert.equal("Rain fell.", decoded(lines[1]).text)
    assert.equal('{"line":2,"error":"not JSON: a value was expected at byte 18","id":"b"}', lines[2])
    assert.equal('{"line":4,"error":"nothing in it but white space","id":"c"}', lines[3])
    assert.equal('{"line":5,"error":"a page of HTML, which this version does not read yet","id":"d"}', lines[4])
    assert.equal("9", decoded(lines[5]).id)
    assert.same({ 5, 0 }, { #lines, status })
  end)

  it("leads from each sentence to the bytes of the input", function ()
    local text = "Rain  fell for a third day in a row\nin the “north”. Roads closed."
    local record = decoded(run_extract(core.json_encode { text = text } .. "\n")[1])
    local spans = {}
    for i, s in ipairs(record.sentences) do spans[i] = text:sub(s.raw[1], s.raw[2]) end
    assert.same({ "Rain  fell for a third day in a row\nin the “north”.", "Roads closed." }, spans)
  end)

  it("ends well when nothing comes in", function () assert.same({ {}, 0 }, { run_extract "" }) end)
end)
