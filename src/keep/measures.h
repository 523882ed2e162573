/* measures.h: counts -> measures of association, keyness and dispersion. Pure functions; what is
   not defined for these counts (nothing was counted, a margin is empty) is NAN, which a frame shows
   as nil.

                    here    elsewhere
        the word    o       c - o        c      o: the word here; c: the word in all
        others      r - o   ...                 r: all words here; n: all words
                    r       n - r        n

   For collocates "here" are the windows around the node, for keyness it is the set in question. */
#ifndef ALN_MEASURES_H
#define ALN_MEASURES_H

#include <stddef.h>
#include <stdint.h>

#pragma GCC visibility push(hidden)

typedef struct aln_crossing {
  double o, r, c, n;
} aln_crossing;

double aln_expected (aln_crossing x); /* r c / n */

/* Log-likelihood ratio over all four cells, 2 sum O ln (O / E), no correction, negative where o is
   less than expected (Dunning 1993). */
double aln_g2 (aln_crossing x);

/* Pearson's chi-squared with Yates' correction min (0.5, |O - E|), never negative (Yates 1934). */
double aln_chi2 (aln_crossing x);

double aln_pmi (aln_crossing x);    /* log2 (O / E) (Church and Hanks 1990) */
double aln_tscore (aln_crossing x); /* (O - E) / sqrt O (Church et al. 1991) */

/* 14 + log2 (2 o / (node + c)), 'node' being how often the node stands (Rychly 2008). */
double aln_logdice (double o, double node, double c);

/* log2 of the ratio of relative frequencies; a frequency of 0 counts as 0.5 (Hardie 2014). */
double aln_log_ratio (aln_crossing x);

double aln_per_million (double count, double of);

/* Deviation of proportions over parts with counts[i] of sizes[i] words (Gries 2008): 0 spread as
   the parts are, towards 1 all in one small part. *norm is DP / (1 - smallest share) (Lijffijt and
   Gries 2012). Parts without words are no parts. */
double aln_dp (const uint32_t *counts, const uint32_t *sizes, size_t parts, double *norm);

#pragma GCC visibility pop

#endif
