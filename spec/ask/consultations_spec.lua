--- consultations(), series(), readouts(): articles written for the spec, asked as events.
local alliance = require "alliance"
local keep = require "spec.keep.keep_helper"

local function article(id, published, text)
  return { id = id, published = published, source = id:upper(), text = text }
end

local told = {
  article("post", "2024-05-02", "SEOUL, May 2 (Yonhap) -- Defense Minister Shin Won-sik held talks with U.S. Defense "
    .. "Secretary Lloyd Austin in Seoul on Thursday.\n\n\"North Korea will not divide us,\" Shin said.\n\n"
    .. "Austin reaffirmed the ironclad commitment to the alliance.\n"),
  article("times", "2024-05-03", "SEOUL, May 3 (AP) -- U.S. Defense Secretary Lloyd Austin met South Korean Defense "
    .. "Minister Shin Won-sik in Busan on Thursday.\n\n\"Nobody should test the nuclear umbrella,\" Austin said.\n"),
  article("plan", "2024-04-20", "SEOUL, April 20 (Yonhap) -- Defense Minister Shin Won-sik will meet U.S. Defense "
    .. "Secretary Lloyd Austin in Seoul next month, the ministry said.\n"),
  article("three", "2024-06-02", "SINGAPORE, June 2 (Yonhap) -- South Korean Defense Minister Shin Won-sik, "
    .. "U.S. Defense Secretary Lloyd Austin and Japanese Defense Minister Minoru Kihara held talks in Singapore on "
    .. "Sunday.\n"),
  article("scm54", "2022-11-03", "WASHINGTON, Nov. 3 (Yonhap) -- South Korea and the United States held the 54th "
    .. "Security Consultative Meeting in Washington on Thursday.\n"),
  article("scm56", "2024-10-30", "WASHINGTON, Oct. 30 (Yonhap) -- South Korea and the United States held the 56th "
    .. "Security Consultative Meeting in Washington on Wednesday.\n"),
}

local set

setup(function ()
  set = assert(alliance.open())
  set:add(told)
end)

teardown(function () set:close() end)

local function days(options)
  local list = {}
  for i, row in ipairs(set:consultations(options):column "date") do list[i] = row end
  return list
end

describe("consultations", function ()
  it("have the columns that scripts rely on", function ()
    assert.same({ "event", "date", "first_day", "last_day", "kind", "cameo", "status", "place", "host", "participants",
      "sides", "name", "duration", "reports", "first_reported" }, { table.unpack(set:consultations().columns) })
  end)

  it("are one row an event, with how many articles tell it", function ()
    local row = set:consultations({ kind = "talks", from = "2024-05-02", to = "2024-05-02" })[1]
    assert.same({ 2, "2024-05-02", "held" }, { row.reports, row.first_reported, row.status })
    assert.same({ "Lloyd Austin", "Shin Won-sik" }, { table.unpack(row.participants) })
    assert.same({ "place: Busan (1), Seoul (1)" }, { table.unpack(row.differs) })
    assert.is_truthy(row.sentence:find("Shin Won-sik held talks", 1, true))
  end)

  it("between sides means all of them, only nobody else", function ()
    assert.same({ "2024-06-02" }, days { between = { "JP", "US" } })
    assert.same({ "2024-05-02", "2024-06-02" }, days { between = { "KR", "US" }, status = "held", kind = "talks" })
    assert.same({ "2024-05-02" }, days { between = { "KR", "US" }, only = true, status = "held", kind = "talks" })
  end)

  it("are in the days that are asked where one of theirs is, or all the days that theirs may be", function ()
    local other <close> = assert(alliance.open())
    other:add(article("e", "2024-03-15", "SEOUL, March 15 (Yonhap) -- South Korea and the United States held the "
      .. "Freedom Shield exercise from March 4 to 14.\n\nDefense Minister Shin Won-sik met U.S. Defense Secretary "
      .. "Lloyd Austin in 2023.\n"))
    local function kinds(from, to) return keep.column(other:consultations { from = from, to = to }, "kind") end
    assert.same({ "exercise" }, kinds("2024-03-10", "2024-03-31"))
    assert.same({ "meeting" }, kinds("2023", "2023"))
    assert.same({}, kinds("2023-06", "2023-07"))
  end)

  it("between persons goes by their names", function ()
    assert.same({ "2024-06-02" }, days { between = { "Lloyd Austin", "Minoru Kihara" } })
    assert.same({}, days { between = { "Lloyd Austin", "Minoru Kihara" }, only = true })
  end)

  it("of a selection are those that its articles report", function ()
    local one = set:where { source = "TIMES" }:consultations()
    assert.same({ 1, 1, "2024-05-03" }, { #one, one[1].reports, one[1].first_reported })
    assert.equal(set:consultations { kind = "talks", from = "2024-05-02", to = "2024-05-02" }[1].event, one[1].event)
  end)

  it("that were planned lead to what they became", function ()
    local plan = set:consultations({ status = "planned" })[1]
    assert.equal(set:consultations { kind = "talks", from = "2024-05-02", to = "2024-05-02" }[1].event, plan.came_about)
  end)

  it("that were called off or moved lead to that", function ()
    local function became(...)
      local other <close> = assert(alliance.open())
      for i, text in ipairs { ... } do
        other:add(article("t" .. i, ("2024-05-%02d"):format(i), ("SEOUL, May %d (Yonhap) -- "):format(i) .. text))
      end
      local list = {}
      for row in other:consultations():rows() do list[#list + 1] = { row.status, row.date, row.came_about or false } end
      return list
    end
    local who = "Defense Minister Shin Won-sik %s U.S. Defense Secretary Lloyd Austin in Seoul %s.\n"
    assert.same({ { "planned", "2024-05-20", "2024-05-24:meeting:KR-US:lloyd-austin:shin-won-sik" },
      { "planned", "2024-05-24", false } },
      became(who:format("will meet", "on May 20"), who:format("will meet", "on May 24")))
    assert.same({ { "called-off", "2024-05-20", false } },
      became(who:format("will meet", "on May 20"), who:format("canceled a meeting with", "on May 20")))
  end)

  it("whose reports disagree are told by health", function ()
    local rows = set:health():where { what = "reports disagree" }
    assert.same({ "place", 1 }, { rows[1].which, rows[1].count })
  end)

  it("refuse options that are none", function ()
    local function refused(options) return select(2, pcall(set.consultations, set, options)) end
    assert.equal("set:consultations: no option 'side'; there are: between, from, kind, only, status, to",
      refused { side = "KR" }:match "set:.*")
    assert.equal("set:consultations: option 'kind' is not 'chat' but one of: agreement, call, ceremony, exercise, "
      .. "meeting, summit, talks, visit", refused { kind = "chat" }:match "set:.*")
    assert.equal("set:consultations: option 'between' is an empty list", refused { between = {} }:match "set:.*")
    assert.equal('set:consultations: option \'from\' should be "2024", "2024-12" or "2024-12-20", not May',
      refused { from = "May" }:match "set:.*")
  end)
end)

describe("series", function ()
  it("list what comes again under one name, and what is missing between", function ()
    local row = set:series()[1]
    assert.same({ "Security Consultative Meeting", 2, "2022-11-03", "2024-10-30" },
      { row.name, row.held, row.first_day, row.last_day })
    assert.same({ { "54", "56" }, { "55" } }, { { table.unpack(row.ordinals) }, { table.unpack(row.missing) } })
  end)
end)

describe("readouts", function ()
  local function topics(frame)
    local list = {}
    for i, row in ipairs(frame:column "topic") do list[i] = { row, frame[i].said_by, frame[i].side, frame[i].kind } end
    return list
  end

  it("set side by side what each side says, by topic", function ()
    local event = set:consultations({ kind = "talks", from = "2024-05-02", to = "2024-05-02" })[1]
    assert.same({ { "North Korea", "KR only", "KR", "direct" }, { "the alliance", "US only", "US", "indirect" },
      { "extended deterrence", "US only", "US", "direct" } }, topics(set:readouts(event)))
  end)

  it("take a key as well, and print as a page", function ()
    local event = set:consultations({ kind = "talks", from = "2024-05-02", to = "2024-05-02" })[1]
    local text = tostring(set:readouts(event.event))
    assert.is_truthy(text:find("Extended deterrence (US only)\n  - Lloyd Austin (US): “Nobody should test the nuclear "
      .. "umbrella”", 1, true), text)
  end)

  it("refuse what is no event", function ()
    assert.has_error(function () set:readouts "nothing" end, "set:readouts: no event 'nothing' is told of here")
    assert.has_error(function () set:readouts(3) end,
      "set:readouts: argument 1 should be an event's key or a row with the column 'event', not a number")
  end)
end)
