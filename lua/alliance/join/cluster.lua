--- Clusters: forms that are taken for one person, with what they say: sides, posts, years.
-- A form is {name=, side=, office=, year= ("" where unknown), read= (names.read)}.
local known = require "alliance.join.known"

local M = {}

--- How many years may lie between two mentions of one name before they are two people, unless a post links them.
M.decades = 15

function M.new() return { forms = {}, offices = {}, sides = {}, names = {}, lasts = {} } end

-- "Minister of Defense" -> "Minister": what is left where the post is told short.
local function head(office) return office:match "^(.-) of " or office:match "^(.-) to " or office end
M.head = head

local function widen(range, year)
  if not year then return end
  range.min = math.min(range.min or year, year)
  range.max = math.max(range.max or year, year)
end

--- Adds a form.
-- @tparam lexicon lexicon tells which sides are countries
function M.add(cluster, form, lexicon)
  cluster.forms[#cluster.forms + 1] = form
  cluster.names[form.name] = form.read
  cluster.lasts[form.read.last] = true
  widen(cluster, tonumber(form.year))
  if form.office ~= "" then
    cluster.offices[form.office] = cluster.offices[form.office] or {}
    widen(cluster.offices[form.office], tonumber(form.year))
  end
  if known.is_country(lexicon, form.side) then cluster.sides[form.side] = (cluster.sides[form.side] or 0) + 1 end
end

function M.of(forms, lexicon)
  local cluster = M.new()
  for _, form in ipairs(forms) do M.add(cluster, form, lexicon) end
  return cluster
end

--- Years between two ranges of years (or a year): 0 where they meet or one is unknown.
function M.gap(a, b)
  if not (a.min and b.min) then return 0 end
  return math.max(0, a.min - b.max, b.min - a.max)
end

local function year_range(form)
  local year = tonumber(form.year)
  return { min = year, max = year }
end

--- Do two clusters have a post in common, with at most `years` between? One of them may tell it short.
function M.share_office(a, b, years)
  for office, range in pairs(a.offices) do
    local other = b.offices[office] or b.offices[head(office)]
    if other and M.gap(range, other) <= years then return true end
  end
  for office, range in pairs(b.offices) do
    local other = a.offices[head(office)]
    if other and M.gap(range, other) <= years then return true end
  end
  return false
end

--- Do the countries of two clusters allow them to be one?
function M.sides_agree(a, b)
  if not (next(a.sides) and next(b.sides)) then return true end
  for side in pairs(a.sides) do if b.sides[side] then return true end end
  return false
end

local function is_eastern(forms) return forms[1].read.joined ~= nil end

local function merge(into, from, lexicon)
  for _, form in ipairs(from.forms) do M.add(into, form, lexicon) end
end

-- A cluster a country; `loose`: forms of no country.
local function by_country(forms, lexicon)
  local of, list, loose = {}, {}, {}
  for _, form in ipairs(forms) do
    if not known.is_country(lexicon, form.side) then loose[#loose + 1] = form
    else
      if not of[form.side] then
        of[form.side] = M.new()
        list[#list + 1] = of[form.side]
      end
      M.add(of[form.side], form, lexicon)
    end
  end
  return list, loose
end

-- One name, one post, two countries: the country was misread in one of them, but where names are as few as in Korea
-- and China. So with a cluster without posts.
local function join_countries(list, lexicon)
  local out, by_office = {}, {}
  for _, cluster in ipairs(list) do
    local target
    for office, range in pairs(cluster.offices) do
      local other = by_office[office]
      if other and M.gap(other.range, range) <= 3 and (not target or other.at < target) then target = other.at end
    end
    if target then merge(out[target], cluster, lexicon)
    else
      out[#out + 1] = cluster
      target = #out
    end
    for office, range in pairs(cluster.offices) do
      by_office[office] = by_office[office] or { at = target, range = range }
    end
  end
  if #out == 2 and M.gap(out[1], out[2]) <= 3 then
    local bare = not next(out[1].offices) and 1 or not next(out[2].offices) and 2
    if bare then
      merge(out[3 - bare], out[bare], lexicon)
      table.remove(out, bare)
    end
  end
  return out
end

local function by_year(a, b)
  if a.year ~= b.year then return a.year < b.year end
  if a.office ~= b.office then return a.office < b.office end
  if a.side ~= b.side then return a.side < b.side end
  return a.name < b.name
end

-- Runs of years with less than M.decades between; forms without a year apart.
local function runs_of(forms, lexicon)
  local runs, undated = {}, {}
  table.sort(forms, by_year)
  for _, form in ipairs(forms) do
    local year, last = tonumber(form.year), runs[#runs]
    if not year then undated[#undated + 1] = form
    elseif last and year - last.max < M.decades then M.add(last, form, lexicon)
    else runs[#runs + 1] = M.of({ form }, lexicon) end
  end
  return runs, undated
end

-- Two runs are one person where a post links them; in names that few people bear also where the country is known, and
-- one has no post or it is not much longer.
local function linked(a, b, eastern)
  if M.share_office(a, b, 100) then return true end
  if eastern or not (next(a.sides) and next(b.sides) and M.sides_agree(a, b)) then return false end
  return not next(a.offices) or not next(b.offices) or M.gap(a, b) < M.decades + 5
end

local function place(form, clusters)
  local best, least, twice
  for _, cluster in ipairs(clusters) do
    local range = form.office ~= "" and cluster.offices[form.office]
    local gap = range and M.gap(range, year_range(form)) or (#clusters == 1 and M.gap(cluster, year_range(form)))
    if not gap and form.office == "" and form.year ~= "" then
      gap = M.gap(cluster, year_range(form))
      if gap > 2 then gap = nil end
    end
    if gap and not (gap >= M.decades and not range) then
      if least == gap then twice = true end
      if not least or gap < least then best, least, twice = cluster, gap, false end
    end
  end
  return not twice and best or nil
end

local function decades(forms, lexicon, eastern)
  local runs, undated = runs_of(forms, lexicon)
  local out = {}
  for _, run in ipairs(runs) do
    local target
    for _, other in ipairs(out) do target = target or (linked(other, run, eastern) and other) end
    if target then merge(target, run, lexicon) else out[#out + 1] = run end
  end
  return out, undated
end

--- Forms of one name -> clusters: two people of one name stay apart when country and post, or decade, say so.
-- A form that could be several of them is a cluster of its own, with `may` naming them.
-- @tparam {form,...} forms
-- @tparam lexicon lexicon
-- @treturn {cluster,...}
function M.split(forms, lexicon)
  if #forms == 1 then return { M.of(forms, lexicon) } end
  local eastern = is_eastern(forms)
  table.sort(forms, by_year)
  local countries, loose = by_country(forms, lexicon)
  if not eastern then countries = join_countries(countries, lexicon) end
  local out, targets, rest = {}, {}, {}
  for _, country in ipairs(countries) do
    local parts, undated = decades(country.forms, lexicon, eastern)
    table.move(parts, 1, #parts, #out + 1, out)
    table.move(undated, 1, #undated, #loose + 1, loose)
  end
  for i, form in ipairs(loose) do targets[i] = place(form, out) end
  for i, form in ipairs(loose) do
    if targets[i] then M.add(targets[i], form, lexicon) else rest[#rest + 1] = form end
  end
  if #rest == 0 then return out end
  local parts, undated = decades(rest, lexicon, eastern)
  if #undated > 0 then
    if #parts == 0 then parts[1] = M.new() end
    for _, form in ipairs(undated) do M.add(parts[1], form, lexicon) end
  end
  for _, part in ipairs(parts) do
    part.may = #out > 1 and out or nil
    out = table.move(out, 1, #out, 1, {})
    out[#out + 1] = part
  end
  return out
end

return M
