/* streams.h: the tables behind stream.h. In: nothing. Out: their DDL.

   term     a row a term (a view: of terms and frequency). Layers have numbers of their own: 0 words (as written, and folded), 1 stems,
            2 what stands between words (a blank alone has no number).
   segment  some hundred articles whose streams lie together
   piece    the parts of a segment. Every part ends with a sum of its bytes (base/pack.h); a number is
            LEB128 unless said otherwise; lists of numbers are Stream VByte. Of one article after
            another, in the order of 'articles':
     articles  how many; then of each: its number less the one before, times 2, plus 1 where it was
               taken out (its number is then lost); words; words of the body; bytes of its part of
               words, bounds, gaps, quotes, names
     words     a list of term numbers
     bounds    how many blocks; of each: its kind (a byte), how many sentences; of each: how many words,
               and a byte: white space before it * 16 + marks behind its last word (15: more, as a
               number that follows); bytes of text both
     gaps      two bits a word and two for the end: what stands before it: 0 a blank, 1 nothing, 2 a
               comma and a blank, 3 a term of layer 2, whose numbers follow
     quotes    of each quotation between marks: words since the end of the one before, words in it
     names     of each name of an entity: words since the beginning of the one before, words in it,
               twice the number of its form (table `form`), plus 1 where it names its side
     postings  'at': the folded term that begins it. Of each term: its number less the one before
               (the first: itself), bytes; then of each article: its place in 'articles' less the one
               before (the first: itself), times 4, plus 0 (once in the body), 1 (once elsewhere),
               2 (a number: how often in the body), 3 (that, and how often elsewhere)           */
#ifndef ALN_STREAMS_H
#define ALN_STREAMS_H

#define ALN_STREAMS_SQL                                                                            \
  "CREATE TABLE term ( -- words of the articles, and other things that stand for words\n"          \
  "  layer INTEGER NOT NULL, -- 0 word, 1 stem, 2 what stands between words\n"                     \
  "  number INTEGER NOT NULL, -- from 1 in each layer, in order of first appearance\n"             \
  "  text TEXT NOT NULL,\n"                                                                        \
  "  folded INTEGER, -- of words: the number of the folded form (itself: it is one)\n"             \
  "  stem INTEGER, -- of words: the number of the stem, in layer 1\n"                              \
  "  articles INTEGER NOT NULL, -- of folded words: articles that hold it, in full segments\n"     \
  "  count INTEGER NOT NULL, -- and how often\n"                                                   \
  "  PRIMARY KEY (layer, number)\n"                                                                \
  ") STRICT, WITHOUT ROWID;\n"                                                                     \
  "CREATE TABLE segment ( -- articles whose words lie together\n"                                  \
  "  segment INTEGER PRIMARY KEY,\n"                                                               \
  "  first INTEGER NOT NULL, -- the least number of its articles\n"                                \
  "  last INTEGER NOT NULL, -- the greatest\n"                                                     \
  "  articles INTEGER NOT NULL, -- how many are in it\n"                                           \
  "  bytes INTEGER NOT NULL, -- of their streams\n"                                                \
  "  full INTEGER NOT NULL -- 1: nothing is added to it any more\n"                                \
  ") STRICT;\n"                                                                                    \
  "CREATE TABLE piece ( -- what a segment is made of: src/keep/streams.h says how\n"               \
  "  segment INTEGER NOT NULL REFERENCES segment,\n"                                               \
  "  part TEXT NOT NULL, -- articles, words, bounds, gaps, quotes, names, postings\n"              \
  "  at INTEGER NOT NULL, -- of postings: the first term; else 0\n"                                \
  "  bytes BLOB NOT NULL,\n"                                                                       \
  "  PRIMARY KEY (segment, part, at)\n"                                                            \
  ") STRICT, WITHOUT ROWID;\n"

/* Version 3: 64 terms a row, so that a new word costs its letters and not a row, and a segment that is
   full does not write every word of it again. */
#define ALN_STREAMS_SQL_TERMS                                                                      \
  "CREATE TABLE terms ( -- some terms a row: view term has a row a term\n"                         \
  "  layer INTEGER NOT NULL, -- 0 word, 1 stem, 2 what stands between words\n"                     \
  "  first INTEGER NOT NULL, -- the number of its first term; from 1 in each layer, in order of "  \
  "first appearance\n"                                                                             \
  "  texts TEXT NOT NULL, -- JSON; before the text a blank, and of words before that the number "  \
  "of the\n"                                                                                       \
  "    -- folded form (its own: it is one) and of the stem, \"12/7 The\"\n"                        \
  "  PRIMARY KEY (layer, first)\n"                                                                 \
  ") STRICT, WITHOUT ROWID;\n"                                                                     \
  "CREATE TABLE frequency ( -- of folded words, in full segments; 64 words a row\n"                \
  "  first INTEGER PRIMARY KEY, -- the number of its first word: 1, 65, 129, ...\n"                \
  "  counts TEXT NOT NULL -- JSON: articles that hold it and how often, \"3/5\"\n"                 \
  ") STRICT;\n"                                                                                    \
  "INSERT INTO terms SELECT layer, number, (SELECT json_group_array(\n"                            \
  "    CASE layer WHEN 0 THEN folded || '/' || stem ELSE '' END || ' ' || text) FROM (SELECT * "   \
  "FROM term w\n"                                                                                  \
  "    WHERE w.layer = t.layer AND w.number BETWEEN t.number AND t.number + 63 ORDER BY "          \
  "w.number))\n"                                                                                   \
  "  FROM term t WHERE (number - 1) % 64 = 0;\n"                                                   \
  "INSERT INTO frequency SELECT number, (SELECT json_group_array(\n"                               \
  "    CASE articles WHEN 0 THEN '' ELSE articles || '/' || count END) FROM (SELECT * FROM term "  \
  "w\n"                                                                                            \
  "    WHERE w.layer = 0 AND w.number BETWEEN t.number AND t.number + 63 ORDER BY w.number))\n"    \
  "  FROM term t WHERE layer = 0 AND (number - 1) % 64 = 0;\n"                                     \
  "DROP TABLE term;\n"                                                                             \
  "CREATE VIEW term AS -- words of the articles, and other things that stand for words\n"          \
  "  SELECT t.layer, t.first + w.key AS number, substr(w.value, instr(w.value, ' ') + 1) AS "      \
  "text,\n"                                                                                        \
  "    CASE t.layer WHEN 0 THEN CAST(w.value AS INTEGER) END AS folded,\n"                         \
  "    CASE t.layer WHEN 0 THEN CAST(substr(w.value, instr(w.value, '/') + 1) AS INTEGER) END AS " \
  "stem,\n"                                                                                        \
  "    coalesce(CAST(c.value AS INTEGER), 0) AS articles,\n"                                       \
  "    coalesce(CAST(substr(c.value, instr(c.value, '/') + 1) AS INTEGER), 0) AS count\n"          \
  "  FROM terms t JOIN json_each(t.texts) w\n"                                                     \
  "    LEFT JOIN frequency f ON t.layer = 0 AND f.first = (t.first + w.key - 1) / 64 * 64 + 1\n"   \
  "    LEFT JOIN json_each(f.counts) c ON c.key = (t.first + w.key - 1) % 64;\n"

#endif
