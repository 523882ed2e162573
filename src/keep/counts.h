/* counts.h: questions that are answered by counting words -> tallies and frames.
   In: a store, a selection, what is counted. Out: as each function says; frames are one reference, the
   caller's. All reading is of one snapshot (stream.h). Words are folded unless they are asked for as
   written; measures are those of measures.h. */
#ifndef ALN_COUNTS_H
#define ALN_COUNTS_H

#include "facets.h"
#include "finding.h"

#pragma GCC visibility push(hidden)

typedef struct aln_asked { /* of which words */
  const aln_select *which;
  aln_scope scope;
  int written;    /* words as they stand in the text */
  uint32_t min;   /* rows that count less are left out */
  uint32_t limit; /* rows, the most frequent first; 'total' counts all */
} aln_asked;

/* -- how often, by group ------------------------------------------------------------------------ */
typedef struct aln_key { /* divides articles by a column */
  aln_slice facet;
  const uint32_t
      *groups;       /* [number of value] -> group from 1; 0: left out. [0]: those without one */
  uint32_t codes, n; /* items of 'groups'; how many groups */
} aln_key;

typedef struct aln_tally {
  uint64_t count, tokens; /* matches; words within the scope */
  uint32_t articles, of_articles;
} aln_tally;

/* One tally for every combination of groups, the last key running fastest: *n of them in 'a'. A
   group of a key that has no article counts 0. 'w' NULL: nothing is looked for. */
aln_status aln_count (aln_store *s, const aln_asked *q, const aln_wanted *w, const aln_key *keys,
                      uint32_t n_keys, aln_arena *a, aln_tally **out, uint32_t *n, aln_fault *f);

/* How a word is spread over the articles of the selection: its count, the articles with it, all that
   have words; DP and DPnorm (NAN where there is none). */
typedef struct aln_spread {
  uint64_t count;
  uint32_t articles, of_articles;
  double dp, dp_norm;
} aln_spread;
aln_status aln_disperse (aln_store *s, const aln_asked *q, const aln_wanted *w, aln_spread *out,
                         aln_fault *f);

/* -- lists of words ----------------------------------------------------------------------------- */

/* term, count, articles, per_million: the most frequent first, then by the alphabet of bytes. */
aln_status aln_list_terms (aln_store *s, const aln_asked *q, aln_frame **out, int64_t *total,
                           aln_fault *f);
/* word, count, reference, g2, chi2, log_ratio, articles: the highest g2 first. */
aln_status aln_list_keyness (aln_store *s, const aln_asked *q, const aln_select *reference,
                             aln_frame **out, int64_t *total, aln_fault *f);
/* ngram, count, articles, per_million (of all n-grams); n words that stand side by side in a block. */
aln_status aln_list_ngrams (aln_store *s, const aln_asked *q, uint32_t n, aln_frame **out,
                            int64_t *total, aln_fault *f);

typedef struct aln_near {
  const aln_wanted *node;
  uint32_t left, right; /* words on each side of a match */
  int sentence;         /* windows end with the sentence; both sides UINT32_MAX: all of it */
} aln_near;
/* word, count, total, expected, g2, logdice, pmi, t: the highest g2 first. *nodes: how often the node
   stands; *window: words in the windows. */
aln_status aln_list_collocates (aln_store *s, const aln_asked *q, const aln_near *near,
                                aln_frame **out, int64_t *total, int64_t *nodes, int64_t *window,
                                aln_fault *f);

/* variant, count, articles, sources (how many), first_day, last_day: the different sequences of words
   that are matched, the most frequent first. */
aln_status aln_list_variants (aln_store *s, const aln_asked *q, const aln_wanted *w,
                              aln_frame **out, int64_t *total, aln_fault *f);

/* -- codes -------------------------------------------------------------------------------------- */
typedef struct aln_codes {
  const aln_pattern *patterns;
  uint32_t n;
  const uint32_t *begins; /* n + 1: pattern i counts for categories[begins[i] .. begins[i + 1]) */
  const uint32_t *categories; /* from 0 */
  const aln_slice *names;
  uint32_t n_names;
  int sentences; /* a row a sentence, else a row an article */
} aln_codes;
/* id, published, source, tokens (article) or id, published, source, place, first, last, tokens; then a
   column a category. By publication, id and place. */
aln_status aln_list_codes (aln_store *s, const aln_asked *q, const aln_codes *c, aln_frame **out,
                           aln_fault *f);

/* -- likeness ----------------------------------------------------------------------------------- */

/* id, published, source, similarity, words: the articles most like article n (or, n being 0, like the
   folded words 'text'), the nearest first. Cosine of (1 + ln tf) ln (N / df). */
aln_status aln_list_similar (aln_store *s, const aln_asked *q, int64_t n, const aln_slice *text,
                             uint32_t words, aln_frame **out, aln_fault *f);

#pragma GCC visibility pop

#endif
