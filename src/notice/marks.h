/* marks.h: which quotation marks belong together.
   In: the tokens of an article, block by block. Out: what stands between marks, in the order of the
   opening marks. Curly, straight and doubled marks, guillemets and Korean brackets; single marks only
   where one closes them in the same block, so that apostrophes are none. A mark that is never closed
   ends with its block, or before the next opening mark of its kind. */
#ifndef ALN_QUOTE_MARKS_H
#define ALN_QUOTE_MARKS_H

#include "../read/article.h"

#pragma GCC visibility push(hidden)

#define ALN_MARKS_DEPTH 16u /* nested quotations; deeper ones are not told apart */

typedef struct aln_marked {
  uint32_t from, to; /* tokens between the marks; the opening mark is token from - 1 */
  uint32_t block;
  uint32_t depth;  /* 0: in no other quotation */
  uint8_t closed;  /* 0: its closing mark is missing */
  uint8_t goes_on; /* 1: the quotation of the paragraph before goes on: its mark was not closed */
  uint8_t family;
} aln_marked;

typedef ALN_LIST (aln_marked) aln_markeds;

int aln_is_single (const aln_marked *m); /* 'no' */

void aln_marks_pair (aln_status *st, aln_arena *room, const aln_article *a, aln_markeds *out);

#pragma GCC visibility pop

#endif
