--- Groups of reports that may tell of one event: what they say together, and how well another report agrees with it.
--
-- A group: {class=, reports={report, …}, articles={[id]=how many}, people={[who]=side}, held={[who]=office}, posts=,
-- side={[side]=true}, kinds={[kind]=true}, sources={[source]=true}, name=, ordinal=, host=, place=, lo=, hi=}
local M = {}

--- An empty group, of the class of a report.
function M.of(report)
  return { class = report.class, reports = {}, articles = {}, people = {}, held = {}, posts = {}, side = {},
    kinds = {}, sources = {} }
end

--- Adds a report.
function M.add(group, report)
  group.reports[#group.reports + 1] = report
  group.articles[report.id] = (group.articles[report.id] or 0) + 1
  if report.source then group.sources[report.source] = true end
  for who, side in pairs(report.people) do group.people[who] = side end
  for who, office in pairs(report.held) do group.held[who] = group.held[who] or office end
  for _, post in ipairs(report.posts) do group.posts[#group.posts + 1] = post end
  for side in pairs(report.side) do group.side[side] = true end
  group.kinds[report.kind] = true
  group.name, group.ordinal = group.name or report.name, group.ordinal or report.ordinal
  group.host, group.place = group.host or report.host, group.place or report.place
  if report.lo and not report.near then
    group.lo, group.hi = math.min(group.lo or report.lo, report.lo), math.max(group.hi or report.hi, report.hi)
  end
end

local function within(a, b)
  for side in pairs(a) do if not b[side] then return false end end
  return true
end

--- Persons in both; sides in both whose persons are all different.
-- @treturn integer
-- @treturn integer
function M.compare_people(a, b)
  if not next(a.people) or not next(b.people) then return 0, 0 end
  local shared, named, same = 0, {}, {}
  for who, side in pairs(a.people) do
    named[side] = true
    if b.people[who] then shared, same[side] = shared + 1, true end
  end
  local strange = 0
  local seen = {}
  for _, side in pairs(b.people) do
    if named[side] and not same[side] and not seen[side] then strange, seen[side] = strange + 1, true end
  end
  return shared, strange
end

-- Posts without a name in `a` that a person or a post of `b` has; and those that somebody of the side has not.
local function compare_posts(a, b)
  local same, other = 0, 0
  for _, post in ipairs(a.posts) do
    local of_side, found = false, false
    for who, side in pairs(b.people) do
      if side == post.side and b.held[who] then
        of_side, found = true, found or b.held[who] == post.office
      end
    end
    for _, theirs in ipairs(b.posts) do
      if theirs.side == post.side then of_side, found = true, found or theirs.office == post.office end
    end
    if found then same = same + 1 elseif of_side then other = other + 1 end
  end
  return same, other
end

--- How many a set has.
function M.count(set)
  local n = 0
  for _ in pairs(set) do n = n + 1 end
  return n
end

local function bare(x) return next(x.people) == nil and #x.posts == 0 end

-- Whether a side has nobody by name or post. One outlet that names the counterpart in one article names him in the
-- next: without a name it was somebody else.
local function faceless(x)
  local sides = {}
  for _, side in pairs(x.people) do sides[side] = true end
  for _, post in ipairs(x.posts) do sides[post.side] = true end
  for side in pairs(x.side) do if not sides[side] then return true end end
  return false
end

--- How well a group and a report may be the same.
-- @tparam group group
-- @tparam report report (join/reports.lua)
-- @tparam boolean|nil near the day does not say it, so the persons must
-- @treturn number|nil nil: they are not
function M.agreement(group, report, near)
  if group.name and report.name and group.name ~= report.name then return nil end
  if group.ordinal and report.ordinal and group.ordinal ~= report.ordinal then return nil end
  local shared, strange = M.compare_people(group, report)
  local inside = within(report.side, group.side) or within(group.side, report.side)
  if (strange > 0 or not inside) and shared < 2 then return nil end
  local posts, others = compare_posts(group, report)
  local back, back_others = compare_posts(report, group)
  posts, others = posts + back, others + back_others
  if group.articles[report.id] and not (shared >= 2 and not near) then return nil end
  if group.host and report.host and group.host ~= report.host and shared < 2 and report.class ~= "call" then
    return nil
  end
  local named = group.name and group.name == report.name
  if shared == 1 and posts == 0 and not named and group.sources[report.source or 0] then
    if faceless(group) ~= faceless(report) then return nil end
  end
  if near and shared < 2 and not named then return nil end
  if shared == 0 and posts == 0 and not named then
    if others > 0 or not (bare(group) or bare(report)) or M.count(group.side) ~= #report.sides then return nil end
    local kinds = group.kinds[report.kind] or report.class == "exercise" or report.class == "ceremony"
    if not kinds then return nil end
  elseif shared == 0 and others > posts then return nil end
  return 8 * shared + 6 * posts + (named and 8 or 0) + (group.kinds[report.kind] and 2 or 0)
    + (group.place and group.place == report.place and 2 or 0) - 4 * strange
end

return M
