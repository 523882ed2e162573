/* mentions.h: which runs of tokens are names, and of what kind of thing.
   In: an article, its lexicon (countries, demonyms, places, organisations, tenures, family_names)
   and its tagger's weights. Out: mentions in text order that never overlap. Longest match first: a
   country is not counted again inside the name of its alliance; where the tagger sees a longer name
   ("Georgia Tech"), that name wins, where both see the same the lexicon does.
   What the tagger found is cut where a post stands ("National Security Advisor Sullivan"), goes on
   over nicknames and particles ("Ronald 'Dutch' Reagan", "Ursula von der Leyen") and behind heads
   ("Committee of the Red Cross"), and is dropped where its words name nothing (name_words.lua). */
#ifndef ALN_MENTIONS_H
#define ALN_MENTIONS_H

#include "tagger.h"

#pragma GCC visibility push(hidden)

typedef enum aln_mention_kind {
  ALN_MENTION_PERSON,
  ALN_MENTION_BODY,    /* an organisation */
  ALN_MENTION_COUNTRY, /* a place that is a side */
  ALN_MENTION_PLACE,
  ALN_MENTION_DEMONYM, /* a nationality: a side, no place */
  ALN_MENTION_OTHER    /* a name of something else */
} aln_mention_kind;

typedef struct aln_mention {
  uint32_t from, to; /* tokens, half-open */
  aln_mention_kind kind;
  aln_row row; /* of the lexicon; 0: found by shape */
  aln_slice
      side; /* of its row, or said by what stands before it ("South Africa's Foreign Ministry") */
  uint32_t noun;    /* 1: written without capitals ("the defense ministry") */
  const char *rule; /* "lexicon", "tagger", "family-name", "holder", "given-name", "repeated" */
} aln_mention;

typedef struct aln_mentions {
  ALN_LIST (aln_mention) list;
  uint32_t *at; /* for each token: 1 + index of the mention it is part of, 0: none */
} aln_mentions;

void aln_mentions_find (aln_status *st, aln_arena *room, const aln_article *a, aln_mentions *out);

/* The mention that token i is part of, NULL: none. */
const aln_mention *aln_mention_at (const aln_mentions *m, uint32_t token);

/* "KR", "UN", … of a mention; empty where none is known. */
aln_slice aln_mention_side (const aln_article *a, const aln_mention *m);

/* The country that the article names most often, in any way; empty: none. */
aln_slice aln_mentions_main_side (const aln_article *a, const aln_mentions *m);

#pragma GCC visibility pop

#endif
