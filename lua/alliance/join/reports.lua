--- Reports: what single articles tell of consultations, with who took part, as events are joined from them.
--
-- A report: {n=, i=, id=, published=, class=, kind=, cameo=, status=, date=, lo=, hi= (days as numbers, nil: not told),
-- assumed=, at= (the day it is sorted under), place=, host=, name=, ordinal=, duration=, home= (hours of the article's
-- home before Greenwich), clock= ("MO", "NI" … or "T21"), source=, sides={side, …}, side={[side]=true} (shared),
-- people={[who]=side}, names={[who]=name}, held={[who]=office}, place_of={[who]=the how-manieth; 0: who acts},
-- posts={{office=, side=}, …}}
local days = require "alliance.join.days"
local lexicons = require "alliance.lexicon"
local rows = require "alliance.rows"

local M = {}

local none = {}

local classes = { call = "call", meeting = "meeting", talks = "meeting", summit = "meeting", visit = "visit",
  ceremony = "ceremony", exercise = "exercise", agreement = "agreement" }

--- The class of a kind: contacts of one class may be one.
function M.class(kind) return classes[kind] or kind end

local REPORTS = [[
SELECT c.n, c.i, a.id, a.published, a.dateline_place, a.agency, a.source, c.kind, c.cameo, c.status, c.date,
  c.first_day, c.last_day, c.assumed, c.day, c.place, c.host, c.name, c.ordinal, c.duration, c.sides, c.first,
  c.initiator, c.event,
  (SELECT t.value FROM timex t WHERE t.n = c.n AND t.sentence = c.sentence AND t.type = 'TIME'
    AND substr(t.value, 1, 10) = c.date ORDER BY t.i LIMIT 1) AS clock
FROM consultation c JOIN article a USING (n) WHERE a.counts AND c.day BETWEEN ? AND ?]]

local PARTICIPANTS = [[
SELECT c.n, c.i, p.j, p.side, p.office, f.who, f.name, f.side AS form_side, f.office AS held, w.name AS named
FROM consultation c JOIN article a ON a.n = c.n JOIN participant p ON p.n = c.n AND p.i = c.i
  LEFT JOIN entity e ON e.n = p.n AND e.i = p.entity LEFT JOIN form f ON f.form = e.form
  LEFT JOIN who w ON w.who = f.who
WHERE a.counts AND c.day BETWEEN ? AND ? ORDER BY c.n, c.i, p.j]]

--- What a name is told by as long as nobody has settled whose it is: its letters, without case and hyphens.
function M.spelled(name)
  name = name:lower()
  if not name:find "[%-%.'%s]" then return name end
  return (name:gsub("[%-%.']", " "):gsub("%s+", " "):gsub("^ ", ""):gsub(" $", ""))
end

-- The side of every place, capital, agency and body that the lexicon knows; where two have a name, none.
local function sides_by_name(lexicon)
  local sides = {}
  local function put(name, side)
    if not name or not side then return end
    name = M.spelled(name)
    if sides[name] == nil then sides[name] = side elseif sides[name] ~= side then sides[name] = false end
  end
  for _, kind in ipairs { "places", "organisations", "countries" } do
    for _, row in ipairs(lexicons.rows(lexicon, kind)) do
      if type(row) == "table" then
        put(row.name or row[1], row.side)
        for _, name in ipairs(row.aliases or none) do put(name, row.side) end
        for name in (type(row.capital) == "string" and row.capital or ""):gmatch "[^;]+" do put(name, row.side) end
      end
    end
  end
  return sides
end

local clocks_of = setmetatable({}, { __mode = "k" }) -- lexicon -> what clocks() gives

--- What is known of the clocks of sides and places.
-- @treturn table {hours={[side]=number}, side={[name]=side}}
function M.clocks(lexicon)
  if clocks_of[lexicon] then return clocks_of[lexicon] end
  local hours = {}
  for _, row in ipairs(lexicons.rows(lexicon, "countries")) do
    if type(row) == "table" and row.side and row.hours then hours[row.side] = tonumber(row.hours) end
  end
  clocks_of[lexicon] = { hours = hours, side = sides_by_name(lexicon) }
  return clocks_of[lexicon]
end

-- `asked`: what was found before; sources and places meet again and again.
local function hours_of(name, clocks, asked)
  if not name or name == "" then return nil end
  local hours = asked[name]
  if hours == nil then
    local side = clocks.side[M.spelled(name)]
    hours = side and clocks.hours[side] or false
    asked[name] = hours
  end
  return hours
end

local function home_of(row, clocks, asked)
  return hours_of(row.dateline_place, clocks, asked) or hours_of(row.agency, clocks, asked)
    or hours_of(row.source, clocks, asked) or nil
end

local function list_of(text)
  local list, set = {}, {}
  for item in (text .. "; "):gmatch "(.-); " do
    if item ~= "" and not set[item] then list[#list + 1], set[item] = item, true end
  end
  return list, set
end

-- `lists`: what `list_of` gave before; the same few sides meet again and again.
local function sides_of(text, lists)
  local one = lists[text]
  if not one then
    one = table.pack(list_of(text))
    lists[text] = one
  end
  return one[1], one[2]
end

-- The row becomes the report. `kept`: what was found of sides and homes before.
local function report_of(row, clocks, kept)
  row.sides, row.side = sides_of(row.sides, kept.sides)
  row.class, row.assumed, row.home = M.class(row.kind), row.assumed == 1, home_of(row, clocks, kept.homes)
  row.lo, row.hi, row.at = days.number(row.first_day), days.number(row.last_day), days.number(row.day)
  row.clock = row.clock and row.clock:match "T(.+)$"
  row.people, row.names, row.held, row.place_of, row.posts = {}, {}, {}, {}, {}
  return row
end

local function add_participant(report, row)
  if not row.name then
    report.posts[#report.posts + 1] = { office = row.office, side = row.side or "" }
    return
  end
  local who = row.who or M.spelled(row.name)
  report.people[who] = row.side or row.form_side
  report.place_of[who] = row.name == report.initiator and 0 or report.place_of[who] or row.j
  report.names[who] = row.named or row.name
  if row.held ~= "" then report.held[who] = row.held end
end

--- The reports that are sorted under the days from `first` to `last`, in no order.
-- @param store
-- @tparam string first "" takes those of no day
-- @tparam string last
-- @tparam table clocks see `clocks`
-- @treturn {report,...}
function M.load(store, first, last, clocks)
  local reports, by_place, kept = {}, {}, { sides = {}, homes = {} }
  for _, row in ipairs(rows.select(store, REPORTS, first, last)) do
    local report = report_of(row, clocks, kept)
    reports[#reports + 1], by_place[row.n << 20 | row.i] = report, report
  end
  for _, row in ipairs(rows.select(store, PARTICIPANTS, first, last)) do
    add_participant(by_place[row.n << 20 | row.i], row)
  end
  return reports
end

return M
