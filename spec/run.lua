--- Runs the specs with the Lua that runs this file: lua5.4 spec/run.lua [busted's options] [files].
-- From the root of the repository. The library is what LUA_PATH_5_4 and LUA_CPATH_5_4 lead to; without
-- them the working tree: build/ (make), then alliance/ (luarocks make).
if not os.getenv "LUA_PATH_5_4" then package.path = "./lua/?.lua;./lua/?/init.lua;" .. package.path end
if not os.getenv "LUA_CPATH_5_4" then package.cpath = "./build/?.so;./?.so;" .. package.cpath end
package.path = "./?.lua;" .. package.path -- spec.helper

local ok, runner = pcall(require, "busted.runner")
if not ok then
  io.stderr:write("spec/run.lua: busted is not installed for this Lua ('make deps' installs it)\n")
  os.exit(1)
end

table.insert(arg, 1, "--output=spec/tools/output.lua")
runner { standalone = false }
