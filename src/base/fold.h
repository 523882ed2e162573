/* fold.h: the plain form of a word, by which words are compared everywhere (lexicon, index,
   queries). In: UTF-8. Out: case-folded, NFKC, curly quotes and every dash as ' and -, soft hyphens
   and zero-width marks dropped. "Seon‑Ho’s" -> "seon-ho's", "U.S." -> "u.s.". Not reversible. */
#ifndef ALN_FOLD_H
#define ALN_FOLD_H

#include "slice.h"

#pragma GCC visibility push(hidden)

/* Writes at most 'cap' bytes to 'out' and returns how many; 0 where the word is longer than 'cap'
   when folded, empty, or not UTF-8. No memory is taken from the heap for ASCII words. */
size_t aln_fold (aln_slice word, char *out, size_t cap);
/* The same, with the marks on letters dropped too: "Nausėda" -> "nauseda". */
size_t aln_fold_bare (aln_slice word, char *out, size_t cap);

#pragma GCC visibility pop

#endif
