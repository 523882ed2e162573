/* stories.h: which articles of a set tell one story, and who carried whose copy.
   In: a store. Out: stories, kept while neither this connection nor another changes the file; frames;
   one article for every story of a selection. A story is a thing of the whole set, whatever
   selection it is asked of: its key is a hash of the words of its original. */
#ifndef ALN_STORIES_H
#define ALN_STORIES_H

#include "store.h"

#pragma GCC visibility push(hidden)

typedef enum aln_role {
  ALN_ROLE_ORIGINAL,
  ALN_ROLE_COPY,
  ALN_ROLE_REWRITE,
  ALN_ROLE_PART
} aln_role;
const char *aln_role_name (aln_role r);

typedef struct aln_member { /* an article that tells a story with others */
  int64_t n;
  uint32_t story; /* index into stories */
  uint32_t rank;  /* its place in time among all articles; the earliest first */
  aln_role role;
  uint16_t similarity;  /* thousandths: of the shorter one's words, or more, stand in the other */
  uint16_t resemblance; /* thousandths */
  uint32_t shared;      /* words */
  int wire;             /* its source is a news agency */
} aln_member;

typedef struct aln_story {
  char key[17];
  uint32_t from, to; /* its members in 'told': the original first, the rest in order of time */
} aln_story;

typedef struct aln_stories {
  aln_arena room;
  aln_story *stories; /* in order of time */
  uint32_t stories_n;
  aln_member *told; /* story by story */
  uint32_t *by_n;   /* indices of 'told' by article number */
  uint32_t told_n;
  int64_t changes, data_version; /* of the file when they were made */
} aln_stories;

/* The stories that at least two articles tell; borrowed until the file changes. */
aln_status aln_stories_of (aln_store *s, const aln_stories **out, aln_fault *f);
void aln_stories_free (aln_stories *t); /* NULL is fine */

const aln_member *aln_stories_find (const aln_stories *t, int64_t n); /* NULL: in none */

/* -- for selections: lists of article numbers as JSON text in 'a' ----------------------------------- */
/* The members of the stories with these keys. */
aln_status aln_story_members (aln_store *s, const aln_cell *keys, uint32_t n, aln_arena *a,
                              aln_slice *json, aln_fault *f);
/* One vote a story: of every story in the selection its original, or the earliest article that is
   in the selection; and every article that is in no story. */
aln_status aln_story_votes (aln_store *s, const aln_select *which, aln_arena *a, aln_slice *json,
                            aln_fault *f);

/* -- frames ------------------------------------------------------------------------------------------ */
/* story, id, role, similarity, published, source, headline: the selection's articles that share a
   story with others of the set. */
aln_status aln_ask_stories (aln_store *s, const aln_select *which, aln_frame **out, aln_fault *f);
/* story, id, original, role, similarity, evidence, added, dropped, resemblance, shared: a row for
   every article of them that is not the original. */
aln_status aln_ask_pairs (aln_store *s, const aln_select *which, aln_frame **out, aln_fault *f);

#pragma GCC visibility pop

#endif
