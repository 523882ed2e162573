--- Files of older versions: opened, brought up to date, and nothing of them lost.
local alliance = require "alliance"
local keep = require "spec.keep.keep_helper"

local ROWS = "SELECT * FROM sentence ORDER BY n, i; SELECT * FROM mention ORDER BY n, i, j; " ..
  "SELECT * FROM term ORDER BY layer, number; SELECT * FROM sentences; SELECT id, text FROM blocks; " ..
  "SELECT n, i, form, kind, stands_for, rank, rule FROM entity; SELECT * FROM quotes; SELECT * FROM consultations;"

describe("a file of version 2", function ()
  local path

  -- Some words as they are once a segment is full.
  before_each(function ()
    path = os.tmpname()
    os.remove(path)
    local printed = keep.shell(path, ".read spec/fixtures/version_2.sql")
    if not printed then return end
    assert.equal("", printed)
    keep.shell(path, "UPDATE term SET articles = 2, count = number WHERE layer = 0 AND number % 7 = 1")
  end)

  after_each(function () keep.remove(path) end)

  local function opened()
    if not keep.shell(path, "SELECT 1 FROM article") then return pending "there is no sqlite3 shell" end
    return assert(alliance.open(path))
  end

  it("keeps every sentence, mention and word, under the same names", function ()
    local before = keep.shell(path, ROWS)
    local set <close> = opened()
    if not set then return end
    assert.equal(before, keep.shell(path, ROWS))
    assert.equal("3\nok\n", keep.shell(path, "PRAGMA user_version; PRAGMA integrity_check; PRAGMA foreign_key_check"))
  end)

  it("has what its tables say in the lists that are new", function ()
    local set <close> = opened()
    if not set then return end
    local block = set:sql "SELECT sentence, sentences FROM block WHERE n = 1 AND i = 3"[1]
    assert.same({ 3, '["160-210","212-250","252-280"]' }, { block.sentence, block.sentences })
    local entity = set:sql "SELECT names, spans FROM entity WHERE n = 1 AND i = 1"[1]
    assert.same({ 2, '["77-87/2","202-204/3","212-213/4+pronoun","256-263/5+noun"]' }, { entity.names, entity.spans })
  end)

  it("answers and takes articles in and out as it did", function ()
    local set <close> = opened()
    if not set then return end
    local people = set:people():column "person"
    table.sort(people)
    assert.same({ "Antony Blinken", "Cho Tae-yul" }, people)
    set:add { text = "Waves\n\nNobody said a word.", id = "waves" }
    assert.equal(2, set:count { term = "nobody" }[1].count)
    assert.equal(1, set:remove "calm")
    assert.same({ "waves" }, keep.column(set:search "nobody", "id"))
  end)
end)
