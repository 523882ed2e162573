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

/* Words of up to 15 bytes that came lately, by these (no word has a NUL): nearly all words of a text are
   among them, and found by one look into a table that fits the second cache, where the numbering needs
   three looks into larger ones. */
#define ALN_LATELY_BITS 14
#define ALN_LATELY_MOST 15u
typedef struct aln_letters_key { /* what is behind the letters is 0 */
  uint64_t first, second;
} aln_letters_key;
typedef struct aln_lately {
  aln_letters_key key;
  aln_known is;
} aln_lately;

typedef struct aln_dictionary {
  aln_numbering of[ALN_TERMS_LAYERS];
  uint32_t stored[ALN_TERMS_LAYERS]; /* rows of the file up to this number are known */
  uint32_t *folded, *stems;          /* by number of word; 0 and of[WORDS].n too */
  uint32_t cap;                      /* items in each */
  struct sb_stemmer *stemmer;
  aln_lately *lately; /* NULL: none yet; else 1 << ALN_LATELY_BITS */
} aln_dictionary;

void aln_dictionary_free (aln_dictionary *d); /* empty and usable afterwards */

/* A word as it stands in a text, and its hash (aln_numbering_hash of the words); no word (terms.h), or a
   failure: 0. */
aln_known aln_dictionary_add (aln_status *st, aln_dictionary *d, aln_slice written, uint32_t hash);

/* Room for the words that come lately. */
void aln_dictionary_warm (aln_status *st, aln_dictionary *d);

/* Of a word of 1 to 15 bytes; 'near': 16 bytes can be read where it begins. */
static inline aln_letters_key aln_letters_key_of (aln_slice s) {
  if (s.n <= 8) return (aln_letters_key){aln_letters_few (s.p, s.n), 0};
  return (aln_letters_key){aln_eight (s.p), aln_letters_few (s.p + 8, s.n - 8)};
}
static inline aln_letters_key aln_letters_key_near (aln_slice s) {
  static const uint64_t mine[ALN_LATELY_MOST + 9] = {0,
                                                     0,
                                                     0,
                                                     0,
                                                     0,
                                                     0,
                                                     0,
                                                     0,
                                                     0,
                                                     0xFF,
                                                     0xFFFF,
                                                     0xFFFFFF,
                                                     0xFFFFFFFF,
                                                     0xFFFFFFFFFF,
                                                     0xFFFFFFFFFFFF,
                                                     0xFFFFFFFFFFFFFF,
                                                     UINT64_MAX,
                                                     UINT64_MAX,
                                                     UINT64_MAX,
                                                     UINT64_MAX,
                                                     UINT64_MAX,
                                                     UINT64_MAX,
                                                     UINT64_MAX,
                                                     UINT64_MAX};
  return (aln_letters_key){aln_eight (s.p) & mine[s.n + 8], aln_eight (s.p + 8) & mine[s.n]};
}

/* Where its word stands, if it came lately: multiplicative (Knuth, TAOCP 3, 6.4). */
static inline aln_lately *aln_lately_at (const aln_dictionary *d, aln_letters_key k) {
  const uint64_t hash =
      k.first * UINT64_C (0x9E3779B97F4A7C15) ^ k.second * UINT64_C (0xC2B2AE3D27D4EB4F);
  return &d->lately[hash >> (64 - ALN_LATELY_BITS)];
}

/* Makes it as the file is: takes in rows that were not known, forgets terms that were not saved.
   Sticky in both; ALN_ECORRUPT where the rows cannot be. */
void aln_dictionary_load (aln_status *st, int *rc, aln_store *s, aln_dictionary *d);
/* Writes the rows of new terms. */
void aln_dictionary_save (int *rc, aln_store *s, aln_dictionary *d);

#pragma GCC visibility pop

#endif
