/* rules.h: the grammar of dates: rules over clues.
   A rule is a name, the classes of the clues it wants one after another, and a function that reads
   what was matched into a timex or refuses it. A step is a set of classes; ALN_STEP_OPT marks one
   that may be missing. The longest match wins, then the rule that stands first. */
#ifndef ALN_RULES_H
#define ALN_RULES_H

#include "clues.h"

#pragma GCC visibility push(hidden)

#define ALN_STEPS 12u
#define ALN_STEP_OPT (UINT64_C (1) << 63)

typedef struct aln_match {
  const struct aln_rule *rule;
  const aln_clue *hit[ALN_STEPS]; /* NULL: an optional step that was passed over */
  const aln_clue *before, *after; /* the neighbours, NULL where the token beside is no clue */
  const aln_clue *clues;          /* of the block */
  const aln_clue *clues_end;      /* of the block */
  const aln_clue_kinds *kinds;
  aln_slice text;
  const aln_token *token, *end; /* the token after the match; 'end' of the block */
  const aln_token *previous;    /* the token before the match, NULL at the start of the block */
} aln_match;

typedef struct aln_rule {
  const char *name;
  int (*read) (aln_match *m, aln_timex *x); /* 0: refused; may set a hit to NULL to leave it out */
  uint64_t steps[ALN_STEPS];                /* 0 ends them */
} aln_rule;

extern const aln_rule aln_rules[];
extern const uint32_t aln_rules_count;

#pragma GCC visibility pop

#endif
