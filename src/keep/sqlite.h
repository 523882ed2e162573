/* sqlite.h: what the files of keep/ share of SQLite: the store's inside, prepared statements,
   binding and the one place where SQLite's codes become ours. Private to src/keep/. */
#ifndef ALN_SQLITE_H
#define ALN_SQLITE_H

#include "store.h"

#include <sqlite3.h>

#pragma GCC visibility push(hidden)

typedef enum aln_sql { /* statements that are kept prepared; their text is in sql.c */
                       ALN_SQL_UNDO_IN_MEMORY,
                       ALN_SQL_UNDO_ANYWHERE,
                       ALN_SQL_BEGIN,
                       ALN_SQL_COMMIT,
                       ALN_SQL_ROLLBACK,
                       ALN_SQL_SAVE,
                       ALN_SQL_RELEASE,
                       ALN_SQL_BACK,
                       ALN_SQL_SAME,
                       ALN_SQL_BY_ID,
                       ALN_SQL_BY_ID_FAMILY,
                       ALN_SQL_URL_HASHES,
                       ALN_SQL_BY_URL_FAMILY,
                       ALN_SQL_STAMP_ADD,
                       ALN_SQL_STAMP,
                       ALN_SQL_ARTICLE,
                       ALN_SQL_REREAD,
                       ALN_SQL_ORIGINAL,
                       ALN_SQL_VAR,
                       ALN_SQL_LABEL_ADD,
                       ALN_SQL_LABEL,
                       ALN_SQL_BLOCK,
                       ALN_SQL_BLOCK_TWO,
                       ALN_SQL_BLOCK_FOUR,
                       ALN_SQL_BLOCK_EIGHT,
                       ALN_SQL_CONFLICT,
                       ALN_SQL_JOIN_FAMILY,
                       ALN_SQL_BEST,
                       ALN_SQL_COUNTS,
                       ALN_SQL_MEMBERS,
                       ALN_SQL_MEMBER,
                       ALN_SQL_GET,
                       ALN_SQL_BLOCKS,
                       ALN_SQL_HEAD,
                       ALN_SQL_DROP_BLOCKS,
                       ALN_SQL_DROP_CONFLICTS,
                       ALN_SQL_DROP_VARS,
                       ALN_SQL_QUOTED,
                       ALN_SQL_DROP_QUOTED,
                       ALN_SQL_QUOTED_GET,
                       ALN_SQL_IN_TIME,
                       ALN_SQL_ABOUT,
                       ALN_SQL_DROP_ORIGINAL,
                       ALN_SQL_DROP_ARTICLE,
                       ALN_SQL_DROP_STAMPS,
                       ALN_SQL_SUMS,
                       ALN_SQL_INDEX_PUT,
                       ALN_SQL_INDEX_FORGET,
                       ALN_SQL_INDEX_CLEAR,
                       ALN_SQL_AFTER,
                       ALN_SQL_VARS,
                       ALN_SQL_DATA_VERSION,
                       ALN_SQL_HASHES,
                       ALN_SQL_FORM,
                       ALN_SQL_FORM_ADD,
                       ALN_SQL_FORMS,
                       ALN_SQL_FORMS_COUNT,
                       ALN_SQL_UNSETTLE,
                       ALN_SQL_ENTITY,
                       ALN_SQL_ENTITY_TWO,
                       ALN_SQL_ENTITY_FOUR,
                       ALN_SQL_ENTITY_EIGHT,
                       ALN_SQL_HELD,
                       ALN_SQL_QUOTE, /* the same */
                       ALN_SQL_QUOTE_TWO,
                       ALN_SQL_QUOTE_FOUR,
                       ALN_SQL_QUOTE_EIGHT,
                       ALN_SQL_FIGURE,
                       ALN_SQL_TIMEX,
                       ALN_SQL_COMMITMENT,
                       ALN_SQL_EVIDENCE,
                       ALN_SQL_CONSULTATION,
                       ALN_SQL_PARTICIPANT,
                       ALN_SQL_UNSETTLE_CONSULTATIONS,
                       ALN_SQL_UNSETTLE_FORMS,
                       ALN_SQL_DROP_ENTITIES,
                       ALN_SQL_DROP_HELD,
                       ALN_SQL_DROP_QUOTES,
                       ALN_SQL_DROP_FIGURES,
                       ALN_SQL_DROP_TIMEXES,
                       ALN_SQL_DROP_COMMITMENTS,
                       ALN_SQL_DROP_EVIDENCE,
                       ALN_SQL_DROP_CONSULTATIONS,
                       ALN_SQL_DROP_PARTICIPANTS,
                       ALN_SQL_TERMS,
                       ALN_SQL_TERMS_PUT,
                       ALN_SQL_FREQUENCY,
                       ALN_SQL_FREQUENCY_PUT,
                       ALN_SQL_SEGMENTS,
                       ALN_SQL_SEGMENT_PUT,
                       ALN_SQL_SEGMENT_LESS,
                       ALN_SQL_PIECE,
                       ALN_SQL_PIECE_PUT,
                       ALN_SQL_POSTINGS,
                       ALN_SQL_POSTINGS_OF,
                       ALN_SQL_DROP_PIECES,
                       ALN_SQL_DROP_SEGMENT,
                       ALN_SQL_CLEAR_PIECES,
                       ALN_SQL_CLEAR_SEGMENTS,
                       ALN_SQL_CLEAR_FREQUENCIES,
                       ALN_SQL_CLEAR_TERMS,
                       ALN_SQL_ARTICLES,
                       ALN_SQL_READ,
                       ALN_SQL_LINE,
                       ALN_SQL_NAMES,
                       ALN_SQL_NAMED,
                       ALN_SQL_HOLD_FORM,
                       ALN_SQL_RESTORE_BLOCKS,
                       ALN_SQL_RESTORE_SENTENCES,
                       ALN_SQL_RESTORE_QUOTES,
                       ALN_SQL_COUNT
} aln_sql;

#define ALN_LABELS 128u      /* slots for labels that were looked up before */
#define ALN_LABEL_REASON 24u /* bytes of a reason that a slot has room for */
typedef struct aln_label_slot {
  int64_t label;    /* 0: free */
  const char *rule; /* a static string of the reader: the address tells it */
  aln_block_kind kind;
  uint32_t reason_n;
  char reason[ALN_LABEL_REASON];
} aln_label_slot;

#define ALN_READY 24 /* statements by text that stay prepared */
typedef struct aln_ready_slot {
  sqlite3_stmt *q; /* NULL: free */
  size_t n;        /* bytes of its text */
  int64_t used;    /* when, counted in uses */
} aln_ready_slot;

struct aln_store {
  sqlite3 *db;
  aln_lexicon *lexicon;
  char *path;
  int readonly;
  int whole;     /* 1: the transaction is undone as a whole, not by article */
  int64_t stamp; /* of reader and lexicon, 0: not looked up in this transaction */
  aln_label_slot labels[ALN_LABELS]; /* forgotten when anything is rolled back */
  struct aln_forms *forms;           /* forms.h; NULL: none yet */
  int64_t forms_version;             /* of the file when the first of them was looked up */
  aln_buf pending;                   /* pending.h */
  int (*stop) (void *);
  void *stop_context;
  char fingerprint[17]; /* as it was at 'changes' and 'data_version' */
  int64_t changes, data_version;
  struct aln_stories *stories;    /* stories.h; NULL: not asked for since the last change */
  struct aln_corpus *corpus;      /* corpus.h */
  struct aln_kept_tally *tallies; /* words.h */
  struct aln_facet *facets;       /* facets.h: as they were at … */
  int64_t facets_changes, facets_version;
  aln_ready_slot ready[ALN_READY];
  int64_t ready_uses;
  sqlite3_stmt *kept[ALN_SQL_COUNT];
};

aln_status aln_sql_status (int rc);
/* Fills *f for what SQLite said last, 'doing' it; returns the status. */
aln_status aln_sql_fault (aln_store *s, int rc, const char *doing, aln_fault *f);

/* After a rollback: what was looked up may not be there any more. */
void aln_sql_forget (aln_store *s);
/* A kept statement, ready to bind; NULL with *rc set where it cannot be had. Sticky in *rc. */
sqlite3_stmt *aln_sql_take (int *rc, aln_store *s, aln_sql which);
/* A statement of the moment; the caller finalizes it. What waits for the index goes there first. */
sqlite3_stmt *aln_sql_prepare (int *rc, aln_store *s, aln_slice sql);
/* The same, kept prepared by its text: it is the store's, and reset after use. Of those that join the
   set most are asked a thousand times; to prepare them anew each time was a third of SQLite's work. */
sqlite3_stmt *aln_sql_ready (int *rc, aln_store *s, aln_slice sql);
void aln_sql_close (aln_store *s); /* finalizes all that are kept */
/* Changes when another connection has changed the file. */
int64_t aln_sql_data_version (int *rc, aln_store *s);
void aln_sql_text (int *rc, sqlite3_stmt *q, int at, aln_slice v);  /* empty: NULL; borrowed */
void aln_sql_whole (int *rc, sqlite3_stmt *q, int at, aln_slice v); /* empty: '' */
void aln_sql_integer (int *rc, sqlite3_stmt *q, int at, int64_t v);
void aln_sql_cell (int *rc, sqlite3_stmt *q, int at, const aln_cell *v);
void aln_sql_cells (int *rc, sqlite3_stmt *q, int at, const aln_binds *b);
int aln_sql_row (int *rc, sqlite3_stmt *q);  /* 1: a row; 0: no more, or *rc says why */
void aln_sql_run (int *rc, sqlite3_stmt *q); /* steps to the end and resets */
void aln_sql_reset (sqlite3_stmt *q);        /* NULL is fine; forgets the bindings too */

/* Rows of a table that has many an article: eight a statement, the last ones four, two and one. What is
   bound to a row has to live until the last is done. 'left' rows must come, unless all of it fails. */
typedef struct aln_inserts {
  aln_store *s;
  aln_sql one; /* those of two, four and eight rows come behind it */
  int columns;
  uint32_t left;
  uint32_t at, room; /* of the statement at hand */
  sqlite3_stmt *q;
} aln_inserts;
/* The next row: bind to in->q, from the parameter behind the one that is given back. */
int aln_insert_row (int *rc, aln_inserts *in);
void aln_insert_done (int *rc, aln_inserts *in);
void aln_insert_end (aln_inserts *in); /* rows that nobody finished are forgotten */

aln_slice aln_sql_slice (sqlite3_stmt *q, int column); /* text or blob; until the next step */

#pragma GCC visibility pop

#endif
