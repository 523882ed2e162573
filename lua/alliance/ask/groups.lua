--- Groups: what `by` divides a count into. In: names. Out: for each a column of articles and the group of each of its
-- values, in the order in which groups are shown; and rows of every combination.
local core = require "alliance.core"
local periods = require "alliance.ask.periods"
local selection = require "alliance.selection"

local M = {}

local columns = { source = true, agency = true, language = true }

--- The names in `by`, as a list.
-- @raise where it is no name or list of different names
function M.names(method, by)
  local list = type(by) == "table" and by or { by }
  local seen = {}
  for _, name in ipairs(list) do
    if type(name) ~= "string" then
      selection.complain(4, "set:%s: option 'by' should be a name or a list of names, not a %s", method, type(name))
    end
    if seen[name] then selection.complain(4, "set:%s: option 'by': '%s' is there twice", method, name) end
    seen[name] = true
  end
  return list
end

-- Numbers before texts, each in order.
function M.precedes(a, b)
  if type(a) ~= type(b) then return type(a) == "number" end
  return a < b
end

-- Groups for the values of a column, the one of articles without a value last.
local function by_value(values)
  local sorted, place, groups = {}, {}, {}
  for i, value in ipairs(values) do sorted[i] = value end
  table.sort(sorted, M.precedes)
  for i, value in ipairs(sorted) do place[value] = i end
  groups[1] = #sorted + 1
  for i, value in ipairs(values) do groups[i + 1] = place[value] end
  return { groups = groups, n = #sorted + 1, labels = sorted }
end

-- The first and last of days, a period of `unit` being known of them.
local function ends_of(unit, ...)
  local first, last
  for _, days in ipairs { ... } do
    for _, day in pairs(days) do
      if periods.of(day, unit) then
        if not first or day < first then first = day end
        if not last or day > last then last = day end
      end
    end
  end
  return first, last
end

-- Groups for periods: every one from the first day to the last. Articles without a day are left out.
local function by_period(days, unit, more)
  local first, last = ends_of(unit, days, more)
  local labels, place, groups = first and periods.between(first, last, unit) or {}, {}, { 0 }
  for i, label in ipairs(labels) do place[label] = i end
  for i, day in ipairs(days) do groups[i + 1] = place[periods.of(day, unit) or ""] or 0 end
  return { groups = groups, n = #labels, labels = labels, period = true }
end

local of_items = { side = "quotes", speaker = "quotes", office = "quotes", kind = "consultations",
  dyad = "consultations" }

local function no_such(method, name)
  if of_items[name] then
    selection.complain(6, "set:%s: words and articles have no '%s'; items do: set:count{of=\"%s\", by=\"%s\"}", method,
      name, of_items[name], name)
  end
  selection.complain(6, "set:%s: option 'by' cannot be '%s'; there are: day, week, month, quarter, year, source, " ..
    "agency, language, side, speaker, office, kind, dyad and the names of vars", method, name)
end

-- One key; nil, message, code, byte where the file cannot be read.
local function key_of(self, method, name, days)
  local facet = periods.is_unit(name) and "published" or columns[name] and name or "var:" .. name
  local values, message, code, byte = core.facet(self.store, facet)
  if not values then return nil, message, code, byte end
  local known = periods.is_unit(name) or columns[name]
  if #values == 0 and not known then no_such(method, name) end
  local key = periods.is_unit(name) and by_period(values, name, days) or by_value(values)
  key.facet, key.name = facet, name
  return key
end

--- Keys for the core.
-- @tparam table self what is inside a selection
-- @tparam string method
-- @tparam {string,...} names
-- @tparam[opt] {string,...} days that periods have to reach to, beside those of the articles
-- @treturn[1] {{facet=, groups=, n=, labels=, name=, period=},...}
-- @return[2] nil, message, code, byte
-- @raise where there is no such column
function M.keys(self, method, names, days)
  local keys = {}
  for i, name in ipairs(names) do
    local key, message, code, byte = key_of(self, method, name, days or {})
    if not key then return nil, message, code, byte end
    keys[i] = key
  end
  return keys
end

--- Which groups of each key a combination (from 1) stands for.
function M.split(keys, combination)
  local places, rest = {}, combination - 1
  for i = #keys, 1, -1 do
    places[i] = rest % keys[i].n + 1
    rest = rest // keys[i].n
  end
  return places
end

-- The groups of keys that are no periods, as one text; whether the combination is shown depends on them alone.
local function others(keys, places)
  local parts = {}
  for i, key in ipairs(keys) do if not key.period then parts[#parts + 1] = places[i] end end
  return table.concat(parts, " ")
end

-- From which to which place of each key something is there.
local function reach(keys, there)
  local first, last = {}, {}
  for c in pairs(there) do
    for i, place in ipairs(M.split(keys, c)) do
      if not first[i] or place < first[i] then first[i] = place end
      if not last[i] or place > last[i] then last[i] = place end
    end
  end
  return first, last
end

local function within(keys, places, first, last)
  for i, key in ipairs(keys) do
    if key.period and (not first[i] or places[i] < first[i] or places[i] > last[i]) then return false end
  end
  return true
end

--- How many combinations there are.
function M.combinations(keys)
  local all = 1
  for _, key in ipairs(keys) do all = all * key.n end
  return all
end

--- Which combinations are shown: those whose values (periods aside) are there, in all periods from the first to the
-- last that are reached.
-- @tparam {table,...} keys
-- @tparam {[integer]=true} there combinations that have something
-- @tparam[opt] {[integer]=true} reached combinations whose periods are to be shown; `there` without it. Outside of
-- these periods only what is there is shown
-- @treturn {{combination, places}, ...} in order
function M.shown(keys, there, reached)
  local seen, list = {}, {}
  local first, last = reach(keys, reached or there)
  for c in pairs(there) do seen[others(keys, M.split(keys, c))] = true end
  for c = 1, next(seen) and M.combinations(keys) or 0 do
    local places = M.split(keys, c)
    if there[c] or (seen[others(keys, places)] and within(keys, places, first, last)) then
      list[#list + 1] = { c, places }
    end
  end
  return list
end

return M
