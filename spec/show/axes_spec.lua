--- What charts are laid out with: days, scales, labels, and the width of texts.
local canvas = require "alliance.show.canvas"
local days = require "alliance.show.days"
local labels = require "alliance.show.labels"
local scale = require "alliance.show.scale"

describe("days", function ()
  local function span(value, unit)
    local period = days.period(value, unit)
    return period and days.text(period.first) .. " " .. days.text(period.last)
  end

  it("count from 1970-01-01 and back, leap years and all", function ()
    assert.equal(0, days.number(1970, 1, 1))
    assert.equal(20077, days.number(2024, 12, 20))
    for _, day in ipairs { "2000-02-29", "1900-03-01", "1969-12-31", "2024-12-31" } do
      assert.equal(day, days.text(days.period(day).first))
    end
  end)

  it("read days, weeks (ISO 8601), months, quarters and years", function ()
    assert.equal("2024-12-20 2024-12-20", span "2024-12-20")
    assert.equal("2024-12-20 2024-12-20", span "2024-12-20T09:00:00Z")
    assert.equal("2024-12-30 2025-01-05", span "2025-W01")
    assert.equal("2024-02-01 2024-02-29", span "2024-02")
    assert.equal("2024-10-01 2024-12-31", span "2024-Q4")
    assert.equal("2024-01-01 2024-12-31", span(2024))
  end)

  it("refuse what is none", function ()
    for _, value in ipairs { "2023-02-29", "2024-13", "2024-Q5", "2024-W54", "soon", "", "20241220" } do
      assert.is_nil(days.period(value), value)
    end
    assert.is_nil(days.period(nil))
    assert.is_nil(days.period("2024", "month"))
  end)
end)

describe("an axis", function ()
  it("has round numbers around what is drawn", function ()
    assert.same({ 0, 50, 100, 150 }, (scale.ticks(0, 134, 5)))
    assert.same({ -4, -2, 0, 2, 4, 6 }, (scale.ticks(-3, 4.5, 5)))
    assert.same({ 0, 0.5, 1 }, (scale.ticks(0, 1, 2)))
    assert.same({ 0, 1, 2 }, (scale.ticks(0, 2, 6, true)))
  end)

  it("writes numbers with commas, and as many decimals as are worth it", function ()
    local written = {}
    for i, x in ipairs { 0, 999, 1234567, 0.5, 12.345, 123.45, -1000, 1e20 } do written[i] = scale.number(x) end
    assert.same({ "0", "999", "1,234,567", "0.50", "12.3", "123", "−1,000", "1e+20" }, written)
    assert.equal("2.0", scale.number(2, scale.decimals(0.5)))
  end)

  it("has whole steps of the calendar, no finer than what is drawn", function ()
    local function written(first, last, unit, most)
      local list = {}
      for i, tick in ipairs(scale.calendar(days.period(first).first, days.period(last).last, unit, most)) do
        list[i] = tick.label
      end
      return list
    end
    assert.same({ "2024-01", "2024-07", "2025-01", "2025-07" }, written("2024-01", "2025-12", "month", 6))
    assert.same({ "2024-12-02", "2024-12-09", "2024-12-16" }, written("2024-12-01", "2024-12-20", "day", 5))
    assert.same({ "2024", "2025" }, written("2024", "2025", "year", 9))
    assert.same({ "2024-Q1", "2024-Q3" }, written("2024-Q1", "2024-Q4", "quarter", 3))
    assert.same({ "2000", "4000", "6000", "8000" }, written("0001-01-01", "9999-12-31", "day", 6))
  end)

  it("has powers of ten and their doubles and halves where it is logarithmic", function ()
    assert.same({ 1, 2, 5, 10, 20, 50, 100 }, scale.log_ticks(1, 100, 8))
    assert.same({ 1, 10, 100, 1000, 10000 }, scale.log_ticks(1, 10000, 8))
    assert.same({ { 2, 5 }, { 1, 2 }, { 10, 200 } },
      { { scale.log_ends(2, 3) }, { scale.log_ends(1, 1) }, { scale.log_ends(15, 101) } })
  end)
end)

describe("labels", function ()
  it("stand where they want to where there is room", function ()
    assert.same({ 10, 50, 90 }, labels.spread({ 10, 50, 90 }, 15, 0, 100))
  end)

  it("move apart as little as can be, in their order", function ()
    assert.same({ 42.5, 57.5 }, labels.spread({ 50, 50 }, 15, 0, 100))
    assert.same({ 0, 15, 30 }, labels.spread({ 1, 2, 3 }, 15, 0, 100))
    assert.same({ 70, 85, 100 }, labels.spread({ 99, 99, 99 }, 15, 0, 100))
  end)

  it("are taken only where a box is free and within the field", function ()
    local field = labels.field { 0, 0, 100, 100 }
    assert.is_true(field:claim { 0, 0, 50, 20 })
    assert.is_false(field:claim { 40, 10, 60, 30 })
    assert.is_true(field:claim { 50, 0, 60, 20 })
    assert.is_false(field:claim { 90, 90, 110, 100 })
  end)
end)

describe("a text in a picture", function ()
  it("is as wide as its letters: East Asian ones take an em, marks nothing", function ()
    assert.equal(40, canvas.measure("한미동맹", 10))
    assert.equal(canvas.measure("e", 10), canvas.measure("e\u{301}", 10))
    assert.is_true(canvas.measure("iiii", 10) < canvas.measure("mmmm", 10))
  end)

  it("is cut between letters to the room it has, and its title is the whole", function ()
    local shown, used, cut = canvas.fit("한미동맹 70주년", 10, 45)
    assert.same({ "한미동…", true, true }, { shown, used <= 45, cut })
    shown, used, cut = canvas.fit("short", 10, 100)
    assert.same({ "short", canvas.measure("short", 10), false }, { shown, used, cut })
  end)

  it("is read no further than it must", function ()
    local started = os.clock()
    local long = ("동맹 alliance "):rep(200000)
    for _ = 1, 100 do canvas.fit(long, 12, 200) end
    assert.equal(2, #canvas.wrap(long, 16, 700, 2, true))
    assert.is_true(os.clock() - started < 2)
  end)

  it("is laid in lines, the last of them cut", function ()
    assert.same({ "one two", "three" }, canvas.wrap("one two three", 10, 50, 3))
    assert.same({ "one two", "three fo…" }, canvas.wrap("one two three fourteen", 10, 50, 2))
  end)
end)
