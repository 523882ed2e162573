local alliance = require "alliance"
local probe = require("alliance.core").probe
local helper = require "spec.helper"

local lexicon = alliance.lexicon()

-- The sentences, joined by spaces, are cut where they were joined.
local function holds(...)
  assert.same({ ... }, probe.sentences(table.concat({ ... }, " "), lexicon))
end

describe("a sentence ends", function ()
  it("at a stop, a question or a cry before a capital", function ()
    holds("The talks ended.", "Both sides smiled.", "Why?", "Nobody knows!", "iPhone sales fell.")
    holds("Really?!", "Yes!!", "It cost $100.00.", "It was paid.")
  end)

  it("with the quotes and brackets that close behind it", function ()
    holds('"We agree."', 'He left.', "(He was late.)", "“Stay.”", "[Applause.]")
  end)

  it("inside a quotation too", function ()
    holds('The minister said, "We agree.', "We said so.", 'We will act."')
  end)

  it("before a number, a link or an opening quote", function ()
    holds("It rained.", "28,500 troops stayed.", "They left.", "@handle wrote so.", 'He spoke.', '"No," she said.')
  end)

  it("where the space after the stop is missing", function ()
    assert.same({ "Talks ended.", "Both left in 2019.", "That was all." },
      probe.sentences("Talks ended.Both left in 2019.That was all.", lexicon))
  end)

  it("at the full stop of Chinese and Japanese without a space", function ()
    assert.same({ "会谈结束。", "双方离开！", "为什么？", "“同意。”", "他说。" },
      probe.sentences("会谈结束。双方离开！为什么？“同意。” 他说。", lexicon))
  end)

  it("at a stop in Korean, but not inside a quotation that goes on", function ()
    holds("회담이 끝났다.", '그는 "합의했다."고 말했다.', "2024. 12. 20. 서울에서 만났다.")
  end)
end)

describe("a sentence does not end", function ()
  it("before a lower-case word, a comma or a semicolon", function ()
    holds('"We agree!" he said.')
    holds('"Is it over?" asked the minister; nobody knew.')
    holds('He turned, "This is it." she said.', 'He turned, "This is it."', "She left.")
  end)

  it("at a colon or a line break", function ()
    holds("The plan: One step.", "Then another.")
    assert.same({ "The talks went on\nfor two days in the\ncapital." },
      probe.sentences("The talks went on\nfor two days in the\ncapital.", lexicon))
  end)

  it("inside a bracket that was opened within it", function ()
    holds("He teaches (He was a soldier once. Then he left.) at a school.", "It is small.")
    holds("He left (it was late.", "Very late.")
  end)

  it("inside numbers, links and times", function ()
    holds("It rose 3.5% to 1.026.253 by 10:30.", "See https://www.example.com/a.b?c=D.", "It is there.")
    holds("Write to Jane.Doe@example.org.", "She reads it.")
  end)

  it("at a mark that belongs to a name", function ()
    holds("She works at Yahoo! in Seoul.", "She likes Yahoo!", "It is large.")
  end)

  it("between a quotation and the name of who said it", function ()
    holds('"Why now?" Deputy Minister J. Doe asked.', "Nobody knew.")
    holds('"Why now?"', "He left.")
  end)

  it("without a word to follow", function ()
    holds("Talks ended. ***")
    holds("A caption without a stop")
  end)
end)

describe("the stop of an abbreviation", function ()
  it("never ends a sentence after a title, a number sign or a Latin one", function ()
    holds("Gen. Doe met Lt. Col. Roe, Sen. Poe and Mr. Moe.", "They ate.")
    holds("Turn to p. 55 of Vol. 2, No. 7.", "Red vs. Blue is e.g. Unfair.")
  end)

  it("of an initial ends one only before a word that begins sentences", function ()
    holds("My name is Jonas E. Doe.", "You met J.K. Roe.", "We take Plan B.", "The rest waits.")
    holds("We were a team, you and I.", "Did you see Albert I. Doe?")
  end)

  it("of a country ends one before a word that begins sentences", function ()
    holds("The U.S. President called U.S. Forces in the U.S. last week.")
    holds("He lives in the U.S.", "The president does, too.", "She left the U.N.", "How about you?")
    holds("They fled to Washington, D.C.", "Mr. Doe stayed.")
  end)

  it("of a firm or a state also before a new subject", function ()
    holds("He led Doe Corp.", "Shares fell.", "Roe Inc. Chairman Jane Roe stayed in Ames, Ill.", "Police came.")
    holds('He runs Doe Inc.', '"We sell," he said.', "It is Doe Co. Ltd., a firm.")
    holds("They told Doe Co. Friday to stop.")
  end)

  it("of a month does not end one before a day", function ()
    holds("They met Jan. 2 and Sept. 3.", "It is over since Dec.", "The rest is known.")
  end)

  it("of a time of day ends one but before a zone, a day or at the beginning", function ()
    holds("At 5 a.m. Mr. Doe went out.", "He came back at 6 p.m.", "Mr. Doe slept.")
    holds("It began there at 9 a.m. EST and ended at 6 p.m. Monday.", "We saw it begin at 9 p.m. Seoul time.")
  end)

  it("is told from shape where no lexicon knows it", function ()
    holds("He met Mgr. Doe, Brt. Roe and Zsgt. Poe.", "They ate with CNN.", "Anna left.")
  end)
end)

describe("an ellipsis", function ()
  it("goes on before a lower-case word", function ()
    holds("We were ... well, tired… and late . . . so what.")
  end)

  it("of four stops ends a sentence", function ()
    holds("I never meant that....", "She left.", "It ends with . . . .", "Next one.")
  end)

  it("of three ends one before a word that begins sentences, but not before I", function ()
    holds("We waited...", "The door opened.", "The thing is ... I did not.")
  end)

  it("behind a stop belongs to what follows", function ()
    holds("It was weak.", ". . . The habit stayed. . . .")
  end)
end)

describe("lists", function ()
  it("begin a sentence at every item in order", function ()
    holds("1. The first item", "2. The second item", "3. The third.")
    holds("1.) The first item.", "2.) The second item.")
    holds("a) one thing", "b) another thing")
    holds("a. The first item", "b. The second item", "c. The third item")
  end)

  it("may be numbered like chapters", function ()
    holds("II. The talks went on.", "They ended in World War II.", "All was over.")
  end)

  it("may have bullets", function ()
    holds("• 9. The first item", "• 10. The second item")
    holds("•One thing", "•Another thing")
  end)

  it("of short lines without a stop are a sentence a line", function ()
    assert.same({ "features", "contact manager", "events, activities" },
      probe.sentences("features\ncontact manager\nevents, activities\n", lexicon))
    assert.same({ "A headline\nin two lines" }, probe.sentences("A headline\nin two lines", lexicon))
  end)

  it("are not seen in numbers out of order", function ()
    holds("1. The number was 3.", "The rest followed.")
  end)
end)

describe("the sentences of a block", function ()
  it("cover every token, once and in order, whatever the text", function ()
    local pieces = { "A", "b.", "U.S.", " ", " ", ".", "?", '"', "”", "(", ")", "Gen.", "1.", "a)", "...", "•", "\n",
      "The", "。", " . . . ", "!", "한국", "2.", "'", "[", "3", "]" }
    math.randomseed(7)
    for _ = 1, 500 do
      local parts = {}
      for i = 1, 30 do parts[i] = pieces[math.random(#pieces)] end
      local text = table.concat(parts)
      assert.equal((text:gsub("%s", "")), (table.concat(probe.sentences(text, lexicon)):gsub("%s", "")))
    end
  end)

  it("are found in time that grows with the text and not faster", function ()
    local function sentences(text) return probe.sentences(text, lexicon) end
    for _, piece in ipairs { ". ", '" ', "(", "( A. ", "1. ", "? A B C ", "• ", "U.S. ", ")" } do
      assert.is_true(helper.proportional(sentences, piece:rep(10000 // #piece), piece:rep(320000 // #piece), 96))
    end
  end)
end)
