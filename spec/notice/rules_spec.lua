local alliance = require "alliance"

-- Every rule of dates: words that it finds, what they come to, and words that only look alike.
local rules = {
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
}

local function found(words, rule)
  local article = alliance.read("It " .. words .. ", he said.", { published = "2024-12-20" })
  for _, date in ipairs(article.dates) do if date.rule == rule then return date.value end end
end

describe("the rule of dates", function ()
  for _, case in ipairs(rules) do
    local rule, words, value, alike = table.unpack(case)
    it(("'%s' finds '%s', not '%s'"):format(rule, words, alike), function ()
      assert.equal(value, found(words, rule))
      assert.is_nil(found(alike, rule))
    end)
  end
end)
