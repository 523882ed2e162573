local alliance = require "alliance"

local story = "The two ministers discussed the drills on Friday and agreed to meet again, the ministry said.\n\n" ..
  "They also spoke about the cost of the troops, according to officials who were briefed on the call.\n"

local function read(head, about) return assert(alliance.read(head .. story, about)) end

describe("front matter", function ()
  local function headline(value) return read("---\ndate: 2024-12-20\ntitle: " .. value .. "\n---\n\n").headline end

  it("gives the fields it has, as one block of metadata", function ()
    local a = read("---\ntitle: Allies agree\ndate: '2024-12-20'\nsource: Daily\nurl: https://a.example/1\n---\n\n")
    assert.same({ "Allies agree", "2024-12-20", "metadata", "Daily", "https://a.example/1" },
      { a.headline, a.published, a.dating.how, a.source, a.url })
    assert.equal("metadata", a.blocks[1].reason)
    assert.equal("paragraph", a.blocks[2].kind)
  end)

  it("reads plain, single-quoted and double-quoted scalars", function ()
    assert.equal("Mo: a call", headline "Mo: a call")
    assert.equal("Mo's call", headline "'Mo''s call'")
    assert.equal('Mo\u{2019}s "call" \u{e9}', headline [["Mo\u2019s \"call\" \xe9"]])
    assert.equal("Mo\u{a0}call", headline [["Mo\_call"]])
  end)

  it("leaves letters behind a stray backslash whole", function ()
    assert.equal("Mo’s caféé", headline [["Mo\’s caf\é\xe9"]])
  end)

  it("folds what goes on in the next line", function ()
    assert.equal("A call of two ministers", headline "A call of\n  two ministers")
    assert.equal("A call of two ministers", headline '"A call of\\\n  \\ two ministers"')
  end)

  it("is a divider and text where no key is known", function ()
    assert.equal("divider", read("---\nNothing of the kind here\n---\n\n").blocks[1].reason)
  end)
end)

describe("header lines", function ()
  it("are metadata when two keys are known, or one that says the day", function ()
    local a = read("Title: Allies agree\nSource: Daily\n\n")
    assert.same({ "Allies agree", "Daily" }, { a.headline, a.source })
    assert.equal("2024-12-20", read("Date: December 20, 2024\n\n").published)
  end)

  it("are a headline when no more than one is", function ()
    assert.equal("Source: plan is dead", read("Source: plan is dead\n\n").headline)
  end)
end)

describe("a publication line", function ()
  local function published(line)
    local a = read("Allies agree on drills\n" .. line .. "\n\n")
    return { a.published, a.dating.how, a.boilerplate[1] and a.boilerplate[1].reason }
  end

  it("says the day in many ways", function ()
    local day = { "2024-12-20", "metadata", "metadata" }
    for _, line in ipairs { "Published : Dec 20, 2024 - 15:41", "Posted on : 2024-12-20 17:11 KST", "20 December 2024",
      "December 20, 2024 5:12 AM", "2024.12.20 15:41", "12/20/2024", "The Daily | 2024-12-20 00:00",
      "Write: 2024-12-20 17:30:00 / Update: 2024-12-21 19:12:00", "Pacific edition, Friday, December 20, 2024",
      "입력 2024.12.20 15:41", "Friday, Dec. 20, 2024", "December 20, 20244:12 AM GMT+9Updated 2 hours ago" } do
      assert.same(day, published(line), line)
    end
  end)

  it("is not read where day and month can be mistaken", function ()
    assert.is_nil(published("04/05/2024")[1])
  end)

  it("prefers the day of publication to that of a change", function ()
    assert.equal("2024-12-20", published("Posted on : 2024-12-20 17:11 KST Modified on : 2024-12-21 09:00 KST")[1])
    assert.equal("2024-12-20", published("Updated : 2024-12-21 09:00 Published : 2024-12-20 17:11")[1])
    assert.equal("2024-12-21", published("Updated: Dec 21, 2024 15:41 IST")[1])
  end)

  it("keeps its place as evidence", function ()
    local a = read("Allies agree on drills\nPublished : Dec 20, 2024 - 15:41\n\n")
    assert.same({ { says = "Dec 20, 2024", bound = "both", rule = "page metadata", raw = { 36, 47 } } },
      a.dating.evidence)
  end)
end)

describe("what the caller says", function ()
  it("counts before the page, and a difference is a conflict", function ()
    local a = read("Allies agree on drills\nPublished : Dec 20, 2024\n\n", { published = "2024-12-22" })
    assert.equal("2024-12-22", a.published)
    assert.same({ 'the page says "Dec 20, 2024", but it is known to be of 2024-12-22' }, a.dating.conflicts)
  end)

  it("goes to the conflicts when it cannot be read", function ()
    for _, bad in ipairs { "yesterday", "2024-13-01", "2023-02-29", "2024-12-20x" } do
      local a = read("", { published = bad })
      assert.is_nil(a.published)
      assert.same({ ('published: "%s" is not an ISO 8601 day or date-time'):format(bad) }, a.dating.conflicts)
    end
  end)
end)
