--- Code dictionaries: how patterns and categories are read.
local dictionary = require "alliance.ask.dictionary"
local keep = require "spec.keep.keep_helper"
local lexicon = require "alliance.lexicon"

local function compile(what, case) return dictionary.compile(what, lexicon.default(), case) end

-- {"word word": {category names}} of what was compiled.
local function read(what, case)
  local out, by_words = assert(compile(what, case)), {}
  for _, pattern in ipairs(out.patterns) do
    local names = {}
    for i, index in ipairs(pattern.categories) do names[i] = out.categories[index].name end
    by_words[table.concat(pattern.words, " ")] = names
  end
  return by_words
end

describe("a dictionary in Lua", function ()
  it("has categories with patterns, in the order of the alphabet", function ()
    local out = assert(compile { threat = { "nuclear", "missile*" }, burden = "SMA" })
    assert.same({ { name = "burden" }, { name = "threat" } }, out.categories)
    assert.same({ sma = { "burden" }, nuclear = { "threat" }, ["missile*"] = { "threat" } },
      read { threat = { "nuclear", "missile*" }, burden = "SMA" })
  end)

  it("has categories in categories: what the inner one counts, the outer one does too", function ()
    assert.same({ cost = { "burden" }, sma = { "burden", "burden.money" } },
      read { burden = { "cost", money = { "SMA" } } })
  end)

  it("lets a pattern stand in several categories", function ()
    assert.same({ sma = { "a", "b" } }, read { a = { "SMA" }, b = { "sma" } })
    assert.same({ sma = { "a", "a.x", "a.y" } }, read { a = { x = { "SMA" }, y = { "sma" } } })
  end)

  it("cuts patterns into words as articles are cut", function ()
    assert.same({ ["cost sharing"] = { "a" }, ["u.s. led"] = { "a" }, ["2 2"] = { "a" }, ["ally 's"] = { "a" } },
      read { a = { "cost-sharing", "U.S.-led", "2+2", "ally's" } })
  end)

  it("keeps wildcards within their words", function ()
    assert.same({ ["cost shar*"] = { "a" }, ["wom?n"] = { "a" }, ["*deter*"] = { "a" }, ["202?"] = { "a" },
      ["f 3*"] = { "a" }, ["reaffirm * commitment"] = { "a" }, ["한국*"] = { "a" } },
      read { a = { "Cost-Shar*", "wom?n", "*deter*", "202?", "F-3*", "reaffirm * commitment", "한국*" } })
  end)

  it("keeps the case of patterns on request", function ()
    assert.same({ ROK = { "a" }, ["Rep. o*"] = { "b" } }, read({ a = { "ROK" }, b = { "Rep. o*" } }, true))
  end)

  it("says where something is wrong and what was expected", function ()
    local function refuses(what, message) assert.same({ nil, message }, { compile(what) }) end
    refuses({ a = { "x", 5 } }, "category 'a', item 2 should be a pattern (a text) or a table of them, not a number")
    refuses({ a = { b = 5 } }, "category 'a.b' should be a list of patterns, not a number")
    refuses({ a = { "--" } }, "category 'a', item 1: the pattern '--' has no word in it")
    refuses({ "nuclear" }, "a pattern stands outside of all categories: nuclear; expected {category={pattern, …}}")
    refuses({ a = {} }, "the dictionary has no pattern; expected {category={pattern, …}}")
    refuses({ a = { "x", [7] = "y" } }, "category 'a': a name should be a text, not 7")
  end)

  it("refuses tables that are nested in themselves", function ()
    local loop = {}
    loop.a = loop
    local _, message = compile(loop)
    assert.is_truthy(message:find("nested more than 32 deep", 1, true))
  end)
end)

describe("a .dic file", function ()
  local path = os.tmpname()
  after_each(function () os.remove(path) end)

  local function dic(text)
    keep.spit(path, text)
    return path
  end

  local function refuses(text, message)
    assert.same({ nil, path .. ": " .. message }, { compile(dic(text)) })
  end

  it("has numbered categories between lines of %, then patterns", function ()
    assert.same({ ["abandon*"] = { "affect", "negemo" }, ["great deal"] = { "quant" } },
      read(dic "%\n1\taffect\n2\tnegemo\n20\tquant\n%\nabandon*\t1\t2\ngreat deal\t20\n"))
  end)

  it("has categories within categories by white space", function ()
    assert.same({ happy = { "affect", "affect.posemo" }, sad = { "affect", "affect.negemo", "affect.negemo.sadness" },
      we = { "we" } },
      read(dic "%\n1 affect\n  2 posemo\n  3 negemo\n    4 sadness\n5 we\n%\nhappy\t2\nsad\t4\nwe\t5\n"))
  end)

  it("may end lines with CR LF, begin with a mark, and part by spaces", function ()
    assert.same({ ["a lot"] = { "x" }, so = { "x" } }, read(dic "\u{FEFF}%\r\n1 x\r\n%\r\n\r\na lot  1\r\nso 1"))
  end)

  it("says in which line something is wrong and what was expected", function ()
    refuses("1 x\n", "line 1: expected a line with % alone, which opens the categories; found '1 x'")
    refuses("%\nx\n%\n", "line 2: expected the number and the name of a category, or % to end them; found 'x'")
    refuses("%\n1 x\n1 y\n%\n", "line 3: category 1 is there already")
    refuses("%\n1 x\n%\nword\n", "line 4: expected a pattern and its category numbers, found 'word'")
    refuses("%\n1 x\n%\nword\t\n", "line 4: expected category numbers behind the pattern")
    refuses("%\n1 x\n%\nword\t9\n", "line 4: no category 9 in the head")
    refuses("%\n1 x\n%\nkind\t(02 1)1/4\n",
      "line 4: expected category numbers behind the pattern, found '(02' (conditions are not read)")
    refuses("%\n1 x\n", "line 3: expected a line with % alone behind the categories")
    refuses("%\n1 x\n%\n--\t1\n", "line 4: the pattern '--' has no word in it")
  end)

  it("that is not there gives a message", function ()
    assert.same({ nil, "/nowhere/x.dic: No such file or directory" }, { compile "/nowhere/x.dic" })
  end)
end)
