/* speakers.h: who a noun phrase is.
   In: the subject of a verb of saying, people, posts and bodies. Out: a speaker: the person's name and
   post; or a body ("the ministry", "it"); or else the noun phrase as written ("a senior official").
   Remembers who spoke last: "he" and "it" in the next paragraph. */
#ifndef ALN_SPEAKERS_H
#define ALN_SPEAKERS_H

#include "speech.h"

#pragma GCC visibility push(hidden)

typedef struct aln_speaker {
  aln_slice name, office, side;
  aln_span at; /* the noun phrase; empty: nobody */
} aln_speaker;

typedef struct aln_speakers {
  const aln_article *a;
  const aln_people *people;
  const aln_speech *speech;
  uint32_t *meant; /* for each token: 1 + the person that a noun or pronoun there means */
  uint32_t person; /* 1 + the person who spoke last */
  uint32_t body;   /* 1 + the mention of the body that spoke last */
} aln_speakers;

void aln_speakers_open (aln_status *st, aln_arena *room, const aln_speech *speech,
                        const aln_people *people, aln_speakers *out);

aln_speaker aln_speaker_of (aln_speakers *s, const aln_actor *actor);

#pragma GCC visibility pop

#endif
