--- Which forms are one person. Forms + what people decided + lexicon -> groups; nothing else counts, and no order.
--
-- 1. Names that are equal but for order, marks, middle names and short forms are one person, unless country and post,
--    or decade, say otherwise (cluster.lua).
-- 2. Names that the lexicon gives to one person are, where side or post agree.
-- 3. Names that agree in shape alone (Seon-ho, Sun-ho) are one with a post or time behind them.
-- 4. A family name alone joins the one person whom it can mean by post, side and time.   5. Decisions by hand.
-- What stays doubtful stays apart and says so in `open`.
local core = require "alliance.core"
local clusters = require "alliance.join.cluster"
local known = require "alliance.join.known"
local names = require "alliance.join.names"
local sorted_keys = require "alliance.keys".sorted
local spelled = require "alliance.join.spelled"
local union = require "alliance.join.union"

local M = {}

local none = {}

local NEAR = 6 -- years in which one post links two spellings
local NEAR_LATIN = 15 -- where names are as many as they are outside of Korea and China
local FEW = 6 -- more who could be meant than this are not listed

local function by_form(a, b) return a.sort < b.sort end

local function put(map, key, value)
  local list = map[key]
  if list then list[#list + 1] = value else map[key] = { value } end
end

-- -- names that are equal ---------------------------------------------------------------------------

local function class_of(read)
  if read.joined then return read.key end
  if read.root == "" then return "=" .. read.key end
  local a, b = read.last, read.root
  return a < b and a .. " " .. b or b .. " " .. a
end

-- Of several people who differ in a middle name, the one a form without it can mean.
local function without_middle(all, part, list, lexicon)
  local found
  for _, other in ipairs(list) do
    local fits = clusters.share_office(part, other, NEAR) or
      (not next(part.offices) and clusters.sides_agree(part, other) and clusters.gap(part, other) <= 2)
    if fits then
      if found then found = nil break end
      found = other
    end
  end
  if found then for _, form in ipairs(part.forms) do clusters.add(found, form, lexicon) end
  else
    part.may = list
    all[#all + 1] = part
  end
end

-- Forms of one class -> clusters.
local function clusters_of(forms, lexicon)
  if #forms == 1 then return clusters.split(forms, lexicon) end
  local by_middle = {}
  for _, form in ipairs(forms) do put(by_middle, form.read.middle or "", form) end
  local middles = sorted_keys(by_middle)
  if #middles <= 2 and (#middles == 1 or middles[1] == "") then return clusters.split(forms, lexicon) end
  local all = {}
  for _, middle in ipairs(middles) do
    if middle ~= "" then
      local parts = clusters.split(by_middle[middle], lexicon)
      table.move(parts, 1, #parts, #all + 1, all)
    end
  end
  if by_middle[""] then
    local list = table.move(all, 1, #all, 1, {})
    for _, part in ipairs(clusters.split(by_middle[""], lexicon)) do without_middle(all, part, list, lexicon) end
  end
  return all
end

local function full_names(forms, lexicon)
  local classes, all = {}, {}
  for _, form in ipairs(forms) do
    if not form.read.single then put(classes, class_of(form.read), form) end
  end
  for _, class in ipairs(sorted_keys(classes)) do
    local parts = clusters_of(classes[class], lexicon)
    table.move(parts, 1, #parts, #all + 1, all)
  end
  return all
end

-- -- the lexicon --------------------------------------------------------------------------------------

-- How well a cluster fits a person of the lexicon: 2 a post, 1 a side, 0 nothing against it; nil: cannot be.
local function fit(cluster, entry)
  for office, range in pairs(cluster.offices) do
    for side in pairs(next(cluster.sides) and cluster.sides or { [""] = 1 }) do
      if known.held(entry, office, side, "") and known.timely(entry, range.min) then return 2 end
    end
  end
  if not known.timely(entry, cluster.max) then return nil end
  for side in pairs(cluster.sides) do
    if entry.sides[side] then return 1 end
  end
  return not next(cluster.sides) and 0 or nil
end

-- The names of a cluster in order; nearly always one.
local function names_of(cluster)
  local name = next(cluster.names)
  if next(cluster.names, name) == nil then return { name } end
  return sorted_keys(cluster.names)
end

local function entry_of(cluster, lexicon)
  local best, most, twice, seen = nil, -1, false, {}
  for _, name in ipairs(names_of(cluster)) do
    for _, entry in ipairs(known.named(lexicon, name)) do
      local score = not seen[entry] and fit(cluster, entry)
      seen[entry] = true
      if score and score == most then twice = true end
      if score and score > most then best, most, twice = entry, score, false end
    end
  end
  if not twice then return best, most end
end

-- Clusters of one person of the lexicon are one; those with nothing to tell so but a name, where no other bears it.
local function join_entries(all, groups, lexicon)
  local at = {}
  for i, cluster in ipairs(all) do
    cluster.entry = entry_of(cluster, lexicon)
    if cluster.entry then
      if at[cluster.entry] then groups:join(at[cluster.entry], i) else at[cluster.entry] = i end
    end
  end
  return at
end

-- -- names that agree in shape ------------------------------------------------------------------------

local function alike(a, b)
  for _, x in pairs(a.names) do
    for _, y in pairs(b.names) do
      if x.shape and x.shape == y.shape and names.alike(x, y) then return true end
    end
  end
  return false
end

-- The posts of a shape in order of time: neighbours that can be one person are.
local function join_by_office(all, list, groups)
  local rows = {}
  for _, i in ipairs(list) do
    for office, range in pairs(all[i].offices) do rows[#rows + 1] = { office = office, at = range.min or 0, i = i } end
  end
  table.sort(rows, function (a, b)
    if a.office ~= b.office then return a.office < b.office end
    if a.at ~= b.at then return a.at < b.at end
    return a.i < b.i
  end)
  for k, row in ipairs(rows) do
    for j = math.max(1, k - 4), k - 1 do
      local a, b = all[rows[j].i], all[row.i]
      local near = a.forms[1].read.joined and NEAR or NEAR_LATIN
      if rows[j].office == row.office and row.i ~= rows[j].i and alike(a, b) and clusters.sides_agree(a, b) and
        clusters.gap(a.offices[row.office], b.offices[row.office]) <= near then groups:join(rows[j].i, row.i) end
    end
  end
end

-- Without a post: the one other of the same side in the same year or the next.
local function join_by_time(all, list, groups)
  for _, i in ipairs(list) do
    local a, found, twice = all[i], nil, false
    if not next(a.offices) and next(a.sides) and a.min then
      for k = 1, math.min(#list, FEW * 4) do
        local b = all[list[k]]
        local near = list[k] ~= i and next(b.sides) and clusters.sides_agree(a, b) and b.min and clusters.gap(a, b) <= 1
        if near and next(b.offices) and alike(a, b) then
          twice = found and groups:find(found) ~= groups:find(list[k])
          found = list[k]
        end
      end
      if found and not twice then groups:join(found, i) end
    end
  end
end

local function shapes_of(all)
  local buckets = {}
  for i, cluster in ipairs(all) do
    local seen = {}
    for _, read in pairs(cluster.names) do
      local shape = read.shape
      if shape and not seen[shape] then put(buckets, shape, i) end
      if shape then seen[shape] = true end
    end
  end
  return buckets
end

-- Neighbours of one shape that nothing joins: each is said to be spelled like the other.
local function tell_shapes(all, list, groups)
  for k, i in ipairs(list) do
    for j = math.max(1, k - 2), math.min(#list, k + 2) do
      local b = all[list[j]]
      if groups:find(i) ~= groups:find(list[j]) and alike(all[i], b) and clusters.sides_agree(all[i], b) then
        put(all[i], "shape", b)
      end
    end
  end
end

local function join_shapes(all, groups)
  local buckets = shapes_of(all)
  for shape, list in pairs(buckets) do if #list == 1 then buckets[shape] = nil end end
  for _, shape in ipairs(sorted_keys(buckets)) do
    local list = buckets[shape]
    join_by_office(all, list, groups)
    join_by_time(all, list, groups)
    tell_shapes(all, list, groups)
  end
end

-- "J.D. Vance": the one person of that family name with these initials.
local function join_initials(all, groups)
  local families, asking = {}, {}
  for i, cluster in ipairs(all) do
    local read = cluster.names[names_of(cluster)[1]]
    if read.root == "" and read.letters ~= "" then asking[#asking + 1] = i end
  end
  if #asking == 0 then return end
  for i, cluster in ipairs(all) do
    for _, read in pairs(cluster.names) do
      if read.root and read.root ~= "" then
        put(families, read.last .. " " .. read.letters:sub(1, 1), { i, read.letters })
      end
    end
  end
  for _, i in ipairs(asking) do
    local cluster, found, twice = all[i], nil, nil
    local read = cluster.names[names_of(cluster)[1]]
    for k, other in ipairs(families[read.last .. " " .. read.letters:sub(1, 1)] or {}) do
      local b, n = all[other[1]], math.min(#read.letters, #other[2])
      if k > FEW * 4 then twice = true break end
      if read.letters:sub(1, n) == other[2]:sub(1, n) and clusters.sides_agree(cluster, b) and
        (clusters.share_office(cluster, b, NEAR) or clusters.gap(cluster, b) <= 2) then
        twice = twice or (found and groups:find(found) ~= groups:find(other[1]))
        found = other[1]
      end
    end
    if found and not twice then groups:join(found, i) end
  end
end

-- -- family names alone ---------------------------------------------------------------------------------

-- Of more than FEW it is enough to know that they are many.
local function add_once(map, key, i, root)
  local list = map[key] or {}
  map[key] = list
  for _, other in ipairs(list) do
    if root[other] == root[i] then return end
  end
  if #list < FEW then list[#list + 1] = i else list.many = true end
end

-- The families and last words that a name alone is looked for by.
local function asked_for(forms)
  local asked = {}
  for _, form in ipairs(forms) do
    if form.read.single then asked[form.read.family], asked[form.read.last] = true, true end
  end
  return asked
end

local function index_form(index, lasts, form, i, root, asked)
  local family = form.read.family
  local with_office = form.office ~= "" and asked[family]
  if not with_office and #lasts == 0 then return end
  for _, year in ipairs { form.year, "*" } do
    if with_office then
      add_once(index, family .. "|" .. form.office .. "|" .. year, i, root)
      add_once(index, family .. "|" .. clusters.head(form.office) .. "|short|" .. year, i, root)
    end
    for _, last in ipairs(lasts) do add_once(index, last .. "||" .. year, i, root) end
  end
end

-- Who bears a family name, by post and year, and by year alone.
local function index_singles(all, forms, groups)
  local index, root, asked = {}, {}, asked_for(forms)
  if not next(asked) then return index end
  for i = 1, #all do root[i] = groups:find(i) end
  for i, cluster in ipairs(all) do
    local lasts = {}
    for last in pairs(cluster.lasts) do if asked[last] then lasts[#lasts + 1] = last end end
    for _, form in ipairs(cluster.forms) do index_form(index, lasts, form, i, root, asked) end
  end
  return index
end

-- Those of `list` whose country is not another one; with `exact`, whose country is the same.
local function of_side(all, list, form, lexicon, exact)
  local out = {}
  if list.many then return list end
  if not known.is_country(lexicon, form.side) then return exact and {} or list end
  for _, i in ipairs(list) do
    local sides = all[i].sides
    if sides[form.side] or (not exact and not next(sides)) then out[#out + 1] = i end
  end
  return out
end

-- The candidates in the year nearest to the form's, at most `span` years away.
local function nearest(all, index, prefix, form, span, lexicon)
  local year = tonumber(form.year)
  if not year then return of_side(all, index[prefix .. "*"] or {}, form, lexicon) end
  for gap = 0, span do
    local list, seen = {}, {}
    for _, y in ipairs(gap == 0 and { year } or { year - gap, year + gap }) do
      for _, i in ipairs(of_side(all, index[prefix .. ("%04d"):format(y)] or {}, form, lexicon)) do
        if not seen[i] then list[#list + 1] = i end
        seen[i] = true
      end
    end
    if #list > 0 then return list end
  end
  return {}
end

local function distinct(list, groups)
  local out, seen = {}, {}
  for _, i in ipairs(list) do
    local group = groups:find(i)
    if not seen[group] then out[#out + 1] = i end
    seen[group] = true
  end
  return out
end

-- Whom a family name alone can mean: a list of clusters.
local function meant(all, index, form, lexicon)
  local family = form.read.family
  if form.office ~= "" then
    local list = nearest(all, index, family .. "|" .. form.office .. "|", form, 4, lexicon)
    if #list == 0 then
      list = nearest(all, index, family .. "|" .. form.office .. "|short|", form, 4, lexicon)
    end
    if #list == 0 then
      list = nearest(all, index, family .. "|" .. clusters.head(form.office) .. "|", form, 4, lexicon)
    end
    if #list > 0 then return list end
  end
  local list = nearest(all, index, form.read.last .. "||", form, form.office == "" and 2 or 1, lexicon)
  if form.office ~= "" then
    local bare = {}
    for _, i in ipairs(list) do if not next(all[i].offices) then bare[#bare + 1] = i end end
    return bare
  end
  local exact = of_side(all, list, form, lexicon, true)
  if #exact > 0 then return exact end
  if form.read.language and #list > 0 then return list, true end -- Kim, Li, Nguyen: many bear it
  return list
end

-- One family name, one post and side, one decade: one person, whoever that is.
local function strangers(forms, lexicon)
  local buckets, out = {}, {}
  for _, form in ipairs(forms) do put(buckets, form.read.last .. "|" .. form.office .. "|" .. form.side, form) end
  for _, key in ipairs(sorted_keys(buckets)) do
    local parts = clusters.split(buckets[key], lexicon)
    for _, part in ipairs(parts) do
      part.may = buckets[key][1].may
      out[#out + 1] = part
    end
  end
  return out
end

local function join_singles(all, forms, groups, entries, lexicon)
  local index, rest, targets = index_singles(all, forms, groups), {}, {}
  for _, form in ipairs(forms) do
    if form.read.single then
      local list, doubtful = meant(all, index, form, lexicon)
      list = distinct(list, groups)
      local entry = (#list ~= 1 or doubtful) and known.bare(lexicon, form.read.last, form.office, form.side, form.year)
      if entry and entries[entry] then list, doubtful, entry = { entries[entry] }, false, nil end
      if entry then put(targets, entry, form)
      elseif #list == 1 and not doubtful then put(targets, list[1], form)
      else
        form.may = {}
        for k = 1, math.min(#list, FEW) do form.may[k] = all[list[k]] end
        rest[#rest + 1] = form
      end
    end
  end
  return targets, rest
end

local function put_singles(all, forms, groups, entries, lexicon)
  local targets, rest = join_singles(all, forms, groups, entries, lexicon)
  local new = {}
  for target, list in pairs(targets) do
    if type(target) == "number" then
      for _, form in ipairs(list) do clusters.add(all[target], form, lexicon) end
    else new[#new + 1] = { entry = target, list = list } end
  end
  table.sort(new, function (a, b) return by_form(a.list[1], b.list[1]) end)
  for _, one in ipairs(new) do
    local cluster = clusters.of(one.list, lexicon)
    cluster.entry = one.entry
    all[#all + 1] = cluster
    groups.of[#all] = #all
  end
  for _, cluster in ipairs(strangers(rest, lexicon)) do
    all[#all + 1] = cluster
    groups.of[#all] = #all
  end
end

-- -- groups -------------------------------------------------------------------------------------------

local function gathered(all, groups)
  local of, list = {}, {}
  for i, cluster in ipairs(all) do
    local root = groups:find(i)
    if not of[root] then
      of[root] = { forms = {}, may = {} }
      list[#list + 1] = of[root]
    end
    local group = of[root]
    table.move(cluster.forms, 1, #cluster.forms, #group.forms + 1, group.forms)
    group.entry = group.entry or cluster.entry
    for _, other in ipairs(cluster.may or {}) do group.may[other] = "may be %s" end
    for _, other in ipairs(cluster.shape or {}) do group.may[other] = "%s is spelled alike" end
    cluster.group = group
  end
  for _, group in ipairs(list) do table.sort(group.forms, by_form) end
  return list
end

-- What the group may be besides, in words.
local function open_words(group)
  if not next(group.may) then return nil end
  local words = {}
  for cluster, says in pairs(group.may) do
    local other = cluster.group
    while other.into do other = other.into end
    if other ~= group then words[says:format(other.name)] = true end
  end
  local list = sorted_keys(words)
  if #list == 0 then return nil end
  return table.concat(list, "; ", 1, math.min(#list, FEW))
end

local function finish(list)
  for _, group in ipairs(list) do
    local entry = group.entry
    group.name = group.renamed or (entry and entry.name) or spelled.fullest(group.forms)
    group.side = spelled.most(group.forms, "side")
    group.entry = entry and entry.name or nil
  end
  for _, group in ipairs(list) do group.open = open_words(group) end
  spelled.keys("person", list)
end

-- One form that stands alone, with nothing decided: most do. What `group` would say of it, in short.
local function lone(form, lexicon)
  local read, entry = names.read(lexicon, form.name, form.block), nil
  if read.single then entry = known.bare(lexicon, read.last, form.office, form.side, form.year)
  elseif #known.named(lexicon, form.name) > 0 then
    form.read = read
    entry = entry_of(clusters.of({ form }, lexicon), lexicon)
  end
  local name = entry and entry.name or form.name
  return { { forms = { form }, key = "person/" .. core.fold(name), name = name,
    side = form.side ~= "" and form.side or nil, entry = entry and name } }
end

--- Which forms are one person.
-- @tparam {form,...} forms {form=, block=, name=, side=, office=, year=}; in any order
-- @tparam {decision,...} decisions those that hold: {verb=, a=, b=}
-- @tparam lexicon lexicon
-- @treturn {group,...} {forms=, key=, name=, side=, entry= (name in the lexicon), open= (why it is doubtful)}; forms
-- that were rejected are in none
function M.group(forms, decisions, lexicon)
  if #forms == 1 and #decisions == 0 then return lone(forms[1], lexicon) end
  forms = spelled.kept(forms, decisions)
  for _, form in ipairs(forms) do
    form.read, form.may = names.read(lexicon, form.name, form.block), nil
    form.sort = table.concat({ form.name, form.year, form.office, form.side, form.block }, "\0")
  end
  table.sort(forms, by_form)
  local all = full_names(forms, lexicon)
  local groups = union.new(#all)
  local entries = join_entries(all, groups, lexicon)
  join_shapes(all, groups)
  join_initials(all, groups)
  put_singles(all, forms, groups, entries, lexicon)
  local list = spelled.decide(gathered(all, groups), decisions)
  finish(list)
  return list
end

--- Blocks whose forms must be seen with those of this one: other spellings of a family name.
-- @treturn {string,...} blocks; itself may be among them
function M.families(block, lexicon) return names.families(lexicon, block) or none end

--- Blocks that a form leads to, as the lexicon's persons of that name have them.
-- @tparam table form {name=, block=, side=, office=, year=}
-- @treturn {string,...} blocks; not to be changed
function M.beside(form, lexicon)
  if names.read(lexicon, form.name, form.block).single then
    local entry = known.bare(lexicon, form.block, form.office, form.side, form.year)
    return entry and known.blocks(entry) or none
  end
  local entries = known.named(lexicon, form.name)
  if #entries < 2 then return entries[1] and known.blocks(entries[1]) or none end
  local list = {}
  for _, entry in ipairs(entries) do
    for _, block in ipairs(known.blocks(entry)) do list[#list + 1] = block end
  end
  return list
end

return M
