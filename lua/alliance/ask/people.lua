--- Who is named: persons across articles and spellings, the posts they hold, and deciding by hand who is who.
local core = require "alliance.core"
local decisions = require "alliance.decisions"
local selection = require "alliance.selection"
local spelled = require "alliance.join.spelled"

local methods = selection.methods

-- Names alone are mentions: "he" and "the minister" are not.
local PEOPLE = [[
WITH named AS MATERIALIZED (
  SELECT a.n, a.published, f.who, f.office, e.names AS mentions
  FROM article a JOIN entity e USING (n) JOIN form f USING (form)
  WHERE f.what = 'person' AND f.who IS NOT NULL AND%s),
posts AS (
  SELECT who, office, row_number() OVER (PARTITION BY who ORDER BY count(*) DESC, max(published) DESC, office) AS k
  FROM named WHERE office <> '' GROUP BY who, office),
counts AS (
  SELECT who, NULL AS office, sum(mentions) AS mentions, count(DISTINCT n) AS articles, min(published) AS first_day,
    max(published) AS last_day
  FROM named GROUP BY who
  UNION ALL SELECT who, office, NULL, NULL, NULL, NULL FROM posts WHERE k = 1)
SELECT w.name AS person, w.side, max(c.office) AS office, max(c.mentions) AS mentions, max(c.articles) AS articles,
  max(c.first_day) AS first_day, max(c.last_day) AS last_day, w.open AS _open, w.who AS _who
FROM counts c JOIN who w USING (who) GROUP BY w.who ORDER BY mentions DESC, articles DESC, person, w.who]]

local OFFICES = [[
WITH posts AS MATERIALIZED (
  SELECT a.n, h.office, coalesce(h.side, '') AS side, w.name, a.published
  FROM article a JOIN entity e USING (n) JOIN held h USING (n, i) JOIN form f USING (form) JOIN who w USING (who)
  WHERE%s),
holders AS (
  SELECT office, side, group_concat(name, '; ') AS names
  FROM (SELECT office, side, name FROM posts GROUP BY office, side, name
    ORDER BY office, side, count(DISTINCT n) DESC, name)
  GROUP BY office, side)
SELECT office, nullif(side, '') AS side, h.names AS "persons[]", count(DISTINCT p.n) AS articles,
  min(p.published) AS first_day, max(p.published) AS last_day
FROM posts p JOIN holders h USING (office, side) GROUP BY office, p.side ORDER BY articles DESC, office, side]]

local function ask(self_, method, sql)
  local found, message, code = self_.store:select(self_.tree, sql, {})
  if not found then return selection.failed(method, message, code) end
  return selection.frame(self_, found, method)
end

--- Who is named, once each, however spelled; most mentions first.
-- @treturn[1] frame person, side, office (the one most articles give), mentions (by name), articles, first_day,
-- last_day
-- @return[2] nil, message, code
function methods:people(...)
  selection.check_none("people", ...)
  return ask(selection.inside(self, "people"), "people", PEOPLE)
end

--- The posts that articles give to people.
-- @treturn[1] frame office, side, persons (most articles first), articles, first_day, last_day
-- @return[2] nil, message, code
function methods:offices(...)
  selection.check_none("offices", ...)
  return ask(selection.inside(self, "offices"), "offices", OFFICES)
end

-- -- deciding -------------------------------------------------------------------------------------------

local kinds = { person = true, organisation = true, place = true }
local option_types = { what = "string", by = "string", note = "string" }

local function rows_of(self_, sql, ...)
  local frames = require "alliance.show.frame"
  local found, message = self_.store:select({ kind = "all" }, sql, table.pack(...))
  if not found then error(message, 0) end
  return frames.of(found)
end

-- The forms that a spelling can mean: as it is written, else whatever the case, else the name of what was joined.
local function forms_of(self_, what, name)
  local columns = "SELECT name, side, office, who FROM form WHERE what = ?1 AND "
  local found = rows_of(self_, columns .. "name = ?2", what, name)
  if #found > 0 then return found end
  local folded = core.fold(name)
  found = rows_of(self_, columns .. "block IN (?2, ?3, ?4)", what, folded, folded:match "^%S+" or "",
    folded:match "%S+$" or ""):where(function (row) return core.fold(row.name) == folded end)
  if #found > 0 then return found end
  return rows_of(self_, "SELECT f.name, f.side, f.office, f.who FROM form f JOIN who w USING (who) " ..
    "WHERE w.what = ? AND w.name = ?", what, name)
end

-- A spelling that means this one person, body or place and nobody else.
local function spelling_of(self_, what, who)
  local forms = {}
  for row in rows_of(self_, "SELECT name, side, office FROM form WHERE who = ?", who):rows() do
    forms[#forms + 1] = { name = row.name, side = row.side, office = row.office }
  end
  if #forms == 0 then return nil end
  local name = spelled.fullest(forms)
  local others = rows_of(self_, "SELECT 1 FROM form WHERE what = ? AND name = ? AND who <> ? LIMIT 1", what, name, who)
  if #others == 0 then return name end
  return ("%s (%s, %s)"):format(name, spelled.most(forms, "side") or "", spelled.most(forms, "office") or "")
end

local function distinct_who(found, side, office)
  local seen, list = {}, {}
  for row in found:rows() do
    local fits = (not side or side == "" or row.side == side) and (not office or office == "" or row.office == office)
    local who = row.who or ""
    if fits and not seen[who] then list[#list + 1] = row end
    if fits then seen[who] = true end
  end
  return list
end

-- Nobody may be spelled so yet: the decision waits for an article that does.
local waits = { same = true, distinct = true }

-- What the caller means by a text or a row: its spelling; raises where that is nobody, or several.
local function meant(self_, method, what, value)
  if type(value) ~= "string" then
    local ok, who = pcall(function () return value._who end)
    local spelling = ok and who and spelling_of(self_, what, who)
    if not spelling then
      selection.complain(4, "set:%s: give a name, or a row of people(), not a %s", method, type(value))
    end
    return spelling
  end
  local name, side, office = value, nil, nil
  local found = forms_of(self_, what, value)
  if #found == 0 then
    name, side, office = spelled.parse(value)
    found = side and forms_of(self_, what, name) or found
  end
  local list = distinct_who(found, side, office)
  if #list == 0 and waits[method] then return value end
  if #list == 0 then selection.complain(4, "set:%s: no %s of this set is called '%s'", method, what, value) end
  if #list > 1 then
    selection.complain(4, "set:%s: %d are called '%s': give a row of people(), or '%s (%s, %s)'", method, #list, value,
      name, list[1].side, list[1].office)
  end
  if side then return ("%s (%s, %s)"):format(list[1].name, side, office) end
  return list[1].name
end

local function decide(self, verb, a, b, options)
  local self_ = selection.inside(self, verb)
  options = selection.check_options(verb, options, option_types)
  local what = options.what or "person"
  if not kinds[what] then
    selection.complain(3, "set:%s: option 'what' is not '%s' but one of: person, organisation, place", verb, what)
  end
  local decision = { verb = verb, what = what, a = meant(self_, verb, what, a), by = options.by, note = options.note }
  if verb == "rename" then
    if type(b) ~= "string" or b == "" then
      selection.complain(3, "set:rename: argument 2 (name) should be a text, not a %s", type(b))
    end
    decision.b = b
  elseif verb ~= "reject" then
    decision.b = meant(self_, verb, what, b)
    if decision.a == decision.b then
      selection.complain(3, "set:%s: '%s' twice: give two spellings, or a row of people() for each", verb, decision.a)
    end
  end
  return decisions.decide(self_, decision)
end

--- Two spellings are one person (or body, or place).
-- @param a a name as it is spelled, or a row of people()
-- @param b the other
-- @tparam[opt] table options {what="person"|"organisation"|"place", by= (who decides), note= (why)}
-- @treturn[1] integer the number of the decision, for undo
-- @return[2] nil, message, code
-- @raise where several are called so. Nobody may be called so yet: the decision then waits for the article that does.
function methods:same(a, b, options) return decide(self, "same", a, b, options) end

--- Two spellings are two persons: what was joined by them is parted.
function methods:distinct(a, b, options) return decide(self, "distinct", a, b, options) end

--- Whoever is spelled so is called `name` from now on.
function methods:rename(a, name, options) return decide(self, "rename", a, name, options) end

--- What is spelled so is no person (or body, or place).
function methods:reject(a, options) return decide(self, "reject", a, nil, options) end

--- What was decided by hand, in order, with what was undone.
-- @treturn[1] frame decision, made (UTC), verb, what, a, b, field, by, note, undone
-- @return[2] nil, message, code
function methods:decisions(...)
  selection.check_none("decisions", ...)
  local self_ = selection.inside(self, "decisions")
  local found, message, code = decisions.list(self_)
  if not found then return selection.failed("decisions", message, code) end
  return selection.frame(self_, found, "decisions")
end

--- Takes a decision back.
-- @param decision its number, or a row of decisions()
-- @treturn[1] true
-- @return[2] nil, message, code
-- @raise where there is none of that number, or it was undone before
function methods:undo(decision)
  local self_ = selection.inside(self, "undo")
  local number = decision
  if math.type(decision) ~= "integer" then
    local ok, value = pcall(function () return decision.decision end)
    number = ok and math.type(value) == "integer" and value or nil
    if not number then
      selection.complain(2, "set:undo: give the number of a decision or a row of decisions(), not a %s",
        type(decision))
    end
  end
  local row = decisions.find(self_, number)
  if not row then selection.complain(2, "set:undo: there is no decision %d", number) end
  if row.undone then selection.complain(2, "set:undo: decision %d was undone before", number) end
  return decisions.undo(self_, row)
end

return methods
