/* stream.h: the words of all articles as numbers, for finding and counting.

       dictionary   written form <-> number; its folded form; the stem of that
       streams      of each article: the numbers of its words in text order, where its sentences,
                    blocks and quotations begin and end, and what stands between the words
       postings     of each folded term: the articles that hold it, and how often

   In: a store and a selection. Out: numbers of articles, numbers of terms, places among the words of
   an article. A place is the number of a word in the article's text, from 0; spans of places are
   half-open. Words are those of terms.h; marks are none and have no place.

   A reading (aln_stream) is a snapshot: whatever other processes commit meanwhile, dictionary,
   streams, postings and selection belong together until it is closed. One thread; one reading after
   another, or one inside another; nothing may be written to the store meanwhile.

   Sticky in *st; the reading keeps what went wrong, and aln_stream_close tells it:

       st = aln_stream_open (s, &r, f);
       if (st != ALN_OK) return st;
       which = aln_stream_select (&st, r, selection);
       c = aln_cursor_open (&st, r, which);
       while (aln_cursor_next (&st, c)) …
       aln_cursor_close (c);
       return aln_stream_close (st, r, f);                                                       */
#ifndef ALN_STREAM_H
#define ALN_STREAM_H

#include "store.h"
#include "terms.h"

#pragma GCC visibility push(hidden)

typedef struct aln_stream aln_stream;

/* What waits for the index goes there first. */
aln_status aln_stream_open (aln_store *s, aln_stream **out, aln_fault *f);
/* Ends a reading that came to 'st': returns 'st', and fills *f where it is not ALN_OK. */
aln_status aln_stream_close (aln_status st, aln_stream *r, aln_fault *f);
/* For what the caller finds wrong; the first failure counts. */
void aln_stream_fail (aln_status *st, aln_stream *r, aln_status why, const char *text);

/* A question that is about to take so much memory says so: what is kept of the streams is as much less,
   until the reading ends. */
void aln_stream_spare (aln_stream *r, size_t bytes);

/* -- dictionary -----------------------------------------------------------------------------------
   Numbers begin at 1; 0 is no term. Written and folded terms share one space of numbers (a folded
   term is a term that is its own folded form); every other layer has its own. */
typedef enum aln_layer {
  ALN_LAYER_WRITTEN, /* as it stands in the text */
  ALN_LAYER_FOLDED,
  ALN_LAYER_STEM,
  ALN_LAYER_ENTITY, /* has no dictionary: see aln_stream_names */
  ALN_LAYERS
} aln_layer;

typedef ALN_LIST (uint32_t) aln_numbers;

uint32_t aln_stream_terms (const aln_stream *r, aln_layer l); /* the greatest number */
aln_slice aln_stream_term (const aln_stream *r, aln_layer l, uint32_t number);
uint32_t aln_stream_number (const aln_stream *r, aln_layer l, aln_slice text); /* 0: not there */
/* [written number] -> number in layer 'l', terms + 1 items. NULL for WRITTEN (it is itself) and for
   ENTITY (names are spans, see aln_cursor). */
const uint32_t *aln_stream_map (const aln_stream *r, aln_layer l);
/* Appends the numbers of the terms that a pattern with * and ? covers, rising. The pattern is compared
   as it is: fold it first for FOLDED and STEM. */
void aln_stream_glob (aln_status *st, const aln_stream *r, aln_layer l, aln_slice pattern,
                      aln_arena *a, aln_numbers *out);

/* The names (aln_entity_at) that stand for @KR or @"Kim Seon-ho": all of a side (its countries, capitals
   that stand for it), or of the person, body or place that is called so, whatever the spelling. Rising. */
void aln_stream_names (aln_status *st, aln_stream *r, aln_slice text, aln_arena *a,
                       aln_numbers *out);
/* -- selections -----------------------------------------------------------------------------------
   Numbers of articles as bits. Kept by the store until the file changes; do not free. */
typedef struct aln_bits {
  uint64_t *words;
  int64_t end;   /* numbers are below it */
  int64_t count; /* how many are in it */
} aln_bits;

static inline int aln_bits_has (const aln_bits *b, int64_t n) {
  return n >= 0 && n < b->end && (b->words[n >> 6] >> (n & 63) & 1);
}

/* NULL 'which': every article that counts. NULL on failure. */
const aln_bits *aln_stream_select (aln_status *st, aln_stream *r, const aln_select *which);

/* -- articles with their words ----------------------------------------------------------------------
   Everything a cursor shows is good until it moves. */
typedef struct aln_stream_block {
  aln_block_kind kind;
  aln_span sentences; /* indices into 'sentences' */
  aln_span places;
} aln_stream_block;

typedef struct aln_entity_at { /* a name of a person, body or place */
  uint32_t name; /* twice the number of its form (table `form`), plus 1 where it names its side */
  aln_span places;
} aln_entity_at;

typedef struct aln_cursor {
  int64_t n;             /* number of the article */
  const uint32_t *terms; /* written numbers */
  uint32_t tokens;       /* how many */
  const aln_span
      *sentences; /* places; every place is in one (the n-th is article.sentences[n + 1]) */
  uint32_t n_sentences;
  const aln_stream_block *blocks; /* every place is in one; no boilerplate */
  uint32_t n_blocks;
} aln_cursor;

/* Before the first article of the selection; 'which' may be NULL: every article that counts. */
aln_cursor *aln_cursor_open (aln_status *st, aln_stream *r, const aln_bits *which);
void aln_cursor_close (aln_cursor *c); /* NULL is fine */
/* The next article in order of number; 0: no more. Asks now and then whether to stop. */
int aln_cursor_next (aln_status *st, aln_cursor *c);
/* Article n, whether it is in the selection or not; 0: it has no stream. Quickest when n rises. */
int aln_cursor_seek (aln_status *st, aln_cursor *c, int64_t n);
/* Of the article, read when they are asked for: places of direct quotations, and names, in order. How
   many. */
uint32_t aln_cursor_quotes (aln_status *st, aln_cursor *c, const aln_span **out);
uint32_t aln_cursor_names (aln_status *st, aln_cursor *c, const aln_entity_at **out);
/* The places within a scope, as spans none of which crosses a block (windows, n-grams and phrases end
   where a span does): *out. How many. */
uint32_t aln_cursor_runs (aln_status *st, aln_cursor *c, aln_scope scope, const aln_span **out);
/* Bytes of the article's text (0-based, half-open). */
aln_span aln_cursor_bytes (aln_status *st, aln_cursor *c, aln_span places);
aln_span aln_cursor_sentence_bytes (aln_status *st, aln_cursor *c, uint32_t sentence);
/* The text of a block, and in *from the byte at which it begins; good until the next call. */
aln_slice aln_cursor_block (aln_status *st, aln_cursor *c, uint32_t block, uint32_t *from);
/* The article's text, made of the stream alone; good until the cursor moves. */
aln_slice aln_cursor_text (aln_status *st, aln_cursor *c);

/* -- articles without their words -------------------------------------------------------------------
 */
typedef struct aln_posting {
  int64_t n;
  uint32_t body, other; /* how often: in paragraphs, elsewhere in the text */
} aln_posting;
typedef ALN_LIST (aln_posting) aln_postings;

/* The articles of the selection that hold one of these folded terms, by number, counts added up. */
void aln_stream_postings (aln_status *st, aln_stream *r, const aln_bits *which,
                          const uint32_t *folded, uint32_t n, aln_arena *a, aln_postings *out);
/* The articles of the selection that may hold one of these names, by number; body and other are 1. */
void aln_stream_naming (aln_status *st, aln_stream *r, const aln_bits *which, const uint32_t *names,
                        uint32_t n, aln_arena *a, aln_postings *out);
/* Every article of the selection with the number of its words. */
void aln_stream_lengths (aln_status *st, aln_stream *r, const aln_bits *which, aln_arena *a,
                         aln_postings *out);

/* Of every folded term, how often it stands in the body (or, 'text': anywhere in the text) of the
   selection, and in how many of its articles. */
typedef struct aln_total {
  uint64_t count;
  uint32_t articles;
} aln_total;
/* aln_stream_terms (r, ALN_LAYER_FOLDED) + 1 items, by number. */
const aln_total *aln_stream_totals (aln_status *st, aln_stream *r, const aln_bits *which, int text,
                                    aln_arena *a);

#pragma GCC visibility pop

#endif
