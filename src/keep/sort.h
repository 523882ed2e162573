/* sort.h: many numbers in rising order, in linear time.
   In: a buffer of uint64_t. Out: the same, sorted. */
#ifndef ALN_SORT_H
#define ALN_SORT_H

#include "../base/buf.h"

#pragma GCC visibility push(hidden)

void aln_sort_numbers (aln_status *st, aln_buf *numbers);

#pragma GCC visibility pop

#endif
