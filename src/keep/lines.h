/* lines.h: rows of a concordance before anybody has read them -> their texts.
   In: for each row, the text around its hit and where the hit stands in it. Out: the columns left, match,
   right, sentence and key, filled when one of them is first asked for. Private to src/keep/. */
#ifndef ALN_LINES_H
#define ALN_LINES_H

#include "../base/frame.h"

#pragma GCC visibility push(hidden)

enum {
  ALN_LINE_ID,
  ALN_LINE_LEFT = 3,
  ALN_LINE_MATCH,
  ALN_LINE_RIGHT,
  ALN_LINE_SENTENCE,
  ALN_LINE_KEY = 10
}; /* columns */

typedef struct aln_line {
  aln_slice text;               /* of the block, or of more; lives in the frame */
  uint32_t begins;              /* its first byte in the article's text */
  aln_span at, sentence, block; /* bytes of the article's text: the hit, what it stands in */
} aln_line;

/* 'lines' (one a row) live in the frame; 'width': characters on each side, 0: the whole sentence. */
void aln_lines_put_off (aln_status *st, aln_frame *f, const aln_line *lines, uint32_t width);

#pragma GCC visibility pop

#endif
