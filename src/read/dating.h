/* dating.h: the day an article was published, as far as somebody says it.
   In: what the caller knows, the metadata and the dateline. Out: published, how, evidence, conflicts;
   a dateline without a year gets the one that fits the day of publication. Nothing is inferred from
   the text here. */
#ifndef ALN_DATING_H
#define ALN_DATING_H

#include "article.h"

#pragma GCC visibility push(hidden)

void aln_dating (aln_status *st, aln_article *a, const aln_about *about);

/* Gives the dateline its year, where it has none and the day of publication is known. Called again
   once that day has been inferred (notice/dating.h). */
void aln_dateline_year (aln_status *st, aln_article *a);

#pragma GCC visibility pop

#endif
