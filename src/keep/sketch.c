/* sketch.c: in: a read article. Out: the words of its body, 16 bits each. */
#include "sketch.h"

#include "../notice/marks.h"
#include "terms.h"

static unsigned hash_word (const char *p, size_t n) { /* FNV-1a, folded to 1 … 0x7FFF */
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < n; i++) h = (h ^ (unsigned char)p[i]) * 16777619u;
  h ^= h >> 15;
  return h % 0x7FFFu + 1;
}

static void add (aln_status *st, aln_buf *out, unsigned code) {
  char two[2] = {(char)(code & 0xFF), (char)(code >> 8)};
  aln_buf_add (st, out, (aln_slice){two, 2});
}

/* Quotations in text order; *next is the first that may not be over, *until the end of the last that
   has begun (one within another ends no later than the outer one). */
typedef struct quoting {
  aln_markeds marks;
  uint32_t next, until;
} quoting;

static int is_quoted (quoting *q, uint32_t token) {
  for (; q->next < q->marks.n && q->marks.at[q->next].from <= token; q->next++)
    if (q->marks.at[q->next].to > q->until) q->until = q->marks.at[q->next].to;
  return token < q->until;
}

static void add_paragraph (aln_status *st, const aln_article *a, const aln_block *b, quoting *q,
                           aln_buf *out) {
  char folded[ALN_TERM_MAX];
  for (uint32_t t = b->tokens_from; t < b->tokens_to && *st == ALN_OK; t++) {
    size_t n = aln_term_fold (a->text, &a->tokens.at[t], folded);
    if (n) add (st, out, hash_word (folded, n) | (is_quoted (q, t) ? ALN_SKETCH_QUOTED : 0));
  }
}

void aln_sketch_of (aln_status *st, const aln_article *a, aln_buf *out) {
  aln_arena room = ALN_ARENA_EMPTY;
  quoting q = {{NULL, 0, 0}, 0, 0};
  int first = 1;
  aln_marks_pair (st, &room, a, &q.marks);
  for (uint32_t i = 0; i < a->blocks.n && *st == ALN_OK; i++) {
    if (a->blocks.at[i].kind != ALN_PARAGRAPH) continue;
    if (!first) add (st, out, ALN_SKETCH_BREAK);
    first = 0;
    add_paragraph (st, a, &a->blocks.at[i], &q, out);
  }
  aln_arena_free (&room);
}
