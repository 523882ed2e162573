--- Posts by the words for them: what the lexicon's table `offices`, and the reader with it, make of "defense chief".
local core = require "alliance.core"

local M = {}

local indexes = setmetatable({}, { __mode = "k" }) -- lexicon -> {names=, phrases=, levels=}

local function index_of(lexicon)
  local index = indexes[lexicon]
  if index then return index end
  index = { names = {}, phrases = {}, levels = {} }
  for _, row in ipairs(lexicon.tables.offices or {}) do
    for key, value in pairs(row) do
      if key == "office" or (type(key) == "string" and key:find "^%u%u$") then
        index.names[core.fold(value)] = value
        index.levels[value] = index.levels[value] or row.level
      end
    end
    for _, phrase in ipairs(row) do
      local list = index.phrases[core.fold(phrase)] or {}
      index.phrases[core.fold(phrase)] = list
      list[#list + 1] = row
    end
  end
  for _, row in ipairs(lexicon.tables.tenures or {}) do index.names[core.fold(row.office)] = row.office end
  indexes[lexicon] = index
  return index
end

local beside = { "%s Zebulon Quarterman said so on Monday.", "Zebulon Quarterman, the %s, said so on Monday." }

-- What the reader makes of the words beside a name.
local function read(lexicon, words, out)
  for _, sentence in ipairs(beside) do
    local text = sentence:format(words):gsub("^%l", string.upper)
    local article = require("alliance.article").read(text, { lexicon = lexicon, published = "2024-06-01" })
    for _, person in ipairs(article and article.people or {}) do
      for _, post in ipairs(person.offices or {}) do out[core.fold(post.office)] = post.office end
    end
    if next(out) then return end
  end
end

local function add_row(row, side, out)
  local function add(office) if office then out[core.fold(office)] = office end end
  if side and row[side] then return add(row[side]) end
  add(row.office)
  for key, value in pairs(row) do
    if not side and type(key) == "string" and key:find "^%u%u$" then add(value) end
  end
end

--- The names of the posts that words can mean.
-- @tparam lexicon lexicon
-- @tparam string words a name of a post or a way to write it
-- @tparam[opt] string side decides where countries call one post differently
-- @treturn table set of names, folded -> as they are
function M.names(lexicon, words, side)
  local index, out = index_of(lexicon), {}
  local folded = core.fold(words)
  for _, row in ipairs(index.phrases[folded] or {}) do add_row(row, side, out) end
  if index.names[folded] and (side or not index.phrases[folded]) then out[folded] = index.names[folded] end
  if not next(out) then read(lexicon, words, out) end
  if not next(out) then out[folded] = words end
  return out
end

local short = { Minister = true, leader = true, Commander = true }
local one = { head = true, minister = true, commander = true, monarch = true }

--- Is there one holder of this post at a time? Ministers, heads, commanders of something; no lawmakers, no "minister".
function M.single(lexicon, office)
  local level = index_of(lexicon).levels[office]
  if not level then
    level = index_of(lexicon).levels[office:match "^(.-) of " or office]
    return level == "commander" and office:find(" of ", 1, true) ~= nil
  end
  return one[level] ~= nil and not short[office]
end

return M
