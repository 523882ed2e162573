--- Days and periods as numbers: in, "2024-12-20", "2024-W51", "2024-12", "2024-Q4", "2024"; out, first and last day,
-- counted from 1970-01-01 (day 0). Weeks are those of ISO 8601.
local civil = require "alliance.civil"

local M = {}

--- The units from fine to coarse.
M.units = { "day", "week", "month", "quarter", "year" }

--- Numbers of days and back: see alliance/civil.lua.
M.number, M.civil, M.text = civil.number, civil.day, civil.text

-- The first day of the month that comes `months` after the one of a day.
local function months_on(first, months)
  local year, month = M.civil(first)
  local index = year * 12 + month - 1 + months
  return M.number(index // 12, index % 12 + 1, 1)
end

local function monday_of_week(year, week)
  local fourth = M.number(year, 1, 4) -- always in week 1
  return fourth - (fourth + 3) % 7 + (week - 1) * 7
end

local function in_month(year, month, day)
  if month < 1 or month > 12 or day < 1 then return end
  local number = M.number(year, month, day)
  return number < months_on(M.number(year, month, 1), 1) and number or nil
end

-- How each unit is written, its first day, and the first day of the next.
local kinds = {
  day = { "^(%d%d%d%d)%-(%d%d)%-(%d%d)", in_month, function (first) return first + 1 end },
  week = { "^(%d%d%d%d)%-W(%d%d)$",
    function (year, week) return week >= 1 and week <= 53 and monday_of_week(year, week) or nil end,
    function (first) return first + 7 end },
  month = { "^(%d%d%d%d)%-(%d%d)$", function (year, month) return in_month(year, month, 1) end,
    function (first) return months_on(first, 1) end },
  quarter = { "^(%d%d%d%d)%-Q([1-4])$", function (year, quarter) return M.number(year, quarter * 3 - 2, 1) end,
    function (first) return months_on(first, 3) end },
  year = { "^(%d%d%d%d)$", function (year) return M.number(year, 1, 1) end,
    function (first) return months_on(first, 12) end },
}

--- The first day of the period behind the one that begins at `first`.
function M.following(first, unit) return kinds[unit][3](first) end

--- A period from its text.
-- @param value a text, or the number of a year
-- @tparam[opt] string unit only this one; any without it
-- @treturn[1] table {first=, last= (numbers of days), unit=, label= (the text)}
-- @treturn[2] nil where it is no such period
function M.period(value, unit)
  if math.type(value) == "integer" then value = ("%04d"):format(value) end
  if type(value) ~= "string" then return nil end
  for _, name in ipairs(unit and { unit } or M.units) do
    local kind = kinds[name]
    local a, b, c = value:match(kind[1])
    local first = a and kind[2](tonumber(a), tonumber(b), tonumber(c))
    if first then return { first = first, last = kind[3](first) - 1, unit = name, label = value } end
  end
end

--- The period of a unit in which a day lies: its first day, and its middle (a half lies at noon).
function M.around(number, unit)
  local year, month = M.civil(number)
  local first = number
  if unit == "week" then first = number - (number + 3) % 7
  elseif unit == "month" then first = M.number(year, month, 1)
  elseif unit == "quarter" then first = M.number(year, (month - 1) // 3 * 3 + 1, 1)
  elseif unit == "year" then first = M.number(year, 1, 1) end
  return first, (first + M.following(first, unit)) / 2
end

return M
