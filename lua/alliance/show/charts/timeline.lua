--- Timeline: one line a row, in the order of days, tied to its place on an axis that is true to time. The mark tells
-- what became of it: held, planned, proposed, called off, denied.
local canvas = require "alliance.show.canvas"
local cell = require "alliance.show.cell"
local days = require "alliance.show.days"
local labels = require "alliance.show.labels"
local scale = require "alliance.show.scale"

local M = { name = "timeline", wants = "date and what (or kind), and perhaps who (or participants), status, reports" }

local LIMIT, SIZE, EACH = 60, 12, 19
local AXIS, TEXT = 100, 170 -- x of the axis and of the texts
local WIDE = 520            -- pixels from which on there is room for the number of reports
local LEAST = 240           -- pixels of height

local function first_of(data, ...)
  for _, name in ipairs { ... } do if data.has(name) then return name end end
end

function M.read(data, options)
  local what = options.label or first_of(data, "what", "kind")
  if not (data.has "date" and what) or data.has "count" or options.value then return nil end
  if data.n > 0 and data.kind "date" ~= "text" then return nil end
  return { title = "timeline", what = what, who = first_of(data, "who", "participants", "sides"),
    status = first_of(data, "status"), reports = first_of(data, "reports") }
end

local function events_of(data, plan)
  local list, undated = {}, 0
  local function column(name) return name and data.values(name) or {} end
  local dates, what, who = data.values "date", data.values(plan.what), column(plan.who)
  local status, reports = column(plan.status), column(plan.reports)
  for i = 1, data.n do
    local period = days.period(dates[i])
    if period then
      local n = type(reports[i]) == "number" and reports[i] or 1
      list[#list + 1] = { i = i, first = period.first, last = period.last, label = period.label, reports = n,
        what = cell.shown(what[i]), who = cell.shown(who[i]), status = status[i] and cell.shown(status[i]) or nil }
    else
      undated = undated + 1
    end
  end
  return list, undated
end

local function by_reports(a, b)
  if a.reports ~= b.reports then return a.reports > b.reports end
  return a.i < b.i
end

local function by_day(a, b)
  if a.first ~= b.first then return a.first < b.first end
  return a.i < b.i
end

-- == marks =============================================================================================

local function cross(drawing, x, y, colour, half)
  drawing:line(x - half, y - half, x + half, y + half, { stroke = colour, ["stroke-width"] = 2 })
  drawing:line(x - half, y + half, x + half, y - half, { stroke = colour, ["stroke-width"] = 2 })
end

local function ring(drawing, x, y, colour, dashes)
  local style = { fill = "#ffffff", stroke = colour, ["stroke-width"] = 2 }
  if dashes then style["stroke-dasharray"] = dashes end
  drawing:circle(x, y, 4.5, style)
end

-- In the order of the legend. Shapes differ, so that colours need not be seen.
local states = {
  { "held", function (drawing, x, y) drawing:circle(x, y, 5, { fill = canvas.colours[1] }) end },
  { "planned", function (drawing, x, y) ring(drawing, x, y, canvas.colours[1]) end },
  { "proposed", function (drawing, x, y) ring(drawing, x, y, canvas.colours[3], "2 2") end },
  { "called-off", function (drawing, x, y) cross(drawing, x, y, canvas.colours[2], 4) end },
  { "denied", function (drawing, x, y)
    ring(drawing, x, y, canvas.ink)
    cross(drawing, x, y, canvas.ink, 2.5)
  end },
}
local state_of = {}
for _, state in ipairs(states) do state_of[state[1]] = state[2] end

local function plain(drawing, x, y) drawing:circle(x, y, 5, { fill = canvas.soft }) end

local function legend(drawing, list, top)
  local seen, x, shown = {}, AXIS - 5, 0
  for _, event in ipairs(list) do seen[event.status or ""] = true end
  for _, state in ipairs(states) do
    if seen[state[1]] then
      state[2](drawing, x, top + 4)
      x, shown = x + 10 + drawing:text(x + 10, top + 8, state[1], { fill = canvas.soft }) + 22, shown + 1
    end
  end
  return shown > 0 and top + 26 or top
end

-- == drawing ===========================================================================================

local function axis(drawing, from, to, y, top, bottom)
  drawing:line(AXIS, top, AXIS, bottom, { stroke = canvas.soft, ["stroke-width"] = 1.5 })
  local stop, most = -math.huge, math.max(3, (bottom - top) // 45)
  for _, tick in ipairs(scale.calendar(from, to, "day", most)) do
    local at = y(tick.day + 0.5)
    if at - stop >= 15 then
      drawing:line(AXIS - 5, at, AXIS, at)
      drawing:text(AXIS - 10, at + 4, tick.label, { anchor = "end", fill = canvas.soft })
      stop = at
    end
  end
end

local function text_of(drawing, event, y)
  local who = event.who ~= "" and ": " .. event.who or ""
  local told = event.reports > 1 and drawing.width >= WIDE
  local reports = told and ("(%d reports)"):format(event.reports) or ""
  local day = drawing:text(TEXT, y + 4, event.label, { fill = canvas.soft })
  local x = TEXT + math.max(day, canvas.measure("0000-00-00", SIZE)) + 10
  local room = drawing.width - 16 - x
  local _, after = canvas.fit(reports, SIZE, room)
  local used = drawing:text(x, y + 4, event.what .. who, { room = room - after - 8 })
  if reports ~= "" then drawing:text(x + used + 8, y + 4, reports, { fill = canvas.soft }) end
end

local function draw_events(drawing, list, places, y)
  for i, event in ipairs(list) do
    local at, to = y((event.first + event.last + 1) / 2), places[i]
    drawing:path({ { AXIS, at }, { AXIS + 6, at }, { TEXT - 24, to }, { TEXT - 14, to } },
      { stroke = canvas.grey, ["stroke-width"] = 0.75 })
    if event.last > event.first then
      drawing:line(AXIS, y(event.first), AXIS, y(event.last + 1), { stroke = canvas.colours[1], ["stroke-width"] = 4,
        ["stroke-opacity"] = 0.35 })
    end
  end
  for i, event in ipairs(list) do
    drawing:open(event.status)
    local mark = state_of[event.status] or plain
    mark(drawing, TEXT - 14, places[i])
    drawing:circle(AXIS, y((event.first + event.last + 1) / 2), 2, { fill = canvas.ink })
    text_of(drawing, event, places[i])
    drawing:close()
  end
end

local function notes_of(all, shown, undated, plan)
  local notes = {}
  if all > shown then
    notes[1] = ("%d of %d%s; limit= shows more"):format(shown, all, plan.reports and ", those with the most reports" or
      ", the first")
  end
  if undated > 0 then
    notes[#notes + 1] = undated == 1 and "1 row without a day left out" or undated .. " rows without a day left out"
  end
  return notes
end

function M.draw(drawing, data, plan, options, top)
  local list, undated = events_of(data, plan)
  local all = #list
  table.sort(list, by_reports)
  for i = (options.limit or LIMIT) + 1, all do list[i] = nil end
  table.sort(list, by_day)
  if #list == 0 then return top, "no days", notes_of(0, 0, undated, plan) end
  top = legend(drawing, list, top)
  local bottom, from, to = top + math.max(LEAST, #list * EACH), list[1].first, list[1].last
  for _, event in ipairs(list) do to = math.max(to, event.last) end
  local y, wanted = scale.linear(from, to + 1, top + 8, bottom - 8), {}
  for i, event in ipairs(list) do wanted[i] = y((event.first + event.last + 1) / 2) end
  axis(drawing, from, to, y, top, bottom)
  draw_events(drawing, list, labels.spread(wanted, EACH, top + 8, bottom - 8), y)
  local says = ("%d lines from %s to %s. First: %s %s"):format(#list, list[1].label, list[#list].label, list[1].what,
    list[1].who)
  return bottom + 6, says, notes_of(all, #list, undated, plan)
end

return M
