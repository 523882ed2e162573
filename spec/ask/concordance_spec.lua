--- Concordance.
local keep = require "spec.keep.keep_helper"

local text = "Allies firm on alliance\n\n" ..
  "The ironclad alliance stands. He said the old alliance would deter any attack on both allies, again and " ..
  "again.\n\n" ..
  "No alliance is ironclad forever, critics of the government said on Saturday in Seoul."

local function example() return keep.set({ text = text, id = "a", source = "AP", published = "2024-05-02" }) end

describe("kwic", function ()
  local set
  before_each(function () set = example() end)
  after_each(function () set:close() end)

  it("is a row a place, in the order of the text", function ()
    local frame = set:kwic("alliance", { width = 13 })
    assert.equal(3, frame.total)
    assert.same({ "The ironclad ", "said the old ", "No " }, keep.column(frame, "left"))
    assert.same({ "alliance", "alliance", "alliance" }, keep.column(frame, "match"))
    assert.same({ " stands. He s", " would deter ", " is ironclad " }, keep.column(frame, "right"))
  end)

  it("prints and exports what a concordance shows", function ()
    assert.same({ "id", "published", "source", "left", "match", "right" }, set:kwic("alliance").columns)
  end)

  it("stays what it was when the set changes or is closed before anybody looks", function ()
    local read, unread = set:kwic "alliance", set:kwic "alliance"
    local wanted = { read:csv(), keep.column(read, "sentence"), keep.column(read, "key") }
    set:add { text = "A later alliance\n\nAnother alliance was made.", id = "a0", published = "2024-01-01" }
    set:remove "a"
    set:close()
    assert.same(wanted, { unread:csv(), keep.column(unread, "sentence"), keep.column(unread, "key") })
  end)

  it("gives rows by day and id, however many articles have one", function ()
    local many = {}
    for i = 1, 300 do
      local day = i % 50 > 0 and ("2024-%02d-%02d"):format(i % 7 + 1, i % 28 + 1) or nil
      many[i] = { text = ("T.\n\nWord %d is a word."):format(i), id = ("x%03d"):format(i * 7 % 300), published = day }
    end
    local large <close> = keep.set(table.unpack(many))
    local found, ids = large:kwic "word", {}
    for i, id in ipairs(keep.column(large:articles(), "id")) do ids[2 * i - 1], ids[2 * i] = id, id end
    assert.same({ 600, ids }, { found.total, keep.column(found, "id") })
    assert.same(keep.column(found:head(99), "key"), keep.column(large:kwic("word", { limit = 99 }), "key"))
  end)

  it("leads each row to the article, the sentence and the bytes", function ()
    local article = set:article "a"
    for row in set:kwic("alliance"):rows() do
      assert.equal(row.match, article.text:sub(row.first, row.last))
      assert.is_truthy(article.text:find(row.sentence, 1, true))
      assert.same({ "a", "AP", "2024-05-02", "query" }, { row.id, row.source, row.published, row.rule })
      assert.equal(16, #row.key)
    end
  end)

  it("has keys of its own for each place, the same at every run", function ()
    local a, b = keep.column(set:kwic "alliance", "key"), keep.column(set:kwic "alliance OR deter*", "key")
    assert.is_true(a[1] ~= a[2] and a[2] ~= a[3])
    assert.same({ a[1], a[2] }, { b[1], b[2] })
  end)

  it("shows whole sentences when told", function ()
    local row = set:kwic("deter*", { by = "sentence" })[1]
    assert.same({ "He said the old alliance would ", "deter", " any attack on both allies, again and again." },
      { row.left, row.match, row.right })
  end)

  it("sorts by the words before or behind", function ()
    assert.same({ "The ironclad ", "No ", "said the old " },
      keep.column(set:kwic("alliance", { sort = "left", width = 13 }), "left"))
    assert.same({ " is", " st", " wo" }, keep.column(set:kwic("alliance", { sort = "right", width = 3 }), "right"))
  end)

  it("counts in the body unless told otherwise", function ()
    assert.equal(1, set:kwic("alliance", { scope = "headline" }).total)
    assert.equal(4, set:kwic("alliance", { scope = "text" }).total)
  end)

  it("shows phrases, NEAR and beginnings as one match each", function ()
    assert.same({ "ironclad alliance" }, keep.column(set:kwic '"ironclad alliance"', "match"))
    assert.same({ "alliance would deter" }, keep.column(set:kwic "NEAR(alliance deter*, 1)", "match"))
    assert.same({ "again", "again" }, keep.column(set:kwic "aga*", "match"))
  end)

  it("shows no hit inside another", function ()
    assert.same({ "ironclad alliance", "ironclad" }, keep.column(set:kwic 'ironclad OR "ironclad alliance"', "match"))
  end)

  it("does not show what must not be there, nor anything where it is", function ()
    assert.equal(3, set:kwic("alliance NOT treaty").total)
    assert.equal(0, set:kwic("alliance NOT attack").total)
  end)

  it("cuts between letters", function ()
    keep.put(set, { text = "Kurz\n\nDie Minister trafen sich am Montag in Berlin.\n\n" ..
      "Die „Bündnispflicht“ gilt für über zwanzig Länder.", id = "b" })
    local row = set:kwic("gilt", { width = 3 })[1]
    assert.same({ "t“ ", " fü" }, { row.left, row.right })
  end)

  it("counts on past a limit", function ()
    local frame = set:kwic("alliance", { limit = 1 })
    assert.same({ 1, 3 }, { #frame, frame.total })
  end)

  it("refuses options it does not know", function ()
    assert.has_error(function () set:kwic("a", { sort = "up" }) end,
      "set:kwic: option 'sort' should be one of left, match, published, right, or places of words (-1, 2, "
      .. "{1, 2, -1}), not 'up'")
    assert.has_error(function () set:kwic("a", { by = "word" }) end,
      "set:kwic: option 'by' should be chars or sentence, not 'word'")
    assert.has_error(function () set:kwic("a", { width = 1.5 }) end,
      "set:kwic: option 'width' should be a whole number from 1, not 1.5")
  end)
end)
