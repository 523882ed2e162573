/* family.h: which articles are versions of one another, and which of them counts.
   Two articles are versions when they have the same id, or the same url and other bytes; a family is
   what hangs together so. The latest (time, then the greater hash) counts. So the outcome does not
   depend on the order of adding. Inside a transaction; sticky in *rc. */
#ifndef ALN_FAMILY_H
#define ALN_FAMILY_H

#include "sqlite.h"

#pragma GCC visibility push(hidden)

typedef ALN_LIST (int64_t) aln_families;

/* Before an article is stored: the family that it will belong to (those that it brings together are
   merged); 0: none yet. */
void aln_family_find (int *rc, aln_store *s, aln_slice id, aln_slice url, aln_slice hash,
                      int64_t *family);
/* Article n has just been stored: puts it into its family (0: its own). */
void aln_family_join (int *rc, aln_store *s, int64_t n, int64_t *family);

/* Before article n goes: remembers its family. When all have gone: what is left of the families
   is told apart anew. */
void aln_family_note (aln_status *st, int *rc, aln_store *s, int64_t n, aln_arena *a,
                      aln_families *families);
void aln_family_settle (aln_status *st, int *rc, aln_store *s, aln_arena *a,
                        aln_families *families);

#pragma GCC visibility pop

#endif
