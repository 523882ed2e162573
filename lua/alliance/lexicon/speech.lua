--- Words of speech: who says something, and how a sentence tells so. `class` of a verb says what stands behind it:
--   say     what was said ("said that", "said", and behind a quotation "said Kim")
--   utter   the same, but only beside a quotation ("continued", "sighed")
--   tell    whom, then what was said ("told Yonhap that")
--   think   what is thought or found, as somebody says ("believes that")
--   ask     of whom, then what to do ("urged Seoul to")
--   vow     what the speaker will do ("vowed to")
--   dub     whom, then the name ("called it"); with no whom it is a name ('a film called "…"')
--   judge   what is spoken of ("criticised the plan")
-- `form`: past, base (says, say), ing (saying). Other classes:
--   claim   a noun with what is said behind its "that" ("Seoul's claim that")
--   according  before the speaker ("according to")     quoted  behind the speaker ("was quoted as saying")
--   cite       before the speaker, behind what was said ("quoting")
--   role       a noun that stands for somebody who speaks (form "body": that is a body, which "it" can mean; "post":
--              with "the" it may mean who was named last)
--   text       a noun for something that says
--   aux, adverb, prep, conj, det, that, who, pronoun, body (it), plural (they), first (I), object: small words by which
--   the speaker is found     day: words of time     elision: what an apostrophe may stand before ('em)
local rows = {}

-- Regular verbs as one word, others as "base third past ing": "point out" and the like take their second word along.
local function regular(base)
  local stem = base:gsub("e$", "")
  local y = base:match "^(.*[^aeou])y$"
  local sibilant = base:match "[sxz]$" or base:match "[cs]h$"
  return base, y and y .. "ies" or base .. (sibilant and "es" or "s"), (y and y .. "i" or stem) .. "ed", stem .. "ing"
end

local function forms(verb)
  local words = {}
  for word in verb:gmatch "%S+" do words[#words + 1] = word end
  if #words == 1 then return regular(verb) end
  if #words == 4 then return table.unpack(words) end
  if #words == 8 then
    return words[1] .. " " .. words[2], words[3] .. " " .. words[4], words[5] .. " " .. words[6], words[7] .. " " .. words[8]
  end
  local base, third, past, ing = regular(words[1])
  local rest = " " .. words[2]
  return base .. rest, third .. rest, past .. rest, ing .. rest
end

-- A verb behind "~" is a noun in its other forms too often ("state", "plans"): only its past and -ing forms count.
local verbs = {
  say = { "say says said saying", "add", "~state", "explain", "note", "stress", "emphasize", "emphasise", "underscore",
    "underline", "argue", "claim", "write writes wrote writing", "announce", "declare", "insist", "acknowledge",
    "admit admits admitted admitting", "concede", "confirm", "assert", "contend", "~report", "reply",
    "retort", "~counter", "conclude", "~remark", "observe", "~comment", "tweet", "joke", "quip quips quipped quipping",
    "recall", "reveal", "disclose", "suggest", "~hint", "imply", "predict", "~forecast forecasts forecast forecasting",
    "~estimate", "allege", "complain", "lament", "boast", "brag brags bragged bragging", "proclaim", "testify", "repeat",
    "reiterate", "affirm", "reaffirm", "point out", "~caution", "opine", "recount", "~signal", "speculate", "theorize",
    "deny", "mention", "wonder", "propose", "recommend", "~promise", "pledge", "vow", "swear swears swore swearing",
    "agree agrees agreed agreeing", "warn", "threaten", "~decide", "~quote", "describe", "ask", "~demand", "~guess", "clarify", "~charge", "~rule", "summarize" },
  utter = { "~answer", "~respond", "continue", "~begin begins began beginning", "go on goes on went on going on", "~laugh", "~sigh",
    "~snap snaps snapped snapping", "~boom", "~fume", "~thunder", "~shout", "yell", "~whisper", "murmur", "mutter", "exclaim",
    "~cry", "muse", "gush", "elaborate", "~protest", "~object", "~post", "~relate", "~vent", "~chant",
    "~sing sings sang singing", "~read reads read reading", "~echo echoes echoed echoing", "interject", "chime in", "inquire",
    "~rejoin", "scoff", "tease", "~text", "~blog blogs blogged blogging", "~email", "~deadpan deadpans deadpanned deadpanning",
    "~bark", "~shoot back shoots back shot back shooting back", "~fire back", "~conclude", "~roar", "~scream", "chuckle",
    "~stammer", "~sum up sums up summed up summing up", "~plead" },
  tell = { "tell tells told telling", "inform", "assure", "remind", "notify", "advise", "~brief briefs briefed briefing-on", "convince" },
  think = { "think thinks thought thinking", "believe", "know knows knew knowing", "~hope", "~fear", "expect", "~doubt",
    "~suspect", "realize", "realise", "understand understands understood understanding",
    "~find finds found finding", "show shows showed showing", "indicate", "~worry",
    "determine", "foresee foresees foresaw foreseeing", "reckon", "anticipate",
    "demonstrate", "concur concurs concurred concurring", "~view", "~learn", "recognize",
    "recognise", "notice", "consider", "see sees saw seeing", "~feel feels felt feeling",
    "envision", "disagree disagrees disagreed disagreeing" },
  ask = { "urge", "implore", "call on calls on called on calling on", "call for calls for called for calling for",
    "beg begs begged begging", "~instruct", "encourage", "~request", "invite", "~push for pushes for pushed for pushing for",
    "exhort", "~challenge" },
  vow = { "want", "refuse", "prefer prefers preferred preferring", "~seek seeks sought seeking",
    "~promise", "agree agrees agreed agreeing", "decline", "offer", "~plan plans planned planning", "intend",
    "hesitate", "volunteer" },
  dub = { "call", "dub dubs dubbed dubbing", "~label", "~brand", "~term", "~nickname", "~name", "~title", "entitle" },
  judge = { "criticize", "criticise", "~praise", "condemn", "denounce", "dismiss", "~blast", "slam slams slammed slamming",
    "~attack", "defend", "oppose", "endorse", "reject", "~question", "mock", "~ridicule", "accuse", "~blame",
    "~welcome", "hail", "decry", "deride", "~rebuke", "tout", "~favor", "~favour", "discuss", "~cite", "applaud",
    "characterize", "characterise", "portray", "depict", "deplore", "downplay", "~highlight", "laud", "commend", "express",
    "~voice", "~rip rips ripped ripping", "~bash", "lambast", "lambaste", "outline", "~detail", "~advocate",
    "~embrace", "talk about talks about talked about talking about",
    "refer to refers to referred to referring to", "speak of speaks of spoke of speaking of",
    "speak about speaks about spoke about speaking about", "point to points to pointed to pointing to", "complain about",
    "complain of", "rail against", "~demand", "~fault", "~object to", "~apologize for",
    "~pan pans panned panning", "~ridicule", "~assail", "~savage", "~skewer", "~hammer", "~warn of", "~warn against",
    "~call out calls out called out calling out", "~push back", "~liken", "~acknowledge", "disavow", "~dispute",
    "disparage", "~caution against", "~favor", "~express" },
}

local function add(class, form, phrase)
  local key = class .. "/" .. form
  if not rows[key] then
    rows[key] = { class = class, form = form }
    rows[#rows + 1] = rows[key]
  end
  local row = rows[key]
  row[#row + 1] = phrase
end

for _, class in ipairs { "say", "utter", "tell", "think", "ask", "vow", "judge", "dub" } do
  for _, verb in ipairs(verbs[class]) do
    local shy = verb:sub(1, 1) == "~"
    local base, third, past, ing = forms(shy and verb:sub(2) or verb)
    if not shy then
      add(class, "base", base)
      add(class, "base", third)
    end
    add(class, "past", past)
    add(class, "ing", ing)
  end
end
for key in pairs(rows) do if type(key) == "string" then rows[key] = nil end end

local others = {
  { "made clear", "made it clear", "has made clear", "made the case", "took to Twitter", "put it", "sounded the alarm",
    "maintained that", "held that", "felt that", class = "say", form = "past" },
  { "makes clear", "makes it clear", "puts it", "makes the case", "maintains that", "maintain that", "holds that", "feels that", "states that", class = "say", form = "base" },
  { "confident", "hopeful", "convinced", "adamant", "concerned that", "worried that", "aware that", "afraid that",
    "certain that", "sure that", "optimistic that", "skeptical that", "sceptical that", class = "think", form = "ing" },
  { "according to", "in the words of", "as per", class = "according" },
  -- what something goes by is nobody who says it
  { "according to plan", "according to plans", "according to schedule", "according to law", "according to the law",
    "according to custom", "according to tradition", "according to the rules", "according to script", class = "none" },
  { "quoting", "citing", "as told by", class = "cite" },
  { "was quoted as saying", "were quoted as saying", "is quoted as saying", "was cited as saying", "were cited as saying",
    "has been quoted as saying", "was quoted as telling", "were quoted as telling", "is quoted as telling",
    "was quoted as having said", "was reported as saying", "was reported to have said", "is reported to have said",
    "was heard saying", "was overheard saying", "is said to have said",
    "was quoted by", "were quoted by", "is quoted by", "was cited by", class = "quoted" },
  { "claim", "claims", "belief", "assertion", "allegation", "allegations", "suggestion", "argument", "contention",
    "notion", "view", "conviction", "accusation", "accusations", "prediction", "conclusion", "idea", "rumor", "rumors",
    "fear", "fears", "hope", "hopes", "concern", "concerns", "worry", "worries", "assurance", "assurances", "insistence",
    "admission", "declaration", "expectation", "opinion", "complaint", "complaints", "impression", "premise", "realization",
    "warning", "warnings", "announcement", "pledge", "promise", "promises", "confidence", "assessment",
    "finding", "understanding", "perception", "charge", "charges", "revelation", "revelations", class = "claim" },
  { "official", "officials", "spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokespeople", "analyst",
    "analysts", "source", "sources", "aide", "aides", "expert", "experts", "ministries", "ministers",
    "presidents", "commanders", "leaders",
    "chiefs", "diplomats", "officer", "officers", "lawmaker", "lawmakers",
    "senators", "representatives",
    "researcher", "researchers", "scholar", "scholars", "adviser", "advisers", "advisor", "advisors", "critic",
    "critics", "observer", "observers", "candidates", "campaigns", "governments", "police", "prosecutor",
    "prosecutors", "lawyer", "lawyers", "attorney", "attorneys", "judge", "judges", "manager",
    "executive", "chair", "king", "queen",
    "activist", "activists", "protesters", "supporters", "opponents", "voters", "residents", "witness", "witnesses",
    "author", "authors", "editor", "editors", "reporter", "reporters", "journalist", "journalists", "economist",
    "economists", "scientist", "scientists", "strategist", "strategists", "democrats", "republicans",
    "conservatives", "liberals", "people", "man", "woman", "student", "students", "teacher", "doctor", "doctors",
    "coach", "companies", "groups", "unions", "member", "members", "delegate", "delegates",
    "negotiators", "pollster", "pollsters", "founder", "owner", "host", "anchor", "correspondent", "columnist",
    "historian", "father", "mother", "wife", "husband", "son", "daughter", "brother", "sister", "friend", "friends",
    "colleague", "colleagues", "ally", "allies", "rival", "rivals", "veteran", "veterans", "soldier", "soldiers",
    "troops", "operative", "operatives", "insider", "insiders", "intelligence", "billionaire", "mogul", "tycoon",
    "businessman", "pastor", "bishop", "pope", "sheriff", "investigators", "detectives", "authorities", "politician",
    "politicians", "counterpart", "counterparts", "successor", "predecessor", "pair", "duo", "others", "some", "many", class = "role" },
  { "minister", "president", "secretary", "general", "commander", "admiral", "leader", "chief", "diplomat", "envoy",
    "ambassador", "senator", "congressman", "congresswoman", "representative", "candidate", "director", "chairman",
    "chairwoman", "governor", "mayor", "premier", "chancellor", "nominee", "negotiator", "professor", "lieutenant",
    "colonel", class = "role", form = "post" },
  { "ministry", "government", "administration", "department", "agency", "military", "army", "navy", "campaign",
    "court", "committee", "panel", "commission", "council", "party", "office", "newspaper", "magazine", "company",
    "firm", "group", "organization", "organisation", "team", "union", "command", "embassy", "delegation",
    "think tank", "watchdog", class = "role", form = "body" },
  { "statement", "statements", "report", "reports", "poll", "polls", "survey", "surveys", "study", "studies", "paper",
    "document", "documents", "letter", "letters", "release", "readout", "communique", "communiqué", "tweet", "tweets",
    "message", "messages", "op-ed", "editorial", "speech", "remarks", "memo", "note", "post", "email", "e-mail", "article",
    "sign", "ad", "banner", "transcript", "excerpts", "book", "filing", "lawsuit", "indictment", class = "text" },
  { "has", "have", "had", "would", "will", "could", "can", "may", "might", "must", "should", "do", "does", "did", "to",
    "didn't", "doesn't", "don't", "hasn't", "haven't", "won't", "wouldn't", "'d", "'ve", "'ll", "not", class = "aux" },
  { "was", "were", "is", "are", "be", "been", "being", "am", "'s been", "wasn't", "weren't", "isn't", "aren't", "got",
    class = "be" },
  { "also", "later", "then", "earlier", "previously", "once", "repeatedly", "reportedly", "recently", "publicly", "again",
    "often", "still", "never", "only", "now", "further", "privately", "briefly", "himself", "herself", "themselves",
    "itself", "just", "always", "even", "simply", "instead", "separately", "meanwhile", "however", "too", "famously", "flatly",
    "actually", "specifically", "explicitly", "strongly", "quickly", "already", "really", "long", "openly", "finally",
    "clearly", "apparently", "rightly", "wrongly", "correctly", "jokingly", "frequently", "sometimes", "initially",
    "subsequently", "consistently", class = "adverb" },
  { "of", "in", "on", "at", "for", "from", "with", "by", "about", "during", "after", "before", "since", "under", "over",
    "into", "through", "against", "between", "among", "near", "without", "despite", "like", "via", "upon", "throughout",
    "toward", "towards", "amid", "per", "regarding", "within", "outside", "inside", "behind", "beyond", "across", "around",
    "following", "including", "until", "ahead of", "as of", "because of", "due to", "along with", class = "prep" },
  { "and", "but", "or", "while", "when", "as", "because", "if", "although", "though", "so", "yet", "where", "whether",
    "than", "whereas", "unless", "nor", "once", "why", "how", "what", class = "conj" },
  { "the", "a", "an", "this", "these", "those", "his", "her", "its", "their", "our", "my", "your", "another", "one",
    "several", "most", "some of", "many of", "two", "three", "other", "each", "every", "any", "no", "both", "all", class = "det" },
  { "that", class = "that" },
  { "who", "which", "whom", "whose", class = "who" },
  { "he", "she", class = "pronoun" },
  { "it", class = "body" },
  { "they", class = "plural" },
  { "i", "we", "you", class = "first" },
  { "him", "them", "me", "us", "himself", "herself", "reporters", "journalists", "lawmakers", "parliament",
    "a news conference", "the news conference", "a press conference", "a news briefing", "a press briefing", class = "object" },
  { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "yesterday", "today", "tomorrow",
    "last week", "last month", "last year", "this week", "this month", "this weekend", "last weekend", "late Monday", "this morning", "earlier this week", class = "day" },
  { "em", "til", "tis", "twas", "cause", "n", "round", "cuz", "bout", "nuff", "ere", class = "elision" },
}
for _, row in ipairs(others) do rows[#rows + 1] = row end

return rows
