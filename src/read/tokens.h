/* tokens.h: clean text -> tokens (base/token.h), UAX #29 words with the habits of news on top.
   In: valid UTF-8 and a lexicon (NULL: no word is known). Out: the tokens in text order, each with
   the number of its folded word in the lexicon. One pass, no allocation a token. */
#ifndef ALN_TOKENS_H
#define ALN_TOKENS_H

#include "../base/lexicon.h"

void aln_tokenize (aln_status *st, aln_arena *a, aln_slice text, const aln_lexicon *x,
                   aln_tokens *out);

#endif
