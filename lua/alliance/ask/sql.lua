--- Read-only SQL over the documented schema (docs/schema.md), for what no other question covers.
local frames = require "alliance.show.frame"
local selection = require "alliance.selection"

local M = {}
local misuse = { ESYNTAX = true, EARG = true, EREADONLY = true }

--- One statement that only reads. It sees the whole file, whatever selection it is asked of.
-- @tparam string statement a SELECT; `?` for values by place, `:name` for values by name
-- @param ... the values: texts, numbers (integers stay integers), truth values (1 and 0), nil; or one table by name
-- @treturn[1] frame the statement's columns
-- @return[2] nil, message, code
-- @raise where the statement is faulty or wants more than to read
function selection.methods:sql(statement, ...)
  local self_ = selection.inside(self, "sql")
  if type(statement) ~= "string" then
    selection.complain(2, "set:sql: argument 1 (statement) should be a string, not a %s", type(statement))
  end
  local values, n = { ... }, select("#", ...)
  if n == 1 and type(values[1]) == "table" then values, n = values[1], nil end
  local found, message, code = self_.store:sql(statement, values, n)
  if not found then
    if misuse[code] then selection.complain(2, "set:%s", message) end
    return nil, message, code
  end
  return frames.of(found, { query = statement, fingerprint = self_.store:fingerprint() })
end

return M
