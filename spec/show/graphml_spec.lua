--- A network as GraphML.
local frame = require "alliance.show.frame"
local svg = require "spec.show.svg_helper"

local function of(columns, rows, options) return frame.new(columns, rows):graphml(options) end

-- {{attribute, …}, …} of all nodes of a name.
local function all(text, name, ...)
  local list = {}
  for i, node in ipairs(svg.all(svg.parse(text), name)) do
    list[i] = {}
    for k, key in ipairs { ... } do list[i][k] = node.at[key] or false end
  end
  return list
end

local function data(text, name)
  local list = {}
  for i, node in ipairs(svg.all(svg.parse(text), name)) do
    list[i] = {}
    for _, child in ipairs(node) do list[i][child.at.key] = child.text end
  end
  return list
end

describe("a network as GraphML", function ()
  local text = of({ "a", "b", "count", "articles", "first_seen" },
    { { "Kim", "Austin", 5, 3, "2024-01-05" }, { "Lee", "Kim", 2, 1 } })

  it("has a node a name, with its label and the sum of its weights", function ()
    assert.same({ { "n1" }, { "n2" }, { "n3" } }, all(text, "node", "id"))
    assert.same({ { label = "Kim", strength = "7" }, { label = "Austin", strength = "5" },
      { label = "Lee", strength = "2" } }, data(text, "node"))
  end)

  it("has an edge a row, with its weight and its other columns; nil is left out", function ()
    assert.same({ { "n1", "n2" }, { "n3", "n1" } }, all(text, "edge", "source", "target"))
    assert.same({ { weight = "5", e1 = "3", e2 = "2024-01-05" }, { weight = "2", e1 = "1" } }, data(text, "edge"))
  end)

  it("declares every key with its type", function ()
    assert.same({ { "label", "node", "label", "string" }, { "strength", "node", "strength", "double" },
      { "weight", "edge", "weight", "double" }, { "e1", "edge", "articles", "long" },
      { "e2", "edge", "first_seen", "string" } }, all(text, "key", "id", "for", "attr.name", "attr.type"))
  end)

  it("is undirected, or directed on request", function ()
    assert.same({ { "undirected" } }, all(text, "graph", "edgedefault"))
    assert.same({ { "directed" } }, all(of({ "a", "b", "count" }, {}, { directed = true }), "graph", "edgedefault"))
  end)

  it("begins as the standard has it", function ()
    assert.equal('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns"',
      text:match '^.-xmlns="[^"]*"')
  end)

  it("takes another column of weights", function ()
    assert.equal("3", data(of({ "a", "b", "articles" }, { { "x", "y", 3 } }, { value = "articles" }), "edge")[1].weight)
  end)

  it("escapes names and columns, and writes lists as a; b", function ()
    local hostile = '<y:label attr="1">&\0\xff'
    local written = of({ "a", "b", "count", hostile }, { { hostile, "x", 1, { "p", "q" } } })
    assert.same({ { label = '<y:label attr="1">&␀�', strength = "1" }, { label = "x", strength = "1" } },
      data(written, "node"))
    assert.equal("p; q", data(written, "edge")[1].e1)
  end)

  it("is refused for a frame that is no network", function ()
    assert.error_matches(function () of({ "word", "count" }, { { "x", 1 } }) end,
      "frame:graphml: wants a network, columns a, b and count %(numbers%); this frame has: word, count")
  end)
end)
