--- The codebook: what every variable, category and rule means, in Markdown, for an appendix.
local file = require "alliance.show.file"
local frames = require "alliance.show.frame"
local lexicon = require "alliance.lexicon"
local rules = require "alliance.codebook.rules"
local selection = require "alliance.selection"
local variables = require "alliance.codebook.variables"

local methods = selection.methods

-- What CAMEO and PLOVER (Halterman et al. 2023) call the contacts that are noticed.
local cameo = {
  { "call", "041", "phone", "discuss by telephone" },
  { "visit", "042", "visit", "make a visit; 043 where the one who acts is host" },
  { "meeting, talks, summit, ceremony", "040", "",
    "consult; 044 where the place is neither side's, 046 where they negotiate" },
  { "exercise", "062", "military", "cooperate militarily" },
  { "agreement", "057", "", "sign a formal agreement" },
  { "any that is planned or proposed", "036", "", "express intent to meet or negotiate" },
  { "any that is called off or denied", "125", "", "reject a proposal to meet, the nearest code; 164 for talks that " ..
    "are called off (halt negotiations), 1212 for exercises (reject military cooperation), 127 for agreements" },
}

local function escaped(text) return (tostring(text):gsub("([|*_`<>\\])", "\\%1"):gsub("\n+", " / ")) end

-- A row of a table; a cell that is nil is empty.
local function row_into(lines, ...)
  local cells = table.pack(...)
  for i = 1, cells.n do cells[i] = cells[i] == nil and "" or escaped(cells[i]) end
  lines[#lines + 1] = "| " .. table.concat(cells, " | ") .. " |"
end

local function head_into(lines, names)
  lines[#lines + 1] = "| " .. table.concat(names, " | ") .. " |"
  lines[#lines + 1] = "|" .. (" --- |"):rep(#names)
end

local function section(lines, title)
  if lines[#lines] ~= "" then lines[#lines + 1] = "" end
  table.move({ title, "" }, 1, 2, #lines + 1, lines)
end

-- -- sections -------------------------------------------------------------------------------------

local function about(lines, self)
  local made = selection.made(self, "codebook")
  local n, undated = self.store:count(self.tree)
  lines[1] = "# Codebook"
  section(lines, "## What was coded")
  lines[#lines + 1] = ("- articles: %d%s"):format(n, self.says and " (" .. escaped(self.says) .. ")" or "")
  if undated and undated > 0 then lines[#lines + 1] = ("- undated articles left out: %d"):format(undated) end
  lines[#lines + 1] = ("- set: %s; library: alliance %s; lexicon: %s"):format(made.fingerprint, made.library,
    made.lexicon)
end

local function variables_into(lines)
  section(lines, "## Variables")
  for _, frame in ipairs(variables.frames) do
    section(lines, ("### %s: %s"):format(frame[1], frame[2]))
    head_into(lines, { "variable", "value", "meaning" })
    for i = 3, #frame do
      local name = frame[i][1]
      local common = variables.common[name] or {}
      row_into(lines, name, frame[i][2] or common[1], frame[i][3] or common[2])
    end
  end
  section(lines, "### In every row of something found in text, by name")
  head_into(lines, { "variable", "value", "meaning" })
  for _, name in ipairs { "sentence", "first", "last", "rule", "key" } do
    row_into(lines, name, table.unpack(variables.common[name]))
  end
end

-- "iron-clad, iron clad": the phrases of a row of the lexicon.
local function phrases_of(row)
  local list = {}
  for _, phrase in ipairs(row) do list[#list + 1] = phrase end
  return table.concat(list, ", ")
end

local function terms_into(lines, tables)
  section(lines, "### Words of commitment")
  head_into(lines, { "category", "term", "phrases", "counts only where" })
  for _, row in ipairs(tables.commitments or {}) do
    if row.term then row_into(lines, row.category, row.term, phrases_of(row), row.needs) end
  end
end

local function units_into(lines, tables)
  section(lines, "### Units of figures")
  head_into(lines, { "unit", "words" })
  for _, row in ipairs(tables.units or {}) do
    if row.unit then row_into(lines, row.unit, phrases_of(row)) end
  end
end

local function categories(lines, tables)
  section(lines, "## Categories")
  section(lines, "### Consultations, CAMEO and PLOVER")
  head_into(lines, { "kind", "CAMEO", "PLOVER mode", "CAMEO's words" })
  for _, row in ipairs(cameo) do row_into(lines, table.unpack(row)) end
  terms_into(lines, tables)
  units_into(lines, tables)
end

local function example_of(field, words)
  return field.name == "dates" and "… " .. words .. " …" or words
end

local function rules_into(lines)
  section(lines, "## Rules")
  lines[#lines + 1] = "Each takes the first example and not the second; the specs of the library run all of them."
  for _, field in ipairs(rules.fields) do
    section(lines, ("### %s: %s"):format(field.name, field.of))
    head_into(lines, { "rule", "takes", "which gives " .. field.gives, "does not take", "what it says" })
    for _, row in ipairs(field.rows) do
      row_into(lines, row[1], example_of(field, row[2]), row[3], example_of(field, row[4]), row[5])
    end
  end
end

-- How many facts of a table have which grade.
local function grades_of(list)
  local counts = { sourced = 0, recall = 0, [""] = 0 }
  for _, row in ipairs(list) do
    local grade = type(row) == "table" and row.grade or ""
    counts[grade] = (counts[grade] or 0) + 1
  end
  return counts
end

local function facts(lines, tables)
  section(lines, "## The lexicon and its facts")
  lines[#lines + 1] = "`sourced`: a data set or page gives the fact; `recall`: from memory, never proof."
  lines[#lines + 1] = ""
  head_into(lines, { "table", "rows", "sourced", "recall" })
  for _, name in ipairs(lexicon.names) do
    local counts = grades_of(tables[name] or {})
    local graded = counts.sourced + counts.recall > 0
    row_into(lines, name, #(tables[name] or {}), graded and counts.sourced or "", graded and counts.recall or "")
  end
end

local function blocks(lines, self)
  local found = self.store:select(self.tree, [[
SELECT l.kind, l.reason, l.rule, count(*) AS blocks FROM article a JOIN block b USING (n) JOIN label l USING (label)
WHERE%s GROUP BY 1, 2, 3 ORDER BY 1, 2, 3]], {})
  section(lines, "## Blocks of these articles")
  head_into(lines, { "kind", "reason", "rule", "blocks" })
  for row in frames.of(found):rows() do row_into(lines, row.kind, row.reason, row.rule, row.blocks) end
end

--- What every variable, category and rule means: Markdown for an appendix.
-- Rules come with the example they take and the one they do not; consultations with their CAMEO codes and PLOVER
-- modes; facts with their grades; the set, the library and the lexicon with what identifies them.
-- @tparam[opt] string path of a file to write
-- @treturn[1] string the text, or the path where one was given
-- @return[2] nil, message where it cannot be written
function methods:codebook(path)
  local self_ = selection.inside(self, "codebook")
  if path ~= nil and type(path) ~= "string" then
    selection.complain(2, "set:codebook: argument 1 (path) should be a string, not a %s", type(path))
  end
  local lines, tables = {}, self_.lexicon.tables
  about(lines, self_)
  variables_into(lines)
  categories(lines, tables)
  rules_into(lines)
  facts(lines, tables)
  blocks(lines, self_)
  local text = table.concat(lines, "\n") .. "\n"
  if not path then return text end
  return file.save({ path }, { function (put) put(text) end })
end

return methods
