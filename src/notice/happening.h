/* happening.h: an event that an article speaks of, with the days on which it can have been.
   In: a scene (grounds.h). Out: happenings: gatherings.c has those that come again and again
   ("the NATO summit in Vilnius", "the Nov. 5 election"), grounds_events.c the others, and places
   all of them before or after the article. */
#ifndef ALN_HAPPENING_H
#define ALN_HAPPENING_H

#include "grounds.h"

#pragma GCC visibility push(hidden)

typedef struct aln_happening {
  uint32_t from, to; /* tokens */
  uint32_t begins;   /* the token where the clause of it may begin: the person it is told of */
  aln_span sentence;
  aln_intervals days; /* of the facts: one of them is meant */
  aln_slice grade;
  int listed; /* a row of events or gatherings, not told of a person */
  int named;  /* with capitals or a number: no other country's */
  int news;   /* the lead speaks of it for some days only */
  int tense;  /* -1: it has happened, 1: it has not, 0: not said */

  /* of what comes again and again */
  int again;
  uint32_t noun;         /* the token behind "summit", before its place */
  int beside;            /* only "on the sidelines of it" tells its days */
  int any;               /* nothing says which one of them is meant */
  int which;             /* its place, number or day is told */
  int foreseen;          /* days for which it is known ahead; 0: the usual */
  aln_interval known;    /* the first and last of them that the lexicon has */
  const aln_timex *told; /* the month or day by which it is named, NULL: none */
} aln_happening;

#define ALN_GATHERINGS_MAX 8u /* series that one article speaks of */

typedef struct aln_gatherings { /* what has been seen of them in one article */
  const aln_scene *scene;
  aln_kind kind;
  aln_row seen[ALN_GATHERINGS_MAX]; /* series that have been named with their bodies */
  uint32_t n, tried;
} aln_gatherings;

aln_gatherings aln_gatherings_of (const aln_scene *s);

/* Adds the ground that it is for the day of the article. */
void aln_happening_place (aln_status *st, const aln_scene *s, const aln_happening *h);

/* The gathering that is named from token i on, before 'end'; returns its tokens, 0: none. */
uint32_t aln_gathering_at (aln_status *st, aln_gatherings *g, uint32_t i, uint32_t end,
                           aln_happening *h);

#pragma GCC visibility pop

#endif
