--- What groups of forms share, whatever they name: decisions by spelling, the fullest name, the commonest side, keys.
local core = require "alliance.core"

local M = {}

--- "John Smith (AU, Minister of Defense)" -> name, side, office: how decisions tell two people of one name apart.
function M.parse(spelling)
  local name, inside = spelling:match "^(.-)%s*%(([^()]*)%)$"
  if not name or name == "" then return spelling end
  local side, office = inside:match "^([^,]*),%s*(.*)$"
  if not side then return spelling end
  return name, side, office
end

--- Does a decision's spelling mean this form?
function M.means(spelling, form)
  if core.fold(spelling) == core.fold(form.name) then return true end
  local name, side, office = M.parse(spelling)
  return side ~= nil and core.fold(name) == core.fold(form.name) and (side == "" or side == form.side) and
    (office == "" or office == form.office)
end

local function any(forms, spelling)
  for _, form in ipairs(forms) do if M.means(spelling, form) then return true end end
  return false
end

--- The forms that no decision rejects.
function M.kept(forms, decisions)
  if #decisions == 0 then return forms end
  local out = {}
  for _, form in ipairs(forms) do
    local rejected = false
    for _, decision in ipairs(decisions) do
      rejected = rejected or (decision.verb == "reject" and M.means(decision.a, form))
    end
    if not rejected then out[#out + 1] = form end
  end
  return out
end

local function join(list, decision)
  local first
  for i = #list, 1, -1 do
    local group = list[i]
    if any(group.forms, decision.a) or any(group.forms, decision.b) then
      if first then
        table.move(first.forms, 1, #first.forms, #group.forms + 1, group.forms)
        group.entry = group.entry or first.entry
        for other, says in pairs(first.may or {}) do group.may[other] = says end
        first.into = group
        for k, other in ipairs(list) do if other == first then table.remove(list, k) break end end
      end
      first = group
    end
  end
end

-- Where a group holds both spellings, the forms of the second leave it.
local function part(list, decision)
  for i = 1, #list do
    local group = list[i]
    if any(group.forms, decision.a) and any(group.forms, decision.b) then
      local stay, leave = {}, {}
      for _, form in ipairs(group.forms) do
        local goes = M.means(decision.b, form) and not M.means(decision.a, form)
        table.insert(goes and leave or stay, form)
      end
      if #leave > 0 and #stay > 0 then
        group.forms = stay
        list[#list + 1] = { forms = leave, may = {} }
      end
    end
  end
end

--- Groups as people decided them: first what is one, then what is not, then names.
function M.decide(list, decisions)
  for _, decision in ipairs(decisions) do if decision.verb == "same" then join(list, decision) end end
  for _, decision in ipairs(decisions) do if decision.verb == "distinct" then part(list, decision) end end
  for _, decision in ipairs(decisions) do
    for _, group in ipairs(decision.verb == "rename" and list or {}) do
      if any(group.forms, decision.a) then group.renamed = decision.b end
    end
  end
  return list
end

--- The fullest spelling: most words, then the longest, then the first of the alphabet.
function M.fullest(forms)
  local best = forms[1].name
  local most
  for i = 2, #forms do
    local name = forms[i].name
    if name ~= best then -- most forms of a group differ in the year alone
      local _, words = name:gsub("%S+", "")
      most = most or select(2, best:gsub("%S+", ""))
      if words > most or (words == most and (#name > #best or (#name == #best and name < best))) then
        best, most = name, words
      end
    end
  end
  return best
end

--- The value of a field that most forms have; ties: the first of the alphabet; nil where none has any.
function M.most(forms, field)
  if #forms == 1 then return forms[1][field] ~= "" and forms[1][field] or nil end
  local counts, best = {}, nil
  for _, form in ipairs(forms) do
    local value = form[field]
    if value and value ~= "" then counts[value] = (counts[value] or 0) + 1 end
  end
  for value, count in pairs(counts) do
    if not best or count > counts[best] or (count == counts[best] and value < best) then best = value end
  end
  return best
end

local function first_year(group)
  local least
  for _, form in ipairs(group.forms) do
    if form.year ~= "" and (not least or form.year < least) then least = form.year end
  end
  return least
end

local function qualified(group, level)
  local words = { M.most(group.forms, "side") or "?", M.most(group.forms, "office") or "?", first_year(group) or "?" }
  return ("%s (%s)"):format(core.fold(group.name), core.fold(table.concat(words, ", ", 1, level)))
end

local function shared(list)
  local by_key, twice = {}, false
  for _, group in ipairs(list) do
    twice = twice or by_key[group.key] ~= nil
    by_key[group.key] = true
  end
  if not twice then return {} end
  by_key = {}
  for _, group in ipairs(list) do
    local twins = by_key[group.key] or {}
    by_key[group.key] = twins
    twins[#twins + 1] = group
  end
  local out = {}
  for _, twins in pairs(by_key) do if #twins > 1 then out[#out + 1] = twins end end
  return out
end

--- Gives every group a key made from what it is: its name, folded; with side, post and first year where two share it.
-- @tparam string what "person", "organisation" or "place"
function M.keys(what, list)
  for _, group in ipairs(list) do group.key = what .. "/" .. core.fold(group.name) end
  if #list == 1 then return end
  for level = 1, 3 do
    for _, twins in ipairs(shared(list)) do
      for _, group in ipairs(twins) do group.key = what .. "/" .. qualified(group, level) end
    end
  end
  for _, twins in ipairs(shared(list)) do -- one form is never in two groups
    for _, group in ipairs(twins) do
      local form = group.forms[1]
      group.key = ("%s [%s; %s; %s; %s]"):format(group.key, form.name, form.side, form.office, form.year)
    end
  end
end

return M
