--- What must hold for any bytes whatever: returns a function of the bytes that raises where it does not. Run by
-- libFuzzer (fuzz.c, `make fuzz`) and over seeded mutations (fuzz_seeded.lua, `make check-fuzz`).
local alliance = require "alliance"

local set = assert(alliance.open())
set:add { text = "SEOUL, Dec. 20 (Yonhap) -- The two sides met.", id = "one" }

local function must(holds, what, ...)
  if not holds then error("does not hold: " .. what:format(...), 0) end
end

-- White space of Unicode, what shows nothing, and control characters: may lie between blocks.
local function is_white(c)
  return c <= 0x20 or (c >= 0x7F and c <= 0xA0) or c == 0xAD or c == 0x1680 or (c >= 0x2000 and c <= 0x200F)
    or (c >= 0x2028 and c <= 0x202F) or (c >= 0x205F and c <= 0x206F) or c == 0x3000 or c == 0xFEFF
end

local function white(text, from, to, what)
  for _, c in utf8.codes(text:sub(from, to)) do must(is_white(c), "%s leave out U+%04X", what, c) end
end

-- Every byte that is not white space lies in exactly one block, in order.
local function covered(input, blocks)
  local at, whole = 1, utf8.len(input)
  for i, block in ipairs(blocks) do
    local first, last = block.raw[1], block.raw[2]
    must(first >= at and first <= last and last <= #input, "block %d overlaps or leaves the input", i)
    must(block.kind and block.rule, "block %d has no kind or rule", i)
    if whole then white(input, at, first - 1, "blocks") end
    at = last + 1
  end
  if whole then white(input, at, #input, "blocks") end
end

-- The text is the blocks, joined by blank lines.
local function joined(article)
  local parts = {}
  for _, block in ipairs(article.blocks) do
    if block.kind ~= "boilerplate" then
      must(article.text:sub(block.first, block.last) == block.text, "a block's text is not its span")
      parts[#parts + 1] = block.text
    else
      must(block.reason, "boilerplate without a reason")
    end
  end
  must(table.concat(parts, "\n\n") == article.text, "the text is not its blocks")
end

local function sentences_hold(article, bytes)
  local at, before = 1, 0
  for i, s in ipairs(article.sentences) do
    local block = article.blocks[s.block]
    must(s.first >= at and s.first <= s.last and s.last <= #article.text, "sentence %d out of order", i)
    must(s.first >= block.first and s.last <= block.last, "sentence %d leaves its block", i)
    white(article.text, at, s.first - 1, "sentences")
    local first, last = article:raw(s.first, s.last)
    must(first >= before and first <= last and last <= #bytes, "sentence %d has no way back", i)
    at, before = s.last + 1, first
  end
  white(article.text, at, #article.text, "sentences")
end

-- Any item or list with a span: inside the text, and letters are whole.
local function spans_hold(article, value, what)
  if type(value) ~= "table" then return end
  if value.first then
    must(value.first >= 1 and value.first <= value.last and value.last <= #article.text, "%s leaves the text", what)
    must(utf8.len(article.text:sub(value.first, value.last)), "%s cuts a letter", what)
  end
  if value.block then must(article.blocks[value.block], "%s is in no block", what) end
  for key, inside in pairs(value) do if key ~= "raw" then spans_hold(article, inside, what) end end
end

local function noticed(article)
  for _, name in ipairs { "people", "organisations", "places", "dates", "figures", "dating" } do
    spans_hold(article, article[name], name)
  end
  for _, date in ipairs(article.dates) do
    must(article.text:sub(date.first, date.last) == date.text and date.value, "a date is not its text")
  end
  local dating = article.dating
  must(not (dating.earliest and dating.latest) or dating.earliest <= dating.latest, "a bracket is upside down")
end

local function asked(query)
  local ok, message = pcall(set.search, set, query)
  must(ok or message:find("set:search: ", 1, true), "a query fails by %s", message)
end

return function (bytes)
  asked(bytes:sub(1, 100))
  local article, message = alliance.read(bytes)
  if not article then return must(type(message) == "string" and message ~= "", "a refusal has no reason") end
  must(utf8.len(article.text) and not article.text:find "[\0-\8\11-\31\127]", "the text is no clean UTF-8")
  covered(bytes, article.blocks)
  joined(article)
  sentences_hold(article, bytes)
  noticed(article)
  must(utf8.len(article:json()) and utf8.len(tostring(article)), "what is printed is not UTF-8")
end
