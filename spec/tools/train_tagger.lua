-- Trains the tagger of src/notice/tagger.c and writes lua/alliance/lexicon/weights.lua:
--   lua5.4 spec/tools/train_tagger.lua INPUT.jsonl GOLD.jsonl [every] > lua/alliance/lexicon/weights.lua
-- INPUT and GOLD as ../shared/data/names.*: articles, and byte spans with types PER, ORG, LOC, MISC. With `every`=2
-- only every second article is learnt from, and precision and recall over the others go to standard error.
local alliance = require "alliance"
local trainer = require "train_tagger"

local EPOCHS, UNIT, SEED = 10, 1, 20241220
local types = { PER = 1, ORG = 2, LOC = 3, MISC = 4 }
local input, gold_path, every = arg[1], arg[2], tonumber(arg[3] or 1)

-- The gold file is flat enough for patterns: one object a line, spans as numbers.
local function gold_of(path)
  local gold = {}
  for line in io.lines(path) do
    local spans = {}
    for from, to, kind in line:gmatch '"bstart": (%d+), "bend": (%d+), "text": .-"type": "(%u+)"' do
      if types[kind] then spans[#spans + 1] = { tonumber(from) + 1, tonumber(to), types[kind] } end
    end
    gold[line:match '"id": "([^"]*)"'] = spans
  end
  return gold
end

local function shuffled(n, state)
  local order = {}
  for i = 1, n do order[i] = i end
  for i = n, 2, -1 do
    state.x = state.x * 6364136223846793005 + 1442695040888963407
    local j = (state.x >> 33) % i + 1
    order[i], order[j] = order[j], order[i]
  end
  return order
end

-- How the weights are packed: see unpack_weights in src/lua/lexicon.c.
local function packed(weights)
  local out, zeros = {}, 0
  for i = 1, #weights do
    local w = weights:byte(i)
    if w == 0 then zeros = zeros + 1 else
      local gap = 48 + zeros % 64
      out[#out + 1] = ("~"):rep(zeros // 64) .. string.char(gap < 92 and gap or gap + 1, 48 + (w >> 4), 48 + (w & 15))
      zeros = 0
    end
  end
  return (table.concat(out):gsub(("."):rep(110), "%0\\z\n  "))
end

local gold, learner, held = gold_of(gold_path), trainer.new(), {}
local number = 0
for _, about in alliance.lines(input) do
  number = number + 1
  local article = assert(alliance.read(about.text))
  if every > 1 and number % every == 0 then held[#held + 1] = { article, gold[about.id] }
  else learner:add(article, gold[about.id]) end
end
local state = { x = SEED }
for _ = 1, EPOCHS do learner:train(shuffled(learner:regions(), state)) end
local weights = learner:weights(UNIT)

local right, said, there = 0, 0, 0
for _, pair in ipairs(held) do
  local known = {}
  for _, g in ipairs(pair[2]) do known[table.concat(g, " ")], there = true, there + 1 end
  for _, g in ipairs(trainer.tag(pair[1], weights)) do
    said, right = said + 1, right + (known[table.concat(g, " ")] and 1 or 0)
  end
end
if #held > 0 then
  io.stderr:write(("precision %.3f recall %.3f F1 %.3f over %d articles not learnt from\n"):format(right / said,
    right / there, 2 * right / (said + there), #held))
end
print(([[
--- Weights of the tagger of src/notice/tagger.c. Made by `make tagger`, never edited: numbers only, no text is in them.
return { packed = "%s" }]]):format(packed(weights)))
