/* reading_streams.h: the inside of a reading (stream.h), for the files that read. Private to src/keep/. */
#ifndef ALN_READING_STREAMS_H
#define ALN_READING_STREAMS_H

#include "corpus.h"

#pragma GCC visibility push(hidden)

struct aln_stream {
  aln_store *s;
  aln_corpus *c;
  int began; /* the transaction is ours */
  int rc;    /* SQLite's */
  uint32_t clock;
  size_t kept_most; /* bytes of pieces that stay in memory */
  aln_wrong wrong;
  aln_fault fault; /* text[0] 0: none */
};

/* Turns what SQLite said, and a damaged piece, into *st and the reading's fault. 1 while all is well. */
int aln_stream_settle (aln_status *st, aln_stream *r);
void aln_stream_damaged (aln_status *st, aln_stream *r, const aln_segment *g, const char *part,
                         int64_t at);
/* 1 when the user wants to stop; *st says so. Asked once in a while. */
int aln_stream_stops (aln_status *st, aln_stream *r);
/* Reads a part of a segment, where it is not in memory; lets go of what lies in memory longest. */
void aln_stream_part (aln_status *st, aln_stream *r, aln_segment *g, aln_piece_part p);
void aln_stream_slots (aln_status *st, aln_stream *r, aln_segment *g);

#pragma GCC visibility pop

#endif
