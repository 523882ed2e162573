--- The timeline as a page: in, a frame of dated rows (ask/timeline.lua); out, text as wide as the terminal: a line a
-- day, under it what happened, who took part, what was said.
local width = require "alliance.show.width"

local M = {}

local function put(lines, indent, text)
  for _, part in ipairs(width.wrap(text, width.terminal() - #indent)) do lines[#lines + 1] = indent .. part end
end

local function capital(text) return (text:gsub("^%l", string.upper)) end

local months = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December" }
local seasons = { SP = "spring", SU = "summer", FA = "autumn", WI = "winter" }

-- "2024-12-20" -> "20 December 2024"
local function day_in_words(day)
  local y, m, d = day:match "^(%d+)%-(%d+)%-(%d+)$"
  return ("%d %s %s"):format(tonumber(d), months[tonumber(m)], y)
end

local function heading(row)
  local date = row.date
  if not date or date:find "^X" then
    return row.told and "No day given, told on " .. day_in_words(row.told) or "No day given"
  end
  local year, rest = date:match "^(%d%d%d%d)%-?(.*)$"
  if seasons[rest] then return ("%s %s"):format(capital(seasons[rest]), year) end
  if rest and rest:find "^%d%d$" then return ("%s %s"):format(months[tonumber(rest)], year) end
  if date:find "^%d%d%d%d%-%d%d%-%d%d$" and (not row.last_day or row.last_day == row.day) then
    return day_in_words(date)
  end
  if row.differs and row.differs:find "^date line" then return day_in_words(date) end
  if row.day and row.last_day and row.day ~= row.last_day and rest ~= "" then
    return ("%s to %s"):format(day_in_words(row.day), day_in_words(row.last_day))
  end
  return date
end

local grades = { sourced = true, recall = true }

local function status_of(row)
  if row.kind == "statement" then return nil end
  if grades[row.status] then return "from the lexicon, " .. row.status end
  if row.status == "held" then return nil end
  return (row.status == "planned" or row.status == "proposed") and row.status .. "; no report that it was held"
    or row.status
end

local function item(lines, row)
  local who = table.concat(row.who or {}, "; ")
  local notes = {}
  notes[#notes + 1] = status_of(row)
  if row.kind ~= "event" or row.reports > 1 then
    notes[#notes + 1] = ("%d report%s"):format(row.reports, row.reports == 1 and "" or "s")
  end
  local head
  if row.kind == "tenure" then head = ("%s %s"):format(who, row.what)
  elseif row.kind == "event" then head = capital(row.what)
  elseif row.kind == "statement" then head = ("%s, %s"):format(who, row.what)
  else head = ("%s: %s"):format(capital(row.what), who) end
  put(lines, "  ", ("%s [%s]"):format(head, table.concat(notes, "; ")))
  if row.said then put(lines, "    ", row.said) end
  local line, rest = (row.differs or ""):match "^date line: ([^;]*);? ?(.*)$"
  if line then put(lines, "    ", "The date line: " .. line) end
  if not line and row.differs or rest and rest ~= "" then
    put(lines, "    ", "Reports differ: " .. (rest or row.differs))
  end
end

--- @tparam frame frame date, day, last_day, told, kind, what, who, status, said, reports, differs
-- @treturn string
function M.of(frame)
  local lines, last = {}, nil
  for row in frame:rows() do
    local head = heading(row)
    if head ~= last then
      if last then lines[#lines + 1] = "" end
      lines[#lines + 1] = head
      last = head
    end
    item(lines, row)
  end
  if #frame == 0 then return "nothing with a day is told here" end
  return table.concat(lines, "\n")
end

return M
