/* words.h: word boundaries of Unicode (UAX #29, section 4), from tables made by spec/tools.
   In: valid UTF-8. Out: one boundary after another. The news habits stand a layer above (tokens.h).
 */
#ifndef ALN_WORDS_H
#define ALN_WORDS_H

#include "../base/slice.h"

/* The end of the segment that begins at byte 'from' (a boundary, from < s.n): the next boundary. */
size_t aln_word_end (aln_slice s, size_t from);

#endif
