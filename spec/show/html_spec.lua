--- A frame as a table of HTML.
local frame = require "alliance.show.frame"
local svg = require "spec.show.svg_helper"

local function of(columns, rows, made, options) return frame.new(columns, rows, made):html(options) end

-- The table alone, which is written as XML would have it.
local function tree(html) return svg.parse((html:match "<section.*</section>")) end

local function cells(html, name)
  local list = {}
  for i, node in ipairs(svg.all(tree(html), name)) do list[i] = node.text end
  return list
end

describe("a frame as HTML", function ()
  it("is a table with a caption, heads of columns, and cells", function ()
    local html = of({ "side", "n" }, { { "KR", 3 }, { "US" } }, { query = "people" })
    assert.same({ { "people" }, { "side", "n" }, { "KR", "3", "US", "" } },
      { cells(html, "caption"), cells(html, "th"), cells(html, "td") })
    for _, node in ipairs(svg.all(tree(html), "th")) do assert.equal("col", node.at.scope) end
  end)

  it("tells how many rows there are, what was asked, and what was left out", function ()
    local html = of({ "n" }, { { 1 } }, { query = "q", selection = 'source="AP"', left_out = 2 })
    assert.same({ '1 row; 2 undated articles left out; where source="AP"' }, cells(html, "p"))
  end)

  it("is a fragment as text and a whole page as a file, or as the caller wishes", function ()
    local f, path = frame.new({ "n" }, { { 1 } }), os.tmpname()
    assert.is_nil(f:html():find "<html")
    assert.equal('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
      f:html { page = true }:sub(1, 62))
    assert.equal(path, f:html(path))
    local file <close> = assert(io.open(path, "rb"))
    assert.equal(f:html { page = true }, file:read "a")
    os.remove(path)
  end)

  it("shows hostile text in cells, heads and captions, and obeys none", function ()
    local hostile = '</td></table><script>alert("x")</script><img src=x onerror=alert(1)>&amp;\0\u{202E}\xff'
    local html = of({ hostile }, { { hostile } }, { query = hostile, selection = hostile }, { page = true })
    local shown = '</td></table><script>alert("x")</script><img src=x onerror=alert(1)>&amp;␀�'
    assert.same({ shown }, cells(html, "td"))
    assert.same({ shown }, cells(html, "th"))
    assert.is_nil(html:find "<script" or html:find "<img")
  end)

  it("puts numbers on the right and lets long texts break", function ()
    local html = of({ "n", "day", "text" }, { { 1, "2024-12-20", ("long "):rep(20) } })
    local classes = {}
    for i, node in ipairs(svg.all(tree(html), "td")) do classes[i] = node.at.class end
    assert.same({ "number", "short", "long" }, classes)
  end)

  it("loads nothing and runs nothing", function ()
    local html = of({ "n" }, { { 1 } }, nil, { page = true })
    for _, what in ipairs { "src=", "href=", "url%(", "@import", "<script", "http" } do
      assert.is_nil(html:find(what), what)
    end
  end)

  it("drops the words of articles with text=false, and takes another title", function ()
    local html = of({ "id", "snippet" }, { { "x", "words" } }, nil, { text = false, title = "Ids" })
    assert.same({ { "id" }, { "Ids" } }, { cells(html, "th"), cells(html, "caption") })
  end)

  it("prints lists as a; b and has no cells without rows", function ()
    assert.same({ "KR; US" }, cells(of({ "sides" }, { { { "KR", "US" } } }), "td"))
    assert.same({}, cells(of({ "sides" }, {}), "td"))
  end)

  it("refuses options it does not know", function ()
    assert.error_matches(function () of({}, {}, nil, { colour = 1 }) end,
      "frame:html: no option 'colour'; there are: columns, page, text, title")
  end)
end)
