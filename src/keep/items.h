/* items.h: what was noticed in an article -> rows, and away again.
   In: an article, what notice/ found in it, its number. Out: a row an item, with its bytes in the
   article's text, the sentence, the rule that found it and a key that stays the same as long as the
   item is written the same way, whatever is read before it.

   A form is a way in which somebody or something is named: spelling, side, post, year. Which forms
   are one person is a matter of the whole set and is settled later (settle.h): new forms, and the
   sides of new consultations, are noted in the table `unsettled`. */
#ifndef ALN_ITEMS_H
#define ALN_ITEMS_H

#include "../notice/notice.h"
#include "segment.h"

#pragma GCC visibility push(hidden)

/* Sticky in *rc and *st. 'names': the names of its entities are added, as the streams want them; NULL
   where nobody wants them. */
void aln_items_put (aln_status *st, int *rc, aln_store *s, const aln_article *a,
                    const aln_noticed *noticed, int64_t n, aln_arena *room, aln_named_list *names);
/* Takes them away; what they were joined into is noted as unsettled. */
void aln_items_drop (int *rc, aln_store *s, int64_t n);
/* The consultations of article n count now, or no longer. */
void aln_items_unsettle (int *rc, aln_store *s, int64_t n);

#define ALN_ITEMS_SQL                                                                              \
  "ALTER TABLE block ADD COLUMN text TEXT; -- as in the article's text, where that is not the "    \
  "original's "                                                                                    \
  "with spaces for line breaks\n"                                                                  \
  "CREATE TABLE sentence ( -- the sentences of an article's text\n"                                \
  "  n INTEGER NOT NULL REFERENCES article,\n"                                                     \
  "  i INTEGER NOT NULL, -- from 1\n"                                                              \
  "  block INTEGER NOT NULL,\n"                                                                    \
  "  first INTEGER NOT NULL, -- bytes of the article's text, from 1, inclusive\n"                  \
  "  last INTEGER NOT NULL,\n"                                                                     \
  "  PRIMARY KEY (n, i)\n"                                                                         \
  ") STRICT, WITHOUT ROWID;\n"                                                                     \
  "CREATE TABLE form ( -- a way in which somebody or something is named\n"                         \
  "  form INTEGER PRIMARY KEY,\n"                                                                  \
  "  what TEXT NOT NULL, -- person organisation place\n"                                           \
  "  block TEXT NOT NULL, -- forms of one person share it: the family name, folded; initials of "  \
  "a body\n"                                                                                       \
  "  name TEXT NOT NULL,\n"                                                                        \
  "  side TEXT NOT NULL, -- '' where it is not known\n"                                            \
  "  office TEXT NOT NULL, -- the main post\n"                                                     \
  "  year TEXT NOT NULL, -- of publication\n"                                                      \
  "  who TEXT -- the person, body or place it names: table `who`; NULL until it is settled\n"      \
  ") STRICT; -- none twice\n"                                                                      \
  "CREATE INDEX form_name ON form(name);\n"                                                        \
  "CREATE INDEX form_block ON form(block);\n"                                                      \
  "CREATE INDEX form_who ON form(who);\n"                                                          \
  "CREATE TABLE entity ( -- who and what an article names, once each\n"                            \
  "  n INTEGER NOT NULL REFERENCES article,\n"                                                     \
  "  i INTEGER NOT NULL,\n"                                                                        \
  "  form INTEGER NOT NULL REFERENCES form,\n"                                                     \
  "  kind TEXT, -- of a body or place\n"                                                           \
  "  stands_for TEXT, -- the side a place stands for: Seoul said\n"                                \
  "  rank TEXT,\n"                                                                                 \
  "  rule TEXT NOT NULL,\n"                                                                        \
  "  PRIMARY KEY (n, i)\n"                                                                         \
  ") STRICT, WITHOUT ROWID;\n"                                                                     \
  "CREATE INDEX entity_form ON entity(form);\n"                                                    \
  "CREATE TABLE mention ( -- every place where an entity is named or meant\n"                      \
  "  n INTEGER NOT NULL REFERENCES article,\n"                                                     \
  "  i INTEGER NOT NULL, -- of the entity\n"                                                       \
  "  j INTEGER NOT NULL, -- from 1\n"                                                              \
  "  kind TEXT, -- noun pronoun; NULL: a name\n"                                                   \
  "  sentence INTEGER NOT NULL,\n"                                                                 \
  "  first INTEGER NOT NULL,\n"                                                                    \
  "  last INTEGER NOT NULL,\n"                                                                     \
  "  PRIMARY KEY (n, i, j)\n"                                                                      \
  ") STRICT, WITHOUT ROWID;\n"                                                                     \
  "CREATE TABLE held ( -- the posts that an article gives to a person; the first is the main "     \
  "one\n"                                                                                          \
  "  n INTEGER NOT NULL REFERENCES article,\n"                                                     \
  "  i INTEGER NOT NULL, -- of the entity\n"                                                       \
  "  j INTEGER NOT NULL, -- from 1\n"                                                              \
  "  office TEXT NOT NULL,\n"                                                                      \
  "  side TEXT,\n"                                                                                 \
  "  standing TEXT, -- acting former elect outgoing nominee; NULL: in office\n"                    \
  "  sentence INTEGER NOT NULL, -- that says so\n"                                                 \
  "  first INTEGER NOT NULL, -- the post, in the text\n"                                           \
  "  last INTEGER NOT NULL,\n"                                                                     \
  "  PRIMARY KEY (n, i, j)\n"                                                                      \
  ") STRICT, WITHOUT ROWID;\n"

#define ALN_ITEMS_SQL_SAID                                                                         \
  "CREATE TABLE quote ( -- who said what\n"                                                        \
  "  n INTEGER NOT NULL REFERENCES article,\n"                                                     \
  "  i INTEGER NOT NULL,\n"                                                                        \
  "  kind TEXT NOT NULL, -- direct fragment indirect\n"                                            \
  "  speaker TEXT,\n"                                                                              \
  "  office TEXT, -- of the speaker\n"                                                             \
  "  side TEXT,\n"                                                                                 \
  "  entity INTEGER, -- i of the speaker among the article's entities\n"                           \
  "  speaker_first INTEGER,\n"                                                                     \
  "  speaker_last INTEGER,\n"                                                                      \
  "  cue TEXT, -- said, according to\n"                                                            \
  "  told TEXT, -- to whom: Yonhap, reporters\n"                                                   \
  "  continues INTEGER, -- i of the quotation that it goes on with\n"                              \
  "  block INTEGER NOT NULL,\n"                                                                    \
  "  sentence INTEGER NOT NULL,\n"                                                                 \
  "  first INTEGER NOT NULL, -- what stands between the marks; its text: view quotes\n"            \
  "  last INTEGER NOT NULL,\n"                                                                     \
  "  rule TEXT NOT NULL,\n"                                                                        \
  "  key INTEGER NOT NULL, -- of its spelling, for decisions\n"                                    \
  "  PRIMARY KEY (n, i)\n"                                                                         \
  ") STRICT, WITHOUT ROWID;\n"                                                                     \
  "CREATE TABLE figure ( -- quantities\n"                                                          \
  "  n INTEGER NOT NULL REFERENCES article,\n"                                                     \
  "  i INTEGER NOT NULL,\n"                                                                        \
  "  value REAL NOT NULL,\n"                                                                       \
  "  high REAL, -- of a range\n"                                                                   \
  "  hedge TEXT, -- about, more than\n"                                                            \
  "  unit TEXT,\n"                                                                                 \
  "  of TEXT, -- the body or side it is about\n"                                                   \
  "  speaker TEXT, -- where it stands in a quotation\n"                                            \
  "  text TEXT NOT NULL,\n"                                                                        \
  "  block INTEGER NOT NULL,\n"                                                                    \
  "  sentence INTEGER NOT NULL,\n"                                                                 \
  "  first INTEGER NOT NULL,\n"                                                                    \
  "  last INTEGER NOT NULL,\n"                                                                     \
  "  rule TEXT NOT NULL,\n"                                                                        \
  "  key INTEGER NOT NULL,\n"                                                                      \
  "  PRIMARY KEY (n, i)\n"                                                                         \
  ") STRICT, WITHOUT ROWID;\n"                                                                     \
  "CREATE TABLE timex ( -- expressions of time (TIMEX3)\n"                                         \
  "  n INTEGER NOT NULL REFERENCES article,\n"                                                     \
  "  i INTEGER NOT NULL,\n"                                                                        \
  "  value TEXT NOT NULL,\n"                                                                       \
  "  type TEXT NOT NULL, -- DATE TIME DURATION SET\n"                                              \
  "  mod TEXT,\n"                                                                                  \
  "  first_day TEXT, -- the days it covers, where they are known and not the value itself\n"       \
  "  last_day TEXT,\n"                                                                             \
  "  block INTEGER NOT NULL,\n"                                                                    \
  "  sentence INTEGER NOT NULL,\n"                                                                 \
  "  first INTEGER NOT NULL,\n"                                                                    \
  "  last INTEGER NOT NULL,\n"                                                                     \
  "  rule TEXT NOT NULL,\n"                                                                        \
  "  key INTEGER NOT NULL,\n"                                                                      \
  "  PRIMARY KEY (n, i)\n"                                                                         \
  ") STRICT, WITHOUT ROWID;\n"                                                                     \
  "CREATE TABLE commitment ( -- words of assurance\n"                                              \
  "  n INTEGER NOT NULL REFERENCES article,\n"                                                     \
  "  i INTEGER NOT NULL,\n"                                                                        \
  "  term TEXT NOT NULL,\n"                                                                        \
  "  category TEXT NOT NULL,\n"                                                                    \
  "  speaker TEXT,\n"                                                                              \
  "  negated INTEGER NOT NULL,\n"                                                                  \
  "  block INTEGER NOT NULL,\n"                                                                    \
  "  sentence INTEGER NOT NULL,\n"                                                                 \
  "  first INTEGER NOT NULL,\n"                                                                    \
  "  last INTEGER NOT NULL,\n"                                                                     \
  "  rule TEXT NOT NULL,\n"                                                                        \
  "  key INTEGER NOT NULL,\n"                                                                      \
  "  PRIMARY KEY (n, i)\n"                                                                         \
  ") STRICT, WITHOUT ROWID;\n"                                                                     \
  "CREATE TABLE evidence ( -- why an article is dated as it is\n"                                  \
  "  n INTEGER NOT NULL REFERENCES article,\n"                                                     \
  "  i INTEGER NOT NULL,\n"                                                                        \
  "  says TEXT NOT NULL,\n"                                                                        \
  "  bound TEXT NOT NULL, -- earliest latest both\n"                                               \
  "  grade TEXT, -- of the lexicon's fact: sourced recall\n"                                       \
  "  rule TEXT NOT NULL,\n"                                                                        \
  "  first INTEGER, -- in the article's text, where it stands there\n"                             \
  "  last INTEGER,\n"                                                                              \
  "  PRIMARY KEY (n, i)\n"                                                                         \
  ") STRICT, WITHOUT ROWID;\n"

#define ALN_ITEMS_SQL_CONSULTATIONS                                                                \
  "CREATE TABLE consultation ( -- official contacts, as one article tells them\n"                  \
  "  n INTEGER NOT NULL REFERENCES article,\n"                                                     \
  "  i INTEGER NOT NULL,\n"                                                                        \
  "  kind TEXT NOT NULL, -- call meeting talks summit visit ceremony exercise agreement\n"         \
  "  cameo TEXT,\n"                                                                                \
  "  mode TEXT, -- PLOVER\n"                                                                       \
  "  status TEXT NOT NULL, -- held planned proposed called-off denied\n"                           \
  "  date TEXT, -- TIMEX3 value\n"                                                                 \
  "  first_day TEXT,\n"                                                                            \
  "  last_day TEXT,\n"                                                                             \
  "  assumed INTEGER NOT NULL, -- 1: the article's own day, as it names none\n"                    \
  "  place TEXT,\n"                                                                                \
  "  host TEXT,\n"                                                                                 \
  "  initiator TEXT,\n"                                                                            \
  "  name TEXT, -- of a series: SCM\n"                                                             \
  "  ordinal INTEGER,\n"                                                                           \
  "  duration TEXT, -- TIMEX3: PT10M\n"                                                            \
  "  participants TEXT NOT NULL, -- joined by '; '\n"                                              \
  "  sides TEXT NOT NULL, -- in the order of the alphabet, joined by '; '\n"                       \
  "  topics TEXT NOT NULL, -- joined by '; '\n"                                                    \
  "  day TEXT NOT NULL, -- it is joined with what is near: its own, else the article's, else ''\n" \
  "  event TEXT, -- of the table `event`; NULL until it is settled\n"                              \
  "  block INTEGER NOT NULL,\n"                                                                    \
  "  sentence INTEGER NOT NULL,\n"                                                                 \
  "  first INTEGER NOT NULL,\n"                                                                    \
  "  last INTEGER NOT NULL,\n"                                                                     \
  "  rule TEXT NOT NULL,\n"                                                                        \
  "  key INTEGER NOT NULL,\n"                                                                      \
  "  PRIMARY KEY (n, i)\n"                                                                         \
  ") STRICT, WITHOUT ROWID;\n"                                                                     \
  "CREATE INDEX consultation_day ON consultation(day);\n"                                          \
  "CREATE INDEX consultation_event ON consultation(event);\n"                                      \
  "CREATE TABLE participant ( -- persons and posts that took part in a consultation\n"             \
  "  n INTEGER NOT NULL REFERENCES article,\n"                                                     \
  "  i INTEGER NOT NULL, -- of the consultation\n"                                                 \
  "  j INTEGER NOT NULL,\n"                                                                        \
  "  entity INTEGER, -- i of the person among the article's entities; NULL: a post without a "     \
  "name\n"                                                                                         \
  "  office TEXT, -- of a post without a name\n"                                                   \
  "  side TEXT,\n"                                                                                 \
  "  PRIMARY KEY (n, i, j)\n"                                                                      \
  ") STRICT, WITHOUT ROWID;\n"                                                                     \
  "CREATE TABLE unsettled ( -- groups that have changed since they were joined last\n"             \
  "  what TEXT NOT NULL, -- person organisation place consultation\n"                              \
  "  block TEXT NOT NULL, -- of forms; the day of consultations\n"                                 \
  "  PRIMARY KEY (what, block)\n"                                                                  \
  ") STRICT, WITHOUT ROWID;\n"                                                                     \
  "CREATE TABLE who ( -- persons, bodies and places, as the whole set knows them\n"                \
  "  who TEXT PRIMARY KEY, -- made from what it is, never a number\n"                              \
  "  what TEXT NOT NULL,\n"                                                                        \
  "  name TEXT NOT NULL, -- the fullest, or the lexicon's\n"                                       \
  "  side TEXT, -- of most of its forms\n"                                                         \
  "  entry TEXT, -- of the lexicon, where there is one\n"                                          \
  "  open TEXT -- why it may be more than one, or part of another\n"                               \
  ") STRICT, WITHOUT ROWID;\n"                                                                     \
  "CREATE TABLE event ( -- a consultation as the whole set tells it\n"                             \
  "  event TEXT PRIMARY KEY, -- made from what it is, never a number\n"                            \
  "  kind TEXT NOT NULL,\n"                                                                        \
  "  cameo TEXT,\n"                                                                                \
  "  status TEXT NOT NULL,\n"                                                                      \
  "  date TEXT,\n"                                                                                 \
  "  first_day TEXT,\n"                                                                            \
  "  last_day TEXT,\n"                                                                             \
  "  place TEXT,\n"                                                                                \
  "  host TEXT,\n"                                                                                 \
  "  participants TEXT NOT NULL, -- joined by '; '\n"                                              \
  "  sides TEXT NOT NULL, -- joined by '; '\n"                                                     \
  "  name TEXT,\n"                                                                                 \
  "  ordinal INTEGER,\n"                                                                           \
  "  duration TEXT,\n"                                                                             \
  "  day TEXT NOT NULL, -- the least of its reports'\n"                                            \
  "  came_about TEXT, -- of a planned one: the event that it became\n"                             \
  "  differs TEXT -- what its reports disagree about\n"                                            \
  ") STRICT, WITHOUT ROWID;\n"                                                                     \
  "CREATE INDEX event_day ON event(day);\n"                                                        \
  "CREATE INDEX event_vague ON event(first_day) WHERE length(date) BETWEEN 4 AND 9;\n"             \
  "CREATE TABLE decision ( -- what people decided by hand\n"                                       \
  "  decision INTEGER PRIMARY KEY,\n"                                                              \
  "  made TEXT NOT NULL, -- when: UTC\n"                                                           \
  "  verb TEXT NOT NULL, -- same distinct rename reject set\n"                                     \
  "  what TEXT NOT NULL, -- person organisation place quote figure consultation commitment "       \
  "event\n"                                                                                        \
  "  a TEXT NOT NULL, -- a spelling, or the key of an item\n"                                      \
  "  b TEXT, -- the other spelling, or the value that is set\n"                                    \
  "  field TEXT, -- that is set\n"                                                                 \
  "  by TEXT,\n"                                                                                   \
  "  note TEXT,\n"                                                                                 \
  "  undone TEXT -- when; NULL: it holds\n"                                                        \
  ") STRICT;\n"

/* Version 3: what was a row a sentence and a row a mention is a list in the row of its block, of its
   entity. The tables of before are views with the same columns; of JSON, json_each alone is allowed
   in a view of a file that is not trusted. */
#define ALN_ITEMS_SQL_LISTS                                                                        \
  "ALTER TABLE block ADD COLUMN sentence INTEGER; -- the number of its first sentence\n"           \
  "ALTER TABLE block ADD COLUMN sentences TEXT; -- JSON: of each its bytes in the text, "          \
  "\"1-80\"\n"                                                                                     \
  "UPDATE block SET (sentence, sentences) = (\n"                                                   \
  "  SELECT min(i), nullif(json_group_array(first || '-' || last), '[]') FROM (SELECT i, first, "  \
  "last\n"                                                                                         \
  "    FROM sentence s WHERE s.n = block.n AND s.block = block.i ORDER BY s.i));\n"                \
  "ALTER TABLE entity ADD COLUMN names INTEGER NOT NULL DEFAULT 0; -- how many of its spans are "  \
  "names\n"                                                                                        \
  "ALTER TABLE entity ADD COLUMN spans TEXT NOT NULL DEFAULT '[]'; -- JSON: of each its bytes in " \
  "the\n"                                                                                          \
  "  -- text and its sentence, \"95-103/2\", \"110-111/2+pronoun\": view mention\n"                \
  "UPDATE entity SET (names, spans) = (\n"                                                         \
  "  SELECT coalesce(sum(kind IS NULL), 0), json_group_array(first || '-' || last || '/' || "      \
  "sentence ||\n"                                                                                  \
  "    coalesce('+' || kind, '')) FROM (SELECT kind, sentence, first, last FROM mention m\n"       \
  "    WHERE m.n = entity.n AND m.i = entity.i ORDER BY m.j));\n"                                  \
  "DROP VIEW sentences;\n"                                                                         \
  "DROP TABLE sentence;\n"                                                                         \
  "DROP TABLE mention;\n"                                                                          \
  "CREATE VIEW sentence AS -- the sentences of an article's text\n"                                \
  "  SELECT b.n, b.sentence + s.key AS i, b.i AS block, CAST(s.value AS INTEGER) AS first,\n"      \
  "    CAST(substr(s.value, instr(s.value, '-') + 1) AS INTEGER) AS last\n"                        \
  "  FROM block b JOIN json_each(b.sentences) s;\n"                                                \
  "CREATE VIEW sentences AS -- of the articles that count\n"                                       \
  "  SELECT a.id, s.i, s.first, s.last,\n"                                                         \
  "    CAST(substr(t.bytes, s.first - t.text_first + 1, s.last - s.first + 1) AS TEXT) AS text\n"  \
  "  FROM article a JOIN sentence s USING (n) JOIN texts t ON t.n = s.n AND t.i = s.block\n"       \
  "  WHERE a.counts;\n"                                                                            \
  "CREATE VIEW mention AS -- every place where an entity is named or meant\n"                      \
  "  SELECT e.n, e.i, m.key + 1 AS j,\n"                                                           \
  "    CASE instr(m.value, '+') WHEN 0 THEN NULL ELSE substr(m.value, instr(m.value, '+') + 1) "   \
  "END AS kind,\n"                                                                                 \
  "    CAST(substr(m.value, instr(m.value, '/') + 1) AS INTEGER) AS sentence,\n"                   \
  "    CAST(m.value AS INTEGER) AS first,\n"                                                       \
  "    CAST(substr(m.value, instr(m.value, '-') + 1) AS INTEGER) AS last\n"                        \
  "  FROM entity e JOIN json_each(e.spans) m;\n"

#define ALN_ITEMS_SQL_VIEWS                                                                        \
  "CREATE VIEW texts AS -- the text of every block but the boilerplate\n"                          \
  "  SELECT b.n, b.i, b.text_first, CAST(coalesce(b.text, replace(replace(CAST(substr(\n"          \
  "    CAST(o.bytes AS BLOB), b.raw_first, b.raw_last - b.raw_first + 1) AS TEXT), char(10), ' "   \
  "'),\n"                                                                                          \
  "    char(9), ' ')) AS BLOB) AS bytes\n"                                                         \
  "  FROM block b JOIN original o USING (n) WHERE b.text_first IS NOT NULL;\n"                     \
  "CREATE VIEW sentences AS -- of the articles that count\n"                                       \
  "  SELECT a.id, s.i, s.first, s.last,\n"                                                         \
  "    CAST(substr(t.bytes, s.first - t.text_first + 1, s.last - s.first + 1) AS TEXT) AS text\n"  \
  "  FROM article a JOIN sentence s USING (n) JOIN texts t ON t.n = s.n AND t.i = s.block\n"       \
  "  WHERE a.counts;\n"                                                                            \
  "CREATE VIEW quotes AS -- who said what, in the articles that count\n"                           \
  "  SELECT a.published, q.speaker, q.office, q.side, q.kind,\n"                                   \
  "    CAST(substr(t.bytes, q.first - t.text_first + 1, q.last - q.first + 1) AS TEXT) AS text,\n" \
  "    q.cue, q.told, a.source, a.id, q.sentence, q.first, q.last, q.rule\n"                       \
  "  FROM article a JOIN quote q USING (n) JOIN texts t ON t.n = q.n AND t.i = q.block\n"          \
  "  WHERE a.counts;\n"                                                                            \
  "CREATE VIEW consultations AS -- each report of one, in the articles that count\n"               \
  "  SELECT a.published, c.event, c.date, c.first_day, c.last_day, c.kind, c.cameo, c.mode,\n"     \
  "    c.status, c.place, c.host, c.participants, c.sides, c.name, c.ordinal, c.duration,\n"       \
  "    c.topics, a.source, a.id, c.sentence, c.first, c.last, c.rule\n"                            \
  "  FROM article a JOIN consultation c USING (n) WHERE a.counts;\n"                               \
  "CREATE VIEW entities AS -- who and what the articles that count name\n"                         \
  "  SELECT a.published, f.what, w.name AS who, f.name, f.side, f.office, e.kind, e.stands_for,\n" \
  "    a.source, a.id, e.i, e.rule\n"                                                              \
  "  FROM article a JOIN entity e USING (n) JOIN form f USING (form) LEFT JOIN who w USING "       \
  "(who)\n"                                                                                        \
  "  WHERE a.counts;\n"                                                                            \
  "CREATE VIEW figures AS -- quantities in the articles that count\n"                              \
  "  SELECT a.published, g.value, g.high, g.hedge, g.unit, g.of, g.speaker, g.text, a.source,\n"   \
  "    a.id, g.sentence, g.first, g.last, g.rule\n"                                                \
  "  FROM article a JOIN figure g USING (n) WHERE a.counts;\n"

#pragma GCC visibility pop

#endif
