--- Queries with names: @KR and @"Kim Seon-ho" stand for every name of a side, person or body. In: a query. Out: the
-- tree of filters that it stands for, for the articles; and a query of plain words, for their order and their snippets.
local core = require "alliance.core"
local known = require "alliance.join.known"
local named = require "alliance.named"
local phrases_of = require "alliance.lexicon".phrases

local M = {}

local marks = { ['"'] = true, ["“"] = true, ["”"] = true, ["„"] = true }

local function mark_at(text, at)
  local letter = text:match("^[%z\1-\127\194-\244][\128-\191]*", at)
  return marks[letter] and letter
end

-- The byte behind the closing mark of what is quoted from `at` on; nil where it is not closed.
local function quoted_end(text, at)
  at = at + #mark_at(text, at)
  while at <= #text do
    local mark = mark_at(text, at)
    if mark then return at + #mark end
    at = at + 1
  end
end

local operators = { AND = true, OR = true, NOT = true }

local function name_end(text, at)
  if mark_at(text, at + 1) then return quoted_end(text, at + 1) end
  return text:match("^@[^%s()\"]*()", at)
end

local function lexeme(text, at)
  if text:find("^[()]", at) then return { kind = text:sub(at, at), first = at, behind = at + 1 } end
  if text:find("^@", at) then return { kind = "name", first = at, behind = name_end(text, at) } end
  if text:find("^NEAR%(", at) then return { kind = "near", first = at, behind = text:match("^[^)]*%)()", at) } end
  if mark_at(text, at) then
    local behind = quoted_end(text, at)
    return { kind = "words", first = at, behind = behind and text:match("^%*?()", behind) }
  end
  local word, behind = text:match("^([^%s()\"]+)()", at)
  if not word then return nil end
  return { kind = operators[word] and word or "words", first = at, behind = behind }
end

-- The parts of a query, in order; what is not closed ends them (the query is checked by who reads it).
local function lexemes(text)
  local list, at = {}, text:find "%S"
  while at do
    local one = lexeme(text, at)
    if not (one and one.behind) then break end
    list[#list + 1] = one
    at = text:find("%S", one.behind)
  end
  return list
end

local function is_named_near(query, one)
  return one.kind == "near" and query:sub(one.first, one.behind - 1):find "[%s(]@" ~= nil
end

--- Does a name with @ stand in the query?
function M.has(query)
  if not query:find("@", 1, true) then return false end
  for _, one in ipairs(lexemes(query)) do
    if one.kind == "name" or is_named_near(query, one) then return true end
  end
  return false
end

-- What is called: "KR" of @KR and @kr, "Kim Seon-ho" of @"Kim Seon-ho".
local function called(query, one, lexicon)
  local text = query:sub(one.first + 1, one.behind - 1)
  local mark = mark_at(text, 1)
  if mark then return text:sub(#mark + 1, text:sub(-1) == '"' and -2 or -4) end -- a curly mark has three bytes
  return named.side(lexicon, text) or text
end

--- A query for the core, which knows sides by their codes alone: @kr and @Japan become @KR and @JP.
function M.codes(query, lexicon)
  return (query:gsub("(%f[^%z%s(]@)([%w.]+)", function (at, text) return at .. (named.side(lexicon, text) or text) end))
end

--- What is wrong with a query, names and all; nil: nothing.
function M.wrong(query, lexicon)
  local masked, at = {}, 1
  for _, one in ipairs(lexemes(query)) do
    if one.kind == "name" then
      local long = one.behind - one.first
      if long < 2 or called(query, one, lexicon) == "" then
        return "a side, or a name in quotes, is missing behind @: @KR, @\"Kim Seon-ho\""
      end
      masked[#masked + 1] = query:sub(at, one.first - 1) .. ("x"):rep(long)
      at = one.behind
    elseif is_named_near(query, one) then
      return "a name with @ cannot stand in NEAR( ); a pattern of kwic and count says how near: " ..
        "@KR []{0,5} [commitment]"
    end
  end
  local plain = table.concat(masked) .. query:sub(at)
  local fine, message = core.query(plain, lexicon)
  if fine then return nil end
  local from, to = message:find(plain, 1, true)
  return from and message:sub(1, from - 1) .. query .. message:sub(to + 1) or message
end

-- == aliases=true ======================================================================================

local LONGEST = 8 -- words of a name

-- Acronyms are names in capitals alone: "who" and "us" are words.
local function is_alias(row, text)
  for _, name in ipairs { row.name or row[1], table.unpack(row.aliases or {}) } do
    if name == text or name:find "%l" and core.fold(name) == core.fold(text) then return true end
  end
end

local function row_called(lexicon, kind, text)
  for _, row in ipairs(lexicon.tables[kind] or {}) do
    if type(row) == "table" and is_alias(row, text) then return row end
  end
end

-- "@KR" for "South Korea", "@\"Yoon Suk Yeol\"" for "Yoon Suk-yeol"; nil where it is no name.
local function at_name(lexicon, text)
  local country = row_called(lexicon, "countries", text)
  if country then return "@" .. country.side end
  local body = row_called(lexicon, "organisations", text)
  if body then return ('@"%s"'):format(body.name or body[1]) end
  local person = text:find "%s" and known.named(lexicon, text)[1]
  return person and ('@"%s"'):format(person.name) or nil
end

-- The longest name that begins at list[i]: what stands for it, its words, how many parts it has.
local function name_from(query, list, i, lexicon)
  local first, most = list[i].first, i
  local function goes_on(one) return one and one.kind == "words" and not mark_at(query, one.first) end
  while not mark_at(query, first) and most - i < LONGEST - 1 and goes_on(list[most + 1]) do most = most + 1 end
  for last = most, i, -1 do
    local text = query:sub(first, list[last].behind - 1)
    local plain = mark_at(query, first) and text:gsub('^[^%w]+', ""):gsub("[^%w.]+$", "") or text
    local at = at_name(lexicon, plain)
    if at then return at, plain, last - i + 1 end
  end
end

--- A query in which names are written with @, whatever spelling the caller gave.
-- @treturn string query
-- @treturn {string,...} what was done: "South Korea as @KR"
function M.aliased(query, lexicon)
  local list, parts, says, at, i = lexemes(query), {}, {}, 1, 1
  while list[i] do
    local name, text, n
    if list[i].kind == "words" then name, text, n = name_from(query, list, i, lexicon) end
    if name then
      parts[#parts + 1] = query:sub(at, list[i].first - 1) .. name
      says[#says + 1] = ("%s as %s"):format(text, name)
      at = list[i + n - 1].behind
    end
    i = i + (n or 1)
  end
  return table.concat(parts) .. query:sub(at), says
end

-- == stem=true =========================================================================================

local PHRASES = 200 -- that the families of a query may become; the core reads 256

-- Every phrase of one word of each family.
local function phrases_of_families(families)
  local list = { "" }
  for i, family in ipairs(families) do
    local more = {}
    for _, before in ipairs(list) do
      for _, word in ipairs(family) do more[#more + 1] = before .. (i > 1 and " " or "") .. word end
    end
    list = more
    if #list > PHRASES then return nil end
  end
  return list
end

-- '("drill" OR "drills")' for a word or phrase; nil where the families have too many.
local function any_of(text, lexicon, store)
  local families = {}
  for i, word in ipairs(core.cut_asked((text:gsub("[*?]", " ")), lexicon)) do
    local family, message = core.family(store, word.folded)
    if not family then error(message, 0) end
    families[i] = #family > 0 and family or { word.folded }
  end
  local list = phrases_of_families(families)
  return list and ('("%s")'):format(table.concat(list, '" OR "')), list and #list
end

--- A query in which every word stands for its family: all words of the file that have its stem.
-- @treturn[1] string query
-- @return[2] nil, what is wrong
function M.stemmed(query, lexicon, store)
  local parts, at, n = {}, 1, 0
  for _, one in ipairs(lexemes(query)) do
    if one.kind == "near" then return nil, "stem=true has no place beside NEAR( ); kwic has it in patterns" end
    local text = query:sub(one.first, one.behind - 1)
    if one.kind == "words" and text:sub(-1) ~= "*" then
      local any, more = any_of(text, lexicon, store)
      n = n + (more or PHRASES + 1)
      if n > PHRASES then return nil, ("the families of these words are more than %d phrases"):format(PHRASES) end
      parts[#parts + 1] = query:sub(at, one.first - 1) .. " " .. any .. " "
      at = one.behind
    end
  end
  return table.concat(parts) .. query:sub(at)
end

-- == the tree ==========================================================================================

local function leaf(filter, versions) return { kind = "where", versions = versions, filter } end

-- A node of one kind over what `sub` reads; one alone stays itself.
local function chain(kind, more, sub, goes_on)
  return function (r)
    local list = { kind = kind, sub(r) }
    while r.list[r.at] and goes_on(r.list[r.at].kind) do
      if more then r.at = r.at + 1 end
      list[#list + 1] = sub(r)
    end
    return #list == 1 and list[1] or list
  end
end

local any

local function part(r)
  local one = r.list[r.at]
  r.at = r.at + 1
  if one.kind == "(" then
    local inner = any(r)
    r.at = r.at + 1
    return inner
  end
  if one.kind == "name" then
    return leaf({ "naming", table.unpack(named.names_with(r.lexicon, called(r.query, one, r.lexicon))) }, r.versions)
  end
  return leaf({ "match", r.query:sub(one.first, one.behind - 1) }, r.versions)
end

local function is(kind) return function (other) return other == kind end end

local begins = { words = true, name = true, near = true, ["("] = true }
local together = chain("both", false, part, function (kind) return begins[kind] end)
local without = chain("but", true, together, is "NOT")
local both = chain("both", true, without, is "AND")
any = chain("either", true, both, is "OR")

--- The tree of filters of a query that `wrong` finds nothing wrong with.
function M.tree(query, lexicon, versions)
  return any { query = query, list = lexemes(query), at = 1, lexicon = lexicon, versions = versions }
end

-- == words =============================================================================================

local MOST = 40 -- names, the most frequent, that stand for one in a query of words

local SPELLINGS = [[
SELECT f.name, count(*) AS n FROM form f JOIN entity e USING (form) LEFT JOIN who w USING (who)
WHERE f.name IN (%s) OR w.name IN (%s) OR (f.what = 'place' AND f.side IN (%s) AND (e.kind = 'country' OR
e.stands_for IS NOT NULL)) GROUP BY f.name ORDER BY n DESC, f.name LIMIT ]] .. MOST

local indexes = setmetatable({}, { __mode = "k" }) -- lexicon -> name -> {{kind=, row=}, …}

-- Bodies and places are kept by the lexicon's name, whatever the article writes.
local function written(lexicon, name)
  local index = indexes[lexicon]
  if not index then
    index = {}
    for _, kind in ipairs { "countries", "places", "organisations" } do
      for _, row in ipairs(lexicon.tables[kind] or {}) do
        local called_so = type(row) == "table" and (row.name or row[1]) or row
        index[called_so] = index[called_so] or {}
        table.insert(index[called_so], { kind = kind, row = row })
      end
    end
    indexes[lexicon] = index
  end
  local list = { name }
  for _, entry in ipairs(index[name] or {}) do
    local phrases = phrases_of(entry.kind, entry.row)
    table.move(phrases, 1, #phrases, #list + 1, list)
  end
  return list
end

local function spellings(lexicon, store, values)
  local sql = SPELLINGS:gsub("%%s", (("?, "):rep(#values):sub(1, -3)))
  local given = {}
  for _ = 1, 3 do table.move(values, 1, #values, #given + 1, given) end
  local found, message = store:select({ kind = "all" }, sql, given)
  if not found then error(message, 0) end
  local list, seen = {}, {}
  for _, name in ipairs(require "alliance.show.frame".of(found):column "name") do
    for _, spelling in ipairs(written(lexicon, name)) do
      if not seen[spelling] then list[#list + 1] = spelling end
      seen[spelling] = true
    end
  end
  return list
end

--- The query with all spellings of each name, for the order of what is found and for snippets.
function M.words(query, lexicon, store)
  local parts, at = {}, 1
  for _, one in ipairs(lexemes(query)) do
    if one.kind == "name" then
      local values = named.names_with(lexicon, called(query, one, lexicon))
      local phrases = {}
      for _, name in ipairs(spellings(lexicon, store, values)) do
        local phrase = '"' .. name:gsub('["*]', " ") .. '"'
        if core.query(phrase, lexicon) then phrases[#phrases + 1] = phrase end
      end
      if #phrases == 0 then phrases[1] = '"' .. values[1]:gsub('["*]', " ") .. '"' end
      parts[#parts + 1] = ("%s(%s)"):format(query:sub(at, one.first - 1), table.concat(phrases, " OR "))
      at = one.behind
    end
  end
  return table.concat(parts) .. query:sub(at)
end

return M
