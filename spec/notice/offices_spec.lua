local alliance = require "alliance"
local post_line = require "spec.notice.posts_helper"

-- "Carl Dahl [SE]: Minister of Defense (SE), acting"
local function posts(text, about)
  local out = {}
  for _, person in ipairs(assert(alliance.read(text, about)).people) do
    local who = ("%s [%s]"):format(person.name, person.side or "?")
    if #person.offices == 0 then out[#out + 1] = who end
    for _, post in ipairs(person.offices) do out[#out + 1] = who .. ": " .. post_line(post) end
  end
  return out
end

local function only(text) return table.concat(posts(text), "; ") end

describe("a post with a country inside its name", function ()
  it("is that of the country, by its one name", function ()
    assert.equal("Dan Orr [US]: Chairman of the Joint Chiefs of Staff (US)",
      only "Gen. Dan Orr, chairman of the U.S. Joint Chiefs of Staff, spoke.")
    assert.equal("Nikolai Malin [RU]: Secretary of the Security Council (RU)",
      only "Nikolai Malin, secretary of the Russian Security Council, spoke.")
    assert.equal("Ann Bell [PH]: Speaker of the House (PH)",
      only "Ann Bell, speaker of the Philippine House of Representatives, spoke.")
  end)

  it("does not end inside a longer name", function ()
    assert.equal("Dan Orr [US]: Commander of US Army Forces Command (US)",
      only "Dan Orr, commander of the US Army Forces Command, spoke.")
  end)
end)

describe("a post of a body that no table knows", function ()
  it("is of the country in the body's name, before it or behind it", function ()
    local head = "Igor Malik, head of %s, spoke."
    for body, name in pairs {
      ["the Polish National Security Bureau"] = "Polish National Security Bureau",
      ["the National Security Bureau of Poland"] = "National Security Bureau of Poland",
      ["Poland's National Security Bureau"] = "National Security Bureau",
      ["the Presidential Office of Poland"] = "Presidential Office of Poland",
    } do
      assert.equal(("Igor Malik [PL]: Head of %s (PL)"):format(name), only(head:format(body)), body)
    end
    assert.equal("Igor Malik [?]: Head of National Security Bureau (?)",
      only(head:format "the National Security Bureau"))
  end)

  it("is not of the country whose body is called so in full", function ()
    assert.equal("Igor Malik [MN]: Secretary of National Security Council (MN)",
      only "The secretary of the Mongolian National Security Council, Igor Malik, spoke.")
  end)

  it("is of the committee, not of whose parliament it is", function ()
    assert.equal("Lin Wei [CN]: Chairman of Foreign Affairs Committee (CN)",
      only "They met Lin Wei, chairwoman of the Foreign Affairs Committee of China's National People's Congress.")
  end)

  it("is held by who stands right behind the body or its country", function ()
    assert.equal("Jens Orman [EU]: Vice President of European Commission (EU)",
      only "She met with the vice president of the European Commission Jens Orman.")
    assert.equal("Samor Nadeb [EG]: Minister of Foreign Affairs (EG)",
      only "She met the Foreign Minister of Egypt Samor Nadeb in Cairo.")
    assert.equal("", only "She met the president of the Brookfield Research Institute of Foreign Policy.")
  end)
end)

describe("two posts joined by 'and'", function ()
  it("are of the country that stands before the first", function ()
    assert.equal("Ole Malik [FI]: National Security Adviser (FI); Anna Berg [FI]: Minister of Strategic Affairs (FI)",
      only "Finnish National Security Adviser Ole Malik and Minister of Strategic Affairs Anna Berg spoke of Norway.")
  end)
end)

describe("an adviser to the president", function ()
  it("is not the president", function ()
    assert.equal("Igor Malik [?]: Presidential Adviser (?)", only "Adviser to the President Igor Malik spoke.")
    assert.equal("Igor Malik [?]", only "The adviser to the Finnish president, Igor Malik, spoke.")
    assert.equal("Igor Malik [FI]: President (FI)", only "The Finnish president, Igor Malik, spoke.")
  end)

  it("is of the president's country, named beside the president or before", function ()
    assert.equal("Igor Malik [FI]: Foreign Policy Adviser (FI)",
      only "Igor Malik, diplomatic adviser to the president of Finland, spoke of Norway.")
    assert.equal("Anna Berg [FI]: President (FI); Igor Malik [FI]: Foreign Policy Adviser (FI)",
      only "President Anna Berg of Finland spoke of Norway. Igor Malik, diplomatic adviser to the president, left.")
  end)

  it("is known by what stands behind the comma, whatever the name", function ()
    assert.equal("Xerxo Podolak [?]: Presidential Adviser (?)",
      only "Xerxo Podolak, an adviser to the president, spoke.")
    assert.equal("", only "Later Monday, an adviser to the president spoke.")
  end)
end)

describe("a post of a place", function ()
  it("that is no country is named with the place", function ()
    assert.equal("Max Cole [CA]: Premier of Ontario (CA)", only "Ontario Premier Max Cole spoke.")
    assert.equal("Max Cole [CA]: Premier of Ontario (CA)", only "Premier Max Cole of Ontario spoke.")
    assert.equal("Ann Bell [?]: Mayor of Windsor (?)", only "The mayor of Windsor, Ann Bell, spoke.")
    assert.equal("Max Cole [CN]: Premier (CN)", only "Chinese Premier Max Cole spoke.")
  end)

  it("leaves the post of its country to somebody else", function ()
    assert.same({ "Max Cole [AU]: Premier of Queensland (AU)", "Ann Bell [AU]: Prime Minister (AU)" },
      posts "Queensland Premier Max Cole met the prime minister, Ann Bell, in Australia.")
  end)

  it("is no post of a firm", function ()
    assert.equal("Ann Bell [?]", only "The company's president, Ann Bell, spoke.")
    assert.equal("Ann Bell [?]: President (?)", only "The country's president, Ann Bell, spoke.")
  end)
end)

describe("a post of more than one word", function ()
  it("is not the shorter one inside it", function ()
    assert.equal("Mary Ashby [AU]: Governor General (AU)", only "Australia's Governor-General Mary Ashby spoke.")
    assert.equal("Mary Ashby [?]: Governor of Ohiria (?)", only "The governor of Ohiria, Mary Ashby, spoke.")
  end)

  it("of a minister may come with his task", function ()
    assert.equal("Arif Hartono [ID]: Coordinating Minister for Economic Affairs (ID)",
      only "Indonesian Coordinating Minister for Economic Affairs Arif Hartono spoke.")
    assert.equal("Ann Bell [GB]: Shadow Minister of Foreign Affairs (GB)",
      only "British Shadow Foreign Minister Ann Bell spoke.")
  end)
end)

describe("an ambassador", function ()
  it("is of who sends him and to whom he goes", function ()
    assert.equal("Joao Lima [BR]: Ambassador to Portugal (BR)",
      only "The Ambassador of Brazil to Portugal, Joao Lima, left.")
    assert.equal("Joao Lima [BR]: Ambassador to Portugal (BR)",
      only "Joao Lima, the Brazilian ambassador to Portugal, left.")
    assert.equal("Joao Lima [BR]: Ambassador (BR)", only "The Ambassador of Brazil, Joao Lima, left.")
  end)

  it("may be a permanent representative", function ()
    assert.equal("Kofi Boateng [GH]: Permanent Representative to United Nations (GH)",
      only "The Permanent Representative of Ghana to the United Nations, Kofi Boateng, left.")
  end)
end)

describe("the holder of a post", function ()
  it("stands behind a task that no row knows, between commas", function ()
    assert.equal("Jiri Kolar [?]: Special Envoy (?)",
      only "The special representative for the peace process, Jiri Kolar, will travel.")
    assert.equal("Jiri Kolar [?]", only "The special representative for the peace process, Jiri Kolar said.")
  end)

  it("stands behind a title that is a post too", function ()
    assert.equal("Ann Bell [US]: Chairman of Senate Armed Services Committee (US); Ann Bell [US]: Senator (US)",
      only "The chair of the Senate Armed Services Committee, Sen. Ann Bell, spoke.")
  end)

  it("stands before the place he is from", function ()
    assert.equal("Ann Bell [US]: Ranking Member of House Armed Services Committee (US); "
      .. "Ann Bell [US]: Representative (US)",
      only "Rep. Ann Bell, D-N.Y., the ranking member of the House Armed Services Committee, spoke.")
  end)

  it("is not who stands before ', and'", function ()
    assert.same({ "Max Cole [NZ]: Prime Minister (NZ)", "Ann Bell [AU]: Deputy Prime Minister (AU)",
      "Ann Bell [AU]: Minister of Defense (AU)" },
      posts("Prime Minister Max Cole of New Zealand, and Deputy Prime Minister and Defense Minister Ann Bell "
        .. "of Australia met."))
  end)

  it("behind '-designate' is a person, whatever else the name could be", function ()
    assert.equal("Fiona Marchbank [?]: Attorney General (?), nominee",
      only "When Attorney-General-designate Fiona Marchbank walked in on Monday, few knew her.")
  end)

  it("has no letters behind the name", function ()
    assert.equal("Alison Pembroke [GB]: Ambassador to Indonesia (GB)",
      only "The British ambassador to Indonesia, Ms Alison Pembroke OBE, spoke at the dinner.")
  end)

  it("is known by a chairman's post inside what looks like one name", function ()
    assert.equal("Koo Bon-hyuk [?]: Chairman of Samsan (?)", only "Samsan Chairman Koo Bon-hyuk, 64, did not attend.")
  end)
end)

describe("a post that is over", function ()
  it("is told by 'predecessor as'", function ()
    assert.equal("Ann Bell [SE]: Ambassador to Norway (SE), former",
      only "His predecessor as Swedish ambassador to Norway, Ann Bell, has retired.")
  end)

  it("is told by who succeeded whom", function ()
    local both = { "Carl Dahl [SE]: Minister of Foreign Affairs (SE)",
      "Ann Bell [SE]: Minister of Foreign Affairs (SE), former" }
    assert.same(both, posts "In Oslo, Carl Dahl succeeded Ann Bell as Swedish foreign minister.")
    assert.same(both, posts "Carl Dahl was appointed foreign minister of Sweden in succession to Ann Bell.")
  end)

  it("says nothing of one called current", function ()
    assert.equal("Max Cole [AU]: Speaker (AU); Max Cole [AU]: Minister of Finance (AU), former",
      only "Former Finance Minister and current Speaker Max Cole of Australia spoke.")
    assert.equal("Max Cole [AU]: Minister of Finance (AU), former; Max Cole [AU]: Minister of Trade (AU), former",
      only "Max Cole, the former finance minister and trade minister of Australia, spoke.")
  end)

  it("is told by 'until recently'", function ()
    assert.equal("Carl Dahl [SE]: Ambassador to Norway (SE), former",
      only "Carl Dahl, until recently Swedish ambassador to Norway, spoke.")
    assert.equal("Carl Dahl [SE]: Ambassador to Norway (SE)",
      only "Carl Dahl, now Swedish ambassador to Norway, spoke.")
  end)
end)

describe("counterparts of several sides", function ()
  it("are those sides in their order, where as many names follow", function ()
    assert.same({ "Dan Orr [US]: Secretary of Defense (US)", "Ken Ito [JP]: Minister of Defense (JP)",
      "Max Cole [AU]: Minister of Defense (AU)" },
      posts "U.S. Defense Secretary Dan Orr met his Japanese and Australian counterparts, Ken Ito and Max Cole, there.")
    assert.same({ "Dan Orr [US]: Secretary of Defense (US)", "Ann Bell [?]" },
      posts "U.S. Defense Secretary Dan Orr met his Japanese and Australian counterparts with Ann Bell there.")
  end)
end)

describe("whose a post is, where no word says so", function ()
  it("is the country whose capital the dateline names, before what was said further up", function ()
    local story = "OSLO (AP) -- Danish Trade Minister Lars Holt arrived on Monday.\n\n"
      .. "Prime Minister Astrid Solheim gave a lunch."
    assert.equal("Astrid Solheim [NO]: Prime Minister (NO)", posts(story)[2])
    assert.equal("Astrid Solheim [DK]: Prime Minister (DK)", posts((story:gsub("^OSLO %(AP%) %-%- ", "")))[2])
  end)

  it("is no country that has none such", function ()
    local story = "WASHINGTON (AP) -- French Trade Minister Luc Tessier arrived on Monday.\n\n%s Ann Bell gave a lunch."
    assert.equal("Ann Bell [FR]: Minister of Finance (FR)", posts(story:format "Finance Minister")[2])
    assert.equal("Ann Bell [US]: President (US)", posts(story:format "President")[2])
  end)

  it("is the country of who owns it", function ()
    assert.same({ "Danylo Hryt [UA]: President (UA)", "Oleh Bondar [UA]: Chief of Staff (UA)" },
      posts "In Paris, France, Ukrainian President Danylo Hryt spoke. Hryt's chief of staff, Oleh Bondar, sat in.")
  end)

  it("is not the country an envoy is named beside", function ()
    assert.same({ "Ann Bell [?]: Special Coordinator (?)" },
      posts "The special coordinator for Lebanon, Ann Bell, spoke in Lebanon.")
  end)

  it("is that of the capital where a paragraph is set", function ()
    assert.equal("Ann Bell [DE]: Minister of Justice (DE)", only "In Berlin, Justice Minister Ann Bell spoke.")
    assert.equal("Ann Bell [?]: Minister of Justice (?)", only "Justice Minister Ann Bell spoke.")
  end)
end)

describe("'he' at the head of a paragraph", function ()
  local function he(text)
    local article = assert(alliance.read("Officials said on Monday that the talks were long.\n\n" .. text))
    for _, person in ipairs(article.people) do
      for _, s in ipairs(person.spans) do if s.kind == "pronoun" then return person.name end end
    end
  end

  it("is whom the sentence before is about", function ()
    assert.equal("Pete Hegseth", he "Pete Hegseth met Ahn Gyu-back in Seoul.\n\nHe will stay two days.")
    assert.equal("Pete Hegseth", he "After talks with Ahn Gyu-back, Pete Hegseth left Seoul.\n\nHe will stay in Guam.")
    assert.is_nil(he "Pete Hegseth met Ahn Gyu-back in Seoul. He will stay two days.")
  end)

  it("is nobody where a noun leads that sentence and nobody knows who that is", function ()
    assert.is_nil(he "The minister met Ahn Gyu-back and Pete Hegseth in Seoul.\n\nHe will stay two days.")
  end)
end)
