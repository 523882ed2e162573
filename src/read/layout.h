/* layout.h: the tokens and lines of a page -> its blocks.
   In: an article whose clean text and page tokens are there. Out: blocks (kind, clean span, token
   range, reason, rule) in source order covering every token, and what they say: headline, bylines,
   dateline, agency, captions, metadata. The code knows shapes (length, punctuation, repetition,
   position); every phrase is in lua/alliance/lexicon/. A block begins and ends between tokens. */
#ifndef ALN_LAYOUT_H
#define ALN_LAYOUT_H

#include "article.h"

#pragma GCC visibility push(hidden)

void aln_layout (aln_status *st, aln_article *a);

#pragma GCC visibility pop

#endif
