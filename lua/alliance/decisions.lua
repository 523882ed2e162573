--- What people decide by hand: rows of the table `decision`, and what must be joined anew because of them.
-- A decision speaks of spellings (or keys of items), never of rows, so that it outlives reading anew.
local decided = require "alliance.decided"
local rows = require "alliance.rows"
local settle = require "alliance.settle"
local spelled = require "alliance.join.spelled"

local M = {}

local forms = { person = true, organisation = true, place = true }

-- The blocks in which a spelling stands are joined anew.
local function touch(store, what, spelling)
  if not forms[what] or not spelling then return end
  local name, values = spelled.parse(spelling), { n = 0 }
  local found = rows.select(store, "SELECT DISTINCT block FROM form WHERE what = ? AND (name = ? OR name = ?)", what,
    name, spelling)
  for _, row in ipairs(found) do
    values[values.n + 1], values[values.n + 2] = what, row.block
    values.n = values.n + 2
  end
  rows.write(store, "unsettle", values)
end

local function write(self, name, values, decision)
  local store = self.store
  if store:readonly() then return nil, "this set is read only: nothing can be decided in it", "EREADONLY" end
  local begun, message, code = store:begin()
  if not begun then return nil, message, code end
  local ok, problem = pcall(function ()
    rows.write(store, name, values)
    if name == "undo" and decided.fields[decision.what] then decided.take_back(store, decision) end
    touch(store, decision.what, decision.a)
    if decision.verb == "same" or decision.verb == "distinct" then touch(store, decision.what, decision.b) end
  end)
  if ok then ok, problem, code = store:commit() end
  if not ok then
    if store:writing() then store:rollback() end
    return nil, problem, code
  end
  return settle.settle(store, self.lexicon)
end

local function now() return os.date("!%Y-%m-%dT%H:%M:%SZ") end

--- Stores a decision and joins anew what it touches.
-- @tparam table self what is inside a set
-- @tparam table decision {verb="same"|"distinct"|"rename"|"reject"|"set", what= (kind of thing), a=, b=, field=, by=,
-- note=}
-- @treturn[1] integer its number, for undo
-- @return[2] nil, message, code
function M.decide(self, decision)
  local values = { now(), decision.verb, decision.what, decision.a, decision.b, decision.field, decision.by,
    decision.note, n = 8 }
  local ok, message, code = write(self, "decide", values, decision)
  if not ok then return nil, message, code end
  return rows.select(self.store, "SELECT max(decision) AS n FROM decision")[1].n
end

--- One decision by its number; nil where there is none.
function M.find(self, number)
  return rows.select(self.store, "SELECT * FROM decision WHERE decision = ?", number)[1]
end

--- Takes a decision back; it stays in the list, with the time of this.
-- @tparam table self what is inside a set
-- @tparam row decision as find gives it
-- @treturn[1] true
-- @return[2] nil, message, code
function M.undo(self, decision)
  return write(self, "undo", { decision.decision, now() }, decision)
end

--- All decisions in the order in which they were made.
-- @treturn[1] frame decision, made (UTC), verb, what, a, b, field, by, note, undone
-- @return[2] nil, message, code
function M.list(self)
  return self.store:select({ kind = "all" }, 'SELECT decision, made, verb, what, a, b, field, "by", note, undone ' ..
    "FROM decision ORDER BY decision", {})
end

return M
