/* numbering.h: texts <-> numbers. The first text gets 1, the next new one 2; none is ever taken out
   but the last ones. Owns copies of the texts. One thread. */
#ifndef ALN_NUMBERING_H
#define ALN_NUMBERING_H

#include "buf.h"
#include "letters.h"

#pragma GCC visibility push(hidden)

typedef struct aln_numbering {
  aln_buf text;     /* all texts, one behind the other */
  uint32_t *begins; /* text i: [begins[i], begins[i + 1]) */
  uint8_t *lengths; /* of text i, 255: it has so many bytes or more */
  uint64_t *slots;  /* hash << 32 | number; 0: free */
  uint32_t n, cap;  /* texts; room in 'begins' but two */
  uint32_t mask;    /* slots - 1 */
} aln_numbering;

void aln_numbering_free (aln_numbering *t); /* empty and usable afterwards */

uint32_t aln_numbering_find (const aln_numbering *t, aln_slice s); /* 0: not there */
uint32_t aln_numbering_find_hashed (const aln_numbering *t, aln_slice s, uint32_t hash);
/* The number of 's', which is put in where it is not there; 0 on failure. ALN_ELIMIT: past 4 GiB. */
uint32_t aln_numbering_add (aln_status *st, aln_numbering *t, aln_slice s);
/* For texts that are only asked for by number from now on: what finds them is freed. */
void aln_numbering_seal (aln_numbering *t);
/* Forgets every number above n. */
void aln_numbering_cut (aln_numbering *t, uint32_t n);

/* For one who has several texts to look for: where a text of this hash stands is fetched meanwhile. To
   find it takes three looks into large tables, one behind the other: step 0, 1, 2. */
uint32_t aln_numbering_hash (const aln_numbering *t, aln_slice s);
static inline void aln_numbering_soon (const aln_numbering *t, uint32_t hash, int step) {
  const uint64_t *slot = t->slots ? &t->slots[hash & t->mask] : NULL;
  if (!slot) return;
  if (step == 0) aln_soon (slot);
  else if (step == 1) aln_soon (&t->begins[(uint32_t)*slot]);
  else if (*slot) aln_soon (t->text.p + t->begins[(uint32_t)*slot]);
}

static inline aln_slice aln_numbering_text (const aln_numbering *t, uint32_t i) {
  if (i == 0 || i > t->n) return (aln_slice){"", 0};
  return (aln_slice){t->text.p + t->begins[i], t->begins[i + 1] - t->begins[i]};
}

/* Its bytes. Lengths lie so close together that those of a language stay in the cache. */
static inline uint32_t aln_numbering_length (const aln_numbering *t, uint32_t i) {
  if (i == 0 || i > t->n) return 0;
  return t->lengths[i] < UINT8_MAX ? t->lengths[i] : t->begins[i + 1] - t->begins[i];
}

#pragma GCC visibility pop

#endif
