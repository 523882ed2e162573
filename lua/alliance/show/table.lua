--- A frame as a table that fits the terminal. Numbers stand on the right, short columns whole, and long ones share
-- what is left; what does not fit is cut with "…". A column named `left` (of a concordance) stands on the right and
-- keeps its end, and so do paths; a match is whole where that is possible. Ids give way first, then empty columns and
-- those that only lead back to the text (`technical`): words are what a table is read for. Advice and reasons that
-- would be cut stand below, numbered. Columns for which there is no room are named there too.
local cell = require "alliance.show.cell"
local width = require "alliance.show.width"

local M = {}

M.rows = 40  -- shown at most
local GAP = "  "
local SHORT = 10 -- columns of text up to this many letters (a day has ten) are never cut
local LEAST = 8  -- letters of a long column
local WORDS = 24  -- letters at least of a column that holds what an article says
local NAME = 14   -- of a column of names
local ENTRY = 20  -- of what the lexicon says: the name of its table, and a word
local COMFORT = 24 -- letters with which a long column can be read; before it has less, technical columns go
local SIDE = 14  -- letters at least on either side of a match

-- Columns that lead back to the text, or order the rows: the first to go.
local technical = {}
for name in ("first last rule key score block byte raw"):gmatch "%S+" do technical[name] = true end

local below = { advice = true, reason = true, message = true } -- sentences: below the table rather than cut
local tails = { left = true, path = true, url = true }         -- their end tells more than their beginning
local least_of = { left = SIDE, right = SIDE, match = COMFORT }
-- With less than this, others go first.
local wish_of = { text = WORDS, said = WORDS, sentence = WORDS, snippet = WORDS, headline = WORDS, entry = ENTRY,
  office = NAME, speaker = NAME, person = NAME, who = NAME, participants = NAME, made = 11 } -- a day and "…"

-- Texts of a column, its widest one, whether it holds numbers alone, or nothing.
local function texts_of(frame, name, n, most)
  local texts, numbers, others, natural = {}, 0, 0, width.of(name)
  local decimals = cell.decimals(frame, name, n)
  for i = 1, n do
    local value = frame[i][name]
    if type(value) == "number" then numbers = numbers + 1 elseif value ~= nil then others = others + 1 end
    local shown, used = width.fit(cell.shown(value, decimals), most, tails[name])
    texts[i], natural = shown, math.max(natural, used)
  end
  return texts, natural, numbers > 0 and others == 0, numbers + others == 0
end

-- What one column shows, how wide it would like to be, and how narrow it may become.
local function column_of(frame, name, n, most)
  local texts, natural, numeric, empty = texts_of(frame, name, n, most)
  local column = { name = name, texts = texts, right = numeric or name == "left", tail = tails[name],
    natural = math.min(natural, most), id = name == "id", empty = empty and n > 0 }
  local whole = numeric or natural <= SHORT
  column.least = math.min(whole and natural or least_of[name] or LEAST, natural, most)
  column.wish = math.max(column.least, math.min(wish_of[name] or 0, natural, most))
  column.comfort = (whole or column.id) and column.least or math.min(natural, COMFORT, most)
  return column
end

local function needed(columns, wish)
  local sum = (#columns - 1) * #GAP
  for _, column in ipairs(columns) do sum = sum + column[wish] end
  return sum
end

-- Takes out columns of a kind from the right while the others wish for more than there is. The first one stays.
local function drop(columns, dropped, most, wish, of_kind)
  for i = #columns, 2, -1 do
    if needed(columns, wish) <= most then return end
    if of_kind(columns[i]) then dropped[#dropped + 1] = table.remove(columns, i) end
  end
end

local function is_empty(column) return column.empty end
local function is_technical(column) return technical[column.name] end
local function is_any() return true end
local function is_no_wish(column) return not (wish_of[column.name] or column.right) end

-- In a concordance the words around the match are worth more than the id.
local function drop_id(columns, dropped, most)
  if needed(columns, "least") <= most then return end
  local at, side
  for i, column in ipairs(columns) do
    if column.id then at = i end
    if column.name == "left" then side = true end
  end
  if at and side then dropped[#dropped + 1] = table.remove(columns, at) end
end

-- The columns that have room, and those that have none (in the order of `names`).
local function that_fit(frame, names, n, most)
  local columns, dropped, place = {}, {}, {}
  for i, name in ipairs(names) do columns[i], place[name] = column_of(frame, name, n, most), i end
  drop(columns, dropped, most, "comfort", is_empty)
  drop(columns, dropped, most, "comfort", is_technical)
  drop_id(columns, dropped, most)
  drop(columns, dropped, most, "wish", is_no_wish)
  drop(columns, dropped, most, "least", is_any)
  table.sort(dropped, function (a, b) return place[a.name] < place[b.name] end)
  return columns, dropped
end

local function by_need(a, b)
  if a.natural ~= b.natural then return a.natural < b.natural end
  return a.name < b.name
end

-- Gives the room evenly to columns that want more, the most modest first; what is left of it.
local function feed(hungry, room)
  table.sort(hungry, by_need)
  for i, column in ipairs(hungry) do
    local more = math.min(column.natural - column.width, room // (#hungry - i + 1))
    column.width, room = column.width + more, room - more
  end
  return room
end

-- Gives every column its width, first what it wishes for where that is possible; ids take what the others leave.
local function share(columns, most)
  local texts, ids = {}, {}
  local from = needed(columns, "wish") <= most and "wish" or "least"
  for _, column in ipairs(columns) do
    column.width = column[from]
    local list = column.id and ids or texts
    if column.natural > column.width then list[#list + 1] = column end
  end
  feed(ids, feed(texts, most - needed(columns, from)))
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

--- How many rows there are, of how many, and what was left out, in words.
function M.count_line(frame, notes)
  local n = #frame
  local text = n == 0 and "no rows" or plural(n, "row")
  if notes.total and notes.total > n then text = ("%s of %d"):format(text, notes.total) end
  if notes.by_hand then text = ("%s; %d by hand"):format(text, notes.by_hand) end
  if notes.note then text = ("%s; %s"):format(text, notes.note) end
  local left_out = M.left_out(notes.left_out)
  return left_out == "" and text or text .. "; " .. width.fit(left_out, math.maxinteger)
end

-- == sentences below the table ========================================================================

-- A list of rows in which the sentences of a column are numbers of notes, and the notes.
local function with_notes(frame, name, n)
  local rows, notes, number = {}, {}, {}
  for i = 1, n do
    local text = cell.shown(frame[i][name])
    if text ~= "" and not number[text] then
      notes[#notes + 1] = text
      number[text] = ("[%d]"):format(#notes)
    end
    local row = frame[i]
    rows[i] = setmetatable({}, { __index = function (_, key)
      if key == name then return number[text] end
      return row[key]
    end })
  end
  return rows, notes
end

-- The column whose sentences were cut or left out, if there is one.
local function cut_sentence(columns, dropped)
  for _, column in ipairs(columns) do
    if below[column.name] and not column.right and column.width < column.natural then return column.name end
  end
  for _, column in ipairs(dropped) do
    if below[column.name] and not column.right and not column.empty then return column.name end
  end
end

-- The columns with their widths, those for which there is no room, and the notes below.
local function laid_out(frame, names, n, most)
  local columns, dropped = that_fit(frame, names, n, most)
  share(columns, most)
  local name = cut_sentence(columns, dropped)
  if not name then return columns, dropped, {} end
  local rows, notes = with_notes(frame, name, n)
  columns, dropped = that_fit(rows, names, n, most)
  share(columns, most)
  return columns, dropped, notes
end

local function notes_into(lines, notes, most)
  for i, note in ipairs(notes) do
    local mark = ("[%d] "):format(i)
    for j, text in ipairs(width.wrap(note, most - #mark)) do
      lines[#lines + 1] = (j == 1 and mark or (" "):rep(#mark)) .. width.fit(text, most - #mark)
    end
  end
end

-- The names of the columns that are not shown, and why.
local function dropped_into(lines, dropped, most)
  local empty, none = {}, {}
  for _, column in ipairs(dropped) do
    local list = column.empty and empty or none
    list[#list + 1] = column.name
  end
  if #empty > 0 then lines[#lines + 1] = (width.fit("nothing in: " .. table.concat(empty, ", "), most)) end
  if #none > 0 then
    local more = ("no room for %s: %s"):format(plural(#none, "column"), table.concat(none, ", "))
    lines[#lines + 1] = (width.fit(more, most))
  end
end

--- A frame as lines of text.
-- @tparam frame frame
-- @tparam {string,...} names the columns to show
-- @tparam table notes total= rows there would be, left_out= (see `left_out`), by_hand= (rows decided about by people),
-- note= (how the question was read)
-- @tparam[opt] integer columns of the terminal
-- @treturn string without a line break at the end
function M.render(frame, names, notes, columns)
  local most, lines = columns or width.terminal(), {}
  local n = math.min(#frame, M.rows)
  local shown, dropped, sentences = laid_out(frame, names, n, most)
  if #shown > 0 then
    lines[1] = line(shown, function (column) return column.name end)
    lines[2] = line(shown, function (column) return ("─"):rep(column.width) end)
  end
  for i = 1, n do lines[#lines + 1] = line(shown, function (column) return column.texts[i] end) end
  if #frame > n then lines[#lines + 1] = ("… and %d more"):format(#frame - n) end
  notes_into(lines, sentences, most)
  dropped_into(lines, dropped, most)
  lines[#lines + 1] = M.count_line(frame, notes)
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
