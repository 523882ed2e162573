/* tokens_words.c: in: a letter of a clean text. Out: the word that begins there, or the link that it turns out to be: which
   apostrophes, low lines and stops stand inside it, and whether its last stop is its own (tokening.h). */
#include "links.h"
#include "tokening.h"

/* The first byte from 'at' on that is no space. Called once a gap. */
static size_t after_space (const aln_tokening *r, size_t at) {
  while (at < r->s.n && aln_is_space ((unsigned char)r->s.p[at])) at++;
  return at;
}

/* Does the lexicon know the word that ends here with the stop behind it, in this place? */
static int is_abbreviation (const aln_tokening *r) {
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
static int is_initial (const aln_tokening *r) {
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
static stop_kind stop_before_letter (const aln_tokening *r, size_t piece, aln_letter next,
                                     size_t n) {
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

static stop_kind stop_at (const aln_tokening *r, size_t piece, unsigned dots) {
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
static int turns_to_link (const aln_tokening *r, unsigned dots) {
  unsigned char c = aln_byte_at (r->s, r->at);
  if (!r->ascii || r->at == r->from) return 0;
  if (c == ':') return r->s.n - r->at > 3 && memcmp (r->s.p + r->at, "://", 3) == 0;
  if (c == '/') return dots > 0 && r->upper == 0 && aln_byte_at (r->s, r->at - 1) != '.';
  return c == '.' && r->at - r->from == 3 && aln_is_word_at (r->s, r->at + 1) &&
         (r->s.p[r->from] | 0x20) == 'w' && (r->s.p[r->from + 1] | 0x20) == 'w' &&
         (r->s.p[r->from + 2] | 0x20) == 'w';
}

/* How many bytes of apostrophe or low lines at r->at stand inside the word. */
static size_t inner_marks (const aln_tokening *r) {
  size_t n = aln_apostrophe_at (r->s, r->at);
  if (n) return aln_is_letter_at (r->s, r->at + n) && !aln_possessive_at (r->s, r->at) ? n : 0;
  while (aln_byte_at (r->s, r->at + n) == '_') n++;
  return n && aln_is_word_at (r->s, r->at + n) ? n : 0;
}

void aln_read_word (aln_tokening *r) {
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
