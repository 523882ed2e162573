/* figures.h: quantities: a number, what it counts, and how sure it is.
   In: an article, its mentions, and the spans of its dates (which are no figures). Lexicon tables
   numbers, units, figure_words. Out: figures in text order.

   A figure needs a unit: a currency sign before it, a unit of the lexicon or a plural noun behind it
   ("28,500 American troops", "80 nuclear warheads"), or "-strong". Dates, durations, ages, ordinals,
   numbers that are names (Resolution 2397, F-35, No. 5), scores and phone numbers are none. */
#ifndef ALN_FIGURES_H
#define ALN_FIGURES_H

#include "mentions.h"

#pragma GCC visibility push(hidden)

typedef struct aln_figure {
  aln_span text;      /* hedge, number and unit */
  uint32_t from, to;  /* its tokens */
  double value, high; /* high: of a range; else NAN */
  aln_slice hedge;    /* "about", "more than", …; empty: none */
  aln_slice unit;     /* of the closed list in lexicon/units.lua, or the noun itself */
  aln_slice of;       /* the body or side it is about, where it stands beside it */
  const char *rule;
} aln_figure;

typedef ALN_LIST (aln_figure) aln_figures;

void aln_figures_find (aln_status *st, aln_arena *room, const aln_article *a, const aln_mentions *m,
                       const aln_span *dates, uint32_t date_count, aln_figures *out);

#pragma GCC visibility pop

#endif
