--- What an article's fields print: in, the plain tables that a field holds; out, the same tables, which now print as
-- an aligned table (a list of items), as a record (one item), or as text (a list of texts). They stay plain otherwise.
-- The core gives what it makes these metatables as it makes it.
local core = require "alliance.core"
local cell = require "alliance.show.cell"
local table_of = require "alliance.show.table"

local M = {}
local list_meta, item_meta = core.items_meta, core.item_meta

-- Names in the order of reading; those that are not here follow by the alphabet, and then those at the end.
local before, behind = {}, {}
local function rank(names, ranks, from)
  local i = from
  for name in names:gmatch "%S+" do ranks[name], i = i, i + 1 end
end
rank([[kind name speaker text side office rank offices value high hedge unit of type mod place date agency earliest
  latest how says bound grade evidence conflicts reason credit stands_for spans]], before, 1)
rank("rule first last block raw", behind, 1000)

local function order_of(name) return before[name] or behind[name] or 500 end

local function in_order(a, b)
  if order_of(a) ~= order_of(b) then return order_of(a) < order_of(b) end
  return a < b
end

-- What a nested item is called, if it has a name at all.
local function called(item) return item.name or item.office or item.says or item.text end

-- A list inside an item: the names of what is in it, or how many there are.
local function inner(list)
  local names = {}
  for i, value in ipairs(list) do
    names[i] = type(value) ~= "table" and tostring(value) or called(value)
    if not names[i] then return #list end
  end
  return #names > 0 and table.concat(names, "; ") or nil
end

-- A value for the eye: what is false or empty is not worth a word.
local function shown(item, name)
  local value = item[name]
  if value == false then return nil end
  if type(value) ~= "table" then return value end
  if name == "raw" then return ("%d-%d"):format(value[1], value[2]) end
  local text = inner(value)
  if name == "offices" and text == item.office then return nil end
  return text
end

local view = { __index = function (row, name) return shown(row[1], name) end }
local function viewed(item) return setmetatable({ item }, view) end

-- The names that have something to show in any of the items.
local function names_of(items)
  local seen, names = {}, {}
  for i = 1, math.min(#items, table_of.rows) do
    for name in pairs(items[i]) do
      if not seen[name] and shown(items[i], name) ~= nil then seen[name], names[#names + 1] = true, name end
    end
  end
  table.sort(names, in_order)
  return names
end

local function long(texts)
  for _, text in ipairs(texts) do if #text > 60 then return true end end
end

function list_meta.__tostring(list)
  if #list == 0 then return "none" end
  if type(list[1]) ~= "table" then
    if long(list) then return table.concat(list, "\n\n") end
    return cell.list(list)
  end
  local rows = {}
  for i, item in ipairs(list) do rows[i] = viewed(item) end
  return table_of.render(rows, names_of(list), {})
end

function item_meta.__tostring(item)
  local names = names_of { item }
  return #names > 0 and table_of.record(viewed(item), names) or "none"
end

--- Whether this is such a table: plain data, although it prints itself.
function M.is(value)
  local meta = getmetatable(value)
  return meta == list_meta or meta == item_meta
end

return M
