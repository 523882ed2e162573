/* posting.h: what the steps from words to posts share: offices.c finds the phrases, offices_around.c what stands beside
   them, offices_names.c what the post is called. In: tokens, mentions, lexicon. Out: aln_post. */
#ifndef ALN_POSTING_H
#define ALN_POSTING_H

#include "glance.h"
#include "glue.h"
#include "mentioning.h"
#include "offices.h"

#pragma GCC visibility push(hidden)

typedef struct aln_posting {
  const aln_article *a;
  const aln_token *t;
  uint32_t n;
  const aln_mentions *m;
  const aln_lexicon *x;
  aln_kind offices, plurals, words, countries, demonyms;
  aln_arena *room;
} aln_posting;

typedef struct aln_left { /* what stands before a post */
  uint32_t from;
  uint32_t holder;
  const aln_mention *side, *body;
  aln_slice nation; /* side of the country inside its phrase, empty: none */
  aln_row prefix;   /* "Vice", "Deputy" */
} aln_left;

/* -- what stands beside a post (offices_around.c) ------------------------------------------------------ */

/* Modifiers, side and body before the post that begins at token 'core', from 'floor' on. */
aln_left aln_post_left (const aln_posting *f, uint32_t core, uint32_t floor);

/* The token behind "-elect"; what it says of the holder goes into *holder. */
uint32_t aln_post_flags_right (const aln_posting *f, uint32_t i, uint32_t *holder);

/* The last mention of a chain such as "South Korea-US Combined Forces Command" that begins at i. */
const aln_mention *aln_post_chain (const aln_posting *f, uint32_t i);

/* "of (the) X", "to X", "for X", "in Y": X, and in *to the token behind it. */
const aln_mention *aln_post_object (const aln_posting *f, uint32_t i, aln_slice takes, int direct,
                                    uint32_t *to);

/* "(CFC) and the UN Command": the same post of one more body. */
const aln_mention *aln_post_one_more (const aln_posting *f, uint32_t i, uint32_t *to);

/* "commander | of the 37,000 American soldiers in South Korea", "the top U.S. | commander in South Korea": what the
   row calls the post over the troops of one country in another, empty: nothing. */
aln_slice aln_post_garrison (const aln_posting *f, aln_row row, const aln_mention *home,
                             uint32_t *to, aln_slice *side, aln_slice *nation);

/* "Diplomatic Adviser | to the Prime Minister of Italy": whose head the holder of the post that ends at token 'to'
   serves; the token behind it, or 'to'. Posts named before say whose head it is where nothing beside it does. */
uint32_t aln_post_served (const aln_posting *f, uint32_t to, const aln_posts *posts,
                          aln_slice *side);

/* How far to the left of token i a portfolio goes: "Agriculture and Rural Development | Minister". */
uint32_t aln_post_portfolio (const aln_posting *f, uint32_t i);

/* Where what the post is for ends: "Minister | for Strategic Affairs", "Under Secretary | for policy"; or to. */
uint32_t aln_post_task (const aln_posting *f, aln_row row, uint32_t to);

/* -- what it is called (offices_names.c) --------------------------------------------------------------- */

/* Fills in office, side and sender. */
void aln_post_name (aln_status *st, const aln_posting *f, aln_post *p, const aln_left *l,
                    const aln_mention *object);

/* The tokens [from, to) behind it are part of its name. */
void aln_post_name_task (aln_status *st, const aln_posting *f, aln_post *p, uint32_t from,
                         uint32_t to);

/* "Mayor" of a place beside it. */
void aln_post_name_place (aln_status *st, const aln_posting *f, aln_post *p,
                          const aln_mention *place);

void aln_post_name_town (aln_status *st, const aln_posting *f, aln_post *p, aln_slice town);

/* "Deputy Head" of a body that has a name. */
void aln_post_name_of (aln_status *st, const aln_posting *f, aln_post *p, const aln_mention *body);

/* Who sends the holder: of a body that is one country's whatever its side is (`nation`), that country. */
aln_slice aln_post_nation (const aln_posting *f, const aln_mention *body, aln_slice side);

/* -- small questions ---------------------------------------------------------------------------------- */

static inline aln_slice get (const aln_posting *f, aln_row row, const char *key) {
  return aln_lexicon_get (f->x, row, aln_slice_of (key));
}

static inline int is_word (const aln_posting *f, uint32_t i, uint32_t roles) { /* ALN_GLUE_* */
  return aln_is_glue (f->a, i, roles);
}

/* The row of a single word of office_words with a 'flag', 0: none. */
static inline aln_row flag_row (const aln_posting *f, uint32_t i) {
  aln_row row;
  if (!f->words || !f->t[i].word) return 0;
  if (aln_lexicon_longest (f->x, f->t + i, 1, f->words, &row) != 1) return 0;
  return get (f, row, "flag").n ? row : 0;
}

/* "vice", "deputy": the row of a word that makes another post of the one behind it, 0: none. */
static inline aln_row prefix_row (const aln_posting *f, uint32_t i) {
  aln_row row;
  if (!f->words || !f->t[i].word) return 0;
  if (aln_lexicon_longest (f->x, f->t + i, 1, f->words, &row) != 1) return 0;
  return get (f, row, "prefix").n ? row : 0;
}

static inline int row_with (const aln_posting *f, uint32_t i,
                            const char *field) { /* one word of office_words */
  aln_row row;
  return f->words && f->t[i].word && aln_lexicon_longest (f->x, f->t + i, 1, f->words, &row) == 1 &&
         get (f, row, field).n > 0;
}

static inline uint32_t word_with (const aln_posting *f, uint32_t i, const char *field,
                                  aln_row *row) {
  if (!f->words || i >= f->n || !f->t[i].word || (f->t[i].flags & ALN_TOKEN_BLOCK)) return 0;
  return aln_lexicon_longest_with (f->x, f->t + i, f->n - i, f->words, aln_slice_of (field), row);
}

static inline aln_slice side_at (const aln_posting *f, const aln_mention *m) {
  return m ? aln_mention_side (f->a, m) : (aln_slice){"", 0};
}

static inline int is_command (const aln_posting *f, const aln_mention *m) {
  return m && m->row && aln_same (get (f, m->row, "kind"), ALN_LIT ("military command"));
}

#pragma GCC visibility pop

#endif
