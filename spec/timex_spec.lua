--- The days that a TIMEX3 value covers.
local timex = require "alliance.timex"

describe("the days of a TIMEX3 value", function ()
  local values = {
    { "2024-12-20", "2024-12-20", "2024-12-20" }, { "2024-12-20TMO", "2024-12-20", "2024-12-20" },
    { "2024-02", "2024-02-01", "2024-02-29" }, { "2024", "2024-01-01", "2024-12-31" },
    { "2024-W01", "2024-01-01", "2024-01-07" }, { "2024-W51-WE", "2024-12-21", "2024-12-22" },
    { "2020-W53", "2020-12-28", "2021-01-03" }, { "2024-Q3", "2024-07-01", "2024-09-30" },
    { "2024-WI", "2024-12-01", "2025-02-28" }, { "199X", "1990-01-01", "1999-12-31" },
    { "2024-12-20/2024-12-22", "2024-12-20", "2024-12-22" },
  }
  for _, case in ipairs(values) do
    it(("of %s are %s to %s"):format(case[1], case[2], case[3]), function ()
      assert.same({ case[2], case[3] }, { timex.days(case[1]) })
    end)
  end

  for _, value in ipairs { "XXXX-WXX-3", "P6D", "PRESENT_REF", "2024-13", "2024-02-30", "soon", "2024-12-20/XXXX" } do
    it(("of %s are none"):format(value), function () assert.is_nil(timex.days(value)) end)
  end

  it("are asked for only where a text has the shape of one", function ()
    assert.same({ true, true, false }, { timex.is "XXXX-WXX-3", timex.is "P6D", timex.is "tomorrow" })
  end)
end)
