/* restore.h: stored rows -> as much of an article as its stream is made of: text, blocks, sentences,
   words, quotations. Nothing is read anew: what was read of it counts, whatever lexicon read it.
   In: the number of an article. Out: an article in the arena (not for aln_article_free). */
#ifndef ALN_RESTORE_H
#define ALN_RESTORE_H

#include "../notice/quotes.h"
#include "sqlite.h"

#pragma GCC visibility push(hidden)

/* ALN_ECORRUPT where the rows cannot be; ALN_EVERSION where an older library wrote none. */
void aln_restore (aln_status *st, int *rc, aln_store *s, int64_t n, aln_arena *room,
                  aln_article *out, aln_quotes *quotes);

#pragma GCC visibility pop

#endif
