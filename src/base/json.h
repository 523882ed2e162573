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

/* Is p[0..n) one JSON value, nested at most ALN_JSON_DEPTH deep? Two escapes that stand for no
   character of a text (\u0000, a surrogate without its other half) are replaced by \ufffd in place,
   in the same number of bytes. 'id' is set even when what follows is broken.
   One pass, no memory, no recursion. n < 4 GB. */
void aln_json_check (char *p, size_t n, aln_json_scan *out);

/* -- the members of an object that has been checked (and mended): each is decoded or, where it is a
   list or an object, rid of white space where it stands, so an object is walked once. ------------- */

typedef enum aln_json_kind {
  ALN_JSON_NULL,
  ALN_JSON_TRUE,
  ALN_JSON_FALSE,
  ALN_JSON_NUMBER,
  ALN_JSON_TEXT,
  ALN_JSON_LIST,
  ALN_JSON_OBJECT,
  ALN_JSON_KINDS
} aln_json_kind;

const char *aln_json_kind_name (aln_json_kind k); /* "null", "a number", … for messages */

typedef struct aln_json_member { /* good as long as the bytes that are walked */
  aln_slice name;                /* decoded */
  aln_json_kind kind;
  aln_slice text; /* decoded text; anything else as written. May not be valid UTF-8 */
} aln_json_member;

typedef struct aln_json_walk {
  char *p; /* the object, white space before it included */
  size_t n, at;
} aln_json_walk;

int aln_json_next (aln_json_walk *w, aln_json_member *m); /* 0: no more */
/* Decodes what stands between the quotes of a string, in place; its bytes. */
size_t aln_json_decode (char *p, size_t n);

#pragma GCC visibility pop

#endif
