--- The job that oom.c runs while memory runs out: returns a function of the path of a file it may make.
-- Everything it does has to succeed or raise; the modules are loaded before memory is refused.
local alliance = require "alliance"

-- A lexicon of a few rows: with the whole one most runs would repeat the same loop.
local few = {
  months = { { "December", "Dec.", number = 12 } },
  agencies = { { name = "Example Wire", kind = "wire" } },
}
local only = {}
for name in pairs(alliance.lexicon().tables) do
  few[name], only[#only + 1] = few[name] or {}, name
end
table.sort(only)

local first = [[
Ministers agree on a date

SEOUL, Dec. 2 (Example Wire) -- The two ministers agreed to meet again.

"We will meet in the spring," the minister said.
]]
local second = "Caf\233 talks\n\nThey spoke for ten minutes. \147A good call,\148 an aide said."

local function read(lexicon)
  local article = assert(alliance.read(first, { published = "2024-12-02", lexicon = lexicon }))
  assert(article.text and article.blocks and article.sentences and article.boilerplate and article.dating)
  article:raw(1, 3)
  assert(assert(alliance.read(second, { lexicon = lexicon })).text)
end

local function keep(path, lexicon)
  local set <close> = assert(alliance.open(path, { lexicon = lexicon }))
  for _, text in ipairs { first, second } do
    assert(set:add({ text = text, source = "example" })[1].what == "added")
  end
  assert(#set == 2 and #set:search "ministers" == 1 and #set:kwic "minister" == 1 and #set:articles() == 2)
  assert(tostring(set:articles()) and set:health())
end

return function (path)
  local lexicon = alliance.lexicon(few, { only = only })
  read(lexicon)
  if alliance.open then keep(path, lexicon) end
end
