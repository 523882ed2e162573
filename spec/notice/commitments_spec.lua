local alliance = require "alliance"

local function commitments(text) return assert(alliance.read(text)).commitments end

local function terms(text)
  local out = {}
  for i, c in ipairs(commitments(text)) do out[i] = c.term end
  return out
end

describe("a word of commitment", function ()
  it("is counted under one term, in whichever form it stands", function ()
    assert.same({ "reaffirmed", "ironclad", "commitment" },
      terms "Washington reaffirms its iron-clad commitment to the alliance.")
  end)

  it("is the longest phrase that fits", function ()
    assert.same({ "extended deterrence" }, terms "They spoke of extended deterrence.")
    assert.same({ "deterrence" }, terms "They spoke of deterrence.")
  end)

  it("is spelled as it is written", function ()
    assert.same({ "combined defence posture" }, terms "They keep a combined defence posture.")
    assert.same({ "combined defense posture" }, terms "They keep a combined defense posture.")
  end)

  it("may need the alliance beside it", function ()
    assert.same({ "pledged" }, terms "He pledged to protect the ally.")
    assert.same({}, terms "He pledged to lower taxes.")
    assert.same({}, terms "The rebels vowed to fight government forces.")
  end)

  it("may need a mark of quotation before it", function ()
    assert.same({ "strong" }, terms 'He spoke of a "strong, lasting" alliance.')
    assert.same({}, terms "The alliance is strong.")
  end)

  it("has a category, a rule and a place", function ()
    local text = "Trade grew. The alliance is the linchpin of peace."
    local c = commitments(text)[1]
    assert.same({ "linchpin", "assurance", "word", 1 }, { c.term, c.category, c.rule, c.block })
    assert.equal("linchpin", text:sub(c.first, c.last))
  end)

  it("has a speaker where the sentence names one", function ()
    assert.equal("Lloyd Austin", commitments("Lloyd Austin reaffirmed the alliance.")[1].speaker)
    assert.is_nil(commitments("It was reaffirmed.")[1].speaker)
  end)

  it("says where it is denied", function ()
    assert.is_true(commitments("The pact is not ironclad.")[1].negated)
    assert.is_false(commitments("The pact is ironclad.")[1].negated)
  end)
end)

describe("words that name the ally themselves", function ()
  it("need nothing beside them; others do", function ()
    assert.same({ "commitment" }, terms "Our commitment to South Korea is old.")
    assert.same({}, terms "Our commitment to reading is old.")
    assert.same({ "deter" }, terms "They are there to deter North Korea.")
    assert.same({}, terms "Fines are there to deter drivers.")
    assert.same({ "burden sharing" }, terms "He asked for fair and equitable burden sharing.")
    assert.same({}, terms "He asked for a fair share of the cake.")
  end)
end)
