--- The scripts of examples/: they run as they stand, on the articles beside them.
local alliance = require "alliance"
local helper = require "spec.helper"

local function output(command)
  local pipe = assert(io.popen(command .. " 2>&1"))
  local text = pipe:read "a"
  return text, pipe:close()
end

describe("examples/tour.lua", function ()
  it("reads every article and shows what can be asked", function ()
    if not alliance.open then return pending "alliance.open is not built yet" end
    local text, ok = output(helper.lua "examples/tour.lua examples/articles")
    assert.is_true(ok, text)
    for _, title in ipairs { "What was read", "A search", "A concordance", "One article" } do
      assert.is_truthy(text:find("\n" .. title, 1, true), title)
    end
  end)

  it("fails where the folder holds nothing to read", function ()
    if not alliance.open then return pending "alliance.open is not built yet" end
    local _, ok = output(helper.lua "examples/tour.lua examples/nowhere")
    assert.is_nil(ok)
  end)
end)

describe("examples/who-said-what.lua", function ()
  it("gives contacts and quotations in the order of their days", function ()
    local text, ok = output(helper.lua "examples/who-said-what.lua examples/articles/02-first-call-copy.txt")
    assert.is_true(ok, text)
    assert.is_truthy(text:find "^2024%-01%-16  call %(held%): [%a, -]*Cho Tae%-yul")
    assert.is_truthy(text:find('\n2024-01-17  Cho Tae-yul: "The two sides', 1, true), text)
  end)
end)

describe("examples/who-was-minister.lua", function ()
  it("names the holders of a post, with sentences and what the lexicon knows", function ()
    local script = 'examples/who-was-minister.lua "defense minister" KR 2024-12-20 examples/articles'
    local text, ok = output(helper.lua(script))
    assert.is_true(ok, text)
    assert.equal("Kim Seon-ho, Minister of National Defense (KR), acting: 2024-12-20 to 2024-12-20\n" ..
      "  2024-12-20 desk-1220: Acting Defense Minister Kim Seon-ho attended the ceremony, as did Adm. Samuel " ..
      "Paparo, commander of the U.S. Indo-Pacific Command.\n" ..
      "  lexicon (sourced): acting Minister of National Defense 2024-12-05 to 2025-06-27\n" ..
      "1 found; 4 articles name such a post\n", text)
  end)

  it("is at most 25 lines", function ()
    assert.is_true(select(2, helper.slurp "examples/who-was-minister.lua":gsub("\n", "")) <= 25)
  end)
end)

describe("examples/undated.lua", function ()
  it("lists what does not state its day, with what dates it", function ()
    local path = os.tmpname()
    local file = assert(io.open(path, "w"))
    file:write "It was their first meeting since October 2023, they said.\n"
    file:close()
    local text, ok = output(helper.lua("examples/undated.lua examples/articles/02-first-call-copy.txt " .. path))
    os.remove(path)
    assert.is_true(ok, text)
    assert.is_truthy(text:find("\n  2023-10-01 to ?\n  not before  October 2023  (past date)\n", 1, true), text)
    assert.is_truthy(text:find "\n1 of 2 articles do not state their day\n$")
  end)

  it("is at most 25 lines", function ()
    assert.is_true(select(2, helper.slurp "examples/undated.lua":gsub("\n", "")) <= 25)
  end)

  it("says what cannot be read", function ()
    local text = output(helper.lua "examples/undated.lua examples/nowhere")
    assert.is_truthy(text:find("examples/nowhere: No such file or directory\n", 1, true), text)
  end)
end)

-- What each prints on the articles beside it stands in spec/fixtures/examples/; `make output` writes it anew, to be
-- looked at before it is committed.
describe("a script of examples/", function ()
  for _, path in ipairs(helper.files("spec/fixtures/examples", ".txt")) do
    local name = path:match "([^/]+)%.txt$"
    it(name .. " prints what it should", function ()
      local text, ok = output(helper.lua("examples/" .. name .. ".lua"))
      assert.is_true(ok, text)
      assert.equal(helper.slurp(path), (text:gsub(" +\n", "\n")))
    end)
  end

  it("is at most 25 lines, and the README beside it says what it is for", function ()
    local text = helper.slurp "examples/README.md"
    for _, path in ipairs(helper.files("examples", ".lua")) do
      local name = path:match "[^/]+$"
      assert.is_truthy(text:find("| `" .. name .. "` |", 1, true), name)
      if name ~= "tour.lua" then
        assert.is_true(select(2, helper.slurp(path):gsub("\n", "")) <= 25, name)
      end
    end
  end)
end)

describe("examples/articles", function ()
  it("are described, each of them, in the README beside them", function ()
    local text = helper.slurp "examples/README.md"
    for _, path in ipairs(helper.files("examples/articles", "")) do
      local name = path:match "[^/]+$"
      assert.is_truthy(text:find("| `" .. name .. "` |", 1, true), name)
    end
  end)

  it("can all be read", function ()
    for _, path in ipairs(helper.files("examples/articles", ".txt")) do
      local article, message = alliance.read(helper.slurp(path))
      assert.is_truthy(article, path .. ": " .. tostring(message))
      assert.is_true(#article.sentences >= 4, path)
    end
  end)

  it("keep the encodings that their names promise", function ()
    assert.equal("\255\254", helper.slurp "examples/articles/12-deterrence-group-utf-16.txt":sub(1, 2))
    local western = helper.slurp "examples/articles/06-defense-dialogue-windows-1252.txt"
    assert.is_nil(utf8.len(western))
    assert.is_truthy(western:find("\147We did not set dates,\148", 1, true))
  end)
end)

describe("every script of examples/", function ()
  it("is run by a spec", function ()
    local specs = {}
    for i, path in ipairs(helper.files("spec", "_spec.lua")) do specs[i] = helper.slurp(path) end
    local all = table.concat(specs)
    for _, path in ipairs(helper.files("examples", ".lua")) do
      local printed = io.open("spec/fixtures/examples/" .. path:match "([^/]+)%.lua$" .. ".txt")
      assert.is_truthy(printed or all:find(path, 1, true), path)
    end
  end)
end)
