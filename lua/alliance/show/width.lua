--- Columns of a terminal: how many a text takes, how many there are. What is shown is safe: control
-- characters, terminal escapes and marks of writing direction never reach the terminal (src/base/width.h).
local core = require "alliance.core"

local M = {}

M.default = 80 -- where standard output is no terminal
M.least = 20

--- Columns that `text` takes: East Asian wide letters 2, combining marks 0.
-- @tparam string text UTF-8
-- @treturn integer
M.of = core.text_width

--- `text` as it is shown, in at most `columns`: cut between graphemes, with "…" where it was cut.
-- @tparam string text UTF-8; line breaks become spaces
-- @tparam integer columns
-- @tparam[opt] boolean tail keep the end of the text, with "…" before it
-- @treturn string
-- @treturn integer the columns it takes
M.fit = core.text_fit

--- `text` cut or filled with spaces to exactly `columns`.
-- @tparam string text
-- @tparam integer columns
-- @tparam[opt] boolean right spaces on the left
-- @tparam[opt] boolean tail keep the end of the text
-- @treturn string
function M.pad(text, columns, right, tail)
  local shown, used = core.text_fit(text, columns, tail)
  local spaces = (" "):rep(columns - used)
  return right and spaces .. shown or shown .. spaces
end

--- Words of `text` in lines of at most `columns`; a longer word has a line of its own.
-- @tparam string text
-- @tparam integer columns
-- @treturn {string,...} at least one line
function M.wrap(text, columns)
  local lines, line, used = {}, {}, 0
  for word in core.text_fit(text, math.maxinteger):gmatch "[^ ]+" do
    local width = core.text_width(word)
    if used > 0 and used + 1 + width > columns then
      lines[#lines + 1] = table.concat(line, " ")
      line, used = {}, 0
    end
    line[#line + 1] = word
    used = used + width + (used > 0 and 1 or 0)
  end
  lines[#lines + 1] = table.concat(line, " ")
  return lines
end

--- Columns of the terminal, or 80 where standard output is none.
-- @treturn integer at least 20
function M.terminal() return math.max(core.terminal_width() or M.default, M.least) end

return M
