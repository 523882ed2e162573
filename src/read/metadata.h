/* metadata.h: what the page says about itself in so many fields.
   In: the page. Out: front matter between --- lines (the part of YAML that front matter uses:
   scalars plain, 'single' and "double" with their escapes, folded over indented lines), header lines
   ("Date: …" at the top) and publication lines ("Published: …", "outlet | 2025-12-29 00:00", a day
   alone), all boilerplate with reason "metadata", and the article's meta_ fields. Which key means
   what is lexicon/metadata.lua. */
#ifndef ALN_METADATA_H
#define ALN_METADATA_H

#include "page.h"

#pragma GCC visibility push(hidden)

/* Front matter and header lines: adds their blocks and gives the first line that is not theirs. */
uint32_t aln_metadata_top (aln_page *p);
/* Settles the unit when [from, to) of it is a publication line; 'from' may lie inside the unit. */
int aln_metadata_line (aln_page *p, uint32_t from, uint32_t to);
/* Where no line says when the story was published, the day of its last change counts. */
void aln_metadata_changed (aln_page *p);
/* All units that are publication lines. */
void aln_metadata_lines (aln_page *p);

#pragma GCC visibility pop

#endif
