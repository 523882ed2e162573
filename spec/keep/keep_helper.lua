--- What the specs of keep/ and ask/ share.
local alliance = require "alliance"
local helper = require "spec.helper"
local selection = require "alliance.selection"

local M = {}

--- The store inside a set.
function M.store(set) return selection.peek(set).store end

--- Puts articles (tables {text=, …, vars=, modified=}) into a set; what became of each.
function M.put(set, ...)
  local outcomes = {}
  for i, about in ipairs { ... } do
    local article = assert(alliance.read(about.text, about))
    outcomes[i] = assert(M.store(set):put(article, { vars = about.vars, modified = about.modified, path = about.path }))
  end
  return outcomes
end

--- A set in memory with these articles.
function M.set(...)
  local set = assert(alliance.open())
  M.put(set, ...)
  return set
end

--- Values of one column, as a list.
function M.column(frame, name)
  local list = {}
  for i = 1, #frame do list[i] = frame[i][name] end
  return list
end

--- The path of a new set with these articles, closed.
function M.file(...)
  local path = os.tmpname()
  os.remove(path)
  local set <close> = assert(alliance.open(path))
  M.put(set, ...)
  return path
end

function M.remove(path)
  for _, suffix in ipairs { "", "-wal", "-shm" } do os.remove(path .. suffix) end
end

function M.spit(path, bytes)
  local file = assert(io.open(path, "wb"))
  file:write(bytes)
  file:close()
end

--- Writes over bytes of a file, from byte `at` (0-based).
function M.patch(path, at, bytes)
  local file = assert(io.open(path, "r+b"))
  file:seek("set", at)
  file:write(bytes)
  file:close()
end

--- Runs SQL in the sqlite3 shell: what it printed, or nil where there is no shell.
function M.shell(path, sql)
  local pipe = assert(io.popen(("command -v sqlite3 >/dev/null && sqlite3 %s %s 2>&1"):format(helper.quoted(path),
    helper.quoted(sql))))
  local text = pipe:read "a"
  return pipe:close() and text or nil
end

return M
