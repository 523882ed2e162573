--- Events: which reports tell of one consultation. In: a list of reports (join/reports.lua), in any order.
-- Out: a list of events, each with all its reports.
--
-- Reports of one class belong together where their days meet and those who took part may be the same: a person of a
-- side in both, else a post, else the sides alone, where nothing else tells them apart. The sides of one may be part of
-- the other's: a call of three told by two. In order:
--   1. reports with a day, the most telling first (those who took part by name), each to the group of its day that
--      it agrees with best;
--   2. groups of neighbouring days that are one call on two sides of the date line;
--   3. reports whose day is only near (the article's own, "last week", none at all): to a group of persons that are the
--      same, else among themselves.
-- What one article tells twice is two. Everything is decided by what the reports say, never by the order in which they
-- came, and no report looks further than `M.reach` days.
local dateline = require "alliance.join.dateline"
local days = require "alliance.join.days"
local telling = require "alliance.join.event"
local grouped = require "alliance.join.group"

local M = {}

M.reach = 15 -- days: a report without a day is of the two weeks before it was published

local ASSUMED_BEFORE, ASSUMED_AFTER = 3, 1 -- days by which an assumed day may be wrong
local SPAN = { meeting = 3, call = 1 } -- days of one contact at most; what is told of more is only near

-- -- reports with a day ---------------------------------------------------------------------------------

-- Whether the day of a report is that of the contact, and not only near it.
local function is_near(report)
  if not report.lo or report.assumed or report.hi - report.lo > 13 then return true end
  local most = SPAN[report.class]
  return most ~= nil and (report.hi - report.lo >= most or (report.date or ""):find "W" ~= nil)
end

local function tells(report) return 2 * grouped.count(report.people) + #report.posts + (report.name and 1 or 0) end

-- The most telling first; equal ones by what they are.
local function sorted(reports)
  local order = {}
  for _, report in ipairs(reports) do
    report.tells = tells(report)
    order[#order + 1] = report
  end
  table.sort(order, function (a, b)
    if a.tells ~= b.tells then return a.tells > b.tells end
    if (a.published or "~") ~= (b.published or "~") then return (a.published or "~") < (b.published or "~") end
    if a.id ~= b.id then return a.id < b.id end
    return a.first < b.first
  end)
  return order
end

-- Groups by class and day.
local function index_of() return {} end

local function put_index(index, group, from, to)
  local class = index[group.class]
  if not class then
    class = {}
    index[group.class] = class
  end
  for day = from, to do
    class[day] = class[day] or {}
    local list = class[day]
    if list[#list] ~= group then list[#list + 1] = group end
  end
end

-- The group of the days `from` to `to` that a report agrees with best; of equal ones the nearest to `at`, then the
-- first.
local function best(index, class, report, from, to, near, at)
  local found, most, least, seen = nil, nil, nil, {}
  for day = from, to do
    for _, group in ipairs(index[class] and index[class][day] or {}) do
      local score = not seen[group] and not group.gone and grouped.agreement(group, report, near)
      local apart = math.abs(day - (at or day))
      seen[group] = true
      if score and (not most or score > most or (score == most and apart < least)) then
        found, most, least = group, score, apart
      end
    end
  end
  return found
end

local function kindred(index, report) -- "talks" may be by phone
  if report.kind ~= "talks" or report.place then return nil end
  local found = best(index, "call", report, report.lo, report.hi)
  if not found then return nil end
  local shared = grouped.compare_people(found, report)
  return shared >= 2 and found or nil
end

local function place_dated(report, groups, index)
  local group = best(index, report.class, report, report.lo, report.hi) or kindred(index, report)
  if not group then
    group = grouped.of(report)
    groups[#groups + 1] = group
  end
  grouped.add(group, report)
  put_index(index, group, report.lo, report.hi)
end

local function unite(groups, index, hours)
  table.sort(groups, function (a, b) return a.lo < b.lo end) -- equal ones never meet: the order is that of telling
  for _, group in ipairs(groups) do
    local next_day = index[group.class][group.hi + 1]
    for _, other in ipairs(not group.gone and next_day or {}) do
      if not other.gone and not other.united and not group.united and dateline.across(group, other, hours) then
        for _, report in ipairs(other.reports) do grouped.add(group, report) end
        other.gone, group.united = true, true
        group.west, group.east = select(3, dateline.clocks_of(group, hours))
        put_index(index, group, other.lo, other.lo)
      end
    end
  end
end

-- -- reports whose day is only near ---------------------------------------------------------------------

-- The days in which a report without a day of its own looks for its event.
local function window(report)
  if report.assumed then return report.lo - ASSUMED_BEFORE, report.hi + ASSUMED_AFTER, report.lo end
  if report.lo and report.hi - report.lo <= M.reach then return report.lo, report.hi, report.hi end
  local at = report.published and days.number(report.published)
  if not at or report.lo then return nil end
  return at - M.reach + 1, at, at
end

local function place_near(report, index)
  local from, to, at = window(report)
  if not from or report.status ~= "held" then return false end
  local group = best(index, report.class, report, from, to, true, at)
  if not group then return false end
  grouped.add(group, report)
  return true
end

-- What nobody gives a day: together where day or words, persons and status are the same.
local function place_left(report, groups, index)
  local at = report.assumed and report.lo or report.at
  if not at then
    groups[#groups + 1] = grouped.of(report)
    grouped.add(groups[#groups], report)
    return
  end
  local reach = report.assumed and 1 or 7
  local group
  for apart = 0, reach do
    for _, day in ipairs(apart == 0 and { at } or { at - apart, at + apart }) do
      for _, other in ipairs(index[report.class] and index[report.class][day] or {}) do
        local first = other.reports[1]
        local alike = first.status == report.status and first.assumed == report.assumed
          and (report.assumed or first.date == report.date)
        if not group and alike and grouped.agreement(other, report, true) then group = other end
      end
    end
  end
  if not group then
    group = grouped.of(report)
    groups[#groups + 1] = group
  end
  grouped.add(group, report)
  put_index(index, group, at, at)
end

-- Two that are called the same are counted, in the order in which they were first told.
local function tell_apart(events)
  table.sort(events, function (a, b)
    if a.event ~= b.event then return a.event < b.event end
    local one, two = a.reports[1], b.reports[1]
    if (one.published or "~") ~= (two.published or "~") then return (one.published or "~") < (two.published or "~") end
    if one.id ~= two.id then return one.id < two.id end
    return one.first < two.first
  end)
  local last, n
  for _, event in ipairs(events) do
    if event.event == last then
      n = n + 1
      event.event = ("%s:%d"):format(event.event, n)
    else last, n = event.event, 1 end
  end
end

--- The events that reports tell of.
-- @tparam {report,...} reports in any order
-- @tparam {[string]=number} hours side -> hours of its clocks before Greenwich
-- @treturn {event,...} in the order of their keys: {event=, kind=, class=, cameo=, status=, date=, lo=, hi=, day=,
-- place=, host=, participants=, people=, sides=, name=, ordinal=, duration=, differs={text, …}, reports=}
function M.join(reports, hours)
  local dated, left, groups, index = {}, {}, {}, index_of()
  for _, report in ipairs(sorted(reports)) do
    report.near = is_near(report)
    if report.near then left[#left + 1] = report else dated[#dated + 1] = report end
  end
  for _, report in ipairs(dated) do place_dated(report, groups, index) end
  unite(groups, index, hours)
  local near, near_index = {}, index_of()
  for _, report in ipairs(left) do
    if not place_near(report, index) then place_left(report, near, near_index) end
  end
  local events = {}
  for _, list in ipairs { groups, near } do
    for _, group in ipairs(list) do if not group.gone then events[#events + 1] = telling.of(group) end end
  end
  tell_apart(events)
  return events
end

return M
