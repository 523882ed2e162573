/* notice.c: in: an article. Out: what it says, by way of every step of notice/. */
#include "notice.h"

void aln_notice (aln_status *st, aln_article *a, aln_noticed *out) {
  memset (out, 0, sizeof *out);
  aln_dates_find (st, a, &out->dates);
  if (*st == ALN_OK) aln_dates_anchor (&out->dates, aln_dates_day (a));
}
