/* decode.h: one code point after another out of bytes in a known encoding, and which encoding the
   bytes are in. In: bytes. Out: code points with the bytes they take. Borrows, owns nothing. */
#ifndef ALN_DECODE_H
#define ALN_DECODE_H

#include "../base/slice.h"

#pragma GCC visibility push(hidden)

typedef enum aln_coding {
  ALN_UTF_8,
  ALN_WINDOWS_1252, /* UTF-8 whose invalid bytes are read as Windows-1252 */
  ALN_UTF_16LE,
  ALN_UTF_16BE,
  ALN_UTF_32LE,
  ALN_UTF_32BE,
  ALN_CODINGS
} aln_coding;

#define ALN_BAD_POINT UINT32_MAX

typedef struct aln_point {
  uint32_t c; /* a scalar value, or ALN_BAD_POINT */
  uint32_t n; /* bytes; of what is bad: the maximal subpart (Unicode 3.9), at least 1 */
} aln_point;

const char *aln_coding_name (aln_coding coding);

/* What a byte order mark says (UTF-8 where there is none); *mark: its bytes, 0 to 4. */
aln_coding aln_coding_marked (aln_slice s, size_t *mark);

static inline int aln_coding_wide (aln_coding c) { return c >= ALN_UTF_16LE; }

/* The code point at byte 'at' (at < s.n). */
aln_point aln_decode (aln_slice s, size_t at, aln_coding coding);

/* The character of a byte from 0x80; ALN_BAD_POINT for the five that Windows-1252 leaves free. */
uint32_t aln_windows_1252 (unsigned char byte);

/* Looks at all bytes of a text with invalid UTF-8. *invalid: how many. Returns ALN_WINDOWS_1252
   where the invalid bytes, read so, are mostly letters and typographic marks beside ASCII. */
aln_coding aln_coding_judged (aln_slice s, size_t *invalid);

#pragma GCC visibility pop

#endif
