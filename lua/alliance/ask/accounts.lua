--- Accounts: what articles say about an event: who took part with which post, which sentences speak of it, and what is
-- quoted or assured in them. For readouts and the timeline.
local frames = require "alliance.show.frame"

local M = {}

local function select(self, tree, sql, values)
  local found, message = self.store:select(tree, sql, values or {})
  if not found then error(message, 0) end
  return frames.of(found)
end

-- -- who took part --------------------------------------------------------------------------------------

local PEOPLE = [[
SELECT c.event, a.id, p.j, p.side, p.office AS post, f.who, f.name, w.name AS named, h.office, h.side AS of, h.standing
FROM article a JOIN consultation c USING (n) JOIN participant p ON p.n = c.n AND p.i = c.i
  LEFT JOIN entity e ON e.n = p.n AND e.i = p.entity LEFT JOIN form f ON f.form = e.form
  LEFT JOIN who w ON w.who = f.who LEFT JOIN held h ON h.n = p.n AND h.i = p.entity AND h.j = 1
WHERE %s AND (? IS NULL OR c.event = ?) ORDER BY a.published IS NULL, a.published, a.id, c.i, p.j]]

--- Those who took part in the events of a selection (or only in `key`): event -> name -> {name=, side=,
-- office=, of= (the side of the post), standing=}, as the first article that gives a post says.
function M.people(self, key)
  local events = {}
  for row in select(self, self.tree, PEOPLE, { key, key, n = 2 }):rows() do
    local name = row.named or row.name or row.post
    local people = events[row.event] or {}
    events[row.event] = people
    if name and not (people[name] and people[name].office) then
      people[name] = { name = name, side = row.side, office = row.office, of = row.of, standing = row.standing,
        is_post = not row.name }
    end
  end
  return events
end

--- The names of countries by their side.
function M.countries(lexicon)
  local names = {}
  for _, row in ipairs(lexicon.tables.countries or {}) do
    if type(row) == "table" and row.side then names[row.side] = names[row.side] or row.name or row[1] end
  end
  return names
end

local standings = { acting = "acting %s", former = "former %s", elect = "%s-elect", outgoing = "outgoing %s",
  nominee = "%s nominee" }

--- "Kim Seon-ho (acting Minister of National Defense, KR)"
function M.with_post(person)
  if person.is_post then return person.side and ("%s (%s)"):format(person.name, person.side) or person.name end
  local office = person.office and (standings[person.standing] or "%s"):format(person.office)
  local about = {}
  about[#about + 1] = office
  about[#about + 1] = person.of or person.side
  return #about > 0 and ("%s (%s)"):format(person.name, table.concat(about, ", ")) or person.name
end

local EVENT = [[
SELECT e.event, e.kind, e.status, e.date, e.first_day, e.last_day, e.place, e.name, e.ordinal, e.duration,
  e.participants AS "participants[]", e.sides AS "sides[]", e.differs, e.came_about, count(DISTINCT a.n) AS reports
FROM article a JOIN consultation c USING (n) JOIN event e ON e.event = c.event WHERE %s AND e.event = ?
GROUP BY e.event]]

--- One event of a selection, with those who took part (`who`, in order); nil where the selection has no report of it.
function M.event(self, key)
  local row = select(self, self.tree, EVENT, { key })[1]
  if not row then return nil end
  local event = { event = key, kind = row.kind, status = row.status, date = row.date, first_day = row.first_day,
    last_day = row.last_day, place = row.place, name = row.name, ordinal = row.ordinal, duration = row.duration,
    sides = row.sides, side = {}, differs = row.differs, reports = row.reports, who = {} }
  for _, side in ipairs(row.sides) do event.side[side] = true end
  local people = M.people(self, key)[key] or {}
  local countries = M.countries(self.lexicon)
  for i, name in ipairs(row.participants) do
    event.who[i] = people[name] and M.with_post(people[name]) or countries[name] or name
  end
  return event
end

-- -- which sentences ------------------------------------------------------------------------------------

local REPORTS = [[
SELECT c.n, c.i, coalesce(CASE WHEN v.status = 'held' THEN v.came_about END, c.event) AS event, c.kind, c.status,
  c.sentence, c.first, c.last, a.id, a.source, a.agency, a.published,
  a.sentences
FROM article a JOIN consultation c USING (n) JOIN event v ON v.event = c.event WHERE %s ]]

local OF_EVENT = [[
AND c.n IN (SELECT o.n FROM consultation o JOIN event u ON u.event = o.event WHERE u.event = ? OR u.status = 'held'
  AND u.came_about = ?)]]

local ORDER = " ORDER BY a.published IS NULL, a.published, a.id, c.sentence, c.i"

--- Kinds of contact in which something is said.
M.talk = { call = true, meeting = true, talks = true, summit = true, visit = true }

--- The reports of the events of a selection (or only of `key`), each with the sentences that go on about it,
-- up to the next contact that the article comes to (of a ceremony, a drill, a plan only its own sentence):
-- {n=, i=, event=, sentence=, to=, id=, source=, agency=, published=}.
function M.reports(self, key)
  local list, kept = {}, {}
  local sql, values = REPORTS .. (key and OF_EVENT or "") .. ORDER, { key, key, n = key and 2 or 0 }
  for row in select(self, self.tree, sql, values):rows() do
    list[#list + 1] = { n = row.n, i = row.i, event = row.event, kind = row.kind, status = row.status,
      sentence = row.sentence, to = row.sentences, id = row.id, source = row.source, agency = row.agency,
      published = row.published }
  end
  for i, report in ipairs(list) do
    if not M.talk[report.kind] or report.status ~= "held" then report.to = report.sentence end
    for k = i + 1, #list do
      local other = list[k]
      if other.n ~= report.n then break end
      local stops = other.status == "held" and M.talk[other.kind]
      if other.event ~= report.event and other.sentence > report.sentence and other.sentence <= report.to and stops then
        report.to = other.sentence - 1
        break
      end
    end
    if not key or report.event == key then kept[#kept + 1] = report end
  end
  return kept
end

-- The words of a text, folded, with spaces around each.
local function folded(text)
  return " " .. text:lower():gsub("’", "'"):gsub("'s%f[%W]", ""):gsub("[^%w\128-\255%-']+", " ") .. " "
end

-- -- what is said ---------------------------------------------------------------------------------------

local text_of = "CAST(substr(t.bytes, x.first - t.text_first + 1, x.last - x.first + 1) AS TEXT) AS text"

local QUOTES = ([[
SELECT x.kind, coalesce(w.name, x.speaker) AS speaker, x.office, x.side, x.cue, x.sentence, x.first, x.last, x.rule,
  a.id || '/quote/' || printf('%%08x', x.key) AS key, %s
FROM article a JOIN quote x USING (n) JOIN texts t ON t.n = x.n AND t.i = x.block
  LEFT JOIN entity e ON e.n = x.n AND e.i = x.entity LEFT JOIN form f USING (form) LEFT JOIN who w USING (who)
WHERE x.n = ? AND x.sentence BETWEEN ? AND ? ORDER BY x.first]]):format(text_of)

local ASSURANCES = [[
SELECT x.term, x.category, x.speaker, x.sentence, s.first, s.last, x.rule,
  a.id || '/commitment/' || printf('%08x', x.key) AS key,
  CAST(substr(t.bytes, s.first - t.text_first + 1, s.last - s.first + 1) AS TEXT) AS text
FROM article a JOIN commitment x USING (n) JOIN sentence s ON s.n = x.n AND s.i = x.sentence AND s.block = x.block
  JOIN texts t ON t.n = x.n AND t.i = x.block
WHERE x.n = ? AND x.sentence BETWEEN ? AND ? ORDER BY x.first]]

local SENTENCES = [[
SELECT s.i, CAST(substr(t.bytes, s.first - t.text_first + 1, min(s.last - s.first + 1, 40)) AS TEXT) AS text
FROM sentence s JOIN texts t ON t.n = s.n AND t.i = s.block WHERE s.n = ? AND s.i BETWEEN ? AND ? ORDER BY s.i]]

local function copy(row, fields)
  local out = {}
  for _, name in ipairs(fields) do out[name] = row[name] end
  return out
end

local QUOTE_FIELDS = { "kind", "speaker", "office", "side", "cue", "sentence", "first", "last", "rule", "key", "text" }
local ASSURANCE_FIELDS = { "term", "category", "speaker", "sentence", "first", "last", "rule", "key", "text" }

local function is_inside(inner, outer) return inner.first >= outer.first and inner.last <= outer.last end

-- Of two, one inside the other, the one that is left out: the messenger, else what is only a part.
local function lesser(inner, outer)
  if outer.messenger and (inner.side or inner.joint) and not inner.messenger then return outer end
  return inner
end

local function without_parts(items)
  local dropped, kept = {}, {}
  for i, item in ipairs(items) do
    for k = i + 1, math.min(#items, i + 8) do
      local other = items[k]
      local inner = is_inside(other, item) and other or is_inside(item, other) and item
      if inner and not dropped[item] and not dropped[other] then
        dropped[lesser(inner, inner == item and other or item)] = true
      end
    end
  end
  for _, item in ipairs(items) do if not dropped[item] then kept[#kept + 1] = item end end
  return kept
end

-- What is said by nobody that can be told is no statement of a side.
local function judge(item, speakers)
  local name = (item.speaker or ""):lower()
  item.joint = speakers.group[name] or nil
  item.messenger = speakers.agency[name]
  for word in name:gmatch "[%w\128-\255%-]+" do item.messenger = item.messenger or speakers.role[word] end
  item.text = item.text:gsub("^%s+", ""):gsub("[,%s]+$", "")
  if speakers.agency[name] then item.side = nil end
  return item.kind == "assurance" or item.kind == "direct" or item.joint or item.messenger or item.side ~= nil
end

--- Who speaks for both ("the two sides"), and who only passes on what is said (officials, ministries, agencies).
-- @treturn table {group=, role=, agency=}: sets of words in lower case
function M.speakers(lexicon)
  local sets = { group = {}, role = {}, agency = {} }
  for _, row in ipairs(lexicon.tables.consultation_words or {}) do
    for _, phrase in ipairs(row.group and row.group ~= "counterpart" and row or {}) do
      sets.group[phrase:lower()] = true
    end
  end
  for _, row in ipairs(lexicon.tables.speech or {}) do
    for _, word in ipairs((row.class == "role" or row.class == "text") and row or {}) do sets.role[word] = true end
  end
  for _, row in ipairs(lexicon.tables.organisations or {}) do
    local set = row.kind == "wire" and sets.agency or nil
    for _, name in ipairs(set and { row.name, table.unpack(row.aliases or {}) } or {}) do set[name:lower()] = true end
    if row.kind == "ministry" then sets.role[row.name:lower():match "^%S+"] = true end
  end
  return sets
end

-- Where an article turns to something else: the first of the sentences in which a phrase of the lexicon begins one.
local function end_of(self, report, turns)
  local last = report.to
  for row in select(self, { kind = "all" }, SENTENCES, { report.n, report.sentence + 1, report.to }):rows() do
    for _, phrase in ipairs(turns) do
      if row.i < last + 1 and folded(row.text):sub(1, #phrase) == phrase then last = row.i - 1 end
    end
  end
  return last
end

--- What a report's sentences quote, and the sentences with words of assurance that hold no quotation, in their order;
-- no part of what is there as a whole, and no messenger where the one who speaks is known.
-- @tparam table how {topics=, speakers=}
function M.statements(self, report, how)
  local all, quoted, assured = {}, {}, {}
  local values = { report.n, report.sentence, end_of(self, report, how.turns) }
  for row in select(self, { kind = "all" }, QUOTES, values):rows() do
    local item = copy(row, QUOTE_FIELDS)
    if judge(item, how.speakers) then
      quoted[item.sentence] = true
      all[#all + 1] = item
    end
  end
  local sure = {}
  for row in select(self, { kind = "all" }, ASSURANCES, values):rows() do
    sure[row.sentence] = true
    if not quoted[row.sentence] and not assured[row.sentence] then
      local item = copy(row, ASSURANCE_FIELDS)
      item.kind = "assurance"
      judge(item, how.speakers)
      assured[row.sentence] = true
      all[#all + 1] = item
    end
  end
  table.sort(all, function (a, b)
    if a.first ~= b.first then return a.first < b.first end
    return a.last > b.last
  end)
  all = without_parts(all)
  for _, item in ipairs(all) do item.topic, item.sure = how.topic(item.text), sure[item.sentence] end
  return all
end

-- -- about what -----------------------------------------------------------------------------------------

local function count(text, phrase)
  local n, from = 0, 1
  while true do
    local first, last = text:find(phrase, from, true)
    if not first then return n end
    n, from = n + 1, last
  end
end

local function topic_function(lexicon)
  local topics = {}
  for _, row in ipairs(lexicon.tables.topics or {}) do
    local phrases = {}
    for i, phrase in ipairs(row.name and row or {}) do phrases[i] = folded(phrase) end
    topics[#topics + 1] = { name = row.name, phrases = phrases }
  end
  return function (text)
    local words, found, most = folded(text), nil, 0
    for _, topic in ipairs(topics) do
      local n = 0
      for _, phrase in ipairs(topic.phrases) do n = n + count(words, phrase) end
      if n > most then found, most = topic.name, n end
    end
    return found
  end
end

--- How statements are read with a lexicon: {topic= a function of a text (the topic that most of its words speak for,
-- nil where none does), turns= phrases that begin something else, speakers=}.
function M.how(lexicon)
  local turns = {}
  for _, row in ipairs(lexicon.tables.topics or {}) do
    for _, phrase in ipairs(row.turn and row or {}) do turns[#turns + 1] = folded(phrase) end
  end
  return { topic = topic_function(lexicon), turns = turns, speakers = M.speakers(lexicon) }
end

return M
