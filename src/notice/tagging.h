/* tagging.h: what the steps of the tagger share. In: an article. tagger_view.c looks over all of it once: how each word
   is written there and what stands around it; tagger_features.c makes features of that, and tagger.c names of these. */
#ifndef ALN_TAGGING_H
#define ALN_TAGGING_H

#include "glance.h"
#include "tagger.h"

#pragma GCC visibility push(hidden)

enum { /* what stands around a word somewhere in the article; a bit each */
       AFTER_TITLE = 1,
       BEFORE_LOWER = 2,
       AFTER_IN = 4,
       ENDS_RUN = 8,
       BEGINS_RUN = 16,
       OWNS = 32, /* 's behind it */
       LOWER_TOO = 64,
       AFTER_THE = 128
};

typedef struct seen { /* a word of the article that is not only written small */
  uint32_t hash;      /* 0: an empty cell */
  uint32_t around;    /* bits */
} seen;

struct aln_tag_view {
  const aln_article *a;
  const aln_token *t;
  uint32_t n;
  uint32_t *hash;  /* of each token's letters, in lower case; 0: not asked for yet, as mostly */
  uint32_t *shape; /* of each token, as features take it; 0: the same */
  uint16_t *lex;   /* what the lexicon says of each token, as features take it */
  uint8_t *first;  /* 1: first word of a sentence, 2: of a block */
  uint8_t *place;  /* for each token how its block looks: capitals, figures */
  uint32_t *large, n_large; /* the words that are not written small, in order */
  seen *table;
  uint32_t mask;
};

typedef struct aln_tag_span { /* a region, and what all its tokens share */
  uint32_t from, to, size;
  uint32_t before, after, first, last, suffix, lex, starts;
} aln_tag_span;

aln_tag_span aln_tag_span_of (const aln_tag_view *v, aln_named r);

/* The buckets of token i of a region; returns how many. 'rows': of the model, which is larger than a near cache, so that
   they are fetched ahead; NULL: none will be asked. */
uint32_t aln_tag_features_of (const aln_tag_view *v, const aln_tag_span *r, uint32_t i,
                              uint32_t *buckets, const uint64_t *rows);

/* -- small questions ---------------------------------------------------------------------------------- */

#define NO_LETTERS 2166136261u

static inline uint32_t hash_letter (uint32_t h, char letter) { /* FNV-1a, in lower case */
  unsigned char c = (unsigned char)letter;
  return (h ^ (aln_is_upper (c) ? c | 32u : c)) * 16777619u;
}

static inline uint32_t hash_letters (const char *p, uint32_t n) {
  uint32_t h = NO_LETTERS;
  for (uint32_t i = 0; i < n; i++) h = hash_letter (h, p[i]);
  return h ? h : 1;
}

static inline uint32_t hash_of (const aln_tag_view *v, uint32_t i) {
  const aln_token *t = &v->t[i];
  if (!v->hash[i]) v->hash[i] = hash_letters (v->a->text.p + t->from, t->to - t->from);
  return v->hash[i];
}

static inline int is_possessive (const aln_tag_view *v, uint32_t i) {
  const char *p = v->a->text.p + v->t[i].from;
  uint32_t n = v->t[i].to - v->t[i].from;
  return n >= 2 && n <= 4 && (p[n - 1] == 's' || p[n - 1] == 'S') &&
         (p[0] == '\'' || (unsigned char)p[0] == 0xE2);
}

static inline seen *cell_of (const aln_tag_view *v, uint32_t hash) {
  uint32_t i = hash & v->mask;
  while (v->table[i].hash && v->table[i].hash != hash) i = (i + 1) & v->mask;
  return &v->table[i];
}

/* Words that are only ever written small have no cell: nearly nobody asks for them. */
static inline uint32_t around_of (const aln_tag_view *v, uint32_t i) {
  const seen *c = cell_of (v, hash_of (v, i));
  if (c->hash) return c->around;
  return v->t[i].kind == ALN_TOKEN_WORD && v->t[i].shape == ALN_SHAPE_LOWER ? LOWER_TOO : 0;
}

#pragma GCC visibility pop

#endif
