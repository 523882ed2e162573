/* clean.h: bytes as they came -> UTF-8 in NFC that the rest can trust.
   In: any bytes up to ALN_ARTICLE_MAX. Out: valid UTF-8, NFC, without NUL and control characters
   other than tab and line feed (CR, CR LF, NEL, LS, PS are line feeds), runs of combining marks cut
   at ALN_MARKS_MAX, and a map back to the input. Where nothing had to change, 'text' is the input
   itself (nothing copied, the map empty). Quotes, dashes, NBSP and soft hyphens stay as they are.
 */
#ifndef ALN_CLEAN_H
#define ALN_CLEAN_H

#include "../base/map.h"

#pragma GCC visibility push(hidden)

typedef struct aln_clean {
  aln_slice text;
  aln_map map;          /* text -> raw bytes */
  const char *encoding; /* "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "Windows-1252"
                           (UTF-8 with bytes of Windows-1252 in it counts as that) */
  uint32_t replaced;    /* how often U+FFFD was put for invalid bytes, or a control character or a
                           combining mark too many was dropped */
} aln_clean;

/* ALN_EMPTY, ALN_EBINARY, ALN_EHTML or ALN_ELIMIT (with *f filled) where there is no text to read.
   'raw' must outlive 'out'. */
aln_status aln_clean_bytes (aln_slice raw, aln_arena *a, aln_clean *out, aln_fault *f);

#pragma GCC visibility pop

#endif
