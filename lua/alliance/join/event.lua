--- An event: what all reports of one group say of it, and about what they differ.
local days = require "alliance.join.days"
local sorted_keys = require "alliance.keys".sorted

local M = {}

local none = {}

-- The value most reports give, of equal ones the first in order of the alphabet; all values with how often.
local function vote(reports, field)
  if #reports == 1 then return reports[1][field] end
  local counts, values = {}, {}
  for _, report in ipairs(reports) do
    local value = report[field]
    if value ~= nil then
      if not counts[value] then values[#values + 1] = value end
      counts[value] = (counts[value] or 0) + 1
    end
  end
  if #values > 1 then
    table.sort(values, function (a, b)
      if counts[a] ~= counts[b] then return counts[a] > counts[b] end
      return a < b
    end)
  end
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
  if #reports == 1 then return reports[1].kind end
  local _, values, counts = vote(reports, "kind")
  table.sort(values, function (a, b)
    if counts[a] ~= counts[b] then return counts[a] > counts[b] end
    return (specific[a] or 1) > (specific[b] or 1)
  end)
  return values[1]
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
  if #reports < 2 then return nil end
  local _, values, counts = vote(reports, field)
  if #values < 2 then return nil end
  table.sort(values, function (a, b) return a < b end)
  local parts = {}
  for i, value in ipairs(values) do parts[i] = ("%s (%d)"):format(value, counts[value]) end
  return table.concat(parts, ", ")
end

-- Reports that name persons of a side, and not one in common with the others.
local function who_differs(reports, side_of, name)
  if #reports < 2 then return nil end
  local parts, sides = {}, {}
  for who, side in pairs(side_of) do
    sides[side] = sides[side] or {}
    table.insert(sides[side], who)
  end
  local order = sorted_keys(sides)
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
  if #reports < 2 then return none end
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
  name = name:lower()
  if name:find "^%w+$" then return name end
  return (name:gsub("\u{a0}", "-"):gsub("’", "-"):gsub("[%s%p]+", "-"):gsub("^%-", ""):gsub("%-$", ""))
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

--- The event that a group of reports tells of.
-- @tparam group group (join/group.lua); its reports are put in the order in which they were told
-- @treturn event see join/events.lua
function M.of(group)
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

return M
