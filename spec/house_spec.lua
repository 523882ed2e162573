--- The rules of the house: what the rock ships, which way the arrows point, what C may know.
local helper = require "spec.helper"

local ROCKSPEC = "rockspec/alliance-scm-1.rockspec"

local function rockspec()
  local env = {}
  assert(loadfile(ROCKSPEC, "t", env))()
  return env
end

local function lines_matching(paths, pattern)
  local found = {}
  for _, path in ipairs(paths) do
    for line in io.lines(path) do
      local what = line:match(pattern)
      if what then found[#found + 1] = path .. ": " .. what end
    end
  end
  return found
end

local sources = helper.files("src", ".c")
local headers = helper.files("src", ".h")
local modules = helper.files("lua", ".lua")
local every_c = table.move(headers, 1, #headers, #sources + 1, table.move(sources, 1, #sources, 1, {}))

local function folder(path) return path:match "^src/(%w+)/" end

local function outside(folder_name, found)
  local wrong = {}
  for _, line in ipairs(found) do
    if folder(line) ~= folder_name then wrong[#wrong + 1] = line end
  end
  return wrong
end

describe("the rockspec ('make rockspec' writes its lists)", function ()
  local build = rockspec().build

  it("names every C source, and no other", function ()
    assert.same(sources, build.modules["alliance.core"].sources)
  end)

  it("names every Lua module by its path, and no other", function ()
    local expected = {}
    for _, path in ipairs(modules) do
      expected[path:gsub("^lua/", ""):gsub("%.lua$", ""):gsub("/init$", ""):gsub("/", ".")] = path
    end
    build.modules["alliance.core"] = nil
    assert.same(expected, build.modules)
  end)

  it("links every library that an external dependency stands for", function ()
    local linked = {}
    for _, library in ipairs(rockspec().build.modules["alliance.core"].libraries) do linked[library] = true end
    for name, dependency in pairs(rockspec().external_dependencies) do
      assert.is_true(linked[dependency.library], name)
    end
  end)

  it("copies only folders that are there", function ()
    for _, name in ipairs(build.copy_directories) do
      assert.is_true(#helper.files(name, "") > 0, name)
    end
  end)
end)

describe("the C core", function ()
  it("knows Lua in src/lua alone", function ()
    assert.same({}, outside("lua", lines_matching(every_c, "#include%s*[<\"](l[au][ua]%w*%.h)")))
  end)

  it("knows SQLite in src/keep alone", function ()
    assert.same({}, outside("keep", lines_matching(every_c, "#include%s*[<\"]([^>\"]*sqlite3[^>\"]*)")))
  end)

  it("keeps SQLite from src/lua behind the headers of src/keep too", function ()
    local reached = {}
    local function reach(path)
      if reached[path] then return end
      reached[path] = true
      for _, line in ipairs(lines_matching({ path }, '#include "([^"]+)"')) do
        local found = path:gsub("[^/]+$", "") .. line:match ": (.*)$"
        reach((found:gsub("%w+/%.%./", "")))
      end
    end
    for _, path in ipairs(sources) do
      if folder(path) == "lua" then reach(path) end
    end
    assert.is_true(reached["src/lua/binding.h"] and reached["src/read/article.h"])
    local list = {}
    for path in pairs(reached) do list[#list + 1] = path end
    assert.same({}, lines_matching(list, "#include%s*<([^>]*sqlite3[^>]*)"))
  end)

  it("includes one way: base, read, notice, keep, lua", function ()
    local rank = { base = 1, read = 2, notice = 3, keep = 4, lua = 5 }
    for _, line in ipairs(lines_matching(every_c, '#include "%.%./(%w+)/')) do
      local from, to = folder(line), line:match "(%w+)$"
      assert.is_true(rank[from] > rank[to], line)
    end
  end)

  it("includes its own headers by relative path, none of another place", function ()
    for _, line in ipairs(lines_matching(every_c, '#include "([^"]+)"')) do
      local path, name = line:match "^(.*/)[^/]+: (.*)$"
      local file = io.open(path .. name)
      assert.is_truthy(file, line)
      file:close()
    end
  end)

  it("hides what its headers declare ('make hide' puts the pragmas in)", function ()
    local bare = {}
    for _, path in ipairs(headers) do
      local text = helper.slurp(path)
      local open = ("\n" .. text):gsub("\nstatic[^\n]*", "")
      local declares = open:find "\n%a[%w_ *]*aln_[%w_]+ %(" or open:find "\nextern "
      if declares and not text:find("#pragma GCC visibility push(hidden)", 1, true) then bare[#bare + 1] = path end
    end
    assert.same({}, bare)
  end)

  it("takes memory by base/mem.h alone", function ()
    local direct = lines_matching(sources, "%f[%w_](%a*alloc) %(")
    local wrong = {}
    for _, line in ipairs(direct) do
      if not line:find "^src/base/mem%.c" then wrong[#wrong + 1] = line end
    end
    assert.same({}, wrong)
  end)

  it("asks no clock and no locale", function ()
    local names = { "atof", "setlocale", "isalpha", "isdigit", "isspace", "isupper", "toupper", "tolower",
      "strcoll", "localtime", "gmtime", "mktime", "rand", "strtok" }
    for _, name in ipairs(names) do
      assert.same({}, lines_matching(sources, "%f[%w_](" .. name .. ") ?%("), name)
    end
  end)
end)

describe("a function of the C core", function ()
  -- {path, first line, lines} of every function: from the line at the margin that opens it to its "}".
  local function functions()
    local list = {}
    for _, path in ipairs(sources) do
      local number, first, open = 0, nil, nil
      for line in io.lines(path) do
        number = number + 1
        if not open and line:find "^%a" then first = number end
        if line:find "^%a.*%) {$" or line:find "^ .*%) {$" and not open and first then open = true end
        if line == "}" and open then
          list[#list + 1] = { where = path .. ":" .. first, lines = number - first + 1 }
          open = nil
        end
      end
    end
    table.sort(list, function (a, b) return a.lines < b.lines end)
    return list
  end

  it("has at most 60 lines", function ()
    local long = {}
    for _, f in ipairs(functions()) do
      if f.lines > 60 then long[#long + 1] = ("%s has %d lines"):format(f.where, f.lines) end
    end
    assert.same({}, long)
  end)

  it("has at most 40 lines in 95 of 100 cases, and half have at most 14", function ()
    local list = functions()
    assert.is_true(#list > 50)
    assert.is_true(list[math.ceil(#list * 0.95)].lines <= 40)
    assert.is_true(list[math.ceil(#list * 0.5)].lines <= 14)
  end)
end)

describe("the Lua modules", function ()
  local function requires(path)
    local list = {}
    for _, line in ipairs(lines_matching({ path }, "require%s*%(?%s*[\"']([%w_.]+)")) do
      list[#list + 1] = line:match ": (.*)$"
    end
    return list
  end

  it("show knows nothing of sets and questions", function ()
    for _, path in ipairs(helper.files("lua/alliance/show", ".lua")) do
      for _, name in ipairs(requires(path)) do
        assert.is_nil(name:match "^alliance%.set" or name:match "^alliance%.ask", path .. " requires " .. name)
      end
    end
  end)

  it("a set knows nothing of the questions that are asked of it", function ()
    for _, path in ipairs(modules) do
      local early = path:find "^lua/alliance/[^/]*$" and not path:find "report%.lua$"
      for _, name in ipairs(early and requires(path) or {}) do
        assert.is_nil(name:match "^alliance%.ask", path .. " requires " .. name)
      end
    end
  end)

  it("the lexicon is data: its tables require nothing", function ()
    assert.same({}, lines_matching(helper.files("lua/alliance/lexicon", ".lua"), "(%f[%w]require%s*%(?%s*[\"'].*)"))
  end)
end)

describe("every file", function ()
  local function first_line(path)
    local file = assert(io.open(path))
    local line = file:read "l" or ""
    file:close()
    return line
  end

  it("says in its first line what comes in and what goes out", function ()
    for _, path in ipairs(every_c) do assert.is_truthy(first_line(path):find "^/%* ", path) end
    for _, path in ipairs(modules) do
      assert.is_truthy(first_line(path):find "^%-%-", path)
    end
  end)
end)

-- What C may not know stands in these tables; of their phrases those that begin with a capital and are
-- long enough not to be a word of the code.
local TABLES = { "agencies", "months", "weekdays", "countries", "places", "persons", "people", "organisations",
  "offices", "events", "tenures" }

local function phrases()
  local set = {}
  local function note(phrase)
    if type(phrase) == "string" and #phrase >= 4 and phrase:find "^%u" then set[phrase] = true end
  end
  for _, name in ipairs(TABLES) do
    local ok, rows = pcall(require, "alliance.lexicon." .. name)
    for _, row in ipairs(ok and rows or {}) do
      if type(row) == "string" then row = { row } end
      note(row.name or row[1])
      for _, phrase in ipairs(row) do note(phrase) end
      for _, phrase in ipairs(row.aliases or {}) do note(phrase) end
    end
  end
  return set
end

describe("C source", function ()
  it("holds no name of the domain: those are data in lua/alliance/lexicon", function ()
    local known, found = phrases(), {}
    assert.is_true(known["January"] and known["Monday"], "the tables should be found")
    for _, path in ipairs(sources) do
      local text = helper.slurp(path):gsub("/%*.-%*/", "")
      for literal in text:gmatch '"([^"\n]*)"' do
        if known[literal] then found[#found + 1] = path .. ": " .. literal end
        for word in literal:gmatch "%u[%w.'-]+" do
          if known[word] then found[#found + 1] = path .. ": " .. word end
        end
      end
    end
    assert.same({}, found)
  end)
end)

describe("README.md", function ()
  local text = helper.slurp "README.md"

  it("shows what its script prints ('make readme' writes it)", function ()
    if not require "alliance".open then return pending "alliance.open is not built yet" end
    assert.equal(helper.readme_output(), text:match "\n```text\n(.-)```\n")
  end)

  it("names in its table every function of the library", function ()
    for name, value in pairs(require "alliance") do
      if type(value) == "function" then assert.is_truthy(text:find("`alliance." .. name .. "(", 1, true), name) end
    end
  end)

  it("draws every folder of src/ on its map", function ()
    for _, path in ipairs(every_c) do
      assert.is_truthy(text:find("    src/" .. folder(path) .. "/", 1, true), path)
    end
  end)
end)
