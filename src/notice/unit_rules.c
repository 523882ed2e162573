/* unit_rules.c: in: matches with "last week", "this morning", "noon". Out: timexes. */
#include "match.h"

#define BIT(class) ALN_BIT (class)

/* -- units pointed at ----------------------------------------------------------------------------- */

/* "last week", "this year", "the previous month", "that day", "the next day". */
int aln_read_pointed_unit (aln_match *m, aln_timex *x) {
  const aln_clue *unit = aln_match_got (m, ALN_C_UNIT);
  int pointed, by = aln_match_pointed (m, &pointed),
               told = aln_match_got (m, ALN_C_THAT) || aln_match_got (m, ALN_C_PREVIOUS) ||
                      (aln_match_got (m, ALN_C_FOLLOWING) && aln_match_got (m, ALN_C_THE));
  if ((unit->flags & ALN_CLUE_PLURAL) || unit->unit < ALN_UNIT_DAY) return 0;
  if (unit->unit == ALN_UNIT_DAY &&
      (aln_match_got (m, ALN_C_LAST) || aln_match_got (m, ALN_C_BYGONE) ||
       aln_match_got (m, ALN_C_THIS)))
    return 0;
  if (unit->unit == ALN_UNIT_DAY && aln_match_got (m, ALN_C_NEXT) && !aln_match_got (m, ALN_C_THE))
    return 0;
  if (by && unit->unit >= ALN_DECADE && aln_match_got (m, ALN_C_THE)) { /* over the past decade */
    x->type = ALN_DURATION;
    aln_timex_amount (x, 1, 0, unit->unit);
    return 1;
  }
  x->unit = unit->unit;
  if (unit->unit == ALN_UNIT_DAY) told = 1;
  if (told) x->from = ALN_FROM_LAST;
  aln_match_mods (m, x);
  return aln_timex_shift (x, by, unit->unit);
}

/* "the first months of the year": a time stands before the "of". */
static int is_part_of (const aln_match *m) {
  const aln_clue *of = m->before;
  if (of == m->clues || of[-1].token + of[-1].tokens != of->token) return 0;
  return (of[-1].is & (BIT (UNIT) | BIT (HALF) | BIT (END) | BIT (EDGE) | BIT (MONTH) |
                       BIT (SEASON) | BIT (DAY) | BIT (ORD))) != 0;
}

/* "the year", "the quarter", "the weekend": the one in hand. "the year ended Sept. 30" is a span. */
int aln_read_bare_unit (aln_match *m, aln_timex *x) {
  const aln_clue *unit = aln_match_got (m, ALN_C_UNIT);
  int ended = m->after && (m->after->flags & ALN_CLUE_ENDED);
  if ((unit->flags & ALN_CLUE_PLURAL) || unit->unit < ALN_WEEKEND || unit->unit > ALN_YEAR)
    return 0;
  if (m->after &&
      (m->after->is & (BIT (OF) | BIT (BEFORE) | BIT (AFTER) | BIT (DASH) | BIT (POSS))))
    return 0;
  if (m->before && (m->before->is & BIT (OF)) && !is_part_of (m)) return 0; /* man of the year */
  if (unit->unit == ALN_QUARTER || unit->unit == ALN_HALF) {
    x->unit = ALN_QUARTER;
    x->keeps = 1;
    x->from = ALN_FROM_LAST;
    return aln_timex_shift (x, 0, ALN_QUARTER);
  }
  if (ended && unit->unit == ALN_YEAR) {
    x->type = ALN_DURATION;
    aln_timex_amount (x, 1, 0, ALN_YEAR);
    return 1;
  }
  if (unit->unit == ALN_MONTH && !aln_match_got (m, ALN_C_END) && !aln_match_got (m, ALN_C_EDGE))
    return 0;
  x->unit = unit->unit;
  aln_match_mods (m, x);
  if (unit->unit == ALN_WEEKEND) x->how = ALN_HOW_NEAREST;
  else aln_timex_shift (x, 0, unit->unit);
  return 1;
}

/* "the end of the month", "the end of 1994", "early in the year", "year-end". */
int aln_read_edge (aln_match *m, aln_timex *x) {
  const aln_clue *year = aln_match_got (m, ALN_C_YEAR);
  int pointed;
  if (aln_match_got (m, ALN_C_MONTH)) return aln_read_date (m, x);
  if (aln_match_got (m, ALN_C_DECADE)) return aln_read_decade (m, x);
  if (aln_match_got (m, ALN_C_UNIT) && (aln_match_pointed (m, &pointed), pointed))
    return aln_read_pointed_unit (m, x);
  if (aln_match_got (m, ALN_C_UNIT) && !year) return aln_read_bare_unit (m, x);
  if (!year) return 0;
  aln_timex_year (year, x);
  x->unit = ALN_YEAR;
  aln_match_mods (m, x);
  return 1;
}

int aln_read_year_end (aln_match *m, aln_timex *x) {
  const aln_clue *unit = aln_match_got (m, ALN_C_UNIT);
  if (unit->unit != ALN_YEAR && unit->unit != ALN_MONTH) return 0;
  if (unit->flags & ALN_CLUE_PLURAL) return 0;
  aln_match_mods (m, x);
  x->unit = unit->unit;
  return aln_timex_shift (x, 0, unit->unit);
}

int aln_read_week_of (aln_match *m, aln_timex *x) {
  if (aln_match_got (m, ALN_C_UNIT)->unit != ALN_WEEK) return 0;
  x->month = (uint8_t)aln_match_got (m, ALN_C_MONTH)->value;
  x->how = ALN_HOW_NEAREST;
  if (!aln_timex_day (aln_match_got (m, ALN_C_DAY), x)) return 0;
  x->unit = ALN_WEEK;
  return 1;
}

/* -- days and times of day ------------------------------------------------------------------------ */

int aln_read_dayword (aln_match *m, aln_timex *x) {
  const aln_clue *c = aln_match_got (m, ALN_C_DAYWORD), *part = aln_match_got (m, ALN_C_PART);
  x->unit = ALN_UNIT_DAY;
  memcpy (x->part, part ? part->code : c->code, 3);
  if (x->part[0]) x->type = ALN_TIME;
  aln_match_mods (m, x);
  return aln_timex_shift (x, c->value, ALN_UNIT_DAY);
}

/* "this morning", "last night", "that morning", "the next morning". */
int aln_read_part (aln_match *m, aln_timex *x) {
  int pointed, by = aln_match_pointed (m, &pointed);
  int told = aln_match_got (m, ALN_C_THAT) || aln_match_got (m, ALN_C_PREVIOUS) ||
             aln_match_got (m, ALN_C_FOLLOWING);
  if (!pointed) return 0;
  if (aln_match_got (m, ALN_C_LAST) && aln_match_got (m, ALN_C_THE)) return 0;
  memcpy (x->part, aln_match_got (m, ALN_C_PART)->code, 3);
  x->unit = ALN_UNIT_DAY;
  x->type = ALN_TIME;
  x->from = told ? ALN_FROM_LAST : ALN_FROM_ARTICLE;
  aln_match_mods (m, x);
  return aln_timex_shift (x, by, ALN_UNIT_DAY);
}

/* "the morning of Dec. 3", "the night of the 3rd", "the evening of Monday". */
int aln_read_part_of (aln_match *m, aln_timex *x) {
  const aln_clue *day = aln_match_got (m, ALN_C_DAY);
  if (aln_match_got (m, ALN_C_MONTH)) {
    if (!aln_read_date (m, x) || !day) return 0;
  } else if (day) {
    if (!aln_read_the_day (m, x)) return 0;
  } else if (aln_match_got (m, ALN_C_DAYWORD)) {
    if (!aln_read_dayword (m, x)) return 0;
  } else if (!aln_read_weekday (m, x)) return 0;
  memcpy (x->part, aln_match_got (m, ALN_C_PART)->code, 3);
  x->type = ALN_TIME;
  return 1;
}

/* The hour and minute of "10 p.m.", "10:35 a.m.", "noon", "0735 GMT", "4 in the morning". */
static int take_clock (const aln_match *m, aln_timex *x) {
  const aln_clue *n = aln_match_got (m, ALN_C_NUM), *clock = aln_match_got (m, ALN_C_CLOCK),
                 *moment = aln_match_got (m, ALN_C_MOMENT),
                 *half = aln_match_got (m, ALN_C_MERIDIEM), *part = aln_match_got (m, ALN_C_PART);
  int64_t h = clock ? clock->number / 60 : n ? n->number : 0, mi = clock ? clock->number % 60 : 0;
  int later = (half && half->value == 12) || (part && part->code[0] != 'M');
  if (moment) h = moment->value;
  else if (!half && !part && n) { /* the hour of a zone: 0735 GMT */
    if (!aln_match_got (m, ALN_C_ZONE) || !(n->flags & ALN_CLUE_PLAIN) || n->number > 2400)
      return 0;
    h = n->number / 100;
    mi = n->number % 100;
  } else if (n && (n->number < 1 || n->number > 12)) return 0;
  else if (n && n->thousandths) mi = n->thousandths / 10; /* 10.30 a.m. */
  if (later && h < 12) h += 12;
  if (half && half->value == 0 && h == 12) h = 0;
  if (h > 24 || mi > 59) return 0;
  x->hour = (int8_t)h;
  x->minute = (int8_t)mi;
  x->type = ALN_TIME;
  return 1;
}

/* "10:35 a.m. (0735 GMT) Friday": the weekday behind the brackets; NULL: none. */
static const aln_clue *weekday_ahead (const aln_match *m) {
  const aln_clue *c = m->after;
  for (int i = 0; c && i < 6 && !(c->is & BIT (CLOSE)); i++)
    c = c + 1 < m->clues_end && c[1].token == c->token + c->tokens ? c + 1 : NULL;
  if (!c || !(c->is & BIT (CLOSE)) || c + 1 >= m->clues_end || c[1].token != c->token + 1)
    return NULL;
  return c[1].is & BIT (WEEKDAY) ? c + 1 : NULL;
}

int aln_read_time (aln_match *m, aln_timex *x) {
  const aln_clue *weekday = aln_match_got (m, ALN_C_WEEKDAY),
                 *word = aln_match_got (m, ALN_C_DAYWORD);
  if (aln_match_got (m, ALN_C_MONTH)) {
    if (!aln_read_date (m, x)) return 0;
  } else if (word) {
    x->unit = ALN_UNIT_DAY;
    aln_timex_shift (x, word->value, ALN_UNIT_DAY);
  } else if (weekday) {
    if (!aln_read_weekday (m, x)) return 0;
  } else {
    if (!aln_match_got (m, ALN_C_MERIDIEM) && !aln_match_got (m, ALN_C_ZONE) &&
        !aln_match_got (m, ALN_C_PART) && (!aln_match_is_led (m) || (m->before->is & BIT (IN))))
      return 0; /* "high noon", "won in 2:36" */
    const aln_clue *ahead = weekday_ahead (m);
    x->unit = ALN_UNIT_DAY;
    x->from = ALN_FROM_LAST;
    aln_timex_shift (x, 0, ALN_UNIT_DAY);
    if (ahead) {
      x->how = ALN_HOW_WEEKDAY;
      x->from = ALN_FROM_ARTICLE;
      x->by_unit = ALN_UNIT_NONE;
      x->weekday = (uint8_t)ahead->value;
    }
  }
  x->part[0] = 0;
  x->mod = NULL;
  aln_match_mods (m, x);
  return take_clock (m, x);
}
