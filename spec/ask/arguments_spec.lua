--- Questions asked wrongly: what is said, and where; and what is taken though it is spelled in another way.
local alliance = require "alliance"

-- What a call raises, without the traceback.
local function raised(work)
  local ok, message = pcall(work)
  return not ok and message or "nothing was raised"
end

-- A set of one article.
local function set_of(text)
  local made = assert(alliance.open())
  made:add { id = "a", source = "AP", published = "2024-05-02", text = text }
  return made
end

local set

describe("a question asked wrongly", function ()
  setup(function ()
    set = set_of("Allies firm\n\n" ..
      "\"Our commitment is ironclad and nobody should doubt it,\" Defense Secretary Lloyd Austin said on Thursday. " ..
      "U.S. Defense Secretary Lloyd Austin held talks with South Korean Defense Minister Shin Won-sik on Thursday.")
  end)
  teardown(function () set:close() end)

  it("is an error at the line that asks, however deep it is found", function ()
    local here = "^spec/ask/arguments_spec%.lua:%d+: set:"
    for _, work in ipairs {
      function () local _ = set:search "a AND" end, function () local _ = set:terms { mim = 2 } end,
      function () local _ = set:count { of = "consultations", status = "hold" } end,
      function () local _ = set:where { from = "May" } end, function () local _ = set:who("president", "Atlantis") end,
    } do assert.matches(here, raised(work)) end
  end)

  it("is an error where an option would change nothing", function ()
    assert.matches("set:people: takes no options; set:where{…}:people() asks some articles, " ..
      "set:people():where{…} keeps some rows", raised(function () set:people { side = "KR" } end), 1, true)
    for _, name in ipairs { "articles", "decisions", "health", "offices", "series", "tenures" } do
      assert.matches("takes no options", raised(function () set[name](set, { limit = 2 }) end))
      assert.is_true(#set[name](set) >= 0)
    end
  end)

  it("is an error where a frame, a row or a set stands for options", function ()
    assert.matches("set:where: the filters should be a table {name=value, …}, not a frame$",
      raised(function () set:where(set:terms()) end))
    assert.matches("set:count: the options should be a table {.*}, not a selection$",
      raised(function () set:count(set:where {}) end))
    assert.matches("of a .dic file, not a row$", raised(function () set:code(set:terms()[1]) end))
    assert.equal(1, #set:where {})
  end)

  it("is an error of some lines, however long what was given", function ()
    local message = raised(function () set:dispersion(("x"):rep(50000)) end)
    assert.matches("has no word in it: 'xxx.* …$", message)
    assert.is_true(#message < 2100)
  end)

  it("is an error where days run backwards", function ()
    assert.matches("set:consultations: option 'from' (2025) comes after 'to' (2024)",
      raised(function () set:consultations { from = "2025", to = "2024" } end), 1, true)
    assert.equal(1, #set:consultations { from = "2024", to = "2025" })
  end)

  it("is an error where a part of the set is to decide for all of it, or there is no row", function ()
    local part, row = set:where { from = "2024" }, set:quotes()[1]
    assert.matches("set:decide: a decision is about the whole set: call it on the set",
      raised(function () part:decide(row, { reject = true }) end), 1, true)
    assert.matches("set:decide: argument 1 (row) is nil: the frame it was taken from has no such row",
      raised(function () set:decide(set:quotes()[99], { reject = true }) end), 1, true)
    assert.is_true(set:undo(set:decide(row, { reject = true })))
  end)

  it("is told what could be asked instead", function ()
    assert.matches('set:count: words and articles have no \'dyad\'; items do: set:count{of="consultations", by="dyad"}',
      raised(function () set:count { match = "ironclad", by = "dyad" } end), 1, true)
    assert.equal(1, #set:count { of = "consultations", by = "dyad" })
  end)

  it("may have a number without a fraction as a number of rows, however large", function ()
    assert.equal(1, #set:search("ironclad", { limit = 1e6 }))
    assert.equal(1, #set:search("ironclad", { limit = math.maxinteger }))
    assert.equal(1, #set:articles():head(1e9))
    assert.matches("should be a whole number from 1, not 1.5",
      raised(function () set:search("ironclad", { limit = 1.5 }) end), 1, true)
  end)
end)

describe("a side", function ()
  setup(function ()
    set = set_of("Allies firm\n\n" ..
      "\"We will share the burden in a fair way,\" said Cho Tae-yul, the South Korean foreign minister.\n\n" ..
      "South Korean Foreign Minister Cho Tae-yul met U.S. Secretary of State Antony Blinken in Seoul on Thursday.")
  end)
  teardown(function () set:close() end)

  it("is given by its code in any letters, or by a name of the country", function ()
    for _, side in ipairs { "KR", "kr", "South Korea", "Republic of Korea" } do
      assert.equal(1, #set:where { side = side })
      assert.equal(1, #set:quotes { side = side })
      assert.equal(1, #set:who("foreign minister", side))
      assert.equal(1, #set:consultations { between = { side, "US" } })
    end
    assert.equal(0, #set:where { side = "JP" })
    assert.equal(0, #set:consultations { between = { "Japan", "US" } })
  end)

  it("may be a body's short name that no list has, but no other word", function ()
    assert.equal(0, #set:where { side = "XYZ" })
    assert.matches("set:where: 'side' should be a country's code or name (KR, \"South Korea\") or a body's short " ..
      "name (UN, NATO), not 'Atlantis'", raised(function () set:where { side = "Atlantis" } end), 1, true)
  end)
end)

describe("who speaks", function ()
  setup(function ()
    set = set_of("Costs\n\n\"We will share the burden in a fair way,\" " ..
      "said Cho Tae-yul, the South Korean foreign minister.")
  end)
  teardown(function () set:close() end)

  it("is found in any spelling, by the family name, or by words for the post", function ()
    for _, name in ipairs { "Cho Tae-yul", "Cho Tae Yul", "Cho" } do
      assert.equal(1, #set:quotes { speaker = name })
    end
    assert.equal(0, #set:quotes { speaker = "Choi" })
    assert.equal(1, #set:quotes { office = "foreign minister" })
    assert.equal(0, #set:quotes { office = "defense minister" })
  end)

  it("takes part in what is between him and another", function ()
    local talks <close> = set_of("Talks\n\nSouth Korean Foreign " ..
      "Minister Cho Tae-yul met U.S. Secretary of State Antony Blinken in Seoul on Thursday.")
    assert.equal(1, #talks:consultations { between = { "Cho Tae Yul", "Antony Blinken" }, only = true })
    assert.equal(0, #talks:consultations { between = { "Cho Tae-yul", "Wang Yi" } })
  end)
end)

describe("alliance.lexicon", function ()
  it("wants tables and options that something reads", function ()
    assert.matches("alliance.lexicon: 'tenure' is not a table of the lexicon; there are: abbreviations, agencies",
      raised(function () alliance.lexicon { tenure = {} } end), 1, true)
    assert.matches("alliance.lexicon: no option 'grad'; there are: grade, only",
      raised(function () alliance.lexicon({}, { grad = "sourced" }) end), 1, true)
    assert.matches("alliance.lexicon: argument 1 should be a table, not a number",
      raised(function () alliance.lexicon(5) end), 1, true)
    assert.equal(40, #alliance.lexicon({ agencies = { "Nowhere Wire" } }, { only = { "agencies" } }).hash)
  end)

  it("says which row of a table is wrong", function ()
    assert.matches("alliance.lexicon.tenures, row %d+: wants texts in name, office and side",
      raised(function () alliance.lexicon { tenures = { { person = "Ann Lee" } } } end))
    assert.matches("alliance.lexicon.agencies, row %d+: a row should be a table or a string, not a number",
      raised(function () alliance.lexicon { agencies = { 5 } } end))
  end)
end)

describe("an article", function ()
  it("leads bytes of its text back, and no others", function ()
    local article = alliance.read "Talks were held."
    assert.same({ 1, 5 }, { article:raw(1, 5) })
    for _, wrong in ipairs { { 0, 5 }, { 1, 99 }, { 5, 1 }, { 1.5, 2 }, { 1 } } do
      assert.matches("article:raw: first and last should be bytes of article.text, 1 to 16 and in order, not ",
        raised(function () article:raw(wrong[1], wrong[2]) end), 1, true)
    end
  end)
end)

describe("alliance.read", function ()
  it("says which field of about is wrong", function ()
    assert.matches("alliance.read: argument 2 (about.published) should be a string, not a number",
      raised(function () alliance.read("x", { published = 2024 }) end), 1, true)
    assert.matches("alliance.read: about.lexicon should be a lexicon (alliance.lexicon{…}), not a string",
      raised(function () alliance.read("x", { lexicon = "mine" }) end), 1, true)
    assert.equal("x", alliance.read("x", { lexicon = alliance.lexicon(), id = "x" }).id)
  end)
end)
