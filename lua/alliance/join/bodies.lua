--- Which forms are one body or place: one name is, unless two sides have one each; an acronym is the one body of that
-- side whose words it stands for. The lexicon has named most of them already.
local core = require "alliance.core"
local lexicons = require "alliance.lexicon"
local sorted_keys = require "alliance.keys".sorted
local spelled = require "alliance.join.spelled"

local M = {}

local function put(map, key, value)
  local list = map[key]
  if list then list[#list + 1] = value else map[key] = { value } end
end

-- Forms of one name -> groups by side; those without a side join the only one.
local function by_side(forms, out)
  local sides = {}
  for _, form in ipairs(forms) do put(sides, form.side, form) end
  local keys = sorted_keys(sides)
  if #keys == 2 and keys[1] == "" then
    local only = sides[keys[2]]
    table.move(sides[""], 1, #sides[""], #only + 1, only)
    table.remove(keys, 1)
  end
  local twins = {}
  for _, key in ipairs(keys) do
    local group = { forms = sides[key], of = key, may = {} }
    twins[#twins + 1], out[#out + 1] = group, group
  end
  if #keys > 2 and keys[1] == "" then
    for k = 2, #twins do twins[1].may[twins[k]] = true end
  end
end

local function is_acronym(name) return name:find "^%u%u%u+$" ~= nil end

-- The body that an acronym stands for; where there are several, they are listed.
local function join_acronyms(list)
  local long, out = {}, {}
  for _, group in ipairs(list) do
    if not is_acronym(group.forms[1].name) then put(long, group.forms[1].block, group) end
  end
  for _, group in ipairs(list) do
    local found = {}
    for _, other in ipairs(is_acronym(group.forms[1].name) and long[group.forms[1].block] or {}) do
      if group.of == "" or other.of == "" or group.of == other.of then found[#found + 1] = other end
    end
    if #found == 1 then
      local into = found[1]
      table.move(group.forms, 1, #group.forms, #into.forms + 1, into.forms)
      if into.of == "" then into.of = group.of end
    else
      for k = 1, math.min(#found, 6) do group.may[found[k]] = true end
      out[#out + 1] = group
    end
  end
  return out
end

local function open_words(group)
  if not next(group.may) then return nil end
  local words = {}
  for other in pairs(group.may) do if other.name then words["may be " .. other.name] = true end end
  local list = sorted_keys(words)
  return #list > 0 and table.concat(list, "; ") or nil
end

local function by_form(a, b)
  if a.name ~= b.name then return a.name < b.name end
  return a.side < b.side
end

-- One form that stands alone, with nothing decided: most do.
local function lone(form, lexicon)
  local folded = core.fold(form.name)
  return { { forms = { form }, key = form.what .. "/" .. folded, name = form.name,
    side = form.side ~= "" and form.side or nil, entry = M.entry(lexicon, form.what, form.name, folded) } }
end

--- Which forms are one.
-- @tparam {form,...} forms {form=, what=, block=, name=, side=}
-- @tparam {decision,...} decisions {verb=, a=, b=}
-- @tparam lexicon lexicon
-- @treturn {group,...} {forms=, key=, name=, side=, entry=, open=}
function M.group(forms, decisions, lexicon)
  if #forms == 1 and #decisions == 0 then return lone(forms[1], lexicon) end
  local named, list = {}, {}
  local what = forms[1] and forms[1].what
  forms = spelled.kept(forms, decisions)
  table.sort(forms, by_form)
  local last, folded
  for _, form in ipairs(forms) do
    if form.name ~= last then last, folded = form.name, core.fold(form.name) end
    put(named, folded, form)
  end
  for _, name in ipairs(sorted_keys(named)) do by_side(named[name], list) end
  if what == "organisation" then list = join_acronyms(list) end
  list = spelled.decide(list, decisions)
  for _, group in ipairs(list) do
    local name = spelled.fullest(group.forms)
    group.name = group.renamed or name
    group.side = spelled.most(group.forms, "side")
    group.entry = M.entry(lexicon, what, name)
  end
  for _, group in ipairs(list) do group.open = open_words(group) end
  spelled.keys(what or "organisation", list)
  return list
end

local entries = setmetatable({}, { __mode = "k" })

--- The lexicon's name of a body or place, where it has one.
-- @tparam[opt] string folded its name, folded, where it is known already
function M.entry(lexicon, what, name, folded)
  local index = entries[lexicon]
  if not index then
    index = { organisation = {}, place = {} }
    for kind, of in pairs { organisations = "organisation", agencies = "organisation", places = "place",
      countries = "place" } do
      for _, row in ipairs(lexicons.rows(lexicon, kind)) do
        local canonical = type(row) == "table" and (row.name or row[1])
        if canonical then index[of][core.fold(canonical)] = canonical end
      end
    end
    entries[lexicon] = index
  end
  return index[what] and index[what][folded or core.fold(name)]
end

return M
