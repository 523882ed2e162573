/* consulting.h: what the steps from tellings to consultations share: the article that is being read.
   In: an article, its people and actors, the consultations so far. Out: who took part in the next one
   (consultations_parties.c); what it is, and whether it was told before, is said in consultations.c; how
   it is coded in consultations_codes.c. */
#ifndef ALN_CONSULTING_H
#define ALN_CONSULTING_H

#include "consultations.h"

#pragma GCC visibility push(hidden)

typedef struct aln_consulting {
  const aln_article *a;
  const aln_people *p;
  const aln_parties *actors;
  const aln_timexes *dates;
  const aln_lexicon *x;
  aln_dayno day; /* the article's, or ALN_NO_DAY */
  uint32_t lead; /* the block behind the lead */
  aln_consultations *out;
} aln_consulting;

static inline aln_slice get (const aln_consulting *f, aln_row row, const char *key) {
  return row ? aln_lexicon_get (f->x, row, aln_slice_of (key)) : (aln_slice){"", 0};
}

static inline const aln_consultation *last_of (const aln_consulting *f) {
  return f->out->n ? &f->out->at[f->out->n - 1] : NULL;
}

static inline int has_person (const aln_consultation *e, uint32_t person) {
  for (uint32_t i = 0; i < e->person_count; i++)
    if (e->persons[i] == person) return 1;
  return 0;
}

static inline int is_ahead (aln_contact_status s) { return s == ALN_PLANNED || s == ALN_PROPOSED; }

static inline int has_person_of (const aln_consultation *e, aln_slice side) {
  for (uint32_t i = 0; i < e->person_count; i++)
    if (aln_same (e->person_sides[i], side)) return 1;
  return 0;
}

/* Adds who acts in the telling: persons, posts, sides, counterparts. */
void aln_add_actors (const aln_consulting *f, aln_consultation *e, const aln_telling *c);

/* Adds whom a group of the telling means: "the two leaders", "they", "the allies". */
void aln_add_group (const aln_consulting *f, aln_consultation *e, const aln_telling *c);

/* Adds those of another. */
void aln_copy_participants (const aln_consulting *f, aln_consultation *e,
                            const aln_consultation *from);

/* The side of the article's pair that does not take part yet; empty: none. */
aln_slice aln_other_side (const aln_consulting *f, const aln_consultation *e);

/* Of all that are told: participants by name, post or side, CAMEO code, mode and host. */
void aln_consultations_code (const aln_consulting *f);

#pragma GCC visibility pop

#endif
