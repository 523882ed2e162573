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

/* Is the gap between two tokens copied as it is? Nothing, one space, NBSP and its kin in a line. */
static int stands (const writer *w, uint32_t from, uint32_t to) {
  const char *p = w->a->clean.text.p;
  int odd = 0, broken = 0;
  if (from == to || (to - from == 1 && p[from] == ' ')) return 1;
  for (uint32_t i = from; i < to; i++) {
    odd |= !aln_is_space ((unsigned char)p[i]);
    broken |= p[i] == '\n';
  }
  return odd && !broken;
}

/* The run of bytes that is copied as it is ends at 'from': the gap behind it becomes a space, or
   nothing within a compound. */
static void close_gap (aln_status *st, writer *w, uint32_t run, uint32_t from, uint32_t to) {
  copy (st, w, run, from);
  if (memchr (w->a->clean.text.p + from, '\n', to - from) && is_broken_compound (w, from, to))
    return;
  w->out[w->n] = ' ';
  aln_map_add (st, &w->a->arena, &w->a->text_map, w->n, 1, from, to - from, 0);
  w->n++;
}

static void write_block (aln_status *st, writer *w, aln_block *b, uint32_t *kept) {
  aln_token *t = w->a->tokens.at;
  uint32_t first = *kept, end = b->clean.from, run = end; /* run: of bytes not yet copied */
  if (w->n) {
    memcpy (w->out + w->n, "\n\n", 2);
    aln_map_add (st, &w->a->arena, &w->a->text_map, w->n, 2, b->clean.from, 0, 0);
    w->n += 2;
  }
  b->text.from = w->n;
  for (uint32_t i = b->tokens_from; i < b->tokens_to; i++) {
    aln_token moved = t[i];
    if (!stands (w, end, t[i].from)) {
      close_gap (st, w, run, end, t[i].from);
      run = t[i].from;
    }
    moved.from = w->n + (t[i].from - run);
    moved.to = w->n + (t[i].to - run);
    if (i == b->tokens_from) moved.flags |= ALN_TOKEN_BLOCK;
    end = t[i].to;
    t[(*kept)++] = moved; /* never past i: boilerplate only takes tokens away */
  }
  if (stands (w, end, b->clean.to)) copy (st, w, run, b->clean.to);
  else close_gap (st, w, run, end, b->clean.to);
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
