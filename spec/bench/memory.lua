--- Adds a file of JSON lines to a new set and prints the peak memory of the process: memory.lua LINES DATABASE
local alliance = require "alliance"

local set = assert(alliance.open(arg[2]))
local file = assert(io.open(arg[1], "rb"))
set:add(file)
file:close()
local count = #set
set:close()
-- Linux: the high-water mark of what was resident, in KB.
local status = assert(io.open "/proc/self/status"):read "a"
print(count, status:match "VmHWM:%s*(%d+)")
