/* naming.c: in: @KR, @"Kim Seon-ho". Out: the names that stand for it, and the articles that hold them. */
#include "reading_streams.h"

#include "../read/tokens.h"

#include <stdlib.h>

static int by_value (const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

static void add (aln_status *st, aln_arena *a, aln_numbers *out, uint32_t name) {
  uint32_t *n = ALN_ADD (st, a, out);
  if (n) *n = name;
}

/* A form of a place of the side: its names where they name the side. A form that is called so: all. */
static void add_forms (aln_status *st, aln_stream *r, aln_slice text, aln_arena *a,
                       aln_numbers *out) {
  sqlite3_stmt *q = aln_sql_take (&r->rc, r->s, ALN_SQL_NAMED);
  aln_sql_whole (&r->rc, q, 1, text);
  while (*st == ALN_OK && aln_sql_row (&r->rc, q)) {
    int64_t form = sqlite3_column_int64 (q, 0);
    if (form < 1 || form > UINT32_MAX / 2) continue;
    add (st, a, out, (uint32_t)form * 2 + 1);
    if (sqlite3_column_int (q, 2)) add (st, a, out, (uint32_t)form * 2);
  }
  aln_sql_reset (q);
}

/* The name under which the lexicon has what is called so: "NATO" has a longer one. Empty: none, or the
   same. */
static aln_slice known_name (aln_status *st, const aln_lexicon *x, aln_slice text, aln_arena *a) {
  aln_kind kind = aln_lexicon_kind (x, ALN_LIT ("organisations"));
  aln_tokens tokens = {NULL, 0, 0};
  aln_row row = 0;
  aln_slice name;
  aln_tokenize (st, a, text, x, &tokens);
  if (*st != ALN_OK || tokens.n == 0 || kind == 0) return (aln_slice){"", 0};
  if (aln_lexicon_longest (x, tokens.at, tokens.n, kind, &row) != tokens.n || row == 0)
    return (aln_slice){"", 0};
  name = aln_lexicon_get (x, row, ALN_LIT ("name"));
  return aln_same (name, text) ? (aln_slice){"", 0} : name;
}

void aln_stream_names (aln_status *st, aln_stream *r, aln_slice text, aln_arena *a,
                       aln_numbers *out) {
  aln_slice known = known_name (st, r->s->lexicon, text, a);
  uint32_t n = 0;
  add_forms (st, r, text, a, out);
  if (known.n) add_forms (st, r, known, a, out);
  if (out->n) qsort (out->at, out->n, sizeof *out->at, by_value);
  for (uint32_t i = 0; i < out->n; i++)
    if (n == 0 || out->at[n - 1] != out->at[i]) out->at[n++] = out->at[i];
  out->n = n;
  aln_stream_settle (st, r);
}

static void mark (aln_stream *r, uint32_t form, const aln_bits *which, uint64_t *found) {
  sqlite3_stmt *q = aln_sql_take (&r->rc, r->s, ALN_SQL_HOLD_FORM);
  aln_sql_integer (&r->rc, q, 1, form);
  while (aln_sql_row (&r->rc, q)) {
    int64_t n = sqlite3_column_int64 (q, 0);
    if (aln_bits_has (which, n)) found[n >> 6] |= (uint64_t)1 << (n & 63);
  }
  aln_sql_reset (q);
}

void aln_stream_naming (aln_status *st, aln_stream *r, const aln_bits *which, const uint32_t *names,
                        uint32_t n, aln_arena *a, aln_postings *out) {
  size_t room;
  uint64_t *found;
  if (*st == ALN_OK && !which) which = aln_stream_select (st, r, NULL);
  if (*st != ALN_OK) return;
  room = (size_t)(which->end + 63) / 64;
  found = aln_arena_get (st, a, (room + 1) * sizeof *found);
  for (uint32_t i = 0; i < n && *st == ALN_OK; i++)
    if (i == 0 || names[i] / 2 != names[i - 1] / 2) mark (r, names[i] / 2, which, found);
  for (size_t i = 0; i < room && *st == ALN_OK; i++)
    for (uint64_t bits = found[i]; bits && *st == ALN_OK; bits &= bits - 1) {
      aln_posting *p = ALN_ADD (st, a, out);
      if (p) *p = (aln_posting){(int64_t)i * 64 + __builtin_ctzll (bits), 1, 1};
    }
  aln_stream_settle (st, r);
}
