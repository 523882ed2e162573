/* glue.h: what small words do in a phrase ("of", "the", "and"), whatever the words are.
   In: a token. Out: whether its word has one of some roles: the words of each are rows of
   lua/alliance/lexicon/glue.lua, and which roles a word has is kept with it when the lexicon is made, so that to ask
   is to test a bit. */
#ifndef ALN_GLUE_H
#define ALN_GLUE_H

#include "../read/article.h"

#pragma GCC visibility push(hidden)

enum { /* bits of a word's note; those below are ALN_SIGN_* (read/page.h) */
       ALN_GLUE_DEFINITE = 1 << 8,
       ALN_GLUE_INDEFINITE = 1 << 9,
       ALN_GLUE_AND = 1 << 10,
       ALN_GLUE_AND_SIGN = 1 << 11,
       ALN_GLUE_OF = 1 << 12,
       ALN_GLUE_FOR = 1 << 13,
       ALN_GLUE_TO = 1 << 14,
       ALN_GLUE_FROM = 1 << 15,
       ALN_GLUE_IN = 1 << 16,
       ALN_GLUE_ON = 1 << 17,
       ALN_GLUE_AT = 1 << 18,
       ALN_GLUE_AS = 1 << 19,
       ALN_GLUE_WHO = 1 << 20,
       ALN_GLUE_SINCE = 1 << 21,
       ALN_GLUE_UNTIL = 1 << 22
};

/* The roles of a word as the lexicon's rows give them, for aln_notice_word. */
uint32_t aln_glue_note (const aln_lexicon *x, aln_word word);

/* Is there a token i with one of the roles, however it is written? */
static inline int aln_is_glue (const aln_article *a, uint32_t i, uint32_t roles) {
  return i < a->tokens.n &&
         (aln_lexicon_begin (a->lexicon, a->tokens.at[i].word)->note & roles) != 0;
}

/* The same in small letters, as within a sentence. */
static inline int aln_is_small_glue (const aln_article *a, uint32_t i, uint32_t roles) {
  return aln_is_glue (a, i, roles) && a->tokens.at[i].shape == ALN_SHAPE_LOWER;
}

/* The same, or with a capital, as where a sentence begins. */
static inline int aln_is_first_glue (const aln_article *a, uint32_t i, uint32_t roles) {
  return aln_is_glue (a, i, roles) &&
         (a->tokens.at[i].shape == ALN_SHAPE_LOWER || a->tokens.at[i].shape == ALN_SHAPE_CAPITAL);
}

#pragma GCC visibility pop

#endif
