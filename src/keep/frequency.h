/* frequency.h: how often words stand in the full segments. In: words, rising, and what they are more or
   less by. Out: rows of frequency. Private to src/keep/. */
#ifndef ALN_FREQUENCY_H
#define ALN_FREQUENCY_H

#include "sqlite.h"

#pragma GCC visibility push(hidden)

#define ALN_FREQUENCY_ROW 64u /* words a row: the view `term` says so too */

typedef struct aln_frequency { /* one row; all zero: none yet */
  uint32_t first;
  int64_t articles[ALN_FREQUENCY_ROW], counts[ALN_FREQUENCY_ROW];
} aln_frequency;

/* 'term' may be no less than the one before. */
void aln_frequency_add (int *rc, aln_store *s, aln_frequency *f, uint32_t term, int64_t articles,
                        int64_t count);
void aln_frequency_end (int *rc, aln_store *s, aln_frequency *f); /* writes the last row */

#pragma GCC visibility pop

#endif
