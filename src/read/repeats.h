/* repeats.h: what stands on a page twice.
   In: the page. Out: every unit's hash (letters and digits, without a credit at its end), and the
   later copies of long units and of the first lines dropped with reason "repeated". */
#ifndef ALN_REPEATS_H
#define ALN_REPEATS_H

#include "page.h"

void aln_repeats_find (aln_page *p);

#endif
