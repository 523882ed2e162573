/* build.c: in: read articles. Out: a segment in memory, as streams.h says. No allocation a word. */
#include "segment.h"

#include "../base/mem.h"
#include "terms.h"

void aln_builder_free (aln_builder *b) {
  aln_buf *all[] = {&b->slots, &b->pairs, &b->terms, &b->starts, &b->counts, &b->codes, &b->rest};
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) aln_buf_free (all[i]);
  for (int i = 0; i < ALN_PIECE_PARTS; i++) aln_buf_free (&b->part[i]);
  aln_free (b->latest);
  b->latest = NULL;
  b->cap = 0;
}

aln_builder_mark aln_builder_at (const aln_builder *b) {
  aln_builder_mark m = {b->slots.n, b->pairs.n, {0}};
  for (int i = 0; i < ALN_PIECE_PARTS; i++) m.part[i] = b->part[i].n;
  return m;
}

void aln_builder_back (aln_builder *b, const aln_builder_mark *m) {
  b->slots.n = m->slots;
  b->pairs.n = m->pairs;
  for (int i = 0; i < ALN_PIECE_PARTS; i++) b->part[i].n = m->part[i];
}

size_t aln_builder_bytes (const aln_builder *b) {
  size_t n = 0;
  for (int i = 0; i < ALN_PIECE_PARTS; i++) n += b->part[i].n;
  return n;
}

/* -- one article -----------------------------------------------------------------------------------
 */

#define SOUGHT 64u /* words that are looked for together */
typedef struct sought {
  aln_slice written;
  uint32_t hash;
  uint32_t at; /* which word of the article */
} sought;

typedef struct adder {
  aln_status *st;
  aln_builder *b;
  aln_dictionary *d;
  const aln_article *a;
  aln_slot slot;
  uint32_t number;          /* of the slot */
  size_t first_pair;        /* of this article, in bytes */
  uint32_t end;             /* of the word before, in bytes of the text */
  uint32_t gaps;            /* how many so far */
  uint32_t sentence_end;    /* of the sentence before */
  int body;                 /* the block is one of the body */
  uint32_t *terms, *starts; /* of every word; room for every token of the article */
  uint32_t *counts;         /* of every word: its folded form, times 2, plus 1 in the body */
  unsigned char *codes;     /* of every gap, zeroed */
  uint32_t n_sought;
  sought sought[SOUGHT];
} adder;

static void reserve_latest (adder *w, uint32_t term) {
  aln_builder *b = w->b;
  uint32_t cap = b->cap ? b->cap : 4096, *p;
  if (*w->st != ALN_OK) return;
  while (cap <= term) cap *= 2;
  p = aln_resize (b->latest, cap * sizeof *p);
  if (!p) {
    *w->st = ALN_ENOMEM;
    return;
  }
  memset (p + b->cap, 0, (cap - b->cap) * sizeof *p);
  b->latest = p;
  b->cap = cap;
}

/* One more of a folded term. What 'latest' says is believed when the pair there is of this article. */
static void count (adder *w, uint32_t term, int body) {
  aln_buf *pairs = &w->b->pairs;
  aln_pair *p;
  size_t at;
  if (term >= w->b->cap) reserve_latest (w, term);
  if (*w->st != ALN_OK) return;
  at = (size_t)w->b->latest[term] * sizeof *p;
  if (at < w->first_pair || at >= pairs->n || ((aln_pair *)(void *)(pairs->p + at))->term != term) {
    aln_pair fresh = {term, w->number, 0, 0};
    at = pairs->n;
    w->b->latest[term] = (uint32_t)(at / sizeof *p);
    aln_buf_add (w->st, pairs, (aln_slice){(const char *)&fresh, sizeof fresh});
    if (*w->st != ALN_OK) return;
  }
  p = (aln_pair *)(void *)(pairs->p + at);
  if (body) p->body++;
  else p->other++;
}

/* What stands between two words: two bits, and a number where they do not say it. */
static void other_gap (adder *w, uint32_t to) {
  const aln_slice s = aln_cut (w->a->text, (aln_span){w->end, to});
  const uint32_t at = w->gaps++;
  unsigned code = 3;
  if (s.n == 0) code = 1;
  else if (s.n == 2 && s.p[0] == ',' && s.p[1] == ' ') code = 2;
  w->codes[at / 4] = (unsigned char)(w->codes[at / 4] | code << 2 * (at % 4));
  if (code == 3)
    aln_pack_number (w->st, &w->b->rest, aln_numbering_add (w->st, &w->d->of[ALN_TERMS_GAPS], s));
}

/* The bits are 0 before, so that a blank, which most are, needs no more than to be counted. */
static inline void gap (adder *w, uint32_t to) {
  if (to == w->end + 1 && w->a->text.p[w->end] == ' ') w->gaps++;
  else other_gap (w, to);
}

/* All that are sought, in the order in which they stand: new ones get their numbers in it. */
static void find_sought (adder *w) {
  const aln_numbering *words = &w->d->of[ALN_TERMS_WORDS];
  for (int step = 1; step <= 2; step++)
    for (uint32_t i = 0; i < w->n_sought; i++) aln_numbering_soon (words, w->sought[i].hash, step);
  for (uint32_t i = 0; i < w->n_sought; i++) {
    const sought *k = &w->sought[i];
    const aln_known is = aln_dictionary_add (w->st, w->d, k->written);
    w->terms[k->at] = is.number;
    w->counts[k->at] |= is.folded << 1;
  }
  w->n_sought = 0;
}

static void seek (adder *w, aln_slice written) {
  const aln_numbering *words = &w->d->of[ALN_TERMS_WORDS];
  const uint32_t hash = aln_numbering_hash (words, written);
  if (w->n_sought == SOUGHT) find_sought (w);
  aln_numbering_soon (words, hash, 0);
  w->sought[w->n_sought++] = (sought){written, hash, w->slot.words};
}

/* Only what begins with no letter or digit of ASCII, or is long, may fold to nothing. */
static int is_surely_word (aln_slice s) {
  const unsigned char c = (unsigned char)s.p[0];
  return s.n <= 48 && (aln_is_alpha (c) || aln_is_digit (c));
}

/* 1 where the token is a word. One that did not come lately is looked for later, with others. */
static int word (adder *w, const aln_token *t) {
  const aln_slice written = aln_cut (w->a->text, (aln_span){t->from, t->to});
  aln_known k;
  if (t->kind == ALN_TOKEN_MARK) return 0;
  k = aln_dictionary_lately (w->d, written);
  if (k.number == 0 && is_surely_word (written)) seek (w, written);
  else if (k.number == 0) {
    find_sought (w);
    k = aln_dictionary_add (w->st, w->d, written);
    if (k.number == 0) return 0;
  }
  gap (w, t->from);
  w->end = t->to;
  w->terms[w->slot.words] = k.number;
  w->starts[w->slot.words] = t->from;
  w->counts[w->slot.words] = k.folded << 1 | (uint32_t)w->body;
  w->slot.words++;
  w->slot.body += (uint32_t)w->body;
  return 1;
}

/* Its words, and the bytes before it and behind its last word. */
static void bound (adder *w, aln_span at, uint32_t words) {
  aln_buf *out = &w->b->part[ALN_PIECE_BOUNDS];
  uint32_t skip = at.from - w->sentence_end;
  uint32_t tail = words == 0 ? at.to - at.from : at.to > w->end ? at.to - w->end : 0;
  aln_pack_number (w->st, out, words);
  aln_buf_byte (w->st, out, (char)((skip < 15 ? skip : 15) << 4 | (tail < 15 ? tail : 15)));
  if (skip >= 15) aln_pack_number (w->st, out, skip - 15);
  if (tail >= 15) aln_pack_number (w->st, out, tail - 15);
  w->sentence_end = at.to;
}

/* The sentences of one block from *s on, and their words. */
static void block (adder *w, uint32_t index, uint32_t *s) {
  const aln_article *a = w->a;
  const aln_block *b = &a->blocks.at[index];
  uint32_t from = *s, t = b->tokens_from;
  while (*s < a->sentences.n && a->sentence_blocks.at[*s] == index) ++*s;
  w->body = b->kind == ALN_PARAGRAPH;
  aln_buf_byte (w->st, &w->b->part[ALN_PIECE_BOUNDS], (char)b->kind);
  aln_pack_number (w->st, &w->b->part[ALN_PIECE_BOUNDS], *s - from);
  for (; from < *s && *w->st == ALN_OK; from++) {
    uint32_t words = 0;
    for (; t < b->tokens_to && a->tokens.at[t].from < a->sentences.at[from].to; t++)
      words += (uint32_t)word (w, &a->tokens.at[t]);
    bound (w, a->sentences.at[from], words);
  }
}

static void blocks (adder *w) {
  const aln_article *a = w->a;
  uint32_t n = 0, s = 0;
  for (uint32_t i = 0; i < a->blocks.n; i++) n += a->blocks.at[i].kind != ALN_BOILERPLATE;
  aln_pack_number (w->st, &w->b->part[ALN_PIECE_BOUNDS], n);
  for (uint32_t i = 0; i < a->blocks.n && *w->st == ALN_OK; i++)
    if (a->blocks.at[i].kind != ALN_BOILERPLATE) block (w, i, &s);
  find_sought (w);
}

#define AHEAD 6u /* words: as long as a look into the second cache takes, or somewhat more */

static void count_all (adder *w) {
  const uint32_t n = w->slot.words;
  for (uint32_t i = 0; i < n && *w->st == ALN_OK; i++) {
    const uint32_t ahead = i + AHEAD < n ? w->counts[i + AHEAD] >> 1 : 0;
    if (ahead < w->b->cap) aln_soon (&w->b->latest[ahead]);
    count (w, w->counts[i] >> 1, w->counts[i] & 1);
  }
}

/* How many words begin before byte 'at'. */
static uint32_t words_before (const aln_builder *b, uint32_t at) {
  const uint32_t *starts = (const uint32_t *)(const void *)b->starts.p;
  uint32_t low = 0, high = (uint32_t)(b->starts.n / sizeof *starts);
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (starts[mid] < at) low = mid + 1;
    else high = mid;
  }
  return low;
}

static void quotations (adder *w, const aln_quotes *quotes) {
  uint32_t end = 0;
  for (uint32_t i = 0; i < quotes->n; i++) {
    aln_span at = quotes->at[i].text;
    uint32_t from = words_before (w->b, at.from), to = words_before (w->b, at.to);
    if (quotes->at[i].kind == ALN_INDIRECT || from < end || to <= from)
      continue; /* not between marks, inside another, or without a word */
    aln_pack_number (w->st, &w->b->part[ALN_PIECE_QUOTES], from - end);
    aln_pack_number (w->st, &w->b->part[ALN_PIECE_QUOTES], to - from);
    end = to;
  }
}

/* In order of place; a name without a word of its own is none. */
static void namings (adder *w, const aln_named_list *names) {
  uint32_t before = 0;
  for (uint32_t i = 0; i < names->n; i++) {
    aln_span at = names->at[i].at;
    uint32_t from = words_before (w->b, at.from), to = words_before (w->b, at.to);
    if (from < before || to <= from) continue;
    aln_pack_number (w->st, &w->b->part[ALN_PIECE_NAMES], from - before);
    aln_pack_number (w->st, &w->b->part[ALN_PIECE_NAMES], to - from);
    aln_pack_number (w->st, &w->b->part[ALN_PIECE_NAMES], names->at[i].name);
    before = from;
  }
}

/* Room for every token, so that words need not ask for it. */
static void make_room (adder *w) {
  aln_builder *b = w->b;
  const size_t n = (size_t)w->a->tokens.n + 1, codes = n / 4 + 1;
  b->rest.n = b->terms.n = b->starts.n = b->counts.n = b->codes.n = 0;
  aln_buf_reserve (w->st, &b->terms, n * sizeof *w->terms);
  aln_buf_reserve (w->st, &b->starts, n * sizeof *w->starts);
  aln_buf_reserve (w->st, &b->counts, n * sizeof *w->counts);
  aln_buf_reserve (w->st, &b->codes, codes);
  if (*w->st != ALN_OK) return;
  memset (b->codes.p, 0, codes);
  w->terms = (uint32_t *)(void *)b->terms.p;
  w->starts = (uint32_t *)(void *)b->starts.p;
  w->counts = (uint32_t *)(void *)b->counts.p;
  w->codes = (unsigned char *)b->codes.p;
}

void aln_builder_add (aln_status *st, aln_builder *b, aln_dictionary *d, int64_t n,
                      const aln_article *a, const aln_quotes *quotes, const aln_named_list *names) {
  adder w;
  memset (&w, 0, offsetof (adder, sought)); /* those are written before they are read */
  w.st = st;
  w.b = b;
  w.d = d;
  w.a = a;
  w.slot.n = n;
  w.number = aln_builder_slots (b);
  w.first_pair = b->pairs.n;
  for (int i = 0; i < ALN_PIECE_PARTS; i++) w.slot.at[i] = (uint32_t)b->part[i].n;
  make_room (&w);
  if (*st != ALN_OK) return;
  blocks (&w);
  count_all (&w);
  gap (&w, (uint32_t)a->text.n);
  if (*st != ALN_OK) return;
  b->starts.n = w.slot.words * sizeof *w.starts;
  b->codes.n = (w.gaps + 3) / 4;
  aln_pack_list (st, &b->part[ALN_PIECE_WORDS], w.terms, w.slot.words);
  aln_buf_add (st, &b->part[ALN_PIECE_GAPS], aln_buf_slice (&b->codes));
  aln_buf_add (st, &b->part[ALN_PIECE_GAPS], aln_buf_slice (&b->rest));
  quotations (&w, quotes);
  namings (&w, names);
  aln_buf_add (st, &b->slots, (aln_slice){(const char *)&w.slot, sizeof w.slot});
}
