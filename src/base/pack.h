/* pack.h: numbers <-> bytes.
   A number alone takes 7 bits a byte, the low ones first (LEB128). A list takes two bits a number that
   say how many bytes it has, four numbers to a byte, and then the bytes (Stream VByte: Lemire, Kurz
   and Rupp 2018, "Stream VByte: Faster byte-oriented integer compression"). Reading never leaves its
   bytes, whatever they are. */
#ifndef ALN_PACK_H
#define ALN_PACK_H

#include "buf.h"

#pragma GCC visibility push(hidden)

void aln_pack_number (aln_status *st, aln_buf *b, uint64_t v);

typedef struct aln_unpack { /* bytes that are being read */
  const unsigned char *p, *end;
  int bad; /* 1: they ended too early, or a number was too long; sticky */
} aln_unpack;

static inline aln_unpack aln_unpack_of (aln_slice s) {
  const unsigned char *p = (const unsigned char *)s.p;
  return (aln_unpack){p, s.n ? p + s.n : p, 0};
}

uint64_t aln_unpack_long (aln_unpack *u); /* of any length; 0 where it is bad */
static inline uint64_t aln_unpack_number (aln_unpack *u) {
  if (u->p < u->end && *u->p < 0x80) return *u->p++;
  return aln_unpack_long (u);
}
/* One that fits 32 bits; bad where it does not. */
uint32_t aln_unpack_fitting (aln_unpack *u);
static inline uint32_t aln_unpack_small (aln_unpack *u) {
  if (u->p < u->end && *u->p < 0x80) return *u->p++;
  return aln_unpack_fitting (u);
}
/* The next n bytes; bad where they are not there. */
aln_slice aln_unpack_bytes (aln_unpack *u, uint64_t n);

void aln_pack_list (aln_status *st, aln_buf *b, const uint32_t *v, uint32_t n);
/* n numbers from exactly these bytes into 'out', which has room for n + 3; 0 where the bytes cannot be
   so many numbers, or one of them is greater than 'most'. */
int aln_unpack_list (aln_slice s, uint32_t *out, uint32_t n, uint32_t most);

/* A sum that tells damaged bytes from whole ones (not from forged ones). */
uint64_t aln_pack_sum (aln_slice s);
/* Appends the sum of all that is in 'b'. */
void aln_pack_seal (aln_status *st, aln_buf *b);
/* Takes the sum off again; 0 where it does not fit the bytes. */
int aln_unpack_seal (aln_slice *s);

#pragma GCC visibility pop

#endif
