--- Tenures: who held a post from when to when, post by post. A bar without a beginning or an end fades at the edge of
-- the picture: nothing is known of it.
local canvas = require "alliance.show.canvas"
local cell = require "alliance.show.cell"
local days = require "alliance.show.days"
local scale = require "alliance.show.scale"

local M = { name = "tenures", wants = "person, from and to, and perhaps office, side, status" }

local LIMIT, SIZE = 60, 12
local EACH, HEAD, THICK = 20, 26, 11 -- pixels of a line, of the name of a post, of a bar
local SHARE = 0.3                    -- of the width: names at most

function M.read(data, options)
  if not (data.has "person" and data.has "from" and data.has "to") or options.value then return nil end
  return { title = "tenures" }
end

local function before(a, b)
  for _, key in ipairs { "post", "first", "i" } do
    if a[key] ~= b[key] then return a[key] < b[key] end
  end
  return false
end

-- Rows by post and beginning, and how many have neither a beginning nor an end.
local function tenures_of(data)
  local list, undated = {}, 0
  local function column(name) return data.has(name) and data.values(name) or {} end
  local from, to, status = column "from", column "to", column "status"
  local office, side = column "office", column "side"
  for i = 1, data.n do
    local first, last = days.period(from[i]), days.period(to[i])
    if first or last then
      local parts = {}
      for _, value in ipairs { side[i] or "", office[i] or "" } do
        if value ~= "" then parts[#parts + 1] = cell.shown(value) end
      end
      local name = cell.name(data.values "person"[i]) .. (status[i] == "acting" and " (acting)" or "")
      list[#list + 1] = { i = i, post = table.concat(parts, " "), name = name, from = first, to = last,
        first = first and first.first or last.first, acting = status[i] == "acting" }
    else
      undated = undated + 1
    end
  end
  return list, undated
end

-- The first and the last day that is drawn: a little more than what is known.
local function range_of(list)
  local low, high = math.huge, -math.huge
  for _, each in ipairs(list) do
    for _, period in ipairs { each.from or each.to, each.to or each.from } do
      low, high = math.min(low, period.first), math.max(high, period.last)
    end
  end
  local margin = math.max(15, (high - low) // 25)
  return low - margin, high + margin
end

local function layout(drawing, list, top)
  local widest, y, post = 0, top, nil
  for _, each in ipairs(list) do
    local _, used = canvas.fit(each.name, SIZE, drawing.width * SHARE)
    widest = math.max(widest, used)
    if each.post ~= post and each.post ~= "" then y, each.head = y + HEAD, true end
    post, each.y, y = each.post, y + EACH / 2, y + EACH
  end
  local plan = { left = 16 + widest + 8, right = drawing.width - 16, top = top, bottom = y + 4, room = widest + 1 }
  plan.low, plan.high = range_of(list)
  plan.x = scale.linear(plan.low, plan.high + 1, plan.left, plan.right)
  return plan
end

local function axis(drawing, plan)
  local stop = plan.left
  for _, tick in ipairs(scale.calendar(plan.low, plan.high, "day", math.max(2, (plan.right - plan.left) // 85))) do
    local x, half = plan.x(tick.day), canvas.measure(tick.label, SIZE) / 2
    if x - half > stop and x + half < drawing.width then
      drawing:line(x, plan.top, x, plan.bottom, { stroke = canvas.faint })
      drawing:text(x, plan.bottom + 16, tick.label, { anchor = "middle", fill = canvas.soft })
      stop = x + half + 6
    end
  end
end

-- Three steps to nothing, for an end that is not known.
local function fade(drawing, x, y, step, colour)
  for i = 1, 3 do
    local from = step > 0 and x + (i - 1) * step or x + i * step
    drawing:rect(from, y, math.abs(step), THICK, { fill = colour, ["fill-opacity"] = 0.8 - 0.25 * i })
  end
end

local function draw_tenure(drawing, each, plan)
  local colour, y = canvas.colours[each.acting and 5 or 1], each.y - THICK / 2
  local from = each.from and plan.x(each.from.first) or plan.x(each.to.first) - 12
  local to = each.to and plan.x(each.to.last + 1) or plan.x(each.from.last + 1) + 12
  drawing:open(("%s, %s: %s to %s"):format(each.name, each.post, each.from and each.from.label or "?",
    each.to and each.to.label or "?"))
  drawing:text(plan.left - 8, each.y + 4, each.name, { anchor = "end", room = plan.room })
  drawing:rect(from, y, math.max(to - from, 2), THICK, { fill = colour })
  if not each.from then fade(drawing, from, y, -math.min(10, (from - plan.left) / 3), colour) end
  if not each.to then fade(drawing, to, y, math.min(10, math.max(0, plan.right - to) / 3), colour) end
  drawing:close()
end

local function notes_of(list, all, undated)
  local notes, open = {}, false
  for _, each in ipairs(list) do open = open or not (each.from and each.to) end
  if open then notes[1] = "fading: beginning or end not known" end
  if all > #list then notes[#notes + 1] = ("the first %d of %d; limit= shows more"):format(#list, all) end
  if undated > 0 then
    notes[#notes + 1] = undated == 1 and "1 row without a day left out" or undated .. " rows without a day left out"
  end
  return notes
end

function M.draw(drawing, data, _, options, top)
  local list, undated = tenures_of(data)
  local all = #list
  for i = (options.limit or LIMIT) + 1, all do list[i] = nil end
  if #list == 0 then return top, "no days", notes_of(list, 0, undated) end
  table.sort(list, before)
  local plan = layout(drawing, list, top)
  axis(drawing, plan)
  for _, each in ipairs(list) do
    if each.head then
      drawing:text(16, each.y - EACH / 2 - 7, each.post, { bold = true, room = drawing.width - 32, halo = true })
    end
    draw_tenure(drawing, each, plan)
  end
  local says = ("%d tenures from %s to %s"):format(#list, days.text(plan.low), days.text(plan.high))
  return plan.bottom + 22, says, notes_of(list, all, undated)
end

return M
