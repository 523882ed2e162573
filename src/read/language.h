/* language.h: the tokens of a text -> its language.
   In: text, its tokens with the words of the lexicon, the lexicon (table "languages": rows with a
   'code' whose phrases are the language's most frequent words). Out: ISO 639-1, "und" where the
   text is too short to tell. The script decides first (the one with most letters), then, where
   several languages share it, the words. Looks at the first 2,000 tokens for the script and at the
   first 500 words in it. */
#ifndef ALN_LANGUAGE_H
#define ALN_LANGUAGE_H

#include "../base/lexicon.h"

#pragma GCC visibility push(hidden)

/* The result lives as long as the lexicon. */
const char *aln_language (aln_slice text, const aln_tokens *tokens, const aln_lexicon *x);

#pragma GCC visibility pop

#endif
