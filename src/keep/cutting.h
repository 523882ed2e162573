/* cutting.h: a text -> pieces of it for people, cut between whole characters (a letter with its marks is
   one). In: a text, a place in it. Out: places, or a piece with its white space evened. */
#ifndef ALN_CUTTING_H
#define ALN_CUTTING_H

#include "../base/buf.h"

#pragma GCC visibility push(hidden)

/* At most 'width' characters before 'at', not before 'from': where they begin. */
uint32_t aln_cut_back (aln_slice s, uint32_t at, uint32_t from, uint32_t width);
/* At most 'width' characters from 'at' on, not past 'to': where they end. */
uint32_t aln_cut_on (aln_slice s, uint32_t at, uint32_t to, uint32_t width);
/* Appends 's'; runs of white space become one space. */
void aln_cut_even (aln_status *st, aln_buf *b, aln_slice s);

#pragma GCC visibility pop

#endif
