local alliance = require "alliance"
local core = require "alliance.core"
local probe = core.probe
local helper = require "spec.helper"

local lexicon = alliance.lexicon()

local function cut(text) return probe.tokens(text, lexicon) end

local function kinds(text)
  local list = {}
  for _, token in ipairs(probe.token_list(text, lexicon)) do list[#list + 1] = token[1] .. " " .. token.kind end
  return list
end

local function shapes(text)
  local list = {}
  for _, token in ipairs(probe.token_list(text, lexicon)) do list[#list + 1] = token[1] .. " " .. token.shape end
  return list
end

describe("tokens of words", function ()
  it("cut compounds at every joint", function ()
    assert.same({ "South", "Korea", "-", "U.S.", "talks" }, cut "South Korea-U.S. talks")
    assert.same({ "28,500", "-", "strong" }, cut "28,500-strong")
    assert.same({ "and", "/", "or", ",", "R", "&", "D" }, cut "and/or, R&D")
  end)

  it("set the possessive apart, straight or curly, and no other apostrophe", function ()
    assert.same({ "Kim", "Seon", "-", "ho", "'s", "aide" }, cut "Kim Seon-ho's aide")
    assert.same({ "Kim", "Seon", "-", "ho", "’s", "aide" }, cut "Kim Seon-ho’s aide")
    assert.same({ "the", "allies", "'", "plan", "doesn't", "O'Neill" }, cut "the allies' plan doesn't O'Neill")
  end)

  it("keep the last stop of single letters", function ()
    assert.same({ "the", "U.N.", ",", "at", "9", "a.m.", "a", "Ph.D.", "in", "D.C." },
      cut "the U.N., at 9 a.m. a Ph.D. in D.C.")
  end)

  it("keep the stop of an initial before a name only", function ()
    assert.same({ "J.", "K.", "Doe", "chose", "Plan", "B", "." }, cut "J. K. Doe chose Plan B.")
    assert.same({ "Ivan", "I.", "Doe", "and", "I", ".", "Then" }, cut "Ivan I. Doe and I. Then")
  end)

  it("keep the stop of a word that the lexicon knows with it", function ()
    assert.same({ "Lt.", "Gen.", "Doe", "arrived", "Jan.", "2" }, cut "Lt. Gen. Doe arrived Jan. 2")
    assert.same({ "Lt", ".", "Gen", ".", "Doe" }, probe.tokens "Lt. Gen. Doe")
    assert.same({ "in", "the", "sun", "." }, cut "in the sun.")
  end)

  it("keep the stop of an abbreviation of numbers before a number only", function ()
    assert.same({ "Resolution", "No.", "7" }, cut "Resolution No. 7")
    assert.same({ "No", ".", "He", "said", "no", "." }, cut "No. He said no.")
  end)

  it("find the end of a sentence that no space follows", function ()
    assert.same({ "talks", ".", "The", "site", "example.com" }, cut "talks.The site example.com")
  end)

  it("split Han and Kana for search and leave Hangul to its spaces", function ()
    assert.same({ "한미 word", "동맹을 word", "· mark", "美 ideogram", "国 ideogram", "テスト ideogram", "の ideogram" },
      kinds "한미 동맹을·美国テストの")
  end)

  it("tell the shape of the letters", function ()
    assert.same({ "SEOUL caps", "U.S. caps", "McDoe capital", "J. capital", "Doe capital", "iPad mixed", "ally lower",
      "동맹 none", "Élan capital" }, shapes "SEOUL U.S. McDoe J. Doe iPad ally 동맹 Élan")
  end)
end)

describe("tokens of numbers", function ()
  it("keep groups, decimals, times, short dates, ordinals and decades", function ()
    assert.same({ "28,500", "1,50,000", "3.5", "%", "10:30", "9/11", "1st", "1990s" },
      cut "28,500 1,50,000 3.5% 10:30 9/11 1st 1990s")
  end)

  it("cut at a joint, at a unit and between years", function ()
    assert.same({ "$", "1.2", "billion", "2", "+", "2", "70", "km", "2019", ",", "2020" },
      cut "$1.2 billion 2+2 70km 2019,2020")
  end)
end)

describe("tokens of links", function ()
  it("are whole and end before the punctuation of the sentence", function ()
    assert.same({ "See", "https://example.com/a_(b)?c=1", ".", "(", "www.example.org", ")" },
      cut "See https://example.com/a_(b)?c=1. (www.example.org)")
    assert.same({ "Jane.Doe-x@example.co.uk", ",", "@some_one", "#Tag2", "#", "1" },
      cut "Jane.Doe-x@example.co.uk, @some_one #Tag2 #1")
  end)

  it("are of one kind, unlike a place behind @", function ()
    assert.same({ "@one link", "#two link", "a@b.org link", "http://x.org link" },
      kinds "@one #two a@b.org http://x.org")
    assert.same({ "desk", "@", "Seoul" }, cut "desk@Seoul")
  end)
end)

describe("tokens of marks", function ()
  it("join equal marks in a row but not quotes and brackets", function ()
    assert.same({ "so", "--", "...", "……", "!!!", "?", "!", "(", "(", '"', '"', "“", "“" },
      cut 'so -- ... …… !!! ?! (( "" ““')
  end)

  it("take two apostrophes for the quote of a typewriter", function ()
    assert.same({ "``", "Yes", ",", "''", "'", "s", "'" }, cut "``Yes,'' 's'")
  end)

  it("keep an emoji or a flag whole", function ()
    assert.same({ "🇰🇷", "🇺🇸", "👩‍🚀" }, cut "🇰🇷🇺🇸👩‍🚀")
  end)
end)

describe("what stands between tokens", function ()
  local function flags(text)
    local list = {}
    for i, token in ipairs(probe.token_list(text, lexicon)) do
      list[i] = token[1] .. (token.glued and "+" or "") .. (token.newline and "/" or "") .. (token.blank and "//" or "")
    end
    return list
  end

  it("shows as glued, as a line break or as an empty line", function ()
    assert.same({ "a", "-+", "b+", "c/", "d///" }, flags "a-b\nc\n \t\nd")
  end)

  it("may be any white space", function ()
    assert.same({ "a", "b", "c", "d" }, flags "a\u{A0}b\u{202F}c\u{3000}d")
  end)

  it("is never a mark without width: that belongs to the token it touches", function ()
    assert.same({ "co\u{AD}op", "\u{FEFF}a\u{200B}", "b+" }, flags "co\u{AD}op \u{FEFF}a\u{200B}b \u{200B} ")
  end)
end)

describe("tokens of any text", function ()
  local pieces = { "a", "Bc", "U.S.", ".", ",", "'s", "’", "-", "--", " ", "\n", "\n\n", "1", "28,500", ":", "/", "@",
    "#", "x.org", "http://", "(", ")", '"', "“", "”", "한국", "国", "ア", "é", "e\u{301}", "\u{200D}", "\u{AD}",
    "\u{A0}", "🇰🇷", "_", "www.", "Gen.", "\u{301}", "٣", "…" }

  local function random_text(n)
    local parts = {}
    for i = 1, n do parts[i] = pieces[math.random(#pieces)] end
    return table.concat(parts)
  end

  -- White space, and what has no width: all that may lie outside of tokens.
  local function is_gap(text)
    return text:gsub("\u{A0}", ""):gsub("\u{AD}", ""):gsub("\u{200D}", ""):find "^%s*$"
  end

  it("stand in order and hold every byte that is not white space", function ()
    math.randomseed(20241220)
    for _ = 1, 400 do
      local text, last = random_text(40), 0
      for _, token in ipairs(probe.token_list(text, lexicon)) do
        assert.is_true(token.first > last and token.last >= token.first, text)
        assert.truthy(is_gap(text:sub(last + 1, token.first - 1)), text)
        assert.equal(text:sub(token.first, token.last), token[1])
        last = token.last
      end
      assert.truthy(is_gap(text:sub(last + 1)), text)
    end
  end)

  it("carry the number of their folded word, however it is found", function ()
    local words = alliance.lexicon { agencies = { "Ünïon", "Wire’s Desk", "X-9", "Ｆull" } }
    local function number(text) return probe.token_list(text, words)[1].word end
    assert.is_true(number "Ünïon" > 0)
    assert.equal(number "ünïon", number "ÜNÏON")
    assert.equal(number "full", number "FULL")
    assert.equal(0, number "Unknown9")
  end)

  it("read the phrases of a lexicon as they read an article, stops of abbreviations included", function ()
    local words = alliance.lexicon { agencies = { "Qzx. Desk", "Done. Desk" }, offices = { "Qzx." } }
    local function number(text) return probe.token_list(text, words)[1].word end
    assert.same({ "Qzx.", "Desk" }, probe.tokens("Qzx. Desk", words))
    assert.same({ true, false }, { number "Qzx." > 0, number "Qzx" > 0 })
    assert.same({ "Done", ".", "Desk" }, probe.tokens("Done. Desk", words))
  end)

  it("are the same whatever the word's length and whatever stands behind it", function ()
    local long = ("Responsibilities"):rep(3)
    for n = 1, #long do
      for _, word in ipairs { long:sub(1, n), long:sub(1, n):lower(), long:sub(1, n):upper(), "x" .. long:sub(1, n) } do
        local alone = probe.token_list(word, lexicon)[1]
        for _, behind in ipairs { " ", " and more of it", ", which", "\nof it all", ") was", "\u{2014}that is" } do
          local token = probe.token_list(word .. behind, lexicon)[1]
          assert.same({ alone[1], alone.shape, alone.word }, { token[1], token.shape, token.word })
        end
      end
    end
  end)

  it("are found in the lexicon in any case, short or long, and not where a letter differs", function ()
    for _, word in ipairs { "the", "minister", "Pyongyang", "responsible", "congratulated", "Yoon" } do
      local known = probe.token_list(word .. " and so on", lexicon)[1].word
      for _, other in ipairs { word:lower(), word:upper(), word:sub(1, 1):upper() .. word:sub(2) } do
        assert.equal(known, probe.token_list(other .. " and so on", lexicon)[1].word)
      end
      assert.not_equal(known > 0 and known or -1, probe.token_list("q" .. word:sub(2) .. " and so on", lexicon)[1].word)
    end
  end)

  it("are the same whether many bytes stand behind them or none", function ()
    local parts = { "the", "Minister", "NATO", "iPhone", "congratulated", "a", "Q", " ", " ", ", ", ".", "-", "'s ",
      "é", "\u{AD}", "3", "U.S.", ":", "/", "_", "\n", "x\n\n", "Abcdefghijklmnopqrstuvwxyz" }
    math.randomseed(7)
    for _ = 1, 4000 do
      local text = ""
      while #text < 40 do text = text .. parts[math.random(#parts)] end
      text = text .. "\n"
      local alone, followed = probe.token_list(text, lexicon), probe.token_list(text .. (" "):rep(200), lexicon)
      assert.same(alone, followed, text)
    end
  end)

  it("take time that grows with the text and not faster", function ()
    for _, piece in ipairs { "A.", "É.BA", "a@", "_", "'s", "http://", "\u{301}", "1,50", "(", "I. ", "🇰🇷" } do
      assert.is_true(helper.proportional(cut, piece:rep(20000 // #piece), piece:rep(640000 // #piece), 96))
    end
  end)
end)

describe("a look ahead", function ()
  local function bits(text, pattern)
    local set = 0
    for i = 1, #text do set = set | (text:sub(i, i):find(pattern) and 1 << (i - 1) or 0) end
    return set
  end

  it("tells letters and capitals of 64 bytes, the same on every processor", function ()
    math.randomseed(5)
    for _ = 1, 500 do
      local bytes = {}
      for i = 1, 64 do bytes[i] = string.char(math.random(0, math.random() < 0.7 and 127 or 255)) end
      local text = table.concat(bytes)
      local others, capitals = bits(text, "[^A-Za-z]"), bits(text, "[A-Z]")
      assert.same({ others, capitals, others, capitals }, { probe.ahead(text) })
    end
  end)

  it("needs 64 bytes", function ()
    assert.has_error(function () probe.ahead "too short" end, "bad argument #1 to 'ahead' (64 bytes expected)")
  end)
end)

describe("the plain form of a word", function ()
  it("has no capitals, one kind of apostrophe and dash, and nothing without width", function ()
    assert.equal("seon-ho's", probe.fold "Seon‑Ho’s")
    assert.equal("cooperation", probe.fold "co\u{AD}opera\u{200B}tion")
    assert.equal("strasse", probe.fold "Straße")
    assert.equal("full", probe.fold "Ｆｕｌｌ")
  end)

  it("is its own plain form", function ()
    for _, word in ipairs { "İzmir", "ﬁn", "½", "한미", "が", "か\u{3099}", "ΣΊΣΥΦΟΣ", "№", "e\u{301}", "…" } do
      assert.equal(probe.fold(word), probe.fold(probe.fold(word)))
    end
  end)

  it("is empty for what is not UTF-8 or has no width", function ()
    assert.equal("", probe.fold "é\xff")
    assert.equal("", probe.fold "\u{200B}")
  end)
end)
