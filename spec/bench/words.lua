--- The streams of words, measured on made articles: make bench [WORDS="20000 200000" ROUNDS=5]
-- words.lua FOLDER: scratch files go there. A set of each size is made once; then questions are asked of it, and
-- the rivals run over the same texts in the same rounds. Times are processor time of one core, medians of rounds.
package.path = "./?.lua;" .. package.path
local alliance = require "alliance"
local core = require "alliance.core"
local generate = require "spec.bench.generate"
local keep = require "spec.keep.keep_helper"

local folder = arg[1] or error ("usage: words.lua FOLDER", 0)
local rounds = tonumber(os.getenv "ROUNDS" or 5)
local WORD = "alliance" -- in about three of ten made articles

local function path(name) return folder .. "/" .. name end
local function say(...) print((string.format(...))) end

local function median(list)
  table.sort(list)
  return list[(#list + 1) // 2]
end

local function timed(job)
  collectgarbage()
  local begun = os.clock()
  local result = job()
  return os.clock() - begun, result
end

local function output(command)
  local pipe = assert(io.popen(command))
  local text = pipe:read "a"
  return pipe:close() and text or nil
end

-- The articles as JSON lines and as texts for the floor; bytes of text.
local function write_corpus(n)
  local lines, texts = assert(io.open(path "words.jsonl", "wb")), assert(io.open(path "words.texts", "wb"))
  local articles, bytes = generate.articles(3), 0
  for _ = 1, n do
    local article = articles()
    lines:write(generate.json(article))
    texts:write(#article.text, "\n", article.text)
    bytes = bytes + #article.text
  end
  lines:close()
  texts:close()
  return bytes
end

-- Rows {name, value, unit}: 'measure' gives one value a round.
local function row(name, format, measure)
  local values = {}
  for i = 1, rounds do values[i] = measure() end
  say("  %-58s %s", name, format:format(median(values)))
end

local function making(set, bytes)
  local store = keep.store(set)
  local function against_floor(known)
    local floor = tonumber(output(path "floor" .. " " .. path "words.texts"):match "^%S+")
    return floor / assert(core.probe.stream_work(store, known))
  end
  row("words, dictionary, streams, in memory / floor (hold: 0.5)", "%8.2f", function () return against_floor(false) end)
  row("  the same, each word looked up in the lexicon too", "%8.2f", function () return against_floor(true) end)
  row("streams made anew in the file, reindex()", "%8.1f MB/s", function ()
    return bytes / 1e6 / timed(function () assert(set:reindex()) end)
  end)
  local function size(condition)
    return set:sql("SELECT sum(length(bytes)) AS n FROM piece WHERE " .. condition)[1].n / bytes
  end
  say("  %-58s %8.2f", "streams / text (hold: 0.45)", size "part <> 'postings'")
  say("  %-58s %8.2f", "postings / text", size "part = 'postings'")
end

local function asking(set)
  local lines
  row("concordance of a word, every line made", "%8.1f ms", function ()
    local time, frame = timed(function () return set:kwic(WORD) end)
    lines = #frame
    return time * 1000
  end)
  say("  %-58s %8d", "  its lines", lines)
  row("  the same for 16,600 lines (hold: 100)", "%8.1f ms", function ()
    return 1000 * timed(function () return set:kwic(WORD, { limit = 16600 }) end)
  end)
  row("  by plain Python", "%8.1f ms", function ()
    local text = output("python3 spec/bench/plain.py " .. path "words.jsonl" .. " " .. WORD .. " 2>/dev/null")
    return text and tonumber(text:match "%s(%S+)%s*$") * 1000 or 0 / 0
  end)
  row("pattern [security] []{0,3} [alliance] within sentence", "%8.1f ms", function ()
    return 1000 * timed(function () return set:kwic "[security] []{0,3} [alliance] within sentence" end)
  end)
  row("totals of all words", "%8.1f ms", function ()
    return 1000 * timed(function () return core.probe.stream(keep.store(set), "totals", "", { kind = "all" }) end)
  end)
end

-- Peak memory of a process that only asks.
local function memory()
  local script = ([[local a = require "alliance"; local set = assert(a.open("%s", { readonly = true }))
    set:kwic("%s", { limit = 16600 }); local status = assert(io.open "/proc/self/status"):read "a"
    print(status:match "VmHWM:%%s*(%%d+)")]]):format(path "words.db", WORD)
  keep.spit(path "words.lua", script)
  local kb = output((arg[-1] or "lua5.4") .. " " .. path "words.lua")
  say("  %-58s %8.0f MB", "peak memory, asking (hold: 200)", tonumber(kb) / 1024)
end

for size in (os.getenv "WORDS" or "20000 200000"):gmatch "%d+" do
  local bytes = write_corpus(size)
  keep.remove(path "words.db")
  local set <close> = assert(alliance.open(path "words.db"))
  local time = timed(function () set:add(path "words.jsonl") end)
  say("%d made articles, %.1f MB of text; added at %.1f MB/s", size, bytes / 1e6, bytes / 1e6 / time)
  making(set, bytes)
  asking(set)
  memory()
end
for _, name in ipairs { "words.jsonl", "words.texts", "words.lua" } do os.remove(path(name)) end
keep.remove(path "words.db")
