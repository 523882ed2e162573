/* json.c: in: values. Out: JSON text. In: JSON text. Out: whether it is, and where it is not. */
#include "json.h"

#include "limits.h"

#include <stdio.h>
#include <stdlib.h>

/* -- writing -------------------------------------------------------------------------------- */

static int follows (aln_slice s, size_t i, unsigned low, unsigned high) {
  unsigned char c;
  if (i >= s.n) return 0;
  c = (unsigned char)s.p[i];
  return c >= low && c <= high;
}

/* RFC 3629 section 4: no overlong forms, no surrogates, nothing past U+10FFFF. */
size_t aln_json_sequence (aln_slice s, size_t i) {
  unsigned c = (unsigned char)s.p[i], low = 0x80, high = 0xBF;
  size_t n;
  if (c < 0x80) return 1;
  if (c < 0xC2 || c > 0xF4) return 0;
  n = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
  if (c == 0xE0) low = 0xA0;
  if (c == 0xED) high = 0x9F;
  if (c == 0xF0) low = 0x90;
  if (c == 0xF4) high = 0x8F;
  if (!follows (s, i + 1, low, high)) return 0;
  for (size_t k = 2; k < n; k++)
    if (!follows (s, i + k, 0x80, 0xBF)) return 0;
  return n;
}

static void escaped (aln_status *st, aln_buf *b, unsigned char c) {
  static const char shorts[] = "\b\t\n\f\r\"\\", letters[] = "btnfr\"\\",
                    hex[] = "0123456789abcdef";
  const char *found = c ? strchr (shorts, c) : NULL;
  const char two[] = {'\\', found ? letters[found - shorts] : 'u'};
  const char four[] = {'0', '0', hex[c >> 4], hex[c & 15]};
  if (c >= 0x80) {
    aln_buf_add (st, b, ALN_LIT ("\xEF\xBF\xBD"));
    return;
  }
  aln_buf_add (st, b, (aln_slice){two, 2});
  if (!found) aln_buf_add (st, b, (aln_slice){four, 4});
}

static int stands (unsigned char c) { return c >= 0x20 && c < 0x80 && c != '"' && c != '\\'; }

#define EACH(byte) ((byte)*UINT64_C (0x0101010101010101))

/* Do eight bytes stand as they are? A byte that is 0 once its pattern is taken away borrows. */
static int eight_stand (const char *p) {
  uint64_t v, quote, slash;
  memcpy (&v, p, sizeof v);
  quote = v ^ EACH ('"');
  slash = v ^ EACH ('\\');
  return ((v | (v - EACH (0x20)) | (quote - EACH (1)) | (slash - EACH (1))) & EACH (0x80)) == 0;
}

/* The first byte from i on that may not stand. */
static size_t after_plain (aln_slice s, size_t i) {
  while (s.n - i >= 8 && eight_stand (s.p + i)) i += 8;
  while (i < s.n && stands ((unsigned char)s.p[i])) i++;
  return i;
}

void aln_json_inside (aln_status *st, aln_buf *b, aln_slice s) {
  size_t from = 0, i = 0;
  while ((i = after_plain (s, i)) < s.n) {
    unsigned char c = (unsigned char)s.p[i];
    size_t n = c >= 0x80 ? aln_json_sequence (s, i) : 0;
    if (n) {
      i += n;
      continue;
    }
    aln_buf_add (st, b, (aln_slice){s.p + from, i - from});
    escaped (st, b, c);
    from = ++i;
  }
  aln_buf_add (st, b, (aln_slice){s.p + from, i - from});
}

void aln_json_text (aln_status *st, aln_buf *b, aln_slice s) {
  aln_buf_byte (st, b, '"');
  aln_json_inside (st, b, s);
  aln_buf_byte (st, b, '"');
}

void aln_json_integer (aln_status *st, aln_buf *b, int64_t v) {
  char room[24];
  size_t at = sizeof room;
  uint64_t left = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
  do room[--at] = (char)('0' + left % 10);
  while ((left /= 10) > 0);
  if (v < 0) room[--at] = '-';
  aln_buf_add (st, b, (aln_slice){room + at, sizeof room - at});
}

/* A locale may write the point as a comma or as several bytes; everything else is the same in all
   of them, so whatever is neither digit, sign nor exponent is the point. */
static void plain_point (aln_status *st, aln_buf *b, const char *number) {
  int point = 0;
  for (; *number; number++) {
    if (strchr ("0123456789+-e", *number)) aln_buf_byte (st, b, *number);
    else if (!point++) aln_buf_byte (st, b, '.');
  }
}

void aln_json_real (aln_status *st, aln_buf *b, double v) {
  char room[64];
  if (v != v || v - v != 0) {
    aln_buf_add (st, b, ALN_LIT ("null"));
    return;
  }
  for (int digits = 15; digits <= 17; digits++) { /* the fewest digits that read back as v */
    snprintf (room, sizeof room, "%.*g", digits, v);
    if (strtod (room, NULL) == v) break; /* same locale both ways: its point does not matter */
  }
  plain_point (st, b, room);
  if (!strpbrk (room, ".,e")) aln_buf_add (st, b, ALN_LIT (".0"));
}

/* -- checking ------------------------------------------------------------------------------- */

typedef enum step { VALUE, FIRST_VALUE, NAME, FIRST_NAME, AFTER, END } step;

typedef struct scan {
  char *p;
  size_t n, at;
  unsigned depth;
  char open[ALN_JSON_DEPTH]; /* '{' or '[' of what is open */
  int names_id;              /* the member in hand is the top-level "id" */
  aln_json_scan *out;
} scan;

static step wrong (scan *s, size_t at, const char *what) {
  s->out->wrong = what;
  s->out->at = at;
  return END;
}

static char next (const scan *s) { return s->at < s->n ? s->p[s->at] : '\0'; }

static void skip_space (scan *s) {
  while (s->at < s->n &&
         (s->p[s->at] == ' ' || s->p[s->at] == '\t' || s->p[s->at] == '\n' || s->p[s->at] == '\r'))
    s->at++;
}

static int hex (char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c = (char)(c | 0x20);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static long unit (const scan *s, size_t at) { /* the UTF-16 unit of \uXXXX at 'at'; -1: none */
  long v = 0;
  if (s->n - at < 6 || s->p[at] != '\\' || s->p[at + 1] != 'u') return -1;
  for (size_t i = at + 2; i < at + 6; i++) {
    int h = hex (s->p[i]);
    if (h < 0) return -1;
    v = v * 16 + h;
  }
  return v;
}

static int escape (scan *s) { /* at a backslash; 0: not an escape */
  long u;
  if (s->n - s->at < 2) return 0;
  if (s->p[s->at + 1] != 'u') {
    if (!s->p[s->at + 1] || !strchr ("\"\\/bfnrt", s->p[s->at + 1])) return 0;
    s->at += 2;
    return 1;
  }
  u = unit (s, s->at);
  if (u < 0) return 0;
  if (u >= 0xD800 && u <= 0xDBFF) {
    long low = unit (s, s->at + 6 <= s->n ? s->at + 6 : s->n);
    if (low >= 0xDC00 && low <= 0xDFFF) {
      s->at += 12;
      return 1;
    }
  }
  if (u == 0 || (u >= 0xD800 && u <= 0xDFFF)) memcpy (s->p + s->at, "\\ufffd", 6);
  s->at += 6;
  return 1;
}

static int string (scan *s) { /* at the opening quote; 0: something is wrong (said) */
  size_t from = s->at++;
  for (;;) {
    while (s->at < s->n && s->p[s->at] != '"' && s->p[s->at] != '\\' &&
           (unsigned char)s->p[s->at] >= 0x20)
      s->at++;
    if (s->at == s->n) return wrong (s, from, "a closing quote for this string"), 0;
    if (s->p[s->at] == '"') return s->at++, 1;
    if (s->p[s->at] != '\\') return wrong (s, s->at, "an escape instead of a control character"), 0;
    if (!escape (s)) return wrong (s, s->at, "one of JSON's escapes"), 0;
  }
}

static int digits (scan *s) {
  size_t from = s->at;
  while (aln_is_digit ((unsigned char)next (s))) s->at++;
  return s->at > from;
}

static int number (scan *s) {
  if (next (s) == '-') s->at++;
  if (next (s) == '0') s->at++;
  else if (!digits (s)) return 0;
  if (next (s) == '.') {
    s->at++;
    if (!digits (s)) return 0;
  }
  if ((next (s) | 0x20) == 'e') {
    s->at++;
    if (next (s) == '+' || next (s) == '-') s->at++;
    if (!digits (s)) return 0;
  }
  return 1;
}

static int word (scan *s, aln_slice w) {
  if (s->n - s->at < w.n || memcmp (s->p + s->at, w.p, w.n) != 0) return 0;
  s->at += w.n;
  return 1;
}

static step scalar (scan *s) {
  size_t from = s->at;
  char c = next (s);
  if (c == '"') {
    if (!string (s)) return END;
  } else if (c == '-' || aln_is_digit ((unsigned char)c)) {
    if (!number (s)) return wrong (s, s->at, "a digit");
  } else {
    if (!word (s, ALN_LIT ("true")) && !word (s, ALN_LIT ("false")) && !word (s, ALN_LIT ("null")))
      return wrong (s, s->at, "a value");
    return AFTER;
  }
  if (s->names_id && s->depth == 1) s->out->id = (aln_span){(uint32_t)from, (uint32_t)s->at};
  return AFTER;
}

static step value (scan *s) {
  char c = next (s);
  if (c != '{' && c != '[') return scalar (s);
  if (s->depth == ALN_JSON_DEPTH) return wrong (s, s->at, "less nesting than this");
  s->open[s->depth++] = c;
  s->at++;
  return c == '{' ? FIRST_NAME : FIRST_VALUE;
}

static step name (scan *s) {
  size_t from = s->at;
  if (next (s) != '"') return wrong (s, s->at, "a name in quotes");
  if (!string (s)) return END;
  if (s->depth == 1) s->names_id = s->at - from == 4 && memcmp (s->p + from, "\"id\"", 4) == 0;
  skip_space (s);
  if (next (s) != ':') return wrong (s, s->at, "a colon");
  s->at++;
  return VALUE;
}

static step after (scan *s) {
  char open;
  if (s->depth == 0) return s->at == s->n ? END : wrong (s, s->at, "nothing after the value");
  open = s->open[s->depth - 1];
  if (next (s) == ',') {
    s->at++;
    return open == '{' ? NAME : VALUE;
  }
  if (next (s) != (open == '{' ? '}' : ']'))
    return wrong (s, s->at, open == '{' ? "a comma or }" : "a comma or ]");
  s->at++;
  s->depth--;
  return AFTER;
}

static step first (scan *s, char close, step otherwise) {
  if (next (s) != close) return otherwise;
  s->at++;
  s->depth--;
  return AFTER;
}

void aln_json_check (char *p, size_t n, aln_json_scan *out) {
  scan s;
  step now = VALUE;
  s.p = p;
  s.n = n;
  s.at = 0;
  s.depth = 0;
  s.names_id = 0;
  s.out = out;
  *out = (aln_json_scan){NULL, 0, 0, {0, 0}};
  skip_space (&s);
  out->first = next (&s);
  while (now != END) {
    skip_space (&s);
    switch (now) {
    case FIRST_VALUE: now = first (&s, ']', VALUE); break;
    case FIRST_NAME: now = first (&s, '}', NAME); break;
    case VALUE: now = value (&s); break;
    case NAME: now = name (&s); break;
    case AFTER: now = after (&s); break;
    case END: break;
    }
  }
}
