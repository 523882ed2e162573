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
  if (term < b->cap) return;
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

/* What stands between two words: two bits, and a number where they do not say it. The bits are 0 before,
   so that a blank, which most are, needs no more than to be counted. */
static void other_gap (adder *w, uint32_t gap, aln_span at) {
  const aln_slice s = aln_cut (w->a->text, at);
  unsigned code = 3;
  if (s.n == 0) code = 1;
  else if (s.n == 2 && s.p[0] == ',' && s.p[1] == ' ') code = 2;
  w->codes[gap / 4] = (unsigned char)(w->codes[gap / 4] | code << 2 * (gap % 4));
  if (code == 3)
    aln_pack_number (w->st, &w->b->rest, aln_numbering_add (w->st, &w->d->of[ALN_TERMS_GAPS], s));
}

static inline int is_blank (aln_slice text, aln_span gap) {
  return gap.to == gap.from + 1 && text.p[gap.from] == ' ';
}

/* All that are sought, in the order in which they stand: new ones get their numbers in it. */
static void find_sought (adder *w) {
  const aln_numbering *words = &w->d->of[ALN_TERMS_WORDS];
  for (int step = 1; step <= 2; step++)
    for (uint32_t i = 0; i < w->n_sought; i++) aln_numbering_soon (words, w->sought[i].hash, step);
  for (uint32_t i = 0; i < w->n_sought; i++) {
    const sought *k = &w->sought[i];
    const aln_known is = aln_dictionary_add (w->st, w->d, k->written, k->hash);
    w->terms[k->at] = is.number;
    w->counts[k->at] |= is.folded << 1;
  }
  w->n_sought = 0;
}

/* Word number 'at' of the article is to be looked for. */
static void seek (adder *w, aln_slice written, uint32_t at) {
  const aln_numbering *words = &w->d->of[ALN_TERMS_WORDS];
  const uint32_t hash = aln_numbering_hash (words, written);
  if (w->n_sought == SOUGHT) find_sought (w);
  aln_numbering_soon (words, hash, 0);
  w->sought[w->n_sought++] = (sought){written, hash, at};
}

/* Only what begins with no letter or digit of ASCII, or is long, may fold to nothing. */
static int is_surely_word (aln_slice s) {
  const unsigned char c = (unsigned char)s.p[0];
  return s.n <= 48 && (aln_is_alpha (c) || aln_is_digit (c));
}

static inline aln_known came_lately (const adder *w, aln_slice written, int near) {
  aln_letters_key key;
  const aln_lately *l;
  if (written.n > ALN_LATELY_MOST) return (aln_known){0, 0};
  key = near ? aln_letters_key_near (written) : aln_letters_key_of (written);
  l = aln_lately_at (w->d, key);
  return l->key.first == key.first && l->key.second == key.second ? l->is : (aln_known){0, 0};
}

/* 1: it is a word. Its number is *is, or comes later, with those of others. */
static int other_word (adder *w, aln_slice written, uint32_t at, aln_known *is) {
  if (is_surely_word (written)) {
    seek (w, written, at);
    return 1;
  }
  find_sought (w);
  *is = aln_dictionary_add (w->st, w->d, written,
                            aln_numbering_hash (&w->d->of[ALN_TERMS_WORDS], written));
  return is->number != 0;
}

/* The words among the tokens from *from on that begin before byte 'to'; how many. What changes with every
   word is in registers: no pointer leads to it. */
static uint32_t words (adder *w, const aln_token **from, const aln_token *stop, uint32_t to) {
  const aln_slice text = w->a->text;
  const aln_token *t = *from;
  const uint32_t first = w->slot.words, body = (uint32_t)w->body;
  uint32_t n = first, end = w->end, gaps = w->gaps;
  uint32_t *const terms = w->terms, *const starts = w->starts, *const counts = w->counts;
  for (; t < stop && t->from < to; t++) {
    const aln_slice written = aln_cut (text, (aln_span){t->from, t->to});
    const aln_span gap = {end, t->from};
    aln_known k;
    if (t->kind == ALN_TOKEN_MARK) continue;
    k = came_lately (w, written, t->from + 16 <= text.n);
    if (k.number == 0 && !other_word (w, written, n, &k)) continue;
    if (!is_blank (text, gap)) other_gap (w, gaps, gap);
    terms[n] = k.number;
    starts[n] = t->from;
    counts[n] = k.folded << 1 | body;
    end = t->to;
    gaps++;
    n++;
  }
  *from = t;
  w->slot.words = n;
  w->slot.body += body * (n - first);
  w->end = end;
  w->gaps = gaps;
  return n - first;
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
  const aln_token *t = a->tokens.at + b->tokens_from, *stop = a->tokens.at + b->tokens_to;
  uint32_t from = *s;
  while (*s < a->sentences.n && a->sentence_blocks.at[*s] == index) ++*s;
  w->body = b->kind == ALN_PARAGRAPH;
  aln_buf_byte (w->st, &w->b->part[ALN_PIECE_BOUNDS], (char)b->kind);
  aln_pack_number (w->st, &w->b->part[ALN_PIECE_BOUNDS], *s - from);
  for (; from < *s && *w->st == ALN_OK; from++) {
    const aln_span sentence = a->sentences.at[from];
    bound (w, sentence, words (w, &t, stop, sentence.to));
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

/* Of each folded term of the article, how often. What 'latest' says is believed when the pair there is of
   this article; nobody can foretell which words are new in it, so no branch asks. */
static void count_all (adder *w) {
  const uint32_t n = w->slot.words, *counts = w->counts;
  const uint32_t first = (uint32_t)(w->b->pairs.n / sizeof (aln_pair));
  aln_pair *pairs;
  uint32_t *latest, end = first;
  aln_buf_reserve (w->st, &w->b->pairs, (n + 1) * sizeof *pairs);
  reserve_latest (w, w->d->of[ALN_TERMS_WORDS].n);
  if (*w->st != ALN_OK) return;
  pairs = (aln_pair *)(void *)w->b->pairs.p;
  latest = w->b->latest;
  for (uint32_t i = 0; i < n; i++) {
    const uint32_t term = counts[i] >> 1, body = counts[i] & 1, at = latest[term];
    const uint32_t mine = aln_mask (at - first < end - first);
    const uint32_t before = aln_choose (mine, at, end); /* pairs[end] is nobody's yet */
    const uint32_t known = aln_mask (pairs[before].term == term) & mine;
    const uint32_t to = aln_choose (known, before, end);
    aln_pair *p = &pairs[to];
    latest[term] = to;
    p->term = term;
    p->slot = w->number;
    p->body = (p->body & known) + body;
    p->other = (p->other & known) + (body ^ 1);
    end += known + 1;
  }
  w->b->pairs.n = end * sizeof *pairs;
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
  for (int i = 0; i < ALN_PIECE_PARTS; i++) w.slot.at[i] = (uint32_t)b->part[i].n;
  make_room (&w);
  aln_dictionary_warm (st, d);
  if (*st != ALN_OK) return;
  blocks (&w);
  count_all (&w);
  if (*st != ALN_OK) return;
  if (!is_blank (a->text, (aln_span){w.end, (uint32_t)a->text.n}))
    other_gap (&w, w.gaps, (aln_span){w.end, (uint32_t)a->text.n});
  w.gaps++;
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
