--- Which outlet leads and which copies: every story told more than once, and how much of it was carried.
-- lua5.4 examples/leads-and-copies.lua [file or folder ...]
local alliance = require "alliance"

local set <close> = assert(alliance.open())
set:add(#arg > 0 and arg or "examples/articles/")

local copies = set:stories { pairs = true }
for copy in copies:rows() do
  local from, to = set:article(copy.original), set:article(copy.id)
  print(("%s (%s) led, %s (%s) followed: %s, %d %% the same"):format(from.source or "?", from.published or "undated",
    to.source or "?", to.published or "undated", copy.role, copy.similarity * 100 // 1))
end
print(("%d articles, %d copies or rewrites"):format(#set, #copies))
