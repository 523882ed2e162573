--- A frame: a table of results that does not change. Values stand by column in C (src/base/frame.c); a row is
-- made when it is touched; a view (head, sort, where, sample, a group) is the same values in another order.
--
--     #f   f[i].column   f[#f + 1] --> nil   for row in f:rows() do … end   for i, row in pairs(f) do … end
--     f.columns   f.total (all hits, where only the first are here)   f.made (what made it; not to be changed)
--
-- A cell is nil, a number, a truth value, a text, or a list of texts (a copy; it prints as `a; b`). Columns that
-- begin with "_" are a row's origin: `row._name` gives them, nothing lists, prints or exports them.
local cell = require "alliance.show.cell"
local core = require "alliance.core"
local csv = require "alliance.show.csv"
local exports = require "alliance.show.exports"
local file = require "alliance.show.file"
local sample = require "alliance.show.sample"
local sorted_keys = require "alliance.keys".sorted
local table_of = require "alliance.show.table"
local width = require "alliance.show.width"
local written = require "alliance.show.written"

local M = {}

local SELF, AT = {}, {} -- keys that nobody else has: what is inside a frame and a row
local methods, meta, row_meta = {}, { __name = "alliance.frame" }, { __name = "alliance.row" }

core.list_meta.__name = "alliance.list"
core.list_meta.__tostring = cell.list

local function complain(level, message, ...) error(message:format(...), level + 1) end

-- The insides of the frame a method was called with.
local function inside(frame, method)
  local self = type(frame) == "table" and rawget(frame, SELF)
  if not self then complain(3, "frame:%s: call it with a colon on a frame, not on a %s", method, type(frame)) end
  return self
end

-- A view: `order` lists rows of the base (nil: all as they are).
local function view(base, order, made, total)
  local n = order and #order or base.rows
  return setmetatable({ [SELF] = { base = base, order = order, n = n, made = made, total = total or n } }, meta)
end

local function place(self, i) return self.order and self.order[i] or i end

local function row_at(self, at) return setmetatable({ [SELF] = self, [AT] = at }, row_meta) end

local function lazy_value(self, at, name)
  local cache = self.base.cache[name]
  if cache[at] == nil then
    local value = self.base.lazy[name](row_at(self, at))
    cache[at] = value == nil and SELF or value
  end
  local value = cache[at]
  if value == SELF then return nil end
  return value
end

--- What made the frame that a row is of; nil where it is no row.
function M.made_of(row)
  local self = type(row) == "table" and getmetatable(row) == row_meta and row[SELF]
  return self and self.made or nil
end

local function known(base, name, level, what)
  if base.index[name] or base.lazy[name] then return end
  complain(level + 1, "%s no column '%s'; there are: %s", what, tostring(name), table.concat(base.columns, ", "))
end

local function value_at(self, at, name)
  local column = self.base.index[name]
  if column then return core.frame_cell(self.base.store, at, column) end
  return lazy_value(self, at, name)
end

-- Values of a column in the order of the view; `n` of them, nil among them.
local function values_of(self, name)
  local column = self.base.index[name]
  if column then return core.frame_column(self.base.store, column, self.order) end
  local values = {}
  for i = 1, self.n do values[i] = lazy_value(self, place(self, i), name) end
  return values
end

-- A view of the places (1 to n) in `places`.
local function pick(self, places, total)
  local order = {}
  for i, at in ipairs(places) do order[i] = place(self, at) end
  return view(self.base, order, self.made, total)
end

local function whole(n, method, argument)
  local number = type(n) == "number" and math.tointeger(n) -- 1e6 too
  if number and number >= 0 then return number end
  complain(3, "frame:%s: %s should be a whole number, not %s", method, argument, tostring(n))
end

-- == making ============================================================================================

local function plain_row(row)
  if getmetatable(row) ~= row_meta then return row end
  local self, values = row[SELF], {}
  for name in pairs(self.base.index) do values[name] = value_at(self, row[AT], name) end
  for name in pairs(self.base.lazy) do values[name] = value_at(self, row[AT], name) end
  return values
end

local function lazy_names(lazy, listed)
  local names = {}
  for name in pairs(lazy) do if not listed[name] then names[#names + 1] = name end end
  table.sort(names)
  return names
end

-- The base that views share: values, names in order, and where each name is found.
local function base_of(store, columns, options)
  local lazy, base = options.lazy or {}, { index = {}, columns = {}, cache = {}, nested = options.nested or {},
    page = options.page, weight = options.weight }
  local listed = {}
  base.store, base.rows, base.lazy = store, core.frame_rows(store), lazy
  for i, name in ipairs(core.frame_columns(store)) do if not lazy[name] then base.index[name] = i end end
  for _, name in ipairs(columns) do listed[name] = true end
  for name in pairs(options.aside or {}) do listed[name] = true end
  for _, list in ipairs { columns, lazy_names(lazy, listed) } do
    for _, name in ipairs(list) do
      if name:sub(1, 1) ~= "_" then base.columns[#base.columns + 1] = name end
    end
  end
  for name in pairs(lazy) do base.cache[name] = {} end
  return base
end

local known_options = { aside = "table", lazy = "table", total = "number", columns = "table", nested = "table",
  page = "function", weight = "string" }

local function check_options(options, level)
  for name, value in pairs(options) do
    if not known_options[name] then
      complain(level + 1, "frame: no option '%s'; there are: aside, columns, lazy, nested, page, total, weight",
        tostring(name))
    end
    if type(value) ~= known_options[name] then
      complain(level + 1, "frame: option '%s' should be a %s, not a %s", name, known_options[name], type(value))
    end
  end
end

--- What the core made, as a frame.
-- @param store userdata alliance.frame
-- @tparam[opt] table made what made it: query, selection, fingerprint, lexicon, library, left_out (the number of
-- undated articles, a text, or a list of texts), articles (how many were asked), first_day and last_day (of them), and
-- article: a function (id [, first]) -> {source=, headline=, published=, url=, length= (bytes of its text), sentence=
-- (the number of the one that holds the byte `first`)} or nil, for citing rows and for the length of articles in charts
-- @tparam[opt] table options columns= (the order in which they are shown; all of the store's without it),
-- lazy={name=function (row) … end} (columns computed when touched, once a row), total= (rows there would be),
-- aside={name=true} (lazy columns that are there by name only), nested={name=true} (columns that hold frames: shown,
-- not exported), page= (a function of the frame that gives the text it prints as), weight= (the column that says how
-- much a row counts for in a group; 1 without it)
-- @treturn frame
function M.of(store, made, options)
  options = options or {}
  check_options(options, 2)
  local base = base_of(store, options.columns or core.frame_columns(store), options)
  for _, name in ipairs(base.columns) do known(base, name, 2, "frame: option 'columns':") end
  return view(base, nil, made or {}, options.total)
end

local function check_columns(columns, level)
  local seen = {}
  if type(columns) ~= "table" then
    complain(level + 1, "frame: columns should be a list of names, not a %s", type(columns))
  end
  for _, name in ipairs(columns) do
    if type(name) ~= "string" then
      complain(level + 1, "frame: a column name should be a string, not a %s", type(name))
    end
    if seen[name] then complain(level + 1, "frame: column '%s' is named twice", name) end
    seen[name] = true
  end
end

local function store_of(columns, rows)
  local ok, store = pcall(core.frame_new, columns, rows)
  if ok then return store end
  return nil, tostring(store)
end

--- A frame from Lua.
-- @tparam {string,...} columns names in order; a lazy one among them needs no values
-- @tparam {table,...} rows lists in the order of `columns`, or tables by name; values are nil, numbers, truth values,
-- texts, or lists of texts
-- @tparam[opt] table made as for `of`
-- @tparam[opt] table options as for `of`, without `columns`
-- @treturn frame
-- @raise where a name stands twice, or a cell cannot be kept (the row and the column are named)
function M.new(columns, rows, made, options)
  check_columns(columns, 2)
  if type(rows) ~= "table" then complain(2, "frame: rows should be a list, not a %s", type(rows)) end
  local plain = {}
  for i, row in ipairs(rows) do plain[i] = plain_row(row) end
  local store, message = store_of(columns, plain)
  if not store then complain(2, "frame: %s", message) end
  local all = { columns = columns }
  for name, value in pairs(options or {}) do all[name] = value end
  return M.of(store, made, all)
end

-- All keys of the rows, in the order of the alphabet.
local function names_of(rows)
  local seen, names = {}, {}
  for i, row in ipairs(rows) do
    if type(row) ~= "table" then complain(3, "alliance.frame: row %d should be a table, not a %s", i, type(row)) end
    for name in pairs(row) do
      if type(name) ~= "string" then
        complain(3, "alliance.frame: row %d has no column names; give them as argument 2 (columns)", i)
      end
      if not seen[name] then seen[name], names[#names + 1] = true, name end
    end
  end
  table.sort(names)
  return names
end

local function from_file(path)
  local text, message = file.load(path)
  if not text then return nil, message end
  local columns, rows = csv.read(text, csv.separator(path))
  local store
  if columns then store, message = store_of(columns, rows) else message = rows end
  if not store then return nil, ("%s: %s"):format(path, message) end
  return M.of(store, { query = "alliance.frame", path = path })
end

--- A frame from a list of rows, or read back from a CSV file (tabs where the name ends in `.tsv`).
-- From a file come back nil, "", texts, numbers and truth values as they were written (a number is one only where it is
-- written as this library writes it, without quotes: "007", "1e5" and "1.50" stay texts); a list comes back as text.
-- @tparam {table,...}|string what tables by name, or a path
-- @tparam[opt] {string,...} columns which, in this order; without it all keys of the rows by the alphabet
-- @treturn[1] frame
-- @return[2] nil, message, for a file that cannot be read
function M.from(what, columns)
  if type(what) == "string" then return from_file(what) end
  if type(what) ~= "table" then
    complain(2, "alliance.frame: argument 1 should be a list of rows or a path, not a %s", type(what))
  end
  if rawget(what, SELF) then return what end
  if columns then check_columns(columns, 2) end
  return M.new(columns or names_of(what), what, { query = "alliance.frame" })
end

-- == asking ============================================================================================

local COLUMN_SHOWN = 40 -- values that print

local function printed_column(values)
  local parts = {}
  for i = 1, math.min(#values, COLUMN_SHOWN) do
    parts[i] = values[i] == nil and "nil" or width.fit(cell.shown(values[i]), width.terminal())
  end
  if #values > COLUMN_SHOWN then parts[#parts + 1] = ("… and %d more"):format(#values - COLUMN_SHOWN) end
  return table.concat(parts, "\n")
end

--- A column's values.
-- @tparam string name
-- @treturn list `#list` is the number of rows, though nil may stand among them; prints with a line a value
function methods.column(f, name)
  local self = inside(f, "column")
  known(self.base, name, 2, "frame:column:")
  local n = self.n
  local column_meta = { __name = "alliance.column", __len = function () return n end, __tostring = printed_column }
  return setmetatable(values_of(self, name), column_meta)
end

--- Every row, in order.
function methods.rows(f)
  local self, i = inside(f, "rows"), 0
  return function ()
    i = i + 1
    if i <= self.n then return row_at(self, place(self, i)) end
  end
end

--- The first rows.
-- @tparam[opt=10] integer n
-- @treturn frame
function methods.head(f, n)
  local self, places = inside(f, "head"), {}
  for i = 1, math.min(whole(n or 10, "head", "argument 1 (n)"), self.n) do places[i] = i end
  return pick(self, places, self.total)
end

--- The rows in another order; equal ones stay as they stand. Numbers stand before truth values, text (by its
-- bytes) and lists, what is nil last.
-- @tparam string column
-- @tparam[opt="asc"] string direction "asc" or "desc" (within numbers and within text; nil still stands last)
-- @treturn frame
function methods.sort(f, column, direction)
  local self = inside(f, "sort")
  known(self.base, column, 2, "frame:sort:")
  if direction ~= nil and direction ~= "asc" and direction ~= "desc" then
    complain(2, "frame:sort: argument 2 (direction) should be 'asc' or 'desc', not '%s'", tostring(direction))
  end
  local at = self.base.index[column]
  if at then
    local order = core.frame_sort(self.base.store, at, self.order, direction == "desc")
    return view(self.base, order, self.made, self.total)
  end
  local keys = {}
  for i, value in pairs(values_of(self, column)) do keys[i] = { value } end
  for i = 1, self.n do keys[i] = keys[i] or {} end
  local places = core.frame_sort(core.frame_new({ "key" }, keys), 1, nil, direction == "desc")
  return pick(self, places, self.total)
end

local function set_of(wanted)
  local set = {}
  for _, value in ipairs(type(wanted) == "table" and wanted or { wanted }) do
    if value == value then set[value] = true end
  end
  return set
end

local function is_in(value, set)
  if type(value) ~= "table" then return value ~= nil and set[value] or false end
  for _, item in ipairs(value) do if set[item] then return true end end
  return false
end

-- Keeps of `places` those whose value of a column is wanted.
local function keep(self, places, column, wanted)
  local values, set, kept = values_of(self, column), set_of(wanted), {}
  for _, i in ipairs(places) do if is_in(values[i], set) then kept[#kept + 1] = i end end
  return kept
end

--- The rows that are wanted.
-- @tparam function|table wanted a function of a row, or {column=value, column={value, …}}: all columns must agree; a
-- list cell agrees when one of its texts does
-- @treturn frame
function methods.where(f, wanted)
  local self, places = inside(f, "where"), {}
  if type(wanted) == "function" then
    for i = 1, self.n do
      if wanted(row_at(self, place(self, i))) then places[#places + 1] = i end
    end
    return pick(self, places)
  end
  if type(wanted) ~= "table" then
    complain(2, "frame:where: argument 1 should be a function or a table, not a %s", type(wanted))
  end
  for column in pairs(wanted) do known(self.base, column, 2, "frame:where:") end
  for i = 1, self.n do places[i] = i end
  for column, value in pairs(wanted) do places = keep(self, places, column, value) end
  return pick(self, places)
end

-- == groups and samples ================================================================================

-- Places by value, values in the order in which they first appear; nil is a value; a list is in all its texts.
local function parts_of(self, column)
  local values, parts, by_value = values_of(self, column), {}, {}
  local function put(value, i)
    local key = value == nil and SELF or value ~= value and AT or value -- what cannot be a key
    local part = by_value[key]
    if not part then
      part = { value = value }
      by_value[key], parts[#parts + 1] = part, part
    end
    if part[#part] ~= i then part[#part + 1] = i end
  end
  for i = 1, self.n do
    local value = values[i]
    if type(value) == "table" and #value > 0 then
      for _, item in ipairs(value) do put(item, i) end
    else
      if type(value) == "table" then value = nil end
      put(value, i)
    end
  end
  return parts
end

-- How many rows a part has, or what they count for together.
local function size_of(self, part)
  local weight, sum = self.base.weight, 0
  if not weight then return #part end
  for _, i in ipairs(part) do sum = sum + (value_at(self, place(self, i), weight) or 1) end
  return sum
end

--- A row a value: the column, `count` (of rows; where add() tells of several articles in one, of these), and `rows` (a
-- frame). A row whose cell is a list counts in each of its texts.
-- The values stand in the order in which they first appear. A column that is itself named count or rows is `value`.
-- @tparam string column
-- @treturn frame
function methods.group(f, column)
  local self = inside(f, "group")
  known(self.base, column, 2, "frame:group:")
  local parts, rows = parts_of(self, column), {}
  local name = (column == "count" or column == "rows") and "value" or column
  for i, part in ipairs(parts) do rows[i] = { part.value, size_of(self, part), i } end
  return M.new({ name, "count", "_part", "rows" }, rows, self.made, {
    lazy = { rows = function (row) return pick(self, parts[row._part]) end }, nested = { rows = true } })
end

-- Places in parts by a column; a list stands under its first text, so that no row is drawn twice.
local function strata_of(self, by)
  local all, parts, taken = {}, {}, {}
  for i = 1, self.n do all[i] = i end
  if not by then return { all } end
  for _, part in ipairs(parts_of(self, by)) do
    local own = {}
    for _, i in ipairs(part) do
      if not taken[i] then taken[i], own[#own + 1] = true, i end
    end
    if #own > 0 then parts[#parts + 1] = own end
  end
  return parts
end

local function sampled(self, n, seed, by)
  return pick(self, sample.places(strata_of(self, by), n, self.n, seed), self.total)
end

local sample_options = { seed = true, by = true }

--- Rows drawn at random, in the order in which they stand. The same seed draws the same rows on every machine.
-- @tparam integer n how many in all (all rows where there are fewer)
-- @tparam[opt] table options seed= an integer (1 without it); by= a column: every value gives its share of n, and at
-- least one row while n allows
-- @treturn frame
function methods.sample(f, n, options)
  local self = inside(f, "sample")
  whole(n, "sample", "argument 1 (n)")
  options = options or {}
  for name in pairs(options) do
    if not sample_options[name] then
      complain(2, "frame:sample: no option '%s'; there are: by, seed", tostring(name))
    end
  end
  local seed = options.seed or 1
  if math.type(seed) ~= "integer" then
    complain(2, "frame:sample: seed should be an integer, not %s", tostring(seed))
  end
  if options.by then known(self.base, options.by, 2, "frame:sample:") end
  return sampled(self, math.min(n, self.n), seed, options.by)
end

-- == showing ===========================================================================================

-- Gives an iterator of rows, each the list of its values (one list, filled again and again).
local function rows_of(self, columns)
  return function ()
    local i, values = 0, {}
    return function ()
      i = i + 1
      if i > self.n then return nil end
      local at = place(self, i)
      for k, name in ipairs(columns) do values[k] = value_at(self, at, name) end
      return values
    end
  end
end

-- What the modules that show frames see of one.
local seen = { inside = inside, known = known, rows_of = rows_of, values_of = values_of,
  value_at = function (self, i, name) return value_at(self, place(self, i), name) end }

for _, kind in ipairs { written, exports } do -- files; then charts, pages, graphs and footnotes
  for name, method in pairs(kind.methods(seen)) do methods[name] = method end
end

function meta.__tostring(f)
  local self = f[SELF]
  if self.base.page then return self.base.page(f) end
  return table_of.render(f, self.base.columns, { total = self.total, left_out = self.made.left_out,
    by_hand = self.made.by_hand, note = self.made.note })
end

-- == the objects =======================================================================================

local function names_of_methods()
  return table.concat(sorted_keys(methods), ", ")
end

local function field_of(self, key)
  if key == "total" or key == "made" then return self[key] end
  if key == "columns" then
    return setmetatable(table.move(self.base.columns, 1, #self.base.columns, 1, {}), core.list_meta)
  end
  complain(3, "a frame has no field '%s'; its columns (of rows: f[1].name, f:column \"name\") are: %s; it has: "
    .. "columns, made, total, %s", tostring(key), table.concat(self.base.columns, ", "), names_of_methods())
end

function meta.__index(f, key)
  local self = rawget(f, SELF)
  if type(key) == "number" then
    local i = math.tointeger(key)
    return i and i >= 1 and i <= self.n and row_at(self, place(self, i)) or nil
  end
  return methods[key] or field_of(self, key)
end

function meta.__newindex() complain(2, "a frame does not change; make another with where, sort or alliance.frame") end
function meta.__len(f) return f[SELF].n end

function meta.__pairs(f)
  return function (_, i) if i < #f then return i + 1, f[i + 1] end end, f, 0
end

function row_meta.__index(row, name)
  local self = rawget(row, SELF)
  known(self.base, name, 2, "a row has")
  return value_at(self, rawget(row, AT), name)
end

function row_meta.__newindex() complain(2, "a row does not change") end
function row_meta.__eq(a, b) return a[SELF].base == b[SELF].base and a[AT] == b[AT] end
function row_meta.__tostring(row) return table_of.record(row, row[SELF].base.columns) end

function row_meta.__pairs(row)
  local columns, at = row[SELF].base.columns, 0
  return function ()
    local value
    repeat
      at = at + 1
      value = columns[at] and row[columns[at]]
    until value ~= nil or not columns[at]
    return columns[at], value
  end
end

return M
