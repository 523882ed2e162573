/* token.h: a word, number or mark of a text, 16 bytes, no copy of its letters.
   Tokens stand in text order and never overlap; white space lies between them (and what has no width
   and stands alone in it). Compounds are cut at every joint ("coal-E.U." is coal, -, E.U.;
   "28,500-strong" is 28,500, -, strong; "Kim Seon-ho's" is Kim, Seon, -, ho, 's), and
   ALN_TOKEN_GLUED says that no space stands before. tokens.c says where exactly the cuts are.
 */
#ifndef ALN_TOKEN_H
#define ALN_TOKEN_H

#include "arena.h"

typedef uint32_t
    aln_word; /* a folded word as a lexicon numbers it; 0: the lexicon does not know it */

typedef enum aln_token_kind {
  ALN_TOKEN_WORD,     /* letters, with their inner marks: Korea, U.S., o'clock, 's */
  ALN_TOKEN_NUMBER,   /* begins with a digit: 28,500 3.5 1st 1990s 10:30 9/11 2024 */
  ALN_TOKEN_IDEOGRAM, /* one Han, Kana or Thai … letter or run that has no spaces around it */
  ALN_TOKEN_LINK,     /* a URL, an e-mail address, an @handle, a #tag */
  ALN_TOKEN_MARK      /* one punctuation mark or symbol; equal marks in a row are one ("--", "..."),
                     but every bracket and quote stands alone; two apostrophes are one quote */
} aln_token_kind;

typedef enum aln_token_shape {                    /* of a word's letters */
                               ALN_SHAPE_NONE,    /* no cased letter */
                               ALN_SHAPE_LOWER,   /* alliance */
                               ALN_SHAPE_CAPITAL, /* Alliance, McCain; a single capital too */
                               ALN_SHAPE_CAPS, /* SEOUL, U.S., KIM (two capitals or more and nothing
                                                  else) */
                               ALN_SHAPE_MIXED /* iPhone */
} aln_token_shape;

enum {
  ALN_TOKEN_GLUED = 1,   /* no white space before it */
  ALN_TOKEN_NEWLINE = 2, /* a line break before it (in the source) */
  ALN_TOKEN_BLANK = 4,   /* an empty line before it (in the source) */
  ALN_TOKEN_BLOCK = 8    /* the first token of its block (set when the text is composed) */
};

typedef struct aln_token {
  uint32_t from, to; /* bytes of the text */
  aln_word word;
  uint8_t kind, shape;
  uint16_t flags;
} aln_token;

typedef ALN_LIST (aln_token) aln_tokens;

#endif
