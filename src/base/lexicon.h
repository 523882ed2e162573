/* lexicon.h: an immutable set of phrases over folded words, shared by all threads.

   A *row* is what an analyst wrote in lua/alliance/lexicon/: named fields (text) under a *kind*
   (the name of the table). A *phrase* is a sequence of folded words that leads to rows; several
   phrases may lead to one row (aliases), several rows may share a phrase ("NSC").

       phrases:  root --south--> n1 --korea--> n2 [entry: row 7] --'s--> ...
       entry:    {row, flags, next entry of the same phrase}
       row:      {kind, fields: key=value, ...}

   Built once (new, add_row, add_phrase, seal), then never changed; aln_lexicon_hold / _drop count
   references atomically, the last drop frees it. All slices it gives live as long as it does. */
#ifndef ALN_LEXICON_H
#define ALN_LEXICON_H

#include "letters.h"
#include "limits.h"
#include "token.h"

#pragma GCC visibility push(hidden)

typedef struct aln_lexicon aln_lexicon;
typedef uint32_t aln_row;  /* 1-based; 0: none */
typedef uint16_t aln_kind; /* 1-based; 0: none, or any kind */
typedef uint32_t aln_node; /* a place in the trie; ALN_ROOT to begin, 0: no such phrase */
#define ALN_ROOT 1u
#define ALN_WORD_NUMBER 1u /* the word "{n}" of a phrase: any number stands there */

enum {
  ALN_ENTRY_CASE = 1
}; /* the phrase counts only when written with capitals as in the lexicon */

typedef struct aln_entry {
  aln_row row;
  uint32_t next;  /* index of the next entry of the same phrase, 0: none */
  uint16_t flags; /* ALN_ENTRY_* */
  aln_kind kind;  /* of the row */
} aln_entry;

/* -- building ------------------------------------------------------------------------------- */
aln_lexicon *aln_lexicon_new (aln_status *st); /* one reference, the caller's */
aln_row aln_lexicon_add_row (aln_status *st, aln_lexicon *x, aln_slice kind);
/* The fields of a row come before its phrases. */
void aln_lexicon_add_field (aln_status *st, aln_lexicon *x, aln_row row, aln_slice key,
                            aln_slice value);
/* 'words' are folded (fold.h). "{n}" stands for any number. At most ALN_PHRASE_MAX words. */
void aln_lexicon_add_phrase (aln_status *st, aln_lexicon *x, aln_row row, const aln_slice *words,
                             uint32_t n, uint32_t flags);
/* The weights of the tagger (notice/tagger.h), copied; a lexicon without them has none. */
void aln_lexicon_set_model (aln_status *st, aln_lexicon *x, aln_slice model);
/* What notice/dates.h makes of its rules, once; copied, and as well aligned. */
void aln_lexicon_set_dates (aln_status *st, aln_lexicon *x, aln_slice rules);
/* The last step. 'hash': 40 hexadecimal digits that tell this lexicon from others; 'notes': what is
   kept with each word (read/page.h) and each row (notice/notice.h), so that fields which are asked for
   at every other word are read but once. */
typedef struct aln_lexicon_notes {
  uint32_t (*word) (const aln_lexicon *x, aln_word word);
  uint16_t (*row) (const aln_lexicon *x, aln_row row);
} aln_lexicon_notes;
void aln_lexicon_seal (aln_status *st, aln_lexicon *x, const char hash[41],
                       aln_lexicon_notes notes);
aln_lexicon *aln_lexicon_hold (aln_lexicon *x);
void aln_lexicon_drop (aln_lexicon *x); /* NULL is fine */

/* -- asking (any thread) ---------------------------------------------------------------------- */
const char *aln_lexicon_hash (const aln_lexicon *x);
aln_slice aln_lexicon_model (const aln_lexicon *x);                 /* empty: none */
aln_slice aln_lexicon_dates (const aln_lexicon *x);                 /* empty: none */
aln_word aln_lexicon_word (const aln_lexicon *x, aln_slice folded); /* 0: unknown */
/* The same for the reader's loop, of ASCII as written. */
aln_word aln_lexicon_word_ascii (const aln_lexicon *x, aln_slice ascii);
aln_kind aln_lexicon_kind (const aln_lexicon *x, aln_slice name);  /* 0: no row of that kind */
uint16_t aln_lexicon_row_note (const aln_lexicon *x, aln_row row); /* see aln_lexicon_seal */
aln_kind aln_lexicon_row_kind (const aln_lexicon *x, aln_row row);
aln_slice aln_lexicon_kind_name (const aln_lexicon *x, aln_kind kind);

/* What tells most fields' names apart, as a number; the bit of such a number in a set of keys. */
static inline uint32_t aln_lexicon_code (aln_slice key) {
  const unsigned char *p = (const unsigned char *)key.p;
  if (key.n == 0) return 0;
  return (uint32_t)key.n << 24 | (uint32_t)p[0] << 16 | (uint32_t)p[key.n / 2] << 8 | p[key.n - 1];
}
static inline uint64_t aln_lexicon_key_bit (uint32_t code) {
  return UINT64_C (1) << (code * 0xB882CD01u >> 26); /* parts the rare names from the common ones */
}
aln_slice aln_lexicon_field (const aln_lexicon *x, aln_row row, aln_slice key, uint32_t code);
static inline aln_slice aln_lexicon_get (const aln_lexicon *x, aln_row row, aln_slice key) {
  return aln_lexicon_field (x, row, key, aln_lexicon_code (key)); /* empty: no such field */
}

/* -- the trie ---------------------------------------------------------------------------------
   Sets of kinds have a bit a kind: what is not in a set is certainly not there; kinds past 62 share
   a bit, so that what is in it is only likely. */

static inline uint64_t aln_lexicon_bit (aln_kind kind) { /* of 0 (any): every bit */
  return kind == 0 ? UINT64_MAX : UINT64_C (1) << (kind < 63 ? kind : 63);
}
static inline uint64_t aln_lexicon_set (aln_kind kind) { /* of 0 (no such table): none */
  return kind == 0 ? 0 : aln_lexicon_bit (kind);
}

#define ALN_WORD_HEAD 12u
typedef struct aln_beginning { /* a word; word 0 begins nothing. As long as a line of a cache */
  uint64_t kinds, alone;       /* of phrases that begin with it; that are this word and no more */
  uint64_t keys;               /* of the fields of their rows */
  aln_node node;               /* the first step of such a phrase, 0: none */
  uint32_t note;               /* see aln_lexicon_seal */
  aln_slice text;              /* folded */
  uint32_t hash;
  char head[ALN_WORD_HEAD]; /* its first letters: most words are no longer */
} aln_beginning;

#define ALN_LEXICON_HASHES                                                                         \
  65536u                       /* 8 KB: most words of an article that are not here are told by it */
typedef struct aln_trie {      /* what every aln_lexicon begins with */
  const aln_beginning *begins; /* for each word */
  uint32_t *slots, mask;       /* the numbers of words by their hashes, eight bits of these above */
  uint64_t hashes[ALN_LEXICON_HASHES / 64]; /* a bit for each class of hashes that a word has */
} aln_trie;

#define ALN_LEXICON_NUMBER(slot) ((slot) & (ALN_LEXICON_MAX - 1))
#define ALN_LEXICON_MAY_BE(slot, hash) ((((slot) ^ (hash)) & ~(ALN_LEXICON_MAX - 1)) == 0)

static inline int aln_lexicon_has_hash (const aln_trie *t, uint32_t hash) {
  return t->hashes[hash % ALN_LEXICON_HASHES / 64] >> hash % 64 & 1;
}

/* The word of 1 to 8 letters in lower case, as one number (letters.h), for the reader's loop. */
static inline aln_word aln_lexicon_word_few (const aln_lexicon *x, uint64_t letters, size_t n) {
  const aln_trie *t = (const aln_trie *)(const void *)x;
  const uint32_t hash = (uint32_t)aln_letters_mix (n, letters);
  uint32_t slot;
  if (!aln_lexicon_has_hash (t, hash)) return 0;
  for (uint32_t i = hash & t->mask; (slot = t->slots[i]); i = (i + 1) & t->mask) {
    const aln_beginning *w = &t->begins[ALN_LEXICON_NUMBER (slot)];
    if (ALN_LEXICON_MAY_BE (slot, hash) && w->text.n == n && aln_eight (w->head) == letters)
      break; /* what is behind its letters is 0 */
  }
  return ALN_LEXICON_NUMBER (slot);
}

static inline const aln_beginning *aln_lexicon_begin (const aln_lexicon *x, aln_word word) {
  return &((const aln_trie *)(const void *)x)->begins[word];
}

/* One step through the trie; 0 where no phrase goes on so. 'word' may be ALN_WORD_NUMBER. */
aln_node aln_lexicon_step (const aln_lexicon *x, aln_node at, aln_word word);
/* The same for phrases of the kinds of a set: 0 where none of them goes on so. */
aln_node aln_lexicon_step_of (const aln_lexicon *x, aln_node at, aln_word word, uint64_t kinds);
/* The kinds that have a phrase ending at this node. */
uint64_t aln_lexicon_ends (const aln_lexicon *x, aln_node at);
/* The first entry whose phrase ends here (index for aln_lexicon_entry), 0: none. */
uint32_t aln_lexicon_entries (const aln_lexicon *x, aln_node at);
const aln_entry *aln_lexicon_entry (const aln_lexicon *x, uint32_t entry);
/* The first row of 'kind' (0: any) whose phrase ends here, 0: none. */
aln_row aln_lexicon_first (const aln_lexicon *x, aln_node at, aln_kind kind);

/* The longest phrase of 'kind' (0: any) that begins at t[0], within n tokens. Returns its number of
   tokens (0: none) and, in *row, its first row of that kind. A number stands for "{n}" too. */
uint32_t aln_lexicon_walk (const aln_lexicon *x, const aln_token *t, uint32_t n, aln_kind kind,
                           aln_row *row);
static inline uint32_t aln_lexicon_longest (const aln_lexicon *x, const aln_token *t, uint32_t n,
                                            aln_kind kind, aln_row *row) {
  const aln_beginning *b;
  if (n == 0) return 0;
  b = aln_lexicon_begin (x, t->word); /* most words begin no phrase of the kind */
  if (t->kind != ALN_TOKEN_NUMBER && !((n == 1 ? b->alone : b->kinds) & aln_lexicon_bit (kind)))
    return 0;
  return aln_lexicon_walk (x, t, n, kind, row);
}

/* The same where the row has the field 'key'; 0 where it has not. */
static inline uint32_t aln_lexicon_longest_with (const aln_lexicon *x, const aln_token *t,
                                                 uint32_t n, aln_kind kind, aln_slice key,
                                                 aln_row *row) {
  const uint32_t code = aln_lexicon_code (key);
  uint32_t len = 0;
  if (t->kind == ALN_TOKEN_NUMBER ||
      (aln_lexicon_begin (x, t->word)->keys & aln_lexicon_key_bit (code)))
    len = aln_lexicon_longest (x, t, n, kind, row);
  return len && aln_lexicon_field (x, *row, key, code).n ? len : 0;
}

#pragma GCC visibility pop

#endif
