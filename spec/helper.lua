--- What specs share: finding the labelled sets beside the repository, and running Lua in a process of its own.
local M = {}

--- Opens a file of the labelled sets, which lie beside the repository and are not part of it.
-- @tparam string path below ../shared, such as "data/timex.input.jsonl"
-- @treturn file|nil
function M.shared(path) return io.open("../shared/" .. path, "rb") end

--- The whole of a file.
-- @raise where it cannot be read
function M.slurp(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  return text
end

--- Files below a folder whose names end in `suffix`, sorted.
function M.files(folder, suffix)
  local list = {}
  local pipe = assert(io.popen(("find '%s' -type f -name '*%s' 2>/dev/null"):format(folder, suffix)))
  for line in pipe:lines() do list[#list + 1] = line:gsub("^%./", "") end
  pipe:close()
  table.sort(list)
  return list
end

local function seconds(work, input)
  collectgarbage() -- what other specs left behind is not this work's
  local began = os.clock()
  work(input)
  return os.clock() - began
end

--- Whether `work(large)` takes at most `times` as long as `work(small)`. Processor time, the best of the rounds for
-- each: what else the machine does only adds, so a round that looks too slow is asked for again, up to ten times.
-- @treturn boolean
-- @treturn string what was measured
function M.proportional(work, small, large, times)
  local s, l, grain = math.huge, math.huge, 0.005
  for _ = 1, 10 do
    s, l = math.min(s, seconds(work, small)), math.min(l, seconds(work, large))
    if l < times * (s + grain) then return true end
  end
  return false, ("%.3f s, and %.3f s where at most %g times as much was asked"):format(s, l, times)
end

local function quoted(s) return "'" .. s:gsub("'", [['\'']]) .. "'" end
M.quoted = quoted

--- A shell command that runs `script` with the Lua and the library of this process (found in PATH, where
-- spec/tools/preloaded.sh puts the one with a sanitizer).
-- @tparam string script path and arguments, as for a shell
function M.lua(script)
  local interpreter, i = "lua5.4", 0
  while arg and arg[i] do interpreter, i = arg[i]:match "[^/]+$", i - 1 end
  return ("LUA_PATH_5_4=%s LUA_CPATH_5_4=%s %s %s"):format(quoted(package.path), quoted(package.cpath), interpreter,
    script)
end

--- What the script of README.md prints where standard output is no terminal.
function M.readme_output()
  local script = M.slurp "README.md":match "\n```lua\n(.-)```\n"
  local pipe = assert(io.popen(M.lua("-e " .. quoted(script)) .. " 2>&1"))
  local text = pipe:read "a"
  assert(pipe:close(), text)
  return (text:gsub(" +\n", "\n"))
end

return M
