/* prepared.h: what of putting an article in needs no file. In: an article that was read and noticed. Out:
   bytes on their way into columns. Pure: threads prepare articles while the owner of a store writes others. */
#ifndef ALN_PREPARED_H
#define ALN_PREPARED_H

#include "../read/article.h"
#include "terms.h"

#pragma GCC visibility push(hidden)

typedef struct aln_prepared {
  char hash[33];        /* 32 digits of SHA-256 of the bytes as they came */
  aln_buf byline;       /* names joined by "; " */
  aln_buf quoted;       /* sketch.h */
  aln_entry_text entry; /* what the index is given */
} aln_prepared;

/* Empty before; to be freed whatever comes of it. */
void aln_prepare (aln_status *st, const aln_article *a, aln_prepared *out);
void aln_prepared_free (aln_prepared *p); /* empty afterwards */

/* The same on the heap, for whoever keeps it beside the article; NULL without memory. */
aln_prepared *aln_prepared_new (aln_status *st, const aln_article *a);
void aln_prepared_drop (aln_prepared *p); /* NULL is fine */

#pragma GCC visibility pop

#endif
