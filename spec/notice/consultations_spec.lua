local alliance = require "alliance"

local function read(text, about) return assert(alliance.read(text, about or { published = "2025-08-29" })) end
local function contacts(text, about) return read(text, about).consultations end

-- "call held 2025-08-27 {KR,US}"
local function said(text, about)
  local out = {}
  for i, c in ipairs(contacts(text, about)) do
    out[i] = table.concat({ c.kind, c.status, c.date or "-", "{" .. table.concat(c.sides, ",") .. "}" }, " ")
  end
  return out
end

local function one(text, about)
  local list = contacts(text, about)
  assert.equal(1, #list)
  return list[1]
end

describe("a consultation", function ()
  it("has a kind, a status, a day and sides", function ()
    assert.same({ "call held 2025-08-27 {KR,US}" },
      said "Foreign Minister Cho Hyun spoke by phone with U.S. Secretary of State Marco Rubio on Wednesday.")
  end)

  it("names those who took part, by person, else by side", function ()
    assert.same({ "Marco Rubio", "Cho Hyun" },
      one("Foreign Minister Cho Hyun met U.S. Secretary of State Marco Rubio in Washington.").participants)
    assert.same({ "JP", "KR" }, one("Seoul and Tokyo held talks on Monday.").participants)
  end)

  it("names who stands behind many titles", function ()
    assert.same({ "Wang Yi", "Cho Hyun" }, one("Foreign Minister Cho Hyun met with Chinese State " ..
      "Council Member, Chairman of the Standing Committee on Foreign Trade, and Foreign Minister Wang Yi.")
      .participants)
  end)

  it("that was between two has nobody else, whoever tells of it", function ()
    local list = contacts("Cho Hyun spoke with Marco Rubio on Monday to follow up on last week's call between " ..
      "President Lee Jae Myung and President Donald Trump.")
    assert.same({ "Lee Jae Myung", "Donald Trump" }, list[#list].participants)
  end)

  it("has not the day of what it follows up on", function ()
    assert.same({ "call held 2025-08-25 {KR,US}" }, said("Cho Hyun spoke by phone with Marco Rubio on Monday. " ..
      "Their call followed up on the August 9 accord."))
  end)

  it("says where, in which sentence and by which rule", function ()
    local article = read "It rained. Seoul and Tokyo held talks in Busan on Monday."
    local c = article.consultations[1]
    assert.same({ "Busan", 2, "noun-held", 1 }, { c.place, c.sentence, c.rule, c.block })
    assert.equal("Seoul and Tokyo held talks", article.text:sub(c.first, c.last))
  end)

  it("says how long it lasted", function ()
    assert.equal("PT30M", one("Lee Jae Myung and Donald Trump held a 30-minute phone call on Monday.").duration)
  end)

  it("has the name and number of a series", function ()
    local c = one("South Korea and the United States held the 57th Security Consultative Meeting in Seoul on Tuesday.")
    assert.same({ "Security Consultative Meeting", 57, "meeting" }, { c.name, c.ordinal, c.kind })
  end)
end)

describe("who takes part", function ()
  it("may be joined over posts and countries", function ()
    local c = one("U.S. Secretary of State Marco Rubio spoke by phone with Foreign Minister Cho Hyun of South Korea "
      .. "and Foreign Minister Takeshi Iwaya of Japan.")
    assert.same({ "Cho Hyun", "Takeshi Iwaya", "Marco Rubio" }, c.participants)
    assert.same({ "JP", "KR", "US" },
      one("The U.S. defense secretary met with his counterparts from South Korea and Japan.").sides)
  end)

  it("is who the words before a name introduce", function ()
    assert.same({ "Takeshi Iwaya", "Marco Rubio" },
      one("U.S. Secretary of State Marco Rubio met with Japanese Cabinet Office Secretary Takeshi Iwaya.").participants)
  end)

  it("stands behind where and when it was", function ()
    local c = one("In Tokyo, Japan, U.S. Secretary of State Marco Rubio met with Foreign Minister Cho Hyun.")
    assert.same({ "Tokyo", "Cho Hyun", "Marco Rubio" }, { c.place, c.participants[1], c.participants[2] })
    assert.equal("White House", one("Marco Rubio met at the White House with Foreign Minister Cho Hyun.").place)
    assert.equal("Busan", one("Marco Rubio met in Busan, South Korea, with Foreign Minister Cho Hyun.").place)
  end)

  it("stands behind words that hold apart, or that count them", function ()
    assert.same({ "Cho Hyun", "Marco Rubio" },
      one("Marco Rubio met, on separate occasions, with Foreign Minister Cho Hyun.").participants)
    assert.same({ "JP", "US" }, one("Marco Rubio met members of a Japanese delegation.").sides)
    assert.same({ "call held 2025-08-28 {KR,US}" },
      said "Foreign Minister Cho Hyun received a phone call from Marco Rubio on Thursday.")
  end)

  it("is not the country that somebody left, nor who is at home", function ()
    assert.same({ "Takeshi Iwaya", "Marco Rubio" },
      one("Marco Rubio left Japan after holding talks with Foreign Minister Takeshi Iwaya.").participants)
    assert.same({}, said "Japanese Foreign Minister Takeshi Iwaya visited Osaka on Monday.")
  end)

  it("is told once where a noun says the verb again", function ()
    assert.same({ "meeting held 2025-08-29 {KR,US}" }, said("Marco Rubio met with Foreign Minister Cho Hyun on Friday "
      .. "for a two-hour meeting."))
  end)

  it("is told by a joined name", function ()
    assert.same({ "summit held 2025-08-25 {JP,KR}" }, said "The South Korea-Japan summit was held on Monday.")
  end)

  it("is told by a relative clause", function ()
    local c = one("The phone talks Cho Hyun had with Marco Rubio on Monday were short.")
    assert.same({ "call", "noun-relative" }, { c.kind, c.rule })
  end)

  it("is told by a group of officers", function ()
    assert.same({ "call held 2025-08-29 {KR,US}" },
      said "The defense chiefs of South Korea and the United States held a phone call on Friday.")
  end)

  it("is told by what stood before: they, the two leaders", function ()
    local list = contacts("President Lee Jae Myung spoke by phone with U.S. President Donald Trump on Monday.\n\n" ..
      "The two leaders agreed to meet in New York.")
    assert.same({ "call", "meeting", "planned" }, { list[1].kind, list[2].kind, list[2].status })
    assert.same({ "KR", "US" }, list[2].sides)
  end)

  it("is told by an adverb: by phone", function ()
    assert.same({ "call held 2025-08-28 {KR,US}" },
      said "Cho Hyun and Marco Rubio exchanged views by phone on Thursday.")
    assert.same({}, said "Cho Hyun and Marco Rubio like the phone.")
  end)

  it("is both Koreas where it says so", function ()
    assert.same({ "summit held 2018 {KP,KR}" }, said "The two Koreas held a summit in Pyongyang in 2018.")
  end)

  it("is the holder of the like post, where a counterpart is not named", function ()
    local c = contacts("South Korean Defense Minister Ahn Gyu-back spoke by phone with his U.S. counterpart " ..
      "on Monday.\n\nU.S. Defense Secretary Pete Hegseth was ready.")[1]
    table.sort(c.participants)
    assert.same({ "Ahn Gyu-back", "Pete Hegseth" }, c.participants)
  end)

  it("includes those who attended as well", function ()
    local list = contacts("Defense Minister Ahn Gyu-back met U.S. Secretary of War Pete Hegseth on Monday.\n\n" ..
      "The meeting was attended by U.S. Ambassador to South Korea Philip Goldberg.")
    assert.equal(1, #list)
    assert.equal(3, #list[1].participants)
  end)

  it("of one side alone is none: a domestic meeting", function ()
    assert.same({}, said "President Lee Jae Myung met with Defense Minister Ahn Gyu-back on Monday.")
    assert.same({}, said "Seoul's generals held a meeting on Tuesday about the alliance with Washington.")
  end)

  it("of no official is none: business, forums, the press", function ()
    assert.same({}, said "Lee Jae Myung met American investors on Monday.")
    assert.same({}, said "Lee Jae Myung left the APEC summit on Monday.")
    assert.same({}, said "Lee Jae Myung and Donald Trump held a joint press conference on Monday.")
  end)
end)

describe("the status of a contact", function ()
  local function status(text) return one(text).status end

  it("is held where a verb of the past says so", function ()
    assert.equal("held", status "Seoul and Tokyo held talks on Monday.")
  end)

  it("is planned where somebody will, or agreed to", function ()
    assert.equal("planned", status "Seoul and Tokyo will hold talks in Busan.")
    assert.equal("planned", status "Seoul and Tokyo agreed to hold talks in Busan.")
    assert.equal("planned", status "A summit between South Korea and Japan is expected to take place in Busan.")
  end)

  it("is planned where its day lies ahead of the article's", function ()
    assert.equal("planned", status "South Korea and Japan hold talks in Busan on Sept. 15.")
  end)

  it("is proposed where somebody only seeks it", function ()
    assert.equal("proposed", status "Seoul proposed talks with Tokyo on the plan.")
    assert.equal("proposed", status "Donald Trump hopes to visit South Korea.")
  end)

  it("is called off where it was canceled or postponed", function ()
    assert.equal("called-off", status "Lloyd Austin had planned to visit Seoul but canceled the trip.")
    assert.equal("called-off", status "Fumio Kishida's planned visit to South Korea was postponed.")
  end)

  it("is denied where somebody denies it", function ()
    assert.equal("denied", status "The ministry denied that Cho Hyun had met with North Korean officials.")
  end)

  it("is no May that is a month", function ()
    assert.equal("held", status "Cho Hyun and Marco Rubio met in May in Vienna.")
  end)

  it("is none where two have not met at all", function ()
    assert.same({}, said "Lee Jae Myung and Donald Trump have not met since June.")
  end)
end)

describe("the code of a contact", function ()
  local function cameo(text) return one(text).cameo end

  it("tells calls, meetings, visits and hosts apart", function ()
    assert.equal("041", cameo "Seoul and Tokyo held a phone call on Monday.")
    assert.equal("040", cameo "Cho Hyun met Marco Rubio in Washington on Monday.")
    assert.equal("042", cameo "Marco Rubio visited South Korea on Monday.")
    assert.equal("043", cameo "President Lee Jae Myung hosted U.S. President Donald Trump on Monday.")
  end)

  it("is that of a third place where neither is at home", function ()
    assert.equal("044", cameo "Cho Hyun met Marco Rubio in Tokyo on Monday.")
  end)

  it("tells negotiation, signing and exercise", function ()
    assert.equal("046", cameo "South Korea and the United States held tariff negotiations on Monday.")
    assert.equal("057", cameo "South Korea and Japan signed an agreement on Monday.")
    assert.equal("062", cameo "South Korea and the United States conducted a joint exercise on Monday.")
  end)

  it("is intent where it is only planned, and the nearest refusal where it was called off or denied", function ()
    assert.equal("036", cameo "Cho Hyun will meet Marco Rubio on Sunday.")
    assert.equal("125", cameo "Marco Rubio canceled his trip to South Korea.")
    assert.equal("164", cameo "South Korea called off its talks with North Korea.")
    assert.equal("1212", cameo "South Korea and the United States canceled a joint exercise on Monday.")
  end)
end)

describe("whether it was held", function ()
  it("is not what was refused in it, and only an aim behind 'for'", function ()
    assert.same({ "talks held 2025-08-29 {KR,US}" },
      said "Foreign Minister Cho Hyun rejected the demand in talks with Marco Rubio on Friday.")
    assert.same("proposed", one("The plan is a basis for resuming talks between Seoul and Tokyo.").status)
  end)

  it("is called off by words that look like a call", function ()
    assert.same("called-off", one("South Korea called off its planned summit with Japan.").status)
  end)
end)

describe("the day of a contact", function ()
  it("is not that of the next one, which is only planned", function ()
    assert.same({ "call held 2025-08-29 {KR,US}", "meeting planned 2025-09 {KR,US}" },
      said "Cho Hyun and Marco Rubio spoke by phone on Friday and agreed to meet in Seoul next month.")
  end)

  it("is not that of the saying", function ()
    assert.same({ "summit planned 2025-09-12 {KP,US}" },
      said "Donald Trump said Friday his summit with North Korean leader Kim Jong Un will take place on Sept. 12.")
  end)

  it("is not that of something before it", function ()
    assert.equal("2025-08-29", one("Cho Hyun met Marco Rubio for talks since taking office last month.").date)
  end)

  it("is shared by what happens on the sidelines", function ()
    assert.equal("2025-08-20", contacts("Cho Hyun met Marco Rubio in Osan on the sidelines of US " ..
      "Forces Korea's change-of-command ceremony on Aug. 20.")[1].date)
  end)

  it("may be the same as that named last", function ()
    assert.same("2025-08-28", contacts("He spoke on Thursday. Much happened.\n\nIt rained.\n\n" ..
      "Seoul and Tokyo held talks earlier in the day.")[1].date)
  end)
end)

describe("contacts of one article", function ()
  it("are one where the same is told twice", function ()
    assert.same({ "meeting held 2025-08-25 {JP,KR}" }, said("Seoul and Tokyo held talks on Monday.\n\n" ..
      "In the meeting in Busan, both sides agreed on much. South Korea and Japan met after lunch."))
  end)

  it("stay apart where day or kind differ", function ()
    assert.same({ "talks held 2025-08-25 {JP,KR}", "talks held 2025-07 {JP,KR}", "call held 2025-08-26 {JP,KR}" },
      said("Seoul and Tokyo held talks on Monday. Seoul and Tokyo held talks in July. " ..
        "Seoul and Tokyo held a phone call on Tuesday."))
  end)

  it("are two visits where the places differ", function ()
    assert.same({ "visit held 2025-08-24 {KR,US}", "visit held 2025-08-23 {JP,KR}" },
      said("Lee Jae Myung arrived in Washington on Sunday. Lee Jae Myung visited Tokyo on Saturday."))
  end)

  it("are not what a caption shows", function ()
    local article = read("Lloyd Austin speaks before a meeting of South Korea and Japan at the Pentagon on Friday. " ..
      "(AFP-Yonhap)\n\nMuch rain fell on the town and the fields around it, said people who live there.")
    assert.same({ 1, {} }, { #article.captions, article.consultations })
  end)

  it("are no generalities", function ()
    assert.same({}, said "Seoul wants close consultations with its ally. Future talks matter to Tokyo.")
  end)
end)

describe("the days of a contact", function ()
  it("are all those of a range", function ()
    local c = alliance.read("South Korea and the United States held talks in Seoul from Dec. 9 to 12.",
      { published = "2024-12-20" }).consultations[1]
    assert.same({ "2024-12-09/2024-12-12", "2024-12-09", "2024-12-12" }, { c.date, c.first_day, c.last_day })
  end)

  it("are one where two days are told apart", function ()
    local c = alliance.read("South Korea and the United States held talks in Seoul on Dec. 9. They end on Dec. 12.",
      { published = "2024-12-20" }).consultations[1]
    assert.same({ "2024-12-09", "2024-12-09" }, { c.date, c.last_day })
  end)
end)

describe("the words around a contact", function ()
  local function places(text)
    local out = {}
    for i, c in ipairs(contacts(text)) do out[i] = c.place or "-" end
    return out
  end

  it("give it no day that belongs to what tells of it", function ()
    assert.same({ "call held 2025-08-25 {KR,US}", "visit planned - {KP,RU}" },
      said("Foreign Minister Cho Hyun spoke with Marco Rubio on Monday about Russian President Vladimir Putin's " ..
        "planned visit to North Korea."))
    assert.same({ "visit planned 2025-09-02 {KP,RU}" },
      said "On Tuesday, Russian President Vladimir Putin will make a visit to North Korea.")
    assert.same({ "summit called-off 2025-09-12 {KP,US}" },
      said "Donald Trump on Thursday called off his planned Sept. 12 summit with North Korean leader Kim Jong Un.")
  end)

  it("give it no place that belongs to what was talked about", function ()
    assert.same({ "-" }, places "Cho Hyun held talks with Marco Rubio to discuss signs of peace in Ukraine.")
    assert.same({ "-" }, places "Cho Hyun met Marco Rubio to address the threat posed by North Korea.")
    assert.same({ "Busan" }, places("Cho Hyun held talks with Marco Rubio on Monday in Busan to discuss peace in " ..
      "Ukraine."))
  end)

  it("give it no place that is an owner", function ()
    assert.same({ "White House" },
      places "Marco Rubio met at the White House with Cho Hyun to review progress in the U.S.-South Korea partnership.")
    assert.same({ "-" }, places "Cho Hyun met Marco Rubio over jobs in Japan's power sector.")
  end)

  it("give it no status that belongs to the next verb", function ()
    assert.same({ "visit held 2025-08-29 {JP,US}", "visit planned - {PH,US}" },
      said "Marco Rubio has visited Japan and will visit the Philippines.")
    assert.same({ "summit planned - {JP,KR}" }, said "A summit between South Korea and Japan will be held.")
  end)

  it("give it no duration of another one", function ()
    assert.is_nil(contacts("Lee Jae Myung arrived in Washington on Sunday after a two-day visit to Tokyo.")[1].duration)
    assert.equal("P2D", contacts("Lee Jae Myung arrived in Tokyo on Saturday for a two-day visit.")[1].duration)
  end)
end)

describe("who is met", function ()
  it("may be introduced by \"the\" or \"his\"", function ()
    assert.same({ "meeting planned 2025-09-02 {KR,US}" },
      said "Marco Rubio will meet his South Korean counterpart on Tuesday.")
    assert.same({ "meeting held 2025-08-28 {KR,US}" },
      said "Marco Rubio met the South Korean foreign minister on Thursday.")
  end)

  it("is nobody where a demand is met", function ()
    assert.same({}, said "Donald Trump will send weapons to meet Ukraine's urgent battlefield needs.")
    assert.same({}, said "South Korea and the United States met the deadline.")
    assert.same({}, said "Donald Trump offered Lee Jae Myung help in meeting the challenges South Korea faces.")
  end)

  it("is told in a clause behind \"after\" as well", function ()
    assert.same({ "meeting held 2025-08-29 {KR,US}" },
      said "The test came two days after South Korean President Lee Jae Myung met Donald Trump at the White House.")
    assert.same({}, said "A court in Seoul met Donald Trump's lawyer.")
  end)

  it("was met where the clause before says", function ()
    assert.same({ "New York" },
      { one("Lee Jae Myung was seen in New York, where he met Marco Rubio on Monday.").place })
    assert.same({}, { one("Lee Jae Myung knows where Marco Rubio met Cho Hyun on Monday.").place })
  end)

  it("stands behind a side with its abbreviation", function ()
    assert.same({ "Kim Seon-ho", "Marco Rubio" }, one("Secretary of State Marco Rubio spoke by phone today with " ..
      "Republic of Korea (ROK) Vice Minister of National Defense Kim Seon-ho.").participants)
  end)

  it("is not who welcomed that others met", function ()
    assert.same({ "talks held 2025-08-29 {JP,KR}" },
      said "Donald Trump welcomed recent positive talks between South Korea and Japan.")
    assert.same({ "visit held 2025-08-29 {KR,US}" }, said "Donald Trump welcomed President Lee Jae Myung on Friday.")
  end)

  it("may be the president behind talks with the minister: two meetings", function ()
    assert.same({ "meeting held 2025-08-28 {KR,US}", "meeting held 2025-08-28 {KR,US}" },
      said("Foreign Minister Cho Hyun and Defense Minister Ahn Gyu-back met with Marco Rubio and Pete Hegseth on " ..
        "Thursday. Rubio and Hegseth paid a courtesy call on President Lee Jae Myung on Thursday."))
  end)
end)

describe("who goes on a visit", function ()
  it("is who it is by, whoever complains of it", function ()
    assert.same({ "Lien Chan", "UA" },
      one("China accused Taipei with a visit to Ukraine by Taiwanese Vice President Lien Chan.").participants)
  end)

  it("is the one named nearest to \"his visit\"", function ()
    assert.same({ "Lee Jae Myung", "IN" }, one("Foreign Minister Cho Hyun was asked if South Korean President Lee " ..
      "Jae Myung was planning to sign it during his visit to India.").participants)
  end)
end)

describe("a ceremony of command", function ()
  it("has the two commanders and those who attended", function ()
    local text = "Gen. Xavier Brunson took office as commander of U.S. Forces Korea on Friday, replacing Gen. Paul " ..
      "LaCamera in a change-of-command ceremony at Camp Humphreys. The ceremony was presided over by Adm. Samuel " ..
      "Paparo and attended by South Korean Defense Minister Ahn Gyu-back."
    assert.same({ "Xavier Brunson", "Paul LaCamera", "Samuel Paparo", "Ahn Gyu-back" }, one(text).participants)
  end)

  it("of one country at home is none", function ()
    assert.same({}, said("Gen. Xavier Brunson replaced Gen. Paul LaCamera in a change-of-command ceremony in Texas."))
  end)
end)

describe("a guest", function ()
  it("has a visit, and what he is received for", function ()
    assert.same({ "visit planned 2025-09-05 {JP,KR,US}", "summit planned 2025-09-05 {JP,KR,US}" },
      said("U.S. President Donald Trump will host South Korean President Lee Jae Myung and Japanese Prime Minister " ..
        "Shigeru Ishiba at Camp David on Sept. 5 for a summit."))
    assert.same({ "visit planned 2025-09-05 {KR,US}" },
      said("U.S. President Donald Trump will host South Korean President Lee Jae Myung at Camp David on Sept. 5."))
  end)

  it("has what he is received for as named, whoever else it is of", function ()
    assert.same({ "Ahn Gyu-back", "Pete Hegseth" }, (function (c) return c[2].participants end)(
      contacts("Secretary of Defense Pete Hegseth hosted South Korean Minister of National Defense Ahn Gyu-back " ..
      "at the " ..
        "Pentagon today for the 57th annual U.S.-South Korea Security Consultative Meeting.")))
    assert.same({ "visit held 2025-08-29 {KR,US}" }, said "Donald Trump hosted South Korea's Lee Jae Myung on Friday.")
    assert.same({}, said "Donald Trump hosted South Korea's best chefs on Friday.")
  end)

  it("may go to a house, or leave for a country", function ()
    assert.same({ "visit proposed - {KP,US}" }, said "Donald Trump invited Kim Jong Un to visit the White House.")
    assert.same({ "visit planned - {CN,US}" }, said "Donald Trump will speak before leaving for China.")
    assert.same({}, said "Donald Trump visited the White House.")
  end)

  it("plans what his planned visit is for", function ()
    assert.same({ "visit planned - {KR,US}", "summit planned - {KR,US}" },
      said "Lee Jae Myung is expected to visit Washington for a summit with President Donald Trump.")
    assert.same({ "visit held 2025-08-29 {KR,US}", "summit held 2025-08-29 {KR,US}" },
      said "Lee Jae Myung visited Washington for a summit with President Donald Trump.")
  end)

  it("is only asked to come by who asks him, and does not come where the plan was scrapped", function ()
    assert.same({ "visit proposed - {KR,US}" }, said "Ahn Gyu-back asked Pete Hegseth to visit Seoul.")
    assert.same({ "visit held 2025-08-29 {KR,US}" }, said "Ahn Gyu-back asked why Pete Hegseth visited Seoul.")
    assert.same({ "visit called-off 2025-08 {KR,US}" }, said("Pete Hegseth had been expected to visit South Korea " ..
      "later this month as part of his first tour, but the plan was scrapped."))
  end)

  it("is one of those named before, where a word says that guests came", function ()
    assert.same({ "KR", "Lloyd Austin" }, (function (c)
      table.sort(c[#c].participants)
      return c[#c].participants
    end)(contacts("South Korean President Moon Jae-in met U.S. Secretary of Defense Lloyd Austin on Monday. The two " ..
      "secretaries arrived in Seoul on Sunday.")))
  end)
end)

describe("who heads a body", function ()
  it("speaks for it, not for his country", function ()
    assert.same({ "meeting held 2025-08-28 {KR,NATO}" },
      said "Lee Jae Myung met NATO Secretary General Jens Stoltenberg on Thursday.")
    assert.same({ "meeting held 2025-08-28 {KR,US}" },
      said "Lee Jae Myung met USFK Commander Gen. Xavier Brunson on Thursday.")
  end)
end)

describe("those who are meant", function ()
  local function last(text)
    local list = contacts(text)
    local names = list[#list].participants
    table.sort(names)
    return names
  end

  it("by \"the two\" are the two of before, without who accompanied them", function ()
    assert.same({ "Donald Trump", "Kim Jong Un" }, last("Donald Trump met North Korean leader Kim Jong Un on " ..
      "Sunday. " ..
      "Trump, accompanied by South Korean President Moon Jae-in, shook hands with Kim before the two held a meeting."))
  end)

  it("by \"the leaders'\" are those of before", function ()
    assert.same({ "summit held 2025-02 {KP,US}" }, { said("Donald Trump met North Korean leader Kim Jong Un on " ..
      "Sunday. " ..
      "Nothing moved after the leaders' February summit in Hanoi.")[2] })
    assert.is_nil(said("Donald Trump met North Korean leader Kim Jong Un on Sunday before the leaders' meeting " ..
      "of the " ..
      "United Nations.")[2])
  end)

  it("by \"officials\" are told where the talks are told of again", function ()
    assert.same({ "Ahn Gyu-back", "Pete Hegseth" }, last("Officials of South Korea and the United States held " ..
      "phone talks " ..
      "on Friday. Defense Minister Ahn Gyu-back greeted U.S. Defense Secretary Pete Hegseth in the talks."))
  end)

  it("by an agreement to meet are those who agreed, also where one is left out", function ()
    assert.same({ "call held 2025-08-25 {KR,US}", "meeting planned - {KR,US}" }, said("Cho Hyun spoke by phone " ..
      "with his " ..
      "U.S. counterpart, Marco Rubio, on Monday, and agreed to hold a meeting."))
    assert.same({ "call held 2025-08-25 {KR,US}" }, said("Cho Hyun spoke by phone with his U.S. counterpart, Marco " ..
      "Rubio, on Monday, and will hold a meeting at home."))
  end)
end)

describe("what was agreed in a summit", function ()
  it("leaves the summit held; what will be done in it does not", function ()
    assert.equal("held", one("Lee Jae Myung and Donald Trump agreed to set it up at a summit in Busan.").status)
    assert.equal("planned", one("Lee Jae Myung and Donald Trump will set it up at a summit in Busan.").status)
  end)
end)

describe("a day", function ()
  it("in a clause of its own is of the contact there", function ()
    assert.same({ "visit held 2025-08-29 {KR,US}", "talks held 2025-08-26 {JP,KR}" },
      said("Cho Hyun flew to the United " ..
      "States " ..
      "from Tokyo, where he held talks with his Japanese counterpart Takeshi Iwaya on Tuesday."))
  end)

  it("with which the sentence begins is of it, however long the names are", function ()
    assert.equal("2025-08-22", one("On Friday, Aug. 22, National Security Advisor Marco Rubio, Republic of Korea " ..
      "National Security Advisor Wi Sung-lac, and Japanese National Security Advisor Okano Masataka met in Washington.")
      .date)
    assert.equal("2025-08-28", one("On Aug. 22 it rained, and Marco Rubio and Cho Hyun met in Washington on " ..
      "Thursday.").date)
  end)

  it("of who was met, in a clause of his own, is not of the meeting", function ()
    assert.equal("2025-08-29", one("Cho Hyun met with Marco Rubio, who took office in January after a long wait.").date)
    assert.equal("2025-08-26", contacts("Cho Hyun met with Marco Rubio, who is in Seoul, on Tuesday.")[1].date)
  end)

  it("is not taken for rounds of talks, which had many", function ()
    assert.same({ "talks held - {KR,US}" },
      said "South Korea and the United States have held six rounds of negotiations.")
  end)
end)

describe("a summit for which two met", function ()
  it("makes the meeting a summit", function ()
    assert.same({ "summit held 2025-08-26 {KR,US}" },
      said "Lee Jae Myung and his U.S. counterpart Donald Trump met in Busan on Tuesday for their third summit.")
    assert.same({ "meeting held 2025-08-26 {KR,US}" },
      said "Lee Jae Myung and his U.S. counterpart Donald Trump met at the G7 summit on Tuesday.")
  end)
end)

describe("a call that \"called\" tells", function ()
  it("is one where a purpose follows the name", function ()
    assert.same({ "call held 2025-08-28 {KR,US}" }, said "Donald Trump called Lee Jae Myung to thank him on Thursday.")
    assert.same({}, said "Donald Trump called Lee Jae Myung a friend on Thursday.")
  end)
end)

describe("no contact", function ()
  it("is what happens often", function ()
    assert.same({}, said "The leaders of South Korea and Japan often meet in Busan.")
    assert.same({ "meeting planned - {JP,KR}" }, said "The leaders of South Korea and Japan will meet in Busan.")
  end)

  it("is a treaty that two have, or a guide of tours", function ()
    assert.same({}, said "South Korea and Japan are the only two to have peace accords with China.")
    assert.same({}, said "A German tourist and a Swiss tour guide were robbed in August.")
  end)

  it("is the country in the title of a guest", function ()
    assert.same({ "talks held 2025-08-27 {KR,US}" },
      said "Lee Jae Myung held talks with visiting U.S. President Donald Trump on Wednesday.")
  end)
end)

describe("what is told of a contact behind it", function ()
  it("may follow a name between commas", function ()
    assert.same({ "visit held 2025-08-28 {CN,KR}", "talks planned 2025-08-30 {CN,KR}" },
      said("Chinese Foreign Minister Wang Yi arrived in Seoul on Thursday for talks with his South Korean " ..
      "counterpart, " ..
        "Cho Hyun, scheduled for Saturday."))
  end)

  it("is not what is said to follow from it", function ()
    assert.same({ "summit held 2025-06-12 {KP,US}" }, said("Donald Trump announced after his June 12 summit with " ..
      "North " ..
      "Korean leader Kim Jong Un in Singapore that the army would rest."))
    assert.same({ "talks planned - {KP,US}" }, said "The talks between North Korea and the United States would last.")
  end)

  it("is called off on a day that is not its own", function ()
    assert.same({ "visit called-off - {KP,US}" }, said("Donald Trump on Friday canceled Secretary of State Marco " ..
      "Rubio's planned trip to North Korea."))
  end)

  it("is not the day of summits that are told of by the way", function ()
    assert.is_nil(contacts("It rained.\n\nIt was cold.\n\nMarco Rubio spoke in a meeting with Foreign Minister Cho " ..
      "Hyun of steps that follow the summits held in Washington and in Busan in July.")[1].date)
  end)

  it("is not the day on which who acts arrived", function ()
    assert.equal("2025-08-29", contacts("Marco Rubio, who arrived on Sunday, also met Foreign Minister Cho " ..
      "Hyun.")[1].date)
    assert.equal("2025-08-24", contacts("Marco Rubio arrived on Sunday and met Foreign Minister Cho Hyun.")[1].date)
  end)
end)

describe("a journey", function ()
  it("is a visit to each of its countries", function ()
    assert.same({ "visit planned 2025-W36 {JP,US}", "visit planned 2025-W36 {KR,US}", "visit planned 2025-W36 " ..
      "{PH,US}" },
      said "Pete Hegseth will visit Japan, South Korea and the Philippines next week.")
  end)

  it("is one to a town and its country, and none to who acts next", function ()
    assert.same({ "visit held 2025-08-25 {KR,US}" }, said "Marco Rubio arrived in Busan, South Korea, on Monday.")
    assert.same({ "visit held 2025-08-29 {CN,US}" }, said "Pete Hegseth visited China and Japan said little.")
    assert.same({ "visit planned 2025-W36 {JP,KR}" }, said "Cho Hyun will travel to Japan and South Korea next week.")
  end)
end)

describe("a third place", function ()
  it("is known by the country behind its name", function ()
    assert.equal("044", one("Lee Jae Myung met with Donald Trump in Lucerne, Switzerland, on Thursday.").cameo)
    assert.equal("040", one("Lee Jae Myung met with Donald Trump in Lucerne on Thursday.").cameo)
  end)
end)

describe("a meeting", function ()
  it("is held where hopes are only raised by it", function ()
    assert.equal("held", one("Lee Jae Myung and Donald Trump sparked hope for peace by meeting for the first " ..
      "time.").status)
    assert.equal("proposed", one("Lee Jae Myung hopes to hold a meeting with Donald Trump.").status)
  end)

  it("is no negotiation because of talks that are told of with it", function ()
    assert.equal("040", contacts("Cho Hyun met Marco Rubio in Seoul on Friday. In tariff negotiations, Cho Hyun and " ..
      "Marco Rubio agreed on little.")[1].cameo)
  end)

  it("that is planned has not the day on which it was reported", function ()
    assert.same({ "meeting planned - {JP,KR}" }, said("Foreign Minister Cho Hyun will meet Foreign Minister " ..
      "Takeshi Iwaya, " ..
      "reported Yonhap News Agency on Wednesday."))
  end)
end)

describe("officials of a country", function ()
  it("are that country, and no group of those before", function ()
    assert.same({ "Marco Rubio", "JP" }, one("Cho Hyun spoke. Marco Rubio held talks with senior Japanese officials " ..
      "on Monday.").participants)
  end)
end)

describe("posts of several without a country", function ()
  it("take part as nobody in particular", function ()
    assert.same({ "Lee Jae Myung", "Donald Trump" }, one("Lee Jae Myung and Donald Trump held talks on Monday with " ..
      "their special envoys.").participants)
  end)
end)

describe("a visit called off", function ()
  it("by a post without a country is of the country that called it off", function ()
    assert.same({ "visit called-off - {JP,KR}" },
      said "Japan on Monday canceled a planned visit to Seoul by its foreign minister.")
    assert.same({}, said "Reporters heard of a planned visit to Seoul by a foreign minister.")
  end)
end)

describe("the sidelines of a gathering", function ()
  it("are where a contact is, and what it was about is not", function ()
    local c = one("Lee Jae Myung met Shigeru Ishiba on the sidelines of a climate gathering in Lucerne, Switzerland.")
    assert.same({ "Lucerne", "044" }, { c.place, c.cameo })
    assert.is_nil(one("Lee Jae Myung met Shigeru Ishiba to talk of a climate gathering in Lucerne.").place)
  end)
end)

describe("the day of a contact", function ()
  it("may be told by its distance from a day", function ()
    local list = said("Cho Hyun toured a port with Marco Rubio on Friday, a day before they sit down for talks.")
    assert.same({ "meeting planned 2025-08-30 {KR,US}" }, list)
    assert.same("meeting held 2025-08-24 {KR,US}", said("Seoul protested on Tuesday, two days after Cho Hyun met " ..
      "Marco Rubio.")[1])
    assert.same("meeting held 2025-08-29 {KR,US}", said("Seoul protested on Friday, before Cho Hyun met Marco Rubio " ..
      "on Friday.")[1])
  end)
end)

describe("their summit", function ()
  local before = "Lee Jae Myung and Donald Trump met in Busan on Wednesday. "
  it("is of those who met before, where one of them acts", function ()
    assert.same({ "meeting held 2025-08-27 {KR,US}", "summit held 2025-06-16 {KR,US}" },
      said(before .. "Lee had raised the matter at their first summit in Washington on June 16."))
    assert.same({ "meeting held 2025-08-27 {KR,US}" },
      said(before .. "Cho Hyun had raised the matter at their first summit in Washington on June 16."))
  end)
end)

describe("a call in quotation marks", function ()
  it("is of who speaks of it and whom it was with", function ()
    assert.same({ "call held 2025-08-26 {KR,US}" },
      said 'Donald Trump said on Tuesday he had a "great call" with Lee Jae Myung, in which they talked of ships.')
    assert.same({ "call held 2025-08-26 {KR,US}" },
      said "Donald Trump said on Tuesday he had a “great call” with Lee Jae Myung.")
    assert.same({}, said 'Donald Trump said on Tuesday that "a great call" was no word for what Lee Jae Myung wrote.')
  end)
end)

describe("an agreement", function ()
  it("is told by those who sign its text, or agree it", function ()
    local c = one("Cho Hyun and Marco Rubio signed the text in Seoul on Thursday.")
    assert.same({ "agreement", "057", "2025-08-28", "Seoul", { "Cho Hyun", "Marco Rubio" } },
      { c.kind, c.cameo, c.date, c.place, c.participants })
    assert.same({ "agreement held - {KR,US}" },
      said "The United States and South Korea have agreed a new five-year deal on the cost of troops.")
    assert.same({}, said "The United States and South Korea agreed a new deal was far off.")
    assert.same({}, said "Cho Hyun signed the visitors' book in Seoul on Thursday and read the text.")
  end)
end)

describe("during their meeting", function ()
  it("is not of the countries of the article where nobody met before", function ()
    assert.same({}, said "South Korea and Japan differ. Poets chattered during their two-day meeting on Monday.")
    assert.same({ "Shigeru Ishiba", "Lee Jae Myung" }, contacts("Lee Jae Myung met Shigeru Ishiba on Friday. Poets " ..
      "chattered during their meeting in Seoul in May.")[2].participants)
  end)
end)

describe("talks that somebody is due to come for", function ()
  it("have the day of the journey, and talks of something else have not", function ()
    assert.same("talks planned 2025-09-02 {JP,US}", said("Takeshi Iwaya was due to arrive in Washington on " ..
      "September 2 for talks with Marco Rubio.")[2])
    assert.same("talks planned - {JP,US}", said("Takeshi Iwaya was due to arrive in Washington on September 2 " ..
      "before talks with Marco Rubio.")[2])
  end)
end)

describe("the two sides", function ()
  it("of talks on another day are countries, whoever met for them", function ()
    assert.same({ "KR", "US" }, contacts("Marco Rubio met Cho Hyun on Friday. The two sides held talks on tariffs " ..
      "in May.")[2].participants)
    assert.same({ "Cho Hyun", "Marco Rubio" }, one("Marco Rubio met Cho Hyun on Friday. The two sides also held " ..
      "talks on tariffs on Friday.").participants)
  end)
end)

describe("the next round of talks", function ()
  it("is of the sides that talked before, or of those the article is about", function ()
    local c = contacts("Seoul and Tokyo held trade talks in May. The next round of trade talks is due in Busan on " ..
      "Oct. 18-20.")[2]
    assert.same({ "planned", "2025-10-18/2025-10-20", "Busan", { "JP", "KR" } },
      { c.status, c.date, c.place, c.participants })
    assert.same({}, said "Seoul and Tokyo differ. The next round of talks with lawmakers is due on Oct. 18-20.")
  end)
end)

describe("the start of a meeting", function ()
  it("is where those of it speak", function ()
    assert.same({ "meeting held 2025-08-24 {KR,US}" },
      said "Cho Hyun told Marco Rubio at the start of a meeting in Bangkok on Sunday that it was hot.")
    assert.same({}, said "Cho Hyun told Marco Rubio at the start of a holiday in Bangkok on Sunday that it was hot.")
  end)
end)

describe("the heads of delegations", function ()
  local heads = "Cho Hyun and Marco Rubio led their respective delegations, which were large."
  it("took part in the contact told right before", function ()
    assert.same({ "Cho Hyun", "Marco Rubio" }, one("The Security Consultative Meeting was held in Seoul on " ..
      "Thursday. " .. heads).participants)
  end)
  it("took no part in that of others, and make none alone", function ()
    assert.same({ "Shigeru Ishiba", "Lee Jae Myung" },
      one("Lee Jae Myung met Shigeru Ishiba on Thursday. " .. heads).participants)
    assert.same({}, said(heads))
  end)
end)

describe("what was said at a meeting", function ()
  it("does not tell whether it was held", function ()
    assert.same({ "meeting held 2025-08-29 {KR,US}" },
      said "In his meeting with Cho Hyun, Marco Rubio said the ties of South Korea and the United States would grow.")
    assert.same({ "meeting planned - {KR,US}" },
      said "In his meeting with Cho Hyun, Marco Rubio will speak of the ties of South Korea and the United States.")
  end)
end)

describe("to call somebody", function ()
  it("is a contact, and to call him something is none", function ()
    assert.same({ "call held 2025-08-25 {KR,US}" },
      said "Marco Rubio called Foreign Minister Cho Hyun on Monday.")
    assert.same({}, said 'Marco Rubio called Foreign Minister Cho Hyun "minister" on Monday.')
    assert.same({}, said "Marco Rubio went so far as to call Cho Hyun a trader.")
  end)
end)

describe("who led the meeting of two countries", function ()
  local before = "South Korea and the United States held the third meeting of the Nuclear Consultative Group " ..
    "on Thursday. "
  it("was there for them", function ()
    assert.same({ "Cho Hyun", "Marco Rubio" }, one(before .. "Cho Hyun and Marco Rubio led the meeting.").participants)
  end)
  it("was in another of another day, or of other countries", function ()
    assert.equal(2, #contacts(before .. "Cho Hyun and Marco Rubio led the meeting in May."))
    assert.same({ "KR", "US" }, contacts(before .. "Cho Hyun and Takeshi Iwaya led the meeting.")[1].participants)
  end)
end)

describe("who also met somebody", function ()
  it("did so on the day of the contact told right before", function ()
    local before = "Marco Rubio met Cho Hyun in Busan. It rained.\n\nIt was cold.\n\n" ..
      "Marco Rubio met today with Lee Jae Myung. "
    assert.same("2025-08-29", contacts(before .. "Rubio also met with Takeshi Iwaya.")[3].date)
    assert.is_nil(contacts(before .. "Rubio had met with Takeshi Iwaya.")[3].date)
  end)
end)

describe("a drill", function ()
  it("is called off by those who say they would postpone it", function ()
    assert.same({ "exercise called-off - {KR,US}" },
      said "The United States and South Korea said on Sunday they would postpone upcoming military drills.")
    assert.same({}, said "The officials saw upcoming military drills in the plans.")
  end)

  it("that goes on until a day is the same as what began", function ()
    assert.same({ "exercise held 2025-08-18/2025-08-31 {KR,US}" }, said("South Korea and the United States kicked " ..
      "off the Ulchi Freedom Shield exercise on Aug. 18. The Ulchi Freedom Shield is set to run through Aug. 31."))
  end)

  it("told without its name first is that which runs on, and not one that runs elsewhen", function ()
    local began = "South Korea and the United States began a combined military exercise on Aug. 18. "
    local c = one(began .. "The Freedom Shield exercise, which runs through Aug. 28, will involve many troops.")
    assert.same({ "held", "2025-08-18/2025-08-28", "Freedom Shield" }, { c.status, c.date, c.name })
    assert.same({ "exercise held 2025-08-18 {KR,US}", "exercise held - {KR,US}" },
      said(began .. "The Freedom Shield exercise, which runs until Dec. 2, will involve many troops."))
  end)

  it("is of its owners, not of who denounces it", function ()
    assert.same({ "exercise held 2025-08-25 {KR,US}" }, said("South Korea and the United States held a joint " ..
      "military " ..
      "exercise on Monday. North Korea has long denounced the allies' drills."))
  end)
end)

describe("who is said more of between commas", function ()
  it("takes part with those named behind, whatever is said of him", function ()
    assert.same({ "Marco Rubio", "Cho Hyun" }, one("Secretary of State Marco Rubio, author of the U.S. plan, and " ..
      "his South Korean counterpart, Dr. Cho Hyun, met on Monday.").participants)
    assert.same({ "Cho Hyun", "Takeshi Iwaya", "Marco Rubio" }, one("Secretary of State Marco Rubio met with " ..
      "Foreign Minister Cho Hyun and his Japanese counterpart, Dr. Takeshi Iwaya, on Monday.").participants)
    assert.same({ "Cho Hyun", "Marco Rubio" }, one("Takeshi Iwaya, Japan's foreign minister, wrote a letter. " ..
      "Secretary of State Marco Rubio met Foreign Minister Cho Hyun on Monday.").participants)
  end)
end)

describe("a contact that \"and\" joins to another", function ()
  it("has who acts, the day and the status of that one, where it says with whom", function ()
    assert.same({ "meeting held 2025-08-25 {KR,US}", "talks held 2025-08-25 {JP,US}" }, said("Secretary of State " ..
      "Marco Rubio held a meeting with Cho Hyun on Monday and separate talks with Takeshi Iwaya."))
    assert.same({ "meeting held 2025-08-25 {KR,US}" }, said("Secretary of State Marco Rubio held a meeting with Cho " ..
      "Hyun on Monday and praised talks."))
  end)
  it("may be planned with the verb before", function ()
    assert.same({ "visit planned 2025-09-01 {KR,US}", "meeting planned 2025-09-01 {KR,US}" },
      said "Marco Rubio is to arrive in Seoul on Monday and meet Cho Hyun.")
    assert.same({ "meeting held 2025-08-29 {KR,US}" }, said "Marco Rubio and Cho Hyun meet in Seoul.")
  end)
end)

describe("an arrival", function ()
  it("\"here\" is one where the dateline says", function ()
    assert.same({ "visit held 2025-08-25 {KR,US}" },
      said "SEOUL, Aug. 26 (Yonhap) -- U.S. Defense Secretary Pete Hegseth arrived here on Monday.")
    assert.same({}, said "U.S. Defense Secretary Pete Hegseth arrived here on Monday.")
  end)
  it("may be told with the day before the place", function ()
    assert.same({ "visit held 2025-08-25 {KR,US}" }, said "Pete Hegseth arrived on Monday in Seoul.")
    assert.same({}, said "Pete Hegseth arrived on Monday in style.")
  end)
  it("is due of a person alone", function ()
    assert.same({ "visit planned 2025-09-01 {KR,US}" }, said "Pete Hegseth is due in Seoul on Monday.")
    assert.same({}, said "A ruling on Washington is due in Seoul on Monday.")
  end)
  it("may be that of a ship, which is of its navy's country", function ()
    assert.same({ "visit held 2025-08-25 {KR,US}" }, said "The USS Carl Vinson arrived in Busan on Monday.")
    assert.same({}, said "The ROKS Marado arrived in Busan on Monday.")
  end)
end)

describe("what is held with no day told", function ()
  it("was held on the day of the news, unless it had been", function ()
    local story = "It rained in Seoul.\n\nIt was cold.\n\nIt was dark.\n\nPresident Lee Jae Myung %s Donald Trump."
    assert.same({ "meeting held 2025-08-29 {KR,US}" }, said(story:format "met with"))
    assert.same({ "meeting held - {KR,US}" }, said(story:format "had met with"))
  end)
end)

describe("a contact of three sides", function ()
  it("is none of two of them, where all are named", function ()
    local met = "Rubio, Cho Hyun and Takeshi Iwaya met on Monday. Secretary of State Marco Rubio "
    assert.equal(2, #said(met .. "met with Foreign Minister Cho Hyun on Monday."))
    assert.equal(1, #said(met .. "thanked Cho Hyun during the meeting."))
  end)
end)

describe("a series", function ()
  it("is what was told to come on that day, of the same sides", function ()
    local before = "Marco Rubio and Cho Hyun will sit down for talks in Seoul on Monday. "
    assert.equal(1, #said(before .. "The Security Consultative Meeting is to be held in Seoul on Monday."))
    assert.equal(2, #said(before .. "The Security Consultative Meeting is to be held in Seoul on Tuesday."))
  end)
end)

describe("a meeting with a number", function ()
  it("is of the series that was told with another, and of no other contact", function ()
    local before = "South Korea and the United States held the 3rd NCG meeting in Seoul on Monday. "
    local list = contacts(before .. "The fourth meeting will be held in Washington in 2026.")
    assert.same({ "Nuclear Consultative Group", 4, "planned" }, { list[2].name, list[2].ordinal, list[2].status })
    assert.equal(1, #contacts(before .. "The meeting lasted an hour."))
  end)
end)

describe("rounds", function ()
  it("are those of talks told before, and none else", function ()
    local before = "South Korea and the United States held cost-sharing talks on Monday. "
    assert.same({ "talks held 2025-08-25 {KR,US}", "talks held 2025-07 {KR,US}" },
      said(before .. "The previous round took place in Hawaii last month."))
    assert.same({}, said "South Korea and the United States agree. The previous round took place in Hawaii last month.")
  end)
end)

describe("a phone", function ()
  it("makes a call of what was discussed with somebody over it", function ()
    assert.same({ "call held 2025-08-25 {KR,US}" },
      said "Cho Hyun discussed the matter with Marco Rubio over the phone on Monday.")
    assert.same({}, said "Cho Hyun discussed the matter with aides over the phone on Monday.")
  end)
end)

describe("a day with a clause behind it", function ()
  it("is of the contact there", function ()
    assert.same("2025-03", contacts("The two have agreed since March, when Cho Hyun met Marco Rubio.")[1].date)
    assert.is_not.same("2025-03", contacts("It rained in March. It snowed when Cho Hyun met Marco Rubio.")[1].date)
  end)
end)

describe("a drill told before", function ()
  it("has the days that are told of it later", function ()
    local first = "South Korea and the United States postponed their combined exercise. "
    assert.same({ "exercise called-off 2025-03-09/2025-03-20 {KR,US}" },
      said(first .. "The exercise had been slated for March 9-20."))
    assert.same({ "exercise called-off - {KR,US}" }, said(first .. "An exercise had been slated for March 9-20."))
  end)
end)

describe("who the words between commas say more of", function ()
  it("acts in the verb behind them", function ()
    assert.same({ "Cho Hyun", "Marco Rubio" }, one("U.S. diplomat Marco Rubio, the author of the China plan, met " ..
      "Foreign Minister Cho Hyun on Monday. Rubio is the U.S. secretary of state.").participants)
    assert.same({ "CN", "KR" }, one("Marco Rubio said, as the China plan failed, Beijing met Foreign Minister Cho " ..
      "Hyun on Monday.").sides)
  end)
end)

describe("at a meeting somebody told somebody", function ()
  it("are both there, unless it says with whom it was", function ()
    assert.same({ "meeting held 2025-08-25 {KR,US}" },
      said "During an hourlong meeting at the White House on Monday, Donald Trump assured Lee Jae Myung of it.")
    assert.same({}, said "During an hourlong meeting with aides on Monday, Donald Trump assured Lee Jae Myung of it.")
  end)
end)

describe("what somebody did before going on", function ()
  it("was done by who went on", function ()
    assert.same({ "meeting held 2025-08-25 {KR,US}", "visit planned - {JP,US}" },
      said "Marco Rubio met Foreign Minister Cho Hyun on Monday before flying to Tokyo.")
    assert.same({}, said "It rained on Cho Hyun before flying to Tokyo.")
  end)
end)

describe("a clause in the present", function ()
  it("is still to come behind \"before\"", function ()
    assert.same({ "visit planned - {KR,US}" }, said "It came days before Pete Hegseth makes a trip to Seoul.")
    assert.same({ "visit held 2025-08-29 {KR,US}" }, said "It came as Pete Hegseth makes a trip to Seoul.")
  end)
end)

describe("a plan", function ()
  it("to cancel that there is not leaves the contact planned", function ()
    assert.same({ "exercise planned - {KR,US}" }, said "Seoul has no plan to cancel Ulchi Freedom Shield.")
    assert.same({ "exercise called-off - {KR,US}" }, said "Seoul has a plan to cancel Ulchi Freedom Shield.")
  end)
  it("is none any more of what was made as scheduled", function ()
    assert.equal("held", one("Pete Hegseth made a scheduled visit to Seoul.").status)
    assert.equal("planned", one("Pete Hegseth awaits a scheduled visit to Seoul.").status)
  end)
end)

describe("a gathering of a body", function ()
  it("is a contact of two countries that held it alone", function ()
    assert.same({ "meeting held 2025-08-25 {KR,US}" },
      said "South Korea and the United States held the third meeting of the United Nations Club on Monday.")
    assert.same({}, said "South Korea held the third meeting of the United Nations Club on Monday.")
  end)
end)

describe("a summit of nobody named", function ()
  it("is of those named right before, where it was held", function ()
    local before = "Lee Jae Myung and Donald Trump agreed on it. "
    assert.same({ "summit held 2025-08-25 {KR,US}" }, said(before .. "It was reached at a summit held on Monday."))
    assert.same({}, said("It rained. It was reached at a summit held on Monday."))
  end)
end)

describe("a numbered meeting of a series", function ()
  it("is one in particular, whatever leads to it; the series alone is not", function ()
    assert.same({ "meeting held - {KR,US}" }, said "Pete Hegseth, here for the 57th SCM, toured a port.")
    assert.same({}, said "Pete Hegseth, here for the SCM, toured a port.")
  end)
end)

describe("a drill that began before", function ()
  it("has the day on which it began", function ()
    local first = "South Korea and the United States held a combined exercise on Wednesday. "
    assert.same({ "exercise held 2025-08-25 {KR,US}" },
      said(first .. "The exercise, which kicked off Monday, is long."))
    assert.same({ "exercise held 2025-08-27 {KR,US}" }, said(first .. "The exercise, which kicked off early, is long."))
  end)
end)

describe("what would not take place as scheduled", function ()
  it("is called off; what only would not is none", function ()
    assert.same({ "visit called-off - {KR,US}" }, said "Pete Hegseth will not make a scheduled visit to Seoul.")
    assert.same({}, said "Pete Hegseth will not make a visit to Seoul.")
  end)
end)

describe("earlier in the day", function ()
  it("is not a day still to come", function ()
    assert.equal("2025-08-29", contacts("Marco Rubio met Cho Hyun on Friday. It will rain on Sunday. Earlier in the " ..
      "day, Rubio met Takeshi Iwaya.")[2].date)
    assert.equal("2025-08-27", contacts("Marco Rubio met Cho Hyun on Friday. It rained on Wednesday. Earlier in the " ..
      "day, Rubio met Takeshi Iwaya.")[2].date)
  end)
end)

describe("who is taken up by a pronoun", function ()
  it("is who acted first in the sentence before, where several could be meant", function ()
    local before = "Marco Rubio will hold talks with Cho Hyun and Takeshi Iwaya on Monday. "
    assert.same({ "Lee Jae Myung", "Marco Rubio" },
      contacts(before .. "He will also meet President Lee Jae Myung.")[2].participants)
    assert.equal(1, #contacts(before .. "It will also meet President Lee Jae Myung."))
  end)
end)

describe("what somebody is to see", function ()
  it("is a meeting with who is named with a post", function ()
    assert.same({ "meeting planned 2025-09-01 {KR,US}" },
      said "Cho Hyun is to see U.S. Defense Secretary Pete Hegseth on Monday.")
    assert.same({}, said "Cho Hyun did see U.S. Defense Secretary Pete Hegseth.")
  end)
end)

describe("two leaders who talked for an hour", function ()
  it("held talks; who talked for an hour alone did not", function ()
    local before = "Lee Jae Myung and Donald Trump agreed on it. "
    assert.same({ "talks held 2025-08-29 {KR,US}" }, said(before .. "The two leaders talked for an hour."))
    assert.same({}, said(before .. "Lee talked for an hour."))
  end)
end)

describe("a post whose country is not told", function ()
  it("is of the other side than its counterpart", function ()
    assert.same({ "meeting held 2025-08-25 {KR,US}" }, said("Lee Jae Myung and Donald Trump agreed. The defense " ..
      "secretary met with his South Korean counterpart on Monday."))
    assert.same({}, said("Lee Jae Myung agreed. The defense secretary met with his deputy on Monday."))
  end)
end)

describe("a sentence that begins with meeting somebody", function ()
  it("tells of a meeting of who acts behind the comma; a meeting of nobody named is none", function ()
    assert.same({ "meeting held 2025-08-25 {KR,US}" },
      said "Meeting with Foreign Minister Cho Hyun in Seoul on Monday, Marco Rubio spoke of trade.")
    assert.same({}, said "Meeting halls in Seoul were full on Monday, Marco Rubio wrote.")
  end)
  it("tells of a call where it was by phone", function ()
    assert.same({ "call held 2025-08-25 {KR,US}" },
      said "Speaking by phone with Cho Hyun on Monday, Secretary of State Marco Rubio praised it.")
    assert.same({}, said "Speaking by phone with aides on Monday, Secretary of State Marco Rubio praised it.")
  end)
end)

describe("who is sent", function ()
  it("goes to where he is sent; a thing does not", function ()
    local list = contacts "South Korea dispatched Foreign Minister Cho Hyun to Washington on Tuesday."
    assert.same({ "visit", "held", "2025-08-26" }, { list[1].kind, list[1].status, list[1].date })
    assert.same({ "Cho Hyun", "US" }, list[1].participants)
    assert.same({}, said "South Korea sent a letter to Washington on Tuesday.")
  end)
end)

describe("an accord with a name", function ()
  it("is made where it is ratified, with its sides alone", function ()
    assert.same({ "agreement held 2025-08-25 {KR,US}" }, said("South Korea's National Assembly on Monday ratified " ..
      "the 12th Special Measures Agreement with the United States."))
    assert.same({}, said "The National Assembly on Monday praised the Special Measures Agreement.")
  end)
end)
