/* numbers.c: in: tokens. Out: a number (numbers.h). Words are counted as they are said: tens and
   units add up, a scale multiplies what stands before it, two pairs make a year. */
#include "numbers.h"

#define MOST INT64_C (1000000000000000) /* past it a number is of no use to anybody */

typedef enum sort { NOTHING, SMALL, TENS, SCALE, ORDINAL, JOINT, ARTICLE } sort;

typedef struct word {
  sort sort;
  int64_t value;
} word;

aln_number_words aln_number_words_of (const aln_lexicon *x) {
  return (aln_number_words){x, aln_lexicon_kind (x, ALN_LIT ("numbers"))};
}

static int64_t value_of (aln_slice s) {
  int64_t v = 0;
  for (size_t i = 0; i < s.n && aln_is_digit ((unsigned char)s.p[i]) && v < MOST; i++)
    v = v * 10 + (s.p[i] - '0');
  return v;
}

static sort sort_of (aln_slice class) {
  static const aln_slice names[] = {{"", 0},        {"small", 5}, {"tens", 4},   {"scale", 5},
                                    {"ordinal", 7}, {"joint", 5}, {"article", 7}};
  for (int i = 1; i <= ARTICLE; i++)
    if (class.n && class.p[0] == names[i].p[0] && aln_same (class, names[i])) return (sort)i;
  return NOTHING;
}

uint16_t aln_number_note (const aln_lexicon *x, aln_row row) {
  return (uint16_t)sort_of (aln_lexicon_get (x, row, ALN_LIT ("class")));
}

/* What one token says: a word of the table "numbers". */
static word word_of (const aln_number_words *w, const aln_token *t) {
  const aln_lexicon *x = w->lexicon;
  word out = {NOTHING, 0};
  if (!aln_number_may_begin (w, t)) return out;
  for (uint32_t e = aln_lexicon_entries (x, aln_lexicon_begin (x, t->word)->node); e;
       e = aln_lexicon_entry (x, e)->next) {
    aln_row r = aln_lexicon_entry (x, e)->row;
    if (aln_lexicon_entry (x, e)->kind != w->kind) continue;
    out.sort = (sort)aln_lexicon_row_note (x, r);
    out.value = value_of (aln_lexicon_get (x, r, ALN_LIT ("value")));
  }
  return out;
}

static int is_mark (aln_slice text, const aln_token *t, char c) {
  return t->to == t->from + 1 && text.p[t->from] == c;
}

static int is_ordinal_end (aln_slice s) {
  static const char *const ends[] = {"st", "nd", "rd", "th"};
  for (int i = 0; i < 4; i++)
    if (s.n == 2 && (s.p[0] | 32) == ends[i][0] && (s.p[1] | 32) == ends[i][1]) return 1;
  return 0;
}

/* The thousandths of "1/2" at the start of a number token, 0: it is no fraction under one. */
static int32_t fraction_of (aln_slice s) {
  if (s.n != 3 || s.p[1] != '/' || !aln_is_digit ((unsigned char)s.p[0]) || s.p[2] < '2' ||
      s.p[2] > '9' || s.p[0] >= s.p[2])
    return 0;
  return (s.p[0] - '0') * 1000 / (s.p[2] - '0');
}

/* "28,500", "3.5", "1st": digits with their commas, then a point or an ordinal's end. */
static int read_digits (aln_slice s, aln_number *out) {
  size_t i = 0;
  int32_t unit = 100;
  *out = (aln_number){0, 0, ALN_NUMBER_DIGITS | ALN_NUMBER_PLAIN, 0};
  for (; i < s.n; i++) {
    if (s.p[i] == ',' && i > 0 && i + 3 < s.n && aln_is_digit ((unsigned char)s.p[i + 1])) {
      out->flags &= (uint16_t)~ALN_NUMBER_PLAIN;
      continue;
    }
    if (!aln_is_digit ((unsigned char)s.p[i])) break;
    if (out->whole < MOST) out->whole = out->whole * 10 + (s.p[i] - '0');
    out->digits++;
  }
  if (i == s.n) return out->digits > 0;
  out->flags &= (uint16_t)~ALN_NUMBER_PLAIN;
  if (is_ordinal_end ((aln_slice){s.p + i, s.n - i})) out->flags |= ALN_NUMBER_ORDINAL;
  else if (s.p[i] == '.') {
    for (i++; i < s.n && aln_is_digit ((unsigned char)s.p[i]); i++, unit /= 10)
      out->thousandths += (s.p[i] - '0') * unit;
    if (i < s.n) return 0;
  } else return 0;
  return 1;
}

static uint32_t read_figures (aln_slice text, const aln_token *t, uint32_t n, aln_number *out) {
  aln_slice s = aln_cut (text, (aln_span){t->from, t->to});
  int32_t part;
  if (!read_digits (s, out)) return 0;
  if (n < 2 || t[1].kind != ALN_TOKEN_NUMBER || out->thousandths ||
      (out->flags & ALN_NUMBER_ORDINAL))
    return 1;
  part = fraction_of (aln_cut (text, (aln_span){t[1].from, t[1].to}));
  if (!part) return 1;
  out->thousandths = part;
  out->flags &= (uint16_t)~ALN_NUMBER_PLAIN;
  return 2;
}

typedef struct count {
  int64_t total, current; /* finished thousands, what is being counted */
  sort last;
  int pairs;
} count;

/* "nineteen" before "ninety" or "seventy": the first half of a year that is said in pairs. */
static int pairs_up (const count *c, word w) {
  return c->total == 0 && !c->pairs && c->current >= 11 && c->current <= 20 &&
         (w.sort == TENS || (w.sort == SMALL && w.value >= 10));
}

static int add_word (count *c, word w) {
  if (w.sort == SCALE) {
    if (c->last == NOTHING || w.value < 1 || c->total + c->current > MOST / w.value) return 0;
    if (w.value < 1000) c->current = (c->current ? c->current : 1) * w.value;
    else {
      c->total = (c->total + c->current) * w.value;
      c->current = 0;
    }
  } else if (pairs_up (c, w)) {
    c->current = c->current * 100 + w.value;
    c->pairs = 1;
  } else if (w.sort == TENS) {
    if (c->last == TENS || c->last == SMALL) return 0;
    c->current += w.value;
  } else { /* SMALL, ORDINAL */
    if (c->last == SMALL || (c->last == TENS && w.value > 9)) return 0;
    c->current += w.value;
  }
  c->last = w.sort;
  return 1;
}

/* Is this the joint of a number: "twenty-four", "a hundred and ten"? */
static int joins (const aln_number_words *w, aln_slice text, const aln_token *t, uint32_t n,
                  const count *c) {
  sort next;
  if (n < 2 || t->kind == ALN_TOKEN_NUMBER) return 0;
  next = word_of (w, &t[1]).sort;
  if (is_mark (text, t, '-'))
    return c->last == TENS && (t->flags & ALN_TOKEN_GLUED) && (next == SMALL || next == ORDINAL);
  return c->last == SCALE && word_of (w, t).sort == JOINT && (next == SMALL || next == TENS);
}

static uint32_t read_words (const aln_number_words *w, aln_slice text, const aln_token *t,
                            uint32_t n, aln_number *out) {
  count c = {0, 0, NOTHING, 0};
  uint32_t used = 0, i = 0;
  while (i < n && i < 16) {
    word next = word_of (w, &t[i]);
    if (used && (next.sort == NOTHING || next.sort == JOINT) && joins (w, text, &t[i], n - i, &c)) {
      i++;
      continue;
    }
    if (next.sort == NOTHING || next.sort > ORDINAL || !add_word (&c, next)) break;
    used = ++i;
    if (next.sort == ORDINAL) break;
  }
  if (!used) return 0;
  *out = (aln_number){c.total + c.current, 0, 0, 0};
  if (c.last == ORDINAL) out->flags |= ALN_NUMBER_ORDINAL;
  if (c.pairs) out->flags |= ALN_NUMBER_PAIRS;
  return used;
}

/* "a hundred": the article counts as one. */
static uint32_t read_article_scale (const aln_number_words *w, const aln_token *t, uint32_t n,
                                    aln_number *out) {
  word scale;
  if (n < 2) return 0;
  scale = word_of (w, &t[1]);
  if (scale.sort != SCALE) return 0;
  *out = (aln_number){scale.value, 0, 0, 0};
  return 2;
}

uint32_t aln_number_read (const aln_number_words *w, aln_slice text, const aln_token *t, uint32_t n,
                          aln_number *out) {
  uint32_t used;
  word scale;
  if (n == 0) return 0;
  if (t->kind == ALN_TOKEN_NUMBER) used = read_figures (text, t, n, out);
  else if (aln_number_may_begin (w, t)) {
    word first = word_of (w, t);
    if (first.sort == ARTICLE) used = read_article_scale (w, t, n, out);
    else used = first.sort ? read_words (w, text, t, n, out) : 0;
  } else return 0;
  if (!used || t->kind != ALN_TOKEN_NUMBER || used == n) return used;
  scale = word_of (w, &t[used]);
  if (scale.sort == SCALE) { /* 1.2 million */
    if (out->whole >= MOST / scale.value) return used;
    out->whole = out->whole * scale.value + out->thousandths * (scale.value / 1000);
    out->thousandths = 0;
    out->flags &= (uint16_t)~ALN_NUMBER_PLAIN;
    used++;
  }
  return used;
}
