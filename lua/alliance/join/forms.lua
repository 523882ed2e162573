--- Settling of forms: those of changed blocks, and of every block that may hold the same people, are joined anew and
-- written: form.who, the table who. The work is that of the blocks; what is not touched is not looked at.
local bodies = require "alliance.join.bodies"
local persons = require "alliance.join.persons"
local spelled = require "alliance.join.spelled"
local settle -- alliance.settle, when it is first needed: it needs this file
local union = require "alliance.join.union"

local M = {}

local BATCH = 300 -- blocks that are settled together

local groupers = { person = persons, organisation = bodies, place = bodies }

local function values_of(what, list) return table.move(list, 1, #list, 2, { what, n = #list + 1 }) end

local function marks(n) return ("?,"):rep(n):sub(1, -2) end

-- Calls `each` with the columns of every row of a SELECT whose '@' is a list of many values.
local function in_batches(store, sql, what, list, columns, each)
  for from = 1, #list, BATCH do
    local part = table.move(list, from, math.min(#list, from + BATCH - 1), 1, {})
    local values = values_of(what, part)
    local found, lists = settle.select(store, sql:gsub("@", marks(#part)), table.unpack(values, 1, values.n)), {}
    for k, name in ipairs(columns) do lists[k] = found:column(name) end
    for i = 1, #found do
      local row = {}
      for k, name in ipairs(columns) do row[name] = lists[k][i] end
      each(row)
    end
  end
end

local LOAD = "SELECT form, block, name, side, office, year, who, " ..
  "EXISTS (SELECT 1 FROM entity e WHERE e.form = f.form) AS alive FROM form f WHERE what = ? AND block IN (@)"
local FORM = { "form", "block", "name", "side", "office", "year", "who", "alive" }
local BLOCKS_OF = "SELECT DISTINCT name, block FROM form WHERE what = ? AND name IN (@)"

-- A name as it is, with its last word in front, and with its first word behind: the same person, maybe.
local function turned(name)
  local head, last = name:match "^(.+) (%S+)$"
  local first, rest = name:match "^(%S+) (.+)$"
  if not head then return {} end
  return { name, last .. " " .. head, rest .. " " .. first }
end

local function put(map, order, key, value)
  if not map[key] then
    map[key] = {}
    order[#order + 1] = key
  end
  table.insert(map[key], value)
end

-- What is gathered: `order` of blocks, `index` of each in it, `forms`, `links` between blocks.
local function want(all, block, with)
  if not all.index[block] then
    all.order[#all.order + 1] = block
    all.index[block] = #all.order
  end
  if with then all.links[#all.links + 1] = { all.index[block], all.index[with] } end
end

local function load_forms(store, what, all, from)
  local new, blocks = {}, table.move(all.order, from, #all.order, 1, {})
  in_batches(store, LOAD, what, blocks, FORM, function (form)
    form.what, form.alive = what, form.alive == 1
    all.forms[#all.forms + 1], new[#new + 1] = form, form
  end)
  return new
end

-- The blocks that forms lead to: by the lexicon, by the order of a name's words, by decisions.
local function follow(store, what, all, new, decisions, lexicon)
  local blocks, spellings, seen, joins = {}, {}, {}, groupers[what]
  for _, form in ipairs(new) do
    local key = form.name .. "\0" .. form.block
    for _, block in ipairs(seen[form.block] and {} or joins.families(form.block, lexicon)) do
      want(all, block, form.block)
    end
    seen[form.block] = true
    if not seen[key] or not form.name:find " " then
      for _, block in ipairs(joins.beside(form, lexicon)) do want(all, block, form.block) end
    end
    if not seen[key] then
      local names = what == "person" and turned(form.name) or {}
      for _, name in ipairs(decisions.beside[form.name] or {}) do names[#names + 1] = name end
      for _, name in ipairs(names) do put(blocks, spellings, name, form.block) end
    end
    seen[key] = true
  end
  in_batches(store, BLOCKS_OF, what, spellings, { "name", "block" }, function (row)
    for _, block in ipairs(blocks[row.name]) do want(all, row.block, block) end
  end)
end

-- Blocks -> their forms and those that must be seen with them, step by step until nothing is new.
local function gather(store, what, blocks, decisions, lexicon)
  local all = { order = {}, index = {}, forms = {}, links = {} }
  for _, block in ipairs(blocks) do want(all, block) end
  local from = 1
  while from <= #all.order do
    local upto = #all.order
    follow(store, what, all, load_forms(store, what, all, from), decisions, lexicon)
    from = upto + 1
  end
  return all
end

-- Forms by component of blocks, those that no article has any more apart.
local function components(all)
  local groups, of, list, dead = union.new(#all.order), {}, {}, {}
  for _, link in ipairs(all.links) do groups:join(link[1], link[2]) end
  for _, form in ipairs(all.forms) do
    local root = groups:find(all.index[form.block])
    if not of[root] then
      of[root] = {}
      list[#list + 1] = of[root]
    end
    if form.alive then table.insert(of[root], form) else dead[#dead + 1] = form end
  end
  return list, dead
end

-- Is the row of a group another than the stored one? And is it its name?
local function is_new(stored, group)
  local row = stored[group.key]
  if not row then return true, false end
  for _, field in ipairs { "name", "side", "entry", "open" } do
    if row[field] ~= group[field] then return true, row.name ~= group.name end
  end
  return false, false
end

local function append(list, ...)
  local values = table.pack(...)
  for i = 1, values.n do list[list.n + i] = values[i] end
  list.n = list.n + values.n
end

-- What is to be written for one group.
local function note(what, group, stored, out)
  local changed, renamed = is_new(stored, group)
  if changed then append(out.put, group.key, what, group.name, group.side, group.entry, group.open) end
  for _, form in ipairs(group.forms) do
    form.settled = group.key
    if form.who ~= group.key then append(out.who, form.form, group.key) end
    if form.who and (form.who ~= group.key or renamed) then append(out.events, form.form) end
  end
end

local function write(store, what, forms, dead, out)
  local gone, seen = { n = 0 }, {}
  for _, form in ipairs(forms) do
    if form.alive and not form.settled and form.who then
      append(out.who, form.form, nil)
      append(out.events, form.form)
    end
    if form.who and form.who ~= form.settled and not seen[form.who] then
      seen[form.who] = true
      append(gone, form.who)
    end
  end
  for _, form in ipairs(dead) do append(out.dead, form.form) end
  settle.write(store, "who_put", out.put)
  settle.write(store, "form_who", out.who)
  if what == "person" then settle.write(store, "unsettle_events_of", out.events) end
  settle.write(store, "form_dead", out.dead)
  settle.write(store, "who_dead", gone)
end

-- The rows of `who` that groups may have already, by key.
local function rows_of(store, what, groups)
  local keys, stored = {}, {}
  for i, group in ipairs(groups) do keys[i] = group.key end
  in_batches(store, "SELECT who, name, side, entry, open FROM who WHERE what = ? AND who IN (@)", what, keys,
    { "who", "name", "side", "entry", "open" }, function (row) stored[row.who] = row end)
  return stored
end

local function settle_batch(store, what, blocks, decisions, lexicon)
  local all = gather(store, what, blocks, decisions, lexicon)
  local list, dead = components(all)
  local out = { put = { n = 0 }, who = { n = 0 }, events = { n = 0 }, dead = { n = 0 } }
  local groups = {}
  for _, component in ipairs(list) do
    local found = #component > 0 and groupers[what].group(component, decisions, lexicon) or {}
    table.move(found, 1, #found, #groups + 1, groups)
  end
  local stored = rows_of(store, what, groups)
  for _, group in ipairs(groups) do note(what, group, stored, out) end
  write(store, what, all.forms, dead, out)
  local settled = { n = 0 }
  for _, block in ipairs(all.order) do append(settled, what, block) end
  settle.write(store, "settled", settled)
end

-- The decisions that hold, and for each spelling the others that are the same by hand.
local function decisions_of(store, what)
  local list = { beside = {} }
  local function beside(a, b)
    list.beside[a] = list.beside[a] or {}
    table.insert(list.beside[a], b)
  end
  for row in settle.select(store, "SELECT verb, a, b FROM decision WHERE what = ? AND undone IS NULL ORDER BY decision",
    what):rows() do
    list[#list + 1] = { verb = row.verb, a = row.a, b = row.b }
    if row.verb == "same" then
      local a, b = spelled.parse(row.a), spelled.parse(row.b)
      beside(a, b)
      beside(b, a)
    end
  end
  return list
end

--- Joins all changed blocks of one kind of forms.
-- @tparam store store in a transaction
-- @tparam string what "person", "organisation" or "place"
-- @tparam lexicon lexicon
function M.all(store, what, lexicon)
  settle = settle or require "alliance.settle"
  local decisions
  while true do
    local rows = settle.select(store, "SELECT block FROM unsettled WHERE what = ? ORDER BY block LIMIT " .. BATCH, what)
    if #rows == 0 then return end
    decisions = decisions or decisions_of(store, what)
    settle_batch(store, what, rows:column "block", decisions, lexicon)
  end
end

return M
