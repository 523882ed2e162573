--- The calendar: brings the events of the days that have changed in step with their reports.
--
-- Reports look for their event within `reach` days. So what has changed on a day concerns the events that have a report
-- within one reach of it; those are known when all reports within another reach of theirs are; the rest of the set is
-- not looked at. Where an event goes on past that, more days are loaded.
local days = require "alliance.join.days"
local events = require "alliance.join.events"
local plans = require "alliance.join.plans"
local reports = require "alliance.join.reports"
local rows = require "alliance.rows"

local M = {}

local REACH = events.reach + 1
local MOST = 400 -- days that are joined at a time

-- Runs of days, {from, to}, for which no report is loaded twice, or which are long enough.
local function runs_of(blocks)
  local numbers, runs = {}, {}
  for _, block in ipairs(blocks) do numbers[#numbers + 1] = days.number(block) end
  table.sort(numbers)
  for _, day in ipairs(numbers) do
    local last = runs[#runs]
    if last and day - last[2] <= 6 * REACH and day - last[1] < MOST then last[2] = day
    else runs[#runs + 1] = { day, day } end
  end
  return runs
end

local function concerns(event, from, to)
  local least, most, does
  for _, report in ipairs(event.reports) do
    least, most = math.min(least or report.at, report.at), math.max(most or report.at, report.at)
    does = does or (report.at >= from and report.at <= to)
  end
  return does, least, most
end

-- The events of the days from `from` to `to`, and those that they concern.
local function load_run(store, from, to, clocks)
  local wide_from, wide_to = from - 3 * REACH, to + 3 * REACH
  while true do
    local all = events.join(reports.load(store, days.text(wide_from), days.text(wide_to), clocks), clocks.hours)
    local concerned, least, most = {}, from, to
    for _, event in ipairs(all) do
      local does, first, last = concerns(event, from - REACH, to + REACH)
      if does then
        concerned[#concerned + 1] = event
        least, most = math.min(least, first), math.max(most, last)
      end
    end
    if least - REACH >= wide_from and most + REACH <= wide_to then return all, concerned end
    wide_from, wide_to = math.min(wide_from, least - 2 * REACH), math.max(wide_to, most + 2 * REACH)
  end
end

local OLD = [[
SELECT event FROM event WHERE day BETWEEN ? AND ? UNION SELECT event FROM consultation WHERE event IS NOT NULL AND
day BETWEEN ? AND ?]]

local function drop_old(store, all, first, between, last)
  local kept, dead = {}, {}
  rows.write(store, "consultation_uncounted", { first, last })
  for _, event in ipairs(all) do kept[event.event] = true end
  for _, row in ipairs(rows.select(store, OLD, first, last, between, last)) do
    if not kept[row.event] then dead[#dead + 1] = row.event end
  end
  rows.write(store, "event_dead", dead)
end

local function day_text(number) return number and days.text(number) or nil end

-- Appends the values of an event's row.
local function add_event(told, e)
  local n = told.n
  told[n + 1], told[n + 2], told[n + 3], told[n + 4], told[n + 5] = e.event, e.kind, e.cameo, e.status, e.date
  told[n + 6], told[n + 7], told[n + 8], told[n + 9] = day_text(e.lo), day_text(e.hi), e.place, e.host
  told[n + 10], told[n + 11] = table.concat(e.participants, "; "), table.concat(e.sides, "; ")
  told[n + 12], told[n + 13], told[n + 14], told[n + 15] = e.name, e.ordinal, e.duration, e.day
  told[n + 16] = #e.differs > 0 and table.concat(e.differs, "; ") or nil
  told.n = n + 16
end

local function put(store, list)
  local of, told = { n = 0 }, { n = 0 }
  for _, e in ipairs(list) do
    for _, report in ipairs(e.reports) do
      if report.event ~= e.event then
        of[of.n + 1], of[of.n + 2], of[of.n + 3], of.n = report.n, report.i, e.event, of.n + 3
      end
    end
    add_event(told, e)
  end
  rows.write(store, "consultation_event", of)
  rows.write(store, "event_put", told)
end

local function join_undated(store, clocks)
  local all = events.join(reports.load(store, "", "", clocks), clocks.hours)
  drop_old(store, all, "", "", "")
  put(store, all)
end

local UNSETTLED = "SELECT block FROM unsettled WHERE what = 'consultation' ORDER BY block"

--- Joins what concerns the days that wait; "" stands for reports of no day.
-- @param store in a transaction
-- @tparam string what "consultation"
-- @tparam lexicon lexicon
-- @tparam function collect called where what was made may be let go
function M.all(store, what, lexicon, collect)
  local clocks, blocks, done = reports.clocks(lexicon), {}, { n = 0 }
  for _, row in ipairs(rows.select(store, UNSETTLED)) do
    blocks[#blocks + 1] = row.block
    done[done.n + 1], done[done.n + 2], done.n = what, row.block, done.n + 2
    if row.block == "" then join_undated(store, clocks) end
  end
  local runs = runs_of(blocks)
  for _, run in ipairs(runs) do
    local all, concerned = load_run(store, run[1], run[2], clocks)
    drop_old(store, all, days.text(run[1] - 2 * REACH), days.text(run[1] - REACH), days.text(run[2] + REACH))
    put(store, concerned)
    collect()
  end
  local seen = plans.seen()
  for _, run in ipairs(runs) do seen = plans.link(store, run[1] - 2 * REACH, run[2] + 2 * REACH, seen) end
  rows.write(store, "settled", done)
end

return M
