/* bits.h: sets of small numbers, a bit each, in one machine word; eight bytes in one. */
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

static inline unsigned aln_highest_bit (uint32_t set) { /* its number; the set is not empty */
#if defined(__GNUC__)
  return 31u ^ (unsigned)__builtin_clz (set);
#else
  unsigned n = 0;
  for (unsigned half = 16; half; half /= 2)
    if (set >> (n + half)) n += half;
  return n;
#endif
}

static inline unsigned aln_ones (uint64_t set) { /* how many are in it */
  set -= set >> 1 & UINT64_C (0x5555555555555555);
  set = (set & UINT64_C (0x3333333333333333)) + (set >> 2 & UINT64_C (0x3333333333333333));
  return (unsigned)(((set + (set >> 4)) & UINT64_C (0x0F0F0F0F0F0F0F0F)) *
                        UINT64_C (0x0101010101010101) >>
                    56);
}

/* Eight bytes, the first the lowest, on every machine; compilers make one load of it. */
static inline uint64_t aln_eight (const char *at) {
  const unsigned char *p = (const unsigned char *)at;
  return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24 |
         (uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 | (uint64_t)p[6] << 48 | (uint64_t)p[7] << 56;
}

/* For choices that no processor can foretell: without a branch. */
static inline uint32_t aln_mask (int truth) { return 0u - (uint32_t)truth; } /* all bits or none */
static inline uint32_t aln_choose (uint32_t mask, uint32_t a, uint32_t b) {
  return (a & mask) | (b & ~mask);
}

#define ALN_EACH(byte) ((byte)*UINT64_C (0x0101010101010101)) /* eight times the byte */

/* Says that memory will be read soon; nothing depends on it. */
static inline void aln_soon (const void *p) {
#if defined(__GNUC__)
  __builtin_prefetch (p);
#else
  (void)p;
#endif
}

#endif
