/* order.h: sorts numbers by what they stand for. Stable. */
#ifndef ALN_ORDER_H
#define ALN_ORDER_H

#include "status.h"

#include <stdint.h>

#pragma GCC visibility push(hidden)

/* Below 0: x stands before y; 0: as they are. */
typedef int (*aln_comparison) (const void *context, uint32_t x, uint32_t y);

void aln_order (aln_status *st, uint32_t *order, uint32_t n, aln_comparison compare,
                const void *context);

#pragma GCC visibility pop

#endif
