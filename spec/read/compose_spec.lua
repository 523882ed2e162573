local alliance = require "alliance"

local function paragraphs(text) return assert(alliance.read(text)).paragraphs end

describe("hard-wrapped lines", function ()
  local wrapped = "The two ministers spoke by phone on Friday about the drills that are\n" ..
    "planned for the autumn, and they agreed that the forces of both sides\n" ..
    "would take part as in former years. They also spoke about costs and the\n" ..
    "long-\nterm plans of the command, the ministry said in its statement.\n\n" ..
    "A further call is planned for the coming week, once the new minister has\ntaken office in the capital.\n"

  it("become paragraphs", function ()
    assert.same({ "The two ministers spoke by phone on Friday about the drills that are planned for the autumn, " ..
      "and they " ..
      "agreed that the forces of both sides would take part as in former years. They also spoke about costs and the " ..
      "long-term plans of the command, the ministry said in its statement.",
      "A further call is planned for the coming week, once the new minister has taken office in the capital." },
      paragraphs((wrapped:gsub("long%-\n", "long-"))))
  end)

  it("keep a compound that was broken at its hyphen in one piece", function ()
    assert.matches("the long%-term plans", paragraphs((wrapped:gsub("and the\nlong%-", "and the long-")))[1])
  end)
end)

describe("lines that are not wrapped", function ()
  it("are a paragraph each", function ()
    local one = "The two ministers spoke by phone on Friday about the drills that are planned, two officials said."
    local two = "They agreed that the forces of both sides would take part as they had before, the ministry said."
    assert.same({ one, two }, paragraphs(one .. "\n" .. two .. "\n"))
  end)
end)

describe("white space", function ()
  it("is evened out, but for spaces that do not break", function ()
    assert.same({ "The plan of the ministers was\u{a0}agreed on Friday, the ministry said." },
      paragraphs "The plan of  \tthe ministers was\u{a0}agreed on Friday, the ministry said.")
  end)
end)
