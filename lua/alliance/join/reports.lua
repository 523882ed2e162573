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

local function hours_of(name, clocks)
  local side = name and name ~= "" and clocks.side[M.spelled(name)]
  return side and clocks.hours[side]
end

local function home_of(row, clocks)
  return hours_of(row.dateline_place, clocks) or hours_of(row.agency, clocks) or hours_of(row.source, clocks) or nil
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

local function report_of(row, clocks, lists)
  local sides, side = sides_of(row.sides, lists)
  return { n = row.n, i = row.i, id = row.id, published = row.published, kind = row.kind, class = M.class(row.kind),
    cameo = row.cameo, status = row.status, date = row.date, lo = days.number(row.first_day),
    hi = days.number(row.last_day), assumed = row.assumed == 1, day = row.day, at = days.number(row.day),
    place = row.place, host = row.host, name = row.name, ordinal = row.ordinal, duration = row.duration,
    source = row.source, first = row.first, initiator = row.initiator, event = row.event, home = home_of(row, clocks),
    clock = row.clock and row.clock:match "T(.+)$", sides = sides,
    side = side, people = {}, names = {}, held = {}, place_of = {}, posts = {} }
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
  local reports, by_place, lists = {}, {}, {}
  for _, row in ipairs(rows.select(store, REPORTS, first, last)) do
    local report = report_of(row, clocks, lists)
    reports[#reports + 1], by_place[row.n << 20 | row.i] = report, report
  end
  for _, row in ipairs(rows.select(store, PARTICIPANTS, first, last)) do
    add_participant(by_place[row.n << 20 | row.i], row)
  end
  return reports
end

return M
