/* family.c: in: an article that comes or goes. Out: families and which version counts. */
#include "family.h"

#include "items.h"

#include <stdlib.h>

/* -- one comes -------------------------------------------------------------------------------------
 */

static int64_t best (int *rc, aln_store *s, int64_t family) {
  sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_BEST);
  int64_t n = 0;
  aln_sql_integer (rc, q, 1, family);
  if (aln_sql_row (rc, q)) n = sqlite3_column_int64 (q, 0);
  aln_sql_reset (q);
  return n;
}

static void set_pair (int *rc, aln_store *s, aln_sql which, int64_t first, int64_t second) {
  sqlite3_stmt *q = aln_sql_take (rc, s, which);
  aln_sql_integer (rc, q, 1, first);
  aln_sql_integer (rc, q, 2, second);
  aln_sql_run (rc, q);
}

/* Article n counts now, or no longer: so do the consultations that it tells of. */
static void set_counts (int *rc, aln_store *s, int64_t n, int counts) {
  set_pair (rc, s, ALN_SQL_COUNTS, n, counts);
  aln_items_unsettle (rc, s, n);
}

/* Takes 'other' into *family (0: it becomes the family). The version that counted there may not
   count any more. */
static void merge (int *rc, aln_store *s, int64_t *family, int64_t other) {
  int64_t counted;
  if (other == 0 || other == *family) return;
  if (*family == 0) {
    *family = other;
    return;
  }
  counted = best (rc, s, other);
  set_pair (rc, s, ALN_SQL_JOIN_FAMILY, *family, other);
  set_counts (rc, s, counted, 0);
}

/* How many families the url leads to: with other bytes there already, its articles are one family
   (each is a version of all that have other bytes); with one kind of bytes they may be copies, each
   a family of its own, which the new bytes join. So the look at all of them happens once a url. */
static int url_families (int *rc, aln_store *s, aln_slice url, aln_slice hash) {
  sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_URL_HASHES);
  int limit = 0;
  aln_sql_whole (rc, q, 1, url);
  if (aln_sql_row (rc, q) && sqlite3_column_type (q, 0) != SQLITE_NULL) {
    aln_slice least = aln_sql_slice (q, 0);
    if (!aln_same (least, hash)) limit = -1;
    if (!aln_same (least, aln_sql_slice (q, 1))) limit = 1;
  }
  aln_sql_reset (q);
  return limit;
}

static void merge_url (int *rc, aln_store *s, aln_slice url, int limit, int64_t *family) {
  int64_t found[64];
  int n = 64;
  while (n == 64 && limit && *rc == SQLITE_OK) { /* what is merged is found once, as *family */
    sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_BY_URL_FAMILY);
    n = 0;
    aln_sql_whole (rc, q, 1, url);
    aln_sql_integer (rc, q, 2, limit);
    while (n < 64 && aln_sql_row (rc, q)) found[n++] = sqlite3_column_int64 (q, 0);
    aln_sql_reset (q);
    for (int i = 0; i < n; i++) merge (rc, s, family, found[i]);
  }
}

static int64_t id_family (int *rc, aln_store *s, aln_slice id) {
  sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_BY_ID_FAMILY);
  int64_t family = 0;
  aln_sql_whole (rc, q, 1, id);
  if (aln_sql_row (rc, q)) family = sqlite3_column_int64 (q, 0);
  aln_sql_reset (q);
  return family;
}

void aln_family_find (int *rc, aln_store *s, aln_slice id, aln_slice url, aln_slice hash,
                      int64_t *family) {
  *family = id_family (rc, s, id);
  if (url.n) merge_url (rc, s, url, url_families (rc, s, url, hash), family);
}

void aln_family_join (int *rc, aln_store *s, int64_t n, int64_t *family) {
  int64_t before, now;
  if (*family == 0) { /* it is alone, and was put in as that */
    *family = n;
    return;
  }
  before = best (rc, s, *family);
  set_pair (rc, s, ALN_SQL_MEMBER, n, *family);
  now = best (rc, s, *family);
  if (before != now && before) set_counts (rc, s, before, 0);
  set_counts (rc, s, now, 1);
}

/* -- some go -----------------------------------------------------------------------------------------
 */

void aln_family_note (aln_status *st, int *rc, aln_store *s, int64_t n, aln_arena *a,
                      aln_families *families) {
  sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_HEAD);
  int64_t *at;
  aln_sql_integer (rc, q, 1, n);
  if (aln_sql_row (rc, q) && (at = ALN_ADD (st, a, families)) != NULL)
    *at = sqlite3_column_int64 (q, 0);
  aln_sql_reset (q);
}

typedef struct member {
  int64_t n;
  aln_slice id, url, hash;
  uint32_t up; /* towards the head of what hangs together */
} member;

typedef ALN_LIST (member) members;

static void load (aln_status *st, int *rc, aln_store *s, int64_t family, aln_arena *a,
                  members *out) {
  sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_MEMBERS);
  aln_sql_integer (rc, q, 1, family);
  while (*st == ALN_OK && aln_sql_row (rc, q)) {
    member *m = ALN_ADD (st, a, out);
    if (!m) break;
    m->n = sqlite3_column_int64 (q, 0);
    m->id = aln_arena_copy (st, a, aln_sql_slice (q, 1));
    m->url = aln_arena_copy (st, a, aln_sql_slice (q, 2));
    m->hash = aln_arena_copy (st, a, aln_sql_slice (q, 3));
    m->up = out->n - 1;
  }
  aln_sql_reset (q);
}

static uint32_t head (members *m, uint32_t i) {
  while (m->at[i].up != i) i = m->at[i].up = m->at[m->at[i].up].up;
  return i;
}

static void unite (members *m, uint32_t a, uint32_t b) {
  a = head (m, a);
  b = head (m, b);
  if (a < b) m->at[b].up = a;
  else m->at[a].up = b;
}

static int order (aln_slice a, aln_slice b) {
  size_t n = a.n < b.n ? a.n : b.n;
  int c = n ? memcmp (a.p, b.p, n) : 0;
  return c ? c : (a.n > b.n) - (a.n < b.n);
}

static int by_id (const void *a, const void *b) {
  const member *const *x = a, *const *y = b;
  return order ((*x)->id, (*y)->id);
}

static int by_url (const void *a, const void *b) {
  const member *const *x = a, *const *y = b;
  int c = order ((*x)->url, (*y)->url);
  return c ? c : order ((*x)->hash, (*y)->hash);
}

/* list[from .. to) have one url, ordered by hash: when there are two hashes, all are one family. */
static void unite_url (members *m, member **list, uint32_t from, uint32_t to) {
  if (list[from]->url.n == 0 || aln_same (list[from]->hash, list[to - 1]->hash)) return;
  for (uint32_t i = from + 1; i < to; i++)
    unite (m, (uint32_t)(list[from] - m->at), (uint32_t)(list[i] - m->at));
}

static void tell_apart (aln_status *st, aln_arena *a, members *m) {
  member **list = aln_arena_get (st, a, ((size_t)m->n + 1) * sizeof *list);
  if (*st != ALN_OK) return;
  for (uint32_t i = 0; i < m->n; i++) list[i] = &m->at[i];
  qsort (list, m->n, sizeof *list, by_id);
  for (uint32_t i = 1; i < m->n; i++)
    if (aln_same (list[i]->id, list[i - 1]->id))
      unite (m, (uint32_t)(list[i - 1] - m->at), (uint32_t)(list[i] - m->at));
  qsort (list, m->n, sizeof *list, by_url);
  for (uint32_t from = 0, i = 1; i <= m->n; i++)
    if (i == m->n || !aln_same (list[i]->url, list[from]->url)) {
      unite_url (m, list, from, i);
      from = i;
    }
}

static void settle (aln_status *st, int *rc, aln_store *s, aln_arena *a, int64_t family) {
  members m = {NULL, 0, 0};
  load (st, rc, s, family, a, &m);
  if (*st != ALN_OK || m.n == 0) return;
  tell_apart (st, a, &m);
  for (uint32_t i = 0; i < m.n && *st == ALN_OK; i++)
    set_pair (rc, s, ALN_SQL_MEMBER, m.at[i].n, m.at[head (&m, i)].n);
  for (uint32_t i = 0; i < m.n && *st == ALN_OK; i++)
    if (head (&m, i) == i) set_counts (rc, s, best (rc, s, m.at[i].n), 1);
}

static int by_number (const void *a, const void *b) {
  const int64_t *x = a, *y = b;
  return (*x > *y) - (*x < *y);
}

void aln_family_settle (aln_status *st, int *rc, aln_store *s, aln_arena *a,
                        aln_families *families) {
  if (families->n) qsort (families->at, families->n, sizeof *families->at, by_number);
  for (uint32_t i = 0; i < families->n && *st == ALN_OK && *rc == SQLITE_OK; i++)
    if (i == 0 || families->at[i] != families->at[i - 1]) settle (st, rc, s, a, families->at[i]);
}
