--- Network: nodes that share edges are drawn to one another (Fruchterman and Reingold 1991), from a fixed beginning,
-- so that a frame always gives the same picture. The area of a node is the sum of its edges, the width of an edge its
-- count.
local canvas = require "alliance.show.canvas"
local graph = require "alliance.show.graph"
local labels = require "alliance.show.labels"
local scale = require "alliance.show.scale"

local M = { name = "network", wants = "a, b and count" }

local LIMIT, SIZE = 40, 12     -- nodes that are drawn; size of letters
local HEIGHT = 620             -- of the field, at most
local LEAST, MOST = 3.5, 16    -- radius of a node
local WORK = 250000            -- pairs of nodes that are moved, about
local GOLDEN = 2.399963        -- radians, so that a spiral fills a disc evenly

function M.read(data, options)
  local value = options.value or "count"
  if not graph.suits(data, value) then return nil end
  return { value = value, title = "network: " .. value:gsub("_", " ") .. " of each pair" }
end

-- The strongest nodes, and the edges among them.
local function strongest(data, plan, limit)
  local nodes, edges = graph.read(data, plan.value)
  local order, kept, links = {}, {}, {}
  for i, node in ipairs(nodes) do node.place, order[i] = i, node end
  table.sort(order, function (a, b)
    if a.strength ~= b.strength then return a.strength > b.strength end
    return a.place < b.place
  end)
  for i = 1, math.min(limit, #order) do kept[i], order[i].drawn = order[i], i end
  for _, edge in ipairs(edges) do
    local a, b = nodes[edge.a].drawn, nodes[edge.b].drawn
    if a and b and a ~= b and edge.weight > 0 then links[#links + 1] = { a, b, edge.weight } end
  end
  return kept, links, #nodes, #edges
end

-- == places ============================================================================================

-- The strongest in the middle. Rounded, since sines differ in their last digits between machines.
local function spiral(nodes)
  for i, node in ipairs(nodes) do
    local radius, angle = math.sqrt(i / #nodes), i * GOLDEN
    node.x = math.floor(radius * math.cos(angle) * 1e6 + 0.5) / 1e6
    node.y = math.floor(radius * math.sin(angle) * 1e6 + 0.5) / 1e6
  end
end

local function push_apart(nodes, k)
  for i, one in ipairs(nodes) do
    for j = i + 1, #nodes do
      local two = nodes[j]
      local dx, dy = one.x - two.x, one.y - two.y
      local force = k * k / math.max(dx * dx + dy * dy, 1e-6)
      one.dx, one.dy = one.dx + dx * force, one.dy + dy * force
      two.dx, two.dy = two.dx - dx * force, two.dy - dy * force
    end
  end
end

local function pull_together(nodes, links, k, most)
  for _, link in ipairs(links) do
    local one, two = nodes[link[1]], nodes[link[2]]
    local dx, dy = one.x - two.x, one.y - two.y
    local force = math.sqrt(dx * dx + dy * dy) / k * (0.3 + 0.7 * math.sqrt(link[3] / most))
    one.dx, one.dy = one.dx - dx * force, one.dy - dy * force
    two.dx, two.dy = two.dx + dx * force, two.dy + dy * force
  end
end

-- No further than the heat allows; a weak pull to the middle keeps parts that share no edge in sight.
local function move(nodes, heat, k)
  for _, node in ipairs(nodes) do
    local dx, dy = node.dx - node.x * k * 1.2, node.dy - node.y * k * 1.2
    local length = math.max(math.sqrt(dx * dx + dy * dy), 1e-9)
    local step = math.min(length, heat) / length
    node.x, node.y = node.x + dx * step, node.y + dy * step
  end
end

local function settle(nodes, links)
  local k, most = math.sqrt(3 / #nodes), 0
  for _, link in ipairs(links) do most = math.max(most, link[3]) end
  local rounds = math.max(30, math.min(300, WORK // (#nodes * #nodes)))
  spiral(nodes)
  for round = 1, rounds do
    for _, node in ipairs(nodes) do node.dx, node.dy = 0, 0 end
    push_apart(nodes, k)
    pull_together(nodes, links, k, most)
    move(nodes, 0.15 * (1 - round / (rounds + 1)), k)
  end
end

local function extent(nodes, name)
  local low, high = math.huge, -math.huge
  for _, node in ipairs(nodes) do low, high = math.min(low, node[name]), math.max(high, node[name]) end
  return low, high
end

-- From the plane into the field. Few nodes are not blown up to its edges.
local function place(nodes, field)
  for name, ends in pairs { x = { field[1], field[3] }, y = { field[2], field[4] } } do
    local low, high = extent(nodes, name)
    local middle, half = (ends[1] + ends[2]) / 2, (ends[2] - ends[1]) / 2 * math.min(1, 0.4 + #nodes / 20)
    local to = scale.linear(low, high, middle - half, middle + half)
    for _, node in ipairs(nodes) do node[name] = high > low and to(node[name]) or middle end
  end
end

-- Moves apart what overlaps, a few times, and keeps it in the field.
local function part(nodes, field)
  local apart = #nodes <= 60 and 18 or 4
  for _ = 1, 30 do
    for i, one in ipairs(nodes) do
      for j = i + 1, #nodes do
        local two = nodes[j]
        local dx, dy, least = two.x - one.x, two.y - one.y, one.r + two.r + apart
        local far = math.sqrt(dx * dx + dy * dy)
        if far < least then
          if far < 0.01 then dx, dy, far = 1, 0, 1 end
          local step = (least - math.min(far, least)) / 2 / far
          one.x, one.y, two.x, two.y = one.x - dx * step, one.y - dy * step, two.x + dx * step, two.y + dy * step
        end
      end
    end
  end
  for _, node in ipairs(nodes) do
    node.x = math.max(field[1], math.min(node.x, field[3]))
    node.y = math.max(field[2], math.min(node.y, field[4]))
  end
end

-- == drawing ===========================================================================================

local function draw_links(drawing, nodes, links, plan)
  local most = 0
  for _, link in ipairs(links) do most = math.max(most, link[3]) end
  for _, link in ipairs(links) do
    local a, b = nodes[link[1]], nodes[link[2]]
    drawing:line(a.x, a.y, b.x, b.y, { stroke = canvas.colours[6], ["stroke-opacity"] = 0.55,
      ["stroke-width"] = 0.6 + 5 * math.sqrt(link[3] / most),
      title = ("%s – %s: %s %s"):format(a.name, b.name, scale.number(link[3]), plan.value) })
  end
  return most
end

local function sides(node, wide)
  local x, y, r = node.x, node.y, node.r
  local d = r * 0.75 + 3
  if r > 12 and wide < 2 * r - 2 then return { { x, y + 4, "middle", "#ffffff" } } end
  return { { x, y - r - 4, "middle" }, { x + r + 4, y + 4, "start" }, { x - r - 4, y + 4, "end" },
    { x, y + r + 13, "middle" }, { x + d, y - d, "start" }, { x + d, y + d + 8, "start" }, { x - d, y - d, "end" },
    { x - d, y + d + 8, "end" } }
end

local function claim(taken, at, wide)
  local box = canvas.box(at[1], at[2], wide, SIZE, at[3])
  if not at[4] then return taken:claim(box) end
  return true -- within its own node
end

local function name(drawing, taken, node)
  local _, wide = canvas.fit(node.name, SIZE, 150)
  for _, at in ipairs(sides(node, wide)) do
    if claim(taken, at, wide) then
      drawing:text(at[1], at[2], node.name, { anchor = at[3], room = 151, halo = not at[4], fill = at[4] })
      return true
    end
  end
  return false
end

local function draw_nodes(drawing, nodes, plan, field)
  local bare = 0
  local taken = labels.field { 4, field[2] - 30, drawing.width - 4, field[4] + 30 }
  for _, node in ipairs(nodes) do
    taken:take { node.x - node.r, node.y - node.r, node.x + node.r, node.y + node.r }
    drawing:circle(node.x, node.y, node.r, { fill = canvas.colours[1], stroke = "#ffffff",
      title = ("%s: %s %s"):format(node.name, scale.number(node.strength), plan.value) })
  end
  for _, node in ipairs(nodes) do if not name(drawing, taken, node) then bare = bare + 1 end end
  return bare
end

local function notes_of(nodes, links, all, rows, most, bare)
  local notes = { ("width of a line: up to %s; area of a circle: sum of its lines"):format(scale.number(most)) }
  if all > #nodes then
    notes[2] = ("the strongest %d of %d nodes, and %d of %d pairs; limit= shows more"):format(#nodes, all, #links, rows)
  end
  if bare > 0 then notes[#notes + 1] = ("no room to name %d of the nodes"):format(bare) end
  return notes
end

function M.draw(drawing, data, plan, options, top)
  local nodes, links, all, rows = strongest(data, plan, options.limit or LIMIT)
  local bottom = top + math.min(HEIGHT, 180 + 45 * #nodes)
  local field = { 60, top + 24, drawing.width - 60, bottom - 24 }
  local scaled = #nodes > 0 and math.max(nodes[1].strength, 1e-9) or 1
  local biggest = math.max(6, math.min(MOST, 85 / math.sqrt(#nodes)))
  for _, node in ipairs(nodes) do
    node.r = LEAST + (biggest - LEAST) * math.sqrt(math.max(node.strength, 0) / scaled)
  end
  settle(nodes, links)
  place(nodes, field)
  part(nodes, field)
  local most = draw_links(drawing, nodes, links, plan)
  local bare, first = draw_nodes(drawing, nodes, plan, field), {}
  for i = 1, math.min(5, #nodes) do first[i] = nodes[i].name end
  local says = ("%d nodes, %d lines; the strongest: %s"):format(#nodes, #links, table.concat(first, ", "))
  return bottom, says, notes_of(nodes, links, all, rows, most, bare)
end

return M
