/* dictionary.h: the terms of the file, in memory. In: words as written. Out: their numbers, folded forms
   and stems; new ones get the next numbers and wait for aln_dictionary_save. Private to src/keep/. */
#ifndef ALN_DICTIONARY_H
#define ALN_DICTIONARY_H

#include "../base/letters.h"
#include "../base/numbering.h"
#include "sqlite.h"

#pragma GCC visibility push(hidden)

typedef enum aln_terms_layer { /* column 'layer' */
                               ALN_TERMS_WORDS,
                               ALN_TERMS_STEMS,
                               ALN_TERMS_GAPS,
                               ALN_TERMS_LAYERS
} aln_terms_layer;

typedef struct aln_known { /* a word: its number and that of its folded form; 0: no word */
  uint32_t number, folded;
} aln_known;

/* Words that came lately, by their bytes (letters.h; no word has a NUL): nearly all words of a text
   are among them, and found by one look into a table that fits the second cache, where the numbering
   needs three looks into larger ones. Up to 8 bytes, and up to 16. */
#define ALN_LATELY_BITS 14
#define ALN_LATELY_LONG_BITS 13
typedef struct aln_lately {
  struct {
    uint64_t bytes; /* 0: free */
    aln_known is;
  } few[1 << ALN_LATELY_BITS];
  struct {
    uint64_t bytes, more; /* 0: free */
    aln_known is;
  } many[1 << ALN_LATELY_LONG_BITS];
} aln_lately;

typedef struct aln_dictionary {
  aln_numbering of[ALN_TERMS_LAYERS];
  uint32_t stored[ALN_TERMS_LAYERS]; /* rows of the file up to this number are known */
  uint32_t *folded, *stems;          /* by number of word; 0 and of[WORDS].n too */
  uint32_t cap;                      /* items in each */
  struct sb_stemmer *stemmer;
  aln_lately *lately; /* NULL: none yet */
} aln_dictionary;

void aln_dictionary_free (aln_dictionary *d); /* empty and usable afterwards */

/* A word as it stands in a text; no word (terms.h), or a failure: 0. */
aln_known aln_dictionary_add (aln_status *st, aln_dictionary *d, aln_slice written);

/* The places of words of these bytes: multiplicative (Knuth, TAOCP 3, 6.4). */
#define ALN_GOLDEN UINT64_C (0x9E3779B97F4A7C15)
static inline size_t aln_lately_few (uint64_t bytes) {
  return bytes * ALN_GOLDEN >> (64 - ALN_LATELY_BITS);
}
static inline size_t aln_lately_many (uint64_t bytes, uint64_t more) {
  return (bytes * ALN_GOLDEN ^ more) * ALN_GOLDEN >> (64 - ALN_LATELY_LONG_BITS);
}

/* The same of a word that came lately; number 0: it did not. */
static inline aln_known aln_dictionary_lately (const aln_dictionary *d, aln_slice written) {
  const aln_lately *l = d->lately;
  if (l && written.n <= 8) {
    const uint64_t bytes = aln_letters_few (written.p, written.n);
    const size_t i = aln_lately_few (bytes);
    if (l->few[i].bytes == bytes && bytes) return l->few[i].is;
  } else if (l && written.n <= 16) {
    const uint64_t bytes = aln_eight (written.p),
                   more = aln_letters_few (written.p + 8, written.n - 8);
    const size_t i = aln_lately_many (bytes, more);
    if (l->many[i].bytes == bytes && l->many[i].more == more) return l->many[i].is;
  }
  return (aln_known){0, 0};
}

/* Makes it as the file is: takes in rows that were not known, forgets terms that were not saved.
   Sticky in both; ALN_ECORRUPT where the rows cannot be. */
void aln_dictionary_load (aln_status *st, int *rc, aln_store *s, aln_dictionary *d);
/* Writes the rows of new terms. */
void aln_dictionary_save (int *rc, aln_store *s, aln_dictionary *d);

#pragma GCC visibility pop

#endif
