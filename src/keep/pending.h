/* pending.h: index entries that wait for the end of the batch.
   FTS5 writes out all that it has in memory whenever a savepoint begins or ends; with a savepoint an
   article that was a third of all the time. So the rows of a batch come first, each article under
   its savepoint, and its entries together behind them, before COMMIT or before anything is asked.
   In: entries. Out: the index. */
#ifndef ALN_PENDING_H
#define ALN_PENDING_H

#include "sqlite.h"
#include "terms.h"

#pragma GCC visibility push(hidden)

/* Remembers the entry of article n. What is added in a savepoint that is undone is cut off again by
   setting s->pending.n back. */
void aln_pending_add (aln_status *st, aln_store *s, int64_t n, const aln_entry_text *e);
void aln_pending_flush (int *rc, aln_store *s); /* gives all of them to the index */

/* One entry given to the index (ALN_SQL_INDEX_PUT) or taken out of it (ALN_SQL_INDEX_FORGET). */
void aln_index_entry (int *rc, aln_store *s, const aln_slice columns[ALN_COLUMNS], int64_t n,
                      aln_sql which);

#pragma GCC visibility pop

#endif
