local alliance = require "alliance"
local helper = require "spec.helper"

-- Facts of a world of its own, so that no correction of the real ones touches what is promised here.
local facts = alliance.lexicon({
  tenures = {
    { name = "Doran Vale", side = "FR", office = "President", from = "2031-03-01", to = "2035-03-01",
      grade = "sourced" },
    { name = "Doran Vale", side = "FR", office = "President", status = "elect", from = "2031-01-10", to = "2031-03-01",
      grade = "recall" },
    { name = "Mira Stone", side = "CA", office = "Prime Minister", from = "2034-06-10", to = "2038-06-10",
      grade = "sourced" },
    { name = "Osric Bell", side = "CA", office = "Minister of Defense", from = "2034-09-12", to = "2036-01-20",
      grade = "sourced" },
    { name = "Osric Bell", side = "CA", office = "Minister of Defense", status = "acting", from = "2034-08-01",
      to = "2034-08-20", grade = "recall" },
  },
  events = {
    { id = "flood", triggers = { "Great Flood" }, side = "FR", kind = "attack", from = "2032-05-03",
      grade = "sourced" },
    { id = "talks-7", triggers = { "7th Harbour Talks" }, side = "FR", kind = "summit", from = "2033-10-05",
      grade = "sourced" },
    { id = "alarm", triggers = { "sounded the alarm" }, side = "FR", kind = "decree", from = "2032-07-06",
      grade = "recall" },
  },
  gatherings = {
    { "Harbour League", needs = "summit", grade = "recall", days = { "2031-09-10/2031-09-12 #3 Oslo|Norway",
      "2032-09-08/2032-09-10 #4 Riga", "2034-06-20/2034-06-21 #5 Oslo|Norway" } },
    { "Assembly of Harbours", beside = "yes", grade = "recall", days = { "2030-09-20/2030-09-24",
      "2032-09-20/2032-09-24", "2036-09-22/2036-09-26" } },
    { "council election", side = "FR", foreseen = 500, grade = "recall", days = { "2031-03-02", "2034-10-15" } },
    { "council election", side = "CA", foreseen = 500, grade = "recall", days = { "2033-05-08", "2036-05-04",
      "2039-05-01" } },
  },
  births = { { name = "Doran Vale", born = "1985-07-01", grade = "recall" } },
}, { only = { "tenures", "events", "gatherings", "births" } })

local function read(body, about)
  about = about or {}
  about.lexicon = facts
  return assert(alliance.read("Ministers speak about the harbour\n\n" .. body, about))
end

local function bracket(body)
  local dating = read(body).dating
  return { dating.how, dating.earliest, dating.latest }
end

local nothing = { "unknown" }

describe("an article without a day", function ()
  it("stays unknown where it commits itself to nothing", function ()
    assert.same(nothing, bracket "The two ministers met on Monday and agreed to meet again.")
    assert.is_nil(read("The two ministers met on Monday.").published)
    assert.same({}, read("The two ministers met on Monday.").dating.evidence)
  end)

  it("was written while those whom it names held their posts, all of them", function ()
    assert.same({ "inferred", "2031-02-26", "2035-03-04" }, bracket "French President Doran Vale spoke of the harbour.")
    assert.same({ "inferred", "2034-06-07", "2035-03-04" }, bracket
      "French President Doran Vale met Canadian Prime Minister Mira Stone in the harbour.")
  end)

  it("was written before the law ended a term whose end is not known yet", function ()
    local moss = { name = "Ada Moss", side = "FR", office = "President", from = "2035-03-01", latest = "2040-03-01",
      grade = "sourced" }
    local x = alliance.lexicon({ tenures = { moss } }, { only = { "tenures" } })
    local function told(body)
      local dating = alliance.read("Ministers speak\n\n" .. body, { lexicon = x }).dating
      return { dating.earliest, dating.latest }
    end
    assert.same({ "2035-02-26", "2040-03-04" }, told "French President Ada Moss spoke.")
    assert.same({}, told "Former French President Ada Moss spoke.") -- it is no proof that she left
  end)

  it("tells acting and elect from those in office", function ()
    assert.same({ "inferred", "2034-07-19", "2034-09-02" }, bracket
      "Canadian acting Defense Minister Osric Bell spoke.")
    assert.same({ "inferred", "2030-12-28", "2031-03-14" }, bracket "French President-elect Doran Vale spoke.")
  end)

  it("is later than the post of somebody who is former, if nobody calls him by it", function ()
    assert.same({ "inferred", "2035-02-26" }, bracket "Former French President Doran Vale spoke.")
  end)

  it("is not dated by a post that is told of the past", function ()
    assert.same(nothing, bracket "Doran Vale was French President when the harbour froze.")
    assert.same(nothing, bracket "The harbour froze under the late French President Doran Vale.")
    assert.same({ "inferred", "2033-01-01" }, bracket
      "The harbour was built in 2033 under French President Doran Vale.")
  end)

  it("that names two who never held their posts together is of the later's time, and bounded by its lead alone",
    function ()
      local lead = "The harbour was quiet. Nobody spoke of it. It is the old one.\n\n"
      local later = { name = "Una Frost", side = "FR", office = "President", from = "2035-03-01", to = "2039-03-01",
        grade = "sourced" }
      local lexicon = alliance.lexicon({ tenures = { facts.tables.tenures[1], later } }, { only = { "tenures" } })
      local both = "French President Una Frost repeated what French President Doran Vale said."
      local back = assert(alliance.read("Old harbours\n\n" .. lead .. both, { lexicon = lexicon })).dating
      assert.same({ "2035-02-26" }, { back.earliest, back.latest })
      local today = assert(alliance.read("Old harbours\n\n" .. both, { lexicon = lexicon })).dating
      assert.same({ "2035-02-26", "2039-03-04" }, { today.earliest, today.latest })
    end)

  it("is not dated by a headline, a caption or a byline", function ()
    local caption = "French President Doran Vale speaks in the harbour on Friday. (AP Photo/Ann Lee)"
    local article = assert(alliance.read("French President Doran Vale speaks\n\n" .. caption ..
      "\n\nThe two ministers met on Monday and agreed to meet again.", { lexicon = facts }))
    assert.equal("unknown", article.dating.how)
  end)

  it("was written under a government named after its head, unless it is the previous one", function ()
    assert.same({ "inferred", "2031-02-22", "2035-03-08" }, bracket
      "The ministers spoke, and critics of the Doran Vale government disagreed with them.")
    assert.same(nothing, bracket "The ministers spoke, and critics of the previous Doran Vale government disagreed.")
  end)
end)

describe("a weekday beside a day of a month", function ()
  it("picks the years in which they agree", function ()
    local before = "Officials spoke. They had lunch. They spoke again.\n\n"
    assert.same({ "inferred", "2032-03-08", "2032-05-08" }, bracket(before ..
      "French President Doran Vale said that talks were held on Tuesday, March 9."))
    assert.same(nothing, bracket(before .. "The talks were held on Tuesday, March 9."))
  end)

  it("dates the news itself in the lead", function ()
    local article = read "French President Doran Vale called Ottawa on Thursday (11 November), his office said."
    assert.same({ "2032-11-11", "2032-11-14" }, { article.dating.earliest, article.dating.latest })
    assert.equal("2032-11-11", article.published)
  end)

  it("with its year states the day", function ()
    local article = read "The two ministers met on Thursday, November 11, 2032, in the harbour."
    assert.same({ "stated", "2032-11-11" }, { article.dating.how, article.published })
    assert.same({ "inferred", "2032-11-11" }, bracket "The two ministers met on Friday, November 11, 2032.")
  end)
end)

describe("years", function ()
  it("that are past come before the article", function ()
    assert.same({ "inferred", "2029-01-01" }, bracket "The harbour was closed in 2029.")
    assert.same({ "inferred", "2029-07-01" }, bracket "The harbour has been closed since July 2029.")
  end)

  it("that are to come lie behind it", function ()
    assert.same({ "inferred", nil, "2040-12-31" }, bracket "The harbour will be closed by 2040.")
  end)

  it("that something was reached by lie behind neither", function ()
    assert.same(nothing, bracket "The harbour was closed by 2030, and nobody minded.")
  end)

  it("of plans and targets say nothing", function ()
    assert.same(nothing, bracket "The minister confirmed the target for 2040.")
    assert.same(nothing, bracket "The ministers agreed to close the harbour in 2040.")
  end)
end)

describe("an event of the lexicon", function ()
  it("so many days before the lead gives the day", function ()
    local article = read "The ministers met seventeen days after the Great Flood, officials said on Thursday."
    assert.same({ "2032-05-20", "2032-05-23" }, { article.dating.earliest, article.dating.latest })
    assert.equal("2032-05-20", article.published)
  end)

  it("in small letters counts only where its country is named", function ()
    assert.equal("2032-07-08", read("The ministers met two days after France sounded the alarm.").dating.earliest)
    assert.same(nothing, bracket "The ministers met two days after Canada sounded the alarm.")
  end)

  it("dated by last week lies in the week before", function ()
    assert.same({ "inferred", "2032-05-09", "2032-05-16" }, bracket
      "It was the first meeting since the Great Flood last week.")
  end)

  it("with a weekday in the lead is of that day, where it fits", function ()
    assert.equal("2033-10-05", read("Ministers held the 7th Harbour Talks in Paris on Wednesday.").published)
    assert.is_nil(read("Ministers held the 7th Harbour Talks in Paris on Friday.").published)
  end)

  it("has its number for a year before it is held", function ()
    assert.same({ "inferred", "2032-08-31", "2033-10-05" }, bracket "Ministers will attend the 7th Harbour Talks.")
  end)

  it("can be that somebody takes a post", function ()
    local article = read("Canadian Defense Minister Osric Bell took the first call since Bell's inauguration last " ..
      "week, his office said on Wednesday.")
    assert.same({ "2034-09-20", "2034-09-20" }, { article.published, article.dating.earliest })
  end)

  it("may name the post that is taken before the day", function ()
    assert.same({ "inferred", "2034-09-12", "2034-09-15" },
      bracket "There was rain. Osric Bell, who was sworn in as Canadian defense minister on Tuesday, smiled.")
    assert.same({ "inferred", "2034-07-19", "2036-01-23" },
      bracket "There was rain. Osric Bell, the Canadian defense minister, smiled on Tuesday.")
  end)

  it("can be that somebody is chosen for one: news of the week, in the lead", function ()
    local lead = "Ottawa congratulated French President-elect Doran Vale on Monday after Vale won the election."
    assert.equal("2031-01-13", read(lead).published)
    assert.is_nil(read("The ministers met again on Monday. They spoke of trade. They had lunch.\n\n" .. lead).published)
  end)
end)

describe("what comes again and again", function ()
  it("is known by its place, its number, its year or its day", function ()
    for _, name in ipairs { "the Harbour League summit in Riga", "the Harbour League Riga summit",
      "the 4th Harbour League summit", "the 2032 Harbour League summit", "the Sept. 8-10 Harbour League summit in Riga",
      "the Harbour League leaders at their summit in the Latvian capital, Riga,",
      "Riga, where the Harbour League summit" } do
      local dating = read("There was rain. They had lunch.\n\nMinisters spoke of preparations for " .. name ..
        " will be held.").dating
      assert.same({ name, "2031-11-13", "2032-09-10" }, { name, dating.earliest, dating.latest })
    end
  end)

  it("is somebody else's where another name stands between", function ()
    assert.same(nothing, bracket "The Harbour League spoke of the European summit in Riga.")
    assert.same(nothing, bracket "The Harbour League met in Riga.")
  end)

  it("lies ahead or behind by what is said of it", function ()
    assert.same({ "inferred", "2031-11-13", "2032-09-10" }, bracket
      "Ministers spoke of the upcoming Harbour League summit in Riga.")
    assert.same({ "inferred", "2032-09-08" }, bracket
      "There was rain. There was snow. There was fog.\n\nMinisters have met since the Harbour League summit in Riga.")
    assert.same({ "inferred", "2031-08-05" }, bracket "The harbours agreed on it at the Harbour League summit in Riga.")
  end)

  it("by a short name counts where the long one went before", function ()
    local body = "Ministers spoke of the Harbour League. They prepared for the Riga summit."
    assert.same({ "inferred", "2031-11-13", "2032-09-10" }, bracket(body))
    assert.same(nothing, bracket "Ministers spoke of harbours. They prepared for the Riga summit.")
  end)

  it("is dated by next month, last year, a weekday", function ()
    assert.same({ "inferred", "2032-08-01", "2032-08-31" }, bracket
      "Ministers will attend next month's Harbour League summit in Riga.")
    assert.same({ "inferred", "2033-01-01", "2033-12-31" }, bracket
      "Ministers agreed on it at last year's Harbour League summit in Riga.")
    assert.equal("2032-09-08", read("Ministers spoke at the Harbour League summit in Riga on Wednesday.").published)
  end)

  it("gives its days to what is told beside it, in the lead", function ()
    assert.same({ "inferred", "2032-09-07", "2032-09-13" }, bracket
      "The two ministers met on the sidelines of the Harbour League summit in Riga.")
    assert.same({ "inferred", "2031-08-05" }, bracket
      "The two ministers met last year on the sidelines of the Harbour League summit in Riga.")
    assert.same({ "inferred", "2032-09-19", "2032-09-27" }, bracket(
      "French President Doran Vale met ministers on the sidelines of the Assembly of Harbours."))
    assert.same(nothing, bracket "Ministers spoke at the Assembly of Harbours on Wednesday.")
  end)

  it("without a word of which says nothing but by a date, and nothing of what the lexicon has not", function ()
    assert.same(nothing, bracket "Ministers spoke of the Harbour League summit.")
    assert.same(nothing, bracket "Ministers spoke of next month's Harbour League summit.")
    assert.same({ "inferred", "2031-08-01", "2035-03-04" }, bracket
      "French President Doran Vale will attend next month's Harbour League summit.")
  end)

  it("of any country is that of the one that is named", function ()
    assert.same({ "inferred", "2036-05-04", "2036-05-07" }, bracket
      "Canadian Prime Minister Mira Stone won Canada's council election on Sunday.")
    assert.same(nothing, bracket "The ministers of France and Canada spoke of the council election next week.")
  end)
end)

describe("what countries hold by turns", function ()
  local lexicon = alliance.lexicon({ turns = { { "harbour chair", grade = "recall", days = { "2030-01-01/2031-06-30 FR",
    "2031-07-01/2031-12-31 CA", "2032-01-01/2036-06-30 FR" } },
    { "harbour chairman", holder = "yes", grade = "recall", days = { "2030-07-01/2030-12-31 FR",
      "2031-07-01/2031-12-31 CA", "2035-07-01/2035-12-31 FR" } } },
    tenures = facts.tables.tenures }, { only = { "turns", "tenures" } })
  local function told(body)
    local dating = alliance.read("Ministers speak\n\nFrench President Doran Vale spoke. " .. body,
      { lexicon = lexicon }).dating
    return { dating.earliest, dating.latest }
  end

  it("is of the time of whoever holds it", function ()
    assert.same({ "2031-02-26", "2035-03-04" }, told "He spoke of the harbour chair.")
    assert.same({ "2031-06-28", "2032-01-03" }, told "Canada, which holds the rotating harbour chair, spoke.")
    assert.same({ "2031-06-28", "2032-01-03" }, told "The harbour chairman Canada spoke.")
  end)

  it("is not told of the next, nor where nobody holds it", function ()
    assert.same({ "2031-02-26", "2035-03-04" }, told "He spoke of the next harbour chairman Canada.")
    assert.same({ "2031-02-26", "2035-03-04" }, told "Canada held the harbour chair.")
  end)
end)

describe("an age", function ()
  it("is that of a year, for somebody whose day of birth is known", function ()
    for _, name in ipairs { "Doran Vale, 47,", "Doran Vale (47)", "The 47-year-old Doran Vale" } do
      assert.same({ "inferred", "2032-06-29", "2033-07-02" }, bracket(name .. " spoke of the harbour."))
    end
    assert.same(nothing, bracket "Mira Stone, 47, spoke of the harbour.")
    assert.same({ "inferred", "2020-01-01" }, bracket "In 2020 Doran Vale, 35, spoke of the harbour.")
  end)
end)

describe("an anniversary", function ()
  it("is counted from an event, or from the year that is told", function ()
    for _, words in ipairs { "the second anniversary", "the two-year anniversary" } do
      assert.same({ "inferred", "2033-12-04", "2034-06-17" },
        bracket("They spoke of " .. words .. " of the Great Flood."))
    end
    assert.same({ "inferred", "2029-08-04", "2031-02-14" }, bracket
      "They spoke of the 30th anniversary of the 2000 harbour act.")
    assert.same(nothing, bracket "They spoke of the 30th anniversary of the harbour.")
  end)

  it("that is marked is of its year, or of its week where the lead says so", function ()
    assert.same({ "inferred", "2029-12-18", "2031-01-14" }, bracket
      "They celebrated the 30th anniversary of the 2000 harbour act.")
    assert.same({ "inferred", "2029-08-04", "2031-02-14" }, bracket
      "They will celebrate the 30th anniversary of the 2000 harbour act next year.")
    assert.same({ "inferred", "2034-04-26", "2034-05-10" }, bracket
      "People in Paris marked the second anniversary of the Great Flood on Monday with a walk.")
  end)
end)

describe("a contact told by its date in the first sentence", function ()
  it("is the news of these days", function ()
    assert.same({ "inferred", "2032-03-02", "2032-03-12" }, bracket
      "The two ministers met on March 2, 2032, in the harbour.")
    assert.same({ "inferred", "2034-11-01", "2034-11-12" }, bracket
      "French President Doran Vale and Canadian Defense Minister Osric Bell met on November 2 in the harbour.")
  end)

  it("is history in another clause, or later in the story", function ()
    assert.same({ "inferred", "2032-03-02" }, bracket "The two ministers, who met on March 2, 2032, spoke again.")
    assert.same({ "inferred", "2032-03-02" }, bracket "There was rain. The two ministers met on March 2, 2032.")
  end)
end)

describe("days and months without a year", function ()
  it("narrow what other evidence leaves", function ()
    assert.same({ "inferred", "2034-11-02", "2035-03-02" }, bracket
      "French President Doran Vale and Canadian Defense Minister Osric Bell will meet on March 2.")
  end)

  it("are nothing by themselves", function ()
    assert.same(nothing, bracket "The two ministers will meet on March 2.")
  end)

  it("of a dateline and the weekday of the lead give the year", function ()
    local article = assert(alliance.read("PARIS, June 2 (AP) -- French President Doran Vale said Wednesday that the " ..
      "harbour is open.", { lexicon = facts }))
    assert.equal("2032-06-02", article.published)
  end)
end)

describe("dating", function ()
  it("gives the words, their span, the rule and the grade of the fact for each bound", function ()
    local article = read "The ministers met seventeen days after the Great Flood."
    local evidence = article.dating.evidence[1]
    assert.same({ says = "seventeen days after the Great Flood", bound = "both", rule = "days from an event",
      grade = "sourced", first = evidence.first, last = evidence.last }, evidence)
    assert.equal(evidence.says, article.text:sub(evidence.first, evidence.last))
  end)

  it("picks no day in a bracket of more than two weeks", function ()
    assert.is_nil(read("Canadian acting Defense Minister Osric Bell spoke on Monday.").published)
  end)

  it("counts the other dates from the day it finds", function ()
    local article = read "The ministers met on Thursday, seventeen days after the Great Flood. They go on tomorrow."
    assert.equal("2032-05-21", article.dates[#article.dates].value)
  end)

  it("puts aside, and tells, what goes with nothing else", function ()
    local dating = read("French President Doran Vale met Canadian Prime Minister Mira Stone in the harbour.\n\n" ..
      "The harbour has been open since May 2050.").dating
    assert.same({ '"French President" (holder of a post) does not go with the other evidence',
      '"Canadian Prime Minister" (holder of a post) does not go with the other evidence' }, dating.conflicts)
  end)

  it("puts nothing aside that was so on the day it finds: posts may be held together for days only", function ()
    local lund = { name = "Ada Lund", side = "CA", office = "Minister of Defense", from = "2035-02-20",
      grade = "sourced" }
    local lexicon = alliance.lexicon({ tenures = { facts.tables.tenures[1], lund } }, { only = { "tenures" } })
    local article = assert(alliance.read("OTTAWA, Feb. 27 (AP) -- French President Doran Vale met Canadian Defense " ..
      "Minister Ada Lund on Tuesday.", { lexicon = lexicon }))
    assert.same({ "2035-02-27" }, { article.published, article.dating.conflicts[1] })
  end)

  it("tells where a known day does not go with the story", function ()
    local known = read("French President Doran Vale spoke.", { published = "2040-01-01" })
    assert.same({ '"French President" (holder of a post) does not go with 2040-01-01' }, known.dating.conflicts)
    assert.same({ "2040-01-01", "metadata" }, { known.published, known.dating.how })
    assert.same({}, read("French President Doran Vale spoke.", { published = "2033-01-01" }).dating.conflicts)
  end)

  it("takes time in proportion to the text, whatever it says", function ()
    local function dated(text) return read(text).dating end
    local function lines(piece, n)
      local parts = {}
      for i = 1, n do parts[i] = piece .. (i % 40 == 0 and ".\n\nLine " .. i .. " of it: " or " ") end
      return "The lead stands here.\n\nAnd then " .. table.concat(parts)
    end
    for _, piece in ipairs { "President Doran Vale", "the 7th Harbour Talks last week", "the Doran Vale government",
      "after Vale won the election", "last October and Oct. 23, 1998", "will by 2040 since 1999",
      "President Doran Vale, on March 9, ", "the Harbour League summit in Riga next month",
      "the Riga summit", "Doran Vale, 47, in ", "the second anniversary of the Great Flood" } do
      assert.is_true(helper.proportional(dated, lines(piece, 2000), lines(piece, 16000), 24))
    end
  end)
end)

describe("the seeds", function ()
  local days = { ["000"] = "2016-11-10", ["001"] = "2025-01-02", ["002"] = "2025-07-30", ["003"] = "2024-12-20",
    ["004"] = "2024-11-07" }

  it("are dated", function ()
    local file = helper.shared "data/seeds.input.jsonl"
    if not file then return pending "../shared/data is not there" end
    local found = {}
    for _, about in alliance.lines(file) do found[about.id] = alliance.read(about.text).published end
    file:close()
    assert.same(days, found)
  end)
end)
