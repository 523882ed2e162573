--- Who held which post, from when to when, as the articles themselves show it: first and last article that says so.
-- Main text alone counts: captions and bylines give no tenure. What the lexicon knows bounds and checks, and is no
-- proof: its facts stand beside the sentences with their grade.
local core = require "alliance.core"
local decided = require "alliance.decided"
local known = require "alliance.join.known"
local number_of_day = require "alliance.join.days".number
local posts = require "alliance.posts"
local selection = require "alliance.selection"
local timex = require "alliance.timex"

local methods = selection.methods
local M = {}

-- A row a person, post, standing and day; undated articles have no day. `at` is where the first article says so: SQLite
-- takes n, first, last and rule from the row that has the least.
local SIGHTINGS = [[
SELECT f.who, w.name AS person, w.entry, h.office, coalesce(h.side, w.side, '') AS side,
  coalesce(h.standing, '') AS standing, a.published AS day, min(a.id || char(1) || printf('%08d', h.sentence)) AS at,
  a.id, a.n, h.sentence, h.first, h.last, e.rule, count(DISTINCT a.n) AS articles
FROM article a JOIN entity e USING (n) JOIN held h USING (n, i) JOIN form f USING (form) JOIN who w USING (who)
  JOIN block b ON b.n = a.n AND h.first BETWEEN b.text_first AND b.text_last
  JOIN label l USING (label)
WHERE f.what = 'person' AND l.kind IN ('paragraph', 'headline', 'subhead') AND @%s
GROUP BY f.who, h.office, 5, 6, a.published ORDER BY h.office, 5, f.who, a.published]]

local SENTENCES = [[
WITH wanted(n, i) AS (VALUES @)
SELECT s.n, s.i, CAST(substr(t.bytes, s.first - t.text_first + 1, s.last - s.first + 1) AS TEXT) AS text
FROM wanted JOIN sentence s USING (n, i) JOIN texts t ON t.n = s.n AND t.i = s.block]]

-- Of several words about one holder the strongest counts.
local standings = { "former", "nominee", "elect", "outgoing", "acting" }

local function status_of(standing)
  for _, word in ipairs(standings) do if standing:find(word, 1, true) then return word end end
  return "in office"
end

local holds = { ["in office"] = true, acting = true, outgoing = true }

local function select(self_, tree, sql, values)
  local found, message, code = self_.store:select(tree, sql, values)
  if not found then return nil, message, code end
  return require("alliance.show.frame").of(found)
end

-- -- what the lexicon says ---------------------------------------------------------------------------------

-- The lexicon's tenures of a person in a post, in order of time.
local function facts_of(lexicon, entry, office, side)
  local list = {}
  for _, person in ipairs(entry and known.named(lexicon, entry) or {}) do
    for _, row in ipairs(person.rows) do
      if person.name == entry and row.office == office and (side == "" or row.side == side or row.nation == side) then
        list[#list + 1] = row
      end
    end
  end
  table.sort(list, function (a, b) return a.from < b.from end)
  return list
end

-- The tenure that holds a day, else the last that began before it, else the first.
local function fact_at(facts, day)
  local found = facts[1]
  for _, row in ipairs(facts) do
    if row.from <= day then found = row end
  end
  return found
end

-- -- from sightings to tenures --------------------------------------------------------------------------------

local function new_tenure(row, status)
  return { who = row.who, person = row.person, entry = row.entry, office = row.office, side = row.side, status = status,
    standing = row.standing, articles = 0, days = {} }
end

local function see(tenure, row)
  tenure.articles = tenure.articles + row.articles
  if not row.day then
    tenure.undated = tenure.undated or row
    return
  end
  tenure.days[#tenure.days + 1] = row.day
  if not tenure.first or row.day < tenure.first.day then tenure.first = row end
  if not tenure.last or row.day > tenure.last.day then tenure.last = row end
end

-- Sightings of one post, by person and status.
local function by_person(rows)
  local of, list = {}, {}
  for _, row in ipairs(rows) do
    local status = status_of(row.standing)
    local key = row.who .. "\0" .. status
    if not of[key] then
      of[key] = { rows = {}, status = status, who = row.who }
      list[#list + 1] = of[key]
    end
    table.insert(of[key].rows, row)
  end
  return list
end

-- Days on which somebody holds a post of which there is one: [day] = {who=true, …}.
local function holders_by_day(rows)
  local days, of = {}, {}
  for _, row in ipairs(rows) do
    if row.day and status_of(row.standing) == "in office" then
      if not of[row.day] then days[#days + 1] = row.day end
      of[row.day] = of[row.day] or {}
      of[row.day][row.who] = true
    end
  end
  table.sort(days)
  return days, of
end

-- For each person of a post: the days after which somebody else was seen in it twice before the person came back.
local function interruptions(rows)
  local days, of = holders_by_day(rows)
  local last, others, cuts = {}, {}, {}
  for _, day in ipairs(days) do
    for who in pairs(of[day]) do
      if last[who] and (others[who] or 0) >= 2 and number_of_day(day) - number_of_day(last[who]) > 200 then
        cuts[who] = cuts[who] or {}
        cuts[who][day] = true
      end
    end
    for who in pairs(last) do
      if not of[day][who] then others[who] = (others[who] or 0) + 1 end
    end
    for who in pairs(of[day]) do last[who], others[who] = day, 0 end
  end
  return cuts
end

-- One person's sightings in one post and status -> tenures: parted where the lexicon has two, or another came between.
local function tenures_of(run, cuts, lexicon, out)
  local first = run.rows[1]
  local facts = facts_of(lexicon, first.entry, first.office, first.side)
  local current, fact
  for _, row in ipairs(run.rows) do
    local now = row.day and run.status == "in office" and fact_at(facts, row.day) or fact
    local cut = #facts == 0 and row.day and run.status == "in office" and cuts[run.who] and cuts[run.who][row.day]
    if not current or (row.day and now ~= fact and fact) or cut then
      current = new_tenure(row, run.status)
      out[#out + 1] = current
    end
    fact = now
    current.fact = now or (row.day and fact_at(facts, row.day)) or facts[1]
    see(current, row)
  end
end

local function before(a, b)
  if a.office ~= b.office then return a.office < b.office end
  if a.side ~= b.side then return a.side < b.side end
  local x, y = a.first and a.first.day or "9999", b.first and b.first.day or "9999"
  if x ~= y then return x < y end
  if a.person ~= b.person then return a.person < b.person end
  if a.who ~= b.who then return a.who < b.who end
  return a.status < b.status
end

-- The rows of a frame as tables that are read often.
local function plain_rows(found)
  local lists, i = {}, 0
  for _, name in ipairs(found.columns) do lists[name] = found:column(name) end
  return function ()
    i = i + 1
    if i > #found then return nil end
    local row = {}
    for name, list in pairs(lists) do row[name] = list[i] end
    return row
  end
end

-- All tenures of a selection, or those in posts of these names (folded -> name); nil, message, code where the file
-- cannot be read.
local function gather(self_, wanted)
  local names = {}
  for _, name in pairs(wanted or {}) do names[#names + 1] = name end
  local only = wanted and "h.office IN (" .. ("?,"):rep(#names):sub(1, -2) .. ") AND " or ""
  local found, message, code = select(self_, self_.tree, (SIGHTINGS:gsub("@", only)), names)
  if not found then return nil, message, code end
  local of, order, out = {}, {}, {}
  for row in plain_rows(found) do
    local key = row.office .. "\0" .. row.side
    if not of[key] then
      of[key] = {}
      order[#order + 1] = key
    end
    table.insert(of[key], row)
  end
  for _, key in ipairs(order) do
    local single = posts.single(self_.lexicon, of[key][1].office)
    local cuts = single and interruptions(of[key]) or {}
    for _, run in ipairs(by_person(of[key])) do
      table.sort(run.rows, function (a, b)
        if (a.day or "9999") ~= (b.day or "9999") then return (a.day or "9999") < (b.day or "9999") end
        return a.standing < b.standing
      end)
      tenures_of(run, cuts, self_.lexicon, out)
    end
  end
  table.sort(out, before)
  return out
end

-- What a tenure is, whatever the articles: person, post, side, status; of several in one post the lexicon's beginning.
local function key_of(tenure)
  return ("held:%s:%s:%s:%s:%s"):format(tenure.who, tenure.office, tenure.side, tenure.status,
    tenure.fact and tenure.fact.from or ""):gsub(" ", "-")
end

-- The same without those that people have rejected.
local function standing(self_, wanted)
  local list, message, code = gather(self_, wanted)
  if not list then return nil, message, code end
  local rejected, kept = decided.rejected_tenures(self_.store), {}
  for _, tenure in ipairs(list) do
    if not rejected[key_of(tenure)] then kept[#kept + 1] = tenure end
  end
  return kept
end

--- Does the set show a tenure of this key, rejected or not?
function M.is_there(self_, key)
  for _, tenure in ipairs(gather(self_) or {}) do
    if key_of(tenure) == key then return true end
  end
  return false
end

-- -- rows ------------------------------------------------------------------------------------------------------

-- The sentences of sightings: [n .. " " .. sentence] = text.
local function sentences_of(self_, rows)
  local texts = {}
  for from = 1, #rows, 300 do
    local values, marks = {}, {}
    for i = from, math.min(#rows, from + 299) do
      values[#values + 1], values[#values + 2], marks[#marks + 1] = rows[i].n, rows[i].sentence, "(?,?)"
    end
    local sql = SENTENCES:gsub("@", table.concat(marks, ","))
    for row in assert(select(self_, { kind = "all" }, sql, values)):rows() do
      texts[row.n .. " " .. row.i] = row.text
    end
  end
  return texts
end

local function fact_words(fact)
  return ("lexicon (%s): %s%s %s to %s"):format(fact.grade or "recall", fact.status and fact.status .. " " or "",
    fact.office, fact.from, fact.to or "no known end")
end
M.fact_words = fact_words

local function quoted(row, texts)
  return ("%s %s: %s"):format(row.day or "undated", row.id, texts[row.n .. " " .. row.sentence])
end

-- A tenure as a row: the sentences of the first and last article, then the lexicon's fact.
local function row_of(tenure, texts)
  local first, last, fact = tenure.first or tenure.undated, tenure.last, tenure.fact
  local evidence = { quoted(first, texts) }
  if last and last ~= first then evidence[2] = quoted(last, texts) end
  if fact then evidence[#evidence + 1] = fact_words(fact) end
  return { person = tenure.person, office = tenure.office, side = tenure.side ~= "" and tenure.side or nil,
    from = first.day, to = last and last.day, status = tenure.status, articles = tenure.articles,
    known_from = fact and fact.from, known_to = fact and fact.to, grade = fact and (fact.grade or "recall"),
    evidence = evidence, id = first.id, sentence = texts[first.n .. " " .. first.sentence], first = first.first,
    last = first.last, rule = first.rule, key = key_of(tenure), _who = tenure.who, _office = tenure.office,
    _standing = first.standing }
end

local SHOWN = { "person", "office", "side", "from", "to", "status", "evidence" }
local COLUMNS = { "person", "office", "side", "from", "to", "status", "evidence", "articles", "known_from", "known_to",
  "grade", "id", "sentence", "first", "last", "rule", "key", "_who", "_office", "_standing" }

local function frame_of(self_, list, query)
  local rows, wanted = {}, {}
  for _, tenure in ipairs(list) do
    wanted[#wanted + 1] = tenure.first or tenure.undated
    if tenure.last and tenure.last ~= tenure.first then wanted[#wanted + 1] = tenure.last end
  end
  local texts = sentences_of(self_, wanted)
  for i, tenure in ipairs(list) do rows[i] = row_of(tenure, texts) end
  return require("alliance.show.frame").new(COLUMNS, rows, selection.made(self_, query, "tenure"), { columns = SHOWN })
end

--- Who held which post from when to when, as the articles show it: a row a person, post and status.
-- @treturn[1] frame person, office, side, from, to (first and last day of an article that says so), status ("in
-- office", "acting", "elect", "nominee", "outgoing", "former"), evidence (the sentences of the first and last article;
-- the lexicon's fact with its grade), articles, known_from, known_to, grade (the lexicon's tenure, where it has one),
-- id, sentence, first, last, rule, key
-- @return[2] nil, message, code
function methods:tenures(...)
  selection.check_none("tenures", ...)
  local self_ = selection.inside(self, "tenures")
  local list, message, code = standing(self_)
  if not list then return selection.failed("tenures", message, code) end
  return frame_of(self_, list, "tenures")
end

-- -- who ---------------------------------------------------------------------------------------------------------

local function overlaps(from, to, first, last) return from and from <= last and (to or "9999") >= first end

-- Was it held on one of these days? The articles say so; or the lexicon's tenure does, of which they show some day.
local function held_in(tenure, first, last)
  if not holds[tenure.status] then return false end
  if tenure.first and overlaps(tenure.first.day, tenure.last.day, first, last) then return true end
  local fact = tenure.fact
  local full = fact and (fact.status or "in office") == (tenure.status == "outgoing" and "in office" or tenure.status)
  if not full or not overlaps(fact.from, fact.to, first, last) then return false end
  return not tenure.first or overlaps(fact.from, fact.to, tenure.first.day, tenure.last.day)
end

local function of_side(self_, tenure, side)
  if not side or tenure.side == side then return true end
  for _, person in ipairs(known.named(self_.lexicon, tenure.entry or tenure.person)) do
    if person.sides[side] and person.sides[tenure.side] then return true end
  end
  return select(self_, { kind = "all" }, "SELECT 1 FROM who WHERE who = ? AND side = ?", { tenure.who, side })[1] ~= nil
end

-- The names of the posts that words can mean (nil: all have to be looked through), and whether a tenure is in one.
local function meant_by(self_, office, side)
  local wanted = posts.names(self_.lexicon, office, side)
  local of_body = side and #side > 2 and core.fold(office) .. " of " -- "commander" of "USFK": of US Forces Korea
  return not of_body and wanted or nil, function (tenure)
    local name = core.fold(tenure.office)
    return wanted[name] or of_body and tenure.side == side and name:sub(1, #of_body) == of_body
  end
end

--- Who held a post on a day: 0 to n rows of tenures().
-- @tparam string office its name or any way in which news writes it ("defense minister", "USFK commander")
-- @tparam[opt] string side of the post or of the person: a country's code or name, or a body's short name
-- @tparam[opt] string date "2024-12-20", "2024-12", "2024" or another TIMEX3 value (as the date of a consultation);
-- without it all who ever held it; nobody on a day that is not known ("XXXX-WXX-3")
-- @treturn[1] frame as tenures()
-- @return[2] nil, message, code
-- @raise where an argument is of the wrong kind
function methods:who(office, side, date)
  local self_ = selection.inside(self, "who")
  if type(office) ~= "string" then
    selection.complain(2, "set:who: argument 1 (office) should be a string, not a %s", type(office))
  elseif side ~= nil and type(side) ~= "string" then
    selection.complain(2, "set:who: argument 2 (side) should be a string, not a %s", type(side))
  end
  side = side and selection.sides(self_.lexicon, side, "who")[1]
  local first, last
  if date ~= nil then
    if type(date) ~= "string" or not timex.is(date) then
      selection.complain(2, 'set:who: \'date\' should be "2024", "2024-12", "2024-12-20" or a TIMEX3 value, not %s',
        tostring(date))
    end
    first, last = timex.days(date)
    if not first then return frame_of(self_, {}, ("who %s on %s: no known day"):format(office, date)) end
  end
  local wanted, is_meant = meant_by(self_, office, side)
  local list, message, code = standing(self_, wanted)
  if not list then return selection.failed("who", message, code) end
  local found = {}
  for _, tenure in ipairs(list) do
    if is_meant(tenure) and of_side(self_, tenure, side) and (holds[tenure.status] or not date) and
      (not date or held_in(tenure, first, last)) then found[#found + 1] = tenure end
  end
  local query = ("who %q%s%s"):format(office, side and " " .. side or "", date and " " .. date or "")
  local frame = frame_of(self_, found, query)
  local told = #found > 0
  for i = 1, told and 0 or #list do told = told or is_meant(list[i]) end
  if not told then frame.made.note = "no article gives anybody this post; offices() lists those that are given" end
  return frame
end

-- -- what to look at: for health() ------------------------------------------------------------------------------

local function says(tenure)
  return ("%s, %s%s"):format(tenure.person, tenure.office, tenure.side ~= "" and " (" .. tenure.side .. ")" or "")
end

-- A soft limit where the lexicon knows a month or a year only.
local function bounds(fact)
  local from, to = fact.from, fact.to or "9999-12-31"
  if fact.precision == "year" then return from:sub(1, 4) .. "-01-01", to:sub(1, 4) .. "-12-31" end
  if fact.precision == "month" then return from:sub(1, 7) .. "-01", to:sub(1, 7) .. "-31" end
  return from, to
end

local function anachronism(tenure)
  local fact = tenure.fact
  if tenure.status ~= "in office" or not fact or not tenure.first then return nil end
  local from, to = bounds(fact)
  local day = tenure.last.day > to and tenure.last or tenure.first.day < from and tenure.first
  if not day then return nil end
  local what = day == tenure.last and "a former or then holder" or "a nominee, or a later holder"
  return { what = "anachronism", which = says(tenure), count = tenure.articles, examples = { day.id },
    advice = ("in office on %s; %s: %s, another office, or a wrong date?"):format(day.day, fact_words(fact), what) }
end

-- More than a month; but where it is years, the set has nothing of that time.
local function is_gap(a, b)
  local days = number_of_day(b.first.day) - number_of_day(a.last.day)
  if days <= 31 or days > 731 then return false end
  return not (a.fact and b.fact and a.fact.to and number_of_day(b.fact.from) - number_of_day(a.fact.to) <= 1)
end

-- Two who are shown in one post at one time, and time in which nobody is.
local function neighbours(list, self_, rows)
  local held = {}
  for _, tenure in ipairs(list) do
    if tenure.status == "in office" and tenure.first and posts.single(self_.lexicon, tenure.office) then
      held[#held + 1] = tenure
    end
  end
  for i = 2, #held do
    local a, b = held[i - 1], held[i]
    if a.office == b.office and a.side == b.side and a.side ~= "" and a.who ~= b.who then
      if b.first.day < a.last.day then
        rows[#rows + 1] = { what = "overlap", which = says(a), count = a.articles + b.articles,
          examples = { a.last.id, b.first.id }, advice = ("in office until %s, and %s from %s: a wrong date, a then " ..
          "holder, or another office?"):format(a.last.day, b.person, b.first.day) }
      elseif is_gap(a, b) then
        rows[#rows + 1] = { what = "gap", which = says(a), count = a.articles + b.articles,
          examples = { a.last.id, b.first.id }, advice = ("last shown on %s, %s first on %s: nobody is shown between")
          :format(a.last.day, b.person, b.first.day) }
      end
    end
  end
end

local OPEN = [[
WITH named AS (
  SELECT w.who, w.name, w.open, a.id
  FROM article a JOIN entity e USING (n) JOIN form f USING (form) JOIN who w USING (who)
  WHERE w.open IS NOT NULL AND%s GROUP BY w.who, a.id)
SELECT name, open, count(*) AS articles, min(id) AS id FROM named
GROUP BY who ORDER BY articles DESC, name, who LIMIT 20]]

--- Rows for health(): tenures that cannot be as they are told, and persons who may be several or part of another.
function M.checks(self_)
  local rows = {}
  local open, message, code = select(self_, self_.tree, OPEN, {})
  if not open then return nil, message, code end
  for row in open:rows() do
    rows[#rows + 1] = { what = "doubtful identity", which = row.name, count = row.articles, examples = { row.id },
      advice = row.open .. ": set:same(…) or set:distinct(…) decides" }
  end
  local list = standing(self_)
  for _, tenure in ipairs(list or {}) do rows[#rows + 1] = anachronism(tenure) end
  neighbours(list or {}, self_, rows)
  return rows
end

return M
