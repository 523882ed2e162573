/* hits.c: in: the tree of a query and the terms of a text. Out: where it is found.
   Every term of the text is looked up once among the words of the query; the places of each word
   then lead to the phrases, and the phrases to the tree. */
#include "query.h"

#include <stdlib.h>

typedef struct finder {
  const aln_terms *terms;
  aln_arena *a;
  aln_slice *words; /* of the query, each once, sorted */
  uint32_t n_words;
  uint32_t *ids;       /* of each term: 1 + its place in 'words', 0: not in the query */
  uint32_t *by_word;   /* numbers of terms, grouped by word */
  uint32_t *group;     /* by_word[group[w] .. group[w + 1]) */
  aln_starts *phrases; /* by number */
} finder;

static int order (const void *a, const void *b) {
  const aln_slice *x = a, *y = b;
  int c = memcmp (x->p, y->p, x->n < y->n ? x->n : y->n);
  return c ? c : (x->n > y->n) - (x->n < y->n);
}

static void count (const aln_query *q, uint32_t *words, uint32_t *phrases) {
  for (; q; q = q->next) {
    *words += q->n_words;
    *phrases += q->kind == ALN_QUERY_PHRASE;
    count (q->first, words, phrases);
  }
}

static void gather (finder *f, const aln_query *q) {
  for (; q; q = q->next) {
    for (uint32_t i = 0; i < q->n_words; i++) f->words[f->n_words++] = q->words[i].folded;
    gather (f, q->first);
  }
}

static uint32_t word_id (const finder *f, const aln_slice *w) {
  const aln_slice *at = bsearch (w, f->words, f->n_words, sizeof *w, order);
  return at ? (uint32_t)(at - f->words) + 1 : 0;
}

static void sort_words (finder *f) {
  uint32_t n = 0;
  qsort (f->words, f->n_words, sizeof *f->words, order);
  for (uint32_t i = 0; i < f->n_words; i++)
    if (n == 0 || !aln_same (f->words[n - 1], f->words[i])) f->words[n++] = f->words[i];
  f->n_words = n;
}

/* ids, and the terms grouped by word: two passes. */
static void look_up (finder *f) {
  for (uint32_t i = 0; i < f->terms->n; i++) {
    f->ids[i] = f->terms->at[i].folded.n ? word_id (f, &f->terms->at[i].folded) : 0;
    if (f->ids[i]) f->group[f->ids[i]]++;
  }
  for (uint32_t w = 1; w <= f->n_words; w++) f->group[w] += f->group[w - 1];
  for (uint32_t i = f->terms->n; i-- > 0;)
    if (f->ids[i]) f->by_word[--f->group[f->ids[i]]] = i;
  /* group[w] is now where word w (from 1) begins; the next word's beginning is its end */
}

static int begins (aln_slice whole, aln_slice part) {
  return whole.n >= part.n && memcmp (whole.p, part.p, part.n) == 0;
}

/* Words 'from' … of the phrase at term i. */
static int goes_on (const finder *f, const aln_query *q, uint32_t i) {
  if (f->terms->n - i < q->n_words) return 0;
  for (uint32_t k = 0; k < q->n_words; k++) {
    aln_slice is = f->terms->at[i + k].folded;
    if (q->prefix && k + 1 == q->n_words ? !begins (is, q->words[k].folded)
                                         : !aln_same (is, q->words[k].folded))
      return 0;
  }
  return 1;
}

static void add_place (aln_status *st, finder *f, uint32_t *cap, aln_starts *p, uint32_t i) {
  if (*st == ALN_OK && p->n == *cap)
    p->at = aln_list_grow (st, f->a, p->at, p->n, cap, sizeof *p->at);
  if (*st == ALN_OK) p->at[p->n++] = i;
}

static void find_phrase (aln_status *st, finder *f, const aln_query *q) {
  aln_starts *p = &f->phrases[q->number];
  uint32_t cap = 0, w, end;
  if (q->prefix && q->n_words == 1) {
    for (uint32_t i = 0; i < f->terms->n && *st == ALN_OK; i++)
      if (f->terms->at[i].folded.n && goes_on (f, q, i)) add_place (st, f, &cap, p, i);
    return;
  }
  w = word_id (f, &q->words[0].folded);
  end = f->group[w + 1];
  for (uint32_t k = f->group[w]; k < end && *st == ALN_OK; k++)
    if (goes_on (f, q, f->by_word[k])) add_place (st, f, &cap, p, f->by_word[k]);
}

static void find_phrases (aln_status *st, finder *f, const aln_query *q) {
  for (; q && *st == ALN_OK; q = q->next) {
    if (q->kind == ALN_QUERY_PHRASE) find_phrase (st, f, q);
    find_phrases (st, f, q->first);
  }
}

/* -- the tree ------------------------------------------------------------------------------------
 */

static void add_hit (aln_status *st, finder *f, aln_hits *out, uint32_t from, uint32_t to,
                     uint32_t number) {
  aln_hit *h = ALN_ADD (st, f->a, out);
  if (h) *h = (aln_hit){from, to, number};
}

static int phrase_hits (aln_status *st, finder *f, const aln_query *q, aln_hits *out) {
  const aln_starts *p = &f->phrases[q->number];
  for (uint32_t i = 0; i < p->n; i++)
    add_hit (st, f, out, p->at[i], p->at[i] + (p->length ? p->length[i] : q->n_words), q->number);
  return p->n > 0;
}

/* As FTS5: the words between the end of the first phrase and the beginning of the last are at most
   'near'. Every phrase has a cursor; those that lie too far back move on, until all are close. */
static int near_hits (aln_status *st, finder *f, const aln_query *q, aln_hits *out) {
  uint32_t n = 0, found = 0;
  uint32_t *cursor;
  for (const aln_query *c = q->first; c; c = c->next) n++;
  cursor = aln_arena_get (st, f->a, n * sizeof *cursor);
  while (*st == ALN_OK) {
    uint32_t last = 0, end = 0, first = UINT32_MAX, least = 0, i = 0;
    int moved = 0;
    for (const aln_query *c = q->first; c; c = c->next, i++) {
      const aln_starts *p = &f->phrases[c->number];
      if (cursor[i] >= p->n) return found > 0;
      if (p->at[cursor[i]] > last) last = p->at[cursor[i]];
    }
    i = 0;
    for (const aln_query *c = q->first; c; c = c->next, i++) {
      uint32_t at = f->phrases[c->number].at[cursor[i]];
      if ((uint64_t)at + c->n_words + q->near < last) cursor[i]++, moved = 1;
      if (at + c->n_words > end) end = at + c->n_words;
      if (at < first) first = at, least = i;
    }
    if (moved) continue;
    add_hit (st, f, out, first, end, q->first->number);
    found++;
    cursor[least]++;
  }
  return 0;
}

static int hits (aln_status *st, finder *f, const aln_query *q, aln_hits *out) {
  uint32_t before = out->n;
  int yes = q->kind == ALN_QUERY_OR ? 0 : 1;
  if (q->kind == ALN_QUERY_PHRASE) return phrase_hits (st, f, q, out);
  if (q->kind == ALN_QUERY_NEAR) return near_hits (st, f, q, out);
  for (const aln_query *c = q->first; c && *st == ALN_OK; c = c->next) {
    uint32_t mine = out->n;
    int found = hits (st, f, c, out);
    if (q->kind == ALN_QUERY_OR) yes |= found;
    else if (q->kind == ALN_QUERY_AND || c == q->first) yes &= found;
    else {
      yes &= !found;
      out->n = mine; /* what must not be there is no hit */
    }
  }
  if (!yes) out->n = before;
  return yes;
}

static int by_place (const void *a, const void *b) {
  const aln_hit *x = a, *y = b;
  if (x->from != y->from) return x->from < y->from ? -1 : 1;
  return (x->to < y->to) - (x->to > y->to); /* the longer first */
}

static void drop_inner (aln_hits *h) {
  uint32_t n = 0, end = 0;
  if (h->n) qsort (h->at, h->n, sizeof *h->at, by_place);
  for (uint32_t i = 0; i < h->n; i++) {
    if (h->at[i].to <= end) continue;
    end = h->at[i].to;
    h->at[n++] = h->at[i];
  }
  h->n = n;
}

void aln_query_hits (aln_status *st, const aln_query *q, const aln_terms *terms, aln_arena *a,
                     aln_hits *out) {
  finder f = {terms, a, NULL, 0, NULL, NULL, NULL, NULL};
  uint32_t words = 0, phrases = 0;
  count (q, &words, &phrases);
  f.words = aln_arena_get (st, a, (words + 1) * sizeof *f.words);
  f.phrases = aln_arena_get (st, a, (phrases + 1) * sizeof *f.phrases);
  f.group = aln_arena_get (st, a, ((size_t)words + 3) * sizeof *f.group);
  f.ids = aln_arena_get (st, a, ((size_t)terms->n + 1) * sizeof *f.ids);
  f.by_word = aln_arena_get (st, a, ((size_t)terms->n + 1) * sizeof *f.by_word);
  if (*st != ALN_OK) return;
  gather (&f, q);
  sort_words (&f);
  look_up (&f);
  f.group[f.n_words + 1] = 0;
  for (uint32_t i = 0; i < terms->n; i++) f.group[f.n_words + 1] += f.ids[i] > 0;
  find_phrases (st, &f, q);
  if (*st == ALN_OK) hits (st, &f, q, out);
  if (*st == ALN_OK) drop_inner (out);
}

void aln_query_join (aln_status *st, const aln_query *q, const aln_starts *phrases, aln_arena *a,
                     aln_hits *out) {
  finder f = {NULL, a, NULL, 0, NULL, NULL, NULL, NULL};
  aln_starts *mine;
  uint32_t words = 0, n = 0;
  count (q, &words, &n);
  mine = aln_arena_get (st, a, (n + 1) * sizeof *mine);
  if (*st != ALN_OK) return;
  if (n) memcpy (mine, phrases, n * sizeof *mine);
  f.phrases = mine;
  hits (st, &f, q, out);
  if (*st == ALN_OK) drop_inner (out);
}
