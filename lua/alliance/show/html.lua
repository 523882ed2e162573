--- A table of HTML: in, columns and rows; out, a fragment with its own style that stands in any page, or a whole page
-- around it. Text is escaped and each cell has a direction of its own; nothing is loaded, nothing runs.
local cell = require "alliance.show.cell"
local markup = require "alliance.show.markup"

local M = {}

-- Wide tables scroll within themselves, so that a phone shows the page as it is.
local style = [[
<style>
.alliance-frame { overflow-x: auto; margin: 1em 0; font: 15px/1.45 system-ui, sans-serif; color: #222; }
.alliance-frame table { border-collapse: collapse; }
.alliance-frame caption { text-align: left; font-weight: bold; padding: 0 0 .4em; }
.alliance-frame th, .alliance-frame td { padding: .25em .7em; text-align: left; vertical-align: top;
  border-bottom: 1px solid #ddd; }
.alliance-frame thead th { border-bottom: 2px solid #595959; }
.alliance-frame .number { text-align: right; font-variant-numeric: tabular-nums; }
.alliance-frame .short { white-space: nowrap; }
.alliance-frame td.long { min-width: 14em; }
.alliance-frame p { color: #595959; }
</style>
]]

local head = [[
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%s</title>
]]

local SHORT = 24 -- bytes: columns with longer texts may break their lines

local ranks = { number = 1, short = 2, long = 3 }

local function kind_of(value)
  if type(value) == "number" then return "number" end
  return #cell.shown(value) <= SHORT and "short" or "long"
end

-- The class of each column: number (those and nil alone), short or long.
local function kinds_of(columns, rows)
  local kinds = {}
  for values in rows() do
    for i = 1, #columns do
      local kind = values[i] ~= nil and kind_of(values[i])
      if kind and ranks[kind] > ranks[kinds[i] or "number"] or not kinds[i] then kinds[i] = kind or nil end
    end
  end
  return kinds
end

local function class_of(kind) return (' class="%s"'):format(kind or "short") end

local function body(columns, rows, kinds, put)
  put "<tbody>\n"
  for values in rows() do
    put "<tr>"
    for i = 1, #columns do
      put(('<td%s dir="auto">%s</td>'):format(class_of(kinds[i]), markup.escape(cell.shown(values[i]))))
    end
    put "</tr>\n"
  end
  put "</tbody>\n"
end

local function fragment(columns, rows, about, put)
  local kinds, caption = kinds_of(columns, rows), markup.escape(about.title)
  put(('<section class="alliance-frame" role="region" aria-label="%s" tabindex="0">\n'):format(caption))
  put(("<table>\n<caption>%s</caption>\n<thead>\n<tr>"):format(caption))
  for i, name in ipairs(columns) do
    put(('<th scope="col"%s>%s</th>'):format(class_of(kinds[i]), markup.escape(name)))
  end
  put "</tr>\n</thead>\n"
  body(columns, rows, kinds, put)
  put(("</table>\n<p>%s</p>\n</section>\n"):format(markup.escape(about.note)))
end

--- Writes a frame.
-- @tparam {string,...} columns
-- @tparam function rows gives an iterator of rows, each a list of values
-- @tparam table about title=, note= (below the table), page= (true: a whole page)
-- @tparam function put
function M.write(columns, rows, about, put)
  if about.page then put(head:format((markup.escape(about.title)))) end
  put(style)
  if about.page then put "</head>\n<body>\n" end
  fragment(columns, rows, about, put)
  if about.page then put "</body>\n</html>\n" end
end

return M
