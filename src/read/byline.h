/* byline.h: who wrote the story.
   In: the page. Out: byline units settled, the names without "By", titles, outlets and addresses in
   the article's bylines; a byline glued to the end of a headline cut off. */
#ifndef ALN_BYLINE_H
#define ALN_BYLINE_H

#include "page.h"

#pragma GCC visibility push(hidden)

/* Settles unit k when it is a byline. 'bare': a name alone counts too (its place says so). */
int aln_byline_unit (aln_page *p, uint32_t k, int bare);
/* "… in deep trouble by Jay Shankar": gives the headline unit's last words to a byline when nobody
   of that name is in the story. */
void aln_byline_glued (aln_page *p, uint32_t k);
/* "… the ministry said. BY LEE MIN-A [a@b.c]": a byline at the end of the last paragraph. */
void aln_byline_tail (aln_page *p, uint32_t k);
/* Reporters named below the story ("Reporting by X; Editing by Y"). */
void aln_byline_desk (aln_page *p, uint32_t k);

#pragma GCC visibility pop

#endif
