--- One article: what was published, without the page around it.
local core = require "alliance.core"
local lexicon = require "alliance.lexicon"
local page = require "alliance.show.page"
require "alliance.show.values" -- what a field holds prints itself
local width = require "alliance.show.width"

local M = {}
local methods = {}
local meta = core.article_meta

local extras = setmetatable({}, { __mode = "k" }) -- article -> {path=, vars=}: what no reading can tell

--- The fields of an article, in documented order.
M.fields = core.article_fields()
table.move({ "vars", "path" }, 1, 2, #M.fields + 1, M.fields)

local function argument(at, name, value, wanted)
  if type(value) == wanted then return end
  error(("alliance.read: argument %d (%s) should be a %s, not a %s"):format(at, name, wanted, type(value)), 3)
end

--- Reads one article.
-- @tparam string text the article as it came, any encoding
-- @tparam[opt] table about {published=, source=, url=, id=, format="text"|"html", lexicon=, vars={…}, path=}
-- @treturn[1] article
-- @return[2] nil, message, code ("EMPTY", "EHTML", "EBINARY", "ELIMIT", …), byte (1-based) or nil
-- @raise where an argument has the wrong type
function M.read(text, about)
  argument(1, "text", text, "string")
  if about == nil then return core.read(text, nil, lexicon.default()) end
  argument(2, "about", about, "table")
  for _, name in ipairs { "published", "source", "url", "id" } do
    if about[name] ~= nil then argument(2, "about." .. name, about[name], "string") end
  end
  if about.lexicon ~= nil and getmetatable(about.lexicon) ~= core.lexicon_meta then
    error("alliance.read: about.lexicon should be a lexicon (alliance.lexicon{…}), not a " .. type(about.lexicon), 2)
  end
  if about.vars ~= nil then argument(2, "about.vars", about.vars, "table") end
  if about.format == "html" then return nil, "a page of HTML, which this version does not read yet", "EHTML" end
  if about.format ~= nil and about.format ~= "text" then
    error(('alliance.read: about.format should be "text" or "html", not %s'):format(tostring(about.format)), 2)
  end
  local article, message, code, byte = core.read(text, about, about.lexicon or lexicon.default())
  if not article then return nil, message, code, byte end
  return M.know(article, about)
end

--- Tells an article what reading cannot: its vars and its path.
-- @tparam article article
-- @tparam table about {vars=, path=}
-- @treturn article the same
function M.know(article, about)
  extras[article] = { vars = about.vars, path = about.path }
  return article
end

--- The bytes of the input that a span of `article.text` came from.
-- @tparam integer first 1-based byte of `article.text`
-- @tparam integer last inclusive
-- @treturn integer first byte of the input
-- @treturn integer last byte of the input
-- @raise where these are no bytes of the text
function methods:raw(first, last)
  local from, to, n = math.tointeger(first), math.tointeger(last), #self.text
  if not (from and to and 1 <= from and from <= to and to <= n) then
    error(("article:raw: first and last should be bytes of article.text, 1 to %d and in order, not %s and %s"):format(n,
      tostring(first), tostring(last)), 2)
  end
  return core.article_raw(self, from, to)
end

--- The article as one JSON object: every field under its name, nil left out, empty lists `[]`.
-- Every item with a span has `raw={first,last}` too, bytes of the input.
-- @treturn string one line of valid UTF-8
-- @raise where `vars` holds what JSON cannot (a function, tables nested too deep)
function methods:json() return core.article_json(self, { vars = self.vars, path = self.path }) end

-- A field that reading cannot tell; vars are always a table.
local function extra(article, key)
  local known = extras[article]
  if key == "path" then return known and known.path end
  return known and known.vars or {}
end

local is_field = {}
for _, name in ipairs(M.fields) do is_field[name] = true end

function meta.__index(article, key)
  local method = methods[key]
  if method then return method end
  if key == "vars" or key == "path" then return extra(article, key) end
  if is_field[key] then return core.article_field(article, key) end
  error(("an article has no field '%s'; it has: %s, and the methods raw, json"):format(tostring(key),
    table.concat(M.fields, ", ")), 2)
end

function meta.__newindex(_, key)
  error(("an article cannot be changed (field '%s'): it is what was read"):format(tostring(key)), 2)
end

--- Every field that is there, in documented order.
function meta.__pairs(article)
  local i = 0
  return function ()
    while i < #M.fields do
      i = i + 1
      local name = M.fields[i]
      local value = article[name]
      if value ~= nil then return name, value end
    end
  end
end

function meta.__tostring(article) return page.of(article, width.terminal()) end

return M
