--- Full text search: which articles speak of something, the best first.
local naming = require "alliance.naming"
local selection = require "alliance.selection"

local methods = selection.methods
local known = { aliases = "boolean", limit = "number", scope = "string", stem = "boolean" }
local scopes = { body = true, headline = true, text = true }

local M = {}

--- Checks what search and concordance have in common. `allowed`: scopes, where they are more.
function M.check(method, query, options, names, allowed)
  if type(query) ~= "string" then
    selection.complain(3, "set:%s: argument 1 (query) should be a string, not a %s", method, type(query))
  end
  options = selection.check_options(method, options, names)
  if options.limit and (math.type(options.limit) ~= "integer" or options.limit < 1) then
    selection.complain(3, "set:%s: option 'limit' should be a whole number from 1, not %s", method, options.limit)
  end
  if options.scope and not (allowed or scopes)[options.scope] then
    selection.complain(3, "set:%s: option 'scope' should be one of body, headline, %stext, not '%s'", method,
      allowed and "quotes, " or "", options.scope)
  end
  return options
end

--- The tree of a selection, and the query as words: names with @ are filters, and their spellings words.
-- @raise where the query is faulty
function M.naming(method, self, query)
  if not naming.has(query) then return self.tree, query end
  local wrong = naming.wrong(query, self.lexicon)
  if wrong then selection.complain(3, "set:%s: %s", method, wrong) end
  return { kind = "both", self.tree, naming.tree(query, self.lexicon) },
    naming.words(query, self.lexicon, self.store)
end

--- With aliases=true, the query with @ before its names, and what was done; else the query as it is.
function M.aliased(self, query, options)
  if not options.aliases then return query end
  local asked, says = naming.aliased(query, self.lexicon)
  return asked, #says > 0 and "names: " .. table.concat(says, ", ") or "names: none in the query"
end

-- The query with every word as its family.
local function families(method, self, query)
  local wrong = naming.wrong(query, self.lexicon)
  if wrong then selection.complain(3, "set:%s: %s", method, wrong) end
  local stemmed, message = naming.stemmed(query, self.lexicon, self.store)
  return stemmed or selection.complain(3, "set:%s: %s", method, message)
end

--- Articles that a query finds.
-- Words `ironclad commitment` (both), `"burden sharing"` (a phrase), `deter*`, `AND OR NOT` in capitals,
-- parentheses, `NEAR(ironclad commitment, 5)`. Nothing inside a word is syntax: U.S., 2+2, South Korea-U.S. are read
-- as their tokens. `@KR` and `@"Kim Seon-ho"` are all names of a side, person or body (not in NEAR).
-- @tparam string query
-- @tparam[opt] table options {limit= (100 without it), scope="text"|"body"|"headline" ("text" without it), stem=true
-- (a word stands for its family, by Snowball's English stemmer: drill, drills, drilling),
-- aliases=true (a name in the query stands for all names of whom it names, as with @; the frame says which)}
-- @treturn[1] frame id, published, source, headline, snippet, score (bm25); `f.total` is the number of all hits
-- @return[2] nil, message, code
-- @raise where the query is faulty: the message has the query and a caret under the place
function methods:search(query, options)
  local self_ = selection.inside(self, "search")
  options = M.check("search", query, options, known)
  local asked, note = M.aliased(self_, query, options)
  local tree, words = M.naming("search", self_, options.stem and families("search", self_, asked) or asked)
  local found, total, code, byte = self_.store:search(tree, words, options.scope, options.limit or 100)
  if not found then return selection.failed("search", total, code, byte) end
  return selection.frame(self_, found, ("search %s"):format(asked), { total = total }, note)
end

return M
