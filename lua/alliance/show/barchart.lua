--- Horizontal bars: in, rows {name=, parts={number or nil, …}}; out, one bar a part, names on the left, values behind
-- the bars, negative ones to the left of zero.
local canvas = require "alliance.show.canvas"
local scale = require "alliance.show.scale"

local M = {}

local SIZE = 12
local THICK, BETWEEN = 14, 8 -- pixels of a bar, and between rows
local SHARE = 0.38           -- of the width: names at most
local LEFT = 16

local function sum_of(row)
  local sum, any = 0, false
  for _, value in pairs(row.parts) do sum, any = sum + value, true end
  return any and sum or -math.huge
end

--- Sorts rows by their sums, the largest first; equal ones stay as they stand.
function M.largest_first(rows)
  local place, sum = {}, {}
  for i, row in ipairs(rows) do place[row], sum[row] = i, sum_of(row) end
  table.sort(rows, function (a, b)
    if sum[a] ~= sum[b] then return sum[a] > sum[b] end
    return place[a] < place[b]
  end)
end

--- What the bars say, for who cannot see them: the first five.
function M.says(rows)
  local parts = {}
  for i = 1, math.min(5, #rows) do
    local values = {}
    for _, value in pairs(rows[i].parts) do values[#values + 1] = scale.number(value) end
    parts[i] = ("%s %s"):format(rows[i].name, table.concat(values, ", "))
  end
  return ("%d bars, the first: %s"):format(#rows, table.concat(parts, "; "))
end

-- The least and the greatest value, how all values are written, and whether they are whole numbers.
local function extent(rows, n)
  local low, high, whole = 0, 0, true
  for _, row in ipairs(rows) do
    for i = 1, n do
      local value = row.parts[i] or 0
      low, high, whole = math.min(low, value), math.max(high, value), whole and value == math.floor(value)
    end
  end
  local size = math.max(-low, high)
  local decimals = (whole or size >= 1000) and 0 or size >= 10 and 1 or size >= 1 and 2 or 4
  return low, high, function (value) return scale.number(value, decimals) end, whole
end

-- Pixels of the widest value.
local function room_of(rows, n, write)
  local room = 0
  for _, row in ipairs(rows) do
    for i = 1, n do
      if row.parts[i] then room = math.max(room, canvas.measure(write(row.parts[i]), SIZE - 1)) end
    end
  end
  return room + 8
end

local function legend(drawing, groups, top)
  local x, y = LEFT, top
  for i, name in ipairs(groups) do
    local _, wide = canvas.fit(name, SIZE, 200)
    if x > LEFT and x + 18 + wide > drawing.width - LEFT then x, y = LEFT, y + 20 end
    drawing:rect(x, y, 12, 12, { fill = canvas.colours[i] })
    drawing:text(x + 18, y + 10, name, { room = 201 })
    x = x + 18 + wide + 20
  end
  return y + 24
end

-- Pixels of the widest name of rows whose first part is positive (or negative).
local function widest(rows, sign, most)
  local wide = 0
  for _, row in ipairs(rows) do
    if sign == 0 or ((row.parts[1] or 0) < 0) == (sign < 0) then
      local _, used = canvas.fit(row.name, SIZE, most)
      wide = math.max(wide, used)
    end
  end
  return wide + 8
end

-- Two sides: names stand across zero from their bars. The largest scale at which all that fits, by halving.
local function two_sided(drawing, rows, plan)
  local most, all = drawing.width * SHARE, drawing.width - 2 * LEFT
  local before, behind = widest(rows, 1, most), widest(rows, -1, most)
  local least, best = 0, all / (plan.high - plan.low)
  local function left(each) return math.max(before, -plan.low * each + plan.room) end
  for _ = 1, 40 do
    local each = (least + best) / 2
    local fits = left(each) + math.max(behind, plan.high * each + plan.room) <= all
    if fits then least = each else best = each end
  end
  local zero = LEFT + left(least)
  plan.x = function (value) return zero + value * least end
  plan.names = most + 1
end

local function one_sided(drawing, rows, plan)
  local names = widest(rows, 0, drawing.width * SHARE)
  local high = plan.high > 0 and plan.high or 1
  local left = LEFT + names + (plan.low < 0 and plan.room or 0)
  plan.x = scale.linear(plan.low, high, left, drawing.width - LEFT - plan.room)
  plan.names, plan.edge = names, LEFT + names - 8
end

-- Where names and bars stand.
local function layout(drawing, rows, n)
  local low, high, write, whole = extent(rows, n)
  local plan = { low = low, high = high, write = write }
  plan.room = room_of(rows, n, plan.write)
  plan.ticks, plan.step = scale.ticks(plan.low, plan.high, 6, whole)
  local place = n == 1 and plan.low < 0 and two_sided or one_sided
  place(drawing, rows, plan)
  return plan
end

-- Ticks that lie within the values, above and below the bars.
local function axis(drawing, plan, top, bottom)
  local stop = -math.huge
  for _, tick in ipairs(plan.ticks) do
    local x, text = plan.x(tick), scale.number(tick, scale.decimals(plan.step))
    local half = canvas.measure(text, SIZE - 1) / 2
    if tick >= plan.low and tick <= math.max(plan.high, 0) and x - half > stop then
      drawing:line(x, top, x, bottom, { stroke = tick == 0 and canvas.soft or canvas.faint })
      drawing:text(x, bottom + 15, text, { size = SIZE - 1, anchor = "middle", fill = canvas.soft })
      if bottom - top > 600 then
        drawing:text(x, top - 5, text, { size = SIZE - 1, anchor = "middle", fill = canvas.soft })
      end
      stop = x + half + 8
    end
  end
end

local function bar(drawing, plan, value, y, thick, colour)
  local zero, x = plan.x(0), plan.x(value)
  drawing:rect(math.min(zero, x), y, math.abs(x - zero), thick, { fill = colour })
  drawing:text(value < 0 and x - 4 or x + 4, y + thick / 2 + 4, plan.write(value),
    { size = SIZE - 1, anchor = value < 0 and "end" or "start", fill = canvas.soft })
end

local function name(drawing, plan, row, y)
  local right = not plan.edge and (row.parts[1] or 0) < 0
  local x = plan.edge or plan.x(0) + (right and 8 or -8)
  drawing:text(x, y, row.name, { anchor = right and "start" or "end", room = plan.names })
end

--- Draws bars.
-- @tparam canvas drawing
-- @tparam {row,...} rows
-- @tparam table settings groups= (names of the parts, for the legend)
-- @tparam number top
-- @treturn number the bottom
function M.draw(drawing, rows, settings, top)
  local n = settings.groups and #settings.groups or 1
  local thick = n == 1 and THICK or math.max(11, THICK - 2)
  if settings.groups then top = legend(drawing, settings.groups, top) end
  local plan, high = layout(drawing, rows, n), n * thick + BETWEEN
  top = top + (#rows * high > 600 and 14 or 0)
  axis(drawing, plan, top, top + #rows * high)
  for i, row in ipairs(rows) do
    local y = top + (i - 1) * high + BETWEEN / 2
    name(drawing, plan, row, y + n * thick / 2 + 4)
    for k = 1, n do
      local value = row.parts[k]
      local colour = settings.groups and canvas.colours[k] or canvas.colours[value and value < 0 and 2 or 1]
      if value then bar(drawing, plan, value, y + (k - 1) * thick, thick, colour) end
    end
  end
  return top + #rows * high + 22
end

return M
