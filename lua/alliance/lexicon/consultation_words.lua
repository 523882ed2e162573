--- Small words around an official contact: who takes part, whether it was held, how it is told.
--   measure  "two days of": stands between a verb and the contact; `next`: of those who talked before
--   again    before "talks": of those who talked before
--   group    stands for those named before: `pair`; `allies`: for the sides the article is about;
--            `two`: of two persons, no more; `sides`: for countries, whoever met for them before;
--            `guests`: those named before who are not at home where they go;
--            `counterpart`: the one of the same post on the other side; `ship`: one of the navy of `sides`
--   holds    of a group: words of the posts its members hold ("the two presidents")
--   sides    the sides a group or a joint command has
--   pairs    stands between two sides named together ("South Korea-U.S.", "Seoul and Washington")
--   join     stands between those who act together
--   object   leads to those a contact is with (`with`, `between`)
--            `signs`: of those who signed it
--   through  stands between a verb and those it is with ("met members of")
--   joint    before a noun: of the sides the article is about
--   article  what stands before a noun: `definite`, `anaphor` (what was told before), `indefinite`; `own`: of
--            those who act, `several` of them
--   light    a verb that only says that a contact was held: `past`, `base`, `ing`, `present`; `only`: of that
--            kind alone; `weak`: before a
--            verb it is none
--   frame    leads to a contact that something else is told of: `in` (it was held), `ahead` (it was not yet)
--   sideline what is told before it was at the same time and place
--   status   what the words say of a contact: `planned`, `proposed`, `called-off`, `denied`, `held`, `none`
--            ("have not met"): no contact;
--            `act`: what is done in a contact, where it leads to one ("agreed to it in talks");
--            `base`: only of what is "to" happen ("asked X to visit");
--            `after`: they follow it; `undone`: they follow it, and undo what was planned
--   vague    before a noun: no contact in particular is meant
--   topic    what was talked about follows; `near`: only right behind the contact
--   away     a date behind this word is of something else
--   subject  "who": the name before it acts, whatever stands before that name
--   relative "that": what follows says more of the noun before it
--   sameday  on the day that was named last
--   lasts    leads from a contact to its last day
--   also     before a verb: one more contact of who acts, on the day of that told right before
--   adverb   stands between a contact and those it was with
--   be       may stand between a noun and those it was with ("the summit was in June between")
--   led      between those who go and who goes before them ("a delegation led by Kim")
--   owner    stands between a preposition and the noun of somebody ("with his counterpart")
--   within   before a noun: between those sides ("the inter-Korean summit")
--   apart    of a contact with several: one with each of them ("separate talks")
--   mutual   behind a verb: those who act did it with each other ("spoke twice")
--   town     stands between "to" and the name of a city
--   official behind a nationality: it acts ("Chinese officials"), as others do not ("American investors")
--   speech   a date right behind it is that of the saying
--   demand   what somebody "meets" who meets nobody ("met the deadline")
--   aside    what follows is a clause of its own: the day of a contact in it is not that of the one before
--   where    a preposition: the place of a contact follows
--   tells    a verb right between who was met and whom he met ("At a meeting Trump told Moon")
--   pronoun  stands for who acted in the sentence before, where nobody else is known to be meant
--   here     stands for the place of the dateline
--   says     a verb of what was said at a contact, which is not said of it ("In the talks, Kim said that he would")
--   perfect  before a verb: what it tells was before the day of the news
--   leads    a preposition: a name behind it does not act
return {
  { "the two leaders", "both leaders", "two leaders", "the two defense chiefs", "the two defence chiefs", "the two officials", "the two men",
    "the two chiefs", "the two top diplomats", "the pair", "the two", "the duo",
    "the two generals", "the two principals",
    group = "pair", two = true },
  { "the two presidents", "both presidents", group = "pair", two = true, holds = "President" },
  { "the two prime ministers", "both prime ministers", group = "pair", two = true, holds = "Prime" },
  { "the two ministers", "both ministers", "the two foreign ministers", "the two defense ministers",
    "the two defence ministers", group = "pair", two = true, holds = { "Minister", "Secretary" } },
  { "the two sides", "both sides", "two sides", "the sides", "the two countries", "both countries",
    "the two nations", "both nations", "the two militaries", "both militaries", "the three sides", "three sides",
    "the three countries", "the two governments", group = "sides" },
  { "the leaders", "the presidents",
    "the ministers",
    "the defense chiefs", "defense chiefs",
    "defence chiefs", "the defence chiefs", "top diplomats", "the top diplomats",
    "foreign ministers", "the foreign ministers", "defense ministers", "the defense ministers", "defence ministers",
    "they",
    "the three leaders", "military chiefs", "the heads of state",
    "leaders", "nuclear envoys", "the two envoys", "senior officials", "top officials", "officials",
    "the two delegations", "ministers", "presidents", "vice ministers",
    "the four", "the four ministers", "the four officials", "the three", "the trio", "the envoys", "the generals",
    "military officers", "top military officers", "top generals", "top officers", "chief negotiators", "negotiators",
    "vice foreign ministers", "envoys", "diplomats", "generals", "foreign and defense ministers", "top envoys",
    "defense and foreign ministers", "military leaders", "the delegations", "the two ambassadors",
    "the three envoys", "the three officials", "the three presidents",
    "the three ministers", "the three chiefs", "security advisers", "national security advisers", "them",
    group = "pair" },
  { "the two Koreas", "two Koreas", "both Koreas", group = "pair", sides = { "KP", "KR" } },
  { "the two secretaries", "both secretaries", group = "guests", holds = { "Secretary", "Minister" } },
  { "the secretaries", "the two senators", "the senators", "the two envoys",
    "the U.S. officials", "the US officials", "the visiting officials", group = "guests" },
  { "the two allies", "both allies", "the allies", "allies", group = "allies" },
  { "days of", "hours of", "day of", "round of", "rounds of", "a series of", "session of", "week of", "weeks of", "edition of",
    "iteration of", measure = true },
  { "next round of", "another round of", "next session of", "a new round of", "new round of", measure = "next" },
  { "counterpart", "counterparts", "opposite number", "opposite numbers", group = "counterpart" },
  { "the Combined Forces Command", "Combined Forces Command", "South Korea-U.S. Combined Forces Command",
    "ROK-U.S. Combined Forces Command", "CFC", "US Forces Korea", "U.S. Forces Korea", "USFK",
    "United States Forces Korea", sides = { "KR", "US" } },

  { "and", "&", join = true, pairs = true },
  { "-", "–", "/", join = true, pairs = true },
  { "the", join = true, pairs = true, article = "definite" },
  { ",", "as well as", "along with", "together with", "his", "her", "alongside", "visiting", "including", "both", ";",
    join = true },
  { "respectively", "and attended by", "and joined by", join = true },
  { "plus", join = true },

  { "with", "alongside with", object = "with" },
  { "between", "among", "amongst", "involving", "bringing together", "brought together", "brings together",
    "that would bring together", "that will bring together", "that brought together", "that brings together",
    "bring together",
    "which brought together", ", which brought together", object = "between" },
  { "attended by", "joined by", "was attended by", "was also attended by", "were attended by",
    "presided over by", "was presided over by", "officiated by", "was officiated by", "was joined by", object = "attended" },
  { "joint", "combined", "allied", "bilateral", "allies'", "trilateral", joint = true },
  { "members of", "representatives of", "officials from", "officials of", "a delegation of", "a delegation from",
    "a delegation led by", "delegates from", "a group of", through = true },
  { ", signed by", "signed by", "was signed by", "were signed by", "was inked by", "concluded by", object = "between",
    signs = true },
  { "by phone with", "over the phone with", "on the phone with", "by telephone with", object = "with" },

  { "this", "that", "these", "those", "same", "the latest", "such", article = "anaphor" },
  { "a", "an", "another", article = "indefinite" },
  { "their", article = "anaphor", join = true, own = "several" },
  { "its", "our", article = "anaphor", join = true, own = true },
  { "my", article = "definite" },

  { "had", light = "past", weak = true },
  { "have", light = "base", weak = true },
  { "having", light = "ing", weak = true },
  { "held", "convened", "co-hosted", "chaired", "co-chaired", "wrapped up", "attended", "joined", "opened", "paid",
    "received", "began", "started", "took part in", "participated in", "made", "kicked off", "completed", "undertook", "led",
    "ended", "finished", "concluded", "hosted", "engaged in", "presided over", "went ahead with", "resumed",
    light = "past" },
  { "hold", "convene", "co-host", "chair", "attend", "join", "pay", "open", "begin", "start", "take part in",
    "participate in", "make", "kick off", "conclude", "host", "engage in", "resume", "embark on", "go ahead with",
    light = "base" },
  { "holds", "convenes", "attends", "joins", "pays", "opens", "begins", "starts", "takes part in", "makes",
    "kicks off",
    "hosts", "concludes", "wraps up", "resumes", light = "present" },
  { "holding", "convening", "attending", "paying", "opening", "making", "hosting", "kicking off",
    "participating in", "resuming", light = "ing" },
  { "sat down for", "sat down to", light = "past" },
  { "sit down for", "sit down to", light = "base" },
  { "conducted", "staged", "launched", "carried out", "ran", "mounted", light = "past", only = "exercise" },
  { "conduct", "stage", "launch", "carry out", "run", light = "base", only = "exercise" },
  { "conducts", "stages", "launches", light = "present", only = "exercise" },
  { "conducting", "staging", "launching", "carrying out", light = "ing", only = "exercise" },
  { "signed", "inked", "reached", "struck", "sealed", "clinched", "finalized", "finalised", "initialed",
    "agreed on", "agreed", "ratified",
    light = "past", only = "agreement" },
  { "sign", "ink", "reach", "strike", "seal", "clinch", "finalize", "finalise", "ratify",
    light = "base", only = "agreement" },
  { "signs", "reaches", "strikes", light = "present", only = "agreement" },
  { "signing", "reaching", "striking", light = "ing", only = "agreement" },

  { "when", "while", frame = "in" },
  { "in", "at", frame = "in", leads = true, where = true },
  { "at the start of", "at the outset of", "at the opening of", "at the beginning of", "at the end of",
    "at the close of", frame = "in", leads = true },
  { "during", "by", "via", "through", "on", "over",
    "in the course of", frame = "in", leads = true },
  { "on the sidelines of", "on the margins of", "on the sideline of", frame = "in", leads = true, sideline = true },
  { "after", "following", "since", "in the wake of", frame = "in", leads = true, away = true },
  { "followed up on", "follows up on", "following up on", "follow up on", "building on", "builds on", "built on",
    away = true },
  { "ahead of", "before", "prior to", "in the run-up to", "in preparation for", "preparing for", "prepare for",
    frame = "ahead", leads = true, away = true },
  { "until", "till", "as of", "whereas", "because", "amid", "although", "though", "but",
    away = true },
  { "of", "to", "for", "from", "against", "about", "under", "toward", "towards", "into", "near", "within", "like",
    "than",
    leads = true },
  { "earlier in the day", "later in the day", "that day", "the same day", "that same day", "that morning",
    "that afternoon",
    "that evening", "that night", "the day", sameday = true },
  { "capital", "capital of", "city", "city of", "village of", "truce village of", "port", "port city of",
    "border", "town", "town of", "island", "resort",
    "both", "nearby", "historic", "first", "southeastern", "southwestern", "northeastern", "port of", "base in",
    "neighboring", "neighbouring", "southern", "northern", "eastern", "western", "central", town = true },
  { "carrier", "aircraft carrier", "submarine", "destroyer", "warship", "strike group", "bomber", "bombers", "navy ship",
    official = true },
  { "USS", "USNS", group = "ship", sides = { "US" } },
  { "ROKS", group = "ship", sides = { "KR" } },
  { "had", "having", "'d", "have", "have also", "have already", "last", "previously", "had last", "had previously", "had earlier", "had also",
    perfect = true },
  { "told", "assured", "asked", "thanked", "urged", "informed", "pressed", "warned", "congratulated", "promised",
    "briefed", "reassured", tells = true },
  { "previous", "last", "earlier", again = true },
  { "he", "she", "the admiral", "the general", "the envoy", "the diplomat", "the senator", "the visiting official",
    pronoun = true },
  { "here", here = true },
  { "said", "says", "told", "stressed", "noted", "added", "stated", "emphasized", "underlined", "underscored", "believed",
    "hoped", "reaffirmed", "pointed out", "expressed", "called for", "urged", "voiced", "assured", "warned", "vowed",
    "pledged", "promised", says = true },
  { "officials", "official", "leader", "leaders", "minister", "ministers", "delegation", "delegates",
    "delegations", "side",
    "government", "governments", "authorities", "counterpart", "counterparts", "president", "presidents", "envoy",
    "envoys",
    "diplomat", "diplomats", "military", "militaries", "forces", "troops", "army", "navy", "navies", "air force",
    "commander", "commanders", "chief", "chiefs", "ambassador", "foreign", "defense", "defence", "negotiators",
    "negotiator",
    "prime", "lawmakers", "senators", "premier", "secretary", "representatives", "representative", "head of state",
    "heads of state", "king", "head of government", "marines", "soldiers", "team", "teams", "security", "administration",
    "national security",
    official = true },
  { "said", "says", "told", "announced", "reported", "confirmed", "added", "stated", "noted", "saying", "wrote",
    speech = true },
  { "need", "needs", "demand", "demands", "deadline", "deadlines", "target", "targets", "goal", "goals", "requirement",
    "requirements", "criteria", "condition", "conditions", "challenge", "challenges", "obligation", "obligations",
    "commitment", "commitments", "standard", "standards", "quota", "expectations", "benchmark", "benchmarks", "threat",
    "threats", "objective", "objectives", "pledge", "costs", "bill", "resistance", "criticism", "opposition", "fate",
    "end", "test", demand = true },
  { "who", "whose", "which", subject = true, aside = true },
  { "where", "whom", aside = true },
  { "runs through", "runs until", "runs till", "run through", "run until", "running through", "running until",
    "lasts through", "lasts until", "last through", "last until", "lasting until", "lasting through",
    "continues through", "continues until", "continue through", "continue until", "continuing through",
    "goes on until", "go on until", lasts = true, after = "held" },
  { "was", "were", "will be", "had been", "is to be", "are to be", be = true },
  { "inter-Korean", within = { "KP", "KR" } },
  { "Sino-American", within = { "CN", "US" } },
  { "Sino-Russian", within = { "CN", "RU" } },
  { "Sino-Indian", within = { "CN", "IN" } },
  { "Russo-American", within = { "RU", "US" } },
  { "Russo-Ukrainian", within = { "RU", "UA" } },
  { "Indo-Pakistani", within = { "IN", "PK" } },
  { "his", "her", owner = true },
  { "led by", "headed by", led = true },
  { "separate", "separately", "individual", "one-on-one", "back-to-back", apart = true },
  { "also", also = true },
  { "there", "together", "separately", "again", "afterwards", "afterward", adverb = true },
  { "twice", "again", "several times", "at length", "separately", "privately", "for the first time",
    "as recently as", "most recently", mutual = true },
  { "that", "which", relative = true },

  { "will", "'ll", "shall", "is to", "are to", "is set to", "are set to", "set to", "is scheduled to",
    "are scheduled to",
    "scheduled to", "slated to", "slated for", "scheduled for", "due to", "planned", "plans to", "plan to",
    "planning to", "planning for", "working towards", "working toward", "work towards", "including through a",
    "plans for", "upcoming", "forthcoming", "expected to", "preparations for", "plans for", "arrangements for",
    "is expected to",
    "are expected to", "looks forward to", "look forward to", "looking forward to", "looked forward to", "next",
    "coming",
    "going to", "arranged", "on track to", "later hold", "prepare to",
    "preparing to",
    "scheduled", "slated", "was set to", "announced plans to", "is due", "ready to", "would", "was to", "were to",
    "was due to", "were due to",
    "had planned", "had been due to", "had been scheduled to", "was due", "is preparing", status = "planned" },
  { "agreed to", "agree to", "agreed on holding", "vowed to", "pledged to", "decided to",
    status = "planned", act = true },
  { "propose", "proposing", "proposal", "proposal for", "seek", "seeks", "seeking",
    "sought", "wants", "want",
    "wanted", "hopes to", "hope to", "hoped to", "hoping to", "wish to", "wishes to", "willing to", "willingness to",
    "open to", "invite", "invites", "inviting", "invitation", "offers", "offer", "push for",
    "pushing for", "call for", "calls for", "calling for", "possible", "possibility of",
    "possibly", "potential", "ready for", "prepared for", "could", "may", "might", "if", "consider", "considering", "considers", "explore",
    "exploring",
    "request", "requesting", "suggest", "desire to", "intends to", "intention to",
    "speculation", "whether", "prospects of", "prospect of", "chances of", "eager to", "in talks to", "arrange",
    "arranging",
    "appeal for", "should", "need to", "would like to", "aims to", "hope for", "hopes for", status = "proposed" },
  { "proposed", "proposes", "invited", "offered", "requested", "urged", "suggested", "called for", "pushed for",
    status = "proposed", act = true },
  { "asked", "asks", "ask", "asking", "encouraged", "encourages", status = "proposed", base = true },
  { "cancel", "canceled", "cancelled", "cancels", "canceling", "cancelling", "cancellation of", "called off",
    "calls off",
    "call off", "scrapped", "scrap", "scraps", "shelved", "postponed", "postpone", "postpones", "postponing",
    "postponement of",
    "put off", "suspended", "suspend", "suspends", "suspension of", "suspending", "delayed", "abandoned", "halted", "halt", "halting",
    "withdrew from", "pulled out of", "aborted", "decided not to",
    "decided against", status = "called-off" },
  { "not", "n't", "never", "no", "without", "cannot", "often", "usually", "frequently", "routinely", "failed to", "fails to", "yet to", "unable to",
    "unlikely to", status = "none" },
  { "denied", "denies", "denying", "refused", "refuses", "refuse",
    "refusing", "rejected", "rejects", "rejecting", "rejection of", "ruled out", "declined", "declines",
    "dismissed", "boycotted", "snubbed", status = "denied" },
  { "last", "past", "previous", "earlier", "recent", "recently", "just-concluded",
    status = "held" },
  { "was canceled", "was cancelled", "were canceled", "were cancelled", "has been canceled", "had been canceled",
    "has been cancelled", "was called off", "were called off", "has been called off", "was postponed",
    "were postponed",
    "has been postponed", "had been postponed", "have been canceled", "have been cancelled",
    "have been postponed", "have been suspended", "were suspended", "was suspended", "was scrapped", "was shelved",
    "was put off", "were put off", "was pushed back", "were pushed back", "has been pushed back", "had been pushed back",
    "have been pushed back", "were shelved", "were canceled", after = "called-off", undone = "called-off" },
  { "fell through", "never took place", "has fallen through", "had fallen through", "did not take place",
    "did not materialize", "never materialized", "was delayed", "has been delayed", "had been delayed", "were delayed",
    "have been delayed", "has been put off", "had been put off", "had been called off", "have been called off",
    "has been scrapped", "has been shelved", "plan was dropped", "plans were dropped", "was abandoned", "were abandoned",
    "was dropped", "was aborted", "were scrapped", "did not materialise", "never materialised", "failed to materialize",
    "failed to materialise", "has not taken place", "have not taken place", after = "called-off",
    undone = "called-off" },
  { "was ruled out", "were ruled out", "has been ruled out", "was rejected", "has been rejected", "was turned down",
    "was declined", "was refused", after = "denied", undone = "denied" },
  { "will be held", "will take place", "is scheduled", "are scheduled", "is expected", "are expected", "is slated",
    "are slated", "scheduled for", "slated for", "scheduled to", "expected to", "planned for", "set for", "set to",
    "is set",
    "due to", "due", "will", "is planned", "are planned", "to be held", "is to be", "to take place", "is due",
    "later this month",
    "was scheduled", "were scheduled", "is to", "would", "will run", "slated to", "had been set", "was set",
    "had been scheduled", "had been slated", "had been planned", "had been due", "was due", "was planned", "was slated",
    "was to", "were to", "are due", "are to", "has been set", "has been scheduled", "is set", "are set", "is being arranged", "are being arranged", "is being planned",
    "is being coordinated", "is in the works", "are in the works",
    after = "planned" },
  { "could", "may", "might", "would be possible", "was proposed", "is possible", "should", after = "proposed" },
  { "was held", "were held", "took place", "was inked", "were inked", "was concluded", "was reached", "has been held", "lasted", "began", "started", "kicked off", "ended",
    "concluded",
    "held", "was signed", "were signed", "signed", "reached", "was reached", "struck", "opened", "came as",
    "came amid",
    "focused on", "was attended", "were attended", "came", "comes", "wrapped up", "got underway", "got under way",
    "is underway", "is under way", "involved", "that ended", "that began", "follows", "followed", "resumed",
    "collapsed",
    after = "held" },

  { "future", "close", "continued", "continue", "keep up", "maintain", "continuing", "continuous", "further", "regular", "regularly", "frequent",
    "more", "various",
    "such", "any", "many", "several", "multiple", "routine", "constant", "ongoing", "direct", "a series of",
    "series of",
    "all", "every", "diplomatic", "behind-the-scenes", "rounds of", vague = true },

  { "on", "about", "over", topic = true, near = true },
  { "to discuss", "discussing", "discussed", "to talk about", "focused on", "focusing on", "to review",
    "aimed at", topic = true },
}
