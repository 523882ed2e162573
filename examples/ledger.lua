--- A ledger of figures: how many troops, said when and by whom; nothing is averaged.
-- lua5.4 examples/ledger.lua [unit [file or folder ...]]
local alliance = require "alliance"

local unit = table.remove(arg, 1) or "troops"
local set <close> = assert(alliance.open())
set:add(#arg > 0 and arg or "examples/articles/")

local ledger = set:figures { unit = unit }
for row in ledger:rows() do
  local hedge, of = row.hedge and row.hedge .. " " or "", row.of and " of " .. row.of or ""
  print(("%-10s  %s%g %s%s  (%s; in %d articles)"):format(row.published or "undated", hedge, row.value, row.unit, of,
    row.source or "?", row.repeats))
end
print(ledger:cite())
