/* check.c: in: a store. Out: whether its index is what it should be: for specs.
   The same entries go into an index in memory, and all places of all words are compared. */
#include "reading.h"

#include "index.h"

#define PLACES "SELECT term, doc, col, offset FROM temp.places"
#define MAKE_PLACES                                                                                \
  "CREATE VIRTUAL TABLE temp.places USING fts5vocab('main', 'fulltext', 'instance')"

static void feed (int *rc, sqlite3_stmt *q, const aln_entry_text *e, int64_t n) {
  aln_sql_integer (rc, q, 1, n);
  for (int i = 0; i < ALN_COLUMNS; i++) aln_sql_whole (rc, q, 2 + i, aln_buf_slice (&e->column[i]));
  aln_sql_run (rc, q);
}

static aln_status feed_all (aln_store *s, int *rc, sqlite3_stmt *q) {
  aln_status st = ALN_OK;
  int64_t n = 0;
  while (st == ALN_OK && *rc == SQLITE_OK) {
    aln_entry_text e = {{ALN_BUF_EMPTY, ALN_BUF_EMPTY, ALN_BUF_EMPTY}};
    sqlite3_stmt *next = aln_sql_take (rc, s, ALN_SQL_AFTER);
    aln_sql_integer (rc, next, 1, n);
    n = aln_sql_row (rc, next) ? sqlite3_column_int64 (next, 0) : 0;
    aln_sql_reset (next);
    if (n == 0) break;
    st = aln_entry_again (s, n, &e, NULL);
    if (st == ALN_OK) feed (rc, q, &e, n);
    aln_entry_free (&e);
  }
  return st;
}

static int same_rows (int *rc, sqlite3_stmt *a, sqlite3_stmt *b) {
  for (;;) {
    int x = aln_sql_row (rc, a), y = aln_sql_row (rc, b);
    if (!x || !y) return x == y;
    for (int i = 0; i < 4; i++)
      if (!aln_same (aln_sql_slice (a, i), aln_sql_slice (b, i))) return 0;
  }
}

static sqlite3_stmt *places (int *rc, sqlite3 *db) {
  sqlite3_stmt *q = NULL;
  if (*rc == SQLITE_OK) *rc = sqlite3_exec (db, MAKE_PLACES, NULL, NULL, NULL);
  if (*rc == SQLITE_OK) *rc = sqlite3_prepare_v2 (db, PLACES, -1, &q, NULL);
  return q;
}

static sqlite3 *model (int *rc, sqlite3_stmt **put) {
  sqlite3 *db = NULL;
  *rc = sqlite3_open_v2 (":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  if (*rc == SQLITE_OK) *rc = sqlite3_exec (db, ALN_INDEX_SQL, NULL, NULL, NULL);
  if (*rc == SQLITE_OK) *rc = sqlite3_prepare_v2 (db, ALN_INDEX_PUT, -1, put, NULL);
  return db;
}

aln_status aln_store_check (aln_store *s, int *whole, aln_fault *f) {
  int rc = SQLITE_OK;
  sqlite3_stmt *put = NULL, *is, *should;
  sqlite3 *db = model (&rc, &put);
  aln_status st = rc == SQLITE_OK ? feed_all (s, &rc, put) : ALN_OK;
  is = places (&rc, s->db);
  should = places (&rc, db);
  *whole = st == ALN_OK && rc == SQLITE_OK && same_rows (&rc, is, should);
  sqlite3_finalize (put);
  sqlite3_finalize (is);
  sqlite3_finalize (should);
  sqlite3_exec (s->db, "DROP TABLE IF EXISTS temp.places", NULL, NULL, NULL);
  sqlite3_close_v2 (db);
  if (st != ALN_OK) return aln_fail (f, st, ALN_NOWHERE, "%s", aln_status_text (st));
  return aln_sql_fault (s, rc, "checking", f);
}

aln_status aln_store_cut (aln_slice text, aln_buf *out) {
  int rc = SQLITE_OK;
  aln_status st = ALN_OK;
  sqlite3_stmt *put = NULL, *q;
  sqlite3 *db = model (&rc, &put);
  aln_sql_integer (&rc, put, 1, 1);
  for (int i = 2; i < 5; i++) aln_sql_whole (&rc, put, i, i == 3 ? text : (aln_slice){"", 0});
  aln_sql_run (&rc, put);
  q = places (&rc, db);
  while (st == ALN_OK && aln_sql_row (&rc, q)) {
    aln_buf_add (&st, out, aln_sql_slice (q, 0));
    aln_buf_byte (&st, out, '\n');
  }
  sqlite3_finalize (put);
  sqlite3_finalize (q);
  sqlite3_close_v2 (db);
  return st == ALN_OK ? aln_sql_status (rc) : st;
}
