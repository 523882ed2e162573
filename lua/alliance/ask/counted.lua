--- What a row of count() counted: from the question and the row to the hits, items or articles behind it.
local items = require "alliance.ask.counting_items"
local periods = require "alliance.ask.periods"
local selection = require "alliance.selection"
local timex = require "alliance.timex"

local M = {}

local MOST = 200 -- rows of evidence
local of_articles = { source = true, agency = true, language = true }
local of_items = { side = true, speaker = true, office = true, kind = true, dyad = true }

-- The articles of the row's groups; `without`: columns in which the row has nothing, which no filter asks for.
local function articles_of(object, given, names, row)
  local filters, without = { vars = {} }, {}
  for _, name in ipairs(names) do
    local value = row[name]
    if value == nil then without[#without + 1] = name
    elseif periods.is_unit(name) then
      if given.of ~= "consultations" then filters.from, filters.to = timex.days(tostring(value)) end
    elseif of_articles[name] then filters[name] = value
    elseif not of_items[name] and not given.of then filters.vars[name] = value end
  end
  return object:where(filters), without
end

-- Whether an item is of the row's groups, as far as it has columns of their names.
local function fits(names, row)
  return function (item)
    for _, name in ipairs(names) do
      local ok, value = pcall(function () return item[name] end)
      if name == "dyad" and row.dyad then
        local sides = table.concat(item.sides, ";")
        for side in row.dyad:gmatch "[^-]+" do if not sides:find(side, 1, true) then return false end end
      elseif ok and value ~= row[name] then return false end
    end
    return true
  end
end

local function options_of(given, names, row)
  local options = {}
  for name, value in pairs(given) do if name ~= "of" and name ~= "independent" then options[name] = value end end
  for _, name in ipairs(names) do
    if given.of == "consultations" and periods.is_unit(name) and row[name] then
      options.from, options.to = timex.days(tostring(row[name]))
    end
  end
  return options
end

local function has(frame, name)
  for _, column in ipairs(frame.columns) do if column == name then return true end end
  return false
end

-- Articles of the groups that are columns of the analyst's own, which items do not have.
local function with_vars(part, frame, names, row)
  local vars = {}
  for _, name in ipairs(names) do
    local known = of_articles[name] or of_items[name] or periods.is_unit(name) or has(frame, name)
    if not known then vars[name] = row[name] end
  end
  return next(vars) ~= nil and part:where { vars = vars } or nil
end

local function items_of(part, given, names, row)
  local options = options_of(given, names, row)
  local frame = part[given.of](part, options)
  local own = frame and with_vars(part, frame, names, row)
  return own and own[given.of](own, options) or frame
end

local function is_said(names)
  for _, name in ipairs(names) do if of_items[name] then return true end end
  return false
end

local function quoted(term) return term:find "^@" and term or '"' .. term .. '"' end

--- For `made`: what leads from a row to what it counted.
-- @tparam set|selection object that was asked
-- @tparam table given the options of count, without by
-- @tparam {string,...} names of `by`
-- @tparam[opt] table what is looked for, as the core takes it
-- @treturn function row -> frame of hits (at most 200), items or articles
function M.of(object, given, names, what)
  return function (row)
    local part, without = articles_of(object, given, names, row)
    local query = given.match or given.term and quoted(given.term)
    local frame
    if given.of then frame = items_of(part, given, names, row)
    elseif query and is_said(names) then frame = items.quoting(part, selection.peek(part), given, what)
    elseif query then
      frame = part:kwic(query, { scope = given.scope, case = given.case, stem = given.stem, aliases = given.aliases,
        by = "sentence", limit = #without == 0 and MOST or nil })
    else frame = part:articles() end
    return frame and frame:where(fits(names, row)):head(MOST)
  end
end

return M
