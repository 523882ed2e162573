--- alliance: raw news articles in, answers out.
local article = require "alliance.article"
local lexicon = require "alliance.lexicon"
local set = require "alliance.set"

-- Each puts its questions into what can be asked of a set.
for _, family in ipairs { "articles", "search", "concordance", "health", "sql" } do require("alliance.ask." .. family) end

local M = { _VERSION = "0.1.0" }

M.read = article.read
M.open = set.open
M.lexicon = lexicon.new

return M
