/* reading.h: stored bytes -> an article again, and what the index was given for it.
   In: the number of an article. Out: its bytes and what was said, or the text of its entry. */
#ifndef ALN_READING_H
#define ALN_READING_H

#include "sqlite.h"
#include "terms.h"

#pragma GCC visibility push(hidden)

/* The entry of an article that has just been read. */
void aln_entry_of (aln_status *st, const aln_article *a, aln_entry_text *e);

/* The same from stored bytes, blocks and headline alone; *sum (may be NULL): the sum stored of what
   the index was given. ALN_ECORRUPT where the rows cannot be. */
aln_status aln_entry_again (aln_store *s, int64_t n, aln_entry_text *e, int64_t *sum);

#pragma GCC visibility pop

#endif
