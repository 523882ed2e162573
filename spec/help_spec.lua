--- alliance.help: texts whose examples run.
local alliance = require "alliance"
local help = require "alliance.help"

local function example_set()
  local set = assert(alliance.open())
  set:add { "examples/articles/*.txt", "examples/articles/*.jsonl", "examples/articles/*.csv" }
  return set
end

local function run(name)
  local printed = {}
  local function note(...)
    local parts = table.pack(...)
    for i = 1, parts.n do parts[i] = tostring(parts[i]) end
    printed[#printed + 1] = table.concat(parts, "\t")
  end
  local given = { alliance = alliance, set = alliance.open and example_set(), print = note }
  local env = setmetatable(given, { __index = _G })
  local chunk = assert(load(help.example(name), "=help." .. name, "t", env))
  return chunk, printed
end

local needs = { read = "read", lexicon = "lexicon", frame = "frame", lines = "lines" }

describe("alliance.help", function ()
  it("lists every topic in a line", function ()
    for _, name in ipairs(help.topics()) do
      assert.is_truthy(alliance.help():find("\n  " .. name .. " +%w"), name)
    end
  end)

  it("says more about one, with an example", function ()
    local text = alliance.help "kwic"
    assert.equal("kwic: a concordance: every match with what stands beside it", text:match "^[^\n]*")
    assert.is_truthy(text:find("Example:\n  " .. help.example "kwic", 1, true))
  end)

  it("lists the topics for one that is not known", function ()
    assert.equal("There is no topic 'teapot'. There are:", alliance.help "teapot":match "^[^\n]*")
    assert.is_truthy(alliance.help "teapot":find(alliance.help(), 1, true))
  end)

  it("knows a method by the topic that tells of it, and as it is called", function ()
    assert.equal(alliance.help "terms", alliance.help "ngrams")
    assert.equal(alliance.help "quotes", alliance.help "set:quotes{}")
    assert.equal("There is no topic 'undo'; it is told of in: same, decide", alliance.help "undo")
    assert.equal("There is no topic 'xngrams'. There are:", alliance.help "xngrams":match "^[^\n]*")
  end)

  it("has one topic a name", function ()
    local seen = {}
    for _, name in ipairs(help.topics()) do
      assert.is_nil(seen[name], name)
      seen[name] = true
    end
  end)

  it("refuses what is no string", function ()
    assert.has_error(function () alliance.help(7) end,
      "alliance.help: argument 1 (topic) should be a string, not a number")
  end)

  it("names every entry point of the library", function ()
    for name, value in pairs(alliance) do
      if type(value) == "function" and name ~= "help" then assert.is_string(help.example(name), name) end
    end
  end)

  it("names every method of a set in a topic", function ()
    local all = {}
    for i, name in ipairs(help.topics()) do all[i] = alliance.help(name) end
    all = table.concat(all)
    local ok, message = pcall(function () return alliance.open().teapot end)
    assert.is_false(ok)
    for name in message:match("it has: (.*)"):gmatch "%w+" do
      assert.is_truthy(all:find("%f[%w]" .. name .. "%f[%W]"), name)
    end
  end)

  it("names every field of an article", function ()
    local text = alliance.help "article":lower()
    for _, name in ipairs(require "alliance.article".fields) do
      assert.is_truthy(text:find("%f[%w]" .. name .. "%f[%W]"), name)
    end
  end)

  it("fits 80 columns", function ()
    for _, name in ipairs { false, table.unpack(help.topics()) } do
      for line in alliance.help(name or nil):gmatch "[^\n]+" do
        assert.is_true(utf8.len(line) <= 80, line)
      end
    end
  end)

  for _, name in ipairs(help.topics()) do
    it("has an example of " .. name .. " that runs", function ()
      if not alliance[needs[name] or "open"] then return pending(name .. " is not built yet") end
      local chunk, printed = run(name)
      chunk()
      assert.is_true(#printed > 0, "it should print something")
    end)
  end
end)
