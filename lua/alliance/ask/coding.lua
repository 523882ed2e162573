--- Coding: how often the categories of a dictionary are spoken of, by article or sentence.
local core = require "alliance.core"
local dictionary = require "alliance.ask.dictionary"
local frames = require "alliance.show.frame"
local places = require "alliance.ask.places"
local selection = require "alliance.selection"
local wanted = require "alliance.ask.wanted"

local methods = selection.methods
local units = { article = true, sentence = true }
local taken = { id = true, published = true, source = true, tokens = true, place = true, first = true, last = true,
  sentence = true }

local function compiled(what, self, case)
  if selection.kind(what) ~= "table" and type(what) ~= "string" then
    selection.complain(3, "set:code: argument 1 (dictionary) should be a table {category={pattern, …}} or the path " ..
      "of a .dic file, not a %s", selection.kind(what))
  end
  local out, message = dictionary.compile(what, self.lexicon, case)
  if not out then selection.complain(3, "set:code: %s", message) end
  for _, category in ipairs(out.categories) do
    if taken[category.name] then
      selection.complain(3, "set:code: a category cannot be called '%s': that is a column already", category.name)
    end
  end
  return out
end

-- The text of a sentence, looked up when it is touched.
local function sentence_of(object)
  local id, article
  return function (row)
    if row.id ~= id then id, article = row.id, object:article(row.id) end
    return article and (article.text:sub(row.first, row.last):gsub("%s+", " ")) or nil
  end
end

--- Counts the categories of a dictionary.
-- At every place the longest pattern of the whole dictionary counts, once for each category that has it and for those
-- around it; what lies within it counts no more. A pattern does not go on into another block (of sentences: into
-- another sentence).
-- @tparam table|string what a dictionary (alliance/ask/dictionary.lua), or the path of a LIWC .dic file
-- @tparam[opt] table options {unit="article"|"sentence" ("article" without it), scope=, case=}
-- @treturn[1] frame id, published, source, tokens (words), then a column a category, named "outer.inner": wide, as a
-- regression wants it; every article (or sentence that has words in the scope) has a row. Of sentences also place
-- (which one of the article), first, last, and by name sentence (its text). By publication, id and place
-- @return[2] nil, message, code
-- @raise where the dictionary is faulty (the category and item, or the file and line), or an option is wrong
function methods:code(what, options)
  local self_ = selection.inside(self, "code")
  local given, asked = wanted.check("code", options, { unit = "string", scope = "string", case = "boolean" })
  local unit = given.unit or "article"
  if not units[unit] then
    selection.complain(2, "set:code: option 'unit' should be article or sentence, not '%s'", unit)
  end
  local compiled_ = compiled(what, self_, given.case)
  local found, message, code, byte = core.list_codes(self_.store, self_.tree, asked, compiled_, unit == "sentence")
  if not found then return selection.failed("code", message, code, byte) end
  local query = type(what) == "string" and ("code %s"):format(what) or "code"
  local shown = { "id", "published", "source", "tokens" }
  if unit == "sentence" then shown = { "id", "published", "source", "place", "first", "last", "tokens" } end
  for _, category in ipairs(compiled_.categories) do shown[#shown + 1] = category.name end
  local made = selection.made(self_, query)
  made.counted = places.of_codes(self_, asked, compiled_, unit == "sentence")
  return frames.of(found, made,
    { columns = shown, lazy = unit == "sentence" and { sentence = sentence_of(self) } or nil,
      aside = { sentence = true } })
end

return methods
