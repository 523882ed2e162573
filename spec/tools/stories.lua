-- What score.py asks of copies. In: JSON lines of articles. Out: JSON lines {"id", "story"}, one for every article that
-- shares its text with others.
--   lua5.4 spec/tools/stories.lua FILE
local alliance = require "alliance"

local set <close> = assert(alliance.open())
assert(set:add(arg[1])[1])
for row in set:stories():rows() do print(('{"id":"%s","story":"%s"}'):format(row.id, row.story)) end
