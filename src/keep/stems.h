/* stems.h: folded words -> stems, by Snowball's English stemmer (Porter2: snowballstem.org).
   A word with anything but the letters a to z and ' is its own stem. One thread a stemmer. */
#ifndef ALN_STEMS_H
#define ALN_STEMS_H

#include "../base/slice.h"
#include "../base/status.h"

#pragma GCC visibility push(hidden)

struct sb_stemmer *aln_stemmer_new (aln_status *st);
void aln_stemmer_free (struct sb_stemmer *stemmer); /* NULL is fine */
/* Good until the next word. */
aln_slice aln_stem (aln_status *st, struct sb_stemmer *stemmer, aln_slice folded);

#pragma GCC visibility pop

#endif
