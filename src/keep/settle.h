/* settle.h: what is joined over the whole set, read by any SELECT and written by name.
   In: a SELECT, or one of the statements that settle.c lists; and values, as many rows as there are
   values for its parameters: it is run once for each. Out: the rows of all runs, one after another; or
   rows of form.who, who, event, decision, unsettled. To write, a transaction must be open. */
#ifndef ALN_SETTLE_H
#define ALN_SETTLE_H

#include "store.h"

#pragma GCC visibility push(hidden)

aln_status aln_store_write (aln_store *s, const char *name, const aln_binds *values, aln_fault *f);

#define ALN_ROW_MAX 64 /* columns */

/* What gets the names of the columns, once, and then every row. Slices live as long as the call. Either
   may jump away for good: the statement is reset when it is taken next, at the latest when the store
   is closed. */
typedef struct aln_row_use {
  void (*names) (void *context, const aln_cell *cells, uint32_t n);
  void (*row) (void *context, const aln_cell *cells, uint32_t n);
  void *context;
} aln_row_use;
aln_status aln_store_rows (aln_store *s, aln_slice sql, const aln_binds *values,
                           const aln_row_use *use, aln_fault *f);

#pragma GCC visibility pop

#endif
