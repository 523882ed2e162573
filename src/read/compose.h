/* compose.h: blocks -> the article's text.
   In: an article with blocks over clean text. Out: text (white space evened out, hard-wrapped lines
   joined, blocks joined by blank lines), text_map, and blocks and tokens in text positions. */
#ifndef ALN_COMPOSE_H
#define ALN_COMPOSE_H

#include "article.h"

#pragma GCC visibility push(hidden)

void aln_compose (aln_status *st, aln_article *a);

#pragma GCC visibility pop

#endif
