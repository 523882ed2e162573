/* glance.h: small questions about tokens that every step of notice/ asks.
   In: an article and the index of a token. Out: its text, whether it is a mark, how it is written. */
#ifndef ALN_GLANCE_H
#define ALN_GLANCE_H

#include "../read/article.h"

/* Of the tokens [from, to), with what stands between them; from < to. */
static inline aln_slice aln_tokens_text (const aln_article *a, uint32_t from, uint32_t to) {
  return aln_cut (a->text, (aln_span){a->tokens.at[from].from, a->tokens.at[to - 1].to});
}

static inline aln_slice aln_token_text (const aln_article *a, uint32_t i) {
  return aln_tokens_text (a, i, i + 1);
}

static inline char aln_first_byte (const aln_article *a, uint32_t i) {
  return a->text.p[a->tokens.at[i].from];
}

/* Is there a token i, and is it this mark of one byte? */
static inline int aln_is_mark (const aln_article *a, uint32_t i, char c) {
  const aln_token *t = &a->tokens.at[i];
  return i < a->tokens.n && t->kind == ALN_TOKEN_MARK && t->to - t->from == 1 &&
         a->text.p[t->from] == c;
}

static inline int aln_is_glued_hyphen (const aln_article *a, uint32_t i) { /* "Seon-ho" */
  return aln_is_mark (a, i, '-') && (a->tokens.at[i].flags & ALN_TOKEN_GLUED);
}

/* -- what may begin at a token --------------------------------------------------------------------------
   The steps of notice/ walk an article two dozen times, and most words are of no use to most of them:
   each reads down this list rather than looking up every word again. */

#define ALN_NUMBER_HERE                                                                            \
  UINT64_C (1) /* the bit of a token of digits: no table of a lexicon has it */

/* Fills in a->kinds: for each token the tables that have a phrase which may begin with it. */
static inline void aln_glance (aln_status *st, aln_article *a) {
  const uint64_t number = aln_lexicon_begin (a->lexicon, ALN_WORD_NUMBER)->kinds | ALN_NUMBER_HERE;
  if (!a->kinds) a->kinds = aln_arena_get (st, &a->arena, (a->tokens.n + 1) * sizeof *a->kinds);
  for (uint32_t i = 0; *st == ALN_OK && i < a->tokens.n; i++)
    a->kinds[i] = aln_lexicon_begin (a->lexicon, a->tokens.at[i].word)->kinds |
                  (a->tokens.at[i].kind == ALN_TOKEN_NUMBER ? number : 0);
}

/* The first token in [i, to) where a phrase of one of the kinds may begin; 'to': none. */
static inline uint32_t aln_next_of (const aln_article *a, uint32_t i, uint32_t to, uint64_t kinds) {
  while (i < to && !(a->kinds[i] & kinds)) i++;
  return i;
}

/* -- single tokens ------------------------------------------------------------------------------------ */

/* The 's of "Japan's": a token of its own, with an apostrophe of one to three bytes. */
static inline int aln_is_possessive (const aln_article *a, uint32_t i) {
  const aln_token *t = &a->tokens.at[i];
  return i < a->tokens.n && t->kind == ALN_TOKEN_WORD && (t->flags & ALN_TOKEN_GLUED) &&
         t->to - t->from <= 4 && a->text.p[t->to - 1] == 's' &&
         !aln_is_alpha ((unsigned char)a->text.p[t->from]);
}

/* A word with a capital in it, as names have. One test, since nobody can foretell either half. */
static inline int aln_is_name_word (const aln_token *t) {
  return (t->kind == ALN_TOKEN_WORD) & (t->shape > ALN_SHAPE_LOWER);
}

#endif
