--- Stories: which articles carry the same text, whole or in part, and who carried whose copy.
local selection = require "alliance.selection"

local methods = selection.methods
local known = { pairs = "boolean" }

local M = {}

--- The articles of the selection that share a story with others of the set, story by story: the original first, the
-- rest in order of time. What a story is does not depend on the selection. Sketches of the bodies are compared by runs
-- of four words, with containment as well as resemblance (Broder 1997): a half of one stands in the other, or a half
-- of its lead does; later than a week, only four fifths of one count. A shared paragraph of background, a phrase of
-- the trade or the same quotation alone make no story, and links do not add up: each member has one to the story's
-- core.
-- @tparam[opt] table options {pairs=true: a row for every copy beside its original}
-- @treturn[1] frame story (a key made of the original's words), id, role ("original", "copy", "rewrite": reworded,
-- "part": a brief, or an item of a longer article), similarity (0 to 1: the share of words of one that stand in the
-- other, whichever is more), published, source, headline
-- @treturn[2] frame with pairs: story, id, original (its id), role, similarity, evidence (why the original is taken for
-- it), added and dropped (which of article.paragraphs the copy has beside the original's, and which of the original's
-- it lacks), resemblance (shared words among all of both, 0 to 1), shared (words)
-- @return[3] nil, message, code
-- @raise where an option is unknown or wrong
function methods:stories(options)
  local self_ = selection.inside(self, "stories")
  options = selection.check_options("stories", options, known)
  local found, message, code = self_.store:stories(self_.tree, options.pairs)
  if not found then return selection.failed("stories", message, code) end
  return selection.frame(self_, found, options.pairs and "stories pairs=true" or "stories")
end

--- The same selection with one article a story: the original, or else the earliest that is in it. For counting.
-- @tparam table self what selection.inside gives
-- @treturn table the same with another tree
function M.independent(self)
  return setmetatable({ tree = { kind = "votes", self.tree },
    says = ("%s, one article a story"):format(self.says or "all") }, { __index = self })
end

return M
