--- What a frame turns into besides tables of text: charts, pages, graphs, footnotes. In, what show/frame.lua lets see
-- of a frame; out, its methods plot, spark, html, graphml and cite.
local cell = require "alliance.show.cell"
local cite = require "alliance.show.cite"
local file = require "alliance.show.file"
local graph = require "alliance.show.graph"
local graphml = require "alliance.show.graphml"
local html = require "alliance.show.html"
local plot = require "alliance.show.plot"
local spark = require "alliance.show.spark"
local table_of = require "alliance.show.table"
local width = require "alliance.show.width"
local written = require "alliance.show.written"

local M = {}

local function complain(level, message, ...) error(message:format(...), level + 1) end

local function has(base, name) return (base.index[name] or base.lazy[name]) ~= nil end

local function kind_of(values, n)
  local kind
  for i = 1, n do
    local value = values[i]
    local this = type(value) == "number" and "number" or value ~= nil and (cell.is_frame(value) and "other" or "text")
    if this and kind and this ~= kind then return "other" end
    kind = this or kind
  end
  return kind
end

-- Numbers that are none can be neither drawn nor weighed: they are nil.
local function finite(values, n)
  for i = 1, n do
    local value = values[i]
    if type(value) == "number" and (value ~= value or math.abs(value) == math.huge) then values[i] = nil end
  end
  return values
end

-- A frame as charts read it: see show/series.lua.
local function data_of(self, see)
  local values, kinds = {}, {}
  local data = { n = self.n, columns = written.exported(self, {}), made = written.plain_made(self) }
  data.article = self.made.article
  function data.has(name) return has(self.base, name) end
  function data.values(name)
    values[name] = values[name] or finite(see.values_of(self, name), self.n)
    return values[name]
  end
  function data.kind(name)
    if not data.has(name) then return nil end
    kinds[name] = kinds[name] or kind_of(data.values(name), self.n)
    return kinds[name]
  end
  return data
end

local function saved(write, path)
  if not path then return file.text(write) end
  return file.save({ path }, { write })
end

-- A row as far as citing needs it.
local function cited(self, i, see)
  local row = {}
  for _, name in ipairs { "id", "first", table.unpack(cite.columns) } do
    if has(self.base, name) then row[name] = see.value_at(self, i, name) end
  end
  return row
end

local footnotes = { __name = "alliance.footnotes" }
function footnotes.__tostring(list) return table.concat(list, "\n") end

local pictures = { png = true, jpg = true, jpeg = true, gif = true, pdf = true } -- what a chart is not

-- Each takes what frame.lua lets see first.
local methods = {}

--- A chart (SVG) that suits the columns: a time series (day … year and a number: lines, with gaps where there are
-- no articles), bars (names and a number), keyness (two-sided bars), collocates, dispersion (of a concordance), a
-- network (a, b, count), tenures (person, from, to) or a timeline.
-- @tparam[opt] string path without it the SVG is returned
-- @tparam[opt] table options kind= (series, bars, keyness, collocates, dispersion, network, tenures, timeline), value=
-- and label= (columns), events= ({ {date=, label=}, … } or a frame with date and what: marks in a time series),
-- limit= (of bars, points, articles, nodes or lines), order="value"|"frame" (of bars), title=, width= (pixels)
-- @treturn[1] string the text, or the path
-- @return[2] nil, message
-- @raise where no chart suits the columns (all are listed, with what they want), or an option is wrong
function methods.plot(see, f, path, options)
  local self = see.inside(f, "plot")
  path, options = written.arguments("plot", plot.options, path, options)
  if path and pictures[path:lower():match "%.(%w+)$"] then
    complain(2, "frame:plot: charts are SVG, so the path should end in .svg, not be '%s'", path)
  end
  local svg, message = plot.draw(data_of(self, see), options)
  if not svg then complain(2, "frame:plot: %s", message) end
  return saved(function (put) put(svg) end, path)
end

--- A chart for the terminal: one line of ▁▂▃▅▇ with a space for each gap; a line a name where there are several
-- series.
-- @tparam[opt] string column of values; without it the one that `plot` takes
-- @treturn string at most as wide as the terminal (more values than that are means of neighbours)
-- @raise where there are no numbers
function methods.spark(see, f, column)
  local self = see.inside(f, "spark")
  if column ~= nil then see.known(self.base, column, 2, "frame:spark:") end
  local line = spark.draw(data_of(self, see), column, width.terminal())
  if line then return line end
  complain(2, "frame:spark: no numbers in %s", column and ("column '%s'"):format(column) or "this frame")
end

--- A table of HTML: without a path a fragment with its own style, to stand in a page; in a file a whole page.
-- @tparam[opt] string path
-- @tparam[opt] table options columns= (which, in this order), text=false, title=, page=true|false (a whole page or a
-- fragment)
-- @treturn[1] string the text, or the path
-- @return[2] nil, message
function methods.html(see, f, path, options)
  local self = see.inside(f, "html")
  path, options = written.arguments("html", "columns, page, text, title", path, options)
  local columns, page = options.columns or written.exported(self, options), options.page
  for _, name in ipairs(columns) do see.known(self.base, name, 2, "frame:html:") end
  if page == nil then page = path ~= nil end
  local note = table_of.count_line(f, { total = self.total, left_out = self.made.left_out,
    by_hand = self.made.by_hand, note = self.made.note })
  if self.made.selection then note = note .. "; where " .. cell.text(self.made.selection) end
  local about = { page = page, title = tostring(options.title or self.made.query or "alliance"), note = note }
  return saved(function (put) html.write(columns, see.rows_of(self, columns), about, put) end, path)
end

--- GraphML of a network (a, b, count), for Gephi and the like.
-- @tparam[opt] string path without it the text is returned
-- @tparam[opt] table options directed=true (from a to b), value= (the column of weights, count without it)
-- @treturn[1] string the text, or the path
-- @return[2] nil, message
-- @raise where the frame is no network
function methods.graphml(see, f, path, options)
  local self = see.inside(f, "graphml")
  path, options = written.arguments("graphml", "directed, value", path, options)
  local data, settings = data_of(self, see), { directed = options.directed, value = options.value or "count" }
  if not graph.suits(data, settings.value) then
    complain(2, "frame:graphml: wants a network, columns a, b and %s (numbers); this frame has: %s", settings.value,
      table.concat(self.base.columns, ", "))
  end
  return saved(function (put) graphml.write(data, settings, put) end, path)
end

--- Footnotes, a line a row: `Outlet, "Headline", 2024-12-20, https://…, sentence 3`. What is not known is left out.
-- @treturn {string,...} prints with a line each
-- @raise where the rows do not say which article they are from
function methods.cite(see, f)
  local self, lines = see.inside(f, "cite"), {}
  local base, ask = self.base, self.made.article
  if not (has(base, "id") or has(base, "source") or has(base, "headline") or has(base, "url")) then
    complain(2, "frame:cite: wants id, or source, headline and url; this frame has: %s",
      table.concat(base.columns, ", "))
  end
  for i = 1, self.n do
    local row = cited(self, i, see)
    lines[i] = cite.line(row, ask and row.id and ask(row.id, row.first) or nil)
  end
  return setmetatable(lines, footnotes)
end

--- The methods.
-- @tparam table see what frame.lua lets see: inside, known, rows_of, values_of, value_at
-- @treturn {[string]=function}
function M.methods(see) return written.bound(methods, see) end

return M
