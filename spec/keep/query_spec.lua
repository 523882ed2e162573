--- The query language: what it reads, how it binds, and where it says a query is faulty.
local core = require "alliance.core"
local lexicon = require "alliance.lexicon"

local function read(text) return (core.query(text, lexicon.default())) end

-- The message of a faulty query, and the byte.
local function fault(text)
  local expression, message, code, byte = core.query(text, lexicon.default())
  assert.is_nil(expression)
  assert.equal("ESYNTAX", code)
  return message, byte
end

describe("a query", function ()
  it("looks for all words that stand side by side", function ()
    assert.equal('(("ironclad" AND "commitment"))', read "ironclad  commitment")
  end)

  it("folds case and the shape of quotes and dashes", function ()
    assert.equal('("burden sharing")', read '“Burden‑Sharing”')
    assert.equal('("nato")', read "NATO")
  end)

  it("reads marks inside a word as its tokens", function ()
    assert.equal('("u.s.")', read "U.S.")
    assert.equal('(("south" AND "korea u.s."))', read "South Korea-U.S.")
    assert.equal(read '"2+2"', read "2+2")
  end)

  it("takes the beginning of a word", function ()
    assert.equal('("deter" *)', read "deter*")
    assert.equal('("extended deter" *)', read '"extended deter*"')
    assert.equal('("extended deter" *)', read '"extended deter"*')
  end)

  it("binds NOT closest, then AND, then OR, and words side by side closer still", function ()
    assert.equal('(("a" OR ("b" AND ("c" NOT ("d")))))', read "a OR b AND c NOT d")
    assert.equal('((("a" AND "b") NOT ("c" OR "d")))', read "a b NOT c NOT d")
    assert.equal('((("a" OR "b") AND "c"))', read "(a OR b) c")
  end)

  it("takes operators only in capitals", function ()
    assert.equal('(("this" AND "or" AND "that"))', read "this or that")
    assert.equal('("not")', read '"NOT"')
  end)

  it("takes NEAR with and without a number", function ()
    assert.equal('(NEAR("ironclad" "commitment", 5))', read "NEAR(ironclad commitment, 5)")
    assert.equal('(NEAR("a b" "c" *, 10))', read 'NEAR("a b" c*)')
    assert.equal('(NEAR("troops" "28,500", 10))', read "NEAR(troops 28,500)")
    assert.equal('(NEAR("troops" "28,500", 5))', read "NEAR(troops 28,500, 5)")
  end)

  it("shows where it is faulty", function ()
    assert.same({ "the query cannot be read at byte 10: a quotation mark that is not closed\n" ..
      '  talks OR "burden\n' ..
      "           ^", 10 }, { fault 'talks OR "burden' })
  end)

  it("counts columns, not bytes, for the caret", function ()
    assert.equal("the query cannot be read at byte 8: a parenthesis that was not opened\n" ..
      "  한국 )\n" ..
      "       ^", (fault "한국 )"))
  end)

  local faults = {
    { "", 1, "nothing to look for" }, { "a AND", 6, "a word is missing at the end" },
    { "(a OR b", 1, "a parenthesis that is not closed" }, { "a)", 2, "a parenthesis that was not opened" },
    { "NOT a", 1, "AND, OR and NOT stand between two words (in quotes they are words)" },
    { "a ()", 4, "a word is missing before ')'" }, { "a ... b", 3, "no word in it" },
    { "de*er", 3, "* stands behind the beginning of a word: deter*" },
    { "^talks", 1, "^ is not part of the query language" },
    { "NEAR(a OR b)", 8, "NEAR takes words and phrases, then a comma and a number: NEAR(a b, 5)" },
    { "NEAR(a b", 1, "NEAR( that is not closed" }, { '"de* er"', 4, "in a phrase only the last word can end in *" },
    { "talks @KR", 7, "@ for all names of a side, person or body cannot stand here" },
  }
  for _, case in ipairs(faults) do
    it(("refuses %q"):format(case[1]), function ()
      local message, byte = fault(case[1])
      assert.equal(case[2], byte)
      assert.is_truthy(message:find(("at byte %d: %s"):format(case[2], case[3]), 1, true), message)
    end)
  end

  it("has limits, which it names", function ()
    local _, deep, code = core.query(("("):rep(65) .. "a" .. (")"):rep(65), lexicon.default())
    assert.same({ true, "ELIMIT" }, { deep:find("ALN_QUERY_DEPTH", 1, true) ~= nil, code })
    local many, why = select(2, core.query(("a "):rep(257), lexicon.default()))
    assert.same({ true, "ELIMIT" }, { many:find("ALN_QUERY_PHRASES", 1, true) ~= nil, why })
    assert.is_truthy(core.query(("a "):rep(256), lexicon.default()))
    assert.is_string(read(("("):rep(64) .. "a" .. (")"):rep(64)))
    local _, long = core.query(("a "):rep(40000), lexicon.default())
    assert.equal("a query of 80000 bytes; at most 65536 are read (ALN_QUERY_MAX)", long)
  end)
end)
