local alliance = require "alliance"

local function names(article)
  local out = {}
  for _, person in ipairs(article.people) do out[#out + 1] = ("%s, %s"):format(person.name, person.rule) end
  return out
end

-- The lexicon as it is where its weights were never made.
local function without_weights(use)
  local saved = {}
  for name, module in pairs(package.loaded) do
    if name:find "^alliance" and name ~= "alliance.core" then saved[name], package.loaded[name] = module, nil end
  end
  package.preload["alliance.lexicon.weights"] = function () error "there are no weights" end
  local ok, message = pcall(function () use(require "alliance") end)
  package.preload["alliance.lexicon.weights"] = nil
  for name in pairs(package.loaded) do
    if name:find "^alliance" and name ~= "alliance.core" then package.loaded[name] = nil end
  end
  for name, module in pairs(saved) do package.loaded[name] = module end
  assert(ok, message)
end

describe("the tagger", function ()
  it("finds a person whom no table lists", function ()
    assert.same({ "Orlando Quistgaard, tagger" },
      names(alliance.read "Orlando Quistgaard told reporters that he would not resign."))
  end)

  it("finds no person in words that have no capital", function ()
    assert.same({}, names(alliance.read "The harbour was closed and nobody told reporters why."))
  end)

  it("is overruled by what the tables list", function ()
    assert.same({ "Lloyd Austin, lexicon" }, names(alliance.read "Lloyd Austin told reporters that he would stay."))
  end)
end)

describe("a lexicon without weights", function ()
  it("finds what its tables list, and posts", function ()
    without_weights(function (bare)
      local article = bare.read "U.S. Defense Secretary Lloyd Austin met Kim Seon-ho in Seoul."
      assert.same({ "Lloyd Austin, lexicon", "Kim Seon-ho, lexicon" }, names(article))
      assert.equal("Secretary of Defense", article.people[1].office)
    end)
  end)

  it("finds a Korean name by its family name, and who stands behind a post", function ()
    without_weights(function (bare)
      assert.same({ "Bak Dae-gwang, family-name" }, names(bare.read "The visitor was Bak Dae-gwang of Busan."))
      assert.same({ "Quistgaard, holder" }, names(bare.read "They met Prime Minister Quistgaard in the evening."))
    end)
  end)

  it("finds nobody else", function ()
    without_weights(function (bare)
      assert.same({}, names(bare.read "Orlando Quistgaard told reporters that he would not resign."))
    end)
  end)
end)
