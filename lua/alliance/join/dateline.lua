--- The date line: two groups of reports on neighbouring days that are one call on two sides of it.
local group = require "alliance.join.group"

local M = {}

local LINE = 6 -- hours between two clocks from which on a day may be another one there

--- The least and the greatest hours of the clocks of those who took part, and whose they are.
-- @tparam group of (join/group.lua)
-- @tparam {[string]=number} hours side -> hours of its clocks before Greenwich
-- @treturn number|nil west
-- @treturn number|nil east
-- @treturn string|nil the side of the west
-- @treturn string|nil the side of the east
function M.clocks_of(of, hours)
  local sides, west, east = {}, nil, nil
  for side in pairs(of.side) do if hours[side] then sides[#sides + 1] = side end end
  table.sort(sides)
  for _, side in ipairs(sides) do
    if not west or hours[side] < hours[west] then west = side end
    if not east or hours[side] > hours[east] then east = side end
  end
  return hours[west], hours[east], west, east
end

-- How many reports of a group were written in the west, and how many in the east.
local function homes(of, west, east)
  local w, e = 0, 0
  for _, report in ipairs(of.reports) do
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

--- One call: late on a day in the west, early on the next in the east.
-- @tparam group earlier
-- @tparam group later of the next day
-- @tparam {[string]=number} hours
-- @treturn boolean
function M.across(earlier, later, hours)
  if earlier.lo ~= earlier.hi or later.lo ~= later.hi or later.lo ~= earlier.lo + 1 then return false end
  if shares_article(earlier, later) or clock_forbids(earlier, later) then return false end
  local shared, strange = group.compare_people(earlier, later)
  if shared < 2 or strange > 0 then return false end
  if earlier.ordinal and later.ordinal and earlier.ordinal ~= later.ordinal then return false end
  local west, east = M.clocks_of(earlier, hours)
  if not west or east - west < LINE then return false end
  local first_west, first_east = homes(earlier, west, east)
  local then_west, then_east = homes(later, west, east)
  if first_east > first_west or then_west > then_east then return false end
  return earlier.class == "call" or first_west + then_east > 0
end

return M
