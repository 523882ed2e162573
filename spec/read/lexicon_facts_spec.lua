local alliance = require "alliance"

local tables = alliance.lexicon().tables

local function day_of(text)
  local year, month, day = text:match "^(%d%d%d%d)%-(%d%d)%-(%d%d)$"
  if not year then return nil end
  local time = os.time { year = year, month = month, day = day, hour = 12 }
  return os.date("%Y-%m-%d", time) == text and text or nil
end

local function key(row) return table.concat({ row.side, row.office }, " / ") end

-- Full holders of each office in the order in which they took it.
local function holders()
  local by_office = {}
  for _, row in ipairs(tables.tenures) do
    if not row.status then
      local list = by_office[key(row)] or {}
      by_office[key(row)], list[#list + 1] = list, row
    end
  end
  for _, list in pairs(by_office) do
    table.sort(list, function (a, b) return a.from .. (a.to or "9999") < b.from .. (b.to or "9999") end)
  end
  return by_office
end

local function overlaps(a, b)
  return a.person ~= b.person and a.name ~= b.name and (a.to or "9999") > b.from
    and not a.precision and not b.precision
end

describe("the facts of the lexicon", function ()
  it("have days that exist, the first not after the last", function ()
    for _, name in ipairs { "tenures", "events" } do
      for i, row in ipairs(tables[name]) do
        local where = ("%s, row %d"):format(name, i)
        assert.equal(row.from, day_of(row.from), where)
        if row.to then
          assert.equal(row.to, day_of(row.to), where)
          assert.is_true(row.from <= row.to, where)
        end
      end
    end
  end)

  it("have the days of what comes again and again in the order of time", function ()
    for i, row in ipairs(tables.gatherings) do
      local before = ""
      for _, day in ipairs(row.days) do
        local where = ("gatherings, row %d: %s"):format(i, day)
        local first, last = day:match "^([%d-]+)/?([%d-]*)"
        assert.equal(first, day_of(first), where)
        assert.is_true(last == "" or day_of(last) == last and first <= last, where)
        assert.is_true(before < first, where)
        assert.is_truthy(day:match "^%d[%d%-/]+$" or day:match "^%d[%d%-/]+ #%d+$" or
          day:match "^%d[%d%-/]+ %u" or day:match "^%d[%d%-/]+ #%d+ %u", where)
        before = first
      end
    end
  end)

  it("have one side after the other for what countries hold by turns", function ()
    for i, row in ipairs(tables.turns) do
      local before = ""
      for _, turn in ipairs(row.days) do
        local first, last = turn:match "^(%d[%d-]+)/(%d[%d-]+) %u%u$"
        assert.is_true(day_of(first) == first and day_of(last) == last, turn)
        assert.is_true(before < first and first <= last, ("turns, row %d: %s"):format(i, turn))
        before = last
      end
    end
  end)

  it("have a day of birth for nobody but holders of posts", function ()
    local holder = {}
    for _, row in ipairs(tables.tenures) do holder[row.name] = true end
    for _, row in ipairs(tables.births) do
      assert.is_true(holder[row.name], row.name)
      assert.equal(row.born, day_of(row.born), row.name)
    end
  end)

  it("are graded sourced or recall", function ()
    for _, name in ipairs { "tenures", "events", "gatherings", "births", "places", "organisations" } do
      for i, row in ipairs(tables[name]) do
        local where = ("%s, row %d: %s"):format(name, i, tostring(row.grade))
        assert.is_true(row.grade == "sourced" or row.grade == "recall", where)
      end
    end
  end)

  it("never have two full holders of one post at a time, but on the day of the handover", function ()
    local found = {}
    for office, list in pairs(holders()) do
      for i = 2, #list do
        if overlaps(list[i - 1], list[i]) then
          found[#found + 1] = ("%s: %s and %s"):format(office, list[i - 1].name, list[i].name)
        end
      end
    end
    assert.same({}, found)
  end)

  it("name each country once, by its ISO 3166 code", function ()
    local seen = {}
    for _, row in ipairs(tables.countries) do
      assert.is_truthy(row.side:match "^%u%u$", row.name)
      assert.is_nil(seen[row.side], row.name)
      seen[row.side] = row.name
    end
  end)

  it("share an alias between countries nowhere", function ()
    local owner = {}
    for _, row in ipairs(tables.countries) do
      for _, alias in ipairs(row.aliases or {}) do
        local other = owner[alias]
        assert.is_true(other == nil or other == row.side, alias)
        owner[alias] = row.side
      end
    end
  end)

  it("let every name that an office has abroad be an office too", function ()
    local offices = {}
    for _, row in ipairs(tables.offices) do offices[row.office] = true end
    for _, row in ipairs(tables.offices) do
      if row.abroad then assert.is_true(offices[row.abroad], row.abroad) end
    end
  end)

  it("make a place of every capital, which stands for its government", function ()
    local place = assert(alliance.read "They met in Ouagadougou.").places[1]
    assert.same({ "Ouagadougou", "BF", "BF government" }, { place.name, place.side, place.stands_for })
  end)
end)
