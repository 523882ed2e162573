/* names.h: the words of a person's name, and when two names can be one person's.
   In: tokens and the lexicon tables family_names and honorifics. Out: folded words with the family
   name marked. "Kim Seon-ho", "Kim Seon Ho" and "KIM Seonho" have the words kim, seonho. */
#ifndef ALN_NAMES_H
#define ALN_NAMES_H

#include "../read/article.h"

#pragma GCC visibility push(hidden)

#define ALN_NAME_WORDS 8u
#define ALN_NAME_WORD 40u /* bytes of a folded word with its NUL; longer ones are cut */

typedef struct aln_name {
  char at[ALN_NAME_WORDS][ALN_NAME_WORD];
  uint32_t n, family; /* words; index of the family name */
  int family_first;
} aln_name;

typedef struct aln_name_kinds {
  aln_kind family, honorifics, ranks;
} aln_name_kinds;

aln_name_kinds aln_name_kinds_of (const aln_lexicon *x);

/* The name that the tokens [from, to) spell. */
aln_name aln_name_read (const aln_article *a, const aln_name_kinds *k, uint32_t from, uint32_t to);

/* Can two names of several words be one person's? Same words, or one's words among the other's, or
   the same family name with given names that do not differ ("J. Smith", "John Smith"). */
int aln_name_agrees (const aln_name *a, const aln_name *b);

/* How many tokens of rank and honorific begin at token 'from' (before 'to'); the rank's row in *rank. */
uint32_t aln_name_titles (const aln_article *a, const aln_name_kinds *k, uint32_t from, uint32_t to,
                          aln_row *rank);

#pragma GCC visibility pop

#endif
