/* caption.h: what stands under the pictures.
   In: the page. Out: caption and credit units settled (the credit cut off), listed once in the
   article's captions; a caption that repeats itself is boilerplate with reason "repeated". */
#ifndef ALN_CAPTION_H
#define ALN_CAPTION_H

#include "page.h"

#pragma GCC visibility push(hidden)

/* How far the unit's words are those of a caption, up to its first word of narrative: 0 not at all,
   1 a verb that stands in leads too, 2 one that tells what is seen, 3 who is where, 4 "This photo …". */
int aln_caption_shows (const aln_page *p, const aln_unit *u);

/* Settles unit k when it is a caption or a picture's credit. 'top': no running text stands before it,
   and what is no headline there is more easily a caption. */
int aln_caption_unit (aln_page *p, uint32_t k, int top);

#pragma GCC visibility pop

#endif
