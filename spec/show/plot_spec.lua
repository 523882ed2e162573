--- Charts: which one suits, what it says, and that nothing in it overlaps.
local frame = require "alliance.show.frame"
local svg = require "spec.show.svg_helper"

local function plot(columns, rows, made, options) return frame.new(columns, rows, made):plot(options) end

-- Texts, and the numbers of a kind of node with an attribute.
local function says(drawing, text)
  for _, each in ipairs(svg.texts(drawing)) do if each == text then return true end end
  return false
end

local function count(drawing, name, attribute, value)
  local n = 0
  for _, node in ipairs(svg.all(svg.parse(drawing), name)) do
    if not attribute or node.at[attribute] == value then n = n + 1 end
  end
  return n
end

local function titles(drawing)
  local list = {}
  for _, node in ipairs(svg.all(svg.parse(drawing), "title")) do list[#list + 1] = node.text end
  return table.concat(list, "\n")
end

local HOSTILE = '</title><script>alert(1)</script>&"\'\0\27[31m\u{202E}\xff\u{FFFF}'
local words = { "deterrence", "한미동맹", "extended deterrence strategy and consultation group", "北朝鮮のミサイル", HOSTILE }

local function name(i) return ("%s %d"):format(words[i % #words + 1], i) end

local function day(i) return ("2024-%02d-%02d"):format(i * 7 % 12 + 1, i * 5 % 28 + 1) end

-- For each kind of chart a frame with n items.
local sample = {}

function sample.series(n)
  local rows = {}
  for i = 1, n do
    for q = 1, 6 do
      rows[#rows + 1] = { ("%d-Q%d"):format(2023 + q // 5, (q - 1) % 4 + 1), name(i), i * q * 37 % 101 }
    end
  end
  return { "quarter", "speaker", "count" }, rows
end

function sample.bars(n)
  local rows = {}
  for i = 1, n do rows[i] = { name(i), i * 7919 % 1000 } end
  return { "term", "count" }, rows
end

function sample.keyness(n)
  local rows = {}
  for i = 1, n do rows[i] = { name(i), i, i, (i * 7919 % 2000 - 900) / 7 } end
  return { "word", "count", "reference", "g2" }, rows
end

function sample.collocates(n)
  local rows = {}
  for i = 1, n do rows[i] = { name(i), i * 31 % 97 + 1, 3.5, i * 7919 % 100 / 9 } end
  return { "word", "count", "expected", "logdice" }, rows
end

function sample.dispersion(n)
  local rows = {}
  for i = 1, n do
    for k = 1, i % 4 + 1 do
      rows[#rows + 1] = { "id" .. i, day(i), name(i), "word", (i * 7919 + k * 997) % 5000 + 1 }
    end
  end
  return { "id", "published", "source", "match", "first" }, rows
end

function sample.network(n)
  local rows, nodes = {}, n // 3 + 2
  for i = 1, n do rows[i] = { name(i * 7 % nodes), name(i * i % nodes), i % 40 + 1 } end
  return { "a", "b", "count" }, rows
end

function sample.timeline(n)
  local rows = {}
  for i = 1, n do
    rows[i] = { day(i), name(i), { "Kim Seon-ho", name(i + 1) }, i % 2 == 0 and "held" or "called-off", i % 5 + 1 }
  end
  return { "date", "what", "who", "status", "reports" }, rows
end

function sample.tenures(n)
  local rows = {}
  for i = 1, n do
    rows[i] = { name(i), name(i % 9), i % 2 == 0 and "KR" or "US", ("%d-%02d"):format(1950 + i % 70, i % 12 + 1),
      i % 5 > 0 and ("%d-06-30"):format(1952 + i % 70) or nil }
  end
  return { "person", "office", "side", "from", "to" }, rows
end

local made = { query = "count \"alliance\"", selection = 'source="AP"', articles = 12345, first_day = "2023-01-02",
  last_day = "2024-12-30", left_out = 2, fingerprint = "f1" }

for kind, make in pairs(sample) do
  describe("a chart of kind " .. kind, function ()
    for _, n in ipairs { 3, 30, 300 } do
      it(("overlaps no labels and stays in its picture with %d items, wide or narrow"):format(n), function ()
        local f = frame.new(make(n))
        for _, width in ipairs { 400, 800, 1200 } do
          local drawing = f:plot { width = width, limit = 300 }
          assert.same({}, svg.clashes(drawing))
          assert.equal(tostring(width), svg.parse(drawing).at.width)
        end
      end)
    end

    it("is chosen by its columns, and by its name", function ()
      local f = frame.new(make(3))
      assert.equal(f:plot(), f:plot { kind = kind })
    end)

    it("says that there are no rows", function ()
      local columns = make(1)
      assert.is_true(says(plot(columns, {}), "no rows"))
    end)

    it("gives the same picture again", function () assert.equal(plot(make(30)), plot(make(30))) end)

    it("shows hostile text, and obeys none of it", function ()
      local columns, rows = make(5)
      local drawing = plot(columns, rows, { query = HOSTILE, selection = HOSTILE })
      assert.is_nil(drawing:find "<script")
      assert.is_nil(drawing:find "\u{202E}")
      assert.is_truthy(titles(drawing):find("</title><script>alert(1)</script>&\"'␀␛[31m��", 1, true))
    end)
  end)
end

describe("a chart", function ()
  local columns, rows = { "month", "count" }, { { "2024-01", 3 }, { "2024-02", 5 } }

  it("says the question, the selection, how many articles and which days", function ()
    assert.same({ 'count "alliance"', 'count by month; where source="AP"; 12,345 articles; 2023-01-02 to 2024-12-30' },
      { table.unpack(svg.texts(plot(columns, rows, made)), 1, 2) })
    assert.is_true(says(plot(columns, rows, made), "2 undated articles left out"))
  end)

  it("takes the days from the rows where what made it says none, and another title on request", function ()
    assert.same({ "count by month", "2024-01 to 2024-02" }, { table.unpack(svg.texts(plot(columns, rows)), 1, 2) })
    assert.equal("Winter", svg.texts(plot(columns, rows, nil, { title = "Winter" }))[1])
  end)

  it("is named and told for who cannot see it, and carries what made it", function ()
    local root = svg.parse(plot(columns, rows, made))
    assert.same({ "img", "title", "desc", "metadata" }, { root.at.role, root[1].name, root[2].name, root[3].name })
    assert.equal(root[1].at.id .. " " .. root[2].at.id, root.at["aria-labelledby"])
    assert.is_truthy(root[2].text:find("Highest: 2024-02: 5 count", 1, true))
    assert.is_truthy(root[3].text:find('"fingerprint":"f1"', 1, true))
  end)

  it("is written to a path, whole or not at all", function ()
    local path = os.tmpname()
    local f = frame.new(columns, rows)
    assert.equal(path, f:plot(path))
    local file <close> = assert(io.open(path, "rb"))
    assert.equal(f:plot(), file:read "a")
    os.remove(path)
    assert.same({ nil, "/nowhere/x.svg could not be written: No such file or directory" }, { f:plot "/nowhere/x.svg" })
  end)

  it("draws a group, and does not count its frames as a column", function ()
    local f = frame.new({ "id", "side" }, { { "x", "KR" }, { "y", "US" }, { "z", "KR" } }):group "side"
    assert.same({ "count by side", "0", "1", "2", "KR", "2", "US", "1" }, svg.texts(f:plot()))
  end)
end)

describe("a chart of a group of numbers", function ()
  it("takes the numbers for names", function ()
    local f = frame.new({ "id", "words" }, { { "x", 120 }, { "y", 80 }, { "z", 120 } }):group "words"
    assert.same({ "count by words", "0", "1", "2", "120", "2", "80", "1" }, svg.texts(f:plot()))
  end)
end)

describe("a frame that no chart suits", function ()
  local f = frame.new({ "id", "headline" }, { { "x", "y" } })

  it("is told which columns would", function ()
    local ok, message = pcall(f.plot, f)
    assert.is_false(ok)
    assert.is_truthy(message:find("frame:plot: no chart suits the columns id, headline. These do:", 1, true))
    for kind in pairs(sample) do assert.is_truthy(message:find("\n  " .. kind .. " ", 1, true), kind) end
    assert.is_truthy(message:find('f:group "column"', 1, true))
  end)

  it("is told what the chart that was asked for wants", function ()
    assert.error_matches(function () f:plot { kind = "network" } end,
      "frame:plot: kind 'network' wants a, b and count; this frame has: id, headline")
  end)
end)

describe("the options of a chart", function ()
  local f = frame.new({ "term", "count" }, { { "a", 1 } })
  local function refuses(message, options) assert.error_matches(function () f:plot(options) end, message) end

  it("are refused where they are unknown or wrong", function ()
    refuses("no option 'colour'; there are: events, kind, label, limit, order, title, value, width", { colour = 1 })
    refuses("option 'kind' should be one of network, .*bars, not 'pie'", { kind = "pie" })
    refuses("option 'width' should be a whole number from 400 to 4000, not 100", { width = 100 })
    refuses("option 'limit' should be a whole number from 1 to 10000, not 0", { limit = 0 })
    refuses("option 'title' should be a string, not a number", { title = 7 })
    refuses("option 'order' should be 'value' or 'frame', not 'size'", { order = "size" })
    refuses("option 'value': no column 'pmw'; there are: term, count", { value = "pmw" })
  end)

  it("name a picture that is not SVG as such", function ()
    assert.error_matches(function () f:plot "chart.png" end,
      "frame:plot: charts are SVG, so the path should end in .svg, not be 'chart.png'")
  end)
end)

describe("a time series", function ()
  local function months(...)
    local rows = {}
    for i, each in ipairs { ... } do rows[i] = { ("2024-%02d"):format(i), each[1], each[2] } end
    return plot({ "month", "count", "of_articles" }, rows)
  end

  -- How many lines, and how many points they join.
  local function paths(drawing)
    local list = {}
    for _, node in ipairs(svg.all(svg.parse(drawing), "path")) do
      list[#list + 1] = select(2, node.at.d:gsub("[ML]", ""))
    end
    return list
  end

  it("is open where there are no articles, and grey there", function ()
    local drawing = months({ 1, 9 }, { 2, 9 }, { 0, 0 }, { 4, 9 }, { 5, 9 }, { 3, 9 })
    assert.same({ 2, 3 }, paths(drawing))
    assert.is_truthy(titles(drawing):find("2024-03: no articles", 1, true))
    assert.is_true(says(drawing, "grey: no articles"))
  end)

  it("goes down to zero where articles hold no hit", function ()
    local drawing = months({ 1, 9 }, { 0, 9 }, { 2, 9 })
    assert.same({ 3 }, paths(drawing))
    assert.is_truthy(titles(drawing):find("2024-02: 0 count", 1, true))
    assert.is_false(says(drawing, "grey: no articles"))
  end)

  it("is open where a period is missing, or its value is none", function ()
    local rows = { { 2020, 1.5 }, { 2021, 2.5 }, { 2023, 4.5 }, { 2024, 0 / 0 }, { 2025, 3.5 }, { 2026, 3.5 } }
    assert.same({ 2, 2 }, paths(plot({ "year", "value" }, rows)))
  end)

  it("marks a value between two gaps", function ()
    assert.equal(1, count(months({ 0, 0 }, { 2, 9 }, { 0, 0 }), "circle"))
  end)

  it("prefers shares to counts, and takes another column on request", function ()
    local f = frame.new({ "month", "count", "per_million" }, { { "2024-01", 3, 1234.5 } })
    assert.equal("per million words by month", svg.texts(f:plot())[1])
    assert.equal("count by month", svg.texts(f:plot { value = "count" })[1])
  end)

  it("draws a line for each value of the other columns, seven of them in colour", function ()
    local drawing = plot(sample.series(9))
    assert.equal(7, count(drawing, "path", "stroke-width", "2"))
    assert.is_true(says(drawing, "2 more lines, with smaller sums, are pale"))
  end)

  it("leaves out rows without a day, and says so", function ()
    local drawing = plot({ "month", "count" }, { { "2024-01", 1 }, { nil, 5 }, { "2024-02", 2 } })
    assert.is_true(says(drawing, "1 row without a day left out"))
  end)

  it("marks events: tables, lists, and rows of a frame", function ()
    local f = frame.new({ "month", "count" }, { { "2024-11", 1 }, { "2024-12", 2 } })
    local events = { { date = "2024-12-03", label = "martial law" }, { "2024-11-05", "election" }, { date = "2025" } }
    local drawing = f:plot { events = events }
    assert.is_true(says(drawing, "martial law") and says(drawing, "election"))
    assert.is_true(says(drawing, "1 event lies outside of these days, or has none"))
    assert.is_true(says(f:plot { events = frame.new({ "date", "what" }, { { "2024-12-14", "vote" } }) }, "vote"))
  end)

  it("labels events where there is room, and says how many have none", function ()
    local events = {}
    for i = 1, 300 do events[i] = { ("2024-%02d-%02d"):format(i % 12 + 1, i % 28 + 1), name(i) } end
    local rows = {}
    for i = 1, 12 do rows[i] = { ("2024-%02d"):format(i), i } end
    local drawing = plot({ "month", "count" }, rows, nil, { events = events })
    assert.same({}, svg.clashes(drawing))
    assert.is_truthy(table.concat(svg.texts(drawing), "\n"):find "%d+ events have no room for their labels")
  end)
end)

describe("bars", function ()
  local f = frame.new({ "person", "mentions", "articles" }, { { "Kim", 3, 2 }, { nil, 9, 1 }, { "Lee", 5, 5 } })

  it("stand with the longest first, or as the frame has them", function ()
    local function bars(options) return { table.unpack(svg.texts(f:plot(options)), 7, 12) } end
    assert.same({ "(none)", "9", "Lee", "5", "Kim", "3" }, bars {})
    assert.same({ "Kim", "3", "(none)", "9", "Lee", "5" }, bars { order = "frame" })
  end)

  it("take other columns on request", function ()
    assert.equal("articles by person", svg.texts(f:plot { value = "articles" })[1])
    assert.equal("mentions by articles", svg.texts(f:plot { label = "articles" })[1])
  end)

  it("are as many as the limit allows; the rest is counted", function ()
    local drawing = plot(sample.bars(300))
    assert.equal(40, count(drawing, "rect", "height", "14"))
    assert.is_true(says(drawing, "the first 40 of 300; limit= shows more"))
  end)

  it("stand together for the values of the other column of a count", function ()
    local drawing = plot({ "side", "source", "count", "of_articles" },
      { { "KR", "AP", 3, 9 }, { "KR", "Yonhap", 4, 9 }, { "US", "AP", 1, 9 } })
    assert.same({ "count by side and source", "AP", "Yonhap" }, { table.unpack(svg.texts(drawing), 1, 3) })
  end)

  it("are named by all columns of a count by three, and show shares where there are some", function ()
    local drawing = plot({ "side", "source", "kind", "count", "of_articles", "per_million" },
      { { "KR", "AP", "call", 3, 9, 12.5 } })
    assert.equal("per million words by side, source, kind", svg.texts(drawing)[1])
    assert.is_true(says(drawing, "KR · AP · call") and says(drawing, "12.5"))
  end)

  it("show how evenly words are spread, where that is what was asked", function ()
    assert.equal("dp by word", svg.texts(plot({ "word", "count", "of_articles", "dp" }, { { "a", 5, 9, 0.25 } }))[1])
  end)

  it("are not made of items, which have an id", function ()
    assert.error_matches(function () plot({ "id", "score" }, { { "x", 1 } }) end, "no chart suits")
  end)

  it("do not stumble over numbers that are none or huge", function ()
    local drawing = plot({ "term", "count" }, { { "a", 0 / 0 }, { "b", 1 / 0 }, { "c", 1e300 }, { "d", -5 } })
    assert.is_true(says(drawing, "1e+300"))
    assert.same({}, svg.clashes(drawing))
  end)
end)

describe("a keyness chart", function ()
  local f = frame.new({ "word", "count", "reference", "g2", "log_ratio" },
    { { "ally", 9, 1, 30.5, 2 }, { "same", 5, 5, 0, 0 }, { "tariff", 1, 9, -12.25, -3 } })

  it("has what is rarer here to the left of zero, and its name to the right", function ()
    local drawing = svg.parse(f:plot())
    local bars, at = {}, {}
    for _, node in ipairs(svg.all(drawing, "rect")) do
      if node.at.height == "14" then bars[#bars + 1] = node.at end
    end
    for _, node in ipairs(svg.all(drawing, "text")) do at[node.text] = tonumber(node.at.x) end
    local zero = tonumber(bars[1].x)
    assert.equal(2, #bars)
    assert.near(zero, bars[2].x + bars[2].width, 0.02)
    assert.is_true(at.ally < zero and zero < at.tariff)
  end)

  it("draws another measure on request", function ()
    assert.is_true(says(f:plot { value = "log_ratio" }, "−3"))
  end)

  it("keeps the strongest of both sides", function ()
    local drawing = plot(sample.keyness(300))
    assert.equal(40, count(drawing, "rect", "height", "14"))
    assert.equal(20, count(drawing, "rect", "fill", "#D55E00"))
  end)
end)

describe("a dispersion chart", function ()
  local columns, rows = { "id", "published", "match", "first" },
    { { "b", "2024-02-01", "x", 50 }, { "a", "2024-01-01", "x", 10 }, { "a", "2024-01-01", "x", 100 } }

  it("has a line an article, by day, and a mark a match, in bytes", function ()
    local drawing = plot(columns, rows)
    assert.equal(3, count(drawing, "line", "stroke-width", "1.5"))
    assert.is_true(says(drawing, "position in the text, in bytes"))
    assert.is_truthy(titles(drawing):find "2024%-01%-01 a.*2024%-02%-01 b")
  end)

  it("is true to the length of each article where that is known", function ()
    local function article(id) return { length = id == "a" and 200 or 50, headline = "Head of " .. id } end
    local drawing = plot(columns, rows, { article = article })
    local marks = {}
    for _, node in ipairs(svg.all(svg.parse(drawing), "line")) do
      if node.at["stroke-width"] == "1.5" then marks[#marks + 1] = tonumber(node.at.x1) end
    end
    assert.near(marks[3] - marks[1], 2 * (marks[3] - marks[2]) * 0.95, 0.1)
    assert.is_true(says(drawing, "2024-01-01 Head of a") and says(drawing, "100%"))
  end)
end)

describe("a network", function ()
  it("draws the strongest nodes, and says how many there are", function ()
    local drawing = plot(sample.network(300))
    assert.equal(40, count(drawing, "circle"))
    assert.is_truthy(table.concat(svg.texts(drawing), "\n"):find "the strongest 40 of 102 nodes, and %d+ of 300 pairs")
  end)

  it("keeps loops and weights that are none out", function ()
    local drawing = plot({ "a", "b", "count" }, { { "x", "x", 5 }, { "x", "y", 2 }, { "y", "z", 0 / 0 } })
    assert.same({ 3, 1 }, { count(drawing, "circle"), count(drawing, "line") })
  end)

  it("is fast enough for 300 nodes", function ()
    local columns, rows = { "a", "b", "count" }, {}
    for i = 1, 600 do rows[i] = { "n" .. i % 300, "n" .. i * 7 % 300, i } end
    local started = os.clock()
    assert.equal(300, count(plot(columns, rows, nil, { limit = 300 }), "circle"))
    assert.is_true(os.clock() - started < 20)
  end)
end)

describe("a chart of tenures", function ()
  local drawing = plot({ "person", "office", "side", "from", "to", "status" }, {
    { "Kim Seon-ho", "Minister", "KR", "2024-12-05", nil, "acting" }, { "Kim Yong-hyun", "Minister", "KR", "2024-09-06",
      "2024-12-05" }, { "Nobody", "Minister", "KR" }, { "Austin", "Secretary", "US", "2021", "2025-01" } })

  it("names each post once, and who held it in the order of time", function ()
    local texts = table.concat(svg.texts(drawing), "\n")
    assert.is_truthy(texts:find("KR Minister\nKim Yong-hyun\nKim Seon-ho (acting)\nUS Secretary\nAustin", 1, true))
  end)

  it("fades where a beginning or an end is not known, and leaves out who has neither", function ()
    assert.equal(3, select(2, drawing:gsub('fill%-opacity="0', "")))
    assert.is_true(says(drawing, "fading: beginning or end not known"))
    assert.is_true(says(drawing, "1 row without a day left out"))
    assert.is_truthy(titles(drawing):find("Kim Seon-ho (acting), KR Minister: 2024-12-05 to ?", 1, true))
  end)
end)

describe("a timeline", function ()
  it("has a line a row, in the order of days, and a mark for what became of it", function ()
    local drawing = plot({ "date", "what", "status" },
      { { "2024-12-20", "call", "held" }, { "2024-03", "visit", "called-off" }, { "soon", "talks", "planned" } })
    local texts = table.concat(svg.texts(drawing), "\n")
    assert.is_truthy(texts:find "held\ncalled%-off\n.*2024%-03\nvisit\n2024%-12%-20\ncall\n")
    assert.is_true(says(drawing, "1 row without a day left out"))
  end)

  it("takes consultations as they are", function ()
    local drawing = plot({ "event", "date", "kind", "participants", "status", "reports" },
      { { "e1", "2024-12-20", "call", { "Kim", "Austin" }, "held", 3 } })
    assert.is_true(says(drawing, "call: Kim; Austin") and says(drawing, "(3 reports)"))
  end)

  it("keeps those with the most reports, and says so", function ()
    local drawing = plot(sample.timeline(300))
    assert.is_true(says(drawing, "60 of 300, those with the most reports; limit= shows more"))
    assert.is_false(says(drawing, "(4 reports)"))
  end)
end)
