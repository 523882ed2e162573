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
local days = require "alliance.join.days"

local M = {}

M.reach = 15 -- days: a report without a day is of the two weeks before it was published

local LINE = 6 -- hours between two clocks from which on a day may be another one there
local ASSUMED_BEFORE, ASSUMED_AFTER = 3, 1 -- days by which an assumed day may be wrong
local SPAN = { meeting = 3, call = 1 } -- days of one contact at most; what is told of more is only near

-- -- groups of reports ----------------------------------------------------------------------------------

local function group_of(report)
  return { class = report.class, reports = {}, articles = {}, people = {}, held = {}, posts = {}, side = {},
    kinds = {}, sources = {} }
end

local function add(group, report)
  group.reports[#group.reports + 1] = report
  group.articles[report.id] = (group.articles[report.id] or 0) + 1
  if report.source then group.sources[report.source] = true end
  for who, side in pairs(report.people) do group.people[who] = side end
  for who, office in pairs(report.held) do group.held[who] = group.held[who] or office end
  for _, post in ipairs(report.posts) do group.posts[#group.posts + 1] = post end
  for side in pairs(report.side) do group.side[side] = true end
  group.kinds[report.kind] = true
  group.name, group.ordinal = group.name or report.name, group.ordinal or report.ordinal
  group.host, group.place = group.host or report.host, group.place or report.place
  if report.lo and not report.near then
    group.lo, group.hi = math.min(group.lo or report.lo, report.lo), math.max(group.hi or report.hi, report.hi)
  end
end

local function within(a, b)
  for side in pairs(a) do if not b[side] then return false end end
  return true
end

-- Persons in both; sides in both whose persons are all different.
local function compare_people(a, b)
  local shared, named, same = 0, {}, {}
  for who, side in pairs(a.people) do
    named[side] = true
    if b.people[who] then shared, same[side] = shared + 1, true end
  end
  local strange = 0
  local seen = {}
  for _, side in pairs(b.people) do
    if named[side] and not same[side] and not seen[side] then strange, seen[side] = strange + 1, true end
  end
  return shared, strange
end

-- Posts without a name in `a` that a person or a post of `b` has; and those that somebody of the side has not.
local function compare_posts(a, b)
  local same, other = 0, 0
  for _, post in ipairs(a.posts) do
    local of_side, found = false, false
    for who, side in pairs(b.people) do
      if side == post.side and b.held[who] then
        of_side, found = true, found or b.held[who] == post.office
      end
    end
    for _, theirs in ipairs(b.posts) do
      if theirs.side == post.side then of_side, found = true, found or theirs.office == post.office end
    end
    if found then same = same + 1 elseif of_side then other = other + 1 end
  end
  return same, other
end

local function count(set)
  local n = 0
  for _ in pairs(set) do n = n + 1 end
  return n
end

local function bare(x) return next(x.people) == nil and #x.posts == 0 end

-- Whether a side has nobody by name or post. One outlet that names the counterpart in one article names him in the
-- next: without a name it was somebody else.
local function faceless(x)
  local sides = {}
  for _, side in pairs(x.people) do sides[side] = true end
  for _, post in ipairs(x.posts) do sides[post.side] = true end
  for side in pairs(x.side) do if not sides[side] then return true end end
  return false
end

-- How well a group and a report may be the same, nil: not. `near`: the day does not say it, so the persons must.
local function agreement(group, report, near)
  if group.name and report.name and group.name ~= report.name then return nil end
  if group.ordinal and report.ordinal and group.ordinal ~= report.ordinal then return nil end
  local shared, strange = compare_people(group, report)
  local inside = within(report.side, group.side) or within(group.side, report.side)
  if (strange > 0 or not inside) and shared < 2 then return nil end
  local posts, others = compare_posts(group, report)
  local back, back_others = compare_posts(report, group)
  posts, others = posts + back, others + back_others
  if group.articles[report.id] and not (shared >= 2 and not near) then return nil end
  if group.host and report.host and group.host ~= report.host and shared < 2 and report.class ~= "call" then
    return nil
  end
  local named = group.name and group.name == report.name
  if shared == 1 and posts == 0 and not named and group.sources[report.source or 0] then
    if faceless(group) ~= faceless(report) then return nil end
  end
  if near and shared < 2 and not named then return nil end
  if shared == 0 and posts == 0 and not named then
    if others > 0 or not (bare(group) or bare(report)) or count(group.side) ~= #report.sides then return nil end
    local kinds = group.kinds[report.kind] or report.class == "exercise" or report.class == "ceremony"
    if not kinds then return nil end
  elseif shared == 0 and others > posts then return nil end
  return 8 * shared + 6 * posts + (named and 8 or 0) + (group.kinds[report.kind] and 2 or 0)
    + (group.place and group.place == report.place and 2 or 0) - 4 * strange
end

-- -- reports with a day ---------------------------------------------------------------------------------

-- Whether the day of a report is that of the contact, and not only near it.
local function is_near(report)
  if not report.lo or report.assumed or report.hi - report.lo > 13 then return true end
  local most = SPAN[report.class]
  return most ~= nil and (report.hi - report.lo >= most or (report.date or ""):find "W" ~= nil)
end

local function tells(report) return 2 * count(report.people) + #report.posts + (report.name and 1 or 0) end

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
      local score = not seen[group] and not group.gone and agreement(group, report, near)
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
  local shared = compare_people(found, report)
  return shared >= 2 and found or nil
end

local function place_dated(report, groups, index)
  local group = best(index, report.class, report, report.lo, report.hi) or kindred(index, report)
  if not group then
    group = group_of(report)
    groups[#groups + 1] = group
  end
  add(group, report)
  put_index(index, group, report.lo, report.hi)
end

-- -- the date line --------------------------------------------------------------------------------------

-- The least and the greatest hours of the clocks of those who took part, and whose they are.
local function clocks_of(group, hours)
  local sides, west, east = {}, nil, nil
  for side in pairs(group.side) do if hours[side] then sides[#sides + 1] = side end end
  table.sort(sides)
  for _, side in ipairs(sides) do
    if not west or hours[side] < hours[west] then west = side end
    if not east or hours[side] > hours[east] then east = side end
  end
  return hours[west], hours[east], west, east
end

-- How many reports of a group were written in the west, and how many in the east.
local function homes(group, west, east)
  local w, e = 0, 0
  for _, report in ipairs(group.reports) do
    if report.home then
      if report.home - west < east - report.home then w = w + 1 else e = e + 1 end
    end
  end
  return w, e
end

local late = { EV = true, NI = true }

local function hour_of(clock) return clock and tonumber(clock:match "^(%d%d)") end

-- What the clock says against it: a morning in the west is an evening in the east, of the same day.
local function clock_forbids(earlier, later)
  for _, report in ipairs(earlier.reports) do
    local hour = hour_of(report.clock)
    if report.clock == "MO" or (hour and hour < 9) then return true end
  end
  for _, report in ipairs(later.reports) do
    local hour = hour_of(report.clock)
    if late[report.clock] or (hour and hour >= 16) then return true end
  end
  return false
end

local function shares_article(a, b)
  for id in pairs(a.articles) do if b.articles[id] then return true end end
  return false
end

-- One call: late on a day in the west, early on the next in the east.
local function across(earlier, later, hours)
  if earlier.lo ~= earlier.hi or later.lo ~= later.hi or later.lo ~= earlier.lo + 1 then return false end
  if shares_article(earlier, later) or clock_forbids(earlier, later) then return false end
  local shared, strange = compare_people(earlier, later)
  if shared < 2 or strange > 0 then return false end
  if earlier.ordinal and later.ordinal and earlier.ordinal ~= later.ordinal then return false end
  local west, east = clocks_of(earlier, hours)
  if not west or east - west < LINE then return false end
  local first_west, first_east = homes(earlier, west, east)
  local then_west, then_east = homes(later, west, east)
  if first_east > first_west or then_west > then_east then return false end
  return earlier.class == "call" or first_west + then_east > 0
end

local function unite(groups, index, hours)
  table.sort(groups, function (a, b) return a.lo < b.lo end) -- equal ones never meet: the order is that of telling
  for _, group in ipairs(groups) do
    local next_day = index[group.class][group.hi + 1]
    for _, other in ipairs(not group.gone and next_day or {}) do
      if not other.gone and not other.united and not group.united and across(group, other, hours) then
        for _, report in ipairs(other.reports) do add(group, report) end
        other.gone, group.united = true, true
        group.west, group.east = select(3, clocks_of(group, hours))
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
  add(group, report)
  return true
end

-- What nobody gives a day: together where day or words, persons and status are the same.
local function place_left(report, groups, index)
  local at = report.assumed and report.lo or report.at
  if not at then
    groups[#groups + 1] = group_of(report)
    add(groups[#groups], report)
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
        if not group and alike and agreement(other, report, true) then group = other end
      end
    end
  end
  if not group then
    group = group_of(report)
    groups[#groups + 1] = group
  end
  add(group, report)
  put_index(index, group, at, at)
end

-- -- what an event says ---------------------------------------------------------------------------------

-- The value most reports give, of equal ones the first in order of the alphabet; all values with how often.
local function vote(reports, field)
  local counts, values = {}, {}
  for _, report in ipairs(reports) do
    local value = report[field]
    if value ~= nil then
      if not counts[value] then values[#values + 1] = value end
      counts[value] = (counts[value] or 0) + 1
    end
  end
  table.sort(values, function (a, b)
    if counts[a] ~= counts[b] then return counts[a] > counts[b] end
    return a < b
  end)
  return values[1], values, counts
end

local ahead = { planned = true, proposed = true }

-- Held wins; else the latest report does.
local function status_of(reports)
  local last
  for _, report in ipairs(reports) do
    if report.status == "held" then return "held" end
    if not last or (report.published or "") > (last.published or "")
      or ((report.published or "") == (last.published or "") and ahead[last.status] and not ahead[report.status]) then
      last = report
    end
  end
  return last.status
end

local specific = { summit = 4, call = 3, talks = 2 }

local function kind_of(reports)
  local _, values, counts = vote(reports, "kind")
  table.sort(values, function (a, b)
    if counts[a] ~= counts[b] then return counts[a] > counts[b] end
    return (specific[a] or 1) > (specific[b] or 1)
  end)
  return values[1], values
end

-- Everybody who took part, those whom most reports name first; of equals those who are named first.
local function people_of(reports)
  local counts, list, name, side, held, place = {}, {}, {}, {}, {}, {}
  for _, report in ipairs(reports) do
    for who in pairs(report.people) do
      place[who] = math.min(place[who] or report.place_of[who], report.place_of[who])
      if not counts[who] then list[#list + 1] = who end
      counts[who] = (counts[who] or 0) + 1
      if not name[who] or #report.names[who] > #name[who]
        or (#report.names[who] == #name[who] and report.names[who] < name[who]) then
        name[who] = report.names[who]
      end
      side[who] = side[who] or report.people[who]
      held[who] = held[who] or report.held[who]
    end
  end
  table.sort(list, function (a, b)
    if counts[a] ~= counts[b] then return counts[a] > counts[b] end
    if place[a] ~= place[b] then return place[a] < place[b] end
    return name[a] < name[b]
  end)
  return list, name, side, held
end

-- Posts without a name that no named person of the side holds.
local function posts_of(reports, side, held)
  local posts, seen = {}, {}
  local function is_held(post)
    for who, office in pairs(held) do if office == post.office and side[who] == post.side then return true end end
  end
  for _, report in ipairs(reports) do
    for _, post in ipairs(report.posts) do
      local key = post.side .. " " .. post.office
      if not seen[key] and not is_held(post) then posts[#posts + 1], seen[key] = post, true end
    end
  end
  table.sort(posts, function (a, b)
    if a.office ~= b.office then return a.office < b.office end
    return a.side < b.side
  end)
  return posts
end

local function sides_of(reports)
  local list, set = {}, {}
  for _, report in ipairs(reports) do
    for _, side in ipairs(report.sides) do
      if not set[side] then list[#list + 1], set[side] = side, true end
    end
  end
  table.sort(list)
  return list
end

local function participants_of(reports, sides)
  local list, name, side, held = people_of(reports)
  local out, present = {}, {}
  for _, who in ipairs(list) do
    out[#out + 1] = name[who]
    present[side[who] or ""] = true
  end
  for _, post in ipairs(posts_of(reports, side, held)) do
    out[#out + 1] = post.office
    present[post.side] = true
  end
  for _, of in ipairs(sides) do if not present[of] then out[#out + 1] = of end end
  return out, list, name, side
end

-- -- what its reports disagree about --------------------------------------------------------------------

local function said(reports, field)
  local _, values, counts = vote(reports, field)
  if #values < 2 then return nil end
  table.sort(values, function (a, b) return a < b end)
  local parts = {}
  for i, value in ipairs(values) do parts[i] = ("%s (%d)"):format(value, counts[value]) end
  return table.concat(parts, ", ")
end

-- Reports that name persons of a side, and not one in common with the others.
local function who_differs(reports, side_of, name)
  local parts, sides = {}, {}
  for who, side in pairs(side_of) do
    sides[side] = sides[side] or {}
    table.insert(sides[side], who)
  end
  local order = {}
  for side in pairs(sides) do order[#order + 1] = side end
  table.sort(order)
  for _, side in ipairs(order) do
    local everywhere, named = {}, 0
    for _, report in ipairs(reports) do
      local any = false
      for who, of in pairs(report.people) do
        if of == side then everywhere[who], any = (everywhere[who] or 0) + 1, true end
      end
      if any then named = named + 1 end
    end
    local agreed = false
    for _, n in pairs(everywhere) do agreed = agreed or n == named end
    if named > 1 and not agreed then
      local names = {}
      for i, who in ipairs(sides[side]) do names[i] = name[who] end
      table.sort(names)
      parts[#parts + 1] = table.concat(names, ", ")
    end
  end
  return #parts > 0 and table.concat(parts, " / ") or nil
end

-- Two days of one call, the western first: no disagreement, but the date line.
local function line_of(group)
  return ("date line: %s (%s), %s (%s)"):format(days.text(group.lo), group.west, days.text(group.hi), group.east)
end

local function differs_of(group, reports, side_of, name)
  local parts, dated, ended = {}, {}, {}
  for _, report in ipairs(reports) do
    if report.lo and not report.near then dated[#dated + 1] = report end
    if report.status ~= "planned" and report.status ~= "proposed" then ended[#ended + 1] = report end
  end
  local function put(what, text) if text then parts[#parts + 1] = what .. ": " .. text end end
  if group.west then parts[1] = line_of(group) else put("day", said(dated, "date")) end
  put("place", said(reports, "place"))
  put("who", who_differs(reports, side_of, name))
  put("length", said(reports, "duration"))
  put("ordinal", said(reports, "ordinal"))
  put("status", said(ended, "status"))
  return parts
end

-- -- its name -------------------------------------------------------------------------------------------

local function slug(name)
  return (name:lower():gsub("\u{a0}", "-"):gsub("’", "-"):gsub("[%s%p]+", "-"):gsub("^%-", ""):gsub("%-$", ""))
end

-- The person whom most reports name, of each side.
local function heads(list, name, side)
  local out, seen = {}, {}
  for _, who in ipairs(list) do
    if side[who] and not seen[side[who]] then
      seen[side[who]] = true
      out[#out + 1] = slug(name[who])
    end
  end
  table.sort(out)
  return out
end

local function day_word(event)
  if event.lo and event.dated then return days.text(event.lo) end
  local first = event.reports[1].published
  if event.date and (event.date:find "^%d+%-%d%d%-%d%d$" or not first) then return event.date end
  if event.date then return ("%s-told-%s"):format(event.date, first) end -- another may be told of at another time
  if not first then return "undated" end
  return (event.status == "held" and "before-" or "after-") .. first
end

local function key_of(event, list, name, side)
  local parts = { day_word(event), event.class, table.concat(event.sides, "-") }
  if event.name then parts[#parts + 1] = slug(event.name) .. (event.ordinal and "-" .. event.ordinal or "")
  else for _, head in ipairs(heads(list, name, side)) do parts[#parts + 1] = head end end
  if event.class == "visit" and event.host then parts[#parts + 1] = "to-" .. event.host end
  return table.concat(parts, ":")
end

-- The day that most reports give, and the whole of it.
local function set_days(event, reports)
  local dated, all = {}, {}
  for _, report in ipairs(reports) do
    if report.date then all[#all + 1] = report end
    if report.lo and not report.near then dated[#dated + 1] = report end
  end
  if #dated == 0 then
    for _, report in ipairs(all) do if report.assumed then dated[#dated + 1] = report end end
  end
  event.dated = #dated > 0
  event.date = vote(#dated > 0 and dated or all, "date")
  for _, report in ipairs(#dated > 0 and dated or all) do
    if report.date == event.date or #dated > 0 then
      event.lo = report.lo and math.min(event.lo or report.lo, report.lo) or event.lo
      event.hi = report.hi and math.max(event.hi or report.hi, report.hi) or event.hi
    end
  end
end

local function event_of(group)
  local reports = group.reports
  table.sort(reports, function (a, b)
    if (a.published or "~") ~= (b.published or "~") then return (a.published or "~") < (b.published or "~") end
    if a.id ~= b.id then return a.id < b.id end
    return a.first < b.first
  end)
  local event = { reports = reports, status = status_of(reports), sides = sides_of(reports) }
  event.kind = kind_of(reports)
  event.class = group.class
  for _, report in ipairs(reports) do
    if report.kind == event.kind and report.status == event.status then event.cameo = event.cameo or report.cameo end
  end
  set_days(event, reports)
  event.place, event.host, event.name = vote(reports, "place"), vote(reports, "host"), vote(reports, "name")
  event.ordinal, event.duration = vote(reports, "ordinal"), vote(reports, "duration")
  local participants, list, name, side = participants_of(reports, event.sides)
  event.participants, event.people, event.side_of = participants, list, side
  event.differs = differs_of(group, reports, side, name)
  for _, report in ipairs(reports) do
    if not event.day or report.day < event.day then event.day = report.day end
  end
  event.event = key_of(event, list, name, side)
  return event
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
    for _, group in ipairs(list) do if not group.gone then events[#events + 1] = event_of(group) end end
  end
  tell_apart(events)
  return events
end

return M
