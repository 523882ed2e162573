local frame = require "alliance.show.frame"

describe("a frame as Markdown", function ()
  it("is a GitHub table, numbers on the right", function ()
    assert.equal("| id | n |\n| --- | ---: |\n| a1 | 5 |\n| a2 |  |\n",
      frame.new({ "id", "n" }, { { "a1", 5 }, { "a2" } }):markdown())
  end)

  it("keeps a column with a word among the numbers on the left", function ()
    assert.equal("| n |\n| --- |\n| 5 |\n| ? |\n", frame.new({ "n" }, { { 5 }, { "?" } }):markdown())
  end)

  it("escapes what would be markup", function ()
    assert.equal("| a |\n| --- |\n| x \\| y \\\\ \\*z\\* \\`c\\` \\[l](u) \\<b> &amp; |\n",
      frame.new({ "a" }, { { "x | y \\ *z* `c` [l](u) <b> &" } }):markdown())
  end)

  it("writes line breaks and control characters as spaces, and leaves names with _ alone", function ()
    assert.equal("| a_b |\n| --- |\n| one two \\[0m |\n", frame.new({ "a_b" }, { { "one\r\n\ntwo\27[0m" } }):markdown())
  end)

  it("prints lists as a; b and leaves out origins and article text", function ()
    assert.equal("| sides |\n| --- |\n| KR; US |\n",
      frame.new({ "sides", "text", "_row" }, { { { "KR", "US" }, "x", 1 } }):markdown { text = false })
  end)

  it("is empty without columns, and says why it cannot be written", function ()
    assert.equal("", frame.new({}, {}):markdown())
    assert.same({ nil, "/nowhere/x could not be written: No such file or directory" },
      { frame.new({ "a" }, {}):markdown "/nowhere/x" })
  end)
end)
