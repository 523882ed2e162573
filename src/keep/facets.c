/* facets.c: in: a column of the file. Out: numbers of values by number of article. */
#include "facets.h"

#include "../base/mem.h"
#include "../base/order.h"
#include "sqlite.h"

static void facet_free (aln_facet *f) {
  aln_numbering_free (&f->values);
  aln_buf_free (&f->name);
  aln_free (f->codes);
  aln_free (f);
}

void aln_facets_free (aln_facet *list) {
  while (list) {
    aln_facet *next = list->next;
    facet_free (list);
    list = next;
  }
}

/* The statement for a column: its rows are number of article, value. NULL: there is none. */
static sqlite3_stmt *statement (aln_status *st, int *rc, aln_store *s, aln_slice name) {
  static const struct {
    const char *name, *sql;
  } columns[] = {{"id", "SELECT n, id FROM article"},
                 {"published", "SELECT n, published FROM article WHERE published IS NOT NULL"},
                 {"source", "SELECT n, source FROM article WHERE source IS NOT NULL"},
                 {"agency", "SELECT n, agency FROM article WHERE agency IS NOT NULL"},
                 {"language", "SELECT n, language FROM article WHERE language IS NOT NULL"}};
  sqlite3_stmt *q;
  for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
    if (aln_same (name, aln_slice_of (columns[i].name)))
      return aln_sql_prepare (rc, s, aln_slice_of (columns[i].sql));
  if (name.n < 5 || memcmp (name.p, "var:", 4) != 0) {
    *st = ALN_EARG;
    return NULL;
  }
  q = aln_sql_prepare (rc, s, ALN_LIT ("SELECT n, value FROM var WHERE name = ?"));
  aln_sql_text (rc, q, 1, (aln_slice){name.p + 4, name.n - 4});
  return q;
}

static int64_t greatest (int *rc, aln_store *s) {
  sqlite3_stmt *q = aln_sql_prepare (rc, s, ALN_LIT ("SELECT max(n) FROM article"));
  int64_t n = aln_sql_row (rc, q) ? sqlite3_column_int64 (q, 0) : 0;
  sqlite3_finalize (q);
  return n;
}

static void add_value (aln_status *st, aln_facet *f, sqlite3_stmt *q, aln_buf *scratch) {
  int64_t n = sqlite3_column_int64 (q, 0);
  int type = sqlite3_column_type (q, 1);
  if (n < 0 || n >= f->end) return;
  scratch->n = 0;
  aln_buf_byte (st, scratch, type == SQLITE_INTEGER ? 'i' : type == SQLITE_FLOAT ? 'r' : 't');
  aln_buf_add (st, scratch, aln_sql_slice (q, 1));
  f->codes[n] = aln_numbering_add (st, &f->values, aln_buf_slice (scratch));
}

/* -- the order of publication ---------------------------------------------------------------------- */

static int by_text (const void *context, uint32_t x, uint32_t y) { /* of two values */
  const aln_numbering *values = context;
  aln_slice a = aln_numbering_text (values, x), b = aln_numbering_text (values, y);
  int c = memcmp (a.p, b.p, a.n < b.n ? a.n : b.n);
  return c ? c : (a.n > b.n) - (a.n < b.n);
}

static int by_id (const void *context, uint32_t x, uint32_t y) { /* of two articles */
  const aln_facet *id = context;
  return by_text (&id->values, id->codes[x], id->codes[y]);
}

/* [number of value] -> its place among the values, from 0; those without one (number 0) come last. */
static uint32_t *places_of (aln_status *st, const aln_facet *f, aln_arena *a) {
  uint32_t n = f->values.n, *order = aln_arena_get (st, a, ((size_t)n + 1) * sizeof *order),
           *places = aln_arena_get (st, a, ((size_t)n + 1) * sizeof *places);
  for (uint32_t i = 0; i < n && *st == ALN_OK; i++) order[i] = i + 1;
  aln_order (st, order, n, by_text, &f->values);
  for (uint32_t i = 0; i < n && *st == ALN_OK; i++) places[order[i]] = i;
  if (*st == ALN_OK) places[0] = n;
  return places;
}

/* Articles by day, those of one day in order of id: list[from[d] .. from[d + 1]) are those of day d. */
static void sort_articles (aln_status *st, aln_facet *f, const aln_facet *id, const aln_facet *day,
                           aln_arena *a) {
  uint32_t days = day->values.n + 1, end = (uint32_t)(id->end < day->end ? id->end : day->end);
  uint32_t *place = places_of (st, day, a), *list = aln_arena_get (st, a, (size_t)end * 4 + 4),
           *from = aln_arena_get (st, a, ((size_t)days + 2) * sizeof *from);
  if (*st != ALN_OK) return;
  for (uint32_t n = 0; n < end; n++) from[place[day->codes[n]] + 2] += id->codes[n] != 0;
  for (uint32_t d = 1; d <= days; d++) from[d + 1] += from[d];
  for (uint32_t n = 0; n < end; n++)
    if (id->codes[n]) list[from[place[day->codes[n]] + 1]++] = n;
  for (uint32_t d = 0; d < days; d++)
    aln_order (st, list + from[d], from[d + 1] - from[d], by_id, id);
  for (uint32_t i = 0; i < from[days] && list[i] < f->end; i++) f->codes[list[i]] = i + 1;
}

static void fill_order (aln_status *st, aln_store *s, aln_facet *f) {
  aln_arena a = ALN_ARENA_EMPTY;
  const aln_facet *id = aln_facet_get (st, s, ALN_LIT ("id")),
                  *day = aln_facet_get (st, s, ALN_LIT ("published"));
  if (*st == ALN_OK && id->end > UINT32_MAX / 8) *st = ALN_ELIMIT;
  if (*st == ALN_OK) sort_articles (st, f, id, day, &a);
  aln_arena_free (&a);
}

static void fill (aln_status *st, int *rc, aln_store *s, aln_facet *f) {
  aln_buf scratch = ALN_BUF_EMPTY;
  sqlite3_stmt *q;
  f->end = greatest (rc, s) + 1;
  f->codes = aln_alloc ((size_t)f->end * sizeof *f->codes);
  if (!f->codes) *st = ALN_ENOMEM;
  else memset (f->codes, 0, (size_t)f->end * sizeof *f->codes);
  if (*st == ALN_OK && aln_same (aln_buf_slice (&f->name), ALN_LIT ("order"))) {
    fill_order (st, s, f);
    return;
  }
  q = statement (st, rc, s, aln_buf_slice (&f->name));
  while (*st == ALN_OK && q && aln_sql_row (rc, q)) add_value (st, f, q, &scratch);
  sqlite3_finalize (q);
  aln_buf_free (&scratch);
  aln_numbering_seal (&f->values);
}

static aln_facet *read_facet (aln_status *st, aln_store *s, aln_slice name) {
  aln_facet *f = aln_alloc (sizeof *f);
  int rc = SQLITE_OK;
  if (!f) {
    *st = ALN_ENOMEM;
    return NULL;
  }
  memset (f, 0, sizeof *f);
  aln_buf_add (st, &f->name, name);
  if (*st == ALN_OK) fill (st, &rc, s, f);
  if (*st == ALN_OK && rc != SQLITE_OK) *st = aln_sql_status (rc);
  if (*st == ALN_OK) return f;
  facet_free (f);
  return NULL;
}

static int64_t version (int *rc, aln_store *s) {
  sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_DATA_VERSION);
  int64_t v = aln_sql_row (rc, q) ? sqlite3_column_int64 (q, 0) : 0;
  aln_sql_reset (q);
  return v;
}

void aln_facets_refresh (aln_status *st, aln_store *s) {
  int rc = SQLITE_OK;
  int64_t v = *st == ALN_OK ? version (&rc, s) : 0, changes = sqlite3_total_changes64 (s->db);
  if (*st == ALN_OK && rc != SQLITE_OK) *st = aln_sql_status (rc);
  if (*st != ALN_OK || (v == s->facets_version && changes == s->facets_changes)) return;
  aln_facets_free (s->facets);
  aln_tallies_free (s->tallies);
  s->facets = NULL;
  s->tallies = NULL;
  s->facets_version = v;
  s->facets_changes = changes;
}

const aln_facet *aln_facet_get (aln_status *st, aln_store *s, aln_slice name) {
  aln_facet *f;
  aln_facets_refresh (st, s);
  if (*st != ALN_OK) return NULL;
  for (f = s->facets; f; f = f->next)
    if (aln_same (aln_buf_slice (&f->name), name)) return f;
  f = *st == ALN_OK ? read_facet (st, s, name) : NULL;
  if (!f) return NULL;
  f->next = s->facets;
  s->facets = f;
  return f;
}
