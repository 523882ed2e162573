/* status.h: how the core says that something went wrong. No function of the core prints, aborts or
   jumps. Sticky: a function that takes 'aln_status *st' and finds it not ALN_OK does nothing, so
   callers are straight lines and look at the status once, at the end. */
#ifndef ALN_STATUS_H
#define ALN_STATUS_H

#include <stddef.h>

#pragma GCC visibility push(hidden)

typedef enum aln_status {
  ALN_OK = 0,
  ALN_DONE,      /* a callback asks to stop; not an error */
  ALN_ENOMEM,    /* no memory */
  ALN_ELIMIT,    /* past one of limits.h */
  ALN_EMPTY,     /* nothing in it but white space */
  ALN_EBINARY,   /* not text */
  ALN_EHTML,     /* a page of HTML, which is not read yet */
  ALN_ESYNTAX,   /* a query, JSON line or lexicon that is not well-formed */
  ALN_EIO,       /* the system refused to read or write */
  ALN_EFULL,     /* no room on the disk (or the page limit) */
  ALN_EBUSY,     /* another process writes */
  ALN_EREADONLY, /* cannot be written */
  ALN_ENOTDB,    /* not one of our files */
  ALN_EVERSION,  /* one of our files, by a newer library */
  ALN_ESCHEMA,   /* one of our files, changed by somebody else */
  ALN_ECORRUPT,  /* one of our files, damaged */
  ALN_EINTR,     /* interrupted from the keyboard */
  ALN_EARG,      /* a wrong argument that only the core could notice */
  ALN_STATUS_COUNT
} aln_status;

/* A failure with its place. 'at' is a 0-based byte of the input, ALN_NOWHERE where none makes
   sense. 'text' is a whole sentence fragment for people: what, where, what was expected. */
#define ALN_NOWHERE ((size_t)-1)
typedef struct aln_fault {
  aln_status status;
  size_t at;
  char text[400];
} aln_fault;

const char *aln_status_code (aln_status st); /* "ENOMEM", … */
const char *aln_status_text (aln_status st); /* "out of memory", … */

/* Fills 'f' (which may be NULL) and returns 'st'. 'format' as printf; long texts are cut. */
#if defined(__GNUC__)
__attribute__ ((format (printf, 4, 5)))
#endif
aln_status
aln_fail (aln_fault *f, aln_status st, size_t at, const char *format, ...);

#pragma GCC visibility pop

#endif
