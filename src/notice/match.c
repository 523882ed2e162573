/* match.c: in: clues that stand as a rule wants them. Out: what is among them (match.h). */
#include "match.h"

#include <stdio.h>

#define BIT(class) ALN_BIT (class)

/* The first hit at a step that asks for this class. */
const aln_clue *aln_match_got (const aln_match *m, aln_class class) {
  uint64_t bit = UINT64_C (1) << class;
  for (uint32_t i = 0; i < ALN_STEPS && m->rule->steps[i]; i++)
    if (m->hit[i] && (m->rule->steps[i] & bit) && (m->hit[i]->is & bit)) return m->hit[i];
  return NULL;
}

void aln_match_leave_out (aln_match *m, aln_class class) {
  const aln_clue *c = aln_match_got (m, class);
  for (uint32_t i = 0; c && i < ALN_STEPS; i++)
    if (m->hit[i] == c) m->hit[i] = NULL;
}

int aln_match_is_glued (const aln_match *m) { /* a word hangs on behind: "-month", "th" */
  return m->token && m->token < m->end && (m->token->flags & ALN_TOKEN_GLUED) &&
         (m->token->kind == ALN_TOKEN_WORD || m->token->kind == ALN_TOKEN_NUMBER);
}

/* A word in small letters that is no clue follows: what stands before it may be its attribute. */
int aln_match_before_noun (const aln_match *m) {
  return !m->after && m->token && m->token < m->end && m->token->kind == ALN_TOKEN_WORD &&
         m->token->shape == ALN_SHAPE_LOWER;
}

int aln_match_before_name (const aln_match *m) {
  return !m->after && m->token && m->token < m->end && m->token->kind == ALN_TOKEN_WORD &&
         (m->token->shape == ALN_SHAPE_CAPITAL || m->token->shape == ALN_SHAPE_CAPS);
}

/* A preposition stands before it: in May, since noon. */
int aln_match_is_led (const aln_match *m) {
  const aln_clue *b = m->before;
  return b && ((b->flags & (ALN_CLUE_PREPOSITION | ALN_CLUE_UNTIL)) ||
               (b->is & (BIT (IN) | BIT (OF) | BIT (AT) | BIT (TO))));
}

/* -1, 0, +1 as "last", "this", "next" point; *pointed: whether one of them is there. */
int aln_match_pointed (const aln_match *m, int *pointed) {
  *pointed = 1;
  if (aln_match_got (m, ALN_C_LAST) || aln_match_got (m, ALN_C_BYGONE) ||
      aln_match_got (m, ALN_C_PREVIOUS))
    return -1;
  if (aln_match_got (m, ALN_C_NEXT) || aln_match_got (m, ALN_C_COMING) ||
      aln_match_got (m, ALN_C_FOLLOWING))
    return 1;
  *pointed = aln_match_got (m, ALN_C_THIS) != NULL || aln_match_got (m, ALN_C_THAT) != NULL;
  return 0;
}

/* "over the last five years", "about a three-year period": here the word is a preposition. */
void aln_match_drop_preposition (aln_match *m) {
  const aln_clue *h = aln_match_got (m, ALN_C_HEDGE), *next = NULL;
  for (uint32_t i = 0; h && !next && i < ALN_STEPS; i++)
    if (m->hit[i] != h) next = m->hit[i];
  if (next && (h->flags & ALN_CLUE_DOUBTFUL) && !(next->is & BIT (NUM) || next->is & BIT (A)))
    aln_match_leave_out (m, ALN_C_HEDGE);
}

void aln_match_mods (const aln_match *m, aln_timex *x) {
  const aln_clue *c = aln_match_got (m, ALN_C_EDGE);
  if (c && (c->is & BIT (EARLIER)) && x->how == ALN_HOW_NEAREST) x->direction = -1;
  if (!c) c = aln_match_got (m, ALN_C_END);
  if (!c) c = aln_match_got (m, ALN_C_ORSO);
  if (!c) c = aln_match_got (m, ALN_C_HEDGE);
  if (c) x->mod = c->mod;
}

int aln_timex_shift (aln_timex *x, int by, int unit) {
  x->how = ALN_HOW_SHIFTED;
  x->by = by;
  x->by_unit = (uint8_t)unit;
  return 1;
}

int aln_match_is_priced (
    const aln_match *m) { /* a sign that is no clue is glued before the number */
  const aln_token *p = m->previous;
  unsigned char c;
  if (!p) return 0;
  c = (unsigned char)m->text.p[p->to - 1];
  return p->kind == ALN_TOKEN_MARK && c != '(' && c != '"' && c != '\'' && c != '`' && c != '-' &&
         c != ',' && c != '.' && c != ':' && c != ';' && c != '_' && c != '/' && c != '~' &&
         c != '[' && c < 0x80;
}

static const char *const unit_letters[ALN_UNITS] = {"",  "S", "M", "H", "D", "WE", "W",
                                                    "M", "Q", "Y", "Y", "Y", "DE", "CE"};

/* "P6DE", "PT1M30S", "P1Y6M"; an amount of -1 is unknown: "PXY". */
void aln_timex_amount (aln_timex *x, int64_t n, int32_t thousandths, int unit) {
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
      snprintf (x->fixed, sizeof x->fixed, "P%s%s%u%s", t, whole,
                (unsigned)(thousandths * finer[i].parts / 1000) % 100u, finer[i].letter);
      return;
    }
  if (thousandths && unit > ALN_YEAR) { /* half a century is fifty years */
    int years = unit == ALN_DECADE ? 10 : 100;
    aln_timex_amount (x, n * years + thousandths * years / 1000, 0, ALN_YEAR);
    return;
  }
  if (thousandths) {
    int32_t f = thousandths;
    while (f % 10 == 0) f /= 10;
    snprintf (x->fixed, sizeof x->fixed, "P%s%d.%d%s", t, x->by, f, unit_letters[unit]);
  } else snprintf (x->fixed, sizeof x->fixed, "P%s%d%s", t, x->by, unit_letters[unit]);
}

int aln_timex_day (const aln_clue *c, aln_timex *x) {
  x->day = (uint8_t)c->number;
  x->unit = ALN_UNIT_DAY;
  return x->day <= (x->month ? aln_month_days (x->year ? x->year : 2000, x->month) : 31);
}

void aln_timex_year (const aln_clue *c, aln_timex *x) {
  x->year = (int16_t)c->number;
  x->how = ALN_HOW_STATED;
}

/* A year that is pointed at ("October last year", "this year's third quarter"), or none. */
void aln_match_year (const aln_match *m, aln_timex *x) {
  int pointed, by = aln_match_pointed (m, &pointed);
  if (pointed) aln_timex_shift (x, by, ALN_YEAR);
}
