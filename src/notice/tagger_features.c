/* tagger_features.c: in: an article prepared for the tagger, a region of it. Out: the buckets of its tokens' features
   (tagging.h). */
#include "tagging.h"

#include "../base/bits.h"

static uint32_t mix (uint32_t h, uint32_t v) {
  h = (h ^ v) * 0x9E3779B1u;
  return h ^ h >> 15;
}

static inline uint32_t hash_two (const char *p) {
  uint32_t h = hash_letter (hash_letter (NO_LETTERS, p[0]), p[1]);
  return h ? h : 1;
}

static inline uint32_t hash_three (const char *p) {
  uint32_t h = hash_letter (hash_letter (hash_letter (NO_LETTERS, p[0]), p[1]), p[2]);
  return h ? h : 1;
}

static uint32_t shape_at (const aln_tag_view *v, uint32_t i) {
  const aln_token *t = &v->t[i];
  uint32_t n = t->to - t->from;
  if (t->kind == ALN_TOKEN_MARK) return 64u + (unsigned char)aln_first_byte (v->a, i);
  return 1u + t->shape + 8u * t->kind + 320u * (n > 4 ? 4u : n) + 2048u * !!v->first[i] +
         4096u * (v->a->text.p[t->to - 1] == '.');
}

static uint32_t shape_of (const aln_tag_view *v, uint32_t i) {
  if (!v->shape[i]) v->shape[i] = shape_at (v, i);
  return v->shape[i];
}

typedef struct bag {
  uint32_t *at, n; /* never more than ALN_FEATURES_MAX */
  const uint64_t
      *rows; /* of the model, which is larger than a near cache; NULL: none will be asked */
} bag;

static inline void put (bag *b, uint32_t feature, uint32_t x, uint32_t y) {
  uint32_t bucket = mix (mix (mix (feature * 0x85EBCA6Bu, x), y), 0x27D4EB2Fu) % ALN_MODEL_BUCKETS;
  if (b->rows) __builtin_prefetch (b->rows + bucket);
  b->at[b->n++] = bucket;
}

/* The words beside token i; 1: beyond the article, 2: beyond the block. */
static uint32_t word_before (const aln_tag_view *v, uint32_t i) {
  return i == 0 ? 1 : v->first[i] == 2 ? 2 : hash_of (v, i - 1);
}

static uint32_t word_after (const aln_tag_view *v, uint32_t i) {
  return i + 1 >= v->n ? 1 : v->first[i + 1] == 2 ? 2 : hash_of (v, i + 1);
}

static uint32_t second_before (const aln_tag_view *v, uint32_t i) {
  return i < 2 ? 1 : v->first[i] == 2 || v->first[i - 1] == 2 ? 2 : hash_of (v, i - 2);
}

static uint32_t second_after (const aln_tag_view *v, uint32_t i) {
  return i + 2 >= v->n ? 1 : v->first[i + 1] == 2 || v->first[i + 2] == 2 ? 2 : hash_of (v, i + 2);
}

/* A word shorter than an affix is its own. */
static uint32_t suffix_of (const aln_tag_view *v, uint32_t i) {
  const aln_token *t = &v->t[i];
  return t->to - t->from < 3 ? hash_of (v, i) : hash_three (v->a->text.p + t->to - 3);
}

static inline void put_affixes (bag *b, const aln_tag_view *v, uint32_t i) {
  const char *p = v->a->text.p + v->t[i].from, *end = v->a->text.p + v->t[i].to;
  uint32_t n = v->t[i].to - v->t[i].from, w = hash_of (v, i);
  put (b, 8, n < 3 ? w : hash_three (end - 3), 0);
  put (b, 9, n < 2 ? w : hash_two (end - 2), 0);
  put (b, 10, n < 3 ? w : hash_three (p), 0);
  put (b, 11, n < 4 ? w : hash_letters (end - 4, 4), 0);
}

static void put_words (bag *b, const aln_tag_view *v, uint32_t i) {
  uint32_t w = hash_of (v, i), before = word_before (v, i), after = word_after (v, i),
           further = second_after (v, i), s = shape_of (v, i),
           s1 = after <= 2 ? 0 : shape_of (v, i + 1);
  put (b, 1, w, 0);
  put (b, 2, before, 0);
  put (b, 3, after, 0);
  put (b, 4, second_before (v, i), 0);
  put (b, 5, further, 0);
  put (b, 6, before, w);
  put (b, 7, w, after);
  put_affixes (b, v, i);
  put (b, 12, s, v->place[i]);
  put (b, 13, mix (before <= 2 ? 0 : shape_of (v, i - 1), s), s1);
  put (b, 14, s1, further <= 2 ? 0 : shape_of (v, i + 2));
}

static uint32_t lex_before (const aln_tag_view *v, uint32_t i) {
  return word_before (v, i) <= 2 ? 0 : v->lex[i - 1];
}

static void put_lexicon (bag *b, const aln_tag_view *v, uint32_t i) {
  uint32_t lex = v->lex[i];
  put (b, 16, lex, 0);
  put (b, 17, lex_before (v, i), lex);
  put (b, 18, lex, word_after (v, i) <= 2 ? 0 : v->lex[i + 1]);
  for (; lex; lex &= lex - 1) put (b, 19, aln_lowest_bit (lex), v->place[i]);
}

aln_tag_span aln_tag_span_of (const aln_tag_view *v, aln_named r) {
  uint32_t n = r.to - r.from, last = r.to - 1;
  return (aln_tag_span){r.from,
                        r.to,
                        n > 4 ? 5 : n,
                        word_before (v, r.from),
                        word_after (v, last),
                        hash_of (v, r.from),
                        hash_of (v, last),
                        suffix_of (v, last),
                        lex_before (v, r.from),
                        v->first[r.from]};
}

static void put_region (bag *b, const aln_tag_view *v, const aln_tag_span *r, uint32_t i) {
  uint32_t at = i == r->from ? 0 : i + 1 == r->to ? 2 : 1;
  put (b, 20, at, r->size);
  put (b, 21, mix (at, r->size), r->starts);
  put (b, 22, r->before, at);
  put (b, 23, r->after, at);
  put (b, 24, r->last, at);
  put (b, 25, r->first, at);
  put (b, 26, r->suffix, at);
  put (b, 27, mix (v->place[i], r->starts), mix (r->size, at));
  put (b, 28, r->lex, at);
  put (b, 29, mix (r->before, r->after), r->size);
}

static void put_around (bag *b, const aln_tag_view *v, uint32_t i) {
  uint32_t bits = around_of (v, i);
  put (b, 30, bits, 0);
  for (uint32_t left = bits; left; left &= left - 1)
    put (b, 31, aln_lowest_bit (left), v->t[i].shape);
  put (b, 32, bits & LOWER_TOO, mix (v->first[i], v->place[i]));
}

uint32_t aln_tag_features_of (const aln_tag_view *v, const aln_tag_span *r, uint32_t i,
                              uint32_t *buckets, const uint64_t *rows) {
  bag b = {buckets, 0, rows};
  put (&b, 0, 0, 0);
  put_words (&b, v, i);
  put_lexicon (&b, v, i);
  put_region (&b, v, r, i);
  put_around (&b, v, i);
  return b.n;
}

uint32_t aln_tag_features (const aln_tag_view *v, aln_named r, uint32_t i, uint32_t *buckets) {
  aln_tag_span of = aln_tag_span_of (v, r);
  return aln_tag_features_of (v, &of, i, buckets, NULL);
}
