--- Adding: inputs -> articles -> the store, in batches, with a row about every one of them.
-- Reading comes before the transaction, so that the write lock is short. What goes wrong with one
-- article is a row; what goes wrong with the store ends the adding, and what was committed stays.
local article = require "alliance.article"
local core = require "alliance.core"
local inputs = require "alliance.inputs"
local lexicon = require "alliance.lexicon"

local M = {}

M.columns = { "path", "line", "what", "id", "count", "byte", "reason" }

local batch_articles = 256 -- a transaction
local batch_bytes = 2 << 20 -- of input, whichever comes first: in memory an article takes some forty times as much
local ahead_articles = 256 -- that threads read while a batch is written, so that neither waits for the other
local ahead_bytes = 2 << 20 -- of input
local most_refusals = 100000 -- rows about one input; a file of junk may have millions of lines
local bar_bytes = 1 << 20 -- shorter work shows no bar

-- What the store says about one article; anything else is about the store itself.
local about_article = { ELIMIT = true, EARG = true, EMPTY = true, EBINARY = true, EHTML = true, ESYNTAX = true }

local outcomes = { "added", "same", "version" }

-- -- arguments ------------------------------------------------------------------------------------

local argument_types = { published = "string", source = "string", url = "string", id = "string", vars = "table",
  progress = "function" }

local function check_about(about)
  if type(about) ~= "table" then
    error(("set:add: argument 2 (about) should be a table, not a %s"):format(type(about)), 0)
  end
  for name, value in pairs(about) do
    local wanted = argument_types[name]
    if not wanted then
      error(("set:add: about has no field '%s'; it has: id, progress, published, source, url, vars"):format(
        tostring(name)), 0)
    elseif type(value) ~= wanted then
      error(("set:add: about.%s should be a %s, not a %s"):format(name, wanted, type(value)), 0)
    end
  end
end

-- An id is one article's: for many it would make each a version of the one before.
local function check_id(about, list)
  if about.id and (#list ~= 1 or list[1].many) then
    error(("set:add: about.id names one article, but there are %d inputs"):format(#list), 0)
  end
end

-- -- progress -------------------------------------------------------------------------------------

local function total_bytes(list)
  local total = 0
  for _, input in ipairs(list) do
    if input.handle then return nil end
    total = total + (input.size or 0)
  end
  return total
end

local function draw_bar(done, total, count)
  local share = total and total > 0 and math.min(1, done / total) or 0
  local full = math.floor(share * 30)
  io.stderr:write(("\r[%s%s] %3d %%  %d articles "):format(("#"):rep(full), ("."):rep(30 - full),
    math.floor(share * 100), count))
end

-- Calls `about.progress` and draws the bar; says nothing new about the same number of bytes.
local function progress_of(job)
  local shows = (job.total or math.huge) > bar_bytes and core.isatty(io.stderr)
  return function (done)
    if job.about.progress then job.about.progress(done, job.total) end
    if shows then draw_bar(done, job.total, job.count) end
  end, function () if shows then io.stderr:write("\r\27[K") end end
end

-- -- batches --------------------------------------------------------------------------------------

local function refuse(input, line, id, byte, reason)
  if #input.refusals >= most_refusals then
    input.unlisted = input.unlisted + 1
    return
  end
  input.refusals[#input.refusals + 1] = { line = line or nil, what = "refused", id = id, count = 1, byte = byte,
    reason = reason }
end

local function settle(item)
  local input = item.input
  input.waiting = input.waiting - 1
  local id = item.id or item.article.id
  core.article_meta.__close(item.article) -- its memory is C's: the collector would be late
  if not item.what then return refuse(input, item.line, id, nil, item.reason) end
  input.counts[item.what] = (input.counts[item.what] or 0) + 1
  input.id = id
end

local function fail(job, message)
  job.store:rollback()
  job.writing = nil
  job.failure = message or "the store refused to write"
end

-- Puts one read article; false where the store failed, nil where it has undone the batch for this article's sake.
local function put(job, item)
  local what, id, code
  what, id, code = job.store:put(item.article, { path = item.input.path, vars = item.article.vars })
  if what then
    item.what, item.id = what, id
    return true
  end
  local message = id
  if code == "EINTR" then error("interrupted!", 0) end
  if not about_article[code] then
    fail(job, message)
    return false
  end
  if not job.store:writing() then return nil end
  item.what, item.reason = nil, message
  return true
end

-- `ok, message` of a step of the store; one that gives nothing back has gone well.
local function went_well(job, ok, message)
  if ok or message == nil then return true end
  fail(job, message)
  return false
end

-- The batch in one transaction: true, or why not, as `put` says.
local function write(job, whole)
  if not went_well(job, job.store:begin(whole)) then return false end
  for i, item in ipairs(job.batch) do
    job.writing = i
    local ok = put(job, item)
    if not ok then return ok end
  end
  if not went_well(job, job.store:commit()) then return false end
  job.writing = nil
  return true
end

-- Writes the batch. Until it is committed nothing of it counts as done. That one article cannot be put in half way is
-- rare: then all are put in again, in a transaction that can go back on one.
local function flush(job)
  if #job.batch == 0 or job.failure then return end
  local written = write(job, true)
  if written == nil then written = write(job, false) end
  if not written then return end
  local done = job.batch
  job.batch, job.bytes = {}, 0
  for _, item in ipairs(done) do settle(item) end
  job.count = job.count + #done
end

-- -- reading --------------------------------------------------------------------------------------

local function too_long(about)
  for _, name in ipairs { "id", "source", "url" } do
    local value = about[name]
    if value and #value > core.limits.name then
      return ("a %s of %d bytes; at most %d (ALN_NAME_MAX) are taken"):format(name, #value, core.limits.name)
    end
  end
end

-- What the article says itself counts before what was said about all of them.
local function complete(job, about)
  for _, name in ipairs { "id", "published", "source", "url" } do about[name] = about[name] or job.about[name] end
  about.lexicon = job.lexicon
  for name, value in pairs(job.about.vars or {}) do
    if about.vars[name] == nil then about.vars[name] = value end
  end
  return about
end

-- An article that was read, or why it was not.
local function arrive(job, item, read, message, _, byte)
  local about = item.about
  item.about = nil
  if not read then
    item.input.waiting = item.input.waiting - 1
    return refuse(item.input, item.line, about.id, byte, message)
  end
  item.article = article.know(read, about)
  job.batch[#job.batch + 1] = item
  job.bytes = job.bytes + item.bytes
  if #job.batch >= batch_articles or job.bytes >= batch_bytes then flush(job) end
end

-- The oldest article that the threads have; false where they have none.
local function receive(job)
  if job.first > job.last then return false end
  local function taken(item, ...)
    if item == false then return false end -- not yet: an interrupt is raised here
    job.queue[job.first] = nil
    job.first = job.first + 1
    job.ahead = job.ahead - item.bytes
    arrive(job, item, ...)
    return true
  end
  repeat local done = taken(job.reader:take()) until done
  return true
end

-- After Ctrl-C, or an error raised by anybody: what was read whole is committed, but for the
-- article in hand and those behind it.
local function rescue(job)
  local writing = job.writing
  if writing then
    job.store:rollback()
    for i = #job.batch, writing, -1 do job.batch[i] = nil end
    job.writing = nil
  end
  flush(job)
  if writing then return end
  while not job.failure and receive(job) do end
  flush(job)
end

local function send(job, item, text, about)
  while job.ahead > ahead_bytes or not job.reader:push(text, about, item) do
    receive(job)
    if job.failure then return end
  end
  job.ahead = job.ahead + item.bytes
  job.last = job.last + 1
  job.queue[job.last] = item
end

local function take_article(job, input, line, about)
  complete(job, about)
  about.path = input.path
  local problem = too_long(about)
  if problem then return refuse(input, line, nil, nil, problem) end
  local text = about.text or about.html
  local item = { input = input, line = line or nil, bytes = #text, about = about }
  input.waiting = input.waiting + 1
  if job.reader and not about.format then send(job, item, text, about)
  else arrive(job, item, article.read(text, about)) end
end

local function take_input(job, input)
  local _ <close> = setmetatable({}, { __close = function () inputs.close(input) end })
  local answers = inputs.open(input)
  check_id(job.about, { input })
  for line, about, message, id, byte in answers do
    if about then take_article(job, input, line, about)
    else refuse(input, line, id, byte, message) end
    if job.failure then return end
    input.answers = input.answers + 1
    if input.answers % batch_articles == 0 then job.progress(job.done + inputs.position(input)) end
  end
  input.whole = true
end

local function take_all(job)
  for _, input in ipairs(job.inputs) do
    take_input(job, input)
    if job.failure then break end
    job.done = job.done + (input.size or 0)
    job.progress(job.done)
  end
  while not job.failure and receive(job) do end
  flush(job)
end

-- -- rows -----------------------------------------------------------------------------------------

local function first_waiting(job, input)
  for _, item in ipairs(job.batch) do
    if item.input == input then return item.line end
  end
  for i = job.first, job.last do
    if job.queue[i].input == input then return job.queue[i].line end
  end
end

local function by_line(a, b) return (a.line or math.huge) < (b.line or math.huge) end

local function add_outcomes(rows, input)
  for _, what in ipairs(outcomes) do
    local count = input.counts[what]
    local id = not input.many and input.id or nil
    if count then rows[#rows + 1] = { path = input.path, what = what, id = id, count = count } end
  end
end

-- The failure of the store, for an input that it did not let through.
local function unfinished(job, input)
  if not job.failure or (input.whole and input.waiting == 0) then return end
  input.refusals[#input.refusals + 1] = { line = first_waiting(job, input), what = "refused",
    count = input.waiting > 0 and input.waiting or nil,
    reason = "not added: " .. job.failure .. (input.many and not input.whole and "; what follows was not read" or "") }
end

local function unlisted(input)
  if input.unlisted == 0 then return end
  input.refusals[#input.refusals + 1] = { what = "refused", count = input.unlisted,
    reason = ("refused too, after the %d that are listed"):format(most_refusals) }
end

local function rows_of(job)
  local rows = {}
  for _, input in ipairs(job.inputs) do
    add_outcomes(rows, input)
    if input.whole and input.answers == 0 then refuse(input, nil, nil, nil, "no article in it") end
    table.sort(input.refusals, by_line) -- threads answer later than broken lines do
    unlisted(input)
    unfinished(job, input)
    for _, row in ipairs(input.refusals) do
      row.path = input.path
      rows[#rows + 1] = row
    end
  end
  return rows
end

local function new_job(store, what, about, with)
  local job = { store = store, about = about, lexicon = with.lexicon, inputs = inputs.gather(what), batch = {},
    bytes = 0, done = 0, count = 0, queue = {}, first = 1, last = 0, ahead = 0 }
  check_id(about, job.inputs)
  for _, input in ipairs(job.inputs) do
    input.counts, input.refusals, input.waiting, input.answers, input.unlisted = {}, {}, 0, 0, 0
  end
  job.total = total_bytes(job.inputs)
  if (with.jobs or 1) > 1 then
    job.reader = core.reader(with.lexicon or lexicon.default(), with.jobs, ahead_articles)
  end
  return job
end

--- Adds articles to a store.
-- Articles are committed 256 at a time. When the store fails (no room, another writer), the adding
-- ends: what was committed stays, and the last rows say what was not added and why. After Ctrl-C
-- what was read is committed and "interrupted!" raised.
-- @tparam store store with begin, put, commit, rollback
-- @param what a path, a folder (with all below it, sorted by name, hidden files left out), a glob, an
--   article table, an open file of JSON lines, or a list of them
-- @tparam[opt] table about {published=, source=, url=, vars=} for articles that do not say so themselves
--   (`vars` key by key; for a text file before its front matter), id= (one article only),
--   progress=function(done, total) in bytes (total is nil while it is not known)
-- @tparam[opt] table with {lexicon=, jobs=threads at work (1), frame=function(columns, rows, made)}
-- @treturn frame path, line, what ("added", "same", "version", "refused"), id, count, byte, reason: a row
--   a file or table; where one holds many articles a row an outcome and one for every refused line
-- @raise where an argument is of the wrong kind; "interrupted!"
function M.add(store, what, about, with)
  about, with = about or {}, with or {}
  check_about(about)
  local job = new_job(store, what, about, with)
  local clear
  job.progress, clear = progress_of(job)
  local ok, problem = pcall(take_all, job)
  clear()
  local saved, worse = true, nil
  if not ok then saved, worse = pcall(rescue, job) end
  if job.reader then job.reader:close() end
  if not saved then store:rollback() end
  if not ok then error(saved and problem or worse, 0) end
  local frame = with.frame or require("alliance.show.frame").new
  return frame(M.columns, rows_of(job), { call = "add" }, { weight = "count" })
end

return M
