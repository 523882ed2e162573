/* corpus.h: what a store keeps in memory of its streams: the dictionary, the articles that were put in
   this transaction, the list of segments, selections that were asked for. Private to src/keep/.

   In: articles that are put in and taken out. Out: rows of term, segment and piece. What is put
   waits until the batch ends (or something is asked) and becomes a segment; when the segments at the
   end are enough for a full one, or eight are of one size, they become one. */
#ifndef ALN_CORPUS_H
#define ALN_CORPUS_H

#include "segment.h"
#include "stream.h"

#pragma GCC visibility push(hidden)

typedef struct aln_choice { /* a selection that was asked for */
  aln_buf key;              /* its condition and values */
  aln_bits bits;
} aln_choice;

typedef struct aln_corpus {
  aln_dictionary dictionary;
  aln_builder pending;
  aln_segment *segments; /* in order of the numbers of their articles */
  uint32_t n_segments;
  aln_choice *choices;
  uint32_t n_choices;
  int has_dictionary;    /* as it is in the file, and what was added in this transaction */
  int has_segments;      /* the list is as it is in the file */
  int64_t data_version;  /* of the file when they were read */
  int64_t changes;       /* of this connection when 'choices' were made */
  int64_t articles, end; /* rows of article; the greatest number + 1 */
  int broken;            /* SQLite's code of a flush that failed in this transaction */
  uint32_t readings;     /* that are open */
  size_t kept;           /* bytes of pieces in memory */
} aln_corpus;

aln_corpus *aln_corpus_of (aln_status *st, aln_store *s); /* made on first use */
void aln_corpus_free (aln_corpus *c);                     /* NULL is fine */

/* Brings what is in memory in step with the file as this transaction sees it. */
void aln_corpus_sync (aln_status *st, int *rc, aln_store *s, aln_corpus *c);
void aln_corpus_list (aln_status *st, int *rc, aln_store *s, aln_corpus *c); /* the segments */

/* -- writing: inside a transaction -------------------------------------------------------------- */
/* 'names': of its entities, in any order (they are sorted); NULL: as they stand in its rows. */
void aln_corpus_put (aln_status *st, int *rc, aln_store *s, int64_t n, const aln_article *a,
                     const aln_quotes *quotes, aln_named_list *names);
/* What was put becomes a segment; 'least': only when there is as much as that (bytes). */
void aln_corpus_flush (int *rc, aln_store *s, size_t least);
/* How far the articles that wait are; and back to there. */
aln_builder_mark aln_corpus_at (const aln_store *s);
void aln_corpus_back (aln_store *s, const aln_builder_mark *m);
void aln_corpus_forget (aln_status *st, int *rc, aln_store *s, int64_t n);
/* No article has a stream any more; 'all': the dictionary is emptied too. */
void aln_corpus_clear (aln_status *st, int *rc, aln_store *s, int all);
/* At the beginning of a transaction, and when one is undone. */
void aln_corpus_reset (aln_store *s, int undone);

#pragma GCC visibility pop

#endif
