/* entities.h: what items.c and entities.c share of one article on its way in. Private to the two. */
#ifndef ALN_ENTITIES_H
#define ALN_ENTITIES_H

#include "items.h"

#pragma GCC visibility push(hidden)

typedef struct aln_items {
  aln_status *st;
  int *rc;
  aln_store *s;
  const aln_article *a;
  const aln_noticed *noticed;
  int64_t n;
  aln_arena room;
  aln_buf joined;        /* lists, until the next one */
  aln_arena *names_room; /* with 'names': NULL where nobody wants them */
  aln_named_list *names;
} aln_items;

/* A statement whose first parameters are the article and the number of the item. */
sqlite3_stmt *aln_items_begin (aln_items *t, aln_sql which, int64_t i);
void aln_items_words (aln_items *t, sqlite3_stmt *q, int at, const char *v);
/* The sentence that byte 'at' of the text stands in: its index. */
uint32_t aln_items_sentence (const aln_article *a, uint32_t at);
/* 'list' joined by "; "; the bytes live until the next join. */
aln_slice aln_items_join (aln_items *t, const aln_slice *list, uint32_t n);

/* Rows of form, entity and held. Entities are numbered from 1: persons as notice/ lists them, then
   bodies, then places. */
void aln_entities_put (aln_items *t);

#pragma GCC visibility pop

#endif
