--- A chart in one line: in, values in order, nil among them; out, ▁▂▃▅▇ with a space for each gap. Not all
-- eight blocks of Unicode: ▄ and █ sit lower than the others in many fonts of terminals.
local days = require "alliance.show.days"
local series = require "alliance.show.series"
local width = require "alliance.show.width"

local M = {}

local blocks = { "▁", "▂", "▃", "▅", "▇" }

-- Means of neighbours, so that there are at most `most` values; a gap where all of them are gaps.
local function thinned(values, n, most)
  local each = math.ceil(n / most)
  if each <= 1 then return values, n end
  local means, count = {}, math.ceil(n / each)
  for i = 1, count do
    local sum, of = 0, 0
    for k = (i - 1) * each + 1, math.min(i * each, n) do
      if values[k] then sum, of = sum + values[k], of + 1 end
    end
    if of > 0 then means[i] = sum / of end
  end
  return means, count
end

--- One line. The lowest block is 0 (or the least value, where that is less); any more is at least the second.
-- @tparam {number|nil,...} values
-- @tparam integer n how many, gaps and all
-- @tparam integer most columns; more values than that are means of neighbours
-- @treturn string
function M.line(values, n, most)
  values, n = thinned(values, n, most)
  local low, high, parts = 0, 0, {}
  for i = 1, n do
    local value = values[i]
    if value then low, high = math.min(low, value), math.max(high, value) end
  end
  for i = 1, n do
    local value = values[i]
    local step = value and high > low and math.ceil((value - low) / (high - low) * (#blocks - 1)) or 0
    parts[i] = value and blocks[step + 1] or " "
  end
  return table.concat(parts)
end

-- Every period from the first to the last of all lines; what a line does not tell of is a gap in it.
local function lines_of(plan, most)
  local first, last
  for _, line in ipairs(plan.lines) do
    for _, period in ipairs(line) do
      first, last = math.min(first or period.first, period.first), math.max(last or period.first, period.first)
    end
  end
  local lines = {}
  for i, line in ipairs(plan.lines) do
    local values, n, at = {}, 0, first
    while at and at <= last do
      n = n + 1
      values[n] = line.at[at] and line.at[at].value
      at = days.following(at, plan.unit)
    end
    lines[i] = M.line(values, n, most)
  end
  return lines
end

local function named(plan, most)
  local widest, parts = 0, {}
  for _, line in ipairs(plan.lines) do widest = math.max(widest, width.of(line.name)) end
  widest = math.min(widest, most // 3)
  for i, text in ipairs(lines_of(plan, most - widest - 2)) do
    parts[i] = width.pad(plan.lines[i].name, widest) .. "  " .. text
  end
  return table.concat(parts, "\n")
end

--- A frame in one line; one a name, where it holds several time series.
-- @tparam data data see show/series.lua
-- @tparam[opt] string column of values
-- @tparam integer most columns of the terminal
-- @treturn[1] string
-- @treturn[2] nil where there is no number
function M.draw(data, column, most)
  local plan = series.read(data, column)
  if plan then
    if #plan.lines > 1 then return named(plan, most) end
    return lines_of(plan, most)[1] or ""
  end
  column = column or series.measure(data, { "per_million", "count", "value" })
  for _, name in ipairs(column and {} or data.columns) do
    if not column and data.kind(name) == "number" then column = name end
  end
  if not column or data.kind(column) ~= "number" then return nil end
  return M.line(data.values(column), data.n, most)
end

return M
