local alliance = require "alliance"

-- The value of the first date of a text that was published on a day.
local function value(text, published)
  return alliance.read(text, { published = published }).dates[1].value
end

describe("the calendar", function ()
  it("has a leap day every fourth year", function ()
    assert.equal("2024-02-29", value("He called yesterday.", "2024-03-01"))
    assert.equal("2023-02-28", value("He called yesterday.", "2023-03-01"))
  end)

  it("has none in a century but in the fourth", function ()
    assert.equal("1900-02-28", value("He called yesterday.", "1900-03-01"))
    assert.equal("2000-02-29", value("He called yesterday.", "2000-03-01"))
  end)

  it("knows no 30 February", function ()
    assert.equal("2024-02-29", value("They met on Feb. 29, 2024 there.", "2024-03-01"))
    assert.equal("2024-02", value("They met on Feb. 30, 2024 there.", "2024-03-01"))
  end)

  it("counts over the turn of a year", function ()
    assert.equal("2024-12-31", value("He called yesterday.", "2025-01-01"))
    assert.equal("2025-01-01", value("He will call tomorrow.", "2024-12-31"))
  end)

  it("gives a week to the year of its Thursday (ISO 8601)", function ()
    assert.equal("2020-W53", value("They met this week.", "2021-01-01"))
    assert.equal("2025-W01", value("They met this week.", "2024-12-30"))
    assert.equal("2024-W52", value("They met last week.", "2024-12-30"))
  end)

  it("begins a week on Monday", function ()
    assert.equal("2024-W50", value("They met this week.", "2024-12-15"))
    assert.equal("2024-W51", value("They met this week.", "2024-12-16"))
  end)

  it("goes to the last day of a month that has no such day", function ()
    assert.equal("2024-02", value("They met a month ago.", "2024-03-31"))
  end)

  it("finds the fourth Thursday and the last Monday of a month", function ()
    assert.equal("2023-11-23", value("They met on Thanksgiving.", "2023-12-01"))
    assert.equal("2024-05-27", value("They met on Memorial Day.", "2024-06-01"))
  end)

  it("ends where years have no four digits", function ()
    assert.equal("XXXX", value("It was built 9000 years ago.", "2024-12-20"))
    assert.equal("1024", value("It was built 1000 years ago.", "2024-12-20"))
  end)
end)
