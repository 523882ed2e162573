--- Days and periods as numbers: in, "2024-12-20", "2024-W51", "2024-12", "2024-Q4", "2024"; out, first and last day,
-- counted from 1970-01-01 (day 0). The calendar is the proleptic Gregorian one, weeks are those of ISO 8601.
local M = {}

--- The units from fine to coarse.
M.units = { "day", "week", "month", "quarter", "year" }

--- The number of a day (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
-- @treturn integer
function M.number(year, month, day)
  local y = month <= 2 and year - 1 or year
  local era = y // 400
  local of_era = y - era * 400
  local of_year = (153 * (month + (month > 2 and -3 or 9)) + 2) // 5 + day - 1
  return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468
end

--- Year, month and day of a number.
function M.civil(number)
  local z = number + 719468
  local era = z // 146097
  local doe = z - era * 146097
  local yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
  local doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
  local mp = (5 * doy + 2) // 153
  local month = mp < 10 and mp + 3 or mp - 9
  return yoe + era * 400 + (month <= 2 and 1 or 0), month, doy - (153 * mp + 2) // 5 + 1
end

--- A number as "2024-12-20".
function M.text(number) return ("%04d-%02d-%02d"):format(M.civil(number)) end

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
