/* tagger.c: in: an article. Out: names with types (tagger.h): regions are cut out, their features (tagger_features.c)
   weighed, and the best tags taken. */
#include "tagging.h"

/* -- regions -------------------------------------------------------------------------------------- */

/* May token i stand inside a name when a capital follows: a glued hyphen, "&", "/", a small word? */
static int is_joint (const aln_tag_view *v, uint32_t i) {
  const aln_token *t = &v->t[i];
  if (v->first[i]) return 0;
  if (t->kind == ALN_TOKEN_MARK)
    return aln_is_glued_hyphen (v->a, i) ||
           (t->to - t->from == 1 &&
            (aln_first_byte (v->a, i) == '&' || aln_first_byte (v->a, i) == '/'));
  return t->kind == ALN_TOKEN_WORD && t->shape == ALN_SHAPE_LOWER && t->to - t->from <= 3 &&
         !is_possessive (v, i);
}

static uint32_t region_end (const aln_tag_view *v, uint32_t i) {
  uint32_t end = i + 1, stop = v->n - i > ALN_REGION_MAX ? i + ALN_REGION_MAX : v->n;
  for (uint32_t j = i + 1; j < stop && v->first[j] == 0; j++) {
    if (aln_is_name_word (&v->t[j]) || (v->t[j].kind == ALN_TOKEN_NUMBER && j == end)) end = j + 1;
    else if (!is_joint (v, j) || j - end >= 2) break;
  }
  /* "Seon-ho": a lower-case part behind a glued hyphen is of the name */
  while (end + 1 < stop && aln_is_glued_hyphen (v->a, end) &&
         (v->t[end + 1].flags & ALN_TOKEN_GLUED) && v->t[end + 1].kind == ALN_TOKEN_WORD)
    end += 2;
  return end;
}

aln_named aln_tag_region (const aln_tag_view *v, uint32_t from) {
  while (from < v->n && !aln_is_name_word (&v->t[from])) from++;
  if (from >= v->n) return (aln_named){v->n, v->n, 0};
  return (aln_named){from, region_end (v, from), 0};
}

/* -- decoding ------------------------------------------------------------------------------------- */

#define NEVER (INT32_MIN / 2)

typedef struct path { /* the best way to each tag of one token, and the tag before it */
  int32_t best[ALN_TAGS];
  uint8_t from[ALN_TAGS];
} path;

/* "Goes on" (an even tag) only behind its own type; all others behind any. What cannot be stays far
   below all that can. No branches: which way is better nobody can foretell. */
static void extend (path *p, const path *last, const int32_t *score, const int32_t *step) {
  for (unsigned tag = 0; tag < ALN_TAGS; tag++) {
    const int goes_on = tag && tag % 2 == 0;
    unsigned before = goes_on ? tag - 1 : 0, to = goes_on ? tag + 1 : ALN_TAGS, from = before;
    int32_t best = last->best[before] + step[before * ALN_TAGS + tag];
    for (before++; before < to; before++) {
      int32_t s = last->best[before] + step[before * ALN_TAGS + tag];
      from = s > best ? before : from;
      best = s > best ? s : best;
    }
    p->best[tag] = best + score[tag];
    p->from[tag] = (uint8_t)from;
  }
}

/* Outside stands before the first token, so that nothing goes on there. */
static void set_out (path *p, const int32_t *score, const int32_t *step) {
  for (unsigned tag = 0; tag < ALN_TAGS; tag++) {
    p->best[tag] = tag && tag % 2 == 0 ? NEVER : step[tag] + score[tag];
    p->from[tag] = 0;
  }
}

void aln_tag_best (const int32_t *score, const int32_t *step, uint32_t n, uint8_t *tags) {
  path paths[ALN_REGION_MAX];
  unsigned last = 0;
  if (n == 0) return;
  set_out (&paths[0], score, step);
  for (uint32_t i = 1; i < n; i++)
    extend (&paths[i], &paths[i - 1], score + (size_t)i * ALN_TAGS, step);
  for (unsigned tag = 1; tag < ALN_TAGS; tag++)
    if (paths[n - 1].best[tag] > paths[n - 1].best[last]) last = tag; // NOLINT: filled above
  for (uint32_t i = n; i-- > 0; last = paths[i].from[last]) tags[i] = (uint8_t)last;
}

void aln_tag_pack (const int8_t *weights, aln_tag_model *model) {
  for (size_t k = 0; k < ALN_MODEL_BUCKETS; k++) {
    model->rows[k] = 0;
    for (unsigned tag = 1; tag < ALN_TAGS; tag++) {
      int w = weights[k * ALN_TAGS + tag] - weights[k * ALN_TAGS];
      w = w > 127 ? 127 : w < -127 ? -127 : w;
      model->rows[k] |= (uint64_t)(w + 128) << (tag - 1) * 8;
    }
  }
  memcpy (model->step, weights + (size_t)ALN_MODEL_BUCKETS * ALN_TAGS, sizeof model->step);
}

/* Four tags at once in each sum, 16 bits a tag: at most ALN_FEATURES_MAX bytes fit. */
static void score_token (const uint64_t *rows, const uint32_t *buckets, uint32_t n,
                         int32_t *score) {
  const uint64_t bytes = UINT64_C (0x00FF00FF00FF00FF);
  uint64_t odd = 0, even = 0;
  for (uint32_t k = 0; k < n; k++) {
    odd += rows[buckets[k]] & bytes;
    even += rows[buckets[k]] >> 8 & bytes;
  }
  score[0] = 0;
  for (unsigned tag = 1; tag < ALN_TAGS; tag += 2) {
    score[tag] = (int32_t)(odd >> (tag - 1) * 8 & 0xFFFF) - (int32_t)n * 128;
    score[tag + 1] = (int32_t)(even >> (tag - 1) * 8 & 0xFFFF) - (int32_t)n * 128;
  }
}

/* A word alone that begins a sentence or stands in a title, and is written small elsewhere in the
   article, is that word and no name. */
static int is_plain_word (const aln_tag_view *v, uint32_t i) {
  return (v->first[i] || (v->place[i] & 1)) && (around_of (v, i) & LOWER_TOO);
}

/* A region whose weights are on their way into the near cache. */
typedef struct waiting {
  aln_named r; /* empty: none */
  uint32_t n[ALN_REGION_MAX];
  uint32_t buckets[ALN_REGION_MAX][ALN_FEATURES_MAX];
} waiting;

static void gather (const aln_tag_view *v, aln_named r, const uint64_t *rows, waiting *w) {
  aln_tag_span of = aln_tag_span_of (v, r);
  w->r = r;
  for (uint32_t i = r.from; i < r.to; i++)
    w->n[i - r.from] = aln_tag_features_of (v, &of, i, w->buckets[i - r.from], rows);
}

static void add_names (aln_status *st, aln_arena *room, const aln_tag_view *v, aln_named r,
                       const uint8_t *tags, aln_nameds *out) {
  for (uint32_t i = 0; i < r.to - r.from; i++) {
    aln_named *name;
    uint32_t to = i + 1;
    if (tags[i] % 2 == 0) continue;
    while (to < r.to - r.from && tags[to] == tags[i] + 1) to++;
    if (to == i + 1 && is_plain_word (v, r.from + i)) continue;
    name = ALN_ADD (st, room, out);
    if (!name) return;
    *name = (aln_named){r.from + i, r.from + to, (tags[i] + 1u) / 2u};
  }
}

typedef struct tagging {
  const aln_tag_view *v;
  const uint64_t *rows;
  int32_t step[ALN_TAGS * ALN_TAGS];
  waiting waits[2];
} tagging;

static void settle (aln_status *st, aln_arena *room, const tagging *g, const waiting *w,
                    aln_nameds *out) {
  int32_t score[ALN_REGION_MAX * ALN_TAGS];
  uint8_t tags[ALN_REGION_MAX];
  uint32_t n = w->r.to - w->r.from;
  if (n == 0) return;
  for (uint32_t i = 0; i < n; i++)
    score_token (g->rows, w->buckets[i], w->n[i], score + (size_t)i * ALN_TAGS);
  aln_tag_best (score, g->step, n, tags);
  add_names (st, room, g->v, w->r, tags, out);
}

/* A region is scored when the features of the next one are known: its weights, of half a megabyte, have
   had the time to come. */
static void tag_regions (aln_status *st, aln_arena *room, tagging *g, aln_nameds *out) {
  const aln_tag_view *v = g->v;
  unsigned turn = 0;
  for (uint32_t i = 0; *st == ALN_OK && i < v->n;) {
    aln_named r = aln_tag_region (v, i);
    if (r.from == r.to) break;
    i = r.to;
    if (r.to == r.from + 1 && is_plain_word (v, r.from)) continue; /* whatever its score */
    gather (v, r, g->rows, &g->waits[turn]);
    turn = !turn;
    settle (st, room, g, &g->waits[turn], out);
  }
  settle (st, room, g, &g->waits[!turn], out);
}

void aln_tag_names (aln_status *st, aln_arena *room, const aln_article *a, aln_slice model,
                    aln_nameds *out) {
  const aln_tag_model *m = (const void *)model.p;
  tagging g;
  if (model.n != sizeof *m) return;
  g.v = aln_tag_prepare (st, room, a);
  if (!g.v) return;
  g.rows = m->rows;
  g.waits[0].r = g.waits[1].r = (aln_named){0, 0, 0};
  for (unsigned i = 0; i < ALN_TAGS * ALN_TAGS; i++) g.step[i] = (int32_t)m->step[i];
  tag_regions (st, room, &g, out);
}
