local alliance = require "alliance"

-- "Kim Berg: We agree" for quotations of a kind, "?" where nobody is said to speak.
local function said(text, kind)
  local out = {}
  for _, q in ipairs(assert(alliance.read(text)).quotes) do
    if q.kind == (kind or "direct") then out[#out + 1] = ("%s: %s"):format(q.speaker or "?", q.text) end
  end
  return out
end

local function told(text) return said(text, "indirect") end
local function first(text) return alliance.read(text).quotes[1] end

describe("a quotation", function ()
  it("is what stands between marks, with its place and its cue", function ()
    local article = alliance.read '"We agree on all points," Anna Berg said.'
    local q = article.quotes[1]
    assert.same({ "direct", "Anna Berg", "said", "cue-behind", 1 },
      { q.kind, q.speaker, q.cue, q.rule, q.block })
    assert.equal("We agree on all points,", article.text:sub(q.first, q.last))
    assert.equal("Anna Berg", article.text:sub(q.speaker_span.first, q.speaker_span.last))
  end)

  it("has the post and side of its speaker", function ()
    local q = first 'South Korean Defense Minister Kim Seon-ho said, "We will keep our posture firm."'
    assert.same({ "Kim Seon-ho", "Minister of National Defense", "KR" }, { q.speaker, q.office, q.side })
  end)

  it("stands in marks of every kind", function ()
    for _, marks in ipairs { { '"', '"' }, { "“", "”" }, { "«", "»" }, { "「", "」" }, { "『", "』" }, { "''", "''" },
      { "'", "'" }, { "‘", "’" } } do
      assert.same({ "Anna Berg: We will be there soon." },
        said(("Anna Berg said: %sWe will be there soon.%s"):format(marks[1], marks[2])))
    end
  end)

  it("is not made by apostrophes and signs of inches", function ()
    local text = "The soldiers' mess and the officers' hall don't share a 12\" pipe of the '90s."
    assert.same({}, alliance.read(text).quotes)
  end)

  it("keeps apostrophes within single marks", function ()
    assert.same({ "Anna Berg: We don't need the soldiers' help now," },
      said "'We don't need the soldiers' help now,' Anna Berg said.")
  end)

  it("is a fragment when it has one to three words, unless it is all that is said", function ()
    assert.same({ "Anna Berg: rock solid" }, said('Anna Berg called the pact "rock solid" on Friday.', "fragment"))
    assert.same({ "Anna Berg: Not yet," }, said '"Not yet," Anna Berg said.')
  end)

  it("is no title", function ()
    assert.same({}, said('A film named "The Long Road" opened in Oslo.', "fragment"))
    assert.same({}, said("Anna Berg left early on Friday, she told ABC's \"Good Morning, Oslo.\""))
  end)

  it("may have capitals when somebody says or chants it", function ()
    assert.same({ "Anna Berg: We Go Together" }, said('Anna Berg stressed the spirit of "We Go Together" on Friday.',
      "fragment"))
    assert.same({ "Protesters: Peace For Oslo" }, said('Protesters shouted "Peace For Oslo" on Friday.', "fragment"))
  end)

  it("is no value of an attribute in markup that was left in the text", function ()
    assert.same({}, said 'Anna Berg said so: <a id="one two three four">here</a>.')
  end)

  it("may be closed by a mark turned the wrong way", function ()
    assert.same({ "Anna Berg: We wait for them all," }, said "“We wait for them all,“ said Anna Berg.")
  end)
end)

describe("a quotation in pieces", function ()
  it("goes on behind its cue", function ()
    local quotes = alliance.read '"The pact," Anna Berg said, "is older than most of us."'.quotes
    assert.same({ "The pact,", "is older than most of us." }, { quotes[1].text, quotes[2].text })
    assert.equal(1, quotes[2].continues)
    assert.equal("Anna Berg", quotes[2].speaker)
  end)

  it("goes on with the next sentence of the paragraph", function ()
    local quotes = alliance.read '"We will wait for them," Anna Berg said. "There is time enough."'.quotes
    assert.same({ "Anna Berg", "goes-on", 1 }, { quotes[2].speaker, quotes[2].rule, quotes[2].continues })
  end)

  it("goes on in the next paragraph where its mark stands again, and knows its speaker from any of them", function ()
    local quotes = alliance.read('The talks ended late on Friday.\n\n"We met for a day.\n\n"We will meet again," '
      .. 'Anna Berg said.').quotes
    assert.same({ "We met for a day.", "Anna Berg" }, { quotes[1].text, quotes[1].speaker })
    assert.equal(1, quotes[2].continues)
  end)

  it("holds another one, of which nobody is said to be the speaker", function ()
    local quotes = alliance.read "\"They told us 'not before next year' and left,\" Anna Berg said.".quotes
    assert.same({ "Anna Berg", "not before next year", "nested" },
      { quotes[1].speaker, quotes[2].text, quotes[2].rule })
    assert.is_nil(quotes[2].speaker)
  end)

  it("ends with its paragraph where its mark is never closed", function ()
    local quotes = alliance.read('"The road is open for all of us now.\n\nThe next paragraph stands alone.').quotes
    assert.same({ "The road is open for all of us now.", "unclosed" }, { quotes[1].text, quotes[1].rule })
    assert.equal(1, #quotes)
  end)

  it("ends before the next opening mark where its own was forgotten", function ()
    assert.same({ "We go first,", "They go next week," }, (function (quotes)
      return { quotes[1].text:match "^We go first,", quotes[2].text }
    end) (alliance.read "“We go first, Anna Berg said. “They go next week,” she said.".quotes))
  end)
end)

describe("the speaker", function ()
  it("stands behind the verb", function ()
    assert.same({ "Xavier Brunson: We train every single day," },
      said '"We train every single day," said Gen. Xavier Brunson, who took over in December.')
  end)

  it("stands before it, with what is said of him between", function ()
    assert.same({ "Anna Berg: We will not move." },
      said 'Anna Berg, a lawyer who has advised both sides, told reporters: "We will not move."')
  end)

  it("is the name between commas behind a role, or before one", function ()
    assert.same({ "Anna Berg: No date is set,", "Anna Berg: We wait." },
      said('"No date is set," the army\'s spokesman, Colonel Anna Berg, told Yonhap.\n\n' ..
        'Anna Berg, spokesman of the army said: "We wait."'))
  end)

  it("is the name behind the comma where the verb stands first, and not another's", function ()
    assert.same({ "Anna Berg: No date is set,", "the army spokesman: We wait," },
      said('"No date is set," said the envoy to the talks, Anna Berg.\n\n' ..
        '"We wait," said the army spokesman, Paul Moor\'s brother.'))
  end)

  it("stands before an aside", function ()
    assert.same({ "Anna Berg: We will go on with it." },
      said 'Anna Berg, meanwhile, promised: "We will go on with it."')
  end)

  it("is whom somebody quotes", function ()
    assert.same({ "Anna Berg: No date is set,", "his aide: We go on." },
      said('"No date is set," the agency quoted Anna Berg at a forum as saying.\n\n' ..
        'The paper quoted his aide as saying: "We go on."'))
  end)

  it("is what spoke last, known or not, where it says so", function ()
    assert.same({ "the coalition: We hold the town,", "the coalition: It is calm now," },
      said '"We hold the town," the coalition said.\n\n"It is calm now," it said.')
  end)

  it("is the first of the nouns that small words join", function ()
    assert.same({ "a spokesman for the ministry: No date is set," },
      said '"No date is set," a spokesman for the ministry said.')
  end)

  it("is who spoke last where a pronoun says so", function ()
    assert.same({ "Anna Berg: It was a long day,", "Anna Berg: It is over now," },
      said '"It was a long day," Anna Berg said.\n\n"It is over now," she added.')
  end)

  it("is no photographer, whatever the pronoun behind the caption", function ()
    assert.same({ "Anna Berg: It is over now," }, said(
      "Bridge opens\n\nShips (blue flags) pass below the bridge during a parade in Vik, Norway Paul Moor/Reuters\n\n" ..
      'The bridge opened after Mayor Anna Berg had paid for it. "It is over now," she said on Monday.'))
  end)

  it("is no person named within the marks", function ()
    assert.same({ "Anna Berg: We wait.", "Anna Berg: Everyone around Paul Moor has called us," },
      said 'Anna Berg said, "We wait."\n\n"Everyone around Paul Moor has called us," she said.')
  end)

  it("is a body, also where a noun or pronoun stands for it", function ()
    assert.same({ "US Department of Defense", "US Department of Defense" }, (function (q)
      return { q[1].speaker, q[2].speaker }
    end) (alliance.read "The Pentagon said the visit would go on. It added that no date was set.".quotes))
  end)

  it("is the office or ministry that spoke last where 'it' says so, never somebody", function ()
    assert.same({ "Berg's office: the bridge will be opened on Monday." },
      said 'Berg\'s office said the talks were good. It added that "the bridge will be opened on Monday."')
    assert.same({ "It: the bridge will be opened on Monday." },
      said 'Berg\'s lawyer said the talks were good. It added that "the bridge will be opened on Monday."')
  end)

  it("is the noun phrase as written where no name is known", function ()
    assert.same({ "a senior official: We are close to a deal," },
      said '"We are close to a deal," a senior official said.')
  end)

  it("signs a letter behind a dash, and opens a headline before a colon", function ()
    assert.same({ "Anna Berg: No more of this here." }, said "“No more of this here.” — Anna Berg")
    assert.equal("colon", first('Anna Berg: "We will not go"').rule)
  end)

  it("stands behind a verb in the present, which at the beginning of a sentence asks somebody", function ()
    assert.same({ "Anna Berg: We will not go there," }, said '"We will not go there," says Anna Berg, 40, a pilot.')
    assert.same({ nil, "Anna Berg" }, { (alliance.read "Say the bridge is open.".quotes[1] or {}).speaker,
      first '"We wait here," says Anna Berg.'.speaker })
  end)

  it("tells the whole sentence from its end, for each of the quotations in it", function ()
    local quotes = alliance.read 'The bridge was a "good thing" that brought "good news to all," Anna Berg said.'.quotes
    assert.same({ "Anna Berg", "Anna Berg" }, { quotes[1].speaker, quotes[2].speaker })
  end)

  it("answers for what others might say, not for what they did say", function ()
    assert.same({ "Anna Berg: never" }, said('Anna Berg said voters will say "never" to it.', "fragment"))
    assert.same({ "voters: never" }, said('Anna Berg said voters had said "never" to it.', "fragment"))
  end)

  it("is shared by all that a list of names holds", function ()
    local quotes = alliance.read 'Anna Berg called him "odd," a "liar," "weak" and "sick."'.quotes
    for i = 1, 4 do assert.equal("Anna Berg", quotes[i].speaker) end
  end)

  it("is the first of two, and stands on both", function ()
    local article = alliance.read '"The day has been long," Anna Berg and Paul Moor wrote.'
    local q = article.quotes[1]
    assert.same({ "Anna Berg", "Anna Berg and Paul Moor" },
      { q.speaker, article.text:sub(q.speaker_span.first, q.speaker_span.last) })
  end)

  it("stands before its line in a transcript", function ()
    assert.same({ "Anna Berg: We will be there." }, said 'Anna Berg spoke.\n\n"BERG: We will be there."')
  end)

  it("is nobody for words held at arm's length, or by a thing that cannot speak", function ()
    assert.same({ "?: safe" }, said('Anna Berg moved to a "safe" house in Oslo.', "fragment"))
    assert.same({ "?: trust" }, said('The mines would be placed in a separate "trust" soon.', "fragment"))
    assert.same({ "Anna Berg: strong" }, said('Anna Berg admires him as "strong" again.', "fragment"))
  end)

  it("stands beside a verb that no list has", function ()
    local q = first '"Go back to your desks," Anna Berg drawled.'
    assert.same({ "Anna Berg", "subject-behind" }, { q.speaker, q.rule })
  end)
end)

describe("what is told without marks", function ()
  it("is the clause behind the verb, with or without that", function ()
    assert.same({ "Anna Berg: the bridge is open" }, told "Anna Berg said that the bridge is open.")
    assert.same({ "Anna Berg: the bridge is open" }, told "Anna Berg said the bridge is open.")
    assert.same({ "Anna Berg: the bridge is open" }, told "Anna Berg said on Friday that the bridge is open.")
  end)

  it("may have its day between the speaker and the verb", function ()
    for _, day in ipairs { "Monday", "on Monday", "on Dec. 20", "on Monday also" } do
      assert.same({ "Anna Berg: the bridge is open" },
        told("It rained. Anna Berg " .. day .. " said that the bridge is open."))
    end
    assert.same({ "An official on the committee: it is open" },
      told "An official on the committee said that it is open.")
  end)

  it("says whom it was told", function ()
    local q = first "An official told Yonhap that the talks would go on."
    assert.same({ "An official", "Yonhap", "the talks would go on" }, { q.speaker, q.told, q.text })
  end)

  it("is the clause before the verb, or around it", function ()
    assert.same({ "Anna Berg: The bridge is open again" }, told "The bridge is open again, Anna Berg said.")
    assert.same({ "Anna Berg: The bridge, Anna Berg said, is open again" },
      told "The bridge, Anna Berg said, is open again.")
  end)

  it("stands beside according to", function ()
    assert.same({ "Anna Berg: the bridge is open" }, told "According to Anna Berg, the bridge is open.")
    assert.same({ "Anna Berg: The bridge is open" }, told "The bridge is open, according to Anna Berg.")
  end)

  it("may be quoted by others", function ()
    assert.same({ "Anna Berg: the bridge is open" }, told "Anna Berg was quoted as saying that the bridge is open.")
  end)

  it("goes on with a second verb of the same speaker", function ()
    assert.same({ "Anna Berg: the bridge is open", "Anna Berg: it will stay so" },
      told "Anna Berg said the bridge is open, adding that it will stay so.")
  end)

  it("ends where another teller begins", function ()
    assert.same({ "Anna Berg: the bridge is open", "Paul Moor: it is shut" },
      told "Anna Berg said the bridge is open, but Paul Moor said it is shut.")
    assert.same({ "Anna Berg: the bridge is open, and the road is shut" },
      told "Anna Berg said the bridge is open, and the road is shut.")
  end)

  it("is told once: what somebody in it wants or believes belongs to it", function ()
    assert.same({ "Anna Berg: she believes the bridge is open" },
      told "Anna Berg said she believes the bridge is open.")
    assert.same({ "Anna Berg: Voters want the bridge to open" }, told "Voters want the bridge to open, Anna Berg said.")
    assert.same({ "Anna Berg: Paul Moor said the bridge is open", "Paul Moor: the bridge is open" },
      told "Anna Berg said Paul Moor said the bridge is open.")
  end)

  it("may be an attitude, with its that", function ()
    assert.same({ "Anna Berg: the bridge will open" }, told "Anna Berg is confident that the bridge will open.")
    assert.same({}, told "Anna Berg is confident.")
  end)

  it("is more than where it was told", function ()
    assert.same({}, told "In a statement on Friday, Anna Berg wrote.")
    assert.same({ "Anna Berg: At noon the bridge will open" }, told "At noon the bridge will open, Anna Berg wrote.")
  end)

  it("is not told again behind a quotation", function ()
    assert.same({}, told '"We go home at last now," Anna Berg said to cheers from the crowd.')
  end)

  it("stands behind a noun and its that, whose owner tells it", function ()
    assert.same({ "Anna Berg: Paul Moor's claim that the bridge is shut", "Paul Moor: the bridge is shut" },
      told "Anna Berg rejected Paul Moor's claim that the bridge is shut.")
  end)

  it("is a headline behind the speaker's name and a colon", function ()
    assert.same({ "Anna Berg: bridge to open in spring" },
      told "Anna Berg: bridge to open in spring\n\nThe bridge has been shut for a year. Nobody was hurt.")
  end)

  it("needs a verb that agrees: what one thing does ends in s", function ()
    assert.same({}, told "Deputy Minister Anna Berg paid a courtesy call on the mayor of the town.")
    assert.same({ "A ministry official: the owners are to pay" },
      told "A ministry official says the owners are to pay.")
  end)

  it("needs a verb: nouns of the same letters tell nothing", function ()
    assert.same({}, told "The state of the bridge and the claims of the owners were reviewed by the court.")
  end)
end)

describe("a quotation within a name", function ()
  it("is said by nobody, other than one beside it", function ()
    assert.same({}, said('Walter "Skip" Sharp met the mayor on Monday.', "fragment"))
    assert.same({ "Walter Sharp: Skip" }, said('Walter Sharp said "Skip" on Monday.', "fragment"))
  end)
end)

describe("a line between single marks", function ()
  it("is a heading, other than one between double marks", function ()
    local before = "Anna Berg said that the bridge will be closed on Monday for the rest of the year.\n\n"
    local after = "\n\nThe bridge was built in 1950 by the county, which has owned it since then."
    assert.same({}, said(before .. "'We wait for the spring'" .. after))
    assert.same({ "Anna Berg: We wait for the spring." }, said(before .. '"We wait for the spring."' .. after))
  end)
end)

describe("a dash behind a quotation", function ()
  it("signs it where a name follows", function ()
    assert.same({ "Anna Berg: We will be there soon" }, said '"We will be there soon" - Anna Berg')
    assert.same({ "?: we will be there soon" }, said 'It rained - "we will be there soon" - drew a smile.')
  end)
end)

describe("who issued a readout", function ()
  it("speaks in it, where a body did", function ()
    assert.same({ "US Department of Defense: the secretary stressed the need." },
      said 'According to the Pentagon\'s readout, "the secretary stressed the need."')
    assert.same({ "a new report: the secretary stressed the need." },
      said 'According to a new report, "the secretary stressed the need."')
  end)
end)

describe("the envoy", function ()
  it("is who was named last, unless an envoy without a name spoke", function ()
    local words = '\n\n"We did not come with demands," the envoy said on Monday.'
    assert.same({ "Anna Berg: We did not come with demands," }, said("Anna Berg said that it rained." .. words))
    assert.same({ "the envoy: We did not come with demands," },
      said("Anna Berg said that it rained. A senior envoy said that it snowed." .. words))
  end)
end)

describe("he", function ()
  it("is an official without a name, where that one spoke last", function ()
    local list = assert(alliance.read('Paul Moor said that it rained. A senior official said that it snowed. ' ..
      '"There was no call between them," he said.')).quotes
    assert.equal("A senior official", list[3].speaker)
    list = assert(alliance.read('A senior official said that it snowed. Paul Moor said that it rained. ' ..
      '"There was no call between them," he said.')).quotes
    assert.equal("Paul Moor", list[3].speaker)
  end)
end)

describe("a subject that cannot speak", function ()
  it("says nothing, other than one that can", function ()
    assert.same({ "?: the truth is sexier than lies." },
      said 'Good news drives it out when "the truth is sexier than lies."')
    assert.same({ "Anna Berg: the truth is sexier than lies." },
      said 'Anna Berg drives it out when "the truth is sexier than lies."')
  end)
end)
