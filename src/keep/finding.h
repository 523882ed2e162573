/* finding.h: what is counted -> the articles that have it, and where.
   In: a reading; patterns, a query or a sequence; a scope. Out: one article after another, by number, with the
   matches in it. */
#ifndef ALN_FINDING_H
#define ALN_FINDING_H

#include "patterns.h"
#include "sequence.h"

#pragma GCC visibility push(hidden)

typedef struct aln_wanted { /* the caller's */
  const aln_pattern *patterns;
  uint32_t n;
  int written;                  /* patterns are compared as written */
  const aln_query *query;       /* not NULL: this, and no patterns */
  const aln_sequence *sequence; /* or this */
} aln_wanted;

typedef struct aln_find {
  int64_t n;                   /* the article */
  uint32_t count;              /* how often */
  aln_pattern_matches matches; /* where; empty unless places were asked for */
  const aln_span *runs;        /* places within the scope, where places were asked for */
  uint32_t n_runs;
  aln_cursor *cursor; /* at the article, where places were asked for */
  struct aln_finding *inside;
} aln_find;

/* 'places': matches are wanted, not their number alone. Everything lives in 'a'. */
aln_find *aln_find_open (aln_status *st, aln_stream *r, const aln_wanted *w, aln_scope scope,
                         const aln_bits *which, int places, aln_arena *a);
/* The next article that has at least one; 0: no more. */
int aln_find_next (aln_status *st, aln_find *f);
void aln_find_close (aln_find *f); /* NULL is fine */

#pragma GCC visibility pop

#endif
