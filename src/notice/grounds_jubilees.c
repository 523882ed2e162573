/* grounds_jubilees.c: in: "the 70th anniversary of the alliance". Out: the year of it, with what comes
   before and after in the news. */
#include "glance.h"
#include "grounds.h"

#define AHEAD 150 /* days before the year in which its anniversary is spoken of */
#define BEHIND 45
#define SIGHT 10u /* tokens between "anniversary" and what it is of */

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

/* The row of what is celebrated, behind token i. */
static aln_row occasion (const aln_scene *s, uint32_t i, uint32_t end) {
  uint32_t from = i;
  if (end > i + 2 * SIGHT) end = i + 2 * SIGHT;
  for (; i < end && i - from < SIGHT; i++) {
    aln_row row;
    if (s->a->tokens.at[i].word &&
        aln_lexicon_longest_with (s->a->lexicon, s->a->tokens.at + i, end - i, s->words,
                                  ALN_LIT ("jubilee"), &row) &&
        is_named (s, from, end, get (s, row, "side")))
      return row;
  }
  return 0;
}

static void add_ground (aln_status *st, const aln_scene *s, uint32_t i, uint32_t end) {
  const aln_token *t = s->a->tokens.at;
  int n = aln_scene_ordinal (s, i);
  aln_row row = n ? occasion (s, i + 1, end) : 0;
  aln_date d = aln_date_of (row ? aln_dayno_read (get (s, row, "jubilee")) : ALN_NO_DAY);
  aln_ground *g;
  if (!d.year) return;
  g = aln_ground_add (st, s, ALN_TRUST_EVENT, (aln_span){t[i - 1].from, t[i].to}, "anniversary");
  if (g)
    aln_intervals_add (st, s->room, &g->days, aln_dayno_of (d.year + n, 1, 1) - AHEAD,
                       aln_dayno_of (d.year + n, 12, 31) + BEHIND);
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
                                    ALN_LIT ("sign"), &row) &&
          aln_same (get (s, row, "sign"), ALN_LIT ("jubilee")))
        add_ground (st, s, i, end);
    }
  }
}
