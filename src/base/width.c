/* width.c: in: UTF-8 and a number of columns. Out: what fits, safe to show. */
#include "width.h"

#include "limits.h"

#include <utf8proc.h>

typedef struct shown { /* one code point as it is shown */
  utf8proc_int32_t cp;
  size_t columns;
} shown;

static int is_blank (utf8proc_int32_t cp) {
  return cp == ' ' || (cp >= '\t' && cp <= '\r') || (cp >= 0x80 && cp <= 0xA0) || cp == 0x2028 ||
         cp == 0x2029;
}

/* Marks of the Unicode bidirectional algorithm (UAX #9): they would reorder the rest of the line.
 */
static int turns_direction (utf8proc_int32_t cp) {
  return cp == 0x061C || cp == 0x200E || cp == 0x200F || (cp >= 0x202A && cp <= 0x202E) ||
         (cp >= 0x2066 && cp <= 0x2069);
}

/* Vowels and finals of conjoining Hangul join the syllable before them. */
static int joins_syllable (utf8proc_int32_t cp) {
  return (cp >= 0x1160 && cp <= 0x11FF) || (cp >= 0xD7B0 && cp <= 0xD7FF);
}

static shown show (utf8proc_int32_t cp) {
  shown s = {cp, 1};
  if (cp >= 0x20 && cp < 0x7F) return s;
  if (cp < 0x20) s.cp = 0x2400 + cp;
  else if (cp == 0x7F) s.cp = 0x2421;
  else s.columns = joins_syllable (cp) ? 0 : (size_t)utf8proc_charwidth (cp);
  return s;
}

/* The code point at s.p[at]; *n its bytes. A byte that is not UTF-8 is U+FFFD. */
static utf8proc_int32_t decode (aln_slice s, size_t at, size_t *n) {
  utf8proc_int32_t cp = (unsigned char)s.p[at];
  utf8proc_ssize_t got;
  *n = 1;
  if (cp < 0x80) return cp;
  got = utf8proc_iterate ((const utf8proc_uint8_t *)s.p + at,
                          s.n - at > 4 ? 4 : (utf8proc_ssize_t)(s.n - at), &cp);
  if (got <= 0) return 0xFFFD;
  *n = (size_t)got;
  return cp;
}

/* The next shown code point from *at on; a run of blanks is one space. 0 at the end. */
static int next (aln_slice s, size_t *at, shown *out) {
  size_t n;
  utf8proc_int32_t cp;
  do {
    if (*at >= s.n) return 0;
    cp = decode (s, *at, &n);
    *at += n;
  } while (turns_direction (cp));
  if (!is_blank (cp)) {
    *out = show (cp);
    return 1;
  }
  while (*at < s.n && (cp = decode (s, *at, &n), is_blank (cp) || turns_direction (cp))) *at += n;
  *out = (shown){' ', 1};
  return 1;
}

size_t aln_width (aln_slice s) {
  size_t at = 0, columns = 0;
  shown c;
  while (next (s, &at, &c)) columns += c.columns;
  return columns;
}

/* What is shown so far. */
typedef struct pen {
  aln_status *st;
  aln_buf *out;
  size_t used;    /* columns */
  unsigned marks; /* in a row; past ALN_MARKS_MAX they are not shown */
} pen;

static void put (pen *p, shown c) {
  utf8proc_uint8_t bytes[4];
  p->used += c.columns;
  p->marks = c.columns ? 0 : p->marks + 1;
  if (p->marks <= ALN_MARKS_MAX) {
    utf8proc_ssize_t n = utf8proc_encode_char (c.cp, bytes);
    aln_buf_add (p->st, p->out, (aln_slice){(const char *)bytes, (size_t)n});
  }
}

static const shown ellipsis = {0x2026, 1};

/* Whether a grapheme begins with 'c'. 'before' is -1 at the beginning. */
static int begins (utf8proc_int32_t *before, utf8proc_int32_t *state, shown c) {
  int edge = *before < 0 || utf8proc_grapheme_break_stateful (*before, c.cp, state);
  *before = c.cp;
  return edge;
}

size_t aln_width_fit (aln_status *st, aln_buf *out, aln_slice s, size_t columns) {
  pen p = {st, out, 0, 0};
  size_t at = 0, cut = out->n, cut_used = 0; /* the last place where "…" would still fit */
  utf8proc_int32_t before = -1, state = 0;
  shown c;
  while (*st == ALN_OK && next (s, &at, &c)) {
    if (begins (&before, &state, c) && p.used + 1 <= columns) {
      cut = out->n;
      cut_used = p.used;
    }
    if (p.used + c.columns > columns) {
      out->n = cut;
      p.used = cut_used;
      if (columns > 0) put (&p, ellipsis);
      return p.used;
    }
    put (&p, c);
  }
  return p.used;
}

size_t aln_width_fit_end (aln_status *st, aln_buf *out, aln_slice s, size_t columns) {
  pen p = {st, out, 0, 0};
  size_t at = 0, all = aln_width (s), dropped = 0;
  utf8proc_int32_t before = -1, state = 0;
  int shows = 0;
  shown c;
  if (all <= columns || columns == 0) return aln_width_fit (st, out, s, columns);
  put (&p, ellipsis);
  while (*st == ALN_OK && next (s, &at, &c)) {
    if (begins (&before, &state, c) && all - dropped < columns) shows = 1;
    if (shows) put (&p, c);
    else dropped += c.columns;
  }
  return p.used;
}
