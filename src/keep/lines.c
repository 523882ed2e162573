/* lines.c: in: a query and a selection. Out: a concordance: a row for every place, in its surroundings.
   The streams say where; the text around a hit is made of them too: no article is read. Articles are
   visited in the order in which they lie in the file, and rows given in order of publication. */
#include "ask.h"
#include "rows.h"

#include "../base/digest.h"
#include "../base/mem.h"
#include "cutting.h"

#include <stdlib.h>

enum { LEFT = 3, MATCH, RIGHT, SENTENCE, FIRST, LAST, RULE, KEY, SORT };

typedef struct line { /* texts of the columns LEFT to SENTENCE, KEY and SORT */
  aln_slice left, match, right, sentence, key, sort;
  uint32_t first, last;
} line;

typedef struct source { /* an article with hits */
  aln_slice id, published, source;
  uint32_t hits, n_hits; /* the first, how many */
  uint32_t lines;        /* how many are given */
  line *at;
} source;

typedef struct kwic {
  aln_status st;
  const aln_kwic *k;
  aln_stream *r;
  aln_arena room;
  aln_places hits;
  ALN_LIST (source) sources;
  aln_cursor *c;
  uint32_t block, sentence; /* where the last hit was */
  uint32_t shown;           /* 1 + the block whose text is 'text' */
  aln_slice text;           /* around the hit */
  uint32_t begins;          /* its first byte in the article's text */
  aln_buf scratch;
  aln_frame *frame;
} kwic;

/* -- one line --------------------------------------------------------------------------------------
 */

static aln_slice even (kwic *w, aln_slice s) {
  w->scratch.n = 0;
  aln_cut_even (&w->st, &w->scratch, s);
  return aln_arena_copy (&w->st, &w->room, aln_buf_slice (&w->scratch));
}

/* A byte of the article's text as one of the text at hand; a damaged file may say anything. */
static uint32_t here (const kwic *w, uint32_t byte) {
  if (byte <= w->begins) return 0;
  return byte - w->begins < w->text.n ? byte - w->begins : (uint32_t)w->text.n;
}

/* What lies between two bytes of the article's text, as far as it is at hand. */
static aln_slice between (const kwic *w, uint32_t from, uint32_t to) {
  from = here (w, from);
  to = here (w, to);
  return from < to ? (aln_slice){w->text.p + from, to - from} : (aln_slice){"", 0};
}

/* What the row is, not where it stands: article, sentence, match and its place in the sentence. */
static aln_slice key_of (kwic *w, aln_slice id, aln_slice sentence, aln_slice match,
                         uint32_t offset) {
  char hex[17], place[24];
  aln_digest d;
  unsigned n = 0;
  for (; n < 20; offset /= 10) {
    place[n++] = (char)('0' + offset % 10);
    if (offset < 10) break;
  }
  aln_digest_begin (&d);
  aln_digest_field (&d, ALN_LIT ("kwic"));
  aln_digest_field (&d, id);
  aln_digest_field (&d, sentence);
  aln_digest_field (&d, match);
  aln_digest_field (&d, (aln_slice){place, n});
  aln_digest_hex (&d, hex, 16);
  return aln_arena_copy (&w->st, &w->room, aln_slice_of (hex));
}

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

/* The text of the block of a hit; of the article, where the hit goes on beyond it. */
static aln_span text_around (kwic *w, aln_span hit) {
  aln_span at = w->c->blocks[w->block].places;
  if (hit.to > at.to) {
    w->text = aln_cursor_text (&w->st, w->c);
    w->begins = w->shown = 0;
  } else if (w->shown != w->block + 1) {
    w->text = aln_cursor_block (&w->st, w->c, w->block, &w->begins);
    w->shown = w->block + 1;
  }
  at = aln_cursor_sentence_bytes (&w->st, w->c, w->c->blocks[w->block].sentences.from);
  at.to = aln_cursor_sentence_bytes (&w->st, w->c, w->c->blocks[w->block].sentences.to - 1).to;
  return at;
}

static void make_line (kwic *w, const source *s, aln_span hit, line *out) {
  aln_span at = aln_cursor_bytes (&w->st, w->c, hit), block, sentence, around;
  while (w->block + 1 < w->c->n_blocks && w->c->blocks[w->block].places.to <= hit.from) w->block++;
  while (w->sentence + 1 < w->c->n_sentences && w->c->sentences[w->sentence].to <= hit.from)
    w->sentence++;
  block = text_around (w, hit);
  sentence = around = aln_cursor_sentence_bytes (&w->st, w->c, w->sentence);
  if (w->st != ALN_OK) return;
  if (around.to < at.to) around.to = at.to; /* a hit may go on past the sentence */
  if (w->k->width) {
    around.from =
        w->begins + aln_cut_back (w->text, here (w, at.from), here (w, block.from), w->k->width);
    around.to = w->begins + aln_cut_on (w->text, here (w, at.to),
                                        here (w, block.to > at.to ? block.to : at.to), w->k->width);
  }
  out->left = even (w, between (w, around.from, at.from));
  out->match = even (w, between (w, at.from, at.to));
  out->right = even (w, between (w, at.to, around.to));
  out->sentence = even (w, between (w, sentence.from, sentence.to));
  out->first = at.from + 1;
  out->last = at.to;
  out->key = key_of (w, s->id, between (w, sentence.from, sentence.to), between (w, at.from, at.to),
                     at.from - sentence.from);
  if (w->k->n_sort) out->sort = sort_of (w, hit);
}

static void make_lines (kwic *w, source *s) {
  s->at = aln_arena_get (&w->st, &w->room, s->lines * sizeof *s->at);
  w->block = w->sentence = w->shown = 0;
  if (!aln_cursor_seek (&w->st, w->c, w->hits.at[s->hits].n)) return;
  for (uint32_t i = 0; i < s->lines && w->st == ALN_OK; i++)
    make_line (w, s, w->hits.at[s->hits + i].places, &s->at[i]);
}

/* -- articles ----------------------------------------------------------------------------------------
 */

static void describe (kwic *w, aln_store *s, int *rc, int64_t n, source *out) {
  sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_LINE);
  aln_sql_integer (rc, q, 1, n);
  if (aln_sql_row (rc, q)) {
    out->id = aln_arena_copy (&w->st, &w->room, aln_sql_slice (q, 0));
    out->published = aln_arena_copy (&w->st, &w->room, aln_sql_slice (q, 1));
    out->source = aln_arena_copy (&w->st, &w->room, aln_sql_slice (q, 2));
  }
  aln_sql_reset (q);
}

static void group (kwic *w, aln_store *s, int *rc) {
  for (uint32_t i = 0, k; i < w->hits.n && w->st == ALN_OK && *rc == SQLITE_OK; i = k) {
    source *a = ALN_ADD (&w->st, &w->room, &w->sources);
    for (k = i; k < w->hits.n && w->hits.at[k].n == w->hits.at[i].n;) k++;
    if (!a) return;
    a->hits = i;
    a->n_hits = k - i;
    describe (w, s, rc, w->hits.at[i].n, a);
  }
}

static int order (aln_slice a, aln_slice b) {
  size_t n = a.n < b.n ? a.n : b.n;
  int c = n ? memcmp (a.p, b.p, n) : 0;
  return c ? c : (a.n > b.n) - (a.n < b.n);
}

/* By publication, undated ones last, and id. */
static int by_day (const void *x, const void *y) {
  const source *const *a = x, *const *b = y;
  int c = ((*a)->published.n == 0) - ((*b)->published.n == 0);
  if (c == 0) c = order ((*a)->published, (*b)->published);
  return c ? c : order ((*a)->id, (*b)->id);
}

static source **ordered (kwic *w) {
  source **list = aln_arena_get (&w->st, &w->room, ((size_t)w->sources.n + 1) * sizeof *list);
  uint32_t left = w->k->limit;
  if (!list) return NULL;
  for (uint32_t i = 0; i < w->sources.n; i++) list[i] = &w->sources.at[i];
  qsort (list, w->sources.n, sizeof *list, by_day);
  for (uint32_t i = 0; i < w->sources.n; i++) {
    list[i]->lines = list[i]->n_hits < left ? list[i]->n_hits : left;
    left -= list[i]->lines;
  }
  return list;
}

/* -- rows --------------------------------------------------------------------------------------------
 */

static void set (kwic *w, uint32_t column, aln_slice text) {
  aln_frame_set_text (&w->st, w->frame, column, text);
}

static void add_row (kwic *w, const source *s, const line *l) {
  aln_frame_add_row (&w->st, w->frame);
  set (w, 0, s->id);
  if (s->published.n) set (w, 1, s->published);
  if (s->source.n) set (w, 2, s->source);
  set (w, LEFT, l->left);
  set (w, MATCH, l->match);
  set (w, RIGHT, l->right);
  set (w, SENTENCE, l->sentence);
  aln_frame_set_integer (&w->st, w->frame, FIRST, l->first);
  aln_frame_set_integer (&w->st, w->frame, LAST, l->last);
  set (w, RULE, ALN_LIT ("query"));
  set (w, KEY, l->key);
  if (w->k->n_sort) set (w, SORT, l->sort);
}

static void columns (kwic *w) {
  static const char *const names[] = {"id",       "published", "source", "left", "match", "right",
                                      "sentence", "first",     "last",   "rule", "key"};
  w->frame = aln_frame_new (&w->st);
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    aln_frame_add_column (&w->st, w->frame, aln_slice_of (names[i]));
  if (w->k->n_sort) aln_frame_add_column (&w->st, w->frame, ALN_LIT ("_sort"));
}

static void find (kwic *w, const aln_select *which) {
  const aln_bits *bits = aln_stream_select (&w->st, w->r, which);
  if (w->k->query)
    aln_query_find (&w->st, w->r, bits, w->k->scope, w->k->query, &w->room, &w->hits);
  else aln_sequence_find (&w->st, w->r, bits, w->k->scope, w->k->sequence, &w->room, &w->hits);
}

static aln_status gather (kwic *w, aln_store *s) {
  int rc = SQLITE_OK;
  source **list;
  group (w, s, &rc);
  if (w->st == ALN_OK) w->st = aln_sql_status (rc);
  list = ordered (w);
  w->c = aln_cursor_open (&w->st, w->r, NULL);
  for (uint32_t i = 0; i < w->sources.n && w->st == ALN_OK; i++)
    if (w->sources.at[i].lines) make_lines (w, &w->sources.at[i]);
  aln_cursor_close (w->c);
  columns (w);
  for (uint32_t i = 0; i < w->sources.n && w->st == ALN_OK; i++)
    for (uint32_t k = 0; k < list[i]->lines; k++) add_row (w, list[i], &list[i]->at[k]);
  return w->st;
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
  *total = w.hits.n;
  st = aln_stream_close (w.st, w.r, f);
  if (st == ALN_OK) *out = w.frame;
  else if (w.frame) aln_frame_drop (w.frame);
  aln_buf_free (&w.scratch);
  aln_arena_free (&w.room);
  return st;
}
