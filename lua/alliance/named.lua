--- What filters of who and what is named may be spelled like: a value -> all the spellings it stands for.
local core = require "alliance.core"
local known = require "alliance.join.known"
local posts = require "alliance.posts"

local M = {}

local indexes = setmetatable({}, { __mode = "k" }) -- lexicon -> name or alias, folded -> names

local function add(list, seen, value)
  if value and value ~= "" and not seen[value] then
    list[#list + 1] = value
    seen[value] = true
  end
end

local function title(text)
  return (text:gsub("(%f[^%s\0-])(%l)", function (before, letter) return before .. letter:upper() end))
end

-- "Suk-yeol", "Suk Yeol", "Sukyeol".
local function add_spellings(list, seen, name)
  add(list, seen, name)
  if name == core.fold(name) then add(list, seen, title(name)) end
  add(list, seen, (name:gsub("(%a)%-(%a)", function (a, b) return a .. " " .. b:upper() end)))
  add(list, seen, (name:gsub("(%a)%-(%a)", function (a, b) return a .. b:lower() end)))
  local family, first, second = name:match "^(%S+) (%u%l+) (%u%l+)$"
  if family then
    add(list, seen, ("%s %s-%s"):format(family, first, second:lower()))
    add(list, seen, ("%s %s-%s"):format(family, first, second))
    add(list, seen, family .. " " .. first .. second:lower())
  end
end

--- Spellings of a person: as given, with hyphens or without, those of the lexicon; a family name alone, folded.
function M.person(lexicon, name)
  local list, seen = {}, {}
  add_spellings(list, seen, name)
  for _, entry in ipairs(known.named(lexicon, name)) do
    for _, row in ipairs(entry.rows) do
      add(list, seen, row.name)
      for _, alias in ipairs(row.aliases or {}) do add(list, seen, alias) end
    end
  end
  if not name:find "%s" then add(list, seen, core.fold(name)) end
  return list
end

local function names_of(lexicon)
  if indexes[lexicon] then return indexes[lexicon] end
  local index = {}
  for _, kind in ipairs { "organisations", "places", "countries", "agencies" } do
    for _, row in ipairs(lexicon.tables[kind] or {}) do
      local name = type(row) == "table" and (row.name or row[1])
      for _, spelling in ipairs(name and { name, table.unpack(row.aliases or {}) } or {}) do
        local folded = core.fold(spelling)
        index[folded] = index[folded] or {}
        table.insert(index[folded], name)
      end
    end
  end
  indexes[lexicon] = index
  return index
end

--- Spellings of anybody or anything: a person's, and what the lexicon calls the body or place of that name.
function M.anything(lexicon, name)
  local list = M.person(lexicon, name)
  local seen = {}
  for _, value in ipairs(list) do seen[value] = true end
  for _, value in ipairs(names_of(lexicon)[core.fold(name)] or {}) do add(list, seen, value) end
  return list
end

--- A name, and what the lexicon's bodies of that name are called ("NATO": the longer one too), as the core reads @.
function M.names_with(lexicon, name)
  local list, seen = {}, {}
  add(list, seen, name)
  for _, row in ipairs(lexicon.tables.organisations or {}) do
    for _, spelling in ipairs(type(row) == "table" and { row.name or row[1], table.unpack(row.aliases or {}) } or {}) do
      if spelling == name then add(list, seen, row.name or row[1]) end
    end
  end
  return list
end

local sides = setmetatable({}, { __mode = "k" }) -- lexicon -> code, country's name or body's short name, folded -> code

local function sides_of(lexicon)
  if sides[lexicon] then return sides[lexicon] end
  local index = {}
  for _, row in ipairs(lexicon.tables.countries or {}) do
    if type(row) == "table" and row.side then
      for _, name in ipairs { row.side, row.name or row[1], table.unpack(row.aliases or {}) } do
        index[core.fold(name)] = row.side
      end
    end
  end
  for _, kind in ipairs { "organisations", "events" } do
    for _, row in ipairs(lexicon.tables[kind] or {}) do
      local code = type(row) == "table" and row.side
      if code and not index[core.fold(code)] then index[core.fold(code)] = code end
    end
  end
  sides[lexicon] = index
  return index
end

--- The code of a side by its code in any letters, or a country's name; nil where it is none. What is written as a code
-- is (short names of bodies need not be in the lexicon).
function M.side(lexicon, text)
  local known_as = sides_of(lexicon)[core.fold(text)]
  return known_as or text:match "^%u[%u%d&-]+$"
end

--- Names of the posts that words can mean.
function M.office(lexicon, words)
  local list = {}
  for _, name in pairs(posts.names(lexicon, words)) do list[#list + 1] = name end
  table.sort(list)
  return list
end

return M
