/* patterns.c: in: patterns and the dictionary of a reading. Out: where they match.
   Every word of a pattern has a number of its own, its slot. Tables lead from a term to the slots that
   it fills, one for each kind of slot. Of phrases it is the second word that is looked up, and the first
   that is checked: many phrases begin with "the". */
#include "patterns.h"

#include "../base/limits.h"

#include <stdlib.h>

#define LEAD_MAX 64u /* patterns for which articles are looked up by their words */

typedef struct slots { /* ids[from[term] .. from[term + 1]), rising */
  uint32_t *from, *ids;
} slots;

typedef enum slot_kind {
  SLOT_ALONE, /* the only word of a pattern */
  SLOT_FIRST, /* the first of several */
  SLOT_WIDE,  /* the first of several, the second being any word */
  SLOT_LATER,
  SLOT_KINDS
} slot_kind;

typedef struct filler { /* a term that fills a slot */
  uint32_t term, slot;
} filler;
typedef ALN_LIST (filler) fillers;

struct aln_patterns {
  const uint32_t *map; /* written number -> number that is compared; NULL: the same */
  uint8_t *opens;      /* [written number]: which kinds of slots it fills that begin a pattern */
  /* [written number]: a bit (of 64, by chance) for each phrase that it begins, or stands second in */
  uint64_t *begins_bits, *second_bits;
  slots of[SLOT_KINDS];
  uint32_t *begins; /* pattern i has the slots [begins[i], begins[i + 1]) */
  uint32_t *owner;  /* [slot] -> pattern */
  uint8_t *any;     /* [slot]: 1: any word fills it */
  uint32_t *loose;  /* patterns that begin with any word */
  uint32_t n, n_loose;
  fillers all;
  int written;
};

static int is_wild (aln_slice s) { return memchr (s.p, '*', s.n) || memchr (s.p, '?', s.n); }

static int is_any (aln_slice s) {
  for (size_t i = 0; i < s.n; i++)
    if (s.p[i] != '*') return 0;
  return s.n > 0;
}

/* -- building -------------------------------------------------------------------------------------
 */

static void fill_slot (aln_status *st, aln_stream *r, aln_patterns *p, aln_slice word,
                       uint32_t slot, aln_arena *a) {
  aln_layer layer = p->written ? ALN_LAYER_WRITTEN : ALN_LAYER_FOLDED;
  aln_numbers numbers = {NULL, 0, 0};
  p->any[slot] = (uint8_t)is_any (word);
  if (p->any[slot]) return;
  if (is_wild (word)) aln_stream_glob (st, r, layer, word, a, &numbers);
  else {
    uint32_t number = aln_stream_number (r, layer, word), *at;
    if (!number) return;
    at = ALN_ADD (st, a, &numbers);
    if (at) *at = number;
  }
  for (uint32_t i = 0; i < numbers.n && *st == ALN_OK; i++) {
    filler *f = ALN_ADD (st, a, &p->all);
    if (f) *f = (filler){numbers.at[i], slot};
  }
}

static slot_kind kind_of (const aln_patterns *p, uint32_t slot) {
  uint32_t from = p->begins[p->owner[slot]], length = p->begins[p->owner[slot] + 1] - from;
  if (slot != from) return SLOT_LATER;
  return length == 1 ? SLOT_ALONE : p->any[from + 1] ? SLOT_WIDE : SLOT_FIRST;
}

/* The fillers of slots of one kind, grouped by term. */
static slots group (aln_status *st, const aln_patterns *p, slot_kind kind, uint32_t terms,
                    aln_arena *a) {
  slots s = {aln_arena_get (st, a, ((size_t)terms + 2) * sizeof *s.from),
             aln_arena_get (st, a, ((size_t)p->all.n + 1) * sizeof *s.ids)};
  uint32_t *next = aln_arena_get (st, a, ((size_t)terms + 2) * sizeof *next);
  if (*st != ALN_OK) return s;
  for (uint32_t i = 0; i < p->all.n; i++)
    if (kind_of (p, p->all.at[i].slot) == kind) s.from[p->all.at[i].term + 1]++;
  for (uint32_t t = 0; t <= terms; t++) s.from[t + 1] += s.from[t];
  memcpy (next, s.from, ((size_t)terms + 2) * sizeof *next);
  for (uint32_t i = 0; i < p->all.n; i++) {
    const filler *f = &p->all.at[i];
    if (kind_of (p, f->slot) == kind) s.ids[next[f->term]++] = f->slot;
  }
  return s;
}

static int some (const aln_patterns *p, slot_kind kind, uint32_t term) {
  return p->of[kind].from[term + 1] > p->of[kind].from[term];
}

#define OPENS(kind) (1u << (kind))
#define LOOSE 0x80u

static uint64_t bit_of (uint32_t pattern) { return 1ull << (pattern * 2654435769u >> 26); }

static void mark_openers (aln_patterns *p, uint32_t terms) {
  const slots *first = &p->of[SLOT_FIRST], *later = &p->of[SLOT_LATER];
  for (uint32_t w = 1; w <= terms; w++) {
    uint32_t t = p->map ? p->map[w] : w;
    if (p->n_loose) p->opens[w] = LOOSE;
    for (unsigned k = SLOT_ALONE; k < SLOT_LATER; k++)
      if (t && some (p, (slot_kind)k, t)) p->opens[w] |= (uint8_t)OPENS (k);
    for (uint32_t i = first->from[t]; i < first->from[t + 1]; i++)
      p->begins_bits[w] |= bit_of (p->owner[first->ids[i]]);
    for (uint32_t i = later->from[t]; i < later->from[t + 1]; i++)
      if (p->begins[p->owner[later->ids[i]]] + 1 == later->ids[i])
        p->second_bits[w] |= bit_of (p->owner[later->ids[i]]);
  }
}

static uint32_t count_words (aln_status *st, const aln_pattern *list, uint32_t n) {
  size_t words = 0;
  for (uint32_t i = 0; i < n; i++) words += list[i].n;
  if (words > ALN_PATTERNS_MAX && *st == ALN_OK) *st = ALN_ELIMIT;
  return *st == ALN_OK ? (uint32_t)words : 0;
}

static void take_patterns (aln_status *st, aln_stream *r, aln_patterns *p, const aln_pattern *list,
                           aln_arena *a) {
  uint32_t slot = 0;
  for (uint32_t i = 0; i < p->n && *st == ALN_OK; i++) {
    p->begins[i] = slot;
    for (uint32_t k = 0; k < list[i].n; k++, slot++) {
      p->owner[slot] = i;
      fill_slot (st, r, p, list[i].words[k], slot, a);
    }
    p->begins[i + 1] = slot;
    if (list[i].n && p->any[p->begins[i]]) p->loose[p->n_loose++] = i;
  }
}

aln_patterns *aln_patterns_new (aln_status *st, aln_stream *r, const aln_pattern *list, uint32_t n,
                                int written, aln_arena *a) {
  uint32_t terms = *st == ALN_OK ? aln_stream_terms (r, ALN_LAYER_WRITTEN) : 0;
  size_t words = (size_t)count_words (st, list, n) + 1;
  aln_patterns *p = aln_arena_get (st, a, sizeof *p);
  if (!p) return NULL;
  p->n = n;
  p->written = written;
  p->map = written ? NULL : aln_stream_map (r, ALN_LAYER_FOLDED);
  p->opens = aln_arena_get (st, a, (size_t)terms + 1);
  p->begins_bits = aln_arena_get (st, a, ((size_t)terms + 1) * sizeof *p->begins_bits);
  p->second_bits = aln_arena_get (st, a, ((size_t)terms + 1) * sizeof *p->second_bits);
  p->begins = aln_arena_get (st, a, ((size_t)n + 1) * sizeof *p->begins);
  p->owner = aln_arena_get (st, a, words * sizeof *p->owner);
  p->any = aln_arena_get (st, a, words);
  p->loose = aln_arena_get (st, a, ((size_t)n + 1) * sizeof *p->loose);
  take_patterns (st, r, p, list, a);
  if (*st != ALN_OK) return NULL;
  for (unsigned k = 0; k < SLOT_KINDS; k++) p->of[k] = group (st, p, (slot_kind)k, terms, a);
  if (*st != ALN_OK) return NULL;
  mark_openers (p, terms);
  return p;
}

/* -- matching -------------------------------------------------------------------------------------
 */

static uint32_t term_of (const aln_patterns *p, uint32_t word) {
  return p->map ? p->map[word] : word;
}

static int holds (const slots *s, uint32_t term, uint32_t slot) {
  uint32_t lo = s->from[term], hi = s->from[term + 1];
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (s->ids[mid] == slot) return 1;
    if (s->ids[mid] < slot) lo = mid + 1;
    else hi = mid;
  }
  return 0;
}

/* The length of a pattern whose first words (as many as 'known') fit; 0 where another does not. */
static uint32_t try (const aln_patterns *p, uint32_t pattern, const uint32_t *words, uint32_t n,
                     uint32_t known) {
  uint32_t from = p->begins[pattern], length = p->begins[pattern + 1] - from;
  if (length > n) return 0;
  for (uint32_t i = known; i < length; i++)
    if (!p->any[from + i] && !holds (&p->of[SLOT_LATER], term_of (p, words[i]), from + i)) return 0;
  return length;
}

static void note (uint32_t length, uint32_t pattern, uint32_t *best, uint32_t *found,
                  uint32_t *n_found) {
  if (length == 0 || length < *best) return;
  if (length > *best) *n_found = 0;
  *best = length;
  found[(*n_found)++] = pattern;
}

typedef struct finding {
  uint32_t best, *found, *n_found;
} finding;

static void note_pattern (finding *f, uint32_t length, uint32_t pattern) {
  note (length, pattern, &f->best, f->found, f->n_found);
}

/* Phrases: those that have the second word in second place and begin with the first. */
static void find_phrases (const aln_patterns *p, const uint32_t *words, uint32_t n, finding *f) {
  uint32_t first = term_of (p, words[0]), second = term_of (p, words[1]);
  const slots *later = &p->of[SLOT_LATER], *wide = &p->of[SLOT_WIDE];
  for (uint32_t i = later->from[second]; i < later->from[second + 1]; i++) {
    uint32_t slot = later->ids[i], pattern = p->owner[slot];
    if (p->begins[pattern] + 1 == slot && holds (&p->of[SLOT_FIRST], first, slot - 1))
      note_pattern (f, try (p, pattern, words, n, 2), pattern);
  }
  for (uint32_t i = wide->from[first]; i < wide->from[first + 1]; i++)
    note_pattern (f, try (p, p->owner[wide->ids[i]], words, n, 2), p->owner[wide->ids[i]]);
}

static int may_begin (const aln_patterns *p, const uint32_t *words, uint32_t n) {
  unsigned opens = p->opens[words[0]];
  if (opens != OPENS (SLOT_FIRST)) return opens != 0;
  return n > 1 && (p->begins_bits[words[0]] & p->second_bits[words[1]]);
}

uint32_t aln_patterns_skip (const aln_patterns *p, const uint32_t *words, uint32_t n) {
  uint32_t i = 0;
  while (i < n && !may_begin (p, words + i, n - i)) i++;
  return i;
}

uint32_t aln_patterns_at (const aln_patterns *p, const uint32_t *words, uint32_t n, uint32_t *found,
                          uint32_t *n_found) {
  finding f = {0, found, n_found};
  const slots *alone = &p->of[SLOT_ALONE];
  uint32_t t;
  *n_found = 0;
  if (n == 0 || !p->opens[words[0]]) return 0;
  t = term_of (p, words[0]);
  for (uint32_t i = alone->from[t]; i < alone->from[t + 1]; i++)
    note_pattern (&f, 1, p->owner[alone->ids[i]]);
  if (n > 1 && ((p->opens[words[0]] & OPENS (SLOT_WIDE)) ||
                (p->begins_bits[words[0]] & p->second_bits[words[1]])))
    find_phrases (p, words, n, &f);
  for (uint32_t i = 0; i < p->n_loose; i++)
    note_pattern (&f, try (p, p->loose[i], words, n, 1), p->loose[i]);
  return f.best;
}

static uint16_t fold_bits (uint64_t bits) {
  bits |= bits >> 32;
  return (uint16_t)(bits | bits >> 16);
}

aln_opening *aln_patterns_openings (aln_status *st, const aln_stream *r, const aln_patterns *p,
                                    aln_arena *a) {
  uint32_t terms = aln_stream_terms (r, ALN_LAYER_WRITTEN);
  aln_opening *list = aln_arena_get (st, a, ((size_t)terms + 1) * sizeof *list);
  for (uint32_t w = 1; w <= terms && list; w++)
    list[w] = (aln_opening){fold_bits (p->begins_bits[w]), fold_bits (p->second_bits[w]), 0,
                            (p->opens[w] & (LOOSE | OPENS (SLOT_WIDE))) != 0};
  return list;
}

int aln_patterns_may (const aln_patterns *p, uint32_t first, uint32_t second) {
  return (p->begins_bits[first] & p->second_bits[second]) != 0;
}

void aln_patterns_all (aln_status *st, const aln_patterns *p, const aln_cursor *c,
                       const aln_span *runs, uint32_t n_runs, aln_arena *a,
                       aln_pattern_matches *out) {
  uint32_t *found = aln_arena_get (st, a, ((size_t)p->n + 1) * sizeof *found), n_found;
  for (uint32_t r = 0; r < n_runs && *st == ALN_OK; r++)
    for (uint32_t i = runs[r].from; i < runs[r].to && *st == ALN_OK;) {
      uint32_t length;
      i += aln_patterns_skip (p, c->terms + i, runs[r].to - i);
      length = aln_patterns_at (p, c->terms + i, runs[r].to - i, found, &n_found);
      if (length) {
        aln_pattern_match *m = ALN_ADD (st, a, out);
        if (m) *m = (aln_pattern_match){{i, i + length}, found[0]};
      }
      i += length ? length : 1;
    }
}

/* -- which articles -------------------------------------------------------------------------------
 */

/* The folded terms of a slot, added to 'out'. */
static void folded_of (aln_status *st, aln_stream *r, const aln_patterns *p, uint32_t slot,
                       aln_arena *a, aln_numbers *out) {
  const uint32_t *map = p->written ? aln_stream_map (r, ALN_LAYER_FOLDED) : NULL;
  for (uint32_t i = 0; i < p->all.n && *st == ALN_OK; i++) {
    uint32_t *at;
    if (p->all.at[i].slot != slot) continue;
    at = ALN_ADD (st, a, out);
    if (at) *at = map ? map[p->all.at[i].term] : p->all.at[i].term;
  }
}

/* The word of a pattern that the fewest articles hold: its terms are added to 'out'. 0: none of its
   words says anything. */
static int lead (aln_status *st, aln_stream *r, const aln_patterns *p, uint32_t pattern,
                 const aln_bits *which, aln_arena *a, aln_numbers *out) {
  uint32_t least = UINT32_MAX, best = UINT32_MAX, from = p->begins[pattern];
  uint32_t to = p->begins[pattern + 1];
  for (uint32_t slot = from; slot < to && *st == ALN_OK; slot++) {
    aln_numbers numbers = {NULL, 0, 0};
    aln_postings found = {NULL, 0, 0};
    if (p->any[slot]) continue;
    if (to - from > 1) {
      folded_of (st, r, p, slot, a, &numbers);
      aln_stream_postings (st, r, which, numbers.at, numbers.n, a, &found);
    }
    if (found.n < least) least = found.n, best = slot;
  }
  if (best != UINT32_MAX) folded_of (st, r, p, best, a, out);
  return best != UINT32_MAX;
}

static int by_number (const void *x, const void *y) {
  uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
  return (a > b) - (a < b);
}

static void once_each (aln_numbers *list) {
  uint32_t n = 0;
  if (list->n == 0) return;
  qsort (list->at, list->n, sizeof *list->at, by_number);
  for (uint32_t i = 0; i < list->n; i++)
    if (n == 0 || list->at[n - 1] != list->at[i]) list->at[n++] = list->at[i];
  list->n = n;
}

int aln_patterns_articles (aln_status *st, aln_stream *r, const aln_patterns *p,
                           const aln_bits *which, aln_arena *a, aln_postings *out, int *exact) {
  aln_numbers terms = {NULL, 0, 0};
  *exact = !p->written;
  if (p->n > LEAD_MAX) return 0;
  for (uint32_t i = 0; i < p->n && *st == ALN_OK; i++) {
    if (p->begins[i + 1] - p->begins[i] != 1) *exact = 0;
    if (!lead (st, r, p, i, which, a, &terms)) return 0;
  }
  once_each (&terms);
  if (*st == ALN_OK && terms.n) aln_stream_postings (st, r, which, terms.at, terms.n, a, out);
  return *st == ALN_OK;
}
