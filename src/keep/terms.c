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

/* -- words that are asked for ----------------------------------------------------------------------
 */

/* While a pattern is cut, its wildcards are letters that no news is written with. */
#define STAR "\xCA\x98" /* U+0298 */
#define MARK "\xC7\x82" /* U+01C2 */

static int begins (aln_slice s, size_t at, const char *what) {
  size_t n = strlen (what);
  return at <= s.n && s.n - at >= n && memcmp (s.p + at, what, n) == 0;
}

static aln_slice replaced (aln_status *st, aln_arena *room, aln_slice s, const char *const from[2],
                           const char *const to[2]) {
  char *p = aln_arena_get (st, room, 2 * s.n + 1);
  size_t n = 0;
  for (size_t i = 0; p && i < s.n;) {
    int k = begins (s, i, from[0]) ? 0 : begins (s, i, from[1]) ? 1 : -1;
    if (k < 0) {
      p[n++] = s.p[i++];
      continue;
    }
    memcpy (p + n, to[k], strlen (to[k]));
    n += strlen (to[k]);
    i += strlen (from[k]);
  }
  return (aln_slice){p, p ? n : 0};
}

static const char *const signs[] = {"*", "?"}, *const letters[] = {STAR, MARK};

/* The length of an apostrophe that ends at byte 'to'; 0: there is none. */
static uint32_t apostrophe (aln_slice s, uint32_t to) {
  if (to >= 1 && s.p[to - 1] == '\'') return 1;
  return to >= 3 && begins (s, to - 3, "\xE2\x80\x99") ? 3 : 0;
}

/* A lone 's: the length of its apostrophe, which the tokenizer takes for a quotation mark. */
static uint32_t clitic (aln_slice s, const aln_term *t) {
  uint32_t n = aln_same (t->folded, ALN_LIT ("s")) ? apostrophe (s, t->at.from) : 0;
  if (n == 0 || (t->at.to < s.n && !aln_is_space ((unsigned char)s.p[t->at.to]))) return 0;
  return t->at.from == n || aln_is_space ((unsigned char)s.p[t->at.from - n - 1]) ? n : 0;
}

/* A wildcard that the tokenizer parts from what stands before it (28*) belongs to it still. */
static int goes_on (aln_slice s, const aln_terms *cut, uint32_t i) {
  return i > 0 && cut->at[i - 1].at.to == cut->at[i].at.from &&
         (begins (s, cut->at[i].at.from, STAR) || begins (s, cut->at[i].at.from, MARK));
}

void aln_terms_asked (aln_status *st, aln_slice text, const aln_lexicon *x, int wild,
                      aln_arena *room, aln_asked_words *out) {
  aln_slice s = wild ? replaced (st, room, text, signs, letters) : text;
  aln_terms cut = {NULL, 0, 0};
  aln_terms_cut (st, s, x, room, &cut);
  for (uint32_t i = 0, k; i < cut.n && *st == ALN_OK; i = k) {
    char folded[ALN_TERM_MAX];
    aln_span at = {cut.at[i].at.from - clitic (s, &cut.at[i]), cut.at[i].at.to};
    aln_asked_word *w = ALN_ADD (st, room, out);
    aln_slice written;
    for (k = i + 1; wild && k < cut.n && goes_on (s, &cut, k); k++) at.to = cut.at[k].at.to;
    written = aln_cut (s, at);
    if (wild) written = replaced (st, room, written, letters, signs);
    if (!w || *st != ALN_OK) return;
    w->written = aln_arena_copy (st, room, written);
    w->folded =
        aln_arena_copy (st, room, (aln_slice){folded, aln_term_fold_word (written, folded)});
  }
}
