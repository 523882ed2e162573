/* mem.c: malloc by default; with ALN_COUNT_ALLOCS a counting malloc that fails on request. */
#include "mem.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
void aln_mem_trim (void) { malloc_trim (0); }
#else
void aln_mem_trim (void) {}
#endif

#ifdef ALN_COUNT_ALLOCS
#include <stdatomic.h>

/* The only statics that change in the whole library, and only in test builds. */
static atomic_long live, countdown;

long aln_mem_live (void) { return atomic_load (&live); }

void aln_mem_fail_from (long n) { atomic_store (&countdown, n); }

static int refused (void) {
  long left = atomic_load (&countdown);
  if (left == 0) return 0;
  if (left == 1) return 1;
  atomic_store (&countdown, left - 1);
  return 0;
}

static void *counted (void *p) {
  if (p) atomic_fetch_add (&live, 1);
  return p;
}

void *aln_alloc (size_t n) { return refused () ? NULL : counted (malloc (n)); }

void *aln_resize (void *p, size_t n) {
  if (refused ()) return NULL;
  return p ? realloc (p, n) : counted (malloc (n));
}

void aln_free (void *p) {
  if (p) atomic_fetch_sub (&live, 1);
  free (p);
}

#else

void *aln_alloc (size_t n) { return malloc (n); }
void *aln_resize (void *p, size_t n) { return realloc (p, n); }
void aln_free (void *p) { free (p); }

#endif
