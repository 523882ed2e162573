--- GraphML (http://graphml.graphdrawing.org): in, a network frame; out, a graph as Gephi, igraph and NetworkX open it.
-- A node has a label and the sum of its weights; an edge has its weight and every other column of its row.
local cell = require "alliance.show.cell"
local graph = require "alliance.show.graph"
local markup = require "alliance.show.markup"

local M = {}

local HEAD = [[
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
]]

-- The attr.type of a column: long, double, boolean or string; nil for one that holds nothing, or frames.
local function type_of(values, n)
  local found
  for i = 1, n do
    local value = values[i]
    local kind = math.type(value) == "integer" and "long" or type(value) == "number" and "double"
      or type(value) == "boolean" and "boolean" or value ~= nil and "string" or nil
    if cell.is_frame(value) then return nil end
    if kind and found and kind ~= found then
      kind = (kind == "long" or kind == "double") and (found == "long" or found == "double") and "double" or "string"
    end
    found = kind or found
  end
  return found
end

-- Columns that edges keep, but for their ends and their weight.
local function more_of(data, value)
  local list = {}
  for _, name in ipairs(data.columns) do
    local kind = name ~= "a" and name ~= "b" and name ~= value and type_of(data.values(name), data.n)
    if kind then list[#list + 1] = { id = "e" .. #list + 1, name = name, kind = kind } end
  end
  return list
end

local function key(id, where, name, kind)
  return ('<key id="%s" for="%s" attr.name="%s" attr.type="%s"/>\n'):format(id, where, markup.escape(name), kind)
end

local function datum(id, text) return ('<data key="%s">%s</data>'):format(id, markup.escape(text)) end

local function write_edge(put, data, edge, more)
  local parts = { datum("weight", cell.text(edge.weight)) }
  for _, column in ipairs(more) do
    local value = data.values(column.name)[edge.row]
    if value ~= nil then parts[#parts + 1] = datum(column.id, cell.text(value)) end
  end
  put(('<edge id="r%d" source="n%d" target="n%d">%s</edge>\n'):format(edge.row, edge.a, edge.b, table.concat(parts)))
end

--- Writes a network.
-- @tparam data data see show/series.lua
-- @tparam table options directed=, value= (the column of weights)
-- @tparam function put
function M.write(data, options, put)
  local nodes, edges = graph.read(data, options.value)
  local more = more_of(data, options.value)
  put(HEAD)
  put(key("label", "node", "label", "string") .. key("strength", "node", "strength", "double"))
  put(key("weight", "edge", "weight", "double"))
  for _, column in ipairs(more) do put(key(column.id, "edge", column.name, column.kind)) end
  put(('<graph id="g" edgedefault="%s">\n'):format(options.directed and "directed" or "undirected"))
  for i, node in ipairs(nodes) do
    local about = datum("label", node.name) .. datum("strength", cell.text(node.strength))
    put(('<node id="n%d">%s</node>\n'):format(i, about))
  end
  for _, edge in ipairs(edges) do write_edge(put, data, edge, more) end
  put "</graph>\n</graphml>\n"
end

return M
