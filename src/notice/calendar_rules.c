/* calendar_rules.c: in: matches with a month, a weekday or a date in digits. Out: timexes. */
#include "match.h"

#define BIT(class) ALN_BIT (class)

int aln_read_date (aln_match *m, aln_timex *x) {
  const aln_clue *month = aln_match_got (m, ALN_C_MONTH), *day = aln_match_got (m, ALN_C_DAY),
                 *year = aln_match_got (m, ALN_C_YEAR), *weekday = aln_match_got (m, ALN_C_WEEKDAY);
  x->how = ALN_HOW_NEAREST;
  x->unit = ALN_MONTH;
  x->month = (uint8_t)month->value;
  if (weekday) x->weekday = (uint8_t)weekday->value;
  if (year) aln_timex_year (year, x);
  else if (aln_match_got (m, ALN_C_UNIT)) {
    if (aln_match_got (m, ALN_C_UNIT)->unit != ALN_YEAR) return 0;
    aln_match_year (m, x);
  }
  if (day && !aln_timex_day (day, x)) return 0;
  aln_match_mods (m, x);
  return !aln_match_is_glued (m);
}

/* "April or May", "January-May": a month stands before it. */
static int is_listed (const aln_match *m) {
  const aln_clue *b = m->before;
  if (!b || b == m->clues || b[-1].token + b[-1].tokens != b->token) return 0;
  return (b->is & (BIT (AND) | BIT (OR) | BIT (TO) | BIT (DASH) | BIT (COMMA))) &&
         (b[-1].is & BIT (MONTH));
}

/* A month alone. "May" and "March" want a word before them that a month follows; any month before
   or behind a name is a person ("Theresa May", "April Ryan"). */
int aln_read_month (aln_match *m, aln_timex *x) {
  const aln_clue *c = aln_match_got (m, ALN_C_MONTH), *b = m->before;
  int led = aln_match_got (m, ALN_C_EDGE) || aln_match_is_led (m) || is_listed (m);
  if (c->flags & ALN_CLUE_SHORT) return 0;
  if ((c->flags & ALN_CLUE_DOUBTFUL) && !led) return 0;
  if (!led &&
      (aln_match_before_name (m) || (m->previous && !b && m->previous->shape == ALN_SHAPE_CAPITAL)))
    return 0;
  return aln_read_date (m, x);
}

/* "last May", "next March", "this July". */
int aln_read_pointed_month (aln_match *m, aln_timex *x) {
  int pointed, by = aln_match_pointed (m, &pointed);
  if (!aln_read_date (m, x)) return 0;
  if (by == 0) return aln_timex_shift (x, 0, ALN_YEAR);
  x->direction = (int8_t)by;
  x->by = by; /* not the month we are in */
  return 1;
}

int aln_read_weekday (aln_match *m, aln_timex *x) {
  const aln_clue *c = aln_match_got (m, ALN_C_WEEKDAY), *part = aln_match_got (m, ALN_C_PART),
                 *unit = aln_match_got (m, ALN_C_UNIT);
  int pointed, by = aln_match_pointed (m, &pointed);
  if (c->flags & ALN_CLUE_SHORT) return 0;
  x->how = ALN_HOW_WEEKDAY;
  x->unit = ALN_UNIT_DAY;
  x->weekday = (uint8_t)c->value;
  if (unit && unit->unit != ALN_WEEK) return 0;
  if (unit) {
    x->by = by;
    x->by_unit = ALN_WEEK;
  } else if (pointed && by) {
    x->direction = (int8_t)by;
    x->by = by; /* not the day itself */
  } else if (pointed) x->direction = 1;
  if (part) {
    x->type = ALN_TIME;
    memcpy (x->part, part->code, 3);
  }
  aln_match_mods (m, x);
  return 1;
}

int aln_read_fixed (aln_match *m, aln_timex *x) {
  int64_t n = aln_match_got (m, ALN_C_FIXED)->number;
  x->how = ALN_HOW_STATED;
  x->unit = ALN_UNIT_DAY;
  x->year = (int16_t)(n / 10000);
  x->month = (uint8_t)(n / 100 % 100);
  x->day = (uint8_t)(n % 100);
  return 1;
}

static int32_t row_number (const aln_match *m, aln_row row, const char *key) {
  aln_slice s = aln_lexicon_get (m->kinds->lexicon, row, aln_slice_of (key));
  int32_t v = 0;
  for (size_t i = s.n > 0 && s.p[0] == '-'; i < s.n && i < 5; i++) v = v * 10 + (s.p[i] - '0');
  return s.n > 0 && s.p[0] == '-' ? -v : v;
}

int aln_read_holiday (aln_match *m, aln_timex *x) {
  aln_row row = aln_match_got (m, ALN_C_HOLIDAY)->row;
  const aln_clue *year = aln_match_got (m, ALN_C_YEAR);
  int pointed, by = aln_match_pointed (m, &pointed);
  x->how = ALN_HOW_NEAREST;
  x->unit = ALN_UNIT_DAY;
  x->month = (uint8_t)row_number (m, row, "month");
  x->day = (uint8_t)row_number (m, row, "day");
  x->weekday = (uint8_t)row_number (m, row, "weekday");
  x->nth = (int8_t)row_number (m, row, "nth");
  x->after = (uint8_t)row_number (m, row, "after");
  x->direction = (int8_t)by;
  if (year) aln_timex_year (year, x);
  else if (pointed && by == 0) aln_timex_shift (x, 0, ALN_YEAR);
  return x->month > 0;
}

/* "on the 10th", "from the 10th": the tenth of the month, as Korean papers count. */
int aln_read_day_of_month (aln_match *m, aln_timex *x) {
  const aln_clue *b = m->before;
  if (!b) return 0;
  if (!(b->flags & (ALN_CLUE_PREPOSITION | ALN_CLUE_UNTIL)) && !(b->is & (BIT (ON) | BIT (TO))))
    return 0;
  return aln_read_the_day (m, x);
}

/* "the 10th", but no "10th anniversary", "10th floor". */
int aln_read_the_day (aln_match *m, aln_timex *x) {
  const aln_clue *day = aln_match_got (m, ALN_C_DAY);
  if (!(day->flags & ALN_CLUE_ORDINAL) || !(day->flags & ALN_CLUE_DIGITS) ||
      aln_match_before_noun (m) || aln_match_before_name (m) || aln_match_is_glued (m))
    return 0;
  if (m->after &&
      !(m->after->is & (BIT (COMMA) | BIT (CLOSE) | BIT (AND) | BIT (IN) | BIT (AT) | BIT (TO) |
                        BIT (THAT) | BIT (DASH))) &&
      !(m->after->flags & (ALN_CLUE_STOP | ALN_CLUE_PREPOSITION | ALN_CLUE_FUTURE)))
    return 0;
  x->how = ALN_HOW_NEAREST;
  return aln_timex_day (day, x);
}
