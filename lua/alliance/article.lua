--- One article: what was published, without the page around it.
local core = require "alliance.core"
local lexicon = require "alliance.lexicon"

local M = {}
local methods = {}
local meta = core.article_meta

--- Reads one article.
-- @tparam string text the article as it came, any encoding
-- @tparam[opt] table about {published=, source=, url=, id=, format="text", lexicon=}
-- @treturn[1] article
-- @return[2] nil, message, code ("EMPTY", "EHTML", "EBINARY", "ELIMIT", …), byte (1-based) or nil
-- @raise where an argument has the wrong type
function M.read(text, about)
  if type(text) ~= "string" then
    error(("alliance.read: argument 1 (text) should be a string, not a %s"):format(type(text)), 2)
  end
  if about ~= nil and type(about) ~= "table" then
    error(("alliance.read: argument 2 (about) should be a table, not a %s"):format(type(about)), 2)
  end
  return core.read(text, about, about and about.lexicon or lexicon.default())
end

--- The bytes of the input that a span of `article.text` came from.
-- @tparam integer first 1-based byte of `article.text`
-- @tparam integer last inclusive
-- @treturn integer first byte of the input
-- @treturn integer last byte of the input
function methods:raw(first, last) return core.article_raw(self, first, last) end

function meta.__index(article, key)
  local method = methods[key]
  if method then return method end
  return core.article_field(article, key)
end

return M
