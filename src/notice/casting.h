/* casting.h: what the steps from names to persons share.
   In: the mentions and posts of an article, the lexicon. Out: who is who so far; then people_names.c
   finds the persons, people_posts.c what they hold, people_sides.c what the lexicon knows of them,
   people_context.c whose posts they are, people_nouns.c whom nouns and pronouns mean,
   people_things.c bodies and places. */
#ifndef ALN_CASTING_H
#define ALN_CASTING_H

#include "glance.h"
#include "glue.h"
#include "names.h"
#include "people.h"

#pragma GCC visibility push(hidden)

/* Persons compared with a name at most: keeps hostile lists of names linear. */
#define ALN_CHAIN_MOST 64u

/* Tokens between who takes a post and ", replacing". */
#define ALN_CLAUSE_MOST 40u

typedef struct aln_bearer { /* a person who bears a word */
  uint32_t person;
  uint32_t next; /* index of the bearer of the same word before, 0: none */
  const char *word;
} aln_bearer;

typedef struct aln_casting {
  const aln_article *a;
  const aln_token *t;
  uint32_t n;
  const aln_lexicon *x;
  aln_arena *room;
  aln_people *out;
  aln_slice day;
  aln_name_kinds kinds;
  aln_kind words, tenures, contacts;
  uint32_t *who;             /* for each mention: 1 + index of its person, 0: nobody's */
  uint32_t who_cap;          /* room in 'who' */
  uint32_t *holder;          /* for each post: 1 + index of its person, 0: nobody's */
  uint32_t *post_of;         /* for each token: 1 + index of the last post whose phrase it is in */
  aln_slice main_side;       /* the country the article is about, as far as names tell */
  aln_slice home;            /* the country of the dateline, empty: none */
  ALN_LIST (aln_name) names; /* of each person */
  ALN_LIST (aln_bearer) bearers;
  uint32_t *table, mask; /* word -> its last bearer */
} aln_casting;

/* -- the steps, in their order ------------------------------------------------------------------------ */

/* Names of several words (alone: 0), of one (1), of one that begins a sentence (2). */
void aln_settle_names (aln_status *st, aln_casting *f, int alone);

/* Between the first and the second: names that were taken for places or bodies. */
void aln_settle_misread (aln_casting *f);

/* Family names that nobody took for names. */
void aln_settle_repeats (aln_status *st, aln_casting *f);

/* Posts beside names. */
void aln_settle_posts (aln_status *st, aln_casting *f);

/* Is the post told of who succeeded whom: "Dahl succeeded Bell as | minister"? Then the first holds it, and 'old', who is
   named last before it, held it. */
int aln_hold_in_turn (aln_status *st, aln_casting *f, uint32_t old, uint32_t post);

/* The person (index) holds the post; 'extra', or 'bits' alone, is said of it. */
void aln_hold (aln_status *st, aln_casting *f, uint32_t person, uint32_t post, uint32_t extra);
void aln_hold_as (aln_status *st, aln_casting *f, uint32_t person, uint32_t post, uint32_t bits);

/* 1 + the person whose name begins at token i, behind rank and honorific; 0: none. */
uint32_t aln_named_from (const aln_casting *f, uint32_t i);

/* How many tokens of link words ("also", "sworn in") end before token i. */
uint32_t aln_link_before (const aln_casting *f, uint32_t i, aln_row *row);

/* "X replaced Y": the posts of Y. */
void aln_settle_handovers (aln_status *st, aln_casting *f);

/* Names, posts and sides as the lexicon has them. */
void aln_settle_knowledge (aln_casting *f);

/* Sides that no word beside the post tells. */
void aln_settle_context (aln_casting *f);

/* "the minister" */
void aln_settle_nouns (aln_status *st, aln_casting *f);

/* "he", "she" */
void aln_settle_pronouns (aln_status *st, aln_casting *f);

/* Bodies and places. */
void aln_settle_things (aln_status *st, aln_casting *f);

/* A post whose country is not said takes it from its holder ("President Biden"). */
void aln_settle_sides_of_posts (const aln_casting *f, aln_person *p);

/* -- small questions ---------------------------------------------------------------------------------- */

static inline aln_slice get (const aln_casting *f, aln_row row, const char *key) {
  return aln_lexicon_get (f->x, row, aln_slice_of (key));
}

static inline uint32_t match_word (const aln_casting *f, uint32_t i, const char *field,
                                   aln_row *row) {
  if (!f->words || i >= f->n || !f->t[i].word) return 0;
  return aln_lexicon_longest_with (f->x, f->t + i, f->n - i, f->words, aln_slice_of (field), row);
}

static inline uint32_t person_of (const aln_casting *f, const aln_mention *m) {
  return m && m->kind == ALN_MENTION_PERSON ? f->who[m - f->out->mentions.list.at] : 0;
}

static inline int is_country (aln_slice side) {
  return side.n == 2 && !aln_same (side, ALN_LIT ("UN"));
}

static inline aln_slice side_of (const aln_casting *f, const aln_mention *m) {
  aln_slice side = {"", 0};
  if (m && (m->kind == ALN_MENTION_COUNTRY || m->kind == ALN_MENTION_DEMONYM)) {
    side = aln_mention_side (f->a, m);
    if (!is_country (side)) side.n = 0;
  }
  return side;
}

/* A small word with one of the roles (ALN_GLUE_*) that goes on in its block. */
static inline int goes_on (const aln_casting *f, uint32_t i, uint32_t roles) {
  return aln_is_small_glue (f->a, i, roles) && !(f->t[i].flags & ALN_TOKEN_BLOCK);
}

static inline int is_and (const aln_casting *f, uint32_t i) {
  return aln_is_small_glue (f->a, i, ALN_GLUE_AND);
}

static inline int has_word (aln_slice office, aln_slice word) { /* ASCII case does not matter */
  for (size_t i = 0; i + word.n <= office.n; i++) {
    size_t k = 0;
    if (i && office.p[i - 1] != ' ') continue;
    while (k < word.n && (office.p[i + k] | 32) == (word.p[k] | 32)) k++;
    if (k == word.n && (i + k == office.n || office.p[i + k] == ' ')) return 1;
  }
  return 0;
}

static inline int begins (aln_slice all, aln_slice part) { /* and a word ends there */
  return part.n && all.n > part.n && all.p[part.n] == ' ' && memcmp (all.p, part.p, part.n) == 0;
}

static inline void add_naming (aln_status *st, const aln_casting *f, aln_namings *list,
                               uint32_t from, uint32_t to, aln_span_kind kind) {
  aln_naming *s = ALN_ADD (st, f->room, list);
  if (s) *s = (aln_naming){{f->t[from].from, f->t[to - 1].to}, from, to, kind};
}

#pragma GCC visibility pop

#endif
