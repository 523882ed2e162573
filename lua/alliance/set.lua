--- The article set: one SQLite file (or memory), and everything that can be asked of it.
local adding -- alliance.adding, when it is first needed
local core = require "alliance.core"
local lexicon = require "alliance.lexicon"
local rows = require "alliance.rows"
local selection = require "alliance.selection"
local settle = require "alliance.settle"

local M = {}
local methods = {}
local meta = { __name = "alliance.set" }

local inside, peek = selection.inside, selection.peek

local option_types = { readonly = "boolean", lexicon = "userdata", jobs = "number" }

local function check_options(options)
  if type(options) ~= "table" then
    error(("alliance.open: argument 2 (options) should be a table, not a %s"):format(type(options)), 3)
  end
  for name, value in pairs(options) do
    if not option_types[name] then
      error(("alliance.open: no option '%s'; there are: jobs, lexicon, readonly"):format(tostring(name)), 3)
    elseif type(value) ~= option_types[name] then
      local wanted = option_types[name]
      error(("alliance.open: option '%s' should be a %s, not a %s"):format(name, wanted, type(value)), 3)
    end
  end
  if options.jobs and (math.type(options.jobs) ~= "integer" or options.jobs < 1) then
    error(("alliance.open: option 'jobs' should be a whole number from 1, not %s"):format(options.jobs), 3)
  end
end

--- Opens an article set, and makes it when it is not there.
-- @tparam[opt] string path of the file; without it the set is in memory
-- @tparam[opt] table options {readonly=true (never creates or changes anything), lexicon= (the built-in one without
-- it), jobs= (threads at work while adding, the caller's among them)}
-- @treturn[1] set
-- @return[2] nil, message (what, where and what to do), code: "ENOTDB", "EVERSION", "ESCHEMA", "ECORRUPT", "EREADONLY",
-- "EBUSY", "EFULL", "EIO"
-- @raise where an argument is of the wrong kind
function M.open(path, options)
  if path ~= nil and type(path) ~= "string" then
    error(("alliance.open: argument 1 (path) should be a string, not a %s"):format(type(path)), 2)
  end
  if path == "" then error("alliance.open: argument 1 (path) is empty; without a path the set is in memory", 2) end
  options = options == nil and {} or options
  check_options(options)
  local known = options.lexicon or lexicon.default()
  local store, message, code = core.store_open(path, options.readonly, known)
  if not store then return nil, message, code end
  if store:path() ~= ":memory:" then settle.settle(store, known) end -- what a killed process left
  local set = setmetatable({}, meta)
  selection.enter(set, { set = set, store = store, lexicon = known, tree = { kind = "all" }, jobs = options.jobs })
  return set
end

--- Adds articles: a path, folder, glob, article table, JSON lines, CSV, an open handle, or a list of them.
-- @param what see alliance.adding
-- @tparam[opt] table about what is known about all of them
-- @treturn frame path, line, what ("added", "same", "version", "refused"), id, count, byte, reason
function methods:add(what, about)
  local self_ = inside(self, "add")
  adding = adding or require "alliance.adding"
  local frame = adding.add(self_.store, what, about, { lexicon = self_.lexicon, jobs = self_.jobs })
  settle.settle(self_.store, self_.lexicon) -- where it fails, health() says that groups wait
  return frame
end

local function tree_of(self, which)
  if type(which) == "string" then return { kind = "where", versions = true, { "id", which } } end
  local other = peek(which)
  if not other then
    selection.complain(3, "set:remove: give an id or a selection, not a %s", type(which))
  elseif other.set ~= self.set then
    selection.complain(3, "set:remove: a selection of another set")
  end
  return other.tree
end

--- Takes articles out: with an id every version under it, with a selection all that it holds at this moment.
-- @param which an id (text) or a selection
-- @treturn[1] integer how many; 0 where there is none
-- @return[2] nil, message, code; nothing was taken out
function methods:remove(which)
  local self_ = inside(self, "remove")
  local count, message, code = self_.store:remove(tree_of(self_, which))
  if count then settle.settle(self_.store, self_.lexicon) end
  return count, message, code
end

--- Reads every article again with this reader and lexicon; positions and rows belong to them afterwards.
-- @treturn[1] integer how many
-- @return[2] nil, message, code; nothing was changed
function methods:reread()
  local self_ = inside(self, "reread")
  local count, message, code = self_.store:reread()
  if count then settle.settle(self_.store, self_.lexicon) end
  return count, message, code
end

local OF_OTHERS = [[
SELECT 1 FROM article WHERE stamp NOT IN (SELECT stamp FROM stamp WHERE lexicon = ?) LIMIT 1]]

--- Makes the streams of words (dictionary, postings) anew out of what was read: for a file whose streams are
-- damaged, or that got none from an older library. Where another lexicon has read some article, all are noticed anew
-- with this one, from the bytes that the file keeps, so that names (`@KR`), people and events are those it knows;
-- no source outside the file is needed.
-- @treturn[1] integer how many articles
-- @return[2] nil, message, code; nothing was changed
function methods:reindex()
  local self_ = inside(self, "reindex")
  if #rows.select(self_.store, OF_OTHERS, self_.lexicon.hash) > 0 then return methods.reread(self) end
  return self_.store:reindex()
end

--- Closes the file. Closing twice is fine; anything else then raises "this set is closed".
function methods:close()
  local self_ = peek(self)
  if not self_ then selection.complain(2, "set:close: call it with a colon on a set, not on a %s", type(self)) end
  self_.store:close()
end

meta.__index = selection.index("a set", methods, selection.methods)
meta.__len, meta.__add, meta.__mul, meta.__sub = selection.length, selection.add, selection.mul, selection.sub
meta.__pairs = selection.pairs
meta.__close, meta.__gc = methods.close, methods.close

-- -- in words ---------------------------------------------------------------------------------------

-- The rows of one of the store's tables, as Lua tables.
local function rows_of(self, name)
  local found = self.store:table(name, self.tree)
  if not found then return {} end
  local frames = require "alliance.show.frame"
  return frames.of(found)
end

local function days_of(total)
  if not total.first_day then return "" end
  if total.first_day == total.last_day then return ", " .. total.first_day end
  return (", %s to %s"):format(total.first_day, total.last_day)
end

local function sources_of(self)
  local words, list = {}, rows_of(self, "sources")
  for i = 1, math.min(#list, 6) do words[i] = ("%s %d"):format(list[i].source or "(none)", list[i].articles) end
  if #list > 6 then words[7] = ("and %d more"):format(#list - 6) end
  return table.concat(words, ", ")
end

-- What an analyst should know before counting; one line, or nil.
local function notes_of(self, total)
  local notes = {}
  if total.undated > 0 then notes[1] = ("%d undated"):format(total.undated) end
  for _, name in ipairs { "versions", "conflicts", "stamps" } do
    local row = rows_of(self, name)[1]
    local says = { versions = "%d with other versions (not counted)", conflicts = "%d with conflicting dates",
      stamps = "%d read with another reader or lexicon (reread)" }
    if row then notes[#notes + 1] = says[name]:format(row.count) end
  end
  return #notes > 0 and table.concat(notes, ", ") .. "; see health()" or nil
end

-- A line behind its label, in several where it does not fit the terminal.
local function wrap_into(lines, label, text)
  local width = require "alliance.show.width"
  for i, part in ipairs(text and width.wrap(text, width.terminal() - #label) or {}) do
    lines[#lines + 1] = (i == 1 and label or (" "):rep(#label)) .. part
  end
end

function meta.__tostring(set)
  local self = peek(set)
  if self.store:closed() then return "article set (closed)" end
  local path = self.store:path()
  local total = rows_of(self, "totals")[1]
  if not total then return ("article set %s (cannot be read)"):format(path) end
  local head = ("article set %s: %d %s%s%s"):format(path == ":memory:" and "in memory" or path, total.articles,
    total.articles == 1 and "article" or "articles", days_of(total), self.store:readonly() and ", read only" or "")
  local lines = { head }
  if total.articles > 0 then wrap_into(lines, "  sources: ", sources_of(self)) end
  wrap_into(lines, "  ", notes_of(self, total))
  lines[#lines + 1] = ("  set %s, lexicon %s, alliance %s"):format(self.store:fingerprint(),
    self.lexicon.hash:sub(1, 8), require("alliance")._VERSION)
  return table.concat(lines, "\n")
end

return M
