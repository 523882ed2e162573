--- What was noticed: quotations, figures, dates and words of commitment, a row an item, by publication.
--
-- What is shown comes first; by name a row also has `sentence` (its text), `first`, `last` (bytes of the article's
-- text), `rule`, `key` (identifies the item across runs), `headline` and `url`.
local core = require "alliance.core"
local frames = require "alliance.show.frame"
local named = require "alliance.named"
local search = require "alliance.ask.search"
local selection = require "alliance.selection"
local sorted_keys = require "alliance.keys".sorted

local methods = selection.methods

local M = {}

local text_of = "CAST(substr(t.bytes, x.first - t.text_first + 1, x.last - x.first + 1) AS TEXT) AS text"

-- The person that an item names, as the whole set calls him.
local whole_name = [[
LEFT JOIN entity e ON e.n = x.n AND e.i = x.entity LEFT JOIN form f USING (form) LEFT JOIN who w USING (who)]]

-- For each question: the table, its columns (in the order in which they are shown), what else a row has by name.
local kinds = {
  quotes = { from = "quote", word = "quote", joins = whole_name,
    shown = { { "published", "a.published" }, { "speaker", "coalesce(w.name, x.speaker)" }, { "office", "x.office" },
      { "side", "x.side" }, { "kind", "x.kind" }, { "text" }, { "cue", "x.cue" }, { "source", "a.source" },
      { "id", "a.id" } },
    named = { { "written", "x.speaker" }, { "told", "x.told" } } },
  figures = { from = "figure", word = "figure",
    shown = { { "published", "a.published" }, { "value", "x.value" }, { "high", "x.high" }, { "hedge", "x.hedge" },
      { "unit", "x.unit" }, { "of", "x.of" }, { "speaker", "x.speaker" }, { "source", "a.source" }, { "id", "a.id" } },
    named = { { "text", "x.text" } } },
  dates = { from = "timex", word = "date",
    shown = { { "published", "a.published" }, { "text" }, { "value", "x.value" }, { "type", "x.type" },
      { "first_day", "coalesce(x.first_day, CASE WHEN length(x.value) = 10 THEN x.value END)" },
      { "last_day", "coalesce(x.last_day, CASE WHEN length(x.value) = 10 THEN x.value END)" },
      { "source", "a.source" }, { "id", "a.id" } },
    named = { { "mod", "x.mod" } } },
  commitments = { from = "commitment", word = "commitment",
    shown = { { "published", "a.published" }, { "term", "x.term" }, { "category", "x.category" },
      { "speaker", "x.speaker" }, { "negated", "x.negated" }, { "text" }, { "source", "a.source" }, { "id", "a.id" } },
    named = {} },
}

local common = { { "headline", "a.headline" }, { "url", "a.url" }, { "first", "x.first" }, { "last", "x.last" },
  { "rule", "x.rule" }, { "_sentence", "x.sentence" } }

local function column_sql(column)
  if not column[2] then return text_of end
  return ("%s AS \"%s\""):format(column[2], column[1])
end

local function select_of(kind, conditions)
  local columns, text = {}, ""
  for _, list in ipairs { kind.shown, kind.named, common } do
    for _, column in ipairs(list) do
      columns[#columns + 1] = column_sql(column)
      if not column[2] then text = "JOIN texts t ON t.n = x.n AND t.i = x.block" end
    end
  end
  columns[#columns + 1] = ("a.id || '/%s/' || printf('%%08x', x.key) AS key"):format(kind.word)
  return ("SELECT %s FROM article a JOIN %s x USING (n) %s %s WHERE%%s %s " ..
    "ORDER BY a.published IS NULL, a.published, a.id, x.i"):format(table.concat(columns, ", "), kind.from, text,
    kind.joins or "", table.concat(conditions, " "))
end

local sentence_sql = [[
SELECT CAST(substr(t.bytes, s.first - t.text_first + 1, s.last - s.first + 1) AS TEXT) AS text FROM article a
JOIN sentence s USING (n) JOIN texts t ON t.n = s.n AND t.i = s.block WHERE a.counts AND a.id = ? AND s.i = ?]]

--- A lazy column: the text of the sentence with the number `_sentence` of the article `id`.
function M.sentence_column(self)
  return function (row)
    local found, message = self.store:select({ kind = "all" }, sentence_sql, { row.id, row._sentence })
    if not found then error(message, 0) end
    local rows = frames.of(found)
    return rows[1] and rows[1].text
  end
end

local function names_of(list)
  local names = {}
  for i, column in ipairs(list) do names[i] = column[1] end
  return names
end

--- The rows of one kind of item.
-- @tparam table self what is inside a selection
-- @tparam string name quotes, figures, dates or commitments
-- @tparam {string,...} conditions " AND x.unit IN (?)", …
-- @tparam {any,...} values for them
-- @treturn[1] frame
-- @return[2] nil, message, code
local function items(self, name, conditions, values, query)
  local kind = kinds[name]
  local found, message, code = self.store:select(self.tree, select_of(kind, conditions), values)
  if not found then return selection.failed(name, message, code) end
  return frames.of(found, selection.made(self, query, kind.word), { columns = names_of(kind.shown),
    lazy = { sentence = M.sentence_column(self) }, aside = { sentence = true } })
end

-- -- conditions -----------------------------------------------------------------------------------

local function list_of(method, name, value)
  local list = type(value) == "table" and value or { value }
  if #list == 0 then selection.complain(4, "set:%s: '%s' is an empty list", method, name) end
  for _, item in ipairs(list) do
    if type(item) ~= "string" then
      selection.complain(4, "set:%s: '%s' should be a text or a list of texts, not a %s", method, name, type(item))
    end
  end
  return list
end

-- A copy of a table of options.
local function checked_options(method, options)
  if options ~= nil and type(options) ~= "table" then
    selection.complain(3, "set:%s: the options should be a table {name=value}, not a %s", method, type(options))
  end
  local copy = {}
  for name, value in pairs(options or {}) do copy[name] = value end
  return copy
end

-- What a value of an option can be spelled like, where it is no plain text.
local spellings = { speaker = named.person, of = named.anything, office = named.office,
  side = selection.sides }

local function spelled(method, lexicon, name, list)
  local all = {}
  for _, item in ipairs(list) do
    local names = spellings[name] and spellings[name](lexicon, item, method) or { item }
    table.move(names, 1, #names, #all + 1, all)
  end
  return all
end

-- Conditions and values for options that are texts or lists of texts; `columns` is name -> the SQL they are about.
local function conditions_of(lexicon, method, options, columns)
  local conditions, values, words = {}, {}, {}
  for _, name in ipairs(sorted_keys(options)) do
    if columns[name] == nil then
      selection.complain(3, "set:%s: no option '%s'; there are: %s", method, tostring(name),
        table.concat(sorted_keys(columns), ", "))
    end
    local list = list_of(method, name, options[name])
    words[#words + 1] = ("%s=%s"):format(name, table.concat(list, "|"))
    list = spelled(method, lexicon, name, list)
    for _, sql in ipairs(columns[name] and { columns[name] } or {}) do
      local marks = ("?, "):rep(#list):sub(1, -3)
      local _, times = sql:gsub("%%s", "")
      conditions[#conditions + 1] = " AND (" .. sql:gsub("%%s", (marks:gsub("%%", "%%%%"))) .. ")"
      for _ = 1, times do table.move(list, 1, #list, #values + 1, values) end
    end
  end
  return conditions, values, ("%s{%s}"):format(method, table.concat(words, ", "))
end

-- The rows whose text satisfies a query.
local function matching(self, method, query, frame, ...)
  if not frame then return nil, ... end
  if not query then return frame end
  if type(query) == "string" then query = select(2, search.naming(method, self, query)) end
  local keep, message = core.query_among(query, self.lexicon, frame:column "text")
  if not keep then selection.complain(3, "set:%s: %s", method, message) end
  local at = 0
  return frame:where(function ()
    at = at + 1
    return keep[at]
  end)
end

-- -- questions ------------------------------------------------------------------------------------

local quote_options = { office = "x.office IN (%s)",
  speaker = "w.name IN (%s) OR x.speaker IN (%s) OR f.what = 'person' AND f.block IN (%s)",
  side = "x.side IN (%s)", kind = "x.kind IN (%s)", match = false }
local quote_kinds = { direct = true, fragment = true, indirect = true }

--- Who said what.
-- @tparam[opt] table options {speaker= (in any spelling; a family name alone: all who bear it), office= (any words for
-- it), side= (a code or a country's name), kind="direct"|"fragment"|"indirect" ("direct" without it), match= (a query,
-- see search, in the words said)}; each but match may
-- be a list (any of them)
-- @treturn[1] frame published, speaker, office, side, kind, text, cue, source, id; by name also written (the speaker as
-- the article names him), told (to whom), sentence, first, last, rule, key
-- @return[2] nil, message, code
-- @raise where an option is unknown, a kind is none, or the query is faulty
function methods:quotes(options)
  local self_ = selection.inside(self, "quotes")
  local all = checked_options("quotes", options)
  all.kind = all.kind or "direct"
  for _, kind in ipairs(list_of("quotes", "kind", all.kind)) do
    if not quote_kinds[kind] then
      selection.complain(2, "set:quotes: 'kind' should be direct, fragment or indirect, not '%s'", kind)
    end
  end
  local conditions, values, query = conditions_of(self_.lexicon, "quotes", all, quote_options)
  return matching(self_, "quotes", all.match, items(self_, "quotes", conditions, values, query))
end

-- -- figures --------------------------------------------------------------------------------------

local function median(list)
  table.sort(list)
  local n = #list
  return n % 2 == 1 and list[n // 2 + 1] or (list[n // 2] + list[n // 2 + 1]) / 2
end

-- Far from the others that count the same: more than three times the median distance from the median (of five
-- articles or more). After Iglewicz & Hoaglin (1993), with 3.5 / 0.6745 for normal data.
local function is_far(value, middle, spread) return spread > 0 and math.abs(value - middle) > 5.19 * spread end

local function judge(group, far)
  local values, distances = {}, {}
  for i, row in ipairs(group) do values[i] = row.value end
  local middle = median(values)
  for i, value in ipairs(values) do distances[i] = math.abs(value - middle) end
  local spread = median(distances)
  for _, row in ipairs(group) do far[row.key] = #group >= 5 and is_far(row.value, middle, spread) or nil end
end

-- For the key of every row: how many articles say the same, and whether the value is far from the rest.
local function ledger(frame)
  local same, groups, repeats, far = {}, {}, {}, {}
  for row in frame:rows() do
    local about = (row.unit or "") .. "\0" .. (row.of or "")
    local value = about .. "\0" .. row.value .. "\0" .. (row.high or "")
    same[value] = same[value] or { count = 0, seen = {} }
    groups[about] = groups[about] or {}
    if not same[value].seen[row.id] then same[value].count = same[value].count + 1 end
    same[value].seen[row.id] = true
    table.insert(groups[about], row)
    repeats[row.key] = same[value]
  end
  for _, group in pairs(groups) do judge(group, far) end
  return repeats, far
end

--- Quantities, as a ledger: every statement of one a row, never averaged.
-- @tparam[opt] table options {unit= ("troops", "percent", "USD", …), of= (the body or country, by any of its
-- names), speaker=}; each may be a
-- list
-- @treturn[1] frame published, value, high (of a range), hedge, unit, of, speaker, source, id, repeats (articles of the
-- selection that give the same value, unit and of), outlier (true: far from the other values of that unit and of); by
-- name also text, sentence, first, last, rule, key
-- @return[2] nil, message, code
function methods:figures(options)
  local self_ = selection.inside(self, "figures")
  local conditions, values, query = conditions_of(self_.lexicon, "figures", checked_options("figures", options),
    { unit = "x.unit IN (%s)", of = "x.of IN (%s)", speaker = "x.speaker IN (%s)" })
  local found, message, code = self_.store:select(self_.tree, select_of(kinds.figures, conditions), values)
  if not found then return selection.failed("figures", message, code) end
  local made, columns = selection.made(self_, query, "figure"), names_of(kinds.figures.shown)
  local repeats, far = ledger(frames.of(found, made))
  table.move({ "repeats", "outlier" }, 1, 2, #columns + 1, columns)
  return frames.of(found, made, { columns = columns, aside = { sentence = true }, lazy = {
    sentence = M.sentence_column(self_),
    repeats = function (row) return repeats[row.key].count end,
    outlier = function (row) return far[row.key] end } })
end

--- Expressions of time (TIMEX3).
-- @tparam[opt] table options {type="DATE"|"TIME"|"DURATION"|"SET", value=}
-- @treturn[1] frame published, text, value, type, first_day, last_day (the days it covers), source, id; by name also
-- mod, sentence, first, last, rule, key
-- @return[2] nil, message, code
function methods:dates(options)
  local self_ = selection.inside(self, "dates")
  local conditions, values, query = conditions_of(self_.lexicon, "dates", checked_options("dates", options),
    { type = "x.type IN (%s)", value = "x.value IN (%s)" })
  return items(self_, "dates", conditions, values, query)
end

--- Words of assurance: pledges, reaffirmations, burden, deterrence (lexicon/commitments.lua).
-- @tparam[opt] table options {term=, category=, speaker=}
-- @treturn[1] frame published, term, category, speaker, negated (1: denied), text, source, id; by name also sentence,
-- first, last, rule, key
-- @return[2] nil, message, code
function methods:commitments(options)
  local self_ = selection.inside(self, "commitments")
  local conditions, values, query = conditions_of(self_.lexicon, "commitments", checked_options("commitments", options),
    { term = "x.term IN (%s)", category = "x.category IN (%s)", speaker = "x.speaker IN (%s)" })
  return items(self_, "commitments", conditions, values, query)
end

return M
