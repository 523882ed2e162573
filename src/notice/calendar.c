/* calendar.c: in: years, months, days. Out: day numbers, and back.
   Days are counted from 1 March of year 0, so that the leap day ends a year. */
#include "calendar.h"

#include "../base/civil.h"

static int is_leap (int y) { return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0; }

int aln_month_days (int year, int month) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  return days[month - 1] + (month == 2 && is_leap (year));
}

aln_dayno aln_dayno_of (int year, int month, int day) {
  if (year < 1 || year > 9999 || day < 1 || day > aln_month_days (year, month)) return ALN_NO_DAY;
  return (aln_dayno)aln_civil_days (year, month, day);
}

aln_date aln_date_of (aln_dayno day) {
  int z, era, doe, yoe, doy, mp;
  aln_date d = {0, 0, 0};
  if (day < -719162 || day > 2932896) return d; /* 0001-01-01, 9999-12-31 */
  z = day + 719468;
  era = z / 146097;
  doe = z - era * 146097;
  yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  mp = (5 * doy + 2) / 153;
  d.day = doy - (153 * mp + 2) / 5 + 1;
  d.month = mp < 10 ? mp + 3 : mp - 9;
  d.year = yoe + era * 400 + (d.month <= 2);
  return d;
}

static int digits (const char *p, int n) {
  int v = 0;
  for (int i = 0; i < n; i++) {
    if (!aln_is_digit ((unsigned char)p[i])) return -1;
    v = v * 10 + (p[i] - '0');
  }
  return v;
}

aln_dayno aln_dayno_read (aln_slice s) {
  int y, m, d;
  if (s.n < 10 || s.p[4] != '-' || s.p[7] != '-') return ALN_NO_DAY;
  y = digits (s.p, 4);
  m = digits (s.p + 5, 2);
  d = digits (s.p + 8, 2);
  return aln_dayno_of (y, m, d);
}

int aln_weekday (aln_dayno day) {
  int w = (int)((day + 3) % 7); /* 0: Monday */
  return (w < 0 ? w + 7 : w) + 1;
}

int aln_iso_week (aln_dayno day, int *year) {
  aln_dayno thursday = day - aln_weekday (day) + 4; /* a week belongs to the year of its Thursday */
  aln_date d = aln_date_of (thursday);
  *year = d.year;
  if (d.year == 0) return 0;
  return (thursday - aln_dayno_of (d.year, 1, 1)) / 7 + 1;
}

aln_dayno aln_week_day (int year, int week, int weekday) {
  aln_dayno fourth = aln_dayno_of (year, 1, 4); /* always in week 1 */
  if (fourth == ALN_NO_DAY || week < 1 || week > 53) return ALN_NO_DAY;
  return fourth - aln_weekday (fourth) + (week - 1) * 7 + weekday;
}

aln_dayno aln_nth_weekday (int year, int month, int weekday, int nth) {
  aln_dayno first = aln_dayno_of (year, month, 1), last;
  if (first == ALN_NO_DAY) return ALN_NO_DAY;
  if (nth > 0) return first + (weekday - aln_weekday (first) + 7) % 7 + (nth - 1) * 7;
  last = first + aln_month_days (year, month) - 1;
  return last - (aln_weekday (last) - weekday + 7) % 7 + (nth + 1) * 7;
}

aln_dayno aln_add_months (aln_dayno day, int n) {
  aln_date d = aln_date_of (day);
  int64_t months = (int64_t)d.year * 12 + d.month - 1 + n;
  int y = (int)(months / 12), m = (int)(months % 12) + 1, most;
  if (d.year == 0 || months < 12 || months >= 120000) return ALN_NO_DAY;
  most = aln_month_days (y, m);
  return aln_dayno_of (y, m, d.day > most ? most : d.day);
}
