/* article.c: in: bytes and what is known about them. Out: an article, by way of every step of
 * read/. */
#include "article.h"

#include "../base/digest.h"
#include "../base/mem.h"
#include "compose.h"
#include "dating.h"
#include "language.h"
#include "layout.h"
#include "page.h"
#include "tokens.h"

/* Bytes of the first chunk for a byte of news: what reading takes, about. */
#define ARENA_SHARE 16u

static const char *const kind_names[ALN_BLOCK_KINDS] = {
    "headline", "byline", "dateline", "caption", "credit", "subhead", "paragraph", "boilerplate"};

const char *aln_block_kind_name (aln_block_kind k) { return kind_names[k]; }

static void split_sentences (aln_status *st, aln_article *a) {
  for (uint32_t i = 0; i < a->blocks.n; i++) {
    const aln_block *b = &a->blocks.at[i];
    if (b->kind == ALN_BOILERPLATE) continue;
    aln_sentences (st, &a->arena, a->text, a->tokens.at, b->tokens_from, b->tokens_to, a->lexicon,
                   &a->sentences);
    while (*st == ALN_OK && a->sentence_blocks.n < a->sentences.n) {
      uint32_t *block = ALN_ADD (st, &a->arena, &a->sentence_blocks);
      if (block) *block = i;
    }
  }
}

static void settle_headline (aln_article *a) { /* as 'text' has it: white space evened out */
  for (uint32_t i = 0; i < a->blocks.n; i++)
    if (a->blocks.at[i].kind == ALN_HEADLINE) {
      a->headline = aln_cut (a->text, a->blocks.at[i].text);
      return;
    }
}

static void settle (aln_status *st, aln_article *a, const aln_about *about) {
  a->source = about->source.n ? about->source : a->meta_source;
  a->url = about->url.n ? about->url : a->meta_url;
  a->language = aln_language (a->text, &a->tokens, a->lexicon);
  settle_headline (a);
  a->given_id = about->id.n ? about->id : a->meta_id;
  aln_dating (st, a, about);
}

aln_status aln_article_read (aln_slice raw, const aln_about *about, aln_lexicon *x,
                             aln_article **out, aln_fault *f) {
  aln_article *a = aln_alloc (sizeof *a);
  aln_status st;
  *out = NULL;
  if (!a) return aln_fail (f, ALN_ENOMEM, ALN_NOWHERE, "%s", aln_status_text (ALN_ENOMEM));
  memset (a, 0, sizeof *a);
  a->lexicon = aln_lexicon_hold (x);
  a->raw = raw;
  a->arena.first = raw.n * ARENA_SHARE;
  st = aln_clean_bytes (raw, &a->arena, &a->clean, f);
  if (st == ALN_OK) {
    aln_tokenize (&st, &a->arena, a->clean.text, x, &a->tokens);
    aln_layout (&st, a);
    aln_compose (&st, a);
    split_sentences (&st, a);
    settle (&st, a, about);
    if (st != ALN_OK) aln_fail (f, st, ALN_NOWHERE, "%s", aln_status_text (st));
  }
  if (st == ALN_OK) *out = a;
  else aln_article_free (a);
  return st;
}

void aln_article_free (aln_article *a) {
  if (!a) return;
  aln_lexicon_drop (a->lexicon);
  aln_arena_free (&a->arena);
  aln_free (a);
}

aln_span aln_article_raw (const aln_article *a, aln_span text) {
  return aln_map_back (&a->clean.map, aln_map_back (&a->text_map, text));
}

aln_slice aln_article_id (aln_article *a) {
  aln_digest d;
  if (a->given_id.n) return a->given_id;
  aln_digest_begin (&d);
  aln_digest_field (&d, a->raw);
  aln_digest_field (&d, a->source);
  aln_digest_field (&d, a->url);
  aln_digest_hex (&d, a->id, 16);
  return a->given_id = aln_slice_of (a->id);
}

aln_slice aln_article_body (aln_status *st, aln_article *a) {
  char *p = a->body.p ? NULL : aln_arena_get (st, &a->arena, a->text.n + 1);
  size_t n = 0;
  if (!p) return a->body;
  for (uint32_t i = 0; i < a->blocks.n; i++) {
    aln_slice s = aln_cut (a->text, a->blocks.at[i].text);
    if (a->blocks.at[i].kind != ALN_PARAGRAPH) continue;
    if (n) {
      p[n++] = '\n';
      p[n++] = '\n';
    }
    memcpy (p + n, s.p, s.n);
    n += s.n;
  }
  return a->body = (aln_slice){p, n};
}

uint32_t aln_article_note (const aln_lexicon *x, aln_word word) {
  return aln_page_signs_of (x, word);
}
