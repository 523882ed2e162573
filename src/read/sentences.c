/* sentences.c: in: tokens of a block. Out: sentences. (First form: a stop before a space.) */
#include "sentences.h"

static int is_stop (aln_slice s, const aln_token *t) {
  unsigned char c = (unsigned char)s.p[t->from];
  return t->kind == ALN_TOKEN_MARK && (c == '.' || c == '!' || c == '?');
}

void aln_sentences (aln_status *st, aln_arena *a, aln_slice text, const aln_token *t, uint32_t from,
                    uint32_t to, const aln_lexicon *x, aln_spans *out) {
  uint32_t start = from;
  (void)x;
  for (uint32_t i = from; i < to; i++) {
    int last = i + 1 == to;
    aln_span *s;
    if (!last && !(is_stop (text, &t[i]) && !(t[i + 1].flags & ALN_TOKEN_GLUED))) continue;
    s = ALN_ADD (st, a, out);
    if (!s) return;
    *s = (aln_span){t[start].from, t[i].to};
    start = i + 1;
  }
}
