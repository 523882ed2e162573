--- What was decided by hand about items and events, put into the rows again: after adding, reading anew and joining.
-- Decisions speak of keys (article, kind of item, spelling), so they find their rows whatever was read meanwhile; what
-- finds none is left alone and told by health().
local rows = require "alliance.rows"
local timex = require "alliance.timex"

local M = {}

--- What can be set of which kind of row.
M.fields = {
  quote = { speaker = "text", office = "text", side = "text", kind = "text" },
  figure = { value = "number", high = "number", hedge = "text", unit = "text", of = "text", speaker = "text" },
  date = { value = "text", type = "text" },
  commitment = { term = "text", category = "text", speaker = "text", negated = "truth" },
  event = { kind = "text", status = "text", date = "text", place = "text", host = "text", name = "text" },
}

-- Closed lists.
M.values = {
  quote = { kind = { direct = true, fragment = true, indirect = true } },
  date = { type = { DATE = true, TIME = true, DURATION = true, SET = true } },
  event = {
    kind = { call = true, meeting = true, talks = true, summit = true, visit = true, ceremony = true, exercise = true,
      agreement = true },
    status = { held = true, planned = true, proposed = true, ["called-off"] = true, denied = true } },
}

--- "a/quote/0f3c…" -> article, kind, number; nil where the text is no key of an item.
function M.parse(key)
  local id, what, hex = key:match "^(.*)/(%a+)/(%x%x%x%x%x%x%x%x)$"
  if id and M.fields[what] then return id, what, tonumber(hex, 16) end
end

local function apply_event(store, decision)
  if decision.verb == "reject" then return rows.write(store, "reject event", { decision.a }) end
  if decision.field ~= "date" then
    return rows.write(store, "set event." .. decision.field, { decision.a, decision.b, n = 2 })
  end
  local first, last = timex.days(decision.b)
  rows.write(store, "set event.date", { decision.a, decision.b, first, last, n = 4 })
end

--- Puts one decision into its row.
function M.apply_one(store, decision)
  if decision.what == "event" then return apply_event(store, decision) end
  local id, what, number = M.parse(decision.a)
  if decision.verb == "reject" then return rows.write(store, "reject " .. what, { id, number }) end
  rows.write(store, ("set %s.%s"):format(what, decision.field), { id, number, decision.b, n = 3 })
end

local HOLD = [[
SELECT verb, what, a, b, field FROM decision WHERE undone IS NULL AND verb IN ('set', 'reject')
AND what IN ('quote', 'figure', 'date', 'commitment', 'event') ORDER BY decision]]

--- Whether there is anything to put in.
function M.any(store) return #rows.select(store, HOLD .. " LIMIT 1") > 0 end

--- Puts in all that hold, in the order in which they were made. Inside a transaction.
function M.apply(store)
  for _, decision in ipairs(rows.select(store, HOLD)) do M.apply_one(store, decision) end
end

--- Tenures are made at the time of asking: the keys of those that are left out.
function M.rejected_tenures(store)
  local keys = {}
  local held = "SELECT a FROM decision WHERE undone IS NULL AND verb = 'reject' AND what = 'tenure'"
  for _, row in ipairs(rows.select(store, held)) do keys[row.a] = true end
  return keys
end

local OF_ARTICLE = [[
SELECT verb, what, a, b, field FROM decision WHERE undone IS NULL AND verb IN ('set', 'reject') AND
substr(a, 1, length(?1) + 1) = ?1 || '/' ORDER BY decision]]

-- The rows of an article as they were before anybody decided, then what still holds.
local function restore_item(store, id)
  for _, row in ipairs(rows.select(store, "SELECT n FROM article WHERE id = ?", id)) do
    local ok, message = store:renotice(row.n)
    if not ok then error(message, 0) end
  end
  for _, decision in ipairs(rows.select(store, OF_ARTICLE, id)) do M.apply_one(store, decision) end
end

--- Takes a decision about an item or event out of the rows again. Inside a transaction.
function M.take_back(store, decision)
  local id = decision.what ~= "event" and M.parse(decision.a)
  if id then return restore_item(store, id) end
  rows.write(store, "unsettle_consultations", {})
end

--- How many decisions that hold are about rows of this kind in a selection.
-- @tparam table self what is inside a selection
-- @tparam string what quote, figure, date, commitment, event or tenure
-- @treturn integer|nil nil for none
function M.count(self, what)
  if what == "tenure" then
    local n = 0
    for _ in pairs(M.rejected_tenures(self.store)) do n = n + 1 end
    return n > 0 and n or nil
  end
  if not M.any(self.store) then return nil end
  local sql = what == "event" and [[
SELECT count(DISTINCT d.a) AS n FROM decision d WHERE d.undone IS NULL AND d.what = ? AND (d.verb = 'reject' OR d.a IN
(SELECT c.event FROM article a JOIN consultation c USING (n) WHERE %s))]] or [[
SELECT count(DISTINCT d.a) AS n FROM decision d WHERE d.undone IS NULL AND d.what = ?1 AND EXISTS (SELECT 1 FROM
article a WHERE a.id = substr(d.a, 1, length(d.a) - length(d.what) - 10) AND %s)]]
  local found = self.store:select(self.tree, (sql:gsub("%?1", "?")), { what })
  local n = found and require("alliance.show.frame").of(found)[1].n or 0
  return n > 0 and n or nil
end

return M
