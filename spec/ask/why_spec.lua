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

  it("leads a row of count to the hits, items or articles that it counted, and to no others", function ()
    local function of(asked, wanted) return rows_of(set:why(set:count(asked):where(wanted)[1]), "id", "sentence") end
    local said = '"The alliance is ironclad," Shin said of the 28,500 troops.'
    assert.same({ { "a", said } }, of({ match = "ironclad", by = "source" }, { source = "Post" }))
    assert.same({}, of({ match = "ironclad", by = "source" }, { source = "Times" }))
    assert.same({ { "a", said } }, of({ match = "ironclad", by = { "quarter", "week" } }, { quarter = "2024-Q2" }))
    assert.same("a", of({ of = "quotes", by = { "side", "year" } }, { side = "KR" })[1][1])
    assert.equal(2, #of({ of = "consultations", by = { "dyad", "month" } }, { dyad = "KR-US" }))
    assert.same({ { "a", false }, { "b", false } }, of({ by = "month" }, { month = "2024-05" }))
  end)

  describe("of counted words", function ()
    local words
    setup(function ()
      words = assert(alliance.open())
      words:add { { id = "x", source = "Post", published = "2024-05-02", text = "Allies' talks\n\nSouth Korea's " ..
        "pledge is a pledge. The Pledge was met. Cost-sharing talks come." },
        { id = "y", published = "2024-05-03", text = "Talks\n\nOur pledge was made in Seoul." } }
    end)
    teardown(function () words:close() end)

    -- Rows whose places are not as many as they count.
    local function wrong(frame, name)
      local list = {}
      for row in frame:rows() do
        if #words:why(row) ~= row.count then list[#list + 1] = row[name] end
      end
      return list
    end

    it("is every place that the row counts, in its selection, scope and letters", function ()
      assert.same({}, wrong(words:terms(), "term"))
      assert.same({}, wrong(words:terms { case = true, scope = "text" }, "term"))
      assert.same({}, wrong(words:where({ source = "Post" }):ngrams { n = 3 }, "ngram"))
      assert.same({}, wrong(words:formula "was *", "variant"))
      assert.same({}, wrong(words:dispersion { "pledge", "@KR", "cost-shar*", "nobody" }, "word"))
      assert.same({}, wrong(words:compare { by = "source", match = "pledge" }, "source"))
    end)

    it("is a keyword's places in both selections, and a collocate's with its node", function ()
      local row = words:where({ id = "x" }):keyness(words:where { id = "y" }):where({ word = "pledge" })[1]
      assert.same({ 3, 1, 4 }, { row.count, row.reference, #words:why(row) })
      local near = words:collocates("pledge", { window = { 1, 0 } }):where({ word = "the" })[1]
      assert.same({ { "⟦The Pledge⟧ was met." } }, rows_of(words:why(near), "marked"))
    end)

    it("is what codes counted, with its categories; nothing where they counted nothing", function ()
      local codes = words:code({ a = { "pledge" }, b = { "talks", c = { "cost-sharing talks" } } },
        { unit = "sentence" })
      local found = {}
      for row in codes:rows() do
        for one in words:why(row):rows() do found[#found + 1] = row.id .. row.place .. " " .. one.rule end
      end
      assert.same({ "x2 a", "x2 a", "x3 a", "x4 b, b.c", "y2 a" }, found)
    end)

    it("is that of every row of a group", function ()
      assert.equal(4, #words:why(words:terms():group("term"):where({ term = "pledge" })[1]))
    end)
  end)

  it("leads a count of items by a column of one's own to the items of those articles", function ()
    local own <close> = assert(alliance.open())
    own:add { { id = "x", vars = { desk = "a" }, text = 'T\n\n"We agree on all points," Anna Berg said.' },
      { id = "y", vars = { desk = "b" }, text = 'T\n\n"We do not agree," Anna Berg said.' } }
    for row in own:count({ of = "quotes", by = "desk" }):rows() do
      assert.same({ 1, row.desk == "a" and "x" or "y" }, { row.count, own:why(row)[1].id })
      assert.equal(1, #own:why(row))
    end
  end)

  it("knows tenures, posts, groups and what health tells", function ()
    assert.same({ { "a" }, { "b" } }, rows_of(set:why(set:tenures():where { person = "Lloyd Austin" }[1]), "id"))
    assert.same({ { "a" }, { "b" } }, rows_of(set:why(set:offices():where { side = "US" }[1]), "id"))
    assert.same({ { "b" } }, rows_of(set:why(set:articles():group("source"):where { source = "Times" }[1]), "id"))
    assert.same({ { "a" } }, rows_of(set:why(set:health():where { which = "Post" }[1]), "id"))
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

describe("why_not", function ()
  local text = "Defense Minister Shin Won-sik met his staff on Thursday. "
    .. "The minister did not meet Austin of the United States.\n\n"
    .. "South Korea and the United States held talks on Friday. The talks lasted for an hour.\n\n"
    .. "A press conference followed. The \"Long Road\" opened.\n"

  local function reasons(of)
    local set <close> = assert(alliance.open())
    return rows_of(set:why_not(text, of), "text", "why")
  end

  it("tells which words could have named a contact, and the condition that refused each", function ()
    assert.same({
      { "Defense Minister Shin Won-sik met", "only one side takes part" },
      { "minister did not meet Austin of the United States", "denied: there was none" },
      { "The talks", "it tells of a contact that was told before" },
      { "press conference", "the lexicon has it as what only looks like a contact" } }, reasons())
  end)

  it("tells why words between marks are no quotation", function ()
    assert.same({ { "Long Road", "a name, a title or words held at a distance: three words or fewer, and no verb of "
      .. "speech beside them" } }, reasons "quotes")
  end)

  it("tells what words with capitals were taken for", function ()
    local found = {}
    for _, pair in ipairs(reasons "people") do found[pair[1]] = pair[2] end
    assert.equal("it is taken for a place: United States", found["United States"] or found["United States."])
  end)

  it("takes an article or an id as well", function ()
    local set <close> = assert(alliance.open())
    set:add { id = "x", text = text }
    local by_text = rows_of(set:why_not(text), "text", "why")
    assert.same(by_text, rows_of(set:why_not "x", "text", "why"))
    assert.same(by_text, rows_of(set:why_not(set:article "x"), "text", "why"))
  end)

  it("refuses what it does not know", function ()
    local set <close> = assert(alliance.open())
    assert.has_error(function () set:why_not(text, "weather") end,
      "set:why_not: argument 2 should be one of: consultations, people, quotes, not 'weather'")
    assert.has_error(function () set:why_not(3) end,
      "set:why_not: argument 1 should be an article, its id or a text, not a number")
  end)
end)
