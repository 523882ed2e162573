/* clean.c: in: bytes. Out: clean UTF-8 (clean.h). */
#include "clean.h"

#include "../base/limits.h"

aln_status aln_clean_bytes (aln_slice raw, aln_arena *a, aln_clean *out, aln_fault *f) {
  size_t i = 0;
  (void)a;
  if (raw.n > ALN_ARTICLE_MAX)
    return aln_fail (f, ALN_ELIMIT, ALN_NOWHERE, "an article of %zu bytes; at most %u are read",
                     raw.n, ALN_ARTICLE_MAX);
  while (i < raw.n && aln_is_space ((unsigned char)raw.p[i])) i++;
  if (i == raw.n) return aln_fail (f, ALN_EMPTY, ALN_NOWHERE, "nothing in it but white space");
  *out = (aln_clean){raw, {NULL, 0, 0}, "UTF-8", 0};
  return ALN_OK;
}
