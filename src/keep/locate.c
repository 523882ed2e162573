/* locate.c: in: a pattern and a selection. Out: the places where it stands.
   Postings say which articles can hold it. There, every word becomes a set of bits, the elements of the
   pattern that it meets; the pattern itself is a row of states, one for each word that it may cover,
   and goes through the words as a set of states (Thompson 1968, "Regular expression search
   algorithm"): one step a word, whatever the pattern. */
#include "sequence.h"

#include <stdlib.h>

#define REACH 4096u /* words that a hit with names can cover */
#define SETS 5u     /* 64-bit words of a set of states: ALN_SEQUENCE_MAX and the last */

typedef struct states {
  uint64_t of[SETS];
} states;

typedef struct met { /* a name that elements take */
  aln_span places;
  uint64_t elements;
} met;
typedef ALN_LIST (met) aln_list_of_names;

struct aln_locator {
  aln_status *st;
  aln_stream *r;
  const aln_sequence *q;
  aln_scope scope;
  aln_arena *a, *room; /* of the answer; of the search */
  aln_places *out;
  uint64_t *masks[ALN_LAYERS]; /* by number: the elements it meets; NULL: none in that layer */
  uint64_t *meets;             /* by written number: the elements it meets, all told */
  uint64_t negated, always;    /* elements */
  uint8_t *alone; /* by written number: it is a hit; not NULL: the pattern takes one word */
  states *of;     /* by element: its states */
  states *reach;  /* by state: it, and what is reached from it without a word */
  uint32_t n_states, width; /* words of a set in use */
  uint64_t begins;          /* elements with which a hit can begin */
  const uint32_t *terms;    /* of the article */
  uint64_t *words;          /* by place: the elements that the word meets */
  uint32_t cap;
  aln_numbers *names;    /* by element: those that it takes; NULL: no element takes names */
  uint64_t named;        /* elements that take names */
  aln_list_of_names met; /* of the article: names that an element takes */
  states *sets;          /* by place of a run, from the beginning of the hit */
  uint32_t n_sets;
};
typedef aln_locator finder;

/* -- terms -----------------------------------------------------------------------------------------
 */

static void value_numbers (aln_status *st, aln_stream *r, const aln_value *v, aln_arena *a,
                           aln_numbers *out) {
  uint32_t number, *n;
  if (v->wild) {
    aln_stream_glob (st, r, v->layer, v->text, a, out);
    return;
  }
  number = aln_stream_number (r, v->layer, v->text);
  n = number ? ALN_ADD (st, a, out) : NULL;
  if (n) *n = number;
}

static int by_value (const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

static void add_number (aln_status *st, aln_arena *a, aln_numbers *out, uint32_t number) {
  uint32_t *n = ALN_ADD (st, a, out);
  if (n) *n = number;
}

/* The folded forms of all words of one stem. */
static void family (aln_status *st, aln_stream *r, uint32_t stem, aln_arena *a, aln_numbers *out) {
  const uint32_t *stems = aln_stream_map (r, ALN_LAYER_STEM),
                 *folded = aln_stream_map (r, ALN_LAYER_FOLDED);
  for (uint32_t i = 1; i <= aln_stream_terms (r, ALN_LAYER_WRITTEN); i++)
    if (stems[i] == stem) add_number (st, a, out, folded[i]);
}

void aln_sequence_terms (aln_status *st, aln_stream *r, const aln_value *values, aln_arena *a,
                         aln_numbers *out) {
  const uint32_t *folded = aln_stream_map (r, ALN_LAYER_FOLDED);
  uint32_t n = 0;
  for (const aln_value *v = values; v; v = v->next) {
    aln_numbers numbers = {NULL, 0, 0};
    value_numbers (st, r, v, a, &numbers);
    for (uint32_t i = 0; i < numbers.n && *st == ALN_OK; i++)
      if (v->layer == ALN_LAYER_STEM) family (st, r, numbers.at[i], a, out);
      else add_number (st, a, out, folded[numbers.at[i]]);
  }
  if (out->n) qsort (out->at, out->n, sizeof *out->at, by_value);
  for (uint32_t i = 0; i < out->n; i++)
    if (n == 0 || out->at[n - 1] != out->at[i]) out->at[n++] = out->at[i];
  out->n = n;
}

/* -- the pattern as states ---------------------------------------------------------------------------
 */

static void set_bit (states *s, uint32_t i) { s->of[i / 64] |= (uint64_t)1 << i % 64; }

static void mark_names (finder *w, const aln_value *v, uint64_t bit) {
  if (!w->names) {
    w->names = aln_arena_get (w->st, w->room, ALN_SEQUENCE_ELEMENTS * sizeof *w->names);
    w->sets = aln_arena_get (w->st, w->room, REACH * sizeof *w->sets);
  }
  if (*w->st != ALN_OK) return;
  w->named |= bit;
  aln_stream_names (w->st, w->r, v->text, w->room, &w->names[__builtin_ctzll (bit)]);
}

static void mark_values (finder *w, const aln_element *e, uint64_t bit) {
  for (const aln_value *v = e->values; v && *w->st == ALN_OK; v = v->next) {
    aln_numbers numbers = {NULL, 0, 0};
    uint64_t **mask = &w->masks[v->layer];
    if (v->layer == ALN_LAYER_ENTITY) {
      mark_names (w, v, bit);
      continue;
    }
    if (!*mask)
      *mask = aln_arena_get (w->st, w->room,
                             ((size_t)aln_stream_terms (w->r, v->layer) + 1) * sizeof **mask);
    value_numbers (w->st, w->r, v, w->room, &numbers);
    for (uint32_t i = 0; i < numbers.n && *w->st == ALN_OK; i++) (*mask)[numbers.at[i]] |= bit;
  }
}

static void make_states (finder *w, char *skips) {
  for (uint32_t e = 0; e < w->q->elements.n; e++) {
    const aln_element *element = &w->q->elements.at[e];
    uint64_t bit = (uint64_t)1 << e;
    for (uint32_t k = 0; k < element->most; k++) {
      skips[w->n_states] = k >= element->least;
      set_bit (&w->of[e], w->n_states++);
    }
    if (!element->values) w->always |= bit;
    else if (element->negated) w->negated |= bit;
    mark_values (w, element, bit);
  }
}

/* From the last on: a state that may be skipped reaches what the next one reaches. */
static void make_reach (finder *w, const char *skips) {
  for (uint32_t s = w->n_states + 1; s-- > 0;) {
    if (s < w->n_states && skips[s]) w->reach[s] = w->reach[s + 1];
    set_bit (&w->reach[s], s);
  }
  for (uint32_t e = 0; e < w->q->elements.n; e++)
    for (uint32_t i = 0; i < SETS; i++)
      if (w->reach[0].of[i] & w->of[e].of[i]) w->begins |= (uint64_t)1 << e;
}

/* What a written word meets, in one table: every word of every article is looked up in it. */
static void make_meets (finder *w) {
  const uint64_t *written = w->masks[ALN_LAYER_WRITTEN], *folded = w->masks[ALN_LAYER_FOLDED],
                 *stems = w->masks[ALN_LAYER_STEM];
  const uint32_t *fold = aln_stream_map (w->r, ALN_LAYER_FOLDED),
                 *stem = aln_stream_map (w->r, ALN_LAYER_STEM);
  uint32_t terms = aln_stream_terms (w->r, ALN_LAYER_WRITTEN);
  w->meets = aln_arena_raw (w->st, w->room, ((size_t)terms + 1) * sizeof *w->meets);
  for (uint32_t t = 1; t <= terms && *w->st == ALN_OK; t++) {
    uint64_t m = folded ? folded[fold[t]] : 0;
    if (written) m |= written[t];
    if (stems) m |= stems[stem[t]];
    w->meets[t] = (m ^ w->negated) | w->always;
  }
}

/* The same in a byte a word, which stays in the cache. */
static void make_alone (finder *w) {
  uint32_t terms = aln_stream_terms (w->r, ALN_LAYER_WRITTEN);
  w->alone = aln_arena_get (w->st, w->room, (size_t)terms + 1);
  for (uint32_t t = 1; t <= terms && *w->st == ALN_OK; t++) w->alone[t] = w->meets[t] != 0;
}

static void compile (finder *w) {
  char skips[ALN_SEQUENCE_MAX + 1] = {0};
  w->of = aln_arena_get (w->st, w->room, (w->q->elements.n + 1) * sizeof *w->of);
  w->reach = aln_arena_get (w->st, w->room, (ALN_SEQUENCE_MAX + 1) * sizeof *w->reach);
  if (*w->st != ALN_OK) return;
  make_states (w, skips);
  w->width = w->n_states / 64 + 1;
  make_reach (w, skips);
  make_meets (w);
  if (w->n_states == 1 && w->q->elements.at[0].least == 1 && !w->named) make_alone (w);
}

/* -- one run of words --------------------------------------------------------------------------------
 */

/* The states after a word that meets 'elements'. */
static int step (const finder *w, states *now, uint64_t elements) {
  states allowed = {{0}}, next = {{0}};
  uint64_t some = 0, carry = 0;
  for (; elements; elements &= elements - 1) {
    const states *of = &w->of[__builtin_ctzll (elements)];
    for (uint32_t i = 0; i < w->width; i++) allowed.of[i] |= of->of[i];
  }
  for (uint32_t i = 0; i < w->width; i++) {
    uint64_t both = now->of[i] & allowed.of[i], moved = both << 1 | carry;
    carry = both >> 63;
    for (; moved; moved &= moved - 1) {
      const states *reach = &w->reach[i * 64 + (uint32_t)__builtin_ctzll (moved)];
      for (uint32_t k = 0; k < w->width; k++) next.of[k] |= reach->of[k];
    }
  }
  for (uint32_t i = 0; i < w->width; i++) some |= next.of[i];
  *now = next;
  return some != 0;
}

/* The end of the shortest hit that begins at 'from'; 0: none does. */
static uint32_t hit_from (const finder *w, uint32_t from, uint32_t to) {
  states now = w->reach[0];
  for (uint32_t i = from; i < to; i++) {
    if (!step (w, &now, w->words[i])) return 0;
    if (now.of[w->n_states / 64] >> w->n_states % 64 & 1) return i + 1;
  }
  return 0;
}

/* -- names ----------------------------------------------------------------------------------------
   A name is one step over all its words: where a pattern takes names, there is a set of states for each
   place that a hit has come to. */

static void reach_place (finder *w, uint32_t place, const states *more) {
  if (place >= w->n_sets) {
    uint32_t n = w->n_sets;
    if (place >= REACH) return; /* no name is so long */
    w->n_sets = place + 1;
    memset (w->sets + n, 0, (w->n_sets - n) * sizeof *w->sets);
  }
  for (uint32_t k = 0; k < w->width; k++) w->sets[place].of[k] |= more->of[k];
}

static void step_names (finder *w, uint32_t from, uint32_t at, uint32_t to, uint32_t *k) {
  while (*k < w->met.n && w->met.at[*k].places.from < at) ++*k;
  for (uint32_t i = *k; i < w->met.n && w->met.at[i].places.from == at; i++) {
    states now = w->sets[at - from];
    if (w->met.at[i].places.to <= to && step (w, &now, w->met.at[i].elements))
      reach_place (w, w->met.at[i].places.to - from, &now);
  }
}

static uint32_t hit_with_names (finder *w, uint32_t from, uint32_t to, uint32_t k) {
  w->n_sets = 0;
  reach_place (w, 0, &w->reach[0]);
  for (uint32_t i = from; i < to && i - from < w->n_sets; i++) {
    states now = w->sets[i - from];
    if (now.of[w->n_states / 64] >> w->n_states % 64 & 1) return i;
    step_names (w, from, i, to, &k);
    if (step (w, &now, w->words[i])) reach_place (w, i + 1 - from, &now);
  }
  if (to - from >= w->n_sets) return 0;
  return w->sets[to - from].of[w->n_states / 64] >> w->n_states % 64 & 1 ? to : 0;
}

static void add_place (finder *w, int64_t n, uint32_t from, uint32_t to) {
  aln_place *p = ALN_ADD (w->st, w->a, w->out);
  if (p) *p = (aln_place){n, {from, to}};
}

static void find_names_in (finder *w, int64_t n, aln_span run) {
  uint32_t k = 0;
  for (uint32_t i = run.from; i < run.to && *w->st == ALN_OK;) {
    uint32_t end;
    int begins;
    while (k < w->met.n && w->met.at[k].places.from < i) k++;
    begins = (w->words[i] & w->begins) != 0;
    if (k < w->met.n && w->met.at[k].places.from == i) begins = 1;
    end = begins ? hit_with_names (w, i, run.to, k) : 0;
    if (end) add_place (w, n, i, end);
    i = end && !w->q->overlaps ? end : i + 1;
  }
}

static int takes (const aln_numbers *list, uint32_t name) {
  return list->n && bsearch (&name, list->at, list->n, sizeof name, by_value) != NULL;
}

static void meet_names (finder *w, aln_cursor *c) {
  const aln_entity_at *names;
  uint32_t n = aln_cursor_names (w->st, c, &names);
  w->met.n = 0;
  for (uint32_t i = 0; i < n; i++) {
    uint64_t elements = 0;
    met *m;
    for (uint64_t bits = w->named; bits; bits &= bits - 1)
      if (takes (&w->names[__builtin_ctzll (bits)], names[i].name)) elements |= bits & -bits;
    m = elements ? ALN_ADD (w->st, w->room, &w->met) : NULL;
    if (m) *m = (met){names[i].places, elements};
  }
}

/* -- one run without names ------------------------------------------------------------------------
 */

static void find_alone (finder *w, int64_t n, aln_span run) {
  for (uint32_t i = run.from; i < run.to; i++)
    if (w->alone[w->terms[i]]) add_place (w, n, i, i + 1);
}

static void find_in (finder *w, int64_t n, aln_span run) {
  if (w->named) {
    find_names_in (w, n, run);
    return;
  }
  if (w->alone) {
    find_alone (w, n, run);
    return;
  }
  for (uint32_t i = run.from; w->words && i < run.to && *w->st == ALN_OK;) {
    uint32_t end = w->words[i] & w->begins ? hit_from (w, i, run.to) : 0;
    if (end) add_place (w, n, i, end);
    i = end && !w->q->overlaps ? end : i + 1;
  }
}

/* -- one article ---------------------------------------------------------------------------------------
 */

static void meet (finder *w, const aln_cursor *c) {
  w->terms = c->terms;
  if (w->alone) return;
  if (c->tokens > w->cap) {
    w->words = aln_arena_raw (w->st, w->room, (size_t)c->tokens * 2 * sizeof *w->words);
    w->cap = *w->st == ALN_OK ? c->tokens * 2 : 0;
  }
  for (uint32_t i = 0; i < c->tokens && *w->st == ALN_OK; i++) w->words[i] = w->meets[c->terms[i]];
}

/* The run within each of the n spans, which follow one another. */
static void find_within (finder *w, int64_t n, aln_span run, const aln_span *spans, uint32_t k,
                         uint32_t *from) {
  while (*from < k && spans[*from].to <= run.from) ++*from;
  for (uint32_t i = *from; i < k && spans[i].from < run.to; i++) {
    aln_span at = spans[i];
    if (at.from < run.from) at.from = run.from;
    if (at.to > run.to) at.to = run.to;
    if (at.from < at.to) find_in (w, n, at);
  }
}

static void find_article (finder *w, aln_cursor *c) {
  const aln_span *runs, *quotes = NULL;
  uint32_t n = aln_cursor_runs (w->st, c, w->scope, &runs), n_quotes = 0, from = 0;
  if (w->q->within == ALN_WITHIN_QUOTE) n_quotes = aln_cursor_quotes (w->st, c, &quotes);
  meet (w, c);
  if (w->named) meet_names (w, c);
  for (uint32_t i = 0; i < n && *w->st == ALN_OK; i++) switch (w->q->within) {
    case ALN_WITHIN_SENTENCE:
      find_within (w, c->n, runs[i], c->sentences, c->n_sentences, &from);
      break;
    case ALN_WITHIN_QUOTE: find_within (w, c->n, runs[i], quotes, n_quotes, &from); break;
    default: find_in (w, c->n, runs[i]); break;
    }
}

/* -- which articles --------------------------------------------------------------------------------------
 */

/* Those that have it where it is looked for. */
static void in_scope (aln_postings *list, aln_scope scope) {
  uint32_t n = 0;
  if (scope != ALN_SCOPE_BODY && scope != ALN_SCOPE_HEADLINE) return;
  for (uint32_t i = 0; i < list->n; i++)
    if (scope == ALN_SCOPE_BODY ? list->at[i].body : list->at[i].other) list->at[n++] = list->at[i];
  list->n = n;
}

/* Those of 'some' that are in 'more' too. */
static void both (aln_postings *some, const aln_postings *more) {
  uint32_t n = 0, k = 0;
  for (uint32_t i = 0; i < some->n; i++) {
    while (k < more->n && more->at[k].n < some->at[i].n) k++;
    if (k < more->n && more->at[k].n == some->at[i].n) some->at[n++] = some->at[i];
  }
  some->n = n;
}

/* Articles that hold a word for every element that must be there; 0: any article may. */
static int candidates (finder *w, const aln_bits *which, aln_postings *out) {
  int known = 0;
  for (uint32_t e = 0; e < w->q->elements.n && *w->st == ALN_OK; e++) {
    const aln_element *element = &w->q->elements.at[e];
    aln_numbers terms = {NULL, 0, 0};
    aln_postings list = {NULL, 0, 0};
    if (!element->values || element->negated || element->least == 0) continue;
    if (known && out->n == 0) break;
    if (element->values->layer == ALN_LAYER_ENTITY)
      aln_stream_naming (w->st, w->r, which, w->names[e].at, w->names[e].n, w->room, &list);
    else {
      aln_sequence_terms (w->st, w->r, element->values, w->room, &terms);
      aln_stream_postings (w->st, w->r, which, terms.at, terms.n, w->room, &list);
    }
    in_scope (&list, w->scope);
    if (known) both (out, &list);
    else *out = list;
    known = 1;
  }
  return known;
}

/* -- all of it -----------------------------------------------------------------------------------------
 */

aln_locator *aln_locator_open (aln_status *st, aln_stream *r, aln_scope scope,
                               const aln_sequence *q, aln_arena *room) {
  finder *w = aln_arena_get (st, room, sizeof *w);
  if (!w) return NULL;
  w->st = st;
  w->r = r;
  w->q = q;
  w->scope = scope;
  w->room = room;
  compile (w);
  return *st == ALN_OK ? w : NULL;
}

/* Postings count folded words by themselves, in paragraphs and in all. */
int aln_locator_counts (aln_locator *w, const aln_bits *which, aln_postings *out) {
  const aln_element *e = w ? w->q->elements.at : NULL;
  if (!w || w->q->elements.n != 1 || w->q->within != ALN_WITHIN_BLOCK) return 0;
  if (e->negated || !e->values || e->least != 1 || e->most != 1) return 0;
  if (w->scope != ALN_SCOPE_BODY && w->scope != ALN_SCOPE_TEXT) return 0;
  for (const aln_value *v = e->values; v; v = v->next)
    if (v->layer != ALN_LAYER_FOLDED && v->layer != ALN_LAYER_STEM) return 0;
  return candidates (w, which, out);
}

void aln_locator_find (aln_locator *w, aln_cursor *c, aln_arena *a, aln_places *out) {
  w->a = a;
  w->out = out;
  find_article (w, c);
}

void aln_locator_all (aln_locator *w, const aln_bits *which, aln_arena *a, aln_places *out) {
  aln_postings list = {NULL, 0, 0};
  aln_cursor *c = w ? aln_cursor_open (w->st, w->r, which) : NULL;
  if (!c) return;
  if (candidates (w, which, &list)) {
    for (uint32_t i = 0; i < list.n && *w->st == ALN_OK; i++)
      if (aln_cursor_seek (w->st, c, list.at[i].n)) aln_locator_find (w, c, a, out);
  } else
    while (aln_cursor_next (w->st, c)) aln_locator_find (w, c, a, out);
  aln_cursor_close (c);
}

void aln_sequence_find (aln_status *st, aln_stream *r, const aln_bits *which, aln_scope scope,
                        const aln_sequence *q, aln_arena *a, aln_places *out) {
  aln_arena room = ALN_ARENA_EMPTY;
  aln_locator_all (aln_locator_open (st, r, scope, q, &room), which, a, out);
  aln_arena_free (&room);
}
