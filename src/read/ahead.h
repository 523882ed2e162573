/* ahead.h: in: a text. Out: which of the next 64 bytes are ASCII letters, and which of these capitals, a
   bit each, the first the lowest: one look cuts ten words. Sixteen bytes at a time where every processor
   of the kind can (SSE2), else eight; the specs hold both to the same answers (probe.letters_ahead). */
#ifndef ALN_AHEAD_H
#define ALN_AHEAD_H

#include "../base/letters.h"

#define ALN_AHEAD 64u /* bytes */

typedef struct aln_ahead { /* bits beyond what was looked at are 0 */
  uint64_t others;         /* what is no ASCII letter; 0: a new look is needed */
  uint64_t capitals;
} aln_ahead;

/* The same from 'n' bytes on. */
static inline aln_ahead aln_ahead_pass (aln_ahead a, size_t n) {
  if (n >= ALN_AHEAD) return (aln_ahead){0, 0};
  return (aln_ahead){a.others >> n, a.capitals >> n};
}

/* The high bits of eight bytes, side by side. */
static inline uint64_t aln_ahead_gather (uint64_t high) {
  return (high & ALN_HIGH) * UINT64_C (0x0002040810204081) >> 56;
}

static inline aln_ahead aln_ahead_plain (const char *p) {
  aln_ahead a = {0, 0};
  for (unsigned i = 0; i < ALN_AHEAD; i += 8) {
    const uint64_t v = aln_eight (p + i), all = aln_letters_of (v);
    a.others |= aln_ahead_gather (~all) << i;
    a.capitals |= aln_ahead_gather (all ^ aln_letters_small (v, all)) << i;
  }
  return a;
}

#if defined(__SSE2__)
#include <emmintrin.h>

static inline aln_ahead aln_ahead_at (const char *p) {
  const __m128i least = _mm_set1_epi8 ((char)(0x80 - 'a')), most = _mm_set1_epi8 (-128 + 26);
  aln_ahead a = {0, 0};
  for (unsigned i = 0; i < ALN_AHEAD; i += 16) {
    const __m128i v = _mm_loadu_si128 ((const __m128i *)(const void *)(p + i));
    const __m128i low = _mm_add_epi8 (_mm_or_si128 (v, _mm_set1_epi8 (0x20)), least);
    const __m128i all = _mm_cmplt_epi8 (low, most); /* 'a' is the least of signed bytes */
    const __m128i big = _mm_andnot_si128 (_mm_slli_epi16 (v, 2), all); /* 0x20 is not set */
    a.others |= (uint64_t)(~_mm_movemask_epi8 (all) & 0xFFFF) << i;
    a.capitals |= (uint64_t)(unsigned)_mm_movemask_epi8 (big) << i;
  }
  return a;
}
#else
static inline aln_ahead aln_ahead_at (const char *p) { return aln_ahead_plain (p); }
#endif

#endif
