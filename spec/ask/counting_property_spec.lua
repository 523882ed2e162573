--- Streams against a naive evaluator: random small sets, random questions, every word counted by hand in Lua from what
-- the articles say when they are read.
local alliance = require "alliance"
local core = require "alliance.core"
local keep = require "spec.keep.keep_helper"
local lexicon = require "alliance.lexicon"

local VOCABULARY = { "talks", "ally", "allies", "U.S.", "cost-sharing", "don't", "ally's", "Talks", "the", "of", "2+2",
  "deter", "deterrence", "Seoul", "é" }

local function one(list) return list[math.random(#list)] end

local function sentence()
  local words = { "It", "was", "said" }
  for _ = 1, math.random(1, 9) do words[#words + 1] = one(VOCABULARY) end
  return table.concat(words, " ") .. "."
end

local function random_article(i)
  local blocks = { "More talks set" }
  for b = 1, math.random(1, 3) do
    local parts = {}
    for s = 1, math.random(1, 3) do parts[s] = sentence() end
    blocks[b + 1] = table.concat(parts, " ")
  end
  return { id = "a" .. i, text = table.concat(blocks, "\n\n"), source = one { "AP", "AFP", "Yonhap" },
    published = ("2024-%02d-%02d"):format(math.random(1, 6), math.random(1, 28)) }
end

-- {id=, source=, published=, runs={{word, …}, …}}: the folded words of every paragraph.
local function naive_of(list)
  local out = {}
  for i, about in ipairs(list) do
    local runs = {}
    for k, text in ipairs(alliance.read(about.text, about).paragraphs) do
      runs[k] = {}
      for w, term in ipairs(core.cut_terms(text, lexicon.default())) do runs[k][w] = term.folded end
    end
    out[i] = { id = about.id, source = about.source, published = about.published, runs = runs }
  end
  return out
end

local function random_set()
  local list = {}
  for i = 1, math.random(1, 8) do list[i] = random_article(i) end
  return keep.set(table.unpack(list)), naive_of(list)
end

-- A place of a random paragraph: a word that a query can begin with ("'s" alone would be a quote and an s).
local function random_place(articles)
  local run, at
  repeat
    run = one(one(articles).runs)
    at = math.random(#run)
  until run[at] ~= "'s"
  return run, at
end

-- Folded words as somebody would write them.
local function written(phrase) return (phrase:gsub(" 's", "'s")) end

-- Calls use(words, place, run, article) for every place.
local function each_place(articles, use)
  for _, article in ipairs(articles) do
    for _, run in ipairs(article.runs) do for i = 1, #run do use(run, i, article) end end
  end
end

-- {key = {count, articles}} of what `key_at` gives for every place.
local function tallied(articles, key_at)
  local by, last = {}, {}
  each_place(articles, function (run, i, article)
    local key = key_at(run, i)
    if not key then return end
    by[key] = by[key] or { 0, 0 }
    by[key][1] = by[key][1] + 1
    if last[key] ~= article then by[key][2], last[key] = by[key][2] + 1, article end
  end)
  return by
end

local function sequence(n)
  return function (run, i) return run[i + n - 1] and table.concat(run, " ", i, i + n - 1) or nil end
end

local function from_frame(frame, name)
  local by = {}
  for row in frame:rows() do by[row[name]] = { row.count, row.articles } end
  return by
end

local function words_in(articles)
  local n = 0
  each_place(articles, function () n = n + 1 end)
  return n
end

local function filtered(articles, wanted)
  local list = {}
  for _, article in ipairs(articles) do if wanted(article) then list[#list + 1] = article end end
  return list
end

-- The sum of O ln (O / E) over four cells, as the textbook has it.
local function g2(o, r, c, n)
  local sum = 0
  for _, cell in ipairs { { o, r, c }, { c - o, n - r, c }, { r - o, r, n - c }, { n - r - c + o, n - r, n - c } } do
    if cell[1] > 0 then sum = sum + cell[1] * math.log(cell[1] * n / (cell[2] * cell[3])) end
  end
  return o * n < r * c and -2 * sum or 2 * sum
end

local function repeatedly(seed, job)
  math.randomseed(seed)
  for _ = 1, 25 do
    local set <close>, articles = random_set()
    job(set, articles)
  end
end

describe("streams agree with counting by hand", function ()
  it("in lists of words and n-grams", function ()
    repeatedly(1, function (set, articles)
      assert.same(tallied(articles, sequence(1)), from_frame(set:terms(), "term"))
      local n = math.random(2, 6)
      assert.same(tallied(articles, sequence(n)), from_frame(set:ngrams { n = n, limit = 100000 }, "ngram"))
    end)
  end)

  it("in counts by month and source", function ()
    repeatedly(2, function (set, articles)
      local run, at = random_place(articles)
      local n = math.random(1, 3)
      local phrase = table.concat(run, " ", at, math.min(#run, at + n - 1))
      local length = math.min(#run, at + n - 1) - at + 1
      local key = phrase:gsub("%p", "%%%0")
      for row in set:count({ match = '"' .. written(phrase) .. '"', by = { "month", "source" } }):rows() do
        local own = filtered(articles, function (a)
          return a.published:sub(1, 7) == row.month and a.source == row.source
        end)
        local expected = tallied(own, function (r, i) return sequence(length)(r, i) == phrase and key or nil end)[key]
        -- Overlapping repetitions ("the the the") are one hit where counting by hand sees two.
        if not phrase:find "^(%S+) %1" and not phrase:find "^(%S+) %S+ %1" then
          assert.same(expected or { 0, 0 }, { row.count, row.articles }, phrase)
        end
        assert.same({ #own, words_in(own) }, { row.of_articles, row.tokens })
      end
    end)
  end)

  it("in keywords", function ()
    repeatedly(3, function (set, articles)
      local function is_ap(a) return a.source == "AP" end
      local here = filtered(articles, is_ap)
      local there = filtered(articles, function (a) return not is_ap(a) end)
      local by_here, by_there = tallied(here, sequence(1)), tallied(there, sequence(1))
      local n_here, n_there = words_in(here), words_in(there)
      for row in set:where({ source = "AP" }):keyness(set:without { source = "AP" }):rows() do
        local a, b = by_here[row.word] or { 0, 0 }, by_there[row.word] or { 0, 0 }
        assert.same({ a[1], b[1], a[2] }, { row.count, row.reference, row.articles })
        if n_here > 0 and n_there > 0 then
          local expected = g2(a[1], n_here, a[1] + b[1], n_here + n_there)
          assert.is_true(math.abs(expected - row.g2) < 1e-9, row.word)
        end
      end
    end)
  end)

  -- The words in windows around a node, each place once, nodes aside.
  local function near(articles, node, left, right)
    local by = {}
    for _, article in ipairs(articles) do
      for _, run in ipairs(article.runs) do
        for i, word in ipairs(run) do
          local close = false
          for k = math.max(1, i - right), math.min(#run, i + left) do close = close or run[k] == node end
          if close and word ~= node then by[word] = (by[word] or 0) + 1 end
        end
      end
    end
    return by
  end

  it("in collocates", function ()
    repeatedly(4, function (set, articles)
      local run, at = random_place(articles)
      local node, left, right = run[at], math.random(0, 4), math.random(0, 4)
      local found = {}
      for row in set:collocates(node, { window = { left, right } }):rows() do found[row.word] = row.count end
      assert.same(near(articles, node, left, right), found, node)
    end)
  end)

  -- The longest of the phrases at a place, from left to right.
  local function coded(articles, phrases)
    local by = {}
    for _, article in ipairs(articles) do
      by[article.id] = 0
      for _, run in ipairs(article.runs) do
        local i = 1
        while i <= #run do
          local longest = 0
          for phrase in pairs(phrases) do
            local _, n = phrase:gsub("%S+", "")
            if n > longest and sequence(n)(run, i) == phrase then longest = n end
          end
          if longest > 0 then by[article.id] = by[article.id] + 1 end
          i = i + math.max(longest, 1)
        end
      end
    end
    return by
  end

  it("in codes", function ()
    repeatedly(5, function (set, articles)
      local phrases, patterns = {}, {}
      for _ = 1, math.random(1, 8) do
        local run, at = random_place(articles)
        local phrase = table.concat(run, " ", at, math.min(#run, at + math.random(0, 2)))
        if not phrases[phrase] then phrases[phrase], patterns[#patterns + 1] = true, written(phrase) end
      end
      local found = {}
      for row in set:code({ x = patterns }):rows() do found[row.id] = row.x end
      assert.same(coded(articles, phrases), found, table.concat(patterns, "; "))
    end)
  end)
end)
