/* credit.h: who took the picture, and which wire the story came from.
   In: the page. Out: where a credit begins at the end of a unit, how sure it is one of a picture, and
   which wire it names. */
#ifndef ALN_CREDIT_H
#define ALN_CREDIT_H

#include "page.h"

#pragma GCC visibility push(hidden)

typedef struct aln_credit {
  uint32_t from;  /* first token of the credit; the unit's end: none */
  aln_row agency; /* the wire or photo service it names; 0: none */
  int photo;      /* only a picture is credited so: "AP Photo/…", "A B/Reuters", "[YONHAP]" */
  int bracketed;  /* stands in brackets */
  int unknown;    /* in brackets behind a stop, but of nobody the lexicon knows */
  int slash;      /* has a slash: "X/Reuters" */
} aln_credit;

aln_credit aln_credit_tail (const aln_page *p, uint32_t from, uint32_t to);
/* Are all tokens of [from, to) those of a credit, with a wire or a word for picture among them? */
int aln_credit_alone (const aln_page *p, uint32_t from, uint32_t to, aln_credit *out);
/* The credit's words without its brackets. */
aln_slice aln_credit_text (const aln_page *p, uint32_t from, uint32_t to);

#pragma GCC visibility pop

#endif
