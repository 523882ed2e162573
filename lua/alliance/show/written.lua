--- What a frame is written as, row by row: CSV, JSON, Markdown. In, what show/frame.lua lets see of a frame; out, its
-- methods csv, json and markdown, and what show/exports.lua shares with them.
local cell = require "alliance.show.cell"
local csv = require "alliance.show.csv"
local file = require "alliance.show.file"
local json = require "alliance.show.json"
local markdown = require "alliance.show.markdown"

local M = {}

local function complain(level, message, ...) error(message:format(...), level + 1) end

local places = { "first", "last", "key" } -- what leads back to words that are left out

--- The columns that are written.
-- @tparam table self the insides of a frame
-- @tparam table options text=false leaves columns of words out
-- @treturn {string,...}
function M.exported(self, options)
  local columns, listed, without = {}, {}, false
  for _, name in ipairs(self.base.columns) do
    local words = options.text == false and cell.text_columns[name]
    without, listed[name] = without or words, true
    if not words and not self.base.nested[name] then columns[#columns + 1] = name end
  end
  for _, name in ipairs(without and places or {}) do
    if self.base.index[name] and not listed[name] then columns[#columns + 1] = name end
  end
  return columns
end

--- The arguments of an export; the path may be left out.
-- @treturn[1] string|nil path
-- @treturn[1] table options
-- @raise at the caller of the method, where one is wrong
function M.arguments(method, allowed, path, options)
  if type(path) == "table" and options == nil then path, options = nil, path end
  options = options or {}
  if path ~= nil and type(path) ~= "string" then
    complain(3, "frame:%s: argument 1 (path) should be a string, not a %s", method, type(path))
  end
  if type(options) ~= "table" then
    complain(3, "frame:%s: argument 2 (options) should be a table, not a %s", method, type(options))
  end
  for name in pairs(options) do
    if not allowed:find("%f[%w]" .. tostring(name) .. "%f[%W]") then
      complain(3, "frame:%s: no option '%s'; there are: %s", method, tostring(name), allowed)
    end
  end
  return path, options
end

--- What made the frame, without what only this process can use.
function M.plain_made(self)
  local made = {}
  for name, value in pairs(self.made) do if type(value) ~= "function" then made[name] = value end end
  return made
end

-- What made the frame, for the file beside a CSV.
local function about(self, columns, options)
  local library = self.made.library or require "alliance"._VERSION
  return json.encode { made = M.plain_made(self), columns = columns, rows = self.n, total = self.total,
    library = library, text = options.text ~= false } .. "\n"
end

-- Each takes what frame.lua lets see first.
local methods = {}

--- CSV (RFC 4180, CRLF): a head line and the rows, nothing else. What made them is written to `<path>.meta.json`.
-- nil is an empty field, "" is `""`. Both files appear whole or not at all; old ones stay when writing fails.
-- @tparam[opt] string path without it the text is returned; `.tsv` gives tabs for commas
-- @tparam[opt] table options text=false (no columns of article text: see show/cell.lua), bom=true (a byte order
-- mark, for Excel), safe=true (an apostrophe before texts that begin with = + - @ tab or CR, which a spreadsheet
-- would run), separator= one character
-- @treturn[1] string the text, or the path
-- @return[2] nil, message
function methods.csv(see, f, path, options)
  local self = see.inside(f, "csv")
  path, options = M.arguments("csv", "bom, safe, separator, text", path, options)
  local settings = { bom = options.bom, safe = options.safe, separator = options.separator or csv.separator(path) }
  if type(settings.separator) ~= "string" or not settings.separator:find '^[^"\r\n%w]$' then
    complain(2, "frame:csv: separator should be one character, not a letter, digit, quote or line break")
  end
  local columns = M.exported(self, options)
  local function write(put) csv.write(columns, see.rows_of(self, columns), settings, put) end
  if not path then return file.text(write) end
  local function write_about(put) put(about(self, columns, options)) end
  return file.save({ path, path .. ".meta.json" }, { write, write_about })
end

local function export(see, f, method, format, path, options)
  local self = see.inside(f, method)
  path, options = M.arguments(method, "text", path, options)
  local columns = M.exported(self, options)
  local function write(put) format.write(columns, see.rows_of(self, columns), options, put) end
  if not path then return file.text(write) end
  return file.save({ path }, { write })
end

--- JSON: an array with one object a row and line; nil is left out, integers stay integers.
-- @tparam[opt] string path without it the text is returned
-- @tparam[opt] table options text=false
-- @treturn[1] string the text, or the path
-- @return[2] nil, message
function methods.json(see, f, path, options) return export(see, f, "json", json, path, options) end

--- A table in GitHub's Markdown.
-- @tparam[opt] string path without it the text is returned
-- @tparam[opt] table options text=false
-- @treturn[1] string the text, or the path
-- @return[2] nil, message
function methods.markdown(see, f, path, options) return export(see, f, "markdown", markdown, path, options) end

--- Methods that see into frames, as frames have them.
-- @tparam {[string]=function} list each takes what frame.lua lets see first, which is hidden here
-- @tparam table see
-- @treturn {[string]=function}
function M.bound(list, see)
  local bound = {}
  for name, method in pairs(list) do
    bound[name] = function (...) return method(see, ...) end -- a tail call: errors still point to the caller
  end
  return bound
end

--- The methods.
-- @tparam table see what frame.lua lets see: inside, rows_of
-- @treturn {[string]=function}
function M.methods(see) return M.bound(methods, see) end

return M
