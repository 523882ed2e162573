/* grams_hashed.c: in: a selection and n. Out: the sequences of n words that stand side by side, counted.
   A sequence is its numbers packed into 64 bits where they fit, and mixed (one to one: they are got
   back); else a hash of them, and the numbers beside it. Slots lie in the order of keys, and keys that
   are packed wait in baskets by their order, so that a basket is added to a piece of the table that
   fits the cache. The table never takes more than SLOTS_MAX slots: when it is full, it keeps the lower half of
   the range of hashes it was collecting, and the rest is collected in another pass over the streams. */
#include "../base/mem.h"
#include "ngrams.h"

#define SLOTS_MIN (1u << 12)
#define SLOTS_MAX (1u << 22) /* 24 bytes each: 100 MB; half as many where words stand beside them */
#define AHEAD 32u            /* slots are fetched into the cache that far ahead */
#define BASKETS 128u
#define BASKET 16384u /* keys: 12 bytes each, 25 MB in all */

typedef struct gram {
  uint64_t key;
  uint32_t count, articles, last; /* the latest article, by its turn */
  uint32_t words;                 /* 1 + its place in 'words'; 0: the key is packed */
} gram;

typedef struct basket {
  uint32_t n;
  uint32_t turns[BASKET];
  uint64_t keys[BASKET];
} basket;

typedef struct grams {
  aln_stream *r;
  const uint32_t *map;
  uint32_t n, bits;  /* words; bits of each in a key, 0: they do not fit */
  uint64_t from, to; /* the range of keys (upper 32 bits) of this pass */
  double scale;      /* slots a key */
  basket *baskets;   /* NULL: keys are not packed */
  gram *slots;
  uint32_t mask, used, turn;
  aln_buf words; /* n numbers each */
  uint64_t sum;  /* of all sequences */
} grams;

static uint64_t mix (uint64_t x) { /* the finaliser of SplitMix64 */
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

static uint64_t unmix (uint64_t x) {
  x = (x ^ (x >> 31) ^ (x >> 62)) * 0x319642B2D24D8EC3u;
  x = (x ^ (x >> 27) ^ (x >> 54)) * 0x96DE1B173F119089u;
  return x ^ (x >> 30) ^ (x >> 60);
}

static uint32_t number (const grams *g, uint32_t word) { return g->map ? g->map[word] : word; }

static uint64_t key_of (const grams *g, const uint32_t *words) {
  uint64_t key = 0;
  for (uint32_t i = 0; i < g->n; i++)
    key = g->bits ? key << g->bits | number (g, words[i]) : mix (key + number (g, words[i]) + i);
  return mix (key);
}

static uint32_t word_at (const grams *g, const gram *at, uint32_t i) {
  if (!at->words || !g->words.p)
    return (uint32_t)(unmix (at->key) >> (g->bits * (g->n - 1 - i))) &
           (uint32_t)((1ull << g->bits) - 1);
  return ((const uint32_t *)(const void *)g->words.p)[(size_t)(at->words - 1) * g->n + i];
}

static int same_words (const grams *g, const gram *at, const uint32_t *words) {
  if (!at->words) return 1;
  for (uint32_t i = 0; i < g->n; i++)
    if (word_at (g, at, i) != number (g, words[i])) return 0;
  return 1;
}

/* -- the table ------------------------------------------------------------------------------------ */

static int in_range (const grams *g, uint64_t key) {
  return key >> 32 >= g->from && key >> 32 < g->to;
}

/* Where a key of the range would stand. */
static uint32_t home (const grams *g, uint64_t key) {
  return (uint32_t)((double)((key >> 32) - g->from) * g->scale) & g->mask;
}

/* What is in the range, in a list of its own; the table is freed. */
static gram *take_out (aln_status *st, grams *g, uint32_t *n) {
  gram *list = aln_alloc (((size_t)g->used + 1) * sizeof *list);
  *n = 0;
  if (!list) {
    *st = ALN_ENOMEM;
    return NULL;
  }
  for (uint32_t i = 0; g->slots && i <= g->mask; i++)
    if (g->slots[i].count && in_range (g, g->slots[i].key)) list[(*n)++] = g->slots[i];
  aln_free (g->slots);
  g->slots = NULL;
  return list;
}

/* Makes a table of 'slots' slots with what is in the range. Old and new are never there together. */
static void rebuild (aln_status *st, grams *g, uint32_t slots) {
  uint32_t n;
  gram *list = take_out (st, g, &n);
  if (list) g->slots = aln_alloc ((size_t)slots * sizeof *g->slots);
  if (list && !g->slots) *st = ALN_ENOMEM;
  if (*st == ALN_OK) {
    memset (g->slots, 0, (size_t)slots * sizeof *g->slots);
    g->mask = slots - 1;
    g->used = n;
    g->scale = slots / (double)(g->to - g->from);
    for (uint32_t i = 0; i < n; i++) {
      uint32_t at = home (g, list[i].key);
      while (g->slots[at].count) at = (at + 1) & g->mask;
      g->slots[at] = list[i];
    }
  }
  aln_free (list);
}

static void make_room (aln_status *st, grams *g) {
  if (g->used < (g->mask + 1) / 4 * 3) return;
  g->to = g->from + (g->to - g->from) / 2;
  rebuild (st, g, g->mask + 1);
}

static void keep_words (aln_status *st, grams *g, gram *at, const uint32_t *words) {
  size_t before = g->words.n / (g->n * sizeof *words);
  if (before >= UINT32_MAX - 1 && *st == ALN_OK) *st = ALN_ELIMIT;
  for (uint32_t i = 0; i < g->n; i++) {
    uint32_t v = number (g, words[i]);
    aln_buf_add (st, &g->words, (aln_slice){(const char *)&v, sizeof v});
  }
  at->words = (uint32_t)before + 1;
}

static void add (aln_status *st, grams *g, uint64_t key, uint32_t turn, const uint32_t *words) {
  uint32_t at = home (g, key);
  gram *slot;
  while (g->slots[at].count && (g->slots[at].key != key || !same_words (g, &g->slots[at], words)))
    at = (at + 1) & g->mask;
  slot = &g->slots[at];
  if (!slot->count) {
    slot->key = key;
    if (!g->bits) keep_words (st, g, slot, words);
    g->used++;
  }
  slot->count++;
  if (slot->last != turn) slot->articles++;
  slot->last = turn;
}

/* Adds what waits in a basket; keys past the range wait for another pass. */
static void empty (aln_status *st, grams *g, basket *b) {
  for (uint32_t from = 0; from < b->n && *st == ALN_OK; from += AHEAD) {
    uint32_t to = b->n - from < AHEAD ? b->n : from + AHEAD;
    make_room (st, g);
    if (*st != ALN_OK) return;
    for (uint32_t i = from; i < to; i++) __builtin_prefetch (&g->slots[home (g, b->keys[i])], 1);
    for (uint32_t i = from; i < to; i++)
      if (in_range (g, b->keys[i])) add (st, g, b->keys[i], b->turns[i], NULL);
  }
  b->n = 0;
}

static void put (aln_status *st, grams *g, uint64_t key) {
  basket *b = &g->baskets[key >> 57];
  b->keys[b->n] = key;
  b->turns[b->n++] = g->turn;
  if (b->n == BASKET) empty (st, g, b);
}

/* Keys that are not packed, some at a time: their slots come into the cache meanwhile. */
static void add_batch (aln_status *st, grams *g, const uint32_t *words, uint32_t n) {
  uint64_t keys[AHEAD];
  make_room (st, g);
  for (uint32_t i = 0; i < n && *st == ALN_OK; i++) {
    keys[i] = key_of (g, words + i);
    if (in_range (g, keys[i])) __builtin_prefetch (&g->slots[home (g, keys[i])], 1);
  }
  for (uint32_t i = 0; i < n && *st == ALN_OK; i++)
    if (in_range (g, keys[i])) add (st, g, keys[i], g->turn, words + i);
}

static void add_run (aln_status *st, grams *g, const uint32_t *words, uint32_t n) {
  uint32_t all = n < g->n ? 0 : n - g->n + 1;
  for (uint32_t i = 0; i < all && !g->baskets && *st == ALN_OK; i += AHEAD)
    add_batch (st, g, words + i, all - i < AHEAD ? all - i : AHEAD);
  for (uint32_t i = 0; i < all && g->baskets && *st == ALN_OK; i++) {
    uint64_t key = key_of (g, words + i);
    if (in_range (g, key)) put (st, g, key);
  }
}

static void pass (aln_status *st, grams *g, const aln_asked *q, const aln_bits *which) {
  aln_cursor *c = aln_cursor_open (st, g->r, which);
  int first = g->from == 0;
  g->turn = 0;
  while (aln_cursor_next (st, c)) {
    const aln_span *runs;
    uint32_t n = aln_cursor_runs (st, c, q->scope, &runs);
    g->turn++;
    for (uint32_t i = 0; i < n && *st == ALN_OK; i++) {
      uint32_t words = aln_length (runs[i]);
      if (first && words >= g->n) g->sum += words - g->n + 1;
      add_run (st, g, c->terms + runs[i].from, words);
    }
  }
  aln_cursor_close (c);
  for (uint32_t i = 0; i < BASKETS && g->baskets; i++) empty (st, g, &g->baskets[i]);
}

/* -- all of them ---------------------------------------------------------------------------------- */

static void keep_row (aln_status *st, const grams *g, const gram *at, aln_gram_rows *out) {
  aln_gram_row row = {at->count, at->articles, {0}};
  if (!aln_gram_rows_want (out, at->count)) return;
  for (uint32_t i = 0; i < g->n; i++) row.words[i] = word_at (g, at, i);
  aln_gram_rows_add (st, out, &row);
}

static uint32_t most_slots (const grams *g) { return g->bits ? SLOTS_MAX : SLOTS_MAX / 2; }

/* Slots for as many sequences as there can be. A table that grew while baskets are emptied would be
   crowded where the first ones lie. */
static uint32_t slots_for (aln_status *st, const grams *g, const aln_bits *which) {
  aln_arena a = ALN_ARENA_EMPTY;
  aln_postings lengths = {NULL, 0, 0};
  uint32_t slots = SLOTS_MIN;
  uint64_t words = 0;
  aln_stream_lengths (st, g->r, which, &a, &lengths);
  for (uint32_t i = 0; i < lengths.n; i++) words += lengths.at[i].body + lengths.at[i].other;
  aln_arena_free (&a);
  while (slots < most_slots (g) && (uint64_t)slots / 4 * 3 < words + AHEAD) slots *= 2;
  return slots;
}

static void collect (aln_status *st, grams *g, const aln_asked *q, const aln_bits *which,
                     aln_gram_rows *out) {
  uint32_t slots = slots_for (st, g, which);
  aln_stream_spare (g->r,
                    slots * sizeof *g->slots + (g->baskets ? BASKETS * sizeof *g->baskets : 0));
  while (g->from < 1ull << 32 && *st == ALN_OK) {
    g->to = 1ull << 32;
    g->words.n = 0;
    aln_free (g->slots);
    g->slots = NULL;
    g->used = 0;
    rebuild (st, g, slots);
    if (*st == ALN_OK) pass (st, g, q, which);
    for (uint32_t i = 0; *st == ALN_OK && i <= g->mask; i++)
      if (g->slots[i].count) keep_row (st, g, &g->slots[i], out);
    g->from = g->to;
  }
}

static void open_grams (aln_status *st, const aln_gram_rows *out, const aln_asked *q, grams *g) {
  memset (g, 0, sizeof *g);
  g->r = out->r;
  g->n = out->n;
  g->map = q->written ? NULL : aln_stream_map (g->r, ALN_LAYER_FOLDED);
  while (aln_stream_terms (g->r, out->layer) >> g->bits) g->bits++;
  if (g->bits * g->n > 64) g->bits = 0;
  if (g->bits) g->baskets = aln_alloc (BASKETS * sizeof *g->baskets);
  if (g->bits && !g->baskets) *st = ALN_ENOMEM;
  for (uint32_t i = 0; i < BASKETS && g->baskets; i++) g->baskets[i].n = 0;
}

void aln_grams_count (aln_status *st, const aln_asked *q, const aln_bits *which,
                      aln_gram_rows *out) {
  grams g;
  open_grams (st, out, q, &g);
  if (*st == ALN_OK) collect (st, &g, q, which, out);
  out->sum = g.sum;
  aln_free (g.slots);
  aln_free (g.baskets);
  aln_buf_free (&g.words);
}
