--- alliance: raw news articles in, answers out.
local article = require "alliance.article"
local lexicon = require "alliance.lexicon"

local M = { _VERSION = "0.1.0" }

M.read = article.read
M.lines = require("alliance.lines").lines
M.lexicon = lexicon.new

return M
