--- Plans: what became of what was planned: the event that was held, called off, or planned anew for another day. And
-- what was held "last year": the one event of those days that it can be.
--
-- In: events, as the set knows them. Out: event.came_about. An event that was to come is looked for among those of its
-- class and sides that have two persons of it, or its name: from two days before its day to 60 after it; without a day
-- within 60 days of the first report; a series (SCM) within 400; a ceremony or exercise of nobody by name within 14.
-- The earliest of them is the one; but what an article reports as held when it tells of the plan is not what was
-- planned.
local days = require "alliance.join.days"
local reports = require "alliance.join.reports"
local rows = require "alliance.rows"

local M = {}

local AHEAD, NO_DAY, RANGE, SERIES, NEAR = 60, 60, 31, 400, 14 -- days
local SEEN_MOST = 5000 -- events that are held in memory
local MANY = 8 -- plans for which the events about them are read together
local SPAN = 13 -- days of one event at most

local COLUMNS = "event, kind, status, date, first_day, last_day, day, place, host, participants, sides, name, "
  .. "ordinal, came_about"

-- Plans that what has changed from ? to ? may concern: near ones, series, and those of a month or a year.
local PLANS = ([[
SELECT %s FROM event WHERE day BETWEEN ? AND ? AND status IN ('planned', 'proposed')
UNION SELECT %s FROM event WHERE day BETWEEN ? AND ? AND status IN ('planned', 'proposed') AND name IS NOT NULL
UNION SELECT %s FROM event WHERE length(date) BETWEEN 4 AND 9 AND first_day <= ? AND last_day >= ?
UNION SELECT %s FROM event WHERE length(date) BETWEEN 4 AND 9 AND day BETWEEN ? AND ?]]):gsub("%%s", COLUMNS)

local ALL = ("SELECT %s FROM event WHERE day BETWEEN ? AND ? ORDER BY day, event"):format(COLUMNS)

local EVENTS = ("SELECT %s FROM event WHERE day BETWEEN ? AND ? AND (name = ? OR instr(participants, ?) OR "
  .. "instr(participants, ?) OR ? = '') ORDER BY day, event"):format(COLUMNS)

local ABOUT = [[
SELECT a.n, a.published FROM consultation c JOIN article a USING (n) WHERE c.event = ? AND a.counts]]

-- -- events ---------------------------------------------------------------------------------------------

local function set_of(text)
  local set, list = {}, {}
  for item in (text .. "; "):gmatch "(.-); " do
    if item ~= "" and not set[item] then set[item], list[#list + 1] = true, item end
  end
  return set, list
end

local function plain(row)
  local e = { event = row.event, class = reports.class(row.kind), status = row.status,
    lo = days.number(row.first_day), hi = days.number(row.last_day), at = days.number(row.day), place = row.place,
    host = row.host, name = row.name, ordinal = row.ordinal, sides = set_of(row.sides),
    people = {}, list = {}, text = row.participants, was = row.came_about }
  local _, participants = set_of(row.participants)
  for _, who in ipairs(participants) do
    if not e.sides[who] then e.people[who], e.list[#e.list + 1] = true, who end
  end
  e.definite = e.lo ~= nil and e.hi - e.lo <= SPAN
  return e
end

-- Which articles tell of an event, and when the first and the last did.
local function about(store, event)
  if not event.articles then
    event.articles = {}
    for _, row in ipairs(rows.select(store, ABOUT, event.event)) do
      local day = days.number(row.published)
      event.articles[row.n] = true
      event.told = day and math.min(event.told or day, day) or event.told
      event.last = day and math.max(event.last or day, day) or event.last
    end
  end
  return event
end

-- -- may it be that one? --------------------------------------------------------------------------------

local function planned(e) return e.status == "planned" or e.status == "proposed" end

local function within(a, b)
  for item in pairs(a) do if not b[item] then return false end end
  return true
end

local function share_article(store, a, b)
  about(store, a)
  for n in pairs(about(store, b).articles) do if a.articles[n] then return true end end
  return false
end

local function by_name(plan, event)
  return plan.name == event.name and (not plan.ordinal or not event.ordinal or plan.ordinal == event.ordinal)
end

-- A plan without a day is tied to its place; one with a day only where both say where.
local function is_elsewhere(plan, event)
  if not plan.place or plan.place == event.place then return false end
  if plan.host and plan.host == event.host then return false end
  return not plan.definite or event.place ~= nil
end

local function by_people(plan, event)
  local shared = 0
  for who in pairs(plan.people) do if event.people[who] then shared = shared + 1 end end
  if plan.status == "held" and not within(plan.people, event.people) then return false end
  if (plan.class == "ceremony" or plan.class == "exercise") and #plan.list == 0 and not plan.name then
    return within(plan.sides, event.sides) and event.at - plan.at <= NEAR
  end
  if plan.status ~= "held" and is_elsewhere(plan, event) then return false end
  return shared >= (plan.class == "visit" and 1 or 2)
end

local function may_be(plan, event)
  if plan.class ~= event.class or plan.event == event.event then return false end
  if not (within(plan.sides, event.sides) or within(event.sides, plan.sides)) then return false end
  if plan.name and event.name then return by_name(plan, event) end
  return by_people(plan, event)
end

local function fits(store, plan, event) return may_be(plan, event) and not share_article(store, plan, event) end

-- -- what became of it ----------------------------------------------------------------------------------

local function window(plan)
  if plan.status == "held" then return plan.lo, plan.hi end
  local from, to
  if plan.definite then from, to = plan.lo - 2, plan.hi + AHEAD
  elseif plan.lo then from, to = plan.lo - 3, plan.hi + RANGE
  else from, to = plan.at, plan.at + NO_DAY end
  if plan.name then to = math.max(to, plan.at + SERIES) end
  return from, to
end

-- What a row says; a row that was seen before is not read again.
local function read(row, seen)
  local event = seen.events[row.event]
  if not event then
    event = plain(row)
    seen.events[row.event], seen.n = event, seen.n + 1
  end
  return event
end

-- All events of some days, by class, in the order of their days: plans are many and ask for the same ones.
local function around(store, from, to, seen)
  local near = { from = from, to = to, of = {} }
  for _, row in ipairs(rows.select(store, ALL, days.text(from), days.text(to))) do
    local event = read(row, seen)
    local list = near.of[event.class]
    if list then list[#list + 1] = event else near.of[event.class] = { event } end
  end
  return near
end

-- The place of the first event that is not before a day.
local function first_from(list, day)
  local low, high = 1, #list + 1
  while low < high do
    local middle = (low + high) // 2
    if list[middle].at < day then low = middle + 1 else high = middle end
  end
  return low
end

-- Those of `near` that have a person of an unnamed plan, or that anybody may be in, by day.
local function of_near(near, plan, from, to)
  local list, all, one, two = {}, near.of[plan.class] or {}, plan.list[1], plan.list[2]
  for i = first_from(all, from), #all do
    local event = all[i]
    if event.at > to then break end
    if not one or event.text:find(one, 1, true) or (two and event.text:find(two, 1, true)) then
      list[#list + 1] = event
    end
  end
  return list
end

-- The events that may be what was planned, by day.
local function candidates(store, plan, from, to, seen)
  local near = seen.near
  if not plan.name and near and from >= near.from and to <= near.to then return of_near(near, plan, from, to) end
  local list, one, two = {}, plan.list[1] or "", plan.list[2] or plan.list[1] or ""
  local any = (#plan.list == 0 and not plan.name) and "" or "no"
  if one == "" then one, two = "\0", "\0" end
  for _, row in ipairs(rows.select(store, EVENTS, days.text(from), days.text(to), plan.name or "\0", one, two, any)) do
    list[#list + 1] = read(row, seen)
  end
  return list
end

local function held_one(store, plan, seen)
  local from, to = window(plan)
  local found
  for _, event in ipairs(candidates(store, plan, from - SPAN, to, seen)) do
    local then_ = event.status == "held" and event.definite and event.lo >= from and event.lo <= to
    if then_ and fits(store, plan, event) then
      if plan.status ~= "held" then return event.event end
      if found then return nil end -- "last year" may be either
      found = event.event
    end
  end
  return found
end

-- What took its place: called off, or planned later for another day.
local function other_end(store, plan, seen)
  local found
  about(store, plan)
  for _, event in ipairs(candidates(store, plan, plan.at - 14, plan.at + NO_DAY, seen)) do
    local off = event.status == "called-off"
    if (off or (planned(event) and plan.definite and event.definite)) and may_be(plan, event) then
      about(store, event)
      local later = plan.last and event.told and event.told > plan.last
      if off then later = not plan.told or not event.told or event.told >= plan.told end
      if later and (not found or off) and fits(store, plan, event) then found = event.event end
      if found and off then return found end
    end
  end
  return found
end

--- What `link` has read, at first: nothing. It is good as long as no event changes.
function M.seen() return { events = {}, n = 0 } end

--- Sets what the plans came to that a change may concern.
-- @param store in a transaction
-- @tparam integer from days on which events may have changed, as numbers
-- @tparam integer to
-- @tparam table seen what the call before this one returned: plans that it set are left as they are
-- @treturn table what was read; begun anew when it is much
function M.link(store, from, to, seen)
  local text, changes = days.text, { n = 0 }
  local function add(event, became)
    changes[changes.n + 1], changes[changes.n + 2], changes.n = event, became, changes.n + 2
  end
  local found = rows.select(store, PLANS, text(from - AHEAD - SPAN - 2), text(to + NEAR + 2), text(from - SERIES),
    text(to + NEAR + 2), text(to + SPAN), text(from - RANGE), text(from), text(to))
  seen.near = #found >= MANY and around(store, from - AHEAD - 2 * SPAN - 6, to + NEAR + AHEAD + 4, seen) or nil
  for _, row in ipairs(found) do
    local plan = read(row, seen)
    local vague = plan.status == "held" and plan.lo and not plan.definite
    if plan.at and not plan.linked and (planned(plan) or vague) then
      plan.linked = true
      local became = held_one(store, plan, seen) or planned(plan) and other_end(store, plan, seen) or nil
      if became ~= plan.was then add(plan.event, became) end
    end
  end
  rows.write(store, "event_became", changes)
  return seen.n < SEEN_MOST and seen or M.seen()
end

return M
