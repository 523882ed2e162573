/* year_rules.c: in: matches with a year, decade, season or quarter. Out: timexes. */
#include "match.h"

#define BIT(class) ALN_BIT (class)

/* "02-748-1950", "Room 2010", "some 2000 soldiers": a number that only looks like a year. */
static int is_no_year (const aln_match *m) {
  const aln_clue *b = m->before, *hedge = aln_match_got (m, ALN_C_HEDGE);
  if (aln_match_is_glued (m) || aln_match_is_priced (m)) return 1;
  if (b && (b->flags & ALN_CLUE_LABEL)) return 1;
  if (b && (b->is & BIT (DASH)) && b > m->clues && b[-1].token + b[-1].tokens == b->token &&
      (b[-1].is & BIT (NUM)) && !(b[-1].is & BIT (YEAR)))
    return 1;
  if (!hedge && b && (b->is & BIT (HEDGE)) && !(b->is & BIT (YEAR))) hedge = b;
  if (hedge && (aln_match_before_noun (m) || !(hedge->flags & ALN_CLUE_DOUBTFUL))) return 1;
  return m->after && (m->after->is & (BIT (UNIT) | BIT (MERIDIEM) | BIT (ZONE) | BIT (MONTH)));
}

int aln_read_year (aln_match *m, aln_timex *x) {
  const aln_clue *c = aln_match_got (m, ALN_C_YEAR), *unit = aln_match_got (m, ALN_C_UNIT);
  int led = aln_match_is_led (m);
  if (is_no_year (m) || (unit && unit->unit != ALN_YEAR)) return 0;
  if ((c->number < 1900 || c->number > 2059) && !led) return 0;
  aln_timex_year (c, x);
  x->unit = ALN_YEAR;
  aln_match_mods (m, x);
  return 1;
}

int aln_read_decade (aln_match *m, aln_timex *x) {
  aln_timex_year (aln_match_got (m, ALN_C_DECADE), x);
  x->unit = ALN_DECADE;
  aln_match_mods (m, x);
  if (aln_match_got (m, ALN_C_DECADE)->flags & ALN_CLUE_DIGITS) aln_match_leave_out (m, ALN_C_THE);
  return 1;
}

int aln_read_century (aln_match *m, aln_timex *x) {
  int64_t n = aln_match_got (m, ALN_C_ORD)->number;
  if (aln_match_got (m, ALN_C_UNIT)->unit != ALN_CENTURY || n < 1 || n > 30) return 0;
  x->year = (int16_t)((n - 1) * 100);
  x->how = ALN_HOW_STATED;
  x->unit = ALN_CENTURY;
  aln_match_mods (m, x);
  if (aln_match_got (m, ALN_C_DASH) || aln_match_before_noun (m))
    aln_match_leave_out (m, ALN_C_THE);
  return 1;
}

int aln_read_season (aln_match *m, aln_timex *x) {
  const aln_clue *year = aln_match_got (m, ALN_C_YEAR), *c = aln_match_got (m, ALN_C_SEASON);
  int pointed, by = aln_match_pointed (m, &pointed);
  if (aln_match_got (m, ALN_C_UNIT) && aln_match_got (m, ALN_C_UNIT)->unit != ALN_YEAR) return 0;
  memcpy (x->season, c->code, 3);
  x->unit = ALN_SEASON;
  x->how = ALN_HOW_NEAREST;
  if (year) aln_timex_year (year, x);
  else if (aln_match_got (m, ALN_C_UNIT) || (pointed && by == 0)) aln_match_year (m, x);
  else x->direction = (int8_t)by;
  x->by = x->how == ALN_HOW_NEAREST ? by : x->by;
  aln_match_mods (m, x);
  return 1;
}

/* "in the summer": without a year; "the fall of Saigon" is none. */
int aln_read_bare_season (aln_match *m, aln_timex *x) {
  const aln_clue *c = aln_match_got (m, ALN_C_SEASON);
  if (aln_match_before_name (m)) return 0; /* Winter Olympics */
  if (aln_match_before_noun (m) && (c->flags & ALN_CLUE_DOUBTFUL)) return 0;
  if (m->after && (m->after->is & BIT (OF))) return 0;
  if ((c->flags & ALN_CLUE_DOUBTFUL) && !aln_match_got (m, ALN_C_EDGE) &&
      !(aln_match_got (m, ALN_C_THE) && m->before &&
        (m->before->flags & (ALN_CLUE_PREPOSITION | ALN_CLUE_UNTIL) || m->before->is & BIT (IN))))
    return 0;
  return aln_read_season (m, x);
}

/* The part of a year that "third quarter", "second half" name; 0: none. */
static int take_part_of_year (const aln_match *m, aln_timex *x) {
  const aln_clue *ord = aln_match_got (m, ALN_C_ORD), *unit = NULL;
  for (uint32_t i = 0; i < ALN_STEPS && m->rule->steps[i]; i++)
    if (m->hit[i] && ((m->hit[i]->is & BIT (HALF)) ||
                      ((m->hit[i]->is & BIT (UNIT)) && m->hit[i]->unit == ALN_QUARTER)))
      unit = m->hit[i];
  if (!unit || (unit->flags & ALN_CLUE_PLURAL)) return 0;
  x->unit = unit->is & BIT (HALF) ? ALN_HALF : ALN_QUARTER;
  x->part_of_year = ord ? (uint8_t)ord->number : 0;
  return !ord || (ord->number >= 1 && ord->number <= (x->unit == ALN_HALF ? 2 : 4));
}

int aln_read_quarter (aln_match *m, aln_timex *x) {
  const aln_clue *year = aln_match_got (m, ALN_C_YEAR);
  int pointed;
  if (!take_part_of_year (m, x)) return 0;
  x->how = ALN_HOW_NEAREST;
  if (year) aln_timex_year (year, x);
  else if (aln_match_pointed (m, &pointed), pointed) aln_match_year (m, x);
  else if (x->unit == ALN_HALF &&
           (!m->before || !(m->before->is & BIT (IN)) || (m->after && (m->after->is & BIT (OF)))))
    return 0;
  if (x->unit == ALN_HALF && aln_match_before_noun (m) && aln_match_got (m, ALN_C_DASH) == NULL)
    return 0;
  if (aln_match_got (m, ALN_C_DASH)) {
    aln_match_leave_out (m, ALN_C_THE);
    aln_match_leave_out (m, ALN_C_HIS);
  }
  return 1;
}

/* "the latest quarter", "the 1988 quarter", "the latest period": a quarter that was named before. */
int aln_read_same_quarter (aln_match *m, aln_timex *x) {
  const aln_clue *year = aln_match_got (m, ALN_C_YEAR), *unit = aln_match_got (m, ALN_C_UNIT);
  int pointed, by = aln_match_pointed (m, &pointed);
  if (unit && (unit->unit != ALN_QUARTER || (unit->flags & ALN_CLUE_PLURAL))) return 0;
  if (year && !aln_match_got (m, ALN_C_THE)) return 0; /* the 2007-2013 period */
  x->unit = ALN_QUARTER;
  x->keeps = 1;
  if (year) aln_timex_year (year, x);
  else if (aln_match_got (m, ALN_C_LATEST)) aln_timex_shift (x, 0, ALN_QUARTER);
  else aln_timex_shift (x, pointed ? by : -1, ALN_YEAR);
  return 1;
}

/* "the year-ago quarter", "year-earlier": a year before what was named last. */
int aln_read_year_ago (aln_match *m, aln_timex *x) {
  const aln_clue *unit = aln_match_got (m, ALN_C_UNIT);
  if (unit && unit->unit != ALN_QUARTER && unit->unit != ALN_MONTH) return 0;
  if (aln_match_got (m, ALN_C_ORD) && !take_part_of_year (m, x)) return 0;
  if (!unit && !aln_match_got (m, ALN_C_PERIOD)) aln_match_leave_out (m, ALN_C_THE);
  x->unit = x->part_of_year ? ALN_QUARTER : ALN_YEAR;
  x->keeps = !x->part_of_year;
  return aln_timex_shift (x, -1, ALN_YEAR);
}
