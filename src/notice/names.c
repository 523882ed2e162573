/* names.c: in: the tokens of a name. Out: its words, and whether two names agree (names.h). */
#include "names.h"

#include "../base/fold.h"

aln_name_kinds aln_name_kinds_of (const aln_lexicon *x) {
  return (aln_name_kinds){aln_lexicon_kind (x, ALN_LIT ("family_names")),
                          aln_lexicon_kind (x, ALN_LIT ("honorifics")),
                          aln_lexicon_kind (x, ALN_LIT ("ranks"))};
}

static uint32_t match (const aln_article *a, uint32_t from, uint32_t to, aln_kind kind,
                       aln_row *row) {
  if (!kind || from >= to || !a->tokens.at[from].word) return 0;
  return aln_lexicon_longest (a->lexicon, a->tokens.at + from, to - from, kind, row);
}

static int stands (const aln_article *a, aln_row row, aln_slice where) {
  return aln_same (aln_lexicon_get (a->lexicon, row, ALN_LIT ("place")), where);
}

uint32_t aln_name_titles (const aln_article *a, const aln_name_kinds *k, uint32_t from, uint32_t to,
                          aln_row *rank) {
  uint32_t i = from, len = 1;
  while (len && i < to) {
    aln_row row;
    len = match (a, i, to, k->ranks, &row);
    if (len && rank) *rank = row;
    if (!len) {
      len = match (a, i, to, k->honorifics, &row);
      if (len && !stands (a, row, ALN_LIT ("before"))) len = 0;
    }
    i += len;
  }
  return i - from;
}

static int is_hyphen (const aln_article *a, uint32_t i) {
  const aln_token *t = &a->tokens.at[i];
  return t->kind == ALN_TOKEN_MARK && a->text.p[t->from] == '-';
}

static int is_behind (const aln_article *a, const aln_name_kinds *k, uint32_t i) { /* Jr., III */
  aln_row row;
  return match (a, i, i + 1, k->honorifics, &row) && stands (a, row, ALN_LIT ("behind"));
}

/* Does a family name come first? The table says it of the word; "Seon-ho" or at most two words must
   follow, so that "Lee Harvey Oswald Jr" of four words stays western. */
static int begins_with_family (const aln_article *a, const aln_name_kinds *k, uint32_t from,
                               uint32_t to) {
  uint32_t words = 0, hyphens = 0;
  if (to - from < 2 || match (a, from, from + 1, k->family, NULL) != 1) return 0;
  for (uint32_t i = from; i < to; i++) {
    words += a->tokens.at[i].kind == ALN_TOKEN_WORD;
    hyphens += (uint32_t)is_hyphen (a, i);
  }
  return words >= 2 && words <= (hyphens ? 4u : 3u);
}

static void add_word (aln_name *w, aln_slice text, int joined) {
  char folded[ALN_NAME_WORD - 1];
  size_t n = aln_fold (text, folded, sizeof folded), have = 0;
  if (!n) return;
  if (joined && w->n) have = strlen (w->at[w->n - 1]);
  else if (w->n == ALN_NAME_WORDS) return;
  else w->n++;
  if (have + n >= ALN_NAME_WORD) n = ALN_NAME_WORD - 1 - have;
  memcpy (w->at[w->n - 1] + have, folded, n);
  w->at[w->n - 1][have + n] = '\0';
}

aln_name aln_name_read (const aln_article *a, const aln_name_kinds *k, uint32_t from, uint32_t to) {
  aln_name w;
  int first = begins_with_family (a, k, from, to), joined = 0;
  memset (&w, 0, sizeof w);
  for (uint32_t i = from; i < to; i++) {
    const aln_token *t = &a->tokens.at[i];
    if (is_hyphen (a, i)) joined = 1;
    if (t->kind != ALN_TOKEN_WORD || is_behind (a, k, i)) continue;
    add_word (&w, aln_cut (a->text, (aln_span){t->from, t->to}), joined || (first && w.n == 2));
    joined = 0;
  }
  w.family_first = first && w.n >= 2;
  w.family = w.family_first || w.n == 0 ? 0 : w.n - 1;
  return w;
}

static int holds_all (const aln_name *all, const aln_name *some) {
  for (uint32_t i = 0; i < some->n; i++) {
    uint32_t j = 0;
    while (j < all->n && strcmp (all->at[j], some->at[i]) != 0) j++;
    if (j == all->n) return 0;
  }
  return 1;
}

static size_t without_stop (const char *s) {
  size_t n = strlen (s);
  return n && s[n - 1] == '.' ? n - 1 : n;
}

static int same_given (const aln_name *a, const aln_name *b) {
  const char *x = a->at[a->family_first ? 1 : 0], *y = b->at[b->family_first ? 1 : 0];
  size_t n = without_stop (x), m = without_stop (y), least = n < m ? n : m;
  if (least == 1) return x[0] == y[0];             /* an initial */
  return least >= 3 && strncmp (x, y, least) == 0; /* Dan, Daniel */
}

int aln_name_agrees (const aln_name *a, const aln_name *b) {
  if (holds_all (a, b) || holds_all (b, a)) return 1;
  if (strcmp (a->at[a->family], b->at[b->family]) != 0) return 0;
  return a->family_first == b->family_first && same_given (a, b);
}
