local alliance = require "alliance"

local story = "The two ministers discussed the drills on Friday and agreed to meet again, the ministry said.\n\n" ..
  "They also spoke about the cost of the troops, according to officials who were briefed on the call.\n\n"

local function captions(text) return assert(alliance.read(text)).captions end

describe("a caption", function ()
  it("ends in the credit of a picture, which is cut off", function ()
    assert.same({ { text = "Gen. Ada Mo speaks in Busan on Friday.", credit = "AFP-Yonhap" } },
      captions("Gen. Ada Mo speaks in Busan on Friday. (AFP-Yonhap)\n\n" .. story))
    assert.same({ { text = "Ada Mo, left, poses for a photo in Busan on Friday.", credit = "YONHAP" } },
      captions("Allies agree\n\nAda Mo, left, poses for a photo in Busan on Friday. [YONHAP]\n\n" .. story))
    assert.same({ { text = "Marines take positions at a beach near Busan, South Korea",
      credit = "Jo Min-su/Reuters" } },
      captions("Allies agree\nMarines take positions at a beach near Busan, South Korea Jo Min-su/Reuters\n\n" ..
        story))
    assert.same({ { text = "Soldiers take part in a drill near Busan.", credit = "Photo: AFP" } },
      captions("Allies agree\nSoldiers take part in a drill near Busan. Photo: AFP\n" .. story))
  end)

  it("counts once when the page gives it twice", function ()
    local line = "Gen. Ada Mo, commander of the corps, speaks at a ceremony in Busan on Friday.\n"
    local a = assert(alliance.read(line .. line .. "\n" .. story))
    assert.same({ { text = line:sub(1, -2) } }, a.captions)
    assert.same({ { text = line:sub(1, -2), reason = "repeated" } }, a.boilerplate)
  end)

  it("takes its credit from a copy that has one", function ()
    local line = "Soldiers of the corps during a drill near Busan, South Korea, on Nov. 15, 2022."
    assert.same({ { text = line, credit = "Ministry of Works" } },
      captions("Allies agree\n\n" .. line .. "\n\n" .. line .. " (Ministry of Works)\n\n" .. story))
  end)

  it("may stand between paragraphs, glued to the body", function ()
    assert.same({ { text = "This photo, taken on Friday, shows Gen. Ada Mo at the gate." } },
      captions("Allies agree\n" .. story:gsub("\n\n", "\n", 1) ..
        "This photo, taken on Friday, shows Gen. Ada Mo at the gate.\n" ..
          "Both sides said they would keep their plans.\n"))
  end)

  it("is not running text that is only like one", function ()
    assert.same({}, captions("Allies agree\n\n" .. story ..
      "The plan is seen as a step forward by the two capitals.\n\n" .. story))
    assert.same({},
      captions("Allies agree\n\nThe ministers meet Friday for the last time before the vote in the capital.\n\n" ..
        story))
  end)

  it("never gives the story its wire", function ()
    local a = assert(alliance.read("Gen. Ada Mo speaks in Busan on Friday. (AFP-Yonhap)\n\n" .. story))
    assert.is_nil(a.agency)
  end)
end)

describe("a credit", function ()
  local function agency(text) return assert(alliance.read(text)).agency end

  it("names the story's wire at its end, on a line or under the headline", function ()
    assert.equal("Yonhap", agency("Allies agree\n\n" .. story:sub(1, -3) .. " (Yonhap)\n"))
    assert.equal("Reuters", agency("Allies agree\n\n" .. story .. "- Reuters\n"))
    assert.equal("AFP", agency("Allies agree\n\nAgence France-Presse\n\n" .. story))
    assert.equal("AFP", agency("Allies agree\n\n" .. story .. "© 2024 AFP\n"))
  end)

  it("is a block of its own", function ()
    local blocks = assert(alliance.read("Allies agree\n\n" .. story:sub(1, -3) .. " (Yonhap)\n")).blocks
    assert.same({ "credit", "(Yonhap)" }, { blocks[4].kind, blocks[4].text })
  end)

  it("is not a wire that the story quotes, nor a picture's", function ()
    assert.is_nil(agency("The president told Yonhap news agency on Friday that all was well.\n\n" .. story))
    assert.is_nil(agency("Allies agree on drills\n\nNewsis\nNewsis\n\n" .. story))
  end)
end)
