/* slice.h: bytes that belong to somebody else, and places in them.
   In C, positions are 0-based and half-open: [from, to). Lua's 1-based inclusive positions are made
   in src/lua/ and nowhere else. */
#ifndef ALN_SLICE_H
#define ALN_SLICE_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct aln_slice {
  const char *p;
  size_t n;
} aln_slice;

typedef struct aln_span {
  uint32_t from, to; /* bytes; an empty span (from == to) says "none" */
} aln_span;

#define ALN_LIT(s) ((aln_slice){"" s, sizeof (s) - 1})

static inline aln_slice aln_slice_of (const char *s) { return (aln_slice){s, s ? strlen (s) : 0}; }

static inline aln_slice aln_cut (aln_slice s, aln_span at) {
  return (aln_slice){s.p + at.from, at.to - at.from};
}

static inline int aln_same (aln_slice a, aln_slice b) {
  return a.n == b.n && (a.n == 0 || (a.p[0] == b.p[0] && memcmp (a.p, b.p, a.n) == 0));
}

static inline uint32_t aln_length (aln_span s) { return s.to - s.from; }

static inline int aln_is_space (unsigned char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static inline int aln_is_digit (unsigned char c) { return c >= '0' && c <= '9'; }
static inline int aln_is_upper (unsigned char c) { return c >= 'A' && c <= 'Z'; }
static inline int aln_is_lower (unsigned char c) { return c >= 'a' && c <= 'z'; }
static inline int aln_is_alpha (unsigned char c) { return aln_is_upper (c) || aln_is_lower (c); }

#endif
