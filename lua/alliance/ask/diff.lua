--- What moved between two sets of the same articles: after a change of the lexicon, of the library, of the articles.
--
-- Articles are told by their id, items by their key (article, kind and spelling), events by theirs: so rows of two
-- files can be held against each other.
local frames = require "alliance.show.frame"
local selection = require "alliance.selection"

local methods = selection.methods

local SENTENCE = [[
(SELECT CAST(substr(t.bytes, s.first - t.text_first + 1, s.last - s.first + 1) AS TEXT) FROM sentence s
JOIN texts t ON t.n = s.n AND t.i = s.block WHERE s.n = a.n AND s.i = x.sentence AND s.block = x.block) AS sentence]]

local function items(table_name, word, fields)
  local columns = {}
  for i, field in ipairs(fields) do columns[i] = "x." .. field end
  return { what = word, fields = fields, keys = ("SELECT a.id || '/%s/' || printf('%%08x', x.key) AS key, a.id, %s "
    .. "FROM article a JOIN %s x USING (n) WHERE %%s"):format(word, table.concat(columns, ", "), table_name),
    place = ("SELECT x.first, x.last, x.rule, %s FROM article a JOIN %s x USING (n) WHERE a.counts AND a.id = ? AND "
      .. "x.key = ?"):format(SENTENCE, table_name) }
end

-- In the order in which they are told. `fields`: what is compared.
local kinds = {
  { what = "article", fields = { "published", "how", "headline", "byline", "agency", "dateline_place", "language" },
    keys = "SELECT a.id AS key, a.id, a.published, a.how, a.headline, a.byline, a.agency, a.dateline_place, "
      .. "a.language FROM article a WHERE %s" },
  { what = "event", fields = { "kind", "status", "date", "place", "participants", "sides", "name", "ordinal",
    "duration", "came_about", "reports" },
    keys = "SELECT e.event AS key, min(a.id) AS id, e.kind, e.status, e.date, e.place, e.participants, e.sides, "
      .. "e.name, e.ordinal, e.duration, e.came_about, count(DISTINCT a.n) AS reports FROM article a "
      .. "JOIN consultation c USING (n) JOIN event e ON e.event = c.event WHERE %s GROUP BY e.event" },
  items("consultation", "consultation", { "kind", "status", "date", "place", "participants", "sides", "name" }),
  items("quote", "quote", { "kind", "speaker", "office", "side" }),
  items("figure", "figure", { "value", "high", "hedge", "unit", "of" }),
  items("timex", "date", { "value", "type" }),
  items("commitment", "commitment", { "term", "category", "speaker", "negated" }),
  { what = "person", fields = { "side", "office" },
    keys = "SELECT a.id || '/person/' || f.name AS key, a.id, max(f.side) AS side, max(f.office) AS office FROM "
      .. "article a JOIN entity e USING (n) JOIN form f USING (form) WHERE %s AND f.what = 'person' "
      .. "GROUP BY a.id, f.name" },
}

local function select(self, tree, sql, values)
  local found, message = self.store:select(tree, sql, values or {})
  if not found then error(message, 0) end
  return frames.of(found)
end

local function by_key(self, kind)
  local rows, order = {}, {}
  for row in select(self, self.tree, kind.keys):rows() do
    local plain = { id = row.id }
    for _, field in ipairs(kind.fields) do plain[field] = row[field] end
    rows[row.key], order[#order + 1] = plain, row.key
  end
  return rows, order
end

-- Where the item stands, in the set that has it.
local function place(self, kind, key, row)
  if not kind.place then return {} end
  local hash = key:match "/(%x+)$"
  return select(self, { kind = "all" }, kind.place, { row.id, tonumber(hash, 16) })[1] or {}
end

local function row_of(kind, key, change, row, at, field, was, now)
  return { what = kind.what, change = change, field = field, was = was ~= nil and tostring(was) or nil,
    now = now ~= nil and tostring(now) or nil, id = row.id, sentence = at.sentence, first = at.first, last = at.last,
    rule = at.rule, key = key }
end

local function in_words(kind, row)
  local parts = {}
  for _, field in ipairs(kind.fields) do if row[field] ~= nil then parts[#parts + 1] = tostring(row[field]) end end
  return table.concat(parts, "; ")
end

local function compare(self, other, kind, rows)
  local here, order = by_key(self, kind)
  local there, before = by_key(other, kind)
  for _, key in ipairs(order) do
    local now, was = here[key], there[key]
    if not was then
      rows[#rows + 1] = row_of(kind, key, "new", now, place(self, kind, key, now), nil, nil, in_words(kind, now))
    else
      local at
      for _, field in ipairs(kind.fields) do
        if now[field] ~= was[field] then
          at = at or place(self, kind, key, now)
          rows[#rows + 1] = row_of(kind, key, "changed", now, at, field, was[field], now[field])
        end
      end
    end
  end
  for _, key in ipairs(before) do
    if not here[key] then
      local was = there[key]
      rows[#rows + 1] = row_of(kind, key, "gone", was, place(other, kind, key, was), nil, in_words(kind, was), nil)
    end
  end
end

--- Which answers moved: how this set (or selection) differs from another of the same articles, made with another
-- lexicon or another version of the library, or before articles came and went.
-- @tparam set|selection other how it was
-- @treturn[1] frame what (article, event, consultation, quote, figure, date, commitment, person), change ("new",
-- "gone", "changed"), field, was (in `other`), now (here), id, sentence; by name also first, last, rule, key
-- @return[2] nil, message, code
-- @raise where the argument is no set or selection
function methods:diff(other)
  local self_ = selection.inside(self, "diff")
  local other_ = selection.peek(other)
  if not other_ then
    selection.complain(2, "set:diff: argument 1 (other) should be a set or selection, not a %s", type(other))
  end
  local rows = {}
  local ok, message = pcall(function ()
    for _, kind in ipairs(kinds) do compare(self_, other_, kind, rows) end
  end)
  if not ok then return nil, message end
  table.sort(rows, function (a, b)
    if a.what ~= b.what then return a.what < b.what end
    if a.key ~= b.key then return a.key < b.key end
    return (a.field or "") < (b.field or "")
  end)
  local columns = { "what", "change", "field", "was", "now", "id", "sentence" }
  local all = table.move({ "first", "last", "rule", "key" }, 1, 4, #columns + 1,
    table.move(columns, 1, #columns, 1, {}))
  return frames.new(all, rows, selection.made(self_, "diff"), { columns = columns })
end
