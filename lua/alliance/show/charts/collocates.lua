--- Collocates: how often a word stands near (to the right: more), against how closely it is tied (upwards: closer).
local canvas = require "alliance.show.canvas"
local labels = require "alliance.show.labels"
local scale = require "alliance.show.scale"
local series = require "alliance.show.series"

local M = { name = "collocates", wants = "word, count, expected, and one of logdice, pmi, t, g2" }

local HEIGHT, LIMIT, SIZE = 460, 300, 12
local words_of = { logdice = "logDice", pmi = "mutual information (bits)", t = "t-score",
  g2 = "log-likelihood ratio G²" }

function M.read(data, options)
  if not (data.has "word" and data.has "count" and data.has "expected") then return nil end
  local value = series.measure(data, { "logdice", "pmi", "t", "g2" }, options.value)
  if not value and data.n > 0 then return nil end
  value = value or "logdice"
  return { value = value, title = ("collocates: %s by count"):format(words_of[value] or value) }
end

-- The words, those first whose tie is surest (g2, else the value).
local function points_of(data, plan)
  local list = {}
  local words, counts, values = data.values "word", data.values "count", data.values(plan.value)
  local rank = data.kind "g2" == "number" and data.values "g2" or values
  for i = 1, data.n do
    local x, y = counts[i], values[i]
    if x and y and x > 0 then
      list[#list + 1] = { word = words[i] or "", x = x, y = y, rank = rank[i] or 0, i = i }
    end
  end
  table.sort(list, function (a, b)
    if a.rank ~= b.rank then return a.rank > b.rank end
    return a.i < b.i
  end)
  return list
end

local function extent(list)
  local low, high, most, least = math.huge, -math.huge, 1, math.huge
  for _, point in ipairs(list) do
    low, high = math.min(low, point.y), math.max(high, point.y)
    most, least = math.max(most, point.x), math.min(least, point.x)
  end
  return low, high, least, most
end

local function axes(drawing, field, ticks, step, counts)
  for _, tick in ipairs(ticks) do
    local y = field.y(tick)
    drawing:line(field[1], y, field[3], y, { stroke = canvas.faint })
    drawing:text(field[1] - 8, y + 4, scale.number(tick, scale.decimals(step)), { anchor = "end", fill = canvas.soft })
  end
  drawing:line(field[1], field[4], field[3], field[4])
  for _, tick in ipairs(counts) do
    local x = field.x(math.log(tick))
    drawing:line(x, field[4], x, field[4] + 5)
    drawing:text(x, field[4] + 19, scale.number(tick), { anchor = "middle", fill = canvas.soft })
  end
  drawing:text((field[1] + field[3]) / 2, field[4] + 38, "count (logarithmic)",
    { anchor = "middle", fill = canvas.soft })
end

local function field_of(drawing, list, top)
  local low, high, least, most = extent(list)
  least, most = scale.log_ends(least, most)
  local ticks, step = scale.ticks(low, high, 6)
  local widest = 0
  for _, tick in ipairs(ticks) do
    widest = math.max(widest, canvas.measure(scale.number(tick, scale.decimals(step)), SIZE))
  end
  local field = { 16 + widest + 8, top, drawing.width - 16, top + HEIGHT }
  field.y = scale.linear(ticks[1], ticks[#ticks], field[4] - 8, field[2] + 8)
  field.x = scale.linear(math.log(least), math.log(most), field[1] + 14, field[3] - 60)
  axes(drawing, field, ticks, step, scale.log_ticks(least, most, 8))
  return field
end

-- Where a label may stand around a point: x, y of its line and its anchor.
local function sides(x, y)
  return { { x + 7, y + 4, "start" }, { x - 7, y + 4, "end" }, { x, y - 8, "middle" }, { x, y + 16, "middle" } }
end

local function name(drawing, taken, point)
  local shown, used = canvas.fit(point.word, SIZE, 160)
  for _, at in ipairs(sides(point.px, point.py)) do
    if taken:claim(canvas.box(at[1], at[2], used, SIZE, at[3])) then
      drawing:text(at[1], at[2], point.word, { anchor = at[3], room = 161 })
      return shown
    end
  end
end

function M.draw(drawing, data, plan, options, top)
  local list = points_of(data, plan)
  local all, notes, bare, first = #list, {}, 0, {}
  for i = (options.limit or LIMIT) + 1, all do list[i] = nil end
  if #list == 0 then return top, "no words", { "no word has a count and a value" } end
  local field = field_of(drawing, list, top)
  local taken = labels.field { field[1], field[2] - 4, field[3] + 12, field[4] }
  for _, point in ipairs(list) do
    point.px, point.py = field.x(math.log(point.x)), field.y(point.y)
    taken:take { point.px - 3, point.py - 3, point.px + 3, point.py + 3 }
    drawing:circle(point.px, point.py, 3.5, { fill = canvas.colours[1], ["fill-opacity"] = 0.75,
      title = ("%s: %s, %s %s"):format(point.word, scale.number(point.x), plan.value, scale.number(point.y)) })
  end
  for i, point in ipairs(list) do
    if not name(drawing, taken, point) then bare = bare + 1 end
    if i <= 5 then first[i] = point.word end
  end
  if all > #list then
    notes[1] = ("the surest %d of %s words; limit= shows more"):format(#list, scale.number(all))
  end
  if bare > 0 then notes[#notes + 1] = ("no room to name %d of the points"):format(bare) end
  return field[4] + 46, ("%d points; the surest: %s"):format(#list, table.concat(first, ", ")), notes
end

return M
