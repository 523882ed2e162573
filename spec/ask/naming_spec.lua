--- Names in queries: @KR, @"Kim Seon-ho", and aliases=true.
local alliance = require "alliance"

local set

local function ids(frame)
  local list = {}
  for row in frame:rows() do list[#list + 1] = row.id end
  table.sort(list)
  return table.concat(list, " ")
end

local function where(query) return ids(set:where { match = query }:articles()) end

local function raised(work)
  local ok, message = pcall(work)
  return not ok and message:gsub("^[^:]+:%d+: ", "") or "nothing was raised"
end

setup(function ()
  set = assert(alliance.open())
  set:add {
    { id = "a", published = "2024-05-01", text = "Drills\n\nSouth Korea began drills with the United States." },
    { id = "b", published = "2024-05-02", text = "Talks\n\nThe Republic of Korea will hold talks with Japan." },
    { id = "c", published = "2024-05-03", text = "Shells\n\nNorth Korea fired shells, and nobody told us who hit." },
    { id = "d", published = "2024-05-04", text = "Visit\n\nNATO said on Friday that North Korea was on its agenda." },
  }
end)
teardown(function () set:close() end)

describe("a name with @ in where{match=}", function ()
  it("is every name of a side or body, and of no other that holds its words", function ()
    assert.same({ "a b", "c d", "a", "d" }, { where "@KR", where "@KP", where "@US", where "@NATO" })
    assert.same({ "a b", "a b" }, { where "@kr", where '@"South Korea"' })
    assert.equal("", where "@FR")
    assert.same({ "a b", "" }, { where "@“South Korea”", where '@"김선호"' })
  end)

  it("goes with words, AND, OR, NOT and parentheses", function ()
    assert.same({ "a", "a", "b", "a b d", "a b", "c" }, { where "@KR drills", where "drills AND @KR",
      where "@KR NOT drills", where "@KR OR @NATO", where "@KR AND (drills OR talks)", where '"nobody told" @KP' })
    assert.equal("c d", ids(set:without { match = "@KR" }:articles()))
    assert.equal("a b c", ids(set:where { match = { "@KR", "shells" } }:articles()))
    assert.equal("b", ids(set:where { match = "@KR", from = "2024-05-02" }:articles()))
  end)

  it("finds the articles that a concordance finds", function ()
    for _, name in ipairs { "@KR", "@US", "@NATO" } do
      local seen = {}
      for row in set:kwic(name, { scope = "text" }):rows() do seen[row.id] = true end
      for id in where(name):gmatch "%a" do assert.is_true(seen[id]) end
    end
  end)

  it("is an error where it cannot be read, at its place", function ()
    assert.equal("set:where: the query cannot be read at byte 8: a word is missing at the end\n  @KR AND\n         ^",
      raised(function () set:where { match = "@KR AND" } end))
    assert.equal('set:where: a side, or a name in quotes, is missing behind @: @KR, @"Kim Seon-ho"',
      raised(function () set:where { match = "talks @" } end))
    assert.equal("set:search: a name with @ cannot stand in NEAR( ); a pattern of kwic and count says how near: " ..
      "@KR []{0,5} [commitment]", raised(function () set:search "NEAR(@KR drills, 5)" end))
    assert.equal("", where "mail@example")
  end)
end)

describe("a name with @ in search", function ()
  it("finds as many, in whatever spelling, with snippets", function ()
    local hits = set:search "@KR"
    assert.same({ "a b", 2 }, { ids(hits), hits.total })
    assert.matches("Republic of Korea", set:search("@KR talks")[1].snippet)
    assert.equal(0, set:search('"@KR"').total)
  end)

  it("finds words of quotations too", function ()
    local talks <close> = assert(alliance.open())
    talks:add { id = "q", published = "2024-05-02", text = "Costs\n\n\"The Republic of Korea will pay its share,\" " ..
      "said Cho Tae-yul, the South Korean foreign minister." }
    assert.same({ 1, 0 }, { #talks:quotes { match = "@KR" }, #talks:quotes { match = "@KP" } })
  end)
end)

describe("a name with @ in a concordance and a count", function ()
  local function matches(query, options)
    local list = {}
    for row in set:kwic(query, options):rows() do list[#list + 1] = row.id .. " " .. row.match end
    return list
  end

  it("goes with words, AND, OR, NOT and parentheses", function ()
    assert.same({ "a South Korea", "a drills" }, matches "@KR AND drills")
    assert.same({ "a South Korea", "a drills" }, matches "@kr drills")
    assert.same({ "b Republic of Korea" }, matches "@KR NOT drills")
    assert.same({ "a United States", "d NATO" }, matches "@US OR @NATO")
    assert.same({ "b Republic of Korea", "b Japan" }, matches "(@KR OR @US) AND @JP")
    assert.same({}, matches "@KR AND shells")
    assert.same({ 3, 2 }, { set:count({ match = "@KP OR @NATO" })[1].count,
      set:count({ match = "@KP OR @NATO" })[1].articles })
  end)

  it("is no word that is written like it", function ()
    assert.same({ { "c us" }, { "a United States" } }, { matches '"us"', matches "@US NOT shells" })
    assert.same({}, matches "@US AND shells")
  end)

  it("is an error where it cannot be read, at its place", function ()
    assert.equal("set:kwic: the query cannot be read at byte 8: a word is missing at the end\n  @KR AND\n         ^",
      raised(function () set:kwic "@KR AND" end))
    assert.matches("a name with @ cannot stand in NEAR", raised(function () set:kwic "NEAR(@KR drills, 5)" end))
    assert.matches("is missing behind @", raised(function () set:count { match = "talks AND @" } end))
  end)
end)

describe("case and stem", function ()
  it("go with AND, OR and NOT", function ()
    local function n(query, options) return #set:kwic(query, options) end
    assert.same({ 2, 0, 2 }, { n("drills AND South", { case = true }), n("Drills AND South", { case = true }),
      n("Drills AND South") })
    assert.same({ 2, 0, 0 }, { n("drilling AND state", { stem = true }), n("drilling AND state"),
      n("drilling AND shells", { stem = true }) })
    assert.same({ 1, 0 }, { n('"south kor"*', { case = false }), n('"south kor"*', { case = true }) })
  end)
end)

describe("stem=true in search", function ()
  local function found(query, options) return ids(set:search(query, options)) end

  it("takes every word for its family", function ()
    assert.same({ "a", "" }, { found("drilling", { stem = true }), found "drilling" })
    assert.same({ "a", "" }, { found('"began drill"', { stem = true }), found('"drill begins"', { stem = true }) })
    assert.same({ "a", "c" }, { found("@KR AND drill", { stem = true }), found("shelling NOT talk", { stem = true }) })
    assert.equal("Drills", set:search("drilling", { stem = true })[1].snippet)
    assert.same({ "", "c" }, { found("nothing", { stem = true }), found("shel* OR nothing", { stem = true }) })
  end)

  it("refuses what it cannot read so", function ()
    assert.matches("^set:search: stem=true has no place beside NEAR",
      raised(function () set:search("NEAR(drill began)", { stem = true }) end))
    assert.matches("at byte 6: a word is missing at the end",
      raised(function () set:search("a AND", { stem = true }) end))
  end)
end)

describe("aliases=true", function ()
  it("reads every name in the query so, and the table says it", function ()
    assert.equal(1, set:search("South Korea").total)
    local hits = set:search("South Korea", { aliases = true })
    assert.same({ 2, "search @KR" }, { hits.total, hits.made.query })
    assert.matches("2 rows; names: South Korea as @KR$", tostring(hits))
    assert.equal("b", ids(set:search("Republic of Korea talks", { aliases = true })))
  end)

  it("takes common words for names in capitals alone", function ()
    assert.equal("search us who", set:search("us who", { aliases = true }).made.query)
    assert.matches("names: none in the query$", tostring(set:search("us who", { aliases = true })))
    assert.equal("search @US", set:search("US", { aliases = true }).made.query)
  end)

  it("holds for kwic and count too", function ()
    assert.same({ 1, 2 }, { #set:kwic '"South Korea"', #set:kwic("South Korea", { aliases = true }) })
    local query = { match = "South Korea", by = "month", aliases = true }
    assert.same({ 2, 2 }, { set:count(query)[1].count, set:count { term = "ROK", aliases = true }[1].count })
    assert.equal(0, set:count { term = "ROK" }[1].count)
    assert.equal("", ids(set:kwic("South Korea AND shells", { aliases = true })))
  end)
end)
