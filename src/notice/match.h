/* match.h: what the rules ask of a match, and the functions that read one.
   A reader is given a match whose clues stand as its rule wants them; it fills the timex (whose span,
   block and rule are filled for it) and returns 1, or 0 where the words only look like a date. What
   TimeML asks for: an expression takes its hedge and its "the" where it is a phrase of its own ("the
   third quarter"), not where it stands before a noun ("a third-quarter loss"). */
#ifndef ALN_MATCH_H
#define ALN_MATCH_H

#include "rules.h"

#pragma GCC visibility push(hidden)

/* -- what was matched ----------------------------------------------------------------------------- */
/* The first hit at a step that asks for this class; NULL: none. */
const aln_clue *aln_match_got (const aln_match *m, aln_class class);
void aln_match_leave_out (aln_match *m, aln_class class); /* it is no part of the expression */
int aln_match_is_glued (const aln_match *m);  /* a word or number hangs on behind: "2000th" */
int aln_match_is_priced (const aln_match *m); /* a sign stands before: "$2000" */
int aln_match_is_led (const aln_match *m);    /* a preposition stands before: in May, since noon */
int aln_match_before_noun (
    const aln_match *m); /* a word in small letters follows that is no clue */
int aln_match_before_name (const aln_match *m); /* one with a capital does */

/* -1, 0, +1 as "last", "this", "next" point; *pointed: whether one of them is there. */
int aln_match_pointed (const aln_match *m, int *pointed);

/* -- what a timex takes from it ------------------------------------------------------------------- */
void aln_match_mods (const aln_match *m, aln_timex *x); /* early, about, or so: TIMEX3's mod */
void aln_match_drop_preposition (aln_match *m); /* "over the last years": no hedge after all */
void aln_match_year (const aln_match *m, aln_timex *x); /* the year that is pointed at, if one is */
int aln_timex_day (const aln_clue *c, aln_timex *x);    /* 0: its month has no such day */
void aln_timex_year (const aln_clue *c, aln_timex *x);
int aln_timex_shift (aln_timex *x, int by, int unit); /* so far from its base; returns 1 */

/* So much of a unit, in TIMEX3's letters: P6DE, PT1M30S; n below 0 is unknown: PXY. */
void aln_timex_amount (aln_timex *x, int64_t n, int32_t thousandths, int unit);

/* -- readers, one for each kind of rule -------------------------------------------------------- */
int aln_read_date (aln_match *m, aln_timex *x);
int aln_read_month (aln_match *m, aln_timex *x);
int aln_read_pointed_month (aln_match *m, aln_timex *x);
int aln_read_weekday (aln_match *m, aln_timex *x);
int aln_read_fixed (aln_match *m, aln_timex *x);
int aln_read_holiday (aln_match *m, aln_timex *x);
int aln_read_day_of_month (aln_match *m, aln_timex *x);
int aln_read_the_day (aln_match *m, aln_timex *x);
int aln_read_year (aln_match *m, aln_timex *x);
int aln_read_decade (aln_match *m, aln_timex *x);
int aln_read_century (aln_match *m, aln_timex *x);
int aln_read_season (aln_match *m, aln_timex *x);
int aln_read_bare_season (aln_match *m, aln_timex *x);
int aln_read_quarter (aln_match *m, aln_timex *x);
int aln_read_same_quarter (aln_match *m, aln_timex *x);
int aln_read_year_ago (aln_match *m, aln_timex *x);
int aln_read_pointed_unit (aln_match *m, aln_timex *x);
int aln_read_bare_unit (aln_match *m, aln_timex *x);
int aln_read_edge (aln_match *m, aln_timex *x);
int aln_read_year_end (aln_match *m, aln_timex *x);
int aln_read_week_of (aln_match *m, aln_timex *x);
int aln_read_dayword (aln_match *m, aln_timex *x);
int aln_read_part (aln_match *m, aln_timex *x);
int aln_read_part_of (aln_match *m, aln_timex *x);
int aln_read_time (aln_match *m, aln_timex *x);
int aln_read_duration (aln_match *m, aln_timex *x);
int aln_read_compound (aln_match *m, aln_timex *x);
int aln_read_a_unit (aln_match *m, aln_timex *x);
int aln_read_plural (aln_match *m, aln_timex *x);
int aln_read_ago (aln_match *m, aln_timex *x);
int aln_read_every (aln_match *m, aln_timex *x);
int aln_read_weekdays (aln_match *m, aln_timex *x);
int aln_read_setword (aln_match *m, aln_timex *x);
int aln_read_ref (aln_match *m, aln_timex *x);
int aln_read_the_past (aln_match *m, aln_timex *x);

#pragma GCC visibility pop

#endif
