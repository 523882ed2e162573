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

#define ALN_RECENT 4u /* persons who can be meant by "he" or "she" */

typedef struct aln_speakers {
  const aln_article *a;
  const aln_people *people;
  const aln_speech *speech;
  uint32_t *meant;             /* for each token: 1 + the person that a noun or pronoun means */
  uint8_t *gender;             /* for each person: ALN_HE, ALN_SHE, 0: not told */
  uint32_t recent[ALN_RECENT]; /* 1 + the persons who spoke or acted last, the newest first */
  uint32_t body;               /* 1 + the mention of the body that spoke last */
  aln_speaker unnamed;         /* "a senior official", where that spoke last; empty: no */
  aln_slice thing;             /* or what no list knows ("the coalition"), where that spoke later */
} aln_speakers;

enum { ALN_HE = 1, ALN_SHE = 2 };

void aln_speakers_open (aln_status *st, aln_arena *room, const aln_speech *speech,
                        const aln_people *people, aln_speakers *out);

/* Can it say anything: a person, a body, a role, "he", a report? */
int aln_can_speak (const aln_speakers *s, const aln_actor *actor);

/* Also makes who it is the one that "he" or "she" means next. */
aln_speaker aln_speaker_of (aln_speakers *s, const aln_actor *actor);

/* What spoke, and is neither person, post nor body, is what "it" means next. */
void aln_remember_thing (aln_speakers *s, const aln_actor *actor, const aln_speaker *speaker);

#pragma GCC visibility pop

#endif
