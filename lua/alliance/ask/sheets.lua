--- Coded sheets of an audit -> precision, recall, and how far coders agree. What a sheet is: audit.lua.
local frames = require "alliance.show.frame"
local measures = require "alliance.ask.measures"

local M = {}

local function fail(message, ...) error({ message = message:format(...) }, 0) end

local yes = { ["1"] = 1, yes = 1, y = 1, ["true"] = 1, ["0"] = 0, no = 0, n = 0, ["false"] = 0 }

-- What a coder wrote: a number, nil where nothing is written.
local function judged(row, column, most)
  local value = row[column]
  if type(value) == "string" then
    value = value:match "^%s*(.-)%s*$":lower()
    if value == "" then return nil end
    value = math.tointeger(tonumber(value)) or yes[value] or value
  end
  if type(value) == "boolean" then value = value and 1 or 0 end
  if value == nil then return nil end
  local whole = math.tointeger(value)
  if whole and whole >= 0 and whole <= most then return whole end
  local range = most == math.maxinteger and "a whole number from 0" or most == 1 and "1 or 0 (or yes, no)"
    or ("a whole number from 0 to %d"):format(most)
  fail("unit %s: '%s' should be %s, not '%s'", row.unit, column, range, tostring(row[column]))
end

-- One unit: {hits, of} where it is coded, and a value that coders can agree on.
local function judge(row)
  if row.row == "item" then
    local correct = judged(row, "correct", 1)
    return correct and { row = "item", hits = correct, of = 1, value = correct }
  end
  local correct, missed = judged(row, "correct", row.found or 0), judged(row, "missed", math.maxinteger)
  if not missed or (not correct and (row.found or 0) > 0) then return nil end
  correct = correct or 0
  return { row = "sentence", hits = correct, of = correct + missed, value = correct .. "+" .. missed }
end

local needed = { "unit", "row", "id", "found", "correct", "missed", "first", "last" }

local function check_sheet(f, by)
  local there = {}
  for _, name in ipairs(f.columns) do there[name] = true end
  if by and not there[by] then fail("no column '%s'; there are: %s", by, table.concat(f.columns, ", ")) end
  for _, name in ipairs(needed) do
    if not there[name] then fail("no column '%s'; expected a sheet made by audit", name) end
  end
  return there
end

local function read_rows(f, sheet, by)
  local there = check_sheet(f, by)
  for row in f:rows() do
    if row.row ~= "item" and row.row ~= "sentence" then
      fail("unit %s: 'row' should be item or sentence, not '%s'", row.unit, tostring(row.row))
    end
    if sheet.units[row.unit] then fail("unit %s stands twice", row.unit) end
    local unit = judge(row) or { row = row.row }
    unit.same, unit.group = ("%s %s %s"):format(row.id, row.first, row.last), by and row[by] or nil
    sheet.units[row.unit], sheet.order[#sheet.order + 1] = unit, row.unit
    if there.coder and row.coder ~= nil and row.coder ~= "" then sheet.coder = tostring(row.coder) end
  end
end

local function read_sheet(path, by)
  local f, message = frames.from(path)
  if not f then return nil, message end
  local sheet = { coder = path:match "[^/]+$", path = path, units = {}, order = {} }
  local ok, problem = pcall(read_rows, f, sheet, by)
  if ok then return sheet end
  if type(problem) ~= "table" then error(problem, 0) end
  return nil, ("%s: %s"):format(path, problem.message)
end

-- Units of all sheets in the order of the first; another sample is refused.
local function aligned(sheets)
  local first = sheets[1]
  for i = 2, #sheets do
    for _, name in ipairs(sheets[i].order) do
      local unit = first.units[name]
      if not unit or unit.same ~= sheets[i].units[name].same then
        return nil, ("%s: unit %s is not the one of %s: the sheets come from different samples"):format(sheets[i].path,
          name, first.path)
      end
    end
  end
  return first.order
end

local measure_of = { item = "precision", sentence = "recall" }

-- Groups of units in the order in which they appear; one where nothing divides them.
local function groups_of(sheet, order)
  local list, seen = {}, {}
  for _, name in ipairs(order) do
    local group = sheet.units[name] and sheet.units[name].group
    local key = group == nil and "" or group
    if not seen[key] then
      seen[key] = true
      list[#list + 1] = { group }
    end
  end
  return list
end

local function add_shares(rows, sheet, order, group)
  for _, kind in ipairs { "item", "sentence" } do
    local hits, of, units = 0, 0, 0
    for _, name in ipairs(order) do
      local unit = sheet.units[name]
      if unit and unit.row == kind and unit.group == group and unit.of then
        hits, of, units = hits + unit.hits, of + unit.of, units + 1
      end
    end
    local value, low, high = measures.wilson(hits, of)
    rows[#rows + 1] = { measure = measure_of[kind], coder = sheet.coder, group = group, value = value, low = low,
      high = high, n = of, units = units }
  end
end

-- Values of one kind of rows by unit.
local function values_of(sheet, order, kind)
  local values = {}
  for i, name in ipairs(order) do
    local unit = sheet.units[name]
    if unit and unit.row == kind and unit.of then values[i] = unit.value end
  end
  return values
end

local function add_agreement(rows, sheets, order)
  for _, kind in ipairs { "item", "sentence" } do
    local coders, all = {}, {}
    for i, sheet in ipairs(sheets) do coders[i], all[i] = values_of(sheet, order, kind), sheet.coder end
    local says = kind == "item" and "items" or "sentences"
    for i = 1, #sheets - 1 do
      for k = i + 1, #sheets do
        local kappa, share, both = measures.kappa(coders[i], coders[k], #order)
        local pair = sheets[i].coder .. ", " .. sheets[k].coder
        local _, low, high = measures.wilson((share or 0) * both, both)
        rows[#rows + 1] = { measure = "agreement", of = says, coder = pair, value = share, low = low, high = high,
          n = both, units = both }
        rows[#rows + 1] = { measure = "kappa", of = says, coder = pair, value = kappa, n = both, units = both }
      end
    end
    local alpha, values = measures.alpha(coders, #order)
    rows[#rows + 1] = { measure = "alpha", of = says, coder = table.concat(all, ", "), value = alpha, n = values }
  end
end

local function figures_of(sheets, order)
  local rows = {}
  for _, sheet in ipairs(sheets) do
    for _, group in ipairs(groups_of(sheets[1], order)) do add_shares(rows, sheet, order, group[1]) end
  end
  if #sheets > 1 then add_agreement(rows, sheets, order) end
  return rows
end

--- Reads coded sheets.
-- @tparam string|{string,...} what paths of sheets that were drawn as one
-- @tparam[opt] string by a column of the sheets: precision and recall for each of its values
-- @treturn[1] frame measure, of, coder, value, low, high, n, units
-- @return[2] nil, message
function M.read(what, by)
  local paths = type(what) == "table" and what or { what }
  local sheets = {}
  for i, path in ipairs(paths) do
    local message
    sheets[i], message = read_sheet(path, by)
    if not sheets[i] then return nil, message end
  end
  local order, message = aligned(sheets)
  if not order then return nil, message end
  local rows = figures_of(sheets, order)
  for _, row in ipairs(rows) do
    if by then row[by], row.group = row.group, nil end
    row.of = row.of or (row.measure == "precision" and "items" or "sentences")
  end
  local names = { "measure", "of", "coder", "value", "low", "high", "n", "units" }
  if by then table.insert(names, 2, by) end
  return frames.new(names, rows, { query = "audit", path = table.concat(paths, ", ") })
end

return M
