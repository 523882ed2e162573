/* likeness.h: how much of one text stands in another, and where.
   In: two texts as words of sketch.h without breaks. Out: what they share. A run of four words (a
   shingle; where a text is shorter than that it has none) that both have covers its words in both.
   Containment is the share of a text's words that is covered; resemblance what is covered of both
   together (Broder 1997). Beside the plain counts there are weights, by which evidence is judged:

     common   a run that is found on many days of the set is a phrase or a standing paragraph:
              full weight up to 3 days, none beyond 24. Days and not articles, since a story lives
              for days however many carry it, and a formula for years.
     quoted   words in quotation marks weigh a quarter: two who heard the same speech quote it alike.

   Integers all the way, so that no machine decides otherwise. Pure. */
#ifndef ALN_LIKENESS_H
#define ALN_LIKENESS_H

#include "../base/arena.h"
#include "../base/buf.h"
#include "sketch.h"

#pragma GCC visibility push(hidden)

#define ALN_SHINGLE 4u     /* words */
#define ALN_LEAD 30u       /* words of a lead: a news lead has 25 to 35 */
#define ALN_FULL_WEIGHT 4u /* of a run that is not common */

typedef struct aln_side {          /* what one of the two has */
  uint32_t words, covered;         /* of its words */
  uint32_t first, last;            /* its first and last covered word, from 0 */
  uint32_t weight, covered_weight; /* of all its words, and of what is covered */
  uint32_t lead, covered_lead;     /* of its lead, and of what of it stands together in the other */
} aln_side;

typedef struct aln_text {
  const uint16_t *words;
  uint32_t n;
  int32_t day;          /* a count of days; below 0: not known */
  const aln_side *side; /* its weights, nothing covered; NULL: they are summed at each comparison */
} aln_text;

/* The shingle that begins at word i (i + ALN_SHINGLE <= n), mixed; different ones never collide. */
uint64_t aln_shingle (const uint16_t *words, uint32_t i);

/* -- common runs ---------------------------------------------------------------------------------- */
typedef struct aln_commons { /* an open table: runs that do not have full weight */
  uint64_t *keys;            /* 0: free; else the upper forty bits of a shingle, and 1 */
  unsigned char *weights;
  uint64_t mask; /* slots - 1; without keys: nothing is common */
} aln_commons;

/* From every shingle of the texts. */
void aln_commons_of (aln_status *st, aln_arena *a, const aln_text *texts, uint32_t n,
                     aln_commons *out);
unsigned aln_weight_of (const aln_commons *c, uint64_t shingle); /* 0 … ALN_FULL_WEIGHT */

/* -- two texts ------------------------------------------------------------------------------------ */
/* The weights of a text, by the common runs. */
aln_side aln_side_of (const aln_commons *c, aln_text t);

typedef struct aln_likeness {
  aln_side a, b;
} aln_likeness;

/* Compares one text with many. 'a' is held in a table; comparing costs what the other text costs.
   The covered words of the last comparison stay in cover_a and cover_b: 0, or 1 and the weight. */
typedef struct aln_comparer {
  const aln_commons *commons;
  aln_text a;
  aln_side side; /* of 'a', nothing covered */
  struct aln_slot *slots;
  struct aln_hit *hits; /* places of the lead of 'a' in the other text */
  uint32_t *next, *touched;
  unsigned char *cover_a, *cover_b;
  size_t room_slots, room_a, room_b;
  uint64_t mask;
  uint32_t touched_n, hits_n, round;
} aln_comparer;

void aln_comparer_take (aln_status *st, aln_comparer *c, aln_text a);
void aln_comparer_with (aln_status *st, aln_comparer *c, aln_text b, aln_likeness *out);
void aln_comparer_free (aln_comparer *c);

/* Does half of this one's lead stand in the other? Then the other carries its story. */
int aln_likeness_leads (const aln_side *s);

/* Is one of them a copy of the other, or a part of it, as far as the texts tell?
     twin    they resemble one another by 0.6
     held    a half (by weight) of one stands in the other; where what they share begins late in
             both, as background does, seven tenths; eight where more than a week lies between them
     lead    half of one's lead stands in the other: a brief, or an item of a round-up; at most a week
             lies between them
   Less than ten words' weight of shared text says nothing, but for texts that are all but equal. */
typedef enum aln_link { ALN_LINK_NONE, ALN_LINK_LEAD, ALN_LINK_HELD, ALN_LINK_TWIN } aln_link;
aln_link aln_likeness_link (const aln_likeness *l, int32_t day_a, int32_t day_b);

/* Shared words as a share of all words of both, in thousandths. */
uint32_t aln_likeness_resemblance (const aln_likeness *l);

#pragma GCC visibility pop

#endif
