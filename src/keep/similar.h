/* similar.h: many texts -> which of them tell one story. Near-linear: no pass over all pairs.

   In: texts in order of time (the earliest first; ties by something that is of the article, so that
   the order of adding does not matter). Out: for each the text that is the core of its story, and
   what kind of link leads there. In these steps:

     0 common runs are weighed (likeness.h).
     1 twins       of every text the shingles whose hash is a multiple of eight (FracMinHash, Irber
                   et al. 2022: a sample that tells containment, where MinHash tells resemblance
                   alone) are sorted with those of all; each is compared with the earliest that
                   has the same. Texts that resemble one by 0.6 stand behind it from now on, so that
                   a story printed by five hundred papers is as cheap as one.
     2 candidates  the rest, by every second shingle that is not common: who shares two of them is
                   compared word by word. A shingle of more than twelve texts pairs each with the
                   earliest and the two before it alone.
     3 cores       the text whose lead stands in others that are most like it (the sum of the squares
                   of resemblance), then the next that has no link to one before, and so on.
     4 stories     every text belongs to the core with which it shares most, if it has a link to one,
                   one whose lead it carries before others. What is linked to a member alone is no
                   part of the story: links do not add up.

   Pure; deterministic. */
#ifndef ALN_SIMILAR_H
#define ALN_SIMILAR_H

#include "likeness.h"

#pragma GCC visibility push(hidden)

typedef struct aln_home { /* where a text belongs */
  uint32_t core;          /* itself: a story of its own, or the core of one */
  aln_link link;
} aln_home;

/* 'homes': one a text, to be filled; the sides of texts that were compared are filled too, in 'a'. 'commons' lives in 'a'. 'stop' (NULL: never) ends with ALN_EINTR. */
void aln_similar (aln_status *st, aln_arena *a, aln_text *texts, uint32_t n, int (*stop) (void *),
                  void *context, aln_commons *commons, aln_home *homes);

#pragma GCC visibility pop

#endif
