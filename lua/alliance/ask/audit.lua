--- Audit: how right is what was found? A sample to code by hand, and what the coded sheets say.
--
--     set:audit{of="quotes", n=200, by="source", seed=42}:csv "coder-a.csv"     copy it for a second coder
--     print(set:audit{read={"coder-a.csv", "coder-b.csv"}})
--
-- A sheet has two kinds of rows. An `item` is something that was found: write 1 under `correct` where it is right, 0
-- where it is not. A `sentence` is drawn from all sentences, whatever was found there: write under `correct` how many
-- of the items shown are right (where any are shown) and under `missed` how many more there are. The first give
-- precision, the second recall.
local frames = require "alliance.show.frame"
local selection = require "alliance.selection"
local sheets = require "alliance.ask.sheets"

local methods = selection.methods

-- -- what can be drawn ----------------------------------------------------------------------------------

-- Columns of every item: the article, the place, then what is shown to the coder.
local ARTICLE = "SELECT a.n AS _n, a.id, a.published, a.source, a.agency, a.language, " ..
  "substr(a.published, 1, 4) AS year, substr(a.published, 1, 7) AS month, "
local HEAD = ARTICLE .. "x.rule, x.sentence AS _i, x.first, x.last, "
local ORDER = " AND %s ORDER BY a.id, x.first, x.i"

local function plain(name, columns, condition)
  return ("%s%s FROM %s x JOIN article a ON a.n = x.n WHERE %s%s"):format(HEAD, columns, name, condition or "1",
    ORDER)
end

-- A person, body or place of an article stands at its first mention.
local function named(what, columns)
  local head = HEAD:gsub("x%.sentence", "m.sentence"):gsub("x%.first", "m.first"):gsub("x%.last", "m.last")
  return ("%s%s FROM entity x JOIN form f ON f.form = x.form JOIN mention m ON m.n = x.n AND m.i = x.i AND m.j = 1 " ..
    "JOIN article a ON a.n = x.n WHERE f.what = '%s' AND %%s ORDER BY a.id, m.first, x.i"):format(head, columns, what)
end

local kinds = {
  quotes = { "speaker", "office", "side", "text", sql = plain("quote", "x.kind, x.speaker, x.office, x.side",
    "x.kind = 'direct'") },
  figures = { "value", "high", "hedge", "unit", "of", "speaker", "text",
    sql = plain("figure", "x.value, x.high, x.hedge, x.unit, x.of, x.speaker") },
  dates = { "text", "value", "type", sql = plain("timex", "x.value, x.type") },
  commitments = { "term", "category", "speaker", "negated",
    sql = plain("commitment", "x.term, x.category, x.speaker, x.negated") },
  consultations = { "kind", "status", "date", "place", "participants", "sides",
    sql = plain("consultation", "x.kind, x.status, x.date, x.place, x.participants, x.sides") },
  people = { "name", "side", "office", sql = named("person", "f.name, f.side, f.office") },
  posts = { "person", "office", "side", "standing",
    sql = HEAD:gsub("x%.rule", "e.rule") .. "f.name AS person, x.office, x.side, x.standing FROM held x " ..
      "JOIN entity e USING (n, i) JOIN form f USING (form) JOIN article a ON a.n = x.n " ..
      "WHERE f.what = 'person'" .. ORDER },
  organisations = { "name", "side", sql = named("organisation", "f.name, f.side") },
  places = { "name", "side", sql = named("place", "f.name, f.side") },
}

local function names_of(t)
  local names = {}
  for name in pairs(t) do if type(name) == "string" then names[#names + 1] = name end end
  table.sort(names)
  return table.concat(names, ", ")
end

-- The rows of a SELECT over the selection.
local function select(self, sql)
  local found, message, code = self.store:select(self.tree, sql, { n = 0 })
  if not found then return nil, message, code end
  return frames.of(found)
end

-- What the coder sees of an item in an article of this text: "speaker: …; office: …; text: …".
local function shown(row, kind, text)
  local parts = {}
  for _, name in ipairs(kind) do
    local value
    if name == "text" then value = text:sub(row.first, row.last) else value = row[name] end
    if value ~= nil and value ~= "" then parts[#parts + 1] = ("%s: %s"):format(name, tostring(value)) end
  end
  return table.concat(parts, "; ")
end

-- -- drawing --------------------------------------------------------------------------------------------

local SENTENCES = ARTICLE .. "s.i AS _i, s.first, s.last FROM sentence s JOIN article a ON a.n = s.n WHERE %s " ..
  "ORDER BY a.id, s.i"

-- Items by article and sentence, for the sentences in `drawn`.
local function found_in(drawn, items)
  local wanted, by_place = {}, {}
  for row in drawn:rows() do wanted[row.id] = true end
  local ids = items:column "id"
  for i = 1, #items do
    if wanted[ids[i]] then
      local row = items[i]
      local place = ids[i] .. "\0" .. row._i
      by_place[place] = by_place[place] or {}
      table.insert(by_place[place], row)
    end
  end
  return by_place
end

-- Texts of articles, one kept.
local function texts_of(object)
  local id, text
  return function (wanted)
    if wanted ~= id then
      local article = object:article(wanted)
      id, text = wanted, article and article.text or ""
    end
    return text
  end
end

local function sentence_at(self, row)
  local found = self.store:select({ kind = "all" }, "SELECT first, last FROM sentence WHERE n = ? AND i = ?",
    { row._n, row._i, n = 2 })
  local place = found and frames.of(found)[1]
  return place and place.first or row.first, place and place.last or row.last
end

local columns = { "unit", "row", "of", "id", "published", "source", "stratum", "sentence", "item", "found", "correct",
  "missed", "coder", "note", "first", "last", "rule" }

local function even(text) return (text:gsub("%s+", " ")) end

local function add_row(sheet, row, what, values)
  local n = #sheet + 1
  local out = { unit = ("u%04d"):format(n), row = what, id = row.id, published = row.published, source = row.source,
    first = row.first, last = row.last }
  for name, value in pairs(values) do out[name] = value end
  sheet[n] = out
end

local function stratum(row, by) return by and row[by] or nil end

local function draw(object, self, asked)
  local kind = kinds[asked.of]
  local items, message, code = select(self, kind.sql)
  if not items then return nil, message, code end
  local all
  all, message, code = select(self, SENTENCES)
  if not all then return nil, message, code end
  local seed = asked.seed or 1
  local by = asked.by
  local among_all = by and (" " .. table.concat(all.columns, " ") .. " "):find(" " .. by .. " ", 1, true) and by or nil
  local drawn = all:sample(asked.sentences, { seed = seed, by = among_all })
  local sheet, text, by_place = {}, texts_of(object), found_in(drawn, items)
  for row in items:sample(asked.n, { seed = seed, by = by }):rows() do
    local first, last = sentence_at(self, row)
    add_row(sheet, row, "item", { of = asked.of, stratum = stratum(row, by), found = 1,
      item = shown(row, kind, text(row.id)),
      sentence = even(text(row.id):sub(first, last)), rule = row.rule })
  end
  for row in drawn:rows() do
    local found = by_place[row.id .. "\0" .. row._i] or {}
    local items_here = {}
    for i, item in ipairs(found) do items_here[i] = shown(item, kind, text(row.id)) end
    add_row(sheet, row, "sentence", { of = asked.of, stratum = stratum(row, among_all), found = #found,
      item = #found > 0 and table.concat(items_here, " | ") or nil,
      sentence = even(text(row.id):sub(row.first, row.last)) })
  end
  return sheet
end

-- -- asking ---------------------------------------------------------------------------------------------

local known = { of = "string", n = "number", by = "string", seed = "number", sentences = "number" }

local function check_whole(asked, name, default)
  local value = asked[name] == nil and default or asked[name]
  if math.type(value) ~= "integer" or value < 0 then
    selection.complain(3, "set:audit: option '%s' should be a whole number from 0, not %s", name, tostring(value))
  end
  return value
end

local function check_read(asked)
  local list = type(asked.read) == "table" and asked.read or { asked.read }
  for _, path in ipairs(list) do
    if type(path) ~= "string" then
      selection.complain(3, "set:audit: option 'read' should be a path or a list of paths, not a %s", type(path))
    end
  end
  if #list == 0 then selection.complain(3, "set:audit: option 'read' should be a path or a list of paths") end
  for name in pairs(asked) do
    if name ~= "read" and name ~= "by" then
      selection.complain(3, "set:audit: no option '%s' with 'read'; there is: by", tostring(name))
    end
  end
end

local function check_draw(asked)
  asked = selection.check_options("audit", asked, known)
  local kind = kinds[asked.of]
  if not kind then
    selection.complain(3, "set:audit: option 'of' should be one of %s, not %s", names_of(kinds), tostring(asked.of))
  end
  local by = asked.by
  local article = { source = true, agency = true, language = true, year = true, month = true, rule = true }
  if by and not article[by] and not (" " .. table.concat(kind, " ") .. " "):find(" " .. by .. " ", 1, true) then
    selection.complain(3, "set:audit: option 'by' should be one of %s, %s, not '%s'", names_of(article),
      table.concat(kind, ", "), by)
  end
  if asked.seed and math.type(asked.seed) ~= "integer" then
    selection.complain(3, "set:audit: option 'seed' should be an integer, not %s", tostring(asked.seed))
  end
  local n = check_whole(asked, "n", 100)
  return { of = asked.of, n = n, by = by, seed = asked.seed, sentences = check_whole(asked, "sentences", n) }
end

--- A sample to be coded by hand, or what coded sheets say.
-- Drawing: `n` items and as many sentences, by a seeded generator of our own: the same set and seed give the same
-- sheet on every machine. `by` draws in proportion from every value of a column (one at least, while n allows), so that
-- shares need no weights.
-- @tparam table asked {of="quotes"|"figures"|"dates"|"commitments"|"consultations"|"people"|"posts"
-- (persons with the post an article gives them)|"organisations"|"places",
-- n= (100), by= ("source", "agency", "language", "year", "month", "rule" or a column of the items), seed= (1),
-- sentences= (n; 0: no recall)}; or {read=path or list of paths, by= (a column of the sheet)}
-- @treturn[1] frame a sheet: unit, row, of, id, published, source, stratum, sentence, item, found, correct, missed,
-- coder, note, first, last, rule; or of what was read: measure (precision, recall; of two coders and more agreement,
-- kappa, alpha), of (items, sentences), coder, value, low, high (Wilson, 95 %), n (what the value is a share of), units
-- (rows coded). A coder is called as the sheet's column `coder` says, else by the file's name. What is not coded is
-- left out.
-- @return[2] nil, message: a sheet cannot be read (the file, the unit, what was expected)
-- @raise where an option is wrong
function methods:audit(asked)
  local self_ = selection.inside(self, "audit")
  if type(asked) ~= "table" then
    selection.complain(2, "set:audit: the options should be a table, {of=…} or {read=…}, not a %s", type(asked))
  end
  if asked.read ~= nil then
    check_read(asked)
    return sheets.read(asked.read, asked.by)
  end
  asked = check_draw(asked)
  local sheet, message, code = draw(self, self_, asked)
  if not sheet then return selection.failed("audit", message, code) end
  return frames.new(columns, sheet, selection.made(self_, ("audit of %s, n %d, seed %d"):format(asked.of, asked.n,
    asked.seed or 1)))
end

return methods
