/* mentioning.h: what the steps from tokens to mentions share: mentions.c finds the names, mentions_around.c how far each
   goes, mentions_sides.c tells which of several bodies and countries of one name is meant. In: tokens, lexicon. Out:
   aln_mentions. */
#ifndef ALN_MENTIONING_H
#define ALN_MENTIONING_H

#include "glance.h"
#include "mentions.h"

#pragma GCC visibility push(hidden)

/* The second step. 'posts': for each token, not 0 where it is of a post. */
void aln_mentions_settle (aln_status *st, aln_arena *room, const aln_article *a,
                          const uint8_t *posts, aln_mentions *out);

#define ALN_NAME_TABLES 5u /* of the lexicon that have names */

enum { /* the last three: "King", "Speaker"; "Chairman"; "Secretaries" */
       ALN_POST_NONE,
       ALN_POST_FIRST,
       ALN_POST_REST,
       ALN_POST_BESIDE_NAME,
       ALN_POST_OF_BODY,
       ALN_POST_PLURAL
};

typedef struct aln_naming_step {
  const aln_article *a;
  const aln_token *t;
  uint32_t n;
  aln_kind kinds[ALN_NAME_TABLES], family, offices, plurals, times, stops, heads, titles, ranks,
      weekdays, months, words;
  uint64_t names; /* the set of 'kinds' */
  uint8_t *posts; /* for each token: is it of a post? ALN_POST_* */
  aln_mentions *out;
} aln_naming_step;

/* -- what stands beside a name (mentions_around.c) -------------------------------------------------- */

/* "President Xi": what stands right behind a post in capitals is who holds it. */
int aln_is_behind_post (const aln_naming_step *f, uint32_t i);

/* "Jan Haverkort": the short form of a month that is a given name, and the name behind it, in *m. */
int aln_is_called_as_month (const aln_naming_step *f, uint32_t i, aln_mention *m);

/* "Trade Minister German Malkov": behind a post no people's name is a quality of the next name. */
int aln_is_called_as_people (const aln_naming_step *f, const aln_mention *m);

/* "Ole Podoba, an adviser to …": two capitals and, behind the comma, what somebody is. */
int aln_is_before_post (const aln_naming_step *f, uint32_t i);

/* "spokesman Ba Maw": two capitals behind a post in small letters. */
int aln_is_behind_small_post (const aln_naming_step *f, uint32_t i);

/* "Gen." */
int aln_is_short_title (const aln_naming_step *f, uint32_t i);

/* "Gen. Brunson": a capital behind a title that is cut short. */
int aln_is_behind_title (const aln_naming_step *f, uint32_t i);

/* "Kim Yong Chol": a family name that comes first and two short words behind it. */
int aln_is_spelled_apart (const aln_naming_step *f, const aln_mention *m);

/* To the left and right, as far as the name goes. */
void aln_mention_grow (const aln_naming_step *f, aln_mention *m);

/* The longest name of the lexicon that begins at token 'from' (mentions.c); 0: none. */
int aln_mention_listed (const aln_naming_step *f, uint32_t from, aln_mention *m);

/* -- small questions ---------------------------------------------------------------------------------- */

/* A word with a capital that goes on in its block. */
static inline int aln_is_capital (const aln_article *a, uint32_t i) {
  const aln_token *t = &a->tokens.at[i];
  return i < a->tokens.n && !(t->flags & ALN_TOKEN_BLOCK) && t->shape == ALN_SHAPE_CAPITAL &&
         t->kind == ALN_TOKEN_WORD;
}

/* Field 'key' of the one word at token i in the table name_words. */
static inline aln_slice head_of (const aln_naming_step *f, uint32_t i, const char *key) {
  const aln_lexicon *x = f->a->lexicon;
  const aln_beginning *b = aln_lexicon_begin (x, f->t[i].word);
  if (!f->heads || !(b->alone & aln_lexicon_bit (f->heads))) return (aln_slice){"", 0};
  for (uint32_t e = aln_lexicon_entries (x, b->node); e; e = aln_lexicon_entry (x, e)->next) {
    aln_row row = aln_lexicon_entry (x, e)->row;
    aln_slice found;
    if (aln_lexicon_entry (x, e)->kind != f->heads) continue;
    found = aln_lexicon_get (x, row, aln_slice_of (key));
    if (found.n) return found;
  }
  return (aln_slice){"", 0};
}

/* Field 'key' of the one word at token i in the table honorifics. */
static inline aln_slice honorific (const aln_naming_step *f, uint32_t i, const char *key) {
  aln_row row;
  if (!f->titles || !f->t[i].word ||
      aln_lexicon_longest (f->a->lexicon, f->t + i, 1, f->titles, &row) != 1)
    return (aln_slice){"", 0};
  return aln_lexicon_get (f->a->lexicon, row, aln_slice_of (key));
}

static inline int has_place (const aln_naming_step *f, uint32_t i, const char *place) {
  return aln_same (honorific (f, i, "place"), aln_slice_of (place));
}

/* "van", "bin" stand "inside" a name; "al" is "joined" to the next word by a hyphen. */
static inline int is_particle (const aln_naming_step *f, uint32_t i, const char *place) {
  return i < f->n && f->t[i].shape == ALN_SHAPE_LOWER && !(f->t[i].flags & ALN_TOKEN_BLOCK) &&
         has_place (f, i, place);
}

static inline int is_time (const aln_naming_step *f, uint32_t i, aln_kind kind) {
  return kind && f->t[i].word && aln_lexicon_longest (f->a->lexicon, f->t + i, 1, kind, NULL) == 1;
}

static inline int is_open (const aln_naming_step *f, uint32_t i) {
  return i < f->n && !(f->t[i].flags & ALN_TOKEN_BLOCK);
}

static inline int is_capital (const aln_naming_step *f, uint32_t i) {
  return aln_is_capital (f->a, i);
}

/* "Later Kim left": what begins sentences, or tells time, is no part of the name behind it. */
static inline int begins_sentences (const aln_naming_step *f, uint32_t i) {
  aln_row row;
  const aln_lexicon *x = f->a->lexicon;
  if (!f->t[i].word) return 0;
  if (f->times && aln_lexicon_longest (x, f->t + i, 1, f->times, &row) == 1) return 1;
  return f->stops && aln_lexicon_longest (x, f->t + i, 1, f->stops, &row) == 1 &&
         aln_same (aln_lexicon_get (x, row, ALN_LIT ("class")), ALN_LIT ("starter"));
}

#pragma GCC visibility pop

#endif
