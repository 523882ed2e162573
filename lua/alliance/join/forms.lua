--- Settling of forms: those of changed blocks, and of every block that may hold the same people, are joined anew and
-- written: form.who, the table who. The work is that of the blocks; what is not touched is not looked at.
local bodies = require "alliance.join.bodies"
local persons = require "alliance.join.persons"
local rows = require "alliance.rows"
local spelled = require "alliance.join.spelled"
local union = require "alliance.join.union"

local M = {}

local BATCH = 300 -- blocks that are settled together

local groupers = { person = persons, organisation = bodies, place = bodies }

-- `named` is what the person of a form is called as yet.
local LOAD = [[
SELECT form, block, name, side, office, year, who, (SELECT w.name FROM who w WHERE w.who = f.who) AS named,
  EXISTS (SELECT 1 FROM entity e WHERE e.form = f.form) AS alive FROM form f WHERE block = ? AND what = '%s']]

-- Where else a spelling ?1 stands, beside the block ?2 that asks for it: the first and the last of those blocks, hardly
-- ever two; and all of them. The first takes no room for sorting, which made it three times as dear.
local ENDS = [[
SELECT ?1 AS name, ?2 AS beside, min(block) AS block, max(block) AS other FROM form WHERE name = ?1 AND block <> ?2
  AND what = '%s' HAVING min(block) IS NOT NULL]]
local ELSEWHERE = "SELECT DISTINCT ?2 AS beside, block FROM form WHERE name = ?1 AND block <> ?2 AND what = '%s'"

-- -- what must be seen together -------------------------------------------------------------------------

-- What is gathered: `order` of blocks, `index` of each in it, `forms`, `links` between blocks, two by two.
local function want(all, block, with)
  local index, links = all.index, all.links
  if not index[block] then
    all.order[#all.order + 1] = block
    index[block] = #all.order
  end
  if with and with ~= block then links[#links + 1], links[#links + 2] = index[block], index[with] end
end

local function load_forms(store, what, all, from)
  local forms = all.forms
  local new = rows.each(store, LOAD:format(what), table.move(all.order, from, #all.order, 1, {}))
  for i, form in ipairs(new) do
    form.what, form.alive = what, form.alive == 1
    forms[#forms + 1] = new[i]
  end
  return new
end

local function ask(asked, name, block)
  local n = asked.n
  asked[n + 1], asked[n + 2], asked.n = name, block, n + 2
end

-- A name as it is, with its last word in front, and with its first word behind: the same person, maybe.
local function ask_turned(asked, name, block)
  local head, last = name:match "^(.+) (%S+)$"
  if not head then return end
  local first, rest = name:match "^(%S+) (.+)$"
  ask(asked, name, block)
  ask(asked, last .. " " .. head, block)
  if rest ~= last then ask(asked, rest .. " " .. first, block) end -- of two words it is the same
end

-- The blocks that one form leads to: by the lexicon, by the order of a name's words, by decisions.
local function follow_form(all, form, asked, seen, decisions, lexicon)
  local name, block = form.name, form.block
  local names = seen[block]
  if not names then
    names = {}
    seen[block] = names
    for _, other in ipairs(persons.families(block, lexicon)) do want(all, other, block) end
  end
  local known = names[name]
  if not known or not name:find(" ", 1, true) then
    for _, other in ipairs(persons.beside(form, lexicon)) do want(all, other, block) end
  end
  if known then return end
  names[name] = true
  ask_turned(asked, name, block)
  for _, other in ipairs(decisions.beside[name] or {}) do ask(asked, other, block) end
end

local function follow(store, what, all, new, decisions, lexicon)
  local asked, seen = { n = 0 }, {}
  if what == "person" then
    for _, form in ipairs(new) do follow_form(all, form, asked, seen, decisions, lexicon) end
  elseif next(decisions.beside) then -- of bodies and places only decisions lead from one block to another
    for _, form in ipairs(new) do
      for _, other in ipairs(decisions.beside[form.name] or {}) do ask(asked, other, form.block) end
    end
  end
  local many = { n = 0 }
  for _, row in ipairs(rows.each(store, ENDS:format(what), asked)) do
    if row.block == row.other then want(all, row.block, row.beside) else ask(many, row.name, row.beside) end
  end
  for _, row in ipairs(rows.each(store, ELSEWHERE:format(what), many)) do want(all, row.block, row.beside) end
end

-- Blocks -> their forms and those that must be seen with them, step by step until nothing is new.
local function gather(store, what, blocks, decisions, lexicon)
  local all = { order = {}, index = {}, forms = {}, links = {} }
  for _, block in ipairs(blocks) do want(all, block.block) end
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
  local groups, links, of, list, dead = union.new(#all.order), all.links, {}, {}, {}
  for k = 1, #links, 2 do groups:join(links[k], links[k + 1]) end
  for _, form in ipairs(all.forms) do
    local root = groups:find(all.index[form.block])
    local forms = of[root]
    if not forms then
      forms = {}
      of[root], list[#list + 1] = forms, forms
    end
    if form.alive then forms[#forms + 1] = form else dead[#dead + 1] = form.form end
  end
  return list, dead
end

-- -- what is written ------------------------------------------------------------------------------------

-- Whether the row of a group may be another than the stored one: where a form of it had its key, the store itself
-- finds out what of it differs.
local function put_group(put, what, group)
  local n = put.n
  put[n + 1], put[n + 2], put[n + 3], put[n + 4] = group.key, what, group.name, group.side
  put[n + 5], put[n + 6], put.n = group.entry, group.open, n + 6
end

-- What is to be written for one group.
local function note(what, group, out)
  local key, who, events = group.key, out.who, out.events
  put_group(out.put, what, group)
  for _, form in ipairs(group.forms) do
    local was = form.who
    form.settled = key
    if was ~= key then
      who[who.n + 1], who[who.n + 2], who.n = form.form, key, who.n + 2
      if was then events[#events + 1] = form.form end
    elseif form.named and form.named ~= group.name then events[#events + 1] = form.form end
  end
end

-- Forms that are in no group any more, and groups that have lost a form.
local function note_left(forms, out)
  local who, gone, seen = out.who, {}, {}
  for _, form in ipairs(forms) do
    local was = form.who
    if was and was ~= form.settled then
      if form.alive and not form.settled then
        who[who.n + 1], who.n = form.form, who.n + 2
        out.events[#out.events + 1] = form.form
      end
      if not seen[was] then gone[#gone + 1], seen[was] = was, true end
    end
  end
  return gone
end

local function write(store, what, all, dead, out, waited)
  local settled = { n = 0 }
  local gone = note_left(all.forms, out)
  rows.write(store, "who_put", out.put)
  rows.write(store, "form_who", out.who)
  if what == "person" then rows.write(store, "unsettle_events_of", out.events) end
  rows.write(store, "form_dead", dead)
  rows.write(store, "who_dead", gone)
  rows.write(store, "settled_to", { what, all.order[waited] }) -- they came in the order of the alphabet
  for i = waited + 1, #all.order do
    settled[settled.n + 1], settled[settled.n + 2], settled.n = what, all.order[i], settled.n + 2
  end
  rows.write(store, "settled", settled)
end

local function settle_batch(store, what, blocks, decisions, lexicon)
  local all = gather(store, what, blocks, decisions, lexicon)
  local list, dead = components(all)
  local out = { put = { n = 0 }, who = { n = 0 }, events = {} }
  for _, component in ipairs(list) do
    if #component > 0 then
      for _, group in ipairs(groupers[what].group(component, decisions, lexicon)) do note(what, group, out) end
    end
  end
  write(store, what, all, dead, out, #blocks)
end

-- -- decisions ------------------------------------------------------------------------------------------

-- The decisions that hold, and for each spelling the others that are the same by hand.
local function decisions_of(store, what)
  local list = { beside = {} }
  local function beside(a, b)
    list.beside[a] = list.beside[a] or {}
    table.insert(list.beside[a], b)
  end
  for _, row in ipairs(rows.select(store,
    "SELECT verb, a, b FROM decision WHERE what = ? AND undone IS NULL ORDER BY decision", what)) do
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
-- @tparam function collect called where what was made may be let go
function M.all(store, what, lexicon, collect)
  local decisions
  while true do
    local blocks = rows.select(store,
      "SELECT block FROM unsettled WHERE what = ? ORDER BY block LIMIT " .. BATCH, what)
    if #blocks == 0 then return end
    decisions = decisions or decisions_of(store, what)
    settle_batch(store, what, blocks, decisions, lexicon)
    collect()
  end
end

return M
