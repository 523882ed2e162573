/* quotes.h: who said what.
   In: an article, its people. Lexicon table speech. Out: quotations in text order: what stands between
   marks (direct; fragment: one to three words), and what is told without marks (indirect: the clause
   behind "said that", before ", Kim said", beside "according to"). Each with its speaker, where the
   text tells, and the cue that says so.

   A direct quotation takes its speaker from the verb of saying beside it, before it or behind it;
   else from what went before it in its sentence; else from who tells the whole sentence at its end;
   else the subject of the sentence, if it can speak; a quotation that is a sentence of its own goes on
   with the speaker of the paragraph, or of the story. Who tells what others may say, or would, answers
   for it. Titles are no quotations; a few words held at arm's length have no speaker. */
#ifndef ALN_QUOTES_H
#define ALN_QUOTES_H

#include "speakers.h"

#pragma GCC visibility push(hidden)

typedef enum aln_quote_kind { ALN_DIRECT, ALN_FRAGMENT, ALN_INDIRECT } aln_quote_kind;

typedef struct aln_quote {
  aln_span text;
  uint32_t from, to; /* tokens */
  uint32_t block;
  aln_quote_kind kind;
  aln_speaker speaker;
  aln_span cue;       /* "said", "according to"; empty: none */
  aln_span told;      /* whom: "Yonhap", "reporters"; empty: not said */
  uint32_t id;        /* in order of finding; quotes.c's own */
  uint32_t continues; /* 1 + index of the quotation it goes on with; 0: none */
  const char *rule;
} aln_quote;

typedef ALN_LIST (aln_quote) aln_quotes;

const char *aln_quote_kind_name (aln_quote_kind k);

void aln_quotes_find (aln_status *st, aln_arena *room, const aln_article *a,
                      const aln_people *people, aln_quotes *out);

#pragma GCC visibility pop

#endif
