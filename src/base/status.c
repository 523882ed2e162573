/* status.c: in: a status. Out: its code and its words. */
#include "status.h"

#include <stdarg.h>
#include <stdio.h>

static const struct {
  const char *code, *text;
} names[ALN_STATUS_COUNT] = {
    [ALN_OK] = {"OK", "no error"},
    [ALN_DONE] = {"DONE", "stopped"},
    [ALN_ENOMEM] = {"ENOMEM", "out of memory"},
    [ALN_ELIMIT] = {"ELIMIT", "past a limit"},
    [ALN_EMPTY] = {"EMPTY", "nothing in it but white space"},
    [ALN_EBINARY] = {"EBINARY", "not text"},
    [ALN_EHTML] = {"EHTML", "a page of HTML"},
    [ALN_ESYNTAX] = {"ESYNTAX", "not well-formed"},
    [ALN_EIO] = {"EIO", "cannot be read or written"},
    [ALN_EFULL] = {"EFULL", "no room left"},
    [ALN_EBUSY] = {"EBUSY", "another process is writing"},
    [ALN_EREADONLY] = {"EREADONLY", "cannot be written"},
    [ALN_ENOTDB] = {"ENOTDB", "not an article set"},
    [ALN_EVERSION] = {"EVERSION", "written by a newer version"},
    [ALN_ESCHEMA] = {"ESCHEMA", "not the schema it should have"},
    [ALN_ECORRUPT] = {"ECORRUPT", "damaged"},
    [ALN_EINTR] = {"EINTR", "interrupted"},
    [ALN_EARG] = {"EARG", "wrong argument"},
};

static int known (aln_status st) { return (unsigned)st < ALN_STATUS_COUNT; }

const char *aln_status_code (aln_status st) { return known (st) ? names[st].code : "E?"; }

const char *aln_status_text (aln_status st) {
  return known (st) ? names[st].text : "unknown error";
}

aln_status aln_fail (aln_fault *f, aln_status st, size_t at, const char *format, ...) {
  if (f) {
    va_list args;
    f->status = st;
    f->at = at;
    va_start (args, format);
    vsnprintf (f->text, sizeof f->text, format, args);
    va_end (args);
  }
  return st;
}
