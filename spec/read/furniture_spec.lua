local alliance = require "alliance"

local story = "The two ministers discussed the drills on Friday and agreed to meet again, the ministry said.\n\n" ..
  "They also spoke about the cost of the troops, according to officials who were briefed on the call.\n\n"

local function read(text) return assert(alliance.read(text)) end

local function reasons(text)
  local list = {}
  for i, b in ipairs(read(text).boilerplate) do list[i] = b.reason .. ": " .. b.text end
  return list
end

describe("furniture", function ()
  it("is told from the story and keeps its words", function ()
    assert.same({ "skip: Skip to content", "navigation: Home | World | Weather", "share: Share this article",
      "views: Views 123" },
      reasons("Skip to content\nHome | World | Weather\nShare this article\nViews 123\n\n" ..
        "Allies agree on drills\n\n" .. story))
    assert.same({ "comments: Comments0", "copyright: Copyright 2024 The Daily. All rights reserved.",
      "e-mail: anna@daily.example",
      "end: (END)", "divider: ###", "tags: Tags: army, alliance", "newsletter: Sign up for our daily newsletter" },
      reasons("Allies agree on drills\n\n" .. story ..
        "Comments0\n\nCopyright 2024 The Daily. All rights reserved.\n\n" ..
        "anna@daily.example\n\n(END)\n\n###\n\nTags: army, alliance\n\nSign up for our daily newsletter\n"))
  end)

  it("takes a list of other stories up to running text", function ()
    assert.same({ "related: Related Articles", "related: North fires missile",
      "related: • Prices rise again in March" },
      reasons("Allies agree on drills\n\n" .. story ..
        "Related Articles\nNorth fires missile\n• Prices rise again in March\n"))
    local a = read("Allies agree on drills\n\n" .. story .. "Most Read\nNorth fires missile\n\n" ..
      "The minister said on Friday that the plan was a step forward for both countries and their people.\n")
    assert.equal(3, #a.paragraphs)
  end)

  it("takes a list over the story, what holds the headline and what follows the end", function ()
    assert.same({ "related: - Prices rise again", "related: - North fires missile", "related: - Team wins the cup",
      "navigation: Home News Allies agree on drills", "end: (END)", "related: Navy finds wreck" },
      reasons("- Prices rise again\n- North fires missile\n- Team wins the cup\nHome News Allies agree on drills\n\n" ..
        "Allies agree on drills\n\n" .. story .. "(END)\n\nNavy finds wreck\n"))
  end)

  it("is the initials of a desk, alone on a line of two words", function ()
    assert.same({ "desk: abc/de" }, reasons("Allies agree on drills\n\n" .. story .. "abc/de"))
    assert.same({}, reasons("Allies agree on drills\n\n" .. story .. "Some call it the either/or of the alliance."))
  end)

  it("never takes what somebody says", function ()
    local said = "Share this burden with us, the minister said, or there will be no alliance in ten years."
    assert.equal(said, read("Allies agree on drills\n\n" .. story .. said .. "\n").paragraphs[3])
  end)

  it("is another script in a Latin page, not in a page of that script", function ()
    assert.same({ "language: 남편에게 요구하기" }, reasons("Allies agree on drills\n\n" .. story ..
      "남편에게 요구하기\n"))
    assert.same({},
      reasons("국방부 장관 회담 개최\n\n두 장관은 금요일 회담에서 연합 훈련을 논의했다고 국방부가 밝혔다.\n"))
  end)

  it("is a version tag or a slug line at the headline", function ()
    assert.same({ "tag: (LEAD)", "tag: (ATTN: UPDATES with quotes)" },
      reasons("(LEAD) Allies agree on drills\n\n(ATTN: UPDATES with quotes)\n\n" .. story))
    assert.same({ "tag: ATTENTION - ADDS quotes ///" }, reasons("ATTENTION - ADDS quotes ///\n\n" .. story))
  end)

  it("is what an analyst adds to the lexicon", function ()
    local x = alliance.lexicon { furniture = { { "Brought to you by Acme", reason = "advertisement",
      where = "line" } } }
    local a = assert(alliance.read("Allies agree on drills\n\n" .. story .. "Brought to you by Acme\n",
      { lexicon = x }))
    assert.same({ { text = "Brought to you by Acme", reason = "advertisement" } }, a.boilerplate)
  end)
end)
