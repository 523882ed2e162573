/* abbreviations.c: in: a word with its stop, a lexicon. Out: what kind of abbreviation it is (tokens.h). */
#include "tokens.h"

static aln_abbreviation class_named (aln_slice name) {
  static const char *const names[ALN_ABBR_CLASSES] = {
      "",     "title", "address", "month",   "number", "never", "clock",
      "tail", "place", "ends",    "starter", "zone",   "says",  "named"};
  for (int i = 1; i < ALN_ABBR_CLASSES; i++)
    if (aln_same (name, aln_slice_of (names[i]))) return (aln_abbreviation)i;
  return ALN_ABBR_ENDS;
}

aln_abbreviation aln_abbreviation_of (const aln_lexicon *x, aln_kind kind, aln_word word,
                                      int lower) {
  aln_node node = kind && word ? aln_lexicon_step (x, ALN_ROOT, word) : 0;
  uint32_t i = node ? aln_lexicon_entries (x, node) : 0;
  while (i) {
    const aln_entry *e = aln_lexicon_entry (x, i);
    if (aln_lexicon_row_kind (x, e->row) == kind && !(lower && (e->flags & ALN_ENTRY_CASE)))
      return class_named (aln_lexicon_get (x, e->row, ALN_LIT ("class")));
    i = e->next;
  }
  return ALN_ABBR_NONE;
}
