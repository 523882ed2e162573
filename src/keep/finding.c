/* finding.c: in: patterns or a query. Out: articles with matches.
   A single phrase is a pattern. Any other query is looked for among the words of each article that its
   phrases allow (hits.c). */
#include "finding.h"

typedef struct aln_finding {
  aln_stream *r;
  aln_scope scope;
  const aln_bits *which;
  aln_patterns *patterns; /* NULL: the query */
  const aln_query *query;
  const uint32_t *folded;
  aln_postings articles; /* candidates */
  int every;             /* every article of the selection is one */
  int exact;             /* their counts are all that is wanted */
  uint32_t at;           /* the next candidate */
  aln_arena room;        /* of one article */
} aln_finding;

/* -- candidates -----------------------------------------------------------------------------------
 */

static aln_patterns *pattern_of (aln_status *st, aln_stream *r, const aln_query *q, aln_arena *a) {
  aln_slice *words = aln_arena_get (st, a, ((size_t)q->n_words + 1) * sizeof *words);
  aln_pattern one = {words, q->n_words};
  if (!words) return NULL;
  for (uint32_t i = 0; i < q->n_words; i++) words[i] = q->words[i];
  if (q->prefix && q->n_words) {
    aln_slice *last = &words[q->n_words - 1];
    char *text = aln_arena_get (st, a, last->n + 1);
    if (!text) return NULL;
    memcpy (text, last->p, last->n);
    text[last->n] = '*';
    *last = (aln_slice){text, last->n + 1};
  }
  return aln_patterns_new (st, r, &one, 1, 0, a);
}

/* Two lists by number, joined. */
static void unite (aln_status *st, aln_arena *a, aln_postings *into, const aln_postings *more) {
  aln_postings all = {NULL, 0, 0};
  uint32_t i = 0, k = 0;
  while ((i < into->n || k < more->n) && *st == ALN_OK) {
    int left = k == more->n || (i < into->n && into->at[i].n <= more->at[k].n);
    aln_posting p = left ? into->at[i] : more->at[k], *at = ALN_ADD (st, a, &all);
    if (at) *at = p;
    if (left && k < more->n && more->at[k].n == p.n) k++;
    if (left) i++;
    else k++;
  }
  *into = all;
}

/* 0: every article can satisfy it. */
static int candidates (aln_status *st, aln_finding *f, const aln_query *q, aln_arena *a,
                       aln_postings *out) {
  int found = 0, exact;
  if (q->kind == ALN_QUERY_PHRASE) {
    aln_patterns *p = pattern_of (st, f->r, q, a);
    return p && aln_patterns_articles (st, f->r, p, f->which, a, out, &exact);
  }
  for (const aln_query *part = q->first; part && *st == ALN_OK; part = part->next) {
    aln_postings own = {NULL, 0, 0};
    int some = candidates (st, f, part, a, &own);
    if (q->kind == ALN_QUERY_OR) {
      if (!some) return 0;
      unite (st, a, out, &own);
      found = 1;
    } else if (some && (!found || own.n < out->n)) {
      *out = own;
      found = 1;
    }
    if (q->kind == ALN_QUERY_NOT) break; /* the others take away only */
  }
  return found;
}

aln_find *aln_find_open (aln_status *st, aln_stream *r, const aln_wanted *w, aln_scope scope,
                         const aln_bits *which, int places, aln_arena *a) {
  aln_find *out = aln_arena_get (st, a, sizeof *out);
  aln_finding *f = aln_arena_get (st, a, sizeof *f);
  if (!out || !f) return NULL;
  out->inside = f;
  *f = (aln_finding){r,   scope, which, NULL, w->query,       aln_stream_map (r, ALN_LAYER_FOLDED),
                     {0}, 0,     0,     0,    ALN_ARENA_EMPTY};
  if (w->query && w->query->kind != ALN_QUERY_PHRASE)
    f->every = !candidates (st, f, w->query, a, &f->articles);
  else {
    f->patterns = w->query ? pattern_of (st, r, w->query, a)
                           : aln_patterns_new (st, r, w->patterns, w->n, w->written, a);
    if (f->patterns)
      f->every = !aln_patterns_articles (st, r, f->patterns, which, a, &f->articles, &f->exact);
  }
  if (f->every || places || (scope != ALN_SCOPE_BODY && scope != ALN_SCOPE_TEXT)) f->exact = 0;
  if (!f->exact) out->cursor = aln_cursor_open (st, r, which);
  return out;
}

void aln_find_close (aln_find *f) {
  if (!f) return;
  aln_arena_free (&f->inside->room);
  aln_cursor_close (f->cursor);
}

/* -- matches --------------------------------------------------------------------------------------
 */

/* The words of the runs as terms, breaks between; places[i] is the place of term i. */
static void terms_of (aln_status *st, aln_finding *f, const aln_find *o, aln_terms *terms,
                      uint32_t **places) {
  uint32_t n = 0;
  *places =
      aln_arena_get (st, &f->room, ((size_t)o->cursor->tokens + o->n_runs + 1) * sizeof **places);
  for (uint32_t r = 0; r < o->n_runs && *st == ALN_OK; r++) {
    for (uint32_t i = o->runs[r].from; i < o->runs[r].to && *st == ALN_OK; i++) {
      aln_term *t = ALN_ADD (st, &f->room, terms);
      if (t) {
        t->folded = aln_stream_term (f->r, ALN_LAYER_FOLDED, f->folded[o->cursor->terms[i]]);
        (*places)[n++] = i;
      }
    }
    (void)ALN_ADD (st, &f->room, terms); /* zeroed: a break */
    n++;
  }
}

static void query_matches (aln_status *st, aln_finding *f, aln_find *o) {
  aln_terms terms = {NULL, 0, 0};
  aln_hits hits = {NULL, 0, 0};
  uint32_t *places;
  terms_of (st, f, o, &terms, &places);
  if (*st == ALN_OK) aln_query_hits (st, f->query, &terms, &f->room, &hits);
  for (uint32_t i = 0; i < hits.n && *st == ALN_OK; i++) {
    aln_pattern_match *m = ALN_ADD (st, &f->room, &o->matches);
    if (m)
      *m = (aln_pattern_match){{places[hits.at[i].from], places[hits.at[i].to - 1] + 1},
                               hits.at[i].phrase};
  }
}

static void match (aln_status *st, aln_find *o) {
  aln_finding *f = o->inside;
  aln_arena_free (&f->room);
  o->matches = (aln_pattern_matches){NULL, 0, 0};
  o->n = o->cursor->n;
  o->n_runs = aln_cursor_runs (st, o->cursor, f->scope, &o->runs);
  if (f->patterns)
    aln_patterns_all (st, f->patterns, o->cursor, o->runs, o->n_runs, &f->room, &o->matches);
  else query_matches (st, f, o);
  o->count = o->matches.n;
}

/* The cursor goes to the next candidate; 0: no more. */
static int advance (aln_status *st, aln_find *o) {
  aln_finding *f = o->inside;
  if (f->every) return aln_cursor_next (st, o->cursor);
  while (f->at < f->articles.n && *st == ALN_OK)
    if (aln_cursor_seek (st, o->cursor, f->articles.at[f->at++].n)) return *st == ALN_OK;
  return 0;
}

int aln_find_next (aln_status *st, aln_find *o) {
  aln_finding *f;
  if (*st != ALN_OK) return 0;
  f = o->inside;
  while (f->exact && f->at < f->articles.n) {
    const aln_posting *p = &f->articles.at[f->at++];
    o->n = p->n;
    o->count = f->scope == ALN_SCOPE_BODY ? p->body : p->body + p->other;
    if (o->count) return 1;
  }
  if (f->exact) return 0;
  while (advance (st, o)) {
    match (st, o);
    if (o->count && *st == ALN_OK) return 1;
  }
  return 0;
}
