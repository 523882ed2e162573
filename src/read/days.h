/* days.h: calendar days as datelines and publication lines write them.
   In: text, tokens and the lexicon (months, weekdays). Out: a day, and how many tokens say it. Not
   for running text: "Dec. 20", "20 December 2024", "December 20, 2024", "2024-12-20T15:41Z",
   "2024.12.20", "12/20/2024" (only where month and day cannot be mistaken). */
#ifndef ALN_DAYS_H
#define ALN_DAYS_H

#include "../base/lexicon.h"

#pragma GCC visibility push(hidden)

typedef struct aln_day {
  int year, month, day; /* year 0: not said */
} aln_day;

/* The number of tokens of [i, end) that say a day, 0: none begins at i. */
uint32_t aln_day_at (const aln_lexicon *x, aln_slice text, const aln_token *t, uint32_t i,
                     uint32_t end, aln_day *out);

/* An ISO 8601 day or date-time ("2024-12-20", "2024-12-20T15:41:00+09:00") and nothing else. */
int aln_day_of_iso (aln_slice s, aln_day *out);

/* Days since 1970-01-01 (Gregorian, also before its time). */
int64_t aln_day_number (aln_day d);

/* The year in which a day without a year comes nearest to 'near' and at most 'late' days after
   it. */
int aln_day_year (aln_day d, aln_day near, int late);

/* "2024-12-20", or "XXXX-12-20" without a year; 'out' has room for 11 bytes. */
void aln_day_write (aln_day d, char *out);

#pragma GCC visibility pop

#endif
