--- Makes src/read/words_table.h from the Unicode character database.
-- In: /usr/share/unicode (Debian's unicode-data). Out: a C header on standard output.
--     lua5.4 spec/tools/make_words_table.lua > src/read/words_table.h
-- One byte a code point: its class in the low five bits, then Extended_Pictographic, upper, lower.
-- The table has two stages: blocks of 128 code points, equal blocks once.
local ROOT = "/usr/share/unicode/"
local BLOCK, LAST = 128, 0x10FFFF
local PICTOGRAM, UPPER, LOWER = 0x20, 0x40, 0x80

-- The order of aln_word_class in words.h: first the values of Word_Break, then our own kinds of
-- what Word_Break calls Other (or Extend, or ExtendNumLet).
local classes = {
  "Other", "CR", "LF", "Newline", "Extend", "ZWJ", "Regional_Indicator", "Format", "Katakana", "Hebrew_Letter",
  "ALetter", "Single_Quote", "Double_Quote", "MidNumLet", "MidLetter", "MidNum", "Numeric", "ExtendNumLet",
  "WSegSpace", "Space", "NarrowSpace", "Ideogram", "Silent", "SilentExtend", "SilentFormat", "Opening", "Closing",
  "Terminal",
}
local number = {}
for i, name in ipairs(classes) do number[name] = i - 1 end

-- Calls f(first, last, value) for every line "XXXX..YYYY ; value" of a file of the database.
local function each(name, f)
  local version
  for line in assert(io.open(ROOT .. name)):lines() do
    version = version or line:match "^# (%S+)%.txt"
    local first, last, value = line:match "^(%x+)%.*(%x*)%s*;%s*([%w_]+)"
    if first then f(tonumber(first, 16), tonumber(last ~= "" and last or first, 16), value) end
  end
  return version
end

local function set_of(name, wanted)
  local set = {}
  each(name, function (first, last, value)
    if wanted[value] then for c = first, last do set[c] = value end end
  end)
  return set
end

local wb = {}
local version = each("auxiliary/WordBreakProperty.txt", function (first, last, value)
  for c = first, last do wb[c] = value end
end)
local category = set_of("extracted/DerivedGeneralCategory.txt", {
  Lu = true, Ll = true, Lt = true, Lm = true, Lo = true, Nl = true, Ps = true, Pe = true, Pi = true, Pf = true })
local space = set_of("PropList.txt", { White_Space = true })
local silent = set_of("DerivedCoreProperties.txt", { Default_Ignorable_Code_Point = true })
local case = set_of("DerivedCoreProperties.txt", { Uppercase = true, Lowercase = true })
local terminal = set_of("auxiliary/SentenceBreakProperty.txt", { STerm = true, ATerm = true })
local pictogram = set_of("emoji/emoji-data.txt", { Extended_Pictographic = true })

local function kind_of_other(c)
  local gc = category[c]
  if space[c] then return "Space" end
  if silent[c] or c == 0x200B then return "Silent" end
  if gc == "Ps" or gc == "Pi" then return "Opening" end
  if gc == "Pe" or gc == "Pf" then return "Closing" end
  if gc then return "Ideogram" end
  return terminal[c] and "Terminal" or "Other"
end

local function byte_of(c)
  local class = wb[c] or "Other"
  if class == "Other" then class = kind_of_other(c) end
  if class == "ExtendNumLet" and space[c] then class = "NarrowSpace" end
  if number["Silent" .. class] and silent[c] then class = "Silent" .. class end
  local byte = number[class] + (pictogram[c] and PICTOGRAM or 0)
  if case[c] == "Uppercase" or category[c] == "Lt" then return byte + UPPER end
  return byte + (case[c] == "Lowercase" and LOWER or 0)
end

local blocks, index, seen = {}, {}, {}
for from = 0, LAST, BLOCK do
  local bytes = {}
  for c = from, from + BLOCK - 1 do bytes[#bytes + 1] = byte_of(c) end
  local text = table.concat(bytes, ",")
  if not seen[text] then
    blocks[#blocks + 1] = text
    seen[text] = #blocks - 1
  end
  index[#index + 1] = seen[text]
end
assert(#blocks <= 256, "the index is of bytes")

local function wrapped(text)
  local line, lines = "", {}
  for item in text:gmatch "[^,]+" do
    if #line + #item + 1 > 98 then lines[#lines + 1], line = line, "" end
    line = line .. item .. ","
  end
  lines[#lines + 1] = line
  return table.concat(lines, "\n")
end

print(("/* words_table.h: made by spec/tools/make_words_table.lua from %s. Do not edit. */"):format(version))
print "/* clang-format off */"
print(("static const char words_version[] = %q;"):format(version:match "[%d.]+$"))
print(("static const unsigned char words_index[%d] = {\n%s};"):format(#index, wrapped(table.concat(index, ","))))
print(("static const unsigned char words_blocks[%d][%d] = {"):format(#blocks, BLOCK))
for _, block in ipairs(blocks) do print("{" .. wrapped(block) .. "},") end
print "};"
