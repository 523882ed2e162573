--- What can be done, with an example for each: alliance.help (topic) -> text.
local M = {}

-- In the order in which they are listed. An example is Lua that runs as it stands behind
-- `local alliance = require "alliance"; local set = <a set of the example articles>`.
local topics = {
  { "read", "one article from its bytes", [=[
alliance.read(text [, about]) reads one article as a scraper left it, in any encoding, without keeping it.
about: {published=, source=, url=, id=, format="text", lexicon=}. Where the bytes hold no text it gives
nil, a message, a code and a byte. See also: article.]=], [=[
local article = assert(alliance.read("SEOUL, Dec. 20 (Yonhap) -- The two sides met.", { published = "2024-12-20" }))
print(article.dateline.place, article.published, article.paragraphs[1])]=] },

  { "open", "a set: one SQLite file, or memory", [=[
alliance.open([path [, options]]) opens the set in a file, made where there is none, or one in memory.
options: {readonly=true, lexicon=}. A set is closed by set:close(), at the end of a `<close>` variable, or when
it is collected. #set counts articles; print(set) says in a few lines what is in it.]=], [=[
local notes <close> = assert(alliance.open())
print(#notes)]=] },

  { "add", "articles into a set", [=[
set:add(what [, about]) takes a path, a folder, a glob, a list of them, an article table, a .jsonl, .csv or .tsv
file, or an open handle of JSON lines. It gives a frame with a row for each: path, line, what, id, count, byte,
reason; what is added, same, version or refused. One bad input never stops the rest. Any key or column that is
not known becomes one of the analyst's own (vars). about.progress(done, total) is called on long work.]=], [=[
local notes = { text = "The ministers met.", published = "2024-05-02", source = "notes", desk = "world" }
local added = set:add(notes)
print(added[1].what, added[1].id)
print(added:group "what")]=] },

  { "where", "a part of a set (a selection)", [=[
set:where{from=, to=, source=, agency=, language=, match=, id=, vars={...}, undated="keep", ...} keeps what fits
all of it; a list as a value means any of them. from and to are "2024", "2024-12" or a day, both inclusive.
set:without{...} is the rest. a + b is either, a * b both, a - b the first without the second. A selection is
evaluated anew at each question, and answers everything that a set answers.]=], [=[
local autumn = set:where { from = "2024-09", to = "2024-11" }
print(#autumn, #(autumn - set:where { match = "exercise" }))]=] },

  { "articles", "a table of articles", [=[
articles() of a set or selection: a frame with id, published, how, source, headline, agency, language, words.]=], [=[
print(set:articles():sort("published"):head(5))]=] },

  { "search", "articles that match a query", [=[
search(query [, {limit=}]): a frame, best first, with id, published, source, headline, snippet, score;
its total is the number of all hits. See also: queries, kwic.]=], [=[
local hits = set:search('"phone talks"', { limit = 3 })
print(hits.total)
print(hits)]=] },

  { "kwic", "a concordance: every match with what stands beside it", [=[
kwic(query [, {width=, by="sentence"|"chars", sort="left"|"right"}]): a frame with id, published, source,
left, match, right.]=], [=[
print(set:kwic("deterrence", { width = 30, sort = "right" }):head(5))]=] },

  { "article", "one article of a set, and what an article has", [=[
article(id) of a set gives an article, as alliance.read does. Its fields: id, source, url, language, published,
dating, headline, byline (names), dateline {place, date, agency}, agency, captions {text, credit}, paragraphs, text,
body, boilerplate {text, reason}, blocks {kind, text, reason, first, last, raw}, sentences {first, last}, vars.
Positions are 1-based inclusive bytes: article.text:sub(s.first, s.last). article:raw(first, last) leads a span
back to the bytes of the input.]=], [=[
local article = set:article(set:articles()[1].id)
print(article.headline)
for _, s in ipairs(article.sentences) do print(article.text:sub(s.first, s.last)) end]=] },

  { "each", "article after article, without holding all", [=[
each() of a set or selection: an iterator of articles. It holds no statement open, so the set may be changed
meanwhile.]=], [=[
for article in set:each() do
  print(article.id, #article.captions, article.headline)
end]=] },

  { "remove", "articles out of a set", [=[
set:remove(id or selection) takes articles out and gives how many.]=], [=[
print(set:remove(set:where { source = "notes" }))]=] },

  { "sql", "read-only SQL over the documented schema", [=[
set:sql(statement, ...) runs one SELECT with its parameters and gives a frame. It cannot write, attach or load.]=], [=[
print(set:sql "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]=] },

  { "health", "what to know before counting", [=[
health() of a set or selection: a frame that says how many articles are undated, doubled, cut off, empty or oddly
encoded, by source, and whether the set was made with another lexicon than the one in use.]=], [=[
print(set:health())]=] },

  { "frame", "a table of results", [=[
#f counts rows; f[1].column, f:column "name", for row in f:rows() do. f:head(n), f:sample(n, {seed=}), f:sort(column
[, "desc"]), f:where(function or table), f:group(column) give frames. f:csv([path]), f:json([path]), f:markdown()
export; without a path they return text. tostring(f) is a table that fits the terminal. alliance.frame(rows or path)
makes one from a list of rows, or reads CSV back.]=], [=[
local f = alliance.frame { { side = "KR", calls = 3 }, { side = "US", calls = 2 } }
print(f:sort("calls", "desc"))
print(f:csv())]=] },

  { "lexicon", "the words that reading relies on", [=[
alliance.lexicon([tables [, {only={...}}]]) is the built-in lexicon with tables of your own added; those named in
only are replaced. A row: {name=, aliases={...}, any fact=...}, or a list of phrases. Give it to read or open as
`lexicon`. lexicon.hash tells two apart; lexicon.tables shows what is in it.]=], [=[
local mine = alliance.lexicon { agencies = { { name = "Harbour News Service", aliases = { "HNS" }, kind = "wire" } } }
print(mine)]=] },

  { "lines", "JSON lines, one article each", [=[
alliance.lines(file) iterates over an open file of JSON lines: n, about for each, or n, nil, message, id for a line that
cannot be read. With alliance.read and article:json() it makes a filter: see examples/extract.lua.]=], [=[
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
Words match as written but for capitals and the shape of quotes and dashes. No punctuation inside a word is syntax:
U.S., 2+2 and South Korea-U.S. are read as they would be in an article. A faulty query is an error that shows
where.]=], [=[
print(set:search('(ironclad OR "full range") NOT exercise').total)]=] },
}

local by_name = {}
for _, topic in ipairs(topics) do by_name[topic[1]] = topic end

local function indented(text) return (("\n" .. text):gsub("\n", "\n  "):sub(2)) end

local function overview()
  local lines = { "alliance reads news articles, keeps them in one file and answers questions about them.", "" }
  for _, topic in ipairs(topics) do lines[#lines + 1] = ("  %-10s %s"):format(topic[1], topic[2]) end
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

--- What can be done.
-- @tparam[opt] string topic one of those that help() lists; none: the list
-- @treturn string text; for a topic that is not known, the list with a word about that
-- @raise where topic is not a string
function M.help(topic)
  if topic == nil then return overview() end
  if type(topic) ~= "string" then
    error(("alliance.help: argument 1 (topic) should be a string, not a %s"):format(type(topic)), 2)
  end
  local found = by_name[topic:lower()]
  if not found then return ("There is no topic '%s'. There are:\n\n%s"):format(topic, overview()) end
  return ("%s: %s\n\n%s\n\nExample:\n%s"):format(found[1], found[2], found[3], indented(found[4]))
end

return M
