--- Readouts as a page: in, what is known of an event and a frame of statements (ask/readouts.lua); out, text as wide as
-- the terminal: the event, then topic by topic who says what.
local width = require "alliance.show.width"

local M = {}

local function put(lines, indent, first, text)
  local room = width.terminal() - #indent
  for i, part in ipairs(width.wrap(text, room)) do lines[#lines + 1] = (i == 1 and first or indent) .. part end
end

local function capital(text) return (text:gsub("^%l", string.upper)) end

local function head(lines, about)
  local what = about.name and (about.ordinal and ("%s (no. %d)"):format(about.name, about.ordinal) or about.name)
    or capital(about.kind)
  local place = about.place and ", " .. about.place or ""
  put(lines, "", "", ("%s, %s%s: %s"):format(what, about.date or "no day", place, table.concat(about.who, "; ")))
  put(lines, "", "", ("%s, told by %d article%s"):format(about.status, about.reports, about.reports == 1 and "" or "s"))
  if about.differs then put(lines, "  ", "", "They differ: " .. about.differs) end
end

local quoted = { direct = true, fragment = true }

local function statement(lines, row)
  local words = quoted[row.kind] and ("“%s”"):format(row.words) or row.words
  local from = {}
  from[#from + 1] = row.source
  from[#from + 1] = row.published
  if row.reports > 1 then from[#from + 1] = ("%d articles"):format(row.reports) end
  local speaker = row.speaker or row.side or "the article"
  if row.speaker and row.side and row.side ~= "both" then speaker = ("%s (%s)"):format(row.speaker, row.side) end
  put(lines, "      ", "  - ", ("%s: %s%s"):format(speaker, words,
    #from > 0 and (" [%s]"):format(table.concat(from, ", ")) or ""))
end

--- @tparam table about the event: kind, name, ordinal, date, place, status, who (a list), reports, differs
-- @tparam frame frame rows of statements, by topic
-- @treturn string
function M.of(about, frame)
  local lines, topic = {}, nil
  head(lines, about)
  for row in frame:rows() do
    if row.topic ~= topic then
      topic = row.topic
      lines[#lines + 1] = ""
      lines[#lines + 1] = capital(topic) .. (row.said_by and (" (%s)"):format(row.said_by) or "")
    end
    statement(lines, row)
  end
  if #frame == 0 then lines[#lines + 1] = "Nothing is quoted or assured in what they say of it." end
  return table.concat(lines, "\n")
end

return M
