/* dictionary.h: the terms of the file, in memory. In: words as written. Out: their numbers, folded forms
   and stems; new ones get the next numbers and wait for aln_dictionary_save. Private to src/keep/. */
#ifndef ALN_DICTIONARY_H
#define ALN_DICTIONARY_H

#include "../base/numbering.h"
#include "sqlite.h"

#pragma GCC visibility push(hidden)

typedef enum aln_terms_layer { /* column 'layer' */
                               ALN_TERMS_WORDS,
                               ALN_TERMS_STEMS,
                               ALN_TERMS_GAPS,
                               ALN_TERMS_LAYERS
} aln_terms_layer;

/* Short words that came lately, by their bytes: most words of a text are among them. */
#define ALN_LATELY 4096u
typedef struct aln_lately {
  uint64_t bytes; /* the first in the lowest; 0: free */
  uint32_t number;
} aln_lately;

typedef struct aln_dictionary {
  aln_numbering of[ALN_TERMS_LAYERS];
  uint32_t stored[ALN_TERMS_LAYERS]; /* rows of the file up to this number are known */
  uint32_t *folded, *stems;          /* by number of word; 0 and of[WORDS].n too */
  uint32_t cap;                      /* items in each */
  struct sb_stemmer *stemmer;
  aln_lately lately[ALN_LATELY];
} aln_dictionary;

void aln_dictionary_free (aln_dictionary *d); /* empty and usable afterwards */

/* The number of a word as it stands in a text; 0 where it is no word (terms.h), or on failure. */
uint32_t aln_dictionary_word (aln_status *st, aln_dictionary *d, aln_slice written);

/* Makes it as the file is: takes in rows that were not known, forgets terms that were not saved.
   Sticky in both; ALN_ECORRUPT where the rows cannot be. */
void aln_dictionary_load (aln_status *st, int *rc, aln_store *s, aln_dictionary *d);
/* Writes the rows of new terms. */
void aln_dictionary_save (int *rc, aln_store *s, aln_dictionary *d);

#pragma GCC visibility pop

#endif
