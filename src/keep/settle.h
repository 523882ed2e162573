/* settle.h: what is joined over the whole set, written by name.
   In: one of the statements that settle.c lists, and values for it, as many rows as there are values
   for its parameters. Out: rows of form.who, who, event, decision, unsettled. Inside a transaction. */
#ifndef ALN_SETTLE_H
#define ALN_SETTLE_H

#include "store.h"

#pragma GCC visibility push(hidden)

aln_status aln_store_write (aln_store *s, const char *name, const aln_binds *values, aln_fault *f);

#pragma GCC visibility pop

#endif
