/* speech.h: words of saying, and who is their subject.
   In: tokens, the lexicon's table speech, people. Out: for each token the class of the phrase that
   begins there; and, for a verb of saying, the noun phrase that says it ("a spokesman for the
   ministry", "Kim, who leads the team,"). Which person or body that is, quotes.h settles. */
#ifndef ALN_SPEECH_H
#define ALN_SPEECH_H

#include "people.h"

#pragma GCC visibility push(hidden)

typedef enum aln_speech_class { /* of the lexicon; the order is that of class_names in speech.c */
                                ALN_SPEECH_NONE,
                                ALN_SAY,
                                ALN_UTTER,
                                ALN_TELL,
                                ALN_THINK,
                                ALN_ASK,
                                ALN_VOW,
                                ALN_JUDGE,
                                ALN_DUB,
                                ALN_CLAIM,
                                ALN_ACCORDING,
                                ALN_CITE,
                                ALN_QUOTED, /* cues up to here */
                                ALN_ROLE,
                                ALN_TEXT,
                                ALN_AUX,
                                ALN_BE,
                                ALN_ADVERB,
                                ALN_PREP,
                                ALN_CONJ,
                                ALN_DET,
                                ALN_THAT,
                                ALN_WHO,
                                ALN_PRONOUN,
                                ALN_IT,
                                ALN_THEY,
                                ALN_FIRST,
                                ALN_OBJECT,
                                ALN_DAYWORD,
                                ALN_ELISION
} aln_speech_class;

/* Of verbs; and of roles: bodies ("the ministry"), which "it" can mean, and posts ("the envoy"), which
   may stand for one who was named. */
typedef enum aln_speech_form {
  ALN_NO_FORM,
  ALN_PAST,
  ALN_BASE,
  ALN_ING,
  ALN_OF_BODY,
  ALN_OF_POST
} aln_speech_form;

typedef struct aln_speech_word {
  uint8_t class, form, len; /* len: tokens of the phrase */
} aln_speech_word;

typedef struct aln_speech {
  const aln_article *a;
  const aln_token *t;
  uint32_t n;
  const aln_mentions *mentions;
  aln_speech_word *at; /* for each token */
} aln_speech;

typedef struct aln_actor { /* a noun phrase; from == to: none */
  uint32_t from, to, head; /* tokens; 'head' is one of them */
  uint32_t who;            /* behind its "who", where the verb has that; 0: it has not */
} aln_actor;

/* Class and form of a row of the table speech, for aln_notice_note. */
uint16_t aln_speech_note (const aln_lexicon *x, aln_row row);

void aln_speech_read (aln_status *st, aln_arena *room, const aln_article *a,
                      const aln_mentions *mentions, aln_speech *out);

static inline int aln_is_cue (const aln_speech *s, uint32_t i) {
  return s->at[i].class >= ALN_SAY && s->at[i].class <= ALN_QUOTED;
}

/* The punctuation mark that token i is, as ASCII (a dash is '-', every quote '"'); 0: none. */
char aln_speech_mark (const aln_speech *s, uint32_t i);

/* Who does what the verb at token 'verb' says, looking back no further than token 'low'. 0: nobody is
   named there; *joined: since its subject stands further on ("…, adding", "and said"). */
int aln_actor_before (const aln_speech *s, uint32_t low, uint32_t verb, aln_actor *out,
                      int *joined);
/* The noun phrase that begins at token i, before 'high': "said Kim". */
int aln_actor_at (const aln_speech *s, uint32_t i, uint32_t high, aln_actor *out);
/* The subject of the sentence [low, high): its first noun phrase behind what introduces it. */
int aln_actor_first (const aln_speech *s, uint32_t low, uint32_t high, aln_actor *out);
/* Does "is (widely) expected" begin at token i: what is done to the subject? */
int aln_is_passive (const aln_speech *s, uint32_t i, uint32_t high);
/* Is the verb at i no verb of its own: an infinitive, a passive, a noun? */
int aln_is_no_verb (const aln_speech *s, uint32_t low, uint32_t i);

#pragma GCC visibility pop

#endif
