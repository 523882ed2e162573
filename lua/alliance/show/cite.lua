--- Footnotes: in, a row's source, headline, published, url, sentence; out, one line of what is known of them.
local cell = require "alliance.show.cell"
local width = require "alliance.show.width"

local M = {}

--- The columns that a line is made of.
M.columns = { "source", "headline", "published", "url", "sentence" }

-- Quotation marks within quotation marks are single ones.
local function quoted(headline) return '"' .. headline:gsub('"', "'") .. '"' end

local function filled(value)
  if value == nil or value == "" then return nil end
  return cell.shown(value)
end

-- What an article is cited with; what a column says counts before what the set knows.
local function known(row, about)
  local all = {}
  for _, name in ipairs(M.columns) do all[name] = filled(row[name]) or about and filled(about[name]) end
  -- In frames `sentence` is its text; what is cited is its number.
  all.sentence = math.type(row.sentence) == "integer" and row.sentence or about and math.tointeger(about.sentence)
  return all
end

--- A line: `Outlet, "Headline", 2024-12-20, https://…, sentence 3`. What is missing is left out.
-- @tparam table row by name, `id` and `first` among them
-- @tparam[opt] table about what the set knows of the article, under the same names
-- @treturn string with the id where nothing else tells which article it is
function M.line(row, about)
  local all, parts = known(row, about), {}
  if not (all.source or all.headline or all.url) then
    parts[1] = filled(row.id) and "article " .. filled(row.id) or "unknown article"
  end
  parts[#parts + 1] = all.source
  parts[#parts + 1] = all.headline and quoted(all.headline)
  parts[#parts + 1] = all.published
  parts[#parts + 1] = all.url
  if all.sentence then parts[#parts + 1] = ("sentence %d"):format(all.sentence) end
  return (width.fit(table.concat(parts, ", "), math.maxinteger))
end

return M
