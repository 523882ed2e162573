local alliance = require "alliance"
local post_line = require "spec.notice.posts_helper"

local function read(text) return assert(alliance.read(text)) end

-- "Kim Seon-ho: Minister of National Defense (KR), acting"
local function posts(text)
  local out = {}
  for _, person in ipairs(read(text).people) do
    for _, post in ipairs(person.offices) do out[#out + 1] = person.name .. ": " .. post_line(post) end
  end
  return out
end

local function names(text)
  local out = {}
  for _, person in ipairs(read(text).people) do out[#out + 1] = person.name end
  return out
end

-- What each span of the one person says: {"Kim Seon-ho", "the minister (noun)", "he (pronoun)"}
local function spans(text)
  local article, out = read(text), {}
  for _, s in ipairs(article.people[1].spans) do
    local words = article.text:sub(s.first, s.last)
    out[#out + 1] = s.kind == "name" and words or ("%s (%s)"):format(words, s.kind)
  end
  return out
end

describe("a person", function ()
  it("who only signs the story is its byline, and none it tells of", function ()
    local text = "Talks go on\n\nBy Peter Brandel, Staff Writer\n\nForeign Minister Cho Tae-yul spoke on Monday."
    assert.same({ "Cho Tae-yul" }, names(text))
    assert.same({ "Peter Brandel" }, read(text).byline)
    assert.same({ "Cho Tae-yul", "Peter Brandel" }, names(text .. " Peter Brandel asked him."))
    assert.same({ "Cho Tae-yul" }, names "Talks\n\nBy Cho Tae-yul, Minister of Foreign Affairs\n\nThey were long.")
  end)

  it("is no pair of family names, nor a ship", function ()
    assert.same({ "Anna Berg" }, names "The Moe-Brandel summit was long, Anna Berg said.")
    assert.same({ "Anna Berg" }, names "The USS Peter Brandel was there, Anna Berg said.")
    assert.same({ "Anna Berg-Moe" }, names "The summit was long, Anna Berg-Moe said.")
  end)

  it("is called by the last of three words where names are Vietnamese, and not where they are Korean", function ()
    assert.same({ "Le Van Dinh" }, names "Le Van Dinh spoke in Hue. Later Dinh said it was late.")
    assert.same({ "Le Van Dinh", "Dinh" }, spans "Le Van Dinh spoke in Hue. Later Dinh said it was late.")
    assert.same({ "Le Van Dinh" }, spans "Le Van Dinh and Le Ba Dinh spoke in Hue. Later Dinh said it was late.")
    assert.same({ "Kim Dae Moo" }, names "Kim Dae Moo spoke in Pusan. Later Kim said it was late.")
  end)

  it("may be called as a month, before the rest of the name", function ()
    assert.same({ "Jan Haverkort" }, names "Jan Haverkort spoke in Utrecht.")
    assert.same({ "Pieter Jan Haverkort" }, names "Foreign Minister Pieter Jan Haverkort spoke in Utrecht.")
    assert.same({ "Haverkort" }, names "On Jan. 3 President Haverkort spoke in Utrecht.")
  end)

  it("may be called as a people, behind a post", function ()
    assert.same({ "German Malkov" }, names "Trade Minister German Malkov spoke in Riga.")
    assert.same({}, names "The trade minister and German companies were there.")
  end)

  it("is no storm, zone or farm", function ()
    assert.same({}, names "Hurricane Wanda passed the Green Zone and the Orange Farm on its way north.")
    assert.same({ "Wanda Long" }, names "Wanda Long passed by on her way north.")
  end)

  it("stands behind a title that is cut short, whoever it is", function ()
    assert.same({ "Xyzzer" }, names "Gen. Xyzzer said the command was ready.")
    assert.same({ "Brandel" }, names "The surgeon, Dr. Brandel, said the clinic was ready.")
    assert.same({}, names "The Gen. Assembly met on Friday, as it always does.")
  end)

  it("stands behind a title with two names, whatever else they could be", function ()
    assert.same({ "Randy Georgeson" }, names "Gen. Randy Georgeson visited the camp.")
  end)

  it("is a family name that comes first with two short words behind it", function ()
    assert.same({ "Kim Ryong Chol" }, names "Kim Ryong Chol said on Monday that it had no interest in talks.")
    assert.same({}, names "Kim Security Systems said on Monday that it had no interest in talks.")
  end)

  it("has the side of the country before the noun it stands behind", function ()
    local function side(text) return read(text).people[1].side end
    assert.equal("KP", side "North Korean official Kim Ryong Chol left.")
    assert.is_nil(side "North Korean television showed how Kim Ryong Chol left.")
  end)

  it("spelled with a hyphen holds a post of a country where names are spelled so", function ()
    local function side(text) return read(text).people[1].side end
    assert.equal("KR", side "Industry Minister Koo Jung-kwan flew to New York and then on to Washington.")
    assert.equal("US", side "U.S. Commerce Secretary Koo Jung-kwan flew to New York.")
  end)

  it("is one under a full name and the family name, which comes first in Korea", function ()
    assert.same({ "Kim Seon-ho", "Kim" }, spans "Kim Seon-ho opened the talks. Later Kim left for Busan.")
    assert.same({ "Kim Seon-ho" },
      names "Kim Seon-ho spoke first. Kim Seon Ho spoke again, and KIM Seon-ho a third time.")
  end)

  it("is two where the given names differ", function ()
    assert.same({ "Kim Seon-ho", "Kim Yong-hyun" }, names "Kim Seon-ho met Kim Yong-hyun in the evening.")
  end)

  it("leaves a family name alone where two bear it", function ()
    local article = read "Kim Seon-ho met Kim Yong-hyun. Then Kim left."
    assert.same({ 1, 1 }, { #article.people[1].spans, #article.people[2].spans })
  end)

  it("has a span of the bare name, without rank, title or 's", function ()
    assert.same({ "Xavier Brunson", "Brunson" },
      spans "Gen. Xavier Brunson arrived on Monday. Gen. Brunson's staff waited.")
    assert.equal("General", read("Gen. Xavier Brunson arrived.").people[1].rank)
  end)

  it("is meant by a pronoun where nobody else can be", function ()
    assert.same({ "Pete Hegseth", "He (pronoun)" }, spans "Pete Hegseth landed in Seoul. He will stay two days.")
  end)

  it("is not meant by a pronoun where two can be", function ()
    assert.same({ "Pete Hegseth" }, spans "Pete Hegseth met Ahn Gyu-back in Seoul. He will stay two days.")
  end)

  it("is not meant by 'she' once it was 'he'", function ()
    assert.same({ "Pete Hegseth", "he (pronoun)", "Hegseth" },
      spans "Pete Hegseth said he would go. Choi Son-hui met Hegseth there. She was late.")
  end)

  it("is meant by the noun of the post it holds", function ()
    assert.same({ "Pete Hegseth", "secretary (noun)" },
      spans "US Defense Secretary Pete Hegseth called on Monday. The talks were short and the secretary was content.")
  end)
end)

describe("the holder of a post of a body", function ()
  local function side(text) return read(text).people[1].side end

  it("has the side of the country whose body it is", function ()
    assert.equal("US", side "US Forces Korea spokesman Carl Dahl said so.")
    assert.equal("CFC", side "Combined Forces Command spokesman Carl Dahl said so.")
  end)

  it("has the side of a joint body that he is known to lead, not of where he once governed", function ()
    local x = alliance.lexicon { tenures = {
      { name = "Carl Dahl", side = "UN", office = "Secretary General", from = "2031", grade = "recall" },
      { name = "Carl Dahl", side = "SE", office = "Prime Minister", from = "2011", to = "2015", grade = "recall" } } }
    local function known(text) return alliance.read(text, { lexicon = x }).people[1].side end
    assert.equal("UN", known "U.N. Secretary-General Carl Dahl spoke.")
    assert.equal("SE", known "Former Swedish Prime Minister Carl Dahl spoke.")
  end)
end)

describe("a family name alone", function ()
  local x = alliance.lexicon({ tenures = {
    { name = "Doran Valemont", side = "FR", office = "President", from = "2031-03-01", to = "2035-03-01",
      grade = "sourced" },
    { name = "Mira Valemont", side = "CA", office = "Prime Minister", from = "2034-06-10", grade = "sourced" },
    { name = "Osric Belloc", side = "CA", office = "Minister of Defense", from = "2034-09-12", grade = "sourced" },
  } }, { only = { "tenures" } })
  local function named(text, day)
    local p = alliance.read(text, { lexicon = x, published = day }).people[1]
    return { p.name, p.side, p.office }
  end

  it("is the one head of state or government of that name on the day", function ()
    assert.same({ "Doran Valemont", "FR" }, named("The talks were called by Mr. Valemont on Monday.", "2032-05-05"))
    assert.same({ "Valemont" }, named("The talks were called by Mr. Valemont on Monday.", "2034-12-12")) -- two of them
    assert.same({ "Valemont" }, named("The talks were called by Mr. Valemont on Monday.", "2020-12-12"))
    assert.same({ "Belloc" }, named("The talks were called by Mr. Belloc on Monday.", "2034-12-12")) -- no head
  end)
end)

describe("the noun of a post", function ()
  it("means the one named last, where several hold such a post", function ()
    local article = read("Defense Minister Park Min-su met Foreign Minister Lee Ji-ho. The minister was late.")
    assert.same({ "Park Min-su", "Lee Ji-ho" }, names(article.text))
    assert.same({ 1, 2 }, { #article.people[1].spans, #article.people[2].spans })
  end)
end)

describe("a name", function ()
  it("goes on over a nickname between quotation marks", function ()
    assert.same({ "Ronald 'Dutch' Reagan" }, names "Former president Ronald 'Dutch' Reagan was there.")
    assert.same({ "Ronald Reagan" }, names "Former president Ronald Reagan said 'Dutch Boy' was good paint.")
  end)

  it("goes on over particles", function ()
    assert.same({ "Ursula von der Leyen" }, names "Yesterday Ursula von der Leyen spoke.")
    assert.same({ "Ali Jarrah al-Sabah" }, names "Kuwaiti Energy Minister Sheikh Ali Jarrah al-Sabah spoke.")
  end)

  it("with al- in it is meant by what stands behind", function ()
    assert.same({ "Nuri al-Maliki", "Maliki" }, spans "Prime Minister Nuri al-Maliki spoke. On Monday Maliki left.")
  end)

  it("is no name of an exercise", function ()
    assert.same({}, names "Seoul and Washington began the drill. Vigilant Storm was large.")
    assert.same({ "Vigilant Berg" }, names "A lawyer, Vigilant Berg, spoke.")
  end)

  it("is no name of a treaty, programme or strait", function ()
    assert.same({}, names "They praised the Framework Agreement and the Buildup Program.")
  end)

  it("is whole where Gen is given and not a rank", function ()
    assert.same({ "Gen Nakatani" }, names "Japanese Defense Minister Gen Nakatani agreed.")
    assert.is_nil(read("Japanese Defense Minister Gen Nakatani agreed.").people[1].rank)
  end)

  it("takes the side that stands beside it", function ()
    assert.equal("JP", read("They met Japan's Takeo Akiba there.").people[1].side)
    assert.equal("LT", read("They met President Gitanas Nauseda of Lithuania.").people[1].side)
  end)
end)

describe("an ambassador", function ()
  it("to a capital is one to its country", function ()
    assert.same({ "Carl Dahl: Ambassador to the United States (KR)" },
      posts "Carl Dahl, Seoul's ambassador to Washington, spoke.")
    assert.same({ "Carl Dahl: Ambassador to Busan (?)" }, posts "Carl Dahl, ambassador to Busan, spoke.")
  end)
end)

describe("a post", function ()
  it("is of the body, not of the country that owns it", function ()
    assert.same({ "Yoko Takeda: Secretary General of National Security Secretariat (JP)" },
      posts "Yoko Takeda, secretary general of Japan's National Security Secretariat, spoke.")
    assert.same({ "Ivar Moe: Commander of US Naval Forces Korea (USFK)" },
      posts "Ivar Moe, commander of U.S. Naval Forces Korea, spoke.")
  end)

  it("may stand in small letters before a name that nobody knows", function ()
    assert.same({ "Liu Jianchao: Spokesperson of the Ministry of Foreign Affairs (CN)" },
      posts 'The talks go on, said Chinese Foreign Ministry spokesman Liu Jianchao Thursday.')
    assert.same({}, names "The spokesman New Yorkers sent was late.")
  end)

  it("may head a body, with words of quality before its name; nobody heads what has none", function ()
    assert.same({ "Park Min-su: Commander of Capital Defense Command (KR)" },
      posts "Park Min-su, head of the Capital Defense Command, spoke.")
    assert.same({ "Park Min-su: leader of Democratic Party of Korea (KR)" },
      posts "Park Min-su, leader of the main opposition Democratic Party, spoke in South Korea.")
    assert.same({}, posts "Park Min-su, head of the table, spoke.")
    assert.same({}, posts "Park Min-su, head of the UN mission, spoke.")
  end)

  it("over troops of one country in another is that of their command", function ()
    local brandel = { "Peter Brandel: Commander of US Forces Korea (USFK)" }
    assert.same(brandel, posts "Peter Brandel, commander of the 37,000 American soldiers in South Korea, spoke.")
    assert.same(brandel, posts "Peter Brandel, the top U.S. military commander in South Korea, spoke.")
    assert.same(brandel, posts "Peter Brandel, head of U.S. troops based in the South, spoke.")
    assert.same({ "Peter Brandel: Commander (US)" },
      posts "Peter Brandel, commander of U.S. and allied forces, spoke.")
  end)

  it("is told by what its holder does", function ()
    assert.same({ "Peter Brandel: Commander of US Forces Korea (USFK)" },
      posts "Peter Brandel, who currently commands some 28,500 U.S. troops in South Korea, spoke.")
    assert.same({ "Peter Brandel: Commander of Combined Forces Command (CFC), former" },
      posts "Peter Brandel, who led the Combined Forces Command, spoke.")
    assert.same({}, posts "Peter Brandel, who leads the World Energy Council, spoke of U.S. troops.")
  end)

  it("held from one year to another is held no longer", function ()
    assert.same({ "Anna Berg: Ambassador to South Korea (US), former" },
      posts "Anna Berg, the U.S. ambassador to South Korea from 2008 to 2011, spoke.")
    assert.same({ "Anna Berg: Ambassador to South Korea (US)" },
      posts "Anna Berg, the U.S. ambassador to South Korea, spoke in 2008.")
  end)

  it("is no post of a name beside it where somebody else owns what follows", function ()
    assert.same({}, posts "Kim Ryong-hwa, the North Korean leader's sister, spoke.")
    assert.same({ "Anna Berg: National Security Adviser (?)" },
      posts "Anna Berg, who served as Paul Moe's national security adviser, spoke.")
  end)

  it("in a list is that of the name before it", function ()
    assert.same({ "Shin Beom-su: Vice Minister of National Defense (KR)", "Anna Berg: Ambassador to Japan (?)" },
      posts "Shin Beom-su, vice defense minister, Anna Berg, ambassador to Japan, and others spoke in Seoul.")
    assert.same({ "Shin Beom-su: Vice Minister of National Defense (KR)" },
      posts "South Korea's vice defense minister, Shin Beom-su, spoke.")
  end)

  it("somebody comes to is his, or is to be", function ()
    assert.same({ "Anna Berg: Secretary of State (US)" },
      posts "Anna Berg, who was sworn in as secretary of state on Wednesday, spoke.")
    assert.same({ "Anna Berg: Ambassador (US), nominee" },
      posts "Anna Berg, the nominee for U.S. ambassador, spoke.")
    assert.same({ "Anna Berg: Under Secretary for political affairs (US), nominee" },
      posts "Anna Berg was nominated as under secretary for political affairs, they said.")
  end)

  it("has what it is for behind it, to the last word of that", function ()
    assert.same({ "Anna Berg: Deputy Assistant Secretary of Defense for Asian and Pacific affairs (US)" },
      posts "Anna Berg, deputy assistant secretary of defense for Asian and Pacific affairs, spoke.")
    assert.same({ "Anna Berg: Assistant Secretary of State (US)" },
      posts "Assistant Secretary of State Anna Berg spoke for an hour about policy.")
  end)

  it("goes on to a successor and back to who was replaced", function ()
    assert.same({ "Cho Min-su: Ambassador to the United States (KR), former",
      "Kang Su-jin: Ambassador to the United States (KR)" },
      posts("Cho Min-su, the previous South Korean ambassador to the United States, and his successor, Kang "
        .. "Su-jin, met."))
    assert.same({ "Paul Moe: Ambassador (US), acting", "Anna Berg: Ambassador (US), former" },
      posts "Acting US Ambassador Paul Moe, who replaced Anna Berg last month, spoke.")
    assert.same({ "Paul Moe: Ambassador (US), acting" },
      posts "Acting US Ambassador Paul Moe, who met Anna Berg last month, spoke.")
  end)

  it("of a counterpart may be of another body, or of him whose counterpart it is", function ()
    assert.same({ "Jang Do-min: Spokesperson of Joint Chiefs of Staff (KR)",
      "Paul Moe: Spokesperson of US Forces Korea (USFK)" },
      posts "Jang Do-min, the South Korean JCS spokesperson, met Paul Moe, his U.S. Forces Korea counterpart.")
    assert.same({ "Cho Min-su: Minister of Foreign Affairs (KR)", "Paul Moe: Ambassador (US)",
      "Anna Berg: Secretary of State (US)" },
      posts("South Korean Foreign Minister Cho Min-su met U.S. Ambassador Paul Moe and Cho's American "
        .. "counterpart, Anna Berg."))
  end)

  it("may be one of two behind the name", function ()
    assert.same({ "Peter Brandel: Commander of US Forces Korea (USFK), former" },
      posts "Peter Brandel, a retired general and former USFK commander, spoke.")
    assert.same({ "Kim Min-su: Lawmaker (KR)", "Kim Min-su: Minister of National Defense (KR), former" },
      posts "Kim Min-su, a South Korean lawmaker and former defense minister, spoke.")
    assert.same({}, posts "Kim Min-su and the former USFK commander spoke.")
  end)

  it("of no name is that of him who is named in its place", function ()
    assert.same({ "Rhee Min Su: Minister of National Defense (KR)" },
      posts "South Korea's defense minister said so. The minister, Rhee Min Su, smiled.")
    assert.same({}, posts "South Korea's parliament said so. The minister, Rhee Min Su, smiled.")
  end)

  it("that is led counts more than a seat in parliament", function ()
    assert.same({ "Jang Min-su: leader of People Power Party (KR)", "Jang Min-su: Representative (KR)" },
      posts "Rep. Jang Min-su, leader of the main opposition People Power Party, spoke in South Korea.")
    assert.same({ "Jang Min-su: Representative (KR)" }, posts("Rep. Jang Min-su of the People Power Party spoke "
      .. "in South Korea."))
  end)

  it("takes no side where names are spelled otherwise", function ()
    assert.same({ "Anna Berg: Deputy National Security Adviser (?)" },
      posts "South Korea agrees. Anna Berg, the deputy national security adviser, spoke.")
    assert.same({ "Kim Min-su: Deputy Director of National Security (KR)" },
      posts "South Korea agrees. Kim Min-su, the deputy national security adviser, spoke.")
  end)

  it("of a counterpart may have its place behind it", function ()
    assert.same({ "Shin Min-su: Director of National Security (KR)", "Anna Berg: National Security Adviser (US)" },
      posts "South Korean National Security Adviser Shin Min-su met his opposite number at the White House, Anna Berg.")
    assert.same({ "Shin Min-su: Director of National Security (KR)" },
      posts "South Korean National Security Adviser Shin Min-su met his opposite number at dinner, and Anna Berg.")
  end)

  it("somebody left, or held with another, is former too", function ()
    assert.same({ "Kim Min-su: Minister of National Defense (KR), former" },
      posts "South Korea's Kim Min-su, who resigned as defense minister, spoke.")
    assert.same({ "Shin Min-su: First Vice Minister of Foreign Affairs (KR), former",
      "Shin Min-su: Ambassador to Japan (?), former" },
      posts "Shin Min-su, a former South Korean vice foreign minister and ambassador to Japan, spoke.")
    assert.same({ "Shin Min-su: Ambassador to Japan (?)",
      "Shin Min-su: First Vice Minister of Foreign Affairs (KR), former" },
      posts "Shin Min-su, a former South Korean vice foreign minister and now ambassador to Japan, spoke.")
  end)

  it("of a body before it names that body, and a mayor his city", function ()
    assert.same({ "Carl Dahl: President of Bank of Korea (KR)" }, posts "Bank of Korea President Carl Dahl spoke.")
    assert.same({ "Oh Min-su: Mayor of Seoul (KR)" }, posts "Seoul Mayor Oh Min-su spoke.")
    assert.same({ "Oh Min-su: Mayor (KR)" }, posts "South Korean Mayor Oh Min-su spoke.")
  end)

  it("of another time is held no longer", function ()
    assert.same({ "Anna Berg: Ambassador to South Korea (?), former" },
      posts "Anna Berg, who was ambassador to South Korea in the Obama administration, spoke.")
    assert.same({ "Anna Berg: Ambassador to South Korea (?)" },
      posts "Anna Berg, who was named ambassador to South Korea by the Obama administration, spoke.")
    assert.same({ "Kim Min-su: Director of National Security (KR), former" },
      posts "South Korean National Security Adviser Kim Min-su resigned abruptly last week.")
    assert.same({ "Kim Min-su: Director of National Security (KR)" },
      posts "South Korean National Security Adviser Kim Min-su refused to say who resigned last week.")
  end)

  it("goes back to a predecessor named in the next sentence", function ()
    assert.same({ "Paul Moe: Commander of US Forces Korea (USFK)",
      "Anna Berg: Commander of US Forces Korea (USFK), former" },
      posts "Paul Moe, who took over USFK in May, agreed. His predecessor, retired Gen. Anna Berg, did not.")
    assert.same({ "Paul Moe: Commander of US Forces Korea (USFK)" },
      posts "Paul Moe, who took over USFK in May, agreed. His friend, retired Gen. Anna Berg, did not.")
  end)

  it("is joined to the name over whose it is", function ()
    assert.same({ "Park Min-su: Spokesperson (?)" }, posts "Park Min-su, the ministry's spokesman, spoke.")
    assert.same({}, posts "Park Min-su left the ministry's spokesman behind.")
  end)

  it("is no country's where a thing without a name owns it", function ()
    assert.same({}, posts "The German central bank's president Ulrich Vogt spoke.")
    assert.same({ "Ulrich Vogt: President (DE)" }, posts "Germany is large. The country's president Ulrich Vogt spoke.")
  end)

  it("of several counterparts is each one's own", function ()
    local text = "South Korean Foreign Minister Cho Tae-yul and his U.S. and Japanese counterparts, Antony Blinken and "
      .. "Takeshi Iwaya, met."
    assert.same({ "Cho Tae-yul: Minister of Foreign Affairs (KR)", "Antony Blinken: Secretary of State (US)",
      "Takeshi Iwaya: Minister of Foreign Affairs (JP)" }, posts(text))
  end)

  it("has its side before the embassy it is at", function ()
    assert.same({ "Paul Jones: Ambassador (US), acting" },
      posts "The US embassy charge d'affaires Paul Jones spoke in Manila.")
  end)

  it("of one who is former finds whom the lexicon has in it before that day", function ()
    local article = assert(alliance.read("Former Prime Minister Kishida spoke.", { published = "2024-12-20" }))
    assert.same({ "Fumio Kishida", "JP" }, { article.people[1].name, article.people[1].side })
  end)

  it("of an envoy is to where the lexicon sends him on that day", function ()
    local function post(day)
      return assert(alliance.read("U.S. Ambassador Philip Goldberg spoke.", { published = day })).people[1].office
    end
    assert.same({ "Ambassador to South Korea", "Ambassador" }, { post "2024-12-20", post "2019-01-01" })
  end)

  it("in the plural is held by each of a list", function ()
    assert.same({ "Joe Biden: President (US)", "Yoon Suk Yeol: President (KR)" },
      posts "Presidents Joe Biden and Yoon Suk Yeol agreed.")
    assert.same({ "Anthony Albanese: Prime Minister (AU)", "Narendra Modi: Prime Minister (IN)" },
      posts "Prime Ministers Anthony Albanese of Australia and Narendra Modi of India agreed.")
  end)

  it("in the plural is held by nobody who is only near it", function ()
    assert.same({}, posts "He was one of the first leaders Orlando Quistgaard called.")
  end)

  it("goes over to a counterpart, as that country calls it", function ()
    assert.same({ "Pete Hegseth: Secretary of Defense (US)", "Ahn Gyu-back: Minister of National Defense (KR)" },
      posts "US Defense Secretary Pete Hegseth met his South Korean counterpart, Ahn Gyu-back.")
    assert.same({ "Mark Milley: Chairman of the Joint Chiefs of Staff (US)",
      "Kim Myung-soo: Chairman of the Joint Chiefs of Staff (KR)" },
      posts "US JCS Chairman Mark Milley told Kim Myung-soo, his South Korean counterpart, about it.")
  end)

  it("of a counterpart is no post where none was named before", function ()
    assert.same({}, posts "She met her South Korean counterpart, Ahn Gyu-back.")
  end)

  it("takes its side from the country that the text is about", function ()
    assert.same({ "Romano Prodi: Prime Minister (IT)" },
      posts "Italy was calm. Prime Minister Romano Prodi spoke on Monday.")
  end)

  it("takes no side that somebody else already speaks for", function ()
    assert.same({ "Tony Blair: Prime Minister (GB)", "Orlando Quistgaard: Prime Minister (?)" },
      posts "British Prime Minister Tony Blair came. Prime Minister Orlando Quistgaard smiled.")
  end)

  it("has the portfolio that is written before it", function ()
    assert.same({ "Orlando Quistgaard: Minister of Fisheries (NO)" },
      posts "Norwegian Fisheries Minister Orlando Quistgaard spoke.")
  end)

  it("is another with vice or deputy before it, or a portfolio behind it", function ()
    assert.same({ "Orlando Quistgaard: Vice Minister of Commerce (CN)" },
      posts "Chinese Vice Commerce Minister Orlando Quistgaard spoke.")
    assert.same({ "Orlando Quistgaard: Minister for Strategic Affairs (IL)" },
      posts "Israel's Minister for Strategic Affairs Orlando Quistgaard spoke.")
  end)

  it("is one of two that stand side by side before the name", function ()
    assert.same({ "Celso Amorim: National Security Adviser (BR)", "Celso Amorim: Ambassador (?)" },
      posts "They met National Security Advisor Ambassador Celso Amorim of Brazil.")
    assert.same({ "Orlando Quistgaard: Prime Minister (NO)" },
      posts "The President and Norwegian Prime Minister Orlando Quistgaard left.")
  end)

  it("is of a body that is no country's", function ()
    assert.same({ "Orlando Quistgaard: President of World Energy Council (?)" },
      posts "The World Energy Council president, Orlando Quistgaard, spoke in Norway.")
  end)

  it("is said again by a shorter word, which is no second post", function ()
    assert.same({ "Jens Stoltenberg: Secretary General of NATO (NATO)" },
      posts "NATO Secretary General Jens Stoltenberg came. Later Secretary General Stoltenberg left.")
  end)

  it("stands before the name, with the side before it", function ()
    assert.same({ "Cho Tae-yul: Minister of Foreign Affairs (KR)" },
      posts "South Korean Foreign Minister Cho Tae-yul agreed.")
    assert.same({ "Lloyd Austin: Secretary of Defense (US)" }, posts "U.S. Secretary of Defense Lloyd Austin agreed.")
  end)

  it("takes the name that its country gives it", function ()
    assert.same({ "Kim Seon-ho: Minister of National Defense (KR), acting" },
      posts "South Korea's acting Defence Minister Kim Seon-ho agreed.")
  end)

  it("stands behind the name, between commas", function ()
    assert.same({ "Philip Goldberg: Ambassador to South Korea (US)" },
      posts "Philip Goldberg, the US ambassador to South Korea, agreed.")
  end)

  it("is joined to the name by words that say so", function ()
    assert.same({ "Xavier Brunson: Commander of United Nations Command (UNC)" },
      posts "Xavier Brunson also serves as commander of the UN Command.")
    assert.same({ "Xavier Brunson: Commander of US Forces Korea (USFK)" },
      posts "As USFK commander, Xavier Brunson leads the troops.")
  end)

  it("is not joined to a name by 'and'", function ()
    assert.same({}, posts "Xavier Brunson and the Defense Minister left early.")
  end)

  it("can be of two bodies", function ()
    assert.same({ "Xavier Brunson: Commander of Combined Forces Command (CFC)",
      "Xavier Brunson: Commander of United Nations Command (UNC)" },
      posts "Xavier Brunson is commander of the ROK-US Combined Forces Command (CFC) and the UN Command.")
  end)

  it("says when its holder is former, elect, outgoing or nominated", function ()
    assert.same({ "Shinzo Abe: Prime Minister (JP), former" }, posts "Former Japanese Prime Minister Shinzo Abe came.")
    assert.same({ "Donald Trump: President (US), elect" }, posts "US President-elect Donald Trump came.")
    assert.same({ "Philip Goldberg: Ambassador to South Korea (US), outgoing" },
      posts "Outgoing US Ambassador to South Korea Philip Goldberg came.")
  end)

  it("is come to by taking command, and held before by who handed it over", function ()
    assert.same({ "Anna Berg: Commander of US Forces Korea (USFK)",
      "Carl Dahl: Commander of US Forces Korea (USFK), former" },
      posts "Gen. Anna Berg took command of U.S. Forces Korea on Friday, succeeding Gen. Carl Dahl.")
    assert.same({ "Anna Berg: Commander of Combined Forces Command (CFC)",
      "Carl Dahl: Commander of Combined Forces Command (CFC), former" },
      posts "Gen. Anna Berg assumed command of the Combined Forces Command from Gen. Carl Dahl.")
    assert.same({}, posts "Gen. Anna Berg took command of the situation on Friday, leaving Gen. Carl Dahl behind.")
  end)

  it("of several is held by each of those named behind it, whoever's the posts are", function ()
    assert.same({ "Anna Berg: Minister of Foreign Affairs (?)", "Carl Dahl: Minister of Foreign Affairs (?)" },
      posts "The foreign ministers of the two countries, Anna Berg and Carl Dahl, met on Friday.")
    assert.same({}, posts "The foreign ministers of the two villages, Anna Berg and Carl Dahl said, met on Friday.")
  end)

  it("is the opposite number's too", function ()
    assert.same({ "Anna Berg: Minister of Foreign Affairs (NO)", "Carl Dahl: Minister of Foreign Affairs (SE)" },
      posts "Norwegian Foreign Minister Anna Berg met her Swedish opposite number, Carl Dahl.")
  end)

  it("is not that of the next one in a headline, where a comma stands for 'and'", function ()
    assert.same({ "Antony Blinken: Secretary of State (US)", "Cho Tae-yul: Minister of Foreign Affairs (KR)" },
      posts("Blinken, South Korea's new foreign minister speak\n\nU.S. Secretary of State Antony Blinken spoke with " ..
        "South Korean Foreign Minister Cho Tae-yul on Monday about the talks in Seoul and other things."))
    assert.same({ "Anna Berg: Minister of Foreign Affairs (SE)" },
      posts "Anna Berg, Sweden's new foreign minister, spoke.")
  end)

  it("of several counterparts is what the lexicon knows of each on that day", function ()
    local people = alliance.read("Foreign Minister Chung Eui-yong and Defense Minister Suh Wook met with their U.S. " ..
      "counterparts, Antony Blinken and Lloyd Austin.", { published = "2021-03-18" }).people
    assert.same({ "Secretary of State", "Secretary of Defense" }, { people[3].office, people[4].office })
  end)

  it("has its side before its abbreviation", function ()
    assert.same({ "Anna Berg: Minister of Finance (KR)" },
      posts "Republic of Korea (ROK) Finance Minister Anna Berg left.")
    assert.same({ "Anna Berg: Minister of Finance (?)" }, posts "He left (NOW) Finance Minister Anna Berg behind.")
  end)

  it("of a department's spokesman is that of the US, of a ministry's that of its country", function ()
    assert.equal("US", alliance.read("Chinese Foreign Minister Wang Yi spoke, said department spokesman Patrick Berg.")
      .people[2].side)
    assert.same({ "Tom Berg: Spokesperson of the Ministry of Foreign Affairs (CN)" },
      posts "Chinese foreign ministry spokesman Tom Berg spoke.")
  end)

  it("goes over where the one who takes it stands in the clause before", function ()
    assert.same({ "Xavier Brunson: Commander of US Forces Korea (USFK)",
        "Paul LaCamera: Commander of US Forces Korea (USFK), former" },
      posts("Gen. Xavier Brunson took office as commander of U.S. Forces Korea on Friday, replacing Gen. Paul " ..
      "LaCamera."))
    assert.same({}, posts "It rained on Friday in the town, replacing Gen. Paul LaCamera.")
  end)

  it("goes over to who replaced the holder", function ()
    assert.same({ "Xavier Brunson: Commander of US Forces Korea (USFK)",
      "Paul LaCamera: Commander of US Forces Korea (USFK), former" },
      posts "New US Forces Korea Commander Xavier Brunson replaced Gen. Paul LaCamera.")
  end)

  it("of a family name alone finds the holder the lexicon knows of on that day", function ()
    local article = alliance.read("President Yoon left for Washington.", { published = "2023-04-24" })
    assert.equal("Yoon Suk Yeol", article.people[1].name)
  end)

  it("of a family name alone finds nobody where the lexicon knows none", function ()
    local article = alliance.read("President Yoon left for Washington.", { published = "1999-04-24" })
    assert.equal("Yoon", article.people[1].name)
  end)
end)

describe("a body or place", function ()
  local function things(text)
    local article, out = read(text), {}
    for _, field in ipairs { "organisations", "places" } do
      for _, t in ipairs(article[field]) do
        out[#out + 1] = ("%s %s (%s) x%d"):format(field, t.name, t.side or "?", #t.spans)
      end
    end
    return out
  end

  it("is one under all its aliases", function ()
    assert.same({ "organisations US Forces Korea (USFK) x2" }, things "USFK said that US Forces Korea would stay.")
  end)

  it("is found longest first: South Korea-US is two countries, and no Korea", function ()
    assert.same({ "places South Korea (KR) x1", "places United States (US) x1" },
      things "they praised the South Korea-US alliance")
  end)

  it("is known in all spellings of US and UN", function ()
    for _, name in ipairs { "US Indo-Pacific Command", "U.S. Indo-Pacific Command", "Indo-Pacific Command",
      "United States Indo-Pacific Command" } do
      assert.equal("US Indo-Pacific Command", read("The " .. name .. " said so.").organisations[1].name)
    end
    assert.equal("Eighth United States Army", read("The Eighth U.S. Army said so.").organisations[1].name)
    assert.same({}, read("The us indo pacific said so.").organisations)
  end)

  it("is a ministry of the country beside it, also where only its short name is known", function ()
    assert.same({ "Security Council", "RU" }, (function (o) return { o.name, o.side } end)
      (read("The Russian Security Council met.").organisations[1]))
    assert.equal("UN", read("The Security Council met.").organisations[1].side)
  end)

  it("is a ministry of the country beside it", function ()
    assert.same({ "organisations Foreign Ministry (ZA) x1", "places South Africa (ZA) x1" },
      things "They asked South Africa's Foreign Ministry about it.")
    assert.same({ "organisations Ministry of Foreign Affairs (South Korea) (KR) x1", "places South Korea (KR) x1" },
      things "They asked South Korea's Foreign Ministry about it.")
  end)

  it("goes on behind 'of', up to the end of its name", function ()
    assert.same({ "organisations Orlando Committee of the Blue Cross (?) x1" },
      things "They asked the Orlando Committee of the Blue Cross about it.")
  end)

  it("ends before the day, and before whose it is", function ()
    assert.same({ "organisations Orlando Energy Committee (?) x1" },
      things "They asked the Orlando Energy Committee on Wednesday.")
    assert.same({ "organisations Bravo Committee (?) x1" },
      things "They asked the Bravo Committee of the Danish parliament.")
  end)

  it("is South Korea in 'the South' where the article names it, and no place where not", function ()
    assert.same({ "places South Korea (KR) x2" },
      things "They praised South Korea. They said that the South would stay.")
    assert.same({}, things "They praised the cotton of the South and went home.")
  end)

  it("is no demonym", function () assert.same({}, things "the South Korean and American soldiers") end)

  it("in capitals is a name, in small letters a word like any other", function ()
    assert.same({ "organisations World Health Organization (UN) x1" }, things "doctors from the WHO said so")
    assert.same({}, things "those who told us so")
  end)
end)
