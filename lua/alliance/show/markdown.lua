--- A table in GitHub's Markdown. What a cell says is shown, never obeyed: `\ | * [ < &` and backticks are escaped,
-- and line breaks and control characters are spaces.
local cell = require "alliance.show.cell"

local M = {}

local function escaped(text)
  return (text:gsub("[%c ]+", " "):gsub("[\\|*`%[<]", "\\%0"):gsub("&", "&amp;"))
end

local function line(cells, put) put("| " .. table.concat(cells, " | ") .. " |\n") end

-- Numbers stand on the right: in a column with numbers and nothing else but nil.
local function rules_of(columns, rows)
  local kinds, rules = {}, {}
  for values in rows() do
    for i = 1, #columns do
      local kind = type(values[i])
      if kind ~= "nil" and kinds[i] ~= "words" then kinds[i] = kind == "number" and kind or "words" end
    end
  end
  for i = 1, #columns do rules[i] = kinds[i] == "number" and "---:" or "---" end
  return rules
end

--- Writes a frame.
-- @tparam {string,...} columns
-- @tparam function rows gives an iterator of rows, each a list of values
-- @tparam table _ options (none)
-- @tparam function put
function M.write(columns, rows, _, put)
  local cells = {}
  if #columns == 0 then return end
  for i, name in ipairs(columns) do cells[i] = escaped(name) end
  line(cells, put)
  line(rules_of(columns, rows), put)
  for values in rows() do
    for i = 1, #columns do cells[i] = escaped(cell.text(values[i])) end
    line(cells, put)
  end
end

return M
