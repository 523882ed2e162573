--- Deciding by hand about any row: what is wrong is left out or set right, and stays so when articles are read again.
local decided = require "alliance.decided"
local decisions = require "alliance.decisions"
local frames = require "alliance.show.frame"
local selection = require "alliance.selection"
local timex = require "alliance.timex"
local sorted_keys = require "alliance.keys".sorted

local methods = selection.methods

local function named(row, name)
  local ok, value = pcall(function () return row[name] end)
  return ok and value or nil
end

-- What a row is about: kind and key. Events have their own key; persons are decided by spelling.
local function about(row)
  if type(row) == "string" then
    local _, what = decided.parse(row)
    return what or "event", row
  end
  local key = named(row, "key")
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
  local fields, wishes, names = decided.fields[what], {}, {}
  for name in pairs(decision) do if name ~= "by" and name ~= "note" then names[#names + 1] = name end end
  table.sort(names)
  for _, name in ipairs(names) do
    if name == "reject" then
      wishes[#wishes + 1] = { verb = "reject" }
    elseif not fields[name] then
      selection.complain(3, "set:decide: %s has no '%s' to be set; it has: %s; or reject=true", a(what), name,
        listed(fields))
    else
      wishes[#wishes + 1] = { verb = "set", field = name, b = checked_value(what, name, fields[name], decision[name]) }
    end
  end
  if #wishes == 0 then
    selection.complain(3, "set:decide: nothing to decide: give {reject=true} or one of: %s", listed(fields))
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
-- @param row a row of quotes, figures, dates, commitments, consultations, timeline or people; or its key
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
    selection.complain(2, "set:decide: rows of quotes, figures, dates, commitments, consultations, timeline and " ..
      "people can be decided about; this is a %s", type(row))
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

return methods
