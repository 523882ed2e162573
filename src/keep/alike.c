/* alike.c: in: an article, or words. Out: the articles of a selection that are most like it.
   Cosine of weights (1 + ln tf) ln (N / df) of the words of the body. The words that weigh most lead to
   candidates by their postings; those that share most are then compared in full. */
#include "words.h"

#include <math.h>

#define LEADS 40u       /* words whose articles are looked up */
#define CANDIDATES 400u /* articles that are compared in full */
#define SHOWN 8u        /* words shown */

typedef struct likeness {
  aln_stream *r;
  const uint32_t *map;
  uint32_t terms;
  const aln_total *totals;
  double articles;  /* of the selection */
  double *query;    /* [term] weight */
  aln_numbers mine; /* terms of the query */
  double norm;
} likeness;

static double weight (const likeness *w, uint32_t term, uint32_t count) {
  uint32_t df = w->totals[term].articles;
  if (count == 0 || df == 0) return 0;
  return (1 + log (count)) * log (w->articles / df);
}

/* Counts of an article's body by term; 'mine' lists each once. */
static void count_body (aln_status *st, const likeness *w, aln_cursor *c, uint32_t *counts,
                        aln_numbers *mine, aln_arena *a) {
  const aln_span *runs;
  uint32_t n = aln_cursor_runs (st, c, ALN_SCOPE_BODY, &runs);
  for (uint32_t k = 0; k < n; k++)
    for (uint32_t i = runs[k].from; i < runs[k].to && *st == ALN_OK; i++) {
      uint32_t t = w->map[c->terms[i]];
      if (counts[t]++ == 0) {
        uint32_t *at = ALN_ADD (st, a, mine);
        if (at) *at = t;
      }
    }
}

static void count_text (aln_status *st, const likeness *w, const aln_slice *text, uint32_t words,
                        uint32_t *counts, aln_numbers *mine, aln_arena *a) {
  for (uint32_t i = 0; i < words && *st == ALN_OK; i++) {
    uint32_t t = aln_stream_number (w->r, ALN_LAYER_FOLDED, text[i]);
    if (t && counts[t]++ == 0) {
      uint32_t *at = ALN_ADD (st, a, mine);
      if (at) *at = t;
    }
  }
}

static void weigh (likeness *w, const uint32_t *counts) {
  for (uint32_t i = 0; i < w->mine.n; i++) {
    double v = weight (w, w->mine.at[i], counts[w->mine.at[i]]);
    w->query[w->mine.at[i]] = v;
    w->norm += v * v;
  }
  w->norm = sqrt (w->norm);
}

/* -- candidates ----------------------------------------------------------------------------------- */

static int by_weight (const void *context, uint32_t x, uint32_t y) {
  const likeness *w = context;
  uint32_t a = w->mine.at[x], b = w->mine.at[y];
  if (w->query[a] != w->query[b]) return w->query[a] > w->query[b] ? -1 : 1;
  return aln_words_compare (aln_stream_term (w->r, ALN_LAYER_FOLDED, a),
                            aln_stream_term (w->r, ALN_LAYER_FOLDED, b));
}

typedef struct scored {
  int64_t n;
  double score;
  uint32_t shared[SHOWN], n_shared;
} scored;
typedef ALN_LIST (scored) scores;

static int by_score (const void *context, uint32_t x, uint32_t y) {
  const scored *list = context;
  if (list[x].score != list[y].score) return list[x].score > list[y].score ? -1 : 1;
  return (list[x].n > list[y].n) - (list[x].n < list[y].n);
}

/* The articles that share the heaviest words, with what these give. */
static void candidates (aln_status *st, likeness *w, const aln_bits *which, int64_t not_this,
                        scores *out, aln_arena *a) {
  uint32_t n = w->mine.n, *order = aln_arena_get (st, a, ((size_t)n + 1) * sizeof *order);
  double *score = aln_arena_get (st, a, (size_t)which->end * sizeof *score + 1);
  if (*st != ALN_OK) return;
  for (uint32_t i = 0; i < n; i++) order[i] = i;
  aln_order (st, order, n, by_weight, w);
  for (uint32_t i = 0; i < n && i < LEADS && *st == ALN_OK; i++) {
    uint32_t term = w->mine.at[order[i]];
    aln_postings found = {NULL, 0, 0};
    if (w->query[term] <= 0) break;
    aln_stream_postings (st, w->r, which, &term, 1, a, &found);
    for (uint32_t k = 0; k < found.n; k++)
      if (found.at[k].body && found.at[k].n != not_this)
        score[found.at[k].n] += w->query[term] * weight (w, term, found.at[k].body);
  }
  for (int64_t k = 0; k < which->end && *st == ALN_OK; k++) {
    scored *at = score[k] > 0 ? ALN_ADD (st, a, out) : NULL;
    if (at) *at = (scored){k, score[k], {0}, 0};
  }
}

/* -- in full -------------------------------------------------------------------------------------- */

static double share_of (const likeness *w, const uint32_t *counts, uint32_t term) {
  return w->query[term] * weight (w, term, counts[term]);
}

/* Puts a term among the words that give most, in order. */
static void note_shared (const likeness *w, const uint32_t *counts, uint32_t term, scored *s) {
  uint32_t i = s->n_shared < SHOWN ? s->n_shared++ : SHOWN;
  double share = share_of (w, counts, term);
  for (; i > 0; i--) {
    double above = share_of (w, counts, s->shared[i - 1]);
    if (above > share ||
        (above == share &&
         aln_words_compare (aln_stream_term (w->r, ALN_LAYER_FOLDED, s->shared[i - 1]),
                            aln_stream_term (w->r, ALN_LAYER_FOLDED, term)) < 0))
      break;
    if (i < SHOWN) s->shared[i] = s->shared[i - 1];
  }
  if (i < SHOWN) s->shared[i] = term;
}

static void compare (aln_status *st, const likeness *w, aln_cursor *c, uint32_t *counts,
                     scored *s) {
  aln_arena room = ALN_ARENA_EMPTY;
  aln_numbers terms = {NULL, 0, 0};
  double dot = 0, norm = 0;
  s->score = 0;
  if (!aln_cursor_seek (st, c, s->n)) return;
  count_body (st, w, c, counts, &terms, &room);
  for (uint32_t i = 0; i < terms.n; i++) {
    uint32_t t = terms.at[i];
    double v = weight (w, t, counts[t]);
    norm += v * v;
    if (w->query[t] <= 0) continue;
    dot += w->query[t] * v;
    note_shared (w, counts, t, s);
  }
  for (uint32_t i = 0; i < terms.n; i++) counts[terms.at[i]] = 0;
  if (norm > 0 && w->norm > 0) s->score = dot / sqrt (norm) / w->norm;
  aln_arena_free (&room);
}

static void add_row (aln_status *st, aln_frame *f, const likeness *w, const aln_tags *tags,
                     const scored *s) {
  aln_frame_add_row (st, f);
  aln_tags_set (st, f, tags, s->n);
  aln_frame_set_real (st, f, 3, s->score);
  aln_frame_set_list (st, f, 4);
  for (uint32_t i = 0; i < s->n_shared; i++)
    aln_frame_add_item (st, f, 4, aln_stream_term (w->r, ALN_LAYER_FOLDED, s->shared[i]));
}

/* The best of them by publication and id where they are alike. */
typedef struct ranking {
  const scored *list;
  const aln_tags *tags;
} ranking;

static int by_likeness (const void *context, uint32_t x, uint32_t y) {
  const ranking *k = context;
  if (k->list[x].score != k->list[y].score) return k->list[x].score > k->list[y].score ? -1 : 1;
  return aln_tags_compare (k->tags, k->list[x].n, k->list[y].n);
}

static void rank (aln_status *st, aln_store *s, const aln_asked *q, likeness *w, uint32_t *counts,
                  scores *found, aln_frame *frame, aln_arena *a) {
  uint32_t *order = aln_arena_get (st, a, ((size_t)found->n + 1) * sizeof *order), n = found->n;
  aln_cursor *c = aln_cursor_open (st, w->r, NULL);
  aln_tags tags;
  ranking k = {found->at, &tags};
  aln_tags_open (st, s, &tags);
  aln_tags_order (st, s, &tags);
  if (*st == ALN_OK) {
    for (uint32_t i = 0; i < n; i++) order[i] = i;
    aln_order (st, order, n, by_score, found->at);
    if (n > CANDIDATES) n = CANDIDATES;
    for (uint32_t i = 0; i < n; i++) compare (st, w, c, counts, &found->at[order[i]]);
    aln_order (st, order, n, by_likeness, &k);
    for (uint32_t i = 0; i < n && i < q->limit && *st == ALN_OK; i++)
      if (found->at[order[i]].score > 0) add_row (st, frame, w, &tags, &found->at[order[i]]);
  }
  aln_cursor_close (c);
}

static void open_query (aln_status *st, likeness *w, int64_t n, const aln_slice *text,
                        uint32_t words, uint32_t *counts, aln_arena *a) {
  aln_cursor *c;
  if (n == 0) count_text (st, w, text, words, counts, &w->mine, a);
  else {
    c = aln_cursor_open (st, w->r, NULL);
    if (aln_cursor_seek (st, c, n)) count_body (st, w, c, counts, &w->mine, a);
    aln_cursor_close (c);
  }
  if (*st != ALN_OK) return;
  weigh (w, counts);
  for (uint32_t i = 0; i < w->mine.n; i++) counts[w->mine.at[i]] = 0;
}

aln_status aln_list_similar (aln_store *s, const aln_asked *q, int64_t n, const aln_slice *text,
                             uint32_t words, aln_frame **out, aln_fault *f) {
  static const char *const names[] = {"id", "published", "source", "similarity", "words", NULL};
  aln_arena a = ALN_ARENA_EMPTY;
  aln_stream *r;
  likeness w;
  scores found = {NULL, 0, 0};
  const aln_bits *which;
  uint32_t *counts;
  aln_frame *frame;
  aln_status st = aln_stream_open (s, &r, f);
  if (st != ALN_OK) return st;
  memset (&w, 0, sizeof w);
  frame = aln_words_frame (&st, names);
  which = aln_stream_select (&st, r, q->which);
  w.r = r;
  w.terms = aln_stream_terms (r, ALN_LAYER_FOLDED);
  w.map = aln_stream_map (r, ALN_LAYER_FOLDED);
  w.totals = aln_stream_totals (&st, r, which, 0, &a);
  w.articles = which ? (double)which->count : 0;
  w.query = aln_arena_get (&st, &a, ((size_t)w.terms + 1) * sizeof *w.query);
  counts = aln_arena_get (&st, &a, ((size_t)w.terms + 1) * sizeof *counts);
  if (st == ALN_OK) open_query (&st, &w, n, text, words, counts, &a);
  if (st == ALN_OK && which) candidates (&st, &w, which, n, &found, &a);
  if (st == ALN_OK) rank (&st, s, q, &w, counts, &found, frame, &a);
  st = aln_words_give (st, r, frame, out, f);
  aln_arena_free (&a);
  return st;
}
