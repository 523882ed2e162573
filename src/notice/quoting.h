/* quoting.h: what the steps to a quotation share: the unit that is being read.
   In: a unit: a sentence, or the sentences that one quotation holds together. Out: quotes_cues.c finds
   the cues in it; quotes_whose.c who says what stands between marks; quotes_marked.c and
   quotes_told.c give out the quotations; quotes.c goes from unit to unit. */
#ifndef ALN_QUOTING_H
#define ALN_QUOTING_H

#include "marks.h"
#include "quotes.h"

#pragma GCC visibility push(hidden)

#define ALN_FRAGMENT_WORDS 3u /* a fragment has no more */
#define ALN_NAME_REACH 12u    /* tokens looked at for a name, or a dash */
#define ALN_CUES_BACK 6u      /* cues of a unit looked at, from one on */
#define ALN_MARKS_BEFORE 6u   /* tokens before a quotation that may all be marks */
#define ALN_NO_QUOTE UINT32_MAX

typedef struct aln_cue {
  uint32_t at, to;    /* tokens */
  uint32_t low, high; /* the stretch without marks that it stands in */
  uint32_t quote;     /* the quotation before that stretch; ALN_NO_QUOTE */
  uint8_t class, form;
  uint8_t inverted; /* "said Kim" */
  uint8_t joined;   /* its subject stands further on: "…, adding" */
  uint8_t inner;    /* it is part of what the cue before tells: "Kim said she believes" */
  aln_actor actor;
  aln_speaker speaker;
} aln_cue;

typedef struct aln_quoting {
  const aln_article *a;
  const aln_token *t;
  aln_arena *room;
  aln_speech speech;
  aln_speakers speakers;
  aln_markeds marked;
  ALN_LIST (aln_cue) cues; /* of the unit */
  aln_quotes *out;
  uint32_t from, to;    /* tokens of the unit */
  uint32_t first, last; /* its quotations, in marked: [first, last) */
  uint32_t block;
  uint32_t paragraph_quote; /* the newest quotation of the paragraph, in out; ALN_NO_QUOTE */
  aln_speaker before;       /* who spoke, or was spoken of, last */
  aln_span before_cue;
  int before_in_block; /* in this paragraph */
  int colon;           /* the unit before ended in a colon */
  uint32_t told;       /* up to this token somebody tells the sentence: "Kim said voters want" */
} aln_quoting;

typedef struct aln_whose {
  const aln_cue *by; /* NULL: no cue of its own */
  aln_speaker speaker;
  aln_span cue;
  int led;       /* 1: a cue of its own, or that of the quotation before: the next may share it */
  uint32_t skip; /* tokens of the name at its beginning: "BERG:" */
  const char *rule;
} aln_whose;

/* -- cues -------------------------------------------------------------------------------------------- */

/* Those of the unit, outside of marks, in order. */
void aln_cues_find (aln_status *st, aln_quoting *m);

/* Its subject, between two tokens; 0: none. */
int aln_unit_subject (aln_quoting *m, uint32_t low, uint32_t high, aln_actor *out);

/* Does nothing that is said follow at token i? */
int aln_is_tail (const aln_quoting *m, uint32_t i, uint32_t end);

/* The token behind the verb and whom it names: "said", "said Kim", "told Yonhap". */
uint32_t aln_cue_tail (const aln_quoting *m, const aln_cue *c);

/* Does the one who speaks only think it, or might say it? */
int aln_is_unreal (const aln_quoting *m, const aln_cue *c);

/* Does it tell the sentence before it, up to its comma? */
int aln_tells_whole (const aln_quoting *m, const aln_cue *c, uint32_t end);

/* -- quotations -------------------------------------------------------------------------------------- */

/* Whose words quotation q is; previous: what was found for the one before it in the unit, or NULL. */
aln_whose aln_attribute (aln_quoting *m, uint32_t q, const aln_whose *previous);

/* Do only marks stand around it in its unit? */
int aln_is_alone (const aln_quoting *m, uint32_t q);

/* Adds one with the words [from, to), and no more said of it; NULL: no words, or no memory. */
aln_quote *aln_quote_add (aln_status *st, aln_quoting *m, uint32_t from, uint32_t to);

/* Gives out what stands between marks. */
void aln_give_marked (aln_status *st, aln_quoting *m);

/* Gives out what cue k tells without marks; the unit ends, for its last marks, at token 'end'. */
void aln_give_told (aln_status *st, aln_quoting *m, uint32_t k, uint32_t end);

/* Gives out "Kim: talks to go on". */
void aln_give_line (aln_status *st, aln_quoting *m, uint32_t end);

/* -- small questions --------------------------------------------------------------------------------- */

static inline char mark (const aln_quoting *m, uint32_t i) {
  return aln_speech_mark (&m->speech, i);
}

static inline uint8_t class_of (const aln_quoting *m, uint32_t i) {
  return i < m->to ? m->speech.at[i].class : ALN_SPEECH_NONE;
}

static inline aln_span span_of (const aln_quoting *m, uint32_t from, uint32_t to) {
  return (aln_span){m->t[from].from, m->t[to - 1].to};
}

static inline uint32_t opens (const aln_quoting *m, uint32_t q) { return m->marked.at[q].from - 1; }

/* The token behind its closing mark. */
static inline uint32_t behind (const aln_quoting *m, uint32_t q) {
  const aln_marked *k = &m->marked.at[q];
  return k->closed ? k->to + 1 : k->to;
}

static inline int stands_close (char c) { return c == ',' || c == ':' || c == '-'; }

/* "…," or "…?": something may follow. */
static inline int ends_open (const aln_quoting *m, uint32_t q) {
  const aln_marked *k = &m->marked.at[q];
  char in = mark (m, k->to - 1), out = k->closed ? mark (m, k->to + 1) : 0;
  return in == ',' || in == '?' || in == '!' || in == '-' || out == ',' || out == '-';
}

/* "known as", "as the" */
static inline int is_as (const aln_quoting *m, uint32_t i) {
  if (i > m->from && class_of (m, i) == ALN_DET) i--;
  return class_of (m, i) == ALN_CONJ && m->t[i].to - m->t[i].from == 2;
}

static inline int is_telling (const aln_cue *c) {
  return c->class == ALN_SAY || c->class == ALN_TELL || c->class == ALN_UTTER;
}

static inline uint32_t words_in (const aln_quoting *m, const aln_marked *k) {
  uint32_t words = 0;
  for (uint32_t i = k->from; i < k->to && words <= ALN_FRAGMENT_WORDS; i++)
    words += m->t[i].kind != ALN_TOKEN_MARK && !(m->t[i].flags & ALN_TOKEN_GLUED && i > k->from);
  return words;
}

static inline void remember (aln_quoting *m, const aln_speaker *speaker, aln_span by) {
  if (!speaker->name.n) return;
  m->before = *speaker;
  m->before_cue = by;
  m->before_in_block = 1;
}

#pragma GCC visibility pop

#endif
