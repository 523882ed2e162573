--- What can be done, with an example for each: alliance.help (topic) -> text.
local M = {}

-- In the order in which they are listed. An example is Lua that runs as it stands behind
-- `local alliance = require "alliance"; local set = <a set of the example articles>`.
local topics = {
  { "read", "one article from its bytes", [=[
alliance.read(text [, about]) reads one article as a scraper left it, in any
encoding, without keeping it. about: {published=, source=, url=, id=,
format="text", lexicon=}. Where the bytes hold no text it gives nil, a
message, a code and a byte. See also: article.]=], [=[
local text = "SEOUL, Dec. 20 (Yonhap) -- The two sides met."
local article = assert(alliance.read(text, { published = "2024-12-20" }))
print(article.dateline.place, article.published, article.paragraphs[1])]=] },

  { "open", "a set: one SQLite file, or memory", [=[
alliance.open([path [, options]]) opens the set in a file, made where there is
none, or one in memory. options: {readonly=true, lexicon=, jobs= (threads at
work while adding, yours among them)}. A set is closed by set:close(), at the
end of a `<close>` variable, or when it is collected. #set counts articles;
print(set) says in a few lines what is in it.]=], [=[
local notes <close> = assert(alliance.open())
print(#notes)]=] },

  { "add", "articles into a set", [=[
set:add(what [, about]) takes a path, a folder, a glob, a list of them, an
article table, a .jsonl, .csv or .tsv file, or an open handle of JSON lines.
It gives a frame with a row for each: path, line, what, id, count, byte,
reason; what is added, same, version or refused. One bad input never stops the
rest. Any key or column that is not known becomes one of the analyst's own
(vars). about.progress(done, total) is called on long work.]=], [=[
local note = { text = "The ministers met.", published = "2024-05-02",
  source = "notes", desk = "world" }
local added = set:add(note)
print(added[1].what, added[1].id)
print(added:group "what")]=] },

  { "where", "a part of a set (a selection)", [=[
set:where{...} keeps what fits all of it; a list as a value means any of them:
  from= to=                   "2024", "2024-12" or a day, both inclusive
  undated="keep"              also those without a day in from and to
  dated=                      "metadata", "dateline", "stated", "inferred",
                              "unknown"
  source= agency= language= id= url=
  person= mentions=           somebody, anything named, in any spelling
  side= office=               of who or what is named: "KR" or "South Korea",
                              a post in any words
  match=                      a query (see queries)
  story=                      a key of stories()
  vars={name=value}           the analyst's own columns
  versions=true               also the versions that do not count
set:without{...} is the rest. a + b is either, a * b both, a - b the first
without the second. A selection is evaluated anew at each question, and
answers everything that a set answers. An undated article is in from and to
when its whole bracket is (see dating); how many were left out is said.]=], [=[
local autumn = set:where { from = "2024-09", to = "2024-11" }
print(#autumn, #(autumn - set:where { match = "exercise" }))]=] },

  { "articles", "a table of articles", [=[
articles() of a set or selection: a frame with id, published, how, source,
headline, agency, language, words.]=], [=[
print(set:articles():sort("published"):head(5))]=] },

  { "search", "articles that match a query", [=[
search(query [, {limit=, scope=, stem=}]): a frame, best first, with id,
published, source, headline, snippet, score; its total is the number of all
hits. See also: queries, kwic.]=], [=[
local hits = set:search('"phone talks"', { limit = 3 })
print(hits.total)
print(hits)]=] },

  { "kwic", "a concordance: every match with what stands beside it", [=[
kwic(query [, {width=, by="sentence"|"chars", sort=, scope=, case=, stem=}]): a
frame with id, published, source, left, match, right. sort is "left", "right",
"match" or places of words: -1 the one before the match, {1, 2} those behind it.
With brackets the query is a pattern over words, such as
[reaffirm*] []{0,3} [commitment] within sentence: [] any word, [a|b] one of
several, [!a] another, [stem=defend] a family, @KR any name of a side; ? * +
{0,3} behind a bracket say how often; within sentence and within quote.]=], [=[
print(set:kwic("deterrence", { width = 30, sort = "right" }):head(5))]=] },

  { "count", "how often, by period, source, side or own columns", [=[
count{match= or term= or of=, by=, independent=, scope=, case=}: a frame with
the columns of by, then count, articles, of_articles, tokens, per_million.
match is a query as kwic takes it, term a word or phrase with * and ?, of
"quotes", "consultations", "figures" and the like, with their options. by is
one or several of day week month quarter year source agency language, a name
of vars, and of items side speaker office kind dyad. Every period has a row: 0
without a hit, of_articles 0 without articles. independent=true counts one
article a story; scope is "body", "headline", "text" or "quotes". By side,
speaker or office words count in direct quotations, by who says them.]=], [=[
print(set:count { match = '"extended deterrence"', by = "month" })
print(set:count { of = "quotes", by = "side" })]=] },

  { "terms", "all words, and sequences of words", [=[
terms{scope=, case=, min=, limit=}: a frame with term, count, articles,
per_million. ngrams{n=2, ...} counts sequences of n words that stand side by
side in a paragraph: ngram, count, articles, per_million.]=], [=[
print(set:terms { limit = 10 })
print(set:ngrams { n = 3, min = 3 })]=] },

  { "collocates", "the words that stand near a word", [=[
collocates(word [, {window=5, within="sentence", scope=, case=, min=}]): a
frame with word, count, total, expected, g2, logdice, pmi, t. word may be a
phrase, with * and ?; window a number of words, {left, right} or "sentence".]=], [=[
print(set:collocates("deterrence", { min = 2 }):head(10))]=] },

  { "keyness", "words that mark one selection off from another", [=[
keyness(other [, {scope=, case=, min=}]): a frame with word, count, reference,
g2 (negative where rarer here), chi2, log_ratio, articles. articles tells what
one article alone carries.]=], [=[
local after = set:where { from = "2024-09" }
print(after:keyness(set:where { to = "2024-08" }):head(10))]=] },

  { "dispersion", "how evenly words are spread over articles", [=[
dispersion(word or list [, {scope=, case=}]): a frame with word, count,
articles, of_articles, dp, dp_norm (Gries 2008): 0 is even, towards 1 all
stand in few articles.]=], [=[
print(set:dispersion { "alliance", "drill*" })]=] },

  { "code", "categories of a dictionary, counted", [=[
code(dictionary [, {unit="article"|"sentence", scope=, case=}]): a frame with
id, published, source, tokens and a column a category. A dictionary is a table
{category={pattern, ..., inner={...}}} or the path of a LIWC .dic file; * is
any letters, ? one. The longest pattern counts, once.]=], [=[
local threat, burden = { "nuclear", "missile*" }, { "cost-sharing" }
print(set:code { threat = threat, burden = burden })]=] },

  { "network", "who is named with whom", [=[
network{of="people"|"organisations"|"places"|"sides", within="sentence"|
"article", min=}: a frame with a, b, count, articles. f:graphml(path) writes
it for Gephi.]=], [=[
print(set:network { of = "people" }:head(5))]=] },

  { "compare", "sources, or years, side by side", [=[
compare{by="source", match= or term=, n=10, scope=, case=}: a frame with the
column of by, articles, words, words_per_article, keywords (what it says more
often than the others), and with match or term count, with, per_million.]=], [=[
print(set:compare { by = "source", term = "deterrence" })]=] },

  { "similar", "the articles most like one", [=[
similar(id or article [, {limit=20}]): a frame with id, published, source,
headline, similarity (0 to 1), words. For copies see stories.]=], [=[
print(set:similar(set:articles()[1].id, { limit = 3 }))]=] },

  { "formula", "set phrases, and how they come and go", [=[
formula{from=4, to=8, min=3, limit=50}: the sequences of words that recur: a
frame with formula, words, count, articles, sources, first_day, last_day.
formula("ironclad *") shows what one is varied to; formula("ironclad
commitment", {by={"year", "source"}}) follows it, as count does.]=], [=[
print(set:formula())
print(set:formula "extended *")]=] },

  { "audit", "a sample to code by hand, and what coders say", [=[
audit{of="quotes", n=100, by="source", seed=1, sentences=n} draws a sheet:
items that were found (quotes, posts, people, consultations, figures, dates …:
write 1 or 0 under correct) and sentences (write under
missed how many were not found). audit{read=path or list, by=} reads one or
several coders' sheets: precision, recall, agreement, kappa, alpha.]=], [=[
local sheet = set:audit { of = "quotes", n = 5, by = "source", seed = 42 }
print(#sheet, sheet[1].item)]=] },

  { "quotes", "who said what", [=[
quotes{speaker=, office=, side=, kind=, match=}: a frame with published,
speaker, office, side, kind, text, cue, source, id. kind is "direct" where it
is not said; "fragment" are one to three words, "indirect" are told without
marks. match is a query (see queries) in the words said. By name a row also
has sentence, first, last, rule, key, told (to whom), written (the speaker as
the article names him).]=], [=[
print(set:quotes { side = "KR" }:head(3))
print(set:quotes { match = "alliance" }:group "speaker")]=] },

  { "figures", "quantities, as a ledger", [=[
figures{unit=, of=, speaker=}: a frame with published, value, high (of a
range), hedge, unit, of, speaker, source, id, repeats (articles that say the
same), outlier (far from the other values of that unit and of). Nothing is
averaged. dates{type=, value=} and commitments{term=, category=, speaker=} are
made in the same way.]=], [=[
print(set:figures { unit = "troops" }:head(3))
print(set:commitments():group "category")]=] },

  { "article", "one article of a set, and what an article has", [=[
article(id) of a set gives an article, as alliance.read does. print(article)
shows it as a page. Its fields (those with a topic of their own in capitals):
  id source url path language vars                what is known of it
  published DATING                                its day, and what says so
  headline byline dateline agency captions        the page
  paragraphs body text blocks boilerplate encoding
  sentences                                       {first, last, block}
  PEOPLE ORGANISATIONS PLACES DATES FIGURES       what the text says
  QUOTES CONSULTATIONS COMMITMENTS
Positions are 1-based inclusive bytes: article.text:sub(s.first, s.last).
article:raw(first, last) leads a span back to the bytes of the input, and
article:json() is all of it in one line. Every field prints as a table.]=], [=[
local article = set:article(set:articles()[1].id)
print(article)
for _, s in ipairs(article.sentences) do
  print(article.text:sub(s.first, s.last))
end]=] },

  { "dating", "the day of an article, and what says so", [=[
article.published is a day or nil. article.dating is {earliest, latest, how,
evidence, conflicts}: how is "metadata" (the caller, the page), "dateline",
"stated" (the text says it), "inferred" (facts bracket it) or "unknown". Each
piece of evidence {says, bound, rule, first, last, grade} bounds the day:
"earliest" (not before), "latest" (not after) or "both". A fact of the lexicon
(who held a post when) has a grade: "sourced" or "recall". Conflicts are
sentences. where{from=, to=} takes an inferred article when its whole bracket
lies inside; where{dated="inferred"} takes all of them.]=], [=[
for article in set:where({ dated = "inferred" }):each() do
  print(article.dating.earliest, article.dating.latest, article.headline)
  print(article.dating.evidence)
end]=] },

  { "people", "who is named, in a set and in an article", [=[
people() of a set or selection: a frame with person, side, office, mentions
(by name), articles, first_day, last_day: one row a person, whatever the
spellings. See also: offices, same.
article.people is a list of {name, side, office, acting, former, elect,
outgoing, nominee, rank, offices, spans, rule, block}: one entry a person.
side is a country code or a body, office the main post of the text, offices
all of them. spans {first, last, kind} are the places in article.text; kind is
"name", "noun" or "pronoun".]=], [=[
local article = set:article(set:articles()[1].id)
print(article.people)
local person = article.people[1]
for _, s in ipairs(person.spans) do
  print(s.kind, article.text:sub(s.first, s.last))
end
print(set:people():head(5))]=] },

  { "offices", "posts, and who is said to hold them", [=[
offices(): a frame with office, side, persons, articles, first_day, last_day.]=], [=[
print(set:offices():head(5))]=] },

  { "tenures", "who held which post from when to when", [=[
tenures(): a frame with person, office, side, from, to (first and last day of
an article that says so), status ("in office", "acting", "elect", "nominee",
"outgoing", "former"), evidence (those sentences, then the lexicon's fact with
its grade), articles, known_from, known_to, grade. Captions and bylines give
none. health() lists gaps, overlaps and anachronisms.]=], [=[
for row in set:tenures():head(3):rows() do
  print(row.person, row.office, row.from, row.to)
  print(row.evidence)
end]=] },

  { "who", "who held a post on a day", [=[
who(office [, side [, date]]): rows of tenures(). office in any words ("defense
chief", "USFK commander"), side of the post or of the person, date a year, a
month or a day. A row is there where articles show the tenure; what the
lexicon knows may make it longer, never stand for an article.]=], [=[
print(set:who("defense minister", "KR", "2024-10"))]=] },

  { "same", "who is who, by hand: same, distinct, rename, reject", [=[
same(a, b) and distinct(a, b) join and part two spellings; rename(a, name)
shows another name; reject(a) says it is no person. a and b are names as they
are spelled, or rows of people(). options: {what="organisation" or "place",
by=, note=}. decisions() lists them with the time, undo(number or row) takes
one back. They are kept in the file and hold when articles are read anew.]=], [=[
local number = set:rename("Cho Tae-yul", "Cho Tae-yeol", { note = "a try" })
print(set:decisions())
print(set:undo(number))]=] },

  { "organisations", "bodies named in an article", [=[
article.organisations is a list of {name, side, kind, spans, rule, block}.
name is the full one, however the text calls the body; kind is "ministry",
"military command", "wire" and so on, as lexicon/organisations.lua has them.]=], [=[
print(set:article(set:articles()[1].id).organisations)]=] },

  { "places", "places named in an article", [=[
article.places is a list of {name, side, kind, stands_for, spans, rule, block}.
"South Korean" and other demonyms are none. Where a capital speaks (Seoul
said), stands_for says who is meant.]=], [=[
print(set:article(set:articles()[1].id).places)]=] },

  { "dates", "days and times named in an article", [=[
article.dates is a list of {text, value, type, mod, rule, first, last, block}
as TIMEX3 has them: type is "DATE", "TIME", "DURATION" or "SET"; value is
2024-12-20, 2024-W02, P11D, PRESENT_REF and so on, with X for what the article
does not tell. "Tuesday" is counted from the day of the article.]=], [=[
print(set:article(set:articles()[1].id).dates)]=] },

  { "article.figures", "numbers with a unit in an article", [=[
article.figures is a list of {value, high, hedge, unit, of, text, rule, first,
last, block}: "about 28,500 American troops" is value 28500, hedge "about",
unit "troops", of "United States". high is the other end of a range. A unit is
one of lexicon/units.lua or the noun itself.]=], [=[
for article in set:each() do
  for _, figure in ipairs(article.figures) do
    print(figure.value, figure.unit, figure.of)
  end
end]=] },

  { "article.quotes", "who said what in an article", [=[
article.quotes is a list of {text, speaker, speaker_span, office, side, kind,
cue, rule, first, last, block}. kind is "direct" (whole sentences between
marks), "fragment" (words between marks) or "indirect" (he said that ...). cue
is the verb of speech. The span is what stands between the marks; a quotation
split by its cue is two items, the second with continues.]=], [=[
for article in set:each() do
  for _, quote in ipairs(article.quotes) do
    print(quote.kind, quote.speaker, quote.text)
  end
end]=] },

  { "article.consultations", "calls, meetings, visits and drills in an article", [=[
article.consultations is a list of {kind, cameo, mode, status, date, first_day,
last_day, place, host, initiator, participants, sides, name, ordinal,
duration, topics, sentence, rule, first, last, block}. kind is "call",
"meeting", "talks", "visit", "summit", "ceremony", "exercise" or "agreement";
status is "held", "planned", "proposed", "called-off" or "denied"; cameo is
the code of CAMEO (041: by telephone). participants are names, else posts,
else sides. Meetings of one side alone, of business and of the press are none.]=], [=[
for article in set:each() do
  for _, contact in ipairs(article.consultations) do
    print(contact.date, contact.kind, contact.status)
    print("  " .. table.concat(contact.participants, "; "))
  end
end]=] },

  { "consultations", "calls, meetings, drills as the whole set tells them", [=[
consultations{kind=, between=, only=, status=, from=, to=} of a set or
selection: a frame with event, date, first_day, last_day, kind, cameo, status,
place, host, participants, sides, name, duration, reports, first_reported; by
name also ordinal, came_about (what a planned one became), differs (what its
reports disagree about), sentence, id, first, last, rule. Reports of one event
in several articles are one row, also across the date line. between={"KR",
"US"} means all of them take part (sides or names), only=true nobody else.
series() lists those that come again under one name, with missing numbers.]=], [=[
print(set:consultations { kind = "call", between = { "KR", "US" } })
print(set:series())]=] },

  { "readouts", "what each side says about one event, by topic", [=[
readouts(event) takes a row of consultations() or timeline(), or an event's
key: a frame with topic, said_by ("both", "KR only"), side, speaker, kind,
words, n, source, published, reports; it prints as a page. Topics are those of
lexicon/topics.lua.]=], [=[
local events = set:consultations { kind = "call" }
print(set:readouts(events[1]))]=] },

  { "timeline", "what happened, by day", [=[
timeline{...} takes the options of consultations() and what= ("consultations",
"statements", "tenures", "events"): a frame with date, what, who, status, said
(the shortest telling fragment), reports (copies of a text count once), event;
it prints as a page. Of a planned one the status says what became of it.]=], [=[
print(set:timeline { from = "2024-10", to = "2024-11" })]=] },

  { "why", "what made a row, and what moved between two sets", [=[
why(row) takes a row of any frame and gives the places that made it: a frame
with id, source, published, sentence, first, last, rule, entry (of the
lexicon), grade; by name also marked (the sentence with its span in marks),
block, says, conflicts, reader, lexicon. diff(other) tells how the answers of
this set differ from those of another set of the same articles: what, change
("new", "gone", "changed"), field, was, now, id, sentence. why_not(what [, of])
takes an article, its id or a text and lists what looks like a consultation
(or of="quotes", "people") and is none, with the condition that refused it.]=], [=[
print(set:why(set:consultations()[1]))
print(set:why(set:quotes()[1])[1].marked)
print(set:why_not(set:articles()[1].id))]=] },

  { "commitments", "words of assurance in an article", [=[
article.commitments is a list of {term, category, speaker, negated, rule,
first, last, block}: "reaffirmed", "ironclad", "extended deterrence", "burden
sharing" and the like, as lexicon/commitments.lua has them. negated tells "no
longer committed" from "committed".]=], [=[
print(set:article(set:articles()[1].id).commitments)]=] },

  { "each", "article after article, without holding all", [=[
each() of a set or selection: an iterator of articles. It holds no statement
open, so the set may be changed meanwhile.]=], [=[
for article in set:each() do
  print(article.id, #article.captions, article.headline)
end]=] },

  { "remove", "articles out of a set", [=[
set:remove(id or selection) takes articles out and gives how many.]=], [=[
print(set:remove(set:where { source = "notes" }))]=] },

  { "reread", "all articles anew, with this reader and lexicon", [=[
set:reread() reads every stored article again from its bytes and gives how
many. health() says when that is due ("old reading").]=], [=[
print(set:reread())]=] },

  { "reindex", "the words of all articles anew, for counting", [=[
set:reindex() makes dictionary, streams and postings anew out of what was read
and gives how many articles: when an error says that they are damaged. Where
another lexicon has read an article, names, people and events are noticed anew
with this one, from the bytes that the file keeps.]=], [=[
print(set:reindex())]=] },

  { "sql", "read-only SQL over the documented schema", [=[
set:sql(statement, ...) runs one SELECT with its parameters and gives a frame.
It cannot write, attach or load. The tables are those of docs/schema.md, and
stories and tenures, which are found at the time of asking.]=], [=[
print(set:sql "SELECT name FROM sqlite_schema WHERE type = 'table'")]=] },

  { "decide", "what is wrong set right by hand, and kept so", [=[
set:decide(row, {reject=true}) leaves a row out from now on;
set:decide(row, {speaker=, status=, date=, ..., by=, note=}) sets it right. It
takes rows of quotes, figures, dates, commitments, consultations, timeline,
people, and (to reject) of tenures. Decisions are kept in the file, hold when
articles are read again, and tables say how many rows are by hand. See also:
decisions, undo (same).]=], [=[
local call = set:consultations { kind = "call" }[1]
local number = set:decide(call, { status = "called-off", by = "me" })
print(set:decisions():head(3))
set:undo(number)]=] },

  { "report", "one page of a set, for people who do not write Lua", [=[
report([path]): a page (HTML) with what to know before counting, articles over
time, timeline, people and posts, quotations by speaker, words of commitment,
sources compared and copies. It holds no script and loads nothing. Without a
path the text is returned. A selection has one too.]=], [=[
print(#set:report() > 1000)]=] },

  { "codebook", "what every variable, category and rule means", [=[
codebook([path]): Markdown for an appendix: the variables of every question,
the categories with their CAMEO codes, the words of commitment and the units,
every rule with the example that it takes and the one that it does not, the
facts of the lexicon by grade, and what identifies set, library and lexicon.
With a path it is written there.]=], [=[
print(set:codebook():match "### Consultations.-\n\n.-\n\n")]=] },

  { "health", "what to know before counting", [=[
health() of a set or selection: a frame that says how many articles are
undated, doubled, cut off, empty or oddly encoded, by source, and whether the
set was made with another lexicon than the one in use.]=], [=[
print(set:health())]=] },

  { "stories", "copies: which articles carry the same text", [=[
stories() of a set or selection: a frame with story, id, role, similarity,
published, source, headline, for every article that shares its text with
others. role is "original", "copy", "rewrite" (reworded) or "part" (a brief,
or an item of a longer article). A shared paragraph of background, a phrase
or a quotation alone makes no story. stories{pairs=true} sets every copy
beside its original: how alike they are, which paragraphs were added and
dropped, and why the original is taken for it. where{story=key} takes one.]=], [=[
print(set:stories())
print(set:stories { pairs = true })]=] },

  { "frame", "a table of results", [=[
#f counts rows; f[1].column, f:column "name", for row in f:rows() do.
f:head(n), f:sample(n, {seed=}), f:sort(column [, "desc"]), f:where(function
or table), f:group(column) give frames. f:csv([path]), f:json([path]),
f:markdown(), f:html([path]) and f:graphml([path]) (columns a, b, count)
export; without a path they return text; csv takes {bom=true} for Excel.
tostring(f) is a table that fits the terminal. alliance.frame(rows or path)
makes one from a list of rows, or reads CSV back. See also: plot, cite.]=], [=[
local rows = { { side = "KR", calls = 3 }, { side = "US", calls = 2 } }
local f = alliance.frame(rows)
print(f:sort("calls", "desc"))
print(f:csv())]=] },

  { "plot", "a chart of a table, as SVG or in the terminal", [=[
f:plot([path [, options]]) draws what the columns suit: a time series (month
and count; gaps where there are no articles), bars (names and a number), two
sides of keyness, collocates, where matches stand (kwic), a network (a, b,
count), tenures, a timeline. options: kind, value and label (columns), events
(a list of {date=, label=}, marked in a time series), limit, order="frame",
title, width. f:spark([column]) is one line of text. A frame that no chart
suits is told why.]=], [=[
local sources = set:articles():group "source"
print(#sources:plot { title = "Articles by source" })
local months = alliance.frame {
  { month = "2024-11", count = 3 }, { month = "2024-12", count = 9 } }
print(months:spark())]=] },

  { "cite", "footnotes for the rows of a table", [=[
f:cite() is a list with a line for each row: outlet, headline, day, address
and the number of the sentence, as far as they are known. It prints a line
each.]=], [=[
print(set:search("deterrence", { limit = 3 }):cite())]=] },

  { "lexicon", "the words that reading relies on", [=[
alliance.lexicon([tables [, {only={...}, grade=}]]) is the built-in lexicon
with tables of your own added; those named in only are replaced; with
grade="sourced" all rows from memory (graded "recall") are left out. A row:
{name=, aliases={...}, any fact=...}, or a list of phrases. Give it to read or
open as `lexicon`. lexicon.hash tells two apart; lexicon.tables shows what is
in it.]=], [=[
local wire = { name = "Harbour News Service", aliases = { "HNS" } }
local mine = alliance.lexicon { agencies = { wire } }
print(mine)]=] },

  { "lines", "JSON lines, one article each", [=[
alliance.lines(file) iterates over an open file of JSON lines: n, about for
each, or n, nil, message, id for a line that cannot be read. With
alliance.read and article:json() it makes a filter: see examples/extract.lua.]=], [=[
local file = assert(io.open "examples/articles/16-autumn-briefs.jsonl")
for n, about in alliance.lines(file) do
  print(n, about and about.id)
end
file:close()]=] },

  { "queries", "the query language of search, kwic and where{match=}", [=[
ironclad commitment    both words, anywhere in the article
"burden sharing"       the phrase
NEAR(ironclad commitment, 5)    at most five words between them
AND OR NOT, ( )        in capitals; deter* for every word that begins so
@KR, @"Kim Seon-ho"    any name of a side, person or body; aliases=true of
                       search, kwic and count reads all names so
Words match as written but for capitals and the shape of quotes and dashes;
stem=true takes each for its family, case=true (of kwic and count) as it is. No
punctuation inside a word is syntax: U.S., 2+2 and South Korea-U.S. are read
as they would be in an article. A faulty query is an error that shows where.]=], [=[
print(set:search('(ironclad OR "full range") NOT exercise').total)]=] },
}

local by_name = {}
for _, topic in ipairs(topics) do by_name[topic[1]] = topic end

local function indented(text) return (("\n" .. text):gsub("\n", "\n  "):sub(2)) end

local function overview()
  local lines = { "alliance reads news articles, keeps them in one file and answers questions.", "" }
  for _, topic in ipairs(topics) do lines[#lines + 1] = ("  %-21s  %s"):format(topic[1], topic[2]) end
  lines[#lines + 1] = ""
  lines[#lines + 1] = 'print(alliance.help "search") says more about one of them, with an example.'
  return table.concat(lines, "\n")
end

--- The names of all topics, in order.
function M.topics()
  local names = {}
  for i, topic in ipairs(topics) do names[i] = topic[1] end
  return names
end

--- The example of a topic: Lua source that uses `alliance` and `set`.
function M.example(name) return by_name[name] and by_name[name][4] end

-- Topics that tell of a method or field which has none of its own.
local function telling(word)
  local names = {}
  for _, topic in ipairs(topics) do
    if topic[3]:find("%f[%w_]" .. word .. "%f[^%w_]") then names[#names + 1] = topic[1] end
  end
  return names
end

-- "set:ngrams{}", "alliance.open", "Quotes" -> "ngrams", "open", "quotes".
local function plain(topic)
  return (topic:lower():gsub("^%w+:", ""):gsub("^alliance%.", ""):gsub("[({].*$", ""))
end

--- What can be done.
-- @tparam[opt] string topic one of those that help() lists; none: the list
-- @treturn string text; of a method or field without a topic, the one that tells of it, or where several do, their
-- names; for a topic that is not known, the list with a word about that
-- @raise where topic is not a string
function M.help(topic)
  if topic == nil then return overview() end
  if type(topic) ~= "string" then
    error(("alliance.help: argument 1 (topic) should be a string, not a %s"):format(type(topic)), 2)
  end
  local name = plain(topic)
  local found = by_name[name]
  local others = not found and name:find "^[%w_]+$" and telling(name) or {}
  if #others == 1 then found = by_name[others[1]] end
  if not found and #others > 1 then
    return ("There is no topic '%s'; it is told of in: %s"):format(topic, table.concat(others, ", "))
  elseif not found then
    return ("There is no topic '%s'. There are:\n\n%s"):format(topic, overview())
  end
  return ("%s: %s\n\n%s\n\nExample:\n%s"):format(found[1], found[2], found[3], indented(found[4]))
end

return M
