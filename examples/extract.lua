-- JSON lines in, JSON lines out: lua5.4 examples/extract.lua < articles.jsonl > records.jsonl
-- A line that cannot be read gives {"line":N,"error":"…"} and the run goes on.
local alliance = require "alliance"
local core = require "alliance.core"

local function read(about, message, id)
  if not about then return nil, message, id end
  local article, problem = alliance.read(about.text or about.html, about)
  return article, problem, about.id
end

for n, about, message, id in alliance.lines(io.stdin) do
  local article <close>, problem, name = read(about, message, id) -- its memory is given back at once
  local failure = { line = n, error = problem, id = name }
  assert(io.write(article and article:json() or core.json_encode(failure, { "line", "error", "id" }), "\n"))
end
