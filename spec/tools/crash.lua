--- Kills a process while it adds (with two threads in every other round), removes and reads again, at a random
-- moment, again and again; each time the set must open, and its streams must be what streams made anew out of its rows
-- are: lua5.4 spec/tools/crash.lua ROUNDS SEED FILE. Run by `make check-crash`.
package.path = "./?.lua;" .. package.path
local alliance = require "alliance"
local core = require "alliance.core"
local frames = require "alliance.show.frame"
local generate = require "spec.bench.generate"
local helper = require "spec.helper"
local keep = require "spec.keep.keep_helper"

local working = arg[1] == "work"
local rounds, seed, path = tonumber(arg[1]) or 300, tonumber(arg[2] or 1), arg[3] or os.tmpname()

local function some(articles)
  local list = {}
  for i = 1, math.random(30) do
    list[i] = articles()
    list[i].id = ("%d-%s"):format(seed, list[i].id)
  end
  return list
end

-- Batches of all sizes, as set:add puts them with two threads, or kept one by one.
local function add(set, store, list)
  if seed % 2 == 1 then
    set:add(list)
    return
  end
  store:begin(math.random(2) == 1) -- undone as a whole, or by article
  for _, article in ipairs(list) do keep.put(set, article) end
  store:commit()
end

-- What dies: batches of articles, some out again, now and then the streams anew.
local function work()
  math.randomseed(seed)
  local set = assert(alliance.open(path, { jobs = 1 + seed % 2 }))
  local store = keep.store(set)
  local articles = generate.articles(seed)
  keep.spit(path .. ".ready", "")
  while true do
    add(set, store, some(articles))
    if math.random(4) == 1 then
      local row = set:sql("SELECT id FROM article ORDER BY hash LIMIT 1 OFFSET ?", math.random(20))[1]
      if row then set:remove(row.id) end
    end
    if math.random(25) == 1 then set:reindex() end
  end
end

local function contents(set)
  local list = {}
  for _, what in ipairs { "articles", "postings", "totals", "lengths" } do
    local found = assert(core.probe.stream(keep.store(set), what, "the of", { kind = "all" }))
    local rows = {}
    for row in frames.of(found, {}):rows() do
      local cells = {}
      for i, name in ipairs(what == "articles" and { "n", "text", "terms", "sentences", "blocks", "quotes", "names" }
        or what == "totals" and { "term", "count", "articles" } or { "n", "body", "other" }) do
        cells[i] = tostring(row[name])
      end
      rows[#rows + 1] = table.concat(cells, "\1")
    end
    if what == "totals" then table.sort(rows) end -- numbers of terms need not be the same
    list[what] = rows
  end
  return list
end

local function compare(before, after)
  for what, rows in pairs(before) do
    assert(#rows == #after[what], what)
    for i, row in ipairs(rows) do assert(row == after[what][i], what) end
  end
end

-- Runs the worker and kills it after some milliseconds of work; it must not have ended by itself.
local function kill(round)
  local ready, seconds = helper.quoted(path .. ".ready"), math.random() ^ 2 * 0.4
  local worker = helper.lua(("spec/tools/crash.lua work %d %s"):format(seed * 100000 + round, helper.quoted(path)))
  os.remove(path .. ".ready")
  local script = ([[%s & p=$!
    while kill -0 $p 2>/dev/null && [ ! -e %s ]; do sleep 0.02; done
    sleep %.3f; kill -9 $p || exit 1; wait $p 2>/dev/null; exit 0]]):format(worker, ready, seconds)
  assert(os.execute("exec 2>&1; sh -c " .. helper.quoted(script) .. " 2>/dev/null"), "the worker ended by itself")
  os.remove(path .. ".ready")
end

if working then work() end

math.randomseed(seed)
local killed, articles, most = 0, 0, 0
for round = 1, rounds do
  if round % 20 == 1 then keep.remove(path) end -- a small file: many beginnings
  kill(round)
  local set <close> = assert(alliance.open(path))
  local before = contents(set)
  killed, articles = killed + 1, articles + #before.articles
  most = math.max(most, #before.articles)
  assert(#before.articles == #set, "every article has its stream")
  if round % 4 == 0 then
    assert(set:reindex())
    compare(before, contents(set))
  end
  assert(core.probe.store_check(keep.store(set)))
end
keep.remove(path)
print(("crash: killed %d times; each time the set opened and its streams were whole (%d articles at most)"):format(
  killed, most))
