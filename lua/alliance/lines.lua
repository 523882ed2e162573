--- JSON lines: one article a line, as scrapers and data sets hand them over.
local core = require "alliance.core"

local M = {}

local piece = 1 << 16 -- bytes read at a time

local function opened(file)
  if file == "-" then return io.stdin, false end
  if type(file) == "string" then
    if file == "" then return nil, "alliance.lines: an empty path" end
    local handle, message = io.open(file, "rb")
    return handle, handle and true or message
  end
  if io.type(file) == "closed file" then error("alliance.lines: argument 1 (file) is a closed file", 3) end
  local readable = io.type(file) == "file" or type(file) == "table" and type(file.read) == "function"
  if readable then return file, false end
  error(("alliance.lines: argument 1 (file) should be a path or an open file, not a %s"):format(type(file)), 3)
end

-- The next answer of the reader; where the file cannot be read further, that is the last one.
local function step(reader, handle, state)
  while true do
    local n, about, message, id, byte = reader:next()
    if n then
      state.n = n
      return n, about, message, id, byte
    end
    if state.ended then return nil end
    local bytes, problem = handle:read(piece)
    if bytes then
      reader:push(bytes)
    else
      state.ended = true
      if problem then return state.n + 1, nil, "cannot be read: " .. problem end
      reader:push(nil)
    end
  end
end

--- The articles of a file of JSON lines.
-- A line is an object with `text` or `html` and, if known, `id`, `published`, `source`, `url`; every
-- other key is one of the analyst's own (`vars`; lists and objects there stay JSON text). A number
-- given as `id`, `published`, `source` or `url` is taken as written, `null` is as if absent, and of two
-- equal keys the last counts. Blank lines are passed over but counted. A line longer than ALN_LINE_MAX is passed over
-- without being held in memory, and reported.
-- @tparam string|file file a path, `"-"` for standard input, or anything open with `read`
-- @tparam[opt] table options {limit=bytes of one line}
-- @treturn[1] function iterator: `n, about`, ready for `alliance.read(about.text or about.html, about)`;
--   or `n, nil, message, id, byte` for line n that cannot be read (id where it could be, byte of the line)
-- @return[2] nil, message where the file cannot be opened
-- @raise where `file` is no path and no open file
function M.lines(file, options)
  local handle, ours = opened(file)
  if not handle then return nil, ours end
  local reader = core.jsonl(options and options.limit)
  local state = { n = 0 }
  local done = setmetatable({}, { __close = function ()
    reader:close()
    if ours then handle:close() end
  end })
  return function () return step(reader, handle, state) end, nil, nil, done
end

--- One JSON object, over as many lines as it likes.
-- @tparam string text
-- @treturn[1] table about, as `lines` gives it
-- @return[2] nil, message, id, byte
function M.object(text)
  local reader <close> = core.jsonl()
  return reader:object(text)
end

return M
