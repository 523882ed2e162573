/* anchor.c: in: timexes as they were read, and the day of the article. Out: their values and days.
   Two steps for each: what is asked for becomes a period (from the words and the base day), and the
   period is written as finely as it was said. */
#include "dates.h"

#include <stdio.h>

typedef struct known { /* what has been mentioned so far */
  aln_dayno article;
  aln_dayno day, month, year; /* the last date as fine as that, or finer */
  int quarter, quarter_year;  /* the last quarter that was reported on, 0: none */
  uint32_t quarter_at;        /* and the byte where it was spoken of last */
  const aln_timex *named;     /* the last day that was named, known or not */
} known;

typedef struct period { /* 0 or ALN_NO_DAY: not known */
  int year, month, part_of_year;
  aln_dayno first, last;
} period;

const char *aln_timex_type_name (int type) {
  static const char *const names[] = {"DATE", "TIME", "DURATION", "SET"};
  return names[type];
}

/* -- periods -------------------------------------------------------------------------------------
 */

static aln_dayno month_end (aln_dayno first) {
  aln_date d = aln_date_of (first);
  return d.year ? first + aln_month_days (d.year, d.month) - 1 : ALN_NO_DAY;
}

static void span_months (period *p, int year, int month, int months) {
  p->year = year;
  p->month = month;
  p->first = aln_dayno_of (year, month, 1);
  p->last = p->first == ALN_NO_DAY ? ALN_NO_DAY : month_end (aln_add_months (p->first, months - 1));
}

static int season_month (const char *season) { /* the first month of a season */
  static const char *const codes[] = {"SP", "SU", "FA", "WI"};
  for (int i = 0; i < 4; i++)
    if (memcmp (season, codes[i], 2) == 0) return 3 + 3 * i;
  return 1;
}

/* The part of 'year' that x names. */
static period period_in (const aln_timex *x, int year) {
  period p = {year, x->month, x->part_of_year, ALN_NO_DAY, ALN_NO_DAY};
  if (x->nth) {
    p.first = p.last = aln_nth_weekday (year, x->month, x->weekday, x->nth);
    if (p.first != ALN_NO_DAY) p.first = p.last = p.first + x->after;
  } else if (x->day) p.first = p.last = aln_dayno_of (year, x->month, x->day);
  else if (x->month) span_months (&p, year, x->month, 1);
  else if (x->season[0]) span_months (&p, year, season_month (x->season), 3);
  else if (x->unit == ALN_HALF) span_months (&p, year, x->part_of_year * 6 - 5, 6);
  else if (x->part_of_year) span_months (&p, year, x->part_of_year * 3 - 2, 3);
  else span_months (&p, year, 1, 12);
  p.month = x->month;
  p.part_of_year = x->part_of_year;
  return p;
}

/* Which of two neighbouring years is meant, in days since the one ended and until the other begins?
   A verb decides, but not against all likelihood: in November "Nov. 20" is ahead even behind "said",
   and a quarter that has just ended is reported on behind "will". */
static int is_ahead (const aln_timex *x, int gone, int ahead) {
  if (x->direction > 1) return 1;
  if (x->direction < -1) return gone > 330;
  if (x->direction > 0) {
    if (x->part_of_year || x->season[0]) return gone > 100;
    return ahead < (x->day ? 300 : 310);
  }
  return gone > (x->direction == 0 ? (x->day ? 210 : 270) : x->day ? 275 : 305);
}

static period nearest_year (const aln_timex *x, aln_dayno base) {
  int year = aln_date_of (base).year;
  period past = period_in (x, year), next;
  if (past.first == ALN_NO_DAY) return past;
  if (past.first > base || (x->by < 0 && past.last >= base)) past = period_in (x, --year);
  next = period_in (x, year + 1);
  if (past.first == ALN_NO_DAY || next.first == ALN_NO_DAY) return past;
  if (x->by > 0) return next;
  if (x->by < 0 || past.last >= base) return past;
  return is_ahead (x, base - past.last, next.first - base) ? next : past;
}

static period nearest_day_of_month (const aln_timex *x, aln_dayno base) {
  period p = {0, 0, 0, ALN_NO_DAY, ALN_NO_DAY};
  aln_date d = aln_date_of (base);
  int months = x->direction > 0 ? d.day > x->day : -(d.day < x->day);
  aln_dayno in = aln_add_months (aln_dayno_of (d.year, d.month, 1), months);
  d = aln_date_of (in);
  p.first = p.last = aln_dayno_of (d.year, d.month, x->day);
  return p;
}

static period nearest_weekday (const aln_timex *x, aln_dayno base) {
  period p = {0, 0, 0, ALN_NO_DAY, ALN_NO_DAY};
  int today = aln_weekday (base), ahead = (x->weekday - today + 7) % 7;
  if (x->by_unit == ALN_WEEK) p.first = base - today + x->weekday + 7 * x->by;
  else if (x->direction > 0) p.first = base + (ahead == 0 && x->by > 0 ? 7 : ahead);
  else p.first = base - (ahead == 0 && x->by >= 0 ? 0 : 7 - ahead);
  p.last = p.first;
  return p;
}

static period whole (int unit, aln_dayno day) { /* the week, month, … that a day lies in */
  period p = {0, 0, 0, day, day};
  aln_date d = aln_date_of (day);
  int decade = unit == ALN_DECADE ? d.year / 10 * 10 : d.year / 100 * 100;
  p.year = d.year;
  switch (unit) {
  case ALN_WEEKEND:
    p.first = day - aln_weekday (day) + 6;
    p.last = p.first + 1;
    break;
  case ALN_WEEK:
    p.first = day - aln_weekday (day) + 1;
    p.last = p.first + 6;
    break;
  case ALN_MONTH: span_months (&p, d.year, d.month, 1); break;
  case ALN_QUARTER:
    p.part_of_year = (d.month + 2) / 3;
    span_months (&p, d.year, p.part_of_year * 3 - 2, 3);
    break;
  case ALN_YEAR: span_months (&p, d.year, 1, 12); break;
  case ALN_DECADE:
  case ALN_CENTURY:
    p.year = decade;
    p.first = aln_dayno_of (decade ? decade : 1, 1, 1);
    p.last = aln_dayno_of (decade + (unit == ALN_DECADE ? 9 : 99), 12, 31);
    break;
  default: break;
  }
  return p;
}

static aln_dayno shift_day (aln_dayno day, int64_t by, int unit) {
  static const int16_t days[ALN_UNITS] = {[ALN_UNIT_DAY] = 1, [ALN_WEEKEND] = 7, [ALN_WEEK] = 7};
  static const int16_t months[ALN_UNITS] = {
      [ALN_MONTH] = 1, [ALN_QUARTER] = 3,  [ALN_HALF] = 6,      [ALN_SEASON] = 3,
      [ALN_YEAR] = 12, [ALN_DECADE] = 120, [ALN_CENTURY] = 1200};
  if (by > 100000 || by < -100000) return ALN_NO_DAY;
  if (unit < ALN_UNIT_DAY) {
    static const int32_t parts[] = {1, 86400, 1440, 24};
    return day + (aln_dayno)(by / parts[unit]);
  }
  if (unit >= ALN_UNITS) return ALN_NO_DAY;
  if (days[unit]) day += (aln_dayno)by * days[unit];
  else if (months[unit]) day = aln_add_months (day, (int)by * months[unit]);
  return aln_date_of (day).year ? day : ALN_NO_DAY;
}

/* -- what x is counted from ----------------------------------------------------------------------
 */

static aln_dayno base_of (const known *k, const aln_timex *x) {
  if (x->from != ALN_FROM_LAST) return k->article;
  if (x->by_unit <= ALN_UNIT_DAY) return k->day;
  if (x->by_unit <= ALN_MONTH) return k->month;
  return k->year;
}

/* A year before a quarter that stands near by is that quarter of the year before. */
static int near_quarter (const known *k, const aln_timex *x) {
  return x->keeps && k->quarter && x->at.from - k->quarter_at < 1500;
}

static period same_quarter (const known *k, const aln_timex *x) {
  period p = {0, 0, k->quarter, ALN_NO_DAY, ALN_NO_DAY};
  int year = k->quarter_year;
  if (x->how == ALN_HOW_STATED) year = x->year;
  else if (year && x->by_unit == ALN_YEAR) year += x->by;
  if (!year) return p;
  span_months (&p, year, p.part_of_year * 3 - 2, 3);
  return p;
}

static period shifted (const aln_timex *x, aln_dayno base) {
  period none = {0, 0, x->part_of_year, ALN_NO_DAY, ALN_NO_DAY};
  aln_dayno day = shift_day (base, x->by, x->by_unit);
  if (day == ALN_NO_DAY) return none;
  if (x->by_unit == ALN_YEAR && (x->month || x->season[0] || x->part_of_year))
    return period_in (x, aln_date_of (day).year);
  if (x->keeps && x->by_unit == ALN_QUARTER && !x->by) /* the latest quarter: the last that ended */
    return whole (ALN_QUARTER, aln_add_months (base, -3));
  return whole (x->unit, day);
}

static period resolve (const known *k, const aln_timex *x) {
  period none = {x->how == ALN_HOW_STATED ? x->year : 0, x->month, x->part_of_year, ALN_NO_DAY,
                 ALN_NO_DAY};
  aln_dayno base = base_of (k, x);
  if (near_quarter (k, x)) return same_quarter (k, x);
  if (x->how == ALN_HOW_STATED) {
    if (x->unit == ALN_WEEK) return whole (ALN_WEEK, aln_dayno_of (x->year, x->month, x->day));
    if (x->unit < ALN_DECADE) return period_in (x, x->year);
    none = whole (x->unit, aln_dayno_of (x->year + 1, 1, 1));
    none.year = x->year;
    return none;
  }
  if (base == ALN_NO_DAY || x->how == ALN_HOW_VAGUE || x->how == ALN_HOW_AMOUNT) return none;
  if (x->how == ALN_HOW_WEEKDAY) return nearest_weekday (x, base);
  if (x->how == ALN_HOW_SHIFTED) return shifted (x, base);
  if (x->unit == ALN_WEEKEND) {
    none = whole (ALN_WEEKEND, x->direction > 0 ? base : base - (aln_weekday (base) < 6 ? 7 : 0));
    return none;
  }
  if (x->day && !x->month) return nearest_day_of_month (x, base);
  if (x->unit != ALN_WEEK) return nearest_year (x, base);
  none = nearest_year (x, base);
  return none.first == ALN_NO_DAY ? none : whole (ALN_WEEK, none.first);
}

/* -- writing -------------------------------------------------------------------------------------
 */

typedef char value_text[24];

static void write_year (value_text out, const period *p) {
  if (p->year) snprintf (out, sizeof (value_text), "%04d", p->year);
  else memcpy (out, "XXXX", 5);
}

static void write_day (value_text out, const aln_timex *x, const period *p) {
  aln_date d = {0, 0, 0};
  value_text year;
  if (p->first != ALN_NO_DAY) d = aln_date_of (p->first);
  write_year (year, p);
  if (d.year) snprintf (out, sizeof (value_text), "%04d-%02d-%02d", d.year, d.month, d.day);
  else if (x->how == ALN_HOW_WEEKDAY)
    snprintf (out, sizeof (value_text), "XXXX-WXX-%d", x->weekday);
  else if (x->month && x->day)
    snprintf (out, sizeof (value_text), "%.4s-%02d-%02d", year, x->month, x->day);
  else if (x->month) snprintf (out, sizeof (value_text), "%.4s-%02d-XX", year, x->month);
  else if (x->day) snprintf (out, sizeof (value_text), "XXXX-XX-%02d", x->day);
  else memcpy (out, "XXXX-XX-XX", 11);
}

static void write_week (value_text out, const period *p, const char *end) {
  int year = 0, week;
  if (p->first == ALN_NO_DAY) {
    snprintf (out, sizeof (value_text), "XXXX-WXX%s", end);
    return;
  }
  week = aln_iso_week (p->first, &year);
  snprintf (out, sizeof (value_text), "%04d-W%02d%s", year, week, end);
}

static void write_unit (value_text out, const aln_timex *x, const period *p, int unit) {
  value_text year;
  write_year (year, p);
  switch (unit) {
  case ALN_WEEK: write_week (out, p, ""); return;
  case ALN_WEEKEND: write_week (out, p, "-WE"); return;
  case ALN_MONTH:
    if (p->month) snprintf (out, sizeof (value_text), "%.4s-%02d", year, p->month);
    else snprintf (out, sizeof (value_text), "%.4s-XX", year);
    return;
  case ALN_QUARTER:
  case ALN_HALF:
    if (p->part_of_year)
      snprintf (out, sizeof (value_text), "%.4s-%c%d", year, unit == ALN_HALF ? 'H' : 'Q',
                p->part_of_year);
    else snprintf (out, sizeof (value_text), "%.4s-QX", year);
    return;
  case ALN_SEASON: snprintf (out, sizeof (value_text), "%.4s-%.2s", year, x->season); return;
  case ALN_DECADE:
    if (p->year) snprintf (out, sizeof (value_text), "%03dX", p->year / 10 % 1000);
    else memcpy (out, "XXXX", 5);
    return;
  case ALN_CENTURY:
    if (p->first != ALN_NO_DAY) snprintf (out, sizeof (value_text), "%02dXX", p->year / 100 % 100);
    else memcpy (out, "XXXX", 5);
    return;
  case ALN_YEAR: memcpy (out, year, 5); return;
  default: write_day (out, x, p);
  }
}

static void write_time (aln_timex *x) { /* appends the time of day */
  size_t n = strlen (x->value);
  if (x->hour >= 0) snprintf (x->value + n, sizeof x->value - n, "T%02d:%02d", x->hour, x->minute);
  else if (x->part[0]) snprintf (x->value + n, sizeof x->value - n, "T%.2s", x->part);
}

/* "that morning" of a day nobody can place yet is as vague as the day: XXXX-WXX-5TMO. */
static int borrow_day (const known *k, aln_timex *x) {
  if (x->from != ALN_FROM_LAST || x->by != 0 || x->unit != ALN_UNIT_DAY || !k->named) return 0;
  if (k->day != ALN_NO_DAY) return 0;
  memcpy (x->value, k->named->value, sizeof x->value);
  x->value[strcspn (x->value, "T")] = 0;
  write_time (x);
  return 1;
}

/* A comparison ("a year earlier") is a step aside: the next one starts from what it compared. */
static void remember (known *k, const aln_timex *x, const period *p) {
  if (x->unit == ALN_QUARTER && !x->keeps && p->part_of_year && x->direction <= 0 &&
      (k->article == ALN_NO_DAY || p->first <= k->article)) {
    k->quarter = p->part_of_year;
    k->quarter_year = p->year;
    k->quarter_at = x->at.from;
  }
  if (near_quarter (k, x)) k->quarter_at = x->at.from;
  if (x->unit <= ALN_UNIT_DAY) k->named = x;
  if (x->first == ALN_NO_DAY || x->keeps) return;
  if (x->unit <= ALN_UNIT_DAY) k->day = x->first;
  if (x->unit <= ALN_MONTH) k->month = x->first;
  if (x->unit <= ALN_YEAR) k->year = x->first;
}

void aln_dates_anchor (aln_timexes *items, aln_dayno day) {
  known k = {day, day, day, day, 0, 0, 0, NULL};
  for (uint32_t i = 0; i < items->n; i++) {
    aln_timex *x = &items->at[i];
    period p;
    x->first = x->last = ALN_NO_DAY;
    if (x->how == ALN_HOW_VAGUE || x->how == ALN_HOW_AMOUNT) {
      memcpy (x->value, x->fixed, sizeof x->value);
      if (x->by_unit == ALN_MONTH && x->by > 3)
        k.quarter = 0; /* the nine months: a longer report */
      continue;
    }
    if (borrow_day (&k, x)) continue;
    p = resolve (&k, x);
    x->first = p.first;
    x->last = p.last;
    write_unit (x->value, x, &p,
                near_quarter (&k, x)                                             ? ALN_QUARTER
                : x->keeps && x->unit == ALN_QUARTER && x->how == ALN_HOW_STATED ? ALN_YEAR
                                                                                 : x->unit);
    write_time (x);
    remember (&k, x, &p);
  }
}
