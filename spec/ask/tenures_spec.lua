--- Who held which post, from when to when, as the articles show it and the lexicon bounds it.
local alliance = require "alliance"
local keep = require "spec.keep.keep_helper"

local story = "%s\n\n%s\n\nNothing else was agreed on the day, officials of both governments said afterwards.\n"

local function article(id, published, text)
  return { id = id, published = published, text = story:format("Talks on " .. id, text) }
end

local function set_of(...)
  local set = assert(alliance.open())
  set:add { ... }
  return set
end

-- "person, office, side, from, to, status" of every row.
local function rows(frame)
  local list = {}
  for row in frame:rows() do
    list[#list + 1] = ("%s, %s, %s, %s, %s, %s"):format(row.person, row.office, row.side, row.from, row.to, row.status)
  end
  return list
end

local stennes = { "Norwegian Prime Minister Ola Stennes met reporters in Oslo on Monday.",
  "Norwegian Prime Minister Ola Stennes opened the yard in Bergen on Monday." }

describe("tenures", function ()
  it("go from the first to the last article that says so, with both sentences", function ()
    local set <close> = set_of(article("n2", "2031-05-01", stennes[2]), article("n1", "2031-03-01", stennes[1]),
      article("n3", "2031-04-01", stennes[1]))
    local frame = set:tenures()
    assert.same({ "Ola Stennes, Prime Minister, NO, 2031-03-01, 2031-05-01, in office" }, rows(frame))
    assert.same({ "2031-03-01 n1: " .. stennes[1], "2031-05-01 n2: " .. stennes[2] },
      table.move(frame[1].evidence, 1, 2, 1, {}))
    assert.same({ 3, "n1", stennes[1] }, { frame[1].articles, frame[1].id, frame[1].sentence })
    assert.same({ "person", "office", "side", "from", "to", "status", "evidence" },
      table.move(frame.columns, 1, 7, 1, {}))
  end)

  it("keep standings apart", function ()
    local set <close> = set_of(
      article("k1", "2022-04-01", "South Korean President-elect Yoon Suk Yeol met reporters in Seoul on Monday."),
      article("k2", "2022-06-01", "South Korean President Yoon Suk Yeol met reporters in Seoul on Monday."),
      article("n2", "2031-02-01", stennes[1]),
      article("n3", "2033-02-01", "Former Norwegian Prime Minister Ola Stennes met reporters in Oslo on Monday."),
      article("n4", "2031-02-01", "Norwegian acting Defense Minister Per Lunde met reporters in Oslo on Monday."))
    assert.same({ "Per Lunde, Minister of Defense, NO, 2031-02-01, 2031-02-01, acting",
      "Yoon Suk Yeol, President, KR, 2022-04-01, 2022-04-01, elect",
      "Yoon Suk Yeol, President, KR, 2022-06-01, 2022-06-01, in office",
      "Ola Stennes, Prime Minister, NO, 2031-02-01, 2031-02-01, in office",
      "Ola Stennes, Prime Minister, NO, 2033-02-01, 2033-02-01, former" }, rows(set:tenures()))
  end)

  it("are two where another held the post between", function ()
    local lunde = "Norwegian Prime Minister Per Lunde met reporters in Oslo on Monday."
    local set <close> = set_of(article("n1", "2031-03-01", stennes[1]), article("n2", "2032-03-01", lunde),
      article("n3", "2032-09-01", lunde), article("n4", "2033-03-01", stennes[2]))
    assert.same({ "Ola Stennes, Prime Minister, NO, 2031-03-01, 2031-03-01, in office",
      "Per Lunde, Prime Minister, NO, 2032-03-01, 2032-09-01, in office",
      "Ola Stennes, Prime Minister, NO, 2033-03-01, 2033-03-01, in office" }, rows(set:tenures()))
  end)

  it("are not given by captions and bylines", function ()
    local text = "Talks end in Oslo\n\nBy Carla Baker\n\n" ..
      "[Photo caption] Norwegian Prime Minister Ola Stennes waves in Oslo on Monday. (Photo by Carla Baker)\n\n" ..
      "The talks went on for two days and ended on Monday, officials of both governments said afterwards.\n"
    local set <close> = set_of { id = "p1", published = "2031-03-01", text = text }
    assert.is_true(#set:article("p1").captions == 1 and #set:article("p1").people > 0)
    assert.same({}, rows(set:tenures()))
  end)

  it("say what the lexicon knows, with its grade", function ()
    local set <close> = set_of(article("k1", "2023-03-01", "South Korean President Yoon Suk Yeol spoke on Monday."))
    local row = set:tenures()[1]
    assert.same({ "2022-05-10", "2025-04-04", "sourced" }, { row.known_from, row.known_to, row.grade })
    assert.equal("lexicon (sourced): President 2022-05-10 to 2025-04-04", row.evidence[2])
  end)

  it("know nothing of facts from memory with grade=\"sourced\"", function ()
    local fact = { name = "Ola Stennes", side = "NO", office = "Prime Minister", from = "2030-01-01", to = "2034-01-01",
      grade = "recall" }
    for _, grade in ipairs { "recall", "sourced" } do
      local set <close> = assert(alliance.open(nil, { lexicon = alliance.lexicon({ tenures = { fact } },
        { grade = grade }) }))
      set:add(article("n1", "2031-03-01", stennes[1]))
      assert.equal(grade == "recall" and "recall" or nil, set:tenures()[1].grade)
    end
    assert.has_error(function () alliance.lexicon(nil, { grade = "good" }) end,
      'alliance.lexicon: grade is "sourced" or "recall", not good')
  end)
end)

describe("who", function ()
  local set = set_of(article("n1", "2031-03-01", stennes[1]), article("n2", "2031-09-01", stennes[2]),
    article("n3", "2031-12-01", "Former Norwegian Prime Minister Ola Stennes met reporters in Oslo on Monday."),
    article("k1", "2023-03-01", "South Korean President Yoon Suk Yeol spoke on Monday."),
    article("b1", "2024-12-21", "U.S. Army Gen. Xavier Brunson, commander of U.S. Forces Korea, spoke on Friday."))

  local function names(...) return table.concat(keep.column(set:who(...), "person"), ", ") end

  it("takes partial dates", function ()
    assert.equal("Ola Stennes", names("Prime Minister", "NO", "2031-05-05"))
    assert.equal("Ola Stennes", names("Prime Minister", "NO", "2031"))
    assert.equal("Ola Stennes", names("Prime Minister", "NO", "2031-09"))
    assert.equal("", names("Prime Minister", "NO", "2031-12"))
    assert.equal("", names("Prime Minister", "NO", "2030"))
  end)

  it("takes aliases of offices", function ()
    assert.equal("Ola Stennes", names("premier", "NO", "2031-05"))
    assert.equal("Xavier Brunson", names("USFK commander", "US", "2024-12-21"))
  end)

  it("takes the side of the body and of the person", function ()
    assert.equal("Xavier Brunson", names("Commander of US Forces Korea", "USFK", "2024-12-21"))
    assert.equal("Xavier Brunson", names("Commander of US Forces Korea", nil, "2024-12-21"))
    assert.equal("", names("Commander of US Forces Korea", "JP", "2024-12-21"))
    assert.same({ "Xavier Brunson", "", "" }, { names("commander", "USFK"), names("commander", "CFC"),
      names("president", "USFK") })
  end)

  it("says where a post is one that no article gives", function ()
    local note = "no rows; no article gives anybody this post; offices() lists those that are given"
    assert.equal(note, tostring(set:who("grand vizier", "NO")):match "[^\n]*$")
    assert.equal("no rows", tostring(set:who("Prime Minister", "NO", "1999")):match "[^\n]*$")
  end)

  it("goes on to the lexicon's bounds from what the set shows", function ()
    assert.equal("Yoon Suk Yeol", names("President", "KR", "2022-06"))
    assert.equal("", names("President", "KR", "2021"))
    assert.equal("", names("President", "US", "2023"))
  end)

  it("without a date is all who ever held it, with their standing", function ()
    assert.same({ "in office", "former" }, keep.column(set:who("Prime Minister", "NO"), "status"))
  end)

  it("refuses wrong arguments", function ()
    assert.has_error(function () set:who(7) end, "set:who: argument 1 (office) should be a string, not a number")
    assert.has_error(function () set:who("President", 7) end,
      "set:who: argument 2 (side) should be a string, not a number")
    assert.has_error(function () set:who("President", "KR", "soon") end,
      "set:who: 'date' should be \"2024\", \"2024-12\", \"2024-12-20\" or a TIMEX3 value, not soon")
  end)
end)

describe("health", function ()
  local function told(set, what)
    local list = {}
    for row in set:health():rows() do
      if row.what == what then list[#list + 1] = ("%s: %s"):format(row.which, row.advice) end
    end
    return list
  end

  it("finds who is in office before or after the lexicon's tenure", function ()
    local set <close> = set_of(article("k1", "2026-03-01", "South Korean President Yoon Suk Yeol spoke on Monday."))
    assert.same({ "Yoon Suk Yeol, President (KR): in office on 2026-03-01; lexicon (sourced): President 2022-05-10 " ..
      "to 2025-04-04: a former or then holder, another office, or a wrong date?" }, told(set, "anachronism"))
  end)

  it("finds two in one post, and time without anybody", function ()
    local lunde = "Norwegian Prime Minister Per Lunde met reporters in Oslo on Monday."
    local set <close> = set_of(article("n1", "2031-03-01", stennes[1]), article("n2", "2031-04-01", lunde),
      article("n3", "2031-05-01", stennes[2]))
    assert.same({ "Ola Stennes, Prime Minister (NO): in office until 2031-05-01, and Per Lunde from 2031-04-01: a " ..
      "wrong date, a then holder, or another office?" }, told(set, "overlap"))
    local other <close> = set_of(article("n1", "2031-03-01", stennes[1]), article("n2", "2031-06-01", lunde))
    assert.same({ "Ola Stennes, Prime Minister (NO): last shown on 2031-03-01, Per Lunde first on 2031-06-01: " ..
      "nobody is shown between" }, told(other, "gap"))
  end)

  it("lists who may be several", function ()
    local set <close> = set_of(article("e1", "2021-03-01",
      "South Korean lawmaker Bak Seon-ho spoke in Busan on Monday."),
      article("e2", "2012-03-01", "Bak Sun-ho won the prize in Busan on Monday."))
    assert.same({ "Bak Seon-ho: Bak Sun-ho is spelled alike: set:same(…) or set:distinct(…) decides",
      "Bak Sun-ho: Bak Seon-ho is spelled alike: set:same(…) or set:distinct(…) decides" }, told(set,
        "doubtful identity"))
  end)
end)
