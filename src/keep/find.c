/* find.c: in: a query and a selection. Out: frames of articles found, and of places found.
   The index says which articles; each is then read again and the query looked for in its text. */
#include "ask.h"
#include "rows.h"

#include "../base/digest.h"
#include "index.h"

#include <utf8proc.h>

#define SNIPPET 90u   /* characters on each side of the first hit, at most */
#define SORT_WORDS 8u /* of the context, by which rows are sorted */

/* -- cutting text ----------------------------------------------------------------------------------
 */

static int is_mark_at (aln_slice s, size_t i) { /* a mark that belongs to the letter before it */
  utf8proc_int32_t c;
  if ((unsigned char)s.p[i] < 0x80 ||
      utf8proc_iterate ((const utf8proc_uint8_t *)s.p + i, (utf8proc_ssize_t)(s.n - i), &c) <= 0)
    return 0;
  switch (utf8proc_category (c)) {
  case UTF8PROC_CATEGORY_MN:
  case UTF8PROC_CATEGORY_MC:
  case UTF8PROC_CATEGORY_ME: return 1;
  default: return 0;
  }
}

static int starts_point (char c) { return ((unsigned char)c & 0xC0) != 0x80; }

/* At most 'width' characters before 'at', not before 'from'. */
static uint32_t back (aln_slice s, uint32_t at, uint32_t from, uint32_t width) {
  uint32_t i = at;
  for (; i > from && width > 0; width--) do
      i--;
    while (i > from && (!starts_point (s.p[i]) || is_mark_at (s, i)));
  return i;
}

/* At most 'width' characters from 'at' on, not past 'to'. */
static uint32_t on (aln_slice s, uint32_t at, uint32_t to, uint32_t width) {
  uint32_t i = at;
  for (; i < to && width > 0; width--) do
      i++;
    while (i < to && (!starts_point (s.p[i]) || is_mark_at (s, i)));
  return i;
}

/* Runs of white space become one space. */
static void add_even (aln_status *st, aln_buf *b, aln_slice s) {
  size_t i = 0;
  while (i < s.n && *st == ALN_OK) {
    size_t from = i;
    while (i < s.n && !aln_is_space ((unsigned char)s.p[i])) i++;
    aln_buf_add (st, b, (aln_slice){s.p + from, i - from});
    if (i < s.n) aln_buf_byte (st, b, ' ');
    while (i < s.n && aln_is_space ((unsigned char)s.p[i])) i++;
  }
}

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

/* The sentence (or, for 'blocks', the block) in which byte 'at' lies; looks from *i on. */
static aln_span sentence_at (const aln_article *a, uint32_t at, uint32_t *i) {
  while (*i < a->sentences.n && a->sentences.at[*i].to <= at) ++*i;
  return *i < a->sentences.n ? a->sentences.at[*i] : (aln_span){at, at};
}

static aln_span block_at (const aln_article *a, uint32_t at, uint32_t *i) {
  while (*i < a->blocks.n &&
         (a->blocks.at[*i].kind == ALN_BOILERPLATE || a->blocks.at[*i].text.to <= at))
    ++*i;
  return *i < a->blocks.n ? a->blocks.at[*i].text : (aln_span){at, at};
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
    best.from = back (v->a->text, first, sentence.from < first ? sentence.from : first, SNIPPET);
    best.to = on (v->a->text, first, sentence.to > at.to ? sentence.to : at.to, SNIPPET);
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
    add_even (&st, &b, v.hits.n ? aln_cut (v.a->text, at) : v.a->headline);
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

/* -- concordance ---------------------------------------------------------------------------------------
 */

enum { LEFT = 3, MATCH, RIGHT, SENTENCE, FIRST, LAST, RULE, KEY, SORT };

typedef struct kwic {
  aln_store *s;
  const aln_kwic *k;
  aln_frame *frame;
  sqlite3_stmt *q; /* at the article */
  int64_t total;
  uint32_t block, sentence; /* where the last hit was */
  aln_buf scratch;
} kwic;

static void set_even (aln_status *st, kwic *w, uint32_t column, aln_slice text) {
  w->scratch.n = 0;
  add_even (st, &w->scratch, text);
  aln_frame_set_text (st, w->frame, column, aln_buf_slice (&w->scratch));
}

/* What the row is, not where it stands: article, sentence, match and its place in the sentence. */
static void set_key (aln_status *st, kwic *w, const seen *v, aln_span at, aln_span sentence) {
  char hex[17];
  char place[24];
  aln_digest d;
  unsigned n = 0;
  for (uint32_t offset = at.from - sentence.from; n < 20; offset /= 10) {
    place[n++] = (char)('0' + offset % 10);
    if (offset < 10) break;
  }
  aln_digest_begin (&d);
  aln_digest_field (&d, ALN_LIT ("kwic"));
  aln_digest_field (&d, v->a->given_id);
  aln_digest_field (&d, aln_cut (v->a->text, sentence));
  aln_digest_field (&d, aln_cut (v->a->text, at));
  aln_digest_field (&d, (aln_slice){place, n});
  aln_digest_hex (&d, hex, 16);
  aln_frame_set_text (st, w->frame, KEY, aln_slice_of (hex));
}

static void add_sort_word (aln_status *st, kwic *w, aln_slice word) {
  if (w->scratch.n) aln_buf_byte (st, &w->scratch, ' ');
  aln_buf_add (st, &w->scratch, word);
}

/* Words outwards from the match: to the left backwards; for "match" the match and what follows. */
static void set_sort (aln_status *st, kwic *w, const seen *v, const aln_hit *h) {
  uint32_t i = w->k->sort == ALN_SORT_MATCH ? h->from : h->to, n = 0;
  w->scratch.n = 0;
  if (w->k->sort == ALN_SORT_LEFT)
    for (i = h->from; i-- > 0 && n < SORT_WORDS && v->terms.at[i].folded.n; n++)
      add_sort_word (st, w, v->terms.at[i].folded);
  else
    for (; i < v->terms.n && n < SORT_WORDS && v->terms.at[i].folded.n; n++, i++)
      add_sort_word (st, w, v->terms.at[i].folded);
  aln_frame_set_text (st, w->frame, SORT, aln_buf_slice (&w->scratch));
}

static void kwic_row (aln_status *st, kwic *w, const seen *v, const aln_hit *h) {
  aln_span at = hit_span (v, h), block = block_at (v->a, at.from, &w->block);
  aln_span sentence = sentence_at (v->a, at.from, &w->sentence), around = sentence;
  aln_slice text = v->a->text;
  if (around.to < at.to) around.to = at.to; /* NEAR may go on past the sentence */
  if (w->k->width) {
    around.from = back (text, at.from, block.from, w->k->width);
    around.to = on (text, at.to, block.to > at.to ? block.to : at.to, w->k->width);
  }
  aln_frame_add_row (st, w->frame);
  for (int i = 0; i < 3; i++) aln_rows_cell (st, w->q, i + 1, w->frame, (uint32_t)i);
  set_even (st, w, LEFT, aln_cut (text, (aln_span){around.from, at.from}));
  set_even (st, w, MATCH, aln_cut (text, at));
  set_even (st, w, RIGHT, aln_cut (text, (aln_span){at.to, around.to}));
  set_even (st, w, SENTENCE, aln_cut (text, sentence));
  aln_frame_set_integer (st, w->frame, FIRST, (int64_t)at.from + 1);
  aln_frame_set_integer (st, w->frame, LAST, at.to);
  aln_frame_set_text (st, w->frame, RULE, ALN_LIT ("query"));
  set_key (st, w, v, at, sentence);
  if (w->k->sort) set_sort (st, w, v, h);
}

static aln_status kwic_article (void *context, const aln_stored *stored) {
  kwic *w = context;
  seen v = {NULL, ALN_ARENA_EMPTY, {NULL, 0, 0}, {NULL, 0, 0}};
  aln_status st = see (&v, stored, w->s->lexicon, w->k->query, w->k->scope);
  w->block = w->sentence = 0;
  for (uint32_t i = 0; i < v.hits.n && st == ALN_OK; i++)
    if (w->total++ < w->k->limit) kwic_row (&st, w, &v, &v.hits.at[i]);
  seen_free (&v);
  return st;
}

aln_status aln_ask_kwic (aln_store *s, const aln_select *which, const aln_kwic *k, aln_frame **out,
                         int64_t *total, aln_fault *f) {
  static const char *const names[] = {"id",       "published", "source", "left", "match", "right",
                                      "sentence", "first",     "last",   "rule", "key",   NULL};
  aln_status st = ALN_OK;
  int rc = SQLITE_OK;
  kwic w = {s, k, new_frame (&st, names), NULL, 0, 0, 0, ALN_BUF_EMPTY};
  found at;
  if (k->sort) aln_frame_add_column (&st, w.frame, ALN_LIT ("_sort"));
  found_open (&st, &rc, &at, s, which, k->query, k->scope,
              "SELECT a.n, a.id, a.published, a.source FROM article a WHERE " ALN_INDEX_HAS,
              " ORDER BY a.published IS NULL, a.published, a.id");
  w.q = at.q;
  while (st == ALN_OK && aln_sql_row (&rc, at.q)) {
    st = aln_store_get (s, sqlite3_column_int64 (at.q, 0), kwic_article, &w, NULL);
    if (st == ALN_OK && aln_store_stopped (s)) st = ALN_EINTR;
  }
  *total = w.total;
  st = give (s, st, rc, w.frame, out, f);
  found_close (&at);
  aln_buf_free (&w.scratch);
  return st;
}
