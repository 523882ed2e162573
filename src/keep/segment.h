/* segment.h: one segment: built in memory, written, read back, taken apart. streams.h has its format.
   In: read articles. Out: rows of segment and piece. Private to src/keep/. */
#ifndef ALN_SEGMENT_H
#define ALN_SEGMENT_H

#include "../base/pack.h"
#include "../notice/quotes.h"
#include "dictionary.h"

#pragma GCC visibility push(hidden)

#define ALN_SEGMENT_FULL (1u << 20) /* bytes of streams from which on nothing is added */

typedef enum aln_piece_part { /* those that have a part for each article */
                              ALN_PIECE_WORDS,
                              ALN_PIECE_BOUNDS,
                              ALN_PIECE_GAPS,
                              ALN_PIECE_QUOTES,
                              ALN_PIECE_NAMES,
                              ALN_PIECE_PARTS
} aln_piece_part;

typedef struct aln_slot {       /* an article of a segment */
  int64_t n;                    /* its number; 0: taken out */
  uint32_t words, body;         /* how many words; in the body */
  uint32_t at[ALN_PIECE_PARTS]; /* where its bytes begin; they end where the next slot's begin */
} aln_slot;

typedef struct aln_pair { /* a term of an article, and how often */
  uint32_t term, slot, body, other;
} aln_pair;

typedef struct aln_named_at { /* a name of an entity, in bytes of the text */
  uint32_t name;              /* stream.h: aln_entity_at */
  aln_span at;
} aln_named_at;
typedef ALN_LIST (aln_named_at) aln_named_list;

/* -- building ------------------------------------------------------------------------------------ */
typedef struct aln_builder {
  aln_buf slots; /* aln_slot */
  aln_buf part[ALN_PIECE_PARTS];
  aln_buf pairs;                              /* aln_pair, by slot */
  uint32_t *latest, cap;                      /* of each term, its newest pair, where it has one */
  aln_buf terms, starts, counts, codes, rest; /* of the article that is being added */
} aln_builder;

typedef struct aln_builder_mark { /* how far it is */
  size_t slots, pairs, part[ALN_PIECE_PARTS];
} aln_builder_mark;

void aln_builder_free (aln_builder *b);
aln_builder_mark aln_builder_at (const aln_builder *b);
void aln_builder_back (aln_builder *b, const aln_builder_mark *m); /* undoes what came after */
size_t aln_builder_bytes (const aln_builder *b);                   /* of streams */
static inline uint32_t aln_builder_slots (const aln_builder *b) {
  return (uint32_t)(b->slots.n / sizeof (aln_slot));
}

/* Adds article n. */
void aln_builder_add (aln_status *st, aln_builder *b, aln_dictionary *d, int64_t n,
                      const aln_article *a, const aln_quotes *quotes, const aln_named_list *names);

/* -- a segment of the file ------------------------------------------------------------------------
   Everything read is checked: numbers of terms lie in the dictionary, parts in their pieces. On
   ALN_ECORRUPT, 'wrong' says which piece. */
typedef struct aln_segment {
  int64_t segment;
  int64_t first, last, bytes;
  uint32_t articles;
  int full;
  aln_slot *slots; /* n_slots + 1, the last an end; NULL: not read yet */
  uint32_t n_slots;
  aln_buf part[ALN_PIECE_PARTS]; /* p NULL: not read yet */
  unsigned whole;                /* bits of parts that were read before, and their sums fitted */
} aln_segment;

void aln_segment_free (aln_segment *g); /* what was read of it */
/* Where a piece is damaged. */
typedef struct aln_wrong {
  int64_t segment;
  const char *part;
  int64_t at;
} aln_wrong;

void aln_segment_slots (aln_status *st, int *rc, aln_store *s, aln_segment *g, aln_wrong *w);
void aln_segment_part (aln_status *st, int *rc, aln_store *s, aln_segment *g, aln_piece_part p,
                       aln_wrong *w);
/* The bytes of one article's part. */
static inline aln_slice aln_segment_bytes (const aln_segment *g, aln_piece_part p, uint32_t slot) {
  uint32_t from = g->slots[slot].at[p];
  return (aln_slice){g->part[p].p + from, g->slots[slot + 1].at[p] - from};
}

/* Postings of the terms of one piece, one after another. */
typedef struct aln_lists {
  aln_unpack bytes;
  uint32_t term; /* of the list just given */
} aln_lists;
typedef struct aln_list {
  aln_unpack bytes;
  uint32_t slot, body, other; /* of the posting just given */
} aln_list;
int aln_lists_next (aln_lists *l, aln_list *out);  /* 0: no more, or bytes.bad */
int aln_list_next (aln_list *l, uint32_t n_slots); /* the same */

/* Puts the articles of a segment that are still in it behind those of the builder. */
void aln_builder_absorb (aln_status *st, int *rc, aln_store *s, aln_builder *b, aln_segment *g,
                         aln_wrong *w);
/* The same with the articles of another builder. */
void aln_builder_append (aln_status *st, aln_builder *b, const aln_builder *more);
/* Writes all of it as segment number 'segment'; 'terms': the greatest number of a word. */
void aln_builder_write (aln_status *st, int *rc, aln_store *s, aln_builder *b, int64_t segment,
                        uint32_t terms);
void aln_segment_drop (int *rc, aln_store *s, int64_t segment);
/* Takes the article in 'slot' out; the segment goes with its last article. */
void aln_segment_forget (aln_status *st, int *rc, aln_store *s, aln_segment *g, uint32_t slot);

#pragma GCC visibility pop

#endif
