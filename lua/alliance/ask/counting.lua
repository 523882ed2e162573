--- Counting: how often, in how many articles, out of how many; by period, source, side, or any column of one's own.
local core = require "alliance.core"
local counted = require "alliance.ask.counted"
local frames = require "alliance.show.frame"
local groups = require "alliance.ask.groups"
local items = require "alliance.ask.counting_items"
local measures = require "alliance.ask.measures"
local periods = require "alliance.ask.periods"
local search = require "alliance.ask.search"
local selection = require "alliance.selection"
local stories = require "alliance.ask.stories"
local wanted = require "alliance.ask.wanted"

local methods = selection.methods
local of_words = { scope = "string", case = "boolean", stem = "boolean", match = "string", term = "string",
  independent = "boolean", aliases = "boolean" }

-- With aliases=true, what is looked for with @ before its names, and what was done.
local function with_aliases(self, given)
  local text = given.match or given.term
  if not given.aliases or not text then return given end
  local asked, note = search.aliased(self, text, given)
  local copy = {}
  for name, value in pairs(given) do copy[name] = value end
  copy[given.match and "match" or "term"] = asked
  return copy, note
end

-- What is looked for; nil: articles themselves.
local function sought(self, given)
  if given.match and given.term then
    selection.complain(3, "set:count: 'match' (a query) and 'term' (a word or phrase) are two ways to ask; give one")
  end
  if given.term then
    local what = wanted.term("count", "option 'term'", given.term, self.lexicon, given.case)
    if not (given.stem and what.patterns) then return what end
    return { query = wanted.as_pattern(what.patterns[1].words), kind = wanted.kind("count", "[ ]", given) }
  end
  return given.match and wanted.query("count", given.match, self.lexicon, given) or nil
end

local function has_period(names)
  for _, name in ipairs(names) do if periods.is_unit(name) then return true end end
  return false
end

-- What made the frame; with how many articles no period holds (`all` of the selection, less those in a group).
local function made_of(self, names, query, all, of_articles)
  local made = selection.made(self, query)
  if has_period(names) then
    for _, n in ipairs(of_articles) do all = all - n end
    local left_out = all + (made.left_out or 0)
    made.left_out = left_out > 0 and left_out or nil
  end
  return made
end

local function says(names, given)
  local what = given.match or given.term or given.of
  local by = #names > 0 and " by " .. table.concat(names, ", ") or ""
  return ("count%s%s%s"):format(what and " " .. what or "", by, given.independent and ", one article a story" or "")
end

-- Rows of the combinations that are shown.
local function rows_of(keys, counts, articles, of_articles, tokens)
  local there, rows = {}, {}
  for c = 1, #of_articles do there[c] = of_articles[c] > 0 or nil end
  if #keys == 0 then there[1] = true end
  for i, shown in ipairs(groups.shown(keys, there)) do
    local c, places = shown[1], shown[2]
    local row = {}
    for k, key in ipairs(keys) do row[k] = key.labels[places[k]] end
    local k = #keys
    row[k + 1], row[k + 2], row[k + 3], row[k + 4] = counts[c], articles[c], of_articles[c], tokens[c]
    row[k + 5] = measures.per_million(counts[c], tokens[c])
    rows[i] = row
  end
  return rows
end

local function columns_of(names)
  local columns = table.move(names, 1, #names, 1, {})
  for _, name in ipairs { "count", "articles", "of_articles", "tokens", "per_million" } do
    columns[#columns + 1] = name
  end
  return columns
end

local function count_words(self, names, asked, what, given, note)
  local keys, message, code, byte = groups.keys(self, "count", names)
  if not keys then return nil, message, code, byte end
  local counts, articles, of_articles, tokens = core.count(self.store, self.tree, asked, what, keys)
  if not counts then return nil, articles, of_articles, tokens end
  if not what then counts, articles = of_articles, of_articles end
  local fine, problem, all, at = core.count(self.store, self.tree, {}, nil, {})
  if not fine then return nil, problem, all, at end
  local made = made_of(self, names, says(names, given), all[1], of_articles)
  made.note = note
  return frames.new(columns_of(names), rows_of(keys, counts, articles, of_articles, tokens), made)
end

-- The options with `by` taken out, which is a text or a list.
local function split(asked)
  if asked ~= nil and selection.kind(asked) ~= "table" then
    selection.complain(3, "set:count: the options should be a table {match=…, by=…}, not a %s",
      selection.kind(asked))
  end
  local rest = {}
  for name, value in pairs(asked or {}) do if name ~= "by" then rest[name] = value end end
  return rest, groups.names("count", asked and asked.by or {})
end

local needs_items = { side = true, speaker = true, office = true, kind = true, dyad = true }

--- Counts words, items or articles, by group.
-- @tparam[opt] table asked {match= (a query or pattern, see kwic; the hits that it lists) or term= (a word, a phrase,
-- with * and ?; "@KR": all names of a side, person or body) or of="quotes"|"figures"|"dates"|"commitments"|
-- "consultations" (with the options of that question), none of them: articles; by= one or several of day, week, month,
-- quarter, year, source, agency, language or a name of vars; of items also side, speaker, office, kind, dyad (two
-- sides: "KR-US") or another of their columns; independent=true (one article a story); scope=, case=, stem=, aliases=
-- (of words, as kwic has them)}. With match or term, by side, speaker or office counts in direct quotations, by who
-- says it: of a plain query the quotations that satisfy it by themselves. Events count once in every group that has an
-- article which reports them.
-- @treturn[1] frame the columns of `by`, count, articles (that have it), of_articles (of the group: the denominator),
-- tokens (words of these within the scope), per_million (count by tokens). Every period from the first to the last
-- that has an article has a row: 0 where nothing was found, of_articles 0 where nothing was published. Groups that no
-- article is in have none. In order of `by`; articles without a value (nil) last. Undated articles are in no period:
-- the frame says how many
-- @return[2] nil, message, code
-- @raise where an option is unknown or wrong
function methods:count(asked)
  local self_ = selection.inside(self, "count")
  local given, names = split(asked)
  if given.independent then self_ = stories.independent(self_) end
  local within_quotes = false
  for _, name in ipairs(names) do within_quotes = within_quotes or needs_items[name] end
  local frame, message, code, byte, note, what
  if given.of then frame, message, code, byte = items.count(self, self_, given, names)
  else
    local checked, core_asked = wanted.check("count", given, of_words)
    checked, note = with_aliases(self_, checked)
    what = sought(self_, checked)
    if within_quotes and what then
      frame, message, code, byte = items.said(self, self_, checked, what, names)
    else frame, message, code, byte = count_words(self_, names, core_asked, what, checked, note) end
  end
  if not frame then return selection.failed("count", message, code, byte) end
  frame.made.counted = counted.of(self, given, names, what)
  return frame
end

return methods
