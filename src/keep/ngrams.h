/* ngrams.h: what the ways to count n-grams share: the rows that come out. Private to src/keep/.
   In: sequences of words with their counts, in any order. Out: the most frequent ones, in order. */
#ifndef ALN_NGRAMS_H
#define ALN_NGRAMS_H

#include "../base/limits.h"
#include "counts.h"

#pragma GCC visibility push(hidden)

typedef struct aln_gram_row {
  uint32_t count, articles;
  uint32_t words[ALN_NGRAM_MAX];
} aln_gram_row;

typedef struct aln_gram_rows {
  aln_stream *r;
  aln_layer layer;
  uint32_t n;                 /* words of a sequence */
  uint32_t min, limit, least; /* rows that count less than 'least' are not among the first */
  aln_buf rows;               /* aln_gram_row */
  int64_t total;              /* that count 'min' or more */
  uint64_t sum;               /* of all sequences */
} aln_gram_rows;

static inline uint32_t aln_gram_rows_n (const aln_gram_rows *k) {
  return (uint32_t)(k->rows.n / sizeof (aln_gram_row));
}

/* Takes note of a sequence that stands so often; 1: its row is wanted. */
static inline int aln_gram_rows_want (aln_gram_rows *k, uint32_t count) {
  k->total += count >= k->min;
  return count >= k->min && count >= k->least;
}
void aln_gram_rows_add (aln_status *st, aln_gram_rows *k, const aln_gram_row *row);
void aln_gram_rows_sort (aln_status *st, aln_gram_rows *k); /* the first rows; the others go */

/* Sequences of two words: pairs.c. Of any length: grams_hashed.c. */
void aln_pairs_count (aln_status *st, aln_store *s, const aln_asked *q, const aln_bits *which,
                      aln_gram_rows *out);
void aln_grams_count (aln_status *st, const aln_asked *q, const aln_bits *which,
                      aln_gram_rows *out);

#pragma GCC visibility pop

#endif
