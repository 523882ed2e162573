local file = require "alliance.show.file"
local frame = require "alliance.show.frame"
local json = require "alliance.show.json"

describe("a frame as JSON", function ()
  it("is an array with an object a row, keys in the order of the columns", function ()
    assert.equal('[\n{"b":1,"a":"x"},\n{"b":2,"a":"y"}\n]\n',
      frame.new({ "b", "a" }, { { 1, "x" }, { 2, "y" } }):json())
    assert.equal("[]\n", frame.new({ "a" }, {}):json())
  end)

  it("leaves nil out and keeps an empty text and an empty list", function ()
    assert.equal('[\n{"b":"","c":[]}\n]\n', frame.new({ "a", "b", "c" }, { { nil, "", {} } }):json())
  end)

  it("keeps integers integers, floats floats, truth values and lists", function ()
    assert.equal('[\n{"a":3,"b":3.0,"c":false,"d":["KR","US"]}\n]\n',
      frame.new({ "a", "b", "c", "d" }, { { 3, 3.0, false, { "KR", "US" } } }):json())
  end)

  it("leaves out origins, frames, and article text with text=false", function ()
    assert.equal('[\n{"id":1}\n]\n', frame.new({ "id", "text", "_row" }, { { 1, "x", 2 } }):json { text = false })
    assert.equal('[\n{"id":1,"count":1}\n]\n', frame.new({ "id" }, { { 1 } }):group "id":json())
  end)

  it("goes to a file, or says why not", function ()
    local path = os.tmpname()
    local f = frame.new({ "a" }, { { 1 } })
    assert.equal(path, f:json(path))
    assert.equal(f:json(), file.load(path))
    os.remove(path)
    assert.same({ nil, "/nowhere/x could not be written: No such file or directory" }, { f:json "/nowhere/x" })
  end)

  it("refuses an option it does not know", function ()
    assert.error_matches(function () frame.new({}, {}):json { bom = true } end, "frame:json: no option 'bom'")
  end)
end)

describe("a value as JSON", function ()
  it("escapes quotes, backslashes and control characters", function ()
    assert.equal([["say \"yes\" \\ \n\t\u0000\u001b"]], json.encode 'say "yes" \\ \n\t\0\27')
    assert.equal('"한국 ’\u{1F600}"', json.encode "한국 ’\u{1F600}")
  end)

  it("is valid UTF-8 whatever the bytes were", function ()
    assert.equal('"a\u{FFFD}b"', json.encode "a\xFFb")
    assert.equal('"\u{FFFD}\u{FFFD}\u{FFFD}"', json.encode "\xED\xA0\x80") -- a surrogate
    assert.equal('"\u{FFFD}"', json.encode "\xC3")
  end)

  it("writes a number in the fewest digits that give it back", function ()
    assert.equal("[0,-5,0.1,1e+300,9223372036854775807,3.0]",
      json.encode { 0, -5, 0.1, 1e300, math.maxinteger, 3.0 })
  end)

  it("is null for what is no number", function ()
    assert.equal("[null,null,null]", json.encode { 1 / 0, -1 / 0, 0 / 0 })
    assert.equal('[\n{"b":1}\n]\n', frame.new({ "a", "b" }, { { 0 / 0, 1 } }):json())
  end)

  it("sorts the keys of a table; an empty one is a list", function ()
    assert.equal('{"a":[1,{"c":true}],"b":[]}', json.encode { b = {}, a = { 1, { c = true } } })
  end)

  it("is the printed text of what prints itself", function ()
    assert.equal('"3 articles"', json.encode(setmetatable({}, { __tostring = function () return "3 articles" end })))
  end)

  it("refuses a table inside itself", function ()
    local t = {}
    t[1] = t
    assert.error_matches(function () json.encode(t) end, "nest deeper than 64")
  end)
end)
