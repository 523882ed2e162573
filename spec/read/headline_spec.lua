local alliance = require "alliance"

local lead = "The two ministers discussed the drills on Friday and agreed to meet again, the ministry said.\n\n" ..
  "They also spoke about the cost of the troops, according to officials who were briefed on the call.\n"

local function headline(text) return assert(alliance.read(text)).headline end

local function kinds(text)
  local list = {}
  for i, block in ipairs(assert(alliance.read(text)).blocks) do list[i] = block.reason or block.kind end
  return list
end

describe("a headline", function ()
  it("is the first line when that is no sentence", function ()
    assert.equal("Allies agree on autumn drills", headline("Allies agree on autumn drills\n\n" .. lead))
    assert.equal("Allies agree on autumn drills", headline("Allies agree on autumn drills\n" .. lead))
  end)

  it("is missing where the page begins with running text", function ()
    assert.is_nil(headline(lead))
    assert.is_nil(headline("SEOUL, Dec. 20 (Yonhap) -- " .. lead))
  end)

  it("may end in a stop when a byline, a dateline or title case shows what it is", function ()
    assert.equal("Allies agree on autumn drills.",
      headline("Allies agree on autumn drills.\nAnna Berg\nSEOUL 1996-08-22\n" .. lead))
    assert.equal("Ministers Promise Larger Autumn Drills.", headline("Ministers Promise Larger Autumn Drills.\n\n" ..
      lead))
    assert.is_nil(headline("The firm said it was closing a plant.\n\n" .. lead))
  end)

  it("comes without the tags and labels around it", function ()
    assert.equal("Allies agree on drills", headline("(2nd LD) Allies agree on drills\n\n" .. lead))
    assert.equal("Allies agree on drills", headline("[News Focus] Allies agree on drills\n\n" .. lead))
    assert.same({ "label", "headline", "paragraph", "paragraph" }, kinds("World\n\nAllies agree on drills\n\n" .. lead))
    assert.same({ "label", "headline", "paragraph", "paragraph" }, -- whose page it is
      kinds("U.S. Department of Defense\n\nReadout of Secretary Berg's Call With Minister Mo\n\n" .. lead))
    assert.same({ "headline", "subhead", "paragraph", "paragraph" },
      kinds("Great Department of Wonders\n\nReadout of Secretary Berg's Call With Minister Mo\n\n" .. lead))
  end)

  it("is the title of the metadata where the text has none", function ()
    assert.equal("Readout of a Call", headline("---\ntitle: Readout of a Call\ndate: 2024-12-20\n---\n" .. lead))
  end)

  it("is neither a caption nor a section's name", function ()
    assert.is_nil(headline("Gen. Ada Mo speaks at a ceremony in Busan on Friday. (AFP-Yonhap)\n\n" .. lead))
    assert.equal("Allies agree on drills", headline("Breaking news\n\nAllies agree on drills\n\n" .. lead))
  end)

  it("is followed by a second deck as a subhead", function ()
    assert.same({ "headline", "subhead", "paragraph", "paragraph" },
      kinds("Allies agree on drills;\nNeighbours voice concern over scale\n\n" .. lead))
  end)
end)
