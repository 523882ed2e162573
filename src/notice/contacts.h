/* contacts.h: one telling of an official contact: "held phone talks with Seoul's defense minister".
   In: an article, its actors and dates, the lexicon tables consultations (what names a contact) and
   consultation_words (small words around it). Out: tellings in text order. Which of them tell of the
   same contact is the matter of consultations.h.

   A telling begins with a trigger: a noun ("phone call", "summit") or a verb ("met", "visited").
   A noun is looked at to its left for the verb that says it was held, for a preposition that takes
   it as known ("during the call"), and for names inside ("the Seoul-Washington summit"); to its right
   for those it was with. Who acts stands before the verb; nothing is looked for past a sentence. */
#ifndef ALN_CONTACTS_H
#define ALN_CONTACTS_H

#include "actors.h"
#include "timex.h"

#pragma GCC visibility push(hidden)

typedef enum aln_contact_kind {
  ALN_CALL,
  ALN_MEETING,
  ALN_TALKS,
  ALN_SUMMIT,
  ALN_VISIT,
  ALN_CEREMONY,
  ALN_EXERCISE,
  ALN_AGREEMENT,
  ALN_CONTACT_KINDS
} aln_contact_kind;

typedef enum aln_contact_status {
  ALN_HELD,
  ALN_PLANNED,
  ALN_PROPOSED,
  ALN_CALLED_OFF,
  ALN_DENIED,
  ALN_CONTACT_STATUSES
} aln_contact_status;

#define ALN_TELLING_ACTORS 12u
#define ALN_AGAIN_ONLY 2 /* 'again': where talks were told before, else none */
#define ALN_LOOSE_NAMES                                                                            \
  2 /* 'loose': who acts tells only the names of those who were told of as sides */

#define ALN_APART_NAMED 2 /* 'apart': "meetings", with each who is named by name or post */

typedef struct aln_telling {
  aln_contact_kind kind;
  aln_contact_status status;
  aln_row row;                      /* of the table consultations */
  uint32_t from, to;                /* tokens of the trigger */
  uint32_t head;                    /* first token of its verb, of its noun phrase without one */
  uint32_t sentence, block;         /* indexes */
  uint32_t first, last;             /* tokens of all that was read as part of it */
  uint32_t who[ALN_TELLING_ACTORS]; /* indexes of actors; those who act first */
  uint32_t n, subjects;
  int anaphoric;  /* "the call", "their meeting": may mean what was told before */
  int told;       /* a verb, a frame or a date says that it is one contact in particular */
  int group;      /* "the two leaders": those of before */
  int joint;      /* "joint", "combined": of the article's pair */
  int sideline;   /* "on the sidelines of": what stands before it was there and then */
  int attended;   /* "attended by": more of those who were there */
  int open;       /* "with" somebody who is no actor */
  int between;    /* "between X and Y": all who take part */
  int with;       /* "with", not "between": somebody else must act */
  int loose;      /* who acts counts only where no contact was told before that may be meant */
  int agreed;     /* "agreed to": both of before will do it */
  aln_row within; /* "inter-Korean": its sides */
  int apart;      /* "separate talks": one with each side */
  int also;       /* "also met": one more contact of who acts */
  int heads;      /* who acts was in the contact told right before */
  int again;      /* "the next round of": of those who talked before */
  int several;    /* "rounds of talks": of no one day */
  int negated;    /* "have not met": no contact at all */
  int present;    /* its verb is in the present */
  int past;       /* its verb is in the past: no day to come is its */
  int home;       /* "here", where the paper is at home */
  int perfect;    /* "had met": not on the day of the news */
  int sure;       /* the words say its status, not only their form */
  const aln_timex *date, *duration;
  const aln_timex *until; /* its last day: "runs through March 14" */
  int32_t shift;          /* days from 'date' to the contact: "on Monday, a day before they met" */
  const aln_mention *place;
  int64_t ordinal; /* 0: none */
  aln_span topic;  /* bytes of the text */
  const char *rule;
  const char *refused; /* the condition that refused it; NULL: none */
} aln_telling;

typedef ALN_LIST (aln_telling) aln_tellings;

/* 'refused' (NULL: nobody asks): triggers that are no telling, captions and headlines among them. */
void aln_contacts_find (aln_status *st, aln_arena *room, const aln_article *a, const aln_people *p,
                        const aln_parties *actors, const aln_timexes *dates, aln_tellings *out,
                        aln_tellings *refused);

#pragma GCC visibility pop

#endif
