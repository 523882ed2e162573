--- The lexicon: plain tables of names, phrases and facts, compiled once into what the core matches.
-- A table is a list of rows. A row's list part, `name` and `aliases` are its phrases; every other
-- field is a fact about it. `{"Jan.", "January", number=1}`, `{name="Yonhap", aliases={…}, kind="wire"}`.
-- `triggers` are phrases too (what names an event). `demonyms` make rows of a kind of their own, so that "Korean" is
-- never taken for a place. A phrase may hold `{n}` for any number. `case=true`: only as written, in capitals.
local core = require "alliance.core"

local M = {}

--- The tables that come with the library, in the order in which they are compiled.
M.names = { "months", "weekdays", "abbreviations", "agencies", "bylines", "captions", "furniture", "languages",
  "metadata", "signs", "times", "numbers", "units", "figure_words", "offices", "office_words", "ranks", "honorifics",
  "family_names", "countries", "places", "organisations", "events", "event_words", "tenures", "consultations",
  "consultation_words", "commitments" }

-- The tagger's weights (made by `make tagger`): everything still works without them.
local has_weights, weights = pcall(require, "alliance.lexicon.weights")

local tables_of = setmetatable({}, { __mode = "k" }) -- lexicon -> its tables

local function fact(value)
  if type(value) == "table" then return table.concat(value, ";") end
  return tostring(value)
end

local function sorted_keys(t)
  local keys = {}
  for key in pairs(t) do if type(key) == "string" then keys[#keys + 1] = key end end
  table.sort(keys)
  return keys
end

local not_facts = { aliases = true, triggers = true, demonyms = true, case = true }

-- The family name of a holder of a post, so that "President Yoon" can be looked up: it comes first in these countries.
local family_first = { KR = true, KP = true, CN = true, CFC = true, TW = true, VN = true }

local function family_name(row)
  local words = {}
  for word in row.name:gmatch "%S+" do
    if not word:find "^[JS]r%.?$" and not word:find "^I+V?$" then words[#words + 1] = word end
  end
  return family_first[row.side] and words[1] or words[#words]
end

local function compiled_row(kind, row, where)
  if type(row) == "string" then row = { row } end
  if type(row) ~= "table" then
    error(("%s: a row should be a table or a string, not a %s"):format(where, type(row)), 0)
  end
  local phrases, fields = {}, {}
  if row.name then phrases[1] = row.name end
  for _, phrase in ipairs(row) do phrases[#phrases + 1] = phrase end
  for _, list in ipairs { row.aliases or {}, row.triggers or {} } do
    for _, phrase in ipairs(list) do phrases[#phrases + 1] = phrase end
  end
  for _, phrase in ipairs(phrases) do
    if type(phrase) ~= "string" then
      error(("%s: a phrase should be a string, not a %s"):format(where, type(phrase)), 0)
    end
  end
  if kind == "tenures" then phrases[#phrases + 1] = family_name(row) end
  if not row.name and row[1] then fields.name = row[1] end
  for _, key in ipairs(sorted_keys(row)) do
    if not not_facts[key] then fields[key] = fact(row[key]) end
  end
  return { kind = kind, phrases = phrases, fields = fields, case = row.case and true or false }
end

-- One line a row, fields in order: the text whose hash tells two lexicons apart.
local function canonical(row)
  local parts = { row.kind, row.case and "case" or "", table.concat(row.phrases, "\31") }
  for _, key in ipairs(sorted_keys(row.fields)) do
    parts[#parts + 1] = key .. "=" .. row.fields[key]
  end
  return table.concat(parts, "\30")
end

local function demonym_row(row)
  return { name = row.name, side = row.side, aliases = row.demonyms }
end

local function compile(tables)
  local rows, text = {}, {}
  local function add(kind, row, where)
    local compiled = compiled_row(kind, row, where)
    if kind == "demonyms" then table.remove(compiled.phrases, 1) end -- the country's name is no demonym
    rows[#rows + 1], text[#text + 1] = compiled, canonical(compiled)
  end
  for _, kind in ipairs(sorted_keys(tables)) do
    for i, row in ipairs(tables[kind]) do
      local where = ("lexicon.%s, row %d"):format(kind, i)
      add(kind, row, where)
      if type(row) == "table" and row.demonyms then add("demonyms", demonym_row(row), where) end
    end
  end
  local packed = has_weights and type(weights) == "table" and weights.packed or nil
  local lexicon = core.lexicon(rows, table.concat(text, "\n"), packed)
  tables_of[lexicon] = tables
  return lexicon
end

local function builtin()
  local tables = {}
  for _, name in ipairs(M.names) do tables[name] = require("alliance.lexicon." .. name) end
  return tables
end

local function known(tables, name, what)
  if tables[name] then return end
  error(("alliance.lexicon: %s '%s' is not a table of the lexicon; there are: %s"):format(what, tostring(name),
    table.concat(sorted_keys(tables), ", ")), 3)
end

local default

--- The lexicon that is used when none is named.
function M.default()
  default = default or compile(builtin())
  return default
end

--- The built-in lexicon with the caller's tables added.
-- @tparam[opt] table tables {name={row, …}, …}; a name that is new makes a table of that name
-- @tparam[opt] table options {only={name, …}: these tables replace the built-in ones}
-- @treturn lexicon
-- @raise where a row is not a table or string, or `only` names no table
function M.new(tables, options)
  if not tables then return M.default() end
  local merged = builtin()
  for _, name in ipairs(options and options.only or {}) do
    known(tables, name, "only:")
    merged[name] = {}
  end
  for name, rows in pairs(tables) do
    local all = {}
    for _, row in ipairs(merged[name] or {}) do all[#all + 1] = row end
    for _, row in ipairs(rows) do all[#all + 1] = row end
    merged[name] = all
  end
  return compile(merged)
end

local meta = core.lexicon_meta

function meta.__index(lexicon, key)
  if key == "hash" then return core.lexicon_hash(lexicon) end
  if key == "tables" then return tables_of[lexicon] end
  error(("a lexicon has no field '%s'; it has: hash, tables"):format(tostring(key)), 2)
end

function meta.__tostring(lexicon)
  local parts = {}
  for _, name in ipairs(sorted_keys(tables_of[lexicon])) do
    parts[#parts + 1] = ("%d %s"):format(#tables_of[lexicon][name], name)
  end
  return ("lexicon %s: %s"):format(lexicon.hash:sub(1, 8), table.concat(parts, ", "))
end

return M
