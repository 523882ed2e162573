/* json_read.c: in: JSON text. Out: whether it is, and where it is not; the members of an object, decoded
   where they stand (json.h). */
#include "json.h"

#include "bits.h"
#include "limits.h"

/* The bytes among eight at which a string stops or is at fault (a quote, a backslash, a control
   character), a high bit each: the lowest is right, those above it may be too many. What is looked for
   leaves a byte of 0, which borrows; bytes past ASCII are let through. */
static uint64_t stops (const char *p) {
  const uint64_t v = aln_eight (p), quote = v ^ ALN_EACH ('"'), slash = v ^ ALN_EACH ('\\');
  return (((v - ALN_EACH (0x20)) & ~v) | ((quote - ALN_EACH (1)) & ~quote) |
          ((slash - ALN_EACH (1)) & ~slash)) &
         ALN_EACH (0x80);
}

/* The first byte from i on that may not stand in a string, or ends it. */
static size_t after_letters (const char *p, size_t n, size_t i) {
  for (uint64_t set; n - i >= 8; i += 8)
    if ((set = stops (p + i)) != 0) return i + aln_lowest_bit (set) / 8;
  while (i < n && p[i] != '"' && p[i] != '\\' && (unsigned char)p[i] >= 0x20) i++;
  return i;
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

static long unit (const char *p, size_t n) { /* the UTF-16 unit of \uXXXX at p; -1: none */
  long v = 0;
  if (n < 6 || p[0] != '\\' || p[1] != 'u') return -1;
  for (size_t i = 2; i < 6; i++) {
    int h = hex (p[i]);
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
  u = unit (s->p + s->at, s->n - s->at);
  if (u < 0) return 0;
  if (u >= 0xD800 && u <= 0xDBFF) {
    long low = unit (s->p + s->at + 6, s->n - s->at - 6);
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
    s->at = after_letters (s->p, s->n, s->at);
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

/* -- members ---------------------------------------------------------------------------------
   The text has been checked: nothing here can be anything but well-formed. */

static char letter_of (char c) { /* that the escape \c stands for */
  static const char escapes[] = "bfnrt", letters[] = "\b\f\n\r\t";
  const char *found = strchr (escapes, c);
  return found ? letters[found - escapes] : c;
}

static size_t put_character (char *to, unsigned long c) { /* as UTF-8; its bytes */
  size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  if (n == 1) {
    to[0] = (char)c;
    return 1;
  }
  for (size_t i = n - 1; i > 0; i--, c >>= 6) to[i] = (char)(0x80 | (c & 0x3F));
  to[0] = (char)((0xF00u >> n & 0xF0u) | c);
  return n;
}

/* The escape at p as UTF-8 at 'to', which may be p; its bytes. */
static size_t put_escape (char *to, const char *p, size_t *bytes) {
  unsigned long u, low;
  if (p[1] != 'u') {
    *bytes = 2;
    *to = letter_of (p[1]);
    return 1;
  }
  u = (unsigned long)unit (p, 6);
  *bytes = 6;
  if (u < 0xD800 || u > 0xDFFF) return put_character (to, u);
  low = (unsigned long)unit (p + 6, 6);
  *bytes = 12;
  return put_character (to, 0x10000 + ((u - 0xD800) << 10) + (low - 0xDC00));
}

/* Decodes a string from *at up to its quote (or n), in place; *at: the quote. No escape is shorter
   than what it stands for. */
static aln_slice decode (char *p, size_t n, size_t *at) {
  const size_t begun = *at;
  size_t to = begun;
  for (;;) {
    size_t from = *at, escape;
    *at = after_letters (p, n, from);
    if (to != from) memmove (p + to, p + from, *at - from);
    to += *at - from;
    if (*at == n || p[*at] == '"') return (aln_slice){p + begun, to - begun};
    to += put_escape (p + to, p + *at, &escape);
    *at += escape;
  }
}

size_t aln_json_decode (char *p, size_t n) {
  size_t at = 0;
  return decode (p, n, &at).n;
}

static void pass_space (aln_json_walk *w) {
  while (w->p[w->at] == ' ' || (w->p[w->at] >= '\t' && w->p[w->at] <= '\r')) w->at++;
}

static aln_slice walk_text (aln_json_walk *w) { /* from a quote to behind the next */
  aln_slice s;
  w->at++;
  s = decode (w->p, w->n, &w->at);
  w->at++;
  return s;
}

static size_t after_string (const aln_json_walk *w, size_t i) { /* as written, from its quote */
  for (i = after_letters (w->p, w->n, i + 1); w->p[i] != '"';)
    i = after_letters (w->p, w->n, i + 2);
  return i + 1;
}

/* A list or an object as JSON without white space, in place. */
static aln_slice walk_nested (aln_json_walk *w) {
  const size_t begun = w->at;
  size_t to = begun, depth = 0;
  do {
    const char c = w->p[w->at];
    size_t end = w->at + 1;
    if (c == '"') end = after_string (w, w->at);
    depth += c == '{' || c == '[';
    depth -= c == '}' || c == ']';
    memmove (w->p + to, w->p + w->at, end - w->at);
    to += end - w->at;
    w->at = end;
    pass_space (w);
  } while (depth > 0);
  return (aln_slice){w->p + begun, to - begun};
}

static aln_slice walk_word (aln_json_walk *w) { /* a number, true, false, null */
  const size_t from = w->at;
  while (!strchr (",}] \t\n\r", w->p[w->at])) w->at++;
  return (aln_slice){w->p + from, w->at - from};
}

static void walk_value (aln_json_walk *w, aln_json_member *m) {
  switch (w->p[w->at]) {
  case '"': m->kind = ALN_JSON_TEXT; break;
  case '{': m->kind = ALN_JSON_OBJECT; break;
  case '[': m->kind = ALN_JSON_LIST; break;
  case 't': m->kind = ALN_JSON_TRUE; break;
  case 'f': m->kind = ALN_JSON_FALSE; break;
  case 'n': m->kind = ALN_JSON_NULL; break;
  default: m->kind = ALN_JSON_NUMBER;
  }
  if (m->kind == ALN_JSON_TEXT) m->text = walk_text (w);
  else if (m->kind == ALN_JSON_OBJECT || m->kind == ALN_JSON_LIST) m->text = walk_nested (w);
  else m->text = walk_word (w);
}

int aln_json_next (aln_json_walk *w, aln_json_member *m) {
  pass_space (w);
  if (w->p[w->at] == '{' || w->p[w->at] == ',') w->at++;
  pass_space (w);
  if (w->p[w->at] == '}') return 0;
  m->name = walk_text (w);
  pass_space (w);
  w->at++; /* the colon */
  pass_space (w);
  walk_value (w, m);
  return 1;
}

const char *aln_json_kind_name (aln_json_kind k) {
  static const char *const names[ALN_JSON_KINDS] = {"null",     "true",   "false",    "a number",
                                                    "a string", "a list", "an object"};
  return names[k];
}
