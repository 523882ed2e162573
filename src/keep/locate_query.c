/* locate_query.c: in: the tree of a query and a selection. Out: the places where it stands.
   Each phrase is found by itself, as a pattern; where there are several, the tree is then asked article by
   article. */
#include "sequence.h"

typedef struct joiner {
  aln_status *st;
  aln_stream *r;
  const aln_bits *which;
  aln_scope scope;
  aln_arena *a, *room;
  aln_places *out;
  aln_places *of;     /* by phrase */
  uint32_t *next;     /* by phrase: the first of its places in this article */
  aln_starts *starts; /* by phrase, of this article */
  uint32_t n;         /* phrases */
} joiner;

/* -- a phrase as a pattern ---------------------------------------------------------------------------
 */

static aln_slice with_star (aln_status *st, aln_arena *a, aln_slice word) {
  char *p = aln_arena_get (st, a, word.n + 1);
  if (!p) return word;
  memcpy (p, word.p, word.n);
  p[word.n] = '*';
  return (aln_slice){p, word.n + 1};
}

/* A word of a phrase; the beginning of one has no stem. */
static aln_value value_of (aln_status *st, aln_arena *a, const aln_query *q, uint32_t i) {
  int prefix = q->prefix && i + 1 == q->n_words;
  aln_value v = {ALN_LAYER_FOLDED, q->words[i].folded, prefix, NULL};
  if (q->as & ALN_QUERY_CASE) v.layer = ALN_LAYER_WRITTEN, v.text = q->words[i].written;
  if (prefix) v.text = with_star (st, a, v.text);
  else if (q->as & ALN_QUERY_STEM)
    v.layer = ALN_LAYER_STEM, v.text = aln_sequence_stem (st, a, v.text);
  return v;
}

static void add_value (aln_status *st, aln_arena *a, aln_value value, aln_sequence *out) {
  aln_value *v = aln_arena_get (st, a, sizeof *v);
  aln_element *e = ALN_ADD (st, a, &out->elements);
  if (!v || !e) return;
  *v = value;
  *e = (aln_element){v, 0, 1, 1};
}

void aln_query_sequence (aln_status *st, aln_stream *r, const aln_query *q, aln_arena *a,
                         aln_sequence *out) {
  *out = (aln_sequence){{NULL, 0, 0}, ALN_WITHIN_BLOCK, q->name.n == 0};
  if (q->n_words > ALN_SEQUENCE_ELEMENTS)
    aln_stream_fail (st, r, ALN_ELIMIT, "a phrase has at most 64 words");
  if (q->name.n) add_value (st, a, (aln_value){ALN_LAYER_ENTITY, q->name, 0, NULL}, out);
  for (uint32_t i = 0; i < q->n_words && *st == ALN_OK; i++)
    add_value (st, a, value_of (st, a, q, i), out);
}

static void find_phrase (joiner *w, const aln_query *q, aln_arena *a, aln_places *out) {
  aln_sequence s;
  aln_query_sequence (w->st, w->r, q, w->room, &s);
  if (*w->st == ALN_OK) aln_sequence_find (w->st, w->r, w->which, w->scope, &s, a, out);
}

static void find_phrases (joiner *w, const aln_query *q) {
  for (; q && *w->st == ALN_OK; q = q->next) {
    if (q->kind == ALN_QUERY_PHRASE) find_phrase (w, q, w->room, &w->of[q->number]);
    find_phrases (w, q->first);
  }
}

static uint32_t count_phrases (const aln_query *q) {
  uint32_t n = 0;
  for (; q; q = q->next) n += (q->kind == ALN_QUERY_PHRASE) + count_phrases (q->first);
  return n;
}

/* -- the tree ------------------------------------------------------------------------------------------
   Words are numbered within the scope, with one number between two blocks, so that NEAR counts as the
   index does. */

static void number_places (uint32_t *at, uint32_t n, const aln_span *runs, uint32_t n_runs) {
  uint32_t base = 0, run = 0;
  for (uint32_t i = 0; i < n; i++) {
    for (; run < n_runs && runs[run].to <= at[i]; run++) base += aln_length (runs[run]) + 1;
    if (run < n_runs) at[i] = base + (at[i] - runs[run].from);
  }
}

static uint32_t place_of (uint32_t number, const aln_span *runs, uint32_t n_runs) {
  uint32_t run = 0;
  for (; run + 1 < n_runs && number > aln_length (runs[run]); run++)
    number -= aln_length (runs[run]) + 1;
  return n_runs ? runs[run].from + number : 0;
}

/* The places of each phrase in article n. */
static void take_starts (joiner *w, int64_t n) {
  for (uint32_t p = 0; p < w->n; p++) {
    uint32_t from = w->next[p], to = from;
    while (to < w->of[p].n && w->of[p].at[to].n == n) to++;
    w->starts[p].n = to - from;
    w->starts[p].at = aln_arena_get (w->st, w->room, (to - from + 1) * sizeof (uint32_t));
    w->starts[p].length = aln_arena_get (w->st, w->room, (to - from + 1) * sizeof (uint32_t));
    for (uint32_t i = from; i < to && *w->st == ALN_OK; i++) {
      w->starts[p].at[i - from] = w->of[p].at[i].places.from;
      w->starts[p].length[i - from] = aln_length (w->of[p].at[i].places);
    }
    w->next[p] = to;
  }
}

static void join_article (joiner *w, const aln_query *q, aln_cursor *c) {
  aln_hits hits = {NULL, 0, 0};
  const aln_span *runs;
  uint32_t n = aln_cursor_runs (w->st, c, w->scope, &runs);
  take_starts (w, c->n);
  for (uint32_t p = 0; p < w->n && *w->st == ALN_OK; p++)
    number_places (w->starts[p].at, w->starts[p].n, runs, n);
  aln_query_join (w->st, q, w->starts, w->room, &hits);
  for (uint32_t i = 0; i < hits.n && *w->st == ALN_OK; i++) {
    aln_place *p = ALN_ADD (w->st, w->a, w->out);
    if (p)
      *p = (aln_place){
          c->n, {place_of (hits.at[i].from, runs, n), place_of (hits.at[i].to - 1, runs, n) + 1}};
  }
}

/* The least number of an article that still has a place; 0: none. */
static int64_t next_article (const joiner *w) {
  int64_t n = 0;
  for (uint32_t p = 0; p < w->n; p++) {
    int64_t mine = w->next[p] < w->of[p].n ? w->of[p].at[w->next[p]].n : 0;
    if (mine && (n == 0 || mine < n)) n = mine;
  }
  return n;
}

void aln_query_find (aln_status *st, aln_stream *r, const aln_bits *which, aln_scope scope,
                     const aln_query *q, aln_arena *a, aln_places *out) {
  aln_arena room = ALN_ARENA_EMPTY;
  joiner w = {st, r, which, scope, a, &room, out, NULL, NULL, NULL, count_phrases (q)};
  aln_cursor *c = aln_cursor_open (st, r, which);
  int64_t n;
  if (q->kind == ALN_QUERY_PHRASE) find_phrase (&w, q, a, out);
  else {
    w.of = aln_arena_get (st, &room, w.n * sizeof *w.of);
    w.next = aln_arena_get (st, &room, w.n * sizeof *w.next);
    w.starts = aln_arena_get (st, &room, w.n * sizeof *w.starts);
    find_phrases (&w, q);
    while (*st == ALN_OK && (n = next_article (&w)) != 0)
      if (aln_cursor_seek (st, c, n)) join_article (&w, q, c);
      else break;
  }
  aln_cursor_close (c);
  aln_arena_free (&room);
}
