/* article.h: one article, from its bytes to blocks, sentences and tokens.

       raw bytes --clean.h--> clean UTF-8 --tokens.h--> tokens of the whole page
                 --layout.h--> blocks (what is headline, caption, paragraph, furniture …)
                 --compose----> text: every block but the boilerplate, white space evened out,
                                joined by blank lines; tokens and blocks moved to text positions
                 --sentences.h-> sentences

   Owns: one arena, freed at once. Borrows: 'raw' and what 'about' points to (they must outlive the
   article) and one reference of the lexicon. Positions: 'clean' spans are bytes of clean.text,
   'text' spans bytes of text; aln_article_raw leads text positions back to the input. Pure: same
   bytes, same about, same lexicon give the same article, on any thread. */
#ifndef ALN_ARTICLE_H
#define ALN_ARTICLE_H

#include "clean.h"
#include "sentences.h"

#pragma GCC visibility push(hidden)

#define ALN_READER_VERSION 2 /* rises when the same bytes may be read or kept differently */

typedef enum aln_block_kind {
  ALN_HEADLINE,
  ALN_BYLINE,
  ALN_DATELINE,
  ALN_CAPTION,
  ALN_CREDIT,
  ALN_SUBHEAD,
  ALN_PARAGRAPH,
  ALN_BOILERPLATE,
  ALN_BLOCK_KINDS
} aln_block_kind;

const char *aln_block_kind_name (aln_block_kind k); /* "headline", … */

typedef struct aln_block {
  aln_block_kind kind;
  aln_span clean; /* place in clean.text; begins and ends with a byte that is not white space */
  aln_span text;  /* place in text; empty for boilerplate */
  uint32_t tokens_from; /* its tokens: page tokens during layout, text tokens once composed */
  uint32_t tokens_to;
  aln_slice reason; /* boilerplate: why ("metadata", "share", …); else empty */
  const char *rule; /* the rule that said so; a static string */
} aln_block;

typedef struct aln_caption { /* a caption once, with its credit where there is one */
  uint32_t block;            /* index into blocks */
  aln_slice credit;
} aln_caption;

typedef struct aln_evidence { /* why the article is dated as it is */
  aln_slice says;             /* the words */
  aln_span clean;             /* their place in clean.text; empty: from 'about' */
  const char *bound;          /* "earliest", "latest", "both" */
  const char *rule;
  aln_slice grade; /* of the fact of the lexicon that was used; empty: none was */
  aln_span text;   /* the words' place in text, where they stand in a paragraph */
} aln_evidence;

typedef struct aln_about { /* what the caller knows; every slice may be empty */
  aln_slice published, source, url, id;
} aln_about;

typedef struct aln_article {
  aln_arena arena;
  aln_lexicon *lexicon;
  aln_slice raw;
  aln_clean clean;

  aln_slice text, body; /* body: see aln_article_body */
  aln_map text_map;     /* text -> clean.text */
  aln_tokens tokens;    /* of the page during layout, of text afterwards */
  uint64_t *kinds;      /* for each token of text what may begin there; made by notice/glance.h */
  ALN_LIST (aln_block) blocks;         /* source order; cover every byte that is not white space */
  aln_spans sentences;                 /* of text; none crosses a block */
  ALN_LIST (uint32_t) sentence_blocks; /* for each sentence its block */

  /* what layout read off the page; empty where the page does not say */
  aln_slice headline;           /* the headline block's text, or the title of the metadata */
  ALN_LIST (aln_slice) bylines; /* names, without "By" and titles of desks */
  struct {
    aln_slice place, date, agency; /* date: "2024-12-20", "XXXX-12-20" where no year is known */
  } dateline;
  aln_slice agency; /* canonical name of the wire or photo-free credit of the story: "Yonhap" */
  ALN_LIST (aln_caption) captions;
  aln_slice meta_published, meta_source, meta_url, meta_id,
      meta_language;          /* of front matter etc. */
  aln_span meta_published_at; /* place in clean.text */
  aln_span dateline_at;       /* place of the dateline that has the date, in clean.text */

  /* settled by article.c from 'about' and the page */
  char id[24];        /* where none is given: 20 hexadecimal digits */
  aln_slice given_id; /* of 'about' or the page; empty: aln_article_id makes one */
  aln_slice source, url;
  char published[11];            /* "YYYY-MM-DD" or "" */
  char earliest[11], latest[11]; /* where the day is not known; "": no such bound */
  const char *how; /* "metadata", "dateline", "unknown"; notice/dating.h: "stated", "inferred" */
  ALN_LIST (aln_evidence) evidence;
  ALN_LIST (aln_slice) conflicts; /* sentences for people */
  const char *language;           /* ISO 639-1, "und" where it cannot be told */
} aln_article;

/* On ALN_OK *out owns everything; otherwise *out is NULL and *f says why and where. */
aln_status aln_article_read (aln_slice raw, const aln_about *about, aln_lexicon *x,
                             aln_article **out, aln_fault *f);
void aln_article_free (aln_article *a); /* NULL is fine */

/* What the reader wants kept with each word of a lexicon, for aln_lexicon_seal. */
uint32_t aln_article_note (const aln_lexicon *x, aln_word word);

/* The id: the one given, or else one made of the bytes, source and url on first use, so that it does
   not depend on the order of adding. */
aln_slice aln_article_id (aln_article *a);

/* The paragraphs alone, joined by blank lines; made on first use, in the article's arena. */
aln_slice aln_article_body (aln_status *st, aln_article *a);

/* The bytes of 'raw' that a span of 'text' came from. */
aln_span aln_article_raw (const aln_article *a, aln_span text);

#pragma GCC visibility pop

#endif
