--- The token streams: what they hold of an article, and that it stays so whatever happens to the set.
local alliance = require "alliance"
local core = require "alliance.core"
local frames = require "alliance.show.frame"
local keep = require "spec.keep.keep_helper"

-- A frame of what the streams hold (src/keep/inspect.h); or nil, message, code.
local function inspect(set, what, arguments, tree)
  local found, message, code = core.probe.stream(keep.store(set), what, arguments or "", tree or { kind = "all" })
  if not found then return nil, message, code end
  return frames.of(found, {})
end

-- All that the streams hold of the articles, by id, so that two sets can be compared.
local function contents(set)
  local ids, all = {}, {}
  for row in set:sql("SELECT n, id FROM article"):rows() do ids[row.n] = row.id end
  for row in assert(inspect(set, "articles")):rows() do
    local article = {}
    for _, name in ipairs { "text", "terms", "folded", "stems", "sentences", "blocks", "quotes", "spans", "names" } do
      article[name] = tostring(row[name])
    end
    all[ids[row.n]] = article
  end
  return all
end

local function rows(frame, ...)
  local list = {}
  for row in frame:rows() do
    local values = {}
    for i, name in ipairs { ... } do values[i] = row[name] end
    list[#list + 1] = table.concat(values, " ")
  end
  return list
end

local one = {
  text = [[
Allies reaffirm ties

SEOUL, Oct. 30 (Yonhap) -- The U.S.-ROK alliance is “ironclad,” the minister said. "We reaffirm our commitment.

"Our commitment stands," he added. 한미 동맹은 굳건하다. It cost 28,500 won: 2+2 talks.]],
  id = "one" }
local two = { text = "Second story\n\nTalks about commitments and COMMITMENT went on.", id = "two" }

describe("the stream of an article", function ()
  it("holds its words as they are written, folded, and as stems", function ()
    local set <close> = keep.set(two)
    local row = inspect(set, "articles")[1]
    assert.equal("Second; story; Talks; about; commitments; and; COMMITMENT; went; on", tostring(row.terms))
    assert.equal("second; story; talks; about; commitments; and; commitment; went; on", tostring(row.folded))
    assert.equal("second; stori; talk; about; commit; and; commit; went; on", tostring(row.stems))
  end)

  it("leads back to every byte of the text", function ()
    local set <close> = keep.set(one)
    local row, text = inspect(set, "articles")[1], set:article("one").text
    assert.equal(text, row.text)
    for i, span in ipairs(row.spans) do
      local from, to = span:match "(%d+) (%d+)"
      assert.equal(row.terms[i], text:sub(from + 1, to))
    end
  end)

  it("knows its sentences by their bytes", function ()
    local set <close> = keep.set(one)
    local found, expected = {}, {}
    for i, s in ipairs(inspect(set, "articles")[1].sentences) do
      local from, to = s:match "(%d+) (%d+)$"
      found[i] = { first = from + 1, last = tonumber(to) }
    end
    for i, s in ipairs(set:article("one").sentences) do expected[i] = { first = s.first, last = s.last } end
    assert.same(expected, found)
  end)

  it("knows the places of the body, the headline and direct quotations", function ()
    local set <close> = keep.set(one)
    local row = inspect(set, "articles")[1]
    local function words(scope)
      local list = {}
      for _, run in ipairs(row[scope]) do
        local from, to = run:match "(%d+) (%d+)"
        list[#list + 1] = table.concat(row.terms, " ", from + 1, to)
      end
      return list
    end
    assert.same({ "Allies reaffirm ties" }, words "headline")
    assert.same({ "ironclad", "We reaffirm our commitment", "Our commitment stands" }, words "quoted")
    assert.equal(2, #words "body")
  end)

  it("is of the body, or of all the text", function ()
    local set <close> = keep.set(one, two)
    assert.same({ "1 2 0", "2 1 0" }, rows(inspect(set, "postings", "commitment"), "n", "body", "other"))
    assert.same({ "1 1 1" }, rows(inspect(set, "postings", "reaffirm"), "n", "body", "other"))
    assert.same({}, rows(inspect(set, "postings", "absent"), "n", "body", "other"))
  end)
end)

describe("the dictionary", function ()
  it("finds terms by a pattern with * and ?", function ()
    local set <close> = keep.set(one, two)
    assert.same({ "commitment", "commitments" }, rows(inspect(set, "glob", "commit*"), "term"))
    assert.same({ "ties", "the" }, rows(inspect(set, "glob", "t*e*"), "term"))
    assert.same({ "our" }, rows(inspect(set, "glob", "?ur"), "term"))
    assert.same({ "동맹은" }, rows(inspect(set, "glob", "동?은"), "term"))
  end)

  it("can be read with SQL", function ()
    local set <close> = keep.set(two)
    local found = set:sql [[
      SELECT w.text, f.text AS folded, s.text AS stem FROM term w JOIN term f ON f.layer = 0 AND f.number = w.folded
      JOIN term s ON s.layer = 1 AND s.number = w.stem WHERE w.layer = 0 AND w.text LIKE 'commitm%' ORDER BY w.text]]
    assert.same({ "COMMITMENT commitment commit", "commitment commitment commit", "commitments commitments commit" },
      rows(found, "text", "folded", "stem"))
  end)
end)

-- Small articles by a seed: words that repeat, odd marks, several scripts, lines that are no words at all.
local function article_of(random, id)
  local pieces = { "alliance", "Alliance", "commitment", "ironclad", "U.S.", "2+2", "한미", "“", "”", ", ", ". ",
    "\n\n", " ", " ", " ", "--", "Kim Seon-ho", "'s", "28,500", "\xC2\xAD", "…", "¶", "http://a.b/c", "¿", "\t", "\n",
    "É", "said" }
  local list = { "Head " .. random(9) .. "\n\n" }
  for _ = 1, random(60) do list[#list + 1] = pieces[random(#pieces)] .. (random(3) > 1 and " " or "") end
  return { text = table.concat(list), id = id, source = "s" .. random(3) }
end

describe("streams", function ()
  local path

  before_each(function ()
    path = os.tmpname()
    os.remove(path)
  end)

  after_each(function () keep.remove(path) end)

  it("hold the text of any article, byte for byte", function ()
    math.randomseed(7)
    local set <close> = assert(alliance.open())
    for i = 1, 200 do keep.put(set, article_of(math.random, "a" .. i)) end
    for id, found in pairs(contents(set)) do assert.equal(set:article(id).text, found.text) end
  end)

  it("are what streams made anew would be, whatever came and went", function ()
    math.randomseed(8)
    local set <close> = assert(alliance.open(path))
    for i = 1, 120 do
      keep.put(set, article_of(math.random, "a" .. i))
      if i % 7 == 0 then set:remove("a" .. math.random(i)) end
      if i % 10 == 0 then keep.put(set, article_of(math.random, "a" .. i)) end -- a version
    end
    local before, totals = contents(set), rows(inspect(set, "totals"), "term", "count", "articles")
    assert.equal(set:sql("SELECT count(*) AS n FROM article")[1].n, set:reindex())
    assert.same(before, contents(set))
    table.sort(totals)
    local after = rows(inspect(set, "totals"), "term", "count", "articles")
    table.sort(after)
    assert.same(totals, after)
  end)

  it("are found by another process's connection", function ()
    local set <close> = assert(alliance.open(path))
    keep.put(set, one)
    local other <close> = assert(alliance.open(path))
    assert.same({ "1 2 0" }, rows(inspect(other, "postings", "commitment"), "n", "body", "other"))
    keep.put(set, two)
    assert.same({ "1 2 0", "2 1 0" }, rows(inspect(other, "postings", "commitment"), "n", "body", "other"))
    keep.put(other, { text = "Third\n\nThere was nothing but commitment and novelties in it.", id = "three" })
    assert.same({ "1 2 0", "2 1 0", "3 1 0" }, rows(inspect(set, "postings", "commitment"), "n", "body", "other"))
    assert.same({ "3 1 0" }, rows(inspect(set, "postings", "novelties"), "n", "body", "other"))
  end)

  it("hold nothing of a batch that was undone, and go on after it", function ()
    local set <close> = assert(alliance.open(path))
    keep.put(set, one)
    local store = keep.store(set)
    store:begin()
    keep.put(set, { text = "Other\n\nUnheard words only.", id = "x" })
    assert.equal(1, #inspect(set, "postings", "unheard"))
    store:rollback()
    assert.equal(0, #inspect(set, "postings", "unheard"))
    keep.put(set, two)
    assert.same({ "1 2 0", "2 1 0" }, rows(inspect(set, "postings", "commitment"), "n", "body", "other"))
    assert.equal(set:article("two").text, contents(set).two.text)
  end)

  it("count a version that does not count nowhere", function ()
    local set <close> = assert(alliance.open())
    keep.put(set, { text = "Old\n\nAn ironclad promise.", id = "v", published = "2024-01-01" },
      { text = "New\n\nA weak promise.", id = "v", published = "2024-02-01" })
    assert.equal(0, #inspect(set, "postings", "ironclad"))
    assert.equal(1, #inspect(set, "postings", "promise"))
    assert.equal(1, #inspect(set, "articles"))
  end)

  it("answer for a selection alone", function ()
    local set <close> = assert(alliance.open())
    math.randomseed(9)
    for i = 1, 60 do keep.put(set, article_of(math.random, "a" .. i)) end
    local tree = { kind = "where", { "source", "s2" } }
    local expected = set:sql "SELECT count(*) AS n FROM article WHERE source = 's2'"[1].n
    assert.equal(expected, #inspect(set, "articles", "", tree))
    assert.equal(expected, #inspect(set, "lengths", "", tree))
  end)

  it("become full segments, and stay what they are", function ()
    local set <close> = assert(alliance.open(path))
    local store, words = keep.store(set), {}
    for i = 1, 30000 do words[i] = ("w%d"):format(i * 7919 % 30011) end
    local text = "Long\n\n" .. table.concat(words, " ") .. "."
    for i = 1, 3 do
      store:begin()
      for k = 1, 5 do keep.put(set, { text = text, id = i .. "-" .. k }) end
      store:commit()
    end
    local found = set:sql "SELECT count(*) AS n, sum(full) AS full, sum(articles) AS articles FROM segment"[1]
    assert.equal(15, found.articles)
    assert.is_true(found.full >= 1 and found.n <= 3)
    assert.equal(15, #inspect(set, "postings", "w7919"))
    assert.equal(text:gsub("^Long\n\n", ""), set:article("1-1").body)
    assert.equal(set:article("1-1").text, contents(set)["1-1"].text)
    local function known() return set:sql "SELECT articles FROM term WHERE layer = 0 AND text = 'w7919'"[1].articles end
    local full = set:sql "SELECT sum(articles) AS n FROM segment WHERE full"[1].n
    assert.equal(full, known())
    assert.equal(1, set:remove "1-1")
    assert.equal(full - 1, known())
    assert.equal(14, #inspect(set, "postings", "w7919"))
  end)

  it("say which piece is damaged, and are whole again after reindex", function ()
    for _, part in ipairs { "words", "bounds", "gaps", "quotes", "articles", "postings" } do
      keep.remove(path)
      local set <close> = assert(alliance.open(path))
      keep.put(set, one, two)
      set:close()
      local damage = "UPDATE piece SET bytes = CAST(substr(bytes, 1, length(bytes) - 9) || x'7f' || substr(bytes, -8) "
        .. "AS BLOB) WHERE part = '" .. part .. "'"
      if not keep.shell(path, damage) then return pending "there is no sqlite3 shell" end
      local again <close> = assert(alliance.open(path))
      local what = part == "postings" and "totals" or "articles"
      local found, message, code = inspect(again, what)
      assert.is_nil(found, part)
      assert.equal("ECORRUPT", code)
      assert.is_truthy(message:find("piece '" .. part .. "'", 1, true), message)
      assert.is_truthy(message:find("set:reindex() makes them anew", 1, true), message)
      assert.equal(2, again:reindex())
      assert.equal(2, #assert(inspect(again, what == "totals" and "lengths" or what)))
    end
  end)

  it("say which table is damaged, and are whole again after reindex", function ()
    local damages = { term = "UPDATE terms SET texts = '[\"x'", segment = "UPDATE segment SET articles = 9" }
    for table_, damage in pairs(damages) do
      keep.remove(path)
      local set <close> = assert(alliance.open(path))
      keep.put(set, one, two)
      set:close()
      if not keep.shell(path, damage) then return pending "there is no sqlite3 shell" end
      local again <close> = assert(alliance.open(path))
      local found, message, code = again:terms()
      assert.same({ "nil", "ECORRUPT" }, { tostring(found), code })
      assert.is_truthy(message:find(("table '%s'"):format(table_), 1, true), message)
      assert.is_truthy(message:find("set:reindex() makes it anew from the articles", 1, true), message)
      assert.same({ 2, true }, { again:reindex(), #assert(again:terms()) > 0 })
    end
  end)

  it("that are damaged are refused by name, or read, and never more than that (make check-fuzz: many more)", function ()
    local set <close> = assert(alliance.open())
    keep.put(set, one, two)
    local store, refused = keep.store(set), 0
    for seed = 1, 150 do
      store:begin()
      assert(core.probe.stream_damage(store, seed))
      for _, what in ipairs { "articles", "postings", "totals", "lengths" } do
        local found, message = inspect(set, what, "the of")
        if not found then
          refused = refused + 1
          assert.is_truthy(message:find("set:reindex() makes them anew", 1, true), message)
        end
      end
      store:rollback()
    end
    assert.is_true(refused > 50)
    assert.equal(set:article("one").text, contents(set).one.text)
  end)
end)
