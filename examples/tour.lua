--- A tour: reads a folder of articles into a set in memory and asks it a few questions.
-- lua5.4 examples/tour.lua [folder]      from the root of the working tree after `eval "$(make -s env)"`
local alliance = require "alliance"

local folder = (arg[1] or "examples/articles"):gsub("/$", "")
local set <close> = assert(alliance.open())

local function title(text) print(("\n%s\n%s"):format(text, ("-"):rep(#text))) end

title "What was read"
local added = set:add { folder .. "/*.txt", folder .. "/*.jsonl", folder .. "/*.csv" }
print(added:group "what")
for row in added:rows() do
  if row.what == "refused" then error(("%s was refused: %s"):format(row.path, row.reason)) end
end
print(set)

title "What to know before counting"
print(set:health())

title 'A search: "phone call" OR "phone talks" OR "by phone"'
local found = set:search('"phone call" OR "phone talks" OR "by phone"', { limit = 5 })
print(found)
print(("%d of %d hits"):format(#found, found.total))

title 'A concordance of "deterrence", sorted by what follows'
for row in set:kwic("deterrence", { width = 30, sort = "right" }):rows() do
  print(("%33s[%s]%s"):format(row.left, row.match, row.right))
end

title "The articles of the second half of the year"
print(set:where { from = "2024-07", to = "2024-12" }:articles())

title "One article"
local article = assert(set:article(found[1].id))
print(article)

assert(#set >= 12 and found.total > 0, "the examples should give something to find")
