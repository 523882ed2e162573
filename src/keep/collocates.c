/* collocates.c: in: a node (patterns or a query) and a window. Out: the words that stand around it.
   Windows are united: a word near two nodes counts once, and the words of the node itself count
   neither in the windows nor elsewhere (Evert 2008, surface cooccurrence). So count and total are cells
   and margins of one table of two by two, and no measure passes its bounds. */
#include "measures.h"
#include "words.h"

typedef struct near_words {
  const aln_near *near;
  const uint32_t *map;
  uint32_t *count, *node; /* [term]: in windows; as a part of the node */
  uint64_t nodes, window, inside;
} near_words;

static void count_places (near_words *w, const aln_cursor *c, aln_span places, uint32_t *counts,
                          uint64_t *sum) {
  for (uint32_t i = places.from; i < places.to; i++) {
    uint32_t t = w->map ? w->map[c->terms[i]] : c->terms[i];
    counts[t]++;
    ++*sum;
  }
}

/* The first span from *i on that ends behind a place. */
static aln_span around (const aln_span *list, uint32_t n, uint32_t place, uint32_t *i) {
  while (*i < n && list[*i].to <= place) ++*i;
  return *i < n ? list[*i] : (aln_span){place, place};
}

/* Where the window of a match may reach. */
static aln_span reach (const near_words *w, const aln_find *f, aln_span m, uint32_t *run,
                       uint32_t *sentence) {
  aln_span out = around (f->runs, f->n_runs, m.from, run);
  if (w->near->sentence) {
    uint32_t last;
    aln_span s = around (f->cursor->sentences, f->cursor->n_sentences, m.from, sentence);
    last = *sentence;
    if (s.from > out.from) out.from = s.from;
    s = around (f->cursor->sentences, f->cursor->n_sentences, m.to - 1, &last);
    if (s.to < out.to) out.to = s.to;
  }
  if (m.from - out.from > w->near->left) out.from = m.from - w->near->left;
  if (out.to > m.to && out.to - m.to > w->near->right) out.to = m.to + w->near->right;
  if (out.to < m.to) out.to = m.to;
  return out;
}

static void count_article (near_words *w, const aln_find *f) {
  uint32_t run = 0, sentence = 0, upto = 0;
  for (uint32_t i = 0; i < f->matches.n; i++) {
    aln_span m = f->matches.at[i].places, at = reach (w, f, m, &run, &sentence);
    if (i + 1 < f->matches.n && f->matches.at[i + 1].places.from < at.to)
      at.to = f->matches.at[i + 1].places.from;
    if (at.from < upto) at.from = upto;
    if (at.from < m.from)
      count_places (w, f->cursor, (aln_span){at.from, m.from}, w->count, &w->window);
    if (m.to < at.to) count_places (w, f->cursor, (aln_span){m.to, at.to}, w->count, &w->window);
    count_places (w, f->cursor, m, w->node, &w->inside);
    upto = at.to > m.to ? at.to : m.to;
    w->nodes++;
  }
}

static void count_all (aln_status *st, aln_stream *r, const aln_asked *q, const aln_bits *which,
                       near_words *w, aln_arena *a) {
  aln_find *f = aln_find_open (st, r, w->near->node, q->scope, which, 1, a);
  while (aln_find_next (st, f)) count_article (w, f);
  aln_find_close (f);
}

/* -- rows ----------------------------------------------------------------------------------------- */

typedef struct table {
  const near_words *near;
  aln_tallied words;
  double all; /* words outside of nodes */
} table;

static aln_crossing cross (const table *t, uint32_t i) {
  double total = (double)t->words.totals[i].count - t->near->node[i];
  return (aln_crossing){t->near->count[i], (double)t->near->window, total, t->all};
}

static void rank (aln_status *st, const aln_asked *q, const table *t, aln_ranking *k,
                  aln_arena *a) {
  for (uint32_t i = 1; i <= t->words.terms && *st == ALN_OK; i++) {
    aln_ranked *row;
    if (t->near->count[i] == 0 || t->near->count[i] < q->min) continue;
    row = ALN_ADD (st, a, &k->rows);
    if (row) *row = (aln_ranked){aln_g2 (cross (t, i)), i};
  }
}

static void add_row (aln_status *st, aln_frame *f, const table *t, uint32_t i) {
  aln_crossing x = cross (t, i);
  aln_frame_add_row (st, f);
  aln_frame_set_text (st, f, 0, aln_stream_term (t->words.r, t->words.layer, i));
  aln_frame_set_integer (st, f, 1, t->near->count[i]);
  aln_frame_set_integer (st, f, 2, (int64_t)t->words.totals[i].count);
  aln_words_real (st, f, 3, aln_expected (x));
  aln_words_real (st, f, 4, aln_g2 (x));
  aln_words_real (st, f, 5, aln_logdice (x.o, (double)t->near->nodes, x.c));
  aln_words_real (st, f, 6, aln_pmi (x));
  aln_words_real (st, f, 7, aln_tscore (x));
}

static void list (aln_status *st, const aln_asked *q, table *t, aln_frame *frame, int64_t *total,
                  aln_arena *a) {
  aln_ranking k = {&t->words, {NULL, 0, 0}};
  uint32_t *order, n;
  t->all = (double)aln_words_sum (&t->words) - (double)t->near->inside;
  rank (st, q, t, &k, a);
  n = aln_words_rank (st, &k, q->limit, a, &order);
  *total = k.rows.n;
  for (uint32_t i = 0; order && k.rows.at && i < n && *st == ALN_OK; i++)
    add_row (st, frame, t, k.rows.at[order[i]].number);
}

aln_status aln_list_collocates (aln_store *s, const aln_asked *q, const aln_near *near,
                                aln_frame **out, int64_t *total, int64_t *nodes, int64_t *window,
                                aln_fault *f) {
  static const char *const names[] = {"word",    "count", "total", "expected", "g2",
                                      "logdice", "pmi",   "t",     NULL};
  aln_arena a = ALN_ARENA_EMPTY;
  aln_stream *r;
  table t;
  near_words w = {near, NULL, NULL, NULL, 0, 0, 0};
  const aln_bits *which;
  aln_frame *frame;
  aln_status st = aln_stream_open (s, &r, f);
  *total = 0;
  if (st != ALN_OK) return st;
  frame = aln_words_frame (&st, names);
  which = aln_stream_select (&st, r, q->which);
  aln_words_tally (&st, s, r, q, &which, 1, &t.words);
  if (st == ALN_OK && !q->written) w.map = aln_stream_map (r, ALN_LAYER_FOLDED);
  w.count = aln_arena_get (&st, &a, ((size_t)t.words.terms + 1) * sizeof *w.count);
  w.node = aln_arena_get (&st, &a, ((size_t)t.words.terms + 1) * sizeof *w.node);
  t.near = &w;
  if (st == ALN_OK) count_all (&st, r, q, which, &w, &a);
  if (st == ALN_OK) list (&st, q, &t, frame, total, &a);
  *nodes = (int64_t)w.nodes;
  *window = (int64_t)w.window;
  st = aln_words_give (st, r, frame, out, f);
  aln_arena_free (&a);
  return st;
}
