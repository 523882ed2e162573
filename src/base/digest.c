/* digest.c: in: bytes. Out: hexadecimal digits of their SHA-256. */
#include "digest.h"

#include <sys/types.h>
#include <sha2.h>

_Static_assert(sizeof (SHA2_CTX) <= sizeof ((aln_digest *)0)->state, "room for libmd's state");

void aln_digest_begin (aln_digest *d) { SHA256Init ((SHA2_CTX *)(void *)d); }

void aln_digest_add (aln_digest *d, aln_slice s) {
  SHA256Update ((SHA2_CTX *)(void *)d, (const uint8_t *)s.p, s.n);
}

void aln_digest_field (aln_digest *d, aln_slice s) {
  unsigned char length[8];
  for (int i = 0; i < 8; i++) length[i] = (unsigned char)((uint64_t)s.n >> (8 * i));
  aln_digest_add (d, (aln_slice){(const char *)length, 8});
  aln_digest_add (d, s);
}

void aln_digest_hex (aln_digest *d, char *out, unsigned digits) {
  static const char hex[] = "0123456789abcdef";
  uint8_t sum[SHA256_DIGEST_LENGTH];
  SHA256Final (sum, (SHA2_CTX *)(void *)d);
  for (unsigned i = 0; i < digits; i++) out[i] = hex[i % 2 ? sum[i / 2] & 15 : sum[i / 2] >> 4];
  out[digits] = '\0';
}
