--- Lines over time: a column of periods (day … year) and a number; one line for each combination of the other
-- columns. What is not known stays open: a period without articles is a gap in the line, and grey where that is so in
-- all lines.
local canvas = require "alliance.show.canvas"
local days = require "alliance.show.days"
local labels = require "alliance.show.labels"
local scale = require "alliance.show.scale"
local series = require "alliance.show.series"
local sorted_keys = require "alliance.keys".sorted

local M = { name = "series",
  wants = "a column day, week, month, quarter or year (or days under published or date) and one number" }

local HEIGHT = 320       -- of the field, in pixels
local MOST = #canvas.colours -- lines in colour; the others are grey
local LABEL, GAP = 170, 15 -- pixels for the label of a line, and between two of them
local NEAR = 120 -- pixels: lines that end further away are not led to their labels
local SIZE = 12
local LANES, LANE, EVENT = 4, 15, 180 -- rows of labels of events, their height, and pixels of one
local BARE = 12 -- events without a label that are drawn down to the axis

local function ends_of(lines)
  local first, last
  for _, line in ipairs(lines) do
    local a, b = line[1], line[#line]
    if a and (not first or a.first < first.first) then first = a end
    if b and (not last or b.last > last.last) then last = b end
  end
  return first, last
end

function M.read(data, options)
  local plan = series.read(data, options.value)
  if not plan then return nil end
  local by = #plan.by > 0 and " and " .. table.concat(plan.by, ", ") or ""
  plan.title = ("%s by %s%s"):format(series.in_words(plan.value), plan.time, by)
  local first, last = ends_of(plan.lines)
  if not first then return data.n == 0 and plan or nil end
  plan.first, plan.last, plan.from, plan.to = first.label, last.label, first.first, last.last + 1
  return plan
end

-- The lines with the greatest sums first; equal ones as they stand.
local function ranked(lines)
  local order = {}
  for i, line in ipairs(lines) do order[i], line.place = line, i end
  table.sort(order, function (a, b)
    if a.total ~= b.total then return a.total > b.total end
    return a.place < b.place
  end)
  for i, line in ipairs(order) do line.colour = canvas.colours[i] end
  return order
end

local function extent(lines)
  local low, high = 0, 0
  for _, line in ipairs(lines) do
    for _, period in ipairs(line) do
      low, high = math.min(low, period.value or 0), math.max(high, period.value or 0)
    end
  end
  return low, high
end

-- == axes ==============================================================================================

local function whole_numbers(lines)
  for _, line in ipairs(lines) do
    for _, period in ipairs(line) do
      if period.value and period.value ~= math.floor(period.value) then return false end
    end
  end
  return true
end

-- The field {left, top, right, bottom} with its scales, as wide as the labels around it leave it.
local function field_of(drawing, plan, lines, top, right)
  local low, high = extent(plan.lines)
  local ticks, step = scale.ticks(low, high, 5, whole_numbers(plan.lines))
  local texts, widest = {}, 0
  for i, tick in ipairs(ticks) do
    texts[i] = scale.number(tick, scale.decimals(step))
    widest = math.max(widest, canvas.measure(texts[i], SIZE))
  end
  local field = { 16 + widest + 8, top, drawing.width - right, top + HEIGHT, ticks = ticks, texts = texts,
    lines = lines }
  field.x = scale.linear(plan.from, plan.to, field[1], field[3])
  field.y = scale.linear(ticks[1], ticks[#ticks], field[4], field[2])
  return field
end

-- Days on which no line has articles are grey.
local function bands(drawing, plan, field)
  local full, empty, any = {}, {}, false
  for _, line in ipairs(plan.lines) do
    for _, period in ipairs(line) do
      if period.empty then empty[period.first] = period else full[period.first] = true end
    end
  end
  for first, period in pairs(empty) do if full[first] then empty[first] = nil else any = period end end
  local order = sorted_keys(empty)
  for _, first in ipairs(order) do
    local from, to = field.x(first), field.x(empty[first].last + 1)
    drawing:rect(from, field[2], to - from, HEIGHT,
      { fill = canvas.band, title = empty[first].label .. ": no articles" })
  end
  return any ~= false
end

local function axes(drawing, plan, field)
  for i, tick in ipairs(field.ticks) do
    local y = field.y(tick)
    drawing:line(field[1], y, field[3], y, { stroke = tick == 0 and canvas.soft or canvas.faint })
    drawing:text(field[1] - 8, y + 4, field.texts[i], { anchor = "end", fill = canvas.soft })
  end
  local most = math.max(2, (field[3] - field[1]) // 85)
  local stop = 2
  for _, tick in ipairs(scale.calendar(plan.from, plan.to - 1, plan.unit, most)) do
    local _, middle = days.around(tick.day, plan.unit)
    local x, half = field.x(middle), canvas.measure(tick.label, SIZE) / 2
    if x - half > stop then
      drawing:line(x, field[4], x, field[4] + 5)
      drawing:text(x, field[4] + 19, tick.label, { anchor = "middle", fill = canvas.soft })
      stop = x + half + 6
    end
  end
end

-- == lines =============================================================================================

local marks = {
  function (drawing, x, y, o) drawing:circle(x, y, 3.2, o) end,
  function (drawing, x, y, o) drawing:rect(x - 3, y - 3, 6, 6, o) end,
  function (drawing, x, y, o) drawing:path({ { x - 4, y + 3 }, { x + 4, y + 3 }, { x, y - 4 } }, o, true) end,
  function (drawing, x, y, o)
    drawing:path({ { x - 4.5, y }, { x, y - 4.5 }, { x + 4.5, y }, { x, y + 4.5 } }, o, true)
  end,
}

-- A mark of line `i`: four shapes, full, then hollow, so that they differ without colour too.
local function mark(drawing, i, x, y, title)
  local colour = canvas.colours[i]
  local fill = i <= #marks and colour or "#ffffff"
  marks[(i - 1) % #marks + 1](drawing, x, y, { fill = fill, stroke = colour, ["stroke-width"] = 1.5, title = title })
end

local function point_of(period, field)
  return { field.x((period.first + period.last + 1) / 2), field.y(period.value) }
end

local function told(line, period, plan)
  return ("%s%s: %s %s"):format(line.name ~= "" and line.name .. ", " or "", period.label, scale.number(period.value),
    series.in_words(plan.value))
end

local function draw_line(drawing, line, i, plan, field)
  local colour, thick = canvas.colours[i] or canvas.faint, i <= MOST and 2 or 0.75
  local room = (field[3] - field[1]) * (plan.to - plan.from > 0 and 1 / (plan.to - plan.from) or 1)
  drawing:open(line.name ~= "" and line.name or nil)
  for _, run in ipairs(series.runs(line, plan.unit)) do
    local points = {}
    for k, period in ipairs(run) do points[k] = point_of(period, field) end
    if #points > 1 then
      drawing:path(points, { stroke = colour, ["stroke-width"] = thick, ["stroke-linejoin"] = "round" })
    end
    local wide = room * (run[1].last - run[1].first + 1) >= 9 or #run <= 2 and points[#points][1] - points[1][1] < 8
    for k, period in ipairs(i <= MOST and run or {}) do
      if wide then mark(drawing, i, points[k][1], points[k][2], told(line, period, plan)) end
    end
    if i > MOST and #run == 1 then drawing:circle(points[1][1], points[1][2], 1.5, { fill = canvas.grey }) end
  end
  drawing:close()
end

local function last_value(line)
  for i = #line, 1, -1 do if line[i].value then return line[i] end end
end

-- Pixels behind the field for the names of the lines.
local function room_for_names(order, pixels)
  local widest = 0
  for i = 1, math.min(#order, MOST) do
    local _, used = canvas.fit(order[i].name, SIZE, LABEL)
    widest = math.max(widest, used)
  end
  return math.min(LABEL, widest + 32, 0.4 * pixels)
end

-- Names of the lines beside their ends, apart from one another.
local function name_lines(drawing, field)
  local ends, wanted = {}, {}
  for i = 1, math.min(#field.lines, MOST) do
    local period = last_value(field.lines[i])
    if period then ends[#ends + 1] = { line = field.lines[i], i = i, at = point_of(period, field) } end
  end
  table.sort(ends, function (a, b)
    if a.at[2] ~= b.at[2] then return a.at[2] < b.at[2] end
    return a.i < b.i
  end)
  for i, each in ipairs(ends) do wanted[i] = each.at[2] end
  local x, room = field[3] + 14, drawing.width - field[3] - 27
  for i, y in ipairs(labels.spread(wanted, GAP, field[2], field[4])) do
    local each = ends[i]
    if field[3] - each.at[1] < NEAR then
      drawing:path({ { each.at[1] + 5, each.at[2] }, { x - 6, y } },
        { stroke = each.line.colour, ["stroke-width"] = 0.75, ["stroke-dasharray"] = "1 2" })
    end
    mark(drawing, each.i, x, y)
    drawing:text(x + 9, y + 4, each.line.name, { room = room })
  end
end

-- == events ============================================================================================

-- Days and labels of options.events: rows or tables {date=, label=} (or what=, name=, kind=), lists {day, label}, days.
local function events_of(events, plan)
  local list, outside = {}, 0
  local function add(event)
    local function field(name)
      local ok, value = pcall(function () return event[name] end) -- a row raises where it has no such column
      return ok and value or nil
    end
    local period = days.period(type(event) == "string" and event or field "date" or field "day" or field(1))
    local label = field "label" or field "what" or field "name" or field "kind" or field(2) or ""
    if not period or period.first < plan.from or period.first >= plan.to then
      outside = outside + 1
    else
      list[#list + 1] = { at = (period.first + period.last + 1) / 2, label = tostring(label), day = period.label }
    end
  end
  for _, event in ipairs(events) do add(event) end
  table.sort(list, function (a, b)
    if a.at ~= b.at then return a.at < b.at end
    return a.label < b.label
  end)
  return list, outside
end

local function within(x, box) return box.from - 3 <= x and x <= box.to + 3 end

-- Whether a label in a lane runs into another, its stem through another, or another's stem through it.
local function clashes(event, other)
  if event.lane == other.lane then return event.from - 8 < other.to and other.from - 8 < event.to end
  if event.lane < other.lane then return within(event.x, other) end
  return within(other.x, event)
end

local function is_free(event, placed)
  for _, other in ipairs(placed) do if clashes(event, other) then return false end end
  return true
end

-- Puts a label behind its stem, or else before it, in the first lane where it has room; or nowhere.
local function place(event, wide, placed, least, most)
  for _, from in ipairs { event.x + 3, event.x - 3 - wide } do
    for lane = 1, LANES do
      event.from, event.to, event.lane = from, from + wide, lane
      if from >= least and from + wide <= most and is_free(event, placed) then return true end
    end
  end
  event.lane = nil
  return false
end

-- Gives each event a lane in which its label has room, or none; labels may stand above the margins too. Returns how
-- many lanes there are, and how many events have none.
local function lanes_of(list, plan, field, pixels)
  local x, used, placed = scale.linear(plan.from, plan.to, field[1], field[3]), 0, {}
  for _, event in ipairs(list) do
    event.x = x(event.at)
    local text, wide = canvas.fit(event.label, SIZE - 1, EVENT)
    if text ~= "" and place(event, wide, placed, 8, pixels - 8) then
      placed[#placed + 1], used = event, math.max(used, event.lane)
    end
  end
  return used, #list - #placed
end

-- Those without a label are paler, and no more than a tick where there are many of them.
local function draw_events(drawing, list, bare, field, top)
  for _, event in ipairs(list) do
    local from = event.lane and top + (event.lane - 1) * LANE + 2 or field[2]
    local to = (event.lane or bare <= BARE) and field[4] or field[2] + 8
    drawing:line(event.x, from, event.x, to, { stroke = event.lane and canvas.ink or canvas.grey,
      ["stroke-width"] = 0.75, ["stroke-dasharray"] = "4 3", title = event.day .. " " .. event.label })
  end
  for _, event in ipairs(list) do
    if event.lane then
      drawing:text(event.from, top + (event.lane - 1) * LANE + 11, event.label, { size = SIZE - 1, room = EVENT + 1,
        halo = true })
    end
  end
end

-- == the whole =========================================================================================

local function says_of(order, plan)
  local best, of
  for _, line in ipairs(order) do
    for _, period in ipairs(line) do
      if period.value and (not best or period.value > best.value) then best, of = period, line end
    end
  end
  local names = {}
  for i = 1, math.min(#order, MOST) do names[i] = order[i].name end
  local lines = #order > 1 and ("%d lines: %s. "):format(#order, table.concat(names, ", ")) or ""
  if not best then return lines .. "no values" end
  return ("Line chart. %sHighest: %s"):format(lines, told(of, best, plan))
end

local function notes_of(plan, order, grey, outside, bare)
  local notes = {}
  local function note(n, one, many) if n > 0 then notes[#notes + 1] = (n == 1 and one or many):format(n) end end
  if grey then notes[#notes + 1] = "grey: no articles" end
  note(#order - MOST, "%d more line is pale", "%d more lines, with smaller sums, are pale")
  note(plan.undated, "%d row without a day left out", "%d rows without a day left out")
  note(outside, "%d event lies outside of these days, or has none",
    "%d events lie outside of these days, or have none")
  note(bare, "%d event has no room for its label", "%d events have no room for their labels")
  return notes
end

function M.draw(drawing, _, plan, options, top)
  local order = ranked(plan.lines)
  local named = #order > 1 or order[1].name ~= ""
  local right = named and room_for_names(order, drawing.width) or 24
  local events, outside = events_of(options.events or {}, plan)
  local field = field_of(drawing, plan, order, top, right)
  local lanes, bare = lanes_of(events, plan, field, drawing.width)
  field = field_of(drawing, plan, order, top + lanes * LANE + 8, right)
  local grey = bands(drawing, plan, field)
  axes(drawing, plan, field)
  draw_events(drawing, events, bare, field, top)
  for i = #order, 1, -1 do draw_line(drawing, order[i], i, plan, field) end
  if named then name_lines(drawing, field) end
  return field[4] + 26, says_of(order, plan), notes_of(plan, order, grey, outside, bare)
end

return M
