/* clues.c: in: tokens. Out: clues (clues.h). Numbers that hold marks (2024-12-20, 10:30, 1990s) are
   read from the text itself, so that it does not matter how they were cut into tokens. */
#include "clues.h"

#include "../base/limits.h"

#define NAME(s)                                                                                    \
  { "" s, sizeof (s) - 1 }
static const aln_slice class_names[] = {
    NAME ("month"),    NAME ("weekday"),   NAME ("weekdays"), NAME ("unit"),     NAME ("half"),
    NAME ("period"),   NAME ("part"),      NAME ("moment"),   NAME ("meridiem"), NAME ("zone"),
    NAME ("season"),   NAME ("dayword"),   NAME ("ref"),      NAME ("setword"),  NAME ("holiday"),
    NAME ("fixed"),    NAME ("the"),       NAME ("a"),        NAME ("this"),     NAME ("that"),
    NAME ("last"),     NAME ("bygone"),    NAME ("next"),     NAME ("coming"),   NAME ("recent"),
    NAME ("previous"), NAME ("following"), NAME ("latest"),   NAME ("ago"),      NAME ("earlier"),
    NAME ("later"),    NAME ("before"),    NAME ("after"),    NAME ("yearago"),  NAME ("every"),
    NAME ("of"),       NAME ("in"),        NAME ("on"),       NAME ("at"),       NAME ("and"),
    NAME ("or"),       NAME ("orso"),      NAME ("to"),       NAME ("fiscal"),   NAME ("more"),
    NAME ("end"),      NAME ("edge"),      NAME ("hedge"),    NAME ("few"),      NAME ("his"),
    NAME ("old"),      NAME ("decade")};
#define NAMES (sizeof class_names / sizeof class_names[0])

static const struct {
  aln_slice name;
  uint32_t flag;
} flag_names[] = {
    {NAME ("future"), ALN_CLUE_FUTURE},       {NAME ("past"), ALN_CLUE_PAST},
    {NAME ("until"), ALN_CLUE_UNTIL},         {NAME ("preposition"), ALN_CLUE_PREPOSITION},
    {NAME ("measuring"), ALN_CLUE_MEASURING}, {NAME ("ended"), ALN_CLUE_ENDED},
    {NAME ("label"), ALN_CLUE_LABEL}};

static const char *const unit_names[ALN_UNITS] = {"",        "second", "minute", "hour",    "day",
                                                  "weekend", "week",   "month",  "quarter", "half",
                                                  "season",  "year",   "decade", "century"};

#define BIT(class) ALN_BIT (class)

typedef struct reader {
  aln_clue_kinds *k;
  aln_slice text;
  const aln_token *t; /* of the article; the block ends at 'to' */
  uint32_t to;
} reader;

void aln_clue_kinds_of (const aln_lexicon *x, aln_clue_kinds *out) {
  out->lexicon = x;
  memset (out->keys, 0, sizeof out->keys);
  out->months = aln_lexicon_kind (x, ALN_LIT ("months"));
  out->weekdays = aln_lexicon_kind (x, ALN_LIT ("weekdays"));
  out->times = aln_lexicon_kind (x, ALN_LIT ("times"));
  out->numbers = aln_number_words_of (x);
  out->set = aln_lexicon_set (out->months) | aln_lexicon_set (out->weekdays) |
             aln_lexicon_set (out->times);
}

/* -- rows of the lexicon -------------------------------------------------------------------------
 */

static int32_t number_of (aln_slice s) {
  int32_t v = 0;
  int minus = s.n > 0 && s.p[0] == '-';
  for (size_t i = (size_t)minus; i < s.n && i < 9 && aln_is_digit ((unsigned char)s.p[i]); i++)
    v = v * 10 + (s.p[i] - '0');
  return minus ? -v : v;
}

static int32_t field (const reader *r, aln_row row, const char *key) {
  return number_of (aln_lexicon_get (r->k->lexicon, row, aln_slice_of (key)));
}

static int has (const reader *r, aln_row row, const char *key) {
  return aln_lexicon_get (r->k->lexicon, row, aln_slice_of (key)).n > 0;
}

static void take_unit (const reader *r, aln_row row, aln_clue *c) {
  aln_slice s = aln_lexicon_get (r->k->lexicon, row, ALN_LIT ("unit"));
  for (int i = 1; i < ALN_UNITS; i++)
    if (aln_same (s, aln_slice_of (unit_names[i]))) c->unit = (uint8_t)i;
  if (has (r, row, "plural")) c->flags |= ALN_CLUE_PLURAL;
}

static void take_code (const reader *r, aln_row row, aln_clue *c) {
  aln_slice s = aln_lexicon_get (r->k->lexicon, row, ALN_LIT ("code"));
  if (s.n == 2) memcpy (c->code, s.p, 2);
}

/* The facts that a row of this class has. */
static void take_fields (const reader *r, aln_row row, aln_class class, aln_clue *c) {
  switch (class) {
  case ALN_C_MONTH:
  case ALN_C_WEEKDAY:
  case ALN_C_WEEKDAYS: c->value = field (r, row, "number"); break;
  case ALN_C_UNIT: take_unit (r, row, c); break;
  case ALN_C_SEASON:
  case ALN_C_PART: take_code (r, row, c); break;
  case ALN_C_DAYWORD:
    take_code (r, row, c);
    c->value = field (r, row, "offset");
    break;
  case ALN_C_MOMENT: c->value = field (r, row, "hour"); break;
  case ALN_C_MERIDIEM:
  case ALN_C_FEW: c->value = field (r, row, "value"); break;
  case ALN_C_DECADE: c->number = field (r, row, "year"); break;
  case ALN_C_FIXED:
    c->number =
        field (r, row, "year") * 10000 + field (r, row, "month") * 100 + field (r, row, "day");
    break;
  case ALN_C_HEDGE:
  case ALN_C_EDGE:
  case ALN_C_ORSO:
  case ALN_C_END: c->mod = aln_lexicon_get (r->k->lexicon, row, ALN_LIT ("mod")).p; break;
  default: break;
  }
  if (class == ALN_C_HOLIDAY || class == ALN_C_REF || class == ALN_C_SETWORD) c->row = row;
  if (has (r, row, "doubtful")) c->flags |= ALN_CLUE_DOUBTFUL;
}

#define FLAG_NOTE 128u /* notes of flags are above it, those of classes below; 0: neither */

uint16_t aln_clue_note (const aln_lexicon *x, aln_row row) {
  aln_slice class = aln_lexicon_get (x, row, ALN_LIT ("class"));
  for (size_t i = 0; i < sizeof flag_names / sizeof flag_names[0]; i++)
    if (aln_same (class, flag_names[i].name)) return (uint16_t)(FLAG_NOTE + i);
  for (size_t i = 0; i < NAMES; i++)
    if (aln_same (class, class_names[i])) return (uint16_t)(i + 1);
  return 0;
}

static void take_row (const reader *r, aln_row row, aln_clue *c) {
  const uint32_t note = aln_lexicon_row_note (r->k->lexicon, row);
  if (note >= FLAG_NOTE) c->flags |= flag_names[note - FLAG_NOTE].flag;
  else if (note) {
    c->is |= UINT64_C (1) << (note - 1);
    take_fields (r, row, (aln_class)(note - 1), c);
  }
}

static int is_ours (const reader *r, aln_kind k) {
  return k != 0 && (k == r->k->times || k == r->k->months || k == r->k->weekdays);
}

static int has_ours (const reader *r, aln_node at) {
  const aln_lexicon *x = r->k->lexicon;
  uint64_t ours = aln_lexicon_ends (x, at) & r->k->set;
  if (ours == 0 || !(ours >> 63)) return ours != 0; /* the last bit is shared */
  for (uint32_t e = aln_lexicon_entries (x, at); e; e = aln_lexicon_entry (x, e)->next)
    if (is_ours (r, aln_lexicon_entry (x, e)->kind)) return 1;
  return 0;
}

/* "Sun", "Sun.", or "Jan" without its stop: no date by itself. */
static int is_short (const reader *r, aln_row row, aln_slice word) {
  if (word.n >= aln_lexicon_get (r->k->lexicon, row, ALN_LIT ("name")).n) return 0;
  return aln_lexicon_row_kind (r->k->lexicon, row) == r->k->weekdays || word.p[word.n - 1] != '.';
}

/* Every row of ours that the phrase leads to, in one clue. */
static void take_rows (const reader *r, aln_node phrase, aln_slice word, int lower, aln_clue *c) {
  const aln_lexicon *x = r->k->lexicon;
  for (uint32_t e = aln_lexicon_entries (x, phrase); e; e = aln_lexicon_entry (x, e)->next) {
    const aln_entry *entry = aln_lexicon_entry (x, e);
    if (!is_ours (r, entry->kind) || (lower && (entry->flags & ALN_ENTRY_CASE))) continue;
    take_row (r, entry->row, c);
    if (entry->kind != r->k->times && is_short (r, entry->row, word)) c->flags |= ALN_CLUE_SHORT;
  }
}

/* The longest phrase of our tables that begins at token i; its tokens in *n. */
static aln_node longest_phrase (const reader *r, uint32_t i, aln_node first, uint32_t *n) {
  const aln_lexicon *x = r->k->lexicon;
  aln_node at = first, best = 0;
  for (uint32_t j = i + 1; at; j++) {
    if (has_ours (r, at)) {
      best = at;
      *n = j - i;
    }
    if (j >= r->to || j >= i + ALN_PHRASE_MAX) break;
    at = aln_lexicon_step_of (x, at, r->t[j].word, r->k->set);
  }
  return best;
}

/* Fills the clue from the phrase at token i; returns its tokens, 0: none. */
static uint32_t read_phrase (const reader *r, uint32_t i, aln_node first, aln_clue *c) {
  uint32_t n = 0, key, slot;
  aln_node best = longest_phrase (r, i, first, &n);
  int lower = r->t[i].shape == ALN_SHAPE_LOWER;
  if (!best) return 0;
  key = best * 2 + (uint32_t)lower;
  slot = key % ALN_CLUE_CACHE;
  if (r->k->keys[slot] != key) {
    aln_slice word = aln_cut (r->text, (aln_span){r->t[i].from, r->t[i + n - 1].to});
    memset (&r->k->cache[slot], 0, sizeof *c);
    take_rows (r, best, word, lower, &r->k->cache[slot]);
    r->k->keys[slot] = key;
  }
  *c = r->k->cache[slot];
  return c->is || c->flags ? n : 0;
}

/* -- numbers -------------------------------------------------------------------------------------
 */

static int digits_at (aln_slice s, size_t at, size_t *n) { /* their value; *n how many, at most 4 */
  int v = 0;
  *n = 0;
  while (at + *n < s.n && *n < 5 && aln_is_digit ((unsigned char)s.p[at + *n]))
    v = v * 10 + (s.p[at + (*n)++] - '0');
  return v;
}

static int ends_here (aln_slice s, size_t at) { /* no letter or digit goes on */
  unsigned char c = at < s.n ? (unsigned char)s.p[at] : 0;
  return !aln_is_digit (c) && !aln_is_alpha (c);
}

/* Year, month and day of three numbers in the order they stand; 0: they make no day. US order
   before British where both would do. */
static int64_t order_date (int a, size_t an, int b, int c, size_t cn, char mark) {
  int y = c, m = a, d = b;
  if (an == 4) {
    y = a;
    m = b;
    d = c;
  } else if (cn != 4 || mark == '-') return 0;
  else if (mark == '.' || a > 12) {
    m = b;
    d = a;
  }
  if (y < 1000 || y > 2199 || d < 1 || d > aln_month_days (y, m)) return 0;
  return y * INT64_C (10000) + m * INT64_C (100) + d;
}

/* "2024-12-20", "12/20/2024", "20.12.2024": its bytes, 0: none begins here. */
static size_t read_numeric_date (aln_slice s, size_t at, aln_clue *c) {
  size_t an, bn, cn, end;
  int a = digits_at (s, at, &an), b, d;
  char mark = at + an < s.n ? s.p[at + an] : 0;
  if (an == 0 || an == 3 || an > 4 || (mark != '-' && mark != '/' && mark != '.')) return 0;
  b = digits_at (s, at + an + 1, &bn);
  end = at + an + 1 + bn;
  if (bn == 0 || bn > 2 || end >= s.n || s.p[end] != mark) return 0;
  d = digits_at (s, end + 1, &cn);
  end += 1 + cn;
  if (cn == 0 || !ends_here (s, end) || (an == 4 && cn > 2)) return 0;
  c->number = order_date (a, an, b, d, cn, mark);
  if (!c->number) return 0;
  c->is = BIT (FIXED);
  return end - at;
}

/* "10:30", "10:30:15", "10am", "5.30pm" (the letters are looked up by the caller as a word). */
static size_t read_clock (aln_slice s, size_t at, aln_clue *c) {
  size_t hn, mn, sn, end;
  int h = digits_at (s, at, &hn), m;
  if (hn == 0 || hn > 2 || h > 24 || at + hn >= s.n || s.p[at + hn] != ':') return 0;
  m = digits_at (s, at + hn + 1, &mn);
  end = at + hn + 1 + mn;
  if (mn != 2 || m > 59) return 0;
  if (end < s.n && s.p[end] == ':') {
    digits_at (s, end + 1, &sn);
    if (sn == 2) end += 3;
  }
  if (end < s.n && aln_is_digit ((unsigned char)s.p[end])) return 0;
  c->number = h * 60 + m;
  c->is = BIT (CLOCK);
  return end - at;
}

static size_t quote_at (aln_slice s, size_t at) { /* bytes of an apostrophe, 0: none */
  if (at < s.n && s.p[at] == '\'') return 1;
  return s.n - at >= 3 && at < s.n && memcmp (s.p + at, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}

/* "1990s", "1990's", "'90s", "'96": a decade, or a year after an apostrophe. */
static size_t read_decade (aln_slice s, size_t at, aln_clue *c) {
  size_t quote = quote_at (s, at), n, end;
  int v = digits_at (s, at + quote, &n);
  end = at + quote + n;
  if ((n != 4 && n != 2) || (quote && n == 4)) return 0;
  if (n == 2) v += v < 30 ? 2000 : 1900; /* '96 */
  if (end + quote_at (s, end) < s.n && s.p[end + quote_at (s, end)] == 's' && v % 10 == 0 &&
      (quote || n == 4)) {
    end += quote_at (s, end) + 1;
    c->is = BIT (DECADE);
    c->flags |= ALN_CLUE_DIGITS;
  } else if (quote && n == 2) c->is = BIT (YEAR);
  else return 0;
  c->number = v;
  return ends_here (s, end) ? end - at : 0;
}

static uint32_t tokens_in (const reader *r, uint32_t i, size_t bytes) { /* 0: it ends within one */
  size_t end = r->t[i].from + bytes;
  uint32_t n = 0;
  while (i + n < r->to && r->t[i + n].to <= end) n++;
  return n && r->t[i + n - 1].to == end ? n : 0;
}

static void class_number (const aln_number *v, aln_clue *c) {
  c->number = v->whole;
  c->thousandths = v->thousandths;
  if (v->flags & ALN_NUMBER_PLAIN) c->flags |= ALN_CLUE_PLAIN;
  if (v->flags & ALN_NUMBER_DIGITS) c->flags |= ALN_CLUE_DIGITS;
  c->is |= v->flags & ALN_NUMBER_ORDINAL ? BIT (ORD) : BIT (NUM);
  if (v->thousandths) return;
  if ((v->flags & ALN_NUMBER_ORDINAL) && v->whole >= 1 && v->whole <= 31) {
    c->is |= BIT (DAY);
    c->flags |= ALN_CLUE_ORDINAL;
  } else if ((v->flags & ALN_NUMBER_PLAIN) && v->digits <= 2 && v->whole >= 1 && v->whole <= 31)
    c->is |= BIT (DAY);
  if ((v->flags & ALN_NUMBER_PLAIN) && v->digits == 4 && v->whole >= 1000 && v->whole < 2200)
    c->is |= BIT (YEAR);
  if ((v->flags & ALN_NUMBER_PAIRS) ||
      (!(v->flags & ALN_NUMBER_DIGITS) && v->whole >= 2000 && v->whole < 2100))
    c->is |= BIT (YEAR);
}

static uint32_t read_number (const reader *r, uint32_t i, aln_clue *c) {
  static size_t (*const forms[]) (aln_slice, size_t, aln_clue *) = {read_numeric_date, read_clock,
                                                                    read_decade};
  aln_number v;
  uint32_t n;
  if (r->t[i].kind == ALN_TOKEN_NUMBER || quote_at (r->text, r->t[i].from))
    for (size_t f = 0; f < sizeof forms / sizeof forms[0]; f++) {
      aln_clue try = *c;
      size_t bytes = forms[f](r->text, r->t[i].from, &try);
      n = bytes ? tokens_in (r, i, bytes) : 0;
      if (n) *c = try;
      if (n) return n;
    }
  n = aln_number_read (&r->k->numbers, r->text, &r->t[i], r->to - i, &v);
  if (n) class_number (&v, c);
  return n;
}

/* -- marks and plain words -----------------------------------------------------------------------
 */

static uint32_t read_mark (const reader *r, uint32_t i, aln_clue *c) {
  aln_slice s = aln_cut (r->text, (aln_span){r->t[i].from, r->t[i].to});
  static const struct {
    aln_slice text;
    uint64_t is;
    uint32_t flag;
  } marks[] = {{NAME (","), BIT (COMMA), 0},
               {NAME ("("), BIT (OPEN), 0},
               {NAME (")"), BIT (CLOSE), 0},
               {NAME ("-"), BIT (DASH), 0},
               {NAME ("~"), BIT (DASH), 0},
               {NAME ("\xE2\x80\x93"), BIT (DASH), 0},
               {NAME ("\xE2\x80\x90"), BIT (DASH), 0},
               {NAME ("\xE2\x80\x91"), BIT (DASH), 0},
               {NAME ("'s"), BIT (POSS), 0},
               {NAME ("\xE2\x80\x99s"), BIT (POSS), 0},
               {NAME ("."), 0, ALN_CLUE_STOP},
               {NAME ("!"), 0, ALN_CLUE_STOP},
               {NAME ("?"), 0, ALN_CLUE_STOP},
               {NAME (";"), 0, ALN_CLUE_STOP}};
  for (size_t m = 0; m < sizeof marks / sizeof marks[0]; m++)
    if (s.p[0] == marks[m].text.p[0] && aln_same (s, marks[m].text)) {
      c->is = marks[m].is;
      c->flags = marks[m].flag;
      return 1;
    }
  return 0;
}

/* A regular past tense: a word in small letters that ends in "ed". */
static int is_past_verb (const reader *r, const aln_token *t) {
  return t->kind == ALN_TOKEN_WORD && t->shape == ALN_SHAPE_LOWER && t->to - t->from > 4 &&
         memcmp (r->text.p + t->to - 2, "ed", 2) == 0;
}

/* "FY2026": a word for a fiscal year, glued to its number. */
static int read_fiscal (const reader *r, const aln_token *t, aln_clue *c) {
  char letters[8];
  size_t n = 0, digits;
  aln_clue fiscal = {0};
  aln_node at;
  while (n < sizeof letters && aln_is_alpha ((unsigned char)r->text.p[t->from + n])) {
    letters[n] = (char)(r->text.p[t->from + n] | 32);
    n++;
  }
  c->number = digits_at (r->text, t->from + n, &digits);
  if (n == sizeof letters || digits != 4 || t->from + n + 4 != t->to) return 0;
  at = aln_lexicon_step (r->k->lexicon, ALN_ROOT,
                         aln_lexicon_word (r->k->lexicon, (aln_slice){letters, n}));
  if (at) take_rows (r, at, (aln_slice){letters, n}, 0, &fiscal);
  c->is = BIT (YEAR);
  return (fiscal.is & BIT (FISCAL)) != 0;
}

static int is_numbered (const reader *r,
                        const aln_token *t) { /* letters, then a digit at the end */
  return t->kind == ALN_TOKEN_WORD && t->to - t->from > 4 &&
         aln_is_digit ((unsigned char)r->text.p[t->to - 1]) &&
         aln_is_upper ((unsigned char)r->text.p[t->from]);
}

/* Is there nothing in this token that a clue could be made of? So it is with most words. */
static int is_no_clue (const reader *r, const aln_token *t) {
  const unsigned char c = (unsigned char)r->text.p[t->from];
  const uint64_t kinds = r->k->set | aln_lexicon_set (r->k->numbers.kind);
  return t->kind == ALN_TOKEN_WORD && aln_is_alpha (c) &&
         !(aln_lexicon_begin (r->k->lexicon, t->word)->kinds & kinds) && !is_numbered (r, t) &&
         !is_past_verb (r, t);
}

static uint32_t read_clue (const reader *r, uint32_t i, aln_clue *c) {
  const aln_token *t = &r->t[i];
  uint32_t n = 0, m;
  aln_node first;
  if (t->kind == ALN_TOKEN_MARK ||
      (t->kind == ALN_TOKEN_WORD && t->to - t->from <= 4 && quote_at (r->text, t->from)))
    n = read_mark (r, i, c);
  if (n) return n;
  first = aln_lexicon_begin (r->k->lexicon, t->word)->node;
  if (aln_lexicon_begin (r->k->lexicon, t->word)->kinds & r->k->set)
    n = read_phrase (r, i, first, c);
  if (t->kind == ALN_TOKEN_NUMBER || aln_number_may_begin (&r->k->numbers, t) ||
      quote_at (r->text, t->from)) {
    aln_clue number = {0};
    m = read_number (r, i, &number);
    if (m > n) {
      *c = number;
      n = m;
    } else if (m && m == n) {
      c->is |= number.is;
      c->number = number.number;
      c->flags |= number.flags;
    }
  }
  if (n == 0 && is_numbered (r, t)) {
    aln_clue year = {0};
    n = read_fiscal (r, t, &year);
    if (n) *c = year;
  }
  if (n == 0 && is_past_verb (r, t)) {
    c->flags = ALN_CLUE_PAST;
    n = 1;
  }
  return n;
}

/* The clue at token i, if there is one; returns how many tokens have been read. */
static uint32_t add_clue (aln_status *st, aln_arena *a, const reader *r, uint32_t i,
                          aln_clues *out) {
  const aln_token *t = &r->t[i];
  aln_clue *c;
  uint32_t n;
  if (!aln_list_room (st, a, out)) return 1;
  c = &out->at[out->n]; /* made where it stays */
  memset (c, 0, sizeof *c);
  n = read_clue (r, i, c);
  if (n == 0) return 1;
  c->token = i;
  c->tokens = n;
  if (t->flags & ALN_TOKEN_GLUED) c->flags |= ALN_CLUE_GLUED;
  if (t->shape == ALN_SHAPE_LOWER) c->flags |= ALN_CLUE_LOWER;
  out->n++;
  return n;
}

void aln_clues_read (aln_status *st, aln_arena *a, aln_clue_kinds *k, aln_slice text,
                     const aln_token *t, uint32_t from, uint32_t to, aln_clues *out) {
  reader r = {k, text, t, to};
  for (uint32_t i = from; i < to && *st == ALN_OK;) {
    i += is_no_clue (&r, &t[i]) ? 1 : add_clue (st, a, &r, i, out);
  }
}
