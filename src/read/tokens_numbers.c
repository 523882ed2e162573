/* tokens_numbers.c: in: a digit of a clean text. Out: the number that begins there, with the marks inside it and the letters
   of an ordinal or of years (tokening.h). */
#include "tokening.h"

static void take_digits (aln_tokening *r) {
  for (;; r->at++) {
    unsigned char c = aln_byte_at (r->s, r->at);
    while (c >= 0x80 && take_glyph (r, 1)) c = aln_byte_at (r->s, r->at);
    if (!aln_is_digit (c)) return;
  }
}

static size_t digits_at (const aln_tokening *r, size_t at) { /* at most 4 are counted */
  size_t n = 0;
  while (n < 4 && aln_is_digit_at (r->s, at + n)) n++;
  return n;
}

/* Whether the mark at r->at stands inside a number: 3.5 28,500 1,50,000 10:30 9/11. */
static int is_number_mark (const aln_tokening *r) {
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
static size_t ordinal_letters (const aln_tokening *r) {
  static const char two[] = "stndrdth";
  char a = (char)(aln_byte_at (r->s, r->at) | 0x20),
       b = (char)(aln_byte_at (r->s, r->at + 1) | 0x20);
  if (a == 's' && !aln_is_word_at (r->s, r->at + 1)) return 1;
  for (size_t i = 0; i < sizeof two - 1; i += 2)
    if (a == two[i] && b == two[i + 1] && !aln_is_word_at (r->s, r->at + 2)) return 2;
  return 0;
}

void aln_read_number (aln_tokening *r) {
  begin_word (r);
  for (take_digits (r); is_number_mark (r); take_digits (r)) take_inner (r, 1);
  for (size_t n = ordinal_letters (r); n > 0; n--) {
    unsigned char c = (unsigned char)r->s.p[r->at++];
    r->upper += (uint32_t)aln_is_upper (c);
    r->lower += (uint32_t)aln_is_lower (c);
  }
  give_word (r, ALN_TOKEN_NUMBER);
}
