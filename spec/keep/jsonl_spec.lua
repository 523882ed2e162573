local alliance = require "alliance"

-- An open file that hands out `text` in pieces of `size` bytes.
local function file_of(text, size)
  local at = 1
  return { read = function ()
    if at > #text then return nil end
    local piece = text:sub(at, at + (size or 7) - 1)
    at = at + #piece
    return piece
  end }
end

-- Every answer about the lines of `text`, as {n, about} or {n, false, message, id, byte}.
local function answers(text, options, size)
  local list = {}
  for n, about, message, id, byte in require("alliance.lines").lines(file_of(text, size), options) do
    list[#list + 1] = { n, about or false, message, id, byte }
  end
  return list
end

local function one(text) return table.unpack(answers(text)[1], 1, 5) end

describe("JSON lines", function ()
  it("give what alliance.read wants: the known keys by name, every other in vars", function ()
    local line = '{"id":"a","text":"Rain.","source":"Post","url":"https://example.org","published":"2024-12-20",' ..
      '"wave":2,"share":0.5,"free":true,"tags":["x",1]}'
    assert.same({ { 1, { id = "a", text = "Rain.", source = "Post", url = "https://example.org",
      published = "2024-12-20", vars = { wave = 2, share = 0.5, free = true, tags = '["x",1]' } } } }, answers(line))
    assert.equal("integer", math.type(select(2, one(line)).vars.wave))
  end)

  it("may hold an object of vars, whose keys join the others", function ()
    local _, about = one '{"text":"Rain.","desk":"Asia","vars":{"wave":1}}'
    assert.same({ desk = "Asia", wave = 1 }, about.vars)
  end)

  it("hand over html with its format, and refuse a line with neither", function ()
    assert.same({ 1, { html = "<p>", format = "html", vars = {} } }, answers('{"html":"<p>"}')[1])
    assert.same({ 1, false, "neither 'text' nor 'html' in it", "a" }, answers('{"id":"a"}')[1])
  end)

  it("are counted with the blank ones, whatever ends them, with or without a byte order mark", function ()
    local list = answers '\xEF\xBB\xBF{"text":"a"}\r\n\r\n \n{"text":"b"}'
    assert.same({ { 1, { text = "a", vars = {} } }, { 4, { text = "b", vars = {} } } }, list)
    assert.same({}, answers "")
    assert.same({}, answers "\n\n")
  end)

  it("take numbers as ids as they are written, null as absent, the last of two equal keys", function ()
    assert.equal("12345678901234567890", select(2, one '{"text":"a","id":12345678901234567890}').id)
    assert.equal("1.50", select(2, one '{"text":"a","id":1.50}').id)
    assert.same({ text = "b", vars = {} }, select(2, one '{"text":"a","id":null,"k":null,"text":"b"}'))
  end)

  it("refuse a known key of the wrong kind", function ()
    assert.same({ 1, false, "'text' should be a string, not a number", "a" }, { one '{"text":1,"id":"a"}' })
    assert.same({ 1, false, "'id' should be a string, not a list" }, { one '{"text":"a","id":[1]}' })
    assert.same({ 1, false, "'source' should be a string, not an object", "a" },
      { one '{"text":"a","id":"a","source":{}}' })
  end)

  it("keep all of a text with NUL or half a surrogate in it, which become U+FFFD", function ()
    assert.equal("a\u{FFFD}b", select(2, one [[{"text":"a\u0000b"}]]).text)
    assert.equal("\u{FFFD}x\u{FFFD}", select(2, one [[{"text":"\ud800x\udc00"}]]).text)
    assert.equal("\u{1F600}", select(2, one [[{"text":"\ud83d\ude00"}]]).text)
    assert.equal([[\u0000]], select(2, one [[{"text":"\\u0000"}]]).text)
    assert.equal("\\\u{FFFD}", select(2, one [[{"text":"\\\u0000"}]]).text)
  end)

  it("decode every escape of RFC 8259, in names as in values, each as long as UTF-8 makes it", function ()
    local _, about = one [[{"\u0074ext":"\"\\\/\b\f\n\r\t|\u0041\u00e9\u20AC\uD83D\uDE00|","k":"\u005C\u0022"}]]
    assert.same({ text = '"\\/\b\f\n\r\t|A\u{E9}\u{20AC}\u{1F600}|', vars = { k = '\\"' } }, about)
  end)

  it("allow white space wherever JSON does, and none of it changes what is read", function ()
    local _, about = one ' { "text" :\t"a  b" , "k" : [ 1 , { "x y" : "p  q\\"," } , [ ] ] , "n" : -1.5e2 } \r'
    assert.same({ text = "a  b", vars = { k = '[1,{"x y":"p  q\\","},[]]', n = -150.0 } }, about)
    assert.same({ text = "a", vars = { w = 1, d = "{}" } }, select(2, one '{"text":"a","vars":{ "w" : 1 , "d":{ } }}'))
    assert.same({ text = "a", vars = {} }, select(2, one '{"text":"a","vars":{ }}'))
  end)

  it("read numbers as Lua does: an integer where it is written as one and fits", function ()
    local _, about = one '{"text":"a","a":-0,"b":9223372036854775807,"c":9223372036854775808,"d":1E2,"e":0.1,"f":1e400}'
    assert.same({ a = 0, b = math.maxinteger, c = 2 ^ 63, d = 100.0, e = 0.1, f = math.huge }, about.vars)
    assert.same({ "integer", "integer", "float", "float" }, { math.type(about.vars.a), math.type(about.vars.b),
      math.type(about.vars.c), math.type(about.vars.d) })
    assert.equal("1.50", select(2, one '{"text":"a","source":1.50}').source)
  end)

  it("are the same however long a string is and wherever in it an escape stands", function ()
    for n = 0, 40 do
      local before, after = ("a"):rep(n), ("\u{E9}"):rep(40 - n)
      assert.equal(before .. '"' .. after, select(2, one(('{"text":"%s\\"%s"}'):format(before, after))).text)
      assert.equal(11 + n, select(5, one(('{"text":"%s\1%s"}'):format("a" .. before, after))))
    end
  end)

  it("keep the bytes of a text, and mend what is not UTF-8 elsewhere", function ()
    local _, about = one '{"text":"caf\xE9","source":"caf\xE9","k\xFF":"\xC3"}'
    assert.same({ text = "caf\xE9", source = "caf\u{FFFD}", vars = { ["k\u{FFFD}"] = "\u{FFFD}" } }, about)
  end)
end)

describe("a broken line", function ()
  for line, expected in pairs {
    ['{"text":"a"'] = { "not JSON: a comma or } was expected at byte 12", nil, 12 },
    ['{"id":"x","text":"a'] = { "not JSON: a closing quote for this string was expected at byte 18", "x", 18 },
    ['{"id":7,"text":nope}'] = { "not JSON: a value was expected at byte 16", "7", 16 },
    ["{'text':1}"] = { "not JSON: a name in quotes was expected at byte 2", nil, 2 },
    ['{"text" "a"}'] = { "not JSON: a colon was expected at byte 9", nil, 9 },
    ['{"text":"a\tb"}'] = { "not JSON: an escape instead of a control character was expected at byte 11", nil, 11 },
    ['{"text":"\\x"}'] = { "not JSON: one of JSON's escapes was expected at byte 10", nil, 10 },
    ['{"text":"\\u12"}'] = { "not JSON: one of JSON's escapes was expected at byte 10", nil, 10 },
    ['{"text":"a"} x'] = { "not JSON: nothing after the value was expected at byte 14", nil, 14 },
    ['{"text":"\\u12G4"}'] = { "not JSON: one of JSON's escapes was expected at byte 10", nil, 10 },
    ['{"text":"\\'] = { "not JSON: one of JSON's escapes was expected at byte 10", nil, 10 },
    ['{"id":"\\u00e9\\n","text"}'] = { "not JSON: a colon was expected at byte 24", "\u{E9}\n", 24 },
    ['{"a":"b" "c":1}'] = { "not JSON: a comma or } was expected at byte 10", nil, 10 },
    ['{"a":[1 2]}'] = { "not JSON: a comma or ] was expected at byte 9", nil, 9 },
    ['{"a":[1}'] = { "not JSON: a comma or ] was expected at byte 8", nil, 8 },
    ['{,}'] = { "not JSON: a name in quotes was expected at byte 2", nil, 2 },
    ['{"a":+1}'] = { "not JSON: a value was expected at byte 6", nil, 6 },
    ['{"a":-}'] = { "not JSON: a digit was expected at byte 7", nil, 7 },
    ['{"a":1e}'] = { "not JSON: a digit was expected at byte 8", nil, 8 },
    ['{"a":NaN}'] = { "not JSON: a value was expected at byte 6", nil, 6 },
    ['{"a":1}{}'] = { "not JSON: nothing after the value was expected at byte 8", nil, 8 },
    ['{"a":1} // b'] = { "not JSON: nothing after the value was expected at byte 9", nil, 9 },
    ['{"a":01}'] = { "not JSON: a comma or } was expected at byte 7", nil, 7 },
    ['{"a":1.}'] = { "not JSON: a digit was expected at byte 8", nil, 8 },
    ['{"a":[1,]}'] = { "not JSON: a value was expected at byte 9", nil, 9 },
    ['{"a":1,}'] = { "not JSON: a name in quotes was expected at byte 8", nil, 8 },
    ["\0\1\2"] = { "not JSON: a value was expected at byte 1", nil, 1 },
    ["[1]"] = { "a JSON object was expected, not a list" },
    ["7"] = { "a JSON object was expected, not a single value" },
  } do
    it(("says what and where: %q"):format(line), function ()
      assert.same({ 1, false, table.unpack(expected, 1, 3) }, { one(line) })
    end)
  end

  it("does not keep the next one from being read", function ()
    local list = answers '{"text":"a"}\n{"text":\n{"text":"c"}'
    assert.same({ 1, 2, 3 }, { list[1][1], list[2][1], list[3][1] })
    assert.same({ "a", "c" }, { list[1][2].text, list[3][2].text })
  end)

  it("is one that nests past the limit; just inside it is fine", function ()
    local function nested(n) return ('{"text":"a","k":%s%s}'):format(("["):rep(n), ("]"):rep(n)) end
    assert.equal("not JSON: less nesting than this was expected at byte 272", select(3, one(nested(256))))
    assert.equal(("["):rep(255) .. ("]"):rep(255), select(2, one(nested(255))).vars.k)
  end)
end)

-- The most memory that this process has held, in kB; nil where the system does not tell.
local function peak_memory()
  local file = io.open "/proc/self/status"
  local text = file and file:read "a"
  if file then file:close() end
  return text and tonumber(text:match "VmHWM:%s*(%d+) kB")
end

describe("a line past the limit", function ()
  local long = '{"id":"x","text":"' .. ("a"):rep(200) .. '"}'

  for _, size in ipairs { 1, 7, 64, 1000 } do
    it(("is refused with its size and id, and the next is read (pieces of %d bytes)"):format(size), function ()
      local list = answers(long .. '\n{"text":"b"}\n' .. long, { limit = 100 }, size)
      local refusal = "a line of 220 bytes; at most 100 (ALN_LINE_MAX) are read"
      assert.same({ { 1, false, refusal, "x" }, { 2, { text = "b", vars = {} } }, { 3, false, refusal, "x" } }, list)
    end)
  end

  it("is not held in memory: 1 GB of it takes less than 64 MB", function ()
    local piece, left = ("a"):rep(1 << 20), 1024
    local file = { read = function ()
      left = left - 1
      return left >= 0 and piece or left == -1 and '"}\n{"text":"b"}\n' or nil
    end }
    local before = peak_memory()
    if not before then return pending "the peak of memory is told by /proc, which is not there" end
    local list = {}
    for n, about, message in alliance.lines(file) do list[#list + 1] = { n, about and about.text, message } end
    local refusal = "a line of 1073741826 bytes; at most 16777216 (ALN_LINE_MAX) are read"
    assert.same({ { 1, nil, refusal }, { 2, "b" } }, list)
    assert.is_true(peak_memory() - before < 65536)
  end)
end)

describe("alliance.lines", function ()
  it("reads a path, and closes it when the loop is left", function ()
    local path = os.tmpname()
    local file = assert(io.open(path, "wb"))
    file:write('{"text":"a"}\n{"text":"b"}\n{"text":"c"}\n')
    file:close()
    local seen = {}
    for n, about in alliance.lines(path) do
      seen[n] = about.text
      if n == 2 then break end
    end
    os.remove(path)
    assert.same({ "a", "b" }, seen)
  end)

  it("gives nil and why where there is no such file", function ()
    assert.same({ nil, "/nowhere/a.jsonl: No such file or directory" }, { alliance.lines "/nowhere/a.jsonl" })
  end)

  it("tells that a file cannot be read on, as its last answer", function ()
    local list = {}
    for n, _, message in assert(alliance.lines "/") do list[#list + 1] = { n, message } end
    assert.same({ { 1, "cannot be read: Is a directory" } }, list)
  end)

  it("wants a path or an open file", function ()
    assert.error_matches(function () alliance.lines(7) end,
      "alliance.lines: argument 1 (file) should be a path or an open file, not a number", 1, true)
    local file = io.tmpfile()
    file:close()
    assert.error_matches(function () alliance.lines(file) end, "argument 1 (file) is a closed file", 1, true)
  end)
end)
