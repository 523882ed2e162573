--- Days as whole numbers, so that they can be counted: "2024-12-20" <-> days since 1970-01-01.
local civil = require "alliance.civil"

local M = {}

local KEPT = 20000 -- days that are kept; then they begin anew
local numbers, kept = {}, 0

local function number_of(text)
  local y, m, d = text:match "^(%d%d%d%d)%-(%d%d)%-(%d%d)"
  return y and civil.number(math.tointeger(y), math.tointeger(m), math.tointeger(d))
end

--- @tparam string|nil text "2024-12-20"; what follows the day is left out
-- @treturn integer|nil nil where it is no day
function M.number(text)
  local number = text and numbers[text]
  if number then return number end
  number = text and number_of(text)
  if not number then return nil end
  if kept >= KEPT then numbers, kept = {}, 0 end
  numbers[text], kept = number, kept + 1
  return number
end

--- @function text
-- @tparam integer number
-- @treturn string "2024-12-20"
M.text = civil.text

return M
