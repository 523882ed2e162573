/* mem.h: the one door to the heap. A build with -DALN_COUNT_ALLOCS counts what lives and can
   refuse: `make check` fails every allocation in turn and asks that nothing is left (aln_mem_live
   () == 0). */
#ifndef ALN_MEM_H
#define ALN_MEM_H

#include <stddef.h>

#pragma GCC visibility push(hidden)

void *aln_alloc (size_t n);           /* NULL where there is no memory; n > 0 */
void *aln_resize (void *p, size_t n); /* as realloc; 'p' stays whole on NULL */
void aln_free (void *p);              /* NULL is fine */
void aln_mem_trim (void); /* gives back to the system what was freed, where the heap can */

#ifdef ALN_COUNT_ALLOCS
long aln_mem_live (void);        /* blocks not yet freed */
void aln_mem_fail_from (long n); /* the n-th allocation from now and all after it fail; 0: none */
#endif

#pragma GCC visibility pop

#endif
