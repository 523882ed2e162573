--- Stories: which articles carry the same text, whole or in part, and which only look like it.
local alliance = require "alliance"
local helper = require "spec.helper"
local keep = require "spec.keep.keep_helper"

-- One report, paragraph by paragraph; the last is background that stands under many.
local lead = "The port of Harlow was closed on Tuesday after a freighter with nineteen sailors ran onto the " ..
  "northern breakwater in thick fog, the coast guard said, and all ferries to the islands were called " ..
  "off until further notice."
local second = "Two tugs from the naval yard tried in vain to pull the vessel free before the tide went out, and a " ..
  "third is on its way from the capital with a team of divers who are to look at the hull."
local quote = "\"We will not rest until every one of these sailors is back on land and this ship is away from our " ..
  "harbour,\" Mayor Ruth Hale told a crowd that had come together on the quay on Tuesday evening."
local third = "None of the sailors was hurt, but a leak of fuel near the stern made the wardens close three " ..
  "beaches, and fishermen were told to keep their boats away from the mouth of the river."
local background = "Harlow is the largest harbour of the eastern coast and handles a third of the grain that the " ..
  "country sells abroad; the breakwater was built ninety years ago by prisoners of war and has been " ..
  "mended twice."

-- Another report altogether.
local other = "Farmers in the western valleys began to bring in the apple harvest two weeks early this year " ..
  "because of the dry summer, and their union expects the smallest crop since records were first kept " ..
  "in the region."
local other_second = "Prices in the markets of the capital have gone up by a tenth within a month, while the " ..
  "ministry has promised loans without interest to growers who lost more than half of their trees."

local function text(...) return "Untitled report\n\n" .. table.concat({ ... }, "\n\n") end

local function article(id, day, source, ...)
  return { id = id, published = day, source = source, text = text(...) }
end

local full = article("full", "2024-03-05", "Harbour News", lead, second, quote, third, background)

-- Those that share a story with another: "id role", in order.
local function told(...)
  local list = {}
  for row in keep.set(...):stories():rows() do list[#list + 1] = row.id .. " " .. row.role end
  return list
end

describe("a story is made of", function ()
  it("an article and the same in another paper", function ()
    local same = article("same", "2024-03-06", "Evening Post", lead, second, quote, third, background)
    assert.same({ "full original", "same copy" }, told(full, same))
  end)

  it("a copy in which an editor corrected a number and cut the end", function ()
    local corrected = article("corrected", "2024-03-06", "Evening Post", (lead:gsub("nineteen", "eighteen")), second,
      quote)
    assert.same({ "full original", "corrected copy" }, told(full, corrected))
  end)

  it("a brief cut from an article", function ()
    assert.same({ "full original", "brief part" }, told(full, article("brief", "2024-03-06", "Evening Post", lead)))
  end)

  it("a round-up with the lead of an article in it, wherever it stands", function ()
    local last = article("last", "2024-03-06", "Evening Post", other, other_second, lead)
    assert.same({ "full original", "last part" }, told(full, last))
    local first = article("first", "2024-03-06", "Evening Post", lead, other, other_second)
    assert.same({ "full original", "first part" }, told(full, first))
  end)

  it("an article under a new lead of the paper's own", function ()
    local led = article("led", "2024-03-06", "Evening Post", other, second, quote, third, background)
    assert.same({ "full original", "led copy" }, told(full, led))
  end)

  it("an article in other words, where runs of them stayed", function ()
    local reworded = article("reworded", "2024-03-05", "Evening Post",
      "Harlow's port was closed on Tuesday after a freighter with nineteen sailors aboard struck the northern " ..
      "breakwater in dense fog, the coast guard said, and all ferries to the islands were stopped until further " ..
      "notice.",
      "A pair of tugs from the naval yard tried in vain to drag the ship free before the tide went out. A third " ..
      "is on its way from the capital with some divers who are to look at the hull.")
    assert.same({ "full original", "reworded rewrite" }, told(full, reworded))
  end)
end)

describe("no story is made by", function ()
  it("two articles that have nothing in common", function ()
    assert.same({}, told(full, article("apples", "2024-03-05", "Evening Post", other, other_second)))
  end)

  it("a paragraph of background at the end of both", function ()
    assert.same({}, told(full, article("grain", "2024-03-06", "Evening Post", other, other_second, background)))
  end)

  it("the same quotation in two reports", function ()
    assert.same({}, told(full, article("speech", "2024-03-05", "Evening Post", other, quote, other_second)))
  end)

  it("the same facts in other words", function ()
    assert.same({}, told(full, article("retold", "2024-03-05", "Evening Post",
      "Fog was blamed when a cargo ship hit a sea wall at Harlow, shutting its harbour and stranding islanders.",
      "Rescue vessels could not move her at low water; experts are being flown in to inspect the damage below.")))
  end)

  it("two reports of one kind, which begin alike but for the names", function ()
    local function met(id, who, rest)
      return article(id, "2024-03-05", "Chancery", ("Chancellor Ada Berg met today with %s on the margins of the " ..
        "conference in Harlow. The two leaders discussed the importance of %s"):format(who, rest))
    end
    assert.same({}, told(met("north", "President Nils Holm of Norland", "fishing rights in the northern sea, a new " ..
      "treaty on wrecks, and the exchange of teachers between the islands. " .. other),
      met("south", "Prime Minister Ines Costa", "a railway tunnel under the southern mountains, which both want to " ..
      "open before the end of the decade. " .. second)))
  end)

  it("phrases of one's lead, scattered over the other", function ()
    local first = "Ministers of the coastal league endorsed the Harlow plan for free trade on the inner sea on " ..
      "Friday and agreed to meet once more before the summer."
    local scattered = article("scattered", "2024-03-06", "Evening Post", "The league's heads of state met in the " ..
      "old town hall. Ministers of the coastal league had gathered before them.", other, other_second,
      "At its end they endorsed the Harlow plan for the harbours. " .. second,
      "Hopes for free trade on the inner sea are small, said a diplomat, who spoke of old debts. " .. third,
      "They agreed to meet once a decade at least.")
    assert.same({}, told(article("plan", "2024-03-05", "Harbour News", first, quote), scattered))
  end)

  it("a lead that is told again a month later", function ()
    local later = article("later", "2024-04-09", "Evening Post", other, other_second, lead)
    assert.same({}, told(full, later))
  end)

  it("a run of words that stands in articles of many days", function ()
    local formula = "Here is what the newsroom knows so far about the events of this day and what it means for you."
    local list = {}
    for i = 1, 30 do
      list[i] = article("day" .. i, ("2024-05-%02d"):format(i), "Evening Post", formula, ("%s of the year %d."):format(
        ("Item %d tells of village %d and its fair, mill %d and the weather"):format(i, i * 7, i * 11), i + 1900))
    end
    assert.same({}, told(table.unpack(list)))
  end)

  it("an article without a body, or with a few words", function ()
    local short = { id = "a", text = "Fog.\n\nThe port is closed." }
    assert.same({}, told(short, { id = "b", text = "Fog.\n\nThe port is closed." }))
  end)
end)

describe("links do not add up", function ()
  it("what is like a member but not like the story's core stays out", function ()
    local brief = article("brief", "2024-03-06", "Evening Post", lead)
    local mixed = article("mixed", "2024-03-06", "Morning Post", other, other_second, lead)
    local apples = article("apples", "2024-03-07", "Farm Weekly", other, other_second)
    local set = keep.set(full, brief, mixed, apples)
    local keys = {}
    for row in set:stories():rows() do keys[row.id] = row.story end
    assert.equal(keys.full, keys.brief)
    assert.not_equal(keys.full, keys.apples)
  end)
end)

describe("the original", function ()
  it("is the earliest that has the whole text, not a brief before it", function ()
    local early = article("early", "2024-03-04", "Flash", lead)
    local late = article("late", "2024-03-07", "Evening Post", lead, second, quote, third, background)
    assert.same({ "full original", "early part", "late copy" }, told(late, early, full))
  end)

  it("is a news agency's own where there is one, whatever the day", function ()
    local paper = article("paper", "2024-03-04", "Evening Post", lead, second, quote, third, background)
    local wire = article("wire", "2024-03-05", "Yonhap", lead, second, quote, third, background)
    assert.same({ "wire original", "paper copy" }, told(paper, wire))
  end)

  it("is the fuller one where both are of one time", function ()
    local brief = article("a brief", "2024-03-05", "Flash", lead)
    assert.same({ "full original", "a brief part" }, told(brief, full))
  end)

  it("gives the story a key that lasts while copies come and it stays", function ()
    local set = keep.set(full, article("brief", "2024-03-06", "Evening Post", lead))
    local key = set:stories()[1].story
    keep.put(set, article("same", "2024-03-08", "Late News", lead, second, quote, third, background))
    assert.same({ key, key, key }, keep.column(set:stories(), "story"))
    assert.truthy(key:match "^%x+$" and #key == 16)
  end)
end)

describe("pairs", function ()
  local set = keep.set(full,
    article("led", "2024-03-06", "Evening Post", other, lead, second, quote, third),
    { id = "credited", published = "2024-03-06", source = "Evening Post", text = "Untitled report\n\nHARLOW, March " ..
      "6 (Yonhap) -- " .. table.concat({ lead, second, quote, third, background }, "\n\n") })
  local pairs_of = set:stories { pairs = true }

  it("stand one a copy, with paragraphs added and dropped", function ()
    local led = pairs_of:where { id = "led" }[1]
    assert.same({ "full", "copy", { "1" }, { "5" } }, { led.original, led.role, led.added, led.dropped })
    assert.same({ 0.8, 0.67 }, { led.similarity, led.resemblance })
  end)

  it("say why the original is taken for it", function ()
    assert.equal("the original is earlier", pairs_of:where { id = "led" }[1].evidence)
    assert.equal("the copy credits Yonhap; the original is earlier", pairs_of:where { id = "credited" }[1].evidence)
  end)

  it("are asked for by a truth value, and by no other name", function ()
    assert.has_error(function () set:stories { pairs = "all" } end,
      "set:stories: option 'pairs' should be a boolean, not a string")
    assert.has_error(function () set:stories { each = true } end,
      "set:stories: no option 'each'; there are: pairs")
  end)
end)

describe("a story in selections", function ()
  local copy = article("copy", "2024-03-06", "Evening Post", lead, second, quote, third, background)
  local brief = article("brief", "2024-03-07", "Late News", lead)
  local apples = article("apples", "2024-03-05", "Farm Weekly", other, other_second)

  it("is the same story, though not all of it is selected", function ()
    local set = keep.set(full, copy, brief, apples)
    local key = set:stories()[1].story
    local some = set:where { source = { "Late News", "Farm Weekly" } }:stories()
    assert.same({ { "brief" }, { key } }, { keep.column(some, "id"), keep.column(some, "story") })
  end)

  it("is a filter", function ()
    local set = keep.set(full, copy, brief, apples)
    local key = set:stories()[1].story
    assert.same({ "full", "copy", "brief" }, keep.column(set:where { story = key }:articles(), "id"))
    assert.same({ "apples" }, keep.column(set:without { story = key }:articles(), "id"))
    assert.equal(0, #set:where { story = "0000000000000000" })
  end)

  it("has one vote: of the original, or else of the earliest that is selected", function ()
    local set = keep.set(full, copy, brief, apples)
    local independent = require "alliance.ask.stories".independent
    local inside = require "alliance.selection".inside
    local function voters(of)
      local found = keep.store(set):table("articles", independent(inside(of, "spec")).tree)
      local list = {}
      for row in require "alliance.show.frame".of(found):rows() do list[#list + 1] = row.id end
      return list
    end
    assert.same({ "apples", "full" }, voters(set))
    assert.same({ "apples", "copy" }, voters(set - set:where { id = "full" }))
  end)
end)

describe("stories do not depend on", function ()
  local list = { full, article("copy", "2024-03-06", "Evening Post", lead, second, quote),
    article("brief", "2024-03-07", "Late News", lead), article("round", "2024-03-07", "Evening Post", other, lead,
      second),
    article("apples", "2024-03-05", "Farm Weekly", other, other_second), { id = "undated", text = text(lead, second) } }
  local expected = keep.set(table.unpack(list)):stories { pairs = true }:csv()

  it("the order of adding", function ()
    for shift = 1, #list - 1 do
      local order = table.move(list, 1 + shift, #list, 1, table.move(list, 1, shift, #list - shift + 1, {}))
      assert.equal(expected, keep.set(table.unpack(order)):stories { pairs = true }:csv())
    end
  end)

  it("what has come and gone", function ()
    local set = keep.set(table.unpack(list))
    keep.put(set, article("extra", "2024-03-01", "Yonhap", lead, second, quote, third, background))
    assert.not_equal(expected, set:stories { pairs = true }:csv())
    set:remove "extra"
    assert.equal(expected, set:stories { pairs = true }:csv())
  end)

  it("what was undone", function ()
    local set = keep.set(table.unpack(list))
    keep.store(set):begin()
    keep.put(set, article("extra", "2024-03-01", "Yonhap", lead, second, quote, third, background))
    assert.not_equal(expected, set:stories { pairs = true }:csv())
    keep.store(set):rollback()
    assert.equal(expected, set:stories { pairs = true }:csv())
  end)

  it("reading again", function ()
    local set = keep.set(table.unpack(list))
    assert.equal(#list, set:reread())
    assert.equal(expected, set:stories { pairs = true }:csv())
  end)
end)

describe("the file", function ()
  local function stories_of(path)
    local set <close> = assert(alliance.open(path))
    return set:stories { pairs = true }:csv()
  end

  it("keeps which words of the body stand between marks, and nothing once the article has gone", function ()
    local set = keep.set({ id = "a", text = "Title\n\nHe said \"we will go\" now and then.\n\nIt went on and on." })
    assert.equal("0203", set:sql "SELECT hex(words) AS words FROM quoted"[1].words)
    set:remove "a"
    assert.equal(0, #set:sql "SELECT n FROM quoted")
  end)

  it("without what a newer version keeps answers the same, and has it after reread", function ()
    local path = keep.file(full, article("brief", "2024-03-06", "Evening Post", lead))
    finally(function () keep.remove(path) end)
    local expected = stories_of(path)
    if not keep.shell(path, "DELETE FROM quoted; DELETE FROM piece; DELETE FROM segment; DELETE FROM terms") then
      pending "the sqlite3 shell is not there"
      return
    end
    assert.equal(expected, stories_of(path))
    local set <close> = assert(alliance.open(path))
    set:reread()
    assert.equal(2, #set:sql "SELECT n FROM quoted")
    assert.equal(expected, set:stories { pairs = true }:csv())
  end)
end)

describe("labelled copies", function ()
  it("are told with a pair F1 of at least 0.94 #slow", function ()
    local file = helper.shared "data/copies.input.jsonl"
    if not file then pending "../shared/data/copies.input.jsonl is not there" return end
    file:close()
    local pipe = assert(io.popen(helper.lua "spec/tools/stories.lua ../shared/data/copies.input.jsonl" ..
      " >build/stories.jsonl && python3 ../shared/score/score.py copies build/stories.jsonl"))
    local answer = pipe:read "a"
    pipe:close()
    assert.is_true(tonumber(answer:match "F1 ([%d.]+)") >= 94, answer)
  end)
end)
