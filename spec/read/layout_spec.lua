local alliance = require "alliance"
local helper = require "spec.helper"

-- Every byte that is not white space lies in exactly one block, in order. Returns what is wrong, or nil.
local function uncovered(text)
  local article = alliance.read(text)
  local at = 1
  if not article then return nil end
  for i, block in ipairs(article.blocks) do
    local first, last = block.raw[1], block.raw[2]
    if first < at or last < first then return ("block %d begins at %d, after %d"):format(i, first, at) end
    if text:sub(at, first - 1):gsub("\u{a0}", ""):find "%S" then return ("a gap before byte %d"):format(first) end
    at = last + 1
  end
  if text:sub(at):gsub("\u{a0}", ""):find "%S" then return ("a gap after byte %d"):format(at) end
end

local function lines_of(text)
  local lines = {}
  for line in (text .. "\n"):gmatch "(.-)\n" do lines[#lines + 1] = line end
  return lines
end

local function shuffled(text, random)
  local lines = lines_of(text)
  for i = #lines, 2, -1 do
    local k = random(i)
    lines[i], lines[k] = lines[k], lines[i]
  end
  return table.concat(lines, "\n")
end

-- A small generator of its own, so that a failure comes again.
local function generator(seed)
  return function (n)
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed // 65536 % n + 1
  end
end

local function fixture(name)
  local file = assert(io.open("spec/fixtures/" .. name .. ".txt"))
  local text = file:read "a"
  file:close()
  return text
end

local names = { "wire", "page", "readout" }

describe("layout", function ()
  it("puts every byte that is not white space into exactly one block, in order", function ()
    for _, name in ipairs(names) do assert.is_nil(uncovered(fixture(name)), name) end
    assert.is_nil(uncovered "x")
    assert.is_nil(uncovered "(\n[\n) -- : ///")
  end)

  it("does so whatever the order of the lines", function ()
    local random = generator(7)
    for _ = 1, 50 do
      for _, name in ipairs(names) do assert.is_nil(uncovered(shuffled(fixture(name), random)), name) end
    end
  end)

  it("does so for every article at hand #slow", function ()
    local random = generator(11)
    local found = 0
    for _, set in ipairs { "seeds", "raw", "copies", "timex", "names", "quotes", "sentences" } do
      local file = io.open("../shared/data/" .. set .. ".input.jsonl")
      for line in file and file:lines() or function () end do
        local text = line:match '"text": "(.-[^\\])"' or line
        text = text:gsub("\\n", "\n"):gsub('\\"', '"'):gsub("\\u%x%x%x%x", "?")
        assert.is_nil(uncovered(text), line:sub(1, 60))
        assert.is_nil(uncovered(shuffled(text, random)), line:sub(1, 60))
        found = found + 1
      end
      if file then file:close() end
    end
    if found == 0 then pending "needs ../shared/data" end
  end)

  it("reads wire copy", function ()
    local a = assert(alliance.read(fixture "wire"))
    assert.same({ "Ministers of two allies speak by phone about autumn drills", { "Kim Eun-ha" },
      { place = "SEOUL", date = "2024-12-20", agency = "Yonhap" }, "Yonhap", "2024-12-20" },
      { a.headline, a.byline, a.dateline, a.agency, a.published })
  end)

  it("reads a story among menus and other headlines", function ()
    local a = assert(alliance.read(fixture "page"))
    assert.same({ "New commander visits coastal base", { "Tom Poe" }, 3 }, { a.headline, a.byline, #a.paragraphs })
    assert.same({ { text = "Gen. Ada Mo, left, shakes hands with a sergeant at the base on Friday.",
      credit = "Newsis" } },
      a.captions)
  end)

  it("reads a readout with front matter", function ()
    local a = assert(alliance.read(fixture "readout"))
    assert.same({ "Readout of Secretary Berg\u{2019}s Call with Minister Mo", "2024-12-19", 2, "divider" },
      { a.headline, a.published, #a.paragraphs, a.boilerplate[2].reason })
  end)

  it("takes time in proportion to the page #slow", function ()
    for _, line in ipairs { "Anna Berg\n", "Anna Berg in London\n", "((((", "SEOUL, Dec. 20 (", "By By ", "Related\n",
      "x (Yonhap)\n", "--- \n", "Title: x\n", "- a\n", "Getty Images/", "(LEAD) " } do
      assert.is_true(helper.proportional(alliance.read, line:rep(10000), line:rep(80000), 24))
    end
  end)
end)
