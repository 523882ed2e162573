/* lines.h: page tokens -> lines with shapes, and which of them a fixed width broke in two.
   In: clean text, its tokens (ALN_TOKEN_NEWLINE, ALN_TOKEN_BLANK) and their marks (marks.h). Out: lines in order; the wrap
   width of the page; whether a line goes on in the next. Widths count letters, not bytes. */
#ifndef ALN_LINES_H
#define ALN_LINES_H

#include "../base/token.h"

#pragma GCC visibility push(hidden)

typedef struct aln_line {
  uint32_t from, to; /* tokens */
  uint32_t width;    /* letters, marks and spaces between its first and last token */
  uint32_t first;    /* letters up to its first white space */
  uint8_t blank;     /* an empty line, or the start of the page, before it */
  uint8_t stop;      /* ends with a full stop, question or exclamation mark (and what closes it) */
  uint8_t lower;     /* begins with a small letter */
  uint8_t item;      /* begins with a bullet */
} aln_line;

typedef ALN_LIST (aln_line) aln_lines;

void aln_lines_find (aln_status *st, aln_arena *a, aln_slice text, const aln_tokens *t,
                     const char *marks, aln_lines *out);

/* The width at which the lines from 'first' on were broken; 0 where every line is its own
   paragraph. */
uint32_t aln_lines_wrap (const aln_lines *lines, uint32_t first);

/* Does line 'k' go on in line 'k + 1'? 'wrap' is what aln_lines_wrap said. */
int aln_lines_go_on (const aln_lines *lines, uint32_t k, uint32_t wrap);

#pragma GCC visibility pop

#endif
