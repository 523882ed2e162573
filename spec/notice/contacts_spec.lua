-- How contacts are told of: rules of single words and of grammar, each with what it refuses. What a consultation is,
-- and which tellings are of the same one, says consultations_spec.lua.
local alliance = require "alliance"

-- "call held 2025-08-27 {KR,US}"
local function said(text)
  local out = {}
  for i, c in ipairs(assert(alliance.read(text, { published = "2025-09-03" })).consultations) do
    out[i] = table.concat({ c.kind, c.status, c.date or "-", "{" .. table.concat(c.sides, ",") .. "}" }, " ")
  end
  return out
end

local function who(text)
  local out = {}
  for i, c in ipairs(assert(alliance.read(text, { published = "2025-09-03" })).consultations) do
    out[i] = table.concat(c.participants, ", ")
  end
  return out
end

describe("who was received", function ()
  it("met who received him; what somebody said was not received by anybody", function ()
    assert.same({ "meeting held 2025-09-01 {KR,VN}" },
      said "Foreign Minister Cho Hyun was received by Vietnamese President Luong Cuong on Monday.")
    assert.same({}, said "President Lee Jae Myung's remarks were welcomed by U.S. officials on Monday.")
  end)
  it("may be told of behind a clause", function ()
    assert.same({ "visit held 2025-09-01 {KP,RU}", "meeting held 2025-09-03 {KP,RU}" }, said("Russian Foreign " ..
      "Minister " ..
      "Sergey Lavrov, who arrived in Wonsan on Monday, was received by North Korean leader Kim Jong-un."))
    assert.same({}, said "The letter, which arrived in Wonsan on Monday, was received by North Korea.")
  end)
end)

describe("who receives or hosts", function ()
  it("has a visit of a person, and of no thing", function ()
    assert.same({ "visit planned 2025-09-08 {JP,KR}" }, said "Japan will receive President Lee Jae Myung on Monday.")
    assert.same({}, said "Seoul will receive 40 fighter jets from the United States on Monday.")
    assert.same({}, said "South Korea hosts 28,500 U.S. troops.")
  end)
end)

describe("two who spoke", function ()
  it("did so with each other where a day follows, and not where they spoke elsewhere", function ()
    assert.same({ "call held 2025-09-01 {KR,US}" }, said "President Lee Jae Myung and Donald Trump spoke on Monday.")
    assert.same({}, said "President Lee Jae Myung and Donald Trump spoke at a press conference on Monday.")
    assert.same({}, said "President Lee Jae Myung spoke on Monday.")
  end)
  it("may be somebody and his counterpart", function ()
    assert.same({ "call held 2025-09-01 {KR,US}" }, said("National Security Adviser Wi Sung-lac and his U.S. " ..
      "counterpart have talked several times, most recently on Monday."))
    assert.same({}, said "National Security Adviser Wi Sung-lac and his aides have talked several times.")
  end)
end)

describe("who is spoken to", function ()
  it("has a name, a post or is a counterpart", function ()
    assert.same({ "call held 2025-09-01 {KR,US}" },
      said "President Lee Jae Myung spoke to President Donald Trump on Monday.")
    assert.same({}, said "President Lee Jae Myung spoke to South Korean troops in the United States on Monday.")
    assert.same({}, said "President Lee Jae Myung spoke to the U.S. Congress on Monday.")
  end)
  it("will be where words say so", function ()
    assert.same({ "call planned 2025-09-05 {CN,US}" },
      said "President Donald Trump will speak with Chinese leader Xi Jinping on Friday.")
    assert.same({}, said "President Donald Trump did speak highly of Chinese leader Xi Jinping on Friday.")
  end)
end)

describe("a meeting of several", function ()
  it("is that of those behind \"of\", if of two sides", function ()
    assert.same({ "meeting held 2025-08-29 {RU,UA,US}" },
      said "A three-way meeting of American, Ukrainian and Russian officials was held on Friday.")
    assert.same({}, said "A meeting of South Korean officials was held on Friday.")
    assert.same({}, said "The meetings of South Korean and Japanese officials are never dull.")
    assert.same({}, said "The meeting of the U.N. Security Council on North Korea was held on Friday.")
  end)
  it("may be that of the ministers before an apostrophe", function ()
    assert.same({ "meeting planned 2025-W37 {JP,KR,US}" }, said("Defense Minister Ahn Gyu-back will attend the " ..
      "South " ..
      "Korea-U.S.-Japan defense ministers' meeting in Singapore next week."))
    assert.same({}, said "Defense Minister Ahn Gyu-back will attend the ministers' meeting in Seoul next week.")
  end)
  it("may name them behind its verb, place and day", function ()
    assert.same({ "talks held 2025-09-02 {RU,US}" },
      said "Talks took place in Riyadh on Tuesday between U.S. and Russian delegations.")
    assert.same({ "summit held 2018-09 {KP,KR}" }, said("The summit was in September 2018 in Pyongyang between " ..
      "President Moon Jae-in and North Korean leader Kim Jong-un."))
    assert.same({}, said "The match was in September 2018 in Pyongyang between South and North Korea.")
  end)
end)

describe("an adjective of two countries", function ()
  it("tells whose the contact behind it is, and acts not itself", function ()
    assert.same({ "summit held 2018-09 {KP,KR}" }, said "An inter-Korean summit was held in September 2018.")
    assert.same({}, said "Inter-Korean relations have been bad since September 2018.")
  end)
end)

describe("a bilateral", function ()
  it("is a meeting where the noun ends with it", function ()
    assert.same({ "meeting planned - {JP,KR}" },
      said "A bilateral between Foreign Minister Cho Hyun and his Japanese counterpart is being arranged.")
    assert.same({}, said "Bilateral ties between South Korea and Japan are being arranged.")
  end)
end)

describe("separate talks", function ()
  it("are one with each side", function ()
    assert.same({ "talks held 2025-09-02 {FR,TR}", "talks held 2025-09-02 {DE,TR}" }, said("Turkish President Recep " ..
      "Tayyip Erdogan held separate talks on Tuesday with French President Emmanuel Macron and German Chancellor " ..
      "Friedrich Merz."))
    assert.same({ "talks held 2025-09-02 {DE,FR,TR}" }, said("Turkish President Recep Tayyip Erdogan held talks on " ..
      "Tuesday with French President Emmanuel Macron and German Chancellor Friedrich Merz."))
  end)
  it("may be of each who acts", function ()
    assert.same({ "Takeshi Iwaya, Marco Rubio", "Takeshi Iwaya, Cho Hyun" }, who("Secretary of State Marco Rubio " ..
      "and " ..
      "Foreign Minister Cho Hyun held separate talks with Japanese Foreign Minister Takeshi Iwaya on Monday."))
  end)
  it("are drills of two sides all the same", function ()
    assert.same({ "exercise held 2025-03 {KR,US}" },
      said "South Korea and the United States held separate exercises in March.")
  end)
end)

describe("meetings with several who are named", function ()
  it("are one with each; those with officials are not told apart", function ()
    assert.same({ "meeting held 2025-09-01 {CA,KR}", "meeting held 2025-09-01 {KR,VN}" }, said("Foreign Minister " ..
      "Cho " ..
      "Hyun held bilateral meetings with the foreign ministers of Canada and Vietnam on Monday."))
    assert.same({ "meeting held 2025-09-01 {CN,JP,KR}" },
      said "Foreign Minister Cho Hyun held meetings with Japanese and Chinese officials on Monday.")
  end)
end)

describe("a second one behind \"and\"", function ()
  local first = "President Lee Jae Myung met President Donald Trump on Monday and Prime Minister Shigeru Ishiba "
  it("with a day of his own was met too", function ()
    assert.same({ "meeting held 2025-09-01 {KR,US}", "meeting held 2025-09-02 {JP,KR}" }, said(first .. "on Tuesday."))
    assert.same({ "meeting held 2025-09-01 {KR,US}" }, said(first .. "said on Tuesday that he was glad."))
  end)
end)

describe("at the head of a sentence", function ()
  it("who stands behind the comma acts, unless the list goes on", function ()
    assert.same({ "Marco Rubio, Cho Hyun" },
      who "In talks with Secretary of State Marco Rubio, Foreign Minister Cho Hyun called for more.")
    assert.same({ "Marco Rubio, Pete Hegseth, Cho Hyun" }, who("Foreign Minister Cho Hyun met Secretary of State " ..
      "Marco Rubio, Defense Secretary Pete Hegseth on Monday."))
  end)
end)

describe("who is told more of by a clause of \"who\"", function ()
  it("acts in the verb behind it", function ()
    assert.same({ "Mark Rutte, Wi Sung-lac" }, who("South Korea's Wi Sung-lac, who is here in place of President " ..
      "Lee " ..
      "Jae Myung, has met NATO Secretary General Mark Rutte."))
    assert.same({ "Mark Rutte, Lee Jae Myung" }, who("As Wi Sung-lac fell ill, President Lee Jae Myung has met NATO " ..
      "Secretary General Mark Rutte."))
  end)
end)

describe("the two ministers", function ()
  it("are those named before who hold such posts", function ()
    local before = "Japanese Prime Minister Shigeru Ishiba met U.S. President Donald Trump on Monday. Foreign " ..
      "Minister " ..
      "Cho Hyun wrote to U.S. Secretary of State Marco Rubio. "
    assert.same("Marco Rubio, Cho Hyun", who(before .. "The two ministers met on Tuesday.")[2])
    assert.same("Donald Trump, Shigeru Ishiba", who(before .. "The two leaders met on Tuesday.")[2])
  end)
end)

describe("the summit of a visit", function ()
  local visit = "President Lee Jae Myung will visit the United States from Sept. 24 to 26. "
  it("told right behind it is of the same sides, if in its days", function ()
    assert.same("summit planned 2025-09-25 {KR,US}",
      said(visit .. "The summit will be held on Sept. 25 at the White House.")[2])
    assert.same(nil, said(visit .. "The summit will be held on Oct. 31 in Gyeongju.")[2])
  end)
end)

describe("an accord", function ()
  it("is made by those who signed it", function ()
    assert.same({ "agreement held 2025-08-29 {KR,PH}" }, said("The agreement was signed by Defense Minister Ahn " ..
      "Gyu-back and Philippine Defense Secretary Gilberto Teodoro on Friday."))
    assert.same({}, said "The agreement was signed by Defense Minister Ahn Gyu-back on Friday.")
  end)
  it("is planned where they hope to sign it", function ()
    assert.same({ "agreement planned 2025-10 {JP,KR}" },
      said "Seoul and Tokyo are close to a deal that the two governments hope to sign in October.")
    assert.same({}, said "Seoul and Tokyo are close to a deal that the two governments hope to forget in October.")
  end)
  it("may be a framework or declaration that is signed, and none that is only needed", function ()
    assert.same({ "agreement held 2025-09-01 {JP,KR}" }, said "South Korea and Japan signed a declaration on Monday.")
    assert.same({}, said "South Korea told Japan on Monday that a declaration was needed.")
  end)
end)

describe("what was ruled out", function ()
  it("is denied", function ()
    assert.same({ "meeting denied 2025-09-01 {CN,US}" },
      said "A meeting between U.S. and Chinese officials was ruled out on Monday.")
    assert.same({ "meeting held 2025-09-01 {CN,US}" },
      said "A meeting between U.S. and Chinese officials was held on Monday.")
  end)
end)

describe("a drill with a name", function ()
  it("is of those whose it is", function ()
    assert.same({ "exercise held 2025-09-01 {PH,US}" }, said "The Balikatan exercises began on Monday.")
    assert.same({}, said "The Bayanihan exercises began on Monday.")
  end)
end)

describe("a journey", function ()
  it("may take somebody to countries", function ()
    assert.same({ "visit planned - {EG,KR}", "visit planned - {KR,TR}" },
      said "South Korean President Lee Jae Myung begins a tour that will take him to Egypt and Turkey.")
    assert.same({}, said "South Korean President Lee Jae Myung begins a tour that will take him to court.")
  end)
  it("has been made by a person who came, and by nothing else", function ()
    assert.same({ "visit held 2025-09-01 {KR,US}" }, said "Foreign Minister Cho Hyun came to Washington on Monday.")
    assert.same({}, said "The virus came to South Korea from the United States on Monday.")
  end)
end)

describe("talks in which two agreed on a day", function ()
  it("were theirs; not those in which one said that the other should", function ()
    assert.same({ "talks held 2025-09-01 {AU,JP}" }, said("Japanese Prime Minister Shigeru Ishiba and Australian " ..
      "Prime " ..
      "Minister Anthony Albanese agreed during talks on Monday to go on."))
    assert.same({}, said("Japanese Prime Minister Shigeru Ishiba said Australia should agree during talks on Monday."))
  end)
end)

describe("a verb in the past", function ()
  it("has no day to come", function ()
    assert.same({ "meeting held 2025-09-03 {JP,KR}" }, said("Foreign Minister Cho Hyun met Japanese Foreign " ..
      "Minister " ..
      "Takeshi Iwaya, with a deal to be signed in January."))
  end)
end)

describe("a post of which the lexicon knows only the beginning", function ()
  it("has the name behind its words in capitals", function ()
    assert.same({ "Takayuki Kobayashi, Cho Hyun" }, who("Foreign Minister Cho Hyun met Japanese Minister of " ..
      "Economic " ..
      "Security Takayuki Kobayashi on Monday."))
  end)
end)

describe("who is taken up behind \"From Seoul\"", function ()
  local before = "U.S. Defense Secretary Pete Hegseth met Defense Minister Ahn Gyu-back and President Lee Jae Myung. "
  it("is who acted in the sentence before", function ()
    assert.same("Pete Hegseth, JP", who(before .. "From Seoul he will head to Japan.")[2])
    assert.same(nil, who(before .. "From Seoul it will head to Japan.")[2])
  end)
end)

describe("his summit", function ()
  it("is that of who acted before, where nobody else does", function ()
    local before = "South Korean President Lee Jae Myung thanked Defense Minister Ahn Gyu-back. "
    assert.same({ "Xi Jinping, Lee Jae Myung" },
      who(before .. "His summit with Chinese President Xi Jinping on Monday was long."))
    assert.same({}, who "It rained. His summit with Chinese President Xi Jinping on Monday was long.")
    assert.same({ "Xi Jinping, Ahn Gyu-back" },
      who(before .. "In his summit with Chinese President Xi Jinping on Monday, Ahn was glad."))
  end)
end)

describe("a delegation led by somebody", function ()
  it("goes with him; what is drafted by somebody does not", function ()
    assert.same({ "Rustem Umerov, KR" },
      who "A Ukrainian delegation headed by Defence Minister Rustem Umerov is expected in South Korea this month.")
    assert.same({}, who("A Ukrainian bill drafted by Defence Minister Rustem Umerov is expected in South Korea " ..
      "this month."))
  end)
end)

describe("the two men", function ()
  it("of more who were named are the last two of two sides", function ()
    assert.same("Marco Rubio, Wang Yi", who("Allison Hooker, the U.S. under secretary of state, said Chinese " ..
      "Foreign " ..
      "Minister Wang Yi would hear it from U.S. Secretary of State Marco Rubio when the two men meet on Friday.")[1])
  end)
end)

describe("another round", function ()
  it("is of those who held talks before", function ()
    local before = "U.S. and Russian delegations held talks in Abu Dhabi on Monday. "
    assert.same("talks planned 2025-09-07 {RU,US}", said(before .. "Another round is planned for this Sunday.")[2])
    assert.same(nil, said("U.S. and Russian delegations flew off on Monday. Another round is planned for this " ..
      "Sunday.")[1])
  end)
end)

describe("talks for which a journey is planned", function ()
  it("are planned too", function ()
    assert.same({ "visit planned - {CN,US}", "talks planned - {CN,US}" }, said("They will go on ahead of U.S. " ..
      "President " ..
      "Donald Trump's trip to Beijing for talks with Chinese President Xi Jinping."))
    assert.same({ "visit held - {CN,US}", "talks held 2025-09-03 {CN,US}" }, said("They went on after U.S. " ..
      "President " ..
      "Donald Trump's trip to Beijing for talks with Chinese President Xi Jinping."))
  end)
end)

describe("a contact with somebody at the head of a sentence", function ()
  local before = "South Korean President Lee Jae Myung thanked Defense Minister Ahn Gyu-back. "
  it("is that of who acted in the sentence before", function ()
    assert.same({ "call called-off - {KR,US}" },
      said(before .. "A planned phone call with U.S. President Donald Trump was put off."))
    assert.same({}, said "It rained. A planned phone call with U.S. President Donald Trump was put off.")
  end)
end)

describe("a weekday with a verb in the present", function ()
  it("is the next one; with one in the past it is the last", function ()
    assert.same({ "visit planned 2025-09-08 {AU,JP}" },
      said "Japanese Defense Minister Shinjiro Koizumi leaves for Australia on Monday.")
    assert.same({ "visit held 2025-09-01 {AU,JP}" },
      said "Japanese Defense Minister Shinjiro Koizumi left for Australia on Monday.")
  end)
end)

describe("a clause of \"who\" that a comma ends", function ()
  local first = "President Lee Jae Myung met with NATO Secretary General Mark Rutte, who was visiting London, and "
  it("has not the verb behind it", function ()
    assert.same("Donald Trump, Lee Jae Myung", who(first .. "spoke by phone with U.S. President Donald Trump.")[3])
    assert.same("Denys Shmyhal, John Healey", who("British Defence Secretary John Healey, who travelled to Kyiv on " ..
      "Friday and met Ukrainian Defence Minister Denys Shmyhal, is back.")[2])
  end)
end)

describe("a declaration", function ()
  it("may tell far behind it who signed it", function ()
    assert.same({ "agreement held - {AU,IN}" }, said("They exchanged a Joint Declaration on Defence Cooperation, " ..
      "signed " ..
      "by Indian Defence Minister Rajnath Singh and Australian Deputy Prime Minister Richard Marles."))
    assert.same({}, said("They exchanged a Joint Declaration on Defence Cooperation, read by Indian Defence " ..
      "Minister " ..
      "Rajnath Singh and Australian Deputy Prime Minister Richard Marles."))
  end)
end)
