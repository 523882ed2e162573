/* fuzz_read.c: any bytes at all -> an article, or a reason; never a crash, never an article whose
   parts do not fit together. In: bytes, by libFuzzer, or, built with -DALN_FUZZ_MAIN, files and
   seeded mutations of them (fuzz_read [-n MUTATIONS] [-s SEED] FILE…).

   clang -g -O1 -fsanitize=fuzzer,address,undefined -Isrc fuzz/fuzz_read.c src/base/[a-z]*.c \
         src/read/[a-z]*.c -lutf8proc -lmd -lpthread                                              */
#include "base/mem.h"
#include "read/article.h"
#include "read/decode.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t n);

#define MUST(what) must ((what), #what, __LINE__)
static void must (int ok, const char *what, int line) {
  if (ok) return;
  fprintf (stderr, "fuzz_read.c:%d: does not hold: %s\n", line, what);
  abort ();
}

static int within (aln_span s, size_t n) { return s.from <= s.to && s.to <= n; }

/* White space of Unicode and what shows nothing: may lie between blocks. */
static int is_white (uint32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0xAD ||
         c == 0x1680 || (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
         (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF;
}

static void check_utf_8 (aln_slice s) {
  aln_point p;
  for (size_t i = 0; i < s.n; i += p.n) {
    p = aln_decode (s, i, ALN_UTF_8);
    MUST (p.c != ALN_BAD_POINT);
    MUST (p.c >= 0x20 ? p.c < 0x7F || p.c > 0x9F : p.c == '\n' || p.c == '\t');
  }
}

static void check_white (aln_slice s, size_t from, size_t to) {
  aln_point p;
  for (size_t i = from; i < to; i += p.n) {
    p = aln_decode (s, i, ALN_UTF_8);
    MUST (is_white (p.c));
  }
}

/* Pieces in order, inside the input, covering the text; 'same' pieces equal. */
static void check_map (const aln_map *m, aln_slice out, aln_slice in) {
  uint32_t at = 0, from = 0;
  for (uint32_t i = 0; i < m->n; i++) {
    const aln_piece *p = &m->at[i];
    MUST (p->out == at && p->in >= from && p->in_n <= in.n && p->in <= in.n - p->in_n);
    MUST (p->out_n > 0 && p->out_n <= out.n && p->out <= out.n - p->out_n);
    if (p->same) MUST (p->in_n == p->out_n && memcmp (out.p + p->out, in.p + p->in, p->out_n) == 0);
    at = p->out + p->out_n;
    from = p->in + p->in_n;
  }
  MUST (m->n ? at == out.n : out.n <= in.n && memcmp (out.p, in.p, out.n) == 0);
}

static void check_blocks (const aln_article *a) {
  size_t clean_at = 0, text_at = 0, token_at = 0;
  for (uint32_t i = 0; i < a->blocks.n; i++) {
    const aln_block *b = &a->blocks.at[i];
    MUST ((unsigned)b->kind < ALN_BLOCK_KINDS && b->rule);
    MUST (b->clean.from >= clean_at && b->clean.from < b->clean.to &&
          b->clean.to <= a->clean.text.n);
    check_white (a->clean.text, clean_at, b->clean.from);
    clean_at = b->clean.to;
    if (b->kind == ALN_BOILERPLATE) {
      MUST (b->reason.n > 0 && b->tokens_from == b->tokens_to);
      continue;
    }
    MUST (b->text.from >= text_at && b->text.from < b->text.to && b->text.to <= a->text.n);
    MUST (text_at == 0 || (b->text.from == text_at + 2 && a->text.p[text_at] == '\n'));
    text_at = b->text.to;
    MUST (b->tokens_from == token_at && b->tokens_to >= token_at && b->tokens_to <= a->tokens.n);
    for (token_at = b->tokens_from; token_at < b->tokens_to; token_at++)
      MUST (a->tokens.at[token_at].from >= b->text.from && a->tokens.at[token_at].to <= b->text.to);
  }
  check_white (a->clean.text, clean_at, a->clean.text.n);
  MUST (token_at == a->tokens.n && text_at == a->text.n);
}

static void check_tokens (const aln_article *a) {
  uint32_t at = 0;
  for (uint32_t i = 0; i < a->tokens.n; i++) {
    const aln_token *t = &a->tokens.at[i];
    MUST (t->from >= at && t->from < t->to && t->to <= a->text.n);
    check_white (a->text, at, t->from);
    at = t->to;
  }
  check_white (a->text, at, a->text.n);
}

static void check_sentences (const aln_article *a) {
  uint32_t at = 0, block = 0;
  MUST (a->sentences.n == a->sentence_blocks.n);
  for (uint32_t i = 0; i < a->sentences.n; i++) {
    aln_span s = a->sentences.at[i], in;
    MUST (a->sentence_blocks.at[i] < a->blocks.n && a->sentence_blocks.at[i] >= block);
    block = a->sentence_blocks.at[i];
    in = a->blocks.at[block].text;
    MUST (s.from >= at && s.from < s.to && s.from >= in.from && s.to <= in.to);
    check_white (a->text, at, s.from);
    at = s.to;
  }
  check_white (a->text, at, a->text.n);
}

static void check_way_back (const aln_article *a) {
  uint32_t last = 0;
  for (uint32_t i = 0; i < a->tokens.n; i++) {
    aln_span raw = aln_article_raw (a, (aln_span){a->tokens.at[i].from, a->tokens.at[i].to});
    MUST (within (raw, a->raw.n) && aln_length (raw) > 0 && raw.from >= last);
    last = raw.from;
  }
  for (uint32_t i = 0; i < a->captions.n; i++) MUST (a->captions.at[i].block < a->blocks.n);
}

/* Cleaning what is clean finds nothing to do. */
static void check_cleaned (const aln_clean *c) {
  aln_arena room = ALN_ARENA_EMPTY;
  aln_clean again;
  aln_fault f;
  if (aln_clean_bytes (c->text, &room, &again, &f) == ALN_OK)
    MUST (again.text.p == c->text.p && again.text.n == c->text.n && again.replaced == 0);
  aln_arena_free (&room);
}

static void check_article (const aln_article *a) {
  check_utf_8 (a->clean.text);
  check_utf_8 (a->text);
  check_cleaned (&a->clean);
  check_map (&a->clean.map, a->clean.text, a->raw);
  check_map (&a->text_map, a->text, a->clean.text);
  check_blocks (a);
  check_tokens (a);
  check_sentences (a);
  check_way_back (a);
  MUST (a->language && strlen (a->language) >= 2);
  MUST (a->given_id.n > 0);
}

static void check_refusal (const aln_fault *f, aln_status st, size_t n) {
  MUST (f->status == st && f->text[0] && (f->at == ALN_NOWHERE || f->at <= n));
  MUST (st == ALN_EMPTY || st == ALN_EBINARY || st == ALN_EHTML || st == ALN_ELIMIT);
}

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t n) {
  static const aln_about nothing;  /* what the caller knows: nothing */
  char *copy = malloc (n ? n : 1); /* of just this size, so that reading past it shows */
  aln_status st = ALN_OK;
  aln_lexicon *x = aln_lexicon_new (&st);
  aln_article *a = NULL;
  aln_fault f;
  if (copy && x) {
    memcpy (copy, data, n);
    memset (&f, 0, sizeof f);
    st = aln_article_read ((aln_slice){copy, n}, &nothing, x, &a, &f);
    MUST ((st == ALN_OK) == (a != NULL));
    if (a) check_article (a);
    else check_refusal (&f, st, n);
  }
  aln_article_free (a);
  aln_lexicon_drop (x);
  free (copy);
  return 0;
}

#ifdef ALN_FUZZ_MAIN
/* -- without libFuzzer: files, and mutations of them by a seeded generator ----------------------- */

typedef struct bytes {
  uint8_t *p;
  size_t n;
} bytes;

static uint64_t next_random (uint64_t *state) { /* splitmix64 */
  uint64_t z = (*state += UINT64_C (0x9E3779B97F4A7C15));
  z = (z ^ z >> 30) * UINT64_C (0xBF58476D1CE4E5B9);
  z = (z ^ z >> 27) * UINT64_C (0x94D049BB133111EB);
  return z ^ z >> 31;
}

static size_t below (uint64_t *state, size_t n) {
  return n ? (size_t)(next_random (state) % n) : 0;
}

static bytes load (const char *path) {
  bytes b = {malloc (1u << 20), 0};
  FILE *file = fopen (path, "rb");
  if (file && b.p) b.n = fread (b.p, 1, 1u << 20, file);
  else fprintf (stderr, "fuzz_read: cannot read %s\n", path);
  if (file) fclose (file);
  return b;
}

/* Things that readers stumble over. */
static const char *const stones[] = {"\r\n",         "\n\n",     "\xEF\xBB\xBF",
                                     "\xC2\x85",     "\xCC\x81", "\xE2\x80\x9C",
                                     "\x93",         "\xE2\x80", "\xE1\x84\x80",
                                     "\xE1\x85\xA1", "\x7F",     "\xED\xA0\x80",
                                     "\xFF\xFE",     "...",      "U.S. ",
                                     "\n* * *\n",    "<p>",      "\xF0\x9F\x98\x80",
                                     " -- ",         "\t",       "SEOUL, Dec. 20 (",
                                     "---\n",        "\xC2\xA0", "\xE0\xA7\x87"};

/* Overwrites, cuts out, doubles or puts in a little; room for n + 64 bytes. */
static size_t mutate (uint8_t *p, size_t n, uint64_t *state) {
  size_t at = below (state, n + 1), k = below (state, 16), m;
  const char *stone = stones[below (state, sizeof stones / sizeof stones[0])];
  switch (below (state, 4)) {
  case 0: /* one byte anew */
    if (at < n) p[at] = (uint8_t)next_random (state);
    return n;
  case 1: /* some bytes gone */
    if (k > n - at) k = n - at;
    memmove (p + at, p + at + k, n - at - k);
    return n - k;
  case 2: /* some bytes twice */
    if (k > n - at) k = n - at;
    memmove (p + at + k, p + at, n - at);
    return n + k;
  default: /* a stone in the way */
    m = strlen (stone);
    memmove (p + at + m, p + at, n - at);
    memcpy (p + at, stone, m);
    return n + m;
  }
}

static void run_mutation (bytes b, uint64_t *state) {
  size_t turns = 1 + below (state, 12), n = b.n;
  uint8_t *p = malloc (b.n + 64 * turns + 1);
  if (!p) return;
  memcpy (p, b.p, b.n);
  for (size_t i = 0; i < turns; i++) n = mutate (p, n, state);
  if (below (state, 3) == 0) n = below (state, n + 1); /* cut off */
  LLVMFuzzerTestOneInput (p, n);
  free (p);
}

int main (int argc, char **argv) {
  unsigned long mutations = 1000;
  uint64_t state = 1;
  int files = 0, i = 1;
  for (; i + 1 < argc && argv[i][0] == '-'; i += 2) {
    if (argv[i][1] == 'n') mutations = strtoul (argv[i + 1], NULL, 10);
    else if (argv[i][1] == 's') state = strtoul (argv[i + 1], NULL, 10);
  }
  for (; i < argc; i++, files++) {
    bytes b = load (argv[i]);
    if (!b.p) continue;
    LLVMFuzzerTestOneInput (b.p, b.n);
    for (unsigned long k = 0; k < mutations; k++) run_mutation (b, &state);
    free (b.p);
  }
  printf ("fuzz_read: %d files, %lu mutations of each: every article holds together\n", files,
          mutations);
  return files == 0;
}
#endif
