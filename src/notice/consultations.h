/* consultations.h: official contacts between two sides or more, each once.
   In: an article, its people, actors and dates. Out: contacts in the order in which the article comes
   to them: kind, whether it was held, when, where, between whom.

   Tellings (contacts.h) of the same contact become one: the same class of kind (a call; a meeting,
   talks or summit; a visit; …), days that agree, and participants that may be the same. What has only
   one side is domestic and none. What a caption or a headline tells is not taken. */
#ifndef ALN_CONSULTATIONS_H
#define ALN_CONSULTATIONS_H

#include "contacts.h"

#pragma GCC visibility push(hidden)

#define ALN_PARTICIPANTS 20u
#define ALN_TOPICS 6u

typedef struct aln_consultation {
  aln_contact_kind kind;
  aln_contact_status status;
  const char *cameo, *mode; /* CAMEO code, PLOVER mode; NULL: none */
  char date[24];            /* TIMEX3 value of its day or days; "": not said */
  aln_dayno first_day, last_day;
  aln_slice place, host, initiator, name;
  aln_slice participants[ALN_PARTICIPANTS];
  uint32_t participant_count;
  aln_sides sides;
  int64_t ordinal;      /* 0: none */
  const char *duration; /* TIMEX3: PT10M; NULL: none */
  aln_slice topics[ALN_TOPICS];
  uint32_t topic_count;
  uint32_t sentence, block; /* indexes: where it is first told */
  aln_span text;
  const char *rule;

  uint32_t persons[ALN_PARTICIPANTS]; /* 1 + index; the participants with names */
  aln_slice person_sides[ALN_PARTICIPANTS];
  uint32_t person_count;
  aln_slice posts[ALN_PARTICIPANTS], post_sides[ALN_PARTICIPANTS];
  uint32_t post_count;
  aln_slice place_side;
  int negotiation, hosted;
  int assumed;            /* its day is the article's, as the article does not say */
  const aln_timex *until; /* the last day, told apart from the first; NULL: not told */
  int past;               /* "had met": before the day of the news */
  int also;               /* told as one more, on the day of the one before it */
  int borrowed;           /* "the two sides": who takes part was told for another contact */
} aln_consultation;

typedef ALN_LIST (aln_consultation) aln_consultations;

typedef struct aln_refusal { /* words that may tell of a contact, and do not */
  aln_span text;
  uint32_t sentence, block; /* indexes */
  const char *why;          /* the condition that refused it */
} aln_refusal;

typedef ALN_LIST (aln_refusal) aln_refusals;

/* 'refused' (NULL: nobody asks): candidates that became none, tellings of one told before too. */
void aln_consultations_find (aln_status *st, aln_arena *room, const aln_article *a,
                             const aln_people *p, const aln_parties *actors,
                             const aln_timexes *dates, aln_consultations *out,
                             aln_refusals *refused);

const char *aln_contact_kind_name (int kind);     /* "call", … */
const char *aln_contact_status_name (int status); /* "held", … */

#pragma GCC visibility pop

#endif
