/* dating.h: when an article was published that does not say so.
   In: an article, its dates and people. Out, where read/dating.h could not tell the day: earliest,
   latest, published (where one day stands out), how ("stated", "inferred" or still "unknown") and
   the evidence for each bound. Where the day is known: conflicts with what the story says of itself.

   Every ground (grounds.h) is a set of days. They are intersected: what only says "not before" first,
   the rest from the firmest to the softest; one that would leave no day is put aside and told in
   conflicts. An article whose posts were never held together looks back: then only its lead bounds it
   from above. Nothing is guessed: a bracket wider
   than ALN_BRACKET_MAX days never gives a day, and no ground gives no bracket. */
#ifndef ALN_NOTICE_DATING_H
#define ALN_NOTICE_DATING_H

#include "grounds.h"

#pragma GCC visibility push(hidden)

#define ALN_BRACKET_MAX 14 /* days within which a weekday picks one */

void aln_dating_infer (aln_status *st, aln_article *a, const aln_timexes *dates,
                       const aln_people *people);

#pragma GCC visibility pop

#endif
