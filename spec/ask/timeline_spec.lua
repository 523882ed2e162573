--- timeline(): dated rows in order, and the page they print as.
local alliance = require "alliance"
local helper = require "spec.helper"

local function article(id, published, text)
  return { id = id, published = published, source = id:upper(), text = text }
end

local told = {
  article("plan", "2024-10-10", "SEOUL, Oct. 10 (Yonhap) -- The defense ministers of South Korea and the United "
    .. "States will hold the 56th Security Consultative Meeting in Washington this month.\n"),
  article("held", "2024-10-30", "WASHINGTON, Oct. 30 (Yonhap) -- South Korea and the United States held "
    .. "the 56th Security Consultative Meeting in Washington on Wednesday.\n"),
  article("call", "2024-09-10", "SEOUL, Sept. 10 (Yonhap) -- Defense Minister Kim Yong-hyun, who took office last "
    .. "week, spoke by phone with U.S. Defense Secretary Lloyd Austin on Tuesday.\n\n"
    .. "\"North Korea will meet an alliance that stands,\" Kim said.\n"),
}

local function rows_of(frame, ...)
  local list = {}
  for row in frame:rows() do
    local values = {}
    for i, name in ipairs { ... } do values[i] = type(row[name]) == "table" and tostring(row[name]) or row[name] end
    list[#list + 1] = values
  end
  return list
end

describe("the timeline", function ()
  local set

  setup(function ()
    set = assert(alliance.open())
    set:add(told)
  end)

  teardown(function () set:close() end)

  it("has the columns that scripts rely on", function ()
    assert.same({ "date", "what", "who", "status", "said", "reports", "event" },
      { table.unpack(set:timeline().columns) })
  end)

  it("tells consultations in order, with people and posts, and what plans became", function ()
    assert.same({
      { "2024-09-10", "phone call", "Kim Yong-hyun (Minister of National Defense, KR); Lloyd Austin (Secretary of "
        .. "Defense, US)", "held" },
      { "2024-10", "56th Security Consultative Meeting, Washington", "South Korea; United States",
        "planned, held 2024-10-30" },
      { "2024-10-30", "56th Security Consultative Meeting, Washington", "South Korea; United States", "held" } },
      rows_of(set:timeline { what = "consultations" }, "date", "what", "who", "status"))
  end)

  it("tells the shortest telling fragment", function ()
    assert.equal("Kim Yong-hyun: “North Korea will meet an alliance that stands”",
      set:timeline({ what = "consultations" })[1].said)
  end)

  it("tells posts that are taken near an article that gives them, with the grade of the fact", function ()
    assert.same({
      { "2024-08-12", "is nominated as Minister of National Defense (KR)", "Kim Yong-hyun", "sourced" },
      { "2024-09-06", "takes office as Minister of National Defense (KR)", "Kim Yong-hyun", "sourced" } },
      rows_of(set:timeline { what = "tenures" }, "date", "what", "who", "status"))
  end)

  it("keeps to the days that are asked for", function ()
    assert.equal(0, #set:timeline { from = "2025" })
    assert.equal(2, #set:timeline { from = "2024-10", what = "consultations" })
  end)

  it("prints as a page", function ()
    local text = tostring(set:timeline { what = { "consultations", "tenures" } })
    assert.is_truthy(text:find("6 September 2024\n  Kim Yong-hyun takes office as", 1, true), text)
    assert.is_truthy(text:find("\n10 September 2024\n  Phone call: Kim Yong-hyun (Minister of National Defense, KR); "
      .. "Lloyd Austin\n", 1, true), text)
  end)

  it("refuses what is none of its rows", function ()
    assert.has_error(function () set:timeline { what = "weather" } end,
      "set:timeline: option 'what' is not 'weather' but one of: consultations, events, statements, tenures")
  end)
end)

describe("the timeline of the five seed articles", function ()
  -- date, what, and who is there with which post, in any order
  local rows = {
    { "2016-11-10", "phone call", "Park Geun-hye (President, KR)", "Donald Trump (President-elect, US)" },
    { "2024-11-07", "phone talks", " (President, KR)", "Donald Trump (President-elect, US)" },
    { "2024-12-20", "phone call", "Lloyd Austin (Secretary of Defense, US)" },
    { "2024-12-20", "change-of-command ceremony, Camp Humphreys",
      "Samuel Paparo (Commander of US Indo-Pacific Command, US)" },
    { "2024-12-20", "meeting, Camp Humphreys", "Kim Seon-ho (acting Minister of National Defense, KR)",
      "Samuel Paparo (Commander of US Indo-Pacific Command, US)",
      "Xavier Brunson (Commander of US Forces Korea, USFK)" },
    { "2025-01-02", "talks, Seoul", "Kim Seon-ho (acting Minister of National Defense, KR)",
      "Philip Goldberg (Ambassador to South Korea, US)" },
    { "2025-07-30", "phone call", "Ahn Gyu-back (Minister of National Defense, KR)",
      "Pete Hegseth (Secretary of Defense, US)" },
    { "2025-FA", "Security Consultative Meeting", "South Korea", "United States" },
  }

  it("has the calls, the meetings, the change of command and the plan, with people and posts", function ()
    local file = helper.shared "seeds/000_cbd6d690d7cc1efa.txt"
    if not file then return pending "the seed articles are not beside the repository" end
    file:close()
    local set <close> = assert(alliance.open())
    set:add "../shared/seeds/*.txt"
    local timeline = set:timeline { what = "consultations" }
    for _, wanted in ipairs(rows) do
      local found = timeline:where(function (row)
        local fits = row.date == wanted[1] and row.what == wanted[2]
        for i = 3, #wanted do fits = fits and tostring(row.who):find(wanted[i], 1, true) ~= nil end
        return fits
      end)
      assert.equal(1, #found, table.concat(wanted, " ") .. "\n" .. tostring(timeline))
    end
  end)
end)
