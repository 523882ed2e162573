/* terms.c: in: text. Out: the words by which it is found. */
#include "terms.h"

#include "../base/fold.h"
#include "../read/tokens.h"

/* White space and control characters inside a word (an NBSP that folds to a space) would end it in
   the index: they are left out. */
static size_t squeeze (char *s, size_t n) {
  size_t used = 0;
  for (size_t i = 0; i < n; i++) {
    unsigned char c = (unsigned char)s[i];
    if (c > ' ' && c != 0x7F) s[used++] = s[i];
  }
  return used;
}

size_t aln_term_fold_word (aln_slice word, char *out) {
  return squeeze (out, aln_fold (word, out, ALN_TERM_MAX));
}

size_t aln_term_fold (aln_slice text, const aln_token *t, char *out) {
  if (t->kind == ALN_TOKEN_MARK) return 0;
  return aln_term_fold_word (aln_cut (text, (aln_span){t->from, t->to}), out);
}

static void add_break (aln_status *st, aln_buf *b) {
  if (b->n) aln_buf_add (st, b, ALN_LIT (" " ALN_BREAK " "));
}

static void add_words (aln_status *st, aln_buf *b, aln_slice text, const aln_tokens *tokens) {
  int first = 1;
  for (uint32_t i = 0; i < tokens->n && *st == ALN_OK; i++) {
    char folded[ALN_TERM_MAX];
    size_t n = aln_term_fold (text, &tokens->at[i], folded);
    if (n == 0) continue;
    if (first) add_break (st, b);
    else aln_buf_byte (st, b, ' ');
    aln_buf_add (st, b, (aln_slice){folded, n});
    first = 0;
  }
}

aln_column aln_column_of (aln_slice kind) {
  if (aln_same (kind, aln_slice_of (aln_block_kind_name (ALN_HEADLINE))))
    return ALN_COLUMN_HEADLINE;
  if (aln_same (kind, aln_slice_of (aln_block_kind_name (ALN_PARAGRAPH)))) return ALN_COLUMN_BODY;
  return ALN_COLUMN_OTHER;
}

void aln_entry_block (aln_status *st, aln_entry_text *e, aln_arena *a, aln_slice kind,
                      aln_slice text) {
  aln_tokens tokens = {NULL, 0, 0};
  aln_tokenize (st, a, text, NULL, &tokens);
  add_words (st, &e->column[aln_column_of (kind)], text, &tokens);
}

void aln_entry_words (aln_status *st, aln_entry_text *e, aln_slice kind, aln_slice text,
                      const aln_tokens *tokens) {
  add_words (st, &e->column[aln_column_of (kind)], text, tokens);
}

/* The lowest first on every machine; compilers see one load. */
static uint64_t four (const char *s) {
  const unsigned char *p = (const unsigned char *)s;
  return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24;
}

/* FNV-1a over eight bytes at a time: quick, and two equal texts are told from unequal ones well enough
   (no stranger gains anything from a collision). */
static uint64_t sum_text (uint64_t sum, aln_slice s) {
  for (; s.n >= 8; s.p += 8, s.n -= 8) {
    sum = (sum ^ (four (s.p) | four (s.p + 4) << 32)) * 1099511628211u;
    sum ^= sum >> 32;
  }
  for (; s.n; s.p++, s.n--) sum = (sum ^ (unsigned char)*s.p) * 1099511628211u;
  return (sum ^ 0xFF) * 1099511628211u; /* the end of a column */
}

int64_t aln_entry_sum (const aln_entry_text *e, unsigned columns) {
  uint64_t sum = 14695981039346656037u;
  for (unsigned i = 0; i < ALN_COLUMNS; i++)
    if (columns & (1u << i)) sum = sum_text (sum, aln_buf_slice (&e->column[i]));
  return (int64_t)(sum >> 1); /* never negative */
}

void aln_entry_free (aln_entry_text *e) {
  for (unsigned i = 0; i < ALN_COLUMNS; i++) aln_buf_free (&e->column[i]);
}

static void add_term (aln_status *st, aln_slice text, const aln_token *t, aln_arena *room,
                      aln_terms *out) {
  char folded[ALN_TERM_MAX];
  size_t n = aln_term_fold (text, t, folded);
  aln_slice kept;
  aln_term *term;
  if (n == 0) return;
  kept = aln_arena_copy (st, room, (aln_slice){folded, n});
  term = ALN_ADD (st, room, out);
  if (term) *term = (aln_term){kept, {t->from, t->to}};
}

static int in_scope (aln_block_kind kind, aln_scope scope) {
  if (scope == ALN_SCOPE_HEADLINE) return kind == ALN_HEADLINE;
  if (scope == ALN_SCOPE_BODY) return kind == ALN_PARAGRAPH;
  return kind != ALN_BOILERPLATE;
}

void aln_terms_of (aln_status *st, const aln_article *a, aln_scope scope, aln_arena *room,
                   aln_terms *out) {
  for (uint32_t i = 0; i < a->blocks.n && *st == ALN_OK; i++) {
    const aln_block *b = &a->blocks.at[i];
    if (b->kind == ALN_BOILERPLATE || !in_scope (b->kind, scope)) continue;
    for (uint32_t t = b->tokens_from; t < b->tokens_to && *st == ALN_OK; t++)
      add_term (st, a->text, &a->tokens.at[t], room, out);
    if (out->n && out->at[out->n - 1].folded.n) (void)ALN_ADD (st, room, out); /* zeroed: a break */
  }
}

void aln_terms_cut (aln_status *st, aln_slice text, const aln_lexicon *x, aln_arena *room,
                    aln_terms *out) {
  aln_tokens tokens = {NULL, 0, 0};
  aln_tokenize (st, room, text, x, &tokens);
  for (uint32_t i = 0; i < tokens.n && *st == ALN_OK; i++)
    add_term (st, text, &tokens.at[i], room, out);
}
