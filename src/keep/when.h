/* when.h: a publication or modification time as written -> seconds since 1970.
   In: an ISO 8601 day or date-time with an optional offset ("2024-12-20", "2024-12-20T09:30:00+09:00",
   "2024-12-20 09:30Z"). Out: 1 and the seconds (without an offset taken as UTC), or 0. Only to tell
   which version of an article is later. */
#ifndef ALN_WHEN_H
#define ALN_WHEN_H

#include "../base/slice.h"

#pragma GCC visibility push(hidden)

int aln_when (aln_slice s, int64_t *seconds);

#pragma GCC visibility pop

#endif
