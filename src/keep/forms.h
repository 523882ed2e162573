/* forms.h: forms of the file that were looked up before (table `form`), in memory. In: what makes a form.
   Out: its number. Private to src/keep/. */
#ifndef ALN_FORMS_H
#define ALN_FORMS_H

#include "sqlite.h"

#pragma GCC visibility push(hidden)

#define ALN_FORM_BYTES                                                                             \
  256u /* of what makes a form; longer ones are looked up in the file each time */
#define ALN_FORM_PARTS 5

typedef struct aln_form_key {
  uint32_t n; /* 0: too long */
  char bytes[ALN_FORM_BYTES];
} aln_form_key;

/* What makes a form: columns what, name, side, office, year. */
void aln_form_key_of (aln_form_key *k, const aln_slice parts[ALN_FORM_PARTS]);

/* Its number, 0: not known; *absent is 1 where it cannot be in the file either. */
int64_t aln_forms_find (aln_status *st, int *rc, aln_store *s, const aln_form_key *k, int *absent);
/* It has this number, as was just found or made. */
void aln_forms_note (aln_status *st, aln_store *s, const aln_form_key *k, int64_t form);

void aln_forms_forget (aln_store *s); /* some may not be there any more */
void aln_forms_free (struct aln_forms *f);

#pragma GCC visibility pop

#endif
