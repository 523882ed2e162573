--- Full text search: which articles speak of something, the best first.
local selection = require "alliance.selection"

local methods = selection.methods
local known = { limit = "number", scope = "string" }
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

--- Articles that a query finds.
-- Words `ironclad commitment` (both), `"burden sharing"` (a phrase), `deter*`, `AND OR NOT` in capitals,
-- parentheses, `NEAR(ironclad commitment, 5)`. Nothing inside a word is syntax: U.S., 2+2, South Korea-U.S. are read
-- as their tokens.
-- @tparam string query
-- @tparam[opt] table options {limit= (100 without it), scope="text"|"body"|"headline" ("text" without it)}
-- @treturn[1] frame id, published, source, headline, snippet, score (bm25); `f.total` is the number of all hits
-- @return[2] nil, message, code
-- @raise where the query is faulty: the message has the query and a caret under the place
function methods:search(query, options)
  local self_ = selection.inside(self, "search")
  options = M.check("search", query, options, known)
  local found, total, code, byte = self_.store:search(self_.tree, query, options.scope, options.limit or 100)
  if not found then return selection.failed("search", total, code, byte) end
  return selection.frame(self_, found, ("search %s"):format(query), { total = total })
end

return M
