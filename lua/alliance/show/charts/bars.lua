--- Bars: a column of names and a number. The longest stand first.
local bars = require "alliance.show.barchart"
local cell = require "alliance.show.cell"
local scale = require "alliance.show.scale"
local series = require "alliance.show.series"

local M = { name = "bars", wants = "a column of names (term, ngram, person, source, …) and a number, and no id" }

-- Numbers that tallies have, and names that rows are told apart by, the best first.
local measures = { "dp", "count", "mentions", "n", "value", "articles", "reports", "per_million", "share", "rate" }
local labels = { "term", "ngram", "word", "person", "speaker", "name", "office" }

-- In a count the other columns differ in how much there is to count in.
local shares = { "per_million", table.unpack(measures) }

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

-- The column of names; in a tally of numbers (a group) they are names too.
local function label_of(data, texts, numbers, value, asked)
  if asked then return asked end
  for _, name in ipairs(labels) do if data.kind(name) == "text" then return name end end
  return texts[1] or #numbers == 2 and (numbers[1] == value and numbers[2] or numbers[1]) or nil
end

local function distinct(values, n)
  local seen, count = {}, 0
  for i = 1, n do
    local key = tostring(values[i])
    if not seen[key] then seen[key], count = true, count + 1 end
  end
  return count
end

-- The columns that name a bar, and perhaps one that tells apart bars of the same name. The rows of a count are told
-- apart by all its texts: of two columns the one with few values is the latter.
local function split(data, texts, label, asked)
  if asked or not data.has "of_articles" or #texts < 2 then return { label } end
  if #texts > 2 then return texts end
  local one, two = distinct(data.values(texts[1]), data.n), distinct(data.values(texts[2]), data.n)
  if math.min(one, two) > GROUPS then return texts end
  if one < two then return { texts[2] }, texts[1] end
  return { texts[1] }, texts[2]
end

-- Without rows only names can tell.
local function read_nothing(data)
  local function first(names) for _, name in ipairs(names) do if data.has(name) then return name end end end
  local value, label = first(measures), first(labels) or data.columns[1]
  return value and label ~= value and { title = ("%s by %s"):format(value, label) } or nil
end

function M.read(data, options)
  if data.n == 0 and not data.has "id" then return read_nothing(data) end
  if data.has "id" and not (options.value and options.label) then return nil end
  local texts, numbers = texts_in(data), numbers_in(data)
  local value = series.measure(data, data.has "of_articles" and shares or measures, options.value)
  if not value and not options.value and #texts == 1 then value = numbers[1] end
  local label = value and label_of(data, texts, numbers, value, options.label)
  if not label then return nil end
  local names, by = split(data, texts, label, options.label)
  return { value = value, names = names, by = by,
    title = ("%s by %s%s"):format(series.in_words(value), table.concat(names, ", "), by and " and " .. by or "") }
end

-- A row for each name, with a part for each value of the other column.
local function rows_of(data, plan)
  local rows, by_name, groups, seen = {}, {}, {}, {}
  local values = data.values(plan.value)
  for i = 1, data.n do
    local name = series.name_of(data, plan.names, i)
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
  local notes = all > #rows and { ("the first %d of %s; limit= shows more"):format(#rows, scale.number(all)) } or {}
  return bars.draw(drawing, rows, { groups = plan.by and groups, value = plan.value }, top), bars.says(rows), notes
end

return M
