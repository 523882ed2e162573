/* pool.h: work done by several threads, given back in the order in which it came.
   In: items (pointers that the pool never looks into) and one function that works on an item. Out:
   the items again, worked on, first in first out. One thread, the owner, calls everything here;
   'work' runs on any thread and may touch nothing but its item and what is never changed.

       submit --> | queued | worked on | done | --> take        at most 'capacity' items in all

   'jobs' threads work, and the owner is one of them: while it waits for the oldest item it works on the
   next one that nobody began. With 0 or 1 jobs, or where the system gives no thread, take does it all.
   So each processor keeps to its own: one to reading, one, with several jobs, to what the owner does.
   The pool owns its threads and slots, not the items: what was submitted is taken, or given back by
   aln_pool_free. */
#ifndef ALN_POOL_H
#define ALN_POOL_H

#include "status.h"

#pragma GCC visibility push(hidden)

typedef struct aln_pool aln_pool;

/* NULL (and *st = ALN_ENOMEM) where there is no memory. 'capacity' is at least 1. */
aln_pool *aln_pool_new (aln_status *st, unsigned jobs, unsigned capacity, void (*work) (void *));

/* 1: taken in; 0: full (take first) or cancelled. Never waits. */
int aln_pool_submit (aln_pool *p, void *item);

/* The oldest item, worked on. Waits for it at most so many milliseconds (0: not at all) and gives
   NULL when it is not done by then, so that the owner can look for Ctrl-C; also when there is no
   item, or the oldest was never begun because of aln_pool_cancel. */
void *aln_pool_take (aln_pool *p, unsigned milliseconds);

unsigned aln_pool_held (const aln_pool *p); /* items submitted and not yet taken */

/* No further item is begun; those begun are worked on to their end. */
void aln_pool_cancel (aln_pool *p);

/* Cancels, joins every thread and gives each item not taken to 'give_back' (which may be NULL), in
   order; 'done' says whether it was worked on. NULL for 'p' is fine. */
void aln_pool_free (aln_pool *p, void (*give_back) (void *item, int done));

#pragma GCC visibility pop

#endif
