--- Which articles: the table of them, one of them, each of them.
local article = require "alliance.article"
local selection = require "alliance.selection"

local methods = selection.methods

--- A row an article, by day of publication, then id; undated ones last.
-- @treturn[1] frame id, published, how, source, headline, agency, language, words (of the body)
-- @return[2] nil, message, code
function methods:articles(...)
  selection.check_none("articles", ...)
  local self_ = selection.inside(self, "articles")
  local found, message, code = self_.store:table("articles", self_.tree)
  if not found then return selection.failed("articles", message, code) end
  return selection.frame(self_, found, "articles")
end

-- The article with this number, read again from its stored bytes.
local function load_article(self, number)
  local bytes, about, code = self.store:get(number)
  if not bytes then return nil, about, code end
  about.lexicon = self.lexicon
  return article.read(bytes, about)
end

local function number_of(self, id)
  if self.tree.kind == "all" then return self.store:find(id) end
  local tree = { kind = "both", self.tree, { kind = "where", versions = true, { "id", id } } }
  local numbers, message, code = self.store:next(tree, 0)
  if not numbers then return nil, message, code end
  return numbers[#numbers]
end

--- One article. Of several versions the one that counts.
-- @tparam string id
-- @treturn[1] article
-- @return[2] nil where there is none; with message and code where it cannot be read
-- @raise where the id is not a string
function methods:article(id)
  local self_ = selection.inside(self, "article")
  if type(id) ~= "string" then
    selection.complain(2, "set:article: argument 1 (id) should be a string, not a %s", type(id))
  end
  local number, message, code = number_of(self_, id)
  if not number then return nil, message, code end
  return load_article(self_, number)
end

--- An iterator of articles, in order of adding. It holds nothing open: articles may come and go meanwhile.
-- @treturn function for `for article in set:each() do`
-- @raise in the loop, where the file cannot be read
function methods:each()
  local self_ = selection.inside(self, "each")
  local numbers, i, last = {}, 0, 0
  return function ()
    selection.inside(self, "each")
    while true do
      i = i + 1
      if not numbers[i] then
        local message
        numbers, message = self_.store:next(self_.tree, last)
        if not numbers then error(message, 2) end
        if #numbers == 0 then return nil end
        i = 1
      end
      last = numbers[i]
      local found, problem = load_article(self_, last)
      if found then return found end
      if problem then error(problem, 2) end -- else it has been taken out meanwhile
    end
  end
end

return methods
