/* buf.c: in: bytes. Out: the same bytes, one behind the other. */
#include "buf.h"

#include "mem.h"

void aln_buf_reserve (aln_status *st, aln_buf *b, size_t more) {
  size_t cap = b->cap ? b->cap : 256;
  char *p;
  if (*st != ALN_OK || b->cap - b->n >= more) return;
  if (more > SIZE_MAX / 4 || b->n > SIZE_MAX / 4) {
    *st = ALN_ENOMEM;
    return;
  }
  while (cap - b->n < more) cap *= 2;
  p = aln_resize (b->p, cap);
  if (!p) {
    *st = ALN_ENOMEM;
    return;
  }
  b->p = p;
  b->cap = cap;
}

void aln_buf_free (aln_buf *b) {
  aln_free (b->p);
  *b = ALN_BUF_EMPTY;
}
