--- Side by side, by topic: what each side and each outlet says about the consultation that most articles report.
-- lua5.4 examples/readouts.lua [file or folder ...]     from the root of the working tree after `eval "$(make -s env)"`
local alliance = require "alliance"

local set <close> = assert(alliance.open())
set:add(#arg > 0 and arg or { "examples/articles/*.txt", "examples/articles/*.jsonl" })
local events = set:consultations({ status = "held" }):sort("reports", "desc")
local readouts = set:readouts(events[1])
print(readouts)

print "\nOnly one side speaks of"
local alone, seen = { ["KR only"] = true, ["US only"] = true }, {}
for row in readouts:rows() do
  if alone[row.said_by] and not seen[row.topic] then print(("  %s: %s"):format(row.said_by, row.topic)) end
  seen[row.topic] = true
end
