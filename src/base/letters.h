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

typedef struct aln_letters { /* ASCII letters in a row */
  size_t n;
  uint64_t low; /* the first eight, in lower case; 0 behind the last */
  uint64_t small,
      capitals; /* of the first eight, a bit each; of the others, any bit but the first */
} aln_letters;

/* The letters at p, of 'left' bytes; n is 0 where the text ends too soon for eight at a time. */
static inline aln_letters aln_letters_at (const char *p, size_t left) {
  aln_letters w = {0, 0, 0, 0};
  for (size_t i = 0; left - i >= 8; i += 8) {
    const uint64_t v = aln_eight (p + i), all = aln_letters_of (v), end = all ^ ALN_HIGH;
    const uint64_t bits = (end & (0 - end)) - 1; /* those of the letters, and some of no matter */
    const uint64_t mine = all & bits, small = aln_letters_small (v, mine);
    if (i == 0) {
      w.low = (v | mine >> 2) & (end ? bits >> 7 : bits);
      w.small = small;
      w.capitals = mine ^ small;
    } else {
      w.small |= small ? 0x8000 : 0;
      w.capitals |= mine ^ small ? 0x8000 : 0;
    }
    if (end) {
      w.n = i + aln_lowest_bit (end) / 8;
      break;
    }
  }
  return w;
}

#endif
