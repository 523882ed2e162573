--- A panel for regressions: contacts that were held, by pair of sides and month, zeros written out.
-- lua5.4 examples/panel.lua [panel.csv [file or folder ...]]
local alliance = require "alliance"

local out = table.remove(arg, 1)
local set <close> = assert(alliance.open())
set:add(#arg > 0 and arg or "examples/articles/")

local panel = set:count { of = "consultations", status = "held", by = { "dyad", "month" } }
print(panel:where(function (row) return row.count > 0 end))
print(("%d rows, of which %d without a contact"):format(#panel, #panel:where { count = 0 }))
if out then print(panel:csv(out)) end
