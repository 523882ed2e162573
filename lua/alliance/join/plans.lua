--- Plans: what became of what was planned: the event that was held, called off, or planned anew for another day. And
-- what was held "last year": the one event of those days that it can be.
--
-- In: events, as the set knows them. Out: event.came_about. An event that was to come is looked for among those of its
-- class and sides that have two persons of it, or its name: from two days before its day to 60 after it; without a day
-- within 60 days of the first report; a series (SCM) within 400; a ceremony or exercise of nobody by
-- name within 14. The earliest of them is the one; but what an article reports as held when it tells of the plan is not
-- what was planned.
local days = require "alliance.join.days"
local reports = require "alliance.join.reports"
local settle = require "alliance.settle"

local M = {}

local AHEAD, NO_DAY, SERIES, NEAR = 60, 60, 400, 14 -- days

local EVENTS = [[
SELECT event, kind, status, date, first_day, last_day, day, host, participants, sides, name, ordinal, came_about,
  (SELECT min(a.published) FROM consultation c JOIN article a USING (n) WHERE c.event = v.event AND a.counts) AS told,
  (SELECT max(a.published) FROM consultation c JOIN article a USING (n) WHERE c.event = v.event AND a.counts) AS last,
  (SELECT group_concat(DISTINCT c.n) FROM consultation c WHERE c.event = v.event) AS articles
FROM event v WHERE day BETWEEN ? AND ? AND day <> '' ORDER BY day, event]]

local function set_of(text)
  local set = {}
  for item in (text .. "; "):gmatch "(.-); " do if item ~= "" then set[item] = true end end
  return set
end

local function plain(row)
  local e = { event = row.event, class = reports.class(row.kind), status = row.status, date = row.date,
    lo = days.number(row.first_day), hi = days.number(row.last_day), at = days.number(row.day), host = row.host,
    name = row.name, ordinal = row.ordinal, sides = set_of(row.sides), people = {}, told = days.number(row.told),
    last = days.number(row.last), was = row.came_about, articles = {} }
  for n in (row.articles or ""):gmatch "%d+" do e.articles[n] = true end
  for who in pairs(set_of(row.participants)) do if not e.sides[who] then e.people[who] = true end end
  e.definite = e.lo ~= nil and e.hi - e.lo <= 13
  return e
end

local function within(a, b)
  for item in pairs(a) do if not b[item] then return false end end
  return true
end

-- Whether what was planned may be that event.
local function fits(plan, event)
  if plan.class ~= event.class or plan.event == event.event then return false end
  for n in pairs(event.articles) do if plan.articles[n] then return false end end
  if plan.status == "held" and not within(plan.people, event.people) then return false end
  if not (within(plan.sides, event.sides) or within(event.sides, plan.sides)) then return false end
  if plan.name and event.name then
    return plan.name == event.name and (not plan.ordinal or not event.ordinal or plan.ordinal == event.ordinal)
  end
  local shared = 0
  for who in pairs(plan.people) do if event.people[who] then shared = shared + 1 end end
  if (plan.class == "ceremony" or plan.class == "exercise") and next(plan.people) == nil and not plan.name then
    return within(plan.sides, event.sides) and event.at - plan.at <= NEAR
  end
  if plan.status ~= "held" and plan.host and plan.host ~= event.host then return false end -- elsewhere
  return shared >= (plan.class == "visit" and 1 or 2)
end

local function window(plan)
  if plan.status == "held" then
    if not plan.lo or plan.definite then return nil end
    return plan.lo, plan.hi
  end
  local from, to
  if plan.definite then from, to = plan.lo - 2, plan.hi + AHEAD
  elseif plan.lo then from, to = plan.lo - 3, plan.hi + 31
  else from, to = plan.at, plan.at + NO_DAY end
  if plan.name then to = math.max(to, plan.at + SERIES) end
  return from, to
end

local function planned(e) return e.status == "planned" or e.status == "proposed" end

-- The first index of a list sorted by `at` that is not before `day`.
local function first_from(list, day)
  local low, high = 1, #list + 1
  while low < high do
    local mid = (low + high) // 2
    if list[mid].at < day then low = mid + 1 else high = mid end
  end
  return low
end

local function held_one(plan, list)
  local from, to = window(plan)
  local found
  for i = first_from(list, (from or 0) - 13), from and #list or 0 do
    local event = list[i]
    if event.at > to then break end
    if event.status == "held" and event.definite and event.lo >= from and event.lo <= to and fits(plan, event) then
      if plan.status ~= "held" then return event.event end
      if found then return nil end -- "last year" may be either
      found = event.event
    end
  end
  return found
end

-- What took its place: called off, or planned later for another day.
local function other_end(plan, list)
  local found
  for i = first_from(list, plan.at - 14), #list do
    local event = list[i]
    if event.at > plan.at + NO_DAY then break end
    local later = plan.last and event.told and event.told > plan.last
    local off = event.status == "called-off" and (not plan.told or not event.told or event.told >= plan.told)
    local moved = planned(event) and plan.definite and event.definite and later
    if (off or moved) and fits(plan, event) and (not found or off) then found = event.event end
    if found and off then return found end
  end
  return found
end

--- Sets what the plans that may have changed came to.
-- @param store in a transaction
-- @tparam integer from days on which events may have changed, as numbers
-- @tparam integer to
function M.link(store, from, to)
  local list, changes = {}, { n = 0 }
  for row in settle.select(store, EVENTS, days.text(from - SERIES), days.text(to + SERIES)):rows() do
    list[#list + 1] = plain(row)
  end
  for _, event in ipairs(list) do
    if event.at <= to and (planned(event) or event.status == "held" and event.lo and not event.definite) then
      local became = held_one(event, list) or planned(event) and other_end(event, list) or nil
      if became ~= event.was then
        changes[changes.n + 1], changes[changes.n + 2], changes.n = event.event, became, changes.n + 2
      end
    end
  end
  settle.write(store, "event_became", changes)
end

return M
