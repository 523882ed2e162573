--- Keywords before and after a day: what is written more often since, in at least two articles.
-- lua5.4 examples/keywords.lua [day [file or folder ...]]
local alliance = require "alliance"

local day = table.remove(arg, 1) or "2024-12-03"
local set <close> = assert(alliance.open())
set:add(#arg > 0 and arg or "examples/articles/")

local after = set:where { from = day }
local before = set:where { undated = "drop" } - after
print(("%d articles before %s, %d since"):format(#before, day, #after))
local words = after:keyness(before):where(function (w) return w.articles >= 2 and w.g2 > 0 end):sort("g2", "desc")
print(words:head(12))
