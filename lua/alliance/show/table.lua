--- A frame as a table that fits the terminal. Numbers stand on the right, short columns whole, and long ones share
-- what is left; what does not fit is cut with "…". A column named `left` (of a concordance) stands on the right and
-- keeps its end. Columns for which there is no room are named below.
local cell = require "alliance.show.cell"
local width = require "alliance.show.width"

local M = {}

M.rows = 40  -- shown at most
local GAP = "  "
local SHORT = 10 -- columns of text up to this many letters (a day has ten) are never cut
local LEAST = 8  -- letters of a long column

-- What one column shows: texts, whether it holds numbers alone, how wide it would like to be.
local function column_of(frame, name, n, most)
  local texts, numbers, others, natural = {}, 0, 0, width.of(name)
  for i = 1, n do
    local value = frame[i][name]
    if type(value) == "number" then numbers = numbers + 1 elseif value ~= nil then others = others + 1 end
    local shown, used = width.fit(cell.shown(value), most, name == "left")
    texts[i], natural = shown, math.max(natural, used)
  end
  local numeric = numbers > 0 and others == 0
  local least = (numeric or natural <= SHORT) and natural or LEAST
  return { name = name, texts = texts, right = numeric or name == "left", tail = name == "left",
    natural = math.min(natural, most), least = math.min(least, most) }
end

-- The columns from the left that have room, and the names of the others.
local function that_fit(frame, names, n, most)
  local columns, left, room = {}, {}, most
  for i, name in ipairs(names) do
    local column = #left == 0 and column_of(frame, name, n, most)
    if column and (i == 1 or column.least + #GAP <= room) then
      columns[i] = column
      room = room - column.least - (i > 1 and #GAP or 0)
    else
      left[#left + 1] = name
    end
  end
  return columns, left, room
end

-- Gives every column its width: the room goes evenly to those that want more, the most modest first.
local function share(columns, room)
  local hungry = {}
  for _, column in ipairs(columns) do
    column.width = column.least
    if column.natural > column.least then hungry[#hungry + 1] = column end
  end
  table.sort(hungry, function (a, b)
    if a.natural ~= b.natural then return a.natural < b.natural end
    return a.name < b.name
  end)
  for i, column in ipairs(hungry) do
    local more = math.min(column.natural - column.least, room // (#hungry - i + 1))
    column.width, room = column.least + more, room - more
  end
end

local function line(columns, text_of)
  local parts = {}
  for i, column in ipairs(columns) do
    parts[i] = width.pad(text_of(column), column.width, column.right, column.tail)
  end
  return (table.concat(parts, GAP):gsub(" +$", ""))
end

local function plural(n, word) return n == 1 and "1 " .. word or ("%d %ss"):format(n, word) end

--- What was left out, in words.
-- @param left_out the number of undated articles, or a text, or a list of texts
-- @treturn string "" where nothing was
function M.left_out(left_out)
  if left_out == nil or left_out == 0 then return "" end
  if math.type(left_out) == "integer" then return plural(left_out, "undated article") .. " left out" end
  return cell.text(left_out)
end

local function count_line(frame, notes)
  local n = #frame
  local text = n == 0 and "no rows" or plural(n, "row")
  if notes.total and notes.total > n then text = ("%s of %d"):format(text, notes.total) end
  local left_out = M.left_out(notes.left_out)
  return left_out == "" and text or text .. "; " .. width.fit(left_out, math.maxinteger)
end

--- A frame as lines of text.
-- @tparam frame frame
-- @tparam {string,...} names the columns to show
-- @tparam table notes total= rows there would be, left_out= (see `left_out`)
-- @tparam[opt] integer columns of the terminal
-- @treturn string without a line break at the end
function M.render(frame, names, notes, columns)
  local most, lines = columns or width.terminal(), {}
  local n = math.min(#frame, M.rows)
  local shown, left, room = that_fit(frame, names, n, most)
  share(shown, room)
  if #shown > 0 then
    lines[1] = line(shown, function (column) return column.name end)
    lines[2] = line(shown, function (column) return ("─"):rep(column.width) end)
  end
  for i = 1, n do lines[#lines + 1] = line(shown, function (column) return column.texts[i] end) end
  if #frame > n then lines[#lines + 1] = ("… and %d more"):format(#frame - n) end
  if #left > 0 then
    local more = ("no room for %s: %s"):format(plural(#left, "column"), table.concat(left, ", "))
    lines[#lines + 1] = (width.fit(more, most))
  end
  lines[#lines + 1] = count_line(frame, notes)
  return table.concat(lines, "\n")
end

--- One row as an aligned record: a line a column, long texts in several.
-- @tparam row row
-- @tparam {string,...} names
-- @tparam[opt] integer columns of the terminal
-- @treturn string
function M.record(row, names, columns)
  local most, widest, lines = columns or width.terminal(), 0, {}
  for _, name in ipairs(names) do widest = math.max(widest, width.of(name)) end
  widest = math.min(widest, most // 2)
  local room = most - widest - #GAP
  for _, name in ipairs(names) do
    for i, text in ipairs(width.wrap(cell.shown(row[name]), room)) do
      local head = width.pad(i == 1 and name or "", widest)
      lines[#lines + 1] = ((head .. GAP .. text):gsub(" +$", ""))
    end
  end
  return table.concat(lines, "\n")
end

return M
