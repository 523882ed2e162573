local alliance = require "alliance"

local function read(text) return assert(alliance.read(text)) end

-- "Kim Seon-ho: Minister of National Defense (KR), acting"
local function posts(text)
  local out = {}
  for _, person in ipairs(read(text).people) do
    for _, post in ipairs(person.offices) do
      local flags = { ("%s: %s (%s)"):format(person.name, post.office, post.side or "?") }
      for _, flag in ipairs { "acting", "former", "elect", "outgoing", "nominee" } do
        if post[flag] then flags[#flags + 1] = flag end
      end
      out[#out + 1] = table.concat(flags, ", ")
    end
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

describe("a post", function ()
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
      posts "Xavier Brunson is commander of the South Korea-US Combined Forces Command (CFC) and the UN Command.")
  end)

  it("says when its holder is former, elect, outgoing or nominated", function ()
    assert.same({ "Shinzo Abe: Prime Minister (JP), former" }, posts "Former Japanese Prime Minister Shinzo Abe came.")
    assert.same({ "Donald Trump: President (US), elect" }, posts "US President-elect Donald Trump came.")
    assert.same({ "Philip Goldberg: Ambassador to South Korea (US), outgoing" },
      posts "Outgoing US Ambassador to South Korea Philip Goldberg came.")
  end)

  it("goes over to who replaced the holder", function ()
    assert.same({ "Xavier Brunson: Commander of US Forces Korea (USFK)",
      "Paul LaCamera: Commander of US Forces Korea (USFK), former" },
      posts "New US Forces Korea Commander Xavier Brunson replaced Gen. Paul LaCamera.")
  end)

  it("of a family name alone finds the holder the lexicon knows of on that day", function ()
    local article = alliance.read("President Yoon left for Washington.", { published = "2023-04-24" })
    assert.equal("Yoon Suk-yeol", article.people[1].name)
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

  it("is no demonym", function () assert.same({}, things "the South Korean and American soldiers") end)

  it("in capitals is a name, in small letters a word like any other", function ()
    assert.same({ "organisations World Health Organization (UN) x1" }, things "doctors from the WHO said so")
    assert.same({}, things "those who told us so")
  end)
end)
