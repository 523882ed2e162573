/* postings.c: in: terms and a selection. Out: the articles that hold them, and how often; totals of
   all terms. Only rows of postings and the lists of articles are read. */
#include "reading_streams.h"

#include "../base/mem.h"

#include <stdlib.h>

typedef struct tally { /* of one segment, by slot */
  uint32_t *body, *other;
  uint32_t n_slots;
} tally;

static int by_value (const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

/* The terms rising, each once. */
static uint32_t *sorted (aln_status *st, aln_arena *a, const uint32_t *terms, uint32_t *n) {
  uint32_t *list = aln_arena_get (st, a, ((size_t)*n + 1) * sizeof *list), kept = 0;
  if (!list) return NULL;
  if (*n) memcpy (list, terms, *n * sizeof *list);
  qsort (list, *n, sizeof *list, by_value);
  for (uint32_t i = 0; i < *n; i++)
    if (kept == 0 || list[kept - 1] != list[i]) list[kept++] = list[i];
  *n = kept;
  return list;
}

static int add_list (tally *t, aln_list *list) {
  while (aln_list_next (list, t->n_slots)) {
    t->body[list->slot] += list->body;
    t->other[list->slot] += list->other;
  }
  return !list->bytes.bad;
}

/* Adds those of terms[0 .. n) that one row of postings holds; how many terms are done with. */
static uint32_t add_row (aln_status *st, aln_stream *r, const aln_segment *g, int64_t at,
                         aln_slice bytes, const uint32_t *terms, uint32_t n, tally *t) {
  aln_lists lists = {{NULL, NULL, 0}, 0};
  aln_list list;
  uint32_t done = 0;
  int whole = aln_unpack_seal (&bytes);
  lists.bytes = aln_unpack_of (whole ? bytes : (aln_slice){"", 0});
  while (whole && done < n && aln_lists_next (&lists, &list)) {
    while (done < n && terms[done] < lists.term) done++;
    if (done < n && terms[done] == lists.term) {
      whole = add_list (t, &list);
      done++;
    }
  }
  if (!whole || lists.bytes.bad) aln_stream_damaged (st, r, g, "postings", at);
  return done ? done : 1; /* the row that could hold the first did not: it is nowhere */
}

static void add_segment (aln_status *st, aln_stream *r, const aln_segment *g, const uint32_t *terms,
                         uint32_t n, tally *t) {
  for (uint32_t i = 0; i < n && *st == ALN_OK && r->rc == SQLITE_OK;) {
    sqlite3_stmt *q = aln_sql_take (&r->rc, r->s, ALN_SQL_POSTINGS_OF);
    aln_sql_integer (&r->rc, q, 1, g->segment);
    aln_sql_integer (&r->rc, q, 2, terms[i]);
    if (aln_sql_row (&r->rc, q))
      i += add_row (st, r, g, sqlite3_column_int64 (q, 0), aln_sql_slice (q, 1), terms + i, n - i,
                    t);
    else i++;
    aln_sql_reset (q);
  }
}

/* Room for the slots of a segment, all zero. */
static void make_room (aln_status *st, tally *t, uint32_t n_slots) {
  uint32_t *both =
      *st == ALN_OK ? aln_resize (t->body, ((size_t)n_slots + 1) * 2 * sizeof *both) : NULL;
  if (*st == ALN_OK && !both) *st = ALN_ENOMEM;
  if (*st != ALN_OK) return;
  memset (both, 0, ((size_t)n_slots + 1) * 2 * sizeof *both);
  *t = (tally){both, both + n_slots + 1, n_slots};
}

static void give (aln_status *st, const aln_segment *g, const tally *t, const aln_bits *which,
                  aln_arena *a, aln_postings *out) {
  for (uint32_t i = 0; i < t->n_slots && *st == ALN_OK; i++) {
    aln_posting *p;
    if (t->body[i] + t->other[i] == 0 || !g->slots[i].n) continue;
    if (!aln_bits_has (which, g->slots[i].n)) continue;
    p = ALN_ADD (st, a, out);
    if (p) *p = (aln_posting){g->slots[i].n, t->body[i], t->other[i]};
  }
}

void aln_stream_postings (aln_status *st, aln_stream *r, const aln_bits *which,
                          const uint32_t *folded, uint32_t n, aln_arena *a, aln_postings *out) {
  tally t = {NULL, NULL, 0};
  uint32_t *terms = sorted (st, a, folded, &n);
  if (*st == ALN_OK && !which) which = aln_stream_select (st, r, NULL);
  for (uint32_t i = 0; i < r->c->n_segments && *st == ALN_OK && n; i++) {
    aln_segment *g = &r->c->segments[i];
    aln_stream_slots (st, r, g);
    if (*st != ALN_OK) break;
    make_room (st, &t, g->n_slots);
    add_segment (st, r, g, terms, n, &t);
    if (aln_stream_settle (st, r)) give (st, g, &t, which, a, out);
    if (aln_stream_stops (st, r)) break;
  }
  aln_free (t.body);
  aln_stream_settle (st, r);
}

/* -- totals ----------------------------------------------------------------------------------------
 */

static int total_list (aln_list *list, uint32_t n_slots, const char *in, int text,
                       aln_total *total) {
  while (aln_list_next (list, n_slots)) {
    uint32_t count = list->body + (text ? list->other : 0);
    if (!in[list->slot] || count == 0) continue;
    total->count += count;
    total->articles++;
  }
  return !list->bytes.bad;
}

static void total_row (aln_status *st, aln_stream *r, const aln_segment *g, sqlite3_stmt *q,
                       const char *in, int text, aln_total *totals) {
  uint32_t most = aln_stream_terms (r, ALN_LAYER_FOLDED);
  aln_slice bytes = aln_sql_slice (q, 1);
  aln_lists lists = {{NULL, NULL, 0}, 0};
  aln_list list;
  int whole = aln_unpack_seal (&bytes);
  lists.bytes = aln_unpack_of (whole ? bytes : (aln_slice){"", 0});
  while (whole && aln_lists_next (&lists, &list))
    whole = lists.term <= most && total_list (&list, g->n_slots, in, text, &totals[lists.term]);
  if (!whole || lists.bytes.bad)
    aln_stream_damaged (st, r, g, "postings", sqlite3_column_int64 (q, 0));
}

static void total_segment (aln_status *st, aln_stream *r, const aln_segment *g,
                           const aln_bits *which, int text, aln_total *totals) {
  char *in = *st == ALN_OK ? aln_alloc ((size_t)g->n_slots + 1) : NULL;
  sqlite3_stmt *q;
  if (*st == ALN_OK && !in) *st = ALN_ENOMEM;
  if (*st != ALN_OK) return;
  for (uint32_t i = 0; i < g->n_slots; i++)
    in[i] = g->slots[i].n && aln_bits_has (which, g->slots[i].n);
  q = aln_sql_take (&r->rc, r->s, ALN_SQL_POSTINGS);
  aln_sql_integer (&r->rc, q, 1, g->segment);
  while (*st == ALN_OK && aln_sql_row (&r->rc, q)) total_row (st, r, g, q, in, text, totals);
  aln_sql_reset (q);
  aln_free (in);
}

const aln_total *aln_stream_totals (aln_status *st, aln_stream *r, const aln_bits *which, int text,
                                    aln_arena *a) {
  uint64_t n = (uint64_t)aln_stream_terms (r, ALN_LAYER_FOLDED) + 1;
  aln_total *totals = aln_arena_get (st, a, n * sizeof *totals);
  if (*st == ALN_OK && !which) which = aln_stream_select (st, r, NULL);
  for (uint32_t i = 0; i < r->c->n_segments && *st == ALN_OK; i++) {
    aln_segment *g = &r->c->segments[i];
    aln_stream_slots (st, r, g);
    total_segment (st, r, g, which, text, totals);
    if (!aln_stream_settle (st, r) || aln_stream_stops (st, r)) break;
  }
  aln_stream_settle (st, r);
  return totals;
}
