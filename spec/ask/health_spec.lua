--- Health: what to know before counting.
local alliance = require "alliance"
local keep = require "spec.keep.keep_helper"

local good = "Talks set for June\n\nMuch was said before that, and little of it was new.\n\n" ..
  "The two sides will meet in June, officials of both governments said on Monday."

-- {what, which, count, first example} of every row with this 'what'.
local function rows(set, what)
  local list = {}
  for row in set:health():rows() do
    if row.what == what then list[#list + 1] = { row.which or "", row.count, table.concat(row.examples, " ") } end
  end
  return list
end

describe("health", function ()
  it("has nothing to say about good articles but where they come from", function ()
    local set <close> = keep.set { text = good, id = "a", source = "AP", published = "2024-05-01" }
    local frame = set:health()
    assert.same({ "what", "which", "count", "examples", "advice" }, frame.columns)
    assert.same({ "source" }, keep.column(frame, "what"))
  end)

  it("finds articles without a day, and unreadable days", function ()
    local set <close> = keep.set({ text = good, id = "a" }, { text = good, id = "b", published = "sometime in May" })
    assert.same({ { "unknown", 2, "a b" } }, rows(set, "undated"))
    assert.same({ { "", 1, "b" } }, rows(set, "conflicting dates"))
  end)

  it("tells undated articles with a bracket of days from those with none", function ()
    local since = good .. " It was the first such meeting since October 2023, they said."
    local set <close> = keep.set({ text = good, id = "a" }, { text = since, id = "b" })
    assert.same({ { "inferred", 1, "b" }, { "unknown", 1, "a" } }, rows(set, "undated"))
    assert.is_truthy(set:health()[1].advice:find("whose bracket lies inside", 1, true))
  end)

  it("finds decisions that speak of what is not there", function ()
    local set <close> = assert(alliance.open())
    set:add { text = "Talks\n\nForeign Minister Cho Tae-yul met Secretary of State Antony Blinken on Monday.", id = "a",
      published = "2024-05-01" }
    set:same("Cho Tae-yul", "Cho Taeyull")
    assert.same({ { "Cho Taeyull", 1, "" } }, rows(set, "decision without effect"))
    set:undo(1)
    set:decide(set:consultations()[1], { status = "planned" })
    set:decide(set:dates()[1], { reject = true })
    assert.same({}, rows(set, "decision without effect"))
    set:remove "a"
    assert.equal(2, #rows(set, "decision without effect"))
  end)

  it("finds the same body from several sources", function ()
    local set <close> = keep.set({ text = good, id = "a", source = "AP" }, { text = good, id = "b", source = "AFP" },
      { text = good:gsub("June", "July"), id = "c", source = "AP" })
    assert.same({ { "", 2, "a b" } }, rows(set, "doubled"))
  end)

  it("finds texts that stop in the middle", function ()
    local texts = { "said on Monday and then", "said on Monday ...", "said on […]", "said on Mo… [+2310 chars]" }
    local set <close> = keep.set()
    for i, ending in ipairs(texts) do
      keep.put(set, { text = good:gsub("said on Monday%.$", ending), id = "x" .. i })
    end
    for i, ending in ipairs { 'said.', 'said."', "said.”", "said (on Monday).", "said, right?" } do
      keep.put(set, { text = good:gsub("said on Monday%.$", ending), id = "y" .. i })
    end
    assert.same({ { "", 4, "x1 x2 x3" } }, rows(set, "cut off"))
  end)

  it("finds what no text of UTF-8 was", function ()
    local set <close> = keep.set({ text = good:gsub("officials", "officials \x93here\x94"), id = "w" })
    assert.same({ { "Windows-1252", 1, "w" } }, rows(set, "odd encoding"))
  end)

  it("finds other versions and old readings", function ()
    local path = keep.file({ text = good, id = "a", published = "2024" }, { text = good .. " They did.", id = "a" })
    local other = alliance.lexicon { agencies = { { "Nowhere Wire" } } }
    local set <close> = assert(alliance.open(path, { lexicon = other }))
    assert.equal(1, rows(set, "other versions")[1][2])
    assert.equal(1, rows(set, "old reading")[1][2])
    assert(set:reread())
    assert.same({}, rows(set, "old reading"))
    keep.remove(path)
  end)

  it("counts by source", function ()
    local set <close> = keep.set({ text = good, id = "a", source = "AP" },
      { text = good .. "1", id = "b", source = "AP" }, { text = good .. "2", id = "c" })
    assert.same({ { "AP", 2, "a b" }, { "", 1, "c" } }, rows(set, "source"))
  end)
end)
