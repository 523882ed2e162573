local alliance = require "alliance"
local helper = require "spec.helper"

local FRIDAY = "2024-12-20" -- the day of the articles below, a Friday

local function read(text, published) return alliance.read(text, { published = published or FRIDAY }).dates end

-- "words = value" of every date of a text.
local function dates(text, published)
  local out = {}
  for i, x in ipairs(read(text, published)) do out[i] = x.text .. " = " .. x.value end
  return out
end

-- The same with the type.
local function typed(text)
  local out = {}
  for i, x in ipairs(read(text)) do out[i] = x.text .. " = " .. x.type .. " " .. x.value end
  return out
end

describe("an article's dates", function ()
  it("say where they stand, in which block and by which rule", function ()
    local text = "The talks went well.\n\nThe envoys met on Friday in the capital."
    assert.same({ text = "Friday", value = "2024-12-20", type = "DATE", rule = "weekday", first = 41, last = 46,
      block = 2 }, read(text)[1])
  end)

  it("are counted from the dateline where there is one", function ()
    assert.same({ "Aug. 7 = 1998-08-07", "Friday = 1998-08-07" },
      dates("SEOUL, Aug. 7 (Yonhap) -- The envoys met on Friday in the capital.", "1998-08-08"))
  end)

  it("have X for what nobody knows", function ()
    local values = {}
    local text = "The envoys met on Friday and on Dec. 3, last week and last month. They called that morning."
    for i, x in ipairs(alliance.read(text).dates) do values[i] = x.value end
    assert.same({ "XXXX-WXX-5", "XXXX-12-03", "XXXX-WXX", "XXXX-XX", "XXXX-12-03TMO" }, values)
  end)

  it("need no clock: two readings are the same", function ()
    local text = "They met today, on Monday and two years ago."
    assert.same(dates(text), dates(text))
  end)
end)

describe("a calendar date", function ()
  it("is read in American and in British order", function ()
    assert.same({ "Dec. 3, 2024 = 2024-12-03" }, dates "It was declared on Dec. 3, 2024 at night.")
    assert.same({ "3 December 2024 = 2024-12-03" }, dates "It was declared on 3 December 2024 at night.")
    assert.same({ "3-Dec-2024 = 2024-12-03" }, dates "It was declared on 3-Dec-2024 at night.")
    assert.same({ "the 3rd of December 2024 = 2024-12-03" }, dates "It fell on the 3rd of December 2024 at night.")
  end)

  it("is read in digits, the year first or last", function ()
    assert.same({ "2024-10-04 = 2024-10-04" }, dates "It was signed on 2024-10-04 in Seoul.")
    assert.same({ "12/21/2024 = 2024-12-21" }, dates "It was signed on 12/21/2024 in Seoul.")
    assert.same({ "21/12/2024 = 2024-12-21" }, dates "It was signed on 21/12/2024 in Seoul.")
    assert.same({}, dates "The scores were 99/99/2024 and 1-2-3 in the end.")
  end)

  it("takes its weekday along", function ()
    assert.same({ "Friday, Nov. 1 = 2024-11-01" }, dates "They met on Friday, Nov. 1 in Seoul.")
    assert.same({ "Thursday (10 November) = 2016-11-10" },
      dates("They spoke on Thursday (10 November) by phone.", "2016-11-11"))
  end)

  it("without a year is the likely one", function ()
    assert.same({ "Dec. 3 = 2024-12-03" }, dates "It was declared on Dec. 3 in Seoul.")
    assert.same({ "Jan. 20 = 2025-01-20" }, dates "He will be sworn in on Jan. 20 in Washington.")
    assert.same({ "Jan. 10 = 2025-01-10" }, dates "They set Jan. 10 as the deadline.")
    assert.same({ "the year = P1Y", "March 31 = 2024-03-31" }, dates "Profit rose in the year ended March 31, it said.")
  end)

  it("ends a range that borrows its month or century", function ()
    assert.same({ "Aug. 18 = 2024-08-18", "28 = 2024-08-28" }, dates "The drill ran from Aug. 18 to 28 there.")
    assert.same({ "Dec. 30 = 2024-12-30", "Jan. 2 = 2025-01-02" }, dates "They will stay from Dec. 30-Jan. 2 there.")
    assert.same({ "1950 = 1950", "53 = 1953" }, dates "They fought until the end of the 1950-53 Korean War.")
    assert.same({ "2026 = 2026", "2030 = 2030" }, dates "The 2026~2030 deal was signed there.")
    assert.same({ "the 3rd = 2024-12-03", "5th = 2024-12-05" }, dates "They met from the 3rd-5th, it said.")
    assert.same({ "Aug. 18 = 2024-08-18" }, dates "On Aug. 18 28 villages were flooded.")
  end)

  it("is a day of the month where Korean papers say no more", function ()
    assert.same({ "the 10th = 2024-12-10" }, dates "He arrived on the 10th, the ministry said.")
    assert.same({ "the 24th = 2024-12-24" }, dates "He will leave on the 24th, the ministry said.")
    assert.same({}, dates "He spoke on the 10th anniversary and on the 3rd floor.")
  end)
end)

describe("a month", function ()
  it("is a month with a capital, not a verb or a name", function ()
    assert.same({ "May = 2024-05", "March = 2024-03" }, dates "They met in May and in March, he said.")
    assert.same({ "April = 2024-04", "May = 2024-05" }, dates "They met in April or May, he said.")
    assert.same({}, dates "They may march. May I ask? Theresa May said so. Rosa March agreed.")
    assert.same({}, dates "We asked April Ryan and June Carter.")
  end)

  it("goes by last, this, next and by a year that is pointed at", function ()
    assert.same({ "last December = 2023-12" }, dates "They met last December in Seoul.")
    assert.same({ "next March = 2025-03" }, dates "They will meet next March in Seoul.")
    assert.same({ "October last year = 2023-10" }, dates "They met in October last year in Seoul.")
  end)

  it("takes its edge along", function ()
    local x = read "They met in early November in Seoul."[1]
    assert.same({ "early November", "2024-11", "START" }, { x.text, x.value, x.mod })
  end)
end)

describe("a weekday", function ()
  it("is the last one behind a past verb, that day included", function ()
    assert.same({ "Monday = 2024-12-16" }, dates "The ministry said Monday that talks go on.")
    assert.same({ "Friday = 2024-12-20" }, dates "The ministry said Friday that talks go on.")
  end)

  it("is the next one behind a verb of what is to come", function ()
    assert.same({ "Monday = 2024-12-23" }, dates "The envoys will meet on Monday in Seoul.")
    assert.same({ "Monday = 2024-12-23" }, dates "The talks are scheduled to resume Monday in Seoul.")
    assert.same({ "Tuesday = 2024-12-24" }, dates "They must reply by Tuesday or leave.")
    assert.same({ "Monday = 2024-12-16" }, dates "The talks had been scheduled for Monday in Seoul.")
  end)

  it("owns what its own verb says", function ()
    assert.same({ "Thursday = 2024-12-26" }, dates "They agreed that Thursday's meeting will decide.")
    assert.same({ "Thursday = 2024-12-19" }, dates "They would not discuss Thursday's launch, he said.")
  end)

  it("goes by last and next, and by its week", function ()
    assert.same({ "last Friday = 2024-12-13" }, dates "They met last Friday in Seoul.")
    assert.same({ "next Friday = 2024-12-27" }, dates "They will meet next Friday in Seoul.")
    assert.same({ "Tuesday of next week = 2024-12-24" }, dates "They will meet on Tuesday of next week in Seoul.")
  end)

  it("in the plural is every week", function ()
    assert.same({ "Fridays = SET XXXX-WXX-5" }, typed "They meet on Fridays in Seoul.")
  end)

  it("shortened is none by itself", function ()
    assert.same({}, dates "Sun Microsystems sat and wed. He looked at the Sun.")
    assert.same({ "Sun, Dec. 1 = 2024-12-01" }, dates "They met on Sun, Dec. 1 in Seoul.")
  end)
end)

describe("a time of day", function ()
  it("takes the day beside it", function ()
    assert.same({ "10:30 a.m. on Friday = TIME 2024-12-20T10:30" }, typed "They spoke at 10:30 a.m. on Friday there.")
    assert.same({ "10 p.m. Wednesday = TIME 2024-12-18T22:00" }, typed "They left at 10 p.m. Wednesday for Seoul.")
  end)

  it("belongs to the day that was named last where none is beside it", function ()
    assert.same({ "Wednesday = DATE 2024-12-18", "7 a.m. = TIME 2024-12-18T07:00" },
      typed "They met on Wednesday and left at 7 a.m. by train.")
  end)

  it("belongs to the weekday behind its brackets", function ()
    assert.same({ "10:35 a.m. = 2024-12-18T10:35", "0135 GMT = 2024-12-18T01:35", "Wednesday = 2024-12-18" },
      dates "It was fired at 10:35 a.m. (0135 GMT) Wednesday.")
  end)

  it("is no result of a race", function () assert.same({}, dates "She won the silver medal in 2:36 there.") end)

  it("is read with its zone, not without", function ()
    assert.same({ "0735 GMT = TIME 2024-12-20T07:35" }, typed "It was fired at 0735 GMT into the sea.")
    assert.same({}, typed "It carried 0735 tons into the sea.")
  end)

  it("may be a part of the day", function ()
    assert.same({ "the night of Dec. 3 = TIME 2024-12-03TNI" }, typed "It fell on the night of Dec. 3 in Seoul.")
    assert.same({ "the morning of the 3rd = TIME 2024-12-03TMO" }, typed "It fell on the morning of the 3rd, it said.")
    assert.same({ "Monday night = TIME 2024-12-16TNI" }, typed "They spoke Monday night by phone.")
    assert.same({ "last night = TIME 2024-12-19TNI" }, typed "They spoke last night by phone.")
    assert.same({ "Monday = DATE 2024-12-16", "that morning = TIME 2024-12-16TMO" },
      typed "They met on Monday, and called that morning.")
  end)
end)

describe("a day, week, month or year that is pointed at", function ()
  it("is counted from the day of the article", function ()
    assert.same({ "today = 2024-12-20", "yesterday = 2024-12-19", "tomorrow = 2024-12-21" },
      dates "He said today what he said yesterday and will say tomorrow.")
    assert.same({ "last week = 2024-W50", "this month = 2024-12", "next year = 2025" },
      dates "They met last week, meet this month and next year.")
    assert.same({ "the weekend = 2024-W50-WE" }, dates "They met over the weekend in Seoul.")
  end)

  it("is counted from the date named last where the words say so", function ()
    assert.same({ "Dec. 3 = 2024-12-03", "the next day = 2024-12-04" },
      dates "It was declared Dec. 3 and fell the next day.")
    assert.same({ "Sept. 3, 2017 = 2017-09-03", "Two days earlier = 2017-09-01" },
      dates "They tested it on Sept. 3, 2017. Two days earlier, they had met.")
    assert.same({ "2017 = 2017", "the previous year = 2016" }, dates "They met in 2017 as in the previous year.")
  end)

  it("ago is as fine as its unit", function ()
    assert.same({ "ten days ago = 2024-12-10", "two weeks ago = 2024-12-06" },
      dates "They met ten days ago, and two weeks ago.")
    assert.same({ "five months ago = 2024-07", "two decades ago = 2004" },
      dates "They met five months ago, and two decades ago.")
    assert.same({ "years ago = PAST_REF" }, dates "They met years ago in Seoul.")
  end)

  it("may be the edge of one", function ()
    assert.same({ "the end of the month = 2024-12", "early next year = 2025" },
      dates "They will meet by the end of the month or early next year.")
    assert.same({ "year-end = 2024" }, dates "They want a deal by year-end in Seoul.")
  end)

  it("is no last minute and no last day of something", function ()
    assert.same({}, dates "It was a last minute deal on the last day of the talks.")
  end)
end)

describe("a year", function ()
  it("is a year in running text", function ()
    assert.same({ "1950 = 1950", "2016 = 2016" }, dates "The alliance goes back to 1950, he said in 2016 there.")
  end)

  it("is no count, price, room or telephone number", function ()
    assert.same({}, dates "Some 2000 soldiers in Room 2010 paid $2010; call 02-748-1950.")
  end)

  it("may be fiscal", function ()
    assert.same({ "fiscal year 2026 = 2026", "FY2026 = 2026" },
      dates "In fiscal year 2026, that is FY2026, Seoul pays more.")
  end)

  it("may be a decade or a century", function ()
    assert.same({ "1990s = 199X", "late 1980s = 198X" }, dates "They met in the 1990s and in the late 1980s.")
    assert.same({ "the 21st century = 20XX" }, dates "It is an alliance for the 21st century.")
  end)
end)

describe("a part of a year", function ()
  it("is the quarter or half that news talks about", function ()
    assert.same({ "the third quarter = 2024-Q3" }, dates "Exports rose in the third quarter, it said.")
    assert.same({ "the first quarter of next year = 2025-Q1" }, dates "They meet in the first quarter of next year.")
    assert.same({ "the second half of 2025 = 2025-H2" }, dates "They meet in the second half of 2025 in Seoul.")
    assert.same({}, dates "He played in the second half of the game.")
  end)

  it("leaves its article to the noun it describes", function ()
    assert.same({ "third-quarter = 2024-Q3" }, dates "They reported the third-quarter results.")
  end)

  it("a year before a quarter is a quarter", function ()
    assert.same({ "the third quarter = 2024-Q3", "a year earlier = 2023-Q3" },
      dates "Sales rose in the third quarter from a year earlier.")
    assert.same({ "a year ago = 2023" }, dates "They met a year ago in Seoul.")
  end)

  it("is a season behind a word that makes it one", function ()
    assert.same({ "last fall = 2023-FA" }, dates("They met last fall in Seoul.", "2024-05-02"))
    assert.same({ "this summer = 2024-SU", "spring of 2018 = 2018-SP" },
      dates "It was this summer, not spring of 2018.")
    assert.same({}, dates "Prices fall. The fall of the wall. They spring up.")
  end)
end)

describe("a duration", function ()
  it("is a number of units, in digits or words", function ()
    assert.same({ "10 minutes = DURATION PT10M" }, typed "The call lasted for 10 minutes in all.")
    assert.same({ "the past decade = DURATION P1DE" }, typed "They were allies over the past decade there.")
    assert.same({ "the last six decades = DURATION P6DE" }, typed "They were allies over the last six decades there.")
    assert.same({ "twenty-four hours = DURATION PT24H" }, typed "It took twenty-four hours in all.")
    assert.same({ "an hour and a half = DURATION PT1H30M" }, typed "It took an hour and a half in all.")
    assert.same({ "half a century = DURATION P50Y" }, typed "It took half a century in all.")
  end)

  it("may be a compound, but not an age", function ()
    assert.same({ "three-day = DURATION P3D" }, typed "He began a three-day visit there.")
    assert.same({ "week-long = DURATION P1W" }, typed "He began a week-long visit there.")
    assert.same({ "decades-old = DURATION PXDE" }, typed "They keep a decades-old alliance there.")
    assert.same({}, typed "The 70-year-old general is 70 years old.")
  end)

  it("has X where no number is meant", function ()
    assert.same({ "several months = DURATION PXM", "decades = DURATION PXDE" },
      typed "It took several months, if not decades in all.")
  end)

  it("takes its hedge along, but not a preposition", function ()
    local x = read "It lasted more than four hours in all."[1]
    assert.same({ "more than four hours", "PT4H", "MORE_THAN" }, { x.text, x.value, x.mod })
    assert.same({ "the past two weeks = DURATION P2W" }, typed "It fell over the past two weeks there.")
  end)

  it("before or after something stays a duration", function ()
    assert.same({ "seventeen days = DURATION P17D" }, typed "They spoke seventeen days after it was declared.")
  end)
end)

describe("a set", function ()
  it("is what comes back", function ()
    assert.same({ "every year = SET P1Y", "every August = SET XXXX-08" }, typed "They drill every year, every August.")
    assert.same({ "daily = SET P1D" }, typed "They hold daily talks there.")
  end)

  it("is a price a year, but not a year long", function ()
    assert.same({ "a year = SET P1Y" }, typed "It costs $1 billion a year, he said.")
    assert.same({ "a year = DURATION P1Y" }, typed "It was closed for a year, he said.")
  end)

  it("is no newspaper", function ()
    assert.same({}, typed "He told the Daily Herald so.")
  end)
end)

describe("a time without a day", function ()
  it("is past, present or future", function ()
    assert.same({ "now = PRESENT_REF", "the past = PAST_REF", "the future = FUTURE_REF" },
      dates "It is better now than in the past, and will be in the future.")
  end)

  it("is not the future king", function ()
    assert.same({}, dates "He met the future king there.")
  end)
end)

describe("a day with a name", function ()
  it("is in the lexicon", function ()
    assert.same({ "Halloween = 2024-10-31" }, dates "They spoke on Halloween by phone.")
    assert.same({ "9/11 = 2001-09-11" }, dates "It changed after 9/11 for good.")
  end)

  it("may be added by an analyst", function ()
    local x = alliance.lexicon { times = { { "Armed Forces Day", class = "holiday", month = 10, day = 1 } } }
    local a = alliance.read("They marched on Armed Forces Day in Seoul.", { published = FRIDAY, lexicon = x })
    assert.equal("2024-10-01", a.dates[1].value)
  end)
end)

describe("hostile text", function ()
  local function noticed(text) return alliance.read(text, { published = FRIDAY }).dates end

  for name, piece in pairs {
    numbers = "1 2 3 4 5 6 7 8 9 10 11 12 1990 2000 ",
    months = "May May 3 , May May 2024 March ",
    words = "twenty hundred and thirty thousand and one hundred ",
    pointers = "the last the next the past the early the end of the ",
    marks = "2024-12-20-2024-12-20/1/2/3:4:5 ",
    commas = "Friday , Friday ( May , Friday ) , ",
  } do
    it("takes time in proportion to its length: " .. name, function ()
      local small, large = piece:rep(math.ceil(2 ^ 17 / #piece)), piece:rep(math.ceil(2 ^ 19 / #piece))
      assert.is_true(helper.proportional(noticed, small, large, 12))
    end)
  end
end)
