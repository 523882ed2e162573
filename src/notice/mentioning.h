/* mentioning.h: what the two steps from tokens to mentions share: mentions.c finds the names, mentions_sides.c tells
   which of several bodies and countries of one name is meant. In: tokens, lexicon. Out: aln_mentions. */
#ifndef ALN_MENTIONING_H
#define ALN_MENTIONING_H

#include "mentions.h"

#pragma GCC visibility push(hidden)

/* The second step. 'posts': for each token, not 0 where it is of a post. */
void aln_mentions_settle (aln_status *st, aln_arena *room, const aln_article *a,
                          const uint8_t *posts, aln_mentions *out);

/* A word with a capital that goes on in its block. */
static inline int aln_is_capital (const aln_article *a, uint32_t i) {
  const aln_token *t = &a->tokens.at[i];
  return i < a->tokens.n && !(t->flags & ALN_TOKEN_BLOCK) && t->shape == ALN_SHAPE_CAPITAL &&
         t->kind == ALN_TOKEN_WORD;
}

#pragma GCC visibility pop

#endif
