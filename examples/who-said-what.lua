--- Who met whom, and who said what, by day: a first account of a folder of articles.
-- lua5.4 examples/who-said-what.lua [file or folder ...]     from the root, after `eval "$(make -s env)"`
local alliance = require "alliance"

local set <close> = assert(alliance.open())
set:add(#arg > 0 and arg or { "examples/articles/*.txt", "examples/articles/*.jsonl" })

local days = {}
local function note(day, text) days[#days + 1] = ("%-10s  %s"):format(day or "?", text) end

for article in set:each() do
  for _, c in ipairs(article.consultations) do
    local place = c.place and (", " .. c.place) or ""
    note(c.date, ("%s (%s%s): %s"):format(c.kind, c.status, place, table.concat(c.participants, ", ")))
  end
  for _, q in ipairs(article.quotes) do
    if q.kind == "direct" and q.speaker then note(article.published, ('%s: "%s"'):format(q.speaker, q.text)) end
  end
end
table.sort(days)
for i, line in ipairs(days) do if line ~= days[i - 1] then print(line) end end
