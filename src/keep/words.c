/* words.c: in: a selection and a scope. Out: counts by word; lists in order; frames. */
#include "words.h"

#include "../base/mem.h"
#include "sqlite.h"

#include <math.h>

/* -- tallies -------------------------------------------------------------------------------------- */

#define SELECTIONS 2u /* in one pass */

typedef struct seen { /* of a word: in one cache line, as every word of every article comes here */
  uint32_t count, articles, last;
} seen;

typedef struct scanning {
  const aln_bits *const *which;
  uint32_t n, turn;
  const uint32_t *map;
  seen *words[SELECTIONS];
} scanning;

static void add_run (const aln_cursor *c, aln_span run, const uint32_t *map, seen *words,
                     uint32_t turn) {
  for (uint32_t i = run.from; i < run.to; i++) {
    seen *w = &words[map ? map[c->terms[i]] : c->terms[i]];
    w->count++;
    w->articles += w->last != turn;
    w->last = turn;
  }
}

static void add_article (aln_status *st, scanning *k, aln_cursor *c, aln_scope scope) {
  const aln_span *runs;
  uint32_t n = aln_cursor_runs (st, c, scope, &runs);
  k->turn++;
  for (uint32_t w = 0; w < k->n && *st == ALN_OK; w++)
    for (uint32_t i = 0; i < n && aln_bits_has (k->which[w], c->n); i++)
      add_run (c, runs[i], k->map, k->words[w], k->turn);
}

/* What is in one of the selections. */
static aln_bits unite (aln_status *st, const scanning *k, aln_arena *a) {
  aln_bits all = {NULL, 0, 0};
  uint64_t *words;
  for (uint32_t w = 0; w < k->n; w++)
    if (k->which[w]->end > all.end) all.end = k->which[w]->end;
  all.words = words = aln_arena_get (st, a, ((size_t)all.end / 64 + 1) * sizeof *words);
  for (uint32_t w = 0; w < k->n && words; w++)
    for (int64_t i = 0; i < (k->which[w]->end + 63) / 64; i++) words[i] |= k->which[w]->words[i];
  for (int64_t n = 0; n < all.end && words; n++) all.count += aln_bits_has (&all, n);
  return all;
}

static void scan (aln_status *st, aln_stream *r, scanning *k, aln_scope scope, uint32_t terms,
                  aln_arena *a) {
  aln_bits all = unite (st, k, a);
  aln_cursor *c;
  for (uint32_t w = 0; w < k->n; w++)
    k->words[w] = aln_arena_get (st, a, ((size_t)terms + 1) * sizeof *k->words[w]);
  c = aln_cursor_open (st, r, k->n == 1 ? k->which[0] : &all);
  while (aln_cursor_next (st, c)) add_article (st, k, c, scope);
  aln_cursor_close (c);
}

/* -- kept tallies --------------------------------------------------------------------------------- */

struct aln_kept_tally {
  uint64_t hash; /* of the selection's bits */
  int64_t end, count;
  aln_scope scope;
  int written;
  uint32_t terms;
  aln_total *totals;
  struct aln_kept_tally *next; /* the latest first */
};

#define KEPT 4u

void aln_tallies_free (aln_kept_tally *list) {
  while (list) {
    aln_kept_tally *next = list->next;
    aln_free (list->totals);
    aln_free (list);
    list = next;
  }
}

static uint64_t hash_bits (const aln_bits *b) {
  uint64_t h = 14695981039346656037u;
  for (int64_t i = 0; i < (b->end + 63) / 64; i++) {
    h = (h ^ b->words[i]) * 1099511628211u;
    h ^= h >> 29;
  }
  return h;
}

static const aln_kept_tally *recall (const aln_store *s, const aln_asked *q, const aln_bits *b) {
  uint64_t hash = hash_bits (b);
  for (const aln_kept_tally *k = s->tallies; k; k = k->next)
    if (k->hash == hash && k->end == b->end && k->count == b->count && k->scope == q->scope &&
        k->written == q->written)
      return k;
  return NULL;
}

static const aln_kept_tally *keep (aln_status *st, aln_store *s, const aln_asked *q,
                                   const aln_bits *b, const seen *words, uint32_t terms) {
  aln_kept_tally *k = aln_alloc (sizeof *k), *at;
  aln_total *totals = aln_alloc (((size_t)terms + 1) * sizeof *totals);
  if (!k || !totals) {
    aln_free (k);
    aln_free (totals);
    *st = ALN_ENOMEM;
    return NULL;
  }
  for (uint32_t i = 0; i <= terms; i++) totals[i] = (aln_total){words[i].count, words[i].articles};
  *k = (aln_kept_tally){hash_bits (b), b->end, b->count, q->scope,
                        q->written,    terms,  totals,   s->tallies};
  s->tallies = at = k;
  for (uint32_t i = 1; at->next; at = at->next)
    if (++i > KEPT) {
      aln_tallies_free (at->next);
      at->next = NULL;
      break;
    }
  return k;
}

void aln_words_tally (aln_status *st, aln_store *s, aln_stream *r, const aln_asked *q,
                      const aln_bits *const *which, uint32_t n, aln_tallied *out) {
  aln_layer layer = q->written ? ALN_LAYER_WRITTEN : ALN_LAYER_FOLDED;
  const aln_kept_tally *kept[SELECTIONS] = {NULL, NULL};
  uint32_t terms, missing = 0;
  memset (out, 0, n * sizeof *out);
  aln_facets_refresh (st, s);
  if (*st != ALN_OK) return;
  terms = aln_stream_terms (r, layer);
  for (uint32_t i = 0; i < n; i++) missing += !(kept[i] = recall (s, q, which[i]));
  if (missing) {
    aln_arena a = ALN_ARENA_EMPTY;
    scanning k = {which, n, 0, q->written ? NULL : aln_stream_map (r, ALN_LAYER_FOLDED), {NULL}};
    scan (st, r, &k, q->scope, terms, &a);
    for (uint32_t i = 0; i < n && *st == ALN_OK; i++)
      kept[i] = keep (st, s, q, which[i], k.words[i], terms);
    aln_arena_free (&a);
  }
  for (uint32_t i = 0; i < n && *st == ALN_OK; i++)
    out[i] = (aln_tallied){r, layer, terms, kept[i]->totals};
}

uint64_t aln_words_sum (const aln_tallied *t) {
  uint64_t sum = 0;
  for (uint32_t i = 1; t->totals && i <= t->terms; i++) sum += t->totals[i].count;
  return sum;
}

/* -- order ---------------------------------------------------------------------------------------- */

int aln_words_compare (aln_slice x, aln_slice y) {
  int c = memcmp (x.p, y.p, x.n < y.n ? x.n : y.n);
  return c ? c : (x.n > y.n) - (x.n < y.n);
}

static int by_value (const void *context, uint32_t x, uint32_t y) {
  const aln_ranking *k = context;
  const aln_ranked *a = &k->rows.at[x], *b = &k->rows.at[y];
  if (a->value != b->value) return a->value > b->value ? -1 : 1;
  return aln_words_compare (aln_stream_term (k->words->r, k->words->layer, a->number),
                            aln_stream_term (k->words->r, k->words->layer, b->number));
}

uint32_t aln_words_rank (aln_status *st, const aln_ranking *k, uint32_t limit, aln_arena *a,
                         uint32_t **order) {
  uint32_t n = k->rows.n;
  *order = aln_arena_get (st, a, ((size_t)n + 1) * sizeof **order);
  if (*st != ALN_OK) return 0;
  for (uint32_t i = 0; i < n; i++) (*order)[i] = i;
  aln_order (st, *order, n, by_value, k);
  return n < limit ? n : limit;
}

/* -- frames --------------------------------------------------------------------------------------- */

aln_frame *aln_words_frame (aln_status *st, const char *const *names) {
  aln_frame *frame = aln_frame_new (st);
  for (; *names; names++) aln_frame_add_column (st, frame, aln_slice_of (*names));
  return frame;
}

void aln_words_real (aln_status *st, aln_frame *f, uint32_t column, double v) {
  if (!isnan (v)) aln_frame_set_real (st, f, column, v);
}

aln_status aln_words_give (aln_status st, aln_stream *r, aln_frame *frame, aln_frame **out,
                           aln_fault *f) {
  st = aln_stream_close (st, r, f);
  *out = st == ALN_OK ? frame : NULL;
  if (st != ALN_OK && frame) aln_frame_drop (frame);
  return st;
}

/* -- which article -------------------------------------------------------------------------------- */

void aln_tags_open (aln_status *st, aln_store *s, aln_tags *t) {
  t->id = aln_facet_get (st, s, ALN_LIT ("id"));
  t->published = aln_facet_get (st, s, ALN_LIT ("published"));
  t->source = aln_facet_get (st, s, ALN_LIT ("source"));
  t->order = NULL;
}

void aln_tags_order (aln_status *st, aln_store *s, aln_tags *t) {
  t->order = aln_facet_get (st, s, ALN_LIT ("order"));
}

aln_slice aln_tags_text (const aln_facet *f, int64_t n) {
  aln_slice v = aln_numbering_text (&f->values, aln_facet_code (f, n));
  return v.n ? (aln_slice){v.p + 1, v.n - 1} : v;
}

static void set (aln_status *st, aln_frame *frame, uint32_t column, const aln_facet *f, int64_t n) {
  if (*st == ALN_OK && aln_facet_code (f, n))
    aln_frame_set_text (st, frame, column, aln_tags_text (f, n));
}

void aln_tags_set (aln_status *st, aln_frame *f, const aln_tags *t, int64_t n) {
  set (st, f, 0, t->id, n);
  set (st, f, 1, t->published, n);
  set (st, f, 2, t->source, n);
}
