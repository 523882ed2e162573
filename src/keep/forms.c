/* forms.c: in: what makes a form. Out: its number, where it was looked up before. An article names some
   ten, three of them new: where many are asked for, all of the file are read once, so that a new one
   needs no search in an index by name, which has more rows of one name the larger the file is. */
#include "forms.h"

#include "../base/mem.h"
#include "../base/numbering.h"

#define FORMS_MOST (1u << 19) /* some 40 MB; past them, all are forgotten */
#define WORTH 8u              /* forms are read at once in the time of looking up one by its name */

struct aln_forms {
  aln_numbering keys;
  aln_buf numbers; /* int64_t: the form of key number i + 1 */
  int64_t missed;  /* how many were not here */
  int all;         /* 1: the file has no others, but long ones */
};

void aln_form_key_of (aln_form_key *k, const aln_slice parts[ALN_FORM_PARTS]) {
  k->n = 0;
  for (int i = 0; i < ALN_FORM_PARTS; i++) {
    const size_t n = parts[i].n;
    if (n > 255 || k->n + n + 1 > ALN_FORM_BYTES) {
      k->n = 0;
      return;
    }
    k->bytes[k->n++] = (char)n;
    if (n) memcpy (k->bytes + k->n, parts[i].p, n);
    k->n += (uint32_t)n;
  }
}

static aln_slice slice_of (const aln_form_key *k) { return (aln_slice){k->bytes, k->n}; }

void aln_forms_free (struct aln_forms *f) {
  if (!f) return;
  aln_numbering_free (&f->keys);
  aln_buf_free (&f->numbers);
  aln_free (f);
}

void aln_forms_forget (aln_store *s) {
  aln_forms_free (s->forms);
  s->forms = NULL;
}

static struct aln_forms *forms_of (aln_status *st, aln_store *s) {
  if (s->forms || *st != ALN_OK) return s->forms;
  s->forms = aln_alloc (sizeof *s->forms);
  if (s->forms) memset (s->forms, 0, sizeof *s->forms);
  else *st = ALN_ENOMEM;
  return s->forms;
}

void aln_forms_note (aln_status *st, aln_store *s, const aln_form_key *k, int64_t form) {
  struct aln_forms *f = k->n ? forms_of (st, s) : NULL;
  uint32_t known = f ? f->keys.n : 0;
  if (!f || aln_numbering_add (st, &f->keys, slice_of (k)) <= known) return;
  aln_buf_add (st, &f->numbers, (aln_slice){(const char *)&form, sizeof form});
  if (*st != ALN_OK) aln_numbering_cut (&f->keys, known);
}

static void read_all (aln_status *st, int *rc, aln_store *s) {
  sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_FORMS);
  while (*st == ALN_OK && aln_sql_row (rc, q)) {
    aln_slice parts[ALN_FORM_PARTS];
    aln_form_key k;
    for (int i = 0; i < ALN_FORM_PARTS; i++) parts[i] = aln_sql_slice (q, i + 1);
    aln_form_key_of (&k, parts);
    aln_forms_note (st, s, &k, sqlite3_column_int64 (q, 0));
  }
  aln_sql_reset (q);
}

/* Reads them, once as many have been missed as make it worth while. */
static void miss (aln_status *st, int *rc, aln_store *s, struct aln_forms *f) {
  sqlite3_stmt *q;
  int64_t n = INT64_MAX;
  f->missed++;
  if ((f->missed & (f->missed - 1)) != 0) return; /* a look at powers of two */
  q = aln_sql_take (rc, s, ALN_SQL_FORMS_COUNT);
  if (aln_sql_row (rc, q)) n = sqlite3_column_int64 (q, 0);
  aln_sql_reset (q);
  if (n > FORMS_MOST / 2 || n / WORTH > f->missed) return;
  read_all (st, rc, s);
  f->all = *st == ALN_OK && *rc == SQLITE_OK;
}

int64_t aln_forms_find (aln_status *st, int *rc, aln_store *s, const aln_form_key *k, int *absent) {
  struct aln_forms *f;
  uint32_t i;
  *absent = 0;
  if (s->forms && s->forms->keys.n >= FORMS_MOST) aln_forms_forget (s);
  f = k->n ? forms_of (st, s) : NULL;
  if (!f) return 0;
  i = aln_numbering_find (&f->keys, slice_of (k));
  if (!i && !f->all) {
    miss (st, rc, s, f);
    i = aln_numbering_find (&f->keys, slice_of (k));
  }
  *absent = !i && f->all;
  return i ? ((const int64_t *)(const void *)f->numbers.p)[i - 1] : 0;
}
