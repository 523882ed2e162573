--- Seeded mutations of files -> what must hold (fuzz.lua). The same seed gives the same bytes. Out: one line, or the
-- first bytes that break a promise, written to fuzz-broken.bin in the given folder.
--   lua5.4 spec/tools/fuzz_seeded.lua FOLDER MUTATIONS SEED FILE …
local holds = dofile "spec/tools/fuzz.lua"

-- Things that readers stumble over.
local stones = { "\r\n", "\n\n", "\u{FEFF}", "\u{85}", "\u{301}", "“", "\x93", "\xE2\x80", "\u{1100}", "\u{1161}",
  "\x7F", "\xED\xA0\x80", "\xFF\xFE", "...", "U.S. ", "\n* * *\n", "<p>", "\u{1F600}", " -- ", "\t", "---\n",
  "SEOUL, Dec. 20 (", "\u{A0}", "\u{9C7}", "President ", " Kim ", "on Monday", "$1.2 billion", "28,500 troops", "\0",
  " said", "last week", "Feb. 29, 2023", "한국", "\\" }

-- Overwrites, cuts out, doubles or puts in a little.
local function mutated(text)
  local at, k, way = math.random(0, #text), math.random(0, 15), math.random(4)
  local head, tail = text:sub(1, at), text:sub(at + 1)
  if way == 1 then return head .. string.char(math.random(0, 255)) .. tail:sub(2) end
  if way == 2 then return head .. tail:sub(k + 1) end
  if way == 3 then return head .. tail:sub(1, k) .. tail end
  return head .. stones[math.random(#stones)] .. tail
end

local function mutation(text)
  for _ = 1, math.random(12) do text = mutated(text) end
  return math.random(3) == 1 and text:sub(1, math.random(0, #text)) or text
end

local function check(bytes, folder, path)
  local ok, message = pcall(holds, bytes)
  if ok then return end
  local broken = folder .. "/fuzz-broken.bin"
  assert(io.open(broken, "wb")):write(bytes):close()
  error(("%s (a mutation of %s, in %s)"):format(message, path, broken), 0)
end

local folder, mutations, seed = arg[1], tonumber(arg[2]), tonumber(arg[3])
math.randomseed(seed)
for i = 4, #arg do
  local file = assert(io.open(arg[i], "rb"))
  local text = file:read "a"
  file:close()
  check(text, folder, arg[i])
  for _ = 1, mutations do check(mutation(text), folder, arg[i]) end
end
print(("fuzz: %d files, %d mutations of each: all holds"):format(#arg - 3, mutations))
