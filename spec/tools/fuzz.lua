--- What must hold for any bytes whatever: returns a function of the bytes that raises where it does not.
local alliance = require "alliance"

local function spans_in_order(items, length, what)
  local before = 0
  for i, item in ipairs(items) do
    assert(item.first > before and item.last <= length and item.first <= item.last, what .. " " .. i .. " out of order")
    before = item.last
  end
end

-- Every byte that is not white space lies in exactly one block, in order.
local function covered(input, blocks)
  local at = 1
  for i, block in ipairs(blocks) do
    local first, last = block.raw[1], block.raw[2]
    assert(first >= at and last <= #input and first <= last, "block " .. i .. " overlaps or leaves the input")
    at = last + 1
  end
end

local function lost(input, blocks)
  local at = 1
  for _, block in ipairs(blocks) do
    local gap = input:sub(at, block.raw[1] - 1)
    if gap:find "[%w]" then return gap end
    at = block.raw[2] + 1
  end
  local rest = input:sub(at)
  return rest:find "%w" and rest
end

return function (bytes)
  local article, message = alliance.read(bytes)
  if not article then return assert(type(message) == "string") end
  assert(utf8.len(article.text), "the text is not UTF-8")
  covered(bytes, article.blocks)
  local gap = not bytes:find "[\0-\8\14-\31\127-\255]" and lost(bytes, article.blocks)
  assert(not gap, "lost: " .. tostring(gap))
  spans_in_order(article.sentences, #article.text, "sentence")
  if #article.text > 0 then
    local first, last = article:raw(1, #article.text)
    assert(first >= 1 and last <= #bytes, "raw leaves the input")
  end
end
