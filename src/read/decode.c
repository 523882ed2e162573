/* decode.c: in: bytes. Out: code points, and the encoding that makes sense of them. */
#include "decode.h"

static const char *const names[ALN_CODINGS] = {"UTF-8",    "Windows-1252", "UTF-16LE",
                                               "UTF-16BE", "UTF-32LE",     "UTF-32BE"};

const char *aln_coding_name (aln_coding coding) { return names[coding]; }

aln_coding aln_coding_marked (aln_slice s, size_t *mark) {
  static const struct {
    aln_slice bytes;
    aln_coding coding;
  } marks[] = {{{"\xEF\xBB\xBF", 3}, ALN_UTF_8},
               {{"\xFF\xFE\0\0", 4}, ALN_UTF_32LE}, /* before UTF-16, whose mark it begins with */
               {{"\0\0\xFE\xFF", 4}, ALN_UTF_32BE},
               {{"\xFF\xFE", 2}, ALN_UTF_16LE},
               {{"\xFE\xFF", 2}, ALN_UTF_16BE}};
  for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
    *mark = marks[i].bytes.n;
    if (s.n >= *mark && memcmp (s.p, marks[i].bytes.p, *mark) == 0) return marks[i].coding;
  }
  *mark = 0;
  return ALN_UTF_8;
}

/* -- UTF-8 -------------------------------------------------------------------------------------- */

/* Unicode 15, table 3-7: what the second byte may be narrows after E0, ED, F0 and F4. */
static int second_fits (unsigned lead, unsigned c) {
  unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  return c >= low && c <= high;
}

static aln_point utf_8 (const unsigned char *p, size_t n) {
  unsigned lead = p[0], length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  uint32_t c;
  if (lead < 0x80) return (aln_point){lead, 1};
  if (lead < 0xC2 || lead > 0xF4 || n < 2 || !second_fits (lead, p[1]))
    return (aln_point){ALN_BAD_POINT, 1};
  c = (lead & (0x7Fu >> length)) << 6 | (p[1] & 0x3Fu);
  for (unsigned i = 2; i < length; i++) {
    if (i == n || (p[i] & 0xC0) != 0x80) return (aln_point){ALN_BAD_POINT, i};
    c = c << 6 | (p[i] & 0x3Fu);
  }
  return (aln_point){c, length};
}

uint32_t aln_windows_1252 (unsigned char byte) {
  static const uint16_t high[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
  if (byte < 0x80 || byte >= 0xA0) return byte;
  return high[byte - 0x80] ? high[byte - 0x80] : ALN_BAD_POINT;
}

/* -- wide encodings ----------------------------------------------------------------------------- */

static uint32_t unit_16 (const unsigned char *p, int big) {
  return big ? (uint32_t)p[0] << 8 | p[1] : (uint32_t)p[1] << 8 | p[0];
}

static aln_point utf_16 (const unsigned char *p, size_t n, int big) {
  uint32_t c, low;
  if (n < 2) return (aln_point){ALN_BAD_POINT, 1};
  c = unit_16 (p, big);
  if (c < 0xD800 || c > 0xDFFF) return (aln_point){c, 2};
  if (c > 0xDBFF || n < 4) return (aln_point){ALN_BAD_POINT, 2};
  low = unit_16 (p + 2, big);
  if (low < 0xDC00 || low > 0xDFFF) return (aln_point){ALN_BAD_POINT, 2};
  return (aln_point){0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00), 4};
}

static aln_point utf_32 (const unsigned char *p, size_t n, int big) {
  uint32_t c = 0;
  if (n < 4) return (aln_point){ALN_BAD_POINT, (uint32_t)n};
  for (int i = 0; i < 4; i++) c = c << 8 | p[big ? i : 3 - i];
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return (aln_point){ALN_BAD_POINT, 4};
  return (aln_point){c, 4};
}

aln_point aln_decode (aln_slice s, size_t at, aln_coding coding) {
  const unsigned char *p = (const unsigned char *)s.p + at;
  size_t n = s.n - at;
  aln_point point;
  switch (coding) {
  case ALN_UTF_16LE:
  case ALN_UTF_16BE: return utf_16 (p, n, coding == ALN_UTF_16BE);
  case ALN_UTF_32LE:
  case ALN_UTF_32BE: return utf_32 (p, n, coding == ALN_UTF_32BE);
  default: point = utf_8 (p, n);
  }
  if (point.c == ALN_BAD_POINT && coding == ALN_WINDOWS_1252)
    return (aln_point){aln_windows_1252 (p[0]), 1};
  return point;
}

/* -- which it is -------------------------------------------------------------------------------- */

/* The byte beside: 0 past the ends. */
static unsigned char beside (aln_slice s, size_t at, int step) {
  if (step < 0) return at ? (unsigned char)s.p[at - 1] : 0;
  return at + 1 < s.n ? (unsigned char)s.p[at + 1] : 0;
}

static int is_letter_1252 (unsigned char c) {
  if (c >= 0xC0) return c != 0xD7 && c != 0xF7;
  return c == 0x8A || c == 0x8C || c == 0x8E || c == 0x9A || c == 0x9C || c == 0x9E || c == 0x9F;
}

static int is_mark_1252 (unsigned char c) { /* what a news text has beside quotes and dashes */
  static const char marks[] = "\x80\x82\x84\x85\x8B\x91\x92\x93\x94\x95\x96\x97\x99\x9B\xA0\xA1\xA3"
                              "\xA5\xA7\xA9\xAB\xAD\xAE\xB0\xB7\xBB\xBC\xBD\xBE\xBF\xD7";
  return memchr (marks, c, sizeof marks - 1) != NULL;
}

/* Does the byte, read as Windows-1252, stand where such a character stands? A letter has an ASCII
   letter beside it or is a word alone ("à"): in other one-byte encodings letters stand in rows. */
static int stands_well (aln_slice s, size_t at) {
  unsigned char c = (unsigned char)s.p[at], before = beside (s, at, -1), after = beside (s, at, 1);
  if (is_letter_1252 (c))
    return aln_is_alpha (before) || aln_is_alpha (after) || (before < 0x80 && after < 0x80);
  return is_mark_1252 (c) && ((before && before < 0x80) || (after && after < 0x80));
}

aln_coding aln_coding_judged (aln_slice s, size_t *invalid) {
  size_t well = 0, whole = 0, parts = 0;
  aln_point p;
  *invalid = 0;
  for (size_t at = 0; at < s.n; at += p.n) {
    p = utf_8 ((const unsigned char *)s.p + at, s.n - at);
    if (p.c != ALN_BAD_POINT) {
      whole += p.n > 1;
      continue;
    }
    parts++;
    *invalid += p.n;
    /* half a UTF-8 character speaks for UTF-8 that was cut, not for another encoding */
    if (p.n > 1) continue;
    if (at + 1 == s.n && whole && (unsigned char)s.p[at] >= 0xC2) continue;
    well += (size_t)stands_well (s, at);
  }
  return parts && well * 4 >= parts * 3 ? ALN_WINDOWS_1252 : ALN_UTF_8;
}
