/* actors.h: who can act in a sentence: persons, posts, bodies, sides, and words that stand for them
   ("the two leaders", "his South Korean counterpart", "they").
   In: an article, its people and the lexicon table consultation_words. Out: actors in text order that
   never overlap, and the pair of sides the article is about: the two that it names beside each other
   most often, by name or by the capitals that stand for them. */
#ifndef ALN_PARTYS_H
#define ALN_PARTYS_H

#include "people.h"

#pragma GCC visibility push(hidden)

#define ALN_SIDES 8u /* sides of one contact at most; more are left out */

typedef struct aln_sides { /* ISO codes and short names of bodies, in the order of their naming */
  aln_slice at[ALN_SIDES];
  uint32_t n;
} aln_sides;

typedef enum aln_party_kind {
  ALN_PARTY_PERSON,
  ALN_PARTY_POST, /* a post whose holder the article does not name */
  ALN_PARTY_BODY,
  ALN_PARTY_SIDE,       /* a country, or the capital that stands for it */
  ALN_PARTY_GROUP,      /* "the two leaders", "they": said before */
  ALN_PARTY_COUNTERPART /* "his South Korean counterpart" */
} aln_party_kind;

typedef struct aln_party {
  uint32_t from, to; /* tokens, with the post before a name */
  aln_party_kind kind;
  uint32_t person; /* 1 + index of the person, 0: none */
  aln_slice name;  /* what a list of participants says: name, else post, else side */
  aln_slice side;  /* "KR"; several are joined by ";"; empty: not known */
  aln_slice holds; /* of a group: words of the posts of its members ("the two presidents") */
  int several;     /* a post of several ("their foreign ministers") */
  int counterpart; /* a post: "his counterpart", the same on the other side */
} aln_party;

typedef struct aln_parties {
  ALN_LIST (aln_party) list;
  uint32_t *at; /* for each token: 1 + index of the actor it is part of, 0: none */
  aln_sides pair;
  aln_slice home; /* the side of those whose posts need no country here; empty: not known */
} aln_parties;

void aln_parties_find (aln_status *st, aln_arena *room, const aln_article *a, const aln_people *p,
                       aln_parties *out);

/* Whose side person 'person' (1 + index) is on: that of the body for which he speaks ("NATO Secretary
   General"), else his country's; empty: not known. */
aln_slice aln_side_spoken_for (const aln_article *a, const aln_people *p, uint32_t person);

/* Adds the sides of "KR;US" that are not yet there. */
void aln_sides_add (aln_sides *s, aln_slice sides);
int aln_sides_have (const aln_sides *s, aln_slice side);

/* The phrase of consultation_words at token i that has 'field': its length and row; 0: none. */
uint32_t aln_contact_phrase (const aln_article *a, aln_kind words, uint32_t i, aln_slice field,
                             aln_row *row);
static inline uint32_t aln_contact_word (const aln_article *a, aln_kind words, uint32_t i,
                                         const char *field, aln_row *row) {
  const aln_beginning *b = aln_lexicon_begin (a->lexicon, a->tokens.at[i].word);
  aln_slice key = aln_slice_of (field);
  if (!words || !(b->kinds & aln_lexicon_bit (words))) return 0;
  if (!(b->keys & aln_lexicon_key_bit (aln_lexicon_code (key)))) return 0;
  return aln_contact_phrase (a, words, i, key, row);
}

#pragma GCC visibility pop

#endif
