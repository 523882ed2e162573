--- Patterns over words: what kwic finds with brackets, and that an evaluator without any cleverness finds it too.
local alliance = require "alliance"
local core = require "alliance.core"
local frames = require "alliance.show.frame"
local keep = require "spec.keep.keep_helper"

local function matches(set, pattern, options)
  local list = {}
  for row in set:kwic(pattern, options):rows() do list[#list + 1] = row.match end
  return list
end

describe("a pattern", function ()
  local set

  setup(function ()
    set = keep.set {
      text = "Allies\n\nThe allies reaffirmed their ironclad commitment. They reaffirm a commitment, the "
        .. "Commitment of the U.S. side.\n\n\"We will defend our commitments,\" he said. Commitment follows. "
        .. "No commitment is free of cost, he said: the costs of defending South Korea-U.S. ties rose.",
      id = "one" }
  end)

  teardown(function () set:close() end)

  it("takes words between, as many as it says", function ()
    assert.same({ "reaffirmed their ironclad commitment", "reaffirm a commitment" },
      matches(set, "[reaffirm*] []{0,3} [commitment]"))
    assert.same({ "reaffirm a commitment" }, matches(set, "[reaffirm*] [] [commitment]"))
    assert.same({ "reaffirm a commitment" }, matches(set, "[reaffirm*] []? [commitment]"))
  end)

  it("ends as early as it can, and goes on behind that", function ()
    assert.same({ "reaffirm a commitment, the Commitment" },
      matches(set, "[reaffirm] []* [commitment] [the] [commitment]"))
    assert.same({ "a commitment" }, matches(set, "[a] []* [commitment]"))
  end)

  it("takes wildcards within words", function ()
    assert.same({ "ironclad" }, matches(set, "[iron*d]"))
    assert.same({ "cost", "costs" }, matches(set, "[cost*]"))
    assert.same({ "costs" }, matches(set, "[cost?]"))
  end)

  it("takes one word of several, and any but some", function ()
    assert.same({ "ironclad commitment", "a commitment", "the Commitment", "our commitments", "No commitment" },
      matches(set, "[ironclad|a|the|our|no] [commitment*]"))
    assert.same({ "ironclad commitment", "a commitment", "No commitment" },
      matches(set, "[!the|said] [commitment]"))
  end)

  it("takes words as they are written, and families of words", function ()
    assert.same({ "Commitment", "Commitment" }, matches(set, "[word=Commitment]"))
    assert.same({ "defend", "defending" }, matches(set, "[stem=defends]"))
    assert.same({ "Commitment", "Commitment" }, matches(set, "Commitment", { case = true }))
    assert.same({ "reaffirmed", "reaffirm" }, matches(set, "reaffirming", { stem = true }))
  end)

  it("mixes brackets, plain words and phrases", function ()
    assert.same({ "costs of defending South Korea-U.S. ties" },
      matches(set, 'costs [] [] "South Korea-U.S." [ties]'))
    assert.same({ "U.S. side" }, matches(set, "U.S. [side]"))
  end)

  it("stays within a paragraph; within a sentence or a quotation where that is asked for", function ()
    assert.same({}, matches(set, "[side] [we]"))
    assert.same({ "said. Commitment follows" }, matches(set, "[said] [] [follows]"))
    assert.same({}, matches(set, "[said] [] [follows] within sentence"))
    assert.same({ "our commitments" }, matches(set, "[] [commitment*] within quote"))
    assert.same({ "our commitments" }, matches(set, "[] [commitment*]", { scope = "quotes" }))
  end)

  it("may have any white space around within, and refuses what it does not know there", function ()
    assert.same({ "our commitments" }, matches(set, "[] [commitment*]  within   quote "))
    assert.error_matches(function () set:kwic "[commitment] within paragraph" end,
      "at byte 14: behind within stands sentence or quote")
    assert.same({}, matches(set, '[commitment] "within" [paragraph]'))
  end)

  it("has no AND, OR and NOT, but in quotes", function ()
    assert.error_matches(function () set:kwic "[cost] AND [free]" end, "at byte 8: AND, OR and NOT have no place")
    assert.same({}, matches(set, '[cost] "AND" [free]'))
  end)

  it("can be sorted by any places of words", function ()
    local function context(sort)
      local list = {}
      for row in set:kwic("[commitment*]", { sort = sort }):rows() do
        list[#list + 1] = (row.left:match "%w+%W*$" or ""):lower() .. "|" .. (row.right:match "%w+" or ""):lower()
      end
      return list
    end
    assert.same({ "said. |follows", "our |he", "no |is", "the |of", "a |the", "ironclad |they" }, context { 1, -1 })
    assert.same({ "a |the", "ironclad |they", "no |is", "our |he", "said. |follows", "the |of" }, context(-1))
  end)

  it("that is faulty shows where", function ()
    local function wrong(pattern, message)
      local ok, text = pcall(set.kwic, set, pattern)
      assert.is_false(ok)
      assert.is_truthy(text:find(message, 1, true), text)
    end
    wrong("[a", "at byte 1: a bracket that is not closed")
    wrong("[a b]", "at byte 4: between words in brackets stands |")
    wrong("[]", "at least one word must be there")
    wrong("[a]{3,1}", "at byte 4: {m,n} says at least m and at most n times")
    wrong('["South Korea"]', "at byte 2: brackets stand for one word")
    wrong("[a]?", "at least one word must be there")
    wrong("[]{200} [a]{100}", "at byte 1: a pattern covers at most 256 words")
  end)
end)

describe("a word of a pattern", function ()
  local set

  setup(function ()
    set = keep.set { id = "one", text = "Talks\n\nThe No. 2 diplomat met the allies' aides on Jan. 15. The ally's view "
      .. "was that cost-sharing, at 28,500 a head, is no. The handle @state is there." }
  end)

  teardown(function () set:close() end)

  it("is cut as texts are, with what stands beside it", function ()
    assert.same({ { "No. 2" }, { "No. 2" }, {} }, { matches(set, '"no. 2" within sentence'),
      matches(set, '"No. 2"', { case = true }), matches(set, '"NO. 2"', { case = true }) })
    assert.same({ { "No." }, { "no" } }, { matches(set, "[no.]"), matches(set, "[no]") })
  end)

  it("is that without marks around it", function ()
    assert.same({ { "allies" }, { "allies" } }, { matches(set, "[allies']"), matches(set, "[allies,]") })
    assert.error_matches(function () set:kwic "[--]" end, "at byte 2: no word in it")
  end)

  it("may be 's alone, as lists of words have it", function ()
    assert.same({ { "'s" }, { "'s view" }, { "ally's" } }, { matches(set, "'s"), matches(set, "\"'s view\""),
      matches(set, "\"ally 's\"") })
    assert.same({ 1, 1, 0 }, { set:count({ term = "'s" })[1].count, set:count({ term = "ally 's" })[1].count,
      set:count({ term = "s" })[1].count })
  end)

  it("with a wildcard is one word where the text would have one", function ()
    assert.same({ { "cost-sharing" }, { "28,500" } }, { matches(set, '"cost-shar*" within sentence'),
      matches(set, "[28*]") })
    assert.same({ "cost-sharing" }, matches(set, "cost-shar*", { case = true }))
    assert.error_matches(function () set:kwic "[cost-shar*]" end, "at byte 2: brackets stand for one word")
  end)

  it("may be a handle, in quotes", function ()
    assert.same({ "@state" }, matches(set, '["@state"]'))
    assert.error_matches(function () set:kwic "[@state]" end, "names of sides, persons and bodies stand outside")
  end)
end)

describe("@ in a pattern", function ()
  local set

  setup(function ()
    set = assert(alliance.open())
    set:add { { id = "one", published = "2024-05-02", text = "Talks\n\nSouth Korea and the United States met in "
      .. "Washington. Defense Minister Shin Won-sik said South Korea's pledge stands. Shin later met U.S. officials." },
      { id = "two", published = "2024-05-03", text = "More talks\n\nJapan was told by Seoul and Busan of the ROK "
        .. "plan. NATO asked the North Atlantic Treaty Organization." } }
  end)

  teardown(function () set:close() end)

  it("stands for every name of a side", function ()
    assert.same({ "South Korea", "South Korea", "Seoul", "ROK" }, matches(set, "@KR"))
    assert.same({ "Japan" }, matches(set, "@JP"))
  end)

  it("stands for a person by any spelling", function ()
    assert.same({ "Shin Won-sik", "Shin" }, matches(set, '@"Shin Won-sik"'))
  end)

  it("stands for a body by what the lexicon knows of it", function ()
    assert.same({ "NATO", "North Atlantic Treaty Organization" }, matches(set, "@NATO"))
  end)

  it("is one step of a pattern, whatever words it has", function ()
    assert.same({ "South Korea and the United States" }, matches(set, "@KR [and] [the] @US"))
    assert.same({ "Shin Won-sik said South Korea" }, matches(set, '@"Shin Won-sik" [said] @KR'))
    assert.same({}, matches(set, "@KR [korea]"))
  end)

  it("finds nothing for a name that nothing bears", function ()
    assert.same({}, matches(set, '@"Nobody At All"'))
  end)
end)

-- -- an evaluator without any cleverness ------------------------------------------------------------------

-- Does a word meet a test {words = {…}, negated=}? nil words: any word does.
local function meets(word, test)
  if not test.words then return true end
  for _, w in ipairs(test.words) do
    local pattern = "^" .. w:gsub("%p", "%%%0"):gsub("%%%*", ".*"):gsub("%%%?", ".") .. "$"
    if word:find(pattern) then return not test.negated end
  end
  return test.negated or false
end

-- The ends of all ways to meet tests[k …] from place i on.
local function ends(words, i, last, tests, k, found)
  local test = tests[k]
  if not test then
    found[i] = true
    return
  end
  if test.least == 0 then ends(words, i, last, tests, k + 1, found) end
  for times = 1, test.most do
    if i + times - 1 > last or not meets(words[i + times - 1], test) then return end
    if times >= test.least then ends(words, i + times, last, tests, k + 1, found) end
  end
end

local function naive(words, runs, tests)
  local list = {}
  for _, run in ipairs(runs) do
    local i = run[1]
    while i <= run[2] do
      local found, least = {}, nil
      ends(words, i, run[2], tests, 1, found)
      for at in pairs(found) do if at > i and (not least or at < least) then least = at end end
      if least then list[#list + 1] = i .. "-" .. least - 1 end
      i = least or i + 1
    end
  end
  return list
end

local function text_of(tests)
  local parts = {}
  for i, t in ipairs(tests) do
    parts[i] = ("[%s%s]{%d,%d}"):format(t.negated and "!" or "", t.words and table.concat(t.words, "|") or "", t.least,
      t.most)
  end
  return table.concat(parts, " ")
end

describe("patterns over small sets by chance", function ()
  local vocabulary = { "ash", "ask", "Ash", "bay", "BAY", "cob", "oak" }
  local values = { "ash", "ask", "bay", "c*", "a?h", "*k", "zzz" }

  local function article(id)
    local sentences = {}
    for i = 1, math.random(6) do
      local words = {}
      for k = 1, math.random(8) do words[k] = vocabulary[math.random(#vocabulary)] end
      words[#words] = words[#words] .. "."
      sentences[i] = table.concat(words, math.random(4) == 1 and ", " or " ")
    end
    local between = math.random(3) == 1 and "\n\nSo they said " or " "
    return { text = "Head line\n\nOne two three ash. " .. table.concat(sentences, between), id = id }
  end

  local function random_tests()
    local tests = {}
    for i = 1, math.random(4) do
      local words = {}
      for k = 1, math.random(2) do words[k] = values[math.random(#values)] end
      local least = math.random(0, 2)
      tests[i] = { words = math.random(4) > 1 and words or nil, negated = math.random(5) == 1, least = least,
        most = math.max(1, least + math.random(0, 2)) }
      if not tests[i].words then tests[i].negated = false end
    end
    tests[#tests + 1] = { words = { values[math.random(#values)] }, least = 1, most = 1 }
    return tests
  end

  -- {{first, last}, …}: places (from 1) of the body, cut at sentences where that is asked for.
  local function runs_of(row, within)
    local runs = {}
    for _, run in ipairs(row.body or {}) do
      local from, to = run:match "(%d+) (%d+)"
      if not within then runs[#runs + 1] = { from + 1, tonumber(to) } end
      for _, sentence in ipairs(within and row.sentences or {}) do
        local first, last = sentence:match "(%d+) (%d+)"
        first, last = math.max(first + 0, from + 0), math.min(last + 0, to + 0)
        if first < last then runs[#runs + 1] = { first + 1, last } end
      end
    end
    return runs
  end

  it("find what an evaluator finds that tries every place", function ()
    math.randomseed(11)
    local hits = 0
    for round = 1, 12 do
      local set <close> = assert(alliance.open())
      for i = 1, 12 do keep.put(set, article("a" .. i)) end
      local shown = frames.of(core.probe.stream(keep.store(set), "articles", "", { kind = "all" }), {})
      for _ = 1, 12 do
        local tests, within = random_tests(), math.random(2) == 1
        local pattern = text_of(tests) .. (within and " within sentence" or "")
        local found = {}
        for row in set:kwic(pattern):rows() do found[row.id] = found[row.id] or {}; table.insert(found[row.id], row) end
        for row in shown:rows() do
          local id = set:sql("SELECT id FROM article WHERE n = ?", row.n)[1].id
          local mine, expected = {}, naive(row.folded, runs_of(row, within), tests)
          for i, hit in ipairs(found[id] or {}) do
            local first, last
            for place, span in ipairs(row.spans) do
              local from, to = span:match "(%d+) (%d+)"
              if from + 1 == hit.first then first = place end
              if tonumber(to) == hit.last then last = place end
            end
            mine[i] = first .. "-" .. last
          end
          hits = hits + #expected
          assert.same(expected, mine, ("%s in %q (round %d)"):format(pattern, row.text, round))
        end
      end
    end
    assert.is_true(hits > 1000)
  end)
end)
