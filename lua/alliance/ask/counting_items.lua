--- Counting what was noticed (quotations, figures, consultations, ...) by group, and words by who says them.
local core = require "alliance.core"
local frames = require "alliance.show.frame"
local groups = require "alliance.ask.groups"
local measures = require "alliance.ask.measures"
local naming = require "alliance.naming"
local periods = require "alliance.ask.periods"
local selection = require "alliance.selection"
local sorted_keys = require "alliance.keys".sorted
local wanted = require "alliance.ask.wanted"

local M = {}

-- Where a day and the articles of an item are found.
local kinds = {
  quotes = { day = "published" }, figures = { day = "published" }, dates = { day = "published" },
  commitments = { day = "published" }, consultations = { day = "first_day", reports = "reports" },
}

local function has(frame, name)
  for _, column in ipairs(frame.columns) do if column == name then return true end end
  return false
end

-- -- values of items ----------------------------------------------------------------------------------------

-- "KR-US" for every two of the sides.
local function dyads(sides)
  local sorted, list = {}, {}
  for i, side in ipairs(sides or {}) do sorted[i] = side end
  table.sort(sorted)
  for i = 1, #sorted - 1 do
    for k = i + 1, #sorted do
      if sorted[i] ~= sorted[k] then list[#list + 1] = sorted[i] .. "-" .. sorted[k] end
    end
  end
  return list
end

local NONE = {} -- stands for nil among values

local function listed(value)
  if value == nil then return { NONE } end
  if type(value) ~= "table" then return { value } end
  return #value > 0 and value or { NONE }
end

-- One list of values an item, of a column of the items' own; nil where they have none of that name.
local function own_values(frame, name)
  local out = {}
  if name == "dyad" then
    if not has(frame, "sides") then return nil end
    local sides = frame:column "sides"
    for i = 1, #frame do out[i] = dyads(sides[i]) end
    return out
  end
  local column = has(frame, name) and name or name == "side" and has(frame, "sides") and "sides"
  if not column then return nil end
  local values = frame:column(column)
  for i = 1, #frame do out[i] = listed(values[i]) end
  return out
end

-- A key of the values that items have; numbers before texts, nil last.
local function own_key(name, values)
  local place, labels, none = {}, {}, false
  for _, list in ipairs(values) do
    for _, value in ipairs(list) do
      if value == NONE then none = true
      elseif not place[value] then place[value], labels[#labels + 1] = true, value end
    end
  end
  table.sort(labels, groups.precedes)
  for i, value in ipairs(labels) do place[value] = i end
  if none then place[NONE] = #labels + 1 end
  return { name = name, own = true, labels = labels, place = place, values = values, n = #labels + (none and 1 or 0) }
end

-- -- keys ---------------------------------------------------------------------------------------------------

-- The places of items in a key of articles, by the article's id; for keys that items have no column for.
local function article_values(self, name)
  local sql = name == "agency" and "SELECT a.id, a.agency AS value FROM article a WHERE%s"
    or name == "language" and "SELECT a.id, a.language AS value FROM article a WHERE%s"
    or name == "source" and "SELECT a.id, a.source AS value FROM article a WHERE%s"
    or "SELECT a.id, v.value FROM article a JOIN var v ON v.n = a.n AND v.name = ? WHERE%s"
  local values = sql:find("?", 1, true) and { name } or {}
  local found, message, code = self.store:select(self.tree, sql, values)
  if not found then return nil, message, code end
  local f, by_id = frames.of(found), {}
  local ids, list = f:column "id", f:column "value"
  for i = 1, #f do by_id[ids[i]] = list[i] end
  return by_id
end

local REPORTS = "SELECT DISTINCT x.event AS event, a.id AS id FROM article a JOIN consultation x ON x.n = a.n WHERE%s"

-- {{i=, id=}, …}: every item with its article; of events with every article that reports them.
local function entries_of(self, frame)
  local list, ids = { has = {} }, has(frame, "id") and frame:column "id"
  if ids then
    for i = 1, #frame do list[i] = { i = i, id = ids[i] } end
    return list
  end
  local found, message, code = self.store:select(self.tree, REPORTS .. " ORDER BY event, id", {})
  if not found then return nil, message, code end
  local place = {}
  for i, event in ipairs(frame:column "event") do place[event] = i end
  for row in frames.of(found):rows() do
    local i = place[row.event]
    if i then list[#list + 1], list.has[i] = { i = i, id = row.id }, true end
  end
  for i = 1, #frame do if not list.has[i] then list[#list + 1] = { i = i } end end
  return list
end

-- Fills in, of a key of articles, in which group each item is: of a period by item, else by article.
local function place_items(self, frame, key, day)
  local place = {}
  for i, label in ipairs(key.labels) do place[label] = i end
  if key.period then
    local days = frame:column(day)
    key.items = {}
    for i = 1, #frame do key.items[i] = { place[periods.of(days[i], key.name) or ""] } end
    return true
  end
  local by_id, message, code = article_values(self, key.name)
  if not by_id then return nil, message, code end
  key.by_id = function (id) return { place[by_id[id]] or key.n } end
  return true
end

local function keys_of(self, frame, names, day)
  local keys, shared = {}, {}
  local days = frame:column(day)
  for i, name in ipairs(names) do
    local values = name ~= "source" and own_values(frame, name)
    if values then keys[i] = own_key(name, values)
    else
      local found, message, code, byte = groups.keys(self, "count", { name }, days)
      if not found then return nil, message, code, byte end
      keys[i], shared[#shared + 1] = found[1], found[1]
      local ok, problem, why = place_items(self, frame, found[1], day)
      if not ok then return nil, problem, why end
    end
  end
  return keys, shared
end

-- -- adding up ------------------------------------------------------------------------------------------------

-- Every combination that an item is in, as its article has it.
local function combinations(keys, entry)
  local list = { 0 }
  for _, key in ipairs(keys) do
    local more = {}
    local places = key.own and key.values[entry.i] or key.by_id and key.by_id(entry.id) or key.items[entry.i]
    for _, place in ipairs(places) do
      for _, c in ipairs(list) do more[#more + 1] = c * key.n + (key.own and key.place[place] or place) - 1 end
    end
    list = more
  end
  for k, c in ipairs(list) do list[k] = c + 1 end
  return list
end

local function add(into, c, name, value) into[name][c] = (into[name][c] or 0) + value end

-- Whether a mark is seen for the first time.
local function marker()
  local seen = {}
  return function (...)
    local mark = table.concat({ ... }, " ")
    local first = not seen[mark]
    seen[mark] = true
    return first
  end
end

-- Sums by combination: count (each item once), articles (different ones that have any), words.
local function sums_of(keys, entries, weight)
  local sums = { count = {}, articles = {}, words = {}, of_articles = {} }
  local item, article, having = marker(), marker(), marker()
  for _, entry in ipairs(entries) do -- one of an event without an article has no id
    local n = weight and weight.hits[entry.i] or 1
    for _, c in ipairs(combinations(keys, entry)) do
      if item(c, entry.i) then
        add(sums, c, "count", n)
        if weight then add(sums, c, "words", weight.words[entry.i]) end
      end
      if entry.id and article(c, entry.id) then add(sums, c, "of_articles", 1) end
      if entry.id and n > 0 and having(c, entry.id) then add(sums, c, "articles", 1) end
    end
  end
  return sums
end

-- The combination among `shared` keys that a combination of all lies in.
local function shared_of(keys, places)
  local c = 0
  for i, key in ipairs(keys) do if not key.own then c = c * key.n + places[i] - 1 end end
  return c + 1
end

-- What the articles themselves give to every combination: of_articles, words.
local function denominators(self, keys, shared, asked)
  local counts, message, of_articles, tokens = core.count(self.store, self.tree, asked, nil, shared)
  if not counts then return nil, message, of_articles, tokens end
  return function (places)
    local c = shared_of(keys, places)
    return of_articles[c], tokens[c]
  end
end

local function rows_of(keys, sums, of, said)
  local there, reached, rows, own = {}, {}, {}, false
  for _, key in ipairs(keys) do own = own or key.own end
  for c = 1, groups.combinations(keys) do
    local articles = of(groups.split(keys, c))
    local found = sums.count[c] ~= nil
    there[c] = (found or (not own and articles > 0)) or nil
    reached[c] = articles > 0 or nil
  end
  if #keys == 0 then there[1] = true end
  for i, shown in ipairs(groups.shown(keys, there, reached)) do
    local c, row, articles, tokens = shown[1], {}, of(shown[2])
    if said then articles, tokens = sums.of_articles[c] or 0, sums.words[c] or 0 end
    for k, key in ipairs(keys) do row[k] = key.labels[shown[2][k]] end
    local k, count = #keys, sums.count[c] or 0
    row[k + 1], row[k + 2], row[k + 3], row[k + 4] = count, sums.articles[c] or 0, articles, tokens
    row[k + 5] = measures.per_million(count, tokens)
    rows[i] = row
  end
  return rows
end

local function columns_of(names)
  local columns = table.move(names, 1, #names, 1, {})
  return table.move({ "count", "articles", "of_articles", "tokens", "per_million" }, 1, 5, #columns + 1, columns)
end

-- What made the frame; with how many articles no period holds.
local function made_of(self, shared, query)
  local made, left_out, periods_asked = selection.made(self, query), 0, {}
  for _, key in ipairs(shared) do if key.period then periods_asked[#periods_asked + 1] = key end end
  if #periods_asked > 0 then
    local fine, _, all = core.count(self.store, self.tree, {}, nil, {})
    local too, _, there = core.count(self.store, self.tree, {}, nil, periods_asked)
    if not (fine and too) then return made end
    left_out = all[1]
    for _, n in ipairs(there) do left_out = left_out - n end
  end
  if left_out > 0 then made.left_out = (made.left_out or 0) + left_out end
  return made
end

local function tabled(self, frame, names, kind, query, weight)
  local keys, shared, code, byte = keys_of(self, frame, names, kind.day)
  if not keys then return nil, shared, code, byte end
  local of, message, of_code, of_byte = denominators(self, keys, shared, { scope = weight and "quotes" or "body" })
  if not of then return nil, message, of_code, of_byte end
  local entries, problem, why = entries_of(self, frame)
  if not entries then return nil, problem, why end
  return frames.new(columns_of(names), rows_of(keys, sums_of(keys, entries, weight), of, weight),
    made_of(self, shared, query))
end

-- -- asking -----------------------------------------------------------------------------------------------------

local function names_of()
  return table.concat(sorted_keys(kinds), ", ")
end

--- Counts items.
-- @tparam set|selection object
-- @tparam table self what is inside it, one article a story where that was asked for
-- @tparam table given {of=, independent=, options of that question}
-- @tparam {string,...} names of `by`
-- @treturn[1] frame
-- @return[2] nil, message, code, byte
function M.count(object, self, given, names)
  local kind = kinds[given.of]
  if not kind or not selection.methods[given.of] then
    selection.complain(3, "set:count: option 'of' should be one of %s, not '%s'", names_of(), tostring(given.of))
  end
  if given.match and given.of ~= "quotes" or given.term then
    selection.complain(3, "set:count: 'of' counts items; 'match' and 'term' count words; give one")
  end
  local options = {}
  for name, value in pairs(given) do if name ~= "of" and name ~= "independent" then options[name] = value end end
  if given.independent then object = selection.new(self, self.tree, self.says) end
  local frame, message, code, byte = object[given.of](object, options)
  if not frame then return nil, message, code, byte end
  return tabled(self, frame, names, kind, ("count %s by %s"):format(given.of, table.concat(names, ", ")))
end

-- How many of the places where a pattern stands lie in each quotation.
local function places_in(self, quotes, query, kind)
  local found, message, code, byte = self.store:kwic(self.tree, query, "quotes", 1, nil, nil, kind)
  if not found then return nil, message, code, byte end
  local places, hits, list = {}, {}, frames.of(found)
  for i, id in ipairs(list:column "id") do
    places[id] = places[id] or {}
    table.insert(places[id], list:column "first"[i])
  end
  local firsts, lasts = quotes:column "first", quotes:column "last"
  for i, id in ipairs(quotes:column "id") do
    hits[i] = 0
    for _, at in ipairs(places[id] or {}) do
      if firsts[i] <= at and at <= lasts[i] then hits[i] = hits[i] + 1 end
    end
  end
  return hits
end

-- Hits in each quotation: of a plain query in its words alone, of anything else where it stands in the article.
local function hits_in(self, quotes, given, what)
  if what.kind == "query" and not naming.has(what.query) then
    return core.query_counts(what.query, self.lexicon, quotes:column "text")
  end
  local query, kind = what.query, what.kind
  if what.patterns then
    query, kind = wanted.as_pattern(what.patterns[1].words), given.case and "written" or "folded"
  end
  return places_in(self, quotes, query, kind)
end

--- The direct quotations that have what is looked for.
-- @return frame; or nil, message, code, byte
function M.quoting(object, self, given, what)
  local frame, message, code, byte = object:quotes {}
  if not frame then return nil, message, code, byte end
  local hits, problem, why, at = hits_in(self, frame, given, what)
  if not hits then return nil, problem, why, at end
  local keys, with = frame:column "key", {}
  for i, n in ipairs(hits) do with[keys[i]] = n > 0 end
  return frame:where(function (row) return with[row.key] end)
end

--- Counts words in direct quotations, by who says them.
function M.said(object, self, given, what, names)
  if given.scope and given.scope ~= "quotes" then
    selection.complain(3, "set:count: by side, speaker or office words count in quotations; scope cannot be '%s'",
      given.scope)
  end
  local quoting = given.independent and selection.new(self, self.tree, self.says) or object
  local frame, message, code, byte = quoting:quotes {}
  if not frame then return nil, message, code, byte end
  local hits, problem, why, at = hits_in(self, frame, given, what)
  if not hits then return nil, problem, why, at end
  local counted, words, code_, byte_ = core.query_counts("any", self.lexicon, frame:column "text") -- for the words
  if not counted then return nil, words, code_, byte_ end
  return tabled(self, frame, names, kinds.quotes, ("count %s in quotations by %s"):format(given.match or given.term,
    table.concat(names, ", ")), { hits = hits, words = words })
end

return M
