--- A network in a frame: in, rows a, b, count; out, its nodes and edges. Names are taken as they stand; the edge a–b
-- and the edge b–a are two rows and two edges.
local cell = require "alliance.show.cell"

local M = {}

--- Whether a frame has what a network needs.
function M.suits(data, value)
  return data.has "a" and data.has "b" and data.has(value) and (data.n == 0 or data.kind(value) == "number")
end

--- Nodes and edges.
-- @tparam data data see show/series.lua
-- @tparam string value the column of weights
-- @treturn {{name=string,strength=number},...} the nodes in the order in which they appear; strength is the sum of
-- the weights of their edges
-- @treturn {{a=integer,b=integer,weight=number,row=integer},...} the edges; a and b count nodes
function M.read(data, value)
  local nodes, edges, by_name = {}, {}, {}
  local from, to, weights = data.values "a", data.values "b", data.values(value)
  local function node(name, weight)
    local i = by_name[name]
    if not i then
      i = #nodes + 1
      by_name[name], nodes[i] = i, { name = name, strength = 0 }
    end
    nodes[i].strength = nodes[i].strength + weight
    return i
  end
  for i = 1, data.n do
    local weight = weights[i] == weights[i] and weights[i] or 0
    local a, b = node(cell.name(from[i]), weight), node(cell.name(to[i]), weight)
    edges[i] = { a = a, b = b, weight = weight, row = i }
  end
  return nodes, edges
end

return M
