local core = require "alliance.core"
local width = require "alliance.show.width"

describe("the width of a text", function ()
  it("is a column a letter, two an East Asian wide letter", function ()
    assert.same({ 0, 4, 6, 4 }, { width.of "", width.of "call", width.of "한미동", width.of "日本" })
    assert.equal(2, width.of "\u{1F600}")
  end)

  it("counts combining marks and joined Hangul letters as nothing", function ()
    assert.equal(4, width.of "cafe\u{301}")
    assert.equal(2, width.of "\u{1112}\u{1161}\u{11AB}") -- one syllable in three letters
    assert.equal(2, width.of "a\u{200B}b")
  end)

  it("counts what is shown: a run of white space is one space", function ()
    assert.equal(3, width.of "a \r\n\t b")
  end)

  it("refuses what is no text", function ()
    assert.error_matches(function () width.of {} end, "string expected, got table")
  end)
end)

describe("fitting a text", function ()
  it("leaves a text that fits as it is", function ()
    assert.same({ "ally", 4 }, { width.fit("ally", 4) })
    assert.same({ "한국", 4 }, { width.fit("한국", 4) })
  end)

  it("cuts a longer one and says so with …", function ()
    assert.same({ "all…", 4 }, { width.fit("alliance", 4) })
    assert.same({ "…", 1 }, { width.fit("alliance", 1) })
    assert.same({ "", 0 }, { width.fit("alliance", 0) })
  end)

  it("never cuts a wide letter in two", function ()
    assert.same({ "한…", 3 }, { width.fit("한국어", 4) })
    assert.same({ "한국…", 5 }, { width.fit("한국어", 5) })
  end)

  it("never cuts a mark from its letter, nor a syllable in two", function ()
    assert.same({ "e\u{301}…", 2 }, { width.fit("e\u{301}e\u{301}e\u{301}", 2) })
    assert.same({ "…", 1 }, { width.fit("\u{1112}\u{1161}\u{11AB}", 1) })
  end)

  it("keeps a flag and a family whole", function ()
    assert.same({ "…", 1 }, { width.fit("\u{1F1F0}\u{1F1F7}", 1) })
    assert.same({ "a…", 2 }, { width.fit("a\u{1F469}\u{200D}\u{1F467}", 3) })
  end)

  it("keeps the end on request", function ()
    assert.same({ "…nce", 4 }, { width.fit("alliance", 4, true) })
    assert.same({ "ally", 4 }, { width.fit("ally", 4, true) })
    assert.same({ "…어", 3 }, { width.fit("한국어", 4, true) })
    assert.same({ "…e\u{301}", 2 }, { width.fit("e\u{301}e\u{301}e\u{301}", 2, true) })
    assert.same({ "…", 1 }, { width.fit("abc", 1, true) })
    assert.same({ "", 0 }, { width.fit("abc", 0, true) })
  end)

  it("refuses a negative width", function ()
    assert.error_matches(function () width.fit("a", -1) end, "should not be negative")
  end)
end)

describe("what a terminal gets", function ()
  it("is never an escape sequence or a control character", function ()
    assert.equal("␛[31mred␇", (width.fit("\27[31mred\a", 80)))
    assert.equal("a b", (width.fit("a\u{9B}b", 80)))
    local shown = width.fit(string.char(0, 1, 8, 27, 127) .. "\u{80}\u{9F}", 80)
    assert.is_nil(shown:find "%c")
    assert.equal("␀␁␈␛␡ ", shown)
  end)

  it("never turns the writing direction of the line", function ()
    assert.equal("abc", (width.fit("a\u{202E}b\u{2066}c\u{200F}", 80)))
  end)

  it("is at most 30 marks on one letter", function ()
    assert.equal("e" .. ("\u{301}"):rep(30) .. "f", (width.fit("e" .. ("\u{301}"):rep(9000) .. "f", 80)))
    assert.equal("e" .. ("\u{301}"):rep(30), (width.fit("e" .. ("\u{301}"):rep(30), 80)))
  end)

  it("is UTF-8 whatever the bytes were", function ()
    assert.equal("a\u{FFFD}b", (width.fit("a\xFFb", 80)))
    assert.same({ "\u{FFFD}", 1 }, { width.fit("\xED", 80) })
  end)

  it("is as wide as it was counted", function ()
    for _, text in ipairs { "한국어 text", "e\u{301}\u{301}", "\27[0m", "a\u{202E}", "\xF0\x9F", "  " } do
      for columns = 0, 12 do
        for _, tail in ipairs { false, true } do
          local shown, used = width.fit(text, columns, tail)
          assert.is_true(used <= columns)
          assert.equal(width.of(shown), used)
        end
      end
    end
  end)
end)

describe("padding a text", function ()
  it("fills to the width, on the right or on the left", function ()
    assert.equal("한국  ", width.pad("한국", 6))
    assert.equal("  12", width.pad("12", 4, true))
    assert.equal("al…", width.pad("alliance", 3))
  end)
end)

describe("wrapping a text", function ()
  it("breaks lines between words", function ()
    assert.same({ "the two", "sides", "agreed" }, width.wrap("the two sides agreed", 8))
    assert.same({ "한국 a", "미국" }, width.wrap("한국 a 미국", 7))
  end)

  it("gives a longer word a line of its own, and an empty text one line", function ()
    assert.same({ "a", "interoperability", "b" }, width.wrap("a interoperability b", 5))
    assert.same({ "" }, width.wrap("", 5))
  end)
end)

describe("the terminal", function ()
  it("is as wide as it says, 80 columns where there is none, never under 20", function ()
    local says = core.terminal_width()
    assert.equal(math.max(says or 80, 20), width.terminal())
  end)
end)
