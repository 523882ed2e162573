/* query.h: the query language: text -> tree -> an expression for the index, and hits in a text.

       query  := part { [AND | OR | NOT] part }      NOT binds closest, then AND, then OR; parts side
       part   := word | "phrase" | ( query ) | name   by side are an AND that binds closer still
               | NEAR ( word … [, n] )                n words at most lie between; 10 where not said
       word   := deter*  U.S.  2+2  South Korea-U.S.  no mark inside a word is syntax: a word of
                                                       several tokens is a phrase of them
       name   := @KR | @"Kim Seon-ho"                 every name of a side, person or body; in NEAR it
                                                       cannot stand

   AND, OR, NOT and NEAR are written in capitals; curly quotes are quotes. Positions are bytes of the
   query. Everything lives in the caller's arena. */
#ifndef ALN_QUERY_H
#define ALN_QUERY_H

#include "terms.h"

#pragma GCC visibility push(hidden)

#define ALN_NEAR_DEFAULT 10u /* words between, where NEAR does not say */

typedef enum aln_query_kind {
  ALN_QUERY_PHRASE,
  ALN_QUERY_NEAR, /* children are phrases */
  ALN_QUERY_AND,
  ALN_QUERY_OR,
  ALN_QUERY_NOT /* the first child without any of the others */
} aln_query_kind;

typedef struct aln_query {
  aln_query_kind kind;
  aln_span at;                 /* bytes of the query */
  const aln_asked_word *words; /* of a phrase */
  uint32_t n_words;
  int prefix;     /* of a phrase: its last word is the beginning of a word */
  unsigned as;    /* of a phrase: how its words are compared */
  aln_slice name; /* of a phrase: not empty: who is called so, in place of words */
  uint32_t near;
  uint32_t number;                /* of a phrase: counts from 0 through the query */
  struct aln_query *first, *next; /* children; the next sister */
} aln_query;

/* Words as they are written, or of one stem, where streams are asked; whether names may stand in it,
   which streams alone know. */
enum { ALN_QUERY_CASE = 1, ALN_QUERY_STEM = 2, ALN_QUERY_NAMES = 4 };

/* On ALN_ESYNTAX or ALN_ELIMIT *f shows where: its text has the line and a caret under it. */
aln_status aln_query_parse_as (aln_slice text, const aln_lexicon *x, unsigned as, aln_arena *a,
                               aln_query **out, aln_fault *f);
aln_status aln_query_parse (aln_slice text, const aln_lexicon *x, aln_arena *a, aln_query **out,
                            aln_fault *f);

/* Fills *f with what is wrong at a byte of a query, its line and a caret under it; returns 'st'. */
aln_status aln_query_wrong (aln_fault *f, aln_status st, aln_slice query, size_t at,
                            const char *why);

/* The expression for the index, limited to the columns of a scope. */
void aln_query_express (aln_status *st, const aln_query *q, aln_scope scope, aln_buf *out);

typedef struct aln_hit {
  uint32_t from, to; /* terms [from, to) */
  uint32_t phrase;   /* number of the phrase; of the first for NEAR */
} aln_hit;

typedef ALN_LIST (aln_hit) aln_hits;

/* Where the query is found among 'terms', in order; none lies inside another. Nothing where the
   terms as a whole do not satisfy it. */
void aln_query_hits (aln_status *st, const aln_query *q, const aln_terms *terms, aln_arena *a,
                     aln_hits *out);

/* The same from the places at which each phrase begins, by its number. */
typedef struct aln_starts {
  uint32_t *at, n;  /* rising */
  uint32_t *length; /* of each; NULL: the words of the phrase */
} aln_starts;
void aln_query_join (aln_status *st, const aln_query *q, const aln_starts *phrases, aln_arena *a,
                     aln_hits *out);

#pragma GCC visibility pop

#endif
