/* rules.c: in: clues that stand as a rule wants them. Out: a timex, or a refusal (rules.h).
   What TimeML asks for: an expression takes its hedge and its "the" where it is a phrase of its own
   ("the third quarter"), not where it stands before a noun ("a third-quarter loss"). */
#include "rules.h"

#include <stdio.h>

#define BIT(class) (UINT64_C (1) << ALN_C_##class)
#define OPT(class) (ALN_STEP_OPT | BIT (class))
#define MAY ALN_STEP_OPT |

/* -- what was matched ----------------------------------------------------------------------------
 */

/* The first hit at a step that asks for this class. */
static const aln_clue *got (const aln_match *m, aln_class class) {
  uint64_t bit = UINT64_C (1) << class;
  for (uint32_t i = 0; i < ALN_STEPS && m->rule->steps[i]; i++)
    if (m->hit[i] && (m->rule->steps[i] & bit) && (m->hit[i]->is & bit)) return m->hit[i];
  return NULL;
}

static void leave_out (aln_match *m, aln_class class) {
  const aln_clue *c = got (m, class);
  for (uint32_t i = 0; c && i < ALN_STEPS; i++)
    if (m->hit[i] == c) m->hit[i] = NULL;
}

static int is_glued_word (const aln_match *m) { /* a word hangs on behind: "-month", "th" */
  return m->token && m->token < m->end && (m->token->flags & ALN_TOKEN_GLUED) &&
         (m->token->kind == ALN_TOKEN_WORD || m->token->kind == ALN_TOKEN_NUMBER);
}

/* A word in small letters that is no clue follows: what stands before it may be its attribute. */
static int before_noun (const aln_match *m) {
  return !m->after && m->token && m->token < m->end && m->token->kind == ALN_TOKEN_WORD &&
         m->token->shape == ALN_SHAPE_LOWER;
}

static int before_name (const aln_match *m) {
  return !m->after && m->token && m->token < m->end && m->token->kind == ALN_TOKEN_WORD &&
         (m->token->shape == ALN_SHAPE_CAPITAL || m->token->shape == ALN_SHAPE_CAPS);
}

/* A preposition stands before it: in May, since noon. */
static int is_led (const aln_match *m) {
  const aln_clue *b = m->before;
  return b && ((b->flags & (ALN_CLUE_PREPOSITION | ALN_CLUE_UNTIL)) ||
               (b->is & (BIT (IN) | BIT (OF) | BIT (AT) | BIT (TO))));
}

/* -1, 0, +1 as "last", "this", "next" point; *pointed: whether one of them is there. */
static int pointed_by (const aln_match *m, int *pointed) {
  *pointed = 1;
  if (got (m, ALN_C_LAST) || got (m, ALN_C_BYGONE) || got (m, ALN_C_PREVIOUS)) return -1;
  if (got (m, ALN_C_NEXT) || got (m, ALN_C_COMING) || got (m, ALN_C_FOLLOWING)) return 1;
  *pointed = got (m, ALN_C_THIS) != NULL || got (m, ALN_C_THAT) != NULL;
  return 0;
}

/* "over the last five years", "about a three-year period": here the word is a preposition. */
static void drop_preposition (aln_match *m) {
  const aln_clue *h = got (m, ALN_C_HEDGE), *next = NULL;
  for (uint32_t i = ALN_STEPS; h && i-- > 0;)
    if (m->hit[i] && m->hit[i] != h) next = m->hit[i];
  if (next && (h->flags & ALN_CLUE_DOUBTFUL) && !(next->is & BIT (NUM) || next->is & BIT (A)))
    leave_out (m, ALN_C_HEDGE);
}

static void take_mods (const aln_match *m, aln_timex *x) {
  const aln_clue *c = got (m, ALN_C_EDGE);
  if (!c) c = got (m, ALN_C_END);
  if (!c) c = got (m, ALN_C_ORSO);
  if (!c) c = got (m, ALN_C_HEDGE);
  if (c) x->mod = c->mod;
}

static int shift (aln_timex *x, int by, int unit) {
  x->how = ALN_HOW_SHIFTED;
  x->by = by;
  x->by_unit = (uint8_t)unit;
  return 1;
}

/* -- amounts -------------------------------------------------------------------------------------
 */

static const char *const unit_letters[ALN_UNITS] = {"",  "S", "M", "H", "D", "WE", "W",
                                                    "M", "Q", "Y", "Y", "Y", "DE", "CE"};

/* "P6DE", "PT1M30S", "P1Y6M"; an amount of -1 is unknown: "PXY". */
static void write_amount (aln_timex *x, int64_t n, int32_t thousandths, int unit) {
  const char *t = unit < ALN_UNIT_DAY ? "T" : "";
  static const struct {
    uint8_t unit;
    int16_t parts;
    const char *letter;
  } finer[] = {{ALN_MINUTE, 60, "S"}, {ALN_HOUR, 60, "M"}, {ALN_YEAR, 12, "M"}};
  x->how = ALN_HOW_AMOUNT;
  x->by = n > INT32_MAX ? INT32_MAX : (int32_t)n;
  x->by_unit = x->unit = (uint8_t)unit;
  if (n < 0) {
    snprintf (x->fixed, sizeof x->fixed, "P%sX%s", t, unit_letters[unit]);
    return;
  }
  for (size_t i = 0; thousandths && i < sizeof finer / sizeof finer[0]; i++)
    if (finer[i].unit == unit && thousandths * finer[i].parts % 1000 == 0) {
      char whole[16] = "";
      if (n) snprintf (whole, sizeof whole, "%d%s", x->by, unit_letters[unit]);
      snprintf (x->fixed, sizeof x->fixed, "P%s%s%d%s", t, whole,
                thousandths * finer[i].parts / 1000, finer[i].letter);
      return;
    }
  if (thousandths) {
    int32_t f = thousandths;
    while (f % 10 == 0) f /= 10;
    snprintf (x->fixed, sizeof x->fixed, "P%s%d.%d%s", t, x->by, f, unit_letters[unit]);
  } else snprintf (x->fixed, sizeof x->fixed, "P%s%d%s", t, x->by, unit_letters[unit]);
}

/* -- calendar ------------------------------------------------------------------------------------
 */

static int take_day (const aln_clue *c, aln_timex *x) {
  x->day = (int8_t)c->number;
  x->unit = ALN_UNIT_DAY;
  return x->day <= (x->month ? aln_month_days (x->year ? x->year : 2000, x->month) : 31);
}

static void take_year (const aln_clue *c, aln_timex *x) {
  x->year = (int16_t)c->number;
  x->how = ALN_HOW_STATED;
}

/* A year that is pointed at ("October last year", "this year's third quarter"), or none. */
static void take_pointed_year (const aln_match *m, aln_timex *x) {
  int pointed, by = pointed_by (m, &pointed);
  if (pointed) shift (x, by, ALN_YEAR);
}

static int read_date (aln_match *m, aln_timex *x) {
  const aln_clue *month = got (m, ALN_C_MONTH), *day = got (m, ALN_C_DAY),
                 *year = got (m, ALN_C_YEAR), *weekday = got (m, ALN_C_WEEKDAY);
  x->how = ALN_HOW_NEAREST;
  x->unit = ALN_MONTH;
  x->month = (int8_t)month->value;
  if (weekday) x->weekday = (int8_t)weekday->value;
  if (year) take_year (year, x);
  else if (got (m, ALN_C_UNIT)) {
    if (got (m, ALN_C_UNIT)->unit != ALN_YEAR) return 0;
    take_pointed_year (m, x);
  }
  if (day && !take_day (day, x)) return 0;
  take_mods (m, x);
  return !is_glued_word (m);
}

/* A month alone. "May" and "March" want a word before them that a month follows; any month before
   or behind a name is a person ("Theresa May", "April Ryan"). */
static int read_month (aln_match *m, aln_timex *x) {
  const aln_clue *c = got (m, ALN_C_MONTH), *b = m->before;
  int led = got (m, ALN_C_EDGE) || is_led (m);
  if (c->flags & ALN_CLUE_SHORT) return 0;
  if ((c->flags & ALN_CLUE_DOUBTFUL) && !led) return 0;
  if (!led && (before_name (m) || (m->previous && !b && m->previous->shape == ALN_SHAPE_CAPITAL)))
    return 0;
  return read_date (m, x);
}

/* "last May", "next March", "this July". */
static int read_pointed_month (aln_match *m, aln_timex *x) {
  int pointed, by = pointed_by (m, &pointed);
  if (!read_date (m, x)) return 0;
  if (by == 0) return shift (x, 0, ALN_YEAR);
  x->direction = (int8_t)by;
  x->by = by; /* not the month we are in */
  return 1;
}

static int read_weekday (aln_match *m, aln_timex *x) {
  const aln_clue *c = got (m, ALN_C_WEEKDAY), *part = got (m, ALN_C_PART),
                 *unit = got (m, ALN_C_UNIT);
  int pointed, by = pointed_by (m, &pointed);
  if (c->flags & ALN_CLUE_SHORT) return 0;
  x->how = ALN_HOW_WEEKDAY;
  x->unit = ALN_UNIT_DAY;
  x->weekday = (int8_t)c->value;
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
  take_mods (m, x);
  return 1;
}

static int read_fixed (aln_match *m, aln_timex *x) {
  int64_t n = got (m, ALN_C_FIXED)->number;
  x->how = ALN_HOW_STATED;
  x->unit = ALN_UNIT_DAY;
  x->year = (int16_t)(n / 10000);
  x->month = (int8_t)(n / 100 % 100);
  x->day = (int8_t)(n % 100);
  return 1;
}

static int32_t row_number (const aln_match *m, aln_row row, const char *key) {
  aln_slice s = aln_lexicon_get (m->kinds->lexicon, row, aln_slice_of (key));
  int32_t v = 0;
  for (size_t i = s.n > 0 && s.p[0] == '-'; i < s.n && i < 5; i++) v = v * 10 + (s.p[i] - '0');
  return s.n > 0 && s.p[0] == '-' ? -v : v;
}

static int read_holiday (aln_match *m, aln_timex *x) {
  aln_row row = got (m, ALN_C_HOLIDAY)->row;
  const aln_clue *year = got (m, ALN_C_YEAR);
  int pointed, by = pointed_by (m, &pointed);
  x->how = ALN_HOW_NEAREST;
  x->unit = ALN_UNIT_DAY;
  x->month = (int8_t)row_number (m, row, "month");
  x->day = (int8_t)row_number (m, row, "day");
  x->weekday = (int8_t)row_number (m, row, "weekday");
  x->nth = (int8_t)row_number (m, row, "nth");
  x->after = (int8_t)row_number (m, row, "after");
  x->direction = (int8_t)by;
  if (year) take_year (year, x);
  else if (pointed && by == 0) shift (x, 0, ALN_YEAR);
  return x->month > 0;
}

/* "on the 10th": the tenth of the month, as Korean papers count; no "10th anniversary". */
static int read_day_of_month (aln_match *m, aln_timex *x) {
  const aln_clue *day = got (m, ALN_C_DAY);
  if (!(day->flags & ALN_CLUE_ORDINAL) || !(day->flags & ALN_CLUE_DIGITS) || before_noun (m) ||
      before_name (m) || is_glued_word (m))
    return 0;
  if (m->after &&
      !(m->after->is &
        (BIT (COMMA) | BIT (CLOSE) | BIT (AND) | BIT (IN) | BIT (AT) | BIT (TO) | BIT (THAT))) &&
      !(m->after->flags & (ALN_CLUE_STOP | ALN_CLUE_PREPOSITION | ALN_CLUE_FUTURE)))
    return 0;
  x->how = ALN_HOW_NEAREST;
  return take_day (day, x);
}

/* -- years and their parts -----------------------------------------------------------------------
 */

static int
is_currency (const aln_match *m) { /* a sign that is no clue is glued before the number */
  const aln_token *p = m->previous;
  unsigned char c;
  if (!p || !m->hit[0]) return 0;
  c = (unsigned char)m->text.p[p->to - 1];
  return p->kind == ALN_TOKEN_MARK && c != '(' && c != '"' && c != '\'' && c != '`' && c != '-' &&
         c != ',' && c != '.' && c != ':' && c != ';' && c != '_' && c != '/' && c != '[' &&
         c < 0x80;
}

static int read_year (aln_match *m, aln_timex *x) {
  const aln_clue *c = got (m, ALN_C_YEAR), *b = m->before;
  int led = is_led (m);
  if (is_glued_word (m) || is_currency (m)) return 0;
  if (got (m, ALN_C_UNIT) && got (m, ALN_C_UNIT)->unit != ALN_YEAR) return 0;
  if ((c->flags & ALN_CLUE_GLUED) && b && (b->is & BIT (DASH))) led = 0;
  if ((c->number < 1900 || c->number > 2059) && !led) return 0;
  if (m->after && (m->after->is & (BIT (UNIT) | BIT (MERIDIEM) | BIT (ZONE) | BIT (MONTH))))
    return 0;
  take_year (c, x);
  x->unit = ALN_YEAR;
  take_mods (m, x);
  return 1;
}

static int read_decade (aln_match *m, aln_timex *x) {
  take_year (got (m, ALN_C_DECADE), x);
  x->unit = ALN_DECADE;
  take_mods (m, x);
  if (got (m, ALN_C_DECADE)->flags & ALN_CLUE_DIGITS) leave_out (m, ALN_C_THE);
  return 1;
}

static int read_century (aln_match *m, aln_timex *x) {
  int64_t n = got (m, ALN_C_ORD)->number;
  if (got (m, ALN_C_UNIT)->unit != ALN_CENTURY || n < 1 || n > 30) return 0;
  x->year = (int16_t)((n - 1) * 100);
  x->how = ALN_HOW_STATED;
  x->unit = ALN_CENTURY;
  take_mods (m, x);
  if (got (m, ALN_C_DASH) || before_noun (m)) leave_out (m, ALN_C_THE);
  return 1;
}

static int read_season (aln_match *m, aln_timex *x) {
  const aln_clue *year = got (m, ALN_C_YEAR), *c = got (m, ALN_C_SEASON);
  int pointed, by = pointed_by (m, &pointed);
  if (got (m, ALN_C_UNIT) && got (m, ALN_C_UNIT)->unit != ALN_YEAR) return 0;
  memcpy (x->season, c->code, 3);
  x->unit = ALN_SEASON;
  x->how = ALN_HOW_NEAREST;
  if (year) take_year (year, x);
  else if (got (m, ALN_C_UNIT) || (pointed && by == 0)) take_pointed_year (m, x);
  else x->direction = (int8_t)by;
  x->by = x->how == ALN_HOW_NEAREST ? by : x->by;
  take_mods (m, x);
  return 1;
}

/* "in the summer": without a year; "the fall of Saigon" is none. */
static int read_bare_season (aln_match *m, aln_timex *x) {
  const aln_clue *c = got (m, ALN_C_SEASON);
  if (before_noun (m) && (c->flags & ALN_CLUE_DOUBTFUL)) return 0;
  if (m->after && (m->after->is & BIT (OF))) return 0;
  if ((c->flags & ALN_CLUE_DOUBTFUL) && !got (m, ALN_C_EDGE) &&
      !(got (m, ALN_C_THE) && m->before &&
        (m->before->flags & (ALN_CLUE_PREPOSITION | ALN_CLUE_UNTIL) || m->before->is & BIT (IN))))
    return 0;
  return read_season (m, x);
}

/* The part of a year that "third quarter", "second half" name; 0: none. */
static int take_part_of_year (const aln_match *m, aln_timex *x) {
  const aln_clue *ord = got (m, ALN_C_ORD), *unit = NULL;
  for (uint32_t i = 0; i < ALN_STEPS && m->rule->steps[i]; i++)
    if (m->hit[i] && ((m->hit[i]->is & BIT (HALF)) ||
                      ((m->hit[i]->is & BIT (UNIT)) && m->hit[i]->unit == ALN_QUARTER)))
      unit = m->hit[i];
  if (!unit || (unit->flags & ALN_CLUE_PLURAL)) return 0;
  x->unit = unit->is & BIT (HALF) ? ALN_HALF : ALN_QUARTER;
  x->part_of_year = ord ? (int8_t)ord->number : 0;
  return !ord || (ord->number >= 1 && ord->number <= (x->unit == ALN_HALF ? 2 : 4));
}

static int read_quarter (aln_match *m, aln_timex *x) {
  const aln_clue *year = got (m, ALN_C_YEAR);
  int pointed;
  if (!take_part_of_year (m, x)) return 0;
  x->how = ALN_HOW_NEAREST;
  if (year) take_year (year, x);
  else if (pointed_by (m, &pointed), pointed) take_pointed_year (m, x);
  else if (x->unit == ALN_HALF &&
           (!m->before || !(m->before->is & BIT (IN)) || (m->after && (m->after->is & BIT (OF)))))
    return 0;
  if (x->unit == ALN_HALF && before_noun (m) && got (m, ALN_C_DASH) == NULL) return 0;
  if (got (m, ALN_C_DASH)) {
    leave_out (m, ALN_C_THE);
    leave_out (m, ALN_C_HIS);
  }
  return 1;
}

/* "the latest quarter", "the 1988 quarter", "the latest period": a quarter that was named before. */
static int read_same_quarter (aln_match *m, aln_timex *x) {
  const aln_clue *year = got (m, ALN_C_YEAR), *unit = got (m, ALN_C_UNIT);
  int pointed, by = pointed_by (m, &pointed);
  if (unit && (unit->unit != ALN_QUARTER || (unit->flags & ALN_CLUE_PLURAL))) return 0;
  x->unit = ALN_QUARTER;
  x->keeps = 1;
  if (year) take_year (year, x);
  else if (got (m, ALN_C_LATEST)) shift (x, 0, ALN_QUARTER);
  else shift (x, pointed ? by : -1, ALN_YEAR);
  return 1;
}

/* "the year-ago quarter", "year-earlier": a year before what was named last. */
static int read_year_ago (aln_match *m, aln_timex *x) {
  const aln_clue *unit = got (m, ALN_C_UNIT);
  if (unit && unit->unit != ALN_QUARTER && unit->unit != ALN_MONTH) return 0;
  if (got (m, ALN_C_ORD) && !take_part_of_year (m, x)) return 0;
  if (!unit && !got (m, ALN_C_PERIOD)) leave_out (m, ALN_C_THE);
  x->unit = x->part_of_year ? ALN_QUARTER : ALN_YEAR;
  x->keeps = !x->part_of_year;
  return shift (x, -1, ALN_YEAR);
}

/* -- units pointed at ----------------------------------------------------------------------------
 */

/* "last week", "this year", "the previous month", "that day", "the next day". */
static int read_pointed_unit (aln_match *m, aln_timex *x) {
  const aln_clue *unit = got (m, ALN_C_UNIT);
  int pointed, by = pointed_by (m, &pointed),
               told = got (m, ALN_C_THAT) || got (m, ALN_C_PREVIOUS) ||
                      (got (m, ALN_C_FOLLOWING) && got (m, ALN_C_THE));
  if ((unit->flags & ALN_CLUE_PLURAL) || unit->unit < ALN_UNIT_DAY) return 0;
  if (unit->unit == ALN_UNIT_DAY &&
      (got (m, ALN_C_LAST) || got (m, ALN_C_BYGONE) || got (m, ALN_C_THIS)))
    return 0;
  if (unit->unit == ALN_UNIT_DAY && got (m, ALN_C_NEXT) && !got (m, ALN_C_THE)) return 0;
  x->unit = unit->unit;
  if (unit->unit == ALN_UNIT_DAY) told = 1;
  if (told) x->from = ALN_FROM_LAST;
  take_mods (m, x);
  return shift (x, by, unit->unit);
}

/* "the year", "the quarter", "the weekend": the one in hand. "the year ended Sept. 30" is a span. */
static int read_bare_unit (aln_match *m, aln_timex *x) {
  const aln_clue *unit = got (m, ALN_C_UNIT);
  int ended = m->after && (m->after->flags & ALN_CLUE_ENDED);
  if ((unit->flags & ALN_CLUE_PLURAL) || unit->unit < ALN_WEEKEND || unit->unit > ALN_YEAR)
    return 0;
  if (m->after &&
      (m->after->is & (BIT (OF) | BIT (BEFORE) | BIT (AFTER) | BIT (DASH) | BIT (POSS))))
    return 0;
  if (unit->unit == ALN_QUARTER || unit->unit == ALN_HALF) {
    x->unit = ALN_QUARTER;
    x->keeps = 1;
    x->from = ALN_FROM_LAST;
    return shift (x, 0, ALN_QUARTER);
  }
  if (ended && unit->unit == ALN_YEAR) {
    x->type = ALN_DURATION;
    write_amount (x, 1, 0, ALN_YEAR);
    return 1;
  }
  if (unit->unit == ALN_MONTH && !got (m, ALN_C_END) && !got (m, ALN_C_EDGE)) return 0;
  x->unit = unit->unit;
  take_mods (m, x);
  if (unit->unit == ALN_WEEKEND) x->how = ALN_HOW_NEAREST;
  else shift (x, 0, unit->unit);
  return 1;
}

/* "the end of the month", "the end of 1994", "early in the year", "year-end". */
static int read_edge (aln_match *m, aln_timex *x) {
  const aln_clue *year = got (m, ALN_C_YEAR);
  int pointed;
  if (got (m, ALN_C_MONTH)) return read_date (m, x);
  if (got (m, ALN_C_DECADE)) return read_decade (m, x);
  if (got (m, ALN_C_UNIT) && (pointed_by (m, &pointed), pointed)) return read_pointed_unit (m, x);
  if (got (m, ALN_C_UNIT) && !year) return read_bare_unit (m, x);
  if (!year) return 0;
  take_year (year, x);
  x->unit = ALN_YEAR;
  take_mods (m, x);
  return 1;
}

static int read_year_end (aln_match *m, aln_timex *x) {
  const aln_clue *unit = got (m, ALN_C_UNIT);
  if (unit->unit != ALN_YEAR && unit->unit != ALN_MONTH) return 0;
  if (unit->flags & ALN_CLUE_PLURAL) return 0;
  take_mods (m, x);
  x->unit = unit->unit;
  return shift (x, 0, unit->unit);
}

static int read_week_of (aln_match *m, aln_timex *x) {
  if (got (m, ALN_C_UNIT)->unit != ALN_WEEK) return 0;
  x->month = (int8_t)got (m, ALN_C_MONTH)->value;
  x->how = ALN_HOW_NEAREST;
  if (!take_day (got (m, ALN_C_DAY), x)) return 0;
  x->unit = ALN_WEEK;
  return 1;
}

/* -- days and times of day -----------------------------------------------------------------------
 */

static int read_dayword (aln_match *m, aln_timex *x) {
  const aln_clue *c = got (m, ALN_C_DAYWORD), *part = got (m, ALN_C_PART);
  x->unit = ALN_UNIT_DAY;
  memcpy (x->part, part ? part->code : c->code, 3);
  if (x->part[0]) x->type = ALN_TIME;
  take_mods (m, x);
  return shift (x, c->value, ALN_UNIT_DAY);
}

/* "this morning", "last night", "that morning", "the next morning". */
static int read_part (aln_match *m, aln_timex *x) {
  int pointed, by = pointed_by (m, &pointed);
  int told = got (m, ALN_C_THAT) || got (m, ALN_C_PREVIOUS) || got (m, ALN_C_FOLLOWING);
  if (!pointed) return 0;
  if (got (m, ALN_C_LAST) && got (m, ALN_C_THE)) return 0;
  memcpy (x->part, got (m, ALN_C_PART)->code, 3);
  x->unit = ALN_UNIT_DAY;
  x->type = ALN_TIME;
  x->from = told ? ALN_FROM_LAST : ALN_FROM_ARTICLE;
  take_mods (m, x);
  return shift (x, by, ALN_UNIT_DAY);
}

/* The hour and minute of "10 p.m.", "10:35 a.m.", "noon", "0735 GMT", "4 in the morning". */
static int take_clock (const aln_match *m, aln_timex *x) {
  const aln_clue *n = got (m, ALN_C_NUM), *clock = got (m, ALN_C_CLOCK),
                 *moment = got (m, ALN_C_MOMENT), *half = got (m, ALN_C_MERIDIEM),
                 *part = got (m, ALN_C_PART);
  int64_t h = clock ? clock->number / 60 : n ? n->number : 0, mi = clock ? clock->number % 60 : 0;
  int later = (half && half->value == 12) || (part && part->code[0] != 'M');
  if (moment) h = moment->value;
  else if (!half && !part && n) { /* the hour of a zone: 0735 GMT */
    if (!got (m, ALN_C_ZONE) || !(n->flags & ALN_CLUE_PLAIN) || n->number > 2400) return 0;
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

static int read_time (aln_match *m, aln_timex *x) {
  const aln_clue *weekday = got (m, ALN_C_WEEKDAY), *word = got (m, ALN_C_DAYWORD);
  if (got (m, ALN_C_MONTH)) {
    if (!read_date (m, x)) return 0;
  } else if (word) {
    x->unit = ALN_UNIT_DAY;
    shift (x, word->value, ALN_UNIT_DAY);
  } else if (weekday) {
    if (!read_weekday (m, x)) return 0;
  } else {
    if (got (m, ALN_C_MOMENT) && !is_led (m)) return 0;
    x->unit = ALN_UNIT_DAY;
    x->from = ALN_FROM_LAST;
    shift (x, 0, ALN_UNIT_DAY);
  }
  x->part[0] = 0;
  x->mod = NULL;
  take_mods (m, x);
  return take_clock (m, x);
}

/* -- counted units -------------------------------------------------------------------------------
 */

static int amount_of (const aln_match *m, int64_t *n, int32_t *thousandths) {
  const aln_clue *num = got (m, ALN_C_NUM), *few = got (m, ALN_C_FEW);
  *thousandths = num ? num->thousandths : 0;
  *n = num ? num->number : few ? (few->value ? few->value : -1) : 1;
  if (got (m, ALN_C_HALF)) {
    *thousandths = 500;
    if (!num && !got (m, ALN_C_AND)) *n = 0;
  }
  return *n <= 100000;
}

static int read_amount (aln_match *m, aln_timex *x) {
  const aln_clue *unit = got (m, ALN_C_UNIT);
  int64_t n;
  int32_t part;
  if (!amount_of (m, &n, &part)) return 0;
  if ((unit->flags & ALN_CLUE_DOUBTFUL) && !got (m, ALN_C_DASH)) return 0;
  x->type = ALN_DURATION;
  drop_preposition (m);
  take_mods (m, x);
  if (got (m, ALN_C_FEW) && n > 0) x->mod = "APPROX";
  write_amount (x, n, part, unit->unit);
  return 1;
}

/* "three days", "the last five years", "the next two years or so". */
static int read_duration (aln_match *m, aln_timex *x) {
  const aln_clue *n = got (m, ALN_C_NUM);
  if (is_currency (m)) return 0;
  if (n && (n->is & BIT (YEAR)) && m->before && (m->before->is & BIT (MONTH))) return 0;
  if (m->after && (m->after->is & BIT (OLD))) return 0;
  if (!read_amount (m, x)) return 0;
  if (m->after && (m->after->is & BIT (LATER))) x->direction = 1;
  if (m->after && (m->after->is & BIT (AFTER))) x->direction = 1;
  if (m->after && (m->after->is & BIT (BEFORE))) x->direction = -1;
  return 1;
}

static int is_age (const aln_match *m) { /* "-old" or " old" behind it: how old somebody is */
  const aln_clue *a = m->after;
  if (a && (a->is & BIT (DASH)) && a + 1 < m->clues_end && a[1].token == a->token + 1) a++;
  return a && (a->is & BIT (OLD)) != 0;
}

/* "two-year", "a three-year period", "decades-long"; a person's age is no date. */
static int read_compound (aln_match *m, aln_timex *x) {
  const aln_clue *unit = got (m, ALN_C_UNIT);
  if ((unit->flags & ALN_CLUE_PLURAL) && !got (m, ALN_C_OLD)) return 0;
  if (got (m, ALN_C_NUM) && (got (m, ALN_C_OLD) || is_age (m))) return 0;
  if (!got (m, ALN_C_NUM) && !(unit->flags & ALN_CLUE_PLURAL)) return 0;
  if (!read_amount (m, x)) return 0;
  if (!got (m, ALN_C_NUM)) write_amount (x, -1, 0, unit->unit);
  if (!got (m, ALN_C_PERIOD)) {
    leave_out (m, ALN_C_A);
    leave_out (m, ALN_C_THE);
  }
  return 1;
}

/* "a year", "an hour": how long behind a word that measures, how often behind anything else. */
static int read_a_unit (aln_match *m, aln_timex *x) {
  const aln_clue *unit = got (m, ALN_C_UNIT), *b = m->before;
  int measured = got (m, ALN_C_HEDGE) || (b && (b->flags & ALN_CLUE_MEASURING));
  if ((unit->flags & (ALN_CLUE_PLURAL | ALN_CLUE_DOUBTFUL)) || before_noun (m) || before_name (m))
    return 0;
  if (m->after && (m->after->is & (BIT (DASH) | BIT (OF)))) return 0;
  if (!measured && m->after && (m->after->is & (BIT (LATER) | BIT (BEFORE) | BIT (AFTER))))
    measured = 1;
  if (!measured && unit->unit < ALN_HOUR) return 0;
  if (!read_amount (m, x)) return 0;
  if (!measured) x->type = ALN_SET;
  return 1;
}

/* "years", "recent months", "the coming weeks", "decades". */
static int read_plural (aln_match *m, aln_timex *x) {
  const aln_clue *unit = got (m, ALN_C_UNIT);
  if (!(unit->flags & ALN_CLUE_PLURAL) || unit->unit == ALN_QUARTER) return 0;
  if (is_glued_word (m) || unit->unit < ALN_HOUR || is_age (m)) return 0;
  if (m->before && !got (m, ALN_C_THE) && (m->before->is & (BIT (ON) | BIT (ORD)))) return 0;
  x->type = ALN_DURATION;
  drop_preposition (m);
  take_mods (m, x);
  write_amount (x, -1, 0, unit->unit);
  return 1;
}

static int read_ago (aln_match *m, aln_timex *x) {
  const aln_clue *unit = got (m, ALN_C_UNIT);
  int64_t n;
  int32_t part;
  if (!amount_of (m, &n, &part)) return 0;
  take_mods (m, x);
  if (n < 0 ||
      (!got (m, ALN_C_NUM) && !got (m, ALN_C_A) && !got (m, ALN_C_FEW) && !got (m, ALN_C_HALF))) {
    x->how = ALN_HOW_VAGUE;
    memcpy (x->fixed, "PAST_REF", 9);
    return 1;
  }
  x->unit = unit->unit < ALN_UNIT_DAY ? ALN_UNIT_DAY : unit->unit;
  if (unit->unit == ALN_WEEK) x->unit = ALN_UNIT_DAY;
  if (unit->unit < ALN_UNIT_DAY) x->type = ALN_TIME;
  x->keeps = unit->unit == ALN_YEAR && n == 1;
  if (got (m, ALN_C_EARLIER)) x->from = ALN_FROM_LAST;
  if (unit->unit == ALN_DECADE || unit->unit == ALN_CENTURY) {
    n = n * 10 + part / 100;
    if (unit->unit == ALN_CENTURY) n = n * 10 - part / 100 * 10 + part / 10;
    x->unit = ALN_YEAR;
    return shift (x, (int)-n, ALN_YEAR);
  }
  return shift (x, (int)-n, unit->unit);
}

/* -- sets and references -------------------------------------------------------------------------
 */

static int read_every (aln_match *m, aln_timex *x) {
  const aln_clue *unit = got (m, ALN_C_UNIT), *weekday = got (m, ALN_C_WEEKDAY),
                 *month = got (m, ALN_C_MONTH), *n = got (m, ALN_C_NUM),
                 *season = got (m, ALN_C_SEASON), *part = got (m, ALN_C_PART);
  int64_t count = n ? n->number : 1;
  x->type = ALN_SET;
  x->how = ALN_HOW_AMOUNT;
  if (count > 100000) return 0;
  if (unit) write_amount (x, count, 0, unit->unit);
  else if (weekday) snprintf (x->fixed, sizeof x->fixed, "XXXX-WXX-%d", weekday->value);
  else if (month) snprintf (x->fixed, sizeof x->fixed, "XXXX-%02d", month->value);
  else if (season) snprintf (x->fixed, sizeof x->fixed, "XXXX-%s", season->code);
  else snprintf (x->fixed, sizeof x->fixed, "XXXX-XX-XXT%s", part->code);
  return 1;
}

static int read_weekdays (aln_match *m, aln_timex *x) {
  x->type = ALN_SET;
  x->how = ALN_HOW_AMOUNT;
  snprintf (x->fixed, sizeof x->fixed, "XXXX-WXX-%d", got (m, ALN_C_WEEKDAYS)->value);
  return 1;
}

static int take_fixed (const aln_match *m, aln_row row, aln_timex *x) {
  aln_slice s = aln_lexicon_get (m->kinds->lexicon, row, ALN_LIT ("value"));
  if (s.n == 0 || s.n >= sizeof x->fixed) return 0;
  memcpy (x->fixed, s.p, s.n);
  return 1;
}

static int read_setword (aln_match *m, aln_timex *x) {
  x->type = ALN_SET;
  x->how = ALN_HOW_AMOUNT;
  return take_fixed (m, got (m, ALN_C_SETWORD)->row, x);
}

static int read_ref (aln_match *m, aln_timex *x) {
  x->how = ALN_HOW_VAGUE;
  return take_fixed (m, got (m, ALN_C_REF)->row, x);
}

static int read_the_past (aln_match *m, aln_timex *x) {
  if (m->after &&
      (m->after->is & (BIT (NUM) | BIT (FEW) | BIT (UNIT) | BIT (MONTH) | BIT (SEASON))))
    return 0;
  if (before_noun (m) && !(m->before && (m->before->is & BIT (IN)))) return 0;
  x->how = ALN_HOW_VAGUE;
  memcpy (x->fixed, "PAST_REF", 9);
  return 1;
}

/* -- the rules -----------------------------------------------------------------------------------
 */

#define POINT (BIT (THIS) | BIT (LAST) | BIT (NEXT) | BIT (COMING))
#define POINT_ANY (POINT | BIT (BYGONE) | BIT (PREVIOUS) | BIT (FOLLOWING) | BIT (THAT))
#define MONTH_DAY BIT (MONTH), BIT (DAY)
#define CLOCK BIT (NUM) | BIT (CLOCK) | BIT (MOMENT)

const aln_rule aln_rules[] = {
    {"full date",
     read_date,
     {OPT (HEDGE), OPT (EDGE), OPT (WEEKDAY), OPT (COMMA), MONTH_DAY, OPT (COMMA), BIT (YEAR)}},
    {"month and day", read_date, {OPT (HEDGE), OPT (EDGE), OPT (WEEKDAY), OPT (COMMA), MONTH_DAY}},
    {"month and day of a year", read_date, {MONTH_DAY, OPT (COMMA), OPT (OF), POINT, BIT (UNIT)}},
    {"British date",
     read_date,
     {OPT (HEDGE), OPT (WEEKDAY), OPT (COMMA), OPT (THE), BIT (DAY), OPT (OF), BIT (MONTH),
      OPT (COMMA), OPT (YEAR)}},
    {"weekday with its date",
     read_date,
     {BIT (WEEKDAY), BIT (OPEN), MONTH_DAY, OPT (COMMA), OPT (YEAR), BIT (CLOSE)}},
    {"weekday with its date",
     read_date,
     {BIT (WEEKDAY), BIT (OPEN), BIT (DAY), OPT (OF), BIT (MONTH), OPT (COMMA), OPT (YEAR),
      BIT (CLOSE)}},
    {"month and year",
     read_date,
     {OPT (HEDGE), OPT (EDGE), OPT (DASH), BIT (MONTH), MAY BIT (COMMA) | BIT (OF), BIT (YEAR)}},
    {"month of a year", read_date, {OPT (EDGE), BIT (MONTH), OPT (OF), POINT, BIT (UNIT)}},
    {"pointed month",
     read_pointed_month,
     {OPT (EDGE), BIT (LAST) | BIT (NEXT) | BIT (THIS) | BIT (COMING) | BIT (BYGONE), BIT (MONTH),
      OPT (DAY)}},
    {"month", read_month, {OPT (HEDGE), OPT (EDGE), OPT (DASH), BIT (MONTH)}},
    {"numeric date", read_fixed, {BIT (FIXED)}},
    {"holiday", read_holiday, {MAY POINT, BIT (HOLIDAY), OPT (COMMA), OPT (YEAR)}},
    {"day of the month",
     read_day_of_month,
     {ALN_STEP_OUT | BIT (ON) | BIT (TO) | BIT (IN), BIT (THE), BIT (DAY)}},

    {"weekday", read_weekday, {OPT (EDGE), MAY POINT | BIT (BYGONE), BIT (WEEKDAY), OPT (PART)}},
    {"weekday of a week", read_weekday, {BIT (WEEKDAY), OPT (OF), POINT, BIT (UNIT)}},
    {"day counted from today", read_dayword, {OPT (EDGE), BIT (DAYWORD), OPT (PART)}},
    {"day counted from today", read_dayword, {OPT (EDGE), BIT (PART), BIT (DAYWORD)}},
    {"part of a day", read_part, {OPT (EDGE), OPT (THE), POINT_ANY, BIT (PART)}},
    {"time of day",
     read_time,
     {OPT (HEDGE), CLOCK, OPT (MERIDIEM), OPT (ZONE), OPT (COMMA), OPT (ON),
      BIT (WEEKDAY) | BIT (DAYWORD)}},
    {"time of day",
     read_time,
     {OPT (HEDGE), CLOCK, OPT (MERIDIEM), OPT (ZONE), OPT (COMMA), OPT (ON), OPT (WEEKDAY),
      OPT (COMMA), MONTH_DAY, OPT (COMMA), OPT (YEAR)}},
    {"time of day",
     read_time,
     {OPT (HEDGE), BIT (CLOCK) | BIT (MOMENT), OPT (MERIDIEM), OPT (ZONE)}},
    {"time of day", read_time, {OPT (HEDGE), BIT (NUM), BIT (MERIDIEM), OPT (ZONE)}},
    {"time of day", read_time, {OPT (HEDGE), BIT (NUM), BIT (ZONE)}},
    {"time of day", read_time, {OPT (HEDGE), BIT (NUM), BIT (IN), BIT (THE), BIT (PART)}},
    {"day and time",
     read_time,
     {BIT (WEEKDAY) | BIT (DAYWORD), OPT (COMMA), OPT (AT), CLOCK, BIT (MERIDIEM) | BIT (ZONE),
      OPT (ZONE)}},

    {"year", read_year, {OPT (HEDGE), OPT (EDGE), OPT (DASH), BIT (YEAR)}},
    {"year", read_year, {BIT (THE), BIT (UNIT), BIT (YEAR)}},
    {"fiscal year", read_year, {OPT (THE), BIT (FISCAL), OPT (UNIT), BIT (YEAR)}},
    {"decade", read_decade, {OPT (HEDGE), OPT (THE), OPT (EDGE), OPT (DASH), BIT (DECADE)}},
    {"century", read_century, {OPT (THE), OPT (EDGE), BIT (ORD), OPT (DASH), BIT (UNIT)}},
    {"season", read_season, {OPT (THE), OPT (EDGE), BIT (SEASON), OPT (OF), BIT (YEAR)}},
    {"season", read_season, {OPT (EDGE), OPT (DASH), POINT | BIT (BYGONE), BIT (SEASON)}},
    {"season", read_season, {OPT (THE), OPT (EDGE), BIT (SEASON), OPT (OF), POINT, BIT (UNIT)}},
    {"season", read_bare_season, {OPT (THE), OPT (EDGE), BIT (SEASON)}},
    {"part of a year",
     read_quarter,
     {MAY BIT (THE) | BIT (HIS), OPT (FISCAL), OPT (DASH), BIT (ORD), OPT (DASH),
      BIT (UNIT) | BIT (HALF)}},
    {"part of a year",
     read_quarter,
     {OPT (THE), OPT (FISCAL), BIT (ORD), OPT (DASH), BIT (UNIT) | BIT (HALF), OPT (OF),
      OPT (FISCAL), BIT (YEAR)}},
    {"part of a year",
     read_quarter,
     {OPT (THE), OPT (FISCAL), BIT (ORD), OPT (DASH), BIT (UNIT) | BIT (HALF), OPT (OF), POINT,
      BIT (UNIT)}},
    {"part of a year",
     read_quarter,
     {OPT (THE), BIT (YEAR), OPT (POSS), OPT (FISCAL), BIT (ORD), OPT (DASH),
      BIT (UNIT) | BIT (HALF)}},
    {"part of a year",
     read_quarter,
     {POINT, BIT (UNIT), BIT (POSS), OPT (FISCAL), BIT (ORD), OPT (DASH), BIT (UNIT) | BIT (HALF)}},
    {"same part of a year",
     read_same_quarter,
     {OPT (THE), BIT (YEAR) | BIT (LATEST), BIT (UNIT) | BIT (PERIOD)}},
    {"same part of a year",
     read_same_quarter,
     {POINT, ALN_STEP_OPT | BIT (UNIT), BIT (POSS), BIT (UNIT) | BIT (PERIOD)}},
    {"a year before",
     read_year_ago,
     {OPT (THE), BIT (YEARAGO), OPT (FISCAL), OPT (ORD), MAY BIT (UNIT) | BIT (PERIOD)}},

    {"pointed unit",
     read_pointed_unit,
     {OPT (EDGE), OPT (THE), POINT_ANY, OPT (FISCAL), BIT (UNIT), OPT (ORSO)}},
    {"unit in hand",
     read_bare_unit,
     {OPT (EDGE), BIT (THE), MAY BIT (MORE) | BIT (FISCAL), BIT (UNIT)}},
    {"edge of a time",
     read_edge,
     {OPT (THE), BIT (END), BIT (OF), OPT (THE), MAY POINT_ANY, BIT (UNIT)}},
    {"edge of a time",
     read_edge,
     {OPT (THE), BIT (END), BIT (OF), BIT (MONTH), OPT (COMMA), OPT (YEAR)}},
    {"edge of a time",
     read_edge,
     {OPT (THE), BIT (END), BIT (OF), OPT (THE), BIT (YEAR) | BIT (DECADE)}},
    {"year-end", read_year_end, {BIT (UNIT), MAY BIT (POSS) | BIT (DASH), BIT (END)}},
    {"week of a day", read_week_of, {BIT (THE), BIT (UNIT), BIT (OF), MONTH_DAY}},

    {"so long ago",
     read_ago,
     {OPT (HEDGE), BIT (NUM) | BIT (FEW) | BIT (A), OPT (MORE), BIT (UNIT),
      BIT (AGO) | BIT (EARLIER)}},
    {"so long ago",
     read_ago,
     {OPT (HEDGE), BIT (NUM) | BIT (A), BIT (AND), BIT (A), BIT (HALF), BIT (UNIT), BIT (AGO)}},
    {"so long ago", read_ago, {OPT (HEDGE), BIT (HALF), BIT (A), BIT (UNIT), BIT (AGO)}},
    {"so long ago", read_ago, {BIT (UNIT), BIT (AGO)}},
    {"duration",
     read_duration,
     {OPT (HEDGE), MAY BIT (THE) | BIT (HIS),
      MAY BIT (LAST) | BIT (NEXT) | BIT (BYGONE) | BIT (COMING) | BIT (ORD) | BIT (PREVIOUS) |
          BIT (FOLLOWING) | BIT (LATEST),
      BIT (NUM) | BIT (FEW), OPT (MORE), BIT (UNIT), OPT (ORSO)}},
    {"duration from and to",
     read_duration,
     {OPT (HEDGE), OPT (THE), MAY BIT (LAST) | BIT (NEXT) | BIT (BYGONE), BIT (NUM),
      BIT (TO) | BIT (OR) | BIT (DASH), BIT (NUM), BIT (UNIT)}},
    {"duration and a half",
     read_duration,
     {OPT (HEDGE), BIT (NUM), BIT (AND), BIT (A), BIT (HALF), BIT (UNIT)}},
    {"duration and a half",
     read_duration,
     {OPT (HEDGE), BIT (A), BIT (UNIT), BIT (AND), BIT (A), BIT (HALF)}},
    {"duration and a half",
     read_duration,
     {OPT (HEDGE), OPT (A), BIT (HALF), MAY BIT (A) | BIT (DASH), BIT (UNIT)}},
    {"compound duration",
     read_compound,
     {OPT (HEDGE), MAY BIT (A) | BIT (THE), BIT (NUM), BIT (DASH), BIT (UNIT), OPT (DASH),
      MAY BIT (OLD) | BIT (PERIOD)}},
    {"compound duration", read_compound, {BIT (UNIT), BIT (DASH), BIT (OLD)}},
    {"duration from and to",
     read_duration,
     {OPT (HEDGE), BIT (A), BIT (UNIT), BIT (OR), BIT (NUM)}},
    {"one unit", read_a_unit, {OPT (HEDGE), BIT (A), BIT (UNIT)}},
    {"some units",
     read_plural,
     {OPT (THE),
      BIT (RECENT) | BIT (COMING) | BIT (BYGONE) | BIT (LAST) | BIT (NEXT) | BIT (PREVIOUS) |
          BIT (FOLLOWING),
      BIT (UNIT)}},
    {"some units", read_plural, {OPT (HEDGE), BIT (UNIT)}},

    {"every unit",
     read_every,
     {BIT (EVERY), OPT (NUM),
      BIT (UNIT) | BIT (WEEKDAY) | BIT (MONTH) | BIT (SEASON) | BIT (PART)}},
    {"every weekday", read_weekdays, {BIT (WEEKDAYS)}},
    {"word for a set", read_setword, {BIT (SETWORD)}},
    {"time without a day", read_ref, {BIT (REF)}},
    {"the past", read_the_past, {BIT (THE), BIT (BYGONE)}},
};
const uint32_t aln_rules_count = sizeof aln_rules / sizeof aln_rules[0];
