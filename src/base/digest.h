/* digest.h: SHA-256 (FIPS 180-4, by libmd), for ids of articles and hashes of lexicons. */
#ifndef ALN_DIGEST_H
#define ALN_DIGEST_H

#include "slice.h"

#pragma GCC visibility push(hidden)

typedef struct aln_digest {
  union {
    uint64_t align;
    unsigned char room[256];
  } state;
} aln_digest;

void aln_digest_begin (aln_digest *d);
void aln_digest_add (aln_digest *d, aln_slice s);
/* Adds the length and then the bytes, so that ("ab","c") and ("a","bc") differ. */
void aln_digest_field (aln_digest *d, aln_slice s);
/* The first 'digits' (at most 64, even) hexadecimal digits, then a NUL. */
void aln_digest_hex (aln_digest *d, char *out, unsigned digits);

#pragma GCC visibility pop

#endif
