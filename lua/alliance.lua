--- alliance: raw news articles in, answers out.
local article = require "alliance.article"
local help = require "alliance.help"
local lexicon = require "alliance.lexicon"
local set = require "alliance.set"

-- Each puts its questions into what can be asked of a set.
for _, questions in ipairs { "articles", "search", "concordance", "items", "people", "tenures", "stories",
  "consultations", "readouts", "timeline", "words", "counting", "coding", "likeness", "network", "compare", "formula",
  "audit", "deciding", "why", "why_not", "diff", "codebook", "health", "sql" } do
  require("alliance.ask." .. questions)
end
require "alliance.report"

local M = { _VERSION = "0.1.0" }

M.read = article.read
M.open = set.open
M.lines = require("alliance.lines").lines
M.lexicon = lexicon.new
M.frame = require "alliance.show.frame".from
M.help = help.help

local function printed()
  return ('alliance %s: alliance.help() says what can be done, e.g. set = alliance.open "korea.db"'):format(M._VERSION)
end

return setmetatable(M, { __name = "alliance", __tostring = printed })
