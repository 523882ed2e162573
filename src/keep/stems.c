/* stems.c: in: a folded word. Out: its stem. */
#include "stems.h"

#include <libstemmer.h>

struct sb_stemmer *aln_stemmer_new (aln_status *st) {
  struct sb_stemmer *stemmer = *st == ALN_OK ? sb_stemmer_new ("english", "UTF_8") : NULL;
  if (*st == ALN_OK && !stemmer) *st = ALN_ENOMEM;
  return stemmer;
}

void aln_stemmer_free (struct sb_stemmer *stemmer) { sb_stemmer_delete (stemmer); }

aln_slice aln_stem (aln_status *st, struct sb_stemmer *stemmer, aln_slice folded) {
  const sb_symbol *stem;
  if (*st != ALN_OK) return folded;
  for (size_t i = 0; i < folded.n; i++)
    if (!aln_is_lower ((unsigned char)folded.p[i]) && folded.p[i] != '\'') return folded;
  stem = sb_stemmer_stem (stemmer, (const sb_symbol *)folded.p, (int)folded.n);
  if (!stem) {
    *st = ALN_ENOMEM;
    return folded;
  }
  return (aln_slice){(const char *)stem, (size_t)sb_stemmer_length (stemmer)};
}
