--- The rules: for each what it says, words that it takes and words that only look alike.
--
-- The specs run every row (spec/notice/rules_spec.lua) and codebook() prints them: so what a codebook says of a rule
-- is what the rule does. A row: name, accepts, gives, refuses [, means]. `{…}` around the words of a whole text is
-- the frame of the field: { before, behind }.
local M = {}

--- In the order of a codebook: field of the article, the frame of its examples, which of an item's fields `gives` is
-- about, and the rows.
M.fields = {}

local function field(name, of, about, rows)
  M.fields[#M.fields + 1] = { name = name, of = of, before = about.before or "", behind = about.behind or "",
    gives = about.gives, published = about.published, rows = rows }
end

field("dates", "expressions of time; TIMEX3 of TimeML",
  { before = "It ", behind = ", he said.", gives = "value", published = "2024-12-20" }, {
  { "full date", "on Dec. 3, 2024", "2024-12-03", "on Dec. 3, 2024th" },
  { "month and day", "on Dec. 3", "2024-12-03", "on Dec. 33" },
  { "month and day of a year", "on Dec. 3 of last year", "2023-12-03", "on Dec. 3 of last week" },
  { "British date", "on 3 December 2024", "2024-12-03", "on 33 December 2024" },
  { "weekday with its date", "on Tuesday (Dec. 3)", "2024-12-03", "on Tuesday (see Dec. 3)" },
  { "month and year", "in December 2023", "2023-12", "in December 20234" },
  { "month of a year", "in July last year", "2023-07", "in July last week" },
  { "pointed month", "was last July", "2024-07", "was last seen July" },
  { "month", "in July", "2024-07", "by Theresa May" },
  { "numeric date", "on 2024-12-03", "2024-12-03", "on 2024-13-03" },
  { "holiday", "on Halloween", "2024-10-31", "on Hallows" },
  { "day of the month", "on the 3rd", "2024-12-03", "on the 3rd floor" },
  { "weekday", "said Tuesday", "2024-12-17", "said the Sun" },
  { "weekday of a week", "met Tuesday of last week", "2024-12-10", "met Tuesday of last year" },
  { "day counted from today", "was yesterday", "2024-12-19", "was yesteryear" },
  { "part of a day", "was this morning", "2024-12-20TMO", "was this mourning" },
  { "part of a date", "on the night of Dec. 3", "2024-12-03TNI", "on the night of a fight" },
  { "time of day", "at 10:30 a.m.", "2024-12-20T10:30", "in 10:30 flat" },
  { "day and time", "met Tuesday at 10 a.m.", "2024-12-17T10:00", "met Tuesday at 10 Downing Street" },
  { "year", "in 1950", "1950", "in Room 1950" },
  { "fiscal year", "in fiscal 2026", "2026", "in fiscal matters" },
  { "decade", "in the 1990s", "199X", "in the 1995s" },
  { "century", "in the 20th century", "19XX", "in the 20th hour" },
  { "season", "was last summer", "2024-SU", "was before the fall of Rome" },
  { "part of a year", "in the third quarter", "2024-Q3", "in the fifth quarter" },
  { "same part of a year", "in the latest quarter", "2024-Q3", "in the latest film" },
  { "a year before", "of the year-ago quarter", "2023", "of the year again" },
  { "pointed unit", "was last week", "2024-W50", "was the last minute" },
  { "unit in hand", "over the weekend", "2024-W50-WE", "is the man of the year" },
  { "edge of a time", "by the end of 2025", "2025", "by the end of it" },
  { "year-end", "by year-end", "2024", "by week-end" },
  { "week of a day", "in the week of Dec. 3", "2024-W49", "in the week of cold" },
  { "so long ago", "was ten days ago", "2024-12-10", "was ten Lagos" },
  { "duration", "for ten days", "P10D", "for ten dogs" },
  { "duration from and to", "for two to three days", "P2D", "for two to tango" },
  { "duration and a half", "for a year and a half", "P1Y6M", "for a year and a reason" },
  { "compound duration", "had a three-day visit", "P3D", "had a three-way visit, a three-day-old baby" },
  { "one unit", "within a year", "P1Y", "was a minute man" },
  { "some units", "for decades", "PXDE", "for 54 years old men" },
  { "every unit", "met every August", "XXXX-08", "met every actor" },
  { "every weekday", "met on Fridays", "XXXX-WXX-5", "met on fry days" },
  { "word for a set", "held daily talks", "P1D", "told the Daily Herald" },
  { "time without a day", "is now", "PRESENT_REF", "is the future king" },
  { "the past", "was in the past", "PAST_REF", "was past the post" },
  { "end of a range", "from Dec. 3 to 5", "2024-12-05", "from Dec. 3 to 5 July" },
})

field("quotes", "who said what", { gives = "speaker" }, {
  { "cue-behind", '"We agree on all points," Anna Berg said.', "Anna Berg", '"The Long Road" opened in Oslo.',
    "a verb of saying and its subject behind the marks" },
  { "cue-before", 'Anna Berg said, "We will keep our posture firm."', "Anna Berg", 'A film called "The Long Road" opened.',
    "a verb of saying before them" },
  { "inverted", '"No date is set," said Anna Berg.', "Anna Berg", '"No date is set" was all they read.',
    "the verb before its subject, behind the marks" },
  { "colon", 'Anna Berg: "We will not go there again"', "Anna Berg", 'It stood at 3: 2 when "We will not go there again" was sung.',
    "a name and a colon" },
  { "signed", "“No more of this here.” — Anna Berg", "Anna Berg", "“No more of this here.” — and then silence",
    "a dash and a name behind the marks" },
  { "goes-on", '"We will wait for them," Anna Berg said. "There is time enough."', "Anna Berg",
    'Anna Berg said so. The sign read "There is time enough for all of us."',
    "a quotation behind another one of the same paragraph, or the next paragraph with its opening mark again" },
  { "subject", 'Anna Berg met with the "many people who keep the old bridge open" on Friday.', "Anna Berg", 'A film named "The Long Road" opened.',
    "the subject of the sentence in which words between marks stand" },
  { "line", 'Anna Berg spoke.\n\n"BERG: We will be there."', "Anna Berg", 'Anna Berg spoke.\n\n"The plan: we will be there."',
    "a name in capitals before its line in a transcript" },
  { "scare", 'Anna Berg moved to a "safe" house in Oslo.', nil, 'Anna Berg called it "safe" on Friday.',
    "a few words held at arm's length, or behind what cannot speak; nobody is said to be their speaker" },
  { "nested", "\"They told us 'not before next year' and left,\" Anna Berg said.", nil,
    "\"They left the soldiers' mess,\" Anna Berg said.", "a quotation within another; nobody is said to be its speaker" },
  { "unclosed", '"The road is open for all of us now.\n\nThe next paragraph stands alone.', nil,
    '"The road is open for all of us now," Anna Berg said.', "a mark that is never closed ends with its paragraph" },
  { "said-that", "Anna Berg said that the bridge is open.", "Anna Berg", "The state of the bridge was reviewed.",
    "indirect: the clause behind the verb, with or without that" },
  { "said-behind", "The bridge is open again, Anna Berg said.", "Anna Berg", "The bridge is open again, and Anna Berg left.",
    "indirect: the clause before the verb, or around it" },
  { "according", "According to Anna Berg, the bridge is open.", "Anna Berg", "It went according to plan, and the bridge opened.",
    "indirect: what stands beside according to" },
})

field("figures", "quantities", { gives = "value" }, {
  { "unit", "Around 28,500 troops are stationed there.", 28500, "On 20 December the 61-year-old spoke.",
    "a number and a unit of lexicon/units.lua" },
  { "noun", "It has 80 ageing submarines.", 80, "The F-35 fighters came.", "a number and a plural noun, its own unit" },
  { "currency", "Seoul will pay $1.2 billion.", 1200000000, "Call 02-555-0199 now.", "a sign of currency before the number" },
  { "strong", "Brunson leads the 28,500-strong US Forces Korea.", 28500, "A strong 3-2 win was theirs.", "-strong behind it" },
  { "ellipsis", "They keep 100,000 soldiers in Asia, 37,000 of them in Korea.", 37000, "The index fell to 10,345 on Monday.",
    "a large number whose noun its sentence has said" },
})

field("consultations", "official contacts between two sides or more", { published = "2024-12-20", gives = "kind" }, {
  { "verb", "Defense Secretary Lloyd Austin met South Korean Defense Minister Kim Seon-ho in Seoul on Friday.", "meeting",
    "Lloyd Austin met reporters on Friday.", "a verb of meeting with two sides at it" },
  { "verb-visit", "Defense Secretary Lloyd Austin visited Seoul on Friday.", "visit", "Lloyd Austin visited Texas on Friday.",
    "an official of one side who goes to another" },
  { "noun-held", "Defense Secretary Lloyd Austin held a phone call with South Korean Defense Minister Kim Seon-ho on Friday.",
    "call", "Lloyd Austin held a phone in his hand on Friday.", "a noun of contact and a verb that says it was held" },
  { "noun-hosted", "President Joe Biden will host South Korean President Yoon Suk Yeol on Friday for a summit.", "summit",
    "Joe Biden will host guests for a summit.", "what a host receives his guests for" },
  { "noun", "The phone call between Seoul and Washington was short.", "call", "The phone call between two sisters was short.",
    "a noun of contact with two sides at it" },
})

field("commitments", "words of assurance towards an ally", { gives = "term" }, {
  { "word", "The pact is ironclad.", "ironclad", "The door is of iron.", "a phrase of lexicon/commitments.lua" },
  { "beside", "He pledged to protect the ally.", "pledged", "He pledged to lower taxes.",
    "a phrase that counts only where the alliance or defence is named beside it" },
})

field("people", "who is named", { gives = "name" }, {
  { "lexicon", "Lloyd Austin spoke.", "Lloyd Austin", "Austin, Texas, is hot.", "a name of lexicon/tenures.lua" },
  { "tagger", "A lawyer, Oskar Lindqvist, said on Friday that he would go.", "Oskar Lindqvist", "The Friday talks went on.",
    "a name that nobody has listed, found by its shape and surroundings (weights.lua)" },
})

return M
