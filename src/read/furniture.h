/* furniture.h: what the page puts around a story.
   In: the page. Out: units that lexicon/furniture.lua (or their shape: marks only, an address only,
   another script) shows to be none of the article's, as boilerplate with a reason. A section opener
   ("Most Commented") takes what follows up to running text. Running text with a verb of saying is
   never taken. */
#ifndef ALN_FURNITURE_H
#define ALN_FURNITURE_H

#include "page.h"

#pragma GCC visibility push(hidden)

void aln_furniture_find (aln_page *p);     /* before anything else is known */
void aln_furniture_sections (aln_page *p); /* needs captions and bylines not to be settled yet */
/* Lists of other headlines above the story. */
void aln_furniture_lists (aln_page *p);
/* Tags before and behind a headline or paragraph: "(LEAD) …", "… (END)". */
void aln_furniture_tags (aln_page *p);
/* The rest of the page below the story: headlines of others, addresses. Needs p->last. */
void aln_furniture_tail (aln_page *p);
/* Is all of [from, to) furniture? Then the reason, else an empty slice. */
aln_slice aln_furniture_of (const aln_page *p, uint32_t from, uint32_t to);

#pragma GCC visibility pop

#endif
