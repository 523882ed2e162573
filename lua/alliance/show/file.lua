--- Files that are whole or not there: written under another name, then renamed.
local M = {}

-- Beside the file, since a rename does not cross file systems; the address tells apart who writes it.
local function temporary(path)
  local address = ("%p"):format({}):gsub("^0x", "")
  return ("%s.%s.part"):format(path, address)
end

-- Returns nil, message when a write or the close fails.
local function fill(part, write)
  local file <close>, message = io.open(part, "wb")
  if not file then return nil, message end
  local failed
  write(function (text)
    if failed then return end
    local ok, trouble = file:write(text)
    if not ok then failed = trouble end
  end)
  local closed, trouble = file:close()
  if failed or not closed then return nil, failed or trouble end
  return true
end

local function fill_and_rename(paths, parts, writers)
  for i, part in ipairs(parts) do
    local ok, message = fill(part, writers[i])
    if not ok then return nil, message, paths[i] end
  end
  for i, part in ipairs(parts) do
    local ok, message = os.rename(part, paths[i])
    if not ok then return nil, message, paths[i] end
  end
  return true
end

--- Writes files that belong together. Old ones stay whole until all new ones are complete.
-- @tparam {string,...} paths
-- @tparam {function,...} writers one a path, called as write(put); put(text) appends
-- @treturn[1] string the first path
-- @return[2] nil, message; nothing is left behind
-- @raise what a writer raises
function M.save(paths, writers)
  local parts = {}
  for i, path in ipairs(paths) do parts[i] = temporary(path) end
  local ran, ok, message, path = pcall(fill_and_rename, paths, parts, writers)
  if ran and ok then return paths[1] end
  for _, part in ipairs(parts) do os.remove(part) end
  if not ran then error(ok, 0) end
  return nil, ("%s could not be written: %s"):format(path, message:match ": ([^:]+)$" or message)
end

--- The whole of a file.
-- @tparam string path
-- @treturn[1] string
-- @return[2] nil, message
function M.load(path)
  local file, message = io.open(path, "rb")
  if not file then return nil, message end
  local text
  text, message = file:read "a"
  file:close()
  if not text then return nil, ("%s: %s"):format(path, message) end
  return text
end

--- What `write` puts, as one string.
-- @tparam function write
-- @treturn string
function M.text(write)
  local parts = {}
  write(function (text) parts[#parts + 1] = text end)
  return table.concat(parts)
end

return M
