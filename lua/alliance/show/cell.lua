--- One cell as text, the same in tables, CSV and Markdown.
local M = {}

--- Columns that hold the words of articles: what an export with `text=false` leaves out. Ids, days,
-- sources, names, counts, hashes and positions stay.
M.text_columns = {}
for name in ([[text sentence sentences headline subhead caption paragraph body snippet left match right
  said quote context evidence]]):gmatch "%S+" do
  M.text_columns[name] = true
end

local precisions = { "%.15g", "%.16g", "%.17g" }

--- A number in the fewest digits that give the same number back; a float always has a "." or an "e".
-- @tparam number x
-- @treturn string "12", "0.1", "3.0", "1e+20", "inf", "-inf", "nan"
function M.number(x)
  if math.type(x) == "integer" then return ("%d"):format(x) end
  if x ~= x then return "nan" end
  if x == math.huge or x == -math.huge then return x > 0 and "inf" or "-inf" end
  local text
  for _, digits in ipairs(precisions) do
    text = digits:format(x)
    if tonumber(text) == x then break end
  end
  text = text:gsub(",", ".") -- whatever the locale
  return text:find "[.e]" and text or text .. ".0"
end

-- Six digits are enough for the eye.
local function short_number(x)
  if math.type(x) == "integer" or x ~= x or math.abs(x) == math.huge then return M.number(x) end
  local size = math.abs(x)
  if size >= 1e5 and size < 1e15 then return ("%.0f"):format(x) end
  return (("%.6g"):format(x):gsub(",", "."))
end

--- Whether a cell is a frame (the `rows` of a group).
function M.is_frame(value)
  local meta = type(value) == "table" and getmetatable(value)
  return meta and meta.__name == "alliance.frame" or false
end

--- A list as it prints.
-- @tparam {string,...} list
-- @treturn string "a; b"
function M.list(list)
  local parts = {}
  for i, item in ipairs(list) do parts[i] = tostring(item) end
  return table.concat(parts, "; ")
end

--- A cell's text; nil is the empty text.
-- @param value nil, number, boolean, string or list
-- @treturn string
function M.text(value)
  local kind = type(value)
  if kind == "string" then return value end
  if kind == "nil" then return "" end
  if kind == "number" then return M.number(value) end
  if M.is_frame(value) then return #value == 1 and "1 row" or ("%d rows"):format(#value) end
  if kind == "table" then return M.list(value) end
  return tostring(value)
end

--- A cell's text for the eye: as `text`, floats in six digits.
-- @param value
-- @tparam[opt] integer decimals of all floats of a column, from `decimals`
function M.shown(value, decimals)
  if decimals and math.type(value) == "float" then
    return ((("%%.%df"):format(decimals)):format(value):gsub(",", ".")) -- whatever the locale
  end
  if type(value) == "number" then return short_number(value) end
  return M.text(value)
end

--- How many decimals all floats of a column are shown with, so that their points stand in one line and the largest has
-- four digits; nil where each is shown as it is: mostly whole numbers are quantities, not measures.
-- @tparam frame|table rows
-- @tparam string name
-- @tparam integer n rows that are looked at
function M.decimals(rows, name, n)
  local most, parts = 0, 0
  for i = 1, n do
    local value = rows[i][name]
    if math.type(value) == "float" and value ~= 0 then
      if value ~= value or math.abs(value) >= 1e6 then return nil end
      parts = parts + (math.tointeger(value) and -1 or 1)
      most = math.max(most, math.abs(value))
    end
  end
  if most == 0 or parts < 0 then return nil end
  local before = most < 1 and 0 or #("%d"):format(most // 1 | 0)
  return math.max(1, 4 - before)
end

--- What a chart calls a cell: nil is a name too.
function M.name(value) return value ~= nil and value ~= "" and M.shown(value) or "(none)" end

return M
