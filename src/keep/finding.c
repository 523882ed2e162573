/* finding.c: in: patterns or a query. Out: articles with matches.
   A single phrase is a pattern. The places of other queries and of sequences are found by locate.c, all
   at once. */
#include "finding.h"

typedef struct aln_finding {
  aln_stream *r;
  aln_scope scope;
  const aln_bits *which;
  aln_patterns *patterns; /* NULL: the places */
  aln_places places;      /* of a query or sequence */
  aln_postings articles;  /* candidates */
  int every;              /* every article of the selection is one */
  int exact;              /* their counts are all that is wanted */
  uint32_t at;            /* the next candidate */
  aln_arena room;         /* of one article */
} aln_finding;

/* -- candidates -----------------------------------------------------------------------------------
 */

static aln_patterns *pattern_of (aln_status *st, aln_stream *r, const aln_query *q, aln_arena *a) {
  aln_slice *words = aln_arena_get (st, a, ((size_t)q->n_words + 1) * sizeof *words);
  aln_pattern one = {words, q->n_words};
  if (!words) return NULL;
  for (uint32_t i = 0; i < q->n_words; i++) words[i] = q->words[i].folded;
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

/* Is it one phrase of folded words? */
static int is_folded (const aln_query *q) {
  return q->kind == ALN_QUERY_PHRASE && !q->name.n && !(q->as & (ALN_QUERY_CASE | ALN_QUERY_STEM));
}

aln_find *aln_find_open (aln_status *st, aln_stream *r, const aln_wanted *w, aln_scope scope,
                         const aln_bits *which, int places, aln_arena *a) {
  aln_find *out = aln_arena_get (st, a, sizeof *out);
  aln_finding *f = aln_arena_get (st, a, sizeof *f);
  if (!out || !f) return NULL;
  out->inside = f;
  *f = (aln_finding){r, scope, which, NULL, {NULL, 0, 0}, {NULL, 0, 0}, 0, 0, 0, ALN_ARENA_EMPTY};
  if (w->sequence) aln_sequence_find (st, r, which, scope, w->sequence, a, &f->places);
  else if (w->query && !is_folded (w->query))
    aln_query_find (st, r, which, scope, w->query, a, &f->places);
  else {
    f->patterns = w->query ? pattern_of (st, r, w->query, a)
                           : aln_patterns_new (st, r, w->patterns, w->n, w->written, a);
    if (f->patterns)
      f->every = !aln_patterns_articles (st, r, f->patterns, which, a, &f->articles, &f->exact);
  }
  if (f->every || places || (scope != ALN_SCOPE_BODY && scope != ALN_SCOPE_TEXT)) f->exact = 0;
  if (places || (f->patterns && !f->exact)) out->cursor = aln_cursor_open (st, r, which);
  return out;
}

void aln_find_close (aln_find *f) {
  if (!f) return;
  aln_arena_free (&f->inside->room);
  aln_cursor_close (f->cursor);
}

/* -- matches --------------------------------------------------------------------------------------
 */

/* The places of the next article; 0: no more. */
static int next_places (aln_status *st, aln_find *o) {
  aln_finding *f = o->inside;
  if (f->at >= f->places.n) return 0;
  aln_arena_free (&f->room);
  o->matches = (aln_pattern_matches){NULL, 0, 0};
  o->n = f->places.at[f->at].n;
  o->count = 0;
  for (; f->at < f->places.n && f->places.at[f->at].n == o->n && *st == ALN_OK; f->at++) {
    aln_pattern_match *m = o->cursor ? ALN_ADD (st, &f->room, &o->matches) : NULL;
    if (m) *m = (aln_pattern_match){f->places.at[f->at].places, 0};
    o->count++;
  }
  if (!o->cursor) return *st == ALN_OK;
  if (!aln_cursor_seek (st, o->cursor, o->n)) return 0;
  o->n_runs = aln_cursor_runs (st, o->cursor, f->scope, &o->runs);
  return *st == ALN_OK;
}

static void match (aln_status *st, aln_find *o) {
  aln_finding *f = o->inside;
  aln_arena_free (&f->room);
  o->matches = (aln_pattern_matches){NULL, 0, 0};
  o->n = o->cursor->n;
  o->n_runs = aln_cursor_runs (st, o->cursor, f->scope, &o->runs);
  aln_patterns_all (st, f->patterns, o->cursor, o->runs, o->n_runs, &f->room, &o->matches);
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
  if (!f->patterns) return next_places (st, o);
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
