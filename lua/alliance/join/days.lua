--- Days as whole numbers, so that they can be counted: "2024-12-20" <-> days since 1970-01-01.
local civil = require "alliance.civil"

local M = {}

--- @tparam string|nil text "2024-12-20"; what follows the day is left out
-- @treturn integer|nil nil where it is no day
function M.number(text)
  local y, m, d = (text or ""):match "^(%d%d%d%d)%-(%d%d)%-(%d%d)"
  return y and civil.number(math.tointeger(y), math.tointeger(m), math.tointeger(d)) or nil
end

--- @function text
-- @tparam integer number
-- @treturn string "2024-12-20"
M.text = civil.text

return M
