/* commitments.h: words of assurance towards an ally, as the lexicon lists them.
   In: an article, its people and actors, the lexicon table commitments. Out: every such word in text
   order, with the term it is counted under, who says it where the sentence tells, and whether it is
   denied. Some words count only beside the alliance ("pledged", "robust"): the lexicon says which. */
#ifndef ALN_COMMITMENTS_H
#define ALN_COMMITMENTS_H

#include "actors.h"

#pragma GCC visibility push(hidden)

typedef struct aln_commitment {
  aln_span text;
  aln_slice term, category, speaker;
  int negated;
  uint32_t block;
  const char *rule;
} aln_commitment;

typedef ALN_LIST (aln_commitment) aln_commitments;

void aln_commitments_find (aln_status *st, aln_arena *room, const aln_article *a,
                           const aln_people *p, const aln_parties *actors, aln_commitments *out);

#pragma GCC visibility pop

#endif
