/* calendar.h: days, weekdays and ISO weeks of the proleptic Gregorian calendar.
   A day is a number: 0 is 1970-01-01, a Thursday. Pure arithmetic: no clock, no zone, no table of
   leap seconds. Years run from 1 to 9999; what falls outside is ALN_NO_DAY. */
#ifndef ALN_CALENDAR_H
#define ALN_CALENDAR_H

#include "../base/slice.h"

#pragma GCC visibility push(hidden)

typedef int32_t aln_dayno;
#define ALN_NO_DAY INT32_MIN

typedef struct aln_date {
  int year, month, day; /* 1 to 9999, 1 to 12, 1 to 31 */
} aln_date;

int aln_month_days (int year, int month);              /* 28 to 31; 0: no such month */
aln_dayno aln_dayno_of (int year, int month, int day); /* ALN_NO_DAY: no such day */
aln_date aln_date_of (aln_dayno day);                  /* of ALN_NO_DAY: {0, 0, 0} */
aln_dayno aln_dayno_read (aln_slice s);      /* of "2024-12-20", what follows is ignored */
int aln_weekday (aln_dayno day);             /* ISO 8601: 1 is Monday */
int aln_iso_week (aln_dayno day, int *year); /* 1 to 53, and the year it belongs to */
aln_dayno aln_week_day (int year, int week, int weekday);

/* The day that stands n weekdays of one name into a month: 4, 4: the fourth Thursday; -1: the last. */
aln_dayno aln_nth_weekday (int year, int month, int weekday, int nth);

/* The same day n months on, or the last of that month where it has no such day. */
aln_dayno aln_add_months (aln_dayno day, int n);

#pragma GCC visibility pop

#endif
