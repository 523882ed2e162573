/* coding.c: in: patterns with categories. Out: a row an article or sentence with a count a category.
   At every place the longest pattern counts, once for each of its categories, and what lies in it
   counts no more. Most words are no match, or a match alone that counts for one category: these are
   counted by one look into a table. */
#include "words.h"

#define CELL 13u        /* bytes of a count: 4 here, 9 in the frame */
#define MANY UINT16_MAX /* code of a word that counts for several categories */

typedef struct coded { /* a row: an article, or a sentence of it */
  int64_t n;
  uint32_t sentence, first, last; /* from 1; 0: the article */
  uint32_t tokens;
} coded;

typedef struct coding {
  const aln_codes *codes;
  aln_patterns *patterns;
  aln_opening *openings;  /* 'code': 1 + its category; 0: it is no match alone */
  uint32_t *found, *seen; /* patterns at a place; [category]: the match that counted for it */
  uint32_t *tally;        /* of the row: [1 + category]; [0] is of no meaning */
  uint32_t matches;
  aln_buf rows, counts; /* coded; n_names numbers a row */
} coding;

/* -- what a word counts for ------------------------------------------------------------------------ */

/* Counts the patterns found at one place. */
static void count_found (coding *w, uint32_t n_found) {
  w->matches++;
  for (uint32_t i = 0; i < n_found; i++) {
    const uint32_t *begins = w->codes->begins + w->found[i];
    for (uint32_t k = begins[0]; k < begins[1]; k++) {
      uint32_t category = w->codes->categories[k];
      if (w->seen[category] != w->matches) w->tally[category + 1]++;
      w->seen[category] = w->matches;
    }
  }
}

/* The code of a word by itself: found as any match is, and looked at in the tally. */
static uint16_t code_of (coding *w, uint32_t word) {
  uint32_t n_found, code = 0, sum = 0;
  if (aln_patterns_at (w->patterns, &word, 1, w->found, &n_found) == 0) return 0;
  count_found (w, n_found);
  for (uint32_t i = 0; i < n_found; i++) {
    const uint32_t *begins = w->codes->begins + w->found[i];
    for (uint32_t k = begins[0]; k < begins[1]; k++) {
      uint32_t *count = &w->tally[w->codes->categories[k] + 1];
      if (*count) code = w->codes->categories[k] + 1;
      sum += *count;
      *count = 0;
    }
  }
  return sum == 0 ? 0 : sum > 1 || code >= MANY ? MANY : (uint16_t)code;
}

static void open_words (aln_status *st, aln_stream *r, coding *w, aln_arena *a) {
  uint32_t terms = *st == ALN_OK ? aln_stream_terms (r, ALN_LAYER_WRITTEN) : 0;
  w->found = aln_arena_get (st, a, ((size_t)w->codes->n + 1) * sizeof *w->found);
  w->seen = aln_arena_get (st, a, ((size_t)w->codes->n_names + 1) * sizeof *w->seen);
  w->tally = aln_arena_get (st, a, ((size_t)w->codes->n_names + 1) * sizeof *w->tally);
  w->openings = *st == ALN_OK ? aln_patterns_openings (st, r, w->patterns, a) : NULL;
  for (uint32_t i = 1; i <= terms && *st == ALN_OK; i++)
    if (!w->openings[i].slow) w->openings[i].code = code_of (w, i);
}

/* -- rows of counts -------------------------------------------------------------------------------- */

/* What a place that the table does not settle holds; how many words it takes. */
static uint32_t count_at (coding *w, const uint32_t *words, uint32_t n) {
  uint32_t n_found, length = aln_patterns_at (w->patterns, words, n, w->found, &n_found);
  if (length) count_found (w, n_found);
  return length ? length : 1;
}

static uint32_t count_run (coding *w, const aln_cursor *c, aln_span run) {
  static const aln_opening none = {0, 0, 0, 0};
  const aln_opening *words = w->openings;
  const uint32_t *terms = c->terms;
  uint32_t *tally = w->tally;
  for (uint32_t i = run.from; i < run.to;) {
    aln_opening now = words[terms[i]], next = i + 1 < run.to ? words[terms[i + 1]] : none;
    int may = (now.begins & next.second) && aln_patterns_may (w->patterns, terms[i], terms[i + 1]);
    if (may || now.slow || now.code == MANY) i += count_at (w, terms + i, run.to - i);
    else {
      tally[now.code]++;
      i++;
    }
  }
  return aln_length (run);
}

/* A row with what was counted, and an empty tally. */
static void add_coded (aln_status *st, coding *w, const coded *row) {
  size_t bytes = (size_t)w->codes->n_names * sizeof *w->tally;
  aln_buf_add (st, &w->rows, (aln_slice){(const char *)row, sizeof *row});
  aln_buf_add (st, &w->counts, (aln_slice){(const char *)(w->tally + 1), bytes});
  memset (w->tally, 0, bytes + sizeof *w->tally);
}

static void code_article (aln_status *st, coding *w, aln_cursor *c, aln_scope scope) {
  const aln_span *runs;
  coded row = {c->n, 0, 0, 0, 0};
  uint32_t n = aln_cursor_runs (st, c, scope, &runs);
  for (uint32_t i = 0; i < n && *st == ALN_OK; i++) row.tokens += count_run (w, c, runs[i]);
  add_coded (st, w, &row);
}

/* What of a sentence lies in the scope is coded by itself: no pattern goes on into the next one. */
static void code_sentence (aln_status *st, coding *w, aln_cursor *c, uint32_t sentence,
                           const aln_span *runs, uint32_t n) {
  aln_span at = aln_cursor_sentence_bytes (st, c, sentence), places = c->sentences[sentence];
  coded row = {c->n, sentence + 1, at.from + 1, at.to, 0};
  for (uint32_t i = 0; i < n && runs[i].from < places.to && *st == ALN_OK; i++) {
    aln_span run = runs[i];
    if (run.from < places.from) run.from = places.from;
    if (run.to > places.to) run.to = places.to;
    row.tokens += count_run (w, c, run);
  }
  add_coded (st, w, &row);
}

static void code_sentences (aln_status *st, coding *w, aln_cursor *c, aln_scope scope) {
  const aln_span *runs;
  uint32_t n = aln_cursor_runs (st, c, scope, &runs), run = 0;
  for (uint32_t s = 0; s < c->n_sentences && *st == ALN_OK; s++) {
    aln_span places = c->sentences[s];
    while (run < n && runs[run].to <= places.from) run++;
    if (places.from < places.to && run < n && runs[run].from < places.to)
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
  sorting k = {(const coded *)(const void *)w->rows.p, {NULL, NULL, NULL, NULL}};
  aln_tags_open (st, s, &k.tags);
  aln_tags_order (st, s, &k.tags);
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
  coding w = {.codes = c};
  aln_frame *frame;
  aln_status st = aln_stream_open (s, &r, f);
  if (st != ALN_OK) return st;
  frame = new_frame (&st, c);
  w.patterns = aln_patterns_new (&st, r, c->patterns, c->n, q->written, &a);
  open_words (&st, r, &w, &a);
  if (st == ALN_OK) code_all (&st, r, q, &w);
  aln_stream_spare (r, w.rows.n / sizeof (coded) * (c->n_names + 7) * CELL);
  if (st == ALN_OK) add_rows (&st, s, &w, frame, &a);
  aln_buf_free (&w.rows);
  aln_buf_free (&w.counts);
  st = aln_words_give (st, r, frame, out, f);
  aln_arena_free (&a);
  return st;
}
