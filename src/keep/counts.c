/* counts.c: in: what is counted and by which columns articles are divided. Out: tallies; how a word is
   spread. */
#include "counts.h"

#include "../base/limits.h"
#include "../base/mem.h"
#include "measures.h"

typedef struct grouping {
  const aln_key *keys;
  const aln_facet **facets;
  uint32_t n_keys;
} grouping;

static void open_groups (aln_status *st, aln_store *s, const aln_key *keys, uint32_t n_keys,
                         aln_arena *a, grouping *g, uint32_t *n) {
  uint64_t all = 1;
  *g = (grouping){keys, aln_arena_get (st, a, ((size_t)n_keys + 1) * sizeof *g->facets), n_keys};
  for (uint32_t i = 0; i < n_keys && *st == ALN_OK; i++) {
    g->facets[i] = aln_facet_get (st, s, keys[i].facet);
    all *= keys[i].n;
    if (all > ALN_GROUPS_MAX && *st == ALN_OK) *st = ALN_ELIMIT;
  }
  *n = *st == ALN_OK ? (uint32_t)all : 0;
}

/* The combination of groups that an article is in, from 0; -1: it is left out. */
static int64_t group_of (const grouping *g, int64_t n) {
  int64_t at = 0;
  for (uint32_t i = 0; i < g->n_keys; i++) {
    const aln_key *k = &g->keys[i];
    uint32_t code = aln_facet_code (g->facets[i], n);
    uint32_t group = code < k->codes ? k->groups[code] : 0;
    if (group == 0 || group > k->n) return -1;
    at = at * k->n + group - 1;
  }
  return at;
}

/* -- how many words ------------------------------------------------------------------------------- */

typedef void (*on_length) (void *context, int64_t n, uint32_t words);

/* How many words every article of the selection has within the scope. */
static void lengths (aln_status *st, aln_stream *r, const aln_bits *which, aln_scope scope,
                     on_length use, void *context) {
  if (scope == ALN_SCOPE_BODY || scope == ALN_SCOPE_TEXT) {
    aln_arena room = ALN_ARENA_EMPTY;
    aln_postings list = {NULL, 0, 0};
    aln_stream_lengths (st, r, which, &room, &list);
    for (uint32_t i = 0; i < list.n && *st == ALN_OK; i++)
      use (context, list.at[i].n,
           list.at[i].body + (scope == ALN_SCOPE_TEXT ? list.at[i].other : 0));
    aln_arena_free (&room);
    return;
  }
  aln_cursor *c = aln_cursor_open (st, r, which);
  while (aln_cursor_next (st, c)) {
    const aln_span *runs;
    uint32_t n = aln_cursor_runs (st, c, scope, &runs), words = 0;
    for (uint32_t i = 0; i < n; i++) words += aln_length (runs[i]);
    if (*st == ALN_OK) use (context, c->n, words);
  }
  aln_cursor_close (c);
}

/* -- by group -------------------------------------------------------------------------------------- */

typedef struct counting {
  grouping groups;
  aln_tally *out;
} counting;

static void add_length (void *context, int64_t n, uint32_t words) {
  counting *w = context;
  int64_t at = group_of (&w->groups, n);
  if (at < 0) return;
  w->out[at].of_articles++;
  w->out[at].tokens += words;
}

static void add_found (aln_status *st, aln_stream *r, const aln_asked *q, const aln_wanted *wanted,
                       const aln_bits *which, counting *w, aln_arena *a) {
  aln_find *f = aln_find_open (st, r, wanted, q->scope, which, 0, a);
  while (aln_find_next (st, f)) {
    int64_t at = group_of (&w->groups, f->n);
    if (at < 0) continue;
    w->out[at].count += f->count;
    w->out[at].articles++;
  }
  aln_find_close (f);
}

aln_status aln_count (aln_store *s, const aln_asked *q, const aln_wanted *w, const aln_key *keys,
                      uint32_t n_keys, aln_arena *a, aln_tally **out, uint32_t *n, aln_fault *f) {
  aln_stream *r;
  const aln_bits *which;
  counting c;
  aln_status st = aln_stream_open (s, &r, f);
  if (st != ALN_OK) return st;
  which = aln_stream_select (&st, r, q->which);
  open_groups (&st, s, keys, n_keys, a, &c.groups, n);
  *out = c.out = aln_arena_get (&st, a, ((size_t)*n + 1) * sizeof *c.out);
  if (st == ALN_OK) lengths (&st, r, which, q->scope, add_length, &c);
  if (st == ALN_OK && w) add_found (&st, r, q, w, which, &c, a);
  return aln_stream_close (st, r, f);
}

/* -- how a word is spread -------------------------------------------------------------------------- */

typedef struct spreading {
  uint32_t *sizes, *counts;
  int64_t *numbers;
  uint32_t n, room;
} spreading;

static void add_part (void *context, int64_t n, uint32_t words) {
  spreading *w = context;
  if (w->n == w->room || words == 0) return;
  w->numbers[w->n] = n;
  w->sizes[w->n++] = words;
}

/* Both lists rise by number. */
static void add_counts (aln_status *st, aln_find *f, spreading *w, aln_spread *out) {
  uint32_t i = 0;
  while (aln_find_next (st, f)) {
    while (i < w->n && w->numbers[i] < f->n) i++;
    if (i < w->n && w->numbers[i] == f->n) w->counts[i] = f->count;
    out->count += f->count;
    out->articles++;
  }
}

static void spread (aln_status *st, aln_stream *r, const aln_asked *q, const aln_wanted *wanted,
                    aln_spread *out, aln_arena *a) {
  const aln_bits *which = aln_stream_select (st, r, q->which);
  size_t room = which ? (size_t)which->count : 0;
  aln_find *f = aln_find_open (st, r, wanted, q->scope, which, 0, a);
  spreading w = {aln_arena_get (st, a, (room + 1) * sizeof *w.sizes),
                 aln_arena_get (st, a, (room + 1) * sizeof *w.counts),
                 aln_arena_get (st, a, (room + 1) * sizeof *w.numbers), 0, (uint32_t)room};
  if (*st == ALN_OK) lengths (st, r, which, q->scope, add_part, &w);
  if (*st == ALN_OK) add_counts (st, f, &w, out);
  aln_find_close (f);
  if (*st != ALN_OK) return;
  out->of_articles = w.n;
  out->dp = aln_dp (w.counts, w.sizes, w.n, &out->dp_norm);
}

aln_status aln_disperse (aln_store *s, const aln_asked *q, const aln_wanted *w, aln_spread *out,
                         aln_fault *f) {
  aln_arena a = ALN_ARENA_EMPTY;
  aln_stream *r;
  aln_status st = aln_stream_open (s, &r, f);
  memset (out, 0, sizeof *out);
  if (st != ALN_OK) return st;
  spread (&st, r, q, w, out, &a);
  aln_arena_free (&a);
  return aln_stream_close (st, r, f);
}
