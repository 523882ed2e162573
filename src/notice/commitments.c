/* commitments.c: in: tokens and actors. Out: words of assurance (commitments.h). */
#include "commitments.h"

#include "glance.h"

#define NEAR_MOST 12u    /* tokens to either side in which the alliance must be named */
#define NEGATION_MOST 4u /* tokens before a word in which it is denied */
#define SPEAKER_MOST 60u /* tokens before a word in which its speaker stands */

typedef struct finder {
  const aln_article *a;
  const aln_token *t;
  const aln_people *p;
  const aln_parties *actors;
  aln_kind kind;
  uint32_t begin, end; /* tokens of the sentence */
} finder;

static inline aln_slice get (const finder *f, aln_row row, const char *key) {
  return aln_lexicon_get (f->a->lexicon, row, aln_slice_of (key));
}

static inline uint32_t match (const finder *f, uint32_t i, const char *field, aln_row *row) {
  uint32_t len = i < f->end ? aln_contact_word (f->a, f->kind, i, field, row) : 0;
  return i + len <= f->end ? len : 0;
}

static int is_quote_mark (const finder *f, uint32_t i) {
  aln_slice s = aln_cut (f->a->text, (aln_span){f->t[i].from, f->t[i].to});
  return f->t[i].kind == ALN_TOKEN_MARK &&
         (aln_same (s, ALN_LIT ("\"")) || aln_same (s, ALN_LIT ("\u201c")) ||
          aln_same (s, ALN_LIT ("'")) || aln_same (s, ALN_LIT ("\u2018")) ||
          aln_same (s, ALN_LIT ("''")) || aln_same (s, ALN_LIT ("``")));
}

/* Is the alliance, defence or an ally named nearby? */
static int is_near (const finder *f, uint32_t from, uint32_t to, const char *what) {
  uint32_t i = from > f->begin + NEAR_MOST ? from - NEAR_MOST : f->begin;
  uint32_t most = to + NEAR_MOST < f->end ? to + NEAR_MOST : f->end;
  aln_row row;
  for (; i < most; i++)
    if ((i < from || i >= to) && match (f, i, what, &row)) return 1;
  return 0;
}

static int is_negated (const finder *f, uint32_t from) {
  uint32_t i = from > f->begin + NEGATION_MOST ? from - NEGATION_MOST : f->begin;
  aln_row row;
  for (; i < from; i++)
    if (match (f, i, "negation", &row)) return 1;
  return 0;
}

/* What a word needs beside it: nothing, the alliance, the word that leads to it, or a mark of quotation. */
static int counts (const finder *f, aln_row row, uint32_t from, uint32_t to) {
  aln_slice needs = get (f, row, "needs");
  if (!needs.n) return 1;
  if (aln_same (needs, ALN_LIT ("quote"))) return from > f->begin && is_quote_mark (f, from - 1);
  return is_near (f, from, to, aln_same (needs, ALN_LIT ("ally")) ? "ally" : "theme");
}

/* The last person or body before the word that acts, in its sentence; else the first behind it. */
static aln_slice speaker_of (const finder *f, uint32_t from) {
  aln_slice best = {"", 0};
  uint32_t least = from > f->begin + SPEAKER_MOST ? from - SPEAKER_MOST : f->begin;
  for (uint32_t i = from; i > least; i--) {
    const aln_party *x;
    if (!f->actors->at[i - 1]) continue;
    x = &f->actors->list.at[f->actors->at[i - 1] - 1];
    i = x->from + 1;
    if (x->kind == ALN_PARTY_PERSON || x->kind == ALN_PARTY_POST) return x->name;
    if (x->kind == ALN_PARTY_BODY && !best.n) best = x->name;
  }
  return best;
}

static void read_sentence (aln_status *st, aln_arena *room, const finder *f, uint32_t block,
                           aln_commitments *out) {
  const uint64_t kinds = aln_lexicon_set (f->kind);
  uint32_t i = f->begin;
  while ((i = aln_next_of (f->a, i, f->end, kinds)) < f->end && *st == ALN_OK) {
    aln_row row = 0;
    uint32_t len = f->t[i].word ? match (f, i, "term", &row) : 0;
    aln_commitment *c;
    if (!len || !counts (f, row, i, i + len)) {
      i += len ? len : 1;
      continue;
    }
    c = ALN_ADD (st, room, out);
    if (!c) return;
    *c = (aln_commitment){{f->t[i].from, f->t[i + len - 1].to},
                          get (f, row, "term"),
                          get (f, row, "category"),
                          speaker_of (f, i),
                          is_negated (f, i),
                          block,
                          get (f, row, "needs").n ? "beside" : "word"};
    i += len;
  }
}

static int is_told (aln_block_kind k) {
  return k == ALN_PARAGRAPH || k == ALN_HEADLINE || k == ALN_SUBHEAD;
}

void aln_commitments_find (aln_status *st, aln_arena *room, const aln_article *a,
                           const aln_people *p, const aln_parties *actors, aln_commitments *out) {
  finder f = {.a = a, .t = a->tokens.at, .p = p, .actors = actors};
  f.kind = aln_lexicon_kind (a->lexicon, ALN_LIT ("commitments"));
  for (uint32_t s = 0; f.kind && s < a->sentences.n && *st == ALN_OK; s++) {
    f.begin = f.end;
    while (f.begin < a->tokens.n && f.t[f.begin].from < a->sentences.at[s].from) f.begin++;
    f.end = f.begin;
    while (f.end < a->tokens.n && f.t[f.end].from < a->sentences.at[s].to) f.end++;
    if (is_told (a->blocks.at[a->sentence_blocks.at[s]].kind))
      read_sentence (st, room, &f, a->sentence_blocks.at[s], out);
  }
}
