/* pending.c: in: index entries, one after another. Out: the index, when it is time.
   An entry is its head (below) and then the bytes of its columns. */
#include "pending.h"

#define PENDING_KEPT (4u << 20) /* bytes of memory that are kept for the next batch */

typedef struct head {
  int64_t n;
  size_t bytes[ALN_COLUMNS];
} head;

void aln_pending_add (aln_status *st, aln_store *s, int64_t n, const aln_entry_text *e) {
  head h = {n, {0}};
  for (int i = 0; i < ALN_COLUMNS; i++) h.bytes[i] = e->column[i].n;
  aln_buf_add (st, &s->pending, (aln_slice){(const char *)&h, sizeof h});
  for (int i = 0; i < ALN_COLUMNS; i++)
    aln_buf_add (st, &s->pending, aln_buf_slice (&e->column[i]));
}

void aln_index_entry (int *rc, aln_store *s, const aln_slice columns[ALN_COLUMNS], int64_t n,
                      aln_sql which) {
  sqlite3_stmt *q = aln_sql_take (rc, s, which);
  aln_sql_integer (rc, q, 1, n);
  for (int i = 0; i < ALN_COLUMNS; i++) aln_sql_whole (rc, q, 2 + i, columns[i]);
  aln_sql_run (rc, q);
}

/* One entry; the bytes it took. */
static size_t flush_one (int *rc, aln_store *s, const char *p) {
  aln_slice columns[ALN_COLUMNS];
  size_t at = sizeof (head);
  head h;
  memcpy (&h, p, sizeof h);
  for (int i = 0; i < ALN_COLUMNS; at += h.bytes[i++]) columns[i] = (aln_slice){p + at, h.bytes[i]};
  aln_index_entry (rc, s, columns, h.n, ALN_SQL_INDEX_PUT);
  return at;
}

/* What could not be given stays, so that a later try does not give anything twice. */
void aln_pending_flush (int *rc, aln_store *s) {
  size_t at = 0;
  while (at < s->pending.n && *rc == SQLITE_OK) {
    size_t took = flush_one (rc, s, s->pending.p + at);
    if (*rc == SQLITE_OK) at += took;
  }
  if (at > 0) memmove (s->pending.p, s->pending.p + at, s->pending.n - at);
  s->pending.n -= at;
  if (s->pending.n == 0 && s->pending.cap > PENDING_KEPT) aln_buf_free (&s->pending);
}
