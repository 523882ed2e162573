--- How much faster two threads add than one: jobs.lua FOLDER [ARTICLES]; time on the wall, so the machine should have
-- two free cores. Both ways run in each round, and the median of the rounds' ratios is printed.
package.path = "./?.lua;" .. package.path
local alliance = require "alliance"
local generate = require "spec.bench.generate"

local folder = arg[1] or error ("usage: jobs.lua FOLDER [ARTICLES]", 0)
local count = math.tointeger(arg[2] or 4000)
local rounds = tonumber(os.getenv "ROUNDS" or 5)
local lines, database = folder .. "/jobs.jsonl", folder .. "/jobs.db"

local function remove_all()
  for _, suffix in ipairs { "", "-wal", "-shm" } do os.remove(database .. suffix) end
end

-- Seconds on the wall, to the millisecond: Lua's own clocks tell whole seconds, or all threads together.
local function now()
  local pipe = assert(io.popen "date +%s.%N")
  local seconds = tonumber(pipe:read "l")
  pipe:close()
  return seconds
end

local function seconds_with(jobs)
  remove_all()
  local set <close> = assert(alliance.open(database, { jobs = jobs }))
  local begun = now()
  set:add(lines)
  assert(#set == count, "every made article should be added")
  return now() - begun
end

local file, nextone = assert(io.open(lines, "wb")), generate.articles(11)
for _ = 1, count do file:write(generate.json(nextone())) end
file:close()
alliance.read "Warm up: the lexicon is compiled on first use."

local ratios, one, two = {}, nil, nil
for i = 1, rounds do
  one, two = seconds_with(1), seconds_with(2)
  ratios[i] = one / two
end
table.sort(ratios)
local ratio = ratios[(rounds + 1) // 2]
print(("adding %d articles, jobs=2 (hold: 1.6) %11.2f times as fast (%.2f s, %.2f s)"):format(count, ratio, one, two))
remove_all()
os.remove(lines)
