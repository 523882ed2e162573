--- Settling: what is joined over the whole set is brought in step with what has come and gone.
--
-- Adding and removing note which groups have changed (table `unsettled`: forms of one family name, consultations of
-- the same sides). Here every such group is joined anew, from its rows alone and never from what was joined before:
-- so answers do not depend on the order of adding, and the work is that of the groups, not of the set.
local joins = { -- in this order: events name persons
  { what = "person", module = "forms" },
  { what = "organisation", module = "forms" },
  { what = "place", module = "forms" },
  { what = "consultation", module = "calendar" },
}

local core = require "alliance.core"

local M = {}

local function must(value, message)
  if not value then error(message, 0) end
  return value
end

--- Writes rows of values with one of the statements of keep/settle.c.
-- @tparam store store
-- @tparam string name of the statement
-- @tparam {any,...} values of all rows, one after another; `n` where nils may stand in it
function M.write(store, name, values) must(store:write(name, values)) end

local rows_meta = {}
rows_meta.__index = rows_meta

function rows_meta:rows()
  local i = 0
  return function ()
    i = i + 1
    return self[i]
  end
end

function rows_meta:column(name)
  local values = {}
  for i, row in ipairs(self) do values[i] = row[name] end
  return values
end

--- The rows of a SELECT over the whole set: a list of plain tables, which costs a fraction of a frame's rows. It has
-- `rows()` and `column(name)` as a frame has.
function M.select(store, sql, ...)
  local found = must(store:select({ kind = "all" }, sql, table.pack(...)))
  local list = {}
  for i = 1, core.frame_rows(found) do list[i] = {} end
  for at, name in ipairs(core.frame_columns(found)) do
    local values = core.frame_column(found, at)
    for i, row in ipairs(list) do row[name] = values[i] end
  end
  return setmetatable(list, rows_meta)
end

-- Blocks that lie beside each other are joined together where the module says so.
local function settle_all(store, what, join, lexicon)
  local blocks, done = {}, { n = 0 }
  for row in M.select(store, "SELECT block FROM unsettled WHERE what = ? ORDER BY block", what):rows() do
    blocks[#blocks + 1] = row.block
    done[done.n + 1], done[done.n + 2], done.n = what, row.block, done.n + 2
  end
  if #blocks == 0 then return end
  join.blocks(store, what, blocks, lexicon)
  M.write(store, "settled", done)
end

local function settle(store, what, join, lexicon)
  if join.blocks then return settle_all(store, what, join, lexicon) end
  if join.all then return join.all(store, what, lexicon) end
  for row in M.select(store, "SELECT block FROM unsettled WHERE what = ? ORDER BY block", what):rows() do
    join.block(store, what, row.block, lexicon)
    M.write(store, "settled", { what, row.block })
  end
  if join.done then join.done(store, what, lexicon) end
end

--- Joins what has changed, in one transaction.
-- @tparam store store that may be written
-- @tparam lexicon lexicon
-- @treturn[1] true
-- @return[2] nil, message; nothing was joined, and what was added is kept
function M.settle(store, lexicon)
  if store:readonly() then return true end
  local decided = require "alliance.decided"
  local by_hand = decided.any(store)
  if not by_hand and #M.select(store, "SELECT 1 FROM unsettled LIMIT 1") == 0 then return true end
  local begun, message = store:begin()
  if not begun then return nil, message end
  local ok, problem = pcall(function ()
    for _, join in ipairs(joins) do settle(store, join.what, require("alliance.join." .. join.module), lexicon) end
    if by_hand then decided.apply(store) end
    must(store:commit())
  end)
  if ok then return true end
  if store:writing() then store:rollback() end
  return nil, problem
end

return M
