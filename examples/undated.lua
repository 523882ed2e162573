--- Articles that do not say when they were published, and what dates them: the bracket of days, and each piece of
-- evidence for an end of it.
-- lua5.4 examples/undated.lua [file or folder ...]     from the root of the working tree after `eval "$(make -s env)"`
local alliance = require "alliance"

local set <close> = assert(alliance.open())
local added = set:add(#arg > 0 and arg or { "examples/articles/*.txt", "examples/articles/*.jsonl" })
for row in added:where({ what = "refused" }):rows() do io.stderr:write(row.path, ": ", row.reason, "\n") end

local bounds = { earliest = "not before", latest = "not after", both = "that day" }
local undated = set:where { dated = { "inferred", "unknown" } }
for article in undated:each() do
  local dating = article.dating
  print(("\n%s  (%s)"):format(article.headline or article.paragraphs[1]:sub(1, 60), article.id))
  print(("  %s to %s"):format(dating.earliest or "?", dating.latest or "?"))
  for _, evidence in ipairs(dating.evidence) do
    local grade = evidence.grade and ", " .. evidence.grade or ""
    print(("  %-10s  %s  (%s%s)"):format(bounds[evidence.bound], evidence.says, evidence.rule, grade))
  end
  for _, conflict in ipairs(dating.conflicts) do print("  but         " .. conflict) end
end
print(("\n%d of %d articles do not state their day"):format(#undated, #set))
