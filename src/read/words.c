/* words.c: in: UTF-8. Out: word boundaries. The rules carry their names in UAX #29 (WB3 … WB999). */
#include "words.h"

#include "words_table.h"

#define PICTOGRAM 0x20u
#define UPPER 0x40u
#define LOWER 0x80u
#define NOTHING 32u /* a class of no code point: nothing was taken yet */

const char *aln_words_version (void) { return words_version; }

static unsigned properties (uint32_t c) { return words_blocks[words_index[c >> 7]][c & 127]; }

static int is_tail (aln_slice s, size_t at) {
  return at < s.n && ((unsigned char)s.p[at] & 0xC0) == 0x80;
}

static uint32_t tail (aln_slice s, size_t at) { return (unsigned char)s.p[at] & 0x3Fu; }

/* The code point at 'at' and its length; what is not UTF-8 is one byte of U+FFFD. */
static uint32_t decode (aln_slice s, size_t at, uint8_t *n) {
  uint32_t c = (unsigned char)s.p[at];
  *n = 1;
  if (c < 0x80) return c;
  if (c < 0xC2 || c > 0xF4 || !is_tail (s, at + 1)) return 0xFFFD;
  if (c < 0xE0) {
    *n = 2;
    return (c & 0x1F) << 6 | tail (s, at + 1);
  }
  if (!is_tail (s, at + 2)) return 0xFFFD;
  if (c < 0xF0) {
    *n = 3;
    return (c & 0x0F) << 12 | tail (s, at + 1) << 6 | tail (s, at + 2);
  }
  if (!is_tail (s, at + 3)) return 0xFFFD;
  c = (c & 0x07) << 18 | tail (s, at + 1) << 12 | tail (s, at + 2) << 6 | tail (s, at + 3);
  if (c > 0x10FFFF) return 0xFFFD;
  *n = 4;
  return c;
}

aln_glyph aln_glyph_at (aln_slice s, size_t at) {
  aln_glyph g;
  unsigned p;
  g.point = decode (s, at, &g.bytes);
  p = properties (g.point);
  g.word_class = p & 31;
  g.upper = (p & UPPER) != 0;
  g.lower = (p & LOWER) != 0;
  return g;
}

typedef struct segment {
  aln_slice s;
  size_t at;     /* the first byte not yet taken */
  unsigned left; /* the Word_Break before it, behind Extend, Format and ZWJ (WB4) */
  unsigned raw;  /* the Word_Break right before it */
  int bridge;    /* a letter or digit is known to follow the middle mark just taken (WB6, WB12) */
  int odd_flags; /* an odd number of regional indicators was taken (WB15, WB16) */
} segment;

static unsigned plain_class (unsigned p) {
  p &= 31;
  if (p <= ALN_WB_SPACE) return p;
  if (p == ALN_WB_NARROW_SPACE) return ALN_WB_EXTENDNUMLET;
  if (p == ALN_WB_SILENT_FORMAT) return ALN_WB_FORMAT;
  return p == ALN_WB_SILENT_EXTEND ? ALN_WB_EXTEND : ALN_WB_OTHER;
}

static int is_break (unsigned c) { return c == ALN_WB_CR || c == ALN_WB_LF || c == ALN_WB_NEWLINE; }
static int is_attached (unsigned c) {
  return c == ALN_WB_EXTEND || c == ALN_WB_FORMAT || c == ALN_WB_ZWJ;
}
static int is_letter (unsigned c) { return c == ALN_WB_LETTER || c == ALN_WB_HEBREW; }
static int is_mid_both (unsigned c) { return c == ALN_WB_MIDNUMLET || c == ALN_WB_SINGLE_QUOTE; }
static int is_mid_letter (unsigned c) { return c == ALN_WB_MIDLETTER || is_mid_both (c); }
static int is_mid_number (unsigned c) { return c == ALN_WB_MIDNUM || is_mid_both (c); }

/* The class of the first code point from 'at' on that WB4 does not attach; Other at the end. */
static unsigned class_after (aln_slice s, size_t at) {
  while (at < s.n) {
    uint8_t n;
    unsigned c = plain_class (properties (decode (s, at, &n)));
    if (!is_attached (c)) return c;
    at += n;
  }
  return ALN_WB_OTHER;
}

/* WB6, WB7b, WB12: whether the mark 'c', whose next byte is 'next', stands inside a word. */
static int spans_mark (const segment *g, unsigned c, size_t next) {
  if (is_letter (g->left) && is_mid_letter (c)) return is_letter (class_after (g->s, next));
  if (g->left == ALN_WB_HEBREW && c == ALN_WB_DOUBLE_QUOTE)
    return class_after (g->s, next) == ALN_WB_HEBREW;
  if (g->left == ALN_WB_NUMERIC && is_mid_number (c))
    return class_after (g->s, next) == ALN_WB_NUMERIC;
  return 0;
}

static int joins (segment *g, unsigned c, size_t next) {
  const unsigned l = g->left;
  const int left_word = is_letter (l) || l == ALN_WB_NUMERIC;
  int bridged = g->bridge;
  g->bridge = 0;
  if (bridged) return 1;                                             /* WB7, WB7c, WB11 */
  if (left_word && (is_letter (c) || c == ALN_WB_NUMERIC)) return 1; /* WB5, WB8, WB9, WB10 */
  if (spans_mark (g, c, next)) return g->bridge = 1;
  if (l == ALN_WB_HEBREW && c == ALN_WB_SINGLE_QUOTE) return 1; /* WB7a */
  if (l == ALN_WB_KATAKANA && c == ALN_WB_KATAKANA) return 1;   /* WB13 */
  if (c == ALN_WB_EXTENDNUMLET)                                 /* WB13a */
    return left_word || l == ALN_WB_KATAKANA || l == ALN_WB_EXTENDNUMLET;
  if (l == ALN_WB_EXTENDNUMLET) /* WB13b */
    return is_letter (c) || c == ALN_WB_NUMERIC || c == ALN_WB_KATAKANA;
  return l == ALN_WB_REGIONAL && c == ALN_WB_REGIONAL && g->odd_flags; /* WB15, WB16 */
}

static int goes_on (segment *g, unsigned p, size_t next) {
  const unsigned c = plain_class (p);
  if (g->raw == ALN_WB_CR) return c == ALN_WB_LF;            /* WB3 */
  if (is_break (g->raw) || is_break (c)) return 0;           /* WB3a, WB3b */
  if (g->raw == ALN_WB_ZWJ && (p & PICTOGRAM)) return 1;     /* WB3c */
  if (g->raw == ALN_WB_SPACE && c == ALN_WB_SPACE) return 1; /* WB3d */
  if (is_attached (c)) return 1;                             /* WB4 */
  return joins (g, c, next);
}

static void take (segment *g, unsigned p, size_t n) {
  const unsigned c = plain_class (p);
  if (g->raw == NOTHING || !is_attached (c)) g->left = c;
  if (!is_attached (c)) g->odd_flags = c == ALN_WB_REGIONAL && !g->odd_flags;
  g->raw = c;
  g->at += n;
}

static int is_ascii_word (unsigned char c) { return aln_is_alpha (c) || aln_is_digit (c); }

size_t aln_word_end (aln_slice s, size_t from) {
  segment g = {s, from, ALN_WB_OTHER, NOTHING, 0, 0};
  size_t at = from;
  uint8_t n;
  uint32_t c;
  while (at < s.n && is_ascii_word ((unsigned char)s.p[at])) at++;
  if (at > from && (at == s.n || s.p[at] == ' ' || s.p[at] == '\n')) return at;
  c = decode (s, g.at, &n);
  take (&g, properties (c), n);
  while (g.at < s.n) {
    unsigned p;
    c = decode (s, g.at, &n);
    p = properties (c);
    if (!goes_on (&g, p, g.at + n)) break;
    take (&g, p, n);
  }
  return g.at;
}
