--- Readouts side by side: what each side and each outlet says about one event, by topic.
local accounts = require "alliance.ask.accounts"
local frames = require "alliance.show.frame"
local page = require "alliance.show.readouts"
local selection = require "alliance.selection"
local sorted_keys = require "alliance.keys".sorted

local methods = selection.methods

local function key_of(event)
  if type(event) == "string" then return event end
  local ok, key = pcall(function () return event.event end)
  if ok and type(key) == "string" then return key end
  selection.complain(3, "set:readouts: argument 1 should be an event's key or a row with the column 'event', not %s",
    type(event) == "table" and "a row without it" or "a " .. type(event))
end

local function row_of(item, report, n)
  return { topic = item.topic or "other", side = item.joint and "both" or item.side, speaker = item.speaker,
    kind = item.kind, words = item.text, n = n, source = report.source or report.agency,
    published = report.published, id = report.id, event = report.event,
    first = item.first, last = item.last, rule = item.rule, key = item.key }
end

-- Topics in the order in which the first report comes to them; rows of one together, by article and place.
local function by_topic(rows)
  local place, topics = {}, {}
  for _, row in ipairs(rows) do
    if not place[row.topic] then
      topics[#topics + 1] = row.topic
      place[row.topic] = row.topic == "other" and math.huge or #topics
    end
  end
  for i, row in ipairs(rows) do row.at = i end
  table.sort(rows, function (a, b)
    if a.topic ~= b.topic then return place[a.topic] < place[b.topic] end
    return a.at < b.at
  end)
end

-- Which sides, and which outlets, speak of a topic: "both", "KR only", "all outlets", "Yonhap only".
local function said_by(rows)
  local sides, of = {}, {}
  for _, row in ipairs(rows) do
    if row.side then
      sides[row.topic] = sides[row.topic] or {}
      sides[row.topic][row.side] = true
    end
  end
  for topic, set in pairs(sides) do
    local list = sorted_keys(set)
    of[topic] = (#list > 1 or list[1] == "both") and "both" or list[1] .. " only"
  end
  for _, row in ipairs(rows) do row.said_by = of[row.topic] end
end

-- The same words in a copy of the story are told once; `reports` says in how many articles they stand.
local function once(rows)
  local kept, by_words = {}, {}
  for _, row in ipairs(rows) do
    local words = row.words:lower():gsub("[^%w\128-\255]+", " ")
    local same = by_words[words]
    if same then
      if not same.ids[row.id] then same.ids[row.id], same.row.reports = true, same.row.reports + 1 end
    else
      row.reports = 1
      by_words[words] = { row = row, ids = { [row.id] = true } }
      kept[#kept + 1] = row
    end
  end
  return kept
end

--- What each side and each outlet says about an event: quotations (direct, in part, indirect) and sentences with words
-- of assurance, in the sentences of its reports up to the next contact that the article comes to.
-- @param event the key of an event, or a row of consultations() or timeline()
-- @treturn[1] frame topic (lexicon/topics.lua; "other"), said_by ("both", "KR only"; nil: nobody of a known side), side
-- ("both": "the two sides"), speaker, kind (direct, fragment, indirect, assurance), words, n (the how-manieth statement
-- of its article), source (else the agency), published, reports (articles that have these words); by name also id,
-- event, first, last, rule, key; topics in the order of the first report; prints as a page
-- @return[2] nil, message, code
-- @raise where the argument is no event
function methods:readouts(event)
  local self_ = selection.inside(self, "readouts")
  local key, rows = key_of(event), {}
  local about = accounts.event(self_, key)
  if not about then selection.complain(2, "set:readouts: no event '%s' is told of here", key) end
  local how = accounts.how(self_.lexicon)
  for _, report in ipairs(accounts.reports(self_, key)) do
    for n, item in ipairs(accounts.statements(self_, report, how)) do
      rows[#rows + 1] = row_of(item, report, n)
    end
  end
  rows = once(rows)
  by_topic(rows)
  said_by(rows)
  local columns = { "topic", "said_by", "side", "speaker", "kind", "words", "n", "source", "published", "reports" }
  local all = table.move({ "id", "event", "first", "last", "rule", "key" }, 1, 6, #columns + 1,
    table.move(columns, 1, #columns, 1, {}))
  return frames.new(all, rows, selection.made(self_, "readouts " .. key), { columns = columns,
    page = function (frame) return page.of(about, frame) end })
end
