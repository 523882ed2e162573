/* sequence.h: patterns over the words of articles, in the manner of CQP (the Corpus Query Processor:
   Evert and Hardie 2011, "Twenty-first century Corpus Workbench"): text -> elements -> places.

       pattern := element { element } [ within sentence | within quote ]
       element := word | "phrase" | [test] [times] | @name
       word    := reaffirm*  U.S.  South Korea-U.S.     folded; * any letters, ? one letter
       test    := nothing (any word) | [!] value { | value }
       value   := reaffirm* | "U.S." | folded=… | word=… (as it is written) | stem=… (its family)
       name    := KR | "Kim Seon-ho"       every name of a side, person, body or place, one after another
       times   := ? | * | + | {m} | {m,} | {m,n}        * and + and {m,}: at most 100 times

   A hit ends as early as it can, and the next one begins behind it. No hit crosses a block. Only words
   count: marks between them are passed over. Everything lives in the caller's arena. */
#ifndef ALN_SEQUENCE_H
#define ALN_SEQUENCE_H

#include "query.h"
#include "stream.h"

#pragma GCC visibility push(hidden)

#define ALN_SEQUENCE_MAX 256u     /* words that a pattern can cover */
#define ALN_SEQUENCE_ELEMENTS 64u /* words and brackets in it */
#define ALN_SEQUENCE_TIMES 100u   /* what * stands for at most */

typedef struct aln_value {
  aln_layer layer;
  aln_slice text;         /* as it is looked up: folded, a stem, or as written */
  int wild;               /* it has * or ? */
  struct aln_value *next; /* or that one */
} aln_value;

typedef struct aln_element {
  const aln_value *values; /* NULL: any word */
  int negated;
  uint32_t least, most;
} aln_element;

typedef enum aln_within { ALN_WITHIN_BLOCK, ALN_WITHIN_SENTENCE, ALN_WITHIN_QUOTE } aln_within;

typedef struct aln_sequence {
  ALN_LIST (aln_element) elements;
  aln_within within;
  int overlaps; /* 1: the next hit may begin inside of this one */
} aln_sequence;

/* What values without a name are. */
enum { ALN_SEQUENCE_CASE = ALN_QUERY_CASE, ALN_SEQUENCE_STEM = ALN_QUERY_STEM };

/* On ALN_ESYNTAX or ALN_ELIMIT *f shows where. */
aln_status aln_sequence_parse (aln_slice text, const aln_lexicon *x, unsigned flags, aln_arena *a,
                               aln_sequence *out, aln_fault *f);

typedef struct aln_place {
  int64_t n;
  aln_span places;
} aln_place;
typedef ALN_LIST (aln_place) aln_places;

/* Where a pattern stands in the articles of a selection, within a scope: by number and place. */
void aln_sequence_find (aln_status *st, aln_stream *r, const aln_bits *which, aln_scope scope,
                        const aln_sequence *q, aln_arena *a, aln_places *out);

/* The same in steps, for who wants to know first how many there are. A locator lives in 'room', and
   tells *st what goes wrong. */
typedef struct aln_locator aln_locator;
aln_locator *aln_locator_open (aln_status *st, aln_stream *r, aln_scope scope,
                               const aln_sequence *q, aln_arena *room);
/* 1: every article of the selection that has it, with the number of places, without a look at its words
   (body, and of the whole text other; by number). 0: the words have to be looked at. */
int aln_locator_counts (aln_locator *l, const aln_bits *which, aln_postings *out);
void aln_locator_find (aln_locator *l, aln_cursor *c, aln_arena *a, aln_places *out); /* in one */
void aln_locator_all (aln_locator *l, const aln_bits *which, aln_arena *a, aln_places *out);

/* The same for a query of query.h: one phrase or a tree of them, as aln_query_hits finds it. */
void aln_query_find (aln_status *st, aln_stream *r, const aln_bits *which, aln_scope scope,
                     const aln_query *q, aln_arena *a, aln_places *out);
aln_slice aln_sequence_stem (aln_status *st, aln_arena *a, aln_slice folded);
/* A query that is one phrase, as a pattern. */
void aln_query_sequence (aln_status *st, aln_stream *r, const aln_query *q, aln_arena *a,
                         aln_sequence *out);

/* The folded terms that hold one of the values; rising, each once. */
void aln_sequence_terms (aln_status *st, aln_stream *r, const aln_value *values, aln_arena *a,
                         aln_numbers *out);

#pragma GCC visibility pop

#endif
