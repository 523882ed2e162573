/* settle.h: what is joined over the whole set, read by any SELECT and written by name.
   In: a SELECT, or one of the statements that settle.c lists; and values, as many rows as there are
   values for its parameters: it is run once for each. Out: the rows of all runs, one after another; or
   rows of form.who, who, event, decision, unsettled. To write, a transaction must be open. */
#ifndef ALN_SETTLE_H
#define ALN_SETTLE_H

#include "store.h"

#pragma GCC visibility push(hidden)

aln_status aln_store_write (aln_store *s, const char *name, const aln_binds *values, aln_fault *f);
aln_status aln_store_rows (aln_store *s, aln_slice sql, const aln_binds *values, aln_frame **out,
                           aln_fault *f);

#pragma GCC visibility pop

#endif
