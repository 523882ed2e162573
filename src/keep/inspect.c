/* inspect.c: in: a store. Out: what its streams hold, as frames. */
#include "inspect.h"

#include "../read/tokens.h"
#include "corpus.h"
#include "restore.h"

#include <stdio.h>
#include <time.h>

typedef struct inspector {
  aln_status st;
  aln_stream *r;
  const aln_bits *which;
  aln_frame *frame;
  aln_arena room;
} inspector;

static void columns (inspector *w, const char *const *names) {
  for (; *names; names++) aln_frame_add_column (&w->st, w->frame, aln_slice_of (*names));
}

static void add_numbers (inspector *w, uint32_t column, uint32_t a, uint32_t b, int64_t c,
                         int64_t d) {
  char text[64];
  int n = c < 0 ? snprintf (text, sizeof text, "%u %u", a, b)
                : snprintf (text, sizeof text, "%u %u %lld %lld", a, b, (long long)c, (long long)d);
  aln_frame_add_item (&w->st, w->frame, column, (aln_slice){text, (size_t)n});
}

static void add_terms (inspector *w, const aln_cursor *c) {
  static const aln_layer layers[] = {ALN_LAYER_WRITTEN, ALN_LAYER_FOLDED, ALN_LAYER_STEM};
  for (uint32_t l = 0; l < 3; l++) {
    const uint32_t *map = aln_stream_map (w->r, layers[l]);
    for (uint32_t i = 0; i < c->tokens; i++)
      aln_frame_add_item (&w->st, w->frame, 2 + l,
                          aln_stream_term (w->r, layers[l], map ? map[c->terms[i]] : c->terms[i]));
  }
}

static void add_marked (inspector *w, aln_cursor *c) { /* quotations and names */
  const aln_span *quotes;
  const aln_entity_at *names;
  uint32_t n = aln_cursor_quotes (&w->st, c, &quotes);
  for (uint32_t i = 0; i < n; i++) add_numbers (w, 7, quotes[i].from, quotes[i].to, -1, 0);
  n = aln_cursor_names (&w->st, c, &names);
  for (uint32_t i = 0; i < n; i++)
    add_numbers (w, 13, names[i].places.from, names[i].places.to, names[i].name, 0);
}

static void add_article (inspector *w, aln_cursor *c) {
  aln_frame_add_row (&w->st, w->frame);
  aln_frame_set_integer (&w->st, w->frame, 0, c->n);
  aln_frame_set_text (&w->st, w->frame, 1, aln_cursor_text (&w->st, c));
  add_terms (w, c);
  for (uint32_t i = 0; i < c->n_sentences; i++) {
    aln_span bytes = aln_cursor_sentence_bytes (&w->st, c, i);
    add_numbers (w, 5, c->sentences[i].from, c->sentences[i].to, bytes.from, bytes.to);
  }
  for (uint32_t i = 0; i < c->n_blocks; i++)
    add_numbers (w, 6, (uint32_t)c->blocks[i].kind, c->blocks[i].sentences.to,
                 c->blocks[i].places.from, c->blocks[i].places.to);
  add_marked (w, c);
  for (uint32_t i = 0; i < c->tokens; i++) {
    aln_span at = aln_cursor_bytes (&w->st, c, (aln_span){i, i + 1});
    add_numbers (w, 8, at.from, at.to, -1, 0);
  }
  for (int scope = 0; scope <= ALN_SCOPE_QUOTES; scope++) {
    const aln_span *runs;
    uint32_t n = aln_cursor_runs (&w->st, c, (aln_scope)scope, &runs);
    for (uint32_t i = 0; i < n; i++)
      add_numbers (w, 9 + (uint32_t)scope, runs[i].from, runs[i].to, -1, 0);
  }
}

static void articles (inspector *w, aln_slice unused) {
  static const char *const names[] = {"n",         "text",   "terms",  "folded", "stems",
                                      "sentences", "blocks", "quotes", "spans",  "body",
                                      "headline",  "whole",  "quoted", "names",  NULL};
  aln_cursor *c = aln_cursor_open (&w->st, w->r, w->which);
  (void)unused;
  columns (w, names);
  while (aln_cursor_next (&w->st, c)) add_article (w, c);
  aln_cursor_close (c);
}

static void postings_rows (inspector *w, const aln_postings *list) {
  static const char *const names[] = {"n", "body", "other", NULL};
  columns (w, names);
  for (uint32_t i = 0; i < list->n; i++) {
    aln_frame_add_row (&w->st, w->frame);
    aln_frame_set_integer (&w->st, w->frame, 0, list->at[i].n);
    aln_frame_set_integer (&w->st, w->frame, 1, list->at[i].body);
    aln_frame_set_integer (&w->st, w->frame, 2, list->at[i].other);
  }
}

static void postings (inspector *w, aln_slice words) {
  aln_numbers numbers = {NULL, 0, 0};
  aln_postings list = {NULL, 0, 0};
  for (size_t i = 0, k; i < words.n; i = k + 1) {
    uint32_t *n = ALN_ADD (&w->st, &w->room, &numbers);
    for (k = i; k < words.n && words.p[k] != ' ';) k++;
    if (n) *n = aln_stream_number (w->r, ALN_LAYER_FOLDED, (aln_slice){words.p + i, k - i});
    if (n && *n == 0) numbers.n--;
  }
  aln_stream_postings (&w->st, w->r, w->which, numbers.at, numbers.n, &w->room, &list);
  postings_rows (w, &list);
}

static void lengths (inspector *w, aln_slice unused) {
  aln_postings list = {NULL, 0, 0};
  (void)unused;
  aln_stream_lengths (&w->st, w->r, w->which, &w->room, &list);
  postings_rows (w, &list);
}

static void totals_of (inspector *w, int text) {
  static const char *const names[] = {"term", "count", "articles", NULL};
  const aln_total *totals = aln_stream_totals (&w->st, w->r, w->which, text, &w->room);
  columns (w, names);
  for (uint32_t i = 1; w->st == ALN_OK && i <= aln_stream_terms (w->r, ALN_LAYER_FOLDED); i++) {
    if (totals[i].count == 0) continue;
    aln_frame_add_row (&w->st, w->frame);
    aln_frame_set_text (&w->st, w->frame, 0, aln_stream_term (w->r, ALN_LAYER_FOLDED, i));
    aln_frame_set_integer (&w->st, w->frame, 1, (int64_t)totals[i].count);
    aln_frame_set_integer (&w->st, w->frame, 2, totals[i].articles);
  }
}

static void totals (inspector *w, aln_slice scope) {
  totals_of (w, aln_same (scope, ALN_LIT ("text")));
}

static void glob (inspector *w, aln_slice pattern) {
  static const char *const names[] = {"term", NULL};
  aln_numbers numbers = {NULL, 0, 0};
  aln_stream_glob (&w->st, w->r, ALN_LAYER_FOLDED, pattern, &w->room, &numbers);
  columns (w, names);
  for (uint32_t i = 0; i < numbers.n; i++) {
    aln_frame_add_row (&w->st, w->frame);
    aln_frame_set_text (&w->st, w->frame, 0,
                        aln_stream_term (w->r, ALN_LAYER_FOLDED, numbers.at[i]));
  }
}

static const struct {
  const char *name;
  void (*show) (inspector *, aln_slice);
} kinds[] = {{"articles", articles},
             {"postings", postings},
             {"totals", totals},
             {"lengths", lengths},
             {"glob", glob}};

aln_status aln_inspect (aln_store *s, const char *what, aln_slice arguments,
                        const aln_select *which, aln_frame **out, aln_fault *f) {
  inspector w = {ALN_OK, NULL, NULL, NULL, ALN_ARENA_EMPTY};
  aln_status st = aln_stream_open (s, &w.r, f);
  *out = NULL;
  if (st != ALN_OK) return st;
  w.frame = aln_frame_new (&w.st);
  w.which = aln_stream_select (&w.st, w.r, which);
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
    if (w.st == ALN_OK && strcmp (kinds[i].name, what) == 0) kinds[i].show (&w, arguments);
  st = aln_stream_close (w.st, w.r, f);
  aln_arena_free (&w.room);
  if (st == ALN_OK) *out = w.frame;
  else if (w.frame) aln_frame_drop (w.frame);
  return st;
}

/* -- work ------------------------------------------------------------------------------------------
 */

typedef struct restored {
  aln_article a;
  aln_quotes quotes;
} restored;

/* Words are cut anew: what was restored has its own, block by block. */
static void work_once (aln_status *st, aln_store *s, const restored *list, uint32_t n) {
  aln_dictionary d = {0};
  aln_builder b = {0};
  aln_named_list none = {NULL, 0, 0};
  for (uint32_t i = 0; i < n && *st == ALN_OK; i++) {
    static const aln_builder_mark nothing = {0, 0, {0}};
    aln_arena room = ALN_ARENA_EMPTY;
    aln_tokens tokens = {NULL, 0, 0};
    aln_tokenize (st, &room, list[i].a.text, s->lexicon, &tokens);
    aln_builder_add (st, &b, &d, i + 1, &list[i].a, &list[i].quotes, &none);
    if (aln_builder_bytes (&b) >= ALN_SEGMENT_FULL) aln_builder_back (&b, &nothing);
    aln_arena_free (&room);
  }
  aln_builder_free (&b);
  aln_dictionary_free (&d);
}

aln_status aln_inspect_work (aln_store *s, uint32_t times, double *seconds, aln_fault *f) {
  aln_arena room = ALN_ARENA_EMPTY;
  ALN_LIST (restored) list = {NULL, 0, 0};
  aln_status st = ALN_OK;
  int rc = SQLITE_OK;
  int64_t numbers[256], after = 0;
  uint32_t n = 256;
  static const aln_select all = {ALN_SELECT_ALL, NULL, NULL, 0, 0, 0};
  clock_t begun;
  while (st == ALN_OK && n == 256) {
    st = aln_store_next (s, &all, after, numbers, 256, &n, NULL);
    for (uint32_t i = 0; i < n && st == ALN_OK; i++) {
      restored *one = ALN_ADD (&st, &room, &list);
      after = numbers[i];
      if (one) aln_restore (&st, &rc, s, after, &room, &one->a, &one->quotes);
    }
  }
  begun = clock ();
  for (uint32_t i = 0; i < times && st == ALN_OK; i++) work_once (&st, s, list.at, list.n);
  *seconds = (double)(clock () - begun) / CLOCKS_PER_SEC / (times ? times : 1);
  aln_arena_free (&room);
  if (st != ALN_OK) return aln_fail (f, st, ALN_NOWHERE, "%s", aln_status_text (st));
  return aln_sql_fault (s, rc, "reading", f);
}

/* -- damage ----------------------------------------------------------------------------------------
 */

static uint64_t random_next (uint64_t *state) { /* xorshift64* */
  *state ^= *state >> 12;
  *state ^= *state << 25;
  *state ^= *state >> 27;
  return *state * 0x2545F4914F6CDD1Du;
}

/* Some bytes changed, and now and then some cut off or doubled. */
static void mutate (aln_status *st, aln_buf *b, uint64_t *state) {
  uint64_t times = 1 + random_next (state) % 4;
  for (uint64_t i = 0; i < times && b->n; i++) {
    size_t at = random_next (state) % b->n;
    switch (random_next (state) % 8) {
    case 0: b->n = at; break;
    case 1: aln_buf_byte (st, b, b->p[at]); break;
    case 2: b->p[at] = (char)0xFF; break;
    case 3: b->p[at] = 0; break;
    case 4: b->p[at] = (char)(b->p[at] + 1); break;
    default: b->p[at] = (char)random_next (state); break;
    }
  }
}

/* Row number 'which' of the pieces: its key and its bytes. */
static void take_row (aln_status *st, int *rc, sqlite3_stmt *q, uint64_t which, int64_t key[2],
                      aln_buf *part, aln_buf *bytes) {
  for (uint64_t i = 0; i <= which && aln_sql_row (rc, q); i++) {
    aln_slice all = aln_sql_slice (q, 3);
    if (i < which) continue;
    key[0] = sqlite3_column_int64 (q, 0);
    key[1] = sqlite3_column_int64 (q, 2);
    aln_buf_add (st, part, aln_sql_slice (q, 1));
    if (aln_unpack_seal (&all)) aln_buf_add (st, bytes, all);
  }
}

static uint64_t count_rows (int *rc, aln_store *s) {
  sqlite3_stmt *q = aln_sql_prepare (rc, s, ALN_LIT ("SELECT count(*) FROM piece"));
  uint64_t n = aln_sql_row (rc, q) ? (uint64_t)sqlite3_column_int64 (q, 0) : 0;
  sqlite3_finalize (q);
  return n;
}

aln_status aln_inspect_damage (aln_store *s, uint64_t seed, aln_fault *f) {
  aln_status st = ALN_OK;
  int rc = SQLITE_OK;
  uint64_t state = seed * 0x9E3779B97F4A7C15u | 1, rows;
  aln_buf part = ALN_BUF_EMPTY, bytes = ALN_BUF_EMPTY;
  int64_t key[2] = {0, 0};
  sqlite3_stmt *q;
  aln_corpus_flush (&rc, s, 0);
  rows = count_rows (&rc, s);
  q = aln_sql_prepare (&rc, s, ALN_LIT ("SELECT segment, part, at, bytes FROM piece"));
  if (rows) take_row (&st, &rc, q, random_next (&state) % rows, key, &part, &bytes);
  sqlite3_finalize (q);
  mutate (&st, &bytes, &state);
  aln_pack_seal (&st, &bytes);
  q = aln_sql_take (&rc, s, ALN_SQL_PIECE_PUT);
  aln_sql_integer (&rc, q, 1, key[0]);
  aln_sql_whole (&rc, q, 2, aln_buf_slice (&part));
  aln_sql_integer (&rc, q, 3, key[1]);
  if (rc == SQLITE_OK) rc = sqlite3_bind_blob64 (q, 4, bytes.p, bytes.n, SQLITE_STATIC);
  if (rows && st == ALN_OK) aln_sql_run (&rc, q);
  aln_buf_free (&part);
  aln_buf_free (&bytes);
  return st == ALN_OK ? aln_sql_fault (s, rc, "writing to", f)
                      : aln_fail (f, st, ALN_NOWHERE, "%s", aln_status_text (st));
}
