/* headline.h: the top of the page, down to the first running text.
   In: the page, its furniture and metadata settled. Out: headline, labels over it, bylines, subheads,
   captions and credits between it and the story; p->headline and p->prose. No headline where the
   page begins with running text or a caption. */
#ifndef ALN_HEADLINE_H
#define ALN_HEADLINE_H

#include "page.h"

#pragma GCC visibility push(hidden)

void aln_headline_find (aln_page *p);

#pragma GCC visibility pop

#endif
