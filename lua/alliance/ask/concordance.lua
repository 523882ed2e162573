--- Concordance: every place where something is said, in its surroundings (keyword in context).
local search = require "alliance.ask.search"
local selection = require "alliance.selection"
local wanted = require "alliance.ask.wanted"

local methods = selection.methods
local known = { aliases = "boolean", limit = "number", scope = "string", width = "number", by = "string",
  case = "boolean", stem = "boolean", sort = "any" }
local scopes = { body = true, headline = true, text = true, quotes = true }

-- Places of words by which rows are sorted: -1 is the word before the match, 1 the one behind it, 0 the match.
local sorts = { left = { -1, -2, -3, -4, -5, -6, -7, -8 }, right = { 1, 2, 3, 4, 5, 6, 7, 8 },
  match = { 0, 1, 2, 3, 4, 5, 6, 7 } }

local function width_of(options)
  if options.by == "sentence" then return 0 end
  if options.by and options.by ~= "chars" then
    selection.complain(3, "set:kwic: option 'by' should be chars or sentence, not '%s'", options.by)
  end
  local width = options.width or 40
  if math.type(width) ~= "integer" or width < 1 then
    selection.complain(3, "set:kwic: option 'width' should be a whole number from 1, not %s", width)
  end
  return width
end

local function is_place(n) return math.type(n) == "integer" and n >= -1000 and n <= 1000 end

-- A list of places, or nil: by publication.
local function sort_of(sort)
  if sort == nil or sort == "published" then return nil end
  if type(sort) == "number" then sort = { sort } end
  local list = type(sort) == "table" and sort or sorts[sort]
  local good = list and #list >= 1 and #list <= 16
  for _, place in ipairs(good and list or {}) do good = good and is_place(place) end
  if good then return list end
  selection.complain(3, "set:kwic: option 'sort' should be one of left, match, published, right, or places of words "
    .. "(-1, 2, {1, 2, -1}), not '%s'", sort)
end

-- What is printed and exported. sentence, first, last, rule and key are there by name: on paper they would
-- leave no room for the text.
local columns = { "id", "published", "source", "left", "match", "right" }

--- A row for every place that a query finds (its language: see search), or a pattern over words:
-- `[reaffirm*] []{0,3} [commitment]`, `"burden sharing" within quote`, `[stem=defend] [!of] within sentence`. There,
-- `[]` is any word, `[a|b]` one of several, `[!a]` any other; `?`, `*`, `+`, `{m,n}` behind a bracket say how often;
-- `@KR` and `@"Kim Seon-ho"` are any name of a side, person or body (here and in a query: `@KR AND talks`);
-- in a word `*` is any letters and `?` one; `word=` asks for it as it is written, `stem=` for its family. A hit of a
-- pattern ends as early as it can; none crosses a paragraph.
-- @tparam string query
-- @tparam[opt] table options {width= (characters on each side, 40 without it), by="chars"|"sentence" (the whole
-- sentence), sort="published"|"left"|"right"|"match" (words outwards from the match; by publication without it) or
-- places of words (-1 is the one before the match, 2 the second behind it; a list: one after another),
-- scope="body"|"headline"|"text"|"quotes" ("body" without it), case=true (words as they are written), stem=true (word
-- families, by Snowball's English stemmer), limit= (rows; all without it),
-- aliases=true (see search)}
-- @treturn[1] frame id, published, source, left, match, right; by name a row also has sentence, first, last (bytes
-- of the article's text), rule, key; `f.total` is the number of all hits
-- @return[2] nil, message, code
-- @raise where the query is faulty or an option is wrong
function methods:kwic(query, options)
  local self_ = selection.inside(self, "kwic")
  options = search.check("kwic", query, options, known, scopes)
  local width, sort = width_of(options), sort_of(options.sort)
  local asked, note = search.aliased(self_, query, options)
  local what = wanted.query("kwic", asked, self_.lexicon, options)
  local found, total, code, byte = self_.store:kwic(self_.tree, what.query, options.scope, width, sort, options.limit,
    what.kind)
  if not found then return selection.failed("kwic", total, code, byte) end
  local frame = selection.frame(self_, found, ("kwic %s"):format(what.query), { columns = columns, total = total },
    note)
  return sort and frame:sort "_sort" or frame
end

return methods
