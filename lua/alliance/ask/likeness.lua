--- Likeness: which articles speak of the same things, with what words.
local core = require "alliance.core"
local frames = require "alliance.show.frame"
local selection = require "alliance.selection"

local methods = selection.methods

-- What the core compares with: the number of an article of the set, else its words.
local function compared(self, which)
  local id = type(which) == "string" and which or which.id
  local number = id and self.store:find(id)
  if number then return number end
  if type(which) == "string" then return nil, ("no article '%s' is in this set"):format(id) end
  local words = {}
  local ok, body = pcall(function () return which.body end)
  for i, term in ipairs(core.cut_terms(ok and body or which.text, self.lexicon)) do words[i] = term.folded end
  return words
end

local function headline_of(self)
  return function (row)
    local found = self.store:select({ kind = "all" }, "SELECT a.headline FROM article a WHERE%s AND a.id = ?",
      { row.id })
    local rows = found and frames.of(found)
    return rows and rows[1] and rows[1].headline
  end
end

--- The articles of the selection that are most like one.
-- Cosine of weights (1 + ln tf) ln (N / df) of the folded words of the body; N and df are those of the selection
-- (Salton and Buckley 1988). 1 is the same words in the same proportions; for copies ask stories().
-- @tparam string|article which the id of an article of the set, or any article that was read
-- @tparam[opt] table options {limit= (20)}
-- @treturn[1] frame id, published, source, headline, similarity (0 to 1), words (those that give most); the nearest
-- first, without the article itself
-- @return[2] nil, message, code
-- @raise where `which` is neither, or an option is wrong
function methods:similar(which, options)
  local self_ = selection.inside(self, "similar")
  options = selection.check_options("similar", options, { limit = "number" })
  local limit = options.limit or 20
  if math.type(limit) ~= "integer" or limit < 1 then
    selection.complain(2, "set:similar: option 'limit' should be a whole number from 1, not %s", limit)
  end
  local readable = type(which) == "string" or pcall(function () assert(type(which.text) == "string") end)
  if not readable then
    selection.complain(2, "set:similar: argument 1 should be the id of an article or an article, not a %s", type(which))
  end
  local with, message = compared(self_, which)
  if not with then return nil, message end
  local found, problem, code = core.list_similar(self_.store, self_.tree, { limit = limit }, with)
  if not found then return selection.failed("similar", problem, code) end
  local name = type(which) == "string" and which or which.id or "an article"
  return frames.of(found, selection.made(self_, ("similar to %s"):format(name)),
    { columns = { "id", "published", "source", "headline", "similarity", "words" },
      lazy = { headline = headline_of(self_) } })
end

return methods
