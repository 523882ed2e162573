/* restore.c: in: rows of block, sentence and quote. Out: text, blocks, sentences, words, quotations. */
#include "restore.h"

#include "../base/limits.h"
#include "../read/tokens.h"

#define TEXT_MOST                                                                                  \
  ((size_t)8 * ALN_ARTICLE_MAX) /* bytes; decoding makes less of an article than that */

typedef struct restorer {
  aln_status *st;
  int *rc;
  aln_store *s;
  aln_arena *room;
  aln_article *a;
  aln_buf text;
  int64_t sentences; /* how many there should be */
} restorer;

static aln_block_kind kind_named (aln_slice name) {
  for (int k = 0; k < ALN_BLOCK_KINDS; k++)
    if (aln_same (name, aln_slice_of (aln_block_kind_name ((aln_block_kind)k))))
      return (aln_block_kind)k;
  return ALN_BOILERPLATE;
}

/* A block's text and tokens; blocks of the text are joined by an empty line. */
static void add_block (restorer *w, sqlite3_stmt *q) {
  aln_slice bytes = aln_sql_slice (q, 0);
  int64_t first = sqlite3_column_int64 (q, 1);
  aln_block *b = ALN_ADD (w->st, w->room, &w->a->blocks);
  if (!b) return;
  if (w->text.n) aln_buf_add (w->st, &w->text, ALN_LIT ("\n\n"));
  b->kind = kind_named (aln_sql_slice (q, 2));
  b->text.from = (uint32_t)w->text.n;
  aln_buf_add (w->st, &w->text, bytes);
  b->text.to = (uint32_t)w->text.n;
  if (first != (int64_t)b->text.from + 1 || w->text.n > TEXT_MOST || b->kind == ALN_BOILERPLATE)
    *w->st = ALN_ECORRUPT;
}

static void add_blocks (restorer *w, int64_t n) {
  sqlite3_stmt *q = aln_sql_take (w->rc, w->s, ALN_SQL_RESTORE_BLOCKS);
  aln_sql_integer (w->rc, q, 1, n);
  while (*w->st == ALN_OK && aln_sql_row (w->rc, q)) {
    w->sentences = sqlite3_column_int64 (q, 3);
    add_block (w, q);
  }
  aln_sql_reset (q);
  w->a->text = aln_arena_copy (w->st, w->room, aln_buf_slice (&w->text));
}

/* Each block's tokens by themselves: no word goes on from one into the next. */
static void cut_words (restorer *w) {
  for (uint32_t i = 0; i < w->a->blocks.n && *w->st == ALN_OK; i++) {
    aln_block *b = &w->a->blocks.at[i];
    aln_tokens some = {NULL, 0, 0};
    aln_tokenize (w->st, w->room, aln_cut (w->a->text, b->text), w->s->lexicon, &some);
    b->tokens_from = w->a->tokens.n;
    for (uint32_t k = 0; k < some.n && *w->st == ALN_OK; k++) {
      aln_token *t = ALN_ADD (w->st, w->room, &w->a->tokens);
      if (!t) return;
      *t = some.at[k];
      t->from += b->text.from;
      t->to += b->text.from;
    }
    b->tokens_to = w->a->tokens.n;
  }
}

/* 0: no more. */
static int next_span (restorer *w, sqlite3_stmt *q, int64_t after, aln_span *out) {
  int64_t first, last;
  if (*w->st != ALN_OK || !aln_sql_row (w->rc, q)) return 0;
  first = sqlite3_column_int64 (q, 0);
  last = sqlite3_column_int64 (q, 1);
  if (first <= after || last < first || last > (int64_t)w->a->text.n) *w->st = ALN_ECORRUPT;
  *out = (aln_span){(uint32_t)first - 1, (uint32_t)last};
  return *w->st == ALN_OK;
}

static void add_sentences (restorer *w, int64_t n) {
  sqlite3_stmt *q = aln_sql_take (w->rc, w->s, ALN_SQL_RESTORE_SENTENCES);
  aln_span at = {0, 0};
  uint32_t block = 0;
  aln_sql_integer (w->rc, q, 1, n);
  while (next_span (w, q, at.to, &at)) {
    aln_span *sentence = ALN_ADD (w->st, w->room, &w->a->sentences);
    uint32_t *of = ALN_ADD (w->st, w->room, &w->a->sentence_blocks);
    while (block + 1 < w->a->blocks.n && w->a->blocks.at[block].text.to <= at.from) block++;
    if (!sentence || !of) break;
    *sentence = at;
    *of = block;
  }
  aln_sql_reset (q);
  if (*w->st == ALN_OK && *w->rc == SQLITE_OK && w->a->sentences.n != w->sentences)
    *w->st = w->a->sentences.n ? ALN_ECORRUPT : ALN_EVERSION;
}

static void add_quotes (restorer *w, int64_t n, aln_quotes *quotes) {
  sqlite3_stmt *q = aln_sql_take (w->rc, w->s, ALN_SQL_RESTORE_QUOTES);
  aln_span at = {0, 0};
  aln_sql_integer (w->rc, q, 1, n);
  while (next_span (w, q, 0, &at)) {
    aln_quote *quote = ALN_ADD (w->st, w->room, quotes);
    if (quote) quote->text = at;
  }
  aln_sql_reset (q);
}

void aln_restore (aln_status *st, int *rc, aln_store *s, int64_t n, aln_arena *room,
                  aln_article *out, aln_quotes *quotes) {
  restorer w = {st, rc, s, room, out, ALN_BUF_EMPTY, 0};
  memset (out, 0, sizeof *out);
  add_blocks (&w, n);
  if (*st == ALN_OK && *rc == SQLITE_OK) {
    cut_words (&w);
    add_sentences (&w, n);
    add_quotes (&w, n, quotes);
  }
  aln_buf_free (&w.text);
}
