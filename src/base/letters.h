/* letters.h: in: bytes of a word. Out: eight letters looked at in one step, a byte each; the hash of a
   word. A byte's answer is its high bit. */
#ifndef ALN_LETTERS_H
#define ALN_LETTERS_H

#include "bits.h"
#include "slice.h"

#define ALN_HIGH ALN_EACH (0x80)

/* Which of eight bytes are ASCII letters. Adding to seven bits carries into no other byte. */
static inline uint64_t aln_letters_of (uint64_t v) {
  const uint64_t low = (v | ALN_EACH (0x20)) & ALN_EACH (0x7F);
  return (low + ALN_EACH (0x80 - 'a')) & ~(low + ALN_EACH (0x7F - 'z')) & ~v & ALN_HIGH;
}

/* Which of them are in lower case, given that they are letters. */
static inline uint64_t aln_letters_small (uint64_t v, uint64_t letters) { return v << 2 & letters; }

static inline uint64_t aln_letters_lower (uint64_t v) { return v | aln_letters_of (v) >> 2; }

static inline uint32_t aln_four (const char *at) {
  const unsigned char *p = (const unsigned char *)at;
  return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

/* Up to eight bytes as one number, the first the lowest, no other byte read. */
static inline uint64_t aln_letters_few (const char *p, size_t n) {
  const unsigned char *u = (const unsigned char *)p;
  if (n >= 4) return aln_four (p) | (uint64_t)aln_four (p + n - 4) << (n - 4) * 8;
  if (n == 0) return 0;
  return (uint64_t)u[0] | (uint64_t)u[n / 2] << n / 2 * 8 | (uint64_t)u[n - 1] << (n - 1) * 8;
}

/* One to eight letters in lower case, where eight bytes can be read. */
static inline uint64_t aln_letters_first (const char *p, size_t n) {
  const size_t too_many = 64 - 8 * n;
  return (aln_eight (p) | ALN_EACH (0x20)) << too_many >> too_many;
}

/* One step of a hash that takes eight bytes at a time (multiplicative: Knuth, TAOCP 3, 6.4), whatever
   the case of ASCII letters: the bit that tells the cases apart is set in every byte. */
static inline uint64_t aln_letters_mix (uint64_t h, uint64_t eight) {
  h = (h ^ (eight | ALN_EACH (0x20))) * UINT64_C (0x9E3779B97F4A7C15);
  return h ^ h >> 32;
}

static inline uint32_t aln_letters_hash (aln_slice w) {
  const char *p = w.p;
  size_t n = w.n;
  uint64_t h = n;
  for (; n > 8; n -= 8, p += 8) h = aln_letters_mix (h, aln_eight (p));
  return (uint32_t)aln_letters_mix (h, aln_letters_few (p, n));
}

#endif
