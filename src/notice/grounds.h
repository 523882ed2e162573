/* grounds.h: what an article says that bears on the day of its publication.
   In: an article, its dates and people, and the lexicon tables tenures, events and event_words.
   Out: grounds, each a set of days on one of which the article was published, with the words that
   say so. Only paragraphs count: a caption or a byline never dates a story. dating.h weighs them. */
#ifndef ALN_GROUNDS_H
#define ALN_GROUNDS_H

#include "dates.h"
#include "intervals.h"
#include "people.h"

#pragma GCC visibility push(hidden)

typedef enum aln_trust {                   /* from the firmest to the softest */
                         ALN_TRUST_DAY,    /* a weekday beside a day of a month, a dateline */
                         ALN_TRUST_YEAR,   /* a year or a full date that is past, or to come */
                         ALN_TRUST_TENURE, /* a post somebody holds */
                         ALN_TRUST_EVENT,  /* an event of the lexicon and its distance */
                         ALN_TRUST_SEASON, /* days and months without a year, by their tense */
                         ALN_TRUST_NEWS,   /* "after the election" in the lead: news of the week */
                         ALN_TRUSTS
} aln_trust;

typedef struct aln_ground {
  aln_intervals days;
  aln_span says;    /* bytes of the text */
  aln_slice grade;  /* of the fact used: "sourced", "recall"; empty: none was */
  const char *rule; /* a static string */
  aln_trust trust;
} aln_ground;

typedef ALN_LIST (aln_ground) aln_grounds;

#define ALN_RULE_STATED "full date in the lead" /* the one rule that states the day */
#define ALN_GROUNDS_MAX 64u /* of one kind; what comes later in the article adds little */
#define ALN_DATES_MAX 16u   /* dates of one sentence that are looked at */

#define ALN_LEAD 3u /* sentences of the paragraphs that tell what is new */

typedef struct aln_scene { /* what the finders below share */
  const aln_article *a;
  const aln_timexes *dates;
  const aln_people *people;
  aln_arena *room;
  aln_kind tenures, events, words;
  uint32_t *begins, *ends; /* of each sentence its first token, and the one behind its last */
  uint32_t lead_from, lead_to[ALN_LEAD]; /* bytes: where the lead begins, where its sentences end */
  aln_grounds *out;
} aln_scene;

/* Days without a year, years, months. */
void aln_grounds_dates (aln_status *st, const aln_scene *s);

/* Posts that are held now, or no longer. */
void aln_grounds_offices (aln_status *st, const aln_scene *s);

/* Events before or after the article. */
void aln_grounds_events (aln_status *st, const aln_scene *s);

/* Governments named after their head, and anniversaries. */
void aln_grounds_reigns (aln_status *st, const aln_scene *s);
void aln_grounds_jubilees (aln_status *st, const aln_scene *s);

/* The age of somebody whose day of birth is known. */
void aln_grounds_ages (aln_status *st, const aln_scene *s);

/* Countries that hold something by turns. */
void aln_grounds_turns (aln_status *st, const aln_scene *s);

/* The weekday of what the lead reports ("on Wednesday", "Thursday (10 November)"), NULL: none. */
const aln_timex *aln_lead_weekday (const aln_scene *s);

/* -- for the finders ------------------------------------------------------------------------------ */

/* Fills in what can be counted from the others: sentences, the lead and the kinds of the lexicon. */
void aln_scene_set (aln_status *st, aln_scene *s);

/* A new ground at the end of s->out, its set empty; NULL on failure. */
aln_ground *aln_ground_add (aln_status *st, const aln_scene *s, aln_trust trust, aln_span says,
                            const char *rule);

/* The token that holds byte 'at' of the text, or the first behind it. */
uint32_t aln_scene_token (const aln_scene *s, uint32_t at);

/* The index of the sentence that holds byte 'at', and whether it is one of a paragraph. */
uint32_t aln_scene_sentence (const aln_scene *s, uint32_t at);
int aln_scene_story (const aln_scene *s, uint32_t block);

/* Does byte 'at' stand in the first 'n' sentences of the paragraphs (up to ALN_LEAD)? */
int aln_scene_leads (const aln_scene *s, uint32_t at, uint32_t n);

/* Is a word of the future ("will", "scheduled") among the tokens of bytes [from, to)? With 'plans',
   one that leaves it open ("would", "target") counts too. */
int aln_scene_future (const aln_scene *s, uint32_t from, uint32_t to, int plans);

/* The first date of the list that begins at byte 'at' or behind it (an index into s->dates). */
uint32_t aln_scene_date (const aln_scene *s, uint32_t at);

/* 70 of "70th" or "seventieth" right before token i, 0: none. */
int aln_scene_ordinal (const aln_scene *s, uint32_t i);

/* Rows of the table tenures whose holder is named as p is; NULL, 0: from the first, else the one
   after 'entry'. 0: no more. */
uint32_t aln_tenure_entry (const aln_scene *s, const aln_person *p, uint32_t entry);

/* The days of a row of tenures or events: a month or year widens, no end is ALN_DAY_MAX. */
aln_interval aln_fact_days (const aln_lexicon *x, aln_row row);

#pragma GCC visibility pop

#endif
