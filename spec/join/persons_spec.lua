--- Which forms are one person: by name, post, side and time; never by how often, and in no order.
local core = require "alliance.core"
local helper = require "spec.helper"
local lexicon = require "alliance.lexicon"
local persons = require "alliance.join.persons"

-- "Yoon Suk Yeol, KR, President, 2022" -> a form; the family name is the first word where `first` says so.
local function form(text, first)
  local name, side, office, year = text:match "^(.-), (.-), (.-), (.-)$"
  local family = core.fold(first and name:match "^%S+" or name:match "%S+$")
  return { name = name, side = side, office = office, year = year, block = family, form = 0 }
end

local function forms_of(list, first)
  local forms = {}
  for i, text in ipairs(list) do forms[i] = form(text, first) end
  return forms
end

-- Groups as sorted lists of spellings and years, sorted.
local function shown(groups)
  local out = {}
  for i, group in ipairs(groups) do
    local seen, names = {}, {}
    for _, f in ipairs(group.forms) do
      local text = f.name .. " " .. f.year
      if not seen[text] then names[#names + 1] = text end
      seen[text] = true
    end
    table.sort(names)
    out[i] = table.concat(names, ", ")
  end
  table.sort(out)
  return out
end

local function grouped(list, first, decisions)
  return shown(persons.group(forms_of(list, first), decisions or {}, lexicon.default()))
end

local function korean(...) return grouped({ ... }, true) end
local function western(...) return grouped({ ... }, false) end

describe("persons of one name", function ()
  it("are one, whatever the hyphens, capitals and marks", function ()
    assert.same({ "Bak So-dam 2021, Bak So-dam 2022, Bak Sodam 2021" },
      korean("Bak So-dam, KR, , 2021", "Bak Sodam, KR, , 2021", "Bak So-dam, KR, Senator, 2022"))
    assert.same({ "Edita Novakova 2021, Edita Novákova 2021" },
      western("Edita Novakova, CZ, , 2021", "Edita Novákova, CZ, , 2021"))
  end)

  it("are one with a middle name or a familiar form, and not with two different ones", function ()
    assert.same({ "Bob Fairlie 2021, Robert Fairlie 2021, Robert T. Fairlie 2022" },
      western("Robert T. Fairlie, US, , 2022", "Robert Fairlie, US, , 2021", "Bob Fairlie, US, , 2021"))
    assert.same({ "Robert K. Fairlie 2022", "Robert T. Fairlie 2022" },
      western("Robert T. Fairlie, US, , 2022", "Robert K. Fairlie, US, , 2022"))
  end)

  it("are two where country and post differ", function ()
    assert.same({ "Ann Fairlie 2021", "Ann Fairlie 2022" },
      western("Ann Fairlie, AU, Minister of Trade, 2021", "Ann Fairlie, GB, Ambassador, 2022"))
    assert.same({ "Ann Fairlie 2021, Ann Fairlie 2022" },
      western("Ann Fairlie, AU, Minister of Trade, 2021", "Ann Fairlie, AU, Ambassador, 2022"))
  end)

  it("are two where decades lie between and no post links them", function ()
    assert.same({ "Bak So-dam 1994", "Bak So-dam 2021" },
      korean("Bak So-dam, KR, Ambassador, 1994", "Bak So-dam, KR, Minister of Trade, 2021"))
    assert.same({ "Bak So-dam 1994, Bak So-dam 2021" },
      korean("Bak So-dam, KR, President, 1994", "Bak So-dam, KR, President, 2021"))
  end)

  it("are one in either order of the words", function ()
    local forms = forms_of { "Hanae Mizushiro, JP, Prime Minister, 2022" }
    forms[2] = form("Mizushiro Hanae, JP, Prime Minister, 2023")
    assert.same({ "Hanae Mizushiro 2022, Mizushiro Hanae 2023" }, shown(persons.group(forms, {}, lexicon.default())))
  end)
end)

describe("names that agree in shape alone", function ()
  it("are one with a post behind them", function ()
    assert.same({ "Bak Seon-ho 2021, Bak Sun-ho 2022" },
      korean("Bak Seon-ho, KR, Minister of Trade, 2021", "Bak Sun-ho, KR, Minister of Trade, 2022"))
  end)

  it("are one in spellings of one family name", function ()
    assert.same({ "Mahir Mohamad 2021, Mahir Mohammed 2022" },
      western("Mahir Mohamad, MY, Prime Minister, 2021", "Mahir Mohammed, MY, Prime Minister, 2022"))
    assert.same({ "Mahir Mohamad 2021", "Mahir Mohammed 2022" },
      western("Mahir Mohamad, MY, Prime Minister, 2021", "Mahir Mohammed, MY, Mayor, 2022"))
  end)

  it("are two without, and say so", function ()
    local groups = persons.group(forms_of({ "Bak Seon-ho, KR, , 2021", "Bak Sun-ho, , , 2012" }, true), {},
      lexicon.default())
    assert.same({ "Bak Seon-ho 2021", "Bak Sun-ho 2012" }, shown(groups))
    table.sort(groups, function (a, b) return a.name < b.name end)
    assert.equal("Bak Sun-ho is spelled alike", groups[1].open)
  end)

  it("are two where the sounds cannot be the same, whatever the post", function ()
    assert.same({ "Bak Seon-ho 2021", "Bak Soon-ho 2022" },
      korean("Bak Seon-ho, KR, Minister of Trade, 2021", "Bak Soon-ho, KR, Minister of Trade, 2022"))
  end)

  it("are one person where the lexicon names all spellings", function ()
    assert.same({ "Yoon Seok-youl 2022, Yoon Suk Yeol 2023, Yoon Suk-yeol 2022" },
      korean("Yoon Suk-yeol, KR, President, 2022", "Yoon Suk Yeol, KR, President, 2023",
        "Yoon Seok-youl, KR, President, 2022"))
  end)
end)

describe("a family name alone", function ()
  it("joins the one person whom it can mean", function ()
    assert.same({ "Halvard Stennes 2024, Stennes 2024" }, western("Halvard Stennes, US, Commander, 2024",
      "Stennes, , , 2024"))
    assert.same({ "Halvard Stennes 2024", "Stennes 1998" }, western("Halvard Stennes, US, Commander, 2024",
      "Stennes, , , 1998"))
  end)

  it("joins by post, then by side", function ()
    local two = { "Ola Stennes, NO, Prime Minister, 2024", "Per Stennes, SE, Ambassador, 2024" }
    local function with(text) return grouped({ two[1], two[2], text }, false) end
    assert.same({ "Ola Stennes 2024, Stennes 2024", "Per Stennes 2024" }, with "Stennes, NO, Prime Minister, 2024")
    assert.same({ "Ola Stennes 2024", "Per Stennes 2024, Stennes 2024" }, with "Stennes, SE, , 2024")
  end)

  it("stays open where it can mean several", function ()
    local groups = persons.group(forms_of { "Ola Stennes, , , 2024", "Per Stennes, , , 2024", "Stennes, , , 2024" }, {},
      lexicon.default())
    assert.same({ "Ola Stennes 2024", "Per Stennes 2024", "Stennes 2024" }, shown(groups))
    for _, group in ipairs(groups) do
      assert.equal(group.name == "Stennes" and "may be Ola Stennes; may be Per Stennes" or nil, group.open)
    end
  end)

  it("stays open where many bear it and nothing but the name agrees", function ()
    assert.same({ "Kim 2024", "Kim Do-yun 2024" }, korean("Kim Do-yun, KR, , 2024", "Kim, , , 2024"))
    assert.same({ "Kim 2024, Kim Do-yun 2024" }, korean("Kim Do-yun, KR, , 2024", "Kim, KR, , 2024"))
  end)

  it("is the person whom the lexicon has in that post at that time", function ()
    local groups = persons.group(forms_of({ "Yoon, KR, President, 2023" }, true), {}, lexicon.default())
    assert.same({ "Yoon Suk Yeol", "person/yoon suk yeol" }, { groups[1].name, groups[1].key })
  end)
end)

describe("decisions", function ()
  it("join, part, rename and reject what they spell", function ()
    local list = { "Bak Seon-ho, KR, , 2021", "Bak Sun-ho, KR, , 2012" }
    assert.same({ "Bak Seon-ho 2021, Bak Sun-ho 2012" },
      grouped(list, true, { { verb = "same", a = "Bak Sun-ho", b = "Bak Seon-ho" } }))
    assert.same({ "Bak Seon-ho 2021" }, grouped(list, true, { { verb = "reject", a = "Bak Sun-ho" } }))
    local groups = persons.group(forms_of(list, true), { { verb = "rename", a = "Bak Sun-ho", b = "Soonho Bak" } },
      lexicon.default())
    assert.equal("Soonho Bak", groups[1].name == "Bak Seon-ho" and groups[2].name or groups[1].name)
  end)

  it("part what posts had joined", function ()
    local list = { "Bak Seon-ho, KR, Minister of Trade, 2021", "Bak Sun-ho, KR, Minister of Trade, 2021" }
    assert.same({ "Bak Seon-ho 2021", "Bak Sun-ho 2021" },
      grouped(list, true, { { verb = "distinct", a = "Bak Seon-ho", b = "Bak Sun-ho" } }))
  end)

  it("tell two of one name by side and post", function ()
    local list = { "Ann Fairlie, AU, Minister of Trade, 2021", "Ann Fairlie, GB, Ambassador, 2022" }
    assert.same({ "Ann Fairlie 2021" }, grouped(list, false, { { verb = "reject",
      a = "Ann Fairlie (GB, Ambassador)" } }))
  end)
end)

describe("keys", function ()
  it("are names, with side, post and year only where two share one", function ()
    local groups = persons.group(forms_of { "Ann Fairlie, AU, Minister of Trade, 2021",
      "Ann Fairlie, GB, Ambassador, 2022",
      "Ola Stennes, NO, , 2022" }, {}, lexicon.default())
    local keys = {}
    for i, group in ipairs(groups) do keys[i] = group.key end
    table.sort(keys)
    assert.same({ "person/ann fairlie (au)", "person/ann fairlie (gb)", "person/ola stennes" }, keys)
  end)
end)

describe("grouping", function ()
  local list = { "Ola Stennes, NO, Prime Minister, 2024", "Per Stennes, SE, Ambassador, 2024", "Stennes, , , 2024",
    "Stennes, SE, , 2023", "O. Stennes, NO, , 2024", "Per J. Stennes, , , 2022", "Per K. Stennes, SE, , 2024",
    "Stennes, NO, Prime Minister, 2023", "Ola Stennes, , , ", "Per Stennes, SE, Ambassador, 1990" }

  local function shuffled(seed)
    local out, state = table.move(list, 1, #list, 1, {}), seed
    for i = #out, 2, -1 do
      state = (state * 1103515245 + 12345) % 2147483648
      local j = state // 65536 % i + 1
      out[i], out[j] = out[j], out[i]
    end
    return out
  end

  it("does not depend on the order of the forms", function ()
    local wanted = grouped(list, false)
    for seed = 1, 40 do assert.same(wanted, grouped(shuffled(seed), false)) end
  end)

  it("takes time in proportion to the forms of one family name #slow", function ()
    local function named(n)
      local forms = {}
      for i = 1, n do
        local given = ("%s%s"):format(("bdfgklmnprstv"):sub(i % 13 + 1, i % 13 + 1):upper(),
          ("a%db"):format(i):gsub("%d",
          function (d) return ("aeioubcdfg"):sub(d + 1, d + 1) end))
        forms[i] = form(("%s Stennes, %s, President, %d"):format(given, i % 2 == 0 and "US" or "", 1990 + i % 30))
        forms[n + i] = form(("Stennes, , %s, %d"):format(i % 3 == 0 and "President" or "", 1990 + i % 30))
      end
      return forms
    end
    local function group(forms) return persons.group(forms, {}, lexicon.default()) end
    assert.is_true(helper.proportional(group, named(1000), named(8000), 20))
  end)
end)
