--- Labels that do not overlap: in, where they would like to be; out, where they can be.
local M = {}

--- Places along a line, at least `gap` apart, in the order given, as near as can be (least squares: the pool
-- adjacent violators algorithm) to what is wanted.
-- @tparam {number,...} wanted in rising order
-- @tparam number gap
-- @tparam[opt] number low no place before it
-- @tparam[opt] number high no place behind it, where they have room
-- @treturn {number,...}
function M.spread(wanted, gap, low, high)
  local blocks, places = {}, {}
  for i, want in ipairs(wanted) do
    local block = { sum = want - i * gap, n = 1 }
    while #blocks > 0 and blocks[#blocks].sum / blocks[#blocks].n >= block.sum / block.n do
      local before = table.remove(blocks)
      block.sum, block.n = block.sum + before.sum, block.n + before.n
    end
    blocks[#blocks + 1] = block
  end
  local least, most = (low or -math.huge) - gap, (high or math.huge) - #wanted * gap
  for _, block in ipairs(blocks) do
    local at = math.max(least, math.min(block.sum / block.n, most))
    for _ = 1, block.n do places[#places + 1] = at + (#places + 1) * gap end
  end
  return places
end

local methods = {}

local function overlap(a, b) return a[1] < b[3] and b[1] < a[3] and a[2] < b[4] and b[2] < a[4] end

local function inside(a, b) return a[1] >= b[1] and a[2] >= b[2] and a[3] <= b[3] and a[4] <= b[4] end

--- Takes a box, free or not.
function methods:take(box) self.boxes[#self.boxes + 1] = box end

--- Takes a box where it is free and within the field.
-- @treturn boolean whether it was taken
function methods:claim(box)
  if self.field and not inside(box, self.field) then return false end
  for _, other in ipairs(self.boxes) do if overlap(box, other) then return false end end
  self:take(box)
  return true
end

--- A field in which boxes {x, y, right, bottom} are taken.
-- @tparam[opt] table field the box around all
function M.field(field) return setmetatable({ boxes = {}, field = field }, { __index = methods }) end

return M
