/* sort.c: in: numbers. Out: the same in rising order, by radix: eleven bits a pass, from the lowest. */
#include "sort.h"

#include "../base/mem.h"

#define BITS 11u
#define DIGITS (1u << BITS)

/* One pass; 0 where all have the same digit and nothing was moved. */
static int pass (const uint64_t *from, uint64_t *to, size_t n, unsigned shift) {
  size_t at[DIGITS] = {0}, sum = 0;
  for (size_t i = 0; i < n; i++) at[from[i] >> shift & (DIGITS - 1)]++;
  if (at[from[0] >> shift & (DIGITS - 1)] == n) return 0;
  for (unsigned d = 0; d < DIGITS; d++) {
    size_t count = at[d];
    at[d] = sum;
    sum += count;
  }
  for (size_t i = 0; i < n; i++) to[at[from[i] >> shift & (DIGITS - 1)]++] = from[i];
  return 1;
}

void aln_sort_numbers (aln_status *st, aln_buf *numbers) {
  size_t n = numbers->n / sizeof (uint64_t);
  uint64_t *from = (uint64_t *)(void *)numbers->p, *other;
  if (*st != ALN_OK || n < 2) return;
  other = aln_alloc (n * sizeof *other);
  if (!other) {
    *st = ALN_ENOMEM;
    return;
  }
  for (unsigned shift = 0; shift < 64; shift += BITS)
    if (pass (from, other, n, shift)) {
      uint64_t *swap = from;
      from = other;
      other = swap;
    }
  if ((char *)from != numbers->p) {
    memcpy (numbers->p, from, n * sizeof *from);
    other = from;
  }
  aln_free (other);
}
