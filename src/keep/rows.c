/* rows.c: in: SQL and values. Out: a frame. */
#include "rows.h"

void aln_rows_cell (aln_status *st, sqlite3_stmt *q, int column, aln_frame *frame, uint32_t to) {
  switch (sqlite3_column_type (q, column)) {
  case SQLITE_INTEGER:
    aln_frame_set_integer (st, frame, to, sqlite3_column_int64 (q, column));
    break;
  case SQLITE_FLOAT: aln_frame_set_real (st, frame, to, sqlite3_column_double (q, column)); break;
  case SQLITE_NULL: break;
  default: aln_frame_set_text (st, frame, to, aln_sql_slice (q, column)); break;
  }
}

void aln_rows_fill (aln_status *st, int *rc, aln_store *s, sqlite3_stmt *q, aln_frame *frame) {
  int n = sqlite3_column_count (q);
  uint32_t rows = 0;
  for (int i = 0; i < n; i++)
    aln_frame_add_column (st, frame, aln_slice_of (sqlite3_column_name (q, i)));
  while (*st == ALN_OK && aln_sql_row (rc, q)) {
    aln_frame_add_row (st, frame);
    for (int i = 0; i < n; i++) aln_rows_cell (st, q, i, frame, (uint32_t)i);
    if (++rows % 1024 == 0 && aln_store_stopped (s)) *st = ALN_EINTR;
  }
}

aln_status aln_rows_fault (aln_store *s, aln_status st, int rc, aln_fault *f) {
  if (st == ALN_OK) return aln_sql_fault (s, rc, "asking", f);
  return aln_fail (f, st, ALN_NOWHERE, "asking %.200s: %s", s->path, aln_status_text (st));
}

aln_status aln_rows_frame (aln_store *s, aln_slice sql, const aln_binds *binds, aln_frame **out,
                           aln_fault *f) {
  aln_status st = ALN_OK;
  int rc = SQLITE_OK;
  sqlite3_stmt *q = aln_sql_prepare (&rc, s, sql);
  aln_frame *frame = aln_frame_new (&st);
  aln_sql_cells (&rc, q, 1, binds);
  if (rc == SQLITE_OK) aln_rows_fill (&st, &rc, s, q, frame);
  st = aln_rows_fault (s, st, rc, f);
  sqlite3_finalize (q);
  if (st != ALN_OK) {
    if (frame) aln_frame_drop (frame);
    frame = NULL;
  }
  *out = frame;
  return st;
}

aln_status aln_rows_integers (aln_store *s, aln_slice sql, const aln_binds *binds, int64_t *out,
                              int n, aln_fault *f) {
  int rc = SQLITE_OK;
  aln_status st;
  sqlite3_stmt *q = aln_sql_prepare (&rc, s, sql);
  aln_sql_cells (&rc, q, 1, binds);
  if (aln_sql_row (&rc, q))
    for (int i = 0; i < n; i++) out[i] = sqlite3_column_int64 (q, i);
  st = aln_rows_fault (s, ALN_OK, rc, f);
  sqlite3_finalize (q);
  return st;
}
