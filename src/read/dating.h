/* dating.h: the day an article was published, as far as somebody says it.
   In: what the caller knows, the metadata and the dateline. Out: published, how, evidence, conflicts;
   a dateline without a year gets the one that fits the day of publication. Nothing is inferred from
   the text here. */
#ifndef ALN_DATING_H
#define ALN_DATING_H

#include "article.h"

void aln_dating (aln_status *st, aln_article *a, const aln_about *about);

#endif
