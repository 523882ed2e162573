/* names.h: runs of words that can be a person's name, by shape alone.
   In: the page. Out: where the run that begins at a token ends. Whether it names anybody is for the
   caller's position (a byline, a credit) to say. */
#ifndef ALN_NAMES_H
#define ALN_NAMES_H

#include "page.h"

#pragma GCC visibility push(hidden)

/* Two to five capitalised words, hyphens, initials and particles ("Kim Seon-ho", "J. van der Berg");
   none that begins a wire's name or that no person is called. The token behind, 0: no such run. */
uint32_t aln_name_at (const aln_page *p, uint32_t i, uint32_t end);

#pragma GCC visibility pop

#endif
