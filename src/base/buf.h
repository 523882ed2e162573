/* buf.h: a growing byte buffer on the heap. Owns its bytes; aln_buf_free gives them back.
   Every call is a no-op once *st is not ALN_OK. */
#ifndef ALN_BUF_H
#define ALN_BUF_H

#include "slice.h"
#include "status.h"

#pragma GCC visibility push(hidden)

typedef struct aln_buf {
  char *p;
  size_t n, cap; /* bytes in use, bytes there */
} aln_buf;

#define ALN_BUF_EMPTY ((aln_buf){NULL, 0, 0})

void aln_buf_reserve (aln_status *st, aln_buf *b, size_t more); /* room for 'more' bytes beyond n */
void aln_buf_free (aln_buf *b); /* the buffer is empty and usable afterwards */

static inline void aln_buf_add (aln_status *st, aln_buf *b, aln_slice s) {
  if (s.n == 0) return;
  if (b->cap - b->n < s.n) aln_buf_reserve (st, b, s.n);
  if (*st != ALN_OK) return;
  memcpy (b->p + b->n, s.p, s.n);
  b->n += s.n;
}

static inline void aln_buf_byte (aln_status *st, aln_buf *b, char c) {
  if (b->cap == b->n) aln_buf_reserve (st, b, 1);
  if (*st == ALN_OK) b->p[b->n++] = c;
}

/* Room for 'more' bytes behind the last, NULL without memory; b->n is for the caller to move. */
static inline char *aln_buf_room (aln_status *st, aln_buf *b, size_t more) {
  if (b->cap - b->n < more) aln_buf_reserve (st, b, more);
  return *st == ALN_OK ? b->p + b->n : NULL;
}

static inline aln_slice aln_buf_slice (const aln_buf *b) { return (aln_slice){b->p, b->n}; }

#pragma GCC visibility pop

#endif
