--- The codebook.
local keep = require "spec.keep.keep_helper"
local variables = require "alliance.codebook.variables"

local function example()
  return keep.set({ id = "a", source = "AP", published = "2024-05-02",
    text = "Allies <firm>\n\n\"We agree on all of it,\" Lloyd Austin said. About 500 troops left on Friday." })
end

describe("the codebook", function ()
  it("describes every column that a question shows, in its order", function ()
    local set <close> = example()
    for _, frame in ipairs(variables.frames) do
      local names = {}
      for i = 3, #frame do names[i - 2] = frame[i][1] end
      assert.same(set[frame[1]](set).columns, names, frame[1])
    end
  end)

  it("says what every variable is", function ()
    for _, frame in ipairs(variables.frames) do
      for i = 3, #frame do
        local meaning = frame[i][3] or (variables.common[frame[i][1]] or {})[2]
        assert.is_string(meaning, frame[1] .. "." .. frame[i][1])
      end
    end
  end)

  it("has the codes of consultations, the terms, the units and the rules with both examples", function ()
    local set <close> = example()
    local text = set:codebook()
    for _, words in ipairs { "| call | 041 | phone |", "| assurance | ironclad | ironclad, iron-clad, iron clad |",
      "| USD |", "| British date | … on 3 December 2024 … | 2024-12-03 | … on 33 December 2024 … |",
      "| tenures |", "set: " .. set:articles().made.fingerprint } do
      assert.truthy(text:find(words, 1, true), words)
    end
  end)

  it("is written to a file, or says why not", function ()
    local set <close> = example()
    local path = os.tmpname()
    assert.equal(path, set:codebook(path))
    local file <close> = assert(io.open(path, "rb"))
    assert.equal(set:codebook(), file:read "a")
    os.remove(path)
    local ok, message = set:codebook "/no/such/folder/codebook.md"
    assert.is_nil(ok)
    assert.truthy(message:find("could not be written", 1, true))
    assert.error_matches(function () set:codebook(3) end,
      "set:codebook: argument 1 (path) should be a string, not a number", 1, true)
  end)

  it("counts the selection that is asked", function ()
    local set <close> = example()
    assert.truthy(set:where({ source = "none" }):codebook():find("articles: 0 (source=\"none\")", 1, true))
  end)
end)
