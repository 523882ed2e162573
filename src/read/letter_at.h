/* letter_at.h: what stands at a byte. In: a text and a place in it. Out: the kind of letter there, an
   apostrophe, the 's of a possessive. Beyond the end of a text stands a space.
   In a header, since the reader's loop asks it of every word. */
#ifndef ALN_LETTER_AT_H
#define ALN_LETTER_AT_H

#include "../base/letters.h"
#include "words.h"

/* u l: letters; d: digit; ' . _ :: what may stand inside a word or make it a link; space: white space;
   m: another mark; x: a byte beyond ASCII. */
static const char aln_classes[257] = "mmmmmmmmm     mm"
                                     "mmmmmmmmmmmmmmmm"
                                     " mmmmmm'mmmmmm.m"
                                     "dddddddddd:mmmmm"
                                     "muuuuuuuuuuuuuuu"
                                     "uuuuuuuuuuummmm_"
                                     "mlllllllllllllll"
                                     "lllllllllllmmmmm"
                                     "xxxxxxxxxxxxxxxx"
                                     "xxxxxxxxxxxxxxxx"
                                     "xxxxxxxxxxxxxxxx"
                                     "xxxxxxxxxxxxxxxx"
                                     "xxxxxxxxxxxxxxxx"
                                     "xxxxxxxxxxxxxxxx"
                                     "xxxxxxxxxxxxxxxx"
                                     "xxxxxxxxxxxxxxxx";

typedef enum aln_letter { ALN_NO_LETTER, ALN_DIGIT, ALN_UPPER, ALN_LOWER, ALN_UNCASED } aln_letter;

static inline unsigned char aln_byte_at (aln_slice s, size_t at) {
  return at < s.n ? (unsigned char)s.p[at] : ' ';
}

/* Its bytes in *n. */
static inline aln_letter aln_letter_at (aln_slice s, size_t at, size_t *n) {
  unsigned char c = aln_byte_at (s, at);
  aln_glyph g;
  *n = 1;
  if (c < 0x80) {
    switch (aln_classes[c]) {
    case 'u': return ALN_UPPER;
    case 'l': return ALN_LOWER;
    case 'd': return ALN_DIGIT;
    default: return ALN_NO_LETTER;
    }
  }
  g = aln_glyph_at (s, at);
  *n = g.bytes;
  if (g.word_class == ALN_WB_NUMERIC) return ALN_DIGIT;
  if (g.word_class != ALN_WB_LETTER && g.word_class != ALN_WB_HEBREW) return ALN_NO_LETTER;
  return g.upper ? ALN_UPPER : g.lower ? ALN_LOWER : ALN_UNCASED;
}

static inline int aln_is_letter_at (aln_slice s, size_t at) {
  size_t n;
  return aln_letter_at (s, at, &n) > ALN_DIGIT;
}

static inline int aln_is_word_at (aln_slice s, size_t at) {
  size_t n;
  return aln_letter_at (s, at, &n) != ALN_NO_LETTER;
}

static inline int aln_is_digit_at (aln_slice s, size_t at) {
  return aln_is_digit (aln_byte_at (s, at));
}

/* How many bytes of ' or ’ (U+2019) stand at 'at'. */
static inline size_t aln_apostrophe_at (aln_slice s, size_t at) {
  if (aln_byte_at (s, at) == '\'') return 1;
  return s.n - at >= 3 && memcmp (s.p + at, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}

/* How many bytes of 's, with nothing behind it that belongs to the same word. */
static inline size_t aln_possessive_at (aln_slice s, size_t at) {
  size_t n = at < s.n ? aln_apostrophe_at (s, at) : 0, behind = at + n + 1;
  if (n == 0 || (aln_byte_at (s, at + n) | 0x20) != 's' || aln_is_word_at (s, behind)) return 0;
  if (aln_byte_at (s, behind) < 0x80 || aln_apostrophe_at (s, behind)) return n + 1;
  return aln_glyph_at (s, behind).word_class == ALN_WB_EXTEND ? 0 : n + 1;
}

#endif
