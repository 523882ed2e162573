--- Deciding by hand about any row: what is wrong is left out or set right, and stays so when articles are read again.
local decided = require "alliance.decided"
local decisions = require "alliance.decisions"
local frames = require "alliance.show.frame"
local selection = require "alliance.selection"
local spelled = require "alliance.join.spelled"
local tenures = require "alliance.ask.tenures"
local timex = require "alliance.timex"
local sorted_keys = require "alliance.keys".sorted

local methods = selection.methods
local M = {}

local function named(row, name)
  local ok, value = pcall(function () return row[name] end)
  return ok and value or nil
end

-- What a row is about: kind and key. Events have their own key; persons are decided by spelling.
local function about(row)
  if type(row) == "string" then
    local _, what = decided.parse(row)
    return row:find "^held:" and "tenure" or what or "event", row
  end
  local key = named(row, "key")
  if type(key) == "string" and key:find "^held:" then return "tenure", key end
  local _, what = decided.parse(type(key) == "string" and key or "")
  if what then return what, key end
  if named(row, "event") then return "event", named(row, "event") end
  if named(row, "_who") or named(row, "person") then return "person" end
end

local exists = {
  event = "SELECT 1 FROM event WHERE event = ? UNION ALL SELECT 1 FROM decision WHERE a = ? AND undone IS NULL",
  quote = "quote", figure = "figure", date = "timex", commitment = "commitment",
}

local function is_there(self, what, key)
  if what == "tenure" then return tenures.is_there(self, key) end
  if what == "event" then
    return #frames.of(assert(self.store:select({ kind = "all" }, exists.event, { key, key }))) > 0
  end
  local id, _, number = decided.parse(key)
  local sql = ("SELECT 1 FROM article a JOIN %s x USING (n) WHERE a.id = ? AND x.key = ?"):format(exists[what])
  return #frames.of(assert(self.store:select({ kind = "all" }, sql, { id, number }))) > 0
end

local function listed(t)
  return table.concat(sorted_keys(t), ", ")
end

local function a(what) return (what:find "^[aeiou]" and "an " or "a ") .. what end

local function checked_value(what, field, kind, value)
  local closed = decided.values[what] and decided.values[what][field]
  if kind == "truth" and type(value) == "boolean" then return value and "1" or "0" end
  if kind == "number" and type(value) == "number" then return tostring(value) end
  if kind ~= "text" or type(value) ~= "string" then
    selection.complain(4, "set:decide: '%s' of %s should be a %s, not a %s", field, a(what),
      kind == "truth" and "boolean" or kind, type(value))
  elseif closed and not closed[value] then
    selection.complain(4, "set:decide: '%s' of %s is not '%s' but one of: %s", field, a(what), value, listed(closed))
  elseif what == "event" and field == "date" and not timex.days(value) then
    selection.complain(4, 'set:decide: \'date\' should be "2024", "2024-12" or "2024-12-20", not %s', value)
  end
  return value
end

-- What is to be decided, in the order of the fields' names.
local function wishes_of(what, decision)
  if type(decision) ~= "table" then
    selection.complain(3, "set:decide: argument 2 should be a table {reject=true} or {field=value}, not a %s",
      type(decision))
  end
  if decision.reject ~= nil and decision.reject ~= true then
    selection.complain(3, "set:decide: 'reject' should be true; undo(decision) takes a rejection back")
  end
  local fields, wishes, names = decided.fields[what] or {}, {}, {}
  for name in pairs(decision) do if name ~= "by" and name ~= "note" then names[#names + 1] = name end end
  table.sort(names)
  for _, name in ipairs(names) do
    if name == "reject" then
      wishes[#wishes + 1] = { verb = "reject" }
    elseif not next(fields) then
      selection.complain(3, "set:decide: %s can be rejected, {reject=true}, and no '%s' of it be set", a(what), name)
    elseif not fields[name] then
      selection.complain(3, "set:decide: %s has no '%s' to be set; it has: %s; or reject=true", a(what), name,
        listed(fields))
    else
      wishes[#wishes + 1] = { verb = "set", field = name, b = checked_value(what, name, fields[name], decision[name]) }
    end
  end
  if #wishes == 0 then
    selection.complain(3, "set:decide: nothing to decide: give {reject=true}%s", next(fields) and " or one of: " ..
      listed(fields) or "")
  end
  return wishes
end

local function decide_person(set, row, decision)
  local options = { by = decision.by, note = decision.note }
  if decision.reject then return set:reject(row, options) end
  if type(decision.name) == "string" then return set:rename(row, decision.name, options) end
  selection.complain(3, "set:decide: of a person: {reject=true} or {name=text}; same(a, b) and distinct(a, b) join " ..
    "and part")
end

--- Decides about a row by hand.
-- The decision is stored in the file with the time; it holds when articles are read again and when others come, and
-- every table says how many of its rows are by hand. decisions() lists them, undo() takes one back.
-- @param row a row of quotes, figures, dates, commitments, consultations, timeline, tenures or people; or its key
-- @tparam table decision {reject=true} (it is left out from now on) or what is set right, {speaker=, office=, side=,
-- kind=} of a quotation, {value=, high=, hedge=, unit=, of=, speaker=} of a figure, {value=, type=} of a date, {term=,
-- category=, speaker=, negated=} of a commitment, {kind=, status=, date=, place=, host=, name=} of an event, {name=} of
-- a person; with by= (who decides) and note= (why)
-- @treturn[1] integer the number of the (last) decision, for undo
-- @return[2] nil, message, code: nothing was decided
-- @raise where the row is none of these, or what is to be set is no field of it
function methods:decide(row, decision)
  local self_ = selection.inside(self, "decide")
  if self_.set ~= self then
    selection.complain(2, "set:decide: a decision is about the whole set: call it on the set")
  end
  local what, key = about(row)
  if row == nil then
    selection.complain(2, "set:decide: argument 1 (row) is nil: the frame it was taken from has no such row")
  elseif not what then
    selection.complain(2, "set:decide: rows of quotes, figures, dates, commitments, consultations, timeline, " ..
      "tenures and people can be decided about; this is a %s", type(row))
  end
  if what == "person" then return decide_person(self, row, decision) end
  local wishes = wishes_of(what, decision)
  if not is_there(self_, what, key) then
    selection.complain(2, "set:decide: there is no %s '%s' in this set", what, key)
  end
  local number, message, code
  for _, wish in ipairs(wishes) do
    wish.what, wish.a, wish.by, wish.note = what, key, decision.by, decision.note
    number, message, code = decisions.decide(self_, wish)
    if not number then return nil, message, code end
  end
  return number
end

local forms = { person = true, organisation = true, place = true }

local HOLD = 'SELECT decision, verb, what, a, b, field, "by" FROM decision WHERE undone IS NULL ORDER BY decision'
local FORM = "SELECT 1 FROM form WHERE what = ? AND name IN (?, ?) LIMIT 1"

local function is_spelled(self, what, text)
  local found = assert(self.store:select({ kind = "all" }, FORM, { what, text, (spelled.parse(text)) }))
  return #frames.of(found) > 0
end

-- Whether a decision finds its row. A rejected row is gone, so its article is looked for; of events nothing is left.
local function is_reached(self, row)
  local sql, value = "SELECT 1 FROM event WHERE event = ?", row.a
  if row.what == "tenure" or (row.what ~= "event" and row.verb ~= "reject") then
    return is_there(self, row.what, row.a)
  elseif row.verb == "reject" then
    sql, value = "SELECT 1 FROM article WHERE id = ?", decided.parse(row.a)
  end
  return value == nil or #frames.of(assert(self.store:select({ kind = "all" }, sql, { value }))) > 0
end

-- What a decision speaks of and the set does not have; nil: it has all.
local function missing(self, row)
  if not forms[row.what] then return not is_reached(self, row) and row.a or nil end
  if not is_spelled(self, row.what, row.a) then return row.a end
  local two = row.verb == "same" or row.verb == "distinct"
  return two and not is_spelled(self, row.what, row.b) and row.b or nil
end

--- Rows for health(): decisions that speak of what is not in the set, or is spelled in another way.
function M.idle(self)
  local rows = {}
  for row in frames.of(assert(self.store:select({ kind = "all" }, HOLD, {}))):rows() do
    local name = missing(self, row)
    if name then
      rows[#rows + 1] = { what = "decision without effect", which = name, count = 1, examples = {},
        advice = ("decision %d (%s) waits for what is called so; undo(%d) takes it back"):format(row.decision, row.verb,
          row.decision) }
    end
  end
  return rows
end

return M
