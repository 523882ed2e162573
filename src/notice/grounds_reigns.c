/* grounds_reigns.c: in: "the Biden administration", "the Lee Jae-myung government". Out: the days on
   which its head held the post; not where the text puts it into the past ("the previous Moon …"). */
#include "glance.h"
#include "grounds.h"

#define LAG 7
#define SIGHT 6u /* tokens before the name that may put it into the past */

static inline aln_slice get (const aln_scene *s, aln_row row, const char *key) {
  return aln_lexicon_get (s->a->lexicon, row, aln_slice_of (key));
}

static int is_among (aln_slice list, aln_slice one) { /* "a;b;c" */
  for (size_t i = 0; one.n && i + one.n <= list.n; i++)
    if ((i == 0 || list.p[i - 1] == ';') && memcmp (list.p + i, one.p, one.n) == 0 &&
        (i + one.n == list.n || list.p[i + one.n] == ';'))
      return 1;
  return 0;
}

/* "the Biden-Harris administration", "the Gordon Brown government": part of a longer name. */
static int is_cut_off (const aln_scene *s, uint32_t from, uint32_t floor) {
  const aln_token *before = &s->a->tokens.at[from - 1]; /* from > 0 */
  if (from <= floor) return 0;
  if (s->a->tokens.at[from].flags & ALN_TOKEN_GLUED) return 1;
  return before->shape == ALN_SHAPE_CAPITAL && from > floor + 1;
}

/* Where the name before token i begins: the longest that leads to rows of tenures; i: none. */
static uint32_t name_before (const aln_scene *s, uint32_t i, uint32_t floor) {
  for (uint32_t from = i - floor < 5 ? floor : i - 5; from < i; from++) {
    aln_row row;
    if (s->a->tokens.at[from].word && s->a->tokens.at[from].shape != ALN_SHAPE_LOWER &&
        aln_lexicon_longest (s->a->lexicon, s->a->tokens.at + from, i - from, s->tenures, &row) ==
            i - from)
      return from;
  }
  return i;
}

/* The days of the rows under the name [from, to) with one of the posts. Several persons: none. */
static aln_intervals days_of (aln_status *st, const aln_scene *s, uint32_t from, uint32_t to,
                              aln_slice posts, aln_slice *grade) {
  const aln_lexicon *x = s->a->lexicon;
  aln_intervals set = {NULL, 0, 0};
  aln_node node = ALN_ROOT;
  aln_slice side = {"", 0};
  for (uint32_t i = from; i < to; i++) node = aln_lexicon_step (x, node, s->a->tokens.at[i].word);
  for (uint32_t e = aln_lexicon_entries (x, node); e; e = aln_lexicon_entry (x, e)->next) {
    aln_row row = aln_lexicon_entry (x, e)->row;
    aln_interval d;
    if (aln_lexicon_entry (x, e)->kind != s->tenures || get (s, row, "status").n) continue;
    d = aln_fact_days (x, row);
    if (!is_among (posts, get (s, row, "office")) || d.first > d.last) continue;
    if (side.n && !aln_same (side, get (s, row, "side"))) return (aln_intervals){NULL, 0, 0};
    side = get (s, row, "side");
    *grade = get (s, row, "grade");
    aln_intervals_add (st, s->room, &set, d.first - LAG,
                       d.last < ALN_DAY_MAX ? d.last + LAG : d.last);
  }
  return set;
}

static int is_past (const aln_scene *s, uint32_t from, uint32_t floor) {
  uint32_t i = from - floor < SIGHT ? floor : from - SIGHT;
  for (; i < from; i++) {
    aln_row row;
    aln_slice sign;
    if (!s->a->tokens.at[i].word ||
        !aln_lexicon_longest (s->a->lexicon, s->a->tokens.at + i, from - i, s->words, &row))
      continue;
    sign = get (s, row, "sign");
    if (aln_same (sign, ALN_LIT ("history")) || aln_same (sign, ALN_LIT ("reign"))) return 1;
  }
  return 0;
}

static void add_ground (aln_status *st, const aln_scene *s, uint32_t i, uint32_t floor,
                        aln_row row) {
  const aln_token *t = s->a->tokens.at;
  uint32_t from = name_before (s, i, floor);
  aln_slice grade = {"", 0};
  aln_intervals set;
  aln_ground *g;
  if (from == i || is_past (s, from, floor)) return;
  if (i - from == 1 && from > 0 && is_cut_off (s, from, floor)) return;
  set = days_of (st, s, from, i, get (s, row, "reign"), &grade);
  if (set.n == 0 ||
      !(g = aln_ground_add (st, s, ALN_TRUST_TENURE, (aln_span){t[from].from, t[i].to},
                            "government of a holder")))
    return;
  g->days = set;
  g->grade = grade;
}

void aln_grounds_reigns (aln_status *st, const aln_scene *s) {
  const uint64_t words = aln_lexicon_set (s->words);
  uint32_t before = s->out->n;
  if (!s->words || !s->tenures) return;
  for (uint32_t k = 0; k < s->a->sentences.n && *st == ALN_OK; k++) {
    uint32_t floor = s->begins[k], end = s->ends[k], i = floor + 1;
    if (!aln_scene_story (s, s->a->sentence_blocks.at[k])) continue;
    for (;
         (i = aln_next_of (s->a, i, end, words)) < end && s->out->n - before < ALN_GROUNDS_MAX / 4;
         i++) {
      aln_row row;
      if ((aln_lexicon_begin (s->a->lexicon, s->a->tokens.at[i].word)->alone & words) &&
          aln_lexicon_longest_with (s->a->lexicon, s->a->tokens.at + i, 1, s->words,
                                    ALN_LIT ("reign"), &row))
        add_ground (st, s, i, floor, row);
    }
  }
}
