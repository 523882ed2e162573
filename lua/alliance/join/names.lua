--- How personal names are made: a spelling and its family name -> its words, and keys by which names can be one.
-- Nothing here knows of articles: spellings, and of the lexicon `romanisation`, `given_names` and `family_names`.
local core = require "alliance.core"
local lexicons = require "alliance.lexicon"

local M = {}

local known = setmetatable({}, { __mode = "k" }) -- lexicon -> what its tables say, as it is used here

local KEPT = 50000 -- names that stay taken apart; then they begin anew

local function pieces(list) return list:gmatch "[^;]+" end

-- Spellings -> the first of all that are linked with it, over several rows.
local function families_of(rows)
  local lists, first = {}, {}
  for _, row in ipairs(rows) do
    if row.script == "family" then
      local list = {}
      for spelling in pieces(row.spellings) do
        for _, other in ipairs(lists[spelling] or { spelling }) do list[#list + 1] = other end
      end
      for _, spelling in ipairs(list) do lists[spelling] = list end
    end
  end
  for spelling, list in pairs(lists) do
    local least = spelling
    for _, other in ipairs(list) do if other < least then least = other end end
    first[spelling] = least
  end
  return first, lists
end

local function sounds_of(rows, part)
  local sounds, longest = {}, 0
  for _, row in ipairs(rows) do
    if row.script == "Korean" and row[part] then
      local set = {}
      for sound in row.sounds:gmatch "[^,]+" do set[#set + 1] = sound end
      sounds[row[part]] = set
      longest = math.max(longest, #row[part])
    end
  end
  return { of = sounds, longest = longest }
end

local function facts_of(lexicon)
  local facts = known[lexicon]
  if facts then return facts end
  local rows = lexicons.rows(lexicon, "romanisation")
  facts = { vowels = sounds_of(rows, "vowel"), consonants = sounds_of(rows, "consonant"), letters = {}, given = {},
    first = {}, read = {}, reads = 0, syllables = {}, latin = {} }
  facts.family, facts.spellings = families_of(rows)
  for _, row in ipairs(rows) do
    if row.script == "Latin" then facts.letters[#facts.letters + 1] = { row.letters:gsub("%p", "%%%0"), row.sound } end
  end
  for _, row in ipairs(lexicons.rows(lexicon, "given_names")) do
    local root
    for spelling in pieces(row.spellings) do
      root = root or facts.given[spelling] or spelling
      facts.given[spelling] = facts.given[spelling] or root
    end
  end
  for _, row in ipairs(lexicons.rows(lexicon, "family_names")) do
    if row.order == "first" then
      for _, name in ipairs(row.aliases) do facts.first[core.fold(name)] = row.language end
    end
  end
  known[lexicon] = facts
  return facts
end

--- The one spelling that stands for all of a family name (folded).
function M.family(lexicon, family) return facts_of(lexicon).family[family] or family end

--- All spellings of a family name (folded), itself among them; nil where there is no other.
function M.families(lexicon, family) return facts_of(lexicon).spellings[family] end

-- The letters of one word as sounds: nil where it is not made of Korean syllables.
local function take(word, at, list)
  for n = math.min(list.longest, #word - at + 1), 1, -1 do
    local sounds = list.of[word:sub(at, at + n - 1)]
    if sounds then return sounds, at + n end
  end
end

-- The sounds of a word: {skeleton=, vowels=}, or false; a silent h closes no syllable ("Oh", "Noh").
local function sounds_in(facts, word)
  local skeleton, vowels, at = {}, {}, 1
  while at <= #word do
    local sounds, after
    if word:find("^[aeiouyw]", at) then
      sounds, after = take(word, at, facts.vowels)
      if not sounds then return false end
      skeleton[#skeleton + 1], vowels[#vowels + 1] = "V", sounds
    elseif word:sub(at) == "h" and at > 1 then after = at + 1
    else
      sounds, after = take(word, at, facts.consonants)
      if not sounds then return false end
      skeleton[#skeleton + 1] = sounds[1]
    end
    at = after
  end
  return { skeleton = table.concat(skeleton), vowels = vowels }
end

-- The few syllables of Korean names meet again and again: what was found is kept, with the names that stay.
local function syllable_of(facts, word)
  local sounds = facts.syllables[word]
  if sounds == nil then
    sounds = sounds_in(facts, word)
    facts.syllables[word] = sounds
  end
  return sounds
end

local function korean(facts, words)
  local skeleton, vowels = "", {}
  for _, word in ipairs(words) do
    for syllable in word:gmatch "[^-]+" do
      local sounds = syllable_of(facts, syllable)
      if not sounds then return nil end
      skeleton = skeleton .. sounds.skeleton
      table.move(sounds.vowels, 1, #sounds.vowels, #vowels + 1, vowels)
    end
  end
  if #vowels == 0 or #vowels > 4 then return nil end
  return { skeleton = skeleton, vowels = vowels }
end

local function latin(facts, word)
  local sound = facts.latin[word]
  if sound then return sound end
  sound = word
  for _, rule in ipairs(facts.letters) do sound = sound:gsub(rule[1], rule[2]) end
  sound = sound:gsub("(%a)%1", "%1")
  facts.latin[word] = sound
  return sound
end

local function is_suffix(word)
  return word:find "^[jsiv][riv]" and (word:find "^[js]r%.?$" or word:find "^[iv]+$")
end

-- Folded words without suffixes; what stands between quotation marks is a name people call him by.
local function words_of(name)
  local words, nick = {}, nil
  local folded = core.fold(name)
  local marked = folded:find '[,"(]' or folded:find "%-%s"
  if marked then folded = folded:gsub(",", " "):gsub("%-%s+", "-") end
  for word in folded:gmatch "%S+" do
    if marked and word:find '^["(]' then nick = word:gsub('["()]', "")
    elseif not (is_suffix(word) and #words > 0) then words[#words + 1] = word end
  end
  return words, nick
end

local function initials(words)
  local list = {}
  for _, word in ipairs(words) do
    if word:find(".", 1, true) then for letter in word:gmatch "%a" do list[#list + 1] = letter end
    else list[#list + 1] = word:sub(1, 1) end
  end
  return list
end

local function is_initial(word) return #word <= 1 or word:find(".", 1, true) ~= nil end

local function western(facts, name, given)
  local letters = initials(given)
  local from = 1
  while from < #given and is_initial(given[from]) do from = from + 1 end -- "H.D. Deve Gowda" goes by Deve
  given = table.move(given, from, #given, 1, {})
  name.root = is_initial(given[1]) and "" or facts.given[given[1]] or given[1]
  name.sound = name.root ~= "" and latin(facts, name.root) or ""
  name.letters = table.concat(letters)
  name.middle = name.root == "" and "" or initials(given)[2] or ""
  local sorted = table.move(given, 1, #given, 1, { name.last })
  table.sort(sorted)
  name.key = table.concat(sorted, " ")
end

-- The key of all names that can be this one by shape.
local function shape_of(name)
  if name.sounds then return name.family .. "|" .. name.sounds.skeleton end
  if name.joined then return name.family .. "|" .. name.joined end
  if name.sound and name.sound ~= "" then return name.family .. " " .. name.sound end
end

local function name_of(facts, spelling, family)
  local words, nick = words_of(spelling)
  local name = { family = facts.family[family] or family, last = family, language = facts.first[family], nick = nick }
  name.plain = table.concat(words, " ")
  if #words < 2 then
    name.single = true
    return name
  end
  local first = words[1] == family
  local given = table.move(words, first and 2 or 1, first and #words or #words - 1, 1, {})
  local sounds = facts.first[family] == "ko" and #given <= 3 and korean(facts, given)
  if sounds or (first and facts.first[family]) then
    name.joined = table.concat(given):gsub("-", "")
    name.sounds = sounds or nil
    name.key = family .. "|" .. name.joined
  else
    western(facts, name, given)
  end
  name.shape = shape_of(name)
  return name
end

--- A spelling taken apart.
-- @tparam lexicon lexicon
-- @tparam string spelling as it is written
-- @tparam string family the family name in it, folded
-- @treturn table {plain= (folded, no suffix), family= (that stands for all its spellings), last= (as it is),
-- single=true (one word), key= (equal in names that are one but for order and marks), language= of the family name;
-- Korean and Chinese names: joined=, sounds={skeleton=, vowels=}; others: root= (of the first given name, "" where it
-- is an initial), sound=, letters= (initials of all given names), middle= (the second); shape= (equal in names that can
-- be one)}; not to be changed
function M.read(lexicon, spelling, family)
  local facts = facts_of(lexicon)
  local of_family = facts.read[family]
  local name = of_family and of_family[spelling]
  if name then return name end
  if facts.reads >= KEPT then
    facts.read, facts.reads, facts.syllables, facts.latin, of_family = {}, 0, {}, {}, nil
  end
  if not of_family then
    of_family = {}
    facts.read[family] = of_family
  end
  name = name_of(facts, spelling, family)
  of_family[spelling], facts.reads = name, facts.reads + 1
  return name
end

local function meet(a, b)
  for _, x in ipairs(a) do
    for _, y in ipairs(b) do if x == y then return true end end
  end
  return false
end

--- Can two Korean given names of the same skeleton be one, sound by sound?
function M.sounds_alike(a, b)
  if #a.vowels ~= #b.vowels then return false end
  for i, sounds in ipairs(a.vowels) do
    if not meet(sounds, b.vowels[i]) then return false end
  end
  return true
end

--- Can two names of one shape be one?
function M.alike(a, b)
  if a.sounds and b.sounds then return M.sounds_alike(a.sounds, b.sounds) end
  if a.middle and b.middle and a.middle ~= "" and b.middle ~= "" then return a.middle == b.middle end
  return true
end

return M
