--- What was noticed, over sets and selections.
local keep = require "spec.keep.keep_helper"

local function example()
  return keep.set(
    { id = "a", source = "AP", published = "2024-05-02", text = "Allies firm\n\n" ..
      "\"Our commitment is ironclad and nobody should doubt it,\" Defense Secretary Lloyd Austin said on Thursday. " ..
      "About 28,500 American troops are stationed in South Korea." },
    { id = "b", source = "AFP", published = "2024-05-01", text = "Costs\n\n" ..
      "\"We will share the burden in a fair way,\" said Cho Tae-yul, the South Korean foreign minister. " ..
      "He called the deal \"fair\". The ministry said that 28,500 American troops would stay." })
end

describe("quotes", function ()
  local set
  before_each(function () set = example() end)
  after_each(function () set:close() end)

  it("give speaker, post, side and words, by publication", function ()
    local frame = set:quotes()
    assert.same({ "published", "speaker", "office", "side", "kind", "text", "cue", "source", "id" }, frame.columns)
    local first, second = frame[1], frame[2]
    assert.same({ "2024-05-01", "Cho Tae-yul", "KR", "direct", "We will share the burden in a fair way,", "said", "b" },
      { first.published, first.speaker, first.side, first.kind, first.text, first.cue, first.id })
    assert.same({ "Lloyd Austin", "Secretary of Defense", "US" }, { second.speaker, second.office, second.side })
  end)

  it("are direct ones where the kind is not said", function ()
    assert.same({ 2, 1 }, { #set:quotes(), #set:quotes { kind = "fragment" } })
    assert.same({ "fair" }, keep.column(set:quotes { kind = "fragment" }, "text"))
  end)

  it("are chosen by speaker, side, post and words", function ()
    assert.same({ "a" }, keep.column(set:quotes { speaker = "Lloyd Austin" }, "id"))
    assert.same({ "b" }, keep.column(set:quotes { side = "KR" }, "id"))
    assert.same({ "a" }, keep.column(set:quotes { office = { "Secretary of Defense", "Pope" } }, "id"))
    assert.same({ "b" }, keep.column(set:quotes { match = "burden AND shar*" }, "id"))
    assert.same({}, keep.column(set:quotes { match = '"burden share"' }, "id"))
  end)

  it("have by name the sentence, the bytes, the rule and a key", function ()
    local row = set:where({ id = "a" }):quotes()[1]
    assert.equal("\"Our commitment is ironclad and nobody should doubt it,\" Defense Secretary Lloyd Austin said on " ..
      "Thursday.", row.sentence)
    assert.equal(row.text, set:article("a").text:sub(row.first, row.last))
    assert.truthy(row.key:find("^a/quote/%x%x%x%x%x%x%x%x$"))
  end)

  it("keep their keys when an article is read again, and when others come and go", function ()
    local before = keep.column(set:quotes(), "key")
    set:add { id = "c", published = "2024-04-01", text = "\"We will share the burden in a fair way,\" he said." }
    set:remove "c"
    set:reread()
    assert.same(before, keep.column(set:quotes(), "key"))
  end)

  it("refuse an option, a kind or a query that is none", function ()
    assert.error_matches(function () set:quotes { speaking = "x" } end,
      "set:quotes: no option 'speaking'; there are: kind, match, office, side, speaker", 1, true)
    assert.error_matches(function () set:quotes { kind = "loud" } end,
      "set:quotes: 'kind' should be direct, fragment or indirect, not 'loud'", 1, true)
    assert.error_matches(function () set:quotes { match = '"open' } end, "a quotation mark that is not closed", 1, true)
    assert.error_matches(function () set:quotes "KR" end,
      "set:quotes: the options should be a table {name=value}, not a string", 1, true)
  end)

  it("belong to the selection that is asked", function ()
    assert.same({ "b" }, keep.column(set:where({ to = "2024-05-01" }):quotes(), "id"))
    assert.equal(0, #set:where({ source = "none" }):quotes())
  end)
end)

describe("figures", function ()
  local set
  before_each(function () set = example() end)
  after_each(function () set:close() end)

  it("are a ledger: every statement a row, with the number of articles that say the same", function ()
    local frame = set:figures { unit = "troops" }
    assert.same({ 28500, 28500 }, keep.column(frame, "value"))
    assert.same({ 2, 2 }, keep.column(frame, "repeats"))
    assert.same({ "about" }, { frame[2].hedge })
    assert.equal(0, #set:figures { unit = "km" })
  end)

  it("mark a value that is far from the others of its kind", function ()
    for i = 1, 6 do
      set:add { id = "n" .. i, published = "2024-06-0" .. i, text = ("About %d troops left on Friday."):format(
        i == 6 and 90000 or 1000 + i) }
    end
    local far = set:where({ from = "2024-06" }):figures({ unit = "troops" }):where { outlier = true }
    assert.same({ 90000 }, keep.column(far, "value"))
  end)
end)

describe("dates", function ()
  it("have the days that they cover", function ()
    local set <close> = example()
    local row = set:dates { value = "2024-05-02" }[1]
    assert.same({ "Thursday", "DATE", "2024-05-02", "2024-05-02" }, { row.text, row.type, row.first_day, row.last_day })
    assert.equal(0, #set:dates { type = "SET" })
  end)
end)

describe("commitments", function ()
  it("have term, category and who says it", function ()
    local set <close> = example()
    local row = set:commitments { term = "ironclad" }[1]
    assert.same({ "a", "ironclad", 0 }, { row.id, row.term, row.negated })
    assert.equal(0, #set:commitments { term = "betrayal" })
  end)
end)

describe("the rows of an article", function ()
  it("are the article's own items, text for text", function ()
    local set <close> = example()
    for a in set:each() do
      local rows = set:where({ id = a.id }):quotes { kind = { "direct", "fragment", "indirect" } }
      local texts = {}
      for i, quote in ipairs(a.quotes) do texts[i] = quote.text end
      assert.same(texts, keep.column(rows, "text"))
    end
  end)

  it("go with it", function ()
    local set <close> = example()
    set:remove "a"
    set:remove "b"
    for _, name in ipairs { "sentence", "entity", "mention", "held", "quote", "figure", "timex", "commitment",
      "consultation", "participant", "evidence" } do
      assert.equal(0, set:sql("SELECT count(*) AS n FROM " .. name)[1].n, name)
    end
  end)
end)

describe("a file that cannot be read", function ()
  it("is told by every question of items, and by counts of them", function ()
    local set = require("alliance").open()
    local inside = require("alliance.selection").peek(set)
    local real = inside.store
    inside.store = setmetatable({ closed = function () return false end }, { __index = function ()
      return function () return nil, "the disk is gone", "EIO" end
    end })
    for _, name in ipairs { "quotes", "figures", "dates", "commitments" } do
      assert.same({ nil, "the disk is gone", "EIO" }, { set[name](set) })
    end
    assert.same({ nil, "the disk is gone", "EIO" }, { set:count { of = "quotes", by = "side" } })
    inside.store = real
    assert.equal(0, #set:quotes())
    set:close()
  end)
end)
