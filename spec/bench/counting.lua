--- Speed of finding and counting on the token stream: counting.lua FOLDER [ARTICLES ...]
-- For each number of articles (2,000 and 20,000 without one; 200,000 take minutes to add, and 2 GB of disk) a set is
-- made from the generator, once: FOLDER/count-N.db and .jsonl stay and are used again. Processor time of one core,
-- medians of rounds; the last column is how much longer the largest set takes than the one before it. Plain Python
-- answers the same three questions over the same articles, if there is a python3 (minutes for 200,000).
package.path = "./?.lua;" .. package.path
local alliance = require "alliance"
local generate = require "spec.bench.generate"

local folder = arg[1] or error ("usage: counting.lua FOLDER [ARTICLES ...]", 0)
local rounds = tonumber(os.getenv "ROUNDS" or 5)
local sizes = {}
for i = 2, #arg do sizes[#sizes + 1] = math.tointeger(arg[i]) end
if #sizes == 0 then sizes = { 2000, 20000 } end

local function say(...) print((string.format(...))) end

local function median(list)
  table.sort(list)
  return list[(#list + 1) // 2]
end

local function timed(job)
  local times = {}
  for i = 1, rounds do
    collectgarbage()
    local begun = os.clock()
    job()
    times[i] = os.clock() - begun
  end
  return median(times)
end

local function exists(path)
  local file = io.open(path)
  return file and file:close()
end

-- The articles as JSON lines, once. Days run through ten years, sources through five.
local function write_lines(path, n)
  if exists(path) then return end
  local file, nextone = assert(io.open(path .. ".new", "wb")), generate.articles(7)
  for i = 1, n do
    local article = nextone()
    article.published = ("%d-%s"):format(2015 + i % 10, article.published:sub(6))
    article.source = "Outlet " .. i % 5
    file:write(generate.json(article))
  end
  file:close()
  assert(os.rename(path .. ".new", path))
end

local function made(n)
  local lines, database = ("%s/count-%d.jsonl"):format(folder, n), ("%s/count-%d.db"):format(folder, n)
  write_lines(lines, n)
  if exists(database) then return lines, database end
  local set <close> = assert(alliance.open(database))
  local file = assert(io.open(lines, "rb"))
  local begun = os.clock()
  set:add(file)
  file:close()
  local bytes = set:sql("SELECT sum(bytes) AS bytes FROM article")[1].bytes
  say("  added %d articles, %.1f MB, in %.1f s", n, bytes / 1e6, os.clock() - begun)
  return lines, database
end

-- A word that about a quarter of the articles have; two words that often stand together.
local function words_of(set)
  local quarter, best
  for row in set:terms({ min = 100 }):rows() do
    local away = math.abs(row.articles - #set / 4)
    if #row.term > 3 and (not best or away < best) then quarter, best = row.term, away end
  end
  return quarter
end

-- 500 patterns in ten categories: words, words with a wildcard, phrases of two.
local function dictionary_of(set)
  local terms, grams = set:terms { limit = 1000 }, set:ngrams { limit = 1000 }
  local dictionary = {}
  for i = 1, 500 do
    local name = "c" .. i % 10
    local pattern = i % 5 == 0 and grams[100 + i].ngram or terms[100 + i].term
    dictionary[name] = dictionary[name] or {}
    table.insert(dictionary[name], i % 5 == 1 and #pattern > 4 and pattern:sub(1, -3) .. "*" or pattern)
  end
  return dictionary
end

local function stream_share(set)
  local bytes = set:sql("SELECT sum(bytes) AS bytes FROM article")[1].bytes
  local pieces = set:sql("SELECT sum(length(bytes)) AS bytes FROM piece")[1].bytes
  local terms = set:sql("SELECT sum(length(text)) + 12 * count(*) AS bytes FROM term")[1].bytes
  return (pieces + terms) / bytes
end

local function peak_memory()
  local status = io.open "/proc/self/status"
  if not status then return 0 / 0 end
  return tonumber(status:read "a":match "VmHWM:%s*(%d+)") / 1024
end

local tasks = {
  { "concordance, first 16,600 lines", 100, 20, function (set, of) set:kwic(of.word, { limit = 16600 }) end },
  { "collocates of a word in 25 % of articles", 300, 60, function (set, of) set:collocates(of.word) end },
  { "keyness of two halves, all words", 500, 120, function (_, of) of.late:keyness(of.early) end },
  { "count of a word by month", 30, 5, function (set, of) set:count { term = of.word, by = "month" } end },
  { "bigrams of the whole set", 6000, 2000, function (set) set:ngrams { n = 2 } end },
  { "dictionary of 500 patterns, all articles", 1000, 300, function (set, of) set:code(of.dictionary) end },
}

local function measure(n)
  local lines, database = made(n)
  local set <close> = assert(alliance.open(database, { readonly = true }))
  local of = { word = words_of(set), dictionary = dictionary_of(set), early = set:where { to = "2019" },
    late = set:where { from = "2020" } }
  say("  %d articles; the word is '%s' (in %d articles, %d times)", #set, of.word,
    set:count({ term = of.word })[1].articles, set:count({ term = of.word })[1].count)
  say("  streams and dictionary / text: %.2f", stream_share(set))
  local times = {}
  for i, task in ipairs(tasks) do times[i] = timed(function () task[4](set, of) end) * 1000 end
  say("  peak memory of making the questions and answering them: %.0f MB", peak_memory())
  return times, lines, of.word
end

local results, lines, word = {}, nil, nil
for i, n in ipairs(sizes) do results[i], lines, word = measure(n) end
say("%-42s %6s %6s  %s", "milliseconds", "hold", "aim", table.concat(sizes, " "))
for k, task in ipairs(tasks) do
  local cells = {}
  for i = 1, #sizes do cells[i] = ("%9.1f"):format(results[i][k]) end
  local growth = #sizes > 1 and ("  x %.1f"):format(results[#sizes][k] / results[#sizes - 1][k]) or ""
  say("%-42s %6d %6d %s%s", task[1], task[2], task[3], table.concat(cells, " "), growth)
end
local python = io.popen(("python3 spec/bench/plain_counting.py %s %s 2>&1"):format(lines, word))
print(python:read "a")
python:close()
