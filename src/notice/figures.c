/* figures.c: in: tokens, mentions and the places of dates. Out: figures (figures.h). */
#include "figures.h"

#include "glance.h"
#include "numbers.h"

#include <math.h>

#define NOUN_REACH 4u /* tokens in which the counted noun stands */
#define ELLIPSIS 30u  /* tokens back to a noun that is not said again */

typedef struct finder {
  const aln_article *a;
  const aln_token *t;
  uint32_t n;
  const aln_lexicon *x;
  const aln_mentions *m;
  aln_kind units, words;
  aln_number_words numbers;
} finder;

static inline aln_slice get (const finder *f, aln_row row, const char *key) {
  return aln_lexicon_get (f->x, row, aln_slice_of (key));
}

/* The longest phrase of 'kind' at token i; in *row the row under it that has 'field'. 0: there is none. */
static uint32_t match (const finder *f, uint32_t i, aln_kind kind, const char *field,
                       aln_row *row) {
  aln_node node = ALN_ROOT;
  uint32_t len, best = 0;
  if (!kind || i >= f->n || !f->t[i].word) return 0;
  len = aln_lexicon_longest (f->x, f->t + i, f->n - i, kind, row);
  for (uint32_t k = 0; k < len && node; k++) node = aln_lexicon_step (f->x, node, f->t[i + k].word);
  if (!len || !node) return len && get (f, *row, field).n ? len : 0;
  for (uint32_t e = aln_lexicon_entries (f->x, node); e && !best;
       e = aln_lexicon_entry (f->x, e)->next) {
    aln_row r = aln_lexicon_entry (f->x, e)->row;
    if (aln_lexicon_row_kind (f->x, r) != kind || !get (f, r, field).n) continue;
    *row = r;
    best = len;
  }
  return best;
}

static int is_block_start (const finder *f, uint32_t i) {
  return (f->t[i].flags & ALN_TOKEN_BLOCK) != 0;
}

/* -- what stands before --------------------------------------------------------------------------- */

/* The phrase of 'field' that ends right before token i; its first token, or i where there is none. */
static uint32_t phrase_before (const finder *f, uint32_t i, aln_kind kind, const char *field,
                               aln_row *row) {
  for (uint32_t len = 4; len > 0; len--) {
    aln_row r;
    if (i < len || is_block_start (f, i)) continue;
    if (match (f, i - len, kind, field, &r) == len) {
      *row = r;
      return i - len;
    }
  }
  return i;
}

/* A number that is part of a name or of a longer code: F-35, Article 5, No. 10, 3-2. */
static int is_label (const finder *f, uint32_t i, uint32_t to) {
  aln_row row;
  if (i > 0 && !is_block_start (f, i)) {
    if (aln_is_glued_hyphen (f->a, i - 1) && (f->t[i].flags & ALN_TOKEN_GLUED)) return 1;
    if (f->t[i].flags & ALN_TOKEN_GLUED && f->t[i - 1].kind == ALN_TOKEN_WORD) return 1;
    if (phrase_before (f, i, f->words, "label", &row) != i) return 1;
  }
  return aln_is_glued_hyphen (f->a, to) && to + 1 < f->n && f->t[to + 1].kind == ALN_TOKEN_NUMBER &&
         to + 2 < f->n && aln_is_glued_hyphen (f->a, to + 2); /* 555-01-99 */
}

/* -- what stands behind --------------------------------------------------------------------------- */

static int looks_plural (aln_slice w) {
  if (w.n < 4 || w.p[w.n - 1] != 's') return 0;
  return w.p[w.n - 2] != 's' && w.p[w.n - 2] != 'u' && w.p[w.n - 2] != 'i' && w.p[w.n - 2] != '\'';
}

typedef struct counted {
  aln_slice unit, of;
  uint32_t to;
  const char *rule;
} counted;

static aln_slice name_of (const finder *f, const aln_mention *m) {
  aln_slice name = m->row ? get (f, m->row, "name") : (aln_slice){"", 0};
  return name.n ? name : aln_cut (f->a->text, (aln_span){f->t[m->from].from, f->t[m->to - 1].to});
}

static int is_military (const finder *f, const aln_mention *m) {
  return m->kind == ALN_MENTION_BODY && m->row &&
         aln_same (get (f, m->row, "kind"), ALN_LIT ("military command"));
}

/* "guided-missile | cruisers", but "600-millimeter rockets": the unit of a compound is not what is counted. */
static int is_first_half (const finder *f, uint32_t i, uint32_t to) {
  return to > i + 2 && aln_is_glued_hyphen (f->a, to - 2) && f->t[to - 3].kind == ALN_TOKEN_WORD &&
         to < f->n && f->t[to].kind == ALN_TOKEN_WORD && !is_block_start (f, to);
}

/* A unit of the lexicon among the next tokens, before a word behind which no noun is counted. */
static int known_unit (const finder *f, uint32_t i, counted *c) {
  aln_row row;
  for (uint32_t j = i; j < f->n && j < i + NOUN_REACH && !(is_block_start (f, j) && j > 0); j++) {
    uint32_t len = match (f, j, f->units, "unit", &row);
    const aln_mention *m = aln_mention_at (f->m, j);
    if (len && !get (f, row, "before").n && !is_first_half (f, i, j + len)) {
      c->unit = get (f, row, "unit");
      c->to = j + len;
      c->rule = "unit";
      return 1;
    }
    if (m && !c->of.n) c->of = name_of (f, m);
    if (f->t[j].kind != ALN_TOKEN_WORD && !aln_is_glued_hyphen (f->a, j)) return 0;
    if (match (f, j, f->words, "stop", &row)) return 0;
  }
  return 0;
}

/* "28,500-strong US Forces Korea": troops where what follows is a military body, else people. */
static int strong (const finder *f, uint32_t i, counted *c) {
  aln_row row;
  uint32_t j = aln_is_glued_hyphen (f->a, i) ? i + 1 : i;
  const aln_mention *m = NULL;
  if (match (f, j, f->words, "strong", &row) != 1) return 0;
  c->rule = "strong";
  if (known_unit (f, j + 1, c)) return 1;
  for (uint32_t k = j + 1; k < f->n && k < j + 4 && !m && !is_block_start (f, k); k++)
    m = aln_mention_at (f->m, k);
  c->to = j + 1;
  c->unit = m && is_military (f, m) ? ALN_LIT ("troops") : ALN_LIT ("people");
  if (m) c->of = name_of (f, m);
  return 1;
}

static int plural_noun (const finder *f, uint32_t i, counted *c) {
  aln_row row;
  for (uint32_t j = i; j < f->n && j < i + NOUN_REACH && !(is_block_start (f, j) && j > 0); j++) {
    aln_slice w = aln_token_text (f->a, j);
    if (f->t[j].kind != ALN_TOKEN_WORD && !aln_is_glued_hyphen (f->a, j)) return 0;
    if (match (f, j, f->words, "stop", &row)) return 0;
    if (f->t[j].shape != ALN_SHAPE_LOWER || !looks_plural (w)) continue;
    c->unit = w;
    c->to = j + 1;
    c->rule = "noun";
    return 1;
  }
  return 0;
}

/* "… of US Forces Korea", "… in South Korea" */
static void look_for_whom (const finder *f, counted *c) {
  aln_row row;
  uint32_t i = c->to;
  if (c->of.n || i + 1 >= f->n || !match (f, i, f->words, "stop", &row)) return;
  for (uint32_t j = i + 1; j < f->n && j < i + 3 && !is_block_start (f, j); j++) {
    const aln_mention *m = aln_mention_at (f->m, j);
    if (!m || m->kind == ALN_MENTION_PERSON) continue;
    c->of = name_of (f, m);
    return;
  }
}

/* -- a figure ------------------------------------------------------------------------------------- */

static double value_of (const aln_number *n) { return (double)n->whole + n->thousandths / 1000.0; }

static uint32_t number_at (const finder *f, uint32_t i, aln_number *n) {
  if (i >= f->n) return 0;
  return aln_number_read (&f->numbers, f->a->text, f->t + i, f->n - i, n);
}

/* "1.2bn", "$300m": what the letters behind the number multiply it by, and in *to the token behind
   them; those of `money` only behind a currency sign. */
static double scale_behind (const finder *f, uint32_t *to, int is_money) {
  aln_row row;
  aln_slice digits;
  double scale = 0;
  if (*to >= f->n || is_block_start (f, *to) || match (f, *to, f->words, "scale", &row) != 1)
    return 1;
  if (!is_money && get (f, row, "money").n) return 1;
  digits = get (f, row, "scale");
  for (size_t i = 0; i < digits.n; i++) scale = scale * 10 + (digits.p[i] - '0');
  (*to)++;
  return scale;
}

/* Is this the number of a quantity? Counted in digits, or in words from a hundred on. */
static int is_quantity (const aln_number *n) {
  if (n->flags & ALN_NUMBER_ORDINAL) return 0;
  return (n->flags & ALN_NUMBER_DIGITS) || n->whole >= 100;
}

/* May the word at i join the ends of a range that begins at 'from'? "and" only behind "between". */
static int is_range_word (const finder *f, uint32_t from, uint32_t i) {
  aln_row row, before;
  if (match (f, i, f->words, "range", &row) != 1) return 0;
  return !aln_same (get (f, row, "range"), ALN_LIT ("between")) ||
         phrase_before (f, from, f->words, "between", &before) != from;
}

/* "10 to 15", "10-15", "$5 billion to $6 billion": the end behind the first number at 'to'. */
static uint32_t range_end (const finder *f, uint32_t from, uint32_t to, aln_number *high) {
  aln_row row;
  uint32_t i = to, len, sign;
  if (is_range_word (f, from, i) || aln_is_glued_hyphen (f->a, i) ||
      (i < f->n && f->t[i].kind == ALN_TOKEN_MARK &&
       (unsigned char)aln_first_byte (f->a, i) == 0xE2))
    i++;
  else return 0;
  sign = match (f, i, f->units, "before", &row);
  len = number_at (f, i + sign, high);
  return len && is_quantity (high) ? i + sign + len : 0;
}

/* "10 to 15 million": the scale of the end counts for both, where the first has none. */
static double scaled_like (double low, double high) {
  static const double scales[] = {1e12, 1e9, 1e6, 1e3};
  for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++)
    if (high >= scales[i] && low * scales[i] <= high && low < 1000) return low * scales[i];
  return low;
}

/* "nine percent", but not "the two countries": a small number in words counts only what the lexicon says
   it does, and only right behind it. */
static int few (const finder *f, uint32_t i, uint32_t to, counted *c) {
  aln_row row;
  uint32_t len;
  if (i && !is_block_start (f, i) && match (f, i - 1, f->words, "known", &row) == 1) return 0;
  if (aln_is_glued_hyphen (f->a, to) || !known_unit (f, to, c) || c->to > to + 3) return 0;
  for (uint32_t j = to; j < c->to; j++) {
    len = match (f, j, f->units, "unit", &row);
    if (len && j + len == c->to) return get (f, row, "small").n > 0;
  }
  return 0;
}

/* "8,600": from a thousand on, with the comma that no year, score or number of a house has. */
static int is_large (const finder *f, uint32_t i) {
  aln_slice s = aln_token_text (f->a, i);
  return s.n >= 5 && f->t[i].kind == ALN_TOKEN_NUMBER && memchr (s.p, ',', s.n) &&
         !aln_is_glued_hyphen (f->a, i + 1);
}

/* A unit that need not be said again, at token k. */
static int is_left_out (const finder *f, uint32_t k, counted *c) {
  aln_row row;
  if (!match (f, k, f->units, "ellipsis", &row)) return 0;
  c->unit = get (f, row, "unit");
  c->rule = "ellipsis";
  return 1;
}

/* "100,000 troops in Asia, including 37,000 in Korea", "8,600 American and 10,000 Korean troops": what is
   counted is said before it in its sentence, or else behind it. */
static int elliptic (const finder *f, uint32_t i, uint32_t to, counted *c) {
  if (!is_large (f, i)) return 0;
  c->to = to;
  c->of = (aln_slice){"", 0};
  for (uint32_t k = i; k > 0 && i - k < ELLIPSIS && !is_block_start (f, k); k--) {
    if (is_left_out (f, k - 1, c)) return 1;
    if (aln_is_mark (f->a, k - 1, '.')) break;
  }
  for (uint32_t k = to; k < f->n && k < to + NOUN_REACH + 2 && !is_block_start (f, k); k++) {
    if (is_left_out (f, k, c)) return 1;
    if (f->t[k].kind == ALN_TOKEN_MARK) break;
  }
  return 0;
}

static int count_what (const finder *f, uint32_t sign, aln_slice sign_unit, uint32_t to,
                       counted *c) {
  if (sign) {
    c->unit = sign_unit;
    c->to = to;
    c->rule = "currency";
    return 1;
  }
  if (strong (f, to, c) || known_unit (f, to, c)) return 1;
  return plural_noun (f, to, c);
}

/* "$", "HK$": the sign before token i, one word ("a $500 bill" has no Australian dollars). */
static uint32_t sign_before (const finder *f, uint32_t i, aln_row *row) {
  uint32_t from = phrase_before (f, i, f->units, "before", row);
  for (uint32_t k = from + 1; k < i; k++)
    if (!(f->t[k].flags & ALN_TOKEN_GLUED))
      return match (f, k, f->units, "before", row) == i - k ? k : i;
  return from;
}

/* The figure whose number begins at i (i past a sign); returns the token behind it, 0: none. */
static uint32_t figure_at (aln_status *st, aln_arena *room, const finder *f, uint32_t i,
                           aln_figures *out) {
  aln_number low, high = {0, 0, 0, 0};
  uint32_t len = number_at (f, i, &low), to = i + len, begin, end;
  double scale, high_scale = 1;
  aln_row sign_row = 0, hedge_row = 0;
  counted c = {{"", 0}, {"", 0}, 0, ""};
  aln_figure *g;
  if (!len || (low.flags & ALN_NUMBER_ORDINAL) || is_label (f, i, to)) return 0;
  begin = sign_before (f, i, &sign_row);
  if (!is_quantity (&low)) {
    if (!few (f, i, to, &c)) return 0;
    end = 0;
    scale = 1;
  } else {
    scale = scale_behind (f, &to, begin != i);
    end = range_end (f, begin, to, &high);
    if (end) {
      to = end;
      high_scale = scale_behind (f, &to, begin != i);
    }
    if (!count_what (f, begin != i, begin != i ? get (f, sign_row, "unit") : c.unit, to, &c) &&
        !elliptic (f, i, to, &c))
      return 0;
  }
  look_for_whom (f, &c);
  begin = phrase_before (f, begin, f->words, "hedge", &hedge_row);
  g = ALN_ADD (st, room, out);
  if (!g) return 0;
  *g = (aln_figure){{f->t[begin].from, f->t[c.to - 1].to},
                    begin,
                    c.to,
                    value_of (&low) * scale,
                    NAN,
                    {"", 0},
                    c.unit,
                    c.of,
                    c.rule};
  if (end) {
    g->high = value_of (&high) * high_scale;
    g->value = scaled_like (g->value, g->high);
  }
  if (hedge_row) g->hedge = get (f, hedge_row, "hedge");
  return c.to;
}

void aln_figures_find (aln_status *st, aln_arena *room, const aln_article *a, const aln_mentions *m,
                       const aln_span *dates, uint32_t date_count, aln_figures *out) {
  finder f = {.a = a, .t = a->tokens.at, .n = a->tokens.n, .x = a->lexicon, .m = m};
  uint32_t d = 0, i = 0;
  uint64_t kinds;
  f.units = aln_lexicon_kind (a->lexicon, ALN_LIT ("units"));
  f.words = aln_lexicon_kind (a->lexicon, ALN_LIT ("figure_words"));
  f.numbers = aln_number_words_of (a->lexicon);
  kinds = aln_lexicon_set (f.numbers.kind) | ALN_NUMBER_HERE;
  while ((i = aln_next_of (a, i, f.n, kinds)) < f.n && *st == ALN_OK) {
    uint32_t to = 0;
    while (d < date_count && dates[d].to <= f.t[i].from) d++;
    if (!(d < date_count && f.t[i].from >= dates[d].from) &&
        (f.t[i].kind == ALN_TOKEN_NUMBER || aln_number_may_begin (&f.numbers, &f.t[i])))
      to = figure_at (st, room, &f, i, out);
    i = to ? to : i + 1;
  }
}
