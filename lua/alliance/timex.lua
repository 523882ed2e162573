--- The days that a TIMEX3 value covers: "2024-12-20", "2024-W51", "2024-Q3", "2024-SU", "2024-12-20/2024-12-22".
local days = require "alliance.join.days"

local M = {}

local parts = { -- letters of a part of a year -> months (a winter ends in the next year)
  SP = { 3, 5 }, SU = { 6, 8 }, FA = { 9, 11 }, WI = { 12, 14 },
  Q1 = { 1, 3 }, Q2 = { 4, 6 }, Q3 = { 7, 9 }, Q4 = { 10, 12 }, H1 = { 1, 6 }, H2 = { 7, 12 },
}

local function first_of(year, month) return ("%04d-%02d-01"):format(year + (month - 1) // 12, (month - 1) % 12 + 1) end

-- From the first day of a month to the last of another one.
local function months(year, from, to)
  return first_of(year, from), days.text(days.number(first_of(year, to + 1)) - 1)
end

-- ISO 8601: week 1 holds the fourth of January, and begins on a Monday.
local function week(year, number, weekend)
  local fourth = days.number(("%04d-01-04"):format(year))
  local monday = fourth - (fourth + 3) % 7 + 7 * (number - 1)
  return days.text(weekend and monday + 5 or monday), days.text(monday + 6)
end

local function one(value)
  local y, rest = value:match "^(%d%d%d%d)(.*)$"
  local year = math.tointeger(tonumber(y))
  if not year then
    local decade = value:match "^(%d%d%d)X?$"
    if not decade then return nil end
    return decade .. "0-01-01", decade .. "9-12-31"
  end
  if rest == "" then return months(year, 1, 12) end
  local number, weekend = rest:match "^%-W(%d%d)(.*)$"
  if number then return week(year, math.tointeger(tonumber(number)), weekend == "-WE") end
  local part = parts[rest:match "^%-(%u%w)$" or ""]
  if part then return months(year, part[1], part[2]) end
  local month, day = rest:match "^%-(%d%d)%-?(%d?%d?)"
  local m = math.tointeger(tonumber(month))
  if not m or m < 1 or m > 12 then return nil end
  local from, to = months(year, m, m)
  if day == "" then return from, to end
  local text = ("%s-%s-%s"):format(y, month, day)
  if text < from or text > to then return nil end
  return text, text
end

--- The first and last day.
-- @tparam string value a TIMEX3 value
-- @treturn[1] string
-- @treturn[1] string
-- @treturn[2] nil where it names no days of the calendar ("XXXX-WXX-3", "P6D", "PRESENT_REF")
function M.days(value)
  local from, to = value:match "^([^/]+)/([^/]+)$"
  if not from then return one(value) end
  local first, last = one(from), select(2, one(to))
  if first and last then return first, last end
end

--- Whether a text has the shape of a TIMEX3 value, though it may name no days.
function M.is(value)
  return value:find "^[%dX][%dX][%dX][%dX]?" ~= nil or value:find "^P[T%dX]" ~= nil or value:find "^%u+_REF$" ~= nil
end

return M
