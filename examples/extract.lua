-- JSON lines in, JSON lines out: lua5.4 examples/extract.lua < articles.jsonl > records.jsonl
-- A line that cannot be read gives {"line":N,"error":"…"} and the run goes on.
local alliance = require "alliance"
local core = require "alliance.core"

for n, about, message, id in alliance.lines(io.stdin) do
  local article
  if about then
    article, message = alliance.read(about.text or about.html, about)
    id = about.id
  end
  local failure = { line = n, error = message, id = id }
  assert(io.write(article and article:json() or core.json_encode(failure, { "line", "error", "id" }), "\n"))
end
