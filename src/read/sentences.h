/* sentences.h: tokens of one block -> its sentences.
   In: text, the tokens [from, to) of one block, and the lexicon (abbreviations). Out: spans of
   'text' appended to 'out', in order, covering every token of the block: a sentence ends with its
   closing quotes and brackets. UAX #29 section 5 departs where news does (docs in the .c). */
#ifndef ALN_SENTENCES_H
#define ALN_SENTENCES_H

#include "../base/lexicon.h"

#pragma GCC visibility push(hidden)

typedef ALN_LIST (aln_span) aln_spans;

void aln_sentences (aln_status *st, aln_arena *a, aln_slice text, const aln_token *t, uint32_t from,
                    uint32_t to, const aln_lexicon *x, aln_spans *out);

#pragma GCC visibility pop

#endif
