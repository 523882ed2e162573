--- Periods of the calendar: "2024-12-20" as a day, week, month, quarter or year, and the one that follows.
-- Written as ISO 8601 and TIMEX3 have them: 2024-12-20, 2024-W51 (weeks begin on Monday and belong to the year of
-- their Thursday), 2024-12, 2024-Q4, 2024.
local civil = require "alliance.civil"

local M = {}

local number_of, day_of = civil.number, civil.day

-- The week of a day: its year and number. The day 1970-01-01 was a Thursday.
local function week_of(number)
  local thursday = number - (number + 3) % 7 + 3
  local year = day_of(thursday)
  return year, (thursday - number_of(year, 1, 1)) // 7 + 1, thursday
end

-- Every unit: the period that begins with or holds the day `number`, and a day of the one that follows.
local units = {
  day = { name = civil.text, after = function (n) return n + 1 end },
  week = { name = function (n) return ("%04d-W%02d"):format(week_of(n)) end, after = function (n) return n + 7 end },
  month = {
    name = function (n) return ("%04d-%02d"):format(day_of(n)) end,
    after = function (n)
      local y, m = day_of(n)
      return number_of(m == 12 and y + 1 or y, m % 12 + 1, 1)
    end },
  quarter = {
    name = function (n)
      local y, m = day_of(n)
      return ("%04d-Q%d"):format(y, (m + 2) // 3)
    end,
    after = function (n)
      local y, m = day_of(n)
      local q = (m + 2) // 3
      return number_of(q == 4 and y + 1 or y, q % 4 * 3 + 1, 1)
    end },
  year = {
    name = function (n) return ("%04d"):format((day_of(n))) end,
    after = function (n) return number_of(day_of(n) + 1, 1, 1) end },
}

--- Whether this is the name of a unit.
function M.is_unit(name) return units[name] ~= nil end

-- The first day of what a day, month or year says; nil for anything else.
local function number_from(text)
  local y, m, d = text:match "^(%d%d%d%d)%-(%d%d)%-(%d%d)"
  if y then return number_of(tonumber(y), tonumber(m), tonumber(d)), "day" end
  y, m = text:match "^(%d%d%d%d)%-(%d%d)$"
  if y then return number_of(tonumber(y), tonumber(m), 1), "month" end
  y = text:match "^(%d%d%d%d)$"
  if y then return number_of(tonumber(y), 1, 1), "year" end
end

local fine = { day = 1, week = 2, month = 3, quarter = 4, year = 5 }

--- The period that a day lies in.
-- @tparam string|nil day "2024-12-20"; "2024-12" and "2024" too, where the period is not shorter than they are
-- @tparam string unit
-- @treturn string|nil
-- @treturn integer|nil a number that rises with time
function M.of(day, unit)
  local number, as = nil, nil
  if day then number, as = number_from(day) end
  if not number or fine[as] > fine[unit] then return nil end
  return units[unit].name(number), number
end

--- Every period between two days, both included.
-- @tparam string first a day
-- @tparam string last a day
-- @tparam string unit
-- @treturn {string,...}
function M.between(first, last, unit)
  local list, n = {}, number_from(first)
  local stop = units[unit].name(number_from(last))
  local limit = number_from(last)
  while true do
    list[#list + 1] = units[unit].name(n)
    if list[#list] == stop or n > limit then return list end
    n = units[unit].after(n)
  end
end

return M
