--- Places drawn at random, a share from each part. In, lists of places; out, some of them, the same on every machine.
local M = {}

-- SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine. Returns draw(n): 1 to n, evenly.
local function generator(seed)
  local state = seed
  local function bits()
    state = state + 0x9E3779B97F4A7C15
    local z = state
    z = (z ~ (z >> 30)) * 0xBF58476D1CE4E5B9
    z = (z ~ (z >> 27)) * 0x94D049BB133111EB
    return (z ~ (z >> 31)) >> 1
  end
  return function (n)
    local limit = math.maxinteger - math.maxinteger % n
    local x
    repeat x = bits() until x < limit
    return x % n + 1
  end
end

-- n of the items: the beginning of a Fisher-Yates shuffle, so that a larger sample holds the smaller one.
local function draw(items, n, random)
  local moved, drawn = {}, {}
  for i = 1, math.min(n, #items) do
    local j = i + random(#items - i + 1) - 1
    drawn[i] = items[moved[j] or j]
    moved[j] = moved[i] or i
  end
  return drawn
end

-- How many of n each part gives: one each while n allows, the rest by size, largest remainders first.
local function shares_of(parts, n, rows)
  local least = n >= #parts and 1 or 0
  local given = least * #parts
  local rest, of, shares, order, rests = n - given, math.max(rows - given, 1), {}, {}, {}
  for i, part in ipairs(parts) do
    local due = rest * (#part - least)
    shares[i], rests[i], order[i] = least + due // of, due % of, i
    given = given + due // of
  end
  table.sort(order, function (a, b)
    if rests[a] ~= rests[b] then return rests[a] > rests[b] end
    return a < b
  end)
  for k = 1, n - given do shares[order[k]] = shares[order[k]] + 1 end
  return shares
end

--- Draws from parts: one place from each while n allows, the rest by size.
-- @tparam {{integer,...},...} parts places; none stands in two parts
-- @tparam integer n how many in all
-- @tparam integer all how many places there are
-- @tparam integer seed the same one draws the same places; more of them hold the fewer
-- @treturn {integer,...} places, ascending
function M.places(parts, n, all, seed)
  local random, places = generator(seed), {}
  local shares = shares_of(parts, n, all)
  for i, part in ipairs(parts) do
    for _, at in ipairs(draw(part, shares[i], random)) do places[#places + 1] = at end
  end
  table.sort(places)
  return places
end

return M
