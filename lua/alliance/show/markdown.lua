--- A table in GitHub's Markdown. What a cell says is shown, never obeyed: `\ | * [ < &` and backticks are escaped,
-- and line breaks and control characters are spaces.
local cell = require "alliance.show.cell"

local M = {}

local function escaped(text)
  return (text:gsub("[%c ]+", " "):gsub("[\\|*`%[<]", "\\%0"):gsub("&", "&amp;"))
end

local function line(cells, put) put("| " .. table.concat(cells, " | ") .. " |\n") end

-- Numbers stand on the right: a column with numbers and nothing else but nil.
local function rule_of(frame, name)
  local numbers, values = 0, frame:column(name)
  for i = 1, #values do
    local kind = type(values[i])
    if kind == "number" then numbers = numbers + 1 elseif kind ~= "nil" then return "---" end
  end
  return numbers > 0 and "---:" or "---"
end

--- Writes a frame.
-- @tparam frame frame
-- @tparam {string,...} columns
-- @tparam table _ options (none)
-- @tparam function put
function M.write(frame, columns, _, put)
  local names, rules, cells = {}, {}, {}
  if #columns == 0 then return end
  for i, name in ipairs(columns) do names[i], rules[i] = escaped(name), rule_of(frame, name) end
  line(names, put)
  line(rules, put)
  for row in frame:rows() do
    for i, name in ipairs(columns) do cells[i] = escaped(cell.text(row[name])) end
    line(cells, put)
  end
end

return M
