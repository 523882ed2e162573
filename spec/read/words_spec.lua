local probe = require("alliance.core").probe

local TEST = "/usr/share/unicode/auxiliary/WordBreakTest.txt"

-- The lines of a file of the Unicode database, packed or not; nil where there is none.
local function lines_of(path)
  local file = io.open(path) or io.open(path .. ".bz2") and io.popen("bzcat " .. path .. ".bz2")
  return file and file:lines()
end

-- "÷ 0041 × 0308 ÷": the text, and its segments joined by ÷.
local function case_of(line)
  local marked = line:match("^÷ (.-) ÷"):gsub("%x+", function (hex) return utf8.char(tonumber(hex, 16)) end)
  marked = marked:gsub(" × ", ""):gsub(" ÷ ", "÷")
  return marked:gsub("÷", ""), marked
end

describe("words", function ()
  it("are those of the Unicode version that utf8proc knows", function ()
    local ours, theirs = probe.words_version()
    assert.equal(theirs, ours)
  end)

  it("pass every line of Unicode's own test", function ()
    local lines = lines_of(TEST)
    if not lines then return pending("no " .. TEST .. " (Debian: unicode-data)") end
    assert.equal(probe.words_version(), lines():match "WordBreakTest%-([%d.]+)%.txt")
    local count = 0
    for line in lines do
      if line:find "^÷" then
        local text, expected = case_of(line)
        assert.equal(expected, table.concat(probe.words(text), "÷"), line)
        count = count + 1
      end
    end
    assert.is_true(count > 1800)
  end)

  it("keep letters, digits and inner marks together", function ()
    assert.same({ "can't", " ", "3.5", " ", "U.S", ".", " ", "28,500" }, probe.words "can't 3.5 U.S. 28,500")
  end)

  it("take bytes that are not UTF-8 one at a time", function ()
    assert.same({ "a", "\xff", "\xe2", "b" }, probe.words "a\xff\xe2b")
  end)
end)
