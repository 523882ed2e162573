/* glue.c: in: rows of the table glue. Out: the roles of each word, a bit each (glue.h). */
#include "glue.h"

static const struct {
  aln_slice name;
  uint32_t bit;
} roles[] = {{{"definite", 8}, ALN_GLUE_DEFINITE},
             {{"indefinite", 10}, ALN_GLUE_INDEFINITE},
             {{"and", 3}, ALN_GLUE_AND},
             {{"and_sign", 8}, ALN_GLUE_AND_SIGN},
             {{"of", 2}, ALN_GLUE_OF},
             {{"for", 3}, ALN_GLUE_FOR},
             {{"to", 2}, ALN_GLUE_TO},
             {{"from", 4}, ALN_GLUE_FROM},
             {{"in", 2}, ALN_GLUE_IN},
             {{"on", 2}, ALN_GLUE_ON},
             {{"at", 2}, ALN_GLUE_AT},
             {{"as", 2}, ALN_GLUE_AS},
             {{"who", 3}, ALN_GLUE_WHO},
             {{"since", 5}, ALN_GLUE_SINCE},
             {{"until", 5}, ALN_GLUE_UNTIL}};

static uint32_t role_of (const aln_lexicon *x, aln_row row) {
  aln_slice role = aln_lexicon_get (x, row, ALN_LIT ("role"));
  for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++)
    if (aln_same (role, roles[i].name)) return roles[i].bit;
  return 0;
}

uint32_t aln_glue_note (const aln_lexicon *x, aln_word word) {
  const aln_beginning *b = aln_lexicon_begin (x, word);
  aln_kind kind = aln_lexicon_kind (x, ALN_LIT ("glue"));
  uint32_t note = 0;
  if (!kind || !(b->alone & aln_lexicon_bit (kind))) return 0; /* as nearly all */
  for (uint32_t e = aln_lexicon_entries (x, b->node); e; e = aln_lexicon_entry (x, e)->next)
    if (aln_lexicon_entry (x, e)->kind == kind) note |= role_of (x, aln_lexicon_entry (x, e)->row);
  return note;
}
