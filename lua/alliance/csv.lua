--- CSV and TSV as they are read (RFC 4180): rows from an open file, one at a time.
-- A field in quotes may hold separators, line breaks and doubled quotes; a quote inside a field that
-- does not begin with one is a letter like others. Lines end in LF or CR LF; empty lines are passed over.
local core = require "alliance.core"

local M = {}

local most_fields = 2000 -- of a row: as many columns as SQLite allows

local unclosed = "a quote that is never closed"
local quote, newline, carriage = ('"'):byte(), ("\n"):byte(), ("\r"):byte()

-- A field in quotes that begins at `at`: its value and the byte behind its closing quote; nil where
-- the text ends before that.
local function quoted(text, at)
  local from, doubled = at + 1, false
  while true do
    local q = text:find('"', from, true)
    if not q then return nil end
    if text:byte(q + 1) ~= quote then
      local value = text:sub(at + 1, q - 1)
      return doubled and value:gsub('""', '"') or value, q + 1
    end
    doubled, from = true, q + 2
  end
end

-- What stands behind a closing quote: "field", "row" (with the byte where the next one begins),
-- "more" bytes are wanted to tell, or nil: a fault.
local function behind(text, at, separator, final)
  local c = text:byte(at)
  if not c then return final and "row" or "more", at end
  if c == separator then return "field", at + 1 end
  if c == newline then return "row", at + 1 end
  if c ~= carriage then return nil end
  if text:byte(at + 1) == newline then return "row", at + 2 end
  if at == #text then return final and "row" or "more", at + 1 end
end

-- A field without quotes: its value, what follows it, and where that begins.
local function bare(text, at, stops, final)
  local stop = text:find(stops, at)
  if not stop and not final then return nil, "more" end
  local value = text:sub(at, (stop or #text + 1) - 1)
  if stop and text:byte(stop) ~= newline then return value, "field", stop + 1 end
  if value:byte(-1) == carriage then value = value:sub(1, -2) end
  return value, "row", (stop or #text) + 1
end

-- One row from byte `at`: fields, next byte | nil, nil: more bytes are wanted | nil, message, byte.
local function row(text, at, format, final)
  local fields, n = {}, 0
  while true do
    local value, follows
    if text:byte(at) == quote then
      value, at = quoted(text, at)
      if not value then return nil, final and unclosed or nil end
      local closing = at
      follows, at = behind(text, at, format.separator, final)
      if not follows then return nil, "a letter behind a closing quote", closing end
    else
      value, follows, at = bare(text, at, format.stops, final)
    end
    if follows == "more" then return nil end
    n = n + 1
    if n > most_fields then return nil, ("a row of more than %d fields"):format(most_fields), at end
    fields[n] = value
    if follows == "row" then return fields, at end
  end
end

local function count_lines(text, from, to)
  local n = 0
  local at = text:find("\n", from, true)
  while at and at <= to do
    n = n + 1
    at = text:find("\n", at + 1, true)
  end
  return n
end

-- Reads on; as much again as is held, so that a long row is not looked at over and over.
local function refill(s)
  local pieces = { s.text:sub(s.at) }
  local wanted = math.max(1 << 16, #pieces[1])
  while wanted > 0 do
    local piece, problem = s.handle:read(wanted)
    s.ended = not piece
    if s.ended then
      s.problem = problem
      break
    end
    pieces[#pieces + 1] = piece
    wanted = wanted - #piece
  end
  s.text, s.at = table.concat(pieces), 1
end

-- What kept the file from being read on, told once.
local function trouble(s)
  local problem = s.problem
  s.problem = nil
  if problem then return s.line, nil, "cannot be read: " .. problem end
end

-- Lets go of the rest of a line that cannot be read, and of what is held of it.
local function pass_over(s)
  local stop = s.text:find("\n", s.at, true)
  while not stop and not s.ended do
    s.text, s.at = "", 1
    refill(s)
    stop = s.text:find("\n", 1, true)
  end
  s.at = (stop or #s.text) + 1
  s.line = s.line + 1
end

local function refused(s, message, byte)
  local line, from = s.line, s.at
  if byte then
    s.line = s.line + count_lines(s.text, from, byte - 1)
    s.at = byte
  end
  pass_over(s)
  return line, nil, message, byte and byte - from + 1
end

local function too_long(s) return ("a row of more than %d bytes (ALN_LINE_MAX)"):format(s.limit) end

local function next_row(s)
  while true do
    if s.at > #s.text and s.ended then return trouble(s) end
    local fields, after, byte = row(s.text, s.at, s.format, s.ended)
    if fields then
      local line, from = s.line, s.at
      s.line = line + math.max(1, count_lines(s.text, from, after - 1))
      s.at = after
      if after - from > s.limit + 2 then return line, nil, too_long(s) end
      if #fields > 1 or fields[1] ~= "" then return line, fields end
    elseif after == unclosed then -- all that is left stands in it
      s.at = #s.text + 1
      return s.line, nil, unclosed, 1
    elseif after then
      return refused(s, after, byte)
    elseif #s.text - s.at >= s.limit then
      return refused(s, too_long(s))
    else
      refill(s)
    end
  end
end

--- The rows of an open file.
-- @tparam file handle anything with `read`
-- @tparam[opt] table options {separator="," or "\t", limit=bytes of one row}
-- @treturn function iterator: `line, fields` (a list of strings) or `line, nil, message, byte` for a row
--   that cannot be read; line is where the row begins, byte is counted from there
function M.rows(handle, options)
  local separator = options and options.separator or ","
  local s = { handle = handle, text = "", at = 1, line = 1, ended = false,
    limit = options and options.limit or core.limits.line,
    format = { separator = separator:byte(), stops = ("[%s\n]"):format(separator) } }
  refill(s)
  if s.text:sub(1, 3) == "\xEF\xBB\xBF" then s.at = 4 end
  return function () return next_row(s) end
end

local function named(fields, names)
  if #fields ~= #names then
    return nil, ("a row of %d field%s under %d column names"):format(#fields, #fields == 1 and "" or "s", #names)
  end
  local record = {}
  for i, value in ipairs(fields) do
    if names[i] ~= "" and value ~= "" then record[names[i]] = value end -- a column without a name is nobody's
  end
  return record
end

local function faulty(names)
  local seen = {}
  for _, name in ipairs(names) do
    if name ~= "" and seen[name] then return ("two columns are named '%s'"):format(name) end
    seen[name] = true
  end
  if seen.text or seen.html then return nil end
  return ("no column is named 'text' or 'html'; there are: %s"):format(table.concat(names, ", "))
end

--- The rows of an open file by the names of its first row; empty cells are absent.
-- @tparam file handle
-- @tparam[opt] table options as for `rows`
-- @treturn function iterator: `line, record` ({name=text, …}) or `line, nil, message, id, byte`; a first
--   row without a `text` or `html` column, or with a name twice, is the only answer
function M.records(handle, options)
  local rows = M.rows(handle, options)
  local names, ended
  return function ()
    if ended then return nil end
    local line, fields, message, byte = rows()
    if fields and not names then
      names, message = fields, faulty(fields)
      ended = message ~= nil
      if message then return line, nil, message end
      line, fields, message, byte = rows()
    end
    if not line then return nil end
    if not names then ended = true end -- without its first row nothing of it can be told
    if not fields then return line, nil, message, nil, byte end
    local record
    record, message = named(fields, names)
    return line, record, message
  end
end

return M
