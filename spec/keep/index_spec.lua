--- The index: its words are ours, and it forgets exactly what is taken out.
local alliance = require "alliance"
local core = require "alliance.core"
local keep = require "spec.keep.keep_helper"

local function whole(set) return core.probe.store_check(keep.store(set)) end

describe("the index", function ()
  it("keeps every ASCII mark inside a word", function ()
    for byte = 0x21, 0x7E do
      local word = ("a%sb"):format(string.char(byte)):lower()
      assert.equal(word .. "\n", core.probe.index_words(word))
    end
  end)

  it("ends words at spaces alone", function ()
    assert.equal("u.s.\n¶\nüber\n", core.probe.index_words "über u.s. ¶")
  end)

  it("keeps no copy of the text", function ()
    local set <close> = keep.set { text = "Talks.\n\nThe two sides met." }
    assert.is_nil(set:sql("SELECT body FROM fulltext")[1].body)
  end)

  it("does not let a phrase run from one block into the next", function ()
    local set <close> = keep.set { text = "Talks.\n\nThe sides met in Seoul.\n\nTokyo was not there." }
    assert.equal(1, set:search('"in Seoul"').total)
    assert.equal(0, set:search('"Seoul Tokyo"').total)
  end)

  it("is after taking out what one built anew would be", function ()
    local set <close> = keep.set({ text = "One.\n\nThe U.S.-ROK alliance is “ironclad”.", source = "a" },
      { text = "Two.\n\nThe US-ROK alliance — ironclad.", source = "b" },
      { text = "\xFF\xFEO\0n\0e\0\n\0\n\0T\0h\0e\0y\0 \0m\0e\0t\0.\0", source = "c" },
      { text = "Three\n\nCaf\xE9s in Paris \x93closed\x94.", source = "d" })
    for _, source in ipairs { "c", "a", "d" } do
      assert.equal(1, set:remove(set:where { source = source }))
      assert.is_true(whole(set))
    end
    assert.equal(1, set:search("ironclad").total)
  end)

  it("forgets rightly with another lexicon than it was fed with", function ()
    local path = keep.file({ text = "Talks.\n\nWonder corner\n\nThe two sides met." }, { text = "B.\n\nThey met." })
    local other = alliance.lexicon { furniture = { { "Wonder corner", reason = "share" } } }
    local set <close> = assert(alliance.open(path, { lexicon = other }))
    assert.equal(1, set:remove(set:where { match = "wonder" }))
    assert.is_true(whole(set))
    keep.remove(path)
  end)

  it("is made anew when an entry cannot be told again", function ()
    local path = keep.file({ text = "Talks.\n\nThe two sides met." }, { text = "B.\n\nThey met again." })
    if not keep.shell(path, "UPDATE article SET index_sum = 7") then return pending "there is no sqlite3 shell" end
    local set <close> = assert(alliance.open(path))
    assert.equal(1, set:remove(set:where { match = "again" }))
    assert.is_true(whole(set))
    assert.equal(1, set:search("met").total)
    keep.remove(path)
  end)

  it("finds in a batch that is not committed what has been put into it", function ()
    local set <close> = keep.set { text = "Talks.\n\nThe two sides met." }
    local store = keep.store(set)
    store:begin()
    keep.put(set, { text = "Other.\n\nDeterrence was discussed." })
    assert.equal(1, set:search("deterrence").total)
    keep.put(set, { text = "Third.\n\nDeterrence was not discussed." })
    store:commit()
    assert.equal(2, set:search("deterrence").total)
    assert.is_true(whole(set))
  end)

  it("finds nothing of an article that was refused half-way", function ()
    local set <close> = keep.set { text = "Talks.\n\nThe two sides met." }
    local store = keep.store(set)
    store:begin()
    keep.put(set, { text = "Other.\n\nDeterrence was discussed." })
    store:rollback()
    assert.equal(0, set:search("deterrence").total)
    assert.is_true(whole(set))
  end)
end)
