--- Drift of a word by administration: how often "ironclad" is written under each American president.
-- lua5.4 examples/ironclad.lua [word [file or folder ...]]
local alliance = require "alliance"

local word = table.remove(arg, 1) or "ironclad"
local set <close> = assert(alliance.open())
set:add(#arg > 0 and arg or "examples/articles/")

local rows = {}
for _, fact in ipairs(alliance.lexicon().tables.tenures) do
  if fact.office == "President" and fact.side == "US" and not fact.status then
    local term = set:where { from = fact.from, to = fact.to or "2100" }
    local found = #term > 0 and term:count { match = word }[1]
    if found then
      rows[#rows + 1] = { administration = fact.name, from = fact.from, count = found.count, articles = found.articles,
        of_articles = found.of_articles, per_million = found.per_million }
    end
  end
end
print(alliance.frame(rows, { "administration", "from", "count", "articles", "of_articles", "per_million" }))
