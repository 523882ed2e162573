/* offices.h: where the text names a post: "South Korea's acting Defence Minister", "Commander of the
   Combined Forces Command", "US Ambassador to South Korea", "president-elect".
   In: tokens, mentions and the lexicon tables offices (its plurals too) and office_words. Out: posts in text order,
   each with its span (modifiers and side included), its name, its side and what it says of the
   holder. Who holds it is people.h's matter. */
#ifndef ALN_OFFICES_H
#define ALN_OFFICES_H

#include "mentions.h"

#pragma GCC visibility push(hidden)

enum {
  ALN_HOLDER_ACTING = 1,
  ALN_HOLDER_FORMER = 2,
  ALN_HOLDER_ELECT = 4,
  ALN_HOLDER_OUTGOING = 8,
  ALN_HOLDER_NOMINEE = 16
};

typedef struct aln_post {
  uint32_t from, to;           /* tokens: modifiers, side, post, object */
  uint32_t core_from, core_to; /* tokens of the phrase of the lexicon */
  aln_row row;                 /* of the table offices */
  aln_slice office;            /* "Minister of National Defense"; its bytes live in 'room' */
  aln_slice side;              /* side of the post, empty: not said */
  aln_slice sender;            /* ambassadors: who sends; else as side */
  uint32_t holder;             /* bits above */
  int plural;                  /* 1: of several holders ("Presidents Biden and Yoon") */
  int counterpart; /* 1: "his South Korean counterpart": row is that of the post before */
} aln_post;

typedef ALN_LIST (aln_post) aln_posts;

void aln_posts_find (aln_status *st, aln_arena *room, const aln_article *a, const aln_mentions *m,
                     aln_posts *out);

/* The name of the office of lexicon row 'row' as 'side' calls it. */
aln_slice aln_office_name (const aln_lexicon *x, aln_row row, aln_slice side);

/* The same for a counterpart: what only one country calls so has another name `abroad`. */
aln_slice aln_counterpart_name (const aln_lexicon *x, aln_row row, aln_slice side);

#pragma GCC visibility pop

#endif
