/* corpus.c: in: articles put in and taken out. Out: rows of term, segment and piece. */
#include "corpus.h"

#include "../base/mem.h"
#include "frequency.h"

#include <stdlib.h>

#define GATHER 8u /* segments of one size that become one */

aln_corpus *aln_corpus_of (aln_status *st, aln_store *s) {
  if (s->corpus || *st != ALN_OK) return s->corpus;
  s->corpus = aln_alloc (sizeof *s->corpus);
  if (s->corpus) memset (s->corpus, 0, sizeof *s->corpus);
  else *st = ALN_ENOMEM;
  return s->corpus;
}

static void free_segments (aln_corpus *c) {
  for (uint32_t i = 0; i < c->n_segments; i++) aln_segment_free (&c->segments[i]);
  aln_free (c->segments);
  c->segments = NULL;
  c->n_segments = 0;
  c->kept = 0;
  c->has_segments = 0;
}

static void free_choices (aln_corpus *c) {
  for (uint32_t i = 0; i < c->n_choices; i++) {
    aln_buf_free (&c->choices[i].key);
    aln_free (c->choices[i].bits.words);
  }
  aln_free (c->choices);
  c->choices = NULL;
  c->n_choices = 0;
}

void aln_corpus_free (aln_corpus *c) {
  if (!c) return;
  aln_dictionary_free (&c->dictionary);
  aln_builder_free (&c->pending);
  free_segments (c);
  free_choices (c);
  aln_free (c);
}

/* -- in step with the file -------------------------------------------------------------------------
 */

static int64_t data_version (int *rc, aln_store *s) {
  sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_DATA_VERSION);
  int64_t v = aln_sql_row (rc, q) ? sqlite3_column_int64 (q, 0) : 0;
  aln_sql_reset (q);
  return v;
}

/* What another process has changed is read again; so are, after changes of our own, selections. */
void aln_corpus_sync (aln_status *st, int *rc, aln_store *s, aln_corpus *c) {
  int64_t version = data_version (rc, s), changes = sqlite3_total_changes64 (s->db);
  if (*st != ALN_OK || *rc != SQLITE_OK) return;
  if (version != c->data_version) c->has_dictionary = 0;
  if (version != c->data_version || changes != c->changes) free_segments (c);
  if (c->readings == 0 && (version != c->data_version || changes != c->changes)) free_choices (c);
  c->data_version = version;
  c->changes = changes;
  if (!c->has_dictionary) aln_dictionary_load (st, rc, s, &c->dictionary);
  c->has_dictionary = *st == ALN_OK && *rc == SQLITE_OK;
}

static void list_row (aln_status *st, sqlite3_stmt *q, aln_corpus *c) {
  aln_segment *g, *more = c->segments;
  if ((c->n_segments & (c->n_segments - 1)) == 0) /* a power of two: full */
    more = aln_resize (c->segments, (c->n_segments ? c->n_segments * 2 : 1) * sizeof *more);
  if (!more) {
    *st = ALN_ENOMEM;
    return;
  }
  c->segments = more;
  g = &more[c->n_segments++];
  memset (g, 0, sizeof *g);
  g->segment = sqlite3_column_int64 (q, 0);
  g->first = sqlite3_column_int64 (q, 1);
  g->last = sqlite3_column_int64 (q, 2);
  g->articles = (uint32_t)sqlite3_column_int64 (q, 3);
  g->bytes = sqlite3_column_int64 (q, 4);
  g->full = sqlite3_column_int (q, 5) != 0;
}

void aln_corpus_list (aln_status *st, int *rc, aln_store *s, aln_corpus *c) {
  sqlite3_stmt *q;
  if (c->has_segments || *st != ALN_OK) return;
  free_segments (c);
  q = aln_sql_take (rc, s, ALN_SQL_SEGMENTS);
  while (*st == ALN_OK && aln_sql_row (rc, q)) list_row (st, q, c);
  aln_sql_reset (q);
  q = aln_sql_take (rc, s, ALN_SQL_ARTICLES);
  if (*st == ALN_OK && aln_sql_row (rc, q)) {
    c->articles = sqlite3_column_int64 (q, 0);
    c->end = sqlite3_column_int64 (q, 1) + 1;
  }
  aln_sql_reset (q);
  c->has_segments = *st == ALN_OK && *rc == SQLITE_OK;
}

/* -- putting in ------------------------------------------------------------------------------------
 */

/* The names in article n, as they stand in its rows. */
static void names_of (aln_status *st, int *rc, aln_store *s, int64_t n, aln_arena *room,
                      aln_named_list *out) {
  sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_NAMES);
  aln_sql_integer (rc, q, 1, n);
  while (*st == ALN_OK && aln_sql_row (rc, q)) {
    int64_t form = sqlite3_column_int64 (q, 0), first = sqlite3_column_int64 (q, 1),
            last = sqlite3_column_int64 (q, 2);
    aln_named_at *name;
    if (form < 1 || form > UINT32_MAX / 2 || first < 1 || last < first || last > UINT32_MAX)
      continue;
    name = ALN_ADD (st, room, out);
    if (name)
      *name = (aln_named_at){(uint32_t)form * 2 + (sqlite3_column_int (q, 3) != 0),
                             {(uint32_t)first - 1, (uint32_t)last}};
  }
  aln_sql_reset (q);
}

/* Names of one place in order of number, so that streams made anew are as they were. */
static int by_place (const void *x, const void *y) {
  const aln_named_at *a = x, *b = y;
  if (a->at.from != b->at.from) return a->at.from < b->at.from ? -1 : 1;
  if (a->at.to != b->at.to) return a->at.to < b->at.to ? -1 : 1;
  return (a->name > b->name) - (a->name < b->name);
}

void aln_corpus_put (aln_status *st, int *rc, aln_store *s, int64_t n, const aln_article *a,
                     const aln_quotes *quotes, aln_named_list *names) {
  aln_corpus *c = aln_corpus_of (st, s);
  aln_arena room = ALN_ARENA_EMPTY;
  aln_named_list stored = {NULL, 0, 0};
  if (*st == ALN_OK && !c->has_dictionary) aln_corpus_sync (st, rc, s, c);
  if (!names) names_of (st, rc, s, n, &room, names = &stored);
  if (names->n) qsort (names->at, names->n, sizeof *names->at, by_place);
  if (*st == ALN_OK && *rc == SQLITE_OK)
    aln_builder_add (st, &c->pending, &c->dictionary, n, a, quotes, names);
  aln_arena_free (&room);
}

/* Sizes apart by a factor of eight are of different classes. */
static unsigned class_of (int64_t bytes) {
  unsigned class = 0;
  for (; bytes >= 8 << 10; bytes /= 8) class ++;
  return class;
}

/* How many segments at the end go together with 'bytes' more. */
static uint32_t to_gather (const aln_corpus *c, int64_t bytes) {
  int64_t sum = bytes;
  uint32_t n = 0, alike = 0;
  for (; n < c->n_segments && !c->segments[c->n_segments - 1 - n].full; n++) {
    int64_t size = c->segments[c->n_segments - 1 - n].bytes;
    sum += size;
    if (class_of (size) <= class_of (bytes)) alike = n + 1;
  }
  if (sum >= (int64_t)ALN_SEGMENT_FULL) return n;
  return alike + 1 >= GATHER ? alike : 0;
}

static void gather (aln_status *st, int *rc, aln_store *s, aln_corpus *c, uint32_t n,
                    aln_builder *all) {
  aln_wrong wrong;
  for (uint32_t i = c->n_segments - n; i < c->n_segments; i++) {
    aln_builder_absorb (st, rc, s, all, &c->segments[i], &wrong);
    aln_segment_drop (rc, s, c->segments[i].segment);
  }
  aln_builder_append (st, all, &c->pending);
}

static void flush (aln_status *st, int *rc, aln_store *s, aln_corpus *c) {
  aln_builder all = {0};
  uint32_t n;
  int64_t number;
  aln_dictionary_save (rc, s, &c->dictionary);
  aln_corpus_list (st, rc, s, c);
  if (*st != ALN_OK || *rc != SQLITE_OK) return;
  number = c->n_segments ? c->segments[c->n_segments - 1].segment + 1 : 1;
  n = to_gather (c, (int64_t)aln_builder_bytes (&c->pending));
  if (n) gather (st, rc, s, c, n, &all);
  aln_builder_write (st, rc, s, n ? &all : &c->pending, number,
                     c->dictionary.of[ALN_TERMS_WORDS].n);
  aln_builder_free (&all);
}

static void empty (aln_builder *b) {
  static const aln_builder_mark nothing = {0, 0, {0}};
  aln_builder_back (b, &nothing);
}

void aln_corpus_flush (int *rc, aln_store *s, size_t least) {
  aln_corpus *c = s->corpus;
  aln_status st = ALN_OK;
  if (*rc != SQLITE_OK || !c || aln_builder_slots (&c->pending) == 0) return;
  if (aln_builder_bytes (&c->pending) < least) return;
  if (c->broken == SQLITE_OK) {
    flush (&st, &c->broken, s, c);
    if (st != ALN_OK && c->broken == SQLITE_OK)
      c->broken = st == ALN_ENOMEM ? SQLITE_NOMEM : SQLITE_CORRUPT;
    free_segments (c);
    empty (&c->pending);
  }
  *rc = c->broken;
}

aln_builder_mark aln_corpus_at (const aln_store *s) {
  static const aln_builder_mark nothing = {0, 0, {0}};
  return s->corpus ? aln_builder_at (&s->corpus->pending) : nothing;
}

/* A savepoint is undone alone, or with all the transaction: then nothing waits any more. */
void aln_corpus_back (aln_store *s, const aln_builder_mark *m) {
  if (s->corpus && aln_builder_at (&s->corpus->pending).slots >= m->slots)
    aln_builder_back (&s->corpus->pending, m);
}

/* -- taking out --------------------------------------------------------------------------------------
 */

/* The segment that holds article n, and its slot. */
static aln_segment *segment_of (aln_status *st, int *rc, aln_store *s, aln_corpus *c, int64_t n,
                                uint32_t *slot, aln_wrong *w) {
  for (uint32_t i = c->n_segments; i-- > 0;) {
    aln_segment *g = &c->segments[i];
    if (n < g->first || n > g->last) continue;
    aln_segment_slots (st, rc, s, g, w);
    if (*st != ALN_OK || *rc != SQLITE_OK) return NULL;
    for (*slot = 0; *slot < g->n_slots; ++*slot)
      if (g->slots[*slot].n == n) return g;
  }
  return NULL;
}

static int by_value (const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

/* The terms of an article that goes are fewer from now on. */
static void lessen (aln_status *st, int *rc, aln_store *s, aln_corpus *c, aln_segment *g,
                    uint32_t slot, aln_wrong *w) {
  uint32_t n = g->slots[slot].words, *terms;
  aln_frequency frequency = {0};
  aln_segment_part (st, rc, s, g, ALN_PIECE_WORDS, w);
  if (*st != ALN_OK || *rc != SQLITE_OK) return;
  terms = aln_alloc (((size_t)n + 4) * sizeof *terms);
  if (!terms) {
    *st = ALN_ENOMEM;
    return;
  }
  if (!aln_unpack_list (aln_segment_bytes (g, ALN_PIECE_WORDS, slot), terms, n,
                        c->dictionary.of[ALN_TERMS_WORDS].n))
    n = 0; /* damaged: the index is made anew anyway */
  for (uint32_t i = 0; i < n; i++) terms[i] = c->dictionary.folded[terms[i]];
  qsort (terms, n, sizeof *terms, by_value);
  for (uint32_t i = 0, k; i < n; i = k) {
    for (k = i; k < n && terms[k] == terms[i];) k++;
    aln_frequency_add (rc, s, &frequency, terms[i], -1, -(int64_t)(k - i));
  }
  aln_frequency_end (rc, s, &frequency);
  aln_free (terms);
}

void aln_corpus_forget (aln_status *st, int *rc, aln_store *s, int64_t n) {
  aln_corpus *c = aln_corpus_of (st, s);
  aln_wrong wrong;
  aln_segment *g;
  uint32_t slot;
  aln_corpus_flush (rc, s, 0);
  if (*st == ALN_OK && !c->has_dictionary) aln_corpus_sync (st, rc, s, c);
  if (*st == ALN_OK) aln_corpus_list (st, rc, s, c);
  if (*st != ALN_OK || *rc != SQLITE_OK) return;
  g = segment_of (st, rc, s, c, n, &slot, &wrong);
  if (!g) return;
  if (g->full) lessen (st, rc, s, c, g, slot, &wrong);
  if (*st == ALN_OK) aln_segment_forget (st, rc, s, g, slot);
  if (g->articles == 0) c->has_segments = 0;
}

void aln_corpus_clear (aln_status *st, int *rc, aln_store *s, int all) {
  aln_corpus *c = aln_corpus_of (st, s);
  if (*st != ALN_OK) return;
  aln_sql_run (rc, aln_sql_take (rc, s, ALN_SQL_CLEAR_PIECES));
  aln_sql_run (rc, aln_sql_take (rc, s, ALN_SQL_CLEAR_SEGMENTS));
  aln_sql_run (rc, aln_sql_take (rc, s, ALN_SQL_CLEAR_FREQUENCIES));
  if (all) aln_sql_run (rc, aln_sql_take (rc, s, ALN_SQL_CLEAR_TERMS));
  free_segments (c);
  empty (&c->pending);
  if (all) aln_dictionary_free (&c->dictionary);
  if (all) c->has_dictionary = 0;
}

void aln_corpus_reset (aln_store *s, int undone) {
  aln_corpus *c = s->corpus;
  if (!c) return;
  empty (&c->pending);
  c->broken = SQLITE_OK;
  free_segments (c);
  if (undone) aln_dictionary_free (&c->dictionary);
  c->has_dictionary = 0;
}
