--- Dispersion: where in each article a word stands. A line an article, by publication; a mark a match. The length of
-- an article is known where `made.article` tells it (see frame.of); without it positions are bytes.
local canvas = require "alliance.show.canvas"
local scale = require "alliance.show.scale"
local width = require "alliance.show.width"

local M = { name = "dispersion", wants = "id, first (a position in the text) and match, as a concordance has them" }

local LIMIT, SIZE = 300, 11
local LABEL = 210 -- pixels for the name of an article
local EACH = 14   -- pixels of a line of letters

function M.read(data, options)
  if not (data.has "id" and data.has "match" and data.has "first") then return nil end
  if data.n > 0 and data.kind "first" ~= "number" or options.value then return nil end
  return { title = "where the matches stand in each article" }
end

local function describe(data, id)
  local about = data.article and data.article(id) or {}
  return about.length, about.headline
end

-- Articles by day, then by id, each with its marks.
local function articles_of(data)
  local list, by_id = {}, {}
  local ids, firsts = data.values "id", data.values "first"
  local published = data.has "published" and data.values "published" or {}
  local sources = data.has "source" and data.values "source" or {}
  for i = 1, data.n do
    local id = ids[i]
    local article = id and by_id[id]
    if id and not article then
      article = { id = id, day = published[i] or "", source = sources[i] or "" }
      article.length, article.headline = describe(data, id)
      by_id[id], list[#list + 1] = article, article
    end
    if article and firsts[i] then article[#article + 1] = firsts[i] end
  end
  table.sort(list, function (a, b)
    if a.day ~= b.day then return a.day < b.day end
    return a.id < b.id
  end)
  return list
end

local function all_known(list)
  for _, article in ipairs(list) do if not article.length or article.length < 1 then return false end end
  return true
end

local function name_of(article)
  local parts = { article.day ~= "" and article.day or "undated" }
  parts[#parts + 1] = article.source ~= "" and article.source or nil
  parts[#parts + 1] = article.headline or #parts == 1 and width.fit(article.id, 12) or nil
  return table.concat(parts, " ")
end

-- The height of a line: all are named where there is room, else every second, third …
local function line_height(n) return n <= 60 and 16 or n <= 120 and 8 or 5 end

local function line_of(drawing, article, plan, y, high)
  local function x(first) return plan.at(plan.known and first / article.length * 100 or first) end
  drawing:line(plan.left, y, plan.right, y, { stroke = canvas.faint })
  for _, first in ipairs(article) do
    drawing:line(x(first), y - high / 2 + 1, x(first), y + high / 2 - 1, { stroke = canvas.colours[1],
      ["stroke-width"] = 1.5 })
  end
end

local function axis(drawing, plan, top, bottom)
  local stop = 0
  for _, tick in ipairs(scale.ticks(0, plan.most, math.max(3, (plan.right - plan.left) // 90), true)) do
    local x, text = plan.at(tick), scale.number(tick, 0) .. (plan.known and "%" or "")
    local half = canvas.measure(text, SIZE) / 2
    if tick <= plan.most and x - half > stop then
      drawing:line(x, top, x, bottom, { stroke = canvas.band })
      drawing:text(x, bottom + 14, text, { size = SIZE, anchor = "middle", fill = canvas.soft })
      stop = x + half + 6
    end
  end
  drawing:text((plan.left + plan.right) / 2, bottom + 30, plan.known and "position in the text" or
    "position in the text, in bytes", { size = SIZE, anchor = "middle", fill = canvas.soft })
end

-- The scale: shares where all lengths are known, else bytes.
local function scale_of(drawing, list)
  local left = 16 + math.min(LABEL, 0.4 * drawing.width) + 10
  local plan = { left = left, right = drawing.width - 24, known = all_known(list), most = 1 }
  for _, article in ipairs(list) do
    for _, first in ipairs(article) do plan.most = math.max(plan.most, first) end
  end
  if plan.known then plan.most = 100 end
  plan.at = scale.linear(0, plan.most, plan.left, plan.right)
  return plan
end

function M.draw(drawing, data, _, options, top)
  local list = articles_of(data)
  local all, limit, notes, n = #list, options.limit or LIMIT, {}, 0
  for i = limit + 1, all do list[i] = nil end
  if all > limit then notes[1] = ("the first %d of %d articles; limit= shows more"):format(limit, all) end
  local plan, high = scale_of(drawing, list), line_height(#list)
  local every = math.ceil(EACH / high)
  axis(drawing, plan, top, top + #list * high)
  for i, article in ipairs(list) do
    local y = top + (i - 0.5) * high
    drawing:open(name_of(article))
    line_of(drawing, article, plan, y, high)
    if (i - 1) % every == 0 then
      drawing:text(plan.left - 8, y + 4, name_of(article), { size = SIZE, anchor = "end", room = plan.left - 24 })
    end
    drawing:close()
    n = n + #article
  end
  if every > 1 then notes[#notes + 1] = ("one article in %d is named"):format(every) end
  return top + #list * high + 38, ("%d matches in %d articles"):format(n, #list), notes
end

return M
