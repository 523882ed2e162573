--- The keys of a table: in, a table whose keys are all texts or all numbers; out, a list of them, rising.
local M = {}

--- @tparam table t
-- @treturn {string,...}
function M.sorted(t)
  local keys = {}
  for key in pairs(t) do keys[#keys + 1] = key end
  table.sort(keys)
  return keys
end

return M
