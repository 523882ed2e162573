/* ask.h: questions about a selection -> frames.
   In: a store, a selection, a question. Out: a frame (one reference, the caller's). Nothing is kept
   between calls. All text positions in frames are 1-based, inclusive bytes of the article's text. */
#ifndef ALN_ASK_H
#define ALN_ASK_H

#include "query.h"
#include "sequence.h"
#include "store.h"

#pragma GCC visibility push(hidden)

/* One of the tables that ask_tables.c lists ("articles", "totals", "sources", "undated", …). ALN_EARG:
   there is none of that name. */
aln_status aln_ask_table (aln_store *s, const char *name, const aln_select *which, aln_frame **out,
                          aln_fault *f);

/* Rows of a SELECT of the library's own; see answer.c. */
aln_status aln_ask_select (aln_store *s, const char *sql, const aln_select *which,
                           const aln_binds *values, aln_frame **out, aln_fault *f);

/* How many articles; how many undated ones the selection's filters of days left out. */
aln_status aln_ask_count (aln_store *s, const aln_select *which, int64_t *n, int64_t *left_out,
                          aln_fault *f);

/* id, published, source, headline, snippet, score: the best first, at most 'limit'. */
aln_status aln_ask_search (aln_store *s, const aln_select *which, const aln_query *q,
                           aln_scope scope, uint32_t limit, aln_frame **out, int64_t *total,
                           aln_fault *f);

#define ALN_SORT_POSITIONS 16u

typedef struct aln_kwic {
  const aln_query *query;       /* this, */
  const aln_sequence *sequence; /* or, where it is NULL, that */
  aln_scope scope;
  uint32_t width; /* characters on each side; 0: the whole sentence */
  /* Words by which rows are to be sorted: -1 is the one before the match, 1 the one behind it, 0 the
     match. They fill the column _sort, where there are any. */
  int sort[ALN_SORT_POSITIONS];
  uint32_t n_sort;
  uint32_t limit; /* rows; 'total' counts on */
} aln_kwic;

/* id, published, source, left, match, right, sentence, first, last, rule, key [, _sort]: a row a hit,
   by publication, id and place. left .. match .. right is a piece of the text, white space evened. */
aln_status aln_ask_kwic (aln_store *s, const aln_select *which, const aln_kwic *k, aln_frame **out,
                         int64_t *total, aln_fault *f);

/* One statement that only reads. 'bind' is called for every parameter (its name, or empty; number
   from 1) and fills *v. Returns ALN_EARG through it where there is no value. */
typedef struct aln_values {
  aln_status (*bind) (void *context, const char *name, int number, aln_cell *v);
  aln_status (*count) (void *context, int wanted, aln_fault *f);
  void *context;
} aln_values;
aln_status aln_ask_sql (aln_store *s, aln_slice sql, const aln_values *values, aln_frame **out,
                        aln_fault *f);

#pragma GCC visibility pop

#endif
