/* dateline.h: where, when and by which wire a story was filed.
   In: the page. Out: the dateline that begins at a token: "SEOUL, Dec. 20 (Yonhap) --",
   "Seoul, Jan 2 (IANS)", "WASHINGTON, Aug. 18 —", "BRUSSELS 1996-08-22", "MOSCOW, December 20. /TASS/.",
   "(AP) —"; two stacked ones count as one, the first that says a thing says it. */
#ifndef ALN_DATELINE_H
#define ALN_DATELINE_H

#include "days.h"
#include "page.h"

#pragma GCC visibility push(hidden)

typedef struct aln_dateline {
  uint32_t to;    /* the token behind it */
  aln_span place; /* tokens; empty: none */
  aln_day day;    /* month 0: none */
  aln_row agency; /* 0: none, or one the lexicon does not know: then 'wire' */
  aln_span wire;  /* tokens of the wire's name; empty: none */
} aln_dateline;

/* 'opening': the first running text of the page, where "WASHINGTON —" is enough. 0: none there. */
int aln_dateline_at (const aln_page *p, uint32_t from, uint32_t to, int opening, aln_dateline *out);

/* Cuts the datelines off all units that begin with one; fills the article's. A unit that is nothing
   else is a dateline block. */
void aln_datelines_lines (
    aln_page *p); /* whole units only: before publication lines are looked for */
void aln_datelines_find (aln_page *p); /* needs p->prose */

#pragma GCC visibility pop

#endif
