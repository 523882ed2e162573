/* terms.h: the words by which articles are found: folded tokens that are no marks.
   One function decides what a word is, for the index, for queries and for hits in a text.
   In: text and tokens. Out: terms in text order, a break between two blocks. */
#ifndef ALN_TERMS_H
#define ALN_TERMS_H

#include "../read/article.h"
#include "index.h"

#pragma GCC visibility push(hidden)

#define ALN_TERM_MAX 1024u /* bytes of a folded word; longer ones cannot be found */

typedef struct aln_term {
  aln_slice folded; /* empty: a break */
  aln_span at;      /* bytes of the text */
} aln_term;

typedef ALN_LIST (aln_term) aln_terms;

/* The folded form of what stands in a text as one word, in 'out' (ALN_TERM_MAX bytes): its length, 0
   where it has none. */
size_t aln_term_fold_word (aln_slice word, char *out);
/* The folded form of a token in 'out' (ALN_TERM_MAX bytes): its length, 0 where it is no word. */
size_t aln_term_fold (aln_slice text, const aln_token *t, char *out);

/* What the index is given for one column: terms joined by spaces, blocks by " ALN_BREAK ". */
typedef struct aln_entry_text {
  aln_buf column[ALN_COLUMNS];
} aln_entry_text;

void aln_entry_free (aln_entry_text *e);

/* Adds a block of 'kind' with 'text' to its column. The words are cut from 'text' alone, without a
   lexicon: so the same bytes and blocks give the same entry, whatever lexicon is at hand. */
void aln_entry_block (aln_status *st, aln_entry_text *e, aln_arena *a, aln_slice kind,
                      aln_slice text);
/* The same with words that are cut already, as aln_tokenize would without a lexicon. */
void aln_entry_words (aln_status *st, aln_entry_text *e, aln_slice kind, aln_slice text,
                      const aln_tokens *tokens);
int64_t aln_entry_sum (const aln_entry_text *e, unsigned columns); /* bits: 1 << column */

typedef enum aln_scope {
  ALN_SCOPE_BODY,
  ALN_SCOPE_HEADLINE,
  ALN_SCOPE_TEXT,
  ALN_SCOPE_QUOTES
} aln_scope;

aln_column aln_column_of (aln_slice kind); /* of a block's kind; not for boilerplate */

/* The terms of an article within a scope (not QUOTES, which only streams know). */
void aln_terms_of (aln_status *st, const aln_article *a, aln_scope scope, aln_arena *room,
                   aln_terms *out);
/* The terms of any text, without breaks. */
void aln_terms_cut (aln_status *st, aln_slice text, const aln_lexicon *x, aln_arena *room,
                    aln_terms *out);

/* A word that is asked for: as it is written, and folded. */
typedef struct aln_asked_word {
  aln_slice written, folded;
} aln_asked_word;
typedef ALN_LIST (aln_asked_word) aln_asked_words;

/* The words of a query or pattern, cut as texts are; but 's that stands alone is the word that it is
   behind a name (lists of words have it so). 'wild': * and ? are letters of a word. */
void aln_terms_asked (aln_status *st, aln_slice text, const aln_lexicon *x, int wild,
                      aln_arena *room, aln_asked_words *out);

#pragma GCC visibility pop

#endif
