/* words.h: what the files that make lists of words share. Private to src/keep/. */
#ifndef ALN_WORDS_H
#define ALN_WORDS_H

#include "../base/order.h"
#include "counts.h"

#pragma GCC visibility push(hidden)

/* One number a word, and what it stands for. */
typedef struct aln_tallied {
  aln_stream *r;
  aln_layer layer;
  uint32_t terms;          /* the greatest number */
  const aln_total *totals; /* terms + 1 */
} aln_tallied;

/* How often every word stands within the scope of a selection, or (two tallies in one pass) of two.
   The store keeps the tallies of the last selections until its file changes; they are good until the
   next call. */
void aln_words_tally (aln_status *st, aln_store *s, aln_stream *r, const aln_asked *q,
                      const aln_bits *const *which, uint32_t n, aln_tallied *out);
uint64_t aln_words_sum (const aln_tallied *t);

int aln_words_compare (aln_slice x, aln_slice y); /* by bytes, a beginning first */

/* Rows in order: the greater value first, then by the bytes of the text. */
typedef struct aln_ranked {
  double value;
  uint32_t number;
} aln_ranked;
typedef struct aln_ranking {
  const aln_tallied *words;
  ALN_LIST (aln_ranked) rows;
} aln_ranking;
/* The first 'limit' rows (all that are fewer): *order lists places in rows. How many. */
uint32_t aln_words_rank (aln_status *st, const aln_ranking *k, uint32_t limit, aln_arena *a,
                         uint32_t **order);

aln_frame *aln_words_frame (aln_status *st, const char *const *names);         /* ends with NULL */
void aln_words_real (aln_status *st, aln_frame *f, uint32_t column, double v); /* NAN: nil */
/* Ends a question: the frame goes to the caller, or away. */
aln_status aln_words_give (aln_status st, aln_stream *r, aln_frame *frame, aln_frame **out,
                           aln_fault *f);

/* Columns that tell an article. */
typedef struct aln_tags {
  const aln_facet *id, *published, *source, *order;
} aln_tags;
void aln_tags_open (aln_status *st, aln_store *s, aln_tags *t);
void aln_tags_order (aln_status *st, aln_store *s, aln_tags *t); /* for aln_tags_compare */
/* Sets columns 0 id, 1 published, 2 source of the last row. */
void aln_tags_set (aln_status *st, aln_frame *f, const aln_tags *t, int64_t n);
aln_slice aln_tags_text (const aln_facet *f, int64_t n); /* empty: it has none */
/* By publication (undated ones last), then id. */
static inline int aln_tags_compare (const aln_tags *t, int64_t x, int64_t y) {
  uint32_t a = aln_facet_code (t->order, x), b = aln_facet_code (t->order, y);
  return (a > b) - (a < b);
}

#pragma GCC visibility pop

#endif
