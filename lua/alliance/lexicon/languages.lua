--- The most frequent words of languages, by which a text's language is told where its script does not.
-- `code` is ISO 639-1 (field `language` of an article). A word that several languages have counts less for each.
-- Give some forty words that stand in nearly every text of a language and mean nothing by themselves; a code
-- is no phrase (`en` and `de` are words of French), so no row has a `name`.
return {
  { code = "en", -- English
    "the", "of", "to", "and", "a", "in", "that", "is", "for", "on", "it", "with", "as", "was", "at", "by", "he",
    "be", "from", "this", "have", "are", "his", "but", "they", "not", "which", "or", "has", "had", "will", "an",
    "were", "who", "we", "said", "their", "been", "would", "more", "its", "after", "about", "than", "also",
    "when", "there", "if", },
  { code = "de", -- German
    "der", "die", "das", "und", "in", "den", "von", "zu", "mit", "sich", "des", "auf", "für", "ist", "im",
    "dem", "nicht", "ein", "eine", "als", "auch", "es", "an", "werden", "aus", "er", "hat", "dass", "sie",
    "nach", "wird", "bei", "einer", "um", "am", "sind", "noch", "wie", "einem", "über", "einen", "so", "zum",
    "war", "haben", "nur", "oder", "aber", "vor", "zur", "bis", "mehr", "durch", },
  { code = "fr", -- French
    "de", "la", "le", "et", "les", "des", "en", "un", "du", "une", "que", "est", "pour", "qui", "dans", "a",
    "par", "plus", "pas", "au", "sur", "ne", "se", "ce", "il", "sont", "avec", "ont", "aux", "son", "cette",
    "ses", "mais", "été", "comme", "elle", "ou", "nous", "leur", "sa", "être", "deux", "fait", "même",
    "ces", "dont", "était", "après", "avait", "entre", "aussi", },
  { code = "es", -- Spanish
    "de", "la", "que", "el", "en", "y", "a", "los", "del", "se", "las", "por", "un", "para", "con", "no", "una",
    "su", "al", "lo", "como", "más", "pero", "sus", "le", "ya", "este", "sí", "porque", "esta", "entre",
    "cuando", "muy", "sin", "sobre", "también", "me", "hasta", "hay", "donde", "desde", "todo", "nos",
    "durante", "ha", "según", "fue", "son", "era", "tiene", "han", },
  { code = "it", -- Italian
    "di", "e", "il", "la", "che", "in", "a", "per", "un", "del", "è", "una", "i", "non", "da", "le", "con",
    "si", "della", "dei", "sono", "nel", "alla", "ha", "al", "gli", "anche", "come", "più", "dal", "lo", "ma",
    "delle", "ai", "alle", "se", "nella", "ci", "o", "anni", "suo", "degli", "questo", "stato", "dalla", "dopo",
    "hanno", "essere", "sua", "due", "tra", "sul", "cui", "era", },
  { code = "pt", -- Portuguese
    "de", "a", "o", "que", "e", "do", "da", "em", "um", "para", "é", "com", "não", "uma", "os", "no", "se",
    "na", "por", "mais", "as", "dos", "como", "mas", "foi", "ao", "ele", "das", "tem", "à", "seu", "sua", "ou",
    "ser", "quando", "muito", "há", "nos", "já", "está", "eu", "também", "só", "pelo", "pela", "até",
    "isso", "ela", "entre", "era", "depois", "sem", "mesmo", "aos", "são", },
  { code = "nl", -- Dutch
    "de", "van", "het", "een", "en", "in", "is", "dat", "op", "te", "zijn", "met", "voor", "die", "niet", "aan",
    "er", "om", "ook", "als", "dan", "maar", "bij", "of", "door", "naar", "heeft", "uit", "was", "nog", "over",
    "worden", "had", "hij", "werd", "tot", "ze", "wordt", "deze", "hebben", "meer", "kan", "geen", "wat", "al",
    "zich", "zij", "na", "hun", "dit", "ik", },
  { code = "sv", -- Swedish
    "och", "i", "att", "det", "som", "en", "på", "är", "av", "för", "med", "till", "den", "har", "de",
    "inte", "om", "ett", "han", "men", "var", "jag", "sig", "från", "vi", "så", "kan", "när", "år", "hade",
    "under", "också", "efter", "eller", "nu", "sin", "där", "vid", "mot", "ska", "skulle", "kommer", "ut",
    "får", "finns", "vara", "hon", "alla", "andra", "mycket", "än", },
  { code = "da", -- Danish
    "og", "i", "at", "det", "er", "en", "til", "af", "på", "som", "for", "de", "med", "den", "der", "han",
    "har", "ikke", "et", "om", "var", "men", "sig", "fra", "vi", "så", "kan", "når", "efter", "eller", "år",
    "hun", "havde", "ved", "også", "blev", "skal", "nu", "kun", "være", "sin", "over", "end", "mod", "vil",
    "da", "ud", "blevet", "hvor", "mere", "nogle", },
  { code = "no", -- Norwegian
    "og", "i", "det", "er", "på", "som", "en", "til", "for", "av", "at", "med", "de", "har", "ikke", "den",
    "han", "om", "et", "var", "men", "seg", "fra", "vi", "så", "kan", "når", "etter", "eller", "år", "hun",
    "hadde", "ved", "også", "ble", "skal", "nå", "bare", "være", "sin", "over", "enn", "mot", "vil", "da",
    "ut", "blitt", "hvor", "mer", "noen", "jeg", },
  { code = "fi", -- Finnish
    "ja", "on", "ei", "että", "oli", "se", "hän", "mutta", "ovat", "kun", "myös", "joka", "sen", "mukaan",
    "ole", "tai", "kuin", "vuoden", "nyt", "niin", "jo", "mitä", "sekä", "vain", "olla", "voi", "vielä",
    "jos", "siitä", "hänen", "tämä", "olisi", "kanssa", "jälkeen", "noin", "ollut", "ne", "sitä",
    "enää", "tämän", "joita", },
  { code = "pl", -- Polish
    "w", "i", "na", "z", "się", "do", "nie", "to", "że", "jest", "o", "jak", "po", "od", "za", "przez", "dla",
    "ma", "tym", "przy", "są", "oraz", "był", "ale", "co", "tego", "by", "jego", "która", "który", "także",
    "może", "już", "było", "być", "czy", "ich", "tak", "został", "tylko", "roku", "jej", "które",
    "również", "będzie", "lub", "ze", "pod", },
  { code = "cs", -- Czech
    "a", "v", "se", "na", "je", "že", "s", "z", "do", "o", "to", "i", "k", "za", "pro", "jako", "by", "po",
    "podle", "si", "ale", "od", "jsem", "byl", "který", "jsou", "tak", "jeho", "při", "která", "bude",
    "být", "když", "nebo", "které", "také", "než", "až", "není", "však", "jen", "bylo", "roku", "má",
    "ve", "let", "už", "další", },
  { code = "sk", -- Slovak
    "a", "v", "sa", "na", "je", "že", "s", "z", "do", "o", "to", "aj", "k", "za", "pre", "ako", "by", "po",
    "podľa", "si", "ale", "od", "som", "bol", "ktorý", "sú", "tak", "jeho", "pri", "ktorá", "bude", "byť",
    "keď", "alebo", "ktoré", "tiež", "než", "až", "nie", "však", "len", "bolo", "roku", "má", "vo",
    "už", "ďalší", },
  { code = "hu", -- Hungarian
    "a", "az", "és", "hogy", "nem", "is", "egy", "volt", "ez", "csak", "azt", "van", "de", "mint", "már",
    "meg", "szerint", "ki", "még", "el", "ha", "után", "vagy", "pedig", "lesz", "lehet", "kell", "amely",
    "majd", "illetve", "több", "között", "amit", "ezt", "sem", "azonban", "minden", "fel", "így", "ami",
    "ahol", "ő", "be", },
  { code = "ro", -- Romanian
    "de", "și", "în", "a", "la", "cu", "pe", "care", "nu", "o", "din", "că", "un", "este", "pentru", "mai",
    "au", "fi", "fost", "sunt", "prin", "după", "ca", "sau", "al", "ale", "lui", "cel", "într", "dar",
    "între", "această", "acest", "către", "până", "dacă", "ar", "vor", "avea", "anul", "unei", "unui",
    "fără", },
  { code = "hr", -- Croatian, Bosnian, Serbian in Latin letters
    "i", "u", "je", "se", "na", "da", "su", "za", "od", "s", "a", "o", "će", "koji", "to", "iz", "kao", "koje",
    "koja", "ne", "bi", "po", "do", "biti", "samo", "što", "nakon", "bio", "ali", "ili", "kako", "sve",
    "prema", "bila", "još", "više", "te", "dok", "jer", "može", "godine", "kada", "također", },
  { code = "tr", -- Turkish
    "ve", "bir", "bu", "da", "de", "için", "ile", "olarak", "çok", "daha", "olan", "gibi", "en", "sonra",
    "kadar", "ne", "olduğu", "olduğunu", "ya", "var", "ama", "ise", "o", "değil", "mi", "her", "dedi",
    "göre", "iki", "ancak", "etti", "oldu", "yeni", "tarafından", "üzerine", "ki", "bin", "yıl", "önce",
    "şu", "biri", "büyük", },
  { code = "vi", -- Vietnamese
    "và", "của", "là", "có", "các", "được", "cho", "trong", "không", "một", "những", "người",
    "với", "này", "đã", "khi", "đến", "về", "ra", "từ", "để", "vào", "cũng", "sẽ", "trên",
    "nhiều", "phải", "ông", "năm", "như", "tại", "đó", "sau", "nói", "bị", "còn", "làm",
    "việc", "rằng", "theo", "hai", "nhưng", "đang", },
  { code = "id", -- Indonesian and Malay
    "yang", "dan", "di", "ini", "itu", "untuk", "dengan", "dari", "dalam", "tidak", "akan", "pada", "juga",
    "ke", "karena", "oleh", "tersebut", "ada", "adalah", "sebagai", "bisa", "mereka", "saya", "kata", "telah",
    "atau", "sudah", "kita", "ia", "dia", "menjadi", "harus", "kami", "tahun", "lebih", "para", "saat", "hanya",
    "seperti", "dapat", "bahwa", "namun", "secara", },
  { code = "tl", -- Filipino
    "ang", "ng", "sa", "na", "mga", "ay", "at", "ni", "si", "para", "kay", "nang", "hindi", "ito", "niya",
    "siya", "kanyang", "ayon", "naman", "mula", "rin", "lamang", "isang", "dahil", "may", "pa", "kung", "nila",
    "upang", "din", "ngunit", "po", "kaya", "pang", },
  { code = "sw", -- Swahili
    "ya", "na", "wa", "kwa", "ni", "katika", "za", "la", "cha", "kuwa", "hiyo", "kutoka", "hii", "huo", "ambao",
    "baada", "watu", "alisema", "yake", "mwaka", "rais", "nchi", "huyo", "lakini", "wake", "zaidi", "kama",
    "kwamba", "ambayo", "pia", },
  { code = "ru", -- Russian
    "и", "в", "не", "на", "что", "с", "по", "он", "как", "это", "его", "но", "к",
    "из", "у", "за", "от", "для", "о", "было", "были", "так", "же", "был", "она",
    "они", "мы", "все", "также", "или", "если", "после", "до", "при", "быть",
    "чтобы", "который", "которые", "может", "уже", "более", "еще",
    "только", "я", "года", "сообщил", "том", },
  { code = "uk", -- Ukrainian
    "і", "в", "не", "на", "що", "з", "у", "та", "до", "за", "він", "це", "як", "для",
    "про", "від", "його", "але", "є", "був", "було", "або", "які", "також",
    "при", "після", "щоб", "який", "може", "вже", "більше", "ще", "їх",
    "час", "року", "через", "так", "ми", "вони", "під", "тому", "цього", },
  { code = "bg", -- Bulgarian
    "на", "и", "в", "да", "се", "за", "от", "е", "с", "не", "са", "по", "че", "като",
    "той", "това", "до", "при", "ще", "но", "му", "или", "беше", "след", "със",
    "още", "във", "има", "които", "който", "само", "те", "тя", "как", "над",
    "една", "един", "година", "също", "както", "бъде", },
  { code = "sr", -- Serbian
    "и", "у", "је", "да", "се", "на", "су", "за", "од", "са", "а", "о", "ће", "који",
    "то", "из", "као", "које", "која", "не", "би", "по", "до", "бити", "само",
    "што", "након", "био", "али", "или", "како", "све", "према", "била",
    "још", "више", "док", "јер", "може", "године", "када", },
  { code = "be", -- Belarusian
    "і", "ў", "на", "з", "што", "не", "у", "да", "па", "за", "як", "гэта", "ад",
    "ён", "для", "яго", "але", "быў", "было", "або", "якія", "таксама",
    "пры", "пасля", "каб", "які", "можа", "ўжо", "больш", "яшчэ", "іх",
    "час", "года", "праз", "так", "мы", "яны", },
  { code = "ar", -- Arabic
    "في", "من", "على", "إلى", "أن", "التي", "الذي", "عن", "مع", "هذا", "هذه",
    "ما", "لا", "كان", "أو", "بين", "بعد", "قال", "كما", "ذلك", "لم", "قد", "كل",
    "إن", "كانت", "وقال", "قبل", "وفي", "خلال", "حول", "عام", "غير", "ولا",
    "هو", "هي", "عند", "منذ", "حتى", "لكن", "أكثر", "ومن", "أي", "وقد", },
  { code = "fa", -- Persian
    "و", "در", "به", "از", "که", "این", "را", "با", "است", "برای", "آن", "یک",
    "خود", "تا", "کرد", "بر", "هم", "نیز", "می", "شد", "بود", "اما", "گفت",
    "شده", "کند", "دارد", "دو", "ما", "باید", "او", "وی", "هر", "یا", "پس",
    "آنها", "شود", "بین", "ها", "کرده", "های", "ای", "نمی", },
  { code = "ur", -- Urdu
    "کے", "کی", "میں", "ہے", "اور", "سے", "کا", "کو", "اس", "نے", "پر", "کہ",
    "ہیں", "یہ", "کر", "بھی", "ایک", "تھا", "کہا", "ان", "گیا", "نہیں", "لیے",
    "کیا", "جو", "ہو", "تھی", "کرنے", "ہوئے", "رہے", "بعد", "تھے", "جا", "تو",
    "وہ", "ساتھ", "گئی", "جس", },
  { code = "hi", -- Hindi
    "के", "में", "की", "है", "और", "से", "का", "को", "ने", "पर",
    "कि", "यह", "हैं", "इस", "भी", "एक", "कर", "लिए", "हो", "था",
    "कहा", "नहीं", "गया", "किया", "साथ", "तो", "वह",
    "उन्होंने", "रहे", "जो", "बाद", "थी", "थे", "अपने", },
  { code = "mr", -- Marathi
    "आणि", "आहे", "या", "ते", "की", "हे", "मध्ये", "नाही",
    "होते", "असे", "केले", "होता", "आहेत", "पण", "तर", "एक",
    "हा", "ही", "यांनी", "त्यांनी", "केली", "करण्यात",
    "झाली", "झाले", "आला", "व", },
  { code = "ne", -- Nepali
    "र", "छ", "को", "मा", "ले", "पनि", "भएको", "गरेको", "हो",
    "यो", "छन्", "भने", "गर्न", "लागि", "तर", "एक", "गरेका",
    "भन्ने", "थियो", "नेपाल", "उनले", "यस", "गर्ने",
    "पछि", },
}
