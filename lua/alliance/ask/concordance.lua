--- Concordance: every place where something is said, in its surroundings (keyword in context).
local search = require "alliance.ask.search"
local selection = require "alliance.selection"

local methods = selection.methods
local known = { limit = "number", scope = "string", width = "number", by = "string", sort = "string" }
local sorts = { left = true, right = true, match = true }

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

local function sort_of(options)
  if options.sort and options.sort ~= "published" and not sorts[options.sort] then
    selection.complain(3, "set:kwic: option 'sort' should be one of left, match, published, right, not '%s'",
      options.sort)
  end
  return sorts[options.sort] and options.sort or nil
end

-- What is printed and exported. sentence, first, last, rule and key are there by name: on paper they would
-- leave no room for the text.
local columns = { "id", "published", "source", "left", "match", "right" }

--- A row for every place that a query finds (its language: see search).
-- @tparam string query
-- @tparam[opt] table options {width= (characters on each side, 40 without it), by="chars"|"sentence" (the whole
-- sentence), sort="published"|"left"|"right"|"match" (words outwards from the match; by publication without it),
-- scope="body"|"headline"|"text" ("body" without it), limit= (rows; all without it)}
-- @treturn[1] frame id, published, source, left, match, right; by name a row also has sentence, first, last (bytes
-- of the article's text), rule, key; `f.total` is the number of all hits
-- @return[2] nil, message, code
-- @raise where the query is faulty or an option is wrong
function methods:kwic(query, options)
  local self_ = selection.inside(self, "kwic")
  options = search.check("kwic", query, options, known)
  local width, sort = width_of(options), sort_of(options)
  local found, total, code, byte = self_.store:kwic(self_.tree, query, options.scope, width, sort, options.limit)
  if not found then return selection.failed("kwic", total, code, byte) end
  local frame = selection.frame(self_, found, ("kwic %s"):format(query), { columns = columns, total = total })
  return sort and frame:sort "_sort" or frame
end

return methods
