--- Settling: what is joined over the whole set is brought in step with what has come and gone.
--
-- Adding and removing note which groups have changed (table `unsettled`: forms of one family name, consultations of
-- the same days). Here every such group is joined anew, from its rows alone and never from what was joined before:
-- so answers do not depend on the order of adding, and the work is that of the groups, not of the set.
local decided = require "alliance.decided"
local rows = require "alliance.rows"

local joins = { -- in this order: events name persons; loaded when something is to be joined
  { what = "person", module = "forms" },
  { what = "organisation", module = "forms" },
  { what = "place", module = "forms" },
  { what = "consultation", module = "calendar" },
}

local M = {}

local WAITING = "SELECT 1 FROM unsettled WHERE what = ? LIMIT 1"

local GARBAGE = 32 << 10 -- KB that may gather before the collector is called

-- Rests the collector while `job` works, and calls it where `job` says that it may: nearly all that joining makes lives
-- until its groups are written, so that a collector at work beside it finds next to nothing (a tenth of the time).
local function without_collector(job)
  local running, before = collectgarbage "isrunning", collectgarbage "count"
  collectgarbage "stop"
  local ok, problem = pcall(job, function ()
    if collectgarbage "count" - before > GARBAGE then collectgarbage() end
  end)
  if running then collectgarbage "restart" end
  return ok, problem
end

local function settle(store, lexicon, by_hand, collect)
  for _, join in ipairs(joins) do
    if #rows.select(store, WAITING, join.what) > 0 then
      require("alliance.join." .. join.module).all(store, join.what, lexicon, collect)
    end
  end
  if by_hand then decided.apply(store) end
end

--- Joins what has changed, in one transaction.
-- @tparam store store that may be written
-- @tparam lexicon lexicon
-- @treturn[1] true
-- @return[2] nil, message; nothing was joined, and what was added is kept
function M.settle(store, lexicon)
  if store:readonly() then return true end
  local by_hand = decided.any(store)
  if not by_hand and #rows.select(store, "SELECT 1 FROM unsettled LIMIT 1") == 0 then return true end
  local begun, message = store:begin()
  if not begun then return nil, message end
  local ok, problem = without_collector(function (collect)
    settle(store, lexicon, by_hand, collect)
    local committed, why = store:commit()
    if not committed then error(why, 0) end
  end)
  if ok then return true end
  if store:writing() then store:rollback() end
  return nil, problem
end

return M
