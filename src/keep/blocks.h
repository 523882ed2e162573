/* blocks.h: in: a read article and its number. Out: rows of block, and of label where one is new. */
#ifndef ALN_BLOCKS_H
#define ALN_BLOCKS_H

#include "sqlite.h"

#pragma GCC visibility push(hidden)

/* Sticky in *st and *rc. */
void aln_blocks_put (aln_status *st, int *rc, aln_store *s, const aln_article *a, int64_t n);

#pragma GCC visibility pop

#endif
