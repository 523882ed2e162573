--- Read-only SQL over the documented schema (docs/schema.md), for what no other question covers.
local frames = require "alliance.show.frame"
local selection = require "alliance.selection"
local sorted_keys = require "alliance.keys".sorted

local M = {}
local misuse = { ESYNTAX = true, EARG = true, EREADONLY = true }

-- What is found at the time of asking and stands in no table of the file: a statement that names one gets it as a
-- common table expression, of the whole set.
local asked = { stories = "stories", tenures = "tenures" }

local function table_of(set, name)
  local frame, message, code = set[asked[name]](set)
  if not frame then return nil, message, code end
  local columns = {}
  for i, column in ipairs(frame.columns) do
    columns[i] = ("json_extract(value, '$.%s') AS \"%s\""):format(column, column)
  end
  return ("%s AS MATERIALIZED (SELECT %s FROM json_each('%s'))"):format(name, table.concat(columns, ", "),
    (frame:json():gsub("'", "''")))
end

local function with_asked(set, statement)
  local tables = {}
  for _, name in ipairs(sorted_keys(asked)) do
    if statement:lower():find("%f[%w_]" .. name .. "%f[^%w_]") then
      local text, message, code = table_of(set, name)
      if not text then return nil, message, code end
      tables[#tables + 1] = text
    end
  end
  if #tables == 0 then return statement end
  local with, rest = statement:match "^%s*([Ww][Ii][Tt][Hh]%s+[Rr][Ee][Cc][Uu][Rr][Ss][Ii][Vv][Ee]%s+)(.*)$"
  if not with then with, rest = statement:match "^%s*([Ww][Ii][Tt][Hh]%s+)(.*)$" end
  local list = table.concat(tables, ", ")
  return with and ("%s%s, %s"):format(with, list, rest) or ("WITH %s %s"):format(list, statement)
end

--- One statement that only reads. It sees the whole file, whatever selection it is asked of.
-- Besides the tables of the file there are `stories` and `tenures`, with the columns of these questions.
-- @tparam string statement a SELECT; `?` for values by place, `:name` for values by name
-- @param ... the values: texts, numbers (integers stay integers), truth values (1 and 0), nil; or one table by name
-- @treturn[1] frame the statement's columns
-- @return[2] nil, message, code
-- @raise where the statement is faulty or wants more than to read
function selection.methods:sql(statement, ...)
  local self_ = selection.inside(self, "sql")
  if type(statement) ~= "string" then
    selection.complain(2, "set:sql: argument 1 (statement) should be a string, not a %s", type(statement))
  end
  local values, n = { ... }, select("#", ...)
  if n == 1 and type(values[1]) == "table" then values, n = values[1], nil end
  local whole, message, code = with_asked(self_.set, statement)
  if not whole then return nil, message, code end
  if whole:find "json_" then -- SQLite declares its table functions when they are first used, which is no reading
    self_.store:select({ kind = "all" }, "SELECT 1 FROM json_each('[]'), json_tree('[]')", {})
  end
  local found
  found, message, code = self_.store:sql(whole, values, n)
  if not found then
    if misuse[code] then selection.complain(2, "set:%s", message) end
    return nil, message, code
  end
  return frames.of(found, { query = statement, fingerprint = self_.store:fingerprint() })
end

return M
