--- Deciding by hand about rows.
local alliance = require "alliance"
local keep = require "spec.keep.keep_helper"

local function example()
  local set = assert(alliance.open())
  set:add {
    { id = "a", source = "AP", published = "2024-05-02", text = "Allies firm\n\n" ..
      "\"Our commitment is ironclad and nobody should doubt it,\" Defense Secretary Lloyd Austin said on Thursday. " ..
      "About 28,500 American troops are stationed in South Korea." },
    { id = "b", source = "AFP", published = "2024-05-03", text = "Call\n\n" ..
      "Defense Secretary Lloyd Austin held a phone call with South Korean Defense Minister Shin Won-sik on " ..
      "Thursday. " ..
      "\"We spoke at length about the drills,\" Shin said." } }
  return set
end

describe("deciding", function ()
  local set
  before_each(function () set = example() end)
  after_each(function () set:close() end)

  it("sets a field of a row right, and says how many rows are by hand", function ()
    local quote = set:quotes { side = "US" }[1]
    set:decide(quote, { speaker = "Pat Ryder", by = "me", note = "see the release" })
    local quotes = set:quotes()
    assert.same({ "Pat Ryder", "Shin Won-sik" }, keep.column(quotes, "speaker"))
    assert.truthy(tostring(quotes):find("\n2 rows; 1 by hand$"))
    assert.is_nil(tostring(set:figures()):find("by hand", 1, true))
  end)

  it("leaves a rejected row out of every answer", function ()
    set:decide(set:figures()[1], { reject = true })
    assert.equal(0, #set:figures())
    assert.equal(0, set:sql("SELECT count(*) AS n FROM figure")[1].n)
  end)

  it("leaves a rejected tenure out of every answer, until that is undone", function ()
    local row = set:who("defense secretary", "US")[1]
    assert.equal("held:person/lloyd-austin:Secretary-of-Defense:US:in-office:2021-01-22", row.key)
    local number = set:decide(row, { reject = true, by = "me", note = "a caption" })
    assert.equal(0, #set:who("defense secretary", "US"))
    assert.same({ "Shin Won-sik" }, keep.column(set:tenures(), "person"))
    assert.truthy(tostring(set:tenures()):find("1 row; 1 by hand", 1, true))
    set:reread()
    assert.equal(1, #set:tenures())
    set:undo(number)
    assert.same({ 2, 1 }, { #set:tenures(), #set:who("defense secretary", "US") })
  end)

  it("rejects a tenure, and sets nothing of it", function ()
    assert.error_matches(function () set:decide(set:tenures()[1], { office = "Pope" }) end,
      "set:decide: a tenure can be rejected, {reject=true}, and no 'office' of it be set", 1, true)
    assert.error_matches(function () set:decide("held:nobody", { reject = true }) end,
      "set:decide: there is no tenure 'held:nobody' in this set", 1, true)
  end)

  it("holds when articles are read again and when others come", function ()
    set:decide(set:quotes()[1], { speaker = "Pat Ryder" })
    set:reread()
    set:add { id = "c", text = "\"No,\" she said.", published = "2024-05-09" }
    assert.equal("Pat Ryder", set:quotes()[1].speaker)
  end)

  it("is about events too", function ()
    local call = set:consultations { kind = "call" }[1]
    set:decide(call, { status = "called-off", date = "2024-05-01", by = "me" })
    local again = set:consultations { kind = "call" }[1]
    assert.same({ "called-off", "2024-05-01", "2024-05-01", call.event },
      { again.status, again.first_day, again.last_day, again.event })
    set:decide(again, { reject = true })
    assert.equal(0, #set:consultations { kind = "call" })
  end)

  it("is taken back by undo, one decision at a time", function ()
    local key = set:quotes()[1].key
    local first = set:decide(key, { speaker = "Pat Ryder" })
    local second = set:decide(key, { side = "KR" })
    assert.is_true(set:undo(first))
    assert.same({ "Lloyd Austin", "KR" }, { set:quotes()[1].speaker, set:quotes()[1].side })
    set:undo(second)
    assert.same({ "Lloyd Austin", "US" }, { set:quotes()[1].speaker, set:quotes()[1].side })
    local call = set:consultations { kind = "call" }[1]
    set:undo(set:decide(call, { reject = true }))
    assert.equal(call.event, set:consultations({ kind = "call" })[1].event)
  end)

  it("is listed with who, when and why", function ()
    set:decide(set:figures()[1], { value = 28000, by = "me", note = "round" })
    local row = set:decisions()[1]
    assert.same({ "set", "figure", "value", "28000", "me", "round" },
      { row.verb, row.what, row.field, row.b, row.by, row.note })
    assert.truthy(row.made:find "^%d%d%d%d%-%d%d%-%d%dT")
    assert.equal(28000, set:figures()[1].value)
  end)

  local wrong = {
    { "what is no row", function (s) s:decide(3, { reject = true }) end,
      "set:decide: rows of quotes, figures, dates, commitments, consultations, timeline, tenures and people can be" },
    { "a field that the row has not", function (s) s:decide(s:quotes()[1], { status = "held" }) end,
      "set:decide: a quote has no 'status' to be set; it has: kind, office, side, speaker; or reject=true" },
    { "a value that is none", function (s) s:decide(s:consultations()[1], { status = "lost" }) end,
      "set:decide: 'status' of an event is not 'lost' but one of: called-off, denied, held, planned, proposed" },
    { "a key of nothing", function (s) s:decide("a/quote/00000000", { reject = true }) end,
      "set:decide: there is no quote 'a/quote/00000000' in this set" },
    { "to decide nothing", function (s) s:decide(s:quotes()[1], { by = "me" }) end,
      "set:decide: nothing to decide: give {reject=true} or one of: kind, office, side, speaker" },
  }
  for _, case in ipairs(wrong) do
    it("refuses " .. case[1], function ()
      assert.error_matches(function () case[2](set) end, case[3], 1, true)
      assert.equal(0, #set:decisions())
    end)
  end
end)
