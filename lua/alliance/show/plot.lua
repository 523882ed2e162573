--- Charts: in, a frame; out, one SVG document. Which chart suits is told by the columns alone: every file of charts/
-- says what it needs, and the first that can read the frame draws it.
--
-- A chart is {name=, wants= (in words), read=function (data, options) -> plan or nil, draw=function (canvas, data,
-- plan, options, top) -> bottom, says, notes}. A plan has a `title` (what is drawn, in words) and perhaps `first` and
-- `last` (periods). `data` is described in show/series.lua, the options in `frame:plot`.
local cell = require "alliance.show.cell"
local canvas = require "alliance.show.canvas"
local json = require "alliance.show.json"
local scale = require "alliance.show.scale"
local table_of = require "alliance.show.table"

local M = {}

--- The charts, those with the most particular columns first.
M.charts = {
  require "alliance.show.charts.network",
  require "alliance.show.charts.keyness",
  require "alliance.show.charts.collocates",
  require "alliance.show.charts.dispersion",
  require "alliance.show.charts.tenures",
  require "alliance.show.charts.timeline",
  require "alliance.show.charts.series",
  (require "alliance.show.charts.bars"), -- one value: require gives two
}

-- The types of the options.
local known = { kind = "string", value = "string", label = "string", events = "table", limit = "number",
  width = "number", title = "string", order = "string" }
local ranges = { width = { 400, 4000 }, limit = { 1, 10000 } }

local WIDTH, SIDE = 800, 16    -- pixels across, and of margin
local TITLE, SMALL = 16, 12    -- sizes of letters

M.options = "events, kind, label, limit, order, title, value, width"

-- What is wrong with one option, if anything is.
local function fault(name, value, data)
  if type(value) ~= known[name] then
    return ("option '%s' should be a %s, not a %s"):format(name, known[name], type(value))
  end
  if (name == "value" or name == "label") and not data.has(value) then
    return ("option '%s': no column '%s'; there are: %s"):format(name, value, table.concat(data.columns, ", "))
  end
  local range = ranges[name]
  if range and (math.type(value) ~= "integer" or value < range[1] or value > range[2]) then
    return ("option '%s' should be a whole number from %d to %d, not %s"):format(name, range[1], range[2], value)
  end
  if name == "order" and value ~= "value" and value ~= "frame" then
    return ("option 'order' should be 'value' or 'frame', not '%s'"):format(value)
  end
end

local function chart_named(name)
  local names = {}
  for i, chart in ipairs(M.charts) do
    if chart.name == name then return chart end
    names[i] = chart.name
  end
  return nil, ("option 'kind' should be one of %s, not '%s'"):format(table.concat(names, ", "), name)
end

local function nothing_suits(columns)
  local lines = {}
  for i, chart in ipairs(M.charts) do lines[i] = ("  %-10s  %s"):format(chart.name, chart.wants) end
  return ("no chart suits the columns %s. These do:\n%s\nTo tally the rows first: f:group \"column\""):format(columns,
    table.concat(lines, "\n"))
end

-- The chart, and how it reads the frame; or nil and why there is none.
local function choose(data, options)
  local columns = table.concat(data.columns, ", ")
  if options.kind then
    local chart, message = chart_named(options.kind)
    if not chart then return nil, message end
    local plan = chart.read(data, options)
    if plan then return chart, plan end
    return nil, ("kind '%s' wants %s; this frame has: %s"):format(chart.name, chart.wants, columns)
  end
  for _, chart in ipairs(M.charts) do
    local plan = chart.read(data, options)
    if plan then return chart, plan end
  end
  return nil, nothing_suits(columns)
end

-- == head and foot =====================================================================================

-- The question that made the frame; a frame from Lua has none.
local function question(made) return made.query ~= "alliance.frame" and made.query or nil end

local function range_of(made, plan)
  local first, last = made.first_day or plan.first, made.last_day or plan.last
  if not (first and last) then return nil end
  return first == last and first or first .. " to " .. last
end

-- What was counted, in which articles, of which days.
local function subtitle(made, plan, title)
  local parts = {}
  if title ~= plan.title then parts[1] = plan.title end
  if made.selection then parts[#parts + 1] = "where " .. cell.text(made.selection) end
  if math.type(made.articles) == "integer" then
    parts[#parts + 1] = scale.number(made.articles) .. (made.articles == 1 and " article" or " articles")
  end
  parts[#parts + 1] = range_of(made, plan)
  return table.concat(parts, "; ")
end

local function lines_into(drawing, text, y, size, most, bold)
  if text == "" then return y end
  local fill = bold and canvas.ink or canvas.soft
  for _, line in ipairs(canvas.wrap(text, size, drawing.width - 2 * SIDE, most, bold)) do
    y = y + math.floor(size * 1.35)
    drawing:text(SIDE, y, line, { size = size, bold = bold, fill = fill })
  end
  return y
end

local function head(drawing, made, plan, options)
  local title = options.title or question(made) or plan.title
  local below = subtitle(made, plan, title)
  local y = lines_into(drawing, title, 6, TITLE, 2, true)
  return lines_into(drawing, below, y + 2, SMALL, 3) + 12, title, below
end

local function foot(drawing, made, notes, y)
  local left_out = table_of.left_out(made.left_out)
  if left_out ~= "" then notes[#notes + 1] = left_out end
  y = y + 4
  for _, note in ipairs(notes) do y = lines_into(drawing, note, y, SMALL - 1, 2) end
  return y + 14
end

local function draw_nothing(drawing, _, _, _, top)
  drawing:text(drawing.width / 2, top + 40, "no rows", { anchor = "middle", fill = canvas.soft })
  return top + 70, "no rows", {}
end

--- Draws a frame.
-- @tparam data data
-- @tparam table options see `frame:plot`
-- @treturn[1] string SVG
-- @return[2] nil, message: an option is wrong, or no chart suits
function M.draw(data, options)
  for name, value in pairs(options) do
    local message = fault(name, value, data)
    if message then return nil, message end
  end
  local chart, plan = choose(data, options)
  if not chart then return nil, plan end
  local drawing = canvas.new(options.width or WIDTH)
  local top, title, below = head(drawing, data.made, plan, options)
  local draw = data.n == 0 and draw_nothing or chart.draw
  local bottom, says, notes = draw(drawing, data, plan, options, top)
  local height = foot(drawing, data.made, notes, bottom)
  local told = table.concat({ below, says, table.unpack(notes) }, ". ")
  return drawing:finish(height, { title = title, says = told, made = json.encode(data.made) })
end

return M
