--- The report: one page of a set. Where headless Chromium is at hand it is opened as a reader would.
local alliance = require "alliance"
local helper = require "spec.helper"

local hostile = "<script>console.error('ran')</script><img src=x onerror=\"console.error('ran')\"> & \"quoted\""

local function example(extra)
  local set = assert(alliance.open())
  set:add { "examples/articles/*.txt", "examples/articles/*.jsonl", "examples/articles/*.csv" }
  if extra then set:add(extra) end
  return set
end

local function chromium()
  for _, name in ipairs { "chromium", "chromium-browser", "google-chrome" } do
    if os.execute("command -v " .. name .. " >/dev/null 2>&1") then return name end
  end
end

-- What Chromium says of a page: its document as built, and what it logged.
local function opened(path, more)
  local log = os.tmpname()
  local pipe = assert(io.popen(("timeout 60 %s --headless --no-sandbox --disable-gpu --enable-logging=stderr %s " ..
    "--dump-dom 'file://%s' 2>%s"):format(chromium(), more or "", path, log)))
  local dom = pipe:read "a"
  pipe:close()
  local said = helper.slurp(log)
  os.remove(log)
  return dom, said
end

describe("the report", function ()
  it("has a section for each question that has an answer, and none for the others", function ()
    local set <close> = example()
    local page = set:report()
    for _, id in ipairs { "health", "time", "timeline", "people", "tenures", "quotes", "words", "sources", "copies" } do
      assert.truthy(page:find(('<section id="%s">'):format(id), 1, true), id)
      assert.truthy(page:find(('<a href="#%s">'):format(id), 1, true), id)
    end
    local empty <close> = assert(alliance.open())
    empty:add { text = "Nothing is said here.", id = "n" }
    assert.is_nil(empty:report():find('<section id="copies">', 1, true))
  end)

  it("says which set, selection, lexicon and library it is of", function ()
    local set <close> = example()
    local part = set:where { from = "2024-10" }
    local made = part:articles().made
    local page = part:report()
    for _, words in ipairs { "where from=&quot;2024-10&quot;", made.fingerprint, made.lexicon, made.library } do
      assert.truthy(page:find(words, 1, true), words)
    end
  end)

  it("loads nothing, runs nothing, and keeps the text of articles text", function ()
    local set <close> = example { id = "x", published = "2024-05-05", source = hostile,
      text = hostile .. "\n\n\"We agree on " .. hostile .. ",\" Lloyd Austin said on Friday." }
    local page = set:report()
    assert.is_nil(page:find "<script")
    assert.is_nil(page:find "<img")
    for _, address in ipairs { 'src="', "@import", "<link" } do assert.is_nil(page:find(address, 1, true), address) end
  end)

  it("gives every id once", function ()
    local set <close> = example()
    local seen = {}
    for id in set:report():gmatch '%sid="([^"]*)"' do
      assert.is_nil(seen[id], id)
      seen[id] = true
    end
  end)

  it("is written to a file, or says why not", function ()
    local set <close> = example()
    local ok, message = set:report "/no/such/folder/report.html"
    assert.is_nil(ok)
    assert.truthy(message:find("could not be written", 1, true))
    assert.error_matches(function () set:report(3) end,
      "set:report: argument 1 (path) should be a string, not a number", 1, true)
  end)

  it("opens in a browser without a word on the console, and fits a phone #slow", function ()
    if not chromium() then return pending "no Chromium on this machine" end
    local set <close> = example { id = "x", published = "2024-05-05", source = hostile, text = hostile }
    local path = os.tmpname() .. ".html"
    assert(set:report(path))
    local dom, said = opened(path, "--window-size=390,800")
    os.remove(path)
    assert.truthy(dom:find('<section id="health">', 1, true))
    assert.is_nil(said:find("CONSOLE", 1, true), said)
  end)
end)
