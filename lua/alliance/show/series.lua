--- Time series in a frame: in, columns such as month, source, count, of_articles; out, one line of periods for each
-- combination of the other columns. A period without articles, or without a value, is a gap: nothing is known of it.
--
-- Here and in charts/, `data` is what show/exports.lua makes of a frame: n, columns, made, article, has (name),
-- values (name), kind (name) -> "number", "text", "other" or nil (nothing in it). Its numbers are finite.
local cell = require "alliance.show.cell"
local days = require "alliance.show.days"

local M = {}

-- Numbers that are worth a chart, the best first: shares of what there is tell more than counts.
local measures = { "per_million", "share", "rate", "count", "value", "n", "mentions", "articles" }

local is_unit = {}
for _, unit in ipairs(days.units) do is_unit[unit] = true end

--- The column whose numbers are drawn.
-- @tparam data data
-- @tparam {string,...} wanted names, the best first
-- @tparam[opt] string asked the one that the caller wants
-- @treturn string|nil
function M.measure(data, wanted, asked)
  if asked then return data.kind(asked) == "number" and asked or nil end
  for _, name in ipairs(wanted) do if data.kind(name) == "number" then return name end end
end

-- The unit and the column of time: day … year by name, or days under another name.
local function time_column(data)
  for _, unit in ipairs(days.units) do if data.has(unit) then return unit, unit end end
  if data.has "id" then return nil end -- a row is an item, not a tally
  for _, name in ipairs { "published", "date" } do
    if data.kind(name) == "text" then return name, "day" end
  end
end

local function first_number(data, time)
  for _, name in ipairs(data.columns) do
    if name ~= time and not is_unit[name] and data.kind(name) == "number" then return name end
  end
end

--- Columns that tell the lines apart: all texts, but for other periods.
local function by_columns(data, time)
  local names = {}
  for _, name in ipairs(data.columns) do
    if name ~= time and not is_unit[name] and data.kind(name) == "text" then names[#names + 1] = name end
  end
  return names
end

--- What a row is called: its values in some columns.
function M.name_of(data, columns, i)
  local names = {}
  for k, column in ipairs(columns) do names[k] = cell.name(data.values(column)[i]) end
  return table.concat(names, " · ")
end

local titles = { per_million = "per million words" }

--- A column of numbers in words.
function M.in_words(name) return titles[name] or (name:gsub("_", " ")) end

-- Puts each row into its line; nil where two rows tell of the same line and period.
local function fill(data, plan)
  local lines, by_name, undated = {}, {}, 0
  local times, values = data.values(plan.time), data.values(plan.value)
  local of = data.has "of_articles" and data.values "of_articles" or {}
  for i = 1, data.n do
    local name, period = M.name_of(data, plan.by, i), days.period(times[i], plan.unit)
    local line = by_name[name]
    if not line then
      line = { name = name, at = {}, total = 0 }
      by_name[name], lines[#lines + 1] = line, line
    end
    if not period then
      undated = undated + 1
    elseif line.at[period.first] then
      return nil
    else
      local value = of[i] ~= 0 and values[i] or nil
      period.value, period.empty = value, of[i] == 0
      line.at[period.first], line[#line + 1] = period, period
      line.total = line.total + math.abs(value or 0)
    end
  end
  return lines, undated
end

local function by_time(a, b) return a.first < b.first end

--- The series of a frame.
-- @tparam data data
-- @tparam[opt] string asked the column of values
-- @treturn[1] table {time=, unit=, value=, by={…}, lines={ {name=, total=, period, …}, … }, undated= (rows without a
-- period)}; a period is {first=, last=, label=, value= (nil: a gap), empty= (no articles)}, in order
-- @treturn[2] nil where it is none
function M.read(data, asked)
  local time, unit = time_column(data)
  if not time then return nil end
  local value = M.measure(data, measures, asked) or not asked and first_number(data, time) or nil
  local plan = { time = time, unit = unit, value = value or "count", by = by_columns(data, time) }
  if data.n == 0 then
    plan.lines, plan.undated = {}, 0
    return plan
  end
  if not value then return nil end
  plan.lines, plan.undated = fill(data, plan)
  if not plan.lines then return nil end
  for _, line in ipairs(plan.lines) do table.sort(line, by_time) end
  return plan
end

--- Runs of periods that follow one another and have values.
-- @treturn {{period,...},...}
function M.runs(line, unit)
  local runs, run = {}, nil
  for _, period in ipairs(line) do
    local last = run and run[#run]
    if period.value == nil then
      run = nil
    elseif last and days.following(last.first, unit) == period.first then
      run[#run + 1] = period
    else
      run = { period }
      runs[#runs + 1] = run
    end
  end
  return runs
end

return M
