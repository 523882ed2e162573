--- The timeline: what happened, by day, as a set tells it: consultations, statements, posts that are taken and left,
-- and dated events of the lexicon that the set speaks of.
local accounts = require "alliance.ask.accounts"
local consultations = require "alliance.ask.consultations"
local days = require "alliance.join.days"
local frames = require "alliance.show.frame"
local page = require "alliance.show.timeline"
local reports_of = require "alliance.join.reports"
local selection = require "alliance.selection"
local stories = require "alliance.ask.stories"

local methods = selection.methods

local NEAR = 31 -- days around an article in which a post or an event of the lexicon concerns it
local FEW, MANY = 4, 30 -- words of a telling fragment

local function select(self, sql, values)
  local found, message = self.store:select(self.tree, sql, values or {})
  if not found then error(message, 0) end
  return frames.of(found)
end

-- -- the shortest telling fragment -----------------------------------------------------------------------

local function words(text)
  local n = 0
  for _ in text:gmatch "%S+" do n = n + 1 end
  return n
end

local quoted = { direct = true, fragment = true }

local pronouns = { he = true, she = true, it = true, they = true, that = true }

-- Less is better: words between marks before what is told of them, about a topic before about none.
local function rank_of(item, sides)
  local n = words(item.text)
  local rank = quoted[item.kind] and 0 or item.kind == "assurance" and 300 or 100
  if not item.topic then rank = rank + 200 end
  if n < FEW then rank = rank + 250 elseif n > MANY then rank = rank + 4 * (n - MANY) end
  if item.sure then rank = rank - 60 end
  if pronouns[item.text:lower():match "^%a+" or ""] then rank = rank + 40 end
  if not (item.joint or (item.side and sides[item.side])) then rank = rank + 150 end
  return rank + n
end

-- Of a plan only what is quoted; of what is no talk nothing.
local function is_telling(item, report)
  if not accounts.talk[report.kind] or words(item.text) < FEW - 1 then return false end
  return quoted[item.kind] or (item.topic ~= nil and report.status == "held")
end

local function shown(item)
  local text = quoted[item.kind] and ("“%s”"):format(item.text) or item.text
  return item.speaker and ("%s: %s"):format(item.speaker, text) or text
end

-- event -> what was said; and the keys of the quotations in all accounts.
local function sayings(self, how, wanted)
  local best, told = {}, {}
  for _, report in ipairs(accounts.reports(self)) do
    local event = wanted[report.event]
    for _, item in ipairs(event and accounts.statements(self, report, how) or {}) do
      local rank, now = rank_of(item, event.side), best[report.event]
      local better = not now or rank < now.rank or (rank == now.rank and item.text < now.item.text)
      told[item.key] = true
      if better and is_telling(item, report) then
        best[report.event] = { rank = rank, item = item }
      end
    end
  end
  return best, told
end

-- -- consultations --------------------------------------------------------------------------------------

local plain = { call = "phone call", meeting = "meeting", talks = "talks", summit = "summit", visit = "visit",
  ceremony = "ceremony", exercise = "exercise", agreement = "agreement" }

-- Nouns of the lexicon by kind, in lower case, the longest first: "change-of-command ceremony".
local function nouns_of(lexicon)
  local nouns = {}
  for _, row in ipairs(lexicon.tables.consultations or {}) do
    if row.part == "noun" and not (row.plural or row.title or row.needs or row.alone) then
      nouns[row.kind] = nouns[row.kind] or {}
      for _, phrase in ipairs(row) do table.insert(nouns[row.kind], phrase) end
    end
  end
  for _, list in pairs(nouns) do
    table.sort(list, function (a, b)
      if #a ~= #b then return #a > #b end
      return a < b
    end)
  end
  return nouns
end

local function ordinal(n)
  local ends = { "st", "nd", "rd" }
  return n .. ((n // 10 % 10 ~= 1 and ends[n % 10]) or "th")
end

-- "change-of-command ceremony", "57th Security Consultative Meeting", "meeting in Seoul"
local function what_of(row, nouns)
  local what
  if row.name then what = (row.ordinal and ordinal(row.ordinal) .. " " or "") .. row.name end
  local sentence = not what and (row.sentence or ""):lower()
  for _, noun in ipairs(not what and nouns[row.kind] or {}) do
    if #noun > #row.kind and sentence:find(noun:lower(), 1, true) then
      what = noun
      break
    end
  end
  what = what or plain[row.kind] or row.kind
  return row.place and ("%s, %s"):format(what, row.place) or what
end

local INDEPENDENT = [[
SELECT c.event, count(DISTINCT a.n) AS reports
FROM article a JOIN consultation c USING (n) WHERE %s GROUP BY c.event]]

-- What became of a plan, in a word or two.
local function outcome(row, by_key)
  if row.status ~= "planned" and row.status ~= "proposed" then return row.status end
  local became = row.came_about and by_key[row.came_about]
  if not became then return row.status end
  if became.status == "held" then return ("%s, held %s"):format(row.status, became.date or "later") end
  if became.status == "called-off" then return row.status .. ", called off" end
  return ("%s, moved to %s"):format(row.status, became.date or "another day")
end

local function in_days(row, options)
  local from, to = row.day or row.told, row.last_day or row.day or row.told
  if options.from and not (to and to >= options.from) then return false end
  return not options.to or (from ~= nil and from <= options.to)
end

-- The events that are asked for, all of them by key, and of those asked for the sides.
local function chosen(frame, options, span)
  local rows, by_key, wanted = {}, {}, {}
  for row in frame:rows() do
    by_key[row.event] = row
    local when = { day = row.first_day, last_day = row.last_day, told = row.first_reported }
    if consultations.fits(row, options) and in_days(when, span) then
      rows[#rows + 1], wanted[row.event] = row, { side = {} }
      for _, side in ipairs(row.sides) do wanted[row.event].side[side] = true end
    end
  end
  return rows, by_key, wanted
end

local function who_of(row, people, countries)
  local who = {}
  for i, name in ipairs(row.participants) do
    local person = people[row.event] and people[row.event][name]
    who[i] = person and accounts.with_post(person) or countries[name] or name
  end
  return who
end

local function consultation_rows(self, frame, options, span, how)
  local list, by_key, wanted = chosen(frame, options, span)
  local rows, independent, alone = {}, {}, stories.independent(self)
  for row in select(alone, INDEPENDENT):rows() do independent[row.event] = row.reports end
  local best, told = sayings(self, how, wanted)
  local people, nouns, countries = accounts.people(self), nouns_of(self.lexicon), accounts.countries(self.lexicon)
  for _, row in ipairs(list) do
    local said = best[row.event]
    rows[#rows + 1] = { date = row.date, day = row.first_day, last_day = row.last_day, what = what_of(row, nouns),
      who = who_of(row, people, countries), status = outcome(row, by_key), said = said and shown(said.item),
      reports = independent[row.event] or 1, name = row.name, event = row.event, kind = "consultation",
      told = row.first_reported, order = 2, id = row.id, first = row.first, last = row.last, rule = row.rule,
      came_about = row.came_about, key = row.event,
      differs = row.differs and #row.differs > 0 and table.concat(row.differs, "; ") or nil }
  end
  return rows, told
end

-- -- statements -----------------------------------------------------------------------------------------

local QUOTES = [[
SELECT a.published, a.id, coalesce(w.name, x.speaker) AS speaker, x.office, x.side, x.kind, x.first, x.last, x.rule,
  h.office AS held, h.side AS of, h.standing, a.id || '/quote/' || printf('%%08x', x.key) AS key,
  CAST(substr(t.bytes, x.first - t.text_first + 1, x.last - x.first + 1) AS TEXT) AS text
FROM article a JOIN quote x USING (n) JOIN texts t ON t.n = x.n AND t.i = x.block
  LEFT JOIN entity e ON e.n = x.n AND e.i = x.entity LEFT JOIN form f USING (form) LEFT JOIN who w USING (who)
  LEFT JOIN held h ON h.n = x.n AND h.i = x.entity AND h.j = 1
WHERE %s AND x.kind = 'direct' AND x.speaker IS NOT NULL AND x.side IS NOT NULL
ORDER BY a.published, a.id, x.first]]

-- Of each speaker and day the shortest that speaks of a topic.
local function statement_rows(self, told, how)
  local best, order = {}, {}
  for row in select(self, (QUOTES:gsub("%%%%", "%%"))):rows() do
    local text = row.text:gsub("[,%s]+$", "")
    local topic, n = how.topic(text), words(text)
    if row.published and topic and n > FEW and not told[row.key] and not how.speakers.agency[row.speaker:lower()] then
      local key = row.speaker .. "\0" .. row.published
      local now = best[key]
      local rank = n > MANY and 4 * n or n
      if not now then
        now = { ids = {}, reports = 0 }
        best[key], order[#order + 1] = now, now
      end
      if not now.ids[row.id] then now.ids[row.id], now.reports = true, now.reports + 1 end
      if not now.rank or rank < now.rank or (rank == now.rank and text < now.text) then
        now.rank, now.text, now.topic = rank, text, topic
        local who = { name = row.speaker, office = row.held or row.office, of = row.of, side = row.side,
          standing = row.standing }
        now.row = { date = row.published, day = row.published, what = "statement on " .. topic,
          said = "“" .. text .. "”", who = { accounts.with_post(who) }, status = "said", kind = "statement",
          order = 4, id = row.id, first = row.first, last = row.last, rule = row.rule, key = row.key }
      end
    end
  end
  local rows = {}
  for i, of in ipairs(order) do
    of.row.reports = of.reports
    rows[i] = of.row
  end
  return rows
end

-- -- posts ----------------------------------------------------------------------------------------------

local HELD = [[
SELECT coalesce(w.name, f.name) AS name, h.office, h.side, a.id, a.published, h.first, h.last, e.rule
FROM article a JOIN held h USING (n) JOIN entity e ON e.n = h.n AND e.i = h.i JOIN form f USING (form)
  LEFT JOIN who w USING (who) WHERE %s AND a.published IS NOT NULL ORDER BY a.published, a.id, h.i, h.j]]

local changes = { from = { [""] = "takes office as", acting = "becomes acting", elect = "is elected",
  nominee = "is nominated as" }, to = { [""] = "leaves office as", acting = "no longer acting" } }

-- Tenures of the lexicon by the name and post of the holder.
local function tenures_of(lexicon)
  local by_name = {}
  for _, row in ipairs(lexicon.tables.tenures or {}) do
    if type(row) == "table" and row.office then
      for _, name in ipairs { row.name, table.unpack(row.aliases or {}) } do
        local key = reports_of.spelled(name) .. "\0" .. row.office
        by_name[key] = by_name[key] or {}
        table.insert(by_name[key], row)
      end
    end
  end
  return by_name
end

-- The lexicon's tenures of those who hold a post in the set, where one begins or ends near an article that says so.
local function tenure_rows(self)
  local by_name, found, order = tenures_of(self.lexicon), {}, {}
  for row in select(self, HELD):rows() do
    local at = days.number(row.published)
    for _, tenure in ipairs(by_name[reports_of.spelled(row.name) .. "\0" .. row.office] or {}) do
      for _, bound in ipairs { "from", "to" } do
        local day = not tenure.precision and days.number(tenure[bound])
        local verb = changes[bound][tenure.status or ""]
        if verb and day and math.abs(day - at) <= NEAR then
          local key = table.concat({ reports_of.spelled(row.name), verb, tenure[bound] }, "\0")
          local now = found[key]
          if not now then
            now = { ids = {}, reports = 0, date = tenure[bound], day = tenure[bound], who = { row.name }, verb = verb,
              status = tenure.grade, kind = "tenure", order = 1, id = row.id, first = row.first, last = row.last,
              rule = row.rule, posts = {}, post = {},
              key = ("tenure:%s:%s:%s:%s"):format(tenure.side, tenure.office, bound, tenure[bound]) }
            found[key], order[#order + 1] = now, now
          end
          local post = tenure.side and ("%s (%s)"):format(tenure.office, tenure.side) or tenure.office
          if not now.post[post] then now.post[post], now.posts[#now.posts + 1] = true, post end
          if tenure.grade == "recall" then now.status = "recall" end
          if not now.ids[row.id] then now.ids[row.id], now.reports = true, now.reports + 1 end
        end
      end
    end
  end
  for _, row in ipairs(order) do
    table.sort(row.posts)
    row.what = ("%s %s"):format(row.verb, table.concat(row.posts, ", "))
  end
  return order
end

-- -- events of the lexicon ------------------------------------------------------------------------------

local SPAN = "SELECT min(a.published) AS first, max(a.published) AS last FROM article a WHERE %s"

local TOUCHED = [[
SELECT a.id, a.published FROM article a WHERE %s AND a.published BETWEEN ? AND ? AND
a.n IN (SELECT rowid FROM fulltext WHERE fulltext MATCH ?) ORDER BY a.published, a.id]]

local function folded_query(phrase)
  return '"' .. phrase:lower():gsub("[^%w\128-\255]+", " "):gsub("^ ", ""):gsub(" $", "") .. '"'
end

-- Whether a consultation of those days is that event: the set tells it itself.
local function is_told(event, rows)
  for _, row in ipairs(rows) do
    if row.name and row.day and row.day <= (event.to or event.from) and (row.last_day or row.day) >= event.from then
      for _, trigger in ipairs(event.triggers) do
        if trigger:lower():find(row.name:lower(), 1, true) then return true end
      end
    end
  end
  return false
end

local function event_row(self, event)
  local day = days.number(event.from)
  local queries = {}
  for i, trigger in ipairs(event.triggers) do queries[i] = folded_query(trigger) end
  local last = days.number(event.to or event.from)
  local found = select(self, TOUCHED, { days.text(day - NEAR), days.text(last + 2 * NEAR),
    table.concat(queries, " OR ") })
  if #found == 0 then return nil end
  return { date = event.from, day = event.from, last_day = event.to, what = event.triggers[1], who = { event.side },
    status = event.grade, reports = #found, kind = "event", order = 0, id = found[1].id, key = "lexicon:" .. event.id }
end

local function event_rows(self, told)
  local span, rows = select(self, SPAN)[1], {}
  if not span.first then return rows end
  local from, to = days.number(span.first) - 2 * NEAR, days.number(span.last) + NEAR
  for _, event in ipairs(self.lexicon.tables.events or {}) do
    local day = type(event) == "table" and days.number(event.from)
    local near = day and day >= from and day <= to and event.triggers
    if near and not is_told(event, told) then rows[#rows + 1] = event_row(self, event) end
  end
  return rows
end

-- -- all of it ------------------------------------------------------------------------------------------

local columns = { "date", "what", "who", "status", "said", "reports", "event" }
local hidden = { "kind", "day", "last_day", "told", "came_about", "differs", "id", "first", "last", "rule", "key" }

local function sort(rows)
  table.sort(rows, function (a, b)
    local one, two = a.day or a.told or "~", b.day or b.told or "~"
    if one ~= two then return one < two end
    if (a.day == nil) ~= (b.day == nil) then return b.day == nil end
    if a.order ~= b.order then return a.order < b.order end
    return a.key < b.key
  end)
end

local whats = { consultations = true, statements = true, tenures = true, events = true }

local function wanted_whats(options)
  if not (options and options.what) then return whats end
  local set = {}
  for _, name in ipairs(type(options.what) == "table" and options.what or { options.what }) do
    if not whats[name] then
      selection.complain(3, "set:timeline: option 'what' is not '%s' but one of: consultations, events, statements, "
        .. "tenures", tostring(name))
    end
    set[name] = true
  end
  return set
end

--- What happened, by day: consultations as events, telling statements, posts taken and left, events of the lexicon that
-- the articles of those weeks speak of.
-- @tparam[opt] table options those of consultations(), for the consultations in it; from= and to= for all rows; what=
-- "consultations", "statements", "tenures", "events" or a list of them (all without it)
-- @treturn[1] frame date (TIMEX3), what, who (with their posts), status (of a planned one also what became of it; of a
-- fact of the lexicon its grade), said (the shortest telling fragment), reports (stories: copies of one text count
-- once), event (the key of a consultation); by name also kind (consultation, statement, tenure, event), day, last_day,
-- told (first reported), came_about, differs, id, first, last, rule, key. What has no day stands where it was first
-- told. Prints as a page.
-- @return[2] nil, message, code
-- @raise where an option is unknown or its value is wrong
function methods:timeline(options)
  local self_ = selection.inside(self, "timeline")
  local checked = consultations.check(self_, "timeline", options, { what = true })
  local what = wanted_whats(options)
  local frame, message, code = consultations.events(self_, "timeline", "timeline")
  if not frame then return nil, message, code end
  local how = accounts.how(self_.lexicon)
  local days_of = { from = checked.from, to = checked.to }
  checked.from, checked.to = nil, nil
  local rows, told = consultation_rows(self_, frame, checked, days_of, how)
  local all = {}
  local function put(list) for _, row in ipairs(list) do if in_days(row, days_of) then all[#all + 1] = row end end end
  if what.consultations then put(rows) end
  if what.statements then put(statement_rows(self_, told, how)) end
  if what.tenures then put(tenure_rows(self_)) end
  if what.events then put(event_rows(self_, rows)) end
  sort(all)
  local names = table.move(hidden, 1, #hidden, #columns + 1, table.move(columns, 1, #columns, 1, {}))
  for i, row in ipairs(all) do
    local values = {}
    for _, name in ipairs(names) do values[name] = row[name] end
    all[i] = values
  end
  return frames.new(names, all, selection.made(self_, "timeline" .. selection.words(options)),
    { columns = columns, page = page.of })
end
