/* json.h: values -> JSON text (RFC 8259), and a strict look at JSON that came from strangers.
   Written text is always valid UTF-8: a byte that is not becomes U+FFFD. No locale, no globals. */
#ifndef ALN_JSON_H
#define ALN_JSON_H

#include "buf.h"

#pragma GCC visibility push(hidden)

/* Bytes of the well-formed UTF-8 sequence that begins at s.p[i] (RFC 3629), 0 where none does. */
size_t aln_json_sequence (aln_slice s, size_t i);

void aln_json_text (aln_status *st, aln_buf *b, aln_slice s);   /* in quotes, with its escapes */
void aln_json_inside (aln_status *st, aln_buf *b, aln_slice s); /* the same without the quotes */
void aln_json_integer (aln_status *st, aln_buf *b, int64_t v);
void aln_json_real (aln_status *st, aln_buf *b, double v); /* reads back as v; not finite: null */

typedef struct aln_json_scan {
  const char *wrong; /* what was expected; NULL: well-formed */
  size_t at;         /* 0-based byte of the first fault */
  char first;        /* first byte of the value: '{', '[', '"', …; 0: nothing there */
  aln_span id;       /* the last top-level "id" that is a string or a number, as written */
} aln_json_scan;

/* Is p[0..n) one JSON value, nested at most ALN_JSON_DEPTH deep? Two escapes that SQLite's
   functions turn into cut or broken text (\u0000, a surrogate without its other half) are replaced
   by \ufffd in place, in the same number of bytes. 'id' is set even when what follows is broken.
   One pass, no memory, no recursion. n < 4 GB. */
void aln_json_check (char *p, size_t n, aln_json_scan *out);

#pragma GCC visibility pop

#endif
