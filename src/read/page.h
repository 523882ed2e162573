/* page.h: what the steps of layout share: the page, its lines, and its units.
   A unit is a line, or the lines that a hard wrap made of one paragraph. Each step looks at the
   units nobody has settled yet and settles those it knows; what is left over is a paragraph. A unit
   may give up to three blocks: [from, body) the head (a dateline, a tag), [body, tail) itself,
   [tail, to) the rest (a credit, "Views 12"). */
#ifndef ALN_PAGE_H
#define ALN_PAGE_H

#include "article.h"
#include "days.h"
#include "lines.h"
#include "marks.h"

#pragma GCC visibility push(hidden)

typedef struct aln_part {
  aln_block_kind kind;
  aln_slice reason; /* of boilerplate */
  const char *rule;
} aln_part;

enum {                         /* what a unit's words show */
       ALN_SIGN_SAYING = 1,    /* said, told, according */
       ALN_SIGN_ARTICLE = 2,   /* a, an, the: headlines do without */
       ALN_SIGN_FINITE = 4,    /* is, has, will */
       ALN_SIGN_QUOTE = 8,     /* a double quotation mark */
       ALN_SIGN_LINK = 16,     /* an e-mail address, a URL, a handle */
       ALN_SIGN_PAST = 32,     /* was, had, said: headlines tell in the present */
       ALN_SIGN_ROOT = 128,    /* some phrase of the lexicon begins with it */
       ALN_SIGN_NOT_NAME = 64, /* a word that no person is called: Press, Daily, House */
       ALN_SIGNS = 255         /* all of them, in a word's note */
};

typedef struct aln_unit {
  uint32_t from, body, tail, to; /* tokens */
  uint32_t lines;                /* how many */
  aln_part head, self, rest;
  uint32_t words, capitals, caps, longs, long_capitals, numbers; /* longs: 4 letters and more */
  uint32_t eastern;                                              /* words in Hangul, Kana or Han */
  uint32_t signs;
  uint8_t settled, stop, blank, item, repeated;
  uint8_t section, taken; /* opens a list of furniture; belongs to one */
  uint64_t hash;          /* of its letters, for repetition */
} aln_unit;

typedef struct aln_page {
  aln_status *st;
  aln_article *a;
  const aln_lexicon *x;
  aln_slice text;
  const aln_token *t;
  const char *marks; /* aln_mark_of every token, looked up once */
  aln_lines lines;
  ALN_LIST (aln_unit) units;
  uint32_t prose;     /* the first unit of running text; units.n: none */
  uint32_t last;      /* behind the last unit of running text */
  uint32_t headline;  /* the unit that is the headline; units.n: none */
  uint32_t mentions;  /* names looked for in the running text so far */
  uint32_t under;     /* lines seen under the headline */
  uint32_t stacked;   /* the newest unit that is a dateline and nothing else */
  aln_span changed;   /* the day of a line "Updated …", in clean.text */
  aln_day changed_on; /* and the day it says */
  int agency_rank;    /* how sure the agency is: 0 none … */
  aln_kind furniture, agencies, metadata, captions, bylines, signs;
} aln_page;

void aln_page_open (aln_page *p, aln_status *st, aln_article *a);
/* Makes units of the lines from 'line' on. */
void aln_page_units (aln_page *p, uint32_t line);

static inline char aln_page_mark (const aln_page *p, uint32_t i) { return p->marks[i]; }
static inline aln_slice aln_page_cut (const aln_page *p, uint32_t from, uint32_t to) {
  return aln_cut (p->text,
                  (aln_span){p->t[from].from, to > from ? p->t[to - 1].to : p->t[from].from});
}

/* ALN_SIGN_* of a word, as its lexicon keeps it; and how they are found out when that is made. */
static inline uint32_t aln_page_signs (const aln_page *p, aln_word word) {
  return aln_lexicon_begin (p->x, word)->note & ALN_SIGNS;
}
uint32_t aln_page_signs_of (const aln_lexicon *x, aln_word word);

/* The longest phrase of 'kind' at token i, before 'end': its tokens (0: none), its row. */
uint32_t aln_page_phrase (const aln_page *p, uint32_t i, uint32_t end, aln_kind kind, aln_row *row);
/* Of the n tokens that are a phrase of 'kind': its row whose field 'key' has this value; 0: none. */
aln_row aln_page_row (const aln_page *p, uint32_t i, uint32_t n, aln_kind kind, const char *key,
                      const char *value);
/* Has the row field 'key' this value? */
int aln_page_is (const aln_page *p, aln_row row, const char *key, const char *value);
aln_slice aln_page_get (const aln_page *p, aln_row row, const char *key);

/* A dash that stands between phrases, not a hyphen within a word: "--", "—", " - ". */
int aln_page_dash (const aln_page *p, uint32_t i, uint32_t end);
/* An e-mail address, URL, handle or tag. */
int aln_page_link (const aln_page *p, uint32_t i, uint32_t end);
/* A word in capitals or with a capital. */
int aln_page_capital (const aln_page *p, uint32_t i);
/* The end of a word with its glued joints ("Seon", "-", "ho"; "O", "'", "Neill"; "J", "."). */
uint32_t aln_page_compound (const aln_page *p, uint32_t i, uint32_t end);
/* Running text, as its length, its stop and its words show it. */
int aln_page_prose (const aln_page *p, const aln_unit *u);

void aln_page_settle (aln_unit *u, aln_block_kind kind, const char *rule);
void aln_page_drop (aln_unit *u, aln_slice reason, const char *rule);
/* The story's wire: the surest sign counts, among equals the first. */
void aln_page_agency (aln_page *p, aln_slice name, int rank);

#pragma GCC visibility pop

#endif
