--- Which reports are one event (lua/alliance/join/events.lua), on reports made by hand; then the same over a set: in
-- any order, in one go or ten, after removing.
local alliance = require "alliance"
local days = require "alliance.join.days"
local events = require "alliance.join.events"

local hours = { KR = 9, JP = 9, US = -5, GB = 0 }

-- A report: who = { KR = "A B", US = "C D" } names one person a side; fields override.
local made = 0
local function report(day, who, fields)
  made = made + 1
  local r = { n = made, i = 1, id = "a" .. made, published = day, kind = "call", class = "call", status = "held",
    date = day, lo = days.number(day), hi = days.number(day), assumed = false, day = day, at = days.number(day),
    first = 1, sides = {}, side = {}, people = {}, names = {}, held = {}, place_of = {}, posts = {} }
  for side, name in pairs(who) do
    r.sides[#r.sides + 1], r.side[side] = side, true
    if name ~= true then
      r.people[name:lower()], r.names[name:lower()], r.place_of[name:lower()] = side, name, side == "KR" and 1 or 2
    end
  end
  table.sort(r.sides)
  for name, value in pairs(fields or {}) do r[name] = value end
  r.class = r.kind == "talks" and "meeting" or r.kind
  return r
end

local function joined(...)
  local keys = {}
  for i, event in ipairs(events.join({ ... }, hours)) do keys[i] = { event.event, #event.reports } end
  return keys
end

local lee, kim = { KR = "Lee Ara", US = "Ann Cole" }, { KR = "Kim Bo", US = "Ann Cole" }

describe("reports of one day are one event", function ()
  it("where the same persons take part", function ()
    assert.same({ { "2024-05-02:call:KR-US:ann-cole:lee-ara", 2 } },
      joined(report("2024-05-02", lee), report("2024-05-02", lee)))
  end)

  it("not where a side has somebody else", function ()
    assert.equal(2, #joined(report("2024-05-02", lee), report("2024-05-02", kim)))
  end)

  it("where one names the person and the other the post", function ()
    local named = report("2024-05-02", lee, { held = { ["lee ara"] = "Minister of X" } })
    local x = { posts = { { office = "Minister of X", side = "KR" } } }
    local post = report("2024-05-02", { KR = true, US = true }, x)
    assert.equal(1, #joined(named, post))
  end)

  it("not where the post is another one", function ()
    local named = report("2024-05-02", lee, { held = { ["lee ara"] = "Minister of X" } })
    local y = { posts = { { office = "Minister of Y", side = "KR" } } }
    local post = report("2024-05-02", { KR = true, US = true }, y)
    assert.equal(2, #joined(named, post))
  end)

  it("where one gives only sides, and nothing tells them apart", function ()
    assert.equal(1, #joined(report("2024-05-02", lee), report("2024-05-02", { KR = true, US = true })))
    assert.equal(2, #joined(report("2024-05-02", lee), report("2024-05-02", { JP = true, US = true })))
  end)

  it("not where one outlet names the counterpart once and once does not", function ()
    local function by(source, who) return report("2024-05-02", who, { source = source }) end
    assert.equal(1, #joined(by("A", lee), by("B", { KR = "Lee Ara", US = true })))
    assert.equal(2, #joined(by("A", lee), by("A", { KR = "Lee Ara", US = true })))
  end)

  it("where the sides of one are part of the other's", function ()
    local three = report("2024-05-02", { KR = "Lee Ara", US = "Ann Cole", JP = "Mori Jun" })
    assert.same({ { "2024-05-02:call:JP-KR-US:ann-cole:lee-ara:mori-jun", 2 } },
      joined(report("2024-05-02", lee), three))
  end)

  it("not where the kind is of another class", function ()
    assert.equal(2, #joined(report("2024-05-02", lee), report("2024-05-02", lee, { kind = "visit" })))
  end)

  it("but what one article tells twice is two", function ()
    local other = report("2024-05-02", { KR = "Lee Ara", US = true }, { id = "x", first = 9 })
    assert.equal(2, #joined(report("2024-05-02", lee, { id = "x" }), other))
  end)

  it("not where a series has two ordinals", function ()
    local function scm(n) return report("2024-05-02", { KR = true, US = true }, { name = "SCM", ordinal = n }) end
    assert.equal(1, #joined(scm(55), scm(55)))
    assert.equal(2, #joined(scm(55), scm(56)))
  end)
end)

describe("the date line", function ()
  local function pair(first, second)
    return joined(report("2024-05-01", lee, first), report("2024-05-02", lee, second))
  end

  it("makes a night in the west and the next morning in the east one call", function ()
    assert.same({ { "2024-05-01:call:KR-US:ann-cole:lee-ara", 2 } }, pair({ home = -5 }, { home = 9 }))
  end)

  it("not the other way round: the east is ahead", function ()
    assert.equal(2, #pair({ home = 9 }, { home = -5 }))
  end)

  it("not where the clock says otherwise", function ()
    assert.equal(2, #pair({ home = -5, clock = "MO" }, { home = 9 }))
    assert.equal(2, #pair({ home = -5 }, { home = 9, clock = "EV" }))
  end)

  it("not between neighbours", function ()
    local two = { KR = "Lee Ara", JP = "Mori Jun" }
    assert.equal(2, #joined(report("2024-05-01", two), report("2024-05-02", two)))
  end)

  it("not two days apart, and not where one article tells of both", function ()
    assert.equal(2, #joined(report("2024-05-01", lee, { home = -5 }), report("2024-05-03", lee, { home = 9 })))
    assert.equal(2, #pair({ home = -5, id = "x" }, { home = 9, id = "x" }))
  end)

  it("keeps both days", function ()
    local event = events.join({ report("2024-05-01", lee, { home = -5 }), report("2024-05-02", lee, { home = 9 }) },
      hours)[1]
    assert.same({ "2024-05-01", "2024-05-02" }, { days.text(event.lo), days.text(event.hi) })
    assert.same({ "date line: 2024-05-01 (US), 2024-05-02 (KR)" }, event.differs)
  end)
end)

describe("reports without a day of their own", function ()
  local none = { date = false, lo = false, hi = false }
  local function without(day, who)
    local r = report(day, who, none)
    r.date, r.lo, r.hi = nil, nil, nil
    return r
  end

  it("join where two persons tell", function ()
    assert.equal(1, #joined(report("2024-05-02", lee), without("2024-05-09", lee)))
  end)

  it("not where only sides do, and not after two weeks", function ()
    assert.equal(2, #joined(report("2024-05-02", lee), without("2024-05-09", { KR = true, US = true })))
    assert.equal(2, #joined(report("2024-05-02", lee), without("2024-05-29", lee)))
  end)

  it("take the nearest of two", function ()
    assert.same({ { "2024-05-02:call:KR-US:ann-cole:lee-ara", 1 }, { "2024-05-06:call:KR-US:ann-cole:lee-ara", 2 } },
      joined(report("2024-05-02", lee), report("2024-05-06", lee), without("2024-05-09", lee)))
  end)

  it("an assumed day may be wrong by three", function ()
    local function assumed(day) return report(day, lee, { assumed = true }) end
    assert.equal(1, #joined(report("2024-05-02", lee), assumed "2024-05-05"))
    assert.equal(2, #joined(report("2024-05-02", lee), assumed "2024-05-06"))
  end)
end)

describe("what an event says", function ()
  it("is held where one report says so, and else what the last one says", function ()
    local function status(...)
      local list = {}
      for i, s in ipairs { ... } do
        list[i] = report("2024-05-09", lee, { status = s, published = "2024-05-0" .. i })
      end
      return events.join(list, hours)[1].status
    end
    assert.equal("held", status("planned", "held"))
    assert.equal("held", status("held", "planned"))
    assert.equal("called-off", status("planned", "called-off"))
    assert.equal("planned", status("called-off", "planned"))
  end)

  it("is what most reports say, with what they disagree about", function ()
    local function at(place, duration) return report("2024-05-02", lee, { place = place, duration = duration }) end
    local event = events.join({ at("Seoul", "PT10M"), at("Seoul", "PT30M"), at "Busan" }, hours)[1]
    assert.equal("Seoul", event.place)
    assert.same({ "place: Busan (1), Seoul (2)", "length: PT10M (1), PT30M (1)" }, event.differs)
  end)

  it("names those whom most reports name first", function ()
    local more = report("2024-05-02", { KR = "Lee Ara", US = "Ann Cole", JP = "Mori Jun" })
    local event = events.join({ report("2024-05-02", lee), more }, hours)[1]
    assert.same({ "Lee Ara", "Ann Cole", "Mori Jun" }, event.participants)
  end)
end)

-- -- over a set -----------------------------------------------------------------------------------------

local function article(id, published, source, text)
  return { id = id, published = published, source = source, text = text }
end

local told = {
  article("k1", "2024-05-02", "Harbour Post", "SEOUL, May 2 (Yonhap) -- Foreign Minister Cho Tae-yul held phone talks "
    .. "with U.S. Secretary of State Antony Blinken on Thursday morning, the ministry said.\n\n"
    .. "\"The alliance has never been closer,\" Cho said.\n"),
  article("w1", "2024-05-01", "Potomac Ledger", "WASHINGTON, May 1 (AP) -- U.S. Secretary of State Antony Blinken "
    .. "spoke by phone with South Korean Foreign Minister Cho Tae-yul on Wednesday night.\n"),
  article("k2", "2024-05-04", "Harbour Post", "SEOUL, May 4 (Yonhap) -- South Korean Foreign Minister Cho Tae-yul and "
    .. "U.S. Secretary of State Antony Blinken spoke of trade as they held phone talks on Thursday, officials said.\n"),
  article("j1", "2024-05-03", "Harbour Post", "TOKYO, May 3 (Kyodo) -- Japanese Foreign Minister Yoko Kamikawa met "
    .. "U.S. Secretary of State Antony Blinken in Tokyo on Friday.\n"),
  article("p1", "2024-04-25", "Harbour Post", "SEOUL, April 25 (Yonhap) -- Japanese Foreign Minister Yoko Kamikawa "
    .. "will meet U.S. Secretary of State Antony Blinken in Tokyo on May 2, officials said.\n"),
  article("s1", "2024-10-30", "Harbour Post", "WASHINGTON, Oct. 30 (Yonhap) -- South Korea and the United States held "
    .. "the 56th Security Consultative Meeting in Washington on Wednesday.\n"),
  article("s2", "2022-11-03", "Harbour Post", "WASHINGTON, Nov. 3 (Yonhap) -- South Korea and the United States held "
    .. "the 54th Security Consultative Meeting in Washington on Thursday.\n"),
}

-- One meeting of a year that is told of at two times, far apart: two events, as it may have been two.
for i, day in ipairs { "2019-03-05", "2024-06-11" } do
  told[#told + 1] = article("y" .. i, day, "Harbour Post", "SEOUL (Yonhap) -- Japanese Foreign Minister Taro Kono met "
    .. "South Korean Foreign Minister Kang Kyung-wha in 2018.\n")
end

local function answers(set)
  return set:sql("SELECT * FROM event ORDER BY event"):csv() .. set:sql("SELECT a.id, c.i, c.event FROM article a " ..
    "JOIN consultation c USING (n) ORDER BY a.id, c.i"):csv() .. set:consultations():csv()
end

describe("events of a set", function ()
  local whole

  setup(function ()
    local set <close> = assert(alliance.open())
    set:add(told)
    whole = answers(set)
  end)

  it("join reports from both sides of the date line", function ()
    local set <close> = assert(alliance.open())
    set:add(told)
    local call = set:consultations { kind = "call" }
    assert.equal(1, #call, tostring(call))
    assert.same({ 3, "2024-05-01", "2024-05-02", "2024-05-01" },
      { call[1].reports, call[1].first_day, call[1].last_day, call[1].first_reported })
  end)

  it("are the same in any order, one by one", function ()
    for _, step in ipairs { 2, 4, 5 } do -- without a divisor in common with their number: each comes once
      local set <close> = assert(alliance.open())
      for i = 1, #told do set:add(told[i * step % #told + 1]) end
      assert.equal(#told, #set)
      assert.equal(whole, answers(set))
    end
  end)

  it("are the same after articles have come and gone", function ()
    local set <close> = assert(alliance.open())
    set:add(told)
    for i = 1, #told, 2 do set:remove(told[i].id) end
    for i = #told, 1, -1 do set:add(told[i]) end
    assert.equal(whole, answers(set))
  end)

  it("are gone with their articles", function ()
    local set <close> = assert(alliance.open())
    set:add(told)
    for _, a in ipairs(told) do set:remove(a.id) end
    assert.same({ 0, 0 }, { #set:consultations(), #set:sql "SELECT 1 FROM event" })
  end)

  it("change when the article that counts does", function ()
    local set <close> = assert(alliance.open())
    set:add(told[4])
    local text = told[4].text:gsub("in Tokyo on Friday", "in Osaka on Friday")
    set:add(article("j1", "2024-05-05", "Harbour Post", text))
    assert.same({ "Osaka", 1 }, { set:consultations()[1].place, #set:consultations() })
  end)
end)
