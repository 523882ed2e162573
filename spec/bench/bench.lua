--- Speed and size, measured on made articles: make bench [ROUNDS=5 ARTICLES=2000]
-- bench.lua FOLDER: scratch files go there. Times are processor time of one core; what is compared runs in the
-- same round, and the medians of the rounds are printed, since other work on the machine moves both.
package.path = "./?.lua;" .. package.path
local alliance = require "alliance"
local generate = require "spec.bench.generate"

local folder = arg[1] or error ("usage: bench.lua FOLDER", 0)
local rounds, count = tonumber(os.getenv "ROUNDS" or 5), tonumber(os.getenv "ARTICLES" or 2000)

local function median(list)
  table.sort(list)
  local middle = (#list + 1) // 2
  return #list % 2 == 1 and list[middle] or (list[middle] + list[middle + 1]) / 2
end

local function say(...) print((string.format(...))) end

local function made(seed, n)
  local nextone, list, bytes = generate.articles(seed), {}, 0
  for i = 1, n do
    list[i] = nextone()
    bytes = bytes + #list[i].text
  end
  return list, bytes
end

local function timed(job)
  collectgarbage()
  local begun = os.clock()
  job()
  return os.clock() - begun
end

local function path(name) return folder .. "/" .. name end

local function removed(name)
  for _, suffix in ipairs { "", "-wal", "-shm", "-journal" } do os.remove(path(name) .. suffix) end
  return path(name)
end

local function size(name)
  local file = assert(io.open(path(name), "rb"))
  local bytes = file:seek "end"
  file:close()
  return bytes
end

local function write_texts(articles)
  local file = assert(io.open(path "texts", "wb"))
  for _, article in ipairs(articles) do file:write(#article.text, "\n", article.text) end
  file:close()
end

local function write_lines(name, n)
  local file, nextone = assert(io.open(path(name), "wb")), generate.articles(7)
  for _ = 1, n do file:write(generate.json(nextone())) end
  file:close()
  return path(name)
end

local function output(command)
  local pipe = assert(io.popen(command))
  local text = pipe:read "a"
  assert(pipe:close(), command .. " failed")
  return text
end

local function read_all(articles)
  for _, article in ipairs(articles) do assert(alliance.read(article.text, article)) end
end

-- All is noticed when any of it is asked for; 'field' is the one that is made into tables of Lua besides.
local function notice_all(articles, field)
  for _, article in ipairs(articles) do assert(alliance.read(article.text, article)[field]) end
end

local function keep_all(articles)
  local set <close> = assert(alliance.open(removed "set.db"))
  set:add(articles)
  assert(#set == #articles)
end

local function plain_fts5()
  return tonumber(output(("%s %s %s"):format(path "fts_baseline", path "texts", removed "plain.db")))
end

local articles, bytes = made(1, count)
local mb = bytes / 1e6
say("%d made articles, %.2f MB of text, %d bytes each on average; medians of %d rounds", count, mb, bytes // count,
  rounds)

local read, notice, people, times, keep, plain, ratio = {}, {}, {}, {}, {}, {}, {}
write_texts(articles)
alliance.read "Warm up: the lexicon is compiled on first use."
for i = 1, rounds do
  read[i] = mb / timed(function () read_all(articles) end)
  notice[i] = mb / timed(function () notice_all(articles, "commitments") end) -- the shortest list
  people[i] = mb / timed(function () notice_all(articles, "people") end)
  times[i] = read[i] / notice[i]
  plain[i] = mb / plain_fts5()
  if alliance.open then
    keep[i] = mb / timed(function () keep_all(articles) end)
    ratio[i] = keep[i] / plain[i]
  end
end

say("read (layout, sentences, words)               %7.1f MB/s", median(read))
say("read + notice (people, dates, the day, ...)   %7.1f MB/s", median(notice))
say("  as many times the time of read (hold: 4)     %7.2f", median(times))
say("read + notice, people made into tables        %7.1f MB/s", median(people))
say("plain FTS5 insertion of the same text         %7.1f MB/s", median(plain))
say("plain FTS5 file / text                        %7.2f", size "plain.db" / bytes)
if not alliance.open then return say("alliance.open is not built yet: keeping was not measured") end
say("read + notice + keep to a committed file      %7.1f MB/s", median(keep))
say("read + notice + keep / plain FTS5             %7.2f", median(ratio))
say("file / text (hold: 5)                         %7.2f", size "set.db" / bytes)

local interpreter = arg[-1] or "lua5.4"
local peak = {}
for i, n in ipairs { 5000, 20000 } do
  local lines = write_lines("lines.jsonl", n)
  local command = ("%s spec/bench/memory.lua %s %s"):format(interpreter, lines, removed "set.db")
  local added, kb = output(command):match "(%d+)%s+(%d+)"
  assert(tonumber(added) == n, "every made article should be added")
  peak[i] = kb / 1024
end
say("peak memory, 5,000 and 20,000 articles        %7.1f MB, %.1f MB (ratio %.2f)", peak[1], peak[2], peak[2] / peak[1])
os.remove(path "lines.jsonl")
os.remove(path "texts")
