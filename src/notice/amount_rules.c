/* amount_rules.c: in: matches with a counted unit, a set, "now". Out: timexes. */
#include "match.h"

#include <stdio.h>

#define BIT(class) ALN_BIT (class)

/* -- counted units -------------------------------------------------------------------------------- */

static int amount_of (const aln_match *m, int64_t *n, int32_t *thousandths) {
  const aln_clue *num = aln_match_got (m, ALN_C_NUM), *few = aln_match_got (m, ALN_C_FEW);
  *thousandths = num ? num->thousandths : 0;
  *n = num ? num->number : few ? (few->value ? few->value : -1) : 1;
  if (aln_match_got (m, ALN_C_HALF)) {
    *thousandths = 500;
    if (!num && !aln_match_got (m, ALN_C_AND)) *n = 0;
  }
  return *n <= 100000;
}

static int read_amount (aln_match *m, aln_timex *x) {
  const aln_clue *unit = aln_match_got (m, ALN_C_UNIT);
  int64_t n;
  int32_t part;
  if (!amount_of (m, &n, &part)) return 0;
  if ((unit->flags & ALN_CLUE_DOUBTFUL) && !aln_match_got (m, ALN_C_DASH)) return 0;
  x->type = ALN_DURATION;
  aln_match_drop_preposition (m);
  aln_match_mods (m, x);
  if (aln_match_got (m, ALN_C_FEW) && n > 0) x->mod = "APPROX";
  aln_timex_amount (x, n, part, unit->unit);
  return 1;
}

static int is_old (const aln_clue *c) { /* "old", not "long": an age */
  return c && (c->is & BIT (OLD)) && (c->flags & ALN_CLUE_DOUBTFUL);
}

static int is_age (const aln_match *m) { /* "-old" or " old" behind it: how old somebody is */
  const aln_clue *a = m->after;
  if (a && (a->is & BIT (DASH)) && a + 1 < m->clues_end && a[1].token == a->token + 1) a++;
  return is_old (a);
}

/* "three days", "the last five years", "the next two years or so". */
int aln_read_duration (aln_match *m, aln_timex *x) {
  const aln_clue *n = aln_match_got (m, ALN_C_NUM);
  if (aln_match_is_priced (m)) return 0;
  if (n && (n->is & BIT (YEAR)) && m->before && (m->before->is & BIT (MONTH))) return 0;
  if (is_age (m)) return 0;
  if (aln_match_got (m, ALN_C_UNIT)->unit == ALN_QUARTER && m->after && (m->after->is & BIT (OF)))
    return 0; /* a quarter of the votes */
  if (!read_amount (m, x)) return 0;
  if (m->after && (m->after->is & BIT (LATER))) x->direction = 1;
  if (m->after && (m->after->is & BIT (AFTER))) x->direction = 1;
  if (m->after && (m->after->is & BIT (BEFORE))) x->direction = -1;
  return 1;
}

/* "two-year", "a three-year period", "week-long", "decades-old"; a person's age is no date. */
int aln_read_compound (aln_match *m, aln_timex *x) {
  const aln_clue *unit = aln_match_got (m, ALN_C_UNIT), *old = aln_match_got (m, ALN_C_OLD);
  int counted = aln_match_got (m, ALN_C_NUM) != NULL, plural = (unit->flags & ALN_CLUE_PLURAL) != 0;
  if (plural && !old) return 0;
  if (counted && (is_old (old) || is_age (m))) return 0;
  if (!counted && !plural && is_old (old)) return 0;
  if (!read_amount (m, x)) return 0;
  if (!counted && plural) aln_timex_amount (x, -1, 0, unit->unit);
  if (!aln_match_got (m, ALN_C_PERIOD)) {
    aln_match_leave_out (m, ALN_C_A);
    aln_match_leave_out (m, ALN_C_THE);
  }
  return 1;
}

/* "a year", "an hour": how long behind a word that measures, how often behind anything else. */
int aln_read_a_unit (aln_match *m, aln_timex *x) {
  const aln_clue *unit = aln_match_got (m, ALN_C_UNIT), *b = m->before;
  int measured = aln_match_got (m, ALN_C_HEDGE) || (b && (b->flags & ALN_CLUE_MEASURING));
  if (unit->unit == ALN_QUARTER) return 0; /* a fourth part */
  if ((unit->flags & (ALN_CLUE_PLURAL | ALN_CLUE_DOUBTFUL)) || aln_match_before_noun (m) ||
      aln_match_before_name (m))
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
int aln_read_plural (aln_match *m, aln_timex *x) {
  const aln_clue *unit = aln_match_got (m, ALN_C_UNIT);
  if (!(unit->flags & ALN_CLUE_PLURAL) || unit->unit == ALN_QUARTER) return 0;
  if (aln_match_is_glued (m) || unit->unit < ALN_HOUR || is_age (m)) return 0;
  if (m->before && !aln_match_got (m, ALN_C_THE) && (m->before->is & (BIT (ON) | BIT (ORD))))
    return 0;
  x->type = ALN_DURATION;
  aln_match_drop_preposition (m);
  aln_match_mods (m, x);
  aln_timex_amount (x, -1, 0, unit->unit);
  return 1;
}

int aln_read_ago (aln_match *m, aln_timex *x) {
  const aln_clue *unit = aln_match_got (m, ALN_C_UNIT);
  int64_t n;
  int32_t part;
  if (!amount_of (m, &n, &part)) return 0;
  aln_match_mods (m, x);
  if (n < 0 || (!aln_match_got (m, ALN_C_NUM) && !aln_match_got (m, ALN_C_A) &&
                !aln_match_got (m, ALN_C_FEW) && !aln_match_got (m, ALN_C_HALF))) {
    x->how = ALN_HOW_VAGUE;
    memcpy (x->fixed, "PAST_REF", 9);
    return 1;
  }
  x->unit = unit->unit < ALN_UNIT_DAY ? ALN_UNIT_DAY : unit->unit;
  if (unit->unit == ALN_WEEK) x->unit = ALN_UNIT_DAY;
  if (unit->unit < ALN_UNIT_DAY) x->type = ALN_TIME;
  x->keeps = unit->unit == ALN_YEAR && n == 1;
  if (aln_match_got (m, ALN_C_EARLIER)) x->from = ALN_FROM_LAST;
  if (unit->unit == ALN_DECADE || unit->unit == ALN_CENTURY) {
    int years = unit->unit == ALN_DECADE ? 10 : 100;
    n = n * years + (int64_t)part * years / 1000;
    x->unit = ALN_YEAR;
    return aln_timex_shift (x, (int)-n, ALN_YEAR);
  }
  return aln_timex_shift (x, (int)-n, unit->unit);
}

/* -- sets and references -------------------------------------------------------------------------- */

int aln_read_every (aln_match *m, aln_timex *x) {
  const aln_clue *unit = aln_match_got (m, ALN_C_UNIT), *weekday = aln_match_got (m, ALN_C_WEEKDAY),
                 *month = aln_match_got (m, ALN_C_MONTH), *n = aln_match_got (m, ALN_C_NUM),
                 *season = aln_match_got (m, ALN_C_SEASON), *part = aln_match_got (m, ALN_C_PART);
  int64_t count = n ? n->number : 1;
  x->type = ALN_SET;
  x->how = ALN_HOW_AMOUNT;
  if (count > 100000) return 0;
  if (unit) aln_timex_amount (x, count, 0, unit->unit);
  else if (weekday) snprintf (x->fixed, sizeof x->fixed, "XXXX-WXX-%d", weekday->value);
  else if (month) snprintf (x->fixed, sizeof x->fixed, "XXXX-%02d", month->value);
  else if (season) snprintf (x->fixed, sizeof x->fixed, "XXXX-%s", season->code);
  else snprintf (x->fixed, sizeof x->fixed, "XXXX-XX-XXT%s", part->code);
  return 1;
}

int aln_read_weekdays (aln_match *m, aln_timex *x) {
  x->type = ALN_SET;
  x->how = ALN_HOW_AMOUNT;
  snprintf (x->fixed, sizeof x->fixed, "XXXX-WXX-%d", aln_match_got (m, ALN_C_WEEKDAYS)->value);
  return 1;
}

static int take_fixed (const aln_match *m, aln_row row, aln_timex *x) {
  aln_slice s = aln_lexicon_get (m->kinds->lexicon, row, ALN_LIT ("value"));
  if (s.n == 0 || s.n >= sizeof x->fixed) return 0;
  memcpy (x->fixed, s.p, s.n);
  return 1;
}

int aln_read_setword (aln_match *m, aln_timex *x) {
  if (!(aln_match_got (m, ALN_C_SETWORD)->flags & ALN_CLUE_LOWER) && aln_match_before_name (m))
    return 0; /* Daily Mail */
  x->type = ALN_SET;
  x->how = ALN_HOW_AMOUNT;
  return take_fixed (m, aln_match_got (m, ALN_C_SETWORD)->row, x);
}

/* "now", "the future"; "the future king" is somebody. */
int aln_read_ref (aln_match *m, aln_timex *x) {
  const aln_clue *c = aln_match_got (m, ALN_C_REF);
  if (c->tokens > 1 && (c->is & BIT (THE)) == 0 && aln_match_before_noun (m) &&
      (c->flags & ALN_CLUE_DOUBTFUL) && !(m->before && (m->before->is & BIT (IN))))
    return 0;
  x->how = ALN_HOW_VAGUE;
  return take_fixed (m, aln_match_got (m, ALN_C_REF)->row, x);
}

int aln_read_the_past (aln_match *m, aln_timex *x) {
  if (m->after &&
      (m->after->is & (BIT (NUM) | BIT (FEW) | BIT (UNIT) | BIT (MONTH) | BIT (SEASON))))
    return 0;
  if (aln_match_before_noun (m) && !(m->before && (m->before->is & BIT (IN)))) return 0;
  x->how = ALN_HOW_VAGUE;
  memcpy (x->fixed, "PAST_REF", 9);
  return 1;
}
