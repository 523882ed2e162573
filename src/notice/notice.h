/* notice.h: what an article says, on top of what read/ made of it.
   In: a read article. Out: a reading: lists of items, each with its span in the text, its block and
   the rule that found it. Everything lives in the article's arena and is freed with it. Pure: same
   article, same reading. */
#ifndef ALN_NOTICE_H
#define ALN_NOTICE_H

#include "commitments.h"
#include "consultations.h"
#include "dates.h"
#include "figures.h"
#include "people.h"
#include "quotes.h"

#pragma GCC visibility push(hidden)

typedef struct aln_noticed {
  aln_timexes dates;
  aln_people people;
  aln_figures figures;
  aln_quotes quotes;
  aln_consultations consultations;
  aln_commitments commitments;
} aln_noticed;

/* What the steps below, and those of read/, want kept with each word and row of a lexicon, for aln_lexicon_seal. */
uint32_t aln_notice_word (const aln_lexicon *x, aln_word word);
uint16_t aln_notice_note (const aln_lexicon *x, aln_row row);

/* Fills 'out' from 'a'. */
void aln_notice (aln_status *st, aln_article *a, aln_noticed *out);

/* Candidates for contacts that 'seen', what was noticed in 'a', has not, and why. */
void aln_notice_refused (aln_status *st, aln_arena *room, const aln_article *a,
                         const aln_noticed *seen, aln_refusals *out);

#pragma GCC visibility pop

#endif
