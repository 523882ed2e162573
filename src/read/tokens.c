/* tokens.c: in: clean text. Out: tokens. (First form: runs of letters, runs of digits, marks.) */
#include "tokens.h"

#include "../base/fold.h"
#include "../base/limits.h"

static int is_letter (unsigned char c) { return aln_is_alpha (c) || c >= 0x80; }

static aln_word lookup (const aln_lexicon *x, aln_slice w) {
  char folded[ALN_WORD_MAX];
  size_t n = x ? aln_fold (w, folded, sizeof folded) : 0;
  return n ? aln_lexicon_word (x, (aln_slice){folded, n}) : 0;
}

static unsigned shape_of (aln_slice w) {
  unsigned upper = 0, lower = 0;
  for (size_t i = 0; i < w.n; i++) {
    upper += (unsigned)aln_is_upper ((unsigned char)w.p[i]);
    lower += (unsigned)aln_is_lower ((unsigned char)w.p[i]);
  }
  if (upper + lower == 0) return ALN_SHAPE_NONE;
  if (upper == 0) return ALN_SHAPE_LOWER;
  if (lower == 0 && upper > 1) return ALN_SHAPE_CAPS;
  return aln_is_upper ((unsigned char)w.p[0]) ? ALN_SHAPE_CAPITAL : ALN_SHAPE_MIXED;
}

void aln_tokenize (aln_status *st, aln_arena *a, aln_slice s, const aln_lexicon *x,
                   aln_tokens *out) {
  size_t i = 0, last = 0;
  while (i < s.n && *st == ALN_OK) {
    size_t from = i;
    unsigned char c = (unsigned char)s.p[i];
    unsigned kind = ALN_TOKEN_MARK, flags = 0, lines = 0;
    aln_token *t;
    if (aln_is_space (c)) {
      i++;
      continue;
    }
    if (is_letter (c)) {
      kind = ALN_TOKEN_WORD;
      while (i < s.n && is_letter ((unsigned char)s.p[i])) i++;
    } else if (aln_is_digit (c)) {
      kind = ALN_TOKEN_NUMBER;
      while (i < s.n && aln_is_digit ((unsigned char)s.p[i])) i++;
    } else
      while (i < s.n && (unsigned char)s.p[i] == c) i++;
    for (size_t k = last; k < from; k++) lines += s.p[k] == '\n';
    if (from == last && from > 0) flags |= ALN_TOKEN_GLUED;
    if (lines > 0) flags |= ALN_TOKEN_NEWLINE;
    if (lines > 1) flags |= ALN_TOKEN_BLANK;
    t = ALN_ADD (st, a, out);
    if (!t) return;
    *t = (aln_token){(uint32_t)from,
                     (uint32_t)i,
                     lookup (x, (aln_slice){s.p + from, i - from}),
                     (uint8_t)kind,
                     (uint8_t)shape_of ((aln_slice){s.p + from, i - from}),
                     (uint16_t)flags};
    last = i;
  }
}
