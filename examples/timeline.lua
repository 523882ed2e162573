--- What happened, by day: consultations as the whole folder tells them, statements, posts taken and left, events that
-- the articles speak of; then what was planned and is not told to have been held, and series with missing numbers.
-- lua5.4 examples/timeline.lua [file or folder ...]     from the root of the working tree after `eval "$(make -s env)"`
local alliance = require "alliance"

local set <close> = assert(alliance.open())
set:add(#arg > 0 and arg or { "examples/articles/*.txt", "examples/articles/*.jsonl" })
print(set:timeline { between = { "KR", "US" } })

print "\nStill open"
for plan in set:consultations({ status = { "planned", "proposed" } }):rows() do
  if not plan.came_about then
    local day = plan.date or "told " .. (plan.first_reported or "on no day")
    print(("  %s, %s: %s"):format(plan.name or plan.kind, day, table.concat(plan.participants, ", ")))
  end
end
print "\nSeries"
for row in set:series():rows() do
  print(("  %s: %s; missing: %s"):format(row.name, table.concat(row.ordinals, ", "), table.concat(row.missing, ", ")))
end
