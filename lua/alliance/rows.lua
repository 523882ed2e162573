--- Rows of the set's own tables, read and written as plain Lua tables. In: SQL, or the name of a statement, and values.
-- Nothing here knows what the rows say: what joins them (join/) and what was decided by hand (decided.lua) stand above.
local M = {}

local function must(value, message)
  if not value then error(message, 0) end
  return value
end

--- The rows of a SELECT over the whole set.
-- @tparam store store
-- @tparam string sql
-- @param ... its values
-- @treturn {row,...} row: {[column]=value, …}
-- @raise where the store fails
function M.select(store, sql, ...) return must(store:rows(sql, table.pack(...))) end

--- The rows of a SELECT that is run once for every row of values, one run after another.
-- @tparam store store
-- @tparam string sql
-- @tparam {any,...} values of all runs, one after another; `n` where nils may stand in it
-- @treturn {row,...}
-- @raise where the store fails
function M.each(store, sql, values) return must(store:rows(sql, values)) end

--- Writes rows of values with one of the statements of keep/settle.c.
-- @tparam store store in a transaction
-- @tparam string name of the statement
-- @tparam {any,...} values of all rows, one after another; `n` where nils may stand in it
-- @raise where the store fails
function M.write(store, name, values) must(store:write(name, values)) end

return M
