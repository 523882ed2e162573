/* repeats.h: what stands on a page twice.
   In: the page. Out: every unit's hash (of the shapes of its words, without a credit at its end), and the
   later copies of long units and of the first lines dropped with reason "repeated". */
#ifndef ALN_REPEATS_H
#define ALN_REPEATS_H

#include "page.h"

#pragma GCC visibility push(hidden)

void aln_repeats_find (aln_page *p);
/* Do both units say the same, whatever their marks and credits? */
int aln_repeats_same (const aln_page *p, const aln_unit *a, const aln_unit *b);

#pragma GCC visibility pop

#endif
