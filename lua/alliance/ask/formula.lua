--- Formulas: set phrases of officials and writers. Which are there; how one is varied, and how it comes and goes.
local core = require "alliance.core"
local frames = require "alliance.show.frame"
local places = require "alliance.ask.places"
local selection = require "alliance.selection"
local stories = require "alliance.ask.stories"
local wanted = require "alliance.ask.wanted"

local methods = selection.methods
local ENOUGH = 0.8 -- of the count of a phrase: a longer one that is said as often says it all

-- -- finding ----------------------------------------------------------------------------------------------

-- Phrases of n words that recur in several articles.
local function recurrent(self, asked, n, min)
  local found, message, code, byte = core.list_ngrams(self.store, self.tree, { scope = asked.scope, case = asked.case,
    min = min, limit = 5000 }, n)
  if not found then return nil, message, code, byte end
  local list = {}
  for row in frames.of(found):rows() do
    if row.articles >= min then
      list[#list + 1] = { text = row.ngram, count = row.count, articles = row.articles, n = n }
    end
  end
  return list
end

-- Whether a longer phrase that was kept says it nearly as often.
local function is_part(phrase, longer)
  local inner = " " .. phrase.text .. " "
  for _, kept in ipairs(longer) do
    if kept.count >= ENOUGH * phrase.count and (" " .. kept.text .. " "):find(inner, 1, true) then return true end
  end
  return false
end

local function by_weight(a, b)
  if a.articles ~= b.articles then return a.articles > b.articles end
  if a.count ~= b.count then return a.count > b.count end
  return a.text < b.text
end

local function discover(self, asked, from, to, min)
  local kept = {}
  for n = to, from, -1 do
    local list, message, code, byte = recurrent(self, asked, n, min)
    if not list then return nil, message, code, byte end
    local fresh = {}
    for _, phrase in ipairs(list) do if not is_part(phrase, kept) then fresh[#fresh + 1] = phrase end end
    table.move(fresh, 1, #fresh, #kept + 1, kept)
  end
  table.sort(kept, by_weight)
  return kept
end

-- Who uses a phrase, and from when to when.
local function use_of(self, asked, phrase)
  local words = {}
  for word in phrase:gmatch "%S+" do words[#words + 1] = word end
  local found = core.list_variants(self.store, self.tree, { scope = asked.scope, case = asked.case },
    { patterns = { { words = words } } })
  return found and frames.of(found)[1] or {}
end

local function found_formulas(self, asked, given)
  local from, to, min = given.from or 4, given.to or 8, given.min or 3
  local list, message, code, byte = discover(self, asked, from, to, min)
  if not list then return nil, message, code, byte end
  local rows = {}
  for i = 1, math.min(#list, given.limit or 50) do
    local use = use_of(self, asked, list[i].text)
    rows[i] = { list[i].text, list[i].n, list[i].count, list[i].articles, use.sources, use.first_day, use.last_day }
  end
  local made = selection.made(self, ("formula, %d to %d words"):format(from, to))
  made.counted = places.of_list(self, asked, "formula")
  return frames.new({ "formula", "words", "count", "articles", "sources", "first_day", "last_day" }, rows, made,
    { total = #list })
end

-- -- following -------------------------------------------------------------------------------------------

local function variants_of(self, asked, formula, given)
  local what = wanted.term("formula", "argument 1 (formula)", formula, self.lexicon, given.case)
  local found, total, code, byte = core.list_variants(self.store, self.tree, asked, what)
  if not found then return nil, total, code, byte end
  local made = selection.made(self, ("formula %s"):format(formula))
  made.counted = places.of_list(self, asked, "variant")
  return frames.of(found, made, { total = total })
end

local function followed(object, formula, given)
  return object:count { term = formula, by = given.by, scope = given.scope, case = given.case,
    independent = given.independent }
end

-- -- asking ----------------------------------------------------------------------------------------------

local known = { scope = "string", case = "boolean", from = "number", to = "number", min = "number", limit = "number",
  independent = "boolean" }

local function check(options, formula)
  if options ~= nil and selection.kind(options) ~= "table" then
    selection.complain(3, "set:formula: the options should be a table, not a %s", selection.kind(options))
  end
  local plain = {}
  for name, value in pairs(options or {}) do if name ~= "by" then plain[name] = value end end
  local given, asked = wanted.check("formula", plain, known)
  given.by = options and options.by
  for _, name in ipairs { "from", "to" } do
    local n = given[name]
    if n and (math.type(n) ~= "integer" or n < 2 or n > 8) then
      selection.complain(3, "set:formula: option '%s' should be a number of words from 2 to 8, not %s", name, n)
    end
  end
  if given.by and not formula then
    selection.complain(3, "set:formula: 'by' follows one formula; give it as argument 1")
  end
  return given, asked
end

--- Set phrases.
-- Without a formula: the sequences of words that recur in several articles. One article a story counts (independent=
-- false: all), since what is copied recurs by itself; a sequence that lies within a longer one which is said at least
-- 0.8 times as often is left out. Sequences within a block, marks aside (lexical bundles, Biber et al. 1999).
-- With a formula: which sequences of words it stands for (`*` is any word), who uses each and from when to when; with
-- `by` how often it is said in each period, source, … (as count).
-- @tparam[opt] string formula "ironclad commitment", "ironclad *", "reaffirm* * commitment"
-- @tparam[opt] table options {by= (as count), from= (4) and to= (8) words, min= (3) times and articles, limit= (50
-- formulas), independent=, scope=, case=}; without a formula these may be argument 1
-- @treturn[1] frame formula, words, count, articles, sources, first_day, last_day; the most articles first
-- @treturn[2] frame with a formula: variant, count, articles, sources, first_day, last_day; the most frequent first
-- @treturn[3] frame with a formula and `by`: as count
-- @return[4] nil, message, code
-- @raise where an option is wrong
function methods:formula(formula, options)
  local self_ = selection.inside(self, "formula")
  if type(formula) == "table" and options == nil then formula, options = nil, formula end
  local given, asked = check(options, formula)
  local frame, message, code, byte
  if formula and given.by then return followed(self, formula, given) end
  if formula then
    if given.independent then self_ = stories.independent(self_) end
    frame, message, code, byte = variants_of(self_, asked, formula, given)
  else
    if given.independent ~= false then self_ = stories.independent(self_) end
    frame, message, code, byte = found_formulas(self_, asked, given)
  end
  if not frame then return selection.failed("formula", message, code, byte) end
  return frame
end

return methods
