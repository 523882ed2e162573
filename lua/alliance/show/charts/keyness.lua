--- Keyness: words that are commoner here (to the right) or in the reference (to the left), the strongest of both sides.
local bars = require "alliance.show.barchart"
local cell = require "alliance.show.cell"
local scale = require "alliance.show.scale"
local series = require "alliance.show.series"

local M = { name = "keyness", wants = "word (or term, ngram), reference, and g2 or log_ratio (signed)" }

local LIMIT = 40 -- bars, half of them on either side while both have enough
local words_of = { g2 = "log-likelihood ratio G²", log_ratio = "log ratio (binary logarithm)" }

function M.read(data, options)
  local label = options.label
  for _, name in ipairs { "word", "term", "ngram" } do label = label or data.has(name) and name or nil end
  if not (label and data.has "reference" and (data.has "g2" or data.has "log_ratio")) then return nil end
  local value = series.measure(data, { "g2", "log_ratio" }, options.value)
  if not value and data.n > 0 then return nil end
  value = value or "g2"
  return { label = label, value = value,
    title = ("keyness: %s; left of zero: rarer here"):format(words_of[value] or value) }
end

-- Rows of each side, the strongest first; those that are equally common are of neither.
local function sides(data, plan)
  local more, less = {}, {}
  local words, values = data.values(plan.label), data.values(plan.value)
  for i = 1, data.n do
    local value = values[i]
    local side = value and (value > 0 and more or value < 0 and less)
    if side then side[#side + 1] = { name = cell.name(words[i]), parts = { value } } end
  end
  bars.largest_first(more)
  bars.largest_first(less)
  return more, less
end

function M.draw(drawing, data, plan, options, top)
  local more, less = sides(data, plan)
  local all, limit = #more + #less, options.limit or LIMIT
  local right = math.min(#more, math.max(limit - limit // 2, limit - #less))
  local left = math.min(#less, limit - right)
  local rows = table.move(more, 1, right, 1, {})
  table.move(less, #less - left + 1, #less, right + 1, rows)
  local notes = {}
  if all > #rows then
    notes[1] = ("the strongest %d of %s words commoner here, and %d of %s rarer here; limit= shows more"):format(right,
      scale.number(#more), left, scale.number(#less))
  end
  return bars.draw(drawing, rows, {}, top), bars.says(rows), notes
end

return M
