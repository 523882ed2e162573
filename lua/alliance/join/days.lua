--- Days as whole numbers, so that they can be counted: "2024-12-20" <-> days since 1970-01-01.
-- After Howard Hinnant's chrono-compatible date algorithms (public domain, 2013).
local M = {}

--- @tparam string|nil text "2024-12-20"; what follows the day is left out
-- @treturn integer|nil nil where it is no day
function M.number(text)
  local y, m, d = (text or ""):match "^(%d%d%d%d)%-(%d%d)%-(%d%d)"
  if not y then return nil end
  y, m, d = math.tointeger(y), math.tointeger(m), math.tointeger(d)
  if m <= 2 then y = y - 1 end
  local era = y // 400
  local of_era = y - era * 400
  local of_year = (153 * ((m + 9) % 12) + 2) // 5 + d - 1
  return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468
end

--- @tparam integer number
-- @treturn string "2024-12-20"
function M.text(number)
  local z = number + 719468
  local era = z // 146097
  local of_era = z - era * 146097
  local year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
  local of_year = of_era - (365 * year + year // 4 - year // 100)
  local at = (5 * of_year + 2) // 153
  local month = at < 10 and at + 3 or at - 9
  return ("%04d-%02d-%02d"):format(year + era * 400 + (month <= 2 and 1 or 0), month,
    of_year - (153 * at + 2) // 5 + 1)
end

return M
