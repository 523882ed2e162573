local alliance = require "alliance"
local probe = require "alliance.core".probe

local function language(text) return assert(alliance.read(text)).language end

-- One sentence of news in each language that has words in the lexicon.
local by_words = {
  en = "The minister said on Tuesday that the talks with the allies have been useful for both sides.",
  de = "Der Minister sagte am Dienstag, dass die Gespräche mit den Partnern für beide Seiten nützlich waren.",
  fr = "Le ministre a déclaré mardi que les discussions avec les alliés ont été utiles pour les deux parties.",
  es = "El ministro dijo el martes que las conversaciones con los aliados fueron útiles para las dos partes.",
  it = "Il ministro ha detto martedì che i colloqui con gli alleati sono stati utili per le due parti.",
  pt = "O ministro disse na terça-feira que as conversas com os aliados foram úteis para os dois lados.",
  nl = "De minister zei dinsdag dat de gesprekken met de bondgenoten voor beide partijen nuttig zijn geweest.",
  sv = "Ministern sade på tisdagen att samtalen med de allierade har varit till nytta för båda sidor och inte en.",
  da = "Ministeren sagde tirsdag, at samtalerne med de allierede har været nyttige for begge parter efter krigen.",
  no = "Ministeren sa tirsdag at samtalene med de allierte har vært nyttige for begge parter, og ikke bare for en.",
  fi = "Ministeri sanoi tiistaina, että neuvottelut ovat olleet hyödyllisiä ja että ne jatkuvat vielä tämän vuoden.",
  pl = "Minister powiedział we wtorek, że rozmowy z sojusznikami były przydatne dla obu stron i nie są za nami.",
  cs = "Ministr v úterý řekl, že jednání se spojenci byla užitečná pro obě strany a že se na ně bude dál navazovat.",
  hu = "A miniszter kedden azt mondta, hogy a tárgyalások nem csak az egyik félnek voltak hasznosak, és ez így van.",
  ro = "Ministrul a declarat marți că discuțiile cu aliații au fost utile pentru ambele părți și că nu sunt ultimele.",
  tr = "Bakan salı günü müttefiklerle görüşmelerin iki taraf için çok yararlı olduğunu ve daha süreceğini söyledi.",
  vi = "Bộ trưởng nói hôm thứ Ba rằng các cuộc họp với đồng minh đã có ích cho cả hai bên và sẽ còn được tiếp tục.",
  id = "Menteri itu mengatakan pada hari Selasa bahwa pertemuan dengan para sekutu telah berguna untuk kedua pihak.",
  ru = "Министр заявил во вторник, что переговоры с союзниками были полезны для обеих сторон и что это не всё.",
  uk = "Міністр заявив у вівторок, що переговори із союзниками були корисні для обох сторін і що це ще не все.",
  bg = "Министърът заяви във вторник, че разговорите със съюзниците са били полезни за двете страни и ще продължат.",
  ar = "قال الوزير يوم الثلاثاء إن المحادثات مع الحلفاء كانت مفيدة في كل المجالات التي تم بحثها بين الجانبين.",
  fa = "وزیر روز سه‌شنبه گفت که گفتگو با متحدان برای هر دو طرف مفید بوده است و این کار ادامه پیدا می کند.",
  ur = "وزیر نے منگل کو کہا کہ اتحادیوں کے ساتھ بات چیت دونوں کے لیے مفید رہی اور یہ جاری ہے۔",
  hi = "मंत्री ने मंगलवार को कहा कि सहयोगियों के साथ बातचीत दोनों पक्षों के लिए उपयोगी रही है और यह जारी है।",
}

local by_script = {
  ko = "장관은 화요일에 동맹국과의 회담이 유익했다고 말했다.",
  ja = "大臣は火曜日、同盟国との会談は有益だったと述べた。",
  zh = "部长周二表示，与盟国的会谈对双方都很有益。",
  el = "Ο υπουργός δήλωσε την Τρίτη", he = "השר אמר ביום שלישי", th = "รัฐมนตรีกล่าวเมื่อวันอังคาร",
  ka = "მინისტრმა სამშაბათს განაცხადა", hy = "Նախարարը երեքշաբթի ասաց", bn = "মন্ত্রী মঙ্গলবার বলেছেন",
  ta = "அமைச்சர் செவ்வாயன்று கூறினார்", km = "រដ្ឋមន្ត្រីបាននិយាយ", am = "ሚኒስትሩ ማክሰኞ ዕለት ተናገሩ",
}

describe("the language of an article", function ()
  local function check(texts)
    local told, expected = {}, {}
    for code, text in pairs(texts) do told[code], expected[code] = language(text), code end
    assert.same(expected, told)
  end

  it("is told by its frequent words", function () check(by_words) end)
  it("is told by the script alone where one language has it", function () check(by_script) end)

  it("does not depend on capitals or curly apostrophes", function ()
    assert.equal("en", language(by_words.en:upper()))
    assert.equal("en", language "“It’s not that we don’t want them to be here, but they have to go,” he said.")
  end)

  it("stays English under Korean furniture", function ()
    local furniture = "본문 바로가기\n메뉴 열기\n\n한미 연합훈련 예정대로 실시\n\n"
    assert.equal("en", language(furniture .. (by_words.en .. "\n\n"):rep(3) .. furniture))
  end)

  it("stays Korean with English names", function ()
    assert.equal("ko", language(by_script.ko .. " (U.S. Forces Korea, Yonhap News TV) " .. by_script.ko))
  end)

  it("is Chinese with a Japanese name, Japanese with many Chinese letters", function ()
    assert.equal("zh", language(by_script.zh:rep(3) .. "トヨタ"))
    assert.equal("ja", language "日本政府は十二月二十日、防衛予算案を閣議決定した。")
  end)

  it("is und where there are too few words, or only names", function ()
    local names = "Kim Jong Un Choe Son Hui Pak Jong Chon Ri Pyong Chol"
    for _, text in ipairs { "Seoul, 2024", "The of and", "12:30 --", names } do
      assert.equal("und", language(text))
    end
  end)

  it("is und for a table in which one frequent word comes again and again", function ()
    assert.equal("und", language(("Manchester v Arsenal 2-0\nLeeds v Everton 1-1\n"):rep(10)))
  end)

  it("is not told by the letters of abbreviations", function ()
    assert.equal("und", language(("U.S. Treasury S&P index U.K. O.Z. Moody's A.I. fund\n"):rep(10)))
  end)

  it("follows the lexicon: new languages are rows", function ()
    local text = "Kohus otsustas reedel et leping on kehtiv ning see jääb jõusse kuid mitte kauaks"
    local lexicon = alliance.lexicon { languages = { { code = "et", "et", "on", "ning", "see", "kuid", "mitte" } } }
    assert.equal("und", language(text))
    assert.equal("et", alliance.read(text, { lexicon = lexicon }).language)
  end)

  it("is und for Latin letters where the lexicon has no languages", function ()
    local empty = alliance.lexicon({ languages = {} }, { only = { "languages" } })
    assert.equal("und", probe.language(by_words.en, empty))
    assert.equal("ko", probe.language(by_script.ko, empty))
  end)

  it("looks at the first 2,000 tokens", function ()
    local english, german = by_words.en:rep(200, " "), by_words.de:rep(400, " ")
    assert.equal("en", language(english .. " " .. german))
    assert.equal("de", language(german .. " " .. english))
  end)
end)
