--- Small words around an office. `flag` is what the word says of the holder; `prefix` makes another
-- post of the one behind it ("Vice Commerce Minister"); `link` stands between a name and its
-- office: a `verb` says so alone, `small` words only beside it or a comma. `handover`: who stands before it now holds
-- what who stands behind it held (`clause`: who
-- was said to hold a post in the sentence before it); `next`: who stands behind it holds it now; `before`: he held what was named last.
-- `counterpart`: the same post of another side, of `one` or `several`. `list`: names of some of those follow.
-- `troops`: "commander of U.S. forces | in South Korea", `posted` or not; `in_side`: where they are, when no country's
-- name says so. `ends`: what a post is for ends with it ("for Asian and Pacific affairs").
-- `says`: what the link says of the holder: that of the verb nearest to the post counts, but for those that it reaches
-- `through`; "past" only with an `era` behind the post ("was … in the Trump administration").
-- `now`: the post is held today, whatever was said of the one before it; `tight`: says so of the next post alone
-- ("ex-premier and party leader"). `held`: who stands behind the post that follows held it. `task`: what a post is for
-- begins with it.
-- `aside`: who stands behind it is not the one the sentence is about.
-- `serves`: whoever is one "to the Finnish president" is not the president.
-- `firm`: what has a president or spokesman who is no official.
-- `ours`: whose several posts are, where the names that follow tell it. `over`: stands between a side and a post ("the
-- US embassy charge d'affaires"). `realm`: "the country's president" is one, "the company's president" is none.
return {
  { "vice", prefix = "Vice" },
  { "deputy", prefix = "Deputy" },
  { "assistant", prefix = "Assistant" },
  { "shadow", prefix = "Shadow" },
  { "acting", "interim", "caretaker", "ad interim", flag = "acting" },
  { "former", "one-time", "erstwhile", "late", "previous", "onetime", flag = "former" },
  { "outgoing", "departing", flag = "outgoing" },
  { "incoming", "future", flag = "elect" },
  { "elect", flag = "elect", behind = true },
  { "designate", "nominee", "pick", "candidate", "choice", flag = "nominee", behind = true },
  { "new", "newly appointed", "newly elected", "newly", "visiting", "top", "senior", "embattled", "chief",
    "longtime", "first", "impeached", "ousted", "late", "four-star", "principal",
    "ranking", "term", "two", "three", "four", "five", "six", "ruling", "opposition", "party", "main", "minor", "progressive",
    "conservative", "liberal", "veteran", "army", "navy", "naval", "Majesty", flag = "none" },
  { "current", "incumbent", "sitting", flag = "none", now = true },
  { "ex", "then", flag = "former", tight = true },
  { "predecessor as", held = true },
  { "for", "of", "at", "on", "in", "to", "from", task = true, aside = true },
  { "with", "by", "between", "after", "against", "told", "before", "under", "about", "than", "like", "behind", aside = true },
  { "was", "were", "served", link = "verb", says = "past" },
  { "administration", "administrations", "presidency", "until", "under", era = true },
  { "as", link = "verb", through = true },
  { "is", "are", "became", "becomes", "become", "serves", "serve", "serving", "named",
    "appointed", "concurrently", "elected", "chosen", "confirmed", "sworn in", "inaugurated", "reappointed", "retained",
    "to become", "to be", "will become", "will be", link = "verb" },
  { "retired", flag = "none", link = "small" },
  { "general", "admiral", "diplomat", "politician", "lawyer", "officer", "economist", "scholar", "aide", link = "small" },
  { "resigned", "stepped down", "quit", link = "verb", says = "former" },
  { "tapped", "picked", "to be nominated", link = "verb", says = "nominee" },
  { "nominated", flag = "nominee", behind = true, link = "verb", says = "nominee" },
  { "troops", "forces", "soldiers", "servicemembers", "service members", "service personnel", "military personnel",
    "personnel", "GIs", "combat troops", "ground forces", troops = true },
  { "military", flag = "none", troops = true },
  { "stationed", "based", "deployed", posted = true },
  { "South", "peninsula", "Korean Peninsula", "Korea", in_side = "KR" },
  { "affairs", "policy", "operations", "programs", "programmes", "security", "control", "nonproliferation", "planning",
    "strategy", "plans", "Asia", "Pacific", "reform", "cooperation", "defense", "issues", "proliferation", "diplomacy",
    "communications", "growth", "verification", ends = true },
  { ",", "the", "a", "an", "who", "has", "been", "also", "currently", "took", "office", "and", "its", "their", "his", "her",
    "the country's", "now", "today's", link = "small" },
  { "until now", "until recently", "previously", "formerly", link = "small", says = "former" },
  { "replaced", "replaces", "replacing", "succeeded", "succeeds", "succeeding", "took over from", "takes over from",
    "taking over from", handover = true },
  { "to succeed", "to replace", "in succession to", handover = "clause" },
  { "his predecessor", "her predecessor", "its previous commander", handover = "before" },
  { "embassy", "consulate", over = true },
  { "country", "nation", "republic", "island", "kingdom", "state", "peninsula", "region", "city", realm = true },
  { "adviser", "advisor", "aide", "assistant", "counselor", "counsellor", "counsel", "envoy", serves = true },
  { "company", "firm", "conglomerate", "bank", "lender", "carmaker", "automaker", "chipmaker", "shipbuilder", "airline",
    "manufacturer", "retailer", "maker", "university", "college", "school", "hospital", "club", "charity", "church",
    "newspaper", "broadcaster", "magazine", "institute", "foundation", "brokerage",
    "startup", "subsidiary", firm = true },
  { "his successor", "her successor", "its successor", handover = "next" },
  { "counterpart", "opposite number", counterpart = "one" },
  { "counterparts", "opposite numbers", counterpart = "several" },
  { "of the two countries", "of the three countries", "of the two nations", "of the three nations", "of the two sides",
    "of the three sides", "of the two allies", "of the two Koreas", "from the two countries", "from the three countries",
    ours = true },
  { "including", "such as", "namely", "among them", list = true },
  { "he", "him", "his", "himself", pronoun = "he" },
  { "she", "her", "hers", "herself", pronoun = "she" },
}
