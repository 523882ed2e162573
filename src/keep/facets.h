/* facets.h: one column of all articles as small numbers, for grouping.
   In: a store and the name of a column: "published" (the day), "source", "agency", "language", "id",
   "var:NAME", or "order", which has no values: an article's number in it is its place, by publication
   (undated ones last) and id. Out: the number of each article's value; the values. The store keeps them until its file
   changes. One thread. */
#ifndef ALN_FACETS_H
#define ALN_FACETS_H

#include "../base/numbering.h"
#include "store.h"

#pragma GCC visibility push(hidden)

typedef struct aln_facet {
  aln_buf name;
  uint32_t *codes; /* [number of an article] -> number of its value; 0: it has none */
  int64_t end;     /* numbers of articles are below it */
  /* A letter, then the value as text: i an integer, r a real, t a text. */
  aln_numbering values;
  struct aln_facet *next;
} aln_facet;

/* NULL on failure. ALN_EARG: there is no such column. */
const aln_facet *aln_facet_get (aln_status *st, aln_store *s, aln_slice name);
void aln_facets_free (aln_facet *list); /* NULL is fine */
/* Forgets facets and tallies (words.h) that were made before the file changed. */
void aln_facets_refresh (aln_status *st, aln_store *s);

typedef struct aln_kept_tally aln_kept_tally;
void aln_tallies_free (aln_kept_tally *list); /* NULL is fine */

static inline uint32_t aln_facet_code (const aln_facet *f, int64_t n) {
  return n >= 0 && n < f->end ? f->codes[n] : 0;
}

#pragma GCC visibility pop

#endif
