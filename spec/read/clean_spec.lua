local alliance = require "alliance"
local probe = require "alliance.core".probe

local function text(bytes) return (assert(probe.clean(bytes))).text end
local function cleaned(bytes)
  local c = assert(probe.clean(bytes))
  return { c.text, c.encoding, c.replaced }
end
local function refused(bytes) return { probe.clean(bytes) } end

-- The same numbers on every machine (Park and Miller).
local function dice(seed)
  return function (n)
    seed = seed * 48271 % 2147483647
    return seed % n + 1
  end
end

local function characters(hex) -- "0041 0300" -> UTF-8
  return (hex:gsub("(%x+) ?", function (h) return utf8.char(tonumber(h, 16)) end))
end

-- Calls test (line, from, to) for every conformance rule "to == NFC (from)" of NormalizationTest.txt. Returns what
-- the calls returned, and the code points of Part 1 (empty where the file is not there).
local function unicode_tests(test)
  local pipe = io.popen "bzip2 -dc /usr/share/unicode/NormalizationTest.txt.bz2 2>/dev/null"
  local results, listed, part = {}, {}, ""
  for line in pipe:lines() do
    part = line:match "^@(Part%d)" or part
    local c = { line:match "^(%x[^;]*);([^;]*);([^;]*);([^;]*);([^;]*);" }
    if part == "Part1" and c[1] then listed[tonumber(c[1], 16)] = true end
    for i, field in ipairs(c) do
      results[#results + 1] = test(line, characters(field), characters(i <= 3 and c[2] or c[4]))
    end
  end
  pipe:close()
  return results, listed
end

local function is_no_text(c) -- surrogates, the separators, the byte order mark
  return c >= 0xD800 and c <= 0xDFFF or c == 0x2028 or c == 0x2029 or c == 0xFEFF
end

describe("the encoding", function ()
  it("is UTF-8 as it stands, not copied, with an empty map", function ()
    local input = "“Café”, he said – 대통령, \tи.\n"
    assert.same({ text = input, encoding = "UTF-8", replaced = 0, borrowed = true, map = {} }, probe.clean(input))
  end)

  it("loses its byte order mark, at the beginning and inside", function ()
    assert.same({ "Seoul", "UTF-8", 0 }, cleaned "\u{FEFF}Seoul")
    assert.same({ "Seoul", "UTF-8", 0 }, cleaned "\u{FEFF}Se\u{FEFF}oul\u{FEFF}")
  end)

  it("is Windows-1252 where the invalid bytes stand as its letters and quotes do", function ()
    assert.same({ "“It’s a café” – déjà vu… à €5", "Windows-1252", 0 },
      cleaned "\x93It\x92s a caf\xE9\x94 \x96 d\xE9j\xE0 vu\x85 \xE0 \x805")
    assert.same({ "café", "Windows-1252", 0 }, cleaned "caf\xE9")
  end)

  it("may be mixed: what is valid UTF-8 stays", function ()
    assert.same({ "José’s “naïve” plan, Côte d’Azur", "Windows-1252", 0 },
      cleaned "José’s \x93na\xEFve\x94 plan, C\xF4te d\x92Azur")
  end)

  it("puts U+FFFD for a byte that Windows-1252 leaves free", function ()
    assert.same({ "it’s a\u{FFFD}b, isn’t it? We’ll see", "Windows-1252", 1 },
      cleaned "it\x92s a\x81b, isn\x92t it? We\x92ll see")
  end)

  it("is not Windows-1252 where letters stand in rows, as in other encodings of one byte", function ()
    local russian = "\xD0\xF3\xF1\xF1\xEA\xE8\xE9" -- Windows-1251
    assert.same({ "In Moscow (" .. ("\u{FFFD}"):rep(7) .. ") they said nothing.", "UTF-8", 7 },
      cleaned("In Moscow (" .. russian .. ") they said nothing."))
  end)

  it("is unknown where a quarter makes no sense, which is said", function ()
    assert.same({ nil, "neither UTF-8 nor Windows-1252: 42 of 48 bytes make no sense; "
      .. "if this is text in another encoding, convert it to UTF-8", "EBINARY", 1 },
      refused(("\xD0\xF3\xF1\xF1\xEA\xE8\xE9 "):rep(6)))
  end)

  it("says so in the article", function ()
    assert.same({ name = "Windows-1252", replaced = 0 }, assert(alliance.read("It\x92s over.")).encoding)
    assert.same({ name = "UTF-8", replaced = 1 }, assert(alliance.read("It’s\0 over.")).encoding)
  end)
end)

describe("invalid UTF-8", function ()
  -- Unicode 15, table 3-8 and its neighbours: one U+FFFD for each maximal subpart.
  local R = "\u{FFFD}"
  local around = "The text around it has “quotes” and is long enough to be one: "
  for _, case in ipairs {
    { "a\xF1\x80\x80\xE1\x80\xC2b\x80c\x80\xBFd", "a" .. R:rep(3) .. "b" .. R .. "c" .. R:rep(2) .. "d", 6 },
    { "\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", R:rep(8) .. "A", 8 },
    { "\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", R:rep(8) .. "A", 8 },
    { "\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", R:rep(5) .. "A" .. R:rep(2) .. "B", 7 },
    { "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", R:rep(4) .. "A", 4 },
  } do
    it("becomes " .. case[2], function ()
      assert.same({ around .. case[2], "UTF-8", case[3] }, cleaned(around .. case[1]))
    end)
  end

  it("that was cut off is damage, not another encoding", function ()
    assert.same({ "He doesn’t and they don\u{FFFD}", "UTF-8", 1 }, cleaned "He doesn’t and they don\xE2\x80")
    assert.same({ "He doesn’t and they don\u{FFFD}", "UTF-8", 1 }, cleaned "He doesn’t and they don\xE2")
  end)
end)

describe("UTF-16 and UTF-32", function ()
  it("are read when a byte order mark says so", function ()
    assert.same({ "Hi “é”", "UTF-16LE", 0 }, cleaned "\xFF\xFEH\0i\0 \0\x1C\x20\xE9\0\x1D\x20")
    assert.same({ "Hi “é”", "UTF-16BE", 0 }, cleaned "\xFE\xFF\0H\0i\0 \x20\x1C\0\xE9\x20\x1D")
    assert.same({ "Hi", "UTF-32LE", 0 }, cleaned "\xFF\xFE\0\0H\0\0\0i\0\0\0")
    assert.same({ "Hi", "UTF-32BE", 0 }, cleaned "\0\0\xFE\xFF\0\0\0H\0\0\0i")
  end)

  it("join surrogates, and put U+FFFD for one alone and for half a unit", function ()
    assert.same({ "😀!", "UTF-16LE", 0 }, cleaned "\xFF\xFE\x3D\xD8\x00\xDE!\0")
    assert.same({ "a\u{FFFD}b\u{FFFD}c\u{FFFD}", "UTF-16LE", 3 },
      cleaned "\xFF\xFEa\0\x3D\xD8b\0\x00\xDEc\0\x41")
    assert.same({ "a\u{FFFD}\u{FFFD}\u{FFFD}", "UTF-32BE", 3 },
      cleaned "\0\0\xFE\xFF\0\0\0a\0\0\xD8\0\0\x11\0\0\0\0")
  end)

  it("are composed and lose controls like any text", function ()
    assert.same({ "é\nb", "UTF-16BE", 1 }, cleaned "\xFE\xFF\0e\x03\x01\0\r\0\n\0\1\0b")
  end)

  it("without a mark are refused with that hint", function ()
    assert.same({ nil, "not text: 5 of 10 bytes are control characters; UTF-16 is read when it begins with a "
      .. "byte order mark", "EBINARY", 2 }, refused "S\0e\0o\0u\0l\0")
  end)
end)

describe("line ends and control characters", function ()
  it("makes one line feed of CR, CR LF, NEL, VT, FF and the separators", function ()
    assert.equal("a\nb\nc\nd\ne\nf\ng\nh", text "a\rb\r\nc\u{85}d\ve\ff\u{2028}g\u{2029}h")
    assert.equal("a\n\nb\n\nc", text "a\r\n\r\nb\r\rc")
  end)

  it("drops and counts NUL, C0 and DEL; tabs stay", function ()
    assert.same({ "Seoul\tand Tokyo met on Friday, officials said.", "UTF-8", 4 },
      cleaned "Seoul\t\0and \27To\127kyo met on Friday, \1officials said.")
  end)

  it("takes characters of U+0080..9F for the Windows-1252 they were", function ()
    assert.same({ "“don’t” – well…", "UTF-8", 0 }, cleaned "\u{93}don\u{92}t\u{94} \u{96} well\u{85}")
    assert.same({ "ab", "UTF-8", 1 }, cleaned "a\u{81}b")
  end)

  it("keeps the marks of typography", function ()
    local input = "‘a’ “b” – — ‑ … 28\u{A0}500 co\u{AD}op क्\u{200D}ष \u{200B}x"
    assert.equal(input, text(input))
  end)
end)

describe("composition", function ()
  it("is NFC", function ()
    assert.equal("é", text "e\u{301}")
    assert.equal("ǖ", text "u\u{308}\u{304}")
    assert.equal("한국", text "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}")
    assert.equal("Å Ω", text "\u{212B} \u{2126}")
    assert.equal("\u{1E69}", text "s\u{307}\u{323}")
  end)

  it("reaches over a control character, and over no line", function ()
    assert.equal("é", text "e\0\u{301}")
    assert.equal("e\n\u{301}x", text "e\r\n\u{301}x")
  end)

  it("composes with letters that were decoded", function ()
    assert.equal("it’s a “lếm”", text "it\x92s a \x93l\xEA\u{301}m\x94")
  end)

  it("keeps 30 marks in a row and counts what it drops", function ()
    local marks = ("\u{330}"):rep(30)
    assert.same({ "x" .. marks .. " y", "UTF-8", 0 }, cleaned("x" .. marks .. " y"))
    assert.same({ "x" .. marks .. " y", "UTF-8", 70 }, cleaned("x" .. ("\u{330}"):rep(100) .. " y"))
  end)

  it("takes linear time for marks in the wrong order and rows of vowels #slow", function ()
    local marks, vowels = "a" .. ("\u{301}\u{323}"):rep(500000), "\u{1100}" .. ("\u{1161}"):rep(500000)
    local start = os.clock()
    assert.equal(999970, assert(probe.clean(marks)).replaced)
    assert.equal("\u{AC00}" .. ("\u{1161}"):rep(499999), text(vowels))
    assert.is_true(os.clock() - start < 5)
  end)

  it("holds against Unicode's NormalizationTest #slow", function ()
    local wrong, listed = unicode_tests(function (line, from, to)
      if text("x " .. from) ~= "x " .. to then return line end
    end)
    if not next(listed) then return pending "needs NormalizationTest.txt.bz2 (package unicode-data) and bzip2" end
    for c = 0xA0, 0x10FFFF do -- what Part 1 does not list is its own NFC
      local s = not is_no_text(c) and not listed[c] and utf8.char(c)
      if s and text("x " .. s) ~= "x " .. s then wrong[#wrong + 1] = ("U+%04X"):format(c) end
    end
    assert.same({}, wrong)
  end)
end)

describe("what is no text", function ()
  it("is refused by name where its first bytes are known", function ()
    assert.same({ nil, "not text: a PDF file", "EBINARY", 1 }, refused "%PDF-1.7\n...")
    assert.same({ nil, "not text: a PNG image", "EBINARY", 1 }, refused "\x89PNG\r\n\x1A\n...")
    assert.same({ nil, "not text: a ZIP archive (or an office document)", "EBINARY", 1 }, refused "PK\3\4....")
    assert.same({ nil, "not text: a gzip file", "EBINARY", 1 }, refused "\x1F\x8B\8")
    assert.equal("PDF files such as %PDF-1.7 are read.", text "PDF files such as %PDF-1.7 are read.")
  end)

  it("is refused where one in ten bytes is a control character, with the first", function ()
    assert.same({ nil, "not text: 4 of 16 bytes are control characters", "EBINARY", 3 },
      refused "ab\1\2\3\4cdefghijkl")
    assert.same({ ("word "):rep(10), "UTF-8", 4 }, cleaned("\1\2\3\4" .. ("word "):rep(10)))
  end)

  it("is refused where nothing else is left", function ()
    assert.same({ nil, "not text: nothing in it but control characters", "EBINARY", 1 }, refused "\0\1")
  end)

  it("is empty where nothing shows", function ()
    for _, blank in ipairs { "", " \r\n\t", "\u{FEFF}", "\u{A0}\u{200B}\u{3000}\u{AD}" } do
      assert.same({ nil, "nothing in it but white space", "EMPTY" }, refused(blank))
    end
  end)

  it("is too long past 8 MiB, with limit and size", function ()
    local most = ("a"):rep(8388608)
    assert.equal(#most, #text(most))
    assert.same({ nil, "an article of 8388609 bytes; at most 8388608 are read (ALN_ARTICLE_MAX)", "ELIMIT" },
      refused(most .. "a"))
  end)
end)

describe("a page of HTML", function ()
  local message = "a page of HTML, and pages are not read yet: give the article's text"

  it("is refused with what to do, wherever its first tag stands", function ()
    assert.same({ nil, message, "EHTML", 1 }, refused "<!DOCTYPE html><title>x</title>")
    assert.same({ nil, message, "EHTML", 1 }, refused "<HTML lang=en>")
    assert.same({ nil, message, "EHTML", 32 }, refused "<?xml version='1.0'?>\n <!---->\n<html>")
    assert.same({ nil, message, "EHTML", 6 }, refused "\u{FEFF}\r\n<body>")
    assert.same({ nil, message, "EHTML", 3 }, refused "\xFF\xFE<\0p\0>\0x\0")
  end)

  it("is not what only mentions a tag", function ()
    for _, plain in ipairs { "The <html> tag", "<htmlx>", "< html>", "<Seoul>", "<!-- <html>", "<p", "<photo> x" } do
      assert.equal(plain, text(plain))
    end
  end)
end)

describe("the way back", function ()
  local stones = { "a", "b ", "The quick ", "e\u{301}", "\u{301}", "\u{323}", "é", "\r\n", "\r", "\u{85}", "\u{2028}",
    "\0", "\1", "\u{FEFF}", "\x92", "\xE9", "\xE2\x80", "\xFF", "“", "”", "\u{93}", "한", "\u{1112}", "\u{1161}",
    "\u{11AB}", "\u{212B}", "\u{1D160}", "\u{9C7}", "\u{9BE}", "😀", "\u{FE0F}", "\u{AD}", "\u{344}", "\t", "\n" }

  local function random_input(roll)
    local parts = {}
    for i = 1, roll(60) do parts[i] = stones[roll(roll(#stones))] end
    return "Words. " .. table.concat(parts)
  end

  -- Pieces stand in order, without a gap in the text, inside the input; 'same' means the same bytes.
  local function check(input, c)
    local out, from = 0, 0
    for _, p in ipairs(c.map) do
      assert(p[1] == out + 1 and p[2] >= p[1], "a gap in the text")
      assert(p[3] > from and p[4] >= p[3] and p[4] <= #input, "outside the input")
      assert(not p[5] or c.text:sub(p[1], p[2]) == input:sub(p[3], p[4]), "not the same")
      out, from = p[2], p[4]
    end
    assert.equal(#c.text, #c.map > 0 and out or #c.text)
    assert(#c.map > 0 or input:sub(1, #c.text) == c.text, "no map, but another text")
    assert(utf8.len(c.text), "not UTF-8")
  end

  it("is exact for any input #slow", function ()
    local roll, read = dice(20241220), 0
    for _ = 1, 4000 do
      local input = random_input(roll)
      local c = probe.clean(input)
      if c then
        read = read + 1
        check(input, c)
      end
    end
    assert.is_true(read > 2000)
  end)

  it("finds nothing to do in what was cleaned #slow", function ()
    local roll = dice(7)
    for _ = 1, 2000 do
      local c = probe.clean(random_input(roll))
      local again = c and assert(probe.clean(c.text))
      if c then assert.same({ c.text, 0, true, {} }, { again.text, again.replaced, again.borrowed, again.map }) end
    end
  end)

  it("leads from a letter to all the bytes it was made of", function ()
    assert.same({ { 1, 3, 4, 6, true }, { 4, 5, 7, 9, false }, { 6, 6, 10, 11, false }, { 7, 7, 12, 12, true },
      { 8, 10, 13, 13, false }, { 11, 11, 14, 14, true } },
      assert(probe.clean "\u{FEFF}cafe\u{301}\r\na\x92s").map)
  end)

  it("goes on to the article's spans", function ()
    local input = "\u{FEFF}The new “Cafe\u{301}” at the old station\r\nopens today.\r\n\r\nIt\x92s\0 open."
    local article = assert(alliance.read(input))
    assert.equal("The new “Café” at the old station opens today.\n\nIt’s open.", article.text)
    local first, last = article.text:find "It’s"
    assert.equal("It\x92s", input:sub(article:raw(first, last)))
    assert.equal("Cafe\u{301}", input:sub(article:raw(article.text:find "Café")))
  end)
end)
