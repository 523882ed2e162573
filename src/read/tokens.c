/* tokens.c: in: clean text. Out: tokens. Words are those of UAX #29 but for these habits of news:
     cut      at every hyphen, dash, slash, colon and middle dot; before 's; between a number and the
              unit glued to it (70km is 70, km; 5G is 5, G) unless that is st, nd, rd, th or s; at a
              stop without a space between sentences (force.He is force, ., He)
     kept     the last stop of single letters (U.S. a.m. Ph.D.), of an initial before a name, and of
              a word that the lexicon knows with its stop (Gen. Jan. Corp.); 10:30 and 9/11; URLs,
              e-mail addresses, @handles and #tags
     dropped  nothing: what has no width belongs to the token beside it */
#include "tokens.h"

#include "../base/fold.h"
#include "../base/limits.h"
#include "ahead.h"
#include "letter_at.h"
#include "links.h"

#define LATER UINT32_MAX /* the number of a plain word, until all are cut: see name_words */

typedef struct reader {
  aln_slice s;
  const aln_lexicon *x;
  aln_kind abbreviations;
  aln_status *st;
  aln_arena *arena;
  aln_tokens *out;
  size_t at;      /* the first byte not yet read */
  size_t last;    /* the end of the newest token */
  unsigned lines; /* line breaks since then */
  size_t lead;    /* where the token begins that is being read, what has no width included */
  size_t seen;    /* where 'ahead' begins */
  aln_ahead ahead;
  /* the word or number that is being read */
  size_t from;
  int ascii;
  uint32_t upper, lower; /* its cased letters: none, one, or more */
} reader;

/* -- giving out -------------------------------------------------------------------------------- */

static aln_word lookup (const reader *r, aln_slice w) {
  char folded[ALN_WORD_MAX];
  const uint64_t few = w.n <= 8 ? aln_letters_few (w.p, w.n) : ALN_HIGH;
  if (r->x && w.n && !(few & ALN_HIGH)) /* ASCII, as most marks are */
    return aln_lexicon_word_few (r->x, aln_letters_lower (few), w.n);
  /* a word much longer than its folded form may be is asked about at every stop in it: refused */
  size_t n = r->x && w.n <= 4 * sizeof folded ? aln_fold (w, folded, sizeof folded) : 0;
  return n ? aln_lexicon_word (r->x, (aln_slice){folded, n}) : 0;
}

static aln_token_shape shape (const reader *r) {
  size_t n;
  if (r->upper == 0) return r->lower ? ALN_SHAPE_LOWER : ALN_SHAPE_NONE;
  if (r->lower == 0 && r->upper > 1) return ALN_SHAPE_CAPS;
  for (size_t i = r->from; i < r->at; i += n) {
    aln_letter k = aln_letter_at (r->s, i, &n);
    if (k == ALN_UPPER) return ALN_SHAPE_CAPITAL;
    if (k == ALN_LOWER) return ALN_SHAPE_MIXED;
  }
  return ALN_SHAPE_CAPITAL;
}

/* Of the token that begins at r->lead. */
static inline uint16_t flags_of (const reader *r) {
  unsigned flags = r->lead == r->last && r->out->n > 0 ? ALN_TOKEN_GLUED : 0;
  if (r->lines) flags |= r->lines > 1 ? ALN_TOKEN_NEWLINE | ALN_TOKEN_BLANK : ALN_TOKEN_NEWLINE;
  return (uint16_t)flags;
}

/* The token that begins at r->lead and ends at r->at. */
static inline void give (reader *r, aln_token_kind kind, aln_word word, aln_token_shape form) {
  const uint16_t flags = flags_of (r);
  aln_token *t = ALN_ADD (r->st, r->arena, r->out);
  if (!t) return;
  t->from = (uint32_t)r->lead;
  t->to = (uint32_t)r->at;
  t->word = word;
  t->kind = (uint8_t)kind;
  t->shape = (uint8_t)form;
  t->flags = flags;
  r->last = r->at;
}

static void give_plain (reader *r, aln_token_kind kind) {
  give (r, kind, lookup (r, (aln_slice){r->s.p + r->from, r->at - r->from}), ALN_SHAPE_NONE);
}

static void give_word (reader *r, aln_token_kind kind) {
  aln_slice w = {r->s.p + r->from, r->at - r->from};
  aln_word word = !r->x ? 0 : r->ascii ? aln_lexicon_word_ascii (r->x, w) : lookup (r, w);
  give (r, kind, word, shape (r));
}

/* -- links ------------------------------------------------------------------------------------- */

static void give_link (reader *r, size_t end) {
  r->at = end;
  give_plain (r, ALN_TOKEN_LINK);
}

static int is_local (const reader *r, const aln_token *t) {
  return t->kind != ALN_TOKEN_LINK &&
         aln_is_local_part (aln_cut (r->s, (aln_span){t->from, t->to}));
}

/* An e-mail address: takes back the tokens before '@' that are its local part. */
static int read_address (reader *r) {
  size_t end = r->lead == r->last ? aln_host_end (r->s, r->at + 1) : 0;
  uint32_t n = r->out->n, flags;
  if (!end) return 0;
  while (n > 0 && is_local (r, &r->out->at[n - 1])) {
    n--;
    if (!(r->out->at[n].flags & ALN_TOKEN_GLUED)) break;
  }
  if (n == r->out->n) return 0;
  flags = r->out->at[n].flags;
  r->lead = r->from = r->out->at[n].from;
  r->out->n = n;
  give_link (r, end);
  if (*r->st == ALN_OK) r->out->at[n].flags = (uint16_t)flags;
  return 1;
}

static int follows_word (const reader *r) {
  return r->lead == r->last && r->out->n && r->out->at[r->out->n - 1].kind != ALN_TOKEN_MARK;
}

static int read_handle (reader *r) {
  size_t to = aln_handle_end (r->s, r->at + 1);
  if (to == r->at + 1 || follows_word (r)) return 0;
  give_link (r, to);
  return 1;
}

static int read_tag (reader *r) {
  size_t to = follows_word (r) ? 0 : aln_tag_end (r->s, r->at + 1);
  if (to) give_link (r, to);
  return to != 0;
}

/* -- words ------------------------------------------------------------------------------------- */

static void begin_word (reader *r) {
  r->from = r->at;
  r->ascii = 1;
  r->upper = r->lower = 0;
}

/* A letter, digit or attached mark beyond ASCII; 0 where the word ends. */
static int take_glyph (reader *r, int digits_only) {
  aln_glyph g = aln_glyph_at (r->s, r->at);
  switch (g.word_class) {
  case ALN_WB_LETTER:
  case ALN_WB_HEBREW:
    if (digits_only) return 0;
    break;
  case ALN_WB_NUMERIC:
  case ALN_WB_EXTEND:
  case ALN_WB_ZWJ:
  case ALN_WB_FORMAT:
  case ALN_WB_SILENT_EXTEND:
  case ALN_WB_SILENT_FORMAT: break;
  default: return 0;
  }
  r->ascii = 0;
  r->upper += g.upper;
  r->lower += g.lower;
  r->at += g.bytes;
  return 1;
}

/* Letters, digits and attached marks. */
static void take_letters (reader *r) {
  while (r->at < r->s.n) {
    const unsigned char c = (unsigned char)r->s.p[r->at];
    switch (aln_classes[c]) {
    case 'u': r->upper++; break;
    case 'l': r->lower++; break;
    case 'd': break;
    case 'x':
      if (!take_glyph (r, 0)) return;
      continue;
    default: return;
    }
    r->at++;
  }
}

static void take_inner (reader *r, size_t n) { /* marks inside a word */
  for (; n > 0; n--, r->at++)
    if ((unsigned char)r->s.p[r->at] >= 0x80) r->ascii = 0;
}

/* The first byte from 'at' on that is no space. Called once a gap. */
static size_t after_space (const reader *r, size_t at) {
  while (at < r->s.n && aln_is_space ((unsigned char)r->s.p[at])) at++;
  return at;
}

/* Does the lexicon know the word that ends here with the stop behind it, in this place? */
static int is_abbreviation (const reader *r) {
  aln_slice w = {r->s.p + r->from, r->at - r->from + 1};
  aln_abbreviation class;
  aln_word word;
  if (!r->x) return 0;
  word = r->ascii ? aln_lexicon_word_ascii (r->x, w) : lookup (r, w);
  if (!word) return 0;
  class = aln_abbreviation_of (r->x, r->abbreviations, word, r->upper == 0);
  if (class == ALN_ABBR_NUMBER) { /* "No. 5", not "He said no."; { is the {n} of a phrase */
    size_t next = after_space (r, r->at + 1);
    return aln_is_digit_at (r->s, next) || aln_byte_at (r->s, next) == '{';
  }
  /* "Sun." of another table, not "in the sun."; the "B." of a name the lexicon knows is no stop of
     every B */
  return class != ALN_ABBR_NONE || (r->upper && w.n > 2);
}

/* "J. Smith", "Smith, J., and", "J.-P.": the letter before the stop stands for a name. */
static int is_initial (const reader *r) {
  unsigned char c = aln_byte_at (r->s, r->at + 1);
  size_t next, n;
  if (r->upper != 1 || r->lower) return 0;
  if (c == ',' || c == ';' || c == ':' || c == '-') return 1;
  next = after_space (r, r->at + 1);
  if (next == r->at + 1 || aln_letter_at (r->s, next, &n) != ALN_UPPER) return 0;
  if (r->s.p[r->from] != 'I') return 1;
  return r->out->n && r->out->at[r->out->n - 1].shape == ALN_SHAPE_CAPITAL;
}

typedef enum stop_kind { OUTSIDE, INSIDE, LAST } stop_kind;

/* The stop at r->at before the letter 'next' ('n' bytes), behind the piece that began at 'piece'. */
static stop_kind stop_before_letter (const reader *r, size_t piece, aln_letter next, size_t n) {
  const int alone = !aln_is_word_at (r->s, r->at + 1 + n); /* the next piece is one letter */
  const unsigned char end = aln_byte_at (r->s, r->at - 1);
  size_t k;
  aln_letter first = aln_letter_at (r->s, piece, &k);
  if (piece + k == r->at) {
    if (alone) return INSIDE;                                       /* U.S */
    return first == ALN_LOWER && next == ALN_LOWER ? INSIDE : LAST; /* t.co; J.Smith */
  }
  if (next == ALN_UPPER && is_abbreviation (r)) return LAST; /* Gen.Brunson */
  if (first == ALN_UPPER && alone && next == ALN_UPPER && r->at - piece <= 3)
    return INSIDE;                                                     /* Ph.D */
  if (next == ALN_UPPER) return aln_is_upper (end) ? INSIDE : OUTSIDE; /* ASP.NET; force.He */
  return next == ALN_LOWER && end < 0x80 ? INSIDE : OUTSIDE;           /* amazon.com */
}

static stop_kind stop_at (const reader *r, size_t piece, unsigned dots) {
  size_t n, k;
  aln_letter next = aln_letter_at (r->s, r->at + 1, &n);
  int single;
  if (next > ALN_DIGIT) return stop_before_letter (r, piece, next, n);
  aln_letter_at (r->s, piece, &k);
  single = piece + k == r->at;
  if (next == ALN_DIGIT) {
    if (is_abbreviation (r)) return LAST; /* No.5 */
    return aln_is_digit_at (r->s, r->at - 1) && aln_byte_at (r->s, r->at + 1) < 0x80 ? INSIDE
                                                                                     : OUTSIDE;
  }
  if (single && (dots || is_initial (r))) return LAST;
  return is_abbreviation (r) ? LAST : OUTSIDE;
}

/* A link that shows itself inside a word: "https" before "://", "www" before ".", a host before
   "/". */
static int turns_to_link (const reader *r, unsigned dots) {
  unsigned char c = aln_byte_at (r->s, r->at);
  if (!r->ascii || r->at == r->from) return 0;
  if (c == ':') return r->s.n - r->at > 3 && memcmp (r->s.p + r->at, "://", 3) == 0;
  if (c == '/') return dots > 0 && r->upper == 0 && aln_byte_at (r->s, r->at - 1) != '.';
  return c == '.' && r->at - r->from == 3 && aln_is_word_at (r->s, r->at + 1) &&
         (r->s.p[r->from] | 0x20) == 'w' && (r->s.p[r->from + 1] | 0x20) == 'w' &&
         (r->s.p[r->from + 2] | 0x20) == 'w';
}

/* How many bytes of apostrophe or low lines at r->at stand inside the word. */
static size_t inner_marks (const reader *r) {
  size_t n = aln_apostrophe_at (r->s, r->at);
  if (n) return aln_is_letter_at (r->s, r->at + n) && !aln_possessive_at (r->s, r->at) ? n : 0;
  while (aln_byte_at (r->s, r->at + n) == '_') n++;
  return n && aln_is_word_at (r->s, r->at + n) ? n : 0;
}

/* What may stand behind a word of letters so that it certainly ends there, as it is. */
static inline int ends_plainly (char end) {
  const char class = aln_classes[(unsigned char)end];
  return class == ' ' || class == 'm';
}

static inline aln_token_shape shape_of (uint64_t capitals, unsigned n) {
  capitals &= (UINT64_C (1) << n) - 1;
  if (capitals == 0) return ALN_SHAPE_LOWER;
  if (n > 1 && capitals == (UINT64_C (1) << n) - 1) return ALN_SHAPE_CAPS;
  return capitals & 1 ? ALN_SHAPE_CAPITAL : ALN_SHAPE_MIXED;
}

/* How many letters stand at p, where 'v' begins; 0: none, more than can be seen, or p is too close to the
   end of the text, at 'last' or behind it. */
static inline unsigned letters_at (aln_ahead *v, const char *p, const char *last) {
  if (v->others == 0 && p < last) *v = aln_ahead_at (p);
  return v->others ? aln_lowest_bit (v->others) : 0;
}

/* Words of ASCII letters and nothing else, with a blank between them: nine of ten are such. One look
   ahead tells where they end and which letters are capitals, with the same result as the long way (a
   third of the instructions of making tokens). 0: the first one is to be read the long way. */
static int read_plain_words (reader *r) {
  const char *const text = r->s.p, *p = text + r->at;
  const char *const last = text + (r->s.n > ALN_AHEAD ? r->s.n - ALN_AHEAD : 0);
  aln_token *const first = r->out->at + r->out->n, *const room = r->out->at + r->out->cap;
  aln_token *t = first;
  aln_ahead v = aln_ahead_pass (r->ahead, r->at - r->seen);
  uint32_t lead = (uint32_t)r->lead;
  uint16_t flags = flags_of (r);
  if (r->lead != r->at) return 0; /* what has no width stands before it */
  for (unsigned n; t < room && (n = letters_at (&v, p, last)) > 0;) {
    if (p[n] != ' ' && !ends_plainly (p[n])) break;
    *t++ = (aln_token){lead,           (uint32_t)(p - text) + n,          LATER,
                       ALN_TOKEN_WORD, (uint8_t)shape_of (v.capitals, n), flags};
    v = aln_ahead_pass (v, n);
    p += n;
    if (*p != ' ') break;
    v = aln_ahead_pass (v, 1);
    lead = (uint32_t)(++p - text);
    flags = 0;
  }
  r->ahead = v;
  r->seen = (size_t)(p - text);
  if (t == first) return 0;
  r->out->n += (uint32_t)(t - first);
  r->at = r->last = t[-1].to;
  return 1;
}

/* The numbers of the plain words, which were left for later: by themselves, so that no look into the lexicon
   waits for another. */
static void name_words (const aln_lexicon *x, aln_slice s, aln_token *t, const aln_token *end) {
  for (; t < end; t++) {
    const char *p = s.p + t->from;
    const uint32_t n = t->to - t->from;
    if (t->word != LATER) continue;
    if (!x) t->word = 0;
    else if (n > 8) t->word = aln_lexicon_word_ascii (x, (aln_slice){p, n});
    else t->word = aln_lexicon_word_few (x, aln_letters_first (p, n), n);
  }
}

static void read_word (reader *r) {
  size_t piece = r->at, n;
  unsigned dots = 0;
  stop_kind stop = INSIDE;
  begin_word (r);
  for (take_letters (r); r->at < r->s.n && aln_byte_at (r->s, r->at) != ' '; take_letters (r)) {
    if (turns_to_link (r, dots)) {
      give_link (r, aln_url_end (r->s, r->from));
      return;
    }
    if ((n = inner_marks (r))) {
      take_inner (r, n);
      continue;
    }
    stop = aln_byte_at (r->s, r->at) == '.' ? stop_at (r, piece, dots) : OUTSIDE;
    if (stop != OUTSIDE) take_inner (r, 1);
    if (stop != INSIDE) break;
    dots++;
    piece = r->at;
  }
  give_word (r, ALN_TOKEN_WORD);
}

/* -- numbers ----------------------------------------------------------------------------------- */

static void take_digits (reader *r) {
  for (;; r->at++) {
    unsigned char c = aln_byte_at (r->s, r->at);
    while (c >= 0x80 && take_glyph (r, 1)) c = aln_byte_at (r->s, r->at);
    if (!aln_is_digit (c)) return;
  }
}

static size_t digits_at (const reader *r, size_t at) { /* at most 4 are counted */
  size_t n = 0;
  while (n < 4 && aln_is_digit_at (r->s, at + n)) n++;
  return n;
}

/* Whether the mark at r->at stands inside a number: 3.5 28,500 1,50,000 10:30 9/11. */
static int is_number_mark (const reader *r) {
  size_t n = digits_at (r, r->at + 1);
  switch (aln_byte_at (r->s, r->at)) {
  case '.':
  case '/': return n > 0;
  case ':': return n == 2;
  case ',':
    return n == 3 ||
           (n == 2 && aln_byte_at (r->s, r->at + 3) == ',' && aln_is_digit_at (r->s, r->at + 4));
  default: return 0;
  }
}

/* The letters that belong to a number: 1st 2nd 3rd 4th 1990s. */
static size_t ordinal_letters (const reader *r) {
  static const char two[] = "stndrdth";
  char a = (char)(aln_byte_at (r->s, r->at) | 0x20),
       b = (char)(aln_byte_at (r->s, r->at + 1) | 0x20);
  if (a == 's' && !aln_is_word_at (r->s, r->at + 1)) return 1;
  for (size_t i = 0; i < sizeof two - 1; i += 2)
    if (a == two[i] && b == two[i + 1] && !aln_is_word_at (r->s, r->at + 2)) return 2;
  return 0;
}

static void read_number (reader *r) {
  begin_word (r);
  for (take_digits (r); is_number_mark (r); take_digits (r)) take_inner (r, 1);
  for (size_t n = ordinal_letters (r); n > 0; n--) {
    unsigned char c = (unsigned char)r->s.p[r->at++];
    r->upper += (uint32_t)aln_is_upper (c);
    r->lower += (uint32_t)aln_is_lower (c);
  }
  give_word (r, ALN_TOKEN_NUMBER);
}

/* -- marks and the rest ------------------------------------------------------------------------ */

static int is_possessive (const reader *r) {
  const aln_token *t;
  if (r->lead != r->last || r->out->n == 0) return 0;
  t = &r->out->at[r->out->n - 1];
  return t->kind != ALN_TOKEN_MARK || strchr ("\")]", r->s.p[t->to - 1]) ||
         (unsigned char)r->s.p[t->from] >= 0x80;
}

static void read_possessive (reader *r, size_t n) {
  begin_word (r);
  take_inner (r, n - 1);
  take_letters (r);
  give_word (r, ALN_TOKEN_WORD);
}

static void read_mark (reader *r) {
  unsigned char c = (unsigned char)r->s.p[r->at];
  size_t n = c == '\'' && is_possessive (r) ? aln_possessive_at (r->s, r->at) : 0;
  if (n) {
    read_possessive (r, n);
    return;
  }
  r->from = r->at;
  if (c == '@' && (read_address (r) || read_handle (r))) return;
  if (c == '#' && read_tag (r)) return;
  r->at++;
  if (c == '\'') r->at += aln_byte_at (r->s, r->at) == c; /* a quote of typewriters */
  else if (aln_byte_at (r->s, r->at) == c && !strchr ("\"()[]{}", c))
    while (r->at < r->s.n && (unsigned char)r->s.p[r->at] == c) r->at++;
  give_plain (r, ALN_TOKEN_MARK);
}

static int stands_alone (const aln_glyph *g) { /* brackets and quotes */
  return g->word_class == ALN_WB_OPENING || g->word_class == ALN_WB_CLOSING ||
         g->word_class == ALN_WB_MIDNUMLET;
}

static void read_other (reader *r, const aln_glyph *g) {
  size_t n;
  r->from = r->at;
  if (g->word_class == ALN_WB_EXTENDNUMLET) r->at += g->bytes;
  else r->at = aln_word_end (r->s, r->at);
  n = r->at - r->from;
  if (g->word_class == ALN_WB_IDEOGRAM || g->word_class == ALN_WB_KATAKANA) {
    give_plain (r, ALN_TOKEN_IDEOGRAM);
    return;
  }
  while (!stands_alone (g) && r->s.n - r->at >= n &&
         memcmp (r->s.p + r->from, r->s.p + r->at, n) == 0)
    r->at += n;
  give_plain (r, ALN_TOKEN_MARK);
}

static void read_glyph (reader *r) {
  aln_glyph g = aln_glyph_at (r->s, r->at);
  size_t n;
  switch (g.word_class) {
  case ALN_WB_LETTER:
  case ALN_WB_HEBREW: read_word (r); return;
  case ALN_WB_NUMERIC: read_number (r); return;
  case ALN_WB_MIDNUMLET:
    n = is_possessive (r) ? aln_possessive_at (r->s, r->at) : 0;
    if (n) {
      read_possessive (r, n);
      return;
    }
    break;
  default: break;
  }
  read_other (r, &g);
}

/* -- gaps -------------------------------------------------------------------------------------- */

/* White space beyond ASCII, or what has no width. The latter belongs to the token it touches: the
   one before, else the one behind; between white space it is white space. 0: a token begins. */
static int skip_glyph (reader *r) {
  aln_glyph g = aln_glyph_at (r->s, r->at);
  const int touches = r->at == r->last && r->out->n > 0;
  switch (g.word_class) {
  case ALN_WB_NEWLINE: r->lines++; /* fall through */
  case ALN_WB_SPACE:
  case ALN_WB_OTHER_SPACE:
  case ALN_WB_NARROW_SPACE:
    r->at += g.bytes;
    r->lead = r->at;
    return 1;
  case ALN_WB_FORMAT:
  case ALN_WB_EXTEND:
    if (!touches) return 0;
    break;
  case ALN_WB_SILENT:
  case ALN_WB_SILENT_EXTEND:
  case ALN_WB_SILENT_FORMAT:
  case ALN_WB_ZWJ: break;
  default: return 0;
  }
  r->at += g.bytes;
  if (!touches) return 1;
  r->lead = r->last = r->at;
  r->out->at[r->out->n - 1].to = (uint32_t)r->at;
  return 1;
}

static void skip_gap (reader *r) {
  const unsigned char *p = (const unsigned char *)r->s.p + r->at;
  r->lead = r->at;
  r->lines = 0;
  if (r->s.n - r->at > 1 && p[0] == ' ' && p[1] > ' ' && p[1] < 0x80) { /* mostly */
    r->lead = ++r->at;
    return;
  }
  while (r->at < r->s.n) {
    unsigned char c = (unsigned char)r->s.p[r->at];
    if (c >= 0x80) {
      if (!skip_glyph (r)) return;
      continue;
    }
    if (aln_classes[c] != ' ') return;
    r->lines += c == '\n';
    r->lead = ++r->at;
  }
}

static void read_token (reader *r) {
  unsigned char c = (unsigned char)r->s.p[r->at];
  if (c >= 0x80) {
    read_glyph (r);
    return;
  }
  switch (aln_classes[c]) {
  case 'u':
  case 'l':
    if (!read_plain_words (r)) read_word (r);
    return;
  case 'd': read_number (r); return;
  default: read_mark (r);
  }
}

/* News has a token for every five or six bytes; room for one in four is seldom outgrown. */
static void reserve (aln_status *st, aln_arena *a, aln_slice text, aln_tokens *out) {
  uint32_t n = (uint32_t)(text.n / 4 + 16);
  if (out->cap) return;
  out->at = aln_arena_raw (st, a, n * sizeof *out->at);
  if (out->at) out->cap = n;
}

void aln_tokenize (aln_status *st, aln_arena *a, aln_slice text, const aln_lexicon *x,
                   aln_tokens *out) {
  reader r = {.s = text, .x = x, .st = st, .arena = a, .out = out};
  const uint32_t first = out->n;
  if (*st != ALN_OK) return;
  if (x) r.abbreviations = aln_lexicon_kind (x, ALN_LIT ("abbreviations"));
  reserve (st, a, text, out);
  for (skip_gap (&r); r.at < text.n && *st == ALN_OK; skip_gap (&r)) read_token (&r);
  if (*st == ALN_OK) name_words (x, text, out->at + first, out->at + out->n);
}
