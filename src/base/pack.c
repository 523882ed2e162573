/* pack.c: in: numbers. Out: bytes; and back. */
#include "pack.h"

#include "bits.h"

void aln_pack_number (aln_status *st, aln_buf *b, uint64_t v) {
  char bytes[10];
  size_t n = 0;
  for (; v >= 0x80; v >>= 7) bytes[n++] = (char)(v | 0x80);
  bytes[n++] = (char)v;
  aln_buf_add (st, b, (aln_slice){bytes, n});
}

uint64_t aln_unpack_long (aln_unpack *u) {
  uint64_t v = 0;
  for (unsigned shift = 0; shift < 64 && u->p < u->end; shift += 7) {
    unsigned char c = *u->p++;
    v |= (uint64_t)(c & 0x7F) << shift;
    if (c < 0x80) return v;
  }
  u->bad = 1;
  return 0;
}

uint32_t aln_unpack_fitting (aln_unpack *u) {
  uint64_t v = aln_unpack_number (u);
  if (v <= UINT32_MAX) return (uint32_t)v;
  u->bad = 1;
  return 0;
}

aln_slice aln_unpack_bytes (aln_unpack *u, uint64_t n) {
  aln_slice s = {(const char *)u->p, (size_t)n};
  if (u->bad || n > (uint64_t)(u->end - u->p)) {
    u->bad = 1;
    return (aln_slice){"", 0};
  }
  u->p += n;
  return s;
}

/* -- lists ---------------------------------------------------------------------------------------
 */

static unsigned width_of (uint32_t v) { return aln_highest_bit (v | 1) / 8; } /* bytes but one */

/* All four bytes, the low ones first: compilers make one store of it. There is room for four bytes a
   number: the next one covers what is too many. */
static inline unsigned char *store (unsigned char *p, uint32_t v, unsigned width) {
  p[0] = (unsigned char)v;
  p[1] = (unsigned char)(v >> 8);
  p[2] = (unsigned char)(v >> 16);
  p[3] = (unsigned char)(v >> 24);
  return p + 1 + width;
}

static inline unsigned char *store_four (unsigned char *p, const uint32_t *v, unsigned char *head) {
  const unsigned a = width_of (v[0]), b = width_of (v[1]), c = width_of (v[2]), d = width_of (v[3]);
  *head = (unsigned char)(a | b << 2 | c << 4 | d << 6);
  return store (store (store (store (p, v[0], a), v[1], b), v[2], c), v[3], d);
}

void aln_pack_list (aln_status *st, aln_buf *b, const uint32_t *v, uint32_t n) {
  const size_t heads = ((size_t)n + 3) / 4;
  unsigned char *head, *p;
  aln_buf_reserve (st, b, heads + 4 * (size_t)n);
  if (*st != ALN_OK || n == 0) return;
  head = (unsigned char *)b->p + b->n;
  p = head + heads;
  for (; n >= 4; n -= 4, v += 4) p = store_four (p, v, head++);
  if (n) *head = 0;
  for (unsigned k = 0; k < n; k++) {
    const unsigned width = width_of (v[k]);
    *head = (unsigned char)(*head | width << 2 * k);
    p = store (p, v[k], width);
  }
  b->n = (size_t)((char *)p - b->p);
}

static uint32_t load (const unsigned char *p) {
  return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static const uint32_t masks[4] = {0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF};

/* Of each head: where its four numbers begin, and where they end. To know this at once keeps the
   processor from waiting for one number before it can look for the next. */
#define W(head, k) (1 + ((head) >> 2 * (k)&3))
#define ENDS(h)                                                                                    \
  {                                                                                                \
    W (h, 0), W (h, 0) + W (h, 1), W (h, 0) + W (h, 1) + W (h, 2),                                 \
        W (h, 0) + W (h, 1) + W (h, 2) + W (h, 3)                                                  \
  }
#define ENDS_4(h) ENDS (h), ENDS ((h) + 1), ENDS ((h) + 2), ENDS ((h) + 3)
#define ENDS_16(h) ENDS_4 (h), ENDS_4 ((h) + 4), ENDS_4 ((h) + 8), ENDS_4 ((h) + 12)
#define ENDS_64(h) ENDS_16 (h), ENDS_16 ((h) + 16), ENDS_16 ((h) + 32), ENDS_16 ((h) + 48)
static const uint8_t ends[256][4] = {ENDS_64 (0), ENDS_64 (64), ENDS_64 (128), ENDS_64 (192)};

/* Four numbers, with 16 bytes to read from; where the next four begin. */
static const unsigned char *four (unsigned head, const unsigned char *p, uint32_t *out,
                                  uint32_t *most) {
  const uint8_t *end = ends[head];
  uint32_t a = load (p) & masks[head & 3], b = load (p + end[0]) & masks[head >> 2 & 3],
           c = load (p + end[1]) & masks[head >> 4 & 3], d = load (p + end[2]) & masks[head >> 6];
  uint32_t ab = a > b ? a : b, cd = c > d ? c : d, all = ab > cd ? ab : cd;
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
  *most = all > *most ? all : *most;
  return p + end[3];
}

int aln_unpack_list (aln_slice s, uint32_t *out, uint32_t n, uint32_t most) {
  const unsigned char *head = (const unsigned char *)s.p, *end = head + s.n, *p;
  size_t heads = ((size_t)n + 3) / 4;
  uint32_t greatest = 0, i = 0;
  if (n == 0 || s.n < heads) return n == 0 && s.n == 0;
  p = head + heads;
  for (; i + 4 <= n && end - p >= 16; i += 4) p = four (*head++, p, out + i, &greatest);
  for (; i < n; i++) {
    unsigned w = head[0] >> 2 * (i % 4) & 3;
    uint32_t v = 0;
    if ((size_t)(end - p) < w + 1) return 0;
    for (unsigned k = 0; k <= w; k++) v |= (uint32_t)*p++ << 8 * k;
    out[i] = v;
    greatest = v > greatest ? v : greatest;
    head += i % 4 == 3;
  }
  return p == end && greatest <= most;
}

/* -- sums ----------------------------------------------------------------------------------------
   FNV's step over eight bytes at a time, in four lanes so that the multiplications overlap. */

static uint64_t word_at (const char *p) {
  const unsigned char *c = (const unsigned char *)p;
  return (uint64_t)load (c) | (uint64_t)load (c + 4) << 32;
}

uint64_t aln_pack_sum (aln_slice s) {
  const uint64_t prime = 0x9E3779B97F4A7C15u;
  uint64_t lane[4] = {s.n, 1, 2, 3}, sum = 0;
  for (; s.n >= 32; s.p += 32, s.n -= 32)
    for (unsigned i = 0; i < 4; i++) {
      lane[i] = (lane[i] ^ word_at (s.p + 8 * (size_t)i)) * prime;
      lane[i] ^= lane[i] >> 29;
    }
  for (; s.n; s.p++, s.n--) {
    lane[s.n & 3] = (lane[s.n & 3] ^ (unsigned char)*s.p) * prime;
    lane[s.n & 3] ^= lane[s.n & 3] >> 29;
  }
  for (unsigned i = 0; i < 4; i++) {
    sum = (sum ^ lane[i]) * prime;
    sum ^= sum >> 32;
  }
  return sum;
}

void aln_pack_seal (aln_status *st, aln_buf *b) {
  uint64_t sum = aln_pack_sum (aln_buf_slice (b));
  char bytes[8];
  for (unsigned i = 0; i < 8; i++) bytes[i] = (char)(sum >> 8 * i);
  aln_buf_add (st, b, (aln_slice){bytes, 8});
}

int aln_unpack_seal (aln_slice *s) {
  if (s->n < 8) return 0;
  s->n -= 8;
  return aln_pack_sum (*s) == word_at (s->p + s->n);
}
