--- What specs of charts share: a strict reader of XML (well-formed, as XML 1.0 has it, for what we write), and the
-- boxes of the texts of an SVG.
local canvas = require "alliance.show.canvas"

local M = {}

local entities = { amp = "&", lt = "<", gt = ">", quot = '"', ["#39"] = "'" }

local function plain(text, what)
  assert(not text:find "<", what .. " holds a bare <")
  assert(not text:find "[\0-\8\11\12\14-\31]", what .. " holds a control character")
  assert(utf8.len(text), what .. " is not UTF-8")
  return (text:gsub("&([^;]*);?", function (name) return assert(entities[name], "no entity &" .. name) end))
end

local function attributes(text)
  local list, rest = {}, text
  while rest:find "%S" do
    local name, value, behind = rest:match '^%s+([%w:_.-]+)="([^"]*)"(.*)$'
    assert(name, "bad attributes: " .. rest)
    assert(list[name] == nil, "twice: " .. name)
    list[name], rest = plain(value, name), behind
  end
  return list
end

--- The tree of a document: {name=, at={attribute=value}, text=, children}. Raises where it is not well-formed.
function M.parse(text)
  local root = { name = "", text = "" }
  local stack, at = { root }, 1
  text = text:gsub("^<%?xml[^>]*%?>%s*", "")
  while at <= #text do
    local before, close, name, rest, empty, behind = text:match("^([^<]*)<(/?)([%w:_.-]+)([^<>]-)(/?)>()", at)
    local top = stack[#stack]
    if not before then
      assert(not text:find("<", at, true), "bad tag: " .. text:sub(at, at + 60))
      assert(not text:sub(at):find "%S", "text behind the root")
      break
    end
    top.text, at = top.text .. plain(before, top.name), behind
    if close == "/" then
      assert(top.name == name, ("</%s> ends <%s>"):format(name, top.name))
      stack[#stack] = nil
    else
      local node = { name = name, at = attributes(rest), text = "" }
      top[#top + 1] = node
      if empty == "" then stack[#stack + 1] = node end
    end
  end
  assert(#stack == 1 and #root == 1, "not one root that is closed")
  return root[1]
end

--- All nodes of a name, in the order of the document.
function M.all(node, name, list)
  list = list or {}
  if node.name == name then list[#list + 1] = node end
  for _, child in ipairs(node) do M.all(child, name, list) end
  return list
end

--- What is written, in order.
function M.texts(svg)
  local list = {}
  for i, node in ipairs(M.all(M.parse(svg), "text")) do list[i] = node.text end
  return list
end

local function box_of(node)
  local size = tonumber(node.at["font-size"])
  local used = canvas.measure(node.text, size, node.at["font-weight"] == "bold")
  local box = canvas.box(tonumber(node.at.x), tonumber(node.at.y), used, size, node.at["text-anchor"])
  box.text = node.text
  return box
end

--- Pairs of texts that overlap by more than half a pixel, and texts that stick out of the picture.
function M.clashes(svg)
  local root, boxes, found = M.parse(svg), {}, {}
  for i, node in ipairs(M.all(root, "text")) do boxes[i] = box_of(node) end
  for i, a in ipairs(boxes) do
    if a[1] < -0.5 or a[2] < -0.5 or a[3] > tonumber(root.at.width) + 0.5 or a[4] > tonumber(root.at.height) + 0.5 then
      found[#found + 1] = a.text .. " sticks out"
    end
    for j = i + 1, #boxes do
      local b = boxes[j]
      if a[1] < b[3] - 0.5 and b[1] < a[3] - 0.5 and a[2] < b[4] - 0.5 and b[2] < a[4] - 0.5 then
        found[#found + 1] = a.text .. " / " .. b.text
      end
    end
  end
  return found
end

return M
