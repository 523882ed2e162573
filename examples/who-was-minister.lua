--- Who held a post: lua5.4 examples/who-was-minister.lua OFFICE SIDE DATE FOLDER
-- What the articles themselves say, with their sentences, and what the lexicon knows besides, with its grade.
local alliance = require "alliance"

local office, side, date, folder = table.unpack(arg)
if not folder then error("usage: who-was-minister.lua OFFICE SIDE DATE FOLDER (SIDE and DATE may be \"\")") end
if side == "" then side = nil end
if date == "" then date = nil end

local set <close> = assert(alliance.open())
set:add(folder)

local found = set:who(office, side, date)
for row in found:rows() do
  print(("%s, %s (%s), %s: %s to %s"):format(row.person, row.office, row.side or "?", row.status, row.from, row.to))
  for _, words in ipairs(row.evidence) do print("  " .. words) end
end
print(("%d found; %d articles name such a post"):format(#found, #set:where { office = office }))

for row in set:health():rows() do
  if row.what == "anachronism" or row.what == "overlap" then print(row.what, row.which, row.advice) end
end
