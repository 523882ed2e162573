/* find.c: in: a query and a selection. Out: a frame of articles found.
   The index says which articles; each is then read again and the query looked for in its text. */
#include "ask.h"
#include "rows.h"

#include "cutting.h"
#include "index.h"

#define SNIPPET 90u /* characters on each side of the first hit, at most */

/* -- one article with its hits -----------------------------------------------------------------------
 */

typedef struct seen {
  aln_article *a;
  aln_arena room;
  aln_terms terms;
  aln_hits hits;
} seen;

static void seen_free (seen *v) {
  aln_article_free (v->a);
  aln_arena_free (&v->room);
}

static aln_status see (seen *v, const aln_stored *stored, aln_lexicon *x, const aln_query *q,
                       aln_scope scope) {
  aln_status st = aln_article_read (stored->bytes, &stored->about, x, &v->a, NULL);
  if (st != ALN_OK) return st;
  aln_terms_of (&st, v->a, scope, &v->room, &v->terms);
  if (st == ALN_OK) aln_query_hits (&st, q, &v->terms, &v->room, &v->hits);
  return st;
}

static aln_span hit_span (const seen *v, const aln_hit *h) {
  return (aln_span){v->terms.at[h->from].at.from, v->terms.at[h->to - 1].at.to};
}

/* The sentence in which byte 'at' lies; looks from *i on. */
static aln_span sentence_at (const aln_article *a, uint32_t at, uint32_t *i) {
  while (*i < a->sentences.n && a->sentences.at[*i].to <= at) ++*i;
  return *i < a->sentences.n ? a->sentences.at[*i] : (aln_span){at, at};
}

/* -- search --------------------------------------------------------------------------------------------
 */

typedef struct search {
  aln_store *s;
  const aln_query *q;
  aln_scope scope;
  aln_frame *frame;
} search;

/* The sentence with the most hits, the first of them where several have as many; cut around its
   first hit. */
static aln_span best_passage (const seen *v) {
  aln_span best = {0, 0};
  uint32_t most = 0, count = 0, s = 0, first = 0, before = UINT32_MAX;
  for (uint32_t i = 0; i < v->hits.n; i++) {
    aln_span at = hit_span (v, &v->hits.at[i]), sentence = sentence_at (v->a, at.from, &s);
    if (s != before) count = 0, first = at.from, before = s;
    if (++count <= most) continue;
    most = count;
    best.from =
        aln_cut_back (v->a->text, first, sentence.from < first ? sentence.from : first, SNIPPET);
    best.to = aln_cut_on (v->a->text, first, sentence.to > at.to ? sentence.to : at.to, SNIPPET);
  }
  return best;
}

static aln_status snippet (void *context, const aln_stored *stored) {
  search *w = context;
  seen v = {NULL, ALN_ARENA_EMPTY, {NULL, 0, 0}, {NULL, 0, 0}};
  aln_buf b = ALN_BUF_EMPTY;
  aln_status st = see (&v, stored, w->s->lexicon, w->q, w->scope);
  if (st == ALN_OK) {
    aln_span at = best_passage (&v);
    uint32_t s = 0;
    aln_span whole = sentence_at (v.a, at.from, &s);
    if (v.hits.n && whole.from < at.from) aln_buf_add (&st, &b, ALN_LIT ("\xE2\x80\xA6"));
    aln_cut_even (&st, &b, v.hits.n ? aln_cut (v.a->text, at) : v.a->headline);
    if (v.hits.n && whole.to > at.to) aln_buf_add (&st, &b, ALN_LIT ("\xE2\x80\xA6"));
    aln_frame_set_text (&st, w->frame, 4, aln_buf_slice (&b));
  }
  aln_buf_free (&b);
  seen_free (&v);
  return st;
}

static void search_rows (aln_status *st, int *rc, search *w, sqlite3_stmt *q, uint32_t limit,
                         int64_t *total) {
  for (; *st == ALN_OK && aln_sql_row (rc, q); ++*total) {
    if (*total >= limit) continue;
    aln_frame_add_row (st, w->frame);
    for (int i = 0; i < 4; i++) aln_rows_cell (st, q, i + 1, w->frame, (uint32_t)i);
    aln_rows_cell (st, q, 5, w->frame, 5);
    if (*st == ALN_OK) *st = aln_store_get (w->s, sqlite3_column_int64 (q, 0), snippet, w, NULL);
    if (*st == ALN_OK && aln_store_stopped (w->s)) *st = ALN_EINTR;
  }
}

/* 'head' MATCH ? [expression] AND selection 'tail', prepared and bound. */
typedef struct found {
  aln_arena room;
  aln_buf sql, expression;
  aln_binds binds;
  sqlite3_stmt *q;
} found;

static void found_open (aln_status *st, int *rc, found *w, aln_store *s, const aln_select *which,
                        const aln_query *query, aln_scope scope, const char *head,
                        const char *tail) {
  aln_cell *c;
  *w = (found){ALN_ARENA_EMPTY, ALN_BUF_EMPTY, ALN_BUF_EMPTY, {{NULL, 0, 0}}, NULL};
  aln_query_express (st, query, scope, &w->expression);
  c = ALN_ADD (st, &w->room, &w->binds.values);
  if (c) *c = (aln_cell){ALN_CELL_TEXT, {.text = aln_buf_slice (&w->expression)}};
  aln_buf_add (st, &w->sql, aln_slice_of (head));
  aln_buf_add (st, &w->sql, ALN_LIT (" AND"));
  aln_select_sql (st, which, 0, &w->room, &w->sql, &w->binds);
  aln_buf_add (st, &w->sql, aln_slice_of (tail));
  if (*st != ALN_OK) return;
  w->q = aln_sql_prepare (rc, s, aln_buf_slice (&w->sql));
  aln_sql_cells (rc, w->q, 1, &w->binds);
}

static void found_close (found *w) {
  sqlite3_finalize (w->q);
  aln_buf_free (&w->sql);
  aln_buf_free (&w->expression);
  aln_arena_free (&w->room);
}

static aln_frame *new_frame (aln_status *st, const char *const *names) {
  aln_frame *frame = aln_frame_new (st);
  for (; *names; names++) aln_frame_add_column (st, frame, aln_slice_of (*names));
  return frame;
}

static aln_status give (aln_store *s, aln_status st, int rc, aln_frame *frame, aln_frame **out,
                        aln_fault *f) {
  st = aln_rows_fault (s, st, rc, f);
  *out = st == ALN_OK ? frame : NULL;
  if (st != ALN_OK && frame) aln_frame_drop (frame);
  return st;
}

aln_status aln_ask_search (aln_store *s, const aln_select *which, const aln_query *q,
                           aln_scope scope, uint32_t limit, aln_frame **out, int64_t *total,
                           aln_fault *f) {
  static const char *const names[] = {"id",      "published", "source", "headline",
                                      "snippet", "score",     NULL};
  aln_status st = ALN_OK;
  int rc = SQLITE_OK;
  search w = {s, q, scope, new_frame (&st, names)};
  found at;
  *total = 0;
  found_open (&st, &rc, &at, s, which, q, scope,
              "SELECT a.n, a.id, a.published, a.source, a.headline, " ALN_INDEX_SCORED,
              " ORDER BY score DESC, a.id");
  search_rows (&st, &rc, &w, at.q, limit, total);
  st = give (s, st, rc, w.frame, out, f);
  found_close (&at);
  return st;
}
