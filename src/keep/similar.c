/* similar.c: in: texts. Out: which of them tell one story. */
#include "similar.h"

#include "sort.h"

#include <stdlib.h>

#define TWIN_SAMPLE 8u   /* every so manieth shingle, by its hash, finds twins */
#define LINK_SAMPLE 2u   /* and links */
#define BATCH (4u << 20) /* shingles that are sorted at once: bounds memory */
#define ALL_PAIRS 12u    /* texts of one shingle that are all paired with one another */
#define BEFORE 2u        /* beyond: paired with so many before it, and the earliest */
#define CHECK 256u       /* comparisons between two looks at 'stop' */

typedef struct pair {
  uint32_t a, b;
  uint32_t resemblance, shared; /* thousandths; words */
  aln_link link;
  unsigned char lead_a, lead_b; /* 1: its lead stands in the other */
} pair;

typedef ALN_LIST (pair) pairs;

typedef struct work {
  aln_text *texts;
  aln_side *sides; /* one a text, where its text says so */
  uint32_t n;
  int (*stop) (void *);
  void *context;
  aln_arena *arena;
  const aln_commons *commons;
  aln_home *homes; /* twins point to their text from step 1 on */
  uint32_t sample;
  aln_buf items, found; /* uint64_t: hash and text; text and text */
  pairs links;
} work;

static int is_own (const work *w, uint32_t i) { return w->homes[i].core == i; }

static void add_number (aln_status *st, aln_buf *b, uint64_t v) {
  aln_buf_add (st, b, (aln_slice){(const char *)&v, sizeof v});
}

static const uint64_t *numbers (const aln_buf *b) { return (const uint64_t *)(const void *)b->p; }
static size_t count (const aln_buf *b) { return b->n / sizeof (uint64_t); }

static void look_at_stop (aln_status *st, const work *w) {
  if (*st == ALN_OK && w->stop && w->stop (w->context)) *st = ALN_EINTR;
}

/* -- who shares shingles ---------------------------------------------------------------------------
 */

/* The longer text first: it is the one that goes into a table. */
static void add_pair (aln_status *st, work *w, uint32_t a, uint32_t b) {
  uint32_t words_a = w->texts[a].n, words_b = w->texts[b].n;
  if (a == b) return;
  if (words_a < words_b || (words_a == words_b && a > b)) {
    uint32_t swap = a;
    a = b;
    b = swap;
  }
  add_number (st, &w->found, (uint64_t)a << 32 | b);
}

/* list[0 … n): the texts of one shingle, rising. */
static void pair_run (aln_status *st, work *w, const uint64_t *list, size_t n) {
  size_t before = w->sample == TWIN_SAMPLE ? 0 : n <= ALL_PAIRS ? n : BEFORE;
  for (size_t i = 1; i < n && *st == ALN_OK; i++) {
    add_pair (st, w, (uint32_t)list[0], (uint32_t)list[i]);
    for (size_t k = i > before ? i - before : 1; k < i; k++)
      add_pair (st, w, (uint32_t)list[k], (uint32_t)list[i]);
  }
}

static void pair_runs (aln_status *st, work *w) {
  const uint64_t *list;
  size_t n, from = 0;
  aln_sort_numbers (st, &w->items);
  list = numbers (&w->items);
  n = count (&w->items);
  for (size_t i = 1; i <= n && *st == ALN_OK; i++)
    if (i == n || list[i] >> 32 != list[from] >> 32) {
      if (i - from > 1) pair_run (st, w, list + from, i - from);
      from = i;
    }
}

/* The sampled shingles of one text whose hash falls into batch 'part' of 'parts'. */
static void sample_text (aln_status *st, work *w, uint32_t i, uint32_t part, uint32_t parts) {
  const aln_text *t = &w->texts[i];
  for (uint32_t k = 0; k + ALN_SHINGLE <= t->n; k++) {
    uint64_t h = aln_shingle (t->words, k);
    if (h % w->sample || h / w->sample % parts != part) continue;
    if (aln_weight_of (w->commons, h) > 0) add_number (st, &w->items, (h & ~0xFFFFFFFFull) | i);
  }
}

static void find_pairs (aln_status *st, work *w, uint32_t sample) {
  uint64_t total = 0;
  uint32_t parts;
  w->sample = sample;
  w->found.n = 0;
  for (uint32_t i = 0; i < w->n; i++) total += is_own (w, i) ? w->texts[i].n : 0;
  parts = (uint32_t)(total / sample / BATCH) + 1;
  for (uint32_t part = 0; part < parts && *st == ALN_OK; part++) {
    w->items.n = 0;
    for (uint32_t i = 0; i < w->n && *st == ALN_OK; i++)
      if (is_own (w, i)) sample_text (st, w, i, part, parts);
    pair_runs (st, w);
    look_at_stop (st, w);
  }
  aln_buf_free (&w->items);
  aln_sort_numbers (st, &w->found);
}

/* -- comparing -------------------------------------------------------------------------------------
 */

/* The text with its weights, which are summed once. */
static aln_text weighed (work *w, uint32_t i) {
  if (!w->texts[i].side) {
    w->sides[i] = aln_side_of (w->commons, w->texts[i]);
    w->texts[i].side = &w->sides[i];
  }
  return w->texts[i];
}

static void compare (aln_status *st, work *w, aln_comparer *c, uint32_t a, uint32_t b) {
  aln_likeness l;
  aln_link link = ALN_LINK_NONE;
  pair *p;
  aln_comparer_with (st, c, weighed (w, b), &l);
  if (*st == ALN_OK) link = aln_likeness_link (&l, w->texts[a].day, w->texts[b].day);
  if (link == ALN_LINK_NONE || (w->sample == TWIN_SAMPLE && link != ALN_LINK_TWIN)) return;
  p = ALN_ADD (st, w->arena, &w->links);
  if (p)
    *p = (pair){a,
                b,
                aln_likeness_resemblance (&l),
                l.a.covered < l.b.covered ? l.a.covered : l.b.covered,
                link,
                (unsigned char)aln_likeness_leads (&l.a),
                (unsigned char)aln_likeness_leads (&l.b)};
}

/* Every pair that was found 'least' times. */
static void compare_all (aln_status *st, work *w, size_t least) {
  aln_comparer c = {.commons = w->commons};
  const uint64_t *list = numbers (&w->found);
  size_t n = count (&w->found), from = 0, done = 0;
  uint64_t held = UINT64_MAX;
  w->links.n = 0;
  for (size_t i = 1; i <= n && *st == ALN_OK; i++) {
    if (i < n && list[i] == list[from]) continue;
    if (i - from >= least) {
      if (list[from] >> 32 != held) {
        held = list[from] >> 32;
        aln_comparer_take (st, &c, weighed (w, (uint32_t)held));
      }
      compare (st, w, &c, (uint32_t)held, (uint32_t)list[from]);
      if (++done % CHECK == 0) look_at_stop (st, w);
    }
    from = i;
  }
  aln_comparer_free (&c);
}

/* -- twins -----------------------------------------------------------------------------------------
 */

static uint32_t later (const pair *p) { return p->a > p->b ? p->a : p->b; }
static uint32_t earlier (const pair *p) { return p->a > p->b ? p->b : p->a; }

/* By the later text; then the most alike first; then the earliest. */
static int by_later (const void *a, const void *b) {
  const pair *x = a, *y = b;
  if (later (x) != later (y)) return later (x) < later (y) ? -1 : 1;
  if (x->resemblance != y->resemblance) return x->resemblance > y->resemblance ? -1 : 1;
  return earlier (x) < earlier (y) ? -1 : earlier (x) > earlier (y);
}

/* In order of time: a text stands behind the one most like it that stands for itself. */
static void join_twins (work *w) {
  if (w->links.n) qsort (w->links.at, w->links.n, sizeof *w->links.at, by_later);
  for (uint32_t i = 0; i < w->links.n; i++) {
    const pair *p = &w->links.at[i];
    if (is_own (w, later (p)) && is_own (w, earlier (p)))
      w->homes[later (p)] = (aln_home){earlier (p), ALN_LINK_TWIN};
  }
}

/* -- cores and stories -------------------------------------------------------------------------------
 */

typedef struct node {
  uint64_t likeness; /* the sum of the squares of its resemblances, in millionths */
  uint32_t text, words;
  uint32_t from, to; /* its edges */
} node;

typedef struct edge {
  uint32_t to;
  const pair *link;
} edge;

typedef struct graph {
  node *nodes; /* one a text */
  edge *edges;
  node **order; /* those that have edges, the greatest likeness first */
  uint32_t n;
} graph;

static int by_likeness (const void *a, const void *b) {
  const node *x = *(node *const *)a, *y = *(node *const *)b;
  if (x->likeness != y->likeness) return x->likeness > y->likeness ? -1 : 1;
  if (x->words != y->words) return x->words > y->words ? -1 : 1;
  return x->text < y->text ? -1 : 1;
}

static void count_edges (const work *w, graph *g) {
  for (uint32_t i = 0; i < w->links.n; i++) {
    const pair *p = &w->links.at[i];
    uint64_t square = (uint64_t)p->resemblance * p->resemblance;
    g->nodes[p->a].to++;
    g->nodes[p->b].to++;
    if (p->lead_a) g->nodes[p->a].likeness += square;
    if (p->lead_b) g->nodes[p->b].likeness += square;
  }
  for (uint32_t i = 0; i < w->n; i++) /* a twin is a text that is like it, too */
    if (!is_own (w, i)) g->nodes[w->homes[i].core].likeness += 1000000;
}

static void build (aln_status *st, work *w, graph *g) {
  uint32_t at = 0;
  g->nodes = aln_arena_get (st, w->arena, ((size_t)w->n + 1) * sizeof *g->nodes);
  g->edges = aln_arena_get (st, w->arena, ((size_t)w->links.n * 2 + 1) * sizeof *g->edges);
  g->order = aln_arena_get (st, w->arena, ((size_t)w->n + 1) * sizeof (node *));
  if (*st != ALN_OK) return;
  count_edges (w, g);
  for (uint32_t i = 0; i < w->n; i++) {
    node *v = &g->nodes[i];
    uint32_t degree = v->to;
    v->text = i;
    v->words = w->texts[i].n;
    v->from = v->to = at;
    at += degree;
    if (degree) g->order[g->n++] = v;
  }
  for (uint32_t i = 0; i < w->links.n; i++) {
    const pair *p = &w->links.at[i];
    g->edges[g->nodes[p->a].to++] = (edge){p->b, p};
    g->edges[g->nodes[p->b].to++] = (edge){p->a, p};
  }
  if (g->n) qsort (g->order, g->n, sizeof *g->order, by_likeness);
}

/* Can this text be the core for the text at the other end of the edge? Not where all that links them
   is the lead of that other: a round-up is no core for the stories in it. */
static int leads (const edge *e) { return e->to == e->link->a ? e->link->lead_a : e->link->lead_b; }

static int reaches (const edge *e, const unsigned char *is_core) {
  return is_core[e->to] && (e->link->link != ALN_LINK_LEAD || leads (e));
}

/* A core whose lead is there, then more shared words, then more alike, then the earlier. */
static int is_better (const edge *e, const edge *than) {
  if (!than) return 1;
  if (leads (e) != leads (than)) return leads (e);
  if (e->link->shared != than->link->shared) return e->link->shared > than->link->shared;
  if (e->link->resemblance != than->link->resemblance)
    return e->link->resemblance > than->link->resemblance;
  return e->to < than->to;
}

static void choose_cores (const graph *g, unsigned char *is_core) {
  for (uint32_t i = 0; i < g->n; i++) {
    const node *v = g->order[i];
    int free = 1;
    for (uint32_t e = v->from; e < v->to && free; e++) free = !reaches (&g->edges[e], is_core);
    is_core[v->text] = (unsigned char)free;
  }
}

static void settle (aln_status *st, work *w) {
  graph g = {NULL, NULL, NULL, 0};
  unsigned char *is_core = aln_arena_get (st, w->arena, (size_t)w->n + 1);
  build (st, w, &g);
  if (*st != ALN_OK) return;
  choose_cores (&g, is_core);
  for (uint32_t i = 0; i < g.n; i++) {
    const node *v = g.order[i];
    const edge *best = NULL;
    for (uint32_t e = v->from; e < v->to && !is_core[v->text]; e++)
      if (reaches (&g.edges[e], is_core) && is_better (&g.edges[e], best)) best = &g.edges[e];
    if (best) w->homes[v->text] = (aln_home){best->to, best->link->link};
  }
}

/* -- all of it -------------------------------------------------------------------------------------
 */

/* A twin's story is that of the text it stands behind. What it is to the core is looked at again: where
   there is no link, it keeps to that text only if that is the core itself. */
static void follow_twins (aln_status *st, work *w, const unsigned char *is_twin) {
  aln_comparer c = {.commons = w->commons};
  for (uint32_t i = 0; i < w->n && *st == ALN_OK; i++) {
    uint32_t core = w->homes[w->homes[i].core].core;
    aln_likeness l;
    aln_link link;
    if (!is_twin[i] || core == w->homes[i].core) continue;
    aln_comparer_take (st, &c, w->texts[core]);
    aln_comparer_with (st, &c, w->texts[i], &l);
    if (*st != ALN_OK) break;
    link = aln_likeness_link (&l, w->texts[core].day, w->texts[i].day);
    w->homes[i] = (aln_home){link ? core : i, link};
  }
  aln_comparer_free (&c);
}

void aln_similar (aln_status *st, aln_arena *a, aln_text *texts, uint32_t n, int (*stop) (void *),
                  void *context, aln_commons *commons, aln_home *homes) {
  aln_arena room = ALN_ARENA_EMPTY;
  work w = {.texts = texts,
            .n = n,
            .stop = stop,
            .context = context,
            .arena = &room,
            .commons = commons,
            .homes = homes};
  unsigned char *is_twin = aln_arena_get (st, &room, (size_t)n + 1);
  for (uint32_t i = 0; i < n; i++) homes[i] = (aln_home){i, ALN_LINK_NONE};
  aln_commons_of (st, a, texts, n, commons);
  w.sides = aln_arena_get (st, a, ((size_t)n + 1) * sizeof *w.sides);
  look_at_stop (st, &w);
  find_pairs (st, &w, TWIN_SAMPLE);
  compare_all (st, &w, 2);
  if (*st == ALN_OK) {
    join_twins (&w);
    for (uint32_t i = 0; i < n; i++) is_twin[i] = !is_own (&w, i);
  }
  find_pairs (st, &w, LINK_SAMPLE);
  compare_all (st, &w, 2);
  settle (st, &w);
  follow_twins (st, &w, is_twin);
  aln_buf_free (&w.found);
  aln_buf_free (&w.items);
  aln_arena_free (&room);
}
