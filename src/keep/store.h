/* store.h: one article set: one SQLite file (or memory) and the connection to it.

       read article --put--> rows and index          bytes are kept once, as they came
       selection    --rows, read--> values, articles  text is got back by reading the bytes again

   A store belongs to one thread. No statement stays open between calls. Every failure fills an
   aln_fault whose text says what, where (the path) and what to do; what was committed before stays.
   Long work asks 'stop' now and then and ends with ALN_EINTR, having changed nothing. */
#ifndef ALN_STORE_H
#define ALN_STORE_H

#include "../base/frame.h"
#include "../notice/notice.h"
#include "prepared.h"
#include "select.h"

#pragma GCC visibility push(hidden)

typedef struct aln_store aln_store;

enum { ALN_OPEN_READONLY = 1 };

/* 'path' NULL: in memory. Borrows nothing; holds one reference of 'x' until it is closed. */
aln_status aln_store_open (const char *path, unsigned flags, aln_lexicon *x, aln_store **out,
                           aln_fault *f);
void aln_store_close (aln_store *s); /* NULL is fine; a transaction that is open is rolled back */

/* 'stop' returns 1 when the user wants to stop; called often, must not jump. NULL: never. */
void aln_store_watch (aln_store *s, int (*stop) (void *), void *context);
int aln_store_stopped (aln_store *s);
/* For specs: how long to wait for another writer, and how many pages the file may have. */
void aln_store_limit (aln_store *s, int busy_ms, int pages);

const char *aln_store_path (const aln_store *s); /* ":memory:" in memory */
int aln_store_readonly (const aln_store *s);
aln_lexicon *aln_store_lexicon (const aln_store *s); /* borrowed */

/* -- transactions -----------------------------------------------------------------------------
   A put or remove outside of one makes its own. */
aln_status aln_store_begin (aln_store *s, aln_fault *f);
/* The same without a way back from one article: a put that fails half way undoes all of the
   transaction, which is over then. What the way back takes is a tenth of all writing: a copy of each
   of the thirty pages that an article changes. */
aln_status aln_store_begin_whole (aln_store *s, aln_fault *f);
aln_status aln_store_commit (aln_store *s, aln_fault *f); /* on failure rolled back */
void aln_store_rollback (aln_store *s);
int aln_store_writing (const aln_store *s); /* 1 between begin and commit or rollback */

/* -- putting in, taking out ------------------------------------------------------------------- */
typedef enum aln_put { ALN_PUT_ADDED, ALN_PUT_SAME, ALN_PUT_VERSION } aln_put;

typedef struct aln_said { /* what the caller says beside the article; slices may be empty */
  aln_slice published, modified, path, format;
  const aln_slice *names; /* of vars */
  const aln_cell *values; /* integers, reals, truth values, texts; nil is left out */
  uint32_t vars;
} aln_said;

/* 'ready' may be NULL: then it is prepared here. */
aln_status aln_store_put (aln_store *s, const aln_article *a, const aln_noticed *noticed,
                          const aln_prepared *ready, const aln_said *said, aln_put *what,
                          aln_fault *f);
/* Takes out every article of the selection, versions that do not count too when it has them. */
aln_status aln_store_remove (aln_store *s, const aln_select *which, int64_t *count, aln_fault *f);
/* Reads every article again with the reader and lexicon at hand, all in one transaction. */
aln_status aln_store_reread (aln_store *s, int64_t *count, aln_fault *f);
/* The rows of what was noticed in article n anew, inside a transaction: as they were before anybody
   decided anything. The lexicon has to be the one that the article was read with. */
aln_status aln_store_renotice (aln_store *s, int64_t n, aln_fault *f);

/* Makes dictionary, streams and postings anew out of what was read, all in one transaction. */
aln_status aln_store_reindex (aln_store *s, int64_t *count, aln_fault *f);

/* -- one article ------------------------------------------------------------------------------ */
typedef struct aln_stored { /* slices live as long as the call */
  aln_slice bytes;
  aln_about about;
  aln_slice path;
} aln_stored;

/* Calls 'use' with article number n, which may keep nothing of it. ALN_DONE: there is none. */
aln_status aln_store_get (aln_store *s, int64_t n, aln_status (*use) (void *, const aln_stored *),
                          void *context, aln_fault *f);
/* The number of the article with this id (the version that counts); 0: none. */
aln_status aln_store_find (aln_store *s, aln_slice id, int64_t *n, aln_fault *f);
/* Up to 'room' numbers of the selection's articles that are greater than 'after', rising. */
aln_status aln_store_next (aln_store *s, const aln_select *which, int64_t after, int64_t *numbers,
                           uint32_t room, uint32_t *count, aln_fault *f);

/* The article's vars, copied into 'a'. */
typedef struct aln_vars {
  ALN_LIST (aln_slice) names;
  ALN_LIST (aln_cell) values;
} aln_vars;
aln_status aln_store_vars (aln_store *s, int64_t n, aln_arena *a, aln_vars *out, aln_fault *f);

/* 16 digits that tell what is in the set (ids and bytes, in whatever order they were added). */
aln_status aln_store_fingerprint (aln_store *s, char hex[17], aln_fault *f);
/* Two numbers that are the same as long as nobody changes the file. */
aln_status aln_store_state (aln_store *s, int64_t *version, int64_t *changes, aln_fault *f);

/* For specs: 1 when the index holds exactly what one that is built anew would. */
aln_status aln_store_check (aln_store *s, int *whole, aln_fault *f);
/* For specs: the words that the index makes of 'text', joined by line breaks. */
aln_status aln_store_cut (aln_slice text, aln_buf *out);

#pragma GCC visibility pop

#endif
