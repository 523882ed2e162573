/* people.h: who is in the article, once each, with the posts they hold.
   In: an article, its mentions and posts. Out: persons with every span (name, noun, pronoun), the
   fullest name, side, posts and rank; bodies and places grouped by what they name.

   A name of several words is a person of its own unless it agrees with one already met (same family
   name, given names that do not differ). A family name alone goes to the one person who bears it; to
   the last met where a post or rank beside it agrees; to nobody where two could be meant. */
#ifndef ALN_PEOPLE_H
#define ALN_PEOPLE_H

#include "offices.h"

#pragma GCC visibility push(hidden)

typedef enum aln_span_kind { ALN_SPAN_NAME, ALN_SPAN_NOUN, ALN_SPAN_PRONOUN } aln_span_kind;

typedef struct aln_naming { /* one place where somebody or something is named */
  aln_span text;
  uint32_t from, to; /* tokens */
  aln_span_kind kind;
} aln_naming;

typedef ALN_LIST (aln_naming) aln_namings;

typedef struct aln_held { /* a post somebody holds, as the article says */
  aln_slice office, side;
  uint32_t holder; /* ALN_HOLDER_* */
  uint32_t post;   /* index into posts; the sentence that says so is there */
} aln_held;

typedef struct aln_person {
  aln_slice name, side, rank;
  ALN_LIST (aln_held) held; /* the first is the main one */
  aln_namings spans;
  uint32_t first, last; /* tokens of the fullest mention */
  int family_first;     /* 1: "Kim Seon-ho" */
  aln_row row;          /* a row of tenures that bears the name, 0: none */
  const char *rule;
} aln_person;

typedef struct aln_thing { /* a body or place */
  aln_slice name, side, kind, stands_for;
  aln_namings spans;
  aln_row row;
  const char *rule;
} aln_thing;

typedef struct aln_people {
  aln_mentions mentions;
  aln_posts posts;
  ALN_LIST (aln_person) persons;
  ALN_LIST (aln_thing) bodies;
  ALN_LIST (aln_thing) places;
  uint32_t *who;    /* for each mention: 1 + index of its person, 0: nobody's */
  uint32_t *holder; /* for each post beside a name: 1 + index of its person, 0: nobody's */
} aln_people;

/* 'day' ("2024-12-20" or empty) chooses among holders when only a family name is given. */
void aln_people_find (aln_status *st, aln_arena *room, const aln_article *a, aln_slice day,
                      aln_people *out);

/* The person named (or meant) by the span that covers token i, NULL: none. */
const aln_person *aln_person_at (const aln_people *p, uint32_t token);

#pragma GCC visibility pop

#endif
