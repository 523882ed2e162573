/* tagger.h: names nobody has listed, by shape and surroundings.
   In: an article and a model (weights; an empty model finds nothing). Out: runs of tokens with the
   type a first-order structured perceptron (Collins 2002) gives them.

   Only *regions* are looked at: runs of capitalised tokens with the small words and marks that names
   hold ("Ministry of Defense", "Boutros-Ghali", "van der Pas"). Each token of a region has about 40
   features, hashed into ALN_MODEL_BUCKETS rows of weights, one weight a tag; the best tag sequence
   of a region is found by Viterbi's algorithm. Features of a word include what surrounds it anywhere
   else in the article ("Gen. Brunson" here helps "Brunson" there).

   The model is made by spec/tools/train_tagger.c (`make tagger`), never by hand. */
#ifndef ALN_TAGGER_H
#define ALN_TAGGER_H

#include "../read/article.h"

#pragma GCC visibility push(hidden)

enum { ALN_NAME_NONE, ALN_NAME_PERSON, ALN_NAME_BODY, ALN_NAME_PLACE, ALN_NAME_OTHER };

/* Tags: 0 is outside; 2k-1 begins and 2k goes on with a name of type k. */
#define ALN_TAGS 9u
#define ALN_MODEL_BUCKETS (1u << 16)
#define ALN_WEIGHTS_BYTES (ALN_MODEL_BUCKETS * ALN_TAGS + ALN_TAGS * ALN_TAGS)

typedef struct aln_tag_model {      /* weights as the tagger takes them */
  uint64_t rows[ALN_MODEL_BUCKETS]; /* a byte a tag: 128 + how much more it weighs than outside */
  int8_t step[ALN_TAGS * ALN_TAGS]; /* from tag to tag */
} aln_tag_model;

typedef struct aln_named {
  uint32_t from, to; /* tokens of the article, half-open */
  uint32_t type;     /* ALN_NAME_* */
} aln_named;

typedef ALN_LIST (aln_named) aln_nameds;

/* Of weights as the trainer writes them: ALN_WEIGHTS_BYTES, the buckets, then the transitions. */
void aln_tag_pack (const int8_t *weights, aln_tag_model *model);

/* 'model': the bytes of an aln_tag_model, or empty. */
void aln_tag_names (aln_status *st, aln_arena *room, const aln_article *a, aln_slice model,
                    aln_nameds *out);

/* -- for the trainer ---------------------------------------------------------------------------- */
#define ALN_FEATURES_MAX 64u
#define ALN_REGION_MAX 24u /* tokens; a longer run of capitals is cut */

typedef struct aln_tag_view aln_tag_view; /* an article prepared for features */

aln_tag_view *aln_tag_prepare (aln_status *st, aln_arena *room, const aln_article *a);
/* The next region at or after token 'from'; from == to when there is none. */
aln_named aln_tag_region (const aln_tag_view *v, uint32_t from);
/* Buckets of token i of region r; returns how many. */
uint32_t aln_tag_features (const aln_tag_view *v, aln_named r, uint32_t i, uint32_t *buckets);
/* The best tags of a region of n tokens: score[i * ALN_TAGS + tag], step[before * ALN_TAGS + tag]. */
void aln_tag_best (const int32_t *score, const int32_t *step, uint32_t n, uint8_t *tags);

#pragma GCC visibility pop

#endif
