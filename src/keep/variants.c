/* variants.c: in: patterns. Out: the different sequences of words that they match, and where and when
   each is used. */
#include "words.h"

typedef struct variant {
  uint32_t count, articles, sources;
  int64_t last;                 /* the latest article that was counted */
  uint32_t first_day, last_day; /* numbers of values of 'published'; 0: none */
} variant;

typedef struct variants {
  aln_stream *r;
  aln_layer layer;
  const uint32_t *map;
  aln_tags tags;
  aln_numbering texts, uses; /* the sequence; its number and that of a source */
  ALN_LIST (variant) list;   /* list.at[number - 1] */
  aln_buf text;
} variants;

static uint32_t number_of (aln_status *st, variants *w, const aln_cursor *c, aln_span places,
                           aln_arena *a) {
  uint32_t number;
  w->text.n = 0;
  for (uint32_t i = places.from; i < places.to; i++) {
    if (i > places.from) aln_buf_byte (st, &w->text, ' ');
    aln_buf_add (st, &w->text,
                 aln_stream_term (w->r, w->layer, w->map ? w->map[c->terms[i]] : c->terms[i]));
  }
  number = aln_numbering_add (st, &w->texts, aln_buf_slice (&w->text));
  if (number > w->list.n) (void)ALN_ADD (st, a, &w->list);
  return *st == ALN_OK ? number : 0;
}

static aln_slice day (const variants *w, uint32_t code) {
  return aln_numbering_text (&w->tags.published->values, code);
}

static void note_article (aln_status *st, variants *w, variant *v, uint32_t number, int64_t n) {
  uint32_t code = aln_facet_code (w->tags.published, n), before = w->uses.n;
  uint32_t use[2] = {number, aln_facet_code (w->tags.source, n)};
  v->articles++;
  v->last = n;
  if (code && (!v->first_day || aln_words_compare (day (w, code), day (w, v->first_day)) < 0))
    v->first_day = code;
  if (code && (!v->last_day || aln_words_compare (day (w, code), day (w, v->last_day)) > 0))
    v->last_day = code;
  if (!use[1]) return;
  aln_numbering_add (st, &w->uses, (aln_slice){(const char *)use, sizeof use});
  if (w->uses.n > before) v->sources++;
}

static void note_matches (aln_status *st, variants *w, const aln_find *f, aln_arena *a) {
  for (uint32_t i = 0; i < f->matches.n && *st == ALN_OK; i++) {
    uint32_t number = number_of (st, w, f->cursor, f->matches.at[i].places, a);
    variant *v = number ? &w->list.at[number - 1] : NULL;
    if (!v) return;
    v->count++;
    if (v->last != f->n || v->articles == 0) note_article (st, w, v, number, f->n);
  }
}

static int by_count (const void *context, uint32_t x, uint32_t y) {
  const variants *w = context;
  const variant *a = &w->list.at[x], *b = &w->list.at[y];
  if (a->count != b->count) return a->count > b->count ? -1 : 1;
  return aln_words_compare (aln_numbering_text (&w->texts, x + 1),
                            aln_numbering_text (&w->texts, y + 1));
}

static void set_day (aln_status *st, aln_frame *f, uint32_t column, const variants *w,
                     uint32_t code) {
  aln_slice text = day (w, code);
  if (code) aln_frame_set_text (st, f, column, (aln_slice){text.p + 1, text.n - 1});
}

static void add_rows (aln_status *st, const aln_asked *q, const variants *w, aln_frame *f,
                      aln_arena *a) {
  uint32_t n = w->list.n, *order = aln_arena_get (st, a, ((size_t)n + 1) * sizeof *order);
  for (uint32_t i = 0; i < n && order; i++) order[i] = i;
  aln_order (st, order, n, by_count, w);
  for (uint32_t i = 0; order && i < n && i < q->limit && *st == ALN_OK; i++) {
    const variant *v = &w->list.at[order[i]];
    if (v->count < q->min) continue;
    aln_frame_add_row (st, f);
    aln_frame_set_text (st, f, 0, aln_numbering_text (&w->texts, order[i] + 1));
    aln_frame_set_integer (st, f, 1, v->count);
    aln_frame_set_integer (st, f, 2, v->articles);
    aln_frame_set_integer (st, f, 3, v->sources);
    set_day (st, f, 4, w, v->first_day);
    set_day (st, f, 5, w, v->last_day);
  }
}

aln_status aln_list_variants (aln_store *s, const aln_asked *q, const aln_wanted *wanted,
                              aln_frame **out, int64_t *total, aln_fault *f) {
  static const char *const names[] = {"variant",   "count",    "articles", "sources",
                                      "first_day", "last_day", NULL};
  aln_arena a = ALN_ARENA_EMPTY;
  aln_stream *r;
  variants w;
  aln_find *find;
  aln_frame *frame;
  aln_status st = aln_stream_open (s, &r, f);
  if (st != ALN_OK) return st;
  memset (&w, 0, sizeof w);
  w.r = r;
  w.layer = q->written ? ALN_LAYER_WRITTEN : ALN_LAYER_FOLDED;
  w.map = q->written ? NULL : aln_stream_map (r, ALN_LAYER_FOLDED);
  aln_tags_open (&st, s, &w.tags);
  frame = aln_words_frame (&st, names);
  find = aln_find_open (&st, r, wanted, q->scope, aln_stream_select (&st, r, q->which), 1, &a);
  while (aln_find_next (&st, find)) note_matches (&st, &w, find, &a);
  aln_find_close (find);
  *total = w.list.n;
  if (st == ALN_OK) add_rows (&st, q, &w, frame, &a);
  aln_numbering_free (&w.texts);
  aln_numbering_free (&w.uses);
  aln_buf_free (&w.text);
  st = aln_words_give (st, r, frame, out, f);
  aln_arena_free (&a);
  return st;
}
