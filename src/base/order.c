/* order.c: in: numbers and how two of them compare. Out: the numbers in order, by merging runs. */
#include "order.h"

#include "mem.h"

#include <string.h>

typedef struct sorting {
  aln_comparison compare;
  const void *context;
} sorting;

static void merge (const sorting *s, const uint32_t *from, uint32_t *to, size_t lo, size_t mid,
                   size_t hi) {
  size_t i = lo, j = mid;
  for (size_t k = lo; k < hi; k++) {
    int left = i < mid && (j >= hi || s->compare (s->context, from[i], from[j]) <= 0);
    to[k] = left ? from[i++] : from[j++];
  }
}

void aln_order (aln_status *st, uint32_t *order, uint32_t n, aln_comparison compare,
                const void *context) {
  const sorting s = {compare, context};
  uint32_t *other, *from = order, *to;
  if (*st != ALN_OK || n < 2) return;
  to = other = aln_alloc ((size_t)n * sizeof *other);
  if (!other) {
    *st = ALN_ENOMEM;
    return;
  }
  for (size_t run = 1; run < n; run *= 2) {
    for (size_t lo = 0; lo < n; lo += 2 * run) {
      size_t mid = lo + run < n ? lo + run : n, hi = lo + 2 * run < n ? lo + 2 * run : n;
      merge (&s, from, to, lo, mid, hi);
    }
    to = from;
    from = from == order ? other : order;
  }
  if (from != order) memcpy (order, from, (size_t)n * sizeof *order);
  aln_free (other);
}
