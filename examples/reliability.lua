--- A reliability sample: draws quotations for two coders; with their sheets as arguments, what they agree on.
-- lua5.4 examples/reliability.lua [coder-a.csv coder-b.csv]
local alliance = require "alliance"

local set <close> = assert(alliance.open())
set:add "examples/articles/"

if #arg > 0 then
  print(set:audit { read = arg })
else
  local sheet = set:audit { of = "quotes", n = 10, by = "source", seed = 42 }
  print(sheet)
  print("columns: " .. table.concat(sheet.columns, ", "))
end
