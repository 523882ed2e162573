/* ngrams.c: in: a selection and n. Out: the sequences of n words that stand side by side, the most
   frequent first. Two words are counted by pairs.c, which is quicker; more by grams_hashed.c. */
#include "ngrams.h"

#include "../base/mem.h"
#include "measures.h"
#include "words.h"

#define SPARE 65536u /* rows kept beyond four times the limit before they are sorted */

/* -- what is kept --------------------------------------------------------------------------------- */

static int by_count (const void *context, uint32_t x, uint32_t y) {
  const aln_gram_rows *k = context;
  const aln_gram_row *rows = (const aln_gram_row *)(const void *)k->rows.p, *a = &rows[x],
                     *b = &rows[y];
  if (a->count != b->count) return a->count > b->count ? -1 : 1;
  for (uint32_t i = 0; i < k->n; i++) {
    int c;
    if (a->words[i] == b->words[i]) continue;
    c = aln_words_compare (aln_stream_term (k->r, k->layer, a->words[i]),
                           aln_stream_term (k->r, k->layer, b->words[i]));
    if (c) return c;
  }
  return 0;
}

/* The first rows, in order; the others go. */
void aln_gram_rows_sort (aln_status *st, aln_gram_rows *k) {
  uint32_t n = aln_gram_rows_n (k), left = n < k->limit ? n : k->limit;
  uint32_t *order = aln_alloc (((size_t)n + 1) * sizeof *order);
  aln_gram_row *sorted = aln_alloc (((size_t)left + 1) * sizeof *sorted);
  if ((!order || !sorted) && *st == ALN_OK) *st = ALN_ENOMEM;
  if (*st == ALN_OK) {
    for (uint32_t i = 0; i < n; i++) order[i] = i;
    aln_order (st, order, n, by_count, k);
    for (uint32_t i = 0; i < left; i++) sorted[i] = ((aln_gram_row *)(void *)k->rows.p)[order[i]];
    if (left) memcpy (k->rows.p, sorted, left * sizeof *sorted);
    k->rows.n = left * sizeof *sorted;
    if (left && left == k->limit) k->least = sorted[left - 1].count;
  }
  aln_free (order);
  aln_free (sorted);
}

void aln_gram_rows_add (aln_status *st, aln_gram_rows *k, const aln_gram_row *row) {
  aln_buf_add (st, &k->rows, (aln_slice){(const char *)row, sizeof *row});
  if (aln_gram_rows_n (k) / 4 > k->limit && aln_gram_rows_n (k) > SPARE) aln_gram_rows_sort (st, k);
}

/* -- rows ----------------------------------------------------------------------------------------- */

static void add_row (aln_status *st, aln_frame *f, const aln_gram_rows *k, uint32_t at,
                     aln_buf *text) {
  const aln_gram_row *row = (const aln_gram_row *)(const void *)k->rows.p + at;
  text->n = 0;
  for (uint32_t i = 0; i < k->n; i++) {
    if (i) aln_buf_byte (st, text, ' ');
    aln_buf_add (st, text, aln_stream_term (k->r, k->layer, row->words[i]));
  }
  aln_frame_add_row (st, f);
  aln_frame_set_text (st, f, 0, aln_buf_slice (text));
  aln_frame_set_integer (st, f, 1, row->count);
  aln_frame_set_integer (st, f, 2, row->articles);
  aln_frame_set_real (st, f, 3, aln_per_million (row->count, (double)k->sum));
}

static void count (aln_status *st, aln_store *s, const aln_asked *q, aln_gram_rows *k) {
  const aln_bits *which = aln_stream_select (st, k->r, q->which);
  if (*st != ALN_OK) return;
  if (k->n == 2) aln_pairs_count (st, s, q, which, k);
  else aln_grams_count (st, q, which, k);
  if (*st == ALN_OK) aln_gram_rows_sort (st, k);
}

aln_status aln_list_ngrams (aln_store *s, const aln_asked *q, uint32_t n, aln_frame **out,
                            int64_t *total, aln_fault *f) {
  static const char *const names[] = {"ngram", "count", "articles", "per_million", NULL};
  aln_gram_rows k = {.layer = q->written ? ALN_LAYER_WRITTEN : ALN_LAYER_FOLDED,
                     .n = n,
                     .min = q->min ? q->min : 1,
                     .limit = q->limit};
  aln_buf text = ALN_BUF_EMPTY;
  aln_frame *frame;
  aln_status st = aln_stream_open (s, &k.r, f);
  if (st != ALN_OK) return st;
  frame = aln_words_frame (&st, names);
  count (&st, s, q, &k);
  *total = k.total;
  for (uint32_t i = 0; i < aln_gram_rows_n (&k) && st == ALN_OK; i++)
    add_row (&st, frame, &k, i, &text);
  aln_buf_free (&k.rows);
  aln_buf_free (&text);
  return aln_words_give (st, k.r, frame, out, f);
}
