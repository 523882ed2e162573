/* numbers.h: numbers in digits and in words.
   In: tokens and the lexicon table "numbers". Out: one number and how many tokens it took.
   "28,500" "3.5" "5 1/2" "1st" "twenty-four" "a hundred" "nineteen ninety-six" "two thousand". */
#ifndef ALN_NUMBERS_H
#define ALN_NUMBERS_H

#include "../base/lexicon.h"

#pragma GCC visibility push(hidden)

enum {
  ALN_NUMBER_ORDINAL = 1, /* 1st, twenty-first */
  ALN_NUMBER_DIGITS = 2,  /* written in digits */
  ALN_NUMBER_PLAIN = 4,   /* digits alone: no comma, no point, nothing behind them */
  ALN_NUMBER_PAIRS = 8    /* a year as it is said: nineteen ninety-six */
};

typedef struct aln_number {
  int64_t whole;
  int32_t thousandths; /* 3.5: 500 */
  uint16_t flags, digits;
} aln_number;

typedef struct aln_number_words { /* what a lexicon knows of numbers; made once an article */
  const aln_lexicon *lexicon;
  aln_kind kind;
} aln_number_words;

/* Which sort of word a row of "numbers" is, for aln_notice_note. */
uint16_t aln_number_note (const aln_lexicon *x, aln_row row);

aln_number_words aln_number_words_of (const aln_lexicon *x);

/* Is it a word of numbers? Of digits, ask the token. */
static inline int aln_number_may_begin (const aln_number_words *w, const aln_token *t) {
  return t->kind == ALN_TOKEN_WORD &&
         (aln_lexicon_begin (w->lexicon, t->word)->alone & aln_lexicon_set (w->kind));
}

/* The number that begins at t[0], within n tokens; returns its tokens, 0: none. */
uint32_t aln_number_read (const aln_number_words *w, aln_slice text, const aln_token *t, uint32_t n,
                          aln_number *out);

#pragma GCC visibility pop

#endif
