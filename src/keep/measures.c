/* measures.c: in: counts of a 2x2 table, or counts by part. Out: a number, NAN where none is
   defined. */
#include "measures.h"

#include <math.h>

static int whole (aln_crossing x) { return x.n > 0 && x.r > 0 && x.c > 0; }

double aln_expected (aln_crossing x) { return x.n > 0 ? x.r * x.c / x.n : NAN; }

/* O ln (O / E) - (O - E) for O = E + d. The differences of the four cells cancel, so that their sum
   is what is wanted; taking them off first keeps the digits where O and E are large and near. */
static double term (double e, double d) {
  double share;
  if (e <= 0) return 0;
  share = d / e;
  if (share <= -1) return e;
  return e * ((1 + share) * log1p (share) - share);
}

double aln_g2 (aln_crossing x) {
  double e = aln_expected (x), d, sum;
  if (!whole (x)) return NAN;
  d = (x.o * x.n - x.r * x.c) / x.n;
  sum = term (e, d) + term (x.c - e, -d) + term (x.r - e, -d) + term (x.n - x.r - x.c + e, d);
  if (sum < 0) sum = 0;
  return d < 0 ? -2 * sum : 2 * sum;
}

double aln_chi2 (aln_crossing x) {
  double d, rows = x.r * (x.n - x.r), columns = x.c * (x.n - x.c);
  if (!whole (x) || rows <= 0 || columns <= 0) return NAN;
  d = fabs (x.o * x.n - x.r * x.c) / x.n;
  d -= d < 0.5 ? d : 0.5;
  return d * d * x.n * x.n * x.n / rows / columns;
}

double aln_pmi (aln_crossing x) {
  return whole (x) && x.o > 0 ? log2 (x.o * x.n / (x.r * x.c)) : NAN;
}

double aln_tscore (aln_crossing x) {
  return whole (x) && x.o > 0 ? (x.o - aln_expected (x)) / sqrt (x.o) : NAN;
}

double aln_logdice (double o, double node, double c) {
  return o > 0 && node + c > 0 ? 14 + log2 (2 * o / (node + c)) : NAN;
}

double aln_log_ratio (aln_crossing x) {
  double here = x.o > 0 ? x.o : 0.5, there = x.c > x.o ? x.c - x.o : 0.5;
  if (!whole (x) || x.n <= x.r) return NAN;
  return log2 (here / x.r) - log2 (there / (x.n - x.r));
}

double aln_per_million (double count, double of) { return of > 0 ? count * 1e6 / of : NAN; }

double aln_dp (const uint32_t *counts, const uint32_t *sizes, size_t parts, double *norm) {
  double all = 0, found = 0, sum = 0, least = 1;
  for (size_t i = 0; i < parts; i++) {
    all += sizes[i];
    found += counts[i];
  }
  *norm = NAN;
  if (all <= 0 || found <= 0) return NAN;
  for (size_t i = 0; i < parts; i++) {
    double share = sizes[i] / all;
    if (sizes[i] && share < least) least = share;
    sum += fabs (counts[i] / found - share);
  }
  if (least < 1) *norm = sum / 2 / (1 - least);
  return sum / 2;
}
