/* compose.c: in: blocks over clean text. Out: text, its map, tokens and blocks in text positions.
   The text is written in one pass into a buffer that cannot be too small: evening out white space
   never adds bytes within a block, and two line feeds are counted for each block. */
#include "compose.h"

typedef struct writer {
  aln_article *a;
  char *out;
  uint32_t n;
} writer;

static void copy (aln_status *st, writer *w, uint32_t from, uint32_t to) {
  if (to == from) return;
  memcpy (w->out + w->n, w->a->clean.text.p + from, to - from);
  aln_map_add (st, &w->a->arena, &w->a->text_map, w->n, to - from, from, to - from, 1);
  w->n += to - from;
}

/* "long-" at the end of a wrapped line and "term" at the start of the next are one compound. */
static int is_broken_compound (const writer *w, uint32_t from, uint32_t to) {
  const char *p = w->a->clean.text.p;
  if (from < 2 || p[from - 1] != '-' || to >= w->a->clean.text.n) return 0;
  return aln_is_alpha ((unsigned char)p[to]) &&
         (aln_is_alpha ((unsigned char)p[from - 2]) || aln_is_digit ((unsigned char)p[from - 2]));
}

/* The gap between two tokens: nothing, one space, or (NBSP and its kin within a line) itself. */
static void copy_gap (aln_status *st, writer *w, uint32_t from, uint32_t to) {
  const char *p = w->a->clean.text.p;
  int odd = 0, broken = 0;
  if (from == to) return;
  if (to - from == 1 && p[from] == ' ') {
    copy (st, w, from, to);
    return;
  }
  for (uint32_t i = from; i < to; i++) {
    odd |= !aln_is_space ((unsigned char)p[i]);
    broken |= p[i] == '\n';
  }
  if (broken && is_broken_compound (w, from, to)) return;
  if (odd && !broken) {
    copy (st, w, from, to);
    return;
  }
  w->out[w->n] = ' ';
  aln_map_add (st, &w->a->arena, &w->a->text_map, w->n, 1, from, to - from, 0);
  w->n++;
}

static void write_block (aln_status *st, writer *w, aln_block *b, uint32_t *kept) {
  aln_token *t = w->a->tokens.at;
  uint32_t first = *kept, end = b->clean.from;
  if (w->n) {
    memcpy (w->out + w->n, "\n\n", 2);
    aln_map_add (st, &w->a->arena, &w->a->text_map, w->n, 2, b->clean.from, 0, 0);
    w->n += 2;
  }
  b->text.from = w->n;
  for (uint32_t i = b->tokens_from; i < b->tokens_to; i++) {
    aln_token moved = t[i];
    copy_gap (st, w, end, t[i].from);
    moved.from = w->n;
    copy (st, w, t[i].from, t[i].to);
    moved.to = w->n;
    if (i == b->tokens_from) moved.flags |= ALN_TOKEN_BLOCK;
    end = t[i].to;
    t[(*kept)++] = moved; /* never past i: boilerplate only takes tokens away */
  }
  copy_gap (st, w, end, b->clean.to);
  b->text.to = w->n;
  b->tokens_from = first;
  b->tokens_to = *kept;
}

void aln_compose (aln_status *st, aln_article *a) {
  writer w = {a, NULL, 0};
  uint32_t kept = 0;
  w.out = aln_arena_get (st, &a->arena, a->clean.text.n + 2 * (size_t)a->blocks.n + 1);
  for (uint32_t i = 0; i < a->blocks.n && *st == ALN_OK; i++) {
    aln_block *b = &a->blocks.at[i];
    if (b->kind == ALN_BOILERPLATE) b->tokens_from = b->tokens_to = kept;
    else write_block (st, &w, b, &kept);
  }
  a->text = (aln_slice){w.out, w.n};
  a->tokens.n = kept;
}
