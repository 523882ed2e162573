--- Seoul's words against Washington's: which words of commitment each side's speakers use.
-- lua5.4 examples/two-capitals.lua [file or folder ...]
local alliance = require "alliance"

local set <close> = assert(alliance.open())
set:add(#arg > 0 and arg or "examples/articles/")

local words = { "ironclad", "commit*", "deterrence", "alliance", "burden OR cost*", "dialogue OR talks" }
local all, rows = { "direct", "fragment", "indirect" }, {}
for _, word in ipairs(words) do
  local row = { word = word }
  for _, side in ipairs { "KR", "US" } do row[side] = #set:quotes { side = side, kind = all, match = word } end
  rows[#rows + 1] = row
end
print(alliance.frame(rows, { "word", "KR", "US" }))
print(set:quotes({ side = { "KR", "US" }, match = "alliance" }):head(3))
