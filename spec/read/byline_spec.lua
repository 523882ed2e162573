local alliance = require "alliance"

local lead = "The two ministers discussed the drills on Friday and agreed to meet again, the ministry said.\n\n" ..
  "They also spoke about the cost of the troops, according to officials who were briefed on the call.\n"

local function article(line, tail) return assert(alliance.read("Allies agree on drills\n" .. line .. "\n\n" ..
  lead .. (tail or ""))) end
local function byline(line, tail) return article(line, tail).byline end

describe("a byline", function ()
  it("is a list of names without By, titles, outlets and addresses", function ()
    assert.same({ "Anna Berg" }, byline "By Anna Berg")
    assert.same({ "Anna Berg", "Kim Seon-ho" }, byline "By Anna Berg and Kim Seon-ho, staff reporters")
    assert.same({ "LEE MIN-A" }, byline "BY LEE MIN-A [mina@paper.example]")
    assert.same({ "Kim Do-yun" }, byline "By Kim Do-yun")
    assert.same({ "Anna Berg" }, byline "By Anna Berg, DOD News")
    assert.same({ "Anna Berg" }, byline "Anna Berg, Foreign Correspondent")
    assert.same({ "Anna Berg" }, byline "Anna Berg in London")
    assert.same({ "Geert van der Berg" }, byline "Geert van der Berg")
  end)

  it("is not a name that the story speaks of, nor a sentence", function ()
    assert.same({},
      assert(alliance.read("Allies agree on drills\nKim Seon-ho\n\nMinister Kim Seon-ho welcomed the plan " ..
      "on Friday and said that more would follow in the next year.\n\n" .. lead)).byline)
    assert.same({}, byline "By the time they met, the plan was old.")
  end)

  it("leaves what the page hung on it to the furniture", function ()
    assert.same({ "Anna Berg" }, byline "Anna Berg Views 123")
    assert.same({ text = "Views 123", reason = "views" }, article("Anna Berg Views 123").boilerplate[1])
  end)

  it("is cut off a headline it was glued to when nobody in the story has that name", function ()
    local a = assert(alliance.read("Drills face fresh delay by Anna Berg\n\n" .. lead))
    assert.same({ "Drills face fresh delay", { "Anna Berg" } }, { a.headline, a.byline })
    local b = assert(alliance.read("Drills criticised by Anna Berg\n\n" ..
      "Anna Berg criticised the drills on Friday in a speech, " ..
      "the party said in a statement later.\n\n" .. lead))
    assert.same({ "Drills criticised by Anna Berg", {} }, { b.headline, b.byline })
  end)

  it("may stand below the story", function ()
    local a = assert(alliance.read("Allies agree on drills\n\n" .. lead:sub(1, -2) ..
      " BY KIM MIN-A [mina@paper.example]\n"))
    assert.same({ { "KIM MIN-A" }, "byline" }, { a.byline, a.blocks[4].kind })
    assert.same({ "Anna Berg" }, byline("", "\nBy Anna Berg, staff reporter\n"))
    assert.same({ "Anna Berg" }, byline("", "\nReporting by Anna Berg; Editing by Tom Poe\n"))
  end)

  it("names a wire where a wire wrote", function ()
    assert.same({ {}, "AP" }, { byline "By The Associated Press", article("By The Associated Press").agency })
    assert.same({ { "ANNA BERG" }, "AP" }, { byline "By ANNA BERG Associated Press",
      article("By ANNA BERG Associated Press").agency })
  end)
end)
