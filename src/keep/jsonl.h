/* jsonl.h: JSON lines -> one object after another, its values decoded in place (base/json.h).
   In: the bytes of a file, in pieces of any size. Out: a line, then its members in order. A line
   longer than the limit is passed over without being held, and reported. Blank lines are passed
   over and counted. Owns its bytes; one thread.

       push (piece) … next -> ALN_JSONL_LINE    -> begin, member, member, …
                              ALN_JSONL_FAULT   -> *f says what and the byte of the line
                              ALN_JSONL_MORE    -> push the next piece, or finish, and ask again
                              (after finish: nothing is left) */
#ifndef ALN_JSONL_H
#define ALN_JSONL_H

#include "../base/json.h"

#pragma GCC visibility push(hidden)

typedef struct aln_jsonl aln_jsonl;

typedef enum aln_jsonl_event { ALN_JSONL_MORE, ALN_JSONL_LINE, ALN_JSONL_FAULT } aln_jsonl_event;

aln_jsonl *aln_jsonl_new (aln_status *st, size_t limit); /* limit: bytes of one line */
void aln_jsonl_free (aln_jsonl *j);                      /* NULL is fine */

void aln_jsonl_push (aln_status *st, aln_jsonl *j, aln_slice piece);
void aln_jsonl_finish (aln_jsonl *j); /* no more pieces: what is left is the last line */
aln_jsonl_event aln_jsonl_next (aln_status *st, aln_jsonl *j, aln_fault *f);
/* 'whole' as one line, whatever line ends it holds: LINE or FAULT. */
aln_jsonl_event aln_jsonl_whole (aln_status *st, aln_jsonl *j, aln_slice whole, aln_fault *f);

uint64_t aln_jsonl_number (const aln_jsonl *j); /* of the line just given, from 1 */
aln_slice aln_jsonl_id (const aln_jsonl *j); /* the "id" of a FAULT line where it could be read */

/* Level 0: members of the line; level 1: members of 'json', an object given by level 0. A line and an
   object of it are walked once: members are decoded where they stand, and good until the next push. */
void aln_jsonl_begin (aln_jsonl *j, int level, aln_slice json);
int aln_jsonl_member (aln_jsonl *j, int level, aln_json_member *m); /* 0: no more */

#pragma GCC visibility pop

#endif
