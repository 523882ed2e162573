/* frequency.c: in: changes by word. Out: rows of frequency, each written once a round. */
#include "frequency.h"

#include "../base/json.h"

static int64_t number (aln_slice *s) {
  int64_t v = 0;
  for (; s->n && aln_is_digit ((unsigned char)*s->p) && v < INT64_MAX / 16; s->p++, s->n--)
    v = v * 10 + (*s->p - '0');
  return v;
}

static void skip_to (aln_slice *s, char c) {
  while (s->n && *s->p != c) s->p++, s->n--;
  if (s->n) s->p++, s->n--;
}

/* ["3/5", "", …]; what is damaged counts as nothing. */
static void unpack (aln_frequency *f, aln_slice s) {
  for (uint32_t i = 0; i < ALN_FREQUENCY_ROW; i++) {
    skip_to (&s, '"');
    f->articles[i] = number (&s);
    if (s.n && *s.p == '/') s.p++, s.n--;
    f->counts[i] = number (&s);
    skip_to (&s, '"');
  }
}

static void pack (aln_status *st, const aln_frequency *f, aln_buf *out) {
  for (uint32_t i = 0; i < ALN_FREQUENCY_ROW; i++) {
    aln_buf_add (st, out, i ? ALN_LIT (",\"") : ALN_LIT ("[\""));
    if (f->articles[i] > 0) {
      aln_json_integer (st, out, f->articles[i]);
      aln_buf_byte (st, out, '/');
      aln_json_integer (st, out, f->counts[i]);
    }
    aln_buf_byte (st, out, '"');
  }
  aln_buf_byte (st, out, ']');
}

static void load (int *rc, aln_store *s, aln_frequency *f, uint32_t first) {
  sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_FREQUENCY);
  memset (f, 0, sizeof *f);
  f->first = first;
  aln_sql_integer (rc, q, 1, first);
  if (aln_sql_row (rc, q)) unpack (f, aln_sql_slice (q, 0));
  aln_sql_reset (q);
}

void aln_frequency_end (int *rc, aln_store *s, aln_frequency *f) {
  aln_buf counts = ALN_BUF_EMPTY;
  aln_status st = ALN_OK;
  sqlite3_stmt *q;
  if (f->first == 0 || *rc != SQLITE_OK) return;
  pack (&st, f, &counts);
  if (st != ALN_OK) *rc = SQLITE_NOMEM;
  q = aln_sql_take (rc, s, ALN_SQL_FREQUENCY_PUT);
  aln_sql_integer (rc, q, 1, f->first);
  aln_sql_whole (rc, q, 2, aln_buf_slice (&counts));
  aln_sql_run (rc, q);
  aln_buf_free (&counts);
}

void aln_frequency_add (int *rc, aln_store *s, aln_frequency *f, uint32_t term, int64_t articles,
                        int64_t count) {
  uint32_t at = (term - 1) % ALN_FREQUENCY_ROW;
  if (term - at != f->first) {
    aln_frequency_end (rc, s, f);
    load (rc, s, f, term - at);
  }
  f->articles[at] += articles;
  f->counts[at] += count;
}
