--- The chart for the terminal.
local frame = require "alliance.show.frame"
local spark = require "alliance.show.spark"

local function drawn(columns, rows, column) return frame.new(columns, rows):spark(column) end

describe("a spark line", function ()
  it("rises from zero in five blocks; anything more than zero is at least the second", function ()
    assert.equal("▁▂▂▃▅▇", spark.line({ 0, 0.01, 25, 50, 75, 100 }, 6, 80))
    assert.equal("▁▁", spark.line({ 0, 0 }, 2, 80))
  end)

  it("begins at the least value where that is below zero", function ()
    assert.equal("▁▃▇", spark.line({ -4, 0, 4 }, 3, 80))
  end)

  it("leaves a space for each gap: no articles, no value, no row", function ()
    local rows = { { "2024-01", 0, 3 }, { "2024-02", 1, 3 }, { "2024-03", 0, 0 }, { "2024-05", 4, 3 },
      { "2024-06", nil, 3 }, { "2024-07", 2, 3 } }
    assert.equal("▁▂  ▇ ▃", drawn({ "month", "count", "of_articles" }, rows))
  end)

  it("stands in the order of time, whatever the order of rows", function ()
    assert.equal("▂▃▇", drawn({ "year", "count" }, { { 2026, 4 }, { 2024, 1 }, { 2025, 2 } }))
  end)

  it("has a line a name where there are several series, all over the same time", function ()
    local rows = { { "2024-01", "AP", 3 }, { "2024-02", "한겨레", 1 }, { "2024-02", "AP", 4 } }
    assert.equal("AP      ▅▇\n한겨레   ▇", drawn({ "month", "source", "count" }, rows))
  end)

  it("takes any column of numbers in the order of rows", function ()
    assert.equal("▃ ▇", drawn({ "id", "score" }, { { "x", 2 }, { "y" }, { "z", 4 } }))
    assert.equal("▇▃", drawn({ "a", "b" }, { { 1, 4 }, { 2, 2 } }, "b"))
  end)

  it("is no wider than the terminal: neighbours become their mean, gaps stay out of it", function ()
    assert.equal("▃▇ ", spark.line({ 1, 3, 4, nil, nil, nil }, 6, 3))
  end)

  it("takes numbers that are none for gaps, and no rows for no line", function ()
    assert.equal(" ▇ ", drawn({ "id", "n" }, { { "a", 0 / 0 }, { "b", 1 }, { "c", 1 / 0 } }))
    assert.equal("", drawn({ "month", "count" }, {}))
  end)

  it("is refused where there are no numbers", function ()
    assert.error_matches(function () drawn({ "id" }, { { "x" } }) end, "frame:spark: no numbers in this frame")
    assert.error_matches(function () drawn({ "id" }, { { "x" } }, "id") end, "frame:spark: no numbers in column 'id'")
    assert.error_matches(function () drawn({ "id" }, { { "x" } }, "n") end, "frame:spark: no column 'n'; there are: id")
  end)
end)
