--- What the lexicon knows of persons and sides: its tenures gathered by person, found by name, or by post and time.
local core = require "alliance.core"
local lexicons = require "alliance.lexicon"
local sorted_keys = require "alliance.keys".sorted

local M = {}

local KEPT = 50000 -- answers that are kept; then they begin anew
local none = {} -- what is found where there is nothing: not to be changed
local indexes = setmetatable({}, { __mode = "k" }) -- lexicon -> index

-- "jr", "sr.", "iii", "viii"
local suffixes = { jr = true, sr = true, ["jr."] = true, ["sr."] = true }
do
  local numerals = { "i", "v" }
  for _ = 2, 4 do
    local longer = {}
    for _, numeral in ipairs(numerals) do
      longer[#longer + 1], longer[#longer + 2] = numeral .. "i", numeral .. "v"
    end
    for _, numeral in ipairs(longer) do suffixes[numeral] = true end
    numerals = longer
  end
end

local function words_of(name) return core.name_words(name, suffixes) end

-- Rows of one name are one person unless `qid` tells two.
local function entry_for(list, row)
  for _, entry in ipairs(list) do
    if not (row.qid and entry.qid) or row.qid == entry.qid then return entry end
  end
  local entry = { name = row.name, rows = {}, sides = {}, blocks = {}, names = {}, bags = {} }
  entry.alone = { entry }
  list[#list + 1] = entry
  return entry
end

-- Puts an entry under a key, once: `keys` are those it has already. Lists of one are shared, as most are such.
local function put(map, keys, key, entry)
  if keys[key] then return end
  keys[key] = true
  local list = map[key]
  if not list then map[key] = entry.alone
  elseif #list == 1 then map[key] = { list[1], entry }
  else list[#list + 1] = entry end
end

-- Posts are many more than persons: every name of an entry is taken apart once.
local function add_name(index, entry, name)
  if entry.names[name] then return end
  entry.names[name] = true
  local bag, first, last = words_of(name)
  put(index.bags, entry.bags, bag, entry)
  put(index.families, entry.blocks, first, entry)
  put(index.families, entry.blocks, last, entry)
end

local function add_row(index, row)
  index.named[row.name] = index.named[row.name] or {}
  local entry = entry_for(index.named[row.name], row)
  entry.qid = entry.qid or row.qid
  entry.rows[#entry.rows + 1] = row
  entry.sides[row.side] = true
  if row.nation then entry.sides[row.nation] = true end
  add_name(index, entry, row.name)
  for _, name in ipairs(row.aliases or {}) do add_name(index, entry, name) end
end

local function index_of(lexicon)
  local index = indexes[lexicon]
  if index then return index end
  index = { named = {}, bags = {}, families = {}, countries = {}, asked = {}, asks = 0 }
  for _, row in ipairs(lexicons.rows(lexicon, "countries")) do
    if type(row) == "table" and row.side then index.countries[row.side] = true end
  end
  for _, row in ipairs(lexicons.rows(lexicon, "tenures")) do add_row(index, row) end
  indexes[lexicon] = index
  return index
end

--- Is this side a country? Bodies (UN, NATO, CFC) have sides too, and their people come from somewhere.
function M.is_country(lexicon, side) return index_of(lexicon).countries[side] or false end

--- The persons of the lexicon who bear this name, in any order of its words.
-- @treturn {entry,...} entry: {name=, rows= (of table tenures), sides= (set), blocks= (set of family names, folded)}
function M.named(lexicon, name)
  local index = index_of(lexicon)
  local found = index.asked[name]
  if found then return found end
  if index.asks >= KEPT then index.asked, index.asks = {}, 0 end
  found = index.bags[(words_of(name))] or none
  index.asked[name], index.asks = found, index.asks + 1
  return found
end

--- The family names that a person of the lexicon may be told by, rising.
-- @treturn {string,...} folded; not to be changed
function M.blocks(entry)
  entry.sorted = entry.sorted or sorted_keys(entry.blocks)
  return entry.sorted
end

local function years(row) return tonumber(row.from:sub(1, 4)), tonumber((row.to or "9999"):sub(1, 4)) end

--- Did this person of the lexicon hold that post in that year (or a year beside it)? Any year where it is "".
function M.held(entry, office, side, year)
  year = tonumber(year)
  for _, row in ipairs(entry.rows) do
    local from, to = years(row)
    if row.office == office and (side == "" or row.side == side or row.nation == side) and
      (not year or (year >= from and year <= to + 1)) then return true end
  end
  return false
end

--- Can an article of that year speak of this person of the lexicon? From ten years before the first post on.
function M.timely(entry, year)
  year = tonumber(year)
  if not year then return true end
  for _, row in ipairs(entry.rows) do
    if year >= (years(row)) - 10 then return true end
  end
  return false
end

--- The one person of the lexicon who is meant by a family name with a post; nil where there are none or several.
-- @tparam string family folded
function M.bare(lexicon, family, office, side, year)
  local found
  if office == "" or year == "" then return nil end
  for _, entry in ipairs(index_of(lexicon).families[family] or {}) do
    if M.held(entry, office, side, year) then
      if found then return nil end
      found = entry
    end
  end
  return found
end

return M
