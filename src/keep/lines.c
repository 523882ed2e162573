/* lines.c: in: a query and a selection. Out: a concordance: a row for every place, in its surroundings.
   The streams say where. Articles are visited in the order in which they lie in the file, and rows given
   in order of publication. Of a row that is given, the block around the hit is kept; it becomes texts
   when somebody looks at one (lines_text.c). Where postings alone say how many hits each article has,
   only the articles of those rows are looked at. */
#include "ask.h"
#include "lines.h"
#include "rows.h"
#include "words.h"

enum { ID, PUBLISHED, SOURCE, TAGS, FIRST = 7, LAST, RULE, KEY, SORT };

#define FEW 256u /* articles that are looked up one by one */

typedef struct source { /* an article with hits */
  int64_t n;
  aln_slice *tags;       /* id, published, source; NULL: not looked up */
  uint32_t rank;         /* in order of publication */
  uint32_t hits, n_hits; /* the first, how many */
  uint32_t row, lines;   /* the first that is given, how many */
} source;

typedef struct kwic {
  aln_status st;
  const aln_kwic *k;
  aln_stream *r;
  aln_arena room;
  aln_locator *locator; /* not NULL: hits are looked for article by article */
  aln_places hits;      /* of all articles; of the one at hand */
  int64_t total;
  ALN_LIST (source) sources;
  aln_cursor *c;
  uint32_t block, sentence; /* where the last hit was */
  uint32_t shown;           /* 1 + the block whose text is 'text'; WHOLE: the article's */
  aln_slice text;           /* around the hit, in the frame */
  uint32_t begins;          /* its first byte in the article's text */
  aln_buf scratch;
  aln_line *lines;  /* by row, in the frame */
  aln_slice *sorts; /* by row, where rows are to be sorted */
  aln_frame *frame;
} kwic;

#define WHOLE UINT32_MAX

/* -- one line --------------------------------------------------------------------------------------
 */

static void add_sort_word (kwic *w, uint32_t place) {
  uint32_t folded = aln_stream_map (w->r, ALN_LAYER_FOLDED)[w->c->terms[place]];
  aln_buf_add (&w->st, &w->scratch, aln_stream_term (w->r, ALN_LAYER_FOLDED, folded));
  aln_buf_byte (&w->st, &w->scratch, ' ');
}

/* The words asked for, those that stand in the blocks in which the hit begins and ends; '!' comes
   before all words: nothing stands there. */
static aln_slice sort_of (kwic *w, aln_span hit) {
  const aln_stream_block *blocks = w->c->blocks;
  uint32_t last = w->block;
  while (last + 1 < w->c->n_blocks && blocks[last].places.to < hit.to) last++;
  w->scratch.n = 0;
  for (uint32_t i = 0; i < w->k->n_sort; i++) {
    int64_t at =
        w->k->sort[i] < 0 ? (int64_t)hit.from + w->k->sort[i] : (int64_t)hit.to - 1 + w->k->sort[i];
    if (w->k->sort[i] == 0)
      for (uint32_t p = hit.from; p < hit.to; p++) add_sort_word (w, p);
    else if (at >= blocks[w->block].places.from && at < blocks[last].places.to)
      add_sort_word (w, (uint32_t)at);
    else aln_buf_add (&w->st, &w->scratch, ALN_LIT ("! "));
  }
  return aln_arena_copy (&w->st, &w->room, aln_buf_slice (&w->scratch));
}

static aln_slice keep_text (kwic *w, aln_slice text) {
  char *p = aln_frame_room (&w->st, w->frame, text.n + 1);
  if (p && text.n) memcpy (p, text.p, text.n);
  return (aln_slice){p, p ? text.n : 0};
}

/* Keeps the text of the block of a hit; of the article, where the hit goes on beyond it. */
static void keep_around (kwic *w, aln_span hit) {
  if (w->shown == WHOLE || w->shown == w->block + 1) return;
  if (hit.to > w->c->blocks[w->block].places.to) {
    w->text = keep_text (w, aln_cursor_text (&w->st, w->c));
    w->begins = 0;
    w->shown = WHOLE;
  } else {
    w->text = keep_text (w, aln_cursor_block (&w->st, w->c, w->block, &w->begins));
    w->shown = w->block + 1;
  }
}

static void make_line (kwic *w, aln_span hit, aln_line *out) {
  aln_cursor *c = w->c;
  aln_span sentences;
  while (w->block + 1 < c->n_blocks && c->blocks[w->block].places.to <= hit.from) w->block++;
  while (w->sentence + 1 < c->n_sentences && c->sentences[w->sentence].to <= hit.from)
    w->sentence++;
  keep_around (w, hit);
  sentences = c->blocks[w->block].sentences;
  out->text = w->text;
  out->begins = w->begins;
  out->at = aln_cursor_bytes (&w->st, c, hit);
  out->sentence = aln_cursor_sentence_bytes (&w->st, c, w->sentence);
  out->block = aln_cursor_sentence_bytes (&w->st, c, sentences.from);
  out->block.to = aln_cursor_sentence_bytes (&w->st, c, sentences.to - 1).to;
}

/* The hits of an article in w->hits; which is the first of them. */
static uint32_t find_hits (kwic *w, const source *s, uint32_t *n) {
  *n = s->n_hits;
  if (!w->locator) return s->hits;
  w->hits.n = 0;
  aln_locator_find (w->locator, w->c, &w->room, &w->hits);
  *n = w->hits.n;
  return 0;
}

static void make_lines (kwic *w, source *s) {
  uint32_t first, n;
  w->block = w->sentence = w->shown = 0;
  if (!aln_cursor_seek (&w->st, w->c, s->n)) return;
  first = find_hits (w, s, &n);
  if (s->lines > n) s->lines = n;
  for (uint32_t i = 0; i < s->lines && w->st == ALN_OK; i++) {
    aln_span hit = w->hits.at[first + i].places;
    make_line (w, hit, &w->lines[s->row + i]);
    if (w->k->n_sort) w->sorts[s->row + i] = sort_of (w, hit);
  }
}

/* -- which -------------------------------------------------------------------------------------------
 */

static void add_source (kwic *w, int64_t n, uint32_t hits, uint32_t n_hits) {
  source *s = ALN_ADD (&w->st, &w->room, &w->sources);
  if (s) *s = (source){.n = n, .hits = hits, .n_hits = n_hits};
  w->total += n_hits;
}

static void group (kwic *w) {
  for (uint32_t i = 0, k; i < w->hits.n && w->st == ALN_OK; i = k) {
    for (k = i; k < w->hits.n && w->hits.at[k].n == w->hits.at[i].n;) k++;
    add_source (w, w->hits.at[i].n, i, k - i);
  }
}

static void find (kwic *w, const aln_select *which) {
  const aln_bits *bits = aln_stream_select (&w->st, w->r, which);
  const aln_sequence *q = w->k->sequence;
  aln_sequence phrase;
  aln_postings counts = {NULL, 0, 0};
  if (w->k->query && w->k->query->kind != ALN_QUERY_PHRASE) {
    aln_query_find (&w->st, w->r, bits, w->k->scope, w->k->query, &w->room, &w->hits);
    group (w);
    return;
  }
  if (w->k->query) aln_query_sequence (&w->st, w->r, w->k->query, &w->room, &phrase);
  w->locator = aln_locator_open (&w->st, w->r, w->k->scope, w->k->query ? &phrase : q, &w->room);
  if (aln_locator_counts (w->locator, bits, &counts)) {
    w->sources.at = aln_arena_get (&w->st, &w->room, ((size_t)counts.n + 1) * sizeof (source));
    w->sources.cap = counts.n;
    for (uint32_t i = 0; i < counts.n && w->st == ALN_OK; i++)
      add_source (w, counts.at[i].n, 0,
                  counts.at[i].body + (w->k->scope == ALN_SCOPE_TEXT ? counts.at[i].other : 0));
    return;
  }
  aln_locator_all (w->locator, bits, &w->room, &w->hits);
  w->locator = NULL;
  group (w);
}

/* -- articles ----------------------------------------------------------------------------------------
 */

static void describe (kwic *w, aln_store *s, int *rc, source *out) {
  sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_LINE);
  aln_sql_integer (rc, q, 1, out->n);
  out->tags = aln_arena_get (&w->st, &w->room, TAGS * sizeof *out->tags);
  if (w->st == ALN_OK && aln_sql_row (rc, q)) {
    for (int i = 0; i < TAGS; i++)
      out->tags[i] = aln_arena_copy (&w->st, &w->room, aln_sql_slice (q, i));
  }
  aln_sql_reset (q);
}

static int order (aln_slice a, aln_slice b) {
  return aln_words_compare (a.n ? a : ALN_LIT (""), b.n ? b : ALN_LIT (""));
}

/* By publication, undated ones last, and id. */
static int by_day (const void *context, uint32_t x, uint32_t y) {
  const aln_slice *a = ((const source *)context)[x].tags, *b = ((const source *)context)[y].tags;
  int c = (a[PUBLISHED].n == 0) - (b[PUBLISHED].n == 0);
  if (c == 0) c = order (a[PUBLISHED], b[PUBLISHED]);
  return c ? c : order (a[ID], b[ID]);
}

static int by_rank (const void *context, uint32_t x, uint32_t y) {
  const source *a = (const source *)context + x, *b = (const source *)context + y;
  return (a->rank > b->rank) - (a->rank < b->rank);
}

/* How many rows each article gives, the first ones of the list as many as they have. All together. */
static uint32_t share_out (kwic *w, const uint32_t *list) {
  uint32_t rows = 0;
  for (uint32_t i = 0; i < w->sources.n; i++) {
    source *a = &w->sources.at[list[i]];
    uint32_t left = w->k->limit - rows;
    a->row = rows;
    a->lines = a->n_hits < left ? a->n_hits : left;
    rows += a->lines;
  }
  return rows;
}

/* Few articles are looked up one by one. */
static uint32_t order_few (kwic *w, aln_store *s, uint32_t *list) {
  int rc = SQLITE_OK;
  for (uint32_t i = 0; i < w->sources.n && w->st == ALN_OK; i++)
    describe (w, s, &rc, &w->sources.at[i]);
  if (w->st == ALN_OK) w->st = aln_sql_status (rc);
  aln_order (&w->st, list, w->sources.n, by_day, w->sources.at);
  return w->st == ALN_OK ? share_out (w, list) : 0;
}

/* Many are looked up in columns that the store keeps. */
static uint32_t order_many (kwic *w, aln_store *s, uint32_t *list) {
  aln_tags tags;
  uint32_t rows;
  aln_tags_open (&w->st, s, &tags);
  aln_tags_order (&w->st, s, &tags);
  if (w->st != ALN_OK) return 0;
  for (uint32_t i = 0; i < w->sources.n; i++)
    w->sources.at[i].rank = aln_facet_code (tags.order, w->sources.at[i].n);
  aln_order (&w->st, list, w->sources.n, by_rank, w->sources.at);
  rows = w->st == ALN_OK ? share_out (w, list) : 0;
  for (uint32_t i = 0; i < w->sources.n && w->st == ALN_OK; i++) {
    source *a = &w->sources.at[i];
    if (a->lines) a->tags = aln_arena_get (&w->st, &w->room, TAGS * sizeof *a->tags);
    if (!a->tags) continue;
    a->tags[ID] = aln_tags_text (tags.id, a->n);
    a->tags[PUBLISHED] = aln_tags_text (tags.published, a->n);
    a->tags[SOURCE] = aln_tags_text (tags.source, a->n);
  }
  return rows;
}

/* Articles in order of their rows; *rows: how many are given. */
static uint32_t *ordered (kwic *w, aln_store *s, uint32_t *rows) {
  uint32_t *list = aln_arena_get (&w->st, &w->room, ((size_t)w->sources.n + 1) * sizeof *list);
  *rows = 0;
  if (!list) return NULL;
  for (uint32_t i = 0; i < w->sources.n; i++) list[i] = i;
  *rows = w->sources.n > FEW ? order_many (w, s, list) : order_few (w, s, list);
  return list;
}

/* -- rows --------------------------------------------------------------------------------------------
 */

static void set (kwic *w, uint32_t column, aln_slice text) {
  aln_frame_set_text (&w->st, w->frame, column, text);
}

/* Row number 'row'; its line stood at s->row + i. */
static void add_row (kwic *w, const source *s, uint32_t i, uint32_t row) {
  aln_line *l = &w->lines[row];
  aln_frame_add_row (&w->st, w->frame);
  if (w->st != ALN_OK) return;
  *l = w->lines[s->row + i];
  for (uint32_t t = ID; t < TAGS; t++)
    if (t == ID || s->tags[t].n) set (w, t, s->tags[t]);
  aln_frame_set_integer (&w->st, w->frame, FIRST, (int64_t)l->at.from + 1);
  aln_frame_set_integer (&w->st, w->frame, LAST, l->at.to);
  set (w, RULE, ALN_LIT ("query"));
  if (w->k->n_sort) set (w, SORT, w->sorts[s->row + i]);
}

static void add_rows (kwic *w, const uint32_t *list) {
  uint32_t row = 0;
  for (uint32_t i = 0; i < w->sources.n && w->st == ALN_OK; i++) {
    const source *a = &w->sources.at[list[i]];
    for (uint32_t k = 0; k < a->lines; k++) add_row (w, a, k, row++);
  }
  aln_lines_put_off (&w->st, w->frame, w->lines, w->k->width);
}

static void columns (kwic *w) {
  static const char *const names[] = {"id",       "published", "source", "left", "match", "right",
                                      "sentence", "first",     "last",   "rule", "key"};
  w->frame = aln_frame_new (&w->st);
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    aln_frame_add_column (&w->st, w->frame, aln_slice_of (names[i]));
  if (w->k->n_sort) aln_frame_add_column (&w->st, w->frame, ALN_LIT ("_sort"));
}

static void gather (kwic *w, aln_store *s) {
  uint32_t rows, *list = ordered (w, s, &rows);
  columns (w);
  if (w->st != ALN_OK) return;
  w->lines = aln_frame_room (&w->st, w->frame, ((size_t)rows + 1) * sizeof *w->lines);
  if (w->k->n_sort)
    w->sorts = aln_arena_get (&w->st, &w->room, ((size_t)rows + 1) * sizeof *w->sorts);
  w->c = aln_cursor_open (&w->st, w->r, NULL);
  for (uint32_t i = 0; i < w->sources.n && w->st == ALN_OK; i++)
    if (w->sources.at[i].lines) make_lines (w, &w->sources.at[i]);
  aln_cursor_close (w->c);
  add_rows (w, list);
}

aln_status aln_ask_kwic (aln_store *s, const aln_select *which, const aln_kwic *k, aln_frame **out,
                         int64_t *total, aln_fault *f) {
  kwic w = {.st = ALN_OK, .k = k, .room = ALN_ARENA_EMPTY, .scratch = ALN_BUF_EMPTY};
  aln_status st = aln_stream_open (s, &w.r, f);
  *out = NULL;
  *total = 0;
  if (st != ALN_OK) return st;
  find (&w, which);
  if (w.st == ALN_OK) gather (&w, s);
  *total = w.total;
  st = aln_stream_close (w.st, w.r, f);
  if (st == ALN_OK) *out = w.frame;
  else if (w.frame) aln_frame_drop (w.frame);
  aln_buf_free (&w.scratch);
  aln_arena_free (&w.room);
  return st;
}
