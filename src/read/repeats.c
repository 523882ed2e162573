/* repeats.c: in: the page. Out: repetition (repeats.h), by an open-addressing table of hashes; two
   units of one hash are compared letter by letter before one is dropped. */
#include "repeats.h"

#include "credit.h"

#define LONG 8u  /* words: nobody says as much twice in the same words */
#define TITLE 4u /* words of a headline that the page gives twice */
#define HEAD 12u /* tokens at each end of a unit that make its hash */
#define NEAR 8u  /* units from the top in which that happens */

static uint32_t core_end (const aln_page *p, const aln_unit *u) {
  aln_credit c = aln_credit_tail (p, u->body, u->to);
  return u->words > 3 ? c.from : u->to;
}

static uint64_t hash_of (const aln_page *p, uint32_t from, uint32_t to) {
  uint64_t h = UINT64_C (14695981039346656037);
  for (uint32_t i = from; i < to; i++) {
    const aln_token *t;
    if (i == from + HEAD && to - from > 2 * HEAD) i = to - HEAD; /* long: its two ends */
    t = &p->t[i];
    if (aln_page_mark (p, i)) continue; /* "AFP" and "[AFP]" repeat each other */
    h ^= (uint64_t)(t->to - t->from) << 16 | (uint32_t)(unsigned char)p->text.p[t->from] << 8 |
         (unsigned char)p->text.p[t->to - 1];
    h *= UINT64_C (1099511628211);
  }
  return h;
}

static uint32_t skip_marks (const aln_page *p, uint32_t i, uint32_t to) {
  while (i < to && aln_page_mark (p, i)) i++;
  return i;
}

int aln_repeats_same (const aln_page *p, const aln_unit *a, const aln_unit *b) {
  uint32_t i = a->body, k = b->body, i_end = core_end (p, a), k_end = core_end (p, b);
  for (;; i++, k++) {
    i = skip_marks (p, i, i_end);
    k = skip_marks (p, k, k_end);
    if (i >= i_end || k >= k_end) return i >= i_end && k >= k_end;
    if (!aln_same (aln_page_cut (p, i, i + 1), aln_page_cut (p, k, k + 1))) return 0;
  }
}

static int counts (const aln_unit *u, uint32_t first) {
  return u->words >= LONG || (u->words >= TITLE && !u->stop && first < NEAR);
}

static void meet (aln_page *p, uint32_t *table, uint32_t mask, uint32_t k) {
  aln_unit *u = &p->units.at[k], *first;
  uint32_t at = (uint32_t)(u->hash >> 32) & mask;
  while (table[at] && p->units.at[table[at] - 1].hash != u->hash) at = (at + 1) & mask;
  if (!table[at]) {
    table[at] = k + 1;
    return;
  }
  first = &p->units.at[table[at] - 1];
  if (u->settled || !counts (u, table[at] - 1) || !aln_repeats_same (p, first, u)) return;
  aln_page_drop (u, ALN_LIT ("repeated"), "repetition");
  if (table[at] == k) first->repeated = 1;
}

void aln_repeats_find (aln_page *p) {
  uint32_t size = 16, *table;
  while (size < p->units.n * 2) size *= 2;
  table = aln_arena_get (p->st, &p->a->arena, size * sizeof *table);
  if (!table) return;
  for (uint32_t k = 0; k < p->units.n; k++) {
    aln_unit *u = &p->units.at[k];
    u->hash = hash_of (p, u->body, core_end (p, u));
    if (u->words) meet (p, table, size - 1, k);
  }
}
