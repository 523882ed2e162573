/* patterns.h: sequences of words, with wildcards -> where they stand among the words of an article.
   In: patterns, each of one or more words; a word may hold * (any letters) and ? (one letter); * alone
   is any one word. Out: at a place, the longest pattern that begins there. Words are compared folded,
   or as written. Lives in the caller's arena. */
#ifndef ALN_PATTERNS_H
#define ALN_PATTERNS_H

#include "stream.h"

#pragma GCC visibility push(hidden)

typedef struct aln_pattern { /* the caller's */
  const aln_slice *words;
  uint32_t n;
} aln_pattern;

typedef struct aln_patterns aln_patterns;

/* 'written': words are compared as they stand in the text; else they come folded. Past
   ALN_PATTERNS_MAX words in all: ALN_ELIMIT. */
aln_patterns *aln_patterns_new (aln_status *st, aln_stream *r, const aln_pattern *list, uint32_t n,
                                int written, aln_arena *a);

/* How many words the longest pattern has that begins with words[0] and ends before words[n]; 0: none.
   'found' (room for all patterns) gets the numbers of those that long, *n_found how many. */
uint32_t aln_patterns_at (const aln_patterns *p, const uint32_t *words, uint32_t n, uint32_t *found,
                          uint32_t *n_found);

/* How many words from words[0] on begin no pattern. */
uint32_t aln_patterns_skip (const aln_patterns *p, const uint32_t *words, uint32_t n);

/* What can be known of a word before patterns are looked for, in one cache line: by written number. A
   phrase can stand at a word only where its 'begins' and the 'second' of the next word share a bit, and
   aln_patterns_may says so too; or where 'slow' is 1. 'code' is the caller's, for words that are a match
   alone. */
typedef struct aln_opening {
  uint16_t begins, second, code, slow;
} aln_opening;
aln_opening *aln_patterns_openings (aln_status *st, const aln_stream *r, const aln_patterns *p,
                                    aln_arena *a);
int aln_patterns_may (const aln_patterns *p, uint32_t first, uint32_t second);

typedef struct aln_pattern_match {
  aln_span places;
  uint32_t pattern; /* the first of those that match here */
} aln_pattern_match;
typedef ALN_LIST (aln_pattern_match) aln_pattern_matches;

/* All matches in spans of places, from left to right, none overlapping. */
void aln_patterns_all (aln_status *st, const aln_patterns *p, const aln_cursor *c,
                       const aln_span *runs, uint32_t n_runs, aln_arena *a,
                       aln_pattern_matches *out);

/* The articles of the selection that can hold one of the patterns, by number; 0 (and nothing in
   'out'): every article can. 'exact' is set to 1 where the counts are how often the patterns stand in
   the body and elsewhere. */
int aln_patterns_articles (aln_status *st, aln_stream *r, const aln_patterns *p,
                           const aln_bits *which, aln_arena *a, aln_postings *out, int *exact);

#pragma GCC visibility pop

#endif
