/* actors.h: who can act in a sentence: persons, posts, bodies, sides, and words that stand for them
   ("the two leaders", "his South Korean counterpart", "they").
   In: an article, its people and the lexicon table consultation_words. Out: actors in text order that
   never overlap, and the pair of sides the article is about: the two that it names beside each other
   most often ("South Korea-U.S.", "Seoul and Washington"). */
#ifndef ALN_ACTORS_H
#define ALN_ACTORS_H

#include "people.h"

#pragma GCC visibility push(hidden)

#define ALN_SIDES 8u /* sides of one contact at most; more are left out */

typedef struct aln_sides { /* ISO codes and short names of bodies, in the order of their naming */
  aln_slice at[ALN_SIDES];
  uint32_t n;
} aln_sides;

typedef enum aln_actor_kind {
  ALN_ACTOR_PERSON,
  ALN_ACTOR_POST, /* a post whose holder the article does not name */
  ALN_ACTOR_BODY,
  ALN_ACTOR_SIDE,       /* a country, or the capital that stands for it */
  ALN_ACTOR_GROUP,      /* "the two leaders", "they": said before */
  ALN_ACTOR_COUNTERPART /* "his South Korean counterpart" */
} aln_actor_kind;

typedef struct aln_actor {
  uint32_t from, to; /* tokens, with the post before a name */
  aln_actor_kind kind;
  uint32_t person; /* 1 + index of the person, 0: none */
  aln_slice name;  /* what a list of participants says: name, else post, else side */
  aln_slice side;  /* "KR"; several are joined by ";"; empty: not known */
} aln_actor;

typedef struct aln_actors {
  ALN_LIST (aln_actor) list;
  uint32_t *at; /* for each token: 1 + index of the actor it is part of, 0: none */
  aln_sides pair;
  aln_slice home; /* the side of those whose posts need no country here; empty: not known */
} aln_actors;

void aln_actors_find (aln_status *st, aln_arena *room, const aln_article *a, const aln_people *p,
                      aln_actors *out);

/* Adds the sides of "KR;US" that are not yet there. */
void aln_sides_add (aln_sides *s, aln_slice sides);
int aln_sides_have (const aln_sides *s, aln_slice side);

/* The phrase of consultation_words at token i that has 'field': its length and row; 0: none. */
uint32_t aln_contact_word (const aln_article *a, aln_kind words, uint32_t i, const char *field,
                           aln_row *row);

#pragma GCC visibility pop

#endif
