/* prepared.c: in: an article. Out: what of its rows is made of it alone. */
#include "prepared.h"

#include "../base/digest.h"
#include "../base/mem.h"
#include "head.h"
#include "reading.h"
#include "sketch.h"

void aln_prepare (aln_status *st, const aln_article *a, aln_prepared *out) {
  aln_digest d;
  aln_digest_begin (&d);
  aln_digest_add (&d, a->raw);
  aln_digest_hex (&d, out->hash, 32);
  aln_head_byline (st, a, &out->byline);
  aln_sketch_quoted (st, a, &out->quoted);
  aln_entry_of (st, a, &out->entry);
}

void aln_prepared_free (aln_prepared *p) {
  aln_buf_free (&p->byline);
  aln_buf_free (&p->quoted);
  aln_entry_free (&p->entry);
}

aln_prepared *aln_prepared_new (aln_status *st, const aln_article *a) {
  aln_prepared *p = *st == ALN_OK ? aln_alloc (sizeof *p) : NULL;
  if (*st == ALN_OK && !p) *st = ALN_ENOMEM;
  if (!p) return NULL;
  memset (p, 0, sizeof *p);
  aln_prepare (st, a, p);
  if (*st == ALN_OK) return p;
  aln_prepared_drop (p);
  return NULL;
}

void aln_prepared_drop (aln_prepared *p) {
  if (!p) return;
  aln_prepared_free (p);
  aln_free (p);
}
