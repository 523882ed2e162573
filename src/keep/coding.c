/* coding.c: in: patterns with categories. Out: a row an article or sentence with a count a category.
   At every place the longest pattern counts, once for each of its categories, and what lies in it
   counts no more. */
#include "words.h"

typedef struct coded { /* a row: an article, or a sentence of it */
  int64_t n;
  uint32_t sentence, first, last; /* from 1; 0: the article */
  uint32_t tokens;
} coded;

typedef struct coding {
  const aln_codes *codes;
  aln_patterns *patterns;
  uint32_t *found, *seen; /* patterns at a place; [category]: the match that counted for it */
  uint32_t matches;
  aln_buf rows, counts; /* coded; n_names numbers a row */
} coding;

static uint32_t *new_row (aln_status *st, coding *w, const coded *row) {
  size_t bytes = (size_t)w->codes->n_names * sizeof (uint32_t), at = w->counts.n;
  aln_buf_add (st, &w->rows, (aln_slice){(const char *)row, sizeof *row});
  aln_buf_reserve (st, &w->counts, bytes + 1);
  if (*st != ALN_OK) return NULL;
  memset (w->counts.p + at, 0, bytes);
  w->counts.n += bytes;
  return (uint32_t *)(void *)(w->counts.p + at);
}

/* Counts the patterns found at one place. */
static void count_found (coding *w, uint32_t n_found, uint32_t *counts) {
  w->matches++;
  for (uint32_t i = 0; i < n_found; i++) {
    const uint32_t *begins = w->codes->begins + w->found[i];
    for (uint32_t k = begins[0]; k < begins[1]; k++) {
      uint32_t category = w->codes->categories[k];
      if (w->seen[category] != w->matches) counts[category]++;
      w->seen[category] = w->matches;
    }
  }
}

static uint32_t count_run (coding *w, const aln_cursor *c, aln_span run, uint32_t *counts) {
  for (uint32_t i = run.from; i < run.to;) {
    uint32_t n_found, length;
    i += aln_patterns_skip (w->patterns, c->terms + i, run.to - i);
    length = aln_patterns_at (w->patterns, c->terms + i, run.to - i, w->found, &n_found);
    if (length) count_found (w, n_found, counts);
    i += length ? length : 1;
  }
  return aln_length (run);
}

static void set_tokens (const aln_status *st, coding *w, uint32_t tokens) { /* of the last row */
  if (*st == ALN_OK) ((coded *)(void *)(w->rows.p + w->rows.n))[-1].tokens = tokens;
}

static void code_article (aln_status *st, coding *w, aln_cursor *c, aln_scope scope) {
  const aln_span *runs;
  uint32_t n = aln_cursor_runs (st, c, scope, &runs), tokens = 0;
  uint32_t *counts = new_row (st, w, &(coded){c->n, 0, 0, 0, 0});
  for (uint32_t i = 0; i < n && *st == ALN_OK; i++) tokens += count_run (w, c, runs[i], counts);
  set_tokens (st, w, tokens);
}

/* What of a sentence lies in the scope is coded by itself: no pattern goes on into the next one. */
static void code_sentence (aln_status *st, coding *w, aln_cursor *c, uint32_t sentence,
                           const aln_span *runs, uint32_t n) {
  aln_span at = aln_cursor_sentence_bytes (st, c, sentence), places = c->sentences[sentence];
  uint32_t *counts = new_row (st, w, &(coded){c->n, sentence + 1, at.from + 1, at.to, 0}),
           tokens = 0;
  for (uint32_t i = 0; i < n && runs[i].from < places.to && *st == ALN_OK; i++) {
    aln_span run = runs[i];
    if (run.from < places.from) run.from = places.from;
    if (run.to > places.to) run.to = places.to;
    tokens += count_run (w, c, run, counts);
  }
  set_tokens (st, w, tokens);
}

static void code_sentences (aln_status *st, coding *w, aln_cursor *c, aln_scope scope) {
  const aln_span *runs;
  uint32_t n = aln_cursor_runs (st, c, scope, &runs), run = 0;
  for (uint32_t s = 0; s < c->n_sentences && *st == ALN_OK; s++) {
    while (run < n && runs[run].to <= c->sentences[s].from) run++;
    if (run < n && runs[run].from < c->sentences[s].to)
      code_sentence (st, w, c, s, runs + run, n - run);
  }
}

static void code_all (aln_status *st, aln_stream *r, const aln_asked *q, coding *w) {
  aln_cursor *c = aln_cursor_open (st, r, aln_stream_select (st, r, q->which));
  while (aln_cursor_next (st, c)) {
    if (w->codes->sentences) code_sentences (st, w, c, q->scope);
    else code_article (st, w, c, q->scope);
    if (w->rows.n / sizeof (coded) > UINT32_MAX - 1 && *st == ALN_OK) *st = ALN_ELIMIT;
  }
  aln_cursor_close (c);
}

/* -- rows ----------------------------------------------------------------------------------------- */

typedef struct sorting {
  const coded *rows;
  aln_tags tags;
} sorting;

static int by_place (const void *context, uint32_t x, uint32_t y) {
  const sorting *k = context;
  const coded *a = &k->rows[x], *b = &k->rows[y];
  if (a->n == b->n) return (a->sentence > b->sentence) - (a->sentence < b->sentence);
  return aln_tags_compare (&k->tags, a->n, b->n);
}

static void add_row (aln_status *st, aln_frame *f, const coding *w, const sorting *k, uint32_t i) {
  const coded *row = &k->rows[i];
  const uint32_t *counts =
      (const uint32_t *)(const void *)w->counts.p + (size_t)i * w->codes->n_names;
  uint32_t column = 3;
  aln_frame_add_row (st, f);
  aln_tags_set (st, f, &k->tags, row->n);
  if (w->codes->sentences) {
    aln_frame_set_integer (st, f, column++, row->sentence);
    aln_frame_set_integer (st, f, column++, row->first);
    aln_frame_set_integer (st, f, column++, row->last);
  }
  aln_frame_set_integer (st, f, column++, row->tokens);
  for (uint32_t c = 0; c < w->codes->n_names; c++)
    aln_frame_set_integer (st, f, column++, counts[c]);
}

static void add_rows (aln_status *st, aln_store *s, const coding *w, aln_frame *frame,
                      aln_arena *a) {
  uint32_t n = (uint32_t)(w->rows.n / sizeof (coded));
  uint32_t *order = aln_arena_get (st, a, ((size_t)n + 1) * sizeof *order);
  sorting k = {(const coded *)(const void *)w->rows.p, {NULL, NULL, NULL}};
  aln_tags_open (st, s, &k.tags);
  if (*st != ALN_OK) return;
  for (uint32_t i = 0; i < n; i++) order[i] = i;
  aln_order (st, order, n, by_place, &k);
  for (uint32_t i = 0; i < n && *st == ALN_OK; i++) add_row (st, frame, w, &k, order[i]);
}

static aln_frame *new_frame (aln_status *st, const aln_codes *c) {
  static const char *const articles[] = {"id", "published", "source", "tokens", NULL};
  static const char *const sentences[] = {"id",    "published", "source", "place",
                                          "first", "last",      "tokens", NULL};
  aln_frame *frame = aln_words_frame (st, c->sentences ? sentences : articles);
  for (uint32_t i = 0; i < c->n_names; i++) aln_frame_add_column (st, frame, c->names[i]);
  return frame;
}

aln_status aln_list_codes (aln_store *s, const aln_asked *q, const aln_codes *c, aln_frame **out,
                           aln_fault *f) {
  aln_arena a = ALN_ARENA_EMPTY;
  aln_stream *r;
  coding w = {c, NULL, NULL, NULL, 0, ALN_BUF_EMPTY, ALN_BUF_EMPTY};
  aln_frame *frame;
  aln_status st = aln_stream_open (s, &r, f);
  if (st != ALN_OK) return st;
  frame = new_frame (&st, c);
  w.patterns = aln_patterns_new (&st, r, c->patterns, c->n, q->written, &a);
  w.found = aln_arena_get (&st, &a, ((size_t)c->n + 1) * sizeof *w.found);
  w.seen = aln_arena_get (&st, &a, ((size_t)c->n_names + 1) * sizeof *w.seen);
  if (st == ALN_OK) code_all (&st, r, q, &w);
  if (st == ALN_OK) add_rows (&st, s, &w, frame, &a);
  aln_buf_free (&w.rows);
  aln_buf_free (&w.counts);
  st = aln_words_give (st, r, frame, out, f);
  aln_arena_free (&a);
  return st;
}
