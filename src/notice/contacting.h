/* contacting.h: what the steps to a contact share: the sentence that is being read.
   In: a sentence, the actors and dates of its article. Out: small questions about its words; then
   contacts_parties.c says who takes part, contacts_setting.c when and where, contacts_status.c
   whether it was held; contacts_nouns.c and contacts_verbs.c read a trigger with their help. */
#ifndef ALN_CONTACTING_H
#define ALN_CONTACTING_H

#include "contacts.h"
#include "glance.h"
#include "numbers.h"

#pragma GCC visibility push(hidden)

#define ALN_NOUN_MOST 14u /* tokens of a noun phrase before its noun */

typedef struct aln_contacting {
  const aln_article *a;
  const aln_token *t;
  const aln_lexicon *x;
  const aln_people *p;
  const aln_parties *actors;
  const aln_timexes *dates;
  aln_kind triggers, words, weekdays;
  aln_number_words numbers;
  aln_dayno day;             /* the article\'s, or ALN_NO_DAY */
  uint32_t sentence;         /* which is read */
  uint32_t begin, end;       /* its tokens */
  uint32_t *date_token;      /* for each date its first token */
  const aln_telling *before; /* the contact told before in it; NULL: none */
  const aln_mention *here;   /* the place of the dateline; NULL: none */
} aln_contacting;

/* -- small questions about its words ------------------------------------------------------------------ */

static inline int refuse (aln_telling *c, const char *why) {
  c->refused = why;
  return 0;
}

static inline aln_slice get (const aln_contacting *f, aln_row row, const char *key) {
  return row ? aln_lexicon_get (f->x, row, aln_slice_of (key)) : (aln_slice){"", 0};
}

static inline int is (const aln_contacting *f, aln_row row, const char *key, const char *value) {
  return aln_same (get (f, row, key), aln_slice_of (value));
}

/* Is the word one of "to;from"? */
static inline int is_one_of (aln_slice list, aln_slice w) {
  for (size_t i = 0; list.n && i + w.n <= list.n; i++)
    if ((i == 0 || list.p[i - 1] == ';') && (i + w.n == list.n || list.p[i + w.n] == ';') &&
        memcmp (list.p + i, w.p, w.n) == 0)
      return 1;
  return 0;
}

static inline uint32_t word (const aln_contacting *f, uint32_t i, const char *field, aln_row *row) {
  uint32_t len = i < f->end ? aln_contact_word (f->a, f->words, i, field, row) : 0;
  return i + len <= f->end ? len : 0;
}

/* The phrase with 'field' that ends right before token i: its first token, i where there is none. */
static inline uint32_t word_before (const aln_contacting *f, uint32_t i, const char *field,
                                    aln_row *row) {
  for (uint32_t len = 5; len > 0; len--) {
    aln_row r;
    if (i < f->begin + len || word (f, i - len, field, &r) != len) continue;
    *row = r;
    return i - len;
  }
  return i;
}

static inline int is_mark (const aln_contacting *f, uint32_t i, char c) {
  return i < f->end && f->t[i].kind == ALN_TOKEN_MARK && f->a->text.p[f->t[i].from] == c;
}

static inline int is_possessive (const aln_contacting *f, uint32_t i) {
  return i < f->end && aln_is_possessive (f->a, i);
}

static inline const aln_party *actor_at (const aln_contacting *f, uint32_t i) {
  return i < f->end && f->actors->at[i] ? &f->actors->list.at[f->actors->at[i] - 1] : NULL;
}

/* -- its dates ---------------------------------------------------------------------------------------- */

/* The first date at or behind token i. */
static inline uint32_t date_from (const aln_contacting *f, uint32_t i) {
  uint32_t low = 0, high = f->dates->n;
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (f->date_token[mid] < i) low = mid + 1;
    else high = mid;
  }
  return low;
}

/* The date that begins at token i, NULL: none. */
static inline const aln_timex *date_at (const aln_contacting *f, uint32_t i) {
  uint32_t d = i < f->end ? date_from (f, i) : f->dates->n;
  return d < f->dates->n && f->date_token[d] == i ? &f->dates->at[d] : NULL;
}

/* The token behind the date, and behind the second day of "June 26-27". */
static inline uint32_t behind (const aln_contacting *f, uint32_t i, const aln_timex *d) {
  while (i < f->end && f->t[i].from < d->at.to) i++;
  if (i + 1 < f->end && f->t[i].kind == ALN_TOKEN_MARK && (f->t[i].flags & ALN_TOKEN_GLUED) &&
      f->t[i + 1].kind == ALN_TOKEN_NUMBER && (f->t[i + 1].flags & ALN_TOKEN_GLUED))
    i += 2;
  return i;
}

/* -- who takes part ----------------------------------------------------------------------------------- */

/* Adds one actor, once. */
void aln_take_party (aln_telling *c, const aln_contacting *f, const aln_party *x);

/* Adds those who act, before token 'head': at most 'most' chains of them; returns how many. */
int aln_take_subjects (aln_telling *c, const aln_contacting *f, uint32_t head, uint32_t most);

/* The same, and counts them in 'subjects'. */
void aln_take_acting (aln_telling *c, const aln_contacting *f, uint32_t head, uint32_t most);

/* Adds who is meant by the "his" at token i; 0: nobody is known. */
int aln_take_owner (aln_telling *c, const aln_contacting *f, uint32_t i);

/* Adds the first who acts at or behind token i. */
void aln_take_subject_behind (aln_telling *c, const aln_contacting *f, uint32_t i);

/* Adds the actor and those joined to it; returns the token behind the last. */
uint32_t aln_take_parties (aln_telling *c, const aln_contacting *f, const aln_party *x);

/* The token behind a date, place or adverb at token i; i: there is none. */
uint32_t aln_skip_circumstance (const aln_contacting *f, uint32_t i);

/* Adds those it was with, at token i or behind circumstances there; returns the token behind them. */
uint32_t aln_take_objects (aln_telling *c, const aln_contacting *f, uint32_t i);

/* -- when and where, and whether ---------------------------------------------------------------------- */

/* Its date, duration, place and topic. */
void aln_settle_setting (aln_telling *c, const aln_contacting *f);

/* What the form of its verb says: "held", "to hold", "holding". */
void aln_settle_form (aln_telling *c, const aln_contacting *f, aln_slice form, uint32_t head);

/* What leads to its clause says of a verb in the present: "before Mattis makes his first trip". */
void aln_settle_lead (aln_telling *c, const aln_contacting *f, aln_slice form);

/* What the words around it say: "agreed to", "was called off". */
void aln_settle_status (aln_telling *c, const aln_contacting *f, uint32_t head);

/* -- triggers: 0 and a reason where it is no telling --------------------------------------------------- */

int aln_read_noun_trigger (aln_telling *c, const aln_contacting *f);

int aln_read_verb_trigger (aln_telling *c, const aln_contacting *f, aln_slice form);

/* Where somebody goes, from token i on; 'direct': a place may stand there without "to" and "in". */
int aln_take_destination (aln_telling *c, const aln_contacting *f, uint32_t i, int direct);

/* "to meet the needs", "in meeting the deadline": is what is met nobody? */
int aln_meets_demand (const aln_telling *c, const aln_contacting *f);

/* Does no noun phrase go on over token i? */
int aln_ends_phrase (const aln_contacting *f, uint32_t i);

#pragma GCC visibility pop

#endif
