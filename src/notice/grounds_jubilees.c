/* grounds_jubilees.c: in: "the 70th anniversary of the alliance", "the one-year anniversary of the invasion",
   "the 88th anniversary of the 1917 revolution". Out: the year or the time of it, with what comes before
   and after in the news. */
#include "glance.h"
#include "grounds.h"

#define AHEAD 150 /* days before the year in which its anniversary is spoken of */
#define BEHIND 45
#define WEEK 7
#define NEW_YEAR 14 /* days around a year that is called this year */
#define SIGHT 10u   /* tokens between "anniversary" and what it is of */

static inline aln_slice get (const aln_scene *s, aln_row row, const char *key) {
  return aln_lexicon_get (s->a->lexicon, row, aln_slice_of (key));
}

static int is_named (const aln_scene *s, uint32_t from, uint32_t to, aln_slice side) {
  for (uint32_t i = from; i < to; i++) {
    const aln_mention *m = aln_mention_at (&s->people->mentions, i);
    if (m && aln_same (aln_mention_side (s->a, m), side)) return 1;
  }
  return 0;
}

/* What is celebrated, behind token i, in words of the lexicon: the first day of it in *day; a row of
   words makes a year of it, an event some months. */
static int occasion (const aln_scene *s, uint32_t i, uint32_t end, aln_dayno *day) {
  const aln_lexicon *x = s->a->lexicon;
  uint32_t from = i, last = end > i + 2 * SIGHT ? i + 2 * SIGHT : end;
  for (; i < last && i - from < SIGHT; i++) {
    const aln_token *t = &s->a->tokens.at[i];
    aln_row row;
    if (!t->word) continue;
    if (aln_lexicon_longest_with (x, t, last - i, s->words, ALN_LIT ("jubilee"), &row) &&
        (!get (s, row, "side").n || is_named (s, from, last, get (s, row, "side")))) {
      *day = aln_dayno_read (get (s, row, "jubilee"));
      return 1;
    }
    if (s->events && aln_lexicon_longest (x, t, last - i, s->events, &row)) {
      *day = aln_fact_days (x, row).first;
      return 2;
    }
  }
  return 0;
}

/* "of the 1917 revolution": the year right behind "anniversary of the", 0: none. */
static int year_behind (const aln_scene *s, uint32_t i) {
  uint32_t k = aln_scene_date (s, s->a->tokens.at[i].from);
  const aln_timex *x = k < s->dates->n ? &s->dates->at[k] : NULL;
  if (!x || x->how != ALN_HOW_STATED || !x->year || x->unit > ALN_YEAR) return 0;
  return aln_scene_token (s, x->at.from) <= i + 2 ? x->year : 0;
}

/* Where the number before token i begins. */
static uint32_t says_from (const aln_scene *s, uint32_t i) {
  uint32_t k = aln_scene_date (s, s->a->tokens.at[i].from);
  const aln_timex *x = k ? &s->dates->at[k - 1] : NULL;
  return x && x->at.to == s->a->tokens.at[i - 1].to ? x->at.from : s->a->tokens.at[i - 1].from;
}

/* 2 of "the two-year anniversary" or "the second anniversary", before token i; 0: none. */
static int years_before (const aln_scene *s, uint32_t i) {
  int n = aln_scene_ordinal (s, i);
  uint32_t k = aln_scene_date (s, s->a->tokens.at[i].from);
  const aln_timex *x = k ? &s->dates->at[k - 1] : NULL;
  if (n || i == 0 || !x || x->at.to != s->a->tokens.at[i - 1].to || x->by_unit != ALN_YEAR)
    return n;
  return x->how == ALN_HOW_AMOUNT && x->by > 0 && x->by < 500 ? x->by : 0;
}

/* How its sentence tells it: "marked on Monday the anniversary" (2), "celebrates it", "this year's" (1),
   0: no more than that. */
static int is_of_today (const aln_scene *s, uint32_t i, uint32_t floor, uint32_t end) {
  const aln_token *t = s->a->tokens.at;
  uint32_t first = aln_scene_date (s, t[floor].from);
  int marked = 0, year = 0, weekday = 0;
  for (uint32_t k = i > floor + 2 * SIGHT ? i - 2 * SIGHT : floor; k < end && k < i + SIGHT; k++) {
    aln_row row;
    marked |= t[k].word && aln_lexicon_longest_with (s->a->lexicon, t + k, end - k, s->words,
                                                     ALN_LIT ("marks"), &row) > 0;
  }
  for (uint32_t k = first;
       k < s->dates->n && k < first + ALN_DATES_MAX && s->dates->at[k].at.from < t[end - 1].to;
       k++) {
    const aln_timex *x = &s->dates->at[k];
    if (x->how == ALN_HOW_SHIFTED && x->by_unit == ALN_YEAR && x->by) return 0; /* "next year" */
    year |= x->how == ALN_HOW_SHIFTED && x->by_unit == ALN_YEAR;
    weekday |= x->how == ALN_HOW_WEEKDAY && x->direction < 0;
  }
  return marked && weekday && aln_scene_leads (s, t[i].from, 2) ? 2 : marked || year;
}

static void add_ground (aln_status *st, const aln_scene *s, uint32_t i, uint32_t floor,
                        uint32_t end) {
  const aln_token *t = s->a->tokens.at;
  int n = i ? years_before (s, i) : 0, year = n && i + 1 < end ? year_behind (s, i + 1) : 0, kind;
  int ahead = AHEAD, behind = BEHIND, today;
  aln_dayno day = aln_dayno_of (year, 1, 1);
  aln_interval d;
  aln_ground *g;
  if (!n || !(kind = year ? 1 : occasion (s, i + 1, end, &day)) || day == ALN_NO_DAY) return;
  year = aln_date_of (day).year + n;
  d = (aln_interval){aln_dayno_of (year, 1, 1), aln_dayno_of (year, 12, 31)};
  if (kind == 2) d.first = d.last = aln_add_months (day, 12 * n);
  if (d.first == ALN_NO_DAY || d.last == ALN_NO_DAY) return;
  g = aln_ground_add (st, s, ALN_TRUST_EVENT, (aln_span){says_from (s, i), t[i].to}, "anniversary");
  today = is_of_today (s, i, floor, end);
  if (today == 2 && kind == 2) ahead = behind = WEEK;
  else if (today && kind == 1) ahead = behind = NEW_YEAR;
  if (g) aln_intervals_add (st, s->room, &g->days, d.first - ahead, d.last + behind);
}

void aln_grounds_jubilees (aln_status *st, const aln_scene *s) {
  const uint64_t words = aln_lexicon_set (s->words);
  uint32_t before = s->out->n;
  for (uint32_t k = 0; s->words && k < s->a->sentences.n && *st == ALN_OK; k++) {
    uint32_t i = s->begins[k], end = s->ends[k];
    if (!aln_scene_story (s, s->a->sentence_blocks.at[k])) continue;
    for (; (i = aln_next_of (s->a, i, end, words)) < end && s->out->n - before < ALN_GROUNDS_MAX;
         i++) {
      aln_row row;
      if ((aln_lexicon_begin (s->a->lexicon, s->a->tokens.at[i].word)->alone & words) &&
          aln_lexicon_longest_with (s->a->lexicon, s->a->tokens.at + i, 1, s->words,
                                    ALN_LIT ("celebration"), &row))
        add_ground (st, s, i, s->begins[k], end);
    }
  }
}
