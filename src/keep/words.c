/* words.c: in: a selection and a scope. Out: counts by word; lists in order; frames. */
#include "words.h"

#include <math.h>

/* -- tallies -------------------------------------------------------------------------------------- */

static void add_run (const aln_cursor *c, aln_span run, const uint32_t *map, aln_total *totals,
                     int64_t *seen) {
  for (uint32_t i = run.from; i < run.to; i++) {
    uint32_t t = map ? map[c->terms[i]] : c->terms[i];
    totals[t].count++;
    if (seen[t] != c->n) totals[t].articles++;
    seen[t] = c->n;
  }
}

static aln_total *scan (aln_status *st, aln_stream *r, const aln_asked *q, const aln_bits *which,
                        uint32_t terms, aln_arena *a) {
  const uint32_t *map = q->written ? NULL : aln_stream_map (r, ALN_LAYER_FOLDED);
  aln_total *totals = aln_arena_get (st, a, ((size_t)terms + 1) * sizeof *totals);
  int64_t *seen = aln_arena_get (st, a, ((size_t)terms + 1) * sizeof *seen);
  aln_cursor *c = aln_cursor_open (st, r, which);
  while (aln_cursor_next (st, c)) {
    const aln_span *runs;
    uint32_t n = aln_cursor_runs (st, c, q->scope, &runs);
    for (uint32_t i = 0; i < n && *st == ALN_OK; i++) add_run (c, runs[i], map, totals, seen);
  }
  aln_cursor_close (c);
  return totals;
}

void aln_words_tally (aln_status *st, aln_stream *r, const aln_asked *q, const aln_bits *which,
                      aln_arena *a, aln_tallied *out) {
  aln_layer layer = q->written ? ALN_LAYER_WRITTEN : ALN_LAYER_FOLDED;
  memset (out, 0, sizeof *out);
  if (*st != ALN_OK) return;
  *out = (aln_tallied){r, layer, aln_stream_terms (r, layer), NULL};
  if (!q->written && (q->scope == ALN_SCOPE_BODY || q->scope == ALN_SCOPE_TEXT))
    out->totals = aln_stream_totals (st, r, which, q->scope == ALN_SCOPE_TEXT, a);
  else out->totals = scan (st, r, q, which, out->terms, a);
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
}

static aln_slice value (const aln_facet *f, int64_t n) {
  aln_slice v = aln_numbering_text (&f->values, aln_facet_code (f, n));
  return v.n ? (aln_slice){v.p + 1, v.n - 1} : v;
}

static void set (aln_status *st, aln_frame *frame, uint32_t column, const aln_facet *f, int64_t n) {
  if (*st == ALN_OK && aln_facet_code (f, n)) aln_frame_set_text (st, frame, column, value (f, n));
}

void aln_tags_set (aln_status *st, aln_frame *f, const aln_tags *t, int64_t n) {
  set (st, f, 0, t->id, n);
  set (st, f, 1, t->published, n);
  set (st, f, 2, t->source, n);
}

int aln_tags_compare (const aln_tags *t, int64_t x, int64_t y) {
  uint32_t dated_x = aln_facet_code (t->published, x), dated_y = aln_facet_code (t->published, y);
  int c;
  if (!dated_x != !dated_y) return dated_x ? -1 : 1;
  c = dated_x == dated_y ? 0 : aln_words_compare (value (t->published, x), value (t->published, y));
  return c ? c : aln_words_compare (value (t->id, x), value (t->id, y));
}
