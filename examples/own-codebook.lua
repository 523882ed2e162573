--- A codebook of one's own: which articles speak of threat, which of burden, which of assurance.
-- lua5.4 examples/own-codebook.lua [file or folder ...]
local alliance = require "alliance"

local set <close> = assert(alliance.open())
set:add(#arg > 0 and arg or "examples/articles/")

local codes = set:code({
  threat = { "nuclear", "missile*", "provocation*", "North Korea*" },
  burden = { "cost-sharing", "burden", "SMA" },
  assurance = { "ironclad", "commitment", "extended deterrence" },
}, { unit = "article" })
print(codes:head(8))
for _, name in ipairs { "threat", "burden", "assurance" } do
  print(name, #codes:where(function (row) return row[name] > 0 end))
end
