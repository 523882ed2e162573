--- Why: for a row of any frame the articles, the sentences, the rule and the entry of the lexicon that made it.
local cells = require "alliance.show.cell"
local days = require "alliance.join.days"
local frames = require "alliance.show.frame"
local selection = require "alliance.selection"
local spelled = require "alliance.join.reports".spelled

local methods = selection.methods

local M = {}
local MOST = 200 -- rows of a person's or word's evidence
local NEAR = 31 -- days from a bound of a tenure

M.columns = { "id", "source", "published", "sentence", "first", "last", "rule", "entry", "grade" }
local by_name = { "marked", "block", "says", "conflicts", "reader", "lexicon" }

-- A cell of a row, nil where it has no such column.
local function cell(row, name)
  local ok, value = pcall(function () return row[name] end)
  return ok and value or nil
end

local function select(self, tree, sql, values)
  local found, message = self.store:select(tree, sql, values or {})
  if not found then error(message, 0) end
  return frames.of(found)
end

-- -- sentences ------------------------------------------------------------------------------------------

-- Columns that every piece of evidence has; x: the item, in the alias.
local PLACE = [[
a.id, a.source, a.published, s.first AS from_byte, x.first, x.last, l.kind AS block, st.reader, st.lexicon,
CAST(substr(t.bytes, s.first - t.text_first + 1, s.last - s.first + 1) AS TEXT) AS sentence]]

local function joins(block)
  return ([[JOIN sentence s ON s.n = x.n AND s.i = x.sentence JOIN texts t ON t.n = s.n AND t.i = s.block
JOIN block b ON b.n = s.n AND b.i = %s JOIN label l USING (label) JOIN stamp st USING (stamp)]]):format(block)
end

-- The sentence with the span between ⟦ and ⟧.
local function marked(row)
  local from = row.first - row.from_byte + 1
  local to = math.min(row.last - row.from_byte + 1, #row.sentence)
  if from < 1 or from > #row.sentence then return row.sentence end
  return row.sentence:sub(1, from - 1) .. "⟦" .. row.sentence:sub(from, to) .. "⟧" .. row.sentence:sub(to + 1)
end

local function evidence(row, entry, grade, says, conflicts)
  return { id = row.id, source = row.source, published = row.published, sentence = row.sentence, first = row.first,
    last = row.last, rule = row.rule, entry = entry, grade = grade, marked = marked(row), block = row.block,
    says = says, conflicts = conflicts, reader = row.reader, lexicon = row.lexicon }
end

-- -- entries of the lexicon -----------------------------------------------------------------------------

-- The row of a table of the lexicon that has the longest phrase which stands in the text as whole words.
local function entry_in(lexicon, name, text, fits)
  local words, found, longest = " " .. text:lower():gsub("[^%w\128-\255%-%+%.']+", " ") .. " ", nil, nil
  for _, row in ipairs(lexicon.tables[name] or {}) do
    if type(row) == "table" and (not fits or fits(row)) then
      for _, phrase in ipairs(row) do
        local at = (not longest or #phrase > #longest) and words:find(" " .. phrase:lower() .. " ", 1, true)
        if at then found, longest = row, phrase end
      end
    end
  end
  if found then return ("%s: \"%s\""):format(name, longest), found.grade end
end

local function span_of(row)
  local from = row.first - row.from_byte + 1
  return from >= 1 and row.sentence:sub(from, row.last - row.from_byte + 1) or row.sentence
end

local entries = {}

function entries.consultation(lexicon, row)
  local function fits(entry) return entry.kind == row.kind end
  local name, grade = entry_in(lexicon, "consultations", span_of(row), fits)
  if name then return name, grade end
  return entry_in(lexicon, "consultations", row.sentence, fits)
end

function entries.quote(lexicon, row) if row.kind then return entry_in(lexicon, "speech", row.kind) end end
function entries.commitment(lexicon, row) return entry_in(lexicon, "commitments", span_of(row)) end
function entries.figure(lexicon, row) return entry_in(lexicon, "units", span_of(row)) end
function entries.date(lexicon, row) return entry_in(lexicon, "times", span_of(row)) end

-- -- items ----------------------------------------------------------------------------------------------

-- Table and column that says more, by the word in the key of an item.
local kinds = { quote = { "quote", "x.cue" }, figure = { "figure", "x.unit" }, date = { "timex", "x.value" },
  commitment = { "commitment", "x.term" }, consultation = { "consultation", "x.kind" } }

local POST = ("SELECT %s, e.rule, x.office, x.side FROM article a JOIN held x USING (n) JOIN entity e ON e.n = x.n AND "
  .. "e.i = x.i %s WHERE %%s AND a.id = ? AND x.j = 1 AND x.i = ?"):format(PLACE, joins "s.block")

local function item(self, id, word, key)
  local kind = kinds[word]
  local extra = word == "quote" and ", x.entity" or ""
  local sql = ("SELECT %s, x.rule, %s AS kind%s FROM article a JOIN %s x USING (n) %s WHERE %%s AND a.id = ? AND "
    .. "x.key = ?"):format(PLACE, kind[2], extra, kind[1], joins "x.block")
  local rows = {}
  for row in select(self, self.tree, sql, { id, tonumber(key, 16) }):rows() do
    rows[#rows + 1] = evidence(row, entries[word](self.lexicon, row))
    if word == "quote" and row.entity then
      for post in select(self, self.tree, POST, { id, row.entity }):rows() do
        rows[#rows + 1] = evidence(post, nil, nil, ("the speaker is %s (%s)"):format(post.office, post.side or "?"))
      end
    end
  end
  return rows
end

-- -- events ---------------------------------------------------------------------------------------------

local REPORTS = ("SELECT %s, x.rule, x.kind, x.date, x.status, x.participants, e.differs FROM article a JOIN "
  .. "consultation x USING (n) JOIN event e ON e.event = x.event %s WHERE %%s AND (e.event = ? OR (e.status = 'held' "
  .. "AND e.came_about = ?)) ORDER BY a.published IS NULL, a.published, a.id, x.first"):format(PLACE, joins "x.block")

local function event(self, key)
  local rows = {}
  for row in select(self, self.tree, REPORTS, { key, key }):rows() do
    local entry, grade = entries.consultation(self.lexicon, row)
    rows[#rows + 1] = evidence(row, entry, grade, ("%s, %s: %s"):format(row.date or "no day", row.status,
      row.participants), row.differs)
  end
  return rows
end

-- -- persons and posts ----------------------------------------------------------------------------------

local MENTIONS = ("SELECT %s, e.rule, f.name, w.entry, w.open FROM article a JOIN mention x USING (n) JOIN entity e ON "
  .. "e.n = x.n AND e.i = x.i JOIN form f USING (form) LEFT JOIN who w USING (who) %s WHERE %%s AND (w.name = ? OR "
  .. "(f.name = ?)) AND x.kind IS NULL ORDER BY a.published IS NULL, a.published, a.id, x.first LIMIT %d")
  :format(PLACE, joins "s.block", MOST)

local HELD = ("SELECT %s, e.rule, coalesce(w.name, f.name) AS name, x.office, x.side, x.standing FROM article a "
  .. "JOIN held x USING (n) JOIN entity e ON e.n = x.n AND e.i = x.i JOIN form f USING (form) "
  .. "LEFT JOIN who w USING (who) "
  .. "%s "
  .. "WHERE %%s AND (w.name = ? OR f.name = ?) AND (? IS NULL OR x.office = ?) ORDER BY a.published IS NULL, "
  .. "a.published, a.id, x.first LIMIT %d"):format(PLACE, joins "s.block", MOST)

-- The lexicon's tenure of that post on that day.
local function tenure_of(lexicon, name, office, day)
  for _, row in ipairs(lexicon.tables.tenures or {}) do
    local within = not day or ((row.from or "") <= day and day <= (row.to or "~"))
    if type(row) == "table" and row.office == office and within then
      for _, known in ipairs { row.name, table.unpack(row.aliases or {}) } do
        if spelled(known) == spelled(name) then
          return ("tenures: %s, %s (%s), %s to %s"):format(row.name, office, row.side, row.from or "?", row.to or "?"),
            row.grade
        end
      end
    end
  end
end

-- `day`: only what is told within a month of it.
local function post(self, name, office, day)
  local rows, near = {}, day and days.number(day)
  for row in select(self, self.tree, HELD, { name, name, office, office, n = 4 }):rows() do
    local told = days.number(row.published)
    if not near or (told and math.abs(told - near) <= NEAR) then
      local entry, grade = tenure_of(self.lexicon, row.name, row.office, day or row.published)
      rows[#rows + 1] = evidence(row, entry, grade, ("%s %s (%s)"):format(row.standing or "in office:", row.office,
        row.side or "?"))
    end
  end
  return rows
end

local function person(self, name)
  local rows = {}
  for row in select(self, self.tree, MENTIONS, { name, name }):rows() do
    rows[#rows + 1] = evidence(row, row.entry, nil, row.name, row.open)
  end
  return rows
end

-- -- places in text, articles ---------------------------------------------------------------------------

local AT = ([[SELECT a.id, a.source, a.published, x.first AS from_byte, ? AS first, ? AS last, l.kind AS block,
st.reader, st.lexicon, ? AS rule,
CAST(substr(t.bytes, x.first - t.text_first + 1, x.last - x.first + 1) AS TEXT) AS sentence
FROM article a JOIN sentence x USING (n) JOIN texts t ON t.n = x.n AND t.i = x.block JOIN block b ON b.n = x.n AND
b.i = x.block JOIN label l USING (label) JOIN stamp st USING (stamp)
WHERE a.counts AND a.id = ? AND x.first <= ? AND x.last >= ?]])

local function at(self, id, first, last, rule)
  local rows = {}
  for row in select(self, { kind = "all" }, AT, { first, last, rule or "match", id, first, first }):rows() do
    rows[#rows + 1] = evidence(row)
  end
  return rows
end

local DAY = [[
SELECT a.id, a.source, a.published, e.says, e.bound, e.grade, e.rule, e.first, e.last, st.reader, st.lexicon,
  (SELECT group_concat(k.says, '; ') FROM conflict k WHERE k.n = a.n) AS conflicts
FROM article a JOIN stamp st USING (stamp) LEFT JOIN evidence e USING (n) WHERE a.id = ? AND a.counts ORDER BY e.i]]

-- Why an article is dated as it is.
local function article(self, id)
  local rows = {}
  for row in select(self, { kind = "all" }, DAY, { id }):rows() do
    local one = row.first and at(self, id, row.first, row.last, row.rule)[1]
      or { id = row.id, source = row.source, published = row.published, rule = row.rule, reader = row.reader,
        lexicon = row.lexicon }
    one.says = row.says and ("%s: %s"):format(row.bound, row.says)
    one.entry, one.grade = row.grade and row.says or nil, row.grade
    one.conflicts = row.conflicts
    rows[#rows + 1] = one
  end
  return rows
end

local function story(self, row)
  local rows = {}
  local found = select(self, self.tree, "SELECT a.id, a.source, a.published FROM article a WHERE %s AND a.id = ?",
    { row.id })[1]
  for pair in frames.of(assert(self.store:stories(self.tree, true))):rows() do
    if pair.id == row.id or pair.original == row.id then
      rows[#rows + 1] = { id = pair.id, source = found and found.source, published = found and found.published,
        rule = pair.role, says = ("similarity %.2f with %s; %s"):format(pair.similarity, pair.original,
          tostring(pair.evidence)) }
    end
  end
  return rows
end

-- -- words that were counted ----------------------------------------------------------------------------

local function words(object, query)
  local rows = {}
  for hit in object:kwic('"' .. query:gsub('"', "") .. '"', { by = "sentence", limit = MOST }):rows() do
    rows[#rows + 1] = { id = hit.id, source = hit.source, published = hit.published, first = hit.first, last = hit.last,
      rule = "counted", sentence = hit.left .. hit.match .. hit.right,
      marked = hit.left .. "⟦" .. hit.match .. "⟧" .. hit.right }
  end
  return rows
end

local COUNTED = "SELECT a.id, a.source, a.published FROM article a WHERE %s "
  .. "ORDER BY a.published IS NULL, a.published, a.id"

local BOTH = [[
SELECT a.id, a.source, a.published FROM article a WHERE %s AND EXISTS (SELECT 1 FROM entity e JOIN form f USING (form)
LEFT JOIN who w USING (who) WHERE e.n = a.n AND ? IN (w.name, f.name, f.side)) AND EXISTS (SELECT 1 FROM entity e
JOIN form f USING (form) LEFT JOIN who w USING (who) WHERE e.n = a.n AND ? IN (w.name, f.name, f.side))
ORDER BY a.published IS NULL, a.published, a.id]]

local function plain_rows(frame, rule)
  local rows = {}
  for row in frame:rows() do rows[#rows + 1] = { id = row.id, source = row.source, published = row.published,
    rule = rule } end
  return rows
end

-- Of a row that counts: the articles of its source and period.
local function counted(object, row)
  local filters = { source = cell(row, "source") or nil }
  for _, period in ipairs { "day", "month", "year" } do
    local value = cell(row, period)
    if value then filters.from, filters.to = tostring(value), tostring(value) end
  end
  if next(filters) == nil and not cell(row, "of_articles") then return nil end
  local inside = selection.peek(object:where(filters))
  return plain_rows(select(inside, inside.tree, COUNTED), "counted")
end

local function lexicon_event(self, id)
  for _, row in ipairs(self.lexicon.tables.events or {}) do
    if row.id == id then
      return { { rule = "lexicon", entry = "events: " .. id, grade = row.grade,
        says = ("%s to %s: %s"):format(row.from, row.to or row.from, table.concat(row.triggers or {}, ", ")) } }
    end
  end
end

local find

-- Of each row of a frame that lies behind the row, its evidence; of articles only what they are.
local function behind(self, object, frame, rule)
  local rows = {}
  for row in frame:rows() do
    local more = cell(row, "first") or cell(row, "event") or not cell(row, "id")
    local found = more and find(self, object, row)
      or { { id = row.id, source = row.source, published = row.published, rule = rule } }
    for _, one in ipairs(found) do
      if #rows < MOST then rows[#rows + 1] = one end
    end
  end
  return rows
end

local OFFICE = "SELECT DISTINCT coalesce(w.name, f.name) AS name FROM article a JOIN held x USING (n) JOIN entity e ON "
  .. "e.n = x.n AND e.i = x.i JOIN form f USING (form) LEFT JOIN who w USING (who) WHERE %s AND x.office = ? "
  .. "AND x.side IS ?"

-- Of a row of offices(): every place that gives the post to somebody.
local function holders(self, row)
  local rows, names = {}, select(self, self.tree, OFFICE, { row.office, cell(row, "side"), n = 2 })
  for holder in names:rows() do
    for _, one in ipairs(post(self, holder.name, row.office)) do
      if #rows < MOST then rows[#rows + 1] = one end
    end
  end
  return rows
end

-- Of a row of health(): its examples.
local function examples(self, row)
  local rows = {}
  for _, id in ipairs(row.examples) do
    local sql = "SELECT a.id, a.source, a.published FROM article a WHERE %s AND a.id = ?"
    local found = select(self, { kind = "all" }, sql, { id })[1]
    if found then rows[#rows + 1] = { id = id, source = found.source, published = found.published, rule = row.what } end
  end
  return rows
end

function find(self, object, row)
  local made = frames.made_of(row)
  if cells.is_frame(cell(row, "rows")) then return behind(self, object, row.rows, "of the group") end
  if made and made.counted then return behind(self, object, made.counted(row), "counted") end
  local key, id = cell(row, "key"), cell(row, "id")
  local of, word, hash = (type(key) == "string" and key or ""):match "^(.*)/(%a+)/(%x+)$"
  if of and kinds[word] then return item(self, of, word, hash) end
  if type(cell(row, "event")) == "string" then return event(self, cell(row, "event")) end
  local fact = type(key) == "string" and key:match "^lexicon:(.*)$"
  if fact then return lexicon_event(self, fact) end
  if type(key) == "string" and key:find "^tenure:" then
    local office, day = key:match "^tenure:[^:]*:(.*):[^:]+:([^:]+)$"
    return post(self, cell(row, "who")[1], office, day)
  end
  if type(cell(row, "person")) == "string" then
    local office = cell(row, "evidence") ~= nil and cell(row, "office") or nil
    if office then return post(self, cell(row, "person"), office) end
    return person(self, cell(row, "person"))
  end
  if cell(row, "story") and id then return story(self, row) end
  if id and cell(row, "first") then return at(self, id, cell(row, "first"), cell(row, "last"), cell(row, "rule")) end
  if type(id) == "string" then return article(self, id) end
  for _, name in ipairs { "term", "ngram", "word" } do
    if type(cell(row, name)) == "string" then return words(object, cell(row, name)) end
  end
  if type(cell(row, "variant")) == "string" then return words(object, cell(row, "variant")) end
  if cell(row, "persons") and cell(row, "office") then return holders(self, row) end
  if type(cell(row, "examples")) == "table" then return examples(self, row) end
  if type(cell(row, "formula")) == "string" then return words(object, cell(row, "formula")) end
  if type(cell(row, "a")) == "string" and type(cell(row, "b")) == "string" then
    return plain_rows(select(self, self.tree, BOTH, { cell(row, "a"), cell(row, "b") }), "named together")
  end
  return counted(object, row)
end

--- Why a row says what it says: the places in the articles that made it.
-- @param row of any frame that this set or a selection of it gave: what was noticed (a row an item), an event (a row a
-- report), a person (a row a mention), a post (a row a place that gives it), a hit, an article (a row a piece of
-- evidence for its day), a story (a row a copy), a word or sequence that was counted (a row a place, at most 200; a
-- collocate with its node; of keyness the places in both selections), codes (a row a place, its categories the rule),
-- a pair of a network, a count (a row a hit, item or article that it counted, at most 200), a group (its rows), a post
-- of offices(), a row of health() (its examples)
-- @treturn[1] frame id, source, published, sentence, first, last, rule, entry (of the lexicon: its table and phrase or
-- fact), grade; by name also marked (the sentence with the span between ⟦ and ⟧), block (the kind of block it stands
-- in), says (what it is evidence for), conflicts, reader, lexicon (that read it)
-- @return[2] nil, message, code
-- @raise where the argument is no row, or has nothing that leads to an article
function methods:why(row)
  local self_ = selection.inside(self, "why")
  if type(row) ~= "table" then
    selection.complain(2, "set:why: argument 1 (row) should be a row of a frame, not a %s", type(row))
  end
  local ok, rows = pcall(find, self_, self, row)
  if not ok then return nil, rows end
  if not rows then
    selection.complain(2, "set:why: this row has no id, key, event, person, word or period that leads to articles")
  end
  local all = table.move(by_name, 1, #by_name, #M.columns + 1, table.move(M.columns, 1, #M.columns, 1, {}))
  return frames.new(all, rows, selection.made(self_, "why"), { columns = M.columns })
end

return M
