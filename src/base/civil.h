/* civil.h: in: a year, month and day of the Gregorian calendar. Out: the number of the day, 1970-01-01
   being 0. Years begin in March, so that leap days end them (Howard Hinnant, "chrono-Compatible
   Low-Level Date Algorithms"). Nothing is checked: a day 31 of February is three days behind its 28th. */
#ifndef ALN_CIVIL_H
#define ALN_CIVIL_H

#include <stdint.h>

static inline int64_t aln_civil_days (int64_t year, int month, int day) {
  int64_t y = month <= 2 ? year - 1 : year, era = (y >= 0 ? y : y - 399) / 400;
  int64_t of_era = y - era * 400, of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

#endif
