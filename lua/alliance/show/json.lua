--- JSON (RFC 8259): always valid UTF-8, integers stay integers, keys in a fixed order.
local cell = require "alliance.show.cell"
local core = require "alliance.core"
local fields = require "alliance.show.values"

local M = {}

local DEPTH = 64 -- lists and objects in each other

local escapes = { ['"'] = '\\"', ["\\"] = "\\\\", ["\b"] = "\\b", ["\f"] = "\\f", ["\n"] = "\\n", ["\r"] = "\\r",
  ["\t"] = "\\t" }

local function escape(c) return escapes[c] or ("\\u%04x"):format(c:byte()) end

-- Every byte that is not UTF-8 as U+FFFD.
local function valid(text)
  local _, bad = utf8.len(text)
  if not bad then return text end
  local parts, from = {}, 1
  while bad do
    parts[#parts + 1] = text:sub(from, bad - 1) .. "\u{FFFD}"
    from = bad + 1
    _, bad = utf8.len(text, from)
  end
  parts[#parts + 1] = text:sub(from)
  return table.concat(parts)
end

--- A text as a JSON string.
-- @tparam string text
-- @treturn string
function M.string(text)
  text = valid(text)
  if text:find '[\0-\31"\\]' then text = text:gsub('[\0-\31"\\]', escape) end
  return '"' .. text .. '"'
end

local function is_list(t)
  local n = 0
  for _ in pairs(t) do n = n + 1 end
  return n == #t
end

local encode

local function encode_list(list, depth)
  local parts = {}
  for i, item in ipairs(list) do parts[i] = encode(item, depth + 1) end
  return "[" .. table.concat(parts, ",") .. "]"
end

local function encode_object(object, depth)
  local keys, parts, values = {}, {}, {}
  for key, value in pairs(object) do
    keys[#keys + 1] = tostring(key)
    values[tostring(key)] = value
  end
  table.sort(keys)
  for i, key in ipairs(keys) do parts[i] = M.string(key) .. ":" .. encode(values[key], depth + 1) end
  return "{" .. table.concat(parts, ",") .. "}"
end

-- What prints itself (a selection, a lexicon) is its text; an article's field is what it holds.
local function prints_itself(value)
  local meta = getmetatable(value)
  return type(meta) == "table" and meta.__tostring and not fields.is(value)
end

function encode(value, depth)
  local kind = type(value)
  if kind == "string" then return M.string(value) end
  if kind == "number" then
    local finite = value == value and value ~= math.huge and value ~= -math.huge
    return finite and cell.number(value) or "null"
  end
  if kind == "boolean" then return tostring(value) end
  if kind == "nil" then return "null" end
  if getmetatable(value) == core.list_meta then return encode_list(value, depth) end
  if kind ~= "table" or prints_itself(value) then return M.string(tostring(value)) end
  if depth >= DEPTH then error("json: lists and objects nest deeper than " .. DEPTH, 0) end
  return (is_list(value) and encode_list or encode_object)(value, depth)
end

--- Any value as JSON. An empty table is `[]`; keys stand in the order of their bytes; what JSON has no
-- word for (functions, objects) is its printed text, and a number that is none is null.
-- @param value
-- @treturn string
-- @raise where tables nest deeper than 64
function M.encode(value) return encode(value, 0) end

-- One row as an object; nil, and a number that is none, are left out.
local function object(values, keys)
  local parts = {}
  for i = 1, #keys do
    local value = values[i]
    local text = value ~= nil and M.encode(value) or "null"
    if text ~= "null" then parts[#parts + 1] = keys[i] .. text end
  end
  return "{" .. table.concat(parts, ",") .. "}"
end

--- Writes a frame: an array with one object a line.
-- @tparam {string,...} columns
-- @tparam function rows gives an iterator of rows, each a list of values
-- @tparam table _ options (none)
-- @tparam function put
function M.write(columns, rows, _, put)
  local keys, before = {}, "[\n"
  for i, name in ipairs(columns) do keys[i] = M.string(name) .. ":" end
  for values in rows() do
    put(before .. object(values, keys))
    before = ",\n"
  end
  put(before == "[\n" and "[]\n" or "\n]\n")
end

return M
