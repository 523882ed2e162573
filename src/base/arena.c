/* arena.c: in: sizes. Out: zeroed memory in chunks that double, up to 1 MiB each. */
#include "arena.h"

#include "mem.h"

#include <stdalign.h>

#define CHUNK_FIRST 4096u
#define CHUNK_MOST (1u << 20)
#define ZEROED_AHEAD 256u

struct aln_arena_chunk {
  aln_arena_chunk *older;
  size_t used, zeroed, size; /* bytes of 'data' */
  alignas (max_align_t) char data[];
};

static size_t rounded (size_t n) {
  const size_t a = alignof (max_align_t);
  return (n + a - 1) / a * a;
}

static aln_arena_chunk *add_chunk (aln_status *st, aln_arena *a, size_t least) {
  size_t size = a->newest ? a->newest->size * 2 : a->first ? a->first : CHUNK_FIRST;
  aln_arena_chunk *c;
  if (size > CHUNK_MOST) size = CHUNK_MOST;
  if (size < least) size = least;
  c = aln_alloc (sizeof *c + size);
  if (!c) {
    *st = ALN_ENOMEM;
    return NULL;
  }
  c->older = a->newest;
  c->used = c->zeroed = 0;
  c->size = size;
  a->newest = c;
  a->bytes += sizeof *c + size;
  return c;
}

/* Some more than is needed: most of what is asked for is a few bytes, and a memset is a call. */
static void zero (aln_arena_chunk *c, size_t to) {
  to = c->size - to > ZEROED_AHEAD ? to + ZEROED_AHEAD : c->size;
  memset (c->data + c->zeroed, 0, to - c->zeroed);
  c->zeroed = to;
}

static void *get (aln_status *st, aln_arena *a, size_t n, int zeroed) {
  aln_arena_chunk *c = a->newest;
  void *p;
  if (*st != ALN_OK) return NULL;
  if (n > SIZE_MAX / 2) {
    *st = ALN_ENOMEM;
    return NULL;
  }
  n = rounded (n ? n : 1);
  if ((!c || c->size - c->used < n) && !(c = add_chunk (st, a, n))) return NULL;
  p = c->data + c->used;
  c->used += n;
  if (c->used <= c->zeroed) return p;
  if (zeroed) zero (c, c->used);
  else c->zeroed = c->used; /* nothing before here is asked for again */
  return p;
}

void *aln_arena_get (aln_status *st, aln_arena *a, size_t n) { return get (st, a, n, 1); }
void *aln_arena_raw (aln_status *st, aln_arena *a, size_t n) { return get (st, a, n, 0); }

aln_slice aln_arena_copy (aln_status *st, aln_arena *a, aln_slice s) {
  char *p = aln_arena_raw (st, a, s.n + 1);
  if (!p) return (aln_slice){NULL, 0};
  if (s.n) memcpy (p, s.p, s.n);
  p[s.n] = '\0';
  return (aln_slice){p, s.n};
}

void aln_arena_free (aln_arena *a) {
  while (a->newest) {
    aln_arena_chunk *older = a->newest->older;
    aln_free (a->newest);
    a->newest = older;
  }
  a->bytes = 0;
}

/* Large items are few: a list of them begins small. */
static uint32_t first_cap (size_t item) { return item > 256 ? 2 : item > 32 ? 8 : 16; }

void *aln_list_grow (aln_status *st, aln_arena *a, void *at, uint32_t n, uint32_t *cap,
                     size_t item) {
  uint32_t more = *cap ? *cap * 2 : first_cap (item);
  void *p;
  if (*st != ALN_OK) return at;
  if (*cap > UINT32_MAX / 2) {
    *st = ALN_ELIMIT;
    return at;
  }
  p = aln_arena_get (st, a, (size_t)more * item);
  if (!p) return at;
  if (n) memcpy (p, at, (size_t)n * item);
  *cap = more;
  return p;
}
