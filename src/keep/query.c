/* query.c: in: the text of a query. Out: its tree, and its expression for the index. */
#include "query.h"

#include "../base/limits.h"
#include "../base/width.h"
#include "../read/tokens.h"

typedef enum lexeme_kind {
  LEX_END,
  LEX_OPEN,
  LEX_CLOSE,
  LEX_AND,
  LEX_OR,
  LEX_NOT,
  LEX_NEAR, /* with its parenthesis */
  LEX_COMMA,
  LEX_WORD,   /* bytes without the star */
  LEX_PHRASE, /* bytes between the quotes */
  LEX_NAME    /* bytes behind @, or between the quotes there */
} lexeme_kind;

typedef struct lexeme {
  lexeme_kind kind;
  aln_span at;   /* all of it */
  aln_span text; /* of words and phrases */
  int star;
} lexeme;

typedef struct parser {
  aln_slice s;
  const aln_lexicon *x;
  unsigned as;
  aln_arena *a;
  aln_fault *f;
  aln_status st;
  lexeme now;
  uint32_t after;   /* where the next lexeme is looked for */
  uint32_t depth;   /* open parentheses */
  uint32_t phrases; /* counted so far */
  int in_near;
} parser;

/* -- errors --------------------------------------------------------------------------------------
 */

static int starts_point (char c) { return ((unsigned char)c & 0xC0) != 0x80; }

/* Columns that s[from .. to) takes on a terminal, letter by letter. */
static size_t columns (aln_slice s, size_t from, size_t to) {
  size_t n = 0;
  while (from < to) {
    size_t end = from + 1;
    while (end < to && !starts_point (s.p[end])) end++;
    n += aln_width ((aln_slice){s.p + from, end - from});
    from = end;
  }
  return n;
}

/* The line of the query around 'at' (at most 60 bytes on each side), and a caret under it. */
static void show_place (aln_slice s, size_t at, char *out, size_t cap) {
  size_t from = at > 60 ? at - 60 : 0, to = s.n - at > 60 ? at + 60 : s.n, n = 0, caret;
  while (from > 0 && !starts_point (s.p[from])) from--;
  while (to < s.n && !starts_point (s.p[to])) to--;
  caret = columns (s, from, at);
  for (size_t i = from; i < to && n + 1 < cap; i++) {
    unsigned char c = (unsigned char)s.p[i];
    out[n++] = c < ' ' || c == 0x7F ? ' ' : (char)c;
  }
  if (n + 4 < cap) memcpy (out + n, "\n  ", 3), n += 3;
  for (size_t i = 0; i < caret && n + 2 < cap; i++) out[n++] = ' ';
  out[n++] = '^';
  out[n] = '\0';
}

aln_status aln_query_wrong (aln_fault *f, aln_status st, aln_slice query, size_t at,
                            const char *why) {
  char place[280];
  if (at > query.n) at = query.n;
  show_place (query, at, place, sizeof place);
  return aln_fail (f, st, at, "the query cannot be read at byte %zu: %s\n  %s", at + 1, why, place);
}

static void fail (parser *p, aln_status st, size_t at, const char *why) {
  if (p->st == ALN_OK) p->st = aln_query_wrong (p->f, st, p->s, at, why);
}

/* -- lexemes -------------------------------------------------------------------------------------
 */

static int at (const parser *p, uint32_t i, const char *what) {
  size_t n = strlen (what);
  return p->s.n - i >= n && memcmp (p->s.p + i, what, n) == 0;
}

/* The length of a double quotation mark at byte i, 0: none. */
static uint32_t quote_length (const parser *p, uint32_t i) {
  if (i >= p->s.n) return 0;
  if (p->s.p[i] == '"') return 1;
  return at (p, i, "\xE2\x80\x9C") || at (p, i, "\xE2\x80\x9D") || at (p, i, "\xE2\x80\x9E") ? 3
                                                                                             : 0;
}

/* The length of white space at byte i: ASCII, NBSP, U+3000. */
static uint32_t space_length (const parser *p, uint32_t i) {
  if (i >= p->s.n) return 0;
  if (aln_is_space ((unsigned char)p->s.p[i])) return 1;
  if (at (p, i, "\xC2\xA0")) return 2;
  return at (p, i, "\xE3\x80\x80") ? 3 : 0;
}

/* Only in NEAR, a comma is one of ours when nothing but a number and ')' follow it, and it does not
   stand inside a number: "NEAR(a b, 5)" but "NEAR(a 28,500)". */
static int is_comma (const parser *p, uint32_t i) {
  uint32_t k = i + 1, n;
  if (!p->in_near || p->s.p[i] != ',') return 0;
  if (i > 0 && aln_is_digit ((unsigned char)p->s.p[i - 1]) && k < p->s.n &&
      aln_is_digit ((unsigned char)p->s.p[k]))
    return 0;
  while ((n = space_length (p, k)) > 0) k += n;
  if (k >= p->s.n || !aln_is_digit ((unsigned char)p->s.p[k])) return 0;
  while (k < p->s.n && aln_is_digit ((unsigned char)p->s.p[k])) k++;
  while ((n = space_length (p, k)) > 0) k += n;
  return k < p->s.n && p->s.p[k] == ')';
}

static uint32_t word_end (const parser *p, uint32_t i) {
  while (i < p->s.n && !space_length (p, i) && !quote_length (p, i) && p->s.p[i] != '(' &&
         p->s.p[i] != ')' && !is_comma (p, i))
    i++;
  return i;
}

static void lex_phrase (parser *p, uint32_t from, uint32_t mark) {
  uint32_t i = from + mark, k;
  while (i < p->s.n && !quote_length (p, i)) i++;
  if (i >= p->s.n) {
    fail (p, ALN_ESYNTAX, from, "a quotation mark that is not closed");
    return;
  }
  p->now = (lexeme){LEX_PHRASE, {from, i + quote_length (p, i)}, {from + mark, i}, 0};
  for (k = from + mark; k < i; k++)
    if (p->s.p[k] == '*') {
      if (k + 1 < i || k == from + mark || aln_is_space ((unsigned char)p->s.p[k - 1])) {
        fail (p, ALN_ESYNTAX, k, "in a phrase only the last word can end in *");
        return;
      }
      p->now.star = 1;
      p->now.text.to = k;
    }
  if (p->now.at.to < p->s.n && p->s.p[p->now.at.to] == '*') {
    p->now.star = 1;
    p->now.at.to++;
  }
}

static void lex_name (parser *p, uint32_t from) {
  uint32_t mark = quote_length (p, from + 1), to;
  if (!(p->as & ALN_QUERY_NAMES) || p->in_near) {
    fail (
        p, ALN_ESYNTAX, from,
        "@ for all names of a side, person or body cannot stand here (a handle stands in quotes)");
    return;
  }
  if (mark) {
    lex_phrase (p, from + 1, mark);
    p->now.kind = LEX_NAME;
    p->now.at.from = from;
  } else {
    to = word_end (p, from);
    p->now = (lexeme){LEX_NAME, {from, to}, {from + 1, to}, 0};
  }
  if (aln_length (p->now.text) == 0)
    fail (p, ALN_ESYNTAX, from, "a side, or a name in quotes, is missing behind @");
}

static void lex_word (parser *p, uint32_t from) {
  uint32_t to = word_end (p, from);
  aln_slice w = {p->s.p + from, to - from};
  const char *star;
  p->now = (lexeme){LEX_WORD, {from, to}, {from, to}, 0};
  if (aln_same (w, ALN_LIT ("AND"))) p->now.kind = LEX_AND;
  else if (aln_same (w, ALN_LIT ("OR"))) p->now.kind = LEX_OR;
  else if (aln_same (w, ALN_LIT ("NOT"))) p->now.kind = LEX_NOT;
  else if (aln_same (w, ALN_LIT ("NEAR")) && at (p, to, "(")) {
    p->now.kind = LEX_NEAR;
    p->now.at.to++;
  } else if (*w.p == '@') lex_name (p, from);
  else if (*w.p == '^') fail (p, ALN_ESYNTAX, from, "^ is not part of the query language");
  else if ((star = memchr (w.p, '*', w.n)) != NULL) {
    uint32_t k = (uint32_t)(star - p->s.p);
    if (k + 1 < to || k == from)
      fail (p, ALN_ESYNTAX, k, "* stands behind the beginning of a word: deter*");
    p->now.star = 1;
    p->now.text.to = k;
  }
}

static void advance (parser *p) {
  uint32_t i = p->after, n;
  if (p->st != ALN_OK) return;
  while ((n = space_length (p, i)) > 0) i += n;
  if (i >= p->s.n) p->now = (lexeme){LEX_END, {i, i}, {i, i}, 0};
  else if (p->s.p[i] == '(') p->now = (lexeme){LEX_OPEN, {i, i + 1}, {i, i}, 0};
  else if (p->s.p[i] == ')') p->now = (lexeme){LEX_CLOSE, {i, i + 1}, {i, i}, 0};
  else if (is_comma (p, i)) p->now = (lexeme){LEX_COMMA, {i, i + 1}, {i, i}, 0};
  else if ((n = quote_length (p, i)) > 0) lex_phrase (p, i, n);
  else lex_word (p, i);
  p->after = p->now.at.to;
}

/* -- the tree ------------------------------------------------------------------------------------
 */

static aln_query *new_node (parser *p, aln_query_kind kind, uint32_t from) {
  aln_query *q = aln_arena_get (&p->st, p->a, sizeof *q);
  if (!q) return NULL;
  q->kind = kind;
  q->at = (aln_span){from, from};
  return q;
}

/* Puts the name or the words that are now in p->now into a phrase. */
static void fill_phrase (parser *p, aln_query *q) {
  aln_asked_words asked = {NULL, 0, 0};
  if (p->now.kind == LEX_NAME) {
    q->name = aln_cut (p->s, p->now.text);
    return;
  }
  aln_terms_asked (&p->st, aln_cut (p->s, p->now.text), p->x, 0, p->a, &asked);
  if (p->st == ALN_OK && asked.n == 0) fail (p, ALN_ESYNTAX, p->now.at.from, "no word in it");
  q->words = asked.at;
  q->n_words = asked.n;
}

static aln_query *phrase (parser *p) {
  aln_query *q = new_node (p, ALN_QUERY_PHRASE, p->now.at.from);
  if (q) fill_phrase (p, q);
  if (p->st != ALN_OK || !q) return NULL;
  q->at = p->now.at;
  q->as = p->as;
  q->prefix = p->now.star;
  q->number = p->phrases++;
  if (q->number >= ALN_QUERY_PHRASES)
    fail (p, ALN_ELIMIT, q->at.from, "more than 256 words and phrases (ALN_QUERY_PHRASES)");
  advance (p);
  return q;
}

static void near_distance (parser *p, aln_query *q) {
  uint32_t n = 0;
  advance (p); /* is_comma has seen a number and ')' */
  for (uint32_t i = p->now.at.from; i < p->now.at.to; i++)
    if (n <= 1000000u) n = n * 10 + (uint32_t)(p->s.p[i] - '0');
  if (n > 1000000u) fail (p, ALN_ESYNTAX, p->now.at.from, "at most 1000000 words lie between");
  q->near = n;
  advance (p);
}

static aln_query *near (parser *p) {
  aln_query *q = new_node (p, ALN_QUERY_NEAR, p->now.at.from), **tail = q ? &q->first : NULL;
  uint32_t opened = p->now.at.from;
  p->in_near = 1;
  advance (p);
  while (p->st == ALN_OK && q && (p->now.kind == LEX_WORD || p->now.kind == LEX_PHRASE)) {
    *tail = phrase (p);
    if (*tail) tail = &(*tail)->next;
  }
  if (p->st != ALN_OK || !q) return NULL;
  q->near = ALN_NEAR_DEFAULT;
  if (!q->first) fail (p, ALN_ESYNTAX, p->now.at.from, "NEAR needs words or phrases");
  if (p->st == ALN_OK && p->now.kind == LEX_COMMA) near_distance (p, q);
  if (p->st == ALN_OK && p->now.kind == LEX_END)
    fail (p, ALN_ESYNTAX, opened, "NEAR( that is not closed");
  if (p->st == ALN_OK && p->now.kind != LEX_CLOSE)
    fail (p, ALN_ESYNTAX, p->now.at.from,
          "NEAR takes words and phrases, then a comma and a number: NEAR(a b, 5)");
  p->in_near = 0;
  q->at.to = p->now.at.to;
  advance (p);
  return q;
}

static aln_query *any (parser *p);

static aln_query *part (parser *p) {
  aln_query *q;
  uint32_t opened = p->now.at.from;
  switch (p->now.kind) {
  case LEX_WORD:
  case LEX_NAME:
  case LEX_PHRASE: return phrase (p);
  case LEX_NEAR: return near (p);
  case LEX_OPEN:
    if (++p->depth > ALN_QUERY_DEPTH) {
      fail (p, ALN_ELIMIT, opened, "more than 64 nested parentheses (ALN_QUERY_DEPTH)");
      return NULL;
    }
    advance (p);
    q = any (p);
    p->depth--;
    if (p->st == ALN_OK && p->now.kind != LEX_CLOSE)
      fail (p, ALN_ESYNTAX, opened, "a parenthesis that is not closed");
    advance (p);
    return q;
  case LEX_END: fail (p, ALN_ESYNTAX, opened, "a word is missing at the end"); return NULL;
  case LEX_CLOSE: fail (p, ALN_ESYNTAX, opened, "a word is missing before ')'"); return NULL;
  default:
    fail (p, ALN_ESYNTAX, opened,
          "AND, OR and NOT stand between two words (in quotes they are words)");
    return NULL;
  }
}

/* What 'sub' gives, again and again while 'more' is the lexeme between; one alone stays itself. */
static aln_query *chain (parser *p, aln_query_kind kind, lexeme_kind more,
                         aln_query *(*sub) (parser *)) {
  aln_query *first = sub (p), *q, *last;
  if (p->st != ALN_OK || p->now.kind != more || !first) return first;
  q = new_node (p, kind, first->at.from);
  if (!q) return NULL;
  q->first = last = first;
  while (p->st == ALN_OK && p->now.kind == more) {
    advance (p);
    last->next = sub (p);
    if (!last->next) return NULL;
    last = last->next;
  }
  q->at.to = last->at.to;
  return q;
}

static int begins_part (lexeme_kind k) {
  return k == LEX_WORD || k == LEX_PHRASE || k == LEX_NAME || k == LEX_NEAR || k == LEX_OPEN;
}

/* Parts side by side. A sister list cannot be shared, so a parenthesis that is a list itself
   becomes a child as it is. */
static aln_query *together (parser *p) {
  aln_query *first = part (p), *q, *last;
  if (p->st != ALN_OK || !first || !begins_part (p->now.kind)) return first;
  q = new_node (p, ALN_QUERY_AND, first->at.from);
  if (!q) return NULL;
  q->first = last = first;
  while (p->st == ALN_OK && begins_part (p->now.kind)) {
    last->next = part (p);
    if (!last->next) return NULL;
    last = last->next;
  }
  q->at.to = last->at.to;
  return q;
}

static aln_query *without (parser *p) { return chain (p, ALN_QUERY_NOT, LEX_NOT, together); }
static aln_query *both (parser *p) { return chain (p, ALN_QUERY_AND, LEX_AND, without); }
static aln_query *any (parser *p) { return chain (p, ALN_QUERY_OR, LEX_OR, both); }

aln_status aln_query_parse_as (aln_slice text, const aln_lexicon *x, unsigned as, aln_arena *a,
                               aln_query **out, aln_fault *f) {
  parser p = {text, x, as, a, f, ALN_OK, {LEX_END, {0, 0}, {0, 0}, 0}, 0, 0, 0, 0};
  *out = NULL;
  if (text.n > ALN_QUERY_MAX)
    return aln_fail (f, ALN_ELIMIT, ALN_NOWHERE,
                     "a query of %zu bytes; at most %u are read (ALN_QUERY_MAX)", text.n,
                     ALN_QUERY_MAX);
  advance (&p);
  if (p.st == ALN_OK && p.now.kind == LEX_END) fail (&p, ALN_ESYNTAX, 0, "nothing to look for");
  *out = any (&p);
  if (p.st == ALN_OK && p.now.kind == LEX_CLOSE)
    fail (&p, ALN_ESYNTAX, p.now.at.from, "a parenthesis that was not opened");
  if (p.st == ALN_OK && p.now.kind != LEX_END)
    fail (&p, ALN_ESYNTAX, p.now.at.from, "not expected here");
  if (p.st != ALN_OK && p.st != ALN_ESYNTAX && p.st != ALN_ELIMIT)
    aln_fail (f, p.st, ALN_NOWHERE, "%s", aln_status_text (p.st));
  return p.st;
}

aln_status aln_query_parse (aln_slice text, const aln_lexicon *x, aln_arena *a, aln_query **out,
                            aln_fault *f) {
  return aln_query_parse_as (text, x, 0, a, out, f);
}

/* -- the expression ------------------------------------------------------------------------------
 */

static void express_phrase (aln_status *st, const aln_query *q, aln_buf *out) {
  aln_buf_byte (st, out, '"');
  for (uint32_t i = 0; i < q->n_words; i++) {
    if (i) aln_buf_byte (st, out, ' ');
    for (size_t k = 0; k < q->words[i].folded.n; k++) {
      if (q->words[i].folded.p[k] == '"') aln_buf_byte (st, out, '"');
      aln_buf_byte (st, out, q->words[i].folded.p[k]);
    }
  }
  aln_buf_add (st, out, q->prefix ? ALN_LIT ("\" *") : ALN_LIT ("\""));
}

static void express_number (aln_status *st, uint32_t n, aln_buf *out) {
  char digits[10];
  int i = 10;
  do digits[--i] = (char)('0' + n % 10);
  while ((n /= 10) > 0);
  aln_buf_add (st, out, (aln_slice){digits + i, (size_t)(10 - i)});
}

static void express (aln_status *st, const aln_query *q, aln_buf *out);

static void express_list (aln_status *st, const aln_query *q, aln_slice between, aln_buf *out) {
  aln_buf_byte (st, out, '(');
  for (const aln_query *c = q; c && *st == ALN_OK; c = c->next) {
    if (c != q) aln_buf_add (st, out, between);
    express (st, c, out);
  }
  aln_buf_byte (st, out, ')');
}

static void express (aln_status *st, const aln_query *q, aln_buf *out) {
  switch (q->kind) {
  case ALN_QUERY_PHRASE: express_phrase (st, q, out); return;
  case ALN_QUERY_AND: express_list (st, q->first, ALN_LIT (" AND "), out); return;
  case ALN_QUERY_OR: express_list (st, q->first, ALN_LIT (" OR "), out); return;
  case ALN_QUERY_NOT:
    aln_buf_byte (st, out, '(');
    express (st, q->first, out);
    aln_buf_add (st, out, ALN_LIT (" NOT "));
    express_list (st, q->first->next, ALN_LIT (" OR "), out);
    aln_buf_byte (st, out, ')');
    return;
  case ALN_QUERY_NEAR:
    aln_buf_add (st, out, ALN_LIT ("NEAR("));
    for (const aln_query *c = q->first; c && *st == ALN_OK; c = c->next) {
      if (c != q->first) aln_buf_byte (st, out, ' ');
      express_phrase (st, c, out);
    }
    aln_buf_add (st, out, ALN_LIT (", "));
    express_number (st, q->near, out);
    aln_buf_byte (st, out, ')');
    return;
  }
}

void aln_query_express (aln_status *st, const aln_query *q, aln_scope scope, aln_buf *out) {
  if (scope == ALN_SCOPE_HEADLINE) aln_buf_add (st, out, ALN_LIT ("{headline} : "));
  if (scope == ALN_SCOPE_BODY) aln_buf_add (st, out, ALN_LIT ("{body} : "));
  aln_buf_byte (st, out, '(');
  express (st, q, out);
  aln_buf_byte (st, out, ')');
}
