local alliance = require "alliance"

local rest = "The two ministers discussed the drills on Friday and agreed to meet again, the ministry said.\n\n" ..
  "They also spoke about the cost of the troops, according to officials who were briefed on the call.\n"

local function article(head, about) return assert(alliance.read("Allies agree on drills\n\n" .. head .. rest,
  about)) end
local function dateline(head, about) return article(head, about).dateline end

describe("a dateline", function ()
  it("has a place, a day and a wire", function ()
    assert.same({ place = "SEOUL", date = "XXXX-12-20", agency = "Yonhap" }, dateline "SEOUL, Dec. 20 (Yonhap) -- ")
    assert.same({ place = "Seoul", date = "XXXX-01-02", agency = "IANS" }, dateline "Seoul, Jan 2 (IANS) ")
    assert.same({ place = "WASHINGTON", date = "XXXX-08-18" }, dateline "WASHINGTON, Aug. 18 — ")
    assert.same({ place = "SEOUL, South Korea", agency = "AP" }, dateline "SEOUL, South Korea (AP) — ")
    assert.same({ place = "MOSCOW", date = "XXXX-12-20", agency = "TASS" }, dateline "MOSCOW, December 20. /TASS/. ")
    assert.same({ place = "Seoul", date = "XXXX-12-20", agency = "ANI" },
      dateline "Seoul [South Korea], December 20 (ANI): ")
    assert.same({ place = "CAMP HUMPHREYS, South Korea" }, dateline "CAMP HUMPHREYS, South Korea — ")
  end)

  it("may stand behind the name of who passed it on", function ()
    assert.same({ place = "TOKYO", date = "XXXX-10-20", agency = "KUNA" },
      dateline "(SNA- Some News Agency (KUNA)) TOKYO, Oct 20 (KUNA) -- ")
  end)

  it("may lack its city or its day", function ()
    assert.same({ date = "XXXX-12-20", agency = "UPI" }, dateline "Dec. 20 (UPI) -- ")
    assert.same({ place = "HAVANA", agency = "AP" }, dateline "HAVANA (AP) -- ")
    assert.same({ place = "DES MOINES" }, dateline "DES MOINES - ")
  end)

  it("may stand on a line of its own", function ()
    assert.same({ place = "WARSAW", date = "XXXX-02-26", agency = "Xinhua" },
      dateline "WARSAW, February 26 (Xinhua) --\n\n")
    assert.same({ place = "BRUSSELS", date = "1996-08-22" }, dateline "BRUSSELS 1996-08-22\n")
  end)

  it("counts once when two are stacked: the first that says a thing says it", function ()
    assert.same({ place = "SEOUL", date = "XXXX-08-18", agency = "Yonhap" },
      dateline "SEOUL (Yonhap) --\nWASHINGTON, Aug. 18 (Yonhap) -- ")
  end)

  it("is a block of its own, and the paragraph begins behind it", function ()
    local blocks = article("SEOUL, Dec. 20 (Yonhap) -- ").blocks
    assert.same({ "dateline", "SEOUL, Dec. 20 (Yonhap) --" }, { blocks[2].kind, blocks[2].text })
    assert.same({ "paragraph", "The two" }, { blocks[3].kind, blocks[3].text:sub(1, 7) })
  end)

  it("is not a speaker's name, a sport or a sentence that begins with a city", function ()
    assert.is_nil(dateline "PRESIDENT MO: Thank you all for coming here today, it is good to see you.\n\n")
    assert.is_nil(dateline "CRICKET - HOME SIDE WINS THE CUP AGAIN IN PORT TOWN.\n\n")
    assert.is_nil(dateline "Seoul and Washington — long allies — agreed on it. ")
  end)

  it("takes its year from the day of publication", function ()
    assert.equal("2024-12-31", dateline("SEOUL, Dec. 31 (Yonhap) -- ", { published = "2025-01-01" }).date)
    assert.equal("2025-01-02", dateline("SEOUL, Jan. 2 (Yonhap) -- ", { published = "2025-01-01" }).date)
    assert.equal("2024-02-29", dateline("SEOUL, Feb. 29 (Yonhap) -- ",
      { published = "2024-03-01T09:00:00+09:00" }).date)
  end)

  it("with a year dates the article", function ()
    local a = article "BRUSSELS 1996-08-22\n"
    assert.same({ "1996-08-22", "dateline" }, { a.published, a.dating.how })
    assert.is_nil(article("SEOUL, Dec. 20 (Yonhap) -- ").published)
  end)
end)
