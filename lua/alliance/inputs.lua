--- Inputs: what an analyst wants added, as a list of things that can each be read.
-- An input is a file, an article table, or an open file of JSON lines. What cannot be one is in the
-- list too, with `refused` saying why: nothing that was asked for is passed over in silence.
local core = require "alliance.core"
local csv = require "alliance.csv"
local lines = require "alliance.lines"

local M = {}

-- -- what was asked for -> a list of inputs --------------------------------------------------------

local gather

local function refuse(list, path, reason) list[#list + 1] = { path = path, refused = reason } end

local function joined(folder, name) return (folder:gsub("/+$", "")) .. "/" .. name end

local function gather_folder(list, path, key, seen, depth)
  local before = seen[key]
  if before and path:sub(1, #before + 1) == before .. "/" then
    return refuse(list, path, "a loop of folders: the same folder as " .. before)
  elseif before then
    return refuse(list, path, "the same folder as " .. before .. ", which is in the list already")
  end
  if depth > core.limits.folder_depth then
    return refuse(list, path, ("folders nested more than %d deep (ALN_FOLDER_DEPTH)"):format(core.limits.folder_depth))
  end
  seen[key] = path
  local names, message = core.list(path)
  if not names then return refuse(list, path, "the folder cannot be read: " .. message) end
  local count = #list
  for _, name in ipairs(names) do
    if name:sub(1, 1) ~= "." then gather(list, joined(path, name), seen, depth + 1) end
  end
  if #list == count then refuse(list, path, "a folder with no file in it") end
end

function gather(list, path, seen, depth)
  local kind, size, key = core.stat(path)
  if not kind then return refuse(list, path, size) end
  if kind == "folder" then return gather_folder(list, path, key, seen, depth) end
  if kind == "other" then return refuse(list, path, "neither a file nor a folder") end
  list[#list + 1] = { path = path, size = size }
end

local function gather_text(list, text, seen)
  if text == "" then return refuse(list, text, "an empty path") end
  if core.stat(text) or not text:find("[*?%[]") then return gather(list, text, seen, 1) end
  local paths, message = core.glob(text)
  if not paths then return refuse(list, text, message) end
  if #paths == 0 then return refuse(list, text, "no file has a name like this") end
  for _, path in ipairs(paths) do gather(list, path, seen, 1) end
end

local function is_handle(what)
  return io.type(what) == "file" or type(what) == "table" and type(what.read) == "function"
end

local function gather_any(list, what, seen, depth)
  if depth > core.limits.folder_depth then error("set:add: lists nested too deep", 0) end
  if type(what) == "string" then return gather_text(list, what, seen) end
  if is_handle(what) then
    list[#list + 1] = { handle = what, many = true }
  elseif io.type(what) == "closed file" then
    error("set:add: a closed file", 0)
  elseif type(what) ~= "table" then
    error(("set:add: argument 1 (what) should be a path, an open file, an article table or a list of them, not a %s")
      :format(type(what)), 0)
  elseif what[1] ~= nil or next(what) == nil then
    for _, one in ipairs(what) do gather_any(list, one, seen, depth + 1) end
  else
    list[#list + 1] = { record = what, size = type(what.text) == "string" and #what.text or 0 }
  end
end

--- Everything that `what` stands for, in order; folders sorted by name, hidden files left out.
-- @param what a path, folder, glob, article table, open file, or a list of them
-- @treturn {input,...} {path=, size=bytes} | {record=, size=} | {handle=} | {path=, refused=reason}
-- @raise where it is, or holds, something else
function M.gather(what)
  local list = {}
  gather_any(list, what, {}, 1)
  return list
end

-- -- what a file is --------------------------------------------------------------------------------

local foreign = { -- how files begin that hold no article as they are
  { "^\x1F\x8B", "compressed with gzip; unpack it first (gunzip)" },
  { "^BZh%d", "compressed with bzip2; unpack it first (bunzip2)" },
  { "^\xFD7zXZ", "compressed with xz; unpack it first (unxz)" },
  { "^\x28\xB5\x2F\xFD", "compressed with zstd; unpack it first (unzstd)" },
  { "^PK\3\4", "an archive or office document (ZIP); unpack it or save it as text first" },
  { "^%%PDF%-", "a PDF; save it as text first (pdftotext)" },
  { "^SQLite format 3\0", "an SQLite file; a set is opened with alliance.open" },
  { "^WARC/%d", "a web archive (WARC), which this version does not read yet" },
}

local names = { jsonl = "lines", ndjson = "lines", csv = "csv", tsv = "tsv", tab = "tsv", html = "html", htm = "html",
  xhtml = "html" }

local function extension(path) return (path:match("%.([^./]+)$") or ""):lower() end

-- By content first, then by name: "text", "lines", "json", "csv", "tsv", "html"; or nil, reason.
local function format_of(path, head)
  for _, kind in ipairs(foreign) do
    if head:find(kind[1]) then return nil, kind[2] end
  end
  local format = names[extension(path)]
  local start = head:gsub("^\xEF\xBB\xBF", "")
  if start:find('^%s*{%s*["}]') then return format == "lines" and format or "json" end
  if start:find("^%s*%[%s*{") then return nil, "one JSON list; JSON lines (one object a line) are read" end
  if extension(path) == "json" then return "json" end
  return format or "text"
end

local function limited(message, code, name) return code == "ELIMIT" and ("%s (%s)"):format(message, name) or message end

-- An iterator over one answer: line, about | line, nil, message, id, byte.
local function once(...)
  local answer = table.pack(...)
  return function ()
    local now = answer
    answer = nil
    if now then return table.unpack(now, 1, now.n) end
  end
end

local known = { "text", "html", "id", "published", "source", "url" }
local is_known = { vars = true }
for _, name in ipairs(known) do is_known[name] = true end

local function as_text(value)
  if type(value) == "number" then return tostring(value) end
  return type(value) == "string" and core.mend_utf8(value) or nil
end

--- An article table or a row of CSV as what is known about an article.
-- @tparam table record {text= or html=, id=, published=, source=, url=, vars={…}, …}; other keys go to vars
-- @treturn[1] table about, as JSON lines give it
-- @return[2] nil, message, id
function M.about(record)
  local about = { text = record.text, html = record.html, vars = {} }
  local id = as_text(record.id)
  if type(record.vars or {}) ~= "table" then
    return nil, ("'vars' should be a table, not a %s"):format(type(record.vars)), id
  end
  for name, value in pairs(record) do
    if not is_known[name] then about.vars[as_text(name) or ""] = value end
  end
  for name, value in pairs(record.vars or {}) do about.vars[as_text(name) or ""] = value end
  for name, value in pairs(about.vars) do
    if type(value) == "string" then about.vars[name] = core.mend_utf8(value) end
  end
  for i, name in ipairs(known) do
    local value = record[name]
    if i > 2 then about[name] = as_text(value) end
    if value ~= nil and (about[name] == nil or i <= 2 and type(value) ~= "string") then
      return nil, ("'%s' should be a string, not a %s"):format(name, type(value)), id
    end
  end
  if not about.text and not about.html then return nil, "neither 'text' nor 'html' in it", id end
  about.format = not about.text and "html" or nil
  return about
end

local function read_record(record, line) return once(line or false, M.about(record)) end

local function read_text(input)
  local text, message, code = core.read_file(input.path, core.limits.article)
  if not text then return once(false, nil, limited(message, code, "ALN_ARTICLE_MAX")) end
  return once(false, { text = text, vars = {} })
end

-- Rows of CSV as `about` tables.
local function read_rows(handle, separator)
  local records = csv.records(handle, { separator = separator })
  return function ()
    local line, record, message, id, byte = records()
    if not record then return line, nil, message, id, byte end
    local about
    about, message, id = M.about(record)
    return line, about, message, id
  end
end

local function read_lines(input, handle)
  local answers, _, _, reader = lines.lines(handle)
  input.reader = reader
  return answers
end

local function read_many(input, handle, format)
  input.many = true
  if format == "lines" then return read_lines(input, handle) end
  return read_rows(handle, format == "tsv" and "\t" or ",")
end

-- One object over many lines, or one a line: told by what stands behind the first line.
local function read_json(input, handle)
  if input.size > core.limits.line then return read_many(input, handle, "lines") end
  local text, message = core.read_file(input.path, core.limits.line)
  if not text then return once(false, nil, message) end
  local stop = text:find("\n", 1, true)
  if stop and text:find("^%s*{", stop + 1) and text:sub(1, stop):find("}%s*$") then
    return read_many(input, handle, "lines")
  end
  return once(false, lines.object(text))
end

local function read_file(input, handle)
  local head, problem = handle:read(4096)
  if problem then return once(false, nil, problem) end
  local format, reason = format_of(input.path, head or "")
  handle:seek("set")
  if not format then return once(false, nil, reason) end
  if format == "html" then return once(false, nil, "a page of HTML, which this version does not read yet") end
  if format == "text" then return read_text(input) end
  if format == "json" then return read_json(input, handle) end
  return read_many(input, handle, format)
end

--- Opens an input and tells what it is.
-- @tparam table input of `gather`; `many` is set where it can hold more than one article
-- @treturn function iterator: `line, about` or `line, nil, message, id, byte`; line is false where there are none
function M.open(input)
  if input.refused then return once(false, nil, input.refused) end
  if input.record then return read_record(input.record) end
  if input.handle then return read_lines(input, input.handle) end
  local handle, message = io.open(input.path, "rb")
  if not handle then return once(false, nil, message) end
  input.file = handle
  return read_file(input, handle)
end

--- Bytes of a file of many articles that are read so far.
function M.position(input) return input.file and input.many and input.file:seek() or 0 end

--- Gives back what `open` took; an open file of the caller's stays open.
function M.close(input)
  if input.reader then getmetatable(input.reader).__close(input.reader) end
  if input.file then input.file:close() end
  input.reader, input.file = nil, nil
end

return M
