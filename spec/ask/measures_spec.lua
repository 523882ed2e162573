--- Measures. "exact" values were computed with mpmath (40 digits) or Python's fractions from the textbook formula,
-- sum of O ln(O/E) and so on, independently of this library; "published" ones stand in the source that is named.
local measures = require "alliance.ask.measures"

local function near(expected, actual, within)
  assert.is_number(actual)
  local difference = math.abs(expected - actual)
  assert.is_true(difference <= (within or 1e-9 * math.max(1, math.abs(expected))),
    ("%.17g is not %.17g"):format(actual, expected))
end

-- A published table of two by two: a, b the word here and elsewhere; c, d the others.
local function table_of(a, b, c, d) return a, a + c, a + b, a + b + c + d end

describe("g2", function ()
  it("is what Dunning published (1993, table 2) for pairs of words in a text of 31,777", function ()
    local published = { { 270.72, 110, 2442, 111, 29114 }, { 263.90, 29, 13, 123, 31612 },
      { 256.84, 31, 23, 139, 31584 }, { 167.23, 10, 0, 3, 31764 }, { 157.21, 76, 104, 2476, 29121 } }
    for _, row in ipairs(published) do near(row[1], measures.g2(table_of(table.unpack(row, 2))), 0.005) end
  end)

  it("is exact", function ()
    near(270.721876936232556, measures.g2(table_of(110, 2442, 111, 29114)))
    near(167.229803910516767, measures.g2(table_of(10, 0, 3, 31764)))
    near(23.8831204972527946, measures.g2(5, 1000, 20, 100000))
    near(13.8974152924064675, measures.g2(3, 100, 3, 1000))
  end)

  it("is negative where the word is rarer here", function ()
    near(-0.402053843595691585, measures.g2(0, 1000, 20, 100000))
  end)

  it("keeps its digits in large sets", function ()
    near(-0.199700981065040223, measures.g2(25000, 50000000, 50100, 100000000))
  end)

  it("is nought where the word is spread evenly, nil where nothing was counted", function ()
    assert.equal(0, measures.g2(10, 100, 20, 200))
    assert.equal(0, measures.g2(20, 200, 20, 200))
    assert.is_nil(measures.g2(0, 100, 0, 200))
    assert.is_nil(measures.g2(0, 0, 20, 200))
    assert.is_nil(measures.g2(0, 0, 0, 0))
  end)
end)

describe("chi2", function ()
  it("has Yates' correction (exact)", function ()
    near(519.345338731880834, measures.chi2(table_of(110, 2442, 111, 29114)))
    near(93.402518887615907, measures.chi2(5, 1000, 20, 100000))
    near(17.9798655224934061, measures.chi2(3, 100, 3, 1000))
    near(0.195726801642592999, measures.chi2(25000, 50000000, 50100, 100000000))
  end)

  it("never corrects past nought, and is nil where there is nothing to compare with", function ()
    assert.equal(0, measures.chi2(0, 1000, 20, 100000))
    assert.is_nil(measures.chi2(5, 100, 5, 100))
    assert.is_nil(measures.chi2(0, 100, 0, 200))
  end)
end)

describe("association", function ()
  it("pmi is the binary logarithm of observed by expected (exact)", function ()
    near(4.6438561897747247, measures.pmi(5, 1000, 20, 100000))
    assert.equal(3, measures.pmi(8, 10, 10, 100))
    assert.is_nil(measures.pmi(0, 10, 10, 100))
  end)

  it("t is the difference by the root of what is observed (exact)", function ()
    near(2.14662525839979811, measures.t(5, 1000, 20, 100000))
    assert.is_nil(measures.t(0, 10, 10, 100))
  end)

  it("logdice is 14 where both always stand together, one less at half of that", function ()
    assert.same({ 14.0, 13.0 }, { measures.logdice(20, 20, 20), measures.logdice(10, 20, 20) })
    near(11.4150374992788438, measures.logdice(5, 40, 20))
    assert.is_nil(measures.logdice(0, 40, 20))
  end)

  it("expected is the product of the margins by all", function ()
    assert.equal(0.2, measures.expected(5, 1000, 20, 100000))
    assert.is_nil(measures.expected(0, 0, 0, 0))
  end)
end)

describe("log_ratio", function ()
  it("is 1 where the word is twice as frequent, -1 where half", function ()
    assert.same({ 1.0, -1.0 }, { measures.log_ratio(20, 100, 30, 200), measures.log_ratio(10, 100, 30, 200) })
    near(5.04439411935845344, measures.log_ratio(5, 1000, 20, 100000))
  end)

  it("takes 0.5 for nought, on either side", function ()
    near(1.30742852519224727, measures.log_ratio(0, 1000, 20, 100000))
    near(5.75488750216346854, measures.log_ratio(3, 100, 3, 1000))
    assert.is_nil(measures.log_ratio(3, 100, 3, 100))
  end)
end)

describe("dispersion", function ()
  it("is nought where the word is spread as the words are", function ()
    assert.same({ 0.0, 0.0 }, { measures.dispersion({ 1, 2, 3 }, { 100, 200, 300 }) })
  end)

  it("is what Gries (2008) computes for thirds and quarters", function ()
    near(1 / 3, (measures.dispersion({ 2, 1, 0 }, { 10, 10, 10 })))
    near(0.25, (measures.dispersion({ 50, 25, 15, 10 }, { 500, 500, 500, 500 })))
  end)

  it("has a norm that reaches 1 where all stand in the smallest part", function ()
    local dp, norm = measures.dispersion({ 0, 5, 0 }, { 300, 100, 600 })
    near(0.9, dp)
    near(1, norm)
  end)

  it("leaves parts without words out, and is nil where the word is not there", function ()
    assert.same({ measures.dispersion({ 3, 1 }, { 10, 30 }) }, { measures.dispersion({ 3, 0, 1 }, { 10, 0, 30 }) })
    assert.same({}, { measures.dispersion({ 0, 0 }, { 10, 10 }) })
    assert.same({ 0.0 }, { measures.dispersion({ 4 }, { 10 }) })
  end)
end)

describe("wilson", function ()
  it("is what Newcombe published (1998, method 3)", function ()
    local _, low, high = measures.wilson(81, 263)
    near(0.2553, low, 5e-5)
    near(0.3662, high, 5e-5)
    _, low, high = measures.wilson(15, 148)
    near(0.0624, low, 5e-5)
    near(0.1605, high, 5e-5)
  end)

  it("is exact", function ()
    local share, low, high = measures.wilson(170, 200)
    assert.equal(0.85, share)
    near(0.793944207158333363, low)
    near(0.892864064377580033, high)
  end)

  it("stays between nought and one", function ()
    local _, low, high = measures.wilson(0, 20)
    assert.equal(0, low)
    near(0.161125158052819387, high)
    _, low, high = measures.wilson(20, 20)
    near(0.838874841947180613, low)
    assert.equal(1, high)
    assert.is_nil(measures.wilson(0, 0))
  end)
end)

describe("kappa", function ()
  local function coded(yes_yes, yes_no, no_yes, no_no)
    local a, b = {}, {}
    for i, k in ipairs { yes_yes, yes_no, no_yes, no_no } do
      for _ = 1, k do
        a[#a + 1] = i <= 2 and "yes" or "no"
        b[#b + 1] = i % 2 == 1 and "yes" or "no"
      end
    end
    return a, b, #a
  end

  it("takes off what chance would give (exact: po 0.7, pe 0.5)", function ()
    assert.same({ 0.4, 0.7, 50 }, { measures.kappa(coded(20, 5, 10, 15)) })
    near(-1, (measures.kappa(coded(0, 5, 5, 0))))
  end)

  it("leaves out units that one of them did not code", function ()
    local a, b = coded(20, 5, 10, 15)
    a[51], b[52] = "yes", "no"
    assert.same({ 0.4, 0.7, 50 }, { measures.kappa(a, b, 52) })
  end)

  it("is nil where both use one value throughout, or nothing was coded", function ()
    assert.same({ nil, 1.0, 3 }, { measures.kappa({ 1, 1, 1 }, { 1, 1, 1 }, 3) })
    assert.same({ nil, nil, 0 }, { measures.kappa({}, { 1 }, 1) })
  end)
end)

describe("alpha", function ()
  it("is what Krippendorff published (2011): 0.743 for four observers of twelve units, with gaps", function ()
    local observers = {
      { 1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil }, { 1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, nil },
      { nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3 }, { 1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil } }
    local alpha, values = measures.alpha(observers, 12)
    near(0.743, alpha, 5e-4)
    near(113 / 152, alpha)
    assert.equal(40, values)
  end)

  it("is exact for three coders of fifteen units", function ()
    local coders = {
      { nil, nil, nil, nil, nil, 3, 4, 1, 2, 1, 1, 3, 3, nil, 3 }, { 1, nil, 2, 1, 3, 3, 4, 3 },
      { nil, nil, 2, 1, 3, 4, 4, nil, 2, 1, 1, 3, 3, nil, 4 } }
    near(56 / 81, (measures.alpha(coders, 15)))
  end)

  it("is nil where nothing varies or nothing is coded twice", function ()
    assert.is_nil(measures.alpha({ { 1, 1 }, { 1, 1 } }, 2))
    assert.is_nil(measures.alpha({ { 1, nil }, { nil, 2 } }, 2))
    assert.is_nil(measures.alpha({}, 0))
  end)
end)
