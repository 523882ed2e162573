--- Axes: in, the ends of what is drawn; out, round numbers or days to write beside them, and places in pixels.
local days = require "alliance.show.days"

local M = {}

--- A function from values to pixels.
function M.linear(low, high, from, to)
  local span = high > low and high - low or 1
  return function (value) return from + (value - low) / span * (to - from) end
end

-- 1, 2, 5 or 10 times a power of ten, at least x (P. Heckbert, "Nice Numbers for Graph Labels", Graphics Gems, 1990).
local function nice(x)
  local power = 10.0 ^ math.floor(math.log(x, 10) + 1e-9)
  for _, step in ipairs { 1, 2, 5 } do if x <= step * power * (1 + 1e-9) then return step * power end end
  return 10 * power
end

--- Round numbers from at most `low` to at least `high`.
-- @tparam number low
-- @tparam number high
-- @tparam integer n steps between them, about
-- @tparam[opt] boolean whole only whole numbers
-- @treturn {number,...} the ticks
-- @treturn number the step
function M.ticks(low, high, n, whole)
  if high <= low then high = low + 1 end
  local step = nice((high - low) / n)
  if whole then step = math.max(1, step) end
  local ticks = {}
  local from, to = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
  for i = from, to do ticks[#ticks + 1] = i * step end
  return ticks, step
end

local function commas(digits)
  local head, rest = digits:match "^(%d%d?%d?)(%d*)$"
  while #rest % 3 ~= 0 do head, rest = digits:sub(1, #head - 1), digits:sub(#head) end
  return head .. rest:gsub("%d%d%d", ",%0")
end

--- A number for the eye, with commas between thousands.
-- @tparam number x
-- @tparam[opt] integer decimals without it, three digits that count, and those of whole numbers all
-- @treturn string
function M.number(x, decimals)
  local size = math.abs(x)
  if size ~= size or size >= 1e15 then return (("%.3g"):format(x):gsub(",", ".")) end
  if not decimals then
    decimals = (size == math.floor(size) or size >= 100) and 0 or size >= 10 and 1 or size >= 0.1 and 2 or 4
  end
  local text = ("%." .. decimals .. "f"):format(size):gsub(",", ".")
  local digits, rest = text:match "^(%d+)(.*)$"
  return (x < 0 and text:find "[1-9]" and "−" or "") .. commas(digits) .. rest
end

--- How many decimals a step asks for.
function M.decimals(step) return math.max(0, math.ceil(-math.log(step, 10) - 1e-9)) end

--- The 1, 2 or 5 times a power of ten at or below `low`, and at or above `high` (another one than that).
function M.log_ends(low, high)
  local function step(power) return ({ 1, 2, 5 })[power % 3 + 1] * 10.0 ^ (power // 3) end
  local least, most = 3 * math.floor(math.log(low, 10)) + 3, 3 * math.floor(math.log(high, 10))
  while step(least) > low do least = least - 1 end
  while step(most) < high or most <= least do most = most + 1 end
  return step(least), step(most)
end

--- Round numbers of a logarithmic axis, 1, 2 and 5 of each power of ten, or powers alone.
function M.log_ticks(low, high, n)
  for _, steps in ipairs { { 1, 2, 5 }, { 1 } } do
    local ticks = {}
    for power = math.floor(math.log(low, 10)), math.ceil(math.log(high, 10)) do
      for _, step in ipairs(steps) do
        local tick = step * 10.0 ^ power
        if tick >= low and tick <= high then ticks[#ticks + 1] = tick end
      end
    end
    if #ticks <= n or #steps == 1 then return ticks end
  end
end

-- == days ==============================================================================================

-- From fine to coarse: the unit, how many of it, and how a day is then written.
local steps = {
  { "day", 1 }, { "day", 2 }, { "day", 7 }, { "day", 14 }, { "month", 1 }, { "month", 2 }, { "month", 3 },
  { "month", 6 }, { "year", 1 }, { "year", 2 }, { "year", 5 }, { "year", 10 }, { "year", 20 }, { "year", 50 },
  { "year", 100 }, { "year", 500 }, { "year", 2000 } }

-- The finest step that tells apart periods of a unit.
local finest = { day = { "day", 1 }, week = { "day", 7 }, month = { "month", 1 }, quarter = { "month", 3 },
  year = { "year", 1 } }

local writes = {
  day = days.text,
  month = function (day) return days.text(day):sub(1, 7) end,
  quarter = function (day)
    local year, month = days.civil(day)
    return ("%04d-Q%d"):format(year, (month + 2) // 3)
  end,
  year = function (day) return days.text(day):sub(1, 4) end,
}

-- The first day from `day` on at which a step begins, in whole steps of the calendar (of weeks: Mondays).
local function aligned(day, unit, size)
  if unit == "day" then return day + (4 - day) % size end
  local year, month = days.civil(day)
  local months = unit == "year" and 12 * size or size
  local index = (year * 12 + month - 1) // months * months
  local first = days.number(index // 12, index % 12 + 1, 1)
  if first >= day then return first end
  index = index + months
  return days.number(index // 12, index % 12 + 1, 1)
end

local function days_of(first, last, unit, size)
  local list, day = {}, aligned(first, unit, size)
  while day <= last do
    list[#list + 1] = day
    day = aligned(day + 1, unit, size)
  end
  return list
end

-- About how many days a step has, to pass over those that are too fine.
local lengths = { day = 1, month = 30, year = 365 }

--- Days to write along an axis of time.
-- @tparam integer first number of a day
-- @tparam integer last
-- @tparam string unit of what is drawn: no finer days are written
-- @tparam integer most
-- @treturn {{day=integer,label=string},...}
function M.calendar(first, last, unit, most)
  local least = finest[unit]
  for _, step in ipairs(steps) do
    local name, size = step[1], step[2]
    local fine = lengths[name] * size < lengths[least[1]] * least[2]
    if not fine and (last - first) / (lengths[name] * size) <= most + 1 then
      local list = days_of(first, last, name, size)
      if #list <= most then
        local write = writes[unit == "quarter" and "quarter" or name == "year" and unit == "month" and "month" or name]
        for i, day in ipairs(list) do list[i] = { day = day, label = write(day) } end
        return list
      end
    end
  end
  return {}
end

return M
