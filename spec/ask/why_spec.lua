--- why(row): the sentences that made a row; diff(other): what moved between two sets.
local alliance = require "alliance"

local texts = {
  { id = "a", published = "2024-05-02", source = "Post", text = "SEOUL, May 2 (Yonhap) -- Defense Minister Shin "
    .. "Won-sik spoke by phone with U.S. Defense Secretary Lloyd Austin on Thursday.\n\n"
    .. "\"The alliance is ironclad,\" Shin said of the 28,500 troops.\n" },
  { id = "b", published = "2024-05-03", source = "Times", text = "SEOUL, May 3 (AP) -- U.S. Defense Secretary Lloyd "
    .. "Austin spoke by phone with South Korean Defense Minister Shin Won-sik on Thursday.\n" },
}

local function rows_of(frame, ...)
  local list = {}
  for row in frame:rows() do
    local values = {}
    for i, name in ipairs { ... } do values[i] = row[name] or false end
    list[#list + 1] = values
  end
  return list
end

describe("why", function ()
  local set

  setup(function ()
    set = assert(alliance.open())
    set:add(texts)
  end)

  teardown(function () set:close() end)

  it("has the columns that scripts rely on", function ()
    assert.same({ "id", "source", "published", "sentence", "first", "last", "rule", "entry", "grade" },
      { table.unpack(set:why(set:articles()[1]).columns) })
  end)

  it("leads an event to every report, with the words that name it", function ()
    assert.same({ { "a", "Post", "verb", 'consultations: "spoke by phone"' },
      { "b", "Times", "verb", 'consultations: "spoke by phone"' } },
      rows_of(set:why(set:consultations()[1]), "id", "source", "rule", "entry"))
  end)

  it("marks the span in its sentence", function ()
    assert.same({ { '"⟦The alliance is ironclad,⟧" Shin said of the 28,500 troops.', 'speech: "said"' },
      { "⟦Defense Minister⟧ Shin Won-sik spoke by phone with U.S. Defense Secretary Lloyd Austin on Thursday.",
        false } },
      rows_of(set:why(set:quotes()[1]), "marked", "entry"))
  end)

  it("knows figures, words of commitment, days and hits", function ()
    local function mark(frame, i) return (set:why(frame[i or 1])[1].marked:match "⟦(.-)⟧") end
    assert.same({ "28,500 troops", "ironclad", "Thursday", "ironclad" }, { mark(set:figures()), mark(set:commitments()),
      mark(set:dates():where { text = "Thursday" }), mark(set:kwic "ironclad") })
  end)

  it("leads a statement of a readout to its quotation", function ()
    local row = set:readouts(set:consultations()[1])[1]
    assert.equal('speech: "said"', set:why(row)[1].entry)
  end)

  it("tells a post with the fact of the lexicon and its grade", function ()
    local tenure = { key = "tenure:KR:Minister of National Defense:from:2023-10-07", who = { "Shin Won-sik" } }
    assert.same({}, rows_of(set:why(tenure), "id"))
    tenure.key = "tenure:KR:Minister of National Defense:from:2024-04-20"
    local found = set:why(tenure)[1]
    assert.same({ "a", "sourced" }, { found.id, found.grade })
  end)

  it("tells how an article is dated", function ()
    assert.is_truthy(#set:why(set:articles()[1]) >= 1)
    assert.equal("a", set:why(set:articles()[1])[1].id)
  end)

  it("leads a counted word to its places, and a count to its articles", function ()
    assert.same({ { "a", "counted" } }, rows_of(set:why { term = "ironclad" }, "id", "rule"))
    assert.same({ { "b" } }, rows_of(set:why { source = "Times", count = 3 }, "id"))
  end)

  it("refuses what leads nowhere", function ()
    assert.has_error(function () set:why(3) end, "set:why: argument 1 (row) should be a row of a frame, not a number")
    assert.has_error(function () set:why { colour = "red" } end,
      "set:why: this row has no id, key, event, person, word or period that leads to articles")
  end)
end)

describe("diff", function ()
  it("tells nothing where nothing moved", function ()
    local one <close> = assert(alliance.open())
    local two <close> = assert(alliance.open())
    one:add(texts)
    two:add { texts[2], texts[1] }
    assert.equal(0, #one:diff(two))
  end)

  it("tells which answers a lexicon gives and another does not, with the sentence", function ()
    local fewer = alliance.lexicon({ commitments = { { "mighty", term = "mighty", category = "assurance" } } },
      { only = { "commitments" } })
    local old <close> = assert(alliance.open(nil, { lexicon = fewer }))
    local new <close> = assert(alliance.open())
    old:add(texts)
    new:add(texts)
    assert.same({ { "commitment", "new", "ironclad; assurance; 0",
      '"The alliance is ironclad," Shin said of the 28,500 troops.' } }, rows_of(new:diff(old), "what", "change", "now",
      "sentence"))
    assert.same({ { "gone" } }, rows_of(old:diff(new), "change"))
  end)

  it("tells what an event lost when an article went", function ()
    local old <close> = assert(alliance.open())
    local new <close> = assert(alliance.open())
    old:add(texts)
    new:add(texts[1])
    assert.same({ { "changed", "participants", "Lloyd Austin; Shin Won-sik", "Shin Won-sik; Lloyd Austin" },
      { "changed", "reports", "2", "1" } },
      rows_of(new:diff(old):where { what = "event" }, "change", "field", "was", "now"))
  end)

  it("refuses what is no set", function ()
    local set <close> = assert(alliance.open())
    assert.has_error(function () set:diff(3) end,
      "set:diff: argument 1 (other) should be a set or selection, not a number")
  end)
end)
