/* intervals.h: sets of days, as stretches in order that never touch or overlap.
   In: days (calendar.h). Out: sets in an arena. ALN_DAY_MIN and ALN_DAY_MAX stand for no bound. All
   functions but the first are linear in the stretches they are given. */
#ifndef ALN_INTERVALS_H
#define ALN_INTERVALS_H

#include "../base/arena.h"
#include "calendar.h"

#pragma GCC visibility push(hidden)

#define ALN_DAY_MIN (-719162) /* 0001-01-01 */
#define ALN_DAY_MAX 2932896   /* 9999-12-31 */

typedef struct aln_interval {
  aln_dayno first, last; /* both belong to it */
} aln_interval;

typedef ALN_LIST (aln_interval) aln_intervals;

/* The days from first to last join the set, in any order; nothing where first > last. */
void aln_intervals_add (aln_status *st, aln_arena *room, aln_intervals *set, aln_dayno first,
                        aln_dayno last);

/* The days of both. 'out' is made anew. */
void aln_intervals_meet (aln_status *st, aln_arena *room, const aln_intervals *a,
                         const aln_intervals *b, aln_intervals *out);

int aln_intervals_hold (const aln_intervals *set, aln_dayno day);
int aln_intervals_share (const aln_intervals *a, const aln_intervals *b); /* a day in both? */

/* From the first day to the last; {ALN_DAY_MAX, ALN_DAY_MIN} where it is empty. */
aln_interval aln_intervals_hull (const aln_intervals *set);

#pragma GCC visibility pop

#endif
