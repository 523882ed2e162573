--- The lexicon: plain tables of names, phrases and facts, compiled once into what the core matches.
-- A table is a list of rows. A row's list part, `name` and `aliases` are its phrases; every other
-- field is a fact about it. `{"Jan.", "January", number=1}`, `{name="Yonhap", aliases={…}, kind="wire"}`.
-- `triggers` are phrases too (what names an event). `demonyms` make rows of a kind of their own, so that "Korean" is
-- never taken for a place. A phrase may hold `{n}` for any number. `case=true`: only as written, in capitals.
local core = require "alliance.core"

local M = {}

--- The tables that come with the library, in the order in which they are compiled.
M.names = { "months", "weekdays", "abbreviations", "agencies", "bylines", "captions", "furniture", "languages",
  "metadata", "signs", "times", "numbers", "units", "figure_words", "offices", "office_words", "ranks",
  "honorifics", "family_names", "name_words", "glue", "countries", "places", "organisations", "events", "gatherings",
  "turns", "event_words", "tenures", "births", "speech", "consultations", "consultation_words", "commitments", "topics",
  "romanisation", "given_names" }

-- The tagger's weights (made by `make tagger`): everything still works without them.
local has_weights, weights = pcall(require, "alliance.lexicon.weights")

local tables_of = setmetatable({}, { __mode = "k" }) -- lexicon -> its tables; none for those of the built-in one

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

local not_facts = { aliases = true, triggers = true, demonyms = true, plurals = true, case = true }

-- The family name of a holder of a post, so that "President Yoon" can be looked up: it comes first in these countries.
local family_first = { KR = true, KP = true, CN = true, CFC = true, TW = true, VN = true }

local function family_name(row, i)
  if type(row.name) ~= "string" or type(row.office) ~= "string" or type(row.side) ~= "string" then
    error(("lexicon.tenures, row %d: wants texts in name, office and side"):format(i), 0)
  end
  local words = {}
  for word in row.name:gmatch "%S+" do
    if not word:find "^[JS]r%.?$" and not word:find "^I+V?$" then words[#words + 1] = word end
  end
  return family_first[row.side] and words[1] or words[#words]
end

local function complain(kind, i, what, value)
  error(("lexicon.%s, row %d: %s, not a %s"):format(kind, i, what, type(value)), 0)
end

local function add_phrases(phrases, list, kind, i)
  for _, phrase in ipairs(list) do
    if type(phrase) ~= "string" then complain(kind, i, "a phrase should be a string", phrase) end
    phrases[#phrases + 1] = phrase
  end
end

-- Short names that are also written with stops, or in full: a phrase that holds one is known in all spellings.
local spellings = { { "US", "U.S.", "United States" }, { "UN", "U.N.", "United Nations" } }
local spelled = { organisations = true, offices = true, events = true, consultations = true, commitments = true,
  consultation_words = true }

local patterns = {}
for _, names in ipairs(spellings) do
  for _, name in ipairs(names) do patterns[name] = "^(.-[ %-])" .. name:gsub("%p", "%%%0") .. "([ %-].*)$" end
end

-- The parts of the phrase before and behind one of the names; nil: it holds none, as nearly all of 20,000.
local function split_at(phrase, names)
  for _, name in ipairs(names) do
    if phrase:find(name, 1, true) then
      local before, after = (" " .. phrase .. " "):match(patterns[name])
      if before then return before:sub(2), after:sub(1, -2), name end
    end
  end
end

local function add_spellings(phrases)
  local known = {}
  for _, phrase in ipairs(phrases) do known[phrase] = true end
  for i = 1, #phrases do
    for _, names in ipairs(spellings) do
      local before, after = split_at(phrases[i], names)
      for k = 1, before and #names or 0 do
        local phrase = before .. names[k] .. after
        if not known[phrase] then phrases[#phrases + 1] = phrase end
        known[phrase] = true
      end
    end
  end
end

-- The row as the core takes it, and one line of text, fields in order: what tells two lexicons apart.
local function compiled_row(kind, row, i)
  if type(row) == "string" then row = { row } end
  if type(row) ~= "table" then complain(kind, i, "a row should be a table or a string", row) end
  local phrases, fields, text = {}, {}, {}
  if row.name and kind ~= "demonyms" then phrases[1] = row.name end -- a country's name is no demonym
  add_phrases(phrases, row, kind, i)
  if row.aliases then add_phrases(phrases, row.aliases, kind, i) end
  if row.triggers then add_phrases(phrases, row.triggers, kind, i) end
  if kind == "tenures" then phrases[#phrases + 1] = family_name(row, i) end
  if spelled[kind] then add_spellings(phrases) end
  if not row.name and row[1] then fields.name = row[1] end
  for n, key in ipairs(sorted_keys(row)) do
    if not not_facts[key] then fields[key] = fact(row[key]) end
    text[n] = key .. "=" .. (fields[key] or "")
  end
  return { kind = kind, phrases = phrases, fields = fields, case = row.case and true or false },
    ("%s\30%s\30%s\30%s"):format(kind, row.case and "case" or "", table.concat(phrases, "\31"),
      table.concat(text, "\30"))
end

--- All ways in which a row of a table is written.
-- @treturn {string,...}
function M.phrases(kind, row) return compiled_row(kind, row, 0).phrases end

local function demonym_row(row)
  return { name = row.name, side = row.side, order = row.order, aliases = row.demonyms }
end

-- "foreign minister" -> "foreign ministers", "secretary of state" -> "secretaries of state".
local function plural(phrase)
  local head, rest = phrase:match "^(.-)(%s+of%s.*)$"
  if not head then head, rest = phrase:match "^(.-)(%s+[ft]or?%s.*)$" end
  head, rest = head or phrase, rest or ""
  if head:find "man$" then return head:gsub("man$", "men") .. rest end
  if head:find "[^aeiou]y$" then return head:gsub("y$", "ies") .. rest end
  if head:find "[sxz]$" or head:find "ch$" then return head .. "es" .. rest end
  return head .. "s" .. rest
end

-- An office as it is written of several holders: a kind of its own, so that one holder is never looked for.
local function plural_row(row)
  local out = {}
  for key, value in pairs(row) do
    if type(key) == "string" then out[key] = value end
  end
  for _, phrase in ipairs(row) do
    if not phrase:find "%.$" then out[#out + 1] = plural(phrase) end
  end
  for _, phrase in ipairs(row.plurals or {}) do out[#out + 1] = phrase end
  out.plurals = nil
  return out
end

-- The capitals that the table of places does not have: a city each, which stands for its government.
local function capitals(tables, grade)
  local known, rows = {}, {}
  if grade == "sourced" then return rows end -- they are from memory
  for _, row in ipairs(tables.places or {}) do
    if type(row) == "table" then
      for _, name in ipairs { row.name or row[1], table.unpack(row.aliases or {}) } do known[name] = true end
    end
  end
  for _, row in ipairs(tables.countries or {}) do
    for name in (type(row) == "table" and row.capital or ""):gmatch "[^;]+" do
      if not known[name] and name ~= row.name then
        rows[#rows + 1] = { name = name, side = row.side, kind = "capital", stands_for = row.side .. " government",
          grade = "recall" }
      end
    end
  end
  return rows
end

local function countries_by_side(tables)
  local names = {}
  for _, row in ipairs(tables.countries or {}) do
    if type(row) == "table" and row.side then names[row.side] = names[row.side] or row.short or row.name end
  end
  return names
end

-- The offices of heads of state and government, by whatever name a country has for them.
local function offices_of_heads(tables)
  local heads = {}
  for _, row in ipairs(tables.offices or {}) do
    if type(row) == "table" and row.level == "head" then
      for key, value in pairs(row) do
        if key == "office" or type(key) == "string" and key:find "^%u%u$" then heads[value] = true end
      end
    end
  end
  return heads
end

local function births_by_name(tables)
  local born = {}
  for _, row in ipairs(tables.births or {}) do
    if type(row) == "table" and row.name then born[row.name] = row.born end
  end
  return born
end

local function compile(tables, grade)
  local rows, text, countries, heads = {}, {}, countries_by_side(tables), offices_of_heads(tables)
  local births = births_by_name(tables)
  local function add(kind, row, i)
    local n = #rows + 1
    rows[n], text[n] = compiled_row(kind, row, i)
    -- an ambassador to Washington is one to the United States
    if kind == "places" and row.kind == "capital" then rows[n].fields.country = countries[row.side] end
    -- "Biden" alone is who leads the country on that day
    if kind == "tenures" and heads[row.office] then rows[n].fields.level = "head" end
    if kind == "tenures" then rows[n].fields.born = births[row.name] end
  end
  for _, kind in ipairs(sorted_keys(tables)) do
    for i, row in ipairs(tables[kind]) do
      add(kind, row, i)
      if type(row) == "table" and row.demonyms then add("demonyms", demonym_row(row), i) end
      if kind == "offices" and type(row) == "table" and not row.deed then add("office_plurals", plural_row(row), i) end
    end
  end
  for i, row in ipairs(capitals(tables, grade)) do add("places", row, i) end
  local packed = has_weights and type(weights) == "table" and weights.packed or nil
  local lexicon = core.lexicon(rows, table.concat(text, "\n"), packed)
  tables_of[lexicon] = tables
  return lexicon
end

-- Rows are many: those that nobody else has asked for are let go, so that the collector need not walk them.
local function rows_of(name)
  local module = "alliance.lexicon." .. name
  local loaded = package.loaded[module]
  local rows = require(module)
  package.loaded[module] = loaded
  return rows
end

local function builtin()
  local tables = {}
  for _, name in ipairs(M.names) do tables[name] = rows_of(name) end
  return tables
end

local function known(tables, name, what)
  if tables[name] then return end
  error(("alliance.lexicon: %s '%s' is not a table of the lexicon; there are: %s"):format(what, tostring(name),
    table.concat(sorted_keys(tables), ", ")), 3)
end

local option_names = { only = true, grade = true }

-- The tables and options of alliance.lexicon; a name that nothing reads is an error of typing.
local function check(tables, options)
  for i, argument in ipairs { tables or {}, options or {} } do
    if type(argument) ~= "table" then
      error(("alliance.lexicon: argument %d should be a table, not a %s"):format(i, type(argument)), 3)
    end
  end
  for name in pairs(options or {}) do
    if not option_names[name] then
      error(("alliance.lexicon: no option '%s'; there are: grade, only"):format(tostring(name)), 3)
    end
  end
  local read = {}
  for _, name in ipairs(M.names) do read[name] = true end
  for name, rows in pairs(tables or {}) do
    if name ~= "grade" and not read[name] then
      local names = table.move(M.names, 1, #M.names, 1, {})
      table.sort(names)
      error(("alliance.lexicon: '%s' is not a table of the lexicon; there are: %s"):format(tostring(name),
        table.concat(names, ", ")), 3)
    elseif name ~= "grade" and type(rows) ~= "table" then
      error(("alliance.lexicon: table '%s' should be a list of rows, not a %s"):format(name, type(rows)), 3)
    end
  end
end

local grades = { sourced = true, recall = true }

local function check_grade(grade)
  if grade ~= nil and not grades[grade] then
    error(("alliance.lexicon: grade is \"sourced\" or \"recall\", not %s"):format(tostring(grade)), 3)
  end
  return grade
end

-- Only facts that a source gives: rows from memory are left out.
local function sourced(tables)
  local out = {}
  for name, rows in pairs(tables) do
    out[name] = {}
    for _, row in ipairs(rows) do
      if type(row) ~= "table" or row.grade ~= "recall" then table.insert(out[name], row) end
    end
  end
  return out
end

local default

--- The lexicon that is used when none is named.
function M.default()
  if default then return default end
  default = compile(builtin())
  tables_of[default] = nil -- read again where somebody asks
  return default
end

--- The built-in lexicon with the caller's tables added.
-- @tparam[opt] table tables {name={row, …}, …} (the names: alliance.lexicon().tables)
-- @tparam[opt] table options {only={name, …}: these tables replace the built-in ones; grade="sourced": rows graded
-- "recall" (from memory) are left out}; grade may stand in `tables` too
-- @treturn lexicon
-- @raise where a row is not a table or string, a name is no table's or option's, or the grade is none
function M.new(tables, options)
  check(tables, options)
  local grade = check_grade(options and options.grade or (tables and tables.grade))
  if not tables and not grade then return M.default() end
  local merged = builtin()
  for _, name in ipairs(options and options.only or {}) do
    known(tables, name, "only:")
    merged[name] = {}
  end
  for name, rows in pairs(tables or {}) do
    if name ~= "grade" then
      local all = {}
      for _, row in ipairs(merged[name] or {}) do all[#all + 1] = row end
      for _, row in ipairs(rows) do all[#all + 1] = row end
      merged[name] = all
    end
  end
  local ok, made = pcall(compile, grade == "sourced" and sourced(merged) or merged, grade)
  if ok then return made end
  if type(made) == "string" and made:find "^lexicon%." then error("alliance." .. made, 2) end
  error(made, 0)
end

local function tables_in(lexicon)
  tables_of[lexicon] = tables_of[lexicon] or builtin()
  return tables_of[lexicon]
end

local parts = setmetatable({}, { __mode = "v" }) -- tables of the built-in lexicon, while somebody uses them

--- The rows of one table of a lexicon; those of the built-in one are read alone, which `tables` does with all.
-- @tparam lexicon lexicon
-- @tparam string name of the table
-- @treturn {row,...} none where there is no such table
function M.rows(lexicon, name)
  if tables_of[lexicon] then return tables_of[lexicon][name] or {} end
  parts[name] = parts[name] or rows_of(name)
  return parts[name]
end

local meta = core.lexicon_meta

function meta.__index(lexicon, key)
  if key == "hash" then return core.lexicon_hash(lexicon) end
  if key == "tables" then return tables_in(lexicon) end
  error(("a lexicon has no field '%s'; it has: hash, tables"):format(tostring(key)), 2)
end

function meta.__tostring(lexicon)
  local words = {}
  local tables = tables_in(lexicon)
  for _, name in ipairs(sorted_keys(tables)) do words[#words + 1] = ("%d %s"):format(#tables[name], name) end
  local width = require "alliance.show.width"
  local text = ("lexicon %s: %s"):format(lexicon.hash:sub(1, 8), table.concat(words, ", "))
  return table.concat(width.wrap(text, width.terminal()), "\n")
end

return M
