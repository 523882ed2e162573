/* index.h: which articles hold which words. A later index of our own replaces what is behind this
   header. In: the folded words of an article by column. Out: pieces of SQL that find them.

   Behind it today: FTS5 without a copy of the text (content=''). It is fed with our own words
   joined by spaces, through the built-in tokenizer `ascii` told that every ASCII mark is a letter:
   its words are exactly ours, and any sqlite3 shell opens the file. Such an index forgets an
   article only when it is given the very words it was fed with; see terms.h for how that is sure.
   Columns: headline; body (paragraphs); other (captions, bylines, datelines …). */
#ifndef ALN_INDEX_H
#define ALN_INDEX_H

#include "../base/buf.h"

typedef enum aln_column {
  ALN_COLUMN_HEADLINE,
  ALN_COLUMN_BODY,
  ALN_COLUMN_OTHER,
  ALN_COLUMNS
} aln_column;

/* Stands between two blocks, so that no phrase runs from one into the next. */
#define ALN_BREAK "\xC2\xB6" /* U+00B6, which is a mark and therefore no word of ours */

#define ALN_INDEX_SQL                                                                              \
  "CREATE VIRTUAL TABLE fulltext USING fts5(headline, body, other, content='', "                   \
  "tokenize=\"ascii tokenchars '!\"\"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~'\")"

/* More lists of words may lie beside each other before they are merged (4 without it): each word of a
   growing file is written about half as often. A question looks into some dozen lists at most. */
#define ALN_INDEX_MERGES                                                                           \
  "INSERT INTO fulltext(fulltext, rank) VALUES('automerge', 16);"                                  \
  "INSERT INTO fulltext(fulltext, rank) VALUES('crisismerge', 64)"

#define ALN_INDEX_PUT "INSERT INTO fulltext(rowid, headline, body, other) VALUES(?1, ?2, ?3, ?4)"
#define ALN_INDEX_FORGET                                                                           \
  "INSERT INTO fulltext(fulltext, rowid, headline, body, other) VALUES('delete', ?1, ?2, ?3, ?4)"
#define ALN_INDEX_CLEAR "INSERT INTO fulltext(fulltext) VALUES('delete-all')"
#define ALN_INDEX_CHECK "INSERT INTO fulltext(fulltext) VALUES('integrity-check')"

/* A condition on article number a.n; the parameter is an expression of query.h. */
#define ALN_INDEX_HAS "a.n IN (SELECT rowid FROM fulltext WHERE fulltext MATCH ?)"
/* The end of a SELECT of articles with an expression: their score (more is better: bm25, the
   headline 4 times) as its last column, and where they come from. */
#define ALN_INDEX_SCORED                                                                           \
  "-bm25(fulltext, 4.0, 1.0, 1.0) AS score FROM fulltext JOIN article a ON a.n = fulltext.rowid "  \
  "WHERE fulltext MATCH ?"

#endif
