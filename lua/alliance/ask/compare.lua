--- Comparing: what each source (or year, or side of a column of one's own) writes most of, beside the others.
local core = require "alliance.core"
local counted = require "alliance.ask.counted"
local frames = require "alliance.show.frame"
local groups = require "alliance.ask.groups"
local measures = require "alliance.ask.measures"
local selection = require "alliance.selection"
local wanted = require "alliance.ask.wanted"

local methods = selection.methods
local known = { by = "string", match = "string", term = "string", scope = "string", case = "boolean", n = "number",
  min = "number" }

-- The articles of one group, as a tree: numbers of its values lead back to the column.
local function tree_of(self, key, label)
  local filter
  if key.period then return nil end
  if key.facet:sub(1, 4) == "var:" then filter = { "vars", key.name, label } else filter = { key.name, label } end
  return { kind = "both", self.tree, { kind = "where", filter } }
end

-- A selection of one period.
local function period_tree(self, label, days)
  local first, last
  for _, day in ipairs(days) do
    if not first or day < first then first = day end
    if not last or day > last then last = day end
  end
  return first and { kind = "both", self.tree, { kind = "where", { "from", first }, { "to", last } } }, label
end

-- Days of every period.
local function days_by_period(self, key)
  local list = {}
  for i, day in ipairs(core.facet(self.store, "published")) do
    local place = key.groups[i + 1]
    list[place] = list[place] or {}
    table.insert(list[place], day)
  end
  return list
end

-- The words that mark the group off from the others: the highest g2, in two articles or more.
local function keywords(self, asked, tree, n, articles)
  local rest = { kind = "but", self.tree, tree }
  local found, message, code, byte = core.list_keyness(self.store, tree, { scope = asked.scope, case = asked.case,
    min = asked.min, limit = 10 * n + 50 }, rest)
  if not found then return nil, message, code, byte end
  local words = {}
  for row in frames.of(found):rows() do
    if #words == n or (row.g2 or 0) <= 0 then break end
    if row.articles >= math.min(2, articles) then words[#words + 1] = row.word end
  end
  return words
end

local function what_of(self, options)
  if options.term then return wanted.term("compare", "option 'term'", options.term, self.lexicon, options.case) end
  return options.match and wanted.query("compare", options.match, self.lexicon, options) or nil
end

local function columns_of(by, what)
  local columns = { by, "articles", "words", "words_per_article" }
  if what then table.move({ "count", "with", "per_million" }, 1, 3, 5, columns) end
  columns[#columns + 1] = "keywords"
  return columns
end

local function rows_of(self, key, asked, what, n)
  local counts, with, articles, tokens = core.count(self.store, self.tree, asked, what, { key })
  if not counts then return nil, with, articles, tokens end
  local rows, days = {}, key.period and days_by_period(self, key)
  for i = 1, key.n do
    local label = key.labels[i]
    local tree = label ~= nil and (days and period_tree(self, label, days[i] or {}) or tree_of(self, key, label))
    if articles[i] > 0 then
      local words, message, code, byte = {}, nil, nil, nil
      if tree then words, message, code, byte = keywords(self, asked, tree, n, articles[i]) end
      if not words then return nil, message, code, byte end
      rows[#rows + 1] = { [key.name] = label, articles = articles[i], words = tokens[i],
        words_per_article = tokens[i] / articles[i], count = what and counts[i], with = what and with[i],
        per_million = what and measures.per_million(counts[i], tokens[i]), keywords = words }
    end
  end
  return rows
end

--- Groups of articles side by side.
-- @tparam table options {by="source" (or agency, language, day, week, month, quarter, year, a name of vars), match= or
-- term= (as count takes them: how often each group says it), n= (keywords; 10), scope=, case=, min= (keywords that are
-- rarer in all are left out)}
-- @treturn[1] frame the column of `by`, articles, words, words_per_article; with match or term also count, with (the
-- articles that have it), per_million; keywords (what it says more often than all the others together: the highest g2,
-- in two articles at least). In order of `by`
-- @return[2] nil, message, code
-- @raise where an option is wrong
function methods:compare(options)
  local self_ = selection.inside(self, "compare")
  local given, asked = wanted.check("compare", options, known)
  local n = given.n or 10
  if math.type(n) ~= "integer" or n < 0 then
    selection.complain(2, "set:compare: option 'n' should be a whole number from 0, not %s", n)
  end
  local by = given.by or "source"
  local keys, message, code, byte = groups.keys(self_, "compare", { by })
  if not keys then return selection.failed("compare", message, code, byte) end
  local what = what_of(self_, given)
  local rows, problem, why, at = rows_of(self_, keys[1], asked, what, n)
  if not rows then return selection.failed("compare", problem, why, at) end
  local made = selection.made(self_, ("compare by %s"):format(by))
  made.counted = counted.of(self, { match = given.match, term = given.term, scope = given.scope, case = given.case },
    { by })
  return frames.new(columns_of(by, what), rows, made)
end

return methods
