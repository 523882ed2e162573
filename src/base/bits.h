/* bits.h: sets of small numbers, a bit each, in one machine word. */
#ifndef ALN_BITS_H
#define ALN_BITS_H

#include <stdint.h>

static inline unsigned aln_lowest_bit (uint64_t set) { /* its number; the set is not empty */
#if defined(__GNUC__)
  return (unsigned)__builtin_ctzll (set);
#else
  unsigned n = 0;
  for (unsigned half = 32; half; half /= 2)
    if (!(set & ((UINT64_C (1) << half) - 1))) {
      set >>= half;
      n += half;
    }
  return n;
#endif
}

#endif
