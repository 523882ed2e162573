/* tokens.h: clean text -> tokens (base/token.h), UAX #29 words with the habits of news on top.
   In: valid UTF-8 and a lexicon (NULL: no word is known). Out: the tokens in text order, each with
   the number of its folded word in the lexicon. One pass, no allocation a token, linear. */
#ifndef ALN_TOKENS_H
#define ALN_TOKENS_H

#include "../base/lexicon.h"

#pragma GCC visibility push(hidden)

void aln_tokenize (aln_status *st, aln_arena *a, aln_slice text, const aln_lexicon *x,
                   aln_tokens *out);

/* The first half of it: where the tokens are. Plain words have no number yet but ALN_WORD_LATER. */
#define ALN_WORD_LATER UINT32_MAX
void aln_tokens_cut (aln_status *st, aln_arena *a, aln_slice text, const aln_lexicon *x,
                     aln_tokens *out);

/* What an abbreviation, written with its stop, says about what follows: the field 'class' of its row
   in lua/alliance/lexicon/abbreviations.lua, which explains each. */
typedef enum aln_abbreviation {
  ALN_ABBR_NONE, /* not in that table */
  ALN_ABBR_TITLE,
  ALN_ABBR_ADDRESS,
  ALN_ABBR_MONTH,
  ALN_ABBR_NUMBER,
  ALN_ABBR_NEVER,
  ALN_ABBR_CLOCK,
  ALN_ABBR_TAIL,
  ALN_ABBR_PLACE,
  ALN_ABBR_ENDS,
  /* rows that are no abbreviations but say how sentences begin and go on */
  ALN_ABBR_STARTER,
  ALN_ABBR_ZONE,
  ALN_ABBR_SAYS,
  ALN_ABBR_NAMED,
  ALN_ABBR_CLASSES
} aln_abbreviation;

/* The class of a word in the table 'kind' (aln_lexicon_kind (x, "abbreviations")). 'lower': the word
   is written without a capital, and rows that ask for one do not count. */
aln_abbreviation aln_abbreviation_of (const aln_lexicon *x, aln_kind kind, aln_word word,
                                      int lower);

#pragma GCC visibility pop

#endif
