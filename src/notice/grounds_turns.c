/* grounds_turns.c: in: what countries hold by turns ("Finland, which holds the EU presidency", "EU president
   Britain") and the lexicon table "turns". Out: the days of that country's turn. */
#include "glance.h"
#include "grounds.h"

#define LAG 3      /* days around a handover */
#define BEFORE 6u  /* tokens between "holds" and what is held */
#define SUBJECT 9u /* tokens between the country, or its minister, and "holds" */
#define BEHIND 2u  /* tokens between "EU president" and the country */

static inline aln_slice get (const aln_scene *s, aln_row row, const char *key) {
  return aln_lexicon_get (s->a->lexicon, row, aln_slice_of (key));
}

static aln_slice side_at (const aln_scene *s, uint32_t i) {
  const aln_mention *m = aln_mention_at (&s->people->mentions, i);
  const aln_person *p = m ? aln_person_at (s->people, i) : NULL;
  if (!m) return (aln_slice){"", 0};
  return p ? p->side : aln_mention_side (s->a, m);
}

static int is_sign (const aln_scene *s, uint32_t i, uint32_t end, const char *sign) {
  aln_row row;
  return s->words && s->a->tokens.at[i].word &&
         aln_lexicon_longest_with (s->a->lexicon, s->a->tokens.at + i, end - i, s->words,
                                   ALN_LIT ("sign"), &row) &&
         aln_same (get (s, row, "sign"), aln_slice_of (sign));
}

/* "Finland, which holds the rotating | EU presidency": the side of who holds it; *from: the token of it. */
static aln_slice side_before (const aln_scene *s, uint32_t i, uint32_t floor, uint32_t *from) {
  uint32_t now = i;
  while (now > floor && i - now < BEFORE && !is_sign (s, now - 1, i, "holds")) now--;
  if (now == floor || i - now >= BEFORE) return (aln_slice){"", 0};
  for (uint32_t k = now - 1; k > floor && now - k < SUBJECT; k--) {
    aln_slice side = side_at (s, k - 1);
    *from = k - 1;
    if (side.n || aln_mention_at (&s->people->mentions, k - 1)) return side;
  }
  return (aln_slice){"", 0};
}

/* "EU president | Britain"; not "the next EU president Britain" */
static aln_slice side_behind (const aln_scene *s, uint32_t i, uint32_t to, uint32_t end,
                              uint32_t floor) {
  if (i > floor && is_sign (s, i - 1, i, "reign")) return (aln_slice){"", 0};
  for (uint32_t k = to; k < end && k < to + BEHIND; k++)
    if (side_at (s, k).n) return side_at (s, k);
  return (aln_slice){"", 0};
}

/* The turns of one side among "2006-07-01/2006-12-31 FI;…"; those before the first and after the last that
   are listed are not known. */
static void turns_of (aln_status *st, const aln_scene *s, aln_slice list, aln_slice side,
                      aln_intervals *out) {
  aln_dayno begin = aln_dayno_read (list), last = ALN_NO_DAY;
  while (list.n && side.n) {
    const char *stop = memchr (list.p, ';', list.n);
    size_t n = stop ? (size_t)(stop - list.p) : list.n;
    aln_dayno first = aln_dayno_read (list);
    if (n <= 22 || first == ALN_NO_DAY) return;
    last = aln_dayno_read ((aln_slice){list.p + 11, 10});
    if (last != ALN_NO_DAY && aln_same ((aln_slice){list.p + 22, n - 22}, side))
      aln_intervals_add (st, s->room, out, first - LAG, last + LAG);
    n += stop != NULL;
    list = (aln_slice){list.p + n, list.n - n};
  }
  if (out->n == 0 || last == ALN_NO_DAY) return;
  aln_intervals_add (st, s->room, out, ALN_DAY_MIN, begin - 1);
  aln_intervals_add (st, s->room, out, last + 1, ALN_DAY_MAX);
}

static void turn_at (aln_status *st, const aln_scene *s, aln_kind kind, uint32_t i, uint32_t floor,
                     uint32_t end) {
  const aln_token *t = s->a->tokens.at;
  aln_row row;
  uint32_t len = aln_lexicon_longest (s->a->lexicon, t + i, end - i, kind, &row), from = i;
  aln_intervals days = {NULL, 0, 0};
  aln_slice side;
  aln_ground *g;
  if (!len) return;
  side = get (s, row, "holder").n ? side_behind (s, i, i + len, end, floor)
                                  : side_before (s, i, floor, &from);
  turns_of (st, s, get (s, row, "days"), side, &days);
  if (days.n == 0) return;
  g = aln_ground_add (st, s, ALN_TRUST_EVENT, (aln_span){t[from].from, t[i + len - 1].to},
                      "turn of a country");
  if (!g) return;
  g->days = days;
  g->grade = get (s, row, "grade");
}

void aln_grounds_turns (aln_status *st, const aln_scene *s) {
  const aln_kind kind = aln_lexicon_kind (s->a->lexicon, ALN_LIT ("turns"));
  const uint64_t kinds = aln_lexicon_set (kind);
  uint32_t before = s->out->n;
  for (uint32_t k = 0; kind && k < s->a->sentences.n && *st == ALN_OK; k++) {
    uint32_t i = s->begins[k], end = s->ends[k];
    if (!aln_scene_story (s, s->a->sentence_blocks.at[k])) continue;
    for (;
         (i = aln_next_of (s->a, i, end, kinds)) < end && s->out->n - before < ALN_GROUNDS_MAX / 4;
         i++)
      if (s->a->tokens.at[i].word) turn_at (st, s, kind, i, s->begins[k], end);
  }
}
