/* answer.c: in: a SELECT of the library's own (lua/alliance/ask/) with "%s" where the condition of a
   selection goes, and values for its other parameters. Out: its rows. A column named "sides[]" holds
   texts joined by "; " and becomes a list column "sides". */
#include "ask.h"
#include "rows.h"

#define LISTS 64 /* columns that can be lists */

static const aln_slice joint = {"; ", 2};

/* How many '?' stand before the gap. */
static uint32_t parameters (const char *sql, const char *gap) {
  uint32_t n = 0;
  for (; sql < gap; sql++) n += *sql == '?';
  return n;
}

static void add_list (aln_status *st, aln_frame *frame, uint32_t column, aln_slice v) {
  aln_frame_set_list (st, frame, column);
  while (v.n) {
    const char *end = v.n > 1 ? memchr (v.p, ';', v.n - 1) : NULL;
    while (end && end[1] != ' ') end = memchr (end + 1, ';', v.n - 1 - (size_t)(end + 1 - v.p));
    aln_frame_add_item (st, frame, column, (aln_slice){v.p, end ? (size_t)(end - v.p) : v.n});
    if (!end) return;
    v = (aln_slice){end + joint.n, v.n - (size_t)(end - v.p) - joint.n};
  }
}

static uint64_t add_columns (aln_status *st, sqlite3_stmt *q, aln_frame *frame) {
  uint64_t lists = 0;
  for (int i = 0; i < sqlite3_column_count (q); i++) {
    aln_slice name = aln_slice_of (sqlite3_column_name (q, i));
    if (i < LISTS && name.n > 2 && name.p[name.n - 1] == ']') {
      lists |= (uint64_t)1 << i;
      name.n -= 2;
    }
    aln_frame_add_column (st, frame, name);
  }
  return lists;
}

static void fill (aln_status *st, int *rc, aln_store *s, sqlite3_stmt *q, aln_frame *frame) {
  uint64_t lists = add_columns (st, q, frame);
  uint32_t rows = 0;
  while (*st == ALN_OK && aln_sql_row (rc, q)) {
    aln_frame_add_row (st, frame);
    for (int i = 0; i < sqlite3_column_count (q); i++)
      if (i < LISTS && lists >> i & 1) add_list (st, frame, (uint32_t)i, aln_sql_slice (q, i));
      else aln_rows_cell (st, q, i, frame, (uint32_t)i);
    if (++rows % 1024 == 0 && aln_store_stopped (s)) *st = ALN_EINTR;
  }
}

/* The statement with its condition, and the values in the order in which they are asked for. */
static void build (aln_status *st, const char *sql, const aln_select *which,
                   const aln_binds *values, aln_arena *a, aln_buf *out, aln_binds *binds) {
  const char *gap = strstr (sql, "%s");
  uint32_t before = gap ? parameters (sql, gap) : values->values.n;
  for (uint32_t i = 0; i <= values->values.n && *st == ALN_OK; i++) {
    aln_cell *c;
    if (i == before && gap) {
      aln_buf_add (st, out, (aln_slice){sql, (size_t)(gap - sql)});
      aln_select_sql (st, which, 0, a, out, binds);
    }
    if (i == values->values.n) break;
    c = ALN_ADD (st, a, &binds->values);
    if (c) *c = values->values.at[i];
  }
  aln_buf_add (st, out, aln_slice_of (gap ? gap + 2 : sql));
}

aln_status aln_ask_select (aln_store *s, const char *sql, const aln_select *which,
                           const aln_binds *values, aln_frame **out, aln_fault *f) {
  aln_arena a = ALN_ARENA_EMPTY;
  aln_buf text = ALN_BUF_EMPTY;
  aln_binds binds = {{NULL, 0, 0}};
  aln_status st = ALN_OK;
  int rc = SQLITE_OK;
  sqlite3_stmt *q = NULL;
  *out = aln_frame_new (&st);
  build (&st, sql, which, values, &a, &text, &binds);
  if (st == ALN_OK) q = aln_sql_ready (&rc, s, aln_buf_slice (&text));
  if (q) aln_sql_cells (&rc, q, 1, &binds);
  if (q && rc == SQLITE_OK) fill (&st, &rc, s, q, *out);
  st = aln_rows_fault (s, st, rc, f);
  aln_sql_reset (q);
  aln_buf_free (&text);
  aln_arena_free (&a);
  if (st != ALN_OK && *out) {
    aln_frame_drop (*out);
    *out = NULL;
  }
  return st;
}
