/* clues.h: what of a block's tokens may be part of a date.
   In: tokens and the lexicon tables months, weekdays, times, numbers. Out: clues in text order, each
   a word, phrase, number or mark with every class it may play. Words that no rule of dates knows are
   no clues, so two clues are neighbours only where their tokens are. One growing list an article. */
#ifndef ALN_CLUES_H
#define ALN_CLUES_H

#include "../read/article.h"
#include "numbers.h"
#include "timex.h"

#pragma GCC visibility push(hidden)

typedef enum aln_class {
  /* from the field 'class' of a lexicon row; the order is that of class_names in clues.c */
  ALN_C_MONTH,
  ALN_C_WEEKDAY,
  ALN_C_WEEKDAYS, /* Fridays */
  ALN_C_UNIT,
  ALN_C_HALF,
  ALN_C_PERIOD,
  ALN_C_PART,   /* morning */
  ALN_C_MOMENT, /* noon */
  ALN_C_MERIDIEM,
  ALN_C_ZONE,
  ALN_C_SEASON,
  ALN_C_DAYWORD, /* yesterday */
  ALN_C_REF,     /* now */
  ALN_C_SETWORD, /* daily */
  ALN_C_HOLIDAY,
  ALN_C_FIXED, /* 9/11, 2024-12-20 */
  ALN_C_THE,
  ALN_C_A,
  ALN_C_THIS,
  ALN_C_THAT,
  ALN_C_LAST,
  ALN_C_BYGONE, /* past */
  ALN_C_NEXT,
  ALN_C_COMING,
  ALN_C_RECENT,
  ALN_C_PREVIOUS,
  ALN_C_FOLLOWING,
  ALN_C_LATEST,
  ALN_C_AGO,
  ALN_C_EARLIER,
  ALN_C_LATER,
  ALN_C_BEFORE,
  ALN_C_AFTER,
  ALN_C_YEARAGO,
  ALN_C_EVERY,
  ALN_C_OF,
  ALN_C_IN,
  ALN_C_ON,
  ALN_C_AT,
  ALN_C_AND,
  ALN_C_OR,
  ALN_C_ORSO, /* or so */
  ALN_C_TO,
  ALN_C_FISCAL,
  ALN_C_MORE, /* consecutive, trading: between a number and its unit */
  ALN_C_END,
  ALN_C_EDGE,
  ALN_C_HEDGE,
  ALN_C_FEW,
  ALN_C_HIS,
  ALN_C_OLD,    /* old, long: behind a duration */
  ALN_C_DECADE, /* 1990s, '90s, nineties */
  /* from numbers and marks */
  ALN_C_NUM,   /* a count */
  ALN_C_ORD,   /* third, 3rd */
  ALN_C_DAY,   /* 1 to 31 */
  ALN_C_YEAR,  /* 1000 to 2199 */
  ALN_C_CLOCK, /* 10:30 */
  ALN_C_COMMA,
  ALN_C_OPEN,
  ALN_C_CLOSE,
  ALN_C_DASH,
  ALN_C_POSS, /* 's */
  ALN_CLASSES /* at most 62: two bits of a step are its own (rules.h) */
} aln_class;

#define ALN_BIT(class) (UINT64_C (1) << ALN_C_##class)

enum { /* of a clue, besides its classes: what it says about what stands near it */
       ALN_CLUE_FUTURE = 1,
       ALN_CLUE_PAST = 2,
       ALN_CLUE_UNTIL = 4,
       ALN_CLUE_PREPOSITION = 8,
       ALN_CLUE_MEASURING = 16, /* for a year, within a year: no price */
       ALN_CLUE_STOP = 32,      /* a sentence ends here */
       ALN_CLUE_PLURAL = 64,
       ALN_CLUE_DOUBTFUL = 128, /* may be another word: May, March, fall, second */
       ALN_CLUE_SHORT = 256,    /* abbreviated without a stop: Sun, Jan */
       ALN_CLUE_GLUED = 512,    /* no space before it */
       ALN_CLUE_LOWER = 1024,
       ALN_CLUE_ORDINAL = 2048, /* a DAY written as 10th or tenth */
       ALN_CLUE_PLAIN = 4096,   /* a number in plain digits */
       ALN_CLUE_DIGITS = 16384,
       ALN_CLUE_LABEL = 32768, /* Room, Resolution: the number behind it is a name */
       ALN_CLUE_ENDED = 8192   /* ended, ending: the year before it is an account's */
};

typedef struct aln_clue {
  uint64_t is; /* bits of aln_class */
  uint32_t token, tokens;
  uint32_t flags;
  aln_row row;    /* of a holiday, a fixed day or a reference; 0: none */
  int64_t number; /* NUM, ORD, DAY, YEAR, DECADE (its first year), CLOCK (minutes of the day),
                              FIXED (20241220) */
  int32_t thousandths;
  int32_t value; /* month, weekday, hour, offset, value of a few */
  uint8_t unit;
  char code[3];
  const char *mod; /* into the lexicon */
} aln_clue;

typedef ALN_LIST (aln_clue) aln_clues;

#define ALN_CLUE_CACHE 128u
typedef struct aln_clue_kinds { /* what a lexicon knows of times; made once an article */
  const aln_lexicon *lexicon;
  aln_kind months, weekdays, times;
  uint64_t set; /* of these three */
  aln_number_words numbers;
  /* phrases read before: "the" is read once, not a hundred times */
  uint32_t keys[ALN_CLUE_CACHE]; /* the phrase's node and its case, 0: empty */
  aln_clue cache[ALN_CLUE_CACHE];
} aln_clue_kinds;

/* Which class or flag a row of these tables is of, for aln_notice_note. */
uint16_t aln_clue_note (const aln_lexicon *x, aln_row row);

void aln_clue_kinds_of (const aln_lexicon *x, aln_clue_kinds *out);

/* Appends the clues of the tokens [from, to) to 'out'. */
void aln_clues_read (aln_status *st, aln_arena *a, aln_clue_kinds *k, aln_slice text,
                     const aln_token *t, uint32_t from, uint32_t to, aln_clues *out);

#pragma GCC visibility pop

#endif
