/* wordlists.c: in: one or two selections. Out: their words with counts and measures. */
#include "measures.h"
#include "words.h"

/* -- terms ---------------------------------------------------------------------------------------- */

static void rank_counts (aln_status *st, const aln_asked *q, aln_ranking *k, aln_arena *a) {
  const aln_tallied *t = k->words;
  for (uint32_t i = 1; i <= t->terms && *st == ALN_OK; i++) {
    aln_ranked *row;
    if (t->totals[i].count == 0 || t->totals[i].count < q->min) continue;
    row = ALN_ADD (st, a, &k->rows);
    if (row) *row = (aln_ranked){(double)t->totals[i].count, i};
  }
}

static void term_row (aln_status *st, aln_frame *f, const aln_tallied *t, uint32_t i, double sum) {
  aln_frame_add_row (st, f);
  aln_frame_set_text (st, f, 0, aln_stream_term (t->r, t->layer, i));
  aln_frame_set_integer (st, f, 1, (int64_t)t->totals[i].count);
  aln_frame_set_integer (st, f, 2, t->totals[i].articles);
  aln_frame_set_real (st, f, 3, aln_per_million ((double)t->totals[i].count, sum));
}

aln_status aln_list_terms (aln_store *s, const aln_asked *q, aln_frame **out, int64_t *total,
                           aln_fault *f) {
  static const char *const names[] = {"term", "count", "articles", "per_million", NULL};
  aln_arena a = ALN_ARENA_EMPTY;
  aln_stream *r;
  aln_tallied words;
  aln_ranking k = {&words, {NULL, 0, 0}};
  const aln_bits *which;
  aln_frame *frame;
  uint32_t *order, n;
  double sum;
  aln_status st = aln_stream_open (s, &r, f);
  if (st != ALN_OK) return st;
  frame = aln_words_frame (&st, names);
  which = aln_stream_select (&st, r, q->which);
  aln_words_tally (&st, s, r, q, &which, 1, &words);
  sum = (double)aln_words_sum (&words);
  if (st == ALN_OK) rank_counts (&st, q, &k, &a);
  n = aln_words_rank (&st, &k, q->limit, &a, &order);
  *total = k.rows.n;
  for (uint32_t i = 0; order && k.rows.at && i < n && st == ALN_OK; i++)
    term_row (&st, frame, &words, k.rows.at[order[i]].number, sum);
  st = aln_words_give (st, r, frame, out, f);
  aln_arena_free (&a);
  return st;
}

/* -- keyness -------------------------------------------------------------------------------------- */

typedef struct keyness {
  aln_tallied here, there;
  double n_here, n_there;
} keyness;

static aln_crossing cross (const keyness *w, uint32_t i) {
  double o = (double)w->here.totals[i].count;
  return (aln_crossing){o, w->n_here, o + (double)w->there.totals[i].count, w->n_here + w->n_there};
}

static void rank_keys (aln_status *st, const aln_asked *q, const keyness *w, aln_ranking *k,
                       aln_arena *a) {
  for (uint32_t i = 1; i <= w->here.terms && *st == ALN_OK; i++) {
    uint64_t all = w->here.totals[i].count + w->there.totals[i].count;
    aln_ranked *row;
    if (all == 0 || all < q->min) continue;
    row = ALN_ADD (st, a, &k->rows);
    if (row) *row = (aln_ranked){aln_g2 (cross (w, i)), i};
    if (row && row->value != row->value) row->value = 0; /* one of the selections is empty */
  }
}

static void key_row (aln_status *st, aln_frame *f, const keyness *w, uint32_t i) {
  aln_crossing x = cross (w, i);
  aln_frame_add_row (st, f);
  aln_frame_set_text (st, f, 0, aln_stream_term (w->here.r, w->here.layer, i));
  aln_frame_set_integer (st, f, 1, (int64_t)w->here.totals[i].count);
  aln_frame_set_integer (st, f, 2, (int64_t)w->there.totals[i].count);
  aln_words_real (st, f, 3, aln_g2 (x));
  aln_words_real (st, f, 4, aln_chi2 (x));
  aln_words_real (st, f, 5, aln_log_ratio (x));
  aln_frame_set_integer (st, f, 6, w->here.totals[i].articles);
}

aln_status aln_list_keyness (aln_store *s, const aln_asked *q, const aln_select *reference,
                             aln_frame **out, int64_t *total, aln_fault *f) {
  static const char *const names[] = {"word", "count",     "reference", "g2",
                                      "chi2", "log_ratio", "articles",  NULL};
  aln_arena a = ALN_ARENA_EMPTY;
  aln_stream *r;
  keyness w;
  aln_tallied words[2];
  const aln_bits *which[2];
  aln_ranking k = {&w.here, {NULL, 0, 0}};
  aln_frame *frame;
  uint32_t *order, n;
  aln_status st = aln_stream_open (s, &r, f);
  if (st != ALN_OK) return st;
  frame = aln_words_frame (&st, names);
  which[0] = aln_stream_select (&st, r, q->which);
  which[1] = aln_stream_select (&st, r, reference);
  aln_words_tally (&st, s, r, q, which, 2, words);
  w.here = words[0];
  w.there = words[1];
  w.n_here = (double)aln_words_sum (&w.here);
  w.n_there = (double)aln_words_sum (&w.there);
  if (st == ALN_OK) rank_keys (&st, q, &w, &k, &a);
  n = aln_words_rank (&st, &k, q->limit, &a, &order);
  *total = k.rows.n;
  for (uint32_t i = 0; order && k.rows.at && i < n && st == ALN_OK; i++)
    key_row (&st, frame, &w, k.rows.at[order[i]].number);
  st = aln_words_give (st, r, frame, out, f);
  aln_arena_free (&a);
  return st;
}
