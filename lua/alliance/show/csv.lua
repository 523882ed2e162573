--- CSV as RFC 4180 has it: lines end in CRLF, the first names the columns, a field with a separator, quote
-- or line break stands in quotes, a quote in it is doubled. Besides, so that a file gives back what was
-- written: nil is an empty field and "" is `""`; a text that would read as a number or a truth value
-- stands in quotes.
local cell = require "alliance.show.cell"

local M = {}

--- The value of a field without quotes: nil where it is empty, a number or truth value where that is
-- written with the very same characters, else the text. So "007", "1e5" and "1.50" stay texts.
-- @tparam string field
function M.value(field)
  if field == "" then return nil end
  if field == "true" or field == "false" then return field == "true" end
  if not field:find "^%-?%d[%d.e+-]*$" then return field end
  local number = tonumber(field)
  return number and cell.number(number) == field and number or field
end

--- The separator of a file: a tab for `.tsv`, else a comma.
function M.separator(path) return path and path:lower():find "%.tsv$" and "\t" or "," end

local function quoted(text) return '"' .. text:gsub('"', '""') .. '"' end

local function is_blank(byte) return byte == 32 or byte == 9 end

local function needs_quotes(text, separator)
  local first = text:byte()
  if first == nil or is_blank(first) or is_blank(text:byte(-1)) then return true end
  if text:find '["\r\n]' or text:find(separator, 1, true) then return true end
  return M.value(text) ~= text
end

local function field_of(value, separator, safe)
  local text, kind = cell.text(value), type(value)
  if kind ~= "string" and kind ~= "table" then return text end
  if safe and text:find "^[=+%-@\t\r]" then text = "'" .. text end
  return needs_quotes(text, separator) and quoted(text) or text
end

--- Writes a frame.
-- @tparam {string,...} columns
-- @tparam function rows gives an iterator of rows, each a list of values
-- @tparam table options separator=, bom=, safe=
-- @tparam function put
function M.write(columns, rows, options, put)
  local separator = options.separator or ","
  local fields = {}
  local function line(values)
    for i = 1, #columns do fields[i] = field_of(values[i], separator, options.safe) end
    put(table.concat(fields, separator) .. "\r\n")
  end
  if options.bom then put "\u{FEFF}" end
  if #columns == 0 then return end
  line(columns)
  for values in rows() do line(values) end
end

local function line_of(text, at)
  local _, breaks = text:sub(1, at - 1):gsub("\r?\n", "")
  return breaks + 1
end

-- The field that opens with the quote at `at`: its text and where it ends; nil where it never does.
local function quoted_field(text, at)
  local parts, from = {}, at + 1
  while true do
    local quote = text:find('"', from, true)
    if not quote then return nil end
    if text:byte(quote + 1) ~= 34 then
      parts[#parts + 1] = text:sub(from, quote - 1)
      return table.concat(parts), quote + 1
    end
    parts[#parts + 1] = text:sub(from, quote)
    from = quote + 2
  end
end

-- One field from `at` on: its value, whether it stood in quotes, and the place behind it.
local function next_field(text, at, stop)
  if text:byte(at) ~= 34 then
    local after = text:find(stop, at) or #text + 1
    return text:sub(at, after - 1), false, after
  end
  local field, after = quoted_field(text, at)
  if not field then return nil, ("line %d: a quote is opened and never closed"):format(line_of(text, at)) end
  if after <= #text and not text:find("^" .. stop, after) then
    return nil, ("line %d: text behind a closing quote"):format(line_of(text, after))
  end
  return field, true, after
end

-- Past a line end (CRLF, LF or CR).
local function past_break(text, at)
  return text:sub(at, at + 1) == "\r\n" and at + 2 or at + 1
end

--- Reads a whole text. A row is a list with its number of fields in `n`.
-- @tparam string text with or without a byte order mark; lines end in CRLF, LF or CR
-- @tparam[opt=","] string separator one character
-- @tparam[opt] function value value(field, record): what to make of a field without quotes; without it an
-- empty one is nil
-- @treturn[1] {{string,...,n=integer},...}
-- @return[2] nil, message with the line
function M.parse(text, separator, value)
  separator = separator or ","
  value = value or function (field) return field ~= "" and field or nil end
  local stop = ("[%s\r\n]"):format(separator:gsub("%p", "%%%0"))
  local at = text:find "^\u{FEFF}" and 4 or 1
  local rows, row = {}, { n = 0 }
  while at <= #text or row.n > 0 do
    local field, in_quotes, after = next_field(text, at, stop)
    if not field then return nil, in_quotes end
    row.n = row.n + 1
    if in_quotes then row[row.n] = field else row[row.n] = value(field, #rows + 1) end
    at = after + 1
    if text:sub(after, after) ~= separator then
      rows[#rows + 1], row, at = row, { n = 0 }, past_break(text, after)
    end
  end
  return rows
end

-- A name for every column: an empty one has its number, one that is there already too.
local function column_names(head)
  local names, seen = {}, {}
  for i = 1, head.n do
    local name = head[i] or tostring(i)
    while seen[name] do name = ("%s_%d"):format(name, i) end
    names[i], seen[name] = name, true
  end
  return names
end

--- Columns and rows of a text with a head line, types restored.
-- @tparam string text
-- @tparam[opt] string separator
-- @treturn[1] {string,...} column names
-- @treturn[1] {table,...} rows
-- @return[2] nil, message
function M.read(text, separator)
  local rows, message = M.parse(text, separator, function (field, record)
    if record == 1 then return field ~= "" and field or nil end
    return M.value(field)
  end)
  if not rows then return nil, message end
  if not rows[1] then return {}, {} end
  local names, kept = column_names(rows[1]), {}
  for i = 2, #rows do
    local row = rows[i]
    local blank = row.n == 1 and row[1] == nil and #names > 1
    if not blank and row.n ~= #names then
      return nil, ("record %d has %d fields, the head has %d"):format(i, row.n, #names)
    end
    if not blank then kept[#kept + 1] = row end
    row.n = nil -- a column may have that name
  end
  return names, kept
end

return M
