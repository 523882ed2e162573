/* layout.c: in: page tokens. Out: blocks. (First form: paragraphs between empty lines.) */
#include "layout.h"

static void add_paragraph (aln_status *st, aln_article *a, uint32_t from, uint32_t to) {
  aln_block *b;
  if (from == to) return;
  b = ALN_ADD (st, &a->arena, &a->blocks);
  if (!b) return;
  b->kind = ALN_PARAGRAPH;
  b->clean = (aln_span){a->tokens.at[from].from, a->tokens.at[to - 1].to};
  b->tokens_from = from;
  b->tokens_to = to;
  b->rule = "paragraph";
}

void aln_layout (aln_status *st, aln_article *a) {
  uint32_t from = 0;
  for (uint32_t i = 1; i <= a->tokens.n && *st == ALN_OK; i++)
    if (i == a->tokens.n || (a->tokens.at[i].flags & ALN_TOKEN_BLANK)) {
      add_paragraph (st, a, from, i);
      from = i;
    }
}
