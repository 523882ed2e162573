--- Words: which there are, which stand side by side, which stand near another, which mark one selection off from
-- another. Counting is literal: what is written counts. Every figure is explained in alliance/ask/measures.lua.
local core = require "alliance.core"
local frames = require "alliance.show.frame"
local places = require "alliance.ask.places"
local selection = require "alliance.selection"
local wanted = require "alliance.ask.wanted"

local methods = selection.methods

-- `counted`: what leads from a row to the places that it counted.
local function framed(self, method, query, counted, found, total, code, byte)
  if not found then return selection.failed(method, total, code, byte) end
  local made = selection.made(self, query)
  made.counted = counted
  return frames.of(found, made, { total = total })
end

-- -- lists ------------------------------------------------------------------------------------------------

--- Every word.
-- @tparam[opt] table options {scope=, case=, min=, limit=} (see alliance/ask/wanted.lua)
-- @treturn[1] frame term, count, articles, per_million; the most frequent first, then by the bytes of the term
-- @return[2] nil, message, code
-- @raise where an option is wrong
function methods:terms(options)
  local self_ = selection.inside(self, "terms")
  local _, asked = wanted.check("terms", options, wanted.known)
  return framed(self_, "terms", "terms", places.of_list(self_, asked, "term"),
    core.list_terms(self_.store, self_.tree, asked))
end

--- Every sequence of n words that stand side by side in one block; marks between them do not count.
-- @tparam[opt] table options {n= (2; 1 to 8), scope=, case=, min=, limit= (1000)}
-- @treturn[1] frame ngram, count, articles, per_million (of all sequences); the most frequent first; `f.total` is the
-- number of all different ones that count at least `min`
-- @return[2] nil, message, code
-- @raise where an option is wrong
function methods:ngrams(options)
  local self_ = selection.inside(self, "ngrams")
  local given, asked = wanted.check("ngrams", options, wanted.with { n = "number" })
  local n = given.n or 2
  if math.type(n) ~= "integer" or n < 1 or n > 8 then
    selection.complain(2, "set:ngrams: option 'n' should be a whole number from 1 to 8, not %s", tostring(n))
  end
  asked.limit = asked.limit or 1000
  return framed(self_, "ngrams", ("ngrams, n %d"):format(n), places.of_list(self_, asked, "ngram"),
    core.list_ngrams(self_.store, self_.tree, asked, n))
end

-- -- collocates -------------------------------------------------------------------------------------------

-- The window: words to the left, to the right, whether it ends with the sentence.
local function window_of(options)
  local window = options.window == nil and 5 or options.window
  if window == "sentence" then return math.maxinteger, math.maxinteger, true end
  local left, right = window, window
  if type(window) == "table" then left, right = window[1], window[2] end
  for _, side in ipairs { left or false, right or false } do
    if math.type(side) ~= "integer" or side < 0 then
      selection.complain(3, "set:collocates: option 'window' should be a number of words, {left, right} or 'sentence'")
    end
  end
  if options.within ~= nil and options.within ~= "sentence" then
    selection.complain(3, "set:collocates: option 'within' should be 'sentence', not '%s'; window=%s is so many words",
      tostring(options.within), type(options.within) == "number" and options.within or 5)
  end
  return left, right, options.within == "sentence"
end

--- Words that stand near a word or phrase.
-- A window is so many words on each side; it ends with the block. Windows are united: a word near two nodes counts
-- once. The node's own words count neither in windows nor elsewhere, so that counts and window are one table of two by
-- two (Evert 2008, "Corpora and collocations", surface cooccurrence): of a word that is part of the node too, `total`
-- is how often it stands in all, and the measures are made with those outside of the node.
-- @tparam string word a word, a phrase, with * and ? for letters (* alone: any word)
-- @tparam[opt] table options {window= (5; {left, right}; "sentence"), within="sentence" (windows end with it too),
-- scope=, case=, min=, limit=}
-- @treturn[1] frame word, count (in the windows), total (in the selection), expected, g2, logdice, pmi, t; the highest
-- g2 first. `f.made.nodes` is how often the node stands, `f.made.window` how many words the windows hold
-- @return[2] nil, message, code
-- @raise where an option is wrong, or `word` has no word in it
function methods:collocates(word, options)
  local self_ = selection.inside(self, "collocates")
  local given, asked = wanted.check("collocates", options, wanted.with { window = "any", within = "any" })
  local left, right, sentence = window_of(given)
  local node = wanted.term("collocates", "argument 1 (word)", word, self_.lexicon, given.case)
  local found, total, nodes, window = core.list_collocates(self_.store, self_.tree, asked, node, left, right, sentence)
  if not found then return selection.failed("collocates", total, nodes, window) end
  local made = selection.made(self_, ("collocates %s"):format(word))
  made.nodes, made.window = nodes, window
  made.counted = places.of_collocates(self_, asked, node, { left, right, sentence })
  return frames.of(found, made, { total = total })
end

-- -- keyness ----------------------------------------------------------------------------------------------

--- Words by which this selection differs from another: what is here more, or less, often than there.
-- Articles that are in both count on both sides. `articles` tells a keyword that one article carries.
-- @tparam set|selection other of the same set
-- @tparam[opt] table options {scope=, case=, min= (count and reference together), limit=}
-- @treturn[1] frame word, count (here), reference (there), g2 (negative where rarer here), chi2, log_ratio, articles
-- (here); the highest g2 first
-- @return[2] nil, message, code
-- @raise where `other` is none, or an option is wrong
function methods:keyness(other, options)
  local self_ = selection.inside(self, "keyness")
  local there = selection.peek(other)
  if not there then
    selection.complain(2, "set:keyness: argument 1 (other) should be a selection to compare with, not a %s",
      type(other))
  end
  if there.set ~= self_.set then selection.complain(2, "set:keyness: a selection of another set") end
  local _, asked = wanted.check("keyness", options, wanted.known)
  local query = ("keyness against %s"):format(there.says or "all")
  local both = { kind = "either", self_.tree, there.tree }
  return framed(self_, "keyness", query, places.of_list(self_, asked, "word", both),
    core.list_keyness(self_.store, self_.tree, asked, there.tree))
end

-- -- dispersion -------------------------------------------------------------------------------------------

local function spread_of(self, asked, word, node)
  local count, articles, of_articles, dp, norm = core.disperse(self.store, self.tree, asked, node)
  if not count then return nil, articles, of_articles, dp end
  return { word, count, articles, of_articles, dp, norm }
end

--- How evenly words are spread over the articles: Gries' DP (0: as the words are; towards 1: all in few articles).
-- @tparam string|{string,...} words words, phrases, patterns
-- @tparam[opt] table options {scope=, case=}
-- @treturn[1] frame word, count, articles (that have it), of_articles (that have words), dp, dp_norm; nil where the
-- word is not there
-- @return[2] nil, message, code
function methods:dispersion(words, options)
  local self_ = selection.inside(self, "dispersion")
  local _, asked = wanted.check("dispersion", options, { scope = "string", case = "boolean" })
  local rows, nodes = {}, {}
  for i, word in ipairs(type(words) == "table" and words or { words }) do
    local node = wanted.term("dispersion", "argument 1 (words)", word, self_.lexicon, asked.case)
    local row, message, code, byte = spread_of(self_, asked, word, node)
    if not row then return selection.failed("dispersion", message, code, byte) end
    rows[i], nodes[word] = row, node
  end
  if #rows == 0 then
    selection.complain(2, "set:dispersion: argument 1 (words) should be a word or a list of words, and not empty")
  end
  local made = selection.made(self_, "dispersion")
  made.counted = places.of_terms(self_, asked, nodes)
  return frames.new({ "word", "count", "articles", "of_articles", "dp", "dp_norm" }, rows, made)
end

return methods
