--- Who is named: persons over articles and spellings, posts, decisions by hand, and the filters that go by them.
local alliance = require "alliance"
local keep = require "spec.keep.keep_helper"

local story = "%s\n\n%s\n\nNothing else was agreed on the day, officials of both governments said afterwards.\n"

local function article(id, published, text)
  return { id = id, published = published, text = story:format("Talks on " .. id, text) }
end

local all = {
  article("a1", "2022-06-01", "South Korean President Yoon Suk Yeol met Secretary of State Antony Blinken in Seoul."),
  article("a2", "2023-03-02", "South Korean President Yoon Suk-yeol spoke. Yoon said the NATO visit went well."),
  article("a3", "2023-05-02", "South Korean President Yoon Seok-youl arrived at Camp Humphreys on Tuesday."),
  article("b1", "2024-12-21", "U.S. Army Gen. Xavier Brunson took command of the Combined Forces Command on Friday."),
  article("b2", "2025-02-03", "On Monday Gen. Brunson said the command was ready, as he has often said before."),
  article("c1", "2024-02-01", "Australian Trade Minister Ann Fairlie signed the pact in Canberra on Monday."),
  article("c2", "2024-03-01", "British Defence Secretary Ann Fairlie visited the yard in Glasgow on Monday."),
  article("d1", "1994-03-01", "South Korean Ambassador Bak So-dam met reporters in Geneva on Monday."),
  article("d2", "2021-03-01", "South Korean Trade Minister Bak So-dam met reporters in Geneva on Monday."),
}

local function set_of(list)
  local set = assert(alliance.open())
  set:add(list or all)
  return set
end

-- "person side office mentions articles" of every row, sorted.
local function rows(frame)
  local list = {}
  for row in frame:rows() do
    list[#list + 1] = ("%s, %s, %s, %d, %d, %s, %s"):format(row.person, row.side, row.office, row.mentions,
      row.articles,
      row.first_day, row.last_day)
  end
  table.sort(list)
  return list
end

local function ids(selection)
  local list = keep.column(selection:articles(), "id")
  table.sort(list)
  return table.concat(list, " ")
end

describe("people", function ()
  local set = set_of()

  it("has the columns that are promised, most mentions first", function ()
    local frame = set:people()
    assert.same({ "person", "side", "office", "mentions", "articles", "first_day", "last_day" }, frame.columns)
    assert.equal("Yoon Suk Yeol", frame[1].person)
  end)

  it("is one row a person, whatever the spellings", function ()
    assert.same({ "Yoon Suk Yeol, KR, President, 4, 3, 2022-06-01, 2023-05-02" },
      rows(set:people():where(function (row) return row.person:find "Yoon" ~= nil end)))
    assert.same({ "Xavier Brunson" }, keep.column(set:people():where(function (row)
      return row.person:find "Brunson" ~= nil
    end), "person"))
  end)

  it("keeps two of one name apart by post and side, and by decade", function ()
    assert.same({ "Ann Fairlie, AU, Minister of Trade, 1, 1, 2024-02-01, 2024-02-01",
      "Ann Fairlie, GB, Minister of Defense, 1, 1, 2024-03-01, 2024-03-01" },
      rows(set:people():where { person = "Ann Fairlie" }))
    assert.equal(2, #set:people():where { person = "Bak So-dam" })
  end)

  it("counts within a selection", function ()
    assert.same({ "Yoon Suk Yeol, KR, President, 1, 1, 2022-06-01, 2022-06-01" },
      rows(set:where({ id = "a1" }):people():where { side = "KR" }))
  end)
end)

describe("offices", function ()
  it("are the posts with those who are given them", function ()
    local set <close> = set_of()
    local frame = set:offices()
    assert.same({ "office", "side", "persons", "articles", "first_day", "last_day" }, frame.columns)
    local row = frame:where({ office = "President" })[1]
    assert.same({ "KR", { "Yoon Suk Yeol" }, 3, "2022-06-01", "2023-05-02" },
      { row.side, table.move(row.persons, 1, #row.persons, 1, {}), row.articles, row.first_day, row.last_day })
  end)
end)

describe("where{person=}", function ()
  local set = set_of()

  it("finds every spelling from any spelling", function ()
    for _, name in ipairs { "Yoon Suk Yeol", "Yoon Suk-yeol", "Yoon Seok-youl", "yoon suk yeol", "Yoon" } do
      assert.equal("a1 a2 a3", ids(set:where { person = name }))
    end
    assert.equal("b1 b2", ids(set:where { person = "Xavier Brunson" }))
    assert.equal("", ids(set:where { person = "Nobody Atall" }))
  end)

  it("takes a list, and goes with other filters", function ()
    assert.equal("a1 a2 a3 b1 b2", ids(set:where { person = { "Yoon Suk Yeol", "Brunson" } }))
    assert.equal("a2 a3", ids(set:where { person = "Yoon Suk Yeol", from = "2023" }))
    assert.equal("a1", ids(set:where { person = { "Antony Blinken" } }))
  end)

  it("refuses what is no text", function ()
    assert.has_error(function () set:where { person = 7 } end,
      "set:where: 'person' should be a text or a list of texts, not a number")
    assert.has_error(function () set:where { person = "" } end,
      "set:where: 'person' should be a text or a list of texts, and not empty")
  end)
end)

describe("where{side=, office=, mentions=}", function ()
  local set = set_of()

  it("go by the side of who and what is named", function ()
    assert.equal("c1", ids(set:where { side = "AU" }))
    assert.equal("c1 c2", ids(set:where { side = { "AU", "GB" } }))
  end)

  it("go by posts, in any words for them", function ()
    assert.equal("a1", ids(set:where { office = "top diplomat" }))
    assert.equal("a1", ids(set:where { office = "Secretary of State" }))
    assert.equal("c2", ids(set:where { office = "defence secretary" }))
  end)

  it("go by persons, bodies and places", function ()
    assert.equal("a2", ids(set:where { mentions = "NATO" }))
    assert.equal("a3", ids(set:where { mentions = "Camp Humphreys" }))
    assert.equal("a1 a2 a3 b1", ids(set:where { mentions = { "Yoon Suk Yeol", "CFC" } }))
  end)
end)

describe("decisions", function ()
  local two = { article("e1", "2021-03-01", "South Korean lawmaker Bak Seon-ho spoke in Busan on Monday."),
    article("e2", "2012-03-01", "Bak Sun-ho won the prize in Busan on Monday.") }

  local function named(set)
    local list = keep.column(set:people(), "person")
    table.sort(list)
    return table.concat(list, ", ")
  end

  it("join two spellings, and are listed with who, when and why", function ()
    local set <close> = set_of(two)
    assert.equal("Bak Seon-ho, Bak Sun-ho", named(set))
    assert.equal(1, set:same("Bak Seon-ho", "Bak Sun-ho", { by = "ann", note = "the prize names his seat" }))
    assert.equal("Bak Seon-ho", named(set))
    assert.equal("e1 e2", ids(set:where { person = "Bak Sun-ho" }))
    local row = set:decisions()[1]
    assert.same({ "same", "person", "Bak Seon-ho", "Bak Sun-ho", "ann", "the prize names his seat" },
      { row.verb, row.what, row.a, row.b, row.by, row.note })
    assert.is_truthy(row.made:find "^%d%d%d%d%-%d%d%-%d%dT%d%d:%d%d:%d%dZ$")
  end)

  it("survive reading anew, and what comes and goes", function ()
    local set <close> = set_of { two[1] }
    set:add(two[2])
    set:same("Bak Seon-ho", "Bak Sun-ho")
    set:reread()
    assert.equal("Bak Seon-ho", named(set))
    set:remove("e2")
    set:add(two[2])
    assert.equal("Bak Seon-ho", named(set))
  end)

  it("can be undone", function ()
    local set <close> = set_of(two)
    local number = set:same("Bak Seon-ho", "Bak Sun-ho")
    assert.is_true(set:undo(number))
    assert.equal("Bak Seon-ho, Bak Sun-ho", named(set))
    assert.is_string(set:decisions()[1].undone)
    assert.has_error(function () set:undo(number) end, "set:undo: decision 1 was undone before")
    assert.has_error(function () set:undo(9) end, "set:undo: there is no decision 9")
    assert.has_error(function () set:undo {} end,
      "set:undo: give the number of a decision or a row of decisions(), not a table")
  end)

  it("part, rename and reject", function ()
    local set <close> = set_of { all[1], all[3] }
    set:distinct("Yoon Suk Yeol", "Yoon Seok-youl")
    assert.equal(2, #set:people():where(function (row) return row.person:find "Yoon" ~= nil end))
    set:rename("Yoon Seok-youl", "Yoon the Other")
    set:reject("Antony Blinken")
    assert.equal("Yoon Suk Yeol, Yoon the Other", named(set))
  end)

  it("take a row for one of two of one name", function ()
    local set <close> = set_of { all[6], all[7] }
    assert.has_error(function () set:reject "Ann Fairlie" end,
      "set:reject: 2 are called 'Ann Fairlie': give a row of people(), or 'Ann Fairlie (AU, Minister of Trade)'")
    set:reject(set:people():where({ side = "GB" })[1])
    assert.same({ "AU" }, keep.column(set:people(), "side"))
  end)

  it("wait for a spelling that no article has yet", function ()
    local set <close> = set_of(two)
    assert.is_true(math.type(set:same("Bak Seon-ho", "Bahk Sun-ho")) == "integer")
    assert.equal("Bahk Sun-ho", set:decisions()[1].b)
  end)

  it("refuse nobody, one name twice, and kinds that are none", function ()
    local set <close> = set_of(two)
    assert.has_error(function () set:reject "Teapot" end, "set:reject: no person of this set is called 'Teapot'")
    assert.has_error(function () set:same("Bak Seon-ho", "Bak Seon-ho") end,
      "set:same: 'Bak Seon-ho' twice: give two spellings, or a row of people() for each")
    assert.has_error(function () set:same(7, "Bak Seon-ho") end,
      "set:same: give a name, or a row of people(), not a number")
    assert.has_error(function () set:reject("Bak Seon-ho", { what = "event" }) end,
      "set:reject: option 'what' is not 'event' but one of: person, organisation, place")
  end)
end)

describe("what is joined", function ()
  -- All that the set says, as one text.
  local function told(set)
    local parts = { set:people():csv(), set:offices():csv(), set:tenures():csv() }
    for row in set:sql("SELECT who, what, name, side, entry, open FROM who ORDER BY who"):rows() do
      parts[#parts + 1] = ("%s|%s|%s|%s|%s|%s"):format(row.who, row.what, row.name, row.side, row.entry, row.open)
    end
    return table.concat(parts, "\n")
  end

  local function order(seed)
    local out, state = table.move(all, 1, #all, 1, {}), seed
    for i = #out, 2, -1 do
      state = (state * 1103515245 + 12345) % 2147483648
      local j = state // 65536 % i + 1
      out[i], out[j] = out[j], out[i]
    end
    return out
  end

  local wanted
  before_each(function ()
    local set <close> = set_of()
    wanted = told(set)
  end)

  it("does not depend on the order of adding, nor on how many at once", function ()
    for seed = 1, 6 do
      local set <close> = assert(alliance.open())
      for _, one in ipairs(order(seed)) do set:add(one) end
      assert.equal(wanted, told(set))
      local other <close> = set_of(order(seed + 100))
      assert.equal(wanted, told(other))
    end
  end)

  it("is taken back with the articles that gave it", function ()
    for seed = 1, 4 do
      local set <close> = set_of(order(seed))
      set:add { article("x1", "2022-02-02",
        "South Korean President Yoon Suk-yeol, Fairlie, Blinken and Ola Brunson met."),
        article("x2", "2022-02-02", "Ann K. Fairlie, an Australian lawmaker, met Xavier Brunson and Bak Sun-ho.") }
      set:remove("x2")
      set:remove("x1")
      assert.equal(wanted, told(set))
    end
  end)
end)
