--- Days as numbers: in, a year, a month and a day; out, days since 1970-01-01 (day 0), and back. The calendar is the
-- proleptic Gregorian one (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", public domain, 2013).
local M = {}

--- @tparam integer year
-- @tparam integer month 1 to 12
-- @tparam integer day
-- @treturn integer
function M.number(year, month, day)
  local y = month <= 2 and year - 1 or year
  local era = y // 400
  local of_era = y - era * 400
  local of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
  return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468
end

--- @tparam integer number
-- @treturn integer the year
-- @treturn integer the month
-- @treturn integer the day
function M.day(number)
  local z = number + 719468
  local era = z // 146097
  local of_era = z - era * 146097
  local year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
  local of_year = of_era - (365 * year + year // 4 - year // 100)
  local shifted = (5 * of_year + 2) // 153
  local month = shifted < 10 and shifted + 3 or shifted - 9
  return year + era * 400 + (month <= 2 and 1 or 0), month, of_year - (153 * shifted + 2) // 5 + 1
end

--- @tparam integer number
-- @treturn string "2024-12-20"
function M.text(number) return ("%04d-%02d-%02d"):format(M.day(number)) end

return M
