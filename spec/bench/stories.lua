-- How long stories() takes as a set grows. In: numbers of articles (1000 10000 100000 without them). Out: a line each.
-- Of ten made articles six are fresh; two are copies (of one of the last thousand) that lost a paragraph, one is a
-- brief cut from one, one a round-up of four leads. Reading and noticing them takes most of the time; it is left out.
--   lua5.4 spec/bench/stories.lua [N …]
local alliance = require "alliance"
local generate = require "spec.bench.generate"

local RECENT, A_DAY = 1000, 50

local function paragraphs_of(text)
  local list = {}
  for paragraph in (text .. "\n\n"):gmatch "(.-)\n\n" do list[#list + 1] = paragraph end
  return list
end

local function day_of(n) return os.date("!%Y-%m-%d", 946684800 + n // A_DAY * 86400) end

-- Kinds of copies: paragraphs of an article (headline, byline, lead, …) -> a text.
local function copy(list) return table.concat(list, "\n\n", 1, #list - 2) end
local function brief(list) return list[1] .. "\n\n" .. list[3]:gsub("^.- %-%- ", "") end

local function round_up(recent, n)
  local items = { "News in brief" }
  for i = 1, 4 do items[i + 1] = recent[(n * 7 + i * 131) % #recent + 1][3]:gsub("^.- %-%- ", "") end
  return table.concat(items, "\n\n")
end

local function articles(n)
  local fresh, recent, i = generate.articles(1), {}, 0
  return function ()
    i = i + 1
    if i > n then return nil end
    local about = { id = ("a%d"):format(i), published = day_of(i), source = ("paper %d"):format(i % 97) }
    local of = recent[#recent > 0 and (i * 17) % #recent + 1 or 0]
    if of and i % 10 < 2 then about.text = copy(of)
    elseif of and i % 10 == 2 then about.text = brief(of)
    elseif of and i % 10 == 3 then about.text = round_up(recent, i)
    else
      about.text = fresh().text
      recent[i % RECENT + 1 > #recent and #recent + 1 or i % RECENT + 1] = paragraphs_of(about.text)
    end
    return about
  end
end

local function timed(job)
  local begun = os.clock()
  local result = job()
  return os.clock() - begun, result
end

-- Linux: the high-water mark of what was resident, in MB.
local function peak() return assert(io.open "/proc/self/status"):read "a":match "VmHWM:%s*(%d+)" // 1024 end

local function measure(n)
  local set <close> = assert(alliance.open())
  local store = require "alliance.selection".peek(set).store
  assert(store:begin())
  for about in articles(n) do assert(store:put(assert(alliance.read(about.text, about)))) end
  assert(store:commit())
  local before = peak()
  local seconds, rows = timed(function () return set:stories() end)
  local again = timed(function () return set:stories() end)
  print(("%7d articles  stories() %6.2f s, %3.0f µs each  asked again %5.2f s  %d stories, %d rows  +%d MB"):format(n,
    seconds, 1e6 * seconds / n, again, #rows:group "story", #rows, peak() - before))
end

local sizes = #arg > 0 and arg or { 1000, 10000, 100000 }
for _, n in ipairs(sizes) do measure(math.tointeger(tonumber(n))) end
