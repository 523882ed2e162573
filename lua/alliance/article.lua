--- One article: what was published, without the page around it.
local core = require "alliance.core"
local lexicon = require "alliance.lexicon"
local values = require "alliance.show.values"

local M = {}
local methods = {}
local meta = core.article_meta
local columns_of = core.text_width or utf8.len

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
function methods:raw(first, last) return core.article_raw(self, first, last) end

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
  if is_field[key] then return values.dress(core.article_field(article, key)) end
  error(("an article has no field '%s'; it has: %s, and the methods raw, json"):format(tostring(key),
    table.concat(M.fields, ", ")), 2)
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

-- -- a page for people ---------------------------------------------------------------------------

-- A word that is wider than a line (a link, a language without spaces), in pieces that are not.
local function pieces(word, width)
  if columns_of(word) <= width then return { word } end
  local list, from, used = {}, 1, 0
  for at, code in utf8.codes(word) do
    local columns = columns_of(utf8.char(code))
    if used + columns > width and at > from then
      list[#list + 1] = word:sub(from, at - 1)
      from, used = at, 0
    end
    used = used + columns
  end
  list[#list + 1] = word:sub(from)
  return list
end

-- The text in lines of at most `width` columns, cut between words; `indent` stands before each.
local function wrap(out, text, width, indent)
  local line, used = {}, 0
  local room = width - columns_of(indent)
  local function place(word)
    local columns = columns_of(word)
    if #line > 0 and used + columns + 1 > room then
      out[#out + 1] = indent .. table.concat(line, " ")
      line, used = {}, 0
    end
    used = used + columns + (#line > 0 and 1 or 0)
    line[#line + 1] = word
  end
  for word in text:gmatch("%S+") do
    for _, piece in ipairs(pieces(word, room)) do place(piece) end
  end
  if #line > 0 then out[#out + 1] = indent .. table.concat(line, " ") end
end

-- The first `most` lines of a paragraph, the last of them ending in "…" where there is more.
local function opening(out, text, width, most)
  local lines = {}
  wrap(lines, text, width - 2, "")
  for i = 1, math.min(most, #lines) do
    out[#out + 1] = lines[i] .. (i == most and #lines > most and " …" or "")
  end
end

local function dateline_text(dateline)
  local parts = {}
  for _, key in ipairs { "place", "date" } do parts[#parts + 1] = dateline[key] end
  return table.concat(parts, ", ") .. (dateline.agency and (" (%s)"):format(dateline.agency) or "")
end

-- "2024-12-20 (metadata) · Example Times · by A, B · SEOUL, 2024-12-20 (Yonhap) · Yonhap"
local function about_text(article)
  local day = article.published
  local parts = { day and ("%s (%s)"):format(day, article.dating.how) or "undated", article.source }
  if #article.byline > 0 then parts[#parts + 1] = "by " .. table.concat(article.byline, ", ") end
  if article.dateline then parts[#parts + 1] = dateline_text(article.dateline) end
  parts[#parts + 1] = article.agency
  return table.concat(parts, " · ")
end

local function count_text(n, one, many) return ("%d %s"):format(n, n == 1 and one or many) end

-- "left out as furniture: 3 metadata, 1 share", by reason in order of first appearance.
local function furniture_text(article)
  local counts, order = {}, {}
  for _, item in ipairs(article.boilerplate) do
    local reason = item.reason or "unknown"
    if not counts[reason] then order[#order + 1] = reason end
    counts[reason] = (counts[reason] or 0) + 1
  end
  if #order == 0 then return nil end
  for i, reason in ipairs(order) do order[i] = ("%d %s"):format(counts[reason], reason) end
  return "left out as furniture: " .. table.concat(order, ", ")
end

local function words_of(text)
  local n = 0
  for _ in text:gmatch("%f[%w\x80-\xFF][%w\x80-\xFF]+[%w\x80-\xFF'.-]*") do n = n + 1 end
  return n
end

local function captions_into(out, article, width)
  for _, caption in ipairs(article.captions) do
    local credit = caption.credit and (" (%s)"):format(caption.credit) or ""
    wrap(out, ("[picture] %s%s"):format(caption.text or "", credit), width, "  ")
  end
  if #article.captions > 0 then out[#out + 1] = "" end
end

--- The article as a page to read, `width` columns wide.
-- @tparam article article
-- @tparam integer width
-- @treturn string without a line end behind it
function M.page(article, width)
  local out = {}
  wrap(out, article.headline or "(no headline)", width, "")
  wrap(out, about_text(article), width, "")
  out[#out + 1] = ""
  captions_into(out, article, width)
  for _, paragraph in ipairs(article.paragraphs) do
    opening(out, paragraph, width, 3)
    out[#out + 1] = ""
  end
  local furniture = furniture_text(article)
  if furniture then wrap(out, furniture, width, "") end
  wrap(out, ("%s, %s, id %s"):format(count_text(#article.sentences, "sentence", "sentences"),
    count_text(words_of(article.text), "word", "words"), article.id), width, "")
  return table.concat(out, "\n")
end

function meta.__tostring(article)
  local terminal = core.terminal_width and core.terminal_width()
  return M.page(article, math.max(20, terminal or 80))
end

return M
