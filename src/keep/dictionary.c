/* dictionary.c: in: words as written, rows of 'term'. Out: numbers, and rows of new terms. */
#include "dictionary.h"

#include "../base/json.h"
#include "../base/mem.h"
#include "stems.h"
#include "terms.h"

#define TERMS_A_ROW 64u

void aln_dictionary_free (aln_dictionary *d) {
  for (int i = 0; i < ALN_TERMS_LAYERS; i++) {
    aln_numbering_free (&d->of[i]);
    d->stored[i] = 0;
  }
  aln_free (d->folded);
  aln_free (d->stems);
  aln_stemmer_free (d->stemmer);
  aln_free (d->lately);
  d->lately = NULL;
  d->folded = d->stems = NULL;
  d->stemmer = NULL;
  d->cap = 0;
}

static void resize (aln_status *st, uint32_t **list, uint32_t cap) {
  uint32_t *p = *st == ALN_OK ? aln_resize (*list, cap * sizeof *p) : NULL;
  if (p) *list = p;
  else *st = *st == ALN_OK ? ALN_ENOMEM : *st;
}

/* Room for word number n. */
static void reserve (aln_status *st, aln_dictionary *d, uint32_t n) {
  uint32_t cap = d->cap ? d->cap : 1024;
  if (*st != ALN_OK || n < d->cap) return;
  while (cap <= n) cap *= 2;
  resize (st, &d->folded, cap);
  resize (st, &d->stems, cap);
  if (*st != ALN_OK) return;
  memset (d->folded + d->cap, 0, (cap - d->cap) * sizeof *d->folded);
  memset (d->stems + d->cap, 0, (cap - d->cap) * sizeof *d->stems);
  d->cap = cap;
}

static uint32_t stem_of (aln_status *st, aln_dictionary *d, aln_slice folded) {
  if (*st == ALN_OK && !d->stemmer) d->stemmer = aln_stemmer_new (st);
  return aln_numbering_add (st, &d->of[ALN_TERMS_STEMS], aln_stem (st, d->stemmer, folded));
}

static uint32_t add_word (aln_status *st, aln_dictionary *d, aln_slice text, uint32_t folded,
                          uint32_t stem) {
  uint32_t n = aln_numbering_add (st, &d->of[ALN_TERMS_WORDS], text);
  reserve (st, d, n);
  if (*st != ALN_OK || d->folded[n]) return n;
  d->folded[n] = folded ? folded : n;
  d->stems[n] = stem;
  return n;
}

/* The number of a word that is not there. */
static uint32_t add (aln_status *st, aln_dictionary *d, aln_slice written) {
  char plain[ALN_TERM_MAX];
  const aln_slice form = {plain, aln_term_fold_word (written, plain)};
  uint32_t folded, stem;
  if (*st != ALN_OK || form.n == 0) return 0;
  stem = stem_of (st, d, form);
  folded = add_word (st, d, form, 0, stem);
  return aln_same (form, written) ? folded : add_word (st, d, written, folded, stem);
}

void aln_dictionary_warm (aln_status *st, aln_dictionary *d) {
  const size_t bytes = ((size_t)1 << ALN_LATELY_BITS) * sizeof *d->lately;
  if (*st != ALN_OK || d->lately) return;
  d->lately = aln_alloc (bytes);
  if (d->lately) memset (d->lately, 0, bytes);
  else *st = ALN_ENOMEM;
}

aln_known aln_dictionary_add (aln_status *st, aln_dictionary *d, aln_slice written, uint32_t hash) {
  uint32_t n = aln_numbering_find_hashed (&d->of[ALN_TERMS_WORDS], written, hash);
  aln_known is;
  if (n == 0) n = add (st, d, written);
  if (*st != ALN_OK || n == 0) return (aln_known){0, 0};
  is = (aln_known){n, d->folded[n]};
  if (d->lately && written.n <= ALN_LATELY_MOST) {
    const aln_letters_key key = aln_letters_key_of (written);
    *aln_lately_at (d, key) = (aln_lately){key, is};
  }
  return is;
}

/* -- rows ----------------------------------------------------------------------------------------
 */

static void load_row (aln_status *st, sqlite3_stmt *q, aln_dictionary *d, int layer) {
  aln_numbering *of = &d->of[layer];
  uint32_t n = aln_numbering_add (st, of, aln_sql_slice (q, 1));
  int64_t number = sqlite3_column_int64 (q, 0);
  if (*st != ALN_OK) return;
  if (number != (int64_t)d->stored[layer] + 1 || n != number) *st = ALN_ECORRUPT;
  d->stored[layer] = n;
  if (layer != ALN_TERMS_WORDS) return;
  reserve (st, d, n);
  if (*st != ALN_OK) return;
  d->folded[n] = (uint32_t)sqlite3_column_int64 (q, 2);
  d->stems[n] = (uint32_t)sqlite3_column_int64 (q, 3);
}

/* Is the last row that is known still what it was? Else the dictionary was made anew by another
   process. */
static int is_same (int *rc, aln_store *s, const aln_dictionary *d, int layer) {
  sqlite3_stmt *q;
  int same = d->stored[layer] == 0;
  if (same) return 1;
  q = aln_sql_take (rc, s, ALN_SQL_TERMS);
  aln_sql_integer (rc, q, 1, layer);
  aln_sql_integer (rc, q, 2, (int64_t)d->stored[layer] - 1);
  if (aln_sql_row (rc, q))
    same = sqlite3_column_int64 (q, 0) == d->stored[layer] &&
           aln_same (aln_sql_slice (q, 1), aln_numbering_text (&d->of[layer], d->stored[layer]));
  aln_sql_reset (q);
  return same;
}

static void load_layer (aln_status *st, int *rc, aln_store *s, aln_dictionary *d, int layer) {
  sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_TERMS);
  aln_sql_integer (rc, q, 1, layer);
  aln_sql_integer (rc, q, 2, d->stored[layer]);
  while (*st == ALN_OK && aln_sql_row (rc, q)) load_row (st, q, d, layer);
  aln_sql_reset (q);
}

/* Do folded forms and stems lead to terms? */
static int is_closed (const aln_dictionary *d, uint32_t from) {
  uint32_t words = d->of[ALN_TERMS_WORDS].n, stems = d->of[ALN_TERMS_STEMS].n;
  for (uint32_t i = from; i <= words; i++)
    if (d->folded[i] == 0 || d->folded[i] > words || d->stems[i] == 0 || d->stems[i] > stems)
      return 0;
  return 1;
}

void aln_dictionary_load (aln_status *st, int *rc, aln_store *s, aln_dictionary *d) {
  uint32_t known;
  int same = 1;
  for (int i = 0; i < ALN_TERMS_LAYERS; i++) same = same && is_same (rc, s, d, i);
  if (!same) aln_dictionary_free (d);
  if (d->lately && d->stored[ALN_TERMS_WORDS] < d->of[ALN_TERMS_WORDS].n) /* some are forgotten */
    memset (d->lately, 0, sizeof *d->lately);
  known = d->stored[ALN_TERMS_WORDS];
  for (uint32_t i = known + 1; d->folded && d->stems && i <= d->of[ALN_TERMS_WORDS].n; i++)
    d->folded[i] = d->stems[i] = 0;
  for (int i = 0; i < ALN_TERMS_LAYERS; i++) {
    aln_numbering_cut (&d->of[i], d->stored[i]);
    load_layer (st, rc, s, d, i);
  }
  reserve (st, d, d->of[ALN_TERMS_WORDS].n);
  if (*st == ALN_OK && *rc == SQLITE_OK && !is_closed (d, known + 1)) *st = ALN_ECORRUPT;
  if (*st != ALN_OK || *rc != SQLITE_OK) aln_dictionary_free (d);
}

/* The texts of terms n … last, as the table has them. */
static void list_terms (aln_status *st, const aln_dictionary *d, int layer, uint32_t n,
                        uint32_t last, aln_buf *out) {
  out->n = 0;
  for (; n <= last; n++) {
    aln_buf_add (st, out, out->n ? ALN_LIT (",\"") : ALN_LIT ("[\""));
    if (layer == ALN_TERMS_WORDS) {
      aln_json_integer (st, out, d->folded[n]);
      aln_buf_byte (st, out, '/');
      aln_json_integer (st, out, d->stems[n]);
    }
    aln_buf_byte (st, out, ' ');
    aln_json_inside (st, out, aln_numbering_text (&d->of[layer], n));
    aln_buf_byte (st, out, '"');
  }
  aln_buf_byte (st, out, ']');
}

static void save_layer (int *rc, aln_store *s, aln_dictionary *d, int layer, aln_buf *texts) {
  while (d->stored[layer] < d->of[layer].n && *rc == SQLITE_OK) {
    uint32_t first = d->stored[layer] + 1, last = d->of[layer].n;
    aln_status st = ALN_OK;
    sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_TERMS_PUT);
    if (last - first >= TERMS_A_ROW) last = first + TERMS_A_ROW - 1;
    list_terms (&st, d, layer, first, last, texts);
    if (*rc == SQLITE_OK && st != ALN_OK) *rc = SQLITE_NOMEM;
    aln_sql_integer (rc, q, 1, layer);
    aln_sql_integer (rc, q, 2, first);
    aln_sql_whole (rc, q, 3, aln_buf_slice (texts));
    aln_sql_run (rc, q);
    if (*rc == SQLITE_OK) d->stored[layer] = last;
  }
}

void aln_dictionary_save (int *rc, aln_store *s, aln_dictionary *d) {
  aln_buf texts = ALN_BUF_EMPTY;
  for (int i = 0; i < ALN_TERMS_LAYERS; i++) save_layer (rc, s, d, i, &texts);
  aln_buf_free (&texts);
}
