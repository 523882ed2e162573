--- Words that place an event before or after an article, so that one without a date can be dated.
--   fact      what is told of a person: `start` (takes a post), `election` (is chosen for it); the day is in `tenures`
--   tense     `past`: it has happened; `future`: it has not. A noun ("inauguration") says neither
--   relation  how an event that follows stands to what is told: `after`, `before`; `low`, `high`: by how many days
--   news      "after" it, in the lead, is said within the week
--   date      what the word says of a year behind it: `past`, `future`, `coming` (where the tense
--             agrees) or `open` (the tense says it)
--   near      of a relation: only right before the event
--   stands    behind an event: the article stands `before` or `after` it
--   aside     what is told happens `at` the event that follows, or `beside` it
--   gathering the noun of a series of the table gatherings
--   adds      may stand in capitals between whose summit it is and the noun
--   where     a place follows; `there`: it went before (`for`: behind such a word)
--   record    in the title: an official paper that tells what was done that day
--   contact   a verb of meeting: in the first sentence the news itself
--   clause    begins another clause than the main one
--   reign     behind a name: the posts its bearer holds then ("the Biden administration")
--   jubilee   the day whose anniversaries are counted, of `side` where it is any country's
--   celebration  what comes back every year
--   marks     an anniversary is held now
--   sign      of what is near: `future` (announced), `plan` (only thought of, so that its tense says little), `present`
--             (the same, right before a date), `history` (a post of the past), `copula` (the same, right before it),
--             `reign` (a government of the past), `jubilee` (an anniversary), `age` (behind a number of years),
--             `holds` (what countries hold by turns)
return {
  { "took office", "took up his post", "took up her post", "was inaugurated", "was sworn in",
    "were sworn in", "was sworn into office", "being sworn in", "assumed office", "taking office", "assuming office",
    "taking up his post", "taking up her post", "taking his post", "taking her post", "took his oath of office",
    "took the oath of office", "took command", "assumed command", "officially took office", "formally took office",
    fact = "start", tense = "past" },
  { "takes office", "take office", "assumes office", "assume office", "is sworn in", "is officially sworn in",
    "be sworn in", "is inaugurated", "be inaugurated", "enters office", "enter office", "enters the White House",
    "moves into the White House", fact = "start", tense = "future" },
  { "inauguration", "swearing-in", "swearing in", "inaugural ceremony", "inauguration ceremony", fact = "start" },
  { "won the election", "won the presidential election", "won the U.S. presidential election",
    "won the US presidential election", "won his election", "won her election", "won his re-election",
    "won her re-election", "won re-election", "won reelection", "clinched victory", "was elected president",
    fact = "election", tense = "past", news = "yes" },
  { "winning the election", "winning the presidential election", "winning re-election", "winning reelection",
    "election victory", "election win", "electoral victory", "presidential victory", "his victory", "her victory",
    fact = "election", tense = "past" },

  { "administration", "government", "cabinet", reign = "President;Prime Minister;Chancellor;Premier" },
  { "anniversary", sign = "jubilee", celebration = "yes", adds = "yes" },
  { "leaders", "heads", "extraordinary", "special", "virtual", "annual", "informal", "economic", "historic",
    adds = "yes" },
  { "marks", "mark", "marked", "marking", "celebrates", "celebrated", "celebrating", "celebrate", "commemorated",
    "commemorates", "commemorate", "commemorating", "observed", marks = "yes" },
  { "holds", "currently holds", "holder of", "holding", "now holds", sign = "holds" },
  { "year-old", "years old", sign = "age" },
  { "alliance", "Mutual Defense Treaty", "mutual defense treaty", jubilee = "1953-10-01", side = "KR" },
  { "outbreak of the Korean War", "start of the Korean War", jubilee = "1950-06-25", side = "KR" },
  { "Armistice Agreement", "armistice", "end of the Korean War", jubilee = "1953-07-27", side = "KR" },
  { "liberation from Japan", "Korea's liberation", "liberation from Japanese colonial rule", jubilee = "1945-08-15",
    side = "KR" },
  { "end of World War II", "end of the Second World War", "end of World War Two", "victory over Nazi Germany",
    "victory in World War II", "surrender in World War II", "founding of the United Nations", jubilee = "1945-08-15" },
  { "Normandy landings", "D-Day landings", "D-Day", jubilee = "1944-06-06" },
  { "atomic bombing of Hiroshima", "bombing of Hiroshima", jubilee = "1945-08-06" },
  { "founding of the People's Republic", "founding of the PRC", jubilee = "1949-10-01", side = "CN" },
  { "founding of NATO", "NATO's founding", "North Atlantic Treaty", jubilee = "1949-04-04" },
  { "German reunification", "reunification of Germany", jubilee = "1990-10-03" },

  { "after", "following", "in the wake of", "on the heels of", relation = "after" },
  { "since", relation = "after", date = "past" },
  { "hours after", relation = "after", low = 0, high = 1 },
  { "a day after", "one day after", "the day after", "day after", relation = "after", low = 1, high = 1 },
  { "days after", relation = "after", low = 1, high = 12 },
  { "a week after", "one week after", relation = "after", low = 5, high = 9 },
  { "the week after", "the week following", relation = "after", low = 1, high = 13 },
  { "weeks after", relation = "after", low = 7, high = 60 },
  { "a month after", "one month after", relation = "after", low = 24, high = 40 },
  { "by", "through", "beyond", "due", date = "future" },
  { "in", date = "open", where = "yes" },
  { "on", "during", date = "open" },
  { "where", there = "where" },
  { "for", there = "for" },
  { "from", "starting", "beginning", "between", date = "coming" },
  { "before", "until", "ahead of", "prior to", "in the run-up to", "in the lead-up to", relation = "before" },
  { "a day before", "one day before", "the day before", "on the eve of", relation = "before", low = 1, high = 1 },
  { "days before", "days ahead of", relation = "before", low = 1, high = 12 },
  { "a week before", "one week before", relation = "before", low = 5, high = 9 },
  { "the week before", relation = "before", low = 1, high = 13 },
  { "weeks before", "weeks ahead of", relation = "before", low = 7, high = 60 },

  { "upcoming", "forthcoming", "coming", "prepare for", "preparing for", "prepares for", "prepared for",
    "preparations for", "preparation for", "plans for", "planning for", "looking forward to", "look forward to",
    "looks forward to", "looked forward to", "will attend", "will host", "will join", "will participate in",
    "will take part in", "to participate in", "to take part in", "plans to attend", "due to attend",
    "expected to attend", "invited to", "heading to", "heading into", "going into", "in advance of", "to be held at", "on the road to",
    "on the way to", "priorities for", "agenda for", "goals for", "will co-host", "co-hosting", "is hosting", "ready for", "leading up to", "run-up to", "lead-up to", "departed for", "leaves for",
    relation = "before", near = "yes" },
  { "on the sidelines of", "on the margins of", "on the margin of", "at the margins of", "on the sideline of",
    "in the margins of", "sidelines of", "margins of", aside = "beside" },
  { "at", "attending", "opened", aside = "at" },
  { "to be held", "will be held", "is to be held", "to take place", "will take place", "slated", "will open", "to open",
    "will begin", "to begin", "opens", "begins", "is to open", "is scheduled", "is slated", "is due", "will start",
    "to start", "starts", "will gather", "will kick off", "kicks off", stands = "before" },
  { "was held", "were held", "took place", "ended", "concluded", "closed", "wrapped up", stands = "after" },
  { "readout", "joint readout", "joint statement", "joint press statement", "joint communique", "joint communiqué",
    "joint vision statement", "joint fact sheet", record = "yes" },
  { "met", "spoke", "talked", "conferred", "held talks", "held a meeting", "held a call", "met virtually", "convened",
    "hosted", "traveled", "travelled", "welcomed", "called", "gathered", "held consultations", "held a summit",
    "held", "had", "signed", "visited", "arrived", "discussed", "received", contact = "yes" },
  { "who", "whom", "whose", "which", "when", "that", "as", "while", "if", "because", "though", "although",
    clause = "yes" },
  { "summit", "summits", "summit meeting", "summit talks", "leaders summit", "leaders' summit", "leaders meeting",
    "leaders' meeting", "economic leaders meeting", "economic leaders' meeting", "economic leaders' informal meeting",
    "meeting of leaders", "leaders' retreat", "summit conference", "summit of leaders", gathering = "summit" },
  { "ministerial conference", "ministerial meeting", "ministerial", gathering = "ministerial" },

  { "will", "'ll", "shall", "upcoming", "forthcoming", "scheduled", "slated", "expected", "expects", "expect", "due to",
    "set to", "is to", "are to", "plans to", "plan to", "planning to", "going to", "looks forward", "looking forward",
    "next year", "next month", "next week", sign = "future" },
  { "would", "may", "can", "could", "might", "should", "planned", "planning", "plan", "plans", "to be", "to take",
    "to hold", "to begin", "to meet", "aims", "aimed", "target", "goal", "hopes", "hoped", "hope", "pledged",
    "vowed", "promised", "agreed to", "invited", "preparing", "prepare", "preparations", "budget", "forecast",
    "projected", "candidate", "opened the way", "wants", "want", "proposed", "proposal", "proposes", "intends",
    "intend", "needs to", "have to", "has to", "was to", "were to", "deadline", "expire", "expires", "if", "tender",
    "tenders", "ensure", "term", "agreed", "to raise", "to increase", "to boost", "to double", "to expand", "to cut",
    "to reduce", "to halve", "to lower", "to spend", "to pay", "to provide", "to contribute", "to reach", "to complete",
    "to finish", "to deploy", "to redeploy", "to send", "to withdraw", "to transfer", "to open", "to launch", "to start",
    "to resume", "to end", "to build", "to host", "to introduce", "to deliver", "to buy", "to acquire", "to develop",
    "to establish", "to create", "to sign", "to renew", "to extend", "to visit", "to run", "to become", "to join",
    sign = "plan" },
  { "is", "are", sign = "present" },
  { "previous", "preceding", "past", "under", "since", "predecessor", "first", "earlier", "incoming", "next", "second",
    sign = "reign" },
  { "was", "were", "had been", "served as", "became", sign = "copula" },
  { "back then", "at the time", "then", "former", "late", "ex", "ousted", "toppled", "deposed", "overthrown", "slain",
    "assassinated", "disgraced", "exiled", sign = "history" },
}
