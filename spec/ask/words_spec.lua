--- Words: lists, n-grams, collocates, keywords, dispersion.
local keep = require "spec.keep.keep_helper"
local measures = require "alliance.ask.measures"

local function article(id, body, about)
  local out = { id = id, text = "Talks set\n\n" .. body }
  for name, value in pairs(about or {}) do out[name] = value end
  return out
end

-- {word = count} of a frame.
local function counts(frame, name)
  local by = {}
  for row in frame:rows() do by[row[name]] = row.count end
  return by
end

local function row_of(frame, word)
  for row in frame:rows() do if row.word == word then return row end end
end

describe("terms", function ()
  local set = keep.set(article("a", "The allies agreed. The talks, they said, were the talks."),
    article("b", "Talks on cost-sharing were held: the U.S. side's view.\n\nThey don't ask for more."))

  it("are folded words of the body, the most frequent first, then by the alphabet", function ()
    local f = set:terms()
    assert.same({ "term", "count", "articles", "per_million" }, f.columns)
    assert.same({ "the", 4, 2 }, { f[1].term, f[1].count, f[1].articles })
    assert.same({ "talks", 3, 2 }, { f[2].term, f[2].count, f[2].articles })
    assert.same({ "they", "were", "'s", "agreed", "allies" }, keep.column(f:where(function (row)
      return row.term <= "allies" or row.count == 2
    end), "term"))
  end)

  it("part hyphens, and keep apostrophes and stops of abbreviations", function ()
    local by = counts(set:terms(), "term")
    assert.same({ 1, 1, 1, 1, 1 }, { by.cost, by.sharing, by["u.s."], by.side, by["don't"] })
    assert.is_nil(by["cost-sharing"])
  end)

  it("count per million words", function ()
    local f = set:terms()
    local sum = 0
    for row in f:rows() do sum = sum + row.count end
    assert.equal(4e6 / sum, f[1].per_million)
  end)

  it("may be those of another scope, as written, and the first of them", function ()
    assert.same({ set = 2, talks = 2 }, counts(set:terms { scope = "headline" }, "term"))
    local written = counts(set:terms { case = true }, "term")
    assert.same({ 2, 2, 1, 2 }, { written.the, written.The, written.Talks, written.talks })
    local f = set:terms { limit = 1 }
    assert.same({ 1, "the" }, { #f, f[1].term })
    assert.is_true(f.total > 1)
    assert.same({ the = 4, talks = 3 }, counts(set:terms { min = 3 }, "term"))
  end)

  it("are none in an empty selection", function ()
    assert.equal(0, #set:where({ source = "nobody" }):terms())
    assert.equal(0, #keep.set():terms())
  end)

  it("refuse options they do not know", function ()
    assert.error_matches(function () set:terms { scope = "tail" } end,
      "set:terms: option 'scope' should be one of body, headline, quotes, text, not 'tail'")
    assert.error_matches(function () set:terms { n = 2 } end, "set:terms: no option 'n'; there are: case, limit, ")
    assert.error_matches(function () set:terms { limit = 0 } end, "'limit' should be a whole number from 1, not 0")
  end)
end)

describe("ngrams", function ()
  local set = keep.set(
    article("a", "Ironclad commitment, ironclad commitment is here.\n\nIronclad words were said there."),
    article("b", "An ironclad commitment was here too."))

  it("are words that stand side by side, whatever marks are between", function ()
    local f = set:ngrams { n = 2 }
    assert.same({ "ngram", "count", "articles", "per_million" }, f.columns)
    assert.same({ "ironclad commitment", 3, 2 }, { f[1].ngram, f[1].count, f[1].articles })
    assert.equal(1, counts(f, "ngram")["commitment ironclad"])
  end)

  it("do not go on from one paragraph into the next", function ()
    assert.is_nil(counts(set:ngrams { n = 2 }, "ngram")["here ironclad"])
    assert.same({ ["ironclad commitment ironclad commitment is"] = 1, ["commitment ironclad commitment is here"] = 1,
      ["ironclad words were said there"] = 1, ["an ironclad commitment was here"] = 1,
      ["ironclad commitment was here too"] = 1 }, counts(set:ngrams { n = 5 }, "ngram"))
  end)

  it("count as often as a query for them finds them", function ()
    for row in set:ngrams({ n = 2 }):rows() do
      assert.equal(set:kwic('"' .. row.ngram .. '"').total, row.count, row.ngram)
    end
  end)

  it("may be one word, or eight", function ()
    assert.same(counts(set:terms(), "term"), counts(set:ngrams { n = 1 }, "ngram"))
    local long = keep.set(article("a", "X a b c d e f g was."))
    assert.same({ ["x a b c d e f g"] = 1, ["a b c d e f g was"] = 1 }, counts(long:ngrams { n = 8 }, "ngram"))
    assert.error_matches(function () set:ngrams { n = 9 } end, "'n' should be a whole number from 1 to 8, not 9")
  end)

  it("show the first of them, and how many there are", function ()
    local f = set:ngrams { n = 2, limit = 2 }
    assert.same({ 2, 12 }, { #f, f.total })
    assert.same({ "ironclad commitment" }, keep.column(set:ngrams { n = 2, min = 2 }, "ngram"))
  end)
end)

describe("collocates", function ()
  local set = keep.set(
    article("a", "The strong alliance stands. A strong, old alliance stands firm here and now.\n\nStrong words."),
    article("b", "Nothing strong was here."))

  it("stand in the window, within the block", function ()
    local f = set:collocates("alliance", { window = 2 })
    assert.same({ "word", "count", "total", "expected", "g2", "logdice", "pmi", "t" }, f.columns)
    assert.same({ strong = 2, stands = 2, the = 1, a = 1, old = 1, firm = 1 }, counts(f, "word"))
    assert.equal(4, row_of(f, "strong").total)
    assert.same({ 2, 8 }, { f.made.nodes, f.made.window })
  end)

  it("may be more on one side, or the whole sentence", function ()
    assert.same({ strong = 1, old = 1 }, counts(set:collocates("alliance", { window = { 1, 0 } }), "word"))
    assert.same({ the = 1, strong = 2, stands = 2, a = 1, old = 1, firm = 1, here = 1, ["and"] = 1, now = 1 },
      counts(set:collocates("alliance", { window = "sentence" }), "word"))
    assert.same({ the = 1, strong = 2, stands = 2, a = 1, old = 1, firm = 1, here = 1 },
      counts(set:collocates("alliance", { window = 3, within = "sentence" }), "word"))
  end)

  it("have the measures of one table: windows against the rest, without the nodes", function ()
    local row = row_of(set:collocates("alliance", { window = 2 }), "strong")
    -- 17 words without the two nodes, 8 of them in windows; 4 strong, 2 of them in windows.
    local o, r, c, n = 2, 8, 4, 17
    assert.same({ measures.expected(o, r, c, n), measures.g2(o, r, c, n), measures.pmi(o, r, c, n),
      measures.t(o, r, c, n), measures.logdice(o, 2, c) }, { row.expected, row.g2, row.pmi, row.t, row.logdice })
  end)

  it("count once where two windows meet", function ()
    local near = keep.set(article("a", "Alliance one alliance two alliance in it."))
    assert.same({ one = 1, two = 1, ["in"] = 1, it = 1 }, counts(near:collocates("alliance", { window = 5 }), "word"))
  end)

  it("are of phrases and of patterns too", function ()
    assert.same({ the = 1, alliance = 2, stands = 1, a = 1, old = 1, words = 1, nothing = 1, was = 1, here = 1 },
      counts(set:collocates("str?ng", { window = { 1, 2 }, within = "sentence" }), "word"))
    assert.same({ firm = 1 }, counts(set:collocates("alliance stands", { window = { 0, 1 }, within = "sentence" }),
      "word"))
  end)

  it("are none of a word that is not there, or in an empty selection", function ()
    assert.equal(0, #set:collocates "nobody")
    assert.equal(0, #set:where({ source = "x" }):collocates "alliance")
    assert.error_matches(function () set:collocates "--" end, "argument 1 %(word%) has no word in it: '%-%-'")
    assert.error_matches(function () set:collocates("x", { window = "page" }) end, "{left, right} or 'sentence'")
    assert.error_matches(function () set:collocates("x", { within = 5 }) end,
      "'within' should be 'sentence', not '5'; window=5")
    assert.error_matches(function () set:collocates("x", { span = 5 }) end,
      "no option 'span'; there are: case, limit, min, scope, window, within")
  end)
end)

describe("keyness", function ()
  local set = keep.set(article("a", "Nuclear talks on nuclear weapons were held.", { source = "AP" }),
    article("b", "Nuclear umbrella and cost talks were held.", { source = "AP" }),
    article("c", "Cost talks and the cost of talks and talks were held.", { source = "AFP" }))
  local ap, afp = set:where { source = "AP" }, set:where { source = "AFP" }

  it("tells what is more frequent here than there, with the articles that carry it", function ()
    local f = ap:keyness(afp)
    assert.same({ "word", "count", "reference", "g2", "chi2", "log_ratio", "articles" }, f.columns)
    local row = f[1]
    assert.same({ "nuclear", 3, 0, 2 }, { row.word, row.count, row.reference, row.articles })
    assert.same({ measures.g2(3, 14, 3, 25), measures.chi2(3, 14, 3, 25), measures.log_ratio(3, 14, 3, 25) },
      { row.g2, row.chi2, row.log_ratio })
  end)

  it("is negative for what is rarer here, and has words that are only there", function ()
    local f = ap:keyness(afp)
    assert.is_true(row_of(f, "talks").g2 < 0)
    assert.same({ 0, 1 }, { row_of(f, "of").count, row_of(f, "of").reference })
  end)

  it("turns around with the selections", function ()
    local there = afp:keyness(ap)
    for row in ap:keyness(afp):rows() do
      assert.is_true(math.abs(row.g2 + row_of(there, row.word).g2) < 1e-12, row.word)
    end
  end)

  it("has no measure where one selection is empty", function ()
    local f = ap:keyness(set:where { source = "nobody" })
    assert.same({ "and", 1, 0 }, { f[1].word, f[1].count, f[1].reference })
    assert.same({ 0 }, { f[1].g2, f[1].chi2, f[1].log_ratio })
    assert.equal(0, #set:where({ source = "x" }):keyness(set:where { source = "y" }))
  end)

  it("wants a selection of the same set", function ()
    assert.error_matches(function () ap:keyness "x" end, "argument 1 %(other%) should be a selection to compare with")
    assert.error_matches(function () ap:keyness(keep.set()) end, "a selection of another set")
  end)
end)

describe("dispersion", function ()
  local set = keep.set(article("a", "One two one two was said."),
    article("b", "One two three four five six seven eight was said."), article("c", "One was said here."))

  it("is by article", function ()
    local f = set:dispersion { "one", "two", "nobody" }
    assert.same({ "word", "count", "articles", "of_articles", "dp", "dp_norm" }, f.columns)
    local dp, norm = measures.dispersion({ 2, 1, 1 }, { 6, 10, 4 })
    assert.same({ "one", 4, 3, 3, dp, norm }, { f[1].word, f[1].count, f[1].articles, f[1].of_articles, f[1].dp,
      f[1].dp_norm })
    assert.same({ 0, 0, 3 }, { f[3].count, f[3].articles, f[3].of_articles })
    assert.is_nil(f[3].dp)
  end)

  it("takes one word, a phrase, a pattern", function ()
    assert.equal(3, set:dispersion("one two")[1].count)
    assert.equal(3, set:dispersion("t*o")[1].count)
    assert.error_matches(function () set:dispersion {} end, "a word or a list of words, and not empty")
  end)
end)
