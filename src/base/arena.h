/* arena.h: memory that is freed all at once: one arena an article. Growing lists live in it too
   (ALN_LIST); what a list leaves behind when it grows is freed with the rest.
   Owns: every block it gave. Not for threads to share. */
#ifndef ALN_ARENA_H
#define ALN_ARENA_H

#include "slice.h"
#include "status.h"

#pragma GCC visibility push(hidden)

typedef struct aln_arena_chunk aln_arena_chunk;
typedef struct aln_arena {
  aln_arena_chunk *newest;
  size_t bytes; /* taken from the heap so far: what the article weighs */
  size_t first; /* of the first chunk, where its owner foresees it; 0: small */
} aln_arena;

#define ALN_ARENA_EMPTY ((aln_arena){NULL, 0, 0})

/* 'n' zeroed bytes, aligned for any type; NULL (and *st = ALN_ENOMEM) where there is no memory. */
void *aln_arena_get (aln_status *st, aln_arena *a, size_t n);

/* The same, not zeroed: for what is written over at once. */
void *aln_arena_raw (aln_status *st, aln_arena *a, size_t n);

/* A copy of 's' with a NUL behind it. */
aln_slice aln_arena_copy (aln_status *st, aln_arena *a, aln_slice s);

/* Frees everything; the arena can be used again. */
void aln_arena_free (aln_arena *a);

/* A growing list in an arena: struct { T *at; uint32_t n, cap; }. */
#define ALN_LIST(T)                                                                                \
  struct {                                                                                         \
    T *at;                                                                                         \
    uint32_t n, cap;                                                                               \
  }

/* Behind ALN_ADD: room for one more; returns the (possibly moved) items, NULL on failure. */
void *aln_list_grow (aln_status *st, aln_arena *a, void *at, uint32_t n, uint32_t *cap,
                     size_t item);

/* A pointer to a new zeroed item at the end of 'list' (an lvalue), NULL on failure. The pointer is
   good until the next ALN_ADD to the same list. */
#define ALN_ADD(st, a, list) (aln_list_room ((st), (a), (list)) ? &(list)->at[(list)->n++] : NULL)
#define aln_list_room(st, a, list)                                                                 \
  (*(st) == ALN_OK &&                                                                              \
   ((list)->n < (list)->cap || ((list)->at = aln_list_grow ((st), (a), (list)->at, (list)->n,      \
                                                            &(list)->cap, sizeof *(list)->at),     \
                                *(st) == ALN_OK)))

#pragma GCC visibility pop

#endif
