--- Audit: drawing a sheet to code, and what coded sheets say.
local alliance = require "alliance"
local keep = require "spec.keep.keep_helper"

local function article(i, source)
  return { id = "a" .. i, source = source, published = ("2024-05-%02d"):format(i), text = ("Talks %d\n\n"):format(i) ..
    ('"We agree on point %d," Anna Berg said in Seoul. The talks went on for a day.\n\n'):format(i) ..
    "Officials of both governments met again on Friday. Little of it was new to them." }
end

local function set_of(n)
  local list = {}
  for i = 1, n do list[i] = article(i, i % 4 == 0 and "AP" or "Yonhap") end
  local set = assert(alliance.open())
  assert(set:add(list))
  return set
end

local function count(frame, wanted) return #frame:where(wanted) end

describe("a sheet", function ()
  local set = set_of(12)

  it("has items, and sentences whatever was found in them", function ()
    local sheet = set:audit { of = "quotes", n = 5, seed = 1 }
    assert.same({ 5, 5 }, { count(sheet, { row = "item" }), count(sheet, { row = "sentence" }) })
    local row = sheet[1]
    assert.same({ "u0001", "item", "quotes", 1 }, { row.unit, row.row, row.of, row.found })
    assert.is_truthy(row.item:find "^speaker: Anna Berg; .*text: We agree on point %d+,$")
    assert.is_truthy(row.sentence:find '^"We agree on point %d+," Anna Berg said in Seoul%.$')
    assert.same({}, { row.correct, row.missed, row.coder, row.note })
  end)

  it("shows with a sentence what was found in it, and nothing else", function ()
    for row in set:audit({ of = "quotes", n = 48, seed = 1 }):where({ row = "sentence" }):rows() do
      local quoted = row.sentence:find("We agree", 1, true) ~= nil
      assert.equal(quoted and 1 or 0, row.found)
      assert.equal(quoted, row.item ~= nil)
    end
  end)

  it("is the same for the same seed, and another for another", function ()
    local function drawn(seed) return set:audit({ of = "quotes", n = 6, seed = seed }):csv() end
    assert.equal(drawn(42), drawn(42))
    assert.are_not.equal(drawn(42), drawn(43))
    assert.equal(drawn(1), set:audit({ of = "quotes", n = 6 }):csv())
  end)

  it("draws from every value of a column in proportion", function ()
    local sheet = set:audit { of = "quotes", n = 4, by = "source", seed = 7 }
    assert.same({ 1, 3 }, { count(sheet, { row = "item", stratum = "AP" }),
      count(sheet, { row = "item", stratum = "Yonhap" }) })
    assert.same({ 1, 3 }, { count(sheet, { row = "sentence", source = "AP" }),
      count(sheet, { row = "sentence", source = "Yonhap" }) })
  end)

  it("may have no sentences, and all there is where that is less than n", function ()
    assert.equal(12, #set:audit { of = "quotes", n = 500, sentences = 0 })
    assert.equal(0, #set:where({ source = "nobody" }):audit { of = "quotes", n = 5 })
  end)

  it("is drawn of everything that is noticed", function ()
    for _, of in ipairs { "commitments", "consultations", "dates", "figures", "organisations", "people", "places",
      "posts" } do
      local sheet = set:audit { of = of, n = 2, sentences = 1 }
      assert.equal(1, count(sheet, { row = "sentence" }), of)
    end
    local held = assert(alliance.open())
    assert(held:add { id = "b", text = "Talks\n\nForeign Minister Cho Hyun of South Korea spoke in Seoul on Friday." })
    assert.equal("person: Cho Hyun; office: Minister of Foreign Affairs; side: KR",
      held:audit({ of = "posts", n = 1, sentences = 0 })[1].item)
    assert.equal("name: Anna Berg", set:audit({ of = "people", n = 1 })[1].item)
  end)

  it("refuses what it does not know", function ()
    assert.error_matches(function () set:audit { of = "words" } end, "option 'of' should be one of commitments, ")
    assert.error_matches(function () set:audit { of = "quotes", by = "weather" } end,
      "option 'by' should be one of agency, language, month, rule, source, year, speaker, .*, not 'weather'")
    assert.error_matches(function () set:audit { of = "quotes", n = -1 } end, "'n' should be a whole number from 0")
    assert.error_matches(function () set:audit { of = "quotes", m = 1 } end, "no option 'm'; there are: by, n, of, ")
    assert.error_matches(function () set:audit "quotes" end, "the options should be a table, {of=…} or {read=…}")
    assert.error_matches(function () set:audit { read = "x", n = 5 } end, "no option 'n' with 'read'; there is: by")
    assert.error_matches(function () set:audit { read = 5 } end, "'read' should be a path or a list of paths")
  end)
end)

describe("coded sheets", function ()
  local one, two = os.tmpname(), os.tmpname()
  local set = alliance.open()
  after_each(function ()
    os.remove(one)
    os.remove(two)
  end)

  -- Lines "row,found,correct,missed[,more]"; every sheet is of the same sample.
  local function write(path, lines, head)
    local text = { "unit,id,first,last,row,found,correct,missed" .. (head or "") }
    for i, line in ipairs(lines) do text[i + 1] = ("u%d,a,%d,%d,%s"):format(i, i, i + 9, line) end
    keep.spit(path, table.concat(text, "\r\n") .. "\r\n")
    return path
  end

  local function repeated(line, n, into)
    for _ = 1, n do table.insert(into, line) end
    return into
  end

  local function row(frame, measure, of)
    local found = frame:where(function (r) return r.measure == measure and (not of or r.of == of) end)[1]
    return found and { found.value, found.low, found.high, found.n, found.units }
  end

  it("give precision: right items among those found, with Wilson's interval", function ()
    local lines = repeated("item,1,0,", 30, repeated("item,1,1,", 170, {}))
    local f = set:audit { read = write(one, lines) }
    local value, low, high, n = table.unpack(row(f, "precision"))
    assert.same({ 0.85, 200 }, { value, n })
    assert.is_true(math.abs(low - 0.793944207158333363) < 1e-9 and math.abs(high - 0.892864064377580033) < 1e-9)
  end)

  it("give recall: right ones among those that the sentences hold", function ()
    local f = set:audit { read = write(one, { "sentence,2,2,1", "sentence,0,,0", "sentence,0,,1", "sentence,1,0,0" }) }
    local value, _, _, n, units = table.unpack(row(f, "recall"))
    assert.same({ 0.5, 4, 4 }, { value, n, units })
  end)

  it("leave out what is not coded", function ()
    local f = set:audit { read = write(one, { "item,1,1,", "item,1,,", "sentence,1,,0", "sentence,1,1," }) }
    assert.same({ { 1.0, 1 }, { 0 } }, { { f[1].value, f[1].n }, { f[2].n } })
    assert.is_nil(f[2].value)
  end)

  it("understand yes and no", function ()
    local f = set:audit { read = write(one, { "item,1,yes,", "item,1,N,", "item,1, y ,", "item,1,true," }) }
    assert.same({ 0.75, 4 }, { f[1].value, f[1].n })
  end)

  it("of two coders give agreement, kappa and alpha", function ()
    local function lines(a, b, c, d)
      return repeated(d, 15, repeated(c, 10, repeated(b, 5, repeated(a, 20, {}))))
    end
    write(one, lines("item,1,1,", "item,1,1,", "item,1,0,", "item,1,0,"))
    write(two, lines("item,1,1,", "item,1,0,", "item,1,1,", "item,1,0,"))
    local f = set:audit { read = { one, two } }
    assert.same({ 0.7, 50 }, { row(f, "agreement", "items")[1], row(f, "agreement", "items")[4] })
    assert.equal(0.4, f:where({ measure = "kappa", of = "items" })[1].value)
    -- Of 100 values 55 are 1: expected disagreement 2 * 55 * 45 / (100 * 99) = 0.5, observed 15 / 50 = 0.3.
    assert.is_true(math.abs(f:where({ measure = "alpha", of = "items" })[1].value - 0.4) < 1e-9)
  end)

  it("are called by their coder, else by their file, and divided by a column", function ()
    local f = set:audit { read = write(one, { "item,1,1,,AP,Kim", "item,1,0,,Yonhap,Kim" }, ",source,coder"),
      by = "source" }
    local said = {}
    for i, r in ipairs { f[1], f[3] } do said[i] = { r.measure, r.source, r.coder, r.value } end
    assert.same({ { "precision", "AP", "Kim", 1.0 }, { "precision", "Yonhap", "Kim", 0.0 } }, said)
    assert.equal(one:match "[^/]+$", set:audit({ read = write(one, { "item,1,1," }) })[1].coder)
  end)

  it("say what is wrong with them, and where", function ()
    local function refuses(lines, message, by)
      assert.same({ nil, one .. ": " .. message }, { set:audit { read = write(one, lines), by = by } })
    end
    refuses({ "item,1,maybe," }, "unit u1: 'correct' should be 1 or 0 (or yes, no), not 'maybe'")
    refuses({ "sentence,2,3,0" }, "unit u1: 'correct' should be a whole number from 0 to 2, not '3'")
    refuses({ "sentence,2,1,-1" }, "unit u1: 'missed' should be a whole number from 0, not '-1'")
    refuses({ "line,1,1," }, "unit u1: 'row' should be item or sentence, not 'line'")
    refuses({ "item,1,1," }, "no column 'side'; there are: unit, id, first, last, row, found, correct, missed", "side")
    keep.spit(one, "a,b\n1,2\n")
    assert.same({ nil, one .. ": no column 'unit'; expected a sheet made by audit" }, { set:audit { read = one } })
    assert.same({ nil, "/nowhere.csv: No such file or directory" }, { set:audit { read = "/nowhere.csv" } })
  end)

  it("of different samples are refused", function ()
    write(one, { "item,1,1," })
    keep.spit(two, "unit,id,first,last,row,found,correct,missed\nu1,b,1,10,item,1,1,\n")
    local _, message = set:audit { read = { one, two } }
    assert.equal(("%s: unit u1 is not the one of %s: the sheets come from different samples"):format(two, one), message)
  end)

  it("come from a sheet that was drawn, by way of a file", function ()
    local drawn = set_of(6)
    assert(drawn:audit({ of = "quotes", n = 3, by = "source", seed = 42 }):csv(one))
    local text = io.open(one):read "a":gsub(",1,,,,,", ",1,1,,,,")
    keep.spit(two, text)
    os.remove(one .. ".meta.json")
    local f = assert(drawn:audit { read = { one, two } })
    assert.same({ "precision", 0 }, { f[1].measure, f[1].n })
    assert.same({ "precision", 1.0, 3 }, { f[3].measure, f[3].value, f[3].n })
  end)
end)
