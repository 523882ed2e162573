--- What every column of every frame means: name, kind of value, meaning. codebook() prints it; the specs compare it
-- with what the questions give.
local M = {}

-- Columns that mean the same wherever they stand.
M.common = {
  id = { "text", "the article" },
  published = { "day", "ISO 8601 day of publication, empty where it is not known" },
  source = { "text", "the outlet, as given or as the page says" },
  headline = { "text", "the article's headline" },
  sentence = { "text", "the sentence in which it stands" },
  first = { "bytes", "first byte of the item in article.text, from 1" },
  last = { "bytes", "last byte, inclusive" },
  rule = { "text", "the rule that found it (below)" },
  key = { "text", "identifies the item across runs: article, kind of item, a hash of its spelling" },
  side = { "code", "ISO 3166 alpha-2 of a country, or the short name of a body (UN, NATO, CFC)" },
  office = { "text", "the post as data, not as written: Minister of National Defense" },
  reports = { "number", "articles that report it" },
  articles = { "number", "articles in which it is found" },
  count = { "number", "how often" },
  event = { "text", "identifies a consultation as the whole set tells it" },
  status = { "category", "of a consultation: held, planned, proposed, called-off, denied" },
  kind = { "category", "see categories" },
}

-- In the order in which an analyst meets them.
M.frames = {
  { "articles", "a row an article",
    { "id" }, { "published" },
    { "how", "category", "how its day is known: metadata, dateline, stated, inferred, unknown" },
    { "source" }, { "headline" },
    { "agency", "text", "the wire that is credited with the story" },
    { "language", "code", "ISO 639-1, und where it cannot be told" },
    { "words", "number", "words of the body" } },
  { "quotes", "a row a quotation",
    { "published" },
    { "speaker", "text", "who says it, as the whole set names him; else the noun phrase" },
    { "office", "text", "post of the speaker, as this article tells it" }, { "side" },
    { "kind", "category",
      "direct (between marks), fragment (one to three words between marks), indirect (told without)" },
    { "text", "text", "what is said, without its marks" },
    { "cue", "text", "the words that say that it is said: said, according to" }, { "source" }, { "id" } },
  { "figures", "a row a quantity, each time it is told",
    { "published" },
    { "value", "number", "the number, scale and all; the low end of a range" },
    { "high", "number", "the high end of a range" },
    { "hedge", "text", "about, more than, up to …" },
    { "unit", "category", "of the list below, or the noun itself" },
    { "of", "text", "the body or side it is about" },
    { "speaker", "text", "who says it, where it stands in a quotation" }, { "source" }, { "id" },
    { "repeats", "number", "articles of the selection that give the same value, unit and of" },
    { "outlier", "truth",
      "far from the others: more than 3.5 standard deviations by the median absolute deviation" } },
  { "dates", "a row an expression of time (TIMEX3)",
    { "published" }, { "text", "text", "as written" },
    { "value", "text", "TIMEX3 value: 2024-12-20, 2024-W51, P6DE, XXXX-WXX-5" },
    { "type", "category", "DATE, TIME, DURATION, SET" },
    { "first_day", "day", "first day it covers" }, { "last_day", "day", "last day" }, { "source" }, { "id" } },
  { "commitments", "a row a word of assurance",
    { "published" }, { "term", "category", "what it is counted under (below)" },
    { "category", "category", "assurance, reaffirmation, pledge, guarantee, deterrence, burden" },
    { "speaker", "text", "who gives it, where the sentence tells" },
    { "negated", "truth", "1 where the sentence denies it" },
    { "text", "text", "as written" }, { "source" }, { "id" } },
}

return M
