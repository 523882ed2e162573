--- Networks: who, or what, is named together.
local frames = require "alliance.show.frame"
local selection = require "alliance.selection"

local methods = selection.methods

-- Names of one article after another: number, sentence, name. A side is that of whoever and whatever is named. The
-- spans are unpacked as in the view `mention`, which would look every entity up once more.
local NAMES = [[
SELECT DISTINCT e.n AS n, CAST(substr(m.value, instr(m.value, '/') + 1) AS INTEGER) AS sentence, %s AS name
FROM entity e JOIN form f ON f.form = e.form LEFT JOIN who w ON w.who = f.who JOIN article a ON a.n = e.n
JOIN json_each(e.spans) m
WHERE e.names AND instr(m.value, '+') = 0 AND %s AND%%s ORDER BY 1, 2]]

local whole_name = "coalesce(w.name, f.name)"
local kinds = {
  people = NAMES:format(whole_name, "f.what = 'person'"),
  organisations = NAMES:format(whole_name, "f.what = 'organisation'"),
  places = NAMES:format(whole_name, "f.what = 'place'"),
  sides = NAMES:format("nullif(f.side, '')", "1"),
}

-- Adds every two of the names that stand in one unit.
local function add_pairs(tally, names, article)
  table.sort(names)
  for i = 1, #names - 1 do
    for k = i + 1, #names do
      local key = names[i] .. "\0" .. names[k]
      local pair = tally[key]
      if not pair then
        pair = { names[i], names[k], 0, 0 }
        tally[key] = pair
      end
      pair[3] = pair[3] + 1
      if pair.last ~= article then pair[4], pair.last = pair[4] + 1, article end
    end
  end
end

-- Rows come by article and sentence; a unit ends where one of them changes.
local function pairs_of(rows, by_sentence)
  local tally, names, seen = {}, {}, {}
  local numbers, sentences, list = rows:column "n", rows:column "sentence", rows:column "name"
  for i = 1, #rows do
    local name = list[i]
    if name and not seen[name] then seen[name], names[#names + 1] = true, name end
    if i == #rows or numbers[i + 1] ~= numbers[i] or (by_sentence and sentences[i + 1] ~= sentences[i]) then
      add_pairs(tally, names, numbers[i])
      names, seen = {}, {}
    end
  end
  return tally
end

local function sorted(tally, min)
  local list = {}
  for _, pair in pairs(tally) do if pair[3] >= min then list[#list + 1] = pair end end
  table.sort(list, function (x, y)
    if x[3] ~= y[3] then return x[3] > y[3] end
    if x[1] ~= y[1] then return x[1] < y[1] end
    return x[2] < y[2]
  end)
  return list
end

local known = { of = "string", within = "string", min = "number" }

--- Which two are named together, and how often.
-- @tparam[opt] table options {of="people"|"organisations"|"places"|"sides" ("people" without it), within="sentence"|
-- "article" ("sentence" without it), min= (pairs that count less are left out)}
-- @treturn[1] frame a, b (in the order of the alphabet), count (sentences, or articles, that name both), articles; the
-- most frequent first. Persons are called as the whole set calls them; pronouns do not count; a side is named with any
-- of its persons, bodies and places. `f:graphml(path)` makes a network of it for Gephi
-- @return[2] nil, message, code
-- @raise where an option is wrong
function methods:network(options)
  local self_ = selection.inside(self, "network")
  options = selection.check_options("network", options, known)
  local of, within = options.of or "people", options.within or "sentence"
  if not kinds[of] then
    selection.complain(2, "set:network: option 'of' should be people, organisations, places or sides, not '%s'", of)
  end
  if within ~= "sentence" and within ~= "article" then
    selection.complain(2, "set:network: option 'within' should be sentence or article, not '%s'", within)
  end
  local found, message, code = self_.store:select(self_.tree, kinds[of], {})
  if not found then return selection.failed("network", message, code) end
  local rows = sorted(pairs_of(frames.of(found), within == "sentence"), options.min or 1)
  local made = selection.made(self_, ("network of %s within %s"):format(of, within))
  return frames.new({ "a", "b", "count", "articles" }, rows, made)
end

return methods
