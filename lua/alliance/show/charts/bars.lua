--- Bars: a column of names and a number. The longest stand first.
local bars = require "alliance.show.barchart"
local cell = require "alliance.show.cell"
local series = require "alliance.show.series"

local M = { name = "bars", wants = "a column of names (term, ngram, person, source, …) and a number, and no id" }

-- Numbers that tallies have, and names that rows are told apart by, the best first.
local measures = { "count", "mentions", "n", "value", "articles", "reports", "per_million", "share", "rate" }
local labels = { "term", "ngram", "word", "person", "speaker", "name", "office" }

local LIMIT = 40
local GROUPS = 7 -- bars of one name, at most: there are so many colours

local function texts_in(data)
  local names = {}
  for _, name in ipairs(data.columns) do if data.kind(name) == "text" then names[#names + 1] = name end end
  return names
end

local function numbers_in(data)
  local names = {}
  for _, name in ipairs(data.columns) do if data.kind(name) == "number" then names[#names + 1] = name end end
  return names
end

local function label_of(data, texts, asked)
  if asked then return asked end
  for _, name in ipairs(labels) do if data.kind(name) == "text" then return name end end
  return texts[1]
end

local function distinct(values, n)
  local seen, count = {}, 0
  for i = 1, n do
    local key = tostring(values[i])
    if not seen[key] then seen[key], count = true, count + 1 end
  end
  return count
end

-- In a count by two columns, the one with fewer values tells the bars of a name apart.
local function split(data, texts, label, asked)
  if #texts ~= 2 or not data.has "of_articles" then return label end
  local other = texts[1] == label and texts[2] or texts[1]
  local a, b = distinct(data.values(label), data.n), distinct(data.values(other), data.n)
  if b > a and not asked then label, other, b = other, label, a end
  return label, b <= GROUPS and other or nil
end

-- Without rows only names can tell.
local function read_nothing(data)
  local function first(names) for _, name in ipairs(names) do if data.has(name) then return name end end end
  local value, label = first(measures), first(labels) or data.columns[1]
  return value and label ~= value and { value = value, label = label, title = ("%s by %s"):format(value, label) } or nil
end

function M.read(data, options)
  if data.n == 0 and not data.has "id" then return read_nothing(data) end
  local texts, numbers = texts_in(data), numbers_in(data)
  if data.has "id" and not (options.value and options.label) then return nil end
  local value = series.measure(data, measures, options.value)
  if not value and not options.value and #texts <= 1 then value = numbers[1] end
  local first = label_of(data, texts, options.label)
  if not (value and first) then return nil end
  local label, by = split(data, texts, first, options.label)
  local words = value:gsub("_", " ")
  return { value = value, label = label, by = by,
    title = ("%s by %s%s"):format(words, label, by and " and " .. by or "") }
end

-- A row for each name, with a part for each value of the other column.
local function rows_of(data, plan)
  local rows, by_name, groups, seen = {}, {}, {}, {}
  local labels_, values = data.values(plan.label), data.values(plan.value)
  for i = 1, data.n do
    local name = cell.name(labels_[i])
    local row = plan.by and by_name[name]
    if not row then
      row = { name = name, parts = {} }
      by_name[name], rows[#rows + 1] = row, row
    end
    local group = plan.by and cell.name(data.values(plan.by)[i]) or ""
    if not seen[group] then seen[group], groups[#groups + 1] = #groups + 1, group end
    row.parts[seen[group]] = values[i]
  end
  return rows, groups
end

function M.draw(drawing, data, plan, options, top)
  local rows, groups = rows_of(data, plan)
  local all = #rows
  if options.order ~= "frame" then bars.largest_first(rows) end
  for i = (options.limit or LIMIT) + 1, all do rows[i] = nil end
  local notes = all > #rows and { ("the first %d of %d; limit= shows more"):format(#rows, all) } or {}
  return bars.draw(drawing, rows, { groups = plan.by and groups, value = plan.value }, top), bars.says(rows), notes
end

return M
