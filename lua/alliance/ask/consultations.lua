--- Consultations: official contacts as the whole set tells them, reports of one event in one row; and the series they
-- are part of. Which reports are one event is settled when articles are added (join/).
local frames = require "alliance.show.frame"
local items = require "alliance.ask.items"
local named = require "alliance.named"
local selection = require "alliance.selection"
local sorted_keys = require "alliance.keys".sorted

local methods = selection.methods

local M = {}

-- What was held "last year" stands under the event that it is (join/plans.lua). Of its reports the one that tells of it
-- is the first that says what the event says.
local EVENTS = [[
WITH r AS (
  SELECT a.id, a.published, c.*, coalesce(CASE WHEN v.status = 'held' THEN v.came_about END, c.event) AS whole
  FROM article a JOIN consultation c USING (n) JOIN event v ON v.event = c.event WHERE %s),
s AS (
  SELECT r.*, row_number() OVER (PARTITION BY r.whole ORDER BY (r.status = w.status) DESC, (r.date IS w.date) DESC,
    r.published IS NULL, r.published, r.id, r.first) AS nth
  FROM r JOIN event w ON w.event = r.whole),
t AS (SELECT whole, count(DISTINCT id) AS reports, min(published) AS first_reported FROM r GROUP BY whole)
SELECT e.event, e.date, e.first_day, e.last_day, e.kind, e.cameo, e.status, e.place, e.host,
  e.participants AS "participants[]", e.sides AS "sides[]", e.name, e.duration,
  t.reports, t.first_reported,
  e.ordinal, e.came_about, e.differs AS "differs[]", s.id, s.first, s.last, s.rule, s.sentence AS _sentence,
  e.event AS key
FROM s JOIN event e ON e.event = s.whole JOIN t ON t.whole = s.whole WHERE s.nth = 1
ORDER BY e.first_day IS NULL, coalesce(e.first_day, e.day), e.last_day, e.event]]

M.columns = { "event", "date", "first_day", "last_day", "kind", "cameo", "status", "place", "host", "participants",
  "sides", "name", "duration", "reports", "first_reported" }

-- -- options --------------------------------------------------------------------------------------------

local kinds = { call = true, meeting = true, talks = true, summit = true, visit = true, ceremony = true,
  exercise = true, agreement = true }
local statuses = { held = true, planned = true, proposed = true, ["called-off"] = true, denied = true }

local function listed(set)
  return table.concat(sorted_keys(set), ", ")
end

-- A text or a list of texts as a set; `allowed`: the values there are.
local function wanted(method, name, value, allowed)
  if value == nil then return nil end
  local set = {}
  for _, item in ipairs(type(value) == "table" and value or { value }) do
    if type(item) ~= "string" then
      selection.complain(4, "set:%s: option '%s' should be a text or a list of texts, not a %s", method, name,
        type(item))
    elseif allowed and not allowed[item] then
      selection.complain(4, "set:%s: option '%s' is not '%s' but one of: %s", method, name, item, listed(allowed))
    end
    set[item] = true
  end
  if next(set) == nil then selection.complain(4, "set:%s: option '%s' is an empty list", method, name) end
  return set
end

-- Who has to take part: spelling -> the item of `between` that it stands for. A country may be given by its name.
local function parties(lexicon, between)
  if not between then return nil end
  local spelled = { n = 0 }
  for item in pairs(between) do
    spelled.n = spelled.n + 1
    for _, name in ipairs(named.person(lexicon, item)) do spelled[name] = item end
    spelled[named.side(lexicon, item) or item] = item
  end
  return spelled
end

local known = { kind = true, between = true, only = true, status = true, from = true, to = true }

--- Checks the options of consultations and timeline.
-- @treturn table {kind=set, status=set, between=set, only=, from=, to=}
function M.check(self, method, options, more)
  options = options == nil and {} or options
  if type(options) ~= "table" then
    selection.complain(3, "set:%s: the options should be a table {name=value}, not a %s", method, type(options))
  end
  local all = {}
  for _, names in ipairs { known, more or {} } do for name in pairs(names) do all[name] = true end end
  for name in pairs(options) do
    if not all[name] then
      selection.complain(3, "set:%s: no option '%s'; there are: %s", method, tostring(name), listed(all))
    end
  end
  if options.only ~= nil and type(options.only) ~= "boolean" then
    selection.complain(3, "set:%s: option 'only' should be a boolean, not a %s", method, type(options.only))
  end
  local days = {}
  for name, ends in pairs { from = false, to = true } do
    local ok, day = pcall(selection.day, name, options[name], ends)
    if not ok then selection.complain(3, "set:%s: %s", method, (day:gsub("^where: ", "option "))) end
    days[name] = day
  end
  if days.from and days.to and days.from > days.to then
    selection.complain(3, "set:%s: option 'from' (%s) comes after 'to' (%s)", method, options.from, options.to)
  end
  return { kind = wanted(method, "kind", options.kind, kinds), status = wanted(method, "status", options.status,
    statuses), between = parties(self.lexicon, wanted(method, "between", options.between)), only = options.only,
    from = days.from, to = days.to }
end

-- Everybody of `between` takes part, and with `only` nobody else does.
local function is_between(row, between, only)
  local met, n, strangers, by_name = {}, 0, false, false
  local function meet(name)
    local item = between[name]
    if item and not met[item] then
      met[item], n = true, n + 1
      return true
    end
  end
  for _, side in ipairs(row.sides) do
    meet(side)
    strangers = strangers or not between[side]
  end
  for _, name in ipairs(row.participants) do by_name = meet(name) or by_name end
  if n < between.n then return false end
  if not only then return true end
  if not by_name then return not strangers end
  for _, name in ipairs(row.participants) do if not between[name] then return false end end
  return true
end

-- A day, or days from and to; anything else ("2024", "2024-10") is a bracket in which the day lies.
local function has_days(date) return date and (date:find "^%d%d%d%d%-%d%d%-%d%d" or date:find("/", 1, true)) end

-- An event of several days is in when one of them is; of one whose day is not known the whole bracket has to be, as
-- with undated articles.
local function is_in(row, from, to)
  local first, last = row.first_day, row.last_day
  if not has_days(row.date) then first, last = last, first end
  return not (from and not (last and last >= from)) and not (to and not (first and first <= to))
end

--- Whether an event is what the options ask for.
function M.fits(row, options)
  if options.kind and not options.kind[row.kind] then return false end
  if options.status and not options.status[row.status] then return false end
  if not is_in(row, options.from, options.to) then return false end
  return not options.between or is_between(row, options.between, options.only)
end

--- All events of a selection, as a frame.
-- @treturn[1] frame
-- @return[2] nil, message, code
function M.events(self, method, query)
  local found, message, code = self.store:select(self.tree, EVENTS, {})
  if not found then return selection.failed(method, message, code) end
  return frames.of(found, selection.made(self, query, "event"), { columns = M.columns,
    lazy = { sentence = items.sentence_column(self) }, aside = { sentence = true } })
end

-- -- questions ------------------------------------------------------------------------------------------

--- Contacts between sides, as the whole set tells them: reports of one event in several articles are one row. Of a
-- selection: the events that its articles report.
-- @tparam[opt] table options {kind=, status= (a text or a list), between= (sides, or persons by name: all of them take
-- part), only=true (and nobody else), from=, to= (inclusive days of the event: "2024", "2024-12" or a day; leaves out
-- events without a day)}
-- @treturn[1] frame event, date (TIMEX3), first_day, last_day, kind, cameo, status, place, host, participants, sides,
-- name, duration, reports (articles of the selection), first_reported; by name also ordinal, came_about (of a planned
-- one: the event that it became), differs (what its reports disagree about), sentence, id, first, last, rule, key
-- @return[2] nil, message, code
-- @raise where an option is unknown or its value is wrong
function methods:consultations(options)
  local self_ = selection.inside(self, "consultations")
  local checked = M.check(self_, "consultations", options)
  local frame, message, code = M.events(self_, "consultations", "consultations" .. selection.words(options))
  if not frame then return nil, message, code end
  if next(checked) == nil then return frame end
  return frame:where(function (row) return M.fits(row, checked) end)
end

local SERIES = [[
SELECT e.name, e.kind, e.sides, e.ordinal, e.status, e.first_day, e.event FROM event e WHERE e.name IS NOT NULL AND
e.event IN (SELECT c.event FROM article a JOIN consultation c USING (n) WHERE %s)
ORDER BY e.name, e.ordinal IS NULL, e.ordinal, e.first_day, e.event]]

local function series_row(of)
  local row = { name = of[1].name, kind = of[1].kind, sides = of[1].sides, held = 0, planned = 0, events = {},
    ordinals = {}, missing = {} }
  local have, least, most = {}, nil, nil
  for _, event in ipairs(of) do
    local held = event.status == "held"
    row[held and "held" or "planned"] = row[held and "held" or "planned"] + 1
    row.events[#row.events + 1] = event.event
    local day = event.first_day
    if day and (not row.first_day or day < row.first_day) then row.first_day = day end
    if day and (not row.last_day or day > row.last_day) then row.last_day = day end
    if event.ordinal and not have[event.ordinal] then
      have[event.ordinal] = true
      row.ordinals[#row.ordinals + 1] = tostring(event.ordinal)
      least, most = math.min(least or event.ordinal, event.ordinal), math.max(most or event.ordinal, event.ordinal)
    end
  end
  for n = least or 1, most or 0 do if not have[n] then row.missing[#row.missing + 1] = tostring(n) end end
  return row
end

--- Contacts that come again under one name (lexicon/consultations.lua: `title`), a row a series.
-- @treturn[1] frame name, kind, sides, held, planned (how many), ordinals (those that are told), missing (between the
-- least and the greatest of them), first_day, last_day, events (their keys, by ordinal)
-- @return[2] nil, message, code
function methods:series(...)
  selection.check_none("series", ...)
  local self_ = selection.inside(self, "series")
  local found, message, code = self_.store:select(self_.tree, SERIES, {})
  if not found then return selection.failed("series", message, code) end
  local rows, last = {}, nil
  for row in frames.of(found):rows() do
    if not last or last[1].name ~= row.name then
      last = {}
      rows[#rows + 1] = last
    end
    last[#last + 1] = row
  end
  for i, of in ipairs(rows) do rows[i] = series_row(of) end
  return frames.new({ "name", "kind", "sides", "held", "planned", "ordinals", "missing", "first_day", "last_day",
    "events" }, rows, selection.made(self_, "series"))
end

return M
