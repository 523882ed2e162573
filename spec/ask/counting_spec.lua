--- Counting by group.
local alliance = require "alliance"
local keep = require "spec.keep.keep_helper"
local periods = require "alliance.ask.periods"

local function article(id, published, source, body, vars)
  return { id = id, published = published, source = source, vars = vars, text = "More talks\n\n" .. body }
end

-- Rows as lists of the columns named.
local function rows(frame, ...)
  local list, names = {}, { ... }
  for row in frame:rows() do
    local values = {}
    for i, name in ipairs(names) do values[i] = row[name] == nil and "-" or row[name] end
    list[#list + 1] = values
  end
  return list
end

local set = keep.set(
  article("a", "2024-05-20", "AP", "Extended deterrence was extended. Extended deterrence is it.", { era = "one" }),
  article("b", "2024-05-31", "AFP", "The talks were about extended deterrence.", { era = "two" }),
  article("c", "2024-08-01", "AP", "Nothing of it was said today."),
  article("d", nil, nil, "The day of extended deterrence was not said."))

describe("count", function ()
  it("counts the hits of a query, with its denominators", function ()
    local f = set:count { match = '"extended deterrence"' }
    assert.same({ "count", "articles", "of_articles", "tokens", "per_million" }, f.columns)
    assert.same({ { 4, 3, 4, 28, 4e6 / 28 } }, rows(f, "count", "articles", "of_articles", "tokens", "per_million"))
  end)

  it("counts what kwic lists, for queries, patterns and words as written", function ()
    for _, query in ipairs { "deterrence", "extend*", '"extended deterrence"', "deterrence NOT talks",
      "NEAR(extended was, 2)", "[extended] []{0,1} [deterrence|extended]" } do
      assert.equal(set:kwic(query).total, set:count({ match = query })[1].count, query)
    end
    assert.equal(set:kwic("Extended", { case = true }).total, set:count({ match = "Extended", case = true })[1].count)
    assert.equal(5, set:count({ match = "extend", stem = true })[1].count)
  end)

  it("counts a term: a word, a phrase, with wildcards, as written", function ()
    local function times(term, case) return set:count({ term = term, case = case })[1].count end
    assert.same({ 5, 4, 5, 4, 2 }, { times "extended", times "extended deterrence", times "ext*d", times "* deterrence",
      times("Extended", true) })
    assert.equal(0, times "nobody")
  end)

  it("counts a term with its family", function ()
    local function times(term, stem) return set:count({ term = term, stem = stem })[1].count end
    assert.same({ 5, 0, 4 }, { times("extending", true), times "extending", times("extends deterrences", true) })
    assert.error_matches(function () set:count { term = "a", stem = true, case = true } end,
      "options 'case' and 'stem' exclude one another")
  end)

  it("counts all names of a side or person", function ()
    local named = keep.set(article("a", "2024-05-20", "AP", "South Korea was there. The ROK was too, and Kim " ..
      "Seon-ho of South Korea."))
    assert.same({ 3, 1 }, { named:count({ term = "@KR" })[1].count, named:count({ term = '@"Kim Seon-ho"' })[1].count })
    assert.equal(named:kwic("@KR").total, named:count({ match = "@KR", by = "year" })[1].count)
  end)

  it("counts articles where nothing is asked for", function ()
    assert.same({ { "AFP", 1 }, { "AP", 2 }, { "-", 1 } }, rows(set:count { by = "source" }, "source", "count"))
  end)

  it("has a row for every period, also those without a hit and without articles", function ()
    assert.same({ { "2024-05", 3, 2, 2 }, { "2024-06", 0, 0, 0 }, { "2024-07", 0, 0, 0 }, { "2024-08", 0, 0, 1 } },
      rows(set:count { term = "extended deterrence", by = "month" }, "month", "count", "articles", "of_articles"))
    assert.same({ { "2024-Q2", 3 }, { "2024-Q3", 0 } },
      rows(set:count { term = "extended deterrence", by = "quarter" }, "quarter", "count"))
    assert.equal(74, #set:count { term = "x", by = "day" })
    assert.equal("2024-W21", set:count({ term = "x", by = "week" })[1].week)
  end)

  it("says how many undated articles no period holds", function ()
    assert.equal(1, set:count({ term = "x", by = "year" }).made.left_out)
    assert.is_nil(set:count({ term = "x", by = "source" }).made.left_out)
  end)

  it("has all combinations of several", function ()
    assert.same({ { "2024-05", "AFP", 1, 1 }, { "2024-05", "AP", 2, 1 }, { "2024-06", "AFP", 0, 0 },
      { "2024-06", "AP", 0, 0 }, { "2024-07", "AFP", 0, 0 }, { "2024-07", "AP", 0, 0 }, { "2024-08", "AFP", 0, 0 },
      { "2024-08", "AP", 0, 1 } }, rows(set:count { term = "extended deterrence", by = { "month", "source" } }, "month",
      "source", "count", "of_articles"))
  end)

  it("divides by the analyst's own columns", function ()
    assert.same({ { "one", 2 }, { "two", 1 }, { "-", 1 } },
      rows(set:count { term = "extended deterrence", by = "era" }, "era", "count"))
    assert.error_matches(function () set:count { by = "weather" } end,
      "set:count: option 'by' cannot be 'weather'; there are: day, week, month, ")
  end)

  it("keeps to its selection and scope", function ()
    local ap = set:where { source = "AP" }
    assert.same({ { "AP", 2 } }, rows(ap:count { term = "extended deterrence", by = "source" }, "source", "count"))
    assert.equal(4, set:count({ term = "talks", scope = "headline" })[1].count)
    assert.equal(5, set:count({ term = "talks", scope = "text" })[1].count)
  end)

  it("of an empty selection is nought, and has no periods", function ()
    local none = set:where { source = "nobody" }
    assert.same({ { 0, 0, 0, 0, "-" } }, rows(none:count { term = "x" }, "count", "articles", "of_articles", "tokens",
      "per_million"))
    assert.equal(0, #none:count { term = "x", by = { "month", "source" } })
    assert.equal(0, #keep.set():count { term = "x", by = "month" })
  end)

  it("refuses what it cannot do", function ()
    local function refuses(asked, message) assert.error_matches(function () set:count(asked) end, message) end
    refuses({ match = "a", term = "b" }, "'match' %(a query%) and 'term' %(a word or phrase%) are two ways to ask")
    refuses({ match = '"open' }, "set:count: ")
    refuses({ match = "[open" }, "set:count: ")
    refuses({ term = "--" }, "option 'term' has no word in it")
    refuses({ by = { "month", "month" } }, "'month' is there twice")
    refuses({ by = 5 }, "option 'by' should be a name or a list of names, not a number")
    refuses({ of = "clouds" }, "option 'of' should be one of commitments, consultations, ")
    refuses("ROK", "the options should be a table {match=…, by=…}, not a string")
    refuses({ words = 1 }, "no option 'words'; there are: ")
  end)
end)

describe("count of items", function ()
  local said = keep.set(
    article("a", "2024-05-20", "AP", '"We agree on all points," Defense Minister Kim Seon-ho said.\n\n' ..
      '"We agree again," Anna Berg said.'),
    article("b", "2024-07-02", "AFP", '"We do not agree," Anna Berg said in Seoul.'))

  it("counts quotations by who says them, and periods", function ()
    assert.same({ { "Anna Berg", "2024-05", 1 }, { "Anna Berg", "2024-06", 0 }, { "Anna Berg", "2024-07", 1 },
      { "Kim Seon-ho", "2024-05", 1 }, { "Kim Seon-ho", "2024-06", 0 }, { "Kim Seon-ho", "2024-07", 0 } },
      rows(said:count { of = "quotes", by = { "speaker", "month" } }, "speaker", "month", "count"))
    assert.same({ { "AFP", 1, 1, 1 }, { "AP", 2, 1, 1 } },
      rows(said:count { of = "quotes", by = "source" }, "source", "count", "articles", "of_articles"))
  end)

  it("takes the options of their question", function ()
    assert.equal(2, said:count({ of = "quotes", speaker = "Anna Berg" })[1].count)
    assert.error_matches(function () said:count { of = "quotes", weather = "x" } end, "set:quotes: no option 'weather'")
  end)

  it("counts words by who says them, in quotations", function ()
    assert.same({ { "Anna Berg", 2, 2, 2, 7 }, { "Kim Seon-ho", 1, 1, 1, 5 } },
      rows(said:count { term = "agree", by = "speaker" }, "speaker", "count", "articles", "of_articles", "tokens"))
    assert.equal(1, said:count({ match = '"agree again"', by = "speaker" })[1].count)
    assert.error_matches(function () said:count { term = "agree", by = "speaker", scope = "headline" } end,
      "words count in quotations; scope cannot be 'headline'")
  end)

  it("counts patterns, names and words as written by who says them", function ()
    local function of(asked)
      asked.by = "speaker"
      return rows(said:count(asked), "speaker", "count")
    end
    assert.same({ { "Anna Berg", 2 }, { "Kim Seon-ho", 1 } }, of { term = "a?ree" })
    assert.same({ { "Anna Berg", 2 }, { "Kim Seon-ho", 1 } }, of { match = "agreeing", stem = true })
    assert.same({ { "Anna Berg", 1 }, { "Kim Seon-ho", 0 } }, of { match = "[not] [agree]" })
    assert.same({ { "Anna Berg", 0 }, { "Kim Seon-ho", 0 } }, of { term = "Agree", case = true })
    assert.same({ { "Anna Berg", 1 }, { "Kim Seon-ho", 1 } }, of { term = "We agree", case = true })
  end)

  it("counts names by who says them, and leads to those quotations", function ()
    local named = keep.set(article("a", "2024-05-20", "AP", '"South Korea will pay, and so will the ROK forces," ' ..
      'U.S. Defense Secretary Lloyd Austin said.\n\n"Japan will not," Foreign Minister Cho Tae-yul said in Seoul.'))
    local by = named:count { match = "@KR", by = "side" }
    assert.same({ { "KR", 0, 1 }, { "US", 2, 1 } }, rows(by, "side", "count", "of_articles"))
    assert.same({ { "KR", 1 }, { "US", 0 } }, rows(named:count { term = "@JP", by = "side" }, "side", "count"))
    assert.same({ 0, "US" }, { #named:why(by[1]), by[2].side })
    assert.matches("^.South Korea will pay", named:why(by[2])[1].sentence)
  end)

  it("counts an event once, and in every source that reports it", function ()
    local call = "U.S. Secretary of State Antony Blinken spoke by phone with South Korean Foreign Minister Cho Tae-yul "
      .. "on Monday."
    local told <close> = assert(alliance.open()) -- which joins reports
    told:add { article("a", "2024-05-20", "AP", call), article("b", "2024-05-20", "AFP", call),
      article("c", "2024-05-21", "AP", "The ministers are not told of here."),
      article("d", "2024-05-20", "AP", call .. " Nothing more was said.") }
    assert.same({ { 1, 3, 4 } }, rows(told:count { of = "consultations" }, "count", "articles", "of_articles"))
    assert.same({ { "AFP", 1, 1, 1 }, { "AP", 1, 2, 3 } },
      rows(told:count { of = "consultations", by = "source" }, "source", "count", "articles", "of_articles"))
  end)

  it("says how many undated articles no period holds", function ()
    local undated = keep.set(article("a", "2024-05-20", "AP", '"We agree on all points," Anna Berg said.'),
      article("b", nil, "AP", '"We agree on none of them," Anna Berg said.'))
    assert.equal(1, undated:count({ of = "quotes", by = "month" }).made.left_out)
    assert.equal(1, undated:count({ term = "agree", by = { "speaker", "month" } }).made.left_out)
    assert.is_nil(undated:count({ of = "quotes", by = "speaker" }).made.left_out)
  end)
end)

describe("independent=true", function ()
  it("counts one article a story", function ()
    local body = "The ministers of both countries met on Monday and reaffirmed the ironclad commitment of the " ..
      "alliance to the defense of the peninsula, officials said after the talks. They will meet again in the " ..
      "autumn in Washington, where the terms of the agreement on sharing the costs are to be settled for the next " ..
      "five years. The two sides have held eight rounds of such talks since the spring of this year, most of them " ..
      "in Hawaii."
    local copied = keep.set(article("a", "2024-05-20", "AP", body), article("b", "2024-05-21", "AFP", body),
      article("c", "2024-05-22", "AP", "Nothing ironclad was said."))
    assert.equal(3, copied:count({ term = "ironclad" })[1].count)
    assert.same({ { 2, 2, 2 } }, rows(copied:count { term = "ironclad", independent = true }, "count", "articles",
      "of_articles"))
  end)
end)

describe("periods", function ()
  it("have the weeks of ISO 8601", function ()
    for day, week in pairs { ["2024-12-30"] = "2025-W01", ["2021-01-03"] = "2020-W53", ["2024-01-01"] = "2024-W01",
      ["1999-12-31"] = "1999-W52", ["2000-02-29"] = "2000-W09" } do
      assert.equal(week, periods.of(day, "week"))
    end
  end)

  it("follow one another over the ends of months and years", function ()
    assert.same({ "2024-02-28", "2024-02-29", "2024-03-01" }, periods.between("2024-02-28", "2024-03-01", "day"))
    assert.same({ "2023-12", "2024-01" }, periods.between("2023-12-31", "2024-01-01", "month"))
    assert.same({ "2023-Q4", "2024-Q1", "2024-Q2" }, periods.between("2023-11-30", "2024-04-01", "quarter"))
    assert.same({ "2020-W53", "2021-W01" }, periods.between("2021-01-03", "2021-01-04", "week"))
    assert.same({ "1999", "2000" }, periods.between("1999-01-01", "2000-12-31", "year"))
  end)

  it("hold a month only where they are not shorter", function ()
    assert.same({ "2024-Q4", "2024" }, { periods.of("2024-12", "quarter"), (periods.of("2024-12", "year")) })
    assert.is_nil(periods.of("2024-12", "week"))
    assert.is_nil(periods.of("XXXX-12-20", "year"))
    assert.is_nil(periods.of(nil, "day"))
  end)
end)
