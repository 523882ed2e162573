/* dates.h: the expressions of time of an article (TIMEX3 of TimeML).
   In: a read article. Out: timexes in text order, none overlapping another. Values are counted from
   the dateline's day, else from the day of publication, never from a clock; where neither is known
   they have X for what is not known (XXXX-WXX-5, XXXX-12-20).
   Vocabulary: lua/alliance/lexicon/times.lua, numbers.lua, months.lua, weekdays.lua. Grammar:
   rules.h. Values: anchor.c. Linear in the tokens; the arena is the article's. */
#ifndef ALN_DATES_H
#define ALN_DATES_H

#include "rules.h"

#pragma GCC visibility push(hidden)

/* Appends the timexes of every block but the boilerplate, values not yet filled in. */
void aln_dates_find (aln_status *st, aln_article *a, aln_timexes *out);

/* The day that values are counted from: the dateline's, else that of publication, or ALN_NO_DAY. */
aln_dayno aln_dates_day (const aln_article *a);

/* Fills value, first and last of every item, counted from 'day' (ALN_NO_DAY: not known). May be
   called again once the day is known better. */
void aln_dates_anchor (aln_timexes *items, aln_dayno day);

/* Which rules can begin and go on with which clues, for aln_lexicon_set_dates: the same for every
   article, and too long to work out for each. */
typedef struct aln_date_rules aln_date_rules;
const aln_date_rules *aln_date_rules_make (aln_status *st, aln_arena *room, size_t *bytes);

#pragma GCC visibility pop

#endif
