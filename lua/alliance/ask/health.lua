--- Health: what to know about a set or selection before counting in it.
local deciding = require "alliance.ask.deciding"
local frames = require "alliance.show.frame"
local selection = require "alliance.selection"
local tenures = require "alliance.ask.tenures"

local methods = selection.methods

local undated = {
  inferred = "article.dating has a bracket: filters of days take those whose bracket lies inside; " ..
    "undated=\"keep\" lets all in",
  unknown = "filters of days leave them out; undated=\"keep\" lets them in",
}

-- In order of display: the store's table, what it is called, what to do (a text, or one by `which`).
local checks = {
  { "undated", "undated", undated },
  { "conflicts", "conflicting dates", "see article.dating.conflicts" },
  { "doubled", "doubled", "the same body more than once: counts count it each time" },
  { "versions", "other versions", "only the latest counts; versions=true shows all" },
  { "cut", "cut off", "the last paragraph stops in the middle: the end was not scraped" },
  { "empty", "empty body", "no paragraph was found: look at article.blocks" },
  { "encodings", "odd encoding", "decoded from what is named here" },
  { "replaced", "replaced bytes", "some bytes are no text in any known encoding" },
  { "stamps", "old reading", "read with another reader or lexicon: set:reread()" },
  { "by_source", "source", { [""] = "no source is known: set:add(what, {source=...}) gives one" } },
}

local function advice_of(check, which)
  if type(check[3]) == "table" then return check[3][which or ""] end
  return check[3]
end

-- Rows of one check: its examples come one a row.
local function gather(rows, check, found)
  local last
  for row in frames.of(found):rows() do
    if not last or last.which ~= row.which then
      last = { what = check[2], which = row.which, count = row.count, examples = {},
        advice = advice_of(check, row.which) }
      rows[#rows + 1] = last
    end
    last.examples[#last.examples + 1] = row.id
  end
end

local waiting = "SELECT what AS which, count(*) AS count, min(block) AS id FROM unsettled GROUP BY what ORDER BY what"

local differing = [[
SELECT e.differs AS which, e.event AS id FROM event e WHERE e.differs IS NOT NULL AND e.differs NOT LIKE 'date line%'
AND e.event IN (SELECT c.event FROM article a JOIN consultation c USING (n) WHERE %s) ORDER BY e.event]]

-- What is joined over the set: groups that wait for it, and events whose reports disagree, by what they disagree on.
local function joined(self, rows)
  local found = self.store:select({ kind = "all" }, waiting, {})
  for row in frames.of(assert(found)):rows() do
    rows[#rows + 1] = { what = "to be joined", which = row.which, count = row.count, examples = { row.id },
      advice = "groups changed and are not joined again yet: add, remove or open the file for writing" }
  end
  local by = {}
  for row in frames.of(assert(self.store:select(self.tree, differing, {}))):rows() do
    local which = row.which:match "^%a+"
    if not by[which] then
      by[which] = { what = "reports disagree", which = which, count = 0, examples = {},
        advice = "consultations(): the column differs says how; readouts(event) shows who says what" }
      rows[#rows + 1] = by[which]
    end
    by[which].count = by[which].count + 1
    if #by[which].examples < 3 then table.insert(by[which].examples, row.id) end
  end
end

--- What to know before counting.
-- @treturn[1] frame what, which (the encoding, the source, how an undated one is dated), count (articles), examples (up
-- to three ids), advice; a check that finds nothing has no row, but for sources, which are always there
-- @return[2] nil, message, code
function methods:health(...)
  selection.check_none("health", ...)
  local self_ = selection.inside(self, "health")
  local rows = {}
  for _, check in ipairs(checks) do
    local found, message, code = self_.store:table(check[1], self_.tree)
    if not found then return selection.failed("health", message, code) end
    gather(rows, check, found)
  end
  joined(self_, rows)
  for _, more in ipairs { deciding.idle(self_), tenures.checks(self_) or {} } do
    table.move(more, 1, #more, #rows + 1, rows)
  end
  return frames.new({ "what", "which", "count", "examples", "advice" }, rows, selection.made(self_, "health"))
end

return methods
