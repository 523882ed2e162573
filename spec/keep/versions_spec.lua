--- Identity, copies and versions: what is the same, what is another, what counts.
local alliance = require "alliance"
local keep = require "spec.keep.keep_helper"

local first = { text = "Talks.\n\nThe sides met.", url = "http://x/1", published = "2024-05-01" }
local later = { text = "Talks.\n\nThe sides met again.", url = "http://x/1", published = "2024-05-02" }

local function bodies(selection)
  local list = {}
  for article in selection:each() do list[#list + 1] = article.paragraphs[#article.paragraphs] end
  table.sort(list)
  return list
end

describe("adding", function ()
  it("changes nothing when the same comes again", function ()
    local set <close> = assert(alliance.open())
    assert.same({ "added", "same", "same" }, keep.put(set, first, first, first))
    assert.equal(1, #set)
  end)

  it("takes the same bytes from another source for an article of its own", function ()
    local set <close> = assert(alliance.open())
    local text = "Talks.\n\nThe sides met."
    assert.same({ "added", "added" }, keep.put(set, { text = text, source = "AP" }, { text = text, source = "AFP" }))
    assert.equal(2, #set)
  end)

  it("lets the later of two versions count, in whatever order they come", function ()
    for _, order in ipairs { { first, later }, { later, first } } do
      local set <close> = assert(alliance.open())
      assert.same({ "added", "version" }, keep.put(set, table.unpack(order)))
      assert.same({ "The sides met again." }, bodies(set))
      assert.same({ "The sides met again.", "The sides met." }, bodies(set:where { versions = true }))
    end
  end)

  it("prefers the time of modification, and compares times across zones", function ()
    local set <close> = assert(alliance.open())
    keep.put(set, { text = "A.\n\nOne.", id = "n1", published = "2024-05-01T09:00:00+09:00", modified = "2024-05-03" },
      { text = "A.\n\nTwo.", id = "n1", published = "2024-05-02" })
    assert.same({ "One." }, bodies(set))
    local zones <close> = assert(alliance.open())
    keep.put(zones, { text = "A.\n\nOne.", id = "n1", published = "2024-05-01T09:00:00+09:00" },
      { text = "A.\n\nTwo.", id = "n1", published = "2024-05-01T01:00:00Z" })
    assert.same({ "Two." }, bodies(zones))
  end)

  it("tells ties by the bytes, not by the order", function ()
    local a, b = { text = "A.\n\nOne.", id = "n1" }, { text = "A.\n\nTwo.", id = "n1" }
    local one <close> = keep.set(a, b)
    local two <close> = keep.set(b, a)
    assert.same(bodies(one), bodies(two))
  end)

  it("brings together what a third joins by id and url", function ()
    local set <close> = assert(alliance.open())
    assert.same({ "added", "added", "version" }, keep.put(set, { text = "A.\n\nOne.", id = "n1", url = "http://x/1" },
      { text = "B.\n\nTwo.", id = "n2", url = "http://x/2" },
      { text = "C.\n\nThree.", id = "n1", url = "http://x/2", published = "2024-05-05" }))
    assert.same({ "Three." }, bodies(set))
  end)

  it("lets the next version count when one is taken out, and parts what nothing joins any more", function ()
    local set <close> = keep.set({ text = "A.\n\nOne.", id = "n1", url = "http://x/1" },
      { text = "B.\n\nTwo.", id = "n2", url = "http://x/2" },
      { text = "C.\n\nThree.", id = "n1", url = "http://x/2", published = "2024-05-05" })
    assert.equal(1, set:remove(set:where { from = "2024" }))
    assert.same({ "One.", "Two." }, bodies(set))
  end)

  it("keeps thousands of versions of one url apart without slowing down", function ()
    local set <close> = assert(alliance.open())
    local store, begun = keep.store(set), os.clock()
    store:begin()
    for i = 1, 3000 do
      store:put(assert(alliance.read(("Home.\n\nEdition %d."):format(i), { url = "http://x/" })))
    end
    store:commit()
    assert.equal(1, #set)
    assert.equal(3000, #set:where { versions = true })
    assert.is_true(os.clock() - begun < 20)
  end)

  it("keeps vars with their kinds", function ()
    local set <close> = keep.set { text = "A.\n\nOne.", id = "n1",
      vars = { desk = "world", page = 3, share = 0.5, checked = true, topics = { "SMA", "wartime" } } }
    assert.same({ desk = "world", page = 3, share = 0.5, checked = 1, topics = "SMA; wartime" }, set:article("n1").vars)
    assert.equal("integer", math.type(set:article("n1").vars.page))
  end)

  it("refuses vars that are no values, and the article with them", function ()
    local set <close> = assert(alliance.open())
    assert.same({ nil, "vars.x should be a text, a number, a truth value or a list of them, not a table", "EARG" },
      { keep.store(set):put(assert(alliance.read "A.\n\nOne."), { vars = { x = { y = 1 } } }) })
    assert.equal(0, #set)
  end)

  it("refuses names that are too long", function ()
    local set <close> = assert(alliance.open())
    local article = assert(alliance.read("A.\n\nOne.", { url = ("u"):rep(2000) }))
    assert.same({ nil, "a url of 2000 bytes; at most 1024 (ALN_NAME_MAX)", "ELIMIT" }, { keep.store(set):put(article) })
  end)
end)

describe("an article got back", function ()
  it("is what was put in", function ()
    local about = { published = "2024-12-20T10:00:00Z", source = "AP", url = "http://x/9", id = "n9" }
    local text = "Talks.\n\nSEOUL, Dec. 20 (AP) -- The \0sides met."
    local before = assert(alliance.read(text, about))
    about.text = text
    local set <close> = keep.set(about)
    local after = set:article "n9"
    for _, field in ipairs { "id", "source", "url", "published", "headline", "text", "blocks", "dateline" } do
      assert.same(before[field], after[field], field)
    end
  end)

  it("is nil where there is none", function ()
    local set <close> = keep.set(first)
    assert.is_nil(set:article "nowhere")
    assert.has_error(function () set:article(7) end,
      "set:article: argument 1 (id) should be a string, not a number")
  end)
end)

describe("reading again", function ()
  it("brings rows, index and stamp in step with another lexicon", function ()
    local path = keep.file { text = "Talks.\n\nWonder corner\n\nThe two sides met." }
    local other = alliance.lexicon { furniture = { { "Wonder corner", reason = "share" } } }
    local set <close> = assert(alliance.open(path, { lexicon = other }))
    assert.is_truthy(tostring(set):find("1 read with another reader or lexicon (reread)", 1, true))
    assert.equal(1, set:search("wonder").total)
    assert.equal(1, set:reread())
    assert.equal(0, set:search("wonder").total)
    assert.is_nil(tostring(set):find("another reader", 1, true))
    keep.remove(path)
  end)

  it("is what reindex does too after a change of lexicon, so that names in queries are the new ones", function ()
    local path = keep.file { text = "Talks\n\nThe Quay People said the two sides met on Monday in the town." }
    local other = alliance.lexicon { organisations = { { name = "Harbour Board", aliases = { "Quay People" } } } }
    local set <close> = assert(alliance.open(path, { lexicon = other }))
    assert.equal(0, #set:kwic '@"Harbour Board"')
    assert.equal(1, set:reindex())
    assert.equal(1, #set:kwic '@"Harbour Board"')
    assert.equal(1, set:reindex()) -- of the same lexicon: the streams alone
    assert.is_nil(tostring(set):find("another reader", 1, true))
    keep.remove(path)
  end)
end)
