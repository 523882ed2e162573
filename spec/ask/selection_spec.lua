--- Choosing: where, without, + * -.
local alliance = require "alliance"
local keep = require "spec.keep.keep_helper"

local function set_of_four()
  return keep.set({ text = "A.\n\nTalks on deterrence.", id = "a", source = "AP", published = "2024-02-29" },
    { text = "B.\n\nTalks on costs.", id = "b", source = "AFP", published = "2024-12-31", vars = { page = 3 } },
    { text = "C.\n\nA drill began.", id = "c", source = "AP", published = "2025-01-01", vars = { page = "3" } },
    { text = "D.\n\nNobody knows when.", id = "d", source = "AFP", vars = { page = 4, lead = true } })
end

local function ids(selection)
  local list = {}
  for article in selection:each() do list[#list + 1] = article.id end
  table.sort(list)
  return table.concat(list, " ")
end

describe("a selection", function ()
  local set
  before_each(function () set = set_of_four() end)
  after_each(function () set:close() end)

  it("takes a value or a list of them", function ()
    assert.equal("a c", ids(set:where { source = "AP" }))
    assert.equal("a b", ids(set:where { id = { "a", "b", "nowhere" } }))
    assert.equal("a b", ids(set:where { match = { "deterrence", "costs" } }))
    assert.equal("d", ids(set:where { dated = "unknown" }))
  end)

  it("takes years, months and days, all of them inclusive", function ()
    assert.equal("a b", ids(set:where { from = "2024", to = "2024" }))
    assert.equal("a", ids(set:where { from = "2024-02", to = "2024-02" }))
    assert.equal("b c", ids(set:where { from = "2024-12-31", to = "2025-01-01" }))
    assert.equal("", ids(set:where { from = "2024-03", to = "2024-12-30" }))
  end)

  it("leaves out undated articles where days are asked for, and counts them", function ()
    local part = set:where { from = "2024", to = "2024" }
    assert.equal(1, part:articles().made.left_out)
    assert.equal('selection of 2 articles, 1 undated left out: from="2024", to="2024"', tostring(part))
    assert.equal('selection of 1 article: id="a"', tostring(set:where { id = "a" }))
    assert.equal("selection of 4 articles: all", tostring(set:where {}))
    assert.is_nil(set:articles().made.left_out)
  end)

  it("is counted again when the file has changed, whoever changed it", function ()
    local path = keep.file { text = "A.\n\nTalks were held.", id = "a", source = "AP" }
    local mine, other = assert(alliance.open(path)), assert(alliance.open(path))
    local part = mine:where { source = "AP" }
    assert.same({ 1, 1 }, { #mine, #part })
    other:add { text = "B.\n\nA call was held.", id = "b", source = "AP" }
    assert.same({ 2, 2 }, { #mine, #part })
    mine:remove "b"
    assert.same({ 1, 1, 1 }, { #mine, #part, #other })
    mine:close()
    other:close()
    keep.remove(path)
  end)

  it("says what there is where nothing is called so", function ()
    assert.equal('selection of 0 articles: source="ap"\n  source here: AFP, AP', tostring(set:where { source = "ap" }))
    assert.equal("selection of 0 articles: vars={pages=3}\n  vars here: lead, page",
      tostring(set:where { vars = { pages = 3 } }))
    assert.equal('selection of 0 articles: source="AP", vars={page=9}',
      tostring(set:where { source = "AP", vars = { page = 9 } }))
  end)

  it("keeps or drops undated ones when told", function ()
    assert.equal("a b d", ids(set:where { to = "2024", undated = "keep" }))
    assert.equal("a b c", ids(set:where { undated = "drop" }))
    assert.equal(1, set:where { undated = "drop" }:articles().made.left_out)
  end)

  it("finds vars whatever kind of number they came as", function ()
    assert.equal("b c", ids(set:where { vars = { page = 3 } }))
    assert.equal("b c d", ids(set:where { vars = { page = { "3", 4 } } }))
    assert.equal("d", ids(set:where { vars = { page = 4, lead = true } }))
    assert.equal("", ids(set:where { vars = { page = 3, lead = true } }))
  end)

  it("is joined, crossed and taken away", function ()
    local ap, late = set:where { source = "AP" }, set:where { from = "2024-12" }
    assert.equal("a b c", ids(ap + late))
    assert.equal("c", ids(ap * late))
    assert.equal("a", ids(ap - late))
    assert.equal("b d", ids(set - ap))
    assert.equal("b", ids(set:without { source = "AP" }:where { from = "2024" }))
    assert.equal("a d", ids(set:without { from = "2024-12" }))
  end)

  it("can be built by a long loop", function ()
    local all = set:where { id = "a" }
    for _ = 1, 150 do all = all + set:where { id = "b" } end
    assert.equal("a b", ids(all))
  end)

  it("is evaluated anew at each question", function ()
    local ap = set:where { source = "AP" }
    assert.equal(2, #ap)
    keep.put(set, { text = "E.\n\nMore.", id = "e", source = "AP" })
    assert.equal(3, #ap)
  end)

  it("takes text of the caller for text, never for SQL", function ()
    assert.equal(0, #set:where { source = "AP' OR '1'='1", vars = { ["page') --"] = "x" } })
  end)

  it("cannot be mixed with another set", function ()
    local other <close> = assert(alliance.open())
    assert.has_error(function () return set:where { id = "a" } + other end,
      "selections of two different sets cannot be combined")
    assert.has_error(function () return set + 7 end, "a selection + a number: both should be selections of one set")
    assert.has_error(function () set:remove(other:where { id = "a" }) end, "set:remove: a selection of another set")
  end)

  it("refuses filters it does not know, and lists those it does", function ()
    assert.has_error(function () set:where { sorce = "AP" } end, "set:where: no filter 'sorce'; there are: agency, " ..
      "dated, from, id, language, match, mentions, office, person, side, source, story, to, undated, url, vars, " ..
      "versions")
  end)

  local wrong = {
    { { from = "20245" }, "'from' should be \"2024\", \"2024-12\" or \"2024-12-20\", not 20245" },
    { { from = 2024 }, "'from' should be \"2024\", \"2024-12\" or \"2024-12-20\", not 2024" },
    { { to = "2023-02-29" }, "'to' is no day of the calendar: 2023-02-29" },
    { { from = "2025", to = "2024" }, "'from' (2025) comes after 'to' (2024)" },
    { { source = {} }, "'source' should be a text or a list of texts, and not empty" },
    { { dated = "guessed" }, "'dated' is not 'guessed' but one of: metadata, dateline, stated, inferred, unknown" },
    { { undated = true }, "'undated' should be \"keep\" or \"drop\", not true" },
    { { vars = "page" }, "'vars' should be a table, not a string" },
  }
  for _, case in ipairs(wrong) do
    it("refuses: " .. case[2], function ()
      assert.has_error(function () set:where(case[1]) end, "set:where: " .. case[2])
    end)
  end

  it("refuses a faulty query where it is made", function ()
    local ok, message = pcall(set.where, set, { match = "a AND" })
    assert.is_false(ok)
    assert.is_truthy(message:find("set:where: the query cannot be read at byte 6", 1, true))
  end)

  it("lists its methods for one that is not there", function ()
    local ok, message = pcall(function () return set:where({ id = "a" }).serach end)
    assert.is_false(ok)
    assert.is_truthy(message:find("a selection has no method 'serach'; it has: article, articles, ", 1, true))
  end)
end)
