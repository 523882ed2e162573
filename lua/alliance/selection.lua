--- Selections: which articles of a set. A selection is a tree of filters that is evaluated anew at each question.
--
--     set:where{source={"AP", "Yonhap"}, from="2024-12"}   set:without{language="ko"}   a + b   a * b   a - b
--
-- It has every asking method of a set (the files of ask/ put them into `methods`) and keeps its set alive.
local core = require "alliance.core"
local frames = require "alliance.show.frame"
local sorted_keys = require "alliance.keys".sorted

local M = {}
local SELF = {} -- the key of what is inside a set or selection: {set=, store=, lexicon=, tree=, says=}

--- The asking methods that sets and selections share.
M.methods = {}

local meta = { __name = "alliance.selection" }
M.meta = meta

local here = debug.getinfo(1, "S").source:match "^(.*[/\\])" or "\0" -- the library's folder, "@" before it

-- The level of whoever called into the library: tail calls and helpers between do not shift it.
local function outside(level)
  local at = debug.getinfo(level + 1, "S")
  while at and (at.what == "C" or at.source:sub(1, #here) == here) do
    level = level + 1
    at = debug.getinfo(level + 1, "S")
  end
  return at and level or 1
end

local LONG = 2000 -- bytes of a message; what somebody gave may be any length

--- Raises the misuse of a method, where the library was called.
-- @tparam integer _ the level of the caller; it is found without
function M.complain(_, message, ...)
  message = message:format(...)
  if #message > LONG then message = message:sub(1, LONG):gsub("[\192-\255]?[\128-\191]*$", "") .. " …" end
  error(message, outside(2))
end

--- What a value is, in words: "table" is a plain one, none of the library's.
function M.kind(value)
  local meta_ = type(value) == "table" and getmetatable(value)
  local name = type(meta_) == "table" and rawget(meta_, "__name")
  return type(name) == "string" and name:gsub("^alliance%.", "") .. "" or type(value)
end

--- What is inside a set or selection, for the files of ask/.
-- @treturn table {store=, lexicon=, tree=, says= (the selection in words, nil for the whole set)}
-- @raise where `object` is neither, or its set is closed
function M.inside(object, method)
  local self = type(object) == "table" and rawget(object, SELF)
  if not self then
    M.complain(3, "set:%s: call it with a colon on a set or selection, not on a %s", method, type(object))
  end
  if self.store:closed() then M.complain(3, "set:%s: this set is closed", method) end
  return self
end

--- Like `inside`, but also for closed sets; nil for anything else.
function M.peek(object) return type(object) == "table" and rawget(object, SELF) or nil end

local misuse = { ESYNTAX = true, ELIMIT = true, EARG = true }

--- What a question of the store gave back: a failure of the file as nil, message, code, byte; a wrong question raised.
function M.failed(method, message, code, byte)
  if misuse[code] then M.complain(3, "set:%s: %s", method, message) end
  return nil, message, code, byte
end

local cited_sql = [[
SELECT a.source, a.headline, a.published, a.url, a.n, (SELECT max(last) FROM sentence s WHERE s.n = a.n) AS length
FROM article a WHERE a.counts AND a.id = ?]]
local sentence_sql = "SELECT i FROM sentence WHERE n = ? AND first <= ? ORDER BY i DESC LIMIT 1"

local function rows_of(store, sql, ...)
  local found, message = store:select({ kind = "all" }, sql, { ... })
  if not found then error(message, 0) end
  return frames.of(found)
end

-- What a footnote or a chart wants to know of an article: function (id [, first byte]) -> table, nil where there is
-- none.
local function article_of(self)
  return function (id, first)
    if self.store:closed() then return nil end
    local row = rows_of(self.store, cited_sql, id)[1]
    if not row then return nil end
    local sentence = first and rows_of(self.store, sentence_sql, row.n, first)[1]
    return { source = row.source, headline = row.headline, published = row.published, url = row.url,
      length = row.length, sentence = sentence and sentence.i or nil }
  end
end

-- How many articles, and undated ones that filters of days leave out; counted again when the file has changed.
local function counted(self)
  local state = self.store:state()
  local known = rawget(self, "counted")
  if not known or known.state ~= state then
    local n, left_out = self.store:count(self.tree)
    if not n then return nil, left_out end
    known = { state = state, n = n, left_out = left_out }
    rawset(self, "counted", state and known)
  end
  return known.n, known.left_out
end

--- What made a frame: the question, the selection (in words, how many articles, from when to when), how many undated
-- articles its filters of days left out, and how to find what an article is cited with.
-- @tparam[opt] string what the kind of row, where people may have decided about it: quote, figure, …, event
function M.made(self, query, what)
  local print_ = self.store:fingerprint()
  local state = self.store:state()
  local about = rawget(self, "about") -- a selection made of this one has its own
  if not about or about.state ~= state then
    local _, left_out = counted(self)
    local found = self.store:table("totals", self.tree)
    about = { state = state, left_out = left_out ~= 0 and left_out or nil,
      total = found and frames.of(found)[1] or {} }
    rawset(self, "about", state and about or nil) -- the same until the file changes
  end
  return { query = query, selection = self.says, fingerprint = print_, lexicon = self.lexicon.hash,
    library = require("alliance")._VERSION, left_out = about.left_out, articles = about.total.articles,
    first_day = about.total.first_day, last_day = about.total.last_day, article = article_of(self),
    by_hand = what and require("alliance.decided").count(self, what) }
end

--- A frame of what the store found.
-- @tparam[opt] string note how the question was read, for the line under the table
function M.frame(self, found, query, options, note)
  local made = M.made(self, query)
  made.note = note
  return frames.of(found, made, options)
end

--- For questions without options: an option that would change nothing is a misunderstanding.
-- @raise where there is an argument
function M.check_none(method, ...)
  if select("#", ...) == 0 or ... == nil then return end
  M.complain(3, "set:%s: takes no options; set:where{…}:%s() asks some articles, set:%s():where{…} keeps some rows",
    method, method, method)
end

--- Checks the names and types of a table of options.
-- @tparam table known name -> type
-- @treturn table a copy of them; numbers without a fraction are integers (1e6)
function M.check_options(method, options, known)
  if options == nil then return {} end
  if M.kind(options) ~= "table" then
    M.complain(3, "set:%s: the options should be a table, not a %s", method, M.kind(options))
  end
  local names, copy = sorted_keys(known), {}
  for name, value in pairs(options) do
    copy[name] = type(value) == "number" and math.tointeger(value) or value
    if not known[name] then
      M.complain(3, "set:%s: no option '%s'; there are: %s", method, tostring(name), table.concat(names, ", "))
    elseif known[name] ~= "any" and type(value) ~= known[name] then
      M.complain(3, "set:%s: option '%s' should be a %s, not a %s", method, name, known[name], type(value))
    end
  end
  return copy
end

-- -- filters --------------------------------------------------------------------------------------

local function fail(name, message, ...) error(("where: '%s' " .. message):format(name, ...), 0) end

local function text_list(name, value)
  local list = type(value) == "table" and value or { value }
  if #list == 0 then fail(name, "should be a text or a list of texts, and not empty") end
  for _, item in ipairs(list) do
    if type(item) ~= "string" then fail(name, "should be a text or a list of texts, not a %s", type(item)) end
  end
  return list
end

local function texts(name, value) return { name, table.unpack(text_list(name, value)) } end

local ways = { metadata = true, dateline = true, stated = true, inferred = true, unknown = true }

local function dated(name, value)
  for _, how in ipairs(text_list(name, value)) do
    if not ways[how] then fail(name, "is not '%s' but one of: metadata, dateline, stated, inferred, unknown", how) end
  end
  return texts(name, value)
end

local month_days = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }

local function is_day(year, month, day)
  local leap = year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0)
  return month >= 1 and month <= 12 and day >= 1 and day <= month_days[month] and (month ~= 2 or day < 29 or leap)
end

-- "2024", "2024-12" or "2024-12-20" as the first or last day of it.
local function day_of(name, value, ends)
  local year, month, day = tostring(value):match "^(%d%d%d%d)%-?(%d?%d?)%-?(%d?%d?)$"
  local whole = year and value == year .. (month ~= "" and "-" .. month or "") .. (day ~= "" and "-" .. day or "")
  if type(value) ~= "string" or not whole or #month == 1 or #day == 1 then
    fail(name, 'should be "2024", "2024-12" or "2024-12-20", not %s', tostring(value))
  end
  local y, m = tonumber(year), tonumber(month) or (ends and 12 or 1)
  local last = month_days[m] or 31
  if m == 2 and not is_day(y, 2, 29) then last = 28 end
  local d = tonumber(day) or (ends and last or 1)
  if not is_day(y, m, d) then fail(name, "is no day of the calendar: %s", value) end
  return ("%04d-%02d-%02d"):format(y, m, d)
end

--- For the files of ask/: "2024", "2024-12" or "2024-12-20" as its first day, or with `ends` its last; nil for nil.
-- @raise "where: …" where it is none
function M.day(name, value, ends) return value and day_of(name, value, ends) end

local builders = { id = texts, source = texts, url = texts, agency = texts, match = texts,
  story = texts, dated = dated }

function builders.from(name, value) return { name, day_of(name, value, false) } end
function builders.to(name, value) return { name, day_of(name, value, true) } end

-- Filters of who and what is named: a value stands for all its spellings.
local function spellings(kind)
  return function (name, value, lexicon)
    local filter = { name }
    for _, item in ipairs(text_list(name, value)) do
      if item == "" then fail(name, "should be a text or a list of texts, and not empty") end
      local list = require "alliance.named"[kind](lexicon, item)
      table.move(list, 1, #list, #filter + 1, filter)
    end
    return filter
  end
end

builders.person, builders.mentions, builders.office = spellings "person", spellings "anything", spellings "office"

--- Codes of sides, by code or country's name ("KR", "kr", "South Korea").
-- @raise where one is none
function M.sides(lexicon, value, method)
  local list = {}
  for i, item in ipairs(text_list("side", value)) do
    list[i] = require "alliance.named".side(lexicon, item)
    if not list[i] then
      M.complain(2, "set:%s: 'side' should be a country's code or name (KR, \"South Korea\") or a body's short name " ..
        "(UN, NATO), not '%s'", method, item)
    end
  end
  return list
end

function builders.side(name, value, lexicon) return { name, table.unpack(M.sides(lexicon, value, "where")) } end

function builders.language(name, value)
  for _, item in ipairs(text_list(name, value)) do
    if not item:find "^%l%l%l?%f[%-\0]" then fail(name, 'should be a code ("en", "ko"), not \'%s\'', item) end
  end
  return texts(name, value)
end

local function plain(value) return type(value) == "string" or type(value) == "number" or type(value) == "boolean" end

local function var_filter(name, value)
  local list = type(value) == "table" and value or { value }
  if type(name) ~= "string" or #list == 0 then fail("vars", "should be {name=value or list of values}") end
  for _, item in ipairs(list) do
    if not plain(item) then
      fail("vars", "%s: a value should be a text, number or truth value, not a %s", name, type(item))
    end
  end
  return { "vars", name, table.unpack(list) }
end

local function sorted_as_text(t)
  local keys = {}
  for key in pairs(t) do keys[#keys + 1] = key end
  table.sort(keys, function (a, b) return tostring(a) < tostring(b) end)
  return keys
end

-- Filters that are no list of values.
local special = {}

function special.vars(tree, value)
  if type(value) ~= "table" then fail("vars", "should be a table, not a %s", type(value)) end
  for _, name in ipairs(sorted_as_text(value)) do tree[#tree + 1] = var_filter(name, value[name]) end
end

function special.undated(tree, value)
  if value == "keep" then tree.keep = true
  elseif value == "drop" then tree[#tree + 1] = { "undated" }
  else fail("undated", 'should be "keep" or "drop", not %s', tostring(value)) end
end

function special.versions(tree, value)
  if type(value) ~= "boolean" then fail("versions", "should be true or false, not a %s", type(value)) end
  tree.versions = value
end

local function known_names()
  local names = {}
  for name in pairs(builders) do names[#names + 1] = name end
  for name in pairs(special) do names[#names + 1] = name end
  table.sort(names)
  return table.concat(names, ", ")
end

local function build(filters, lexicon)
  local tree = { kind = "where" }
  for _, name in ipairs(sorted_as_text(filters)) do
    if special[name] then special[name](tree, filters[name])
    elseif builders[name] then tree[#tree + 1] = builders[name](name, filters[name], lexicon)
    else error(("where: no filter '%s'; there are: %s"):format(tostring(name), known_names()), 0) end
  end
  if filters.from and filters.to and day_of("from", filters.from, false) > day_of("to", filters.to, true) then
    fail("from", "(%s) comes after 'to' (%s)", filters.from, filters.to)
  end
  return tree
end

-- -- in words ---------------------------------------------------------------------------------------

local function value_words(value)
  if type(value) == "string" then return ("%q"):format(value):gsub("\\\n", " ") .. "" end
  if type(value) ~= "table" then return tostring(value) end
  local words = {}
  if #value > 0 then for i, item in ipairs(value) do words[i] = value_words(item) end
  else for i, key in ipairs(sorted_as_text(value)) do words[i] = key .. "=" .. value_words(value[key]) end end
  return "{" .. table.concat(words, ", ") .. "}"
end

local function filter_words(filters)
  local words = {}
  for i, name in ipairs(sorted_as_text(filters)) do words[i] = name .. "=" .. value_words(filters[name]) end
  return table.concat(words, ", ")
end

--- Options in words, for `made`: "{kind=\"call\"}", "" where there are none.
function M.words(options) return options and next(options) ~= nil and "{" .. filter_words(options) .. "}" or "" end

-- -- selections ---------------------------------------------------------------------------------------

--- A set or selection of its own: `self` with another tree.
function M.new(self, tree, says)
  return setmetatable({ [SELF] = { set = self.set, store = self.store, lexicon = self.lexicon, tree = tree,
    says = says } }, meta)
end

--- Puts the insides of a set into `object`.
function M.enter(object, self) object[SELF] = self end

-- The queries of match= with names (@KR) as a tree of their own, and the others; nil where none has names.
local function with_names(self, method, filters)
  local naming, others, trees = require "alliance.naming", {}, {}
  for _, query in ipairs(text_list("match", filters.match)) do
    if naming.has(query) then
      local wrong = naming.wrong(query, self.lexicon)
      if wrong then M.complain(3, "set:%s: %s", method, wrong) end
      trees[#trees + 1] = naming.tree(query, self.lexicon, filters.versions)
    else others[#others + 1] = query end
  end
  if #trees == 0 then return nil end
  if #others > 0 then
    trees[#trees + 1] = { kind = "where", versions = filters.versions, { "match", table.unpack(others) } }
  end
  trees.kind = "either"
  return trees, others
end

-- The tree of filters, and the queries that are still to be checked.
local function grown(self, method, filters)
  local names, others
  if filters.match ~= nil then names, others = with_names(self, method, filters) end
  if not names then return build(filters, self.lexicon), filters.match and text_list("match", filters.match) or {} end
  local rest = {}
  for name, value in pairs(filters) do if name ~= "match" then rest[name] = value end end
  return { kind = "both", build(rest, self.lexicon), names }, others
end

local function checked(self, method, filters)
  if M.kind(filters) ~= "table" then
    M.complain(3, "set:%s: the filters should be a table {name=value, …}, not a %s", method, M.kind(filters))
  end
  local ok, tree, queries = pcall(grown, self, method, filters)
  if not ok and not tostring(tree):find "^where:" then error(tree, 0) end -- it has its place already
  if not ok then M.complain(3, "%s", (tree:gsub("^where:", "set:" .. method .. ":"))) end
  for _, query in ipairs(queries) do
    local fine, message = core.query(query, self.lexicon)
    if not fine then M.complain(3, "set:%s: %s", method, message) end
  end
  return tree, filter_words(filters)
end

local function all_of(self) return self.tree.kind == "all" end

--- The articles that pass every filter.
-- @tparam table filters {from=, to= (inclusive days: "2024", "2024-12" or a day), source=, agency=, language=,
-- person= (somebody, in any spelling; a family name alone: all who bear it), mentions= (a person, body or place), side=
-- (of who or what is named), office= (a post that is held or named), match= (a query), story= (a key of stories()),
-- id=, url=, vars={name=value}, dated=<how>, undated="keep"|"drop", versions=true}; a value may be a list (any of
-- them).
-- Undated articles pass filters of days when their whole bracket lies inside, or with undated="keep".
-- @treturn selection
-- @raise where a filter is unknown (the known ones are listed) or its value is wrong
function M.methods:where(filters)
  local inside = M.inside(self, "where")
  local tree, says = checked(inside, "where", filters)
  if all_of(inside) then return M.new(inside, tree, says) end
  return M.new(inside, { kind = "both", inside.tree, tree }, ("%s, %s"):format(inside.says, says))
end

--- The articles that do not pass all of these filters.
function M.methods:without(filters)
  local inside = M.inside(self, "without")
  local tree, says = checked(inside, "without", filters)
  return M.new(inside, { kind = "but", inside.tree, tree }, ("%s without {%s}"):format(inside.says or "all", says))
end

local function combine(kind, sign)
  return function (a, b)
    local one, two = M.peek(a), M.peek(b)
    if not (one and two) then
      M.complain(2, "a selection %s a %s: both should be selections of one set", sign, type(one and b or a))
    end
    if one.set ~= two.set then M.complain(2, "selections of two different sets cannot be combined") end
    local tree = { kind = kind }
    if one.tree.kind == kind then table.move(one.tree, 1, #one.tree, 1, tree)
    else tree[1] = one.tree end
    tree[#tree + 1] = two.tree
    return M.new(one, tree, ("(%s) %s (%s)"):format(one.says or "all", sign, two.says or "all"))
  end
end

M.add, M.mul, M.sub = combine("either", "+"), combine("both", "*"), combine("but", "-")
meta.__add, meta.__mul, meta.__sub = M.add, M.mul, M.sub

--- How many articles.
function M.length(object)
  local self = M.peek(object)
  if self and self.store:closed() then M.complain(2, "#set: this set is closed") end
  local n, message = counted(M.inside(object, "where"))
  if not n then error(message, 2) end
  return n
end
meta.__len = M.length

--- `for id, article in pairs(set)`: as each().
function M.pairs(object)
  local following = M.methods.each(object)
  return function ()
    local article = following()
    if article then return article.id, article end
  end
end
meta.__pairs = M.pairs

local function method_names(methods)
  return table.concat(sorted_keys(methods), ", ")
end

--- The `__index` of sets and selections: methods, and an error that lists them for anything else.
function M.index(what, ...)
  local tables = { ... }
  return function (_, key)
    local all = {}
    for _, methods in ipairs(tables) do
      if methods[key] then return methods[key] end
      for name in pairs(methods) do all[name] = true end
    end
    M.complain(2, "%s has no method '%s'; it has: %s", what, tostring(key), method_names(all))
  end
end
meta.__index = M.index("a selection", M.methods)

local HINTED = 8 -- values that a hint lists

local values_there = {
  source = "SELECT DISTINCT source AS value FROM article WHERE counts AND source IS NOT NULL ORDER BY 1",
  agency = "SELECT DISTINCT agency AS value FROM article WHERE counts AND agency IS NOT NULL ORDER BY 1",
  vars = "SELECT DISTINCT name AS value FROM var ORDER BY 1",
  office = "SELECT office AS value FROM held GROUP BY office ORDER BY count(*) DESC, office",
}

-- A filter whose value (of vars, whose name) no article of the set has, and what there is; nil where there is none.
local function hint_of(store, tree)
  for _, item in ipairs(tree) do
    local name = item[1]
    if type(item) == "table" and item.kind then
      local hint = hint_of(store, item)
      if hint then return hint end
    elseif values_there[name] then
      local there, list = {}, rows_of(store, values_there[name]):column "value"
      for _, value in ipairs(list) do there[value] = true end
      if not there[item[2]] and #item <= 3 then
        local more = #list > HINTED and ", …" or ""
        return ("%s here: %s%s"):format(name, table.concat(list, ", ", 1, math.min(#list, HINTED)), more)
      end
    end
  end
end

function meta.__tostring(selection)
  local self = M.peek(selection)
  if self.store:closed() then return ("selection of a closed set: %s"):format(self.says) end
  local n, left_out = counted(self)
  local note = n and left_out > 0 and (", %d undated left out"):format(left_out) or ""
  local articles = n == 1 and "1 article" or ("%s articles"):format(n or "?")
  local hint = n == 0 and left_out == 0 and hint_of(self.store, self.tree)
  local lines = { ("selection of %s%s: %s"):format(articles, note, self.says ~= "" and self.says or "all") }
  local width = require "alliance.show.width"
  for _, line in ipairs(hint and width.wrap(hint, width.terminal() - 2) or {}) do lines[#lines + 1] = "  " .. line end
  return table.concat(lines, "\n")
end

return M
