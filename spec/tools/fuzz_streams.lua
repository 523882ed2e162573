--- Damages the streams of a small set again and again, with sums that fit, and asks everything of it:
-- lua5.4 spec/tools/fuzz_streams.lua ROUNDS SEED. Every question is answered, or refused with the name of a piece;
-- under a sanitizer (`make check-fuzz`) any step outside of the bytes ends the run.
package.path = "./?.lua;" .. package.path
local alliance = require "alliance"
local core = require "alliance.core"
local generate = require "spec.bench.generate"
local keep = require "spec.keep.keep_helper"

local rounds, seed = tonumber(arg[1] or 200), tonumber(arg[2] or 1)
local all = { kind = "all" }
local set = assert(alliance.open())
local store = keep.store(set)
local articles = generate.articles(seed)

store:begin()
for _ = 1, 6 do keep.put(set, articles()) end
keep.put(set, { text = "한미 동맹\n\nIt is “ironclad,” he said. \"We stand by it.\"\n\nBy it\n\n\xC2\xAD --" })
store:commit()

local refused, answered = 0, 0
local function ask(found, message)
  if found then answered = answered + 1
  else
    refused = refused + 1
    assert(message:find("set:reindex()", 1, true), message)
  end
end

for round = 1, rounds do
  store:begin()
  assert(core.probe.stream_damage(store, seed * 1000003 + round))
  for _, what in ipairs { "articles", "postings", "totals", "lengths" } do
    ask(core.probe.stream(store, what, what == "totals" and "text" or "the of it ironclad", all))
  end
  ask(set:kwic "[the] []{0,3} [of]")
  ask(set:kwic("NEAR(the of, 5)", { scope = "text", sort = "left" }))
  store:rollback()
end
for _, row in ipairs { "articles", "postings" } do assert(core.probe.stream(store, row, "the", all)) end
print(("fuzz_streams: %d rounds, %d answers, %d refusals that name a piece"):format(rounds, answered, refused))
