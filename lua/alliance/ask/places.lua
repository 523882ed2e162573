--- Places of words that were counted. In: how a list of words was asked for, and one of its rows. Out: where the words
-- of the row stand, in the selection and scope that were counted; for why().
local frames = require "alliance.show.frame"
local wanted = require "alliance.ask.wanted"

local M = {}

local MOST = 200 -- places
local FAR = 100 -- words that a pattern can leave open

local function find(self, tree, asked, query, kind)
  local found = assert(self.store:kwic(tree, query, asked.scope, 0, nil, MOST,
    kind or asked.case and "written" or "folded"))
  return frames.of(found)
end

-- "cost sharing" as lists have it, each word as it stands there.
local function exactly(text)
  local words = {}
  for word in text:gmatch "%S+" do words[#words + 1] = word end
  return wanted.as_pattern(words)
end

--- Of a list of words or sequences.
-- @tparam table self what is inside the selection
-- @tparam table asked {scope=, case=}
-- @tparam string column that has the words
-- @tparam[opt] table tree the articles, where they are not those of the selection
-- @treturn function row -> frame, as kwic gives
function M.of_list(self, asked, column, tree)
  return function (row) return find(self, tree or self.tree, asked, exactly(row[column])) end
end

--- Of words as they were asked for.
-- @tparam table self
-- @tparam table asked
-- @tparam {[string]=table} sought what the core was asked, by the text of the column "word"
function M.of_terms(self, asked, sought)
  return function (row)
    local what = sought[row.word]
    local query = what.query or wanted.as_pattern(what.patterns[1].words)
    return find(self, self.tree, asked, query, what.kind)
  end
end

-- "node []{0,4} word", both ways round.
local function beside(node, word, left, right, sentence)
  local list, within = {}, sentence and " within sentence" or ""
  local function add(a, b, most)
    if most > 0 then list[#list + 1] = ("%s []{0,%d} %s%s"):format(a, most - 1, b, within):gsub("%[%]{0,0} ", "") end
  end
  add(word, node, math.min(left, FAR))
  add(node, word, math.min(right, FAR))
  return list
end

--- Of collocates: the node and the word with what stands between them.
-- @tparam table self
-- @tparam table asked
-- @tparam table node what the core was asked
-- @tparam table window {left, right, ends with the sentence}
function M.of_collocates(self, asked, node, window)
  local pattern = node.query or wanted.as_pattern(node.patterns[1].words)
  return function (row)
    local rows = {}
    for _, query in ipairs(beside(pattern, exactly(row.word), table.unpack(window, 1, 3))) do
      for hit in find(self, self.tree, asked, query):rows() do
        rows[#rows + 1] = { id = hit.id, first = hit.first, last = hit.last, rule = hit.rule }
      end
    end
    return frames.new({ "id", "first", "last", "rule" }, rows)
  end
end

-- The hits that count: at every place the longest, and none that begins within one before it.
local function longest(hits)
  table.sort(hits, function (a, b)
    if a.first ~= b.first then return a.first < b.first end
    return a.last > b.last
  end)
  local kept, behind = {}, 0
  for _, hit in ipairs(hits) do
    local before = kept[#kept]
    if hit.first > behind then kept[#kept + 1], behind = hit, hit.last
    elseif before.first == hit.first and before.last == hit.last and before.rule ~= hit.rule then
      before.rule = before.rule .. ", " .. hit.rule
    end
  end
  return kept
end

local function names_of(dictionary, pattern)
  local names = {}
  for i, index in ipairs(pattern.categories) do names[i] = dictionary.categories[index].name end
  return table.concat(names, ", ")
end

--- Of codes: what counted in the article or sentence, with the categories as its rule.
-- @tparam table self
-- @tparam table asked
-- @tparam table dictionary as dictionary.compile gives it
-- @tparam boolean sentences whether a row is a sentence
function M.of_codes(self, asked, dictionary, sentences)
  return function (row)
    local hits, within = {}, sentences and " within sentence" or ""
    local tree = { kind = "both", self.tree, { kind = "where", { "id", row.id } } }
    for _, pattern in ipairs(dictionary.patterns) do
      local query = wanted.as_pattern(pattern.words) .. within
      for hit in find(self, tree, asked, query):rows() do
        local there = not sentences or (row.first <= hit.first and hit.last <= row.last)
        if there then
          hits[#hits + 1] = { id = hit.id, first = hit.first, last = hit.last, rule = names_of(dictionary, pattern) }
        end
      end
    end
    return frames.new({ "id", "first", "last", "rule" }, longest(hits))
  end
end

return M
