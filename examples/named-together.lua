--- Who is named with whom, sentence by sentence; with a path as first argument the network goes there for Gephi.
-- lua5.4 examples/named-together.lua [out.graphml [file or folder ...]]
local alliance = require "alliance"

local out = table.remove(arg, 1)
local set <close> = assert(alliance.open())
set:add(#arg > 0 and arg or "examples/articles/")

local people = set:network { of = "people" }
print(people:sort("count", "desc"):head(8))
print(set:network({ of = "sides" }):sort("count", "desc"):head(5))
if out then print(people:graphml(out)) end
