--- The job that oom.c runs while memory runs out: returns a function of the path of a file it may make.
-- Everything it does has to succeed or raise; the modules are loaded before memory is refused.
package.loaded["alliance.lexicon.weights"] = {} -- the tagger learns nothing here
local alliance = require "alliance"

-- A lexicon of a few rows: with the whole one most runs would repeat the same loop.
local few = {
  tenures = { { name = "Anna Berg", side = "KR", office = "President", from = "2020-01-01" } },
  offices = { { "President", office = "President", level = "head" } },
  countries = { { name = "South Korea", side = "KR", demonyms = { "South Korean" } } },
  months = { { "December", "Dec.", number = 12 } },
  agencies = { { name = "Example Wire", kind = "wire" } },
}
local only = {}
for i, name in ipairs(require "alliance.lexicon".names) do few[name], only[i] = few[name] or {}, name end

local first = [[
Ministers agree on a date

SEOUL, Dec. 2 (Example Wire) -- The two ministers agreed to meet again.

"We will meet in the spring," President Anna Berg of South Korea said on Monday of the 300 talks.
]]
local second = "Caf\233 talks\n\nThey spoke for ten minutes. \147A good call,\148 an aide said."

local function read(lexicon)
  local article = assert(alliance.read(first, { published = "2024-12-02", lexicon = lexicon }))
  assert(article.text and article.blocks and article.sentences and article.boilerplate and article.dating)
  article:raw(1, 3)
  assert(article.people and article.places and article.dates and article.figures and article:json())
  assert(assert(alliance.read(second, { lexicon = lexicon })).text)
end

local function keep(path, lexicon)
  local set <close> = assert(alliance.open(path, { lexicon = lexicon }))
  for _, text in ipairs { first, second } do
    assert(set:add({ text = text, source = "example" })[1].what == "added")
  end
  assert(#set == 2 and #set:search "ministers" == 1 and #set:articles() == 2)
  assert(#set:kwic "ministers" == 1 and set:kwic("ministers")[1].match == "ministers")
  assert(tostring(set:articles()) and set:health())
  assert(set:add({ text = first, source = "other" })[1].what == "added")
  assert(#set:stories() == 2 and #set:stories { pairs = true } == 1)
end

local function count(path)
  local set <close> = assert(alliance.open(path, { readonly = true }))
  local other = set:where { source = "other" }
  assert(#assert(set:terms()) > 0 and #assert(set:ngrams()) > 0 and #assert(set:ngrams { n = 6 }) > 0)
  assert(#assert(set:collocates "to") > 0 and #assert(set:keyness(other)) > 0)
  assert(#assert(set:count { term = "the sp*", by = { "source", "language" } }) > 0)
  assert(assert(set:count { match = "ministers OR talks", scope = "text" })[1].count > 0)
  assert(#assert(set:kwic("@KR OR minister*", { case = true })) > 0)
  assert(#assert(set:search("ministers", { stem = true })) > 0)
  assert(assert(set:count { match = "\"the spring\" OR agreeing", stem = true })[1].count > 0)
  assert(assert(set:dispersion "spring")[1].count == 2)
  assert(#assert(set:code({ a = { "ministers agree*", "again" } }, { unit = "sentence" })) > 0)
  assert(#assert(set:formula "of the *") == 1 and assert(set:similar(set:articles()[1].id)))
end

return function (path)
  local lexicon = alliance.lexicon(few, { only = only })
  read(lexicon)
  if not alliance.open then return end
  keep(path, lexicon)
  count(path)
end
