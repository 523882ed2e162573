--- What is looked for, and where: the options that all counting has in common.
--
-- scope="body" (the default) | "headline" | "text" (all of the article) | "quotes" (between quotation
-- marks: direct quotations and fragments)
-- case=true: words count as they are written; else folded: capitals, the shape of quotes and dashes do not matter
-- min=: rows that count less are left out      limit=: rows, the first ones; `f.total` counts all
local dictionary = require "alliance.ask.dictionary"
local naming = require "alliance.naming"
local selection = require "alliance.selection"

local M = {}

local scopes = { body = true, headline = true, text = true, quotes = true }

--- Names and types of these options, for selection.check_options.
M.known = { scope = "string", case = "boolean", min = "number", limit = "number" }

--- The names of M.known and more.
function M.with(more)
  local all = {}
  for name, kind in pairs(M.known) do all[name] = kind end
  for name, kind in pairs(more) do all[name] = kind end
  return all
end

local function whole(method, options, name, least)
  local value = options[name]
  if value ~= nil and (math.type(value) ~= "integer" or value < least) then
    selection.complain(4, "set:%s: option '%s' should be a whole number from %d, not %s", method, name, least, value)
  end
end

--- Checks options, and gives what the core asks for.
-- @tparam string method
-- @tparam table|nil options
-- @tparam table known names and types
-- @treturn table options
-- @treturn table {scope=, case=, min=, limit=}
function M.check(method, options, known)
  options = selection.check_options(method, options, known)
  if options.scope and not scopes[options.scope] then
    selection.complain(3, "set:%s: option 'scope' should be one of body, headline, quotes, text, not '%s'", method,
      options.scope)
  end
  whole(method, options, "min", 0)
  whole(method, options, "limit", 1)
  return options, { scope = options.scope or "body", case = options.case, min = options.min, limit = options.limit }
end

--- A word, phrase or pattern as the core takes it; nil where there is no word in it.
-- @tparam string text
-- @param lexicon
-- @tparam boolean case
-- @treturn table|nil {patterns={{words={…}}}}
function M.pattern(text, lexicon, case)
  local words = {}
  for i, word in ipairs(dictionary.words_of(text, lexicon)) do words[i] = case and word.written or word.folded end
  return #words > 0 and { patterns = { { words = words } } } or nil
end

--- Words as a pattern over words.
function M.as_pattern(words)
  local parts = {}
  for i, word in ipairs(words) do parts[i] = ('["%s"]'):format(word) end
  return table.concat(parts, " ")
end

-- Brackets, or where it is to be, make a query a pattern over words.
local function is_pattern(query)
  return query:find("[", 1, true) or query:find "%swithin%s+sentence%s*$" or query:find "%swithin%s+quote%s*$"
end

--- What a text is that is looked for, for the core: "query", "query written", "query stem"; or of a pattern over words
-- "folded", "written", "stem", which says what its words are.
-- @raise where both case and stem are asked for
function M.kind(method, query, options)
  if options.case and options.stem then
    selection.complain(3, "set:%s: options 'case' and 'stem' exclude one another", method)
  end
  local words = options.case and "written" or options.stem and "stem"
  if is_pattern(query) then return words or "folded" end
  return words and "query " .. words or "query"
end

--- A query as the core takes it; raises where it is faulty.
function M.query(method, query, lexicon, options)
  local kind, wrong = M.kind(method, query, options), nil
  if kind:find "^query" then wrong = naming.wrong(query, lexicon) end
  if wrong then selection.complain(4, "set:%s: %s", method, wrong) end
  return { query = naming.codes(query, lexicon), kind = kind }
end

--- The same, of an argument or option; `@KR` and `@"Kim Seon-ho"` stand for all names of a side, person or body.
-- @raise where there is no word in it
function M.term(method, what, text, lexicon, case)
  if type(text) ~= "string" then
    selection.complain(3, "set:%s: %s should be a word or phrase (a text), not a %s", method, what, type(text))
  end
  if naming.has(text) then return { query = naming.codes(text, lexicon), kind = "folded" } end
  return M.pattern(text, lexicon, case)
    or selection.complain(3, "set:%s: %s has no word in it: '%s'", method, what, text)
end

return M
