-- How well articles are dated that do not say their day. In: JSON lines with text and the true day (published).
-- Out: how many get a bracket of at most 400 days, how many of these hold the true day, how wide they are, and how
-- many get one day. Front matter, publication lines and datelines are cut first.
--   lua5.4 spec/tools/dating_score.lua [--wrong] [--rules] [FILE …]     --wrong: list the brackets that miss the day;
-- --rules: for each rule how many brackets it bounds, how many of these are right, how wide they are
local alliance = require "alliance"

local widest = 400 -- days

local function day_number(day)
  local year, month, date = day:match "^(%d%d%d%d)%-(%d%d)%-(%d%d)"
  return os.time { year = year, month = month, day = date, hour = 12 } // 86400
end

-- The blocks that tell the day, as spans of the input.
local function telltales(article)
  local spans = {}
  for _, block in ipairs(article.blocks) do
    if block.kind == "dateline" or block.reason == "metadata" then spans[#spans + 1] = block.raw end
  end
  table.sort(spans, function (a, b) return a[1] > b[1] end)
  return spans
end

-- Day, month and year before "(AFP)" or "--", where the layout saw no dateline.
local function without_dateline(text)
  local head, rest = text:sub(1, 400), text:sub(401)
  head = head:gsub(",? %u%l+%.? %d%d?,? ?%d*( %(%u%l*%u?%w*%))", "%1"):gsub(",? %u%l+%.? %d%d?( ?%-%-)", "%1")
  return head .. rest
end

local function stripped(text)
  local article = alliance.read(text)
  if not article then return nil end
  for _, span in ipairs(telltales(article)) do text = text:sub(1, span[1] - 1) .. text:sub(span[2] + 1) end
  return without_dateline(text)
end

local function new_tally()
  return { n = 0, bracketed = 0, right = 0, widths = {}, days = 0, days_right = 0, rules = {} }
end

-- Counts a bracket for every rule that bounds it, once.
local function count_rules(rules, evidence, width, right)
  local seen = {}
  for _, item in ipairs(evidence) do
    local rule = rules[item.rule] or { n = 0, right = 0, widths = {} }
    rules[item.rule] = rule
    if not seen[item.rule] then
      rule.n, rule.right = rule.n + 1, rule.right + (right and 1 or 0)
      rule.widths[#rule.widths + 1] = width
      seen[item.rule] = true
    end
  end
end

local function count_day(tally, published, truth)
  if not published then return end
  tally.days = tally.days + 1
  local off = day_number(truth) - day_number(published)
  if off >= 0 and off <= 1 then tally.days_right = tally.days_right + 1 end
end

-- Counts one article; true where its bracket misses the day.
local function count(tally, article, truth)
  local dating = article.dating
  tally.n = tally.n + 1
  count_day(tally, article.published, truth)
  if not (dating.earliest and dating.latest) then return false end
  local width = day_number(dating.latest) - day_number(dating.earliest) + 1
  if width > widest then return false end
  local right = dating.earliest <= truth and truth <= dating.latest
  tally.bracketed = tally.bracketed + 1
  tally.right = tally.right + (right and 1 or 0)
  tally.widths[#tally.widths + 1] = width
  count_rules(tally.rules, dating.evidence, width, right)
  return not right
end

local function explain(id, article, truth)
  local dating = article.dating
  print(("%s: %s is not in %s … %s"):format(id, truth, dating.earliest, dating.latest))
  for _, evidence in ipairs(dating.evidence) do
    print(("    %s (%s): %s"):format(evidence.bound, evidence.rule, evidence.says))
  end
  for _, conflict in ipairs(dating.conflicts) do print("    conflict: " .. conflict) end
end

local function report(name, tally)
  table.sort(tally.widths)
  local share = function (a, b) return b > 0 and ("%5.1f %%"):format(100 * a / b) or "    –" end
  print(("%-28s %5d  bracket %s  right %s  median width %s  one day %3d, right %s"):format(name, tally.n,
    share(tally.bracketed, tally.n), share(tally.right, tally.bracketed),
    tostring(tally.widths[(#tally.widths + 1) // 2] or "–"), tally.days, share(tally.days_right, tally.days)))
end

local function report_rules(rules)
  local names = {}
  for name in pairs(rules) do names[#names + 1] = name end
  table.sort(names, function (a, b) return rules[a].n > rules[b].n or rules[a].n == rules[b].n and a < b end)
  for _, name in ipairs(names) do
    local rule = rules[name]
    table.sort(rule.widths)
    print(("    %-36s %4d  right %4d  median width %d"):format(name, rule.n, rule.right,
      rule.widths[(#rule.widths + 1) // 2]))
  end
end

local function score(path, wrong, rules)
  local tally = new_tally()
  for _, about in alliance.lines(path) do
    local text = about and about.published and stripped(about.text)
    local article = text and alliance.read(text)
    if article then
      local truth = about.published:sub(1, 10)
      if count(tally, article, truth) and wrong then explain(about.id, article, truth) end
    end
  end
  report(path:match "[^/]+$", tally)
  if rules then report_rules(tally.rules) end
end

local wrong, rules, paths = false, false, {}
for _, word in ipairs(arg) do
  if word == "--wrong" then wrong = true
  elseif word == "--rules" then rules = true
  else paths[#paths + 1] = word end
end
if #paths == 0 then paths = { "../shared/data/raw.input.jsonl", "../shared/data/timex.input.jsonl" } end
for _, path in ipairs(paths) do score(path, wrong, rules) end
