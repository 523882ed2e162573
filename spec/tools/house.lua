--- Keeps three tiresome things in step with the tree.
--   lua5.4 spec/tools/house.lua rockspec   rewrites the lists between the markers of the rockspec
--   lua5.4 spec/tools/house.lua hide       puts the visibility pragmas into headers that lack them
--   lua5.4 spec/tools/house.lua readme     writes what README's script prints behind it
package.path = "./?.lua;" .. package.path
local helper = require "spec.helper"

local ROCKSPEC = "rockspec/alliance-scm-1.rockspec"

local slurp, files = helper.slurp, helper.files

local function spit(path, text)
  local file = assert(io.open(path, "wb"))
  assert(file:write(text))
  assert(file:close())
end

local function module_name(path)
  return (path:gsub("^lua/", ""):gsub("%.lua$", ""):gsub("/init$", ""):gsub("/", "."))
end

local function between(text, name, lines)
  local from = "( *)%-%- " .. name .. ": [^\n]*\n"
  local at, stop, indent = text:find(from)
  assert(at, "no marker '-- " .. name .. ":' in " .. ROCKSPEC)
  local last = assert(text:find("\n *%-%- end of " .. name, stop), "no marker '-- end of " .. name .. "'")
  local body = {}
  for i, line in ipairs(lines) do body[i] = indent .. line end
  return text:sub(1, stop) .. table.concat(body, "\n") .. text:sub(last)
end

local function rockspec()
  local modules, sources = {}, {}
  for i, path in ipairs(files("lua", ".lua")) do modules[i] = ("[%q] = %q,"):format(module_name(path), path) end
  for i, path in ipairs(files("src", ".c")) do sources[i] = ("%q,"):format(path) end
  spit(ROCKSPEC, between(between(slurp(ROCKSPEC), "modules", modules), "sources", sources))
end

local PUSH, POP = "#pragma GCC visibility push(hidden)\n", "#pragma GCC visibility pop\n"

-- A header needs them where it declares a function or a table that the linker sees.
local function declares(text)
  for line in text:gmatch "[^\n]+" do
    local mine = line:find "^static" or line:find "^typedef"
    local seen = line:find "^[%a][%w_ *]*aln_[%w_]+ %(" or line:find "^extern "
    if seen and not mine then return true end
  end
  return false
end

-- Behind the last #include (else behind the guard), so that headers of other libraries stay as they are.
local function hidden(text)
  local behind = text:match ".*\n#include [^\n]*\n()" or text:match "\n#define ALN_[%w_]+_H\n()"
  local last = text:match "()#endif[^\n]*\n*$"
  assert(behind and last, "no include guard")
  return text:sub(1, behind - 1) .. "\n" .. PUSH .. text:sub(behind, last - 1) .. POP .. "\n" .. text:sub(last)
end

local function hide()
  for _, path in ipairs(files("src", ".h")) do
    local text = slurp(path)
    if declares(text) and not text:find(PUSH, 1, true) then spit(path, hidden(text)) end
  end
end

local function readme()
  local text = slurp "README.md"
  local from, to = text:match "\n```text\n()[^`]*()```\n"
  spit("README.md", text:sub(1, from - 1) .. helper.readme_output() .. text:sub(to))
end

local actions = { rockspec = rockspec, hide = hide, readme = readme }
local action = actions[arg[1]]
if not action then error("house.lua: rockspec, hide or readme, not '" .. tostring(arg[1]) .. "'") end
action()
