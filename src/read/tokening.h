/* tokening.h: what the steps from text to tokens share. tokens.c goes from token to token, tokens_words.c reads the words
   that are more than letters, tokens_numbers.c numbers, tokens_marks.c marks, links and what is beyond ASCII. Each
   begins at the first byte of a token, and gives it out. In: clean text. Out: tokens. */
#ifndef ALN_TOKENING_H
#define ALN_TOKENING_H

#include "../base/fold.h"
#include "../base/limits.h"
#include "ahead.h"
#include "letter_at.h"
#include "tokens.h"

#pragma GCC visibility push(hidden)

typedef struct aln_tokening {
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
} aln_tokening;

/* -- the steps ---------------------------------------------------------------------------------------- */

void aln_read_word (aln_tokening *r);
void aln_read_number (aln_tokening *r);
void aln_read_mark (aln_tokening *r);  /* of ASCII */
void aln_read_glyph (aln_tokening *r); /* whatever begins beyond ASCII */

/* -- giving out --------------------------------------------------------------------------------------- */

static inline aln_word lookup (const aln_tokening *r, aln_slice w) {
  char folded[ALN_WORD_MAX];
  const uint64_t few = w.n <= 8 ? aln_letters_few (w.p, w.n) : ALN_HIGH;
  if (r->x && w.n && !(few & ALN_HIGH)) /* ASCII, as most marks are */
    return aln_lexicon_word_few (r->x, aln_letters_lower (few), w.n);
  /* a word much longer than its folded form may be is asked about at every stop in it: refused */
  size_t n = r->x && w.n <= 4 * sizeof folded ? aln_fold (w, folded, sizeof folded) : 0;
  return n ? aln_lexicon_word (r->x, (aln_slice){folded, n}) : 0;
}

static inline aln_token_shape shape (const aln_tokening *r) {
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
static inline uint16_t flags_of (const aln_tokening *r) {
  unsigned flags = r->lead == r->last && r->out->n > 0 ? ALN_TOKEN_GLUED : 0;
  if (r->lines) flags |= r->lines > 1 ? ALN_TOKEN_NEWLINE | ALN_TOKEN_BLANK : ALN_TOKEN_NEWLINE;
  return (uint16_t)flags;
}

/* The token that begins at r->lead and ends at r->at. */
static inline void give (aln_tokening *r, aln_token_kind kind, aln_word word,
                         aln_token_shape form) {
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

static inline void give_plain (aln_tokening *r, aln_token_kind kind) {
  give (r, kind, lookup (r, (aln_slice){r->s.p + r->from, r->at - r->from}), ALN_SHAPE_NONE);
}

static inline void give_word (aln_tokening *r, aln_token_kind kind) {
  aln_slice w = {r->s.p + r->from, r->at - r->from};
  aln_word word = !r->x ? 0 : r->ascii ? aln_lexicon_word_ascii (r->x, w) : lookup (r, w);
  give (r, kind, word, shape (r));
}

static inline void give_link (aln_tokening *r, size_t end) {
  r->at = end;
  give_plain (r, ALN_TOKEN_LINK);
}

/* -- taking letters ----------------------------------------------------------------------------------- */

static inline void begin_word (aln_tokening *r) {
  r->from = r->at;
  r->ascii = 1;
  r->upper = r->lower = 0;
}

/* A letter, digit or attached mark beyond ASCII; 0 where the word ends. */
static inline int take_glyph (aln_tokening *r, int digits_only) {
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
static inline void take_letters (aln_tokening *r) {
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

static inline void take_inner (aln_tokening *r, size_t n) { /* marks inside a word */
  for (; n > 0; n--, r->at++)
    if ((unsigned char)r->s.p[r->at] >= 0x80) r->ascii = 0;
}

#pragma GCC visibility pop

#endif
