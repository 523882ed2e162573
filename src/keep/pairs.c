/* pairs.c: in: a selection. Out: the pairs of words that stand side by side, counted.
   The second words of each first word are laid side by side (its bin), in the order of the articles,
   and then counted bin by bin, in a table with a cell a word that stays in the cache: nothing is hashed
   or sorted. A bin takes as many entries as its word stands in the selection, so all of them are laid
   out beforehand. They never take more than BINS_MOST bytes: first words that find no room wait for
   another pass over the streams, and one that has no room alone is counted as it is read. */
#include "../base/mem.h"
#include "ngrams.h"
#include "words.h"

#define PICKED 256u /* pairs at a time */
#define BINS_MOST ((size_t)84 << 20)

/* An entry: a second word, times 2, plus 1 where it is the first of its article in the bin. Three bytes,
   while words have numbers that fit; the fourth byte that is written along is the next entry's, and
   behind each bin there is room for it. */
#define NARROW 3u
#define NARROW_TERMS (1u << 23)

typedef struct bin {
  uint32_t next; /* the byte where its next entry goes */
  uint32_t last; /* the latest article, by its turn */
} bin;

typedef struct word { /* by written number: all that is looked up of a word, in one cache line */
  uint32_t number;    /* as it is counted */
  uint32_t bin;       /* 0: none in this pass */
} word;

typedef struct cell { /* of a second word */
  uint32_t count, articles, last;
} cell;

typedef struct pairs {
  const aln_asked *q;
  const aln_bits *which;
  const aln_total *totals; /* of words: no bin gets more entries */
  uint32_t written;        /* the greatest written number */
  uint32_t terms;          /* the greatest that is counted */
  uint32_t from, to;       /* the first words of this pass: [from, to) */
  uint32_t width;          /* bytes an entry */
  int alone;               /* the pass has one word, which is counted as it is read */
  uint32_t turn, seen;     /* of articles; of articles of bins */
  word *words;
  bin *bins; /* of the words from p->from on, behind number 0 */
  char *entries;
  cell *cells;
  uint32_t *touched, n_touched; /* second words of the bin at hand */
  aln_gram_rows *out;
} pairs;

/* -- laying out ------------------------------------------------------------------------------------ */

static size_t bin_bytes (const pairs *p, uint32_t first) {
  return (size_t)p->totals[first].count * p->width + sizeof (uint32_t);
}

/* Takes first words from p->from on, as many as have room in 'most' bytes, and gives them bins. How many
   bytes they take. */
static size_t lay_out (pairs *p, size_t most) {
  size_t all = 0;
  for (p->to = p->from; p->to <= p->terms; p->to++) {
    size_t bytes = bin_bytes (p, p->to);
    if (p->to > p->from && all + bytes > most) break;
    p->bins[p->to - p->from + 1] = (bin){(uint32_t)all, UINT32_MAX};
    all += bytes;
  }
  p->alone = p->to == p->from + 1 && all > BINS_MOST;
  for (uint32_t w = 1; w <= p->written; w++) {
    uint32_t number = p->words[w].number;
    p->words[w].bin = number >= p->from && number < p->to ? number - p->from + 1 : 0;
  }
  return all;
}

/* -- reading --------------------------------------------------------------------------------------- */

typedef struct pair {
  uint32_t bin, second;
} pair;

/* An entry for each of n pairs. */
static void put_pairs (pairs *p, const pair *list, uint32_t n) {
  const uint32_t turn = p->turn, width = p->width;
  char *entries = p->entries;
  bin *bins = p->bins;
  for (uint32_t i = 0; i < n; i++) {
    bin *b = &bins[list[i].bin];
    uint32_t entry = list[i].second << 1 | (b->last != turn);
    memcpy (entries + b->next, &entry, sizeof entry);
    b->next += width;
    b->last = turn;
  }
}

/* The pairs of a run that have a bin. They are picked first, without a jump that the processor would have
   to guess: which words have one follows no rule. */
static void put_run (pairs *p, const uint32_t *terms, uint32_t n) {
  pair list[PICKED];
  const word *words = p->words;
  uint32_t first = words[terms[0]].bin;
  for (uint32_t i = 1; i < n;) {
    uint32_t end = n - i < PICKED ? n : i + PICKED, picked = 0;
    for (; i < end; i++) {
      const word *second = &words[terms[i]];
      list[picked] = (pair){first, second->number};
      picked += first != 0;
      first = second->bin;
    }
    put_pairs (p, list, picked);
  }
}

static void count_pair (pairs *p, uint32_t second, uint32_t turn) {
  cell *c = &p->cells[second];
  if (c->count++ == 0) {
    p->touched[p->n_touched++] = second;
    c->articles = 0;
    c->last = turn - 1;
  }
  c->articles += c->last != turn;
  c->last = turn;
}

static void count_run (pairs *p, const uint32_t *terms, uint32_t n) {
  for (uint32_t i = 1; i < n; i++)
    if (p->words[terms[i - 1]].bin) count_pair (p, p->words[terms[i]].number, p->turn);
}

/* One pass over the streams. */
static void read_all (aln_status *st, pairs *p) {
  aln_cursor *c = aln_cursor_open (st, p->out->r, p->which);
  p->turn = 0;
  while (aln_cursor_next (st, c)) {
    const aln_span *runs;
    uint32_t n = aln_cursor_runs (st, c, p->q->scope, &runs);
    p->turn++;
    for (uint32_t i = 0; i < n && *st == ALN_OK; i++) {
      uint32_t words = aln_length (runs[i]);
      if (p->from == 1 && words) p->out->sum += words - 1;
      if (p->alone) count_run (p, c->terms + runs[i].from, words);
      else if (words) put_run (p, c->terms + runs[i].from, words);
    }
  }
  aln_cursor_close (c);
}

/* -- counting -------------------------------------------------------------------------------------- */

/* Rows of the pairs that begin with 'first'; the cells are empty again. */
static void give (aln_status *st, pairs *p, uint32_t first) {
  for (uint32_t i = 0; i < p->n_touched && *st == ALN_OK; i++) {
    cell *c = &p->cells[p->touched[i]];
    aln_gram_row row = {c->count, c->articles, {first, p->touched[i]}};
    if (aln_gram_rows_want (p->out, c->count)) aln_gram_rows_add (st, p->out, &row);
    c->count = 0;
  }
  p->n_touched = 0;
}

static void count_bins (aln_status *st, pairs *p) {
  const uint32_t most = p->width == NARROW ? (NARROW_TERMS << 1) - 1 : UINT32_MAX;
  size_t at = 0;
  for (uint32_t first = p->from; first < p->to && *st == ALN_OK; first++) {
    size_t end = at + bin_bytes (p, first);
    for (; at < p->bins[first - p->from + 1].next; at += p->width) {
      uint32_t entry;
      memcpy (&entry, p->entries + at, sizeof entry);
      p->seen += entry & 1;
      count_pair (p, (entry & most) >> 1, p->seen);
    }
    give (st, p, first);
    at = end;
  }
}

static void one_pass (aln_status *st, pairs *p, size_t most) {
  size_t bytes = lay_out (p, most);
  if (!p->alone && *st == ALN_OK) p->entries = aln_alloc (bytes);
  if (!p->alone && !p->entries) *st = ALN_ENOMEM;
  if (*st == ALN_OK) read_all (st, p);
  if (p->alone && *st == ALN_OK) give (st, p, p->from);
  else if (*st == ALN_OK) count_bins (st, p);
  aln_free (p->entries);
  p->entries = NULL;
  p->from = p->to;
}

/* Bins in passes that are about equal. */
static void collect (aln_status *st, pairs *p) {
  size_t all = 0, passes;
  for (uint32_t w = 1; w <= p->terms; w++) all += bin_bytes (p, w);
  passes = all / BINS_MOST + 1;
  aln_stream_spare (p->out->r, all / passes);
  for (p->from = 1; p->from <= p->terms && *st == ALN_OK;)
    one_pass (st, p, all / passes + sizeof (uint32_t) * 64);
}

/* What is looked up of each word. */
static void take_words (aln_status *st, pairs *p, aln_arena *a) {
  const uint32_t *map = p->q->written ? NULL : aln_stream_map (p->out->r, ALN_LAYER_FOLDED);
  p->written = aln_stream_terms (p->out->r, ALN_LAYER_WRITTEN);
  p->words = aln_arena_get (st, a, ((size_t)p->written + 1) * sizeof *p->words);
  for (uint32_t w = 1; w <= p->written && *st == ALN_OK; w++) p->words[w].number = map ? map[w] : w;
}

void aln_pairs_count (aln_status *st, aln_store *s, const aln_asked *q, const aln_bits *which,
                      aln_gram_rows *out) {
  aln_arena a = ALN_ARENA_EMPTY;
  aln_tallied words;
  pairs p = {.q = q, .which = which, .out = out};
  size_t n;
  aln_words_tally (st, s, out->r, q, &which, 1, &words);
  if (*st != ALN_OK) return;
  p.terms = words.terms;
  p.totals = words.totals;
  p.width = p.terms < NARROW_TERMS ? NARROW : sizeof (uint32_t);
  n = (size_t)p.terms + 2;
  p.bins = aln_arena_get (st, &a, n * sizeof *p.bins);
  p.cells = aln_arena_get (st, &a, n * sizeof *p.cells);
  p.touched = aln_arena_get (st, &a, n * sizeof *p.touched);
  take_words (st, &p, &a);
  if (*st == ALN_OK) collect (st, &p);
  aln_arena_free (&a);
}
