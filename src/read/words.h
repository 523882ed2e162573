/* words.h: word boundaries of Unicode (UAX #29, section 4), from tables made by spec/tools.
   In: valid UTF-8. Out: one boundary after another. The news habits stand a layer above (tokens.h).
 */
#ifndef ALN_WORDS_H
#define ALN_WORDS_H

#include "../base/slice.h"

#pragma GCC visibility push(hidden)

/* The values of Word_Break; behind WSegSpace our own kinds of what Word_Break calls Other, Extend
   or ExtendNumLet, which only tokens.c tells apart. */
typedef enum aln_word_class {
  ALN_WB_OTHER,
  ALN_WB_CR,
  ALN_WB_LF,
  ALN_WB_NEWLINE,
  ALN_WB_EXTEND,
  ALN_WB_ZWJ,
  ALN_WB_REGIONAL,
  ALN_WB_FORMAT,
  ALN_WB_KATAKANA,
  ALN_WB_HEBREW,
  ALN_WB_LETTER,
  ALN_WB_SINGLE_QUOTE,
  ALN_WB_DOUBLE_QUOTE,
  ALN_WB_MIDNUMLET,
  ALN_WB_MIDLETTER,
  ALN_WB_MIDNUM,
  ALN_WB_NUMERIC,
  ALN_WB_EXTENDNUMLET,
  ALN_WB_SPACE,
  ALN_WB_OTHER_SPACE,   /* NBSP and its kin */
  ALN_WB_NARROW_SPACE,  /* U+202F: ExtendNumLet to UAX #29, a space to us */
  ALN_WB_IDEOGRAM,      /* letters written without spaces: Han, Hiragana, Thai, Lao … */
  ALN_WB_SILENT,        /* no width and Other: ZERO WIDTH SPACE */
  ALN_WB_SILENT_EXTEND, /* no width and Extend: variation selectors */
  ALN_WB_SILENT_FORMAT, /* no width and Format: soft hyphen, word joiner, BOM */
  ALN_WB_OPENING,       /* ( [ “ « 「 */
  ALN_WB_CLOSING,       /* ) ] ” » 」 */
  ALN_WB_TERMINAL       /* ends a sentence: ! ? 。 । */
} aln_word_class;

typedef struct aln_glyph { /* a code point as the table knows it */
  uint32_t point;          /* U+FFFD where the bytes are not UTF-8 */
  uint8_t bytes;           /* in UTF-8, at least 1 */
  uint8_t word_class;      /* aln_word_class */
  uint8_t upper, lower;    /* truth: cased letters */
} aln_glyph;

/* The code point at byte 'at' (< s.n). */
aln_glyph aln_glyph_at (aln_slice s, size_t at);

/* The end of the segment that begins at byte 'from' (a boundary, from < s.n): the next boundary. */
size_t aln_word_end (aln_slice s, size_t from);

/* The version of Unicode that the table was made from: "15.0.0". */
const char *aln_words_version (void);

#pragma GCC visibility pop

#endif
