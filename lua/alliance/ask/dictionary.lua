--- Code dictionaries: a Lua table or a LIWC .dic file in, one compiled form out.
--
--     { threat = { "nuclear", "missile*" }, burden = { "cost-sharing", money = { "SMA", "wom?n fund*" } } }
--
-- A category holds patterns (texts) and further categories (by name). What a category within another counts, the outer
-- one counts too; the inner one is called "burden.money". A pattern is a word or several; `*` stands for any letters
-- of one word (alone: for any one word), `?` for one letter. Patterns are cut into words as articles are:
-- "cost-sharing" is cost, sharing; "U.S." is one word.
local core = require "alliance.core"
local file = require "alliance.show.file"

local M = {}

local function fail(message, ...) error({ message = message:format(...) }, 0) end

--- Cuts a pattern into its words.
-- @tparam string pattern
-- @param lexicon
-- @treturn {{folded=,written=},...} with `*` and `?`
M.words_of = core.cut_asked

-- -- from a table ------------------------------------------------------------------------------------

local function sorted_names(category, path)
  local names = {}
  for key in pairs(category) do
    if type(key) == "string" then names[#names + 1] = key
    elseif math.type(key) ~= "integer" or key < 1 or key > #category then
      fail("category '%s': a name should be a text, not %s", path, tostring(key))
    end
  end
  table.sort(names)
  return names
end

local function check_name(name, path)
  if not name:find "%S" then fail("category '%s' has a category without a name in it", path) end
end

local add_table

-- The content of one category: its patterns, then its categories by name.
local function add_content(into, content, path, index, depth)
  if depth > 32 then fail("category '%s': categories are nested more than 32 deep", path) end
  for i, item in ipairs(content) do
    if type(item) == "string" then into.pattern(item, { index }, ("category '%s', item %d"):format(path, i))
    elseif type(item) == "table" then add_content(into, item, path, index, depth + 1)
    else
      fail("category '%s', item %d should be a pattern (a text) or a table of them, not a %s", path, i, type(item))
    end
  end
  add_table(into, content, path .. ".", index, depth + 1)
end

function add_table(into, content, prefix, parent, depth)
  for _, name in ipairs(sorted_names(content, prefix:sub(1, -2))) do
    check_name(name, prefix)
    local inner, path = content[name], prefix .. name
    if type(inner) ~= "table" and type(inner) ~= "string" then
      fail("category '%s' should be a list of patterns, not a %s", path, type(inner))
    end
    add_content(into, type(inner) == "table" and inner or { inner }, path, into.category(path, parent), depth)
  end
end

local function from_table(into, content)
  if #content > 0 then
    fail("a pattern stands outside of all categories: %s; expected {category={pattern, …}}", tostring(content[1]))
  end
  add_table(into, content, "", nil, 1)
end

-- -- from a .dic file ---------------------------------------------------------------------------------

-- "12<TAB>name" of the head; deeper by white space before it is within the one above.
local function add_head(into, line, at, state)
  local indent, number, name = line:match "^(%s*)(%d+)%s+(.-)%s*$"
  if not number or name == "" then
    fail("line %d: expected the number and the name of a category, or %% to end them; found '%s'", at, line)
  end
  number = tonumber(number)
  if state.index[number] then fail("line %d: category %d is there already", at, number) end
  local open = state.open
  while #open > 0 and open[#open].indent >= #indent do open[#open] = nil end
  local above = open[#open]
  local path = above and above.path .. "." .. name or name
  state.index[number] = into.category(path, above and above.index)
  open[#open + 1] = { indent = #indent, path = path, index = state.index[number] }
end

local function numbers_of(text, at, state)
  local list = {}
  for field in text:gmatch "%S+" do
    if not field:find "^%d+$" then
      fail("line %d: expected category numbers behind the pattern, found '%s'%s", at, field,
        field:find "[(<]" and " (conditions are not read)" or "")
    end
    local index = state.index[tonumber(field)]
    if not index then fail("line %d: no category %s in the head", at, field) end
    list[#list + 1] = index
  end
  if #list == 0 then fail("line %d: expected category numbers behind the pattern", at) end
  return list
end

-- "pattern<TAB>1<TAB>2"; without tabs the numbers stand behind the last word that is none.
local function add_entry(into, line, at, state)
  local pattern, numbers = line:match "^%s*([^\t]-)%s*\t(.*)$"
  if not pattern then pattern, numbers = line:match "^%s*(.-)%s+([%d%s]+)$" end
  if not pattern or pattern == "" then
    fail("line %d: expected a pattern and its category numbers, found '%s'", at, line)
  end
  into.pattern(pattern, numbers_of(numbers, at, state), ("line %d"):format(at))
end

local function from_text(into, text)
  local state = { index = {}, open = {} }
  local part, at = 0, 0
  for line in (text:gsub("^\u{FEFF}", ""):gsub("\r\n?", "\n") .. "\n"):gmatch "(.-)\n" do
    at = at + 1
    if line:find "^%s*%%%s*$" then part = part + 1
    elseif part == 0 and line:find "%S" then
      fail("line %d: expected a line with %% alone, which opens the categories; found '%s'", at, line)
    elseif part == 1 and line:find "%S" then add_head(into, line, at, state)
    elseif part == 2 and line:find "%S" then add_entry(into, line, at, state) end
    if part > 2 then fail("line %d: a third line with %% alone; expected patterns", at) end
  end
  if part < 2 then fail("line %d: expected a line with %% alone behind the categories", at) end
end

-- -- compiling ----------------------------------------------------------------------------------------

local function with_outer(categories, indices)
  local all, seen = {}, {}
  for _, index in ipairs(indices) do
    while index and not seen[index] do
      all[#all + 1], seen[index] = index, true
      index = categories[index].within
    end
  end
  table.sort(all)
  return all
end

local function key_of(words, case)
  local parts = {}
  for i, word in ipairs(words) do parts[i] = case and word.written or word.folded end
  return table.concat(parts, " ")
end

-- Takes categories and patterns, in order; the same pattern twice counts once for each of its categories.
local function collector(lexicon, case)
  local out, by_name, by_key = { categories = {}, patterns = {} }, {}, {}
  local into = { out = out }
  function into.category(path, within)
    if by_name[path] then return by_name[path] end
    out.categories[#out.categories + 1] = { name = path, within = within }
    by_name[path] = #out.categories
    return #out.categories
  end
  function into.pattern(pattern, indices, place)
    local words = M.words_of(pattern, lexicon)
    if #words == 0 then fail("%s: the pattern '%s' has no word in it", place, pattern) end
    local key = key_of(words, case)
    local known = by_key[key]
    if not known then
      known = { words = {}, indices = {}, text = pattern }
      for i, word in ipairs(words) do known.words[i] = case and word.written or word.folded end
      by_key[key], out.patterns[#out.patterns + 1] = known, known
    end
    table.move(indices, 1, #indices, #known.indices + 1, known.indices)
  end
  return into
end

local function from(into, what)
  if type(what) == "table" then return from_table(into, what) end
  local text, message = file.load(what)
  if not text then fail("%s", message) end
  local ok, problem = pcall(from_text, into, text)
  if not ok then
    if type(problem) == "table" then problem.message = what .. ": " .. problem.message end
    error(problem, 0)
  end
end

--- Compiles a dictionary.
-- @tparam table|string what {category={pattern, …, inner={…}}, …} or the path of a LIWC .dic file
-- @param lexicon of the set, which decides what a word is
-- @tparam[opt] boolean case patterns match as they are written, not folded
-- @treturn[1] table {categories={{name=, within=index}, …}, patterns={{words={…}, categories={index, …}, text=}, …}};
-- the categories of a pattern hold the outer ones too
-- @return[2] nil, message (the category and item, or the file and line; what was expected)
function M.compile(what, lexicon, case)
  local into = collector(lexicon, case)
  local ok, problem = pcall(from, into, what)
  if not ok then
    if type(problem) ~= "table" then error(problem, 0) end
    return nil, problem.message
  end
  local out = into.out
  if #out.patterns == 0 then return nil, "the dictionary has no pattern; expected {category={pattern, …}}" end
  for _, pattern in ipairs(out.patterns) do
    pattern.categories, pattern.indices = with_outer(out.categories, pattern.indices), nil
  end
  return out
end

return M
