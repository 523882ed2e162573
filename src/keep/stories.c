/* stories.c: in: the words of a set, as sketches. Out: its stories: members, originals, keys. */
#include "stories.h"

#include "sqlite.h"

#include "../base/digest.h"
#include "../base/mem.h"
#include "../read/days.h"
#include "../read/tokens.h"
#include "rows.h"
#include "similar.h"

#include <stdlib.h>

#define WITNESSES 6u    /* of a story, with which its members are compared */
#define DAY_ZERO 800000 /* so that no day of the calendar counts below 0 */

const char *aln_role_name (aln_role r) {
  static const char *const names[] = {"original", "copy", "rewrite", "part"};
  return names[r];
}

/* -- the texts ---------------------------------------------------------------------------------------
 */

typedef struct entry { /* an article on its way into a story */
  int64_t n;
  uint32_t rank, core;
  uint32_t moment; /* the least rank with the same day and time */
  int32_t day;
  int wire; /* its source is a news agency: it carries nobody's copy */
  size_t from;
  uint32_t words;
} entry;

typedef struct gathering {
  aln_store *s;
  aln_arena *room;
  ALN_LIST (entry) entries; /* in order of time */
  aln_buf pool;             /* uint16_t: the words of all of them */
  aln_text *texts;          /* one an entry, once all are there */
} gathering;

/* Is the whole of 'source' the name of a wire of the lexicon? */
static int is_wire (aln_status *st, const aln_lexicon *x, aln_arena *room, aln_slice source) {
  aln_tokens t = {NULL, 0, 0};
  aln_row row = 0;
  aln_tokenize (st, room, source, x, &t);
  if (*st != ALN_OK || t.n == 0) return 0;
  if (aln_lexicon_longest (x, t.at, t.n, aln_lexicon_kind (x, ALN_LIT ("agencies")), &row) != t.n)
    return 0;
  return aln_same (aln_lexicon_get (x, row, ALN_LIT ("kind")), ALN_LIT ("wire"));
}

static void add_entry (aln_status *st, gathering *g, sqlite3_stmt *q) {
  entry *e = ALN_ADD (st, g->room, &g->entries);
  aln_day day;
  if (!e) return;
  e->n = sqlite3_column_int64 (q, 0);
  e->rank = g->entries.n - 1;
  e->moment = sqlite3_column_int (q, 3) && e->rank ? (e - 1)->moment : e->rank;
  e->day =
      aln_day_of_iso (aln_sql_slice (q, 1), &day) ? (int32_t)(aln_day_number (day) + DAY_ZERO) : -1;
  e->wire = is_wire (st, g->s->lexicon, g->room, aln_sql_slice (q, 2));
}

static void gather_heads (aln_status *st, int *rc, gathering *g) {
  sqlite3_stmt *q = aln_sql_take (rc, g->s, ALN_SQL_IN_TIME);
  while (*st == ALN_OK && aln_sql_row (rc, q)) add_entry (st, g, q);
  aln_sql_reset (q);
}

static void add_words (aln_status *st, gathering *g, entry *e, aln_slice sketch) {
  e->from = g->pool.n / sizeof (uint16_t);
  aln_buf_reserve (st, &g->pool, sketch.n + sizeof (uint16_t));
  for (size_t i = 0; i < sketch.n / 2 && *st == ALN_OK; i++) {
    uint16_t word = aln_sketch_at (sketch.p, i);
    if (word != ALN_SKETCH_BREAK) {
      memcpy (g->pool.p + g->pool.n, &word, sizeof word);
      g->pool.n += sizeof word;
    }
  }
  e->words = (uint32_t)(g->pool.n / sizeof (uint16_t) - e->from);
}

static int by_n (const void *a, const void *b) {
  const entry *const *x = a, *const *y = b;
  return ((*x)->n > (*y)->n) - ((*x)->n < (*y)->n);
}

/* The words of all, in the order in which they lie in the file. */
static void gather_words (aln_status *st, int *rc, gathering *g, aln_sketcher *k) {
  aln_buf sketch = ALN_BUF_EMPTY;
  entry **list = aln_arena_get (st, g->room, ((size_t)g->entries.n + 1) * sizeof *list);
  for (uint32_t i = 0; i < g->entries.n && *st == ALN_OK; i++) list[i] = &g->entries.at[i];
  if (*st == ALN_OK && g->entries.n) qsort (list, g->entries.n, sizeof (entry *), by_n);
  for (uint32_t i = 0; i < g->entries.n && *st == ALN_OK && *rc == SQLITE_OK; i++) {
    aln_sketcher_take (st, rc, k, list[i]->n, &sketch);
    add_words (st, g, list[i], aln_buf_slice (&sketch));
    if (i % 1024 == 0 && aln_store_stopped (g->s)) *st = ALN_EINTR;
  }
  aln_buf_free (&sketch);
}

static aln_status gather (gathering *g, aln_fault *f) {
  aln_sketcher *k = NULL;
  aln_status st = aln_sketcher_open (g->s, &k, f);
  int rc = SQLITE_OK;
  if (st != ALN_OK) return st;
  gather_heads (&st, &rc, g);
  gather_words (&st, &rc, g, k);
  st = aln_sketcher_close (st, k, f);
  return st == ALN_OK ? aln_sql_fault (g->s, rc, "asking", f) : st;
}

static aln_text text_of (const gathering *g, const entry *e) {
  const uint16_t *pool = (const uint16_t *)(const void *)g->pool.p;
  if (g->texts) return g->texts[e->rank];
  return (aln_text){pool ? pool + e->from : NULL, e->words, e->day, NULL};
}

/* -- who is what -------------------------------------------------------------------------------------
 */

/* How a member stands to its original (side a): most of its words are there and it has most of the
   original, or all of the original and as much again: a copy. Little but words of the original,
   though not most of them, or a stretch of it among other things: a part. Else the words have changed:
   a rewrite. */
static aln_role role_of (const aln_likeness *l) {
  uint64_t own = l->b.words ? 100ull * l->b.covered / l->b.words : 0;
  uint64_t its = l->a.words ? 100ull * l->a.covered / l->a.words : 0;
  uint64_t stretch = l->b.covered ? (uint64_t)l->b.last - l->b.first + 1 : 1;
  if (own >= 80 && its >= 50) return ALN_ROLE_COPY;
  if (own >= 50 && its >= 80) return ALN_ROLE_COPY;
  if (own >= 80) return ALN_ROLE_PART;
  return own < 50 && 100ull * l->b.covered / stretch >= 60 ? ALN_ROLE_PART : ALN_ROLE_REWRITE;
}

static uint16_t share (const aln_side *s) {
  return (uint16_t)(s->words ? 1000ull * s->covered / s->words : 0);
}

/* How complete a member is: words that it shares with the witnesses, and whether its lead is theirs. */
typedef struct weighing {
  uint64_t shared;
  int leads;
} weighing;

/* The story at list[0 … n), in order of time. */
typedef struct telling {
  const gathering *g;
  aln_comparer comparer;
  const entry **list;
  uint32_t n;
  weighing *weights; /* one a member */
} telling;

/* Compares all with the first few: enough to tell a whole text from a brief or a round-up. */
static void weigh (aln_status *st, telling *t) {
  memset (t->weights, 0, t->n * sizeof *t->weights);
  for (uint32_t w = 0; w < t->n && w < WITNESSES && *st == ALN_OK; w++) {
    aln_comparer_take (st, &t->comparer, text_of (t->g, t->list[w]));
    for (uint32_t i = 0; i < t->n && *st == ALN_OK; i++) {
      aln_likeness l;
      if (i == w) continue;
      aln_comparer_with (st, &t->comparer, text_of (t->g, t->list[i]), &l);
      if (*st != ALN_OK) break;
      t->weights[i].shared += l.b.covered;
      t->weights[i].leads |= aln_likeness_leads (&l.b);
    }
  }
}

static int is_better_original (const entry *e, const entry *than) {
  if (e->wire != than->wire) return e->wire;
  if (e->moment != than->moment) return e->moment < than->moment;
  return e->words > than->words; /* else the earlier in the list */
}

/* Those that share at least seven tenths of what the best shares, begin with the story's lead (where
   any does) and have half the words of the longest such: of them a news agency's own, else the
   earliest. */
static const entry *original_of (aln_status *st, telling *t) {
  const entry *best = NULL;
  uint64_t most = 0;
  uint32_t longest = 0;
  int leads = 0;
  weigh (st, t);
  for (uint32_t i = 0; i < t->n; i++)
    if (t->weights[i].shared > most) most = t->weights[i].shared;
  for (uint32_t i = 0; i < t->n; i++) {
    t->weights[i].shared = 10 * t->weights[i].shared >= 7 * most; /* from here on: is it enough? */
    if (t->weights[i].shared) leads |= t->weights[i].leads;
  }
  for (uint32_t i = 0; i < t->n; i++) {
    t->weights[i].shared &= t->weights[i].leads >= leads;
    if (t->weights[i].shared && t->list[i]->words > longest) longest = t->list[i]->words;
  }
  for (uint32_t i = 0; i < t->n; i++)
    if (t->weights[i].shared && 2ull * t->list[i]->words >= longest &&
        (!best || is_better_original (t->list[i], best)))
      best = t->list[i];
  return best ? best : t->list[0];
}

static void set_key (const gathering *g, const entry *original, aln_story *story) {
  aln_text t = text_of (g, original);
  aln_digest d;
  aln_digest_begin (&d);
  aln_digest_add (&d, ALN_LIT ("story"));
  for (uint32_t i = 0; t.words && i < t.n; i++) {
    unsigned word = t.words[i] & ~ALN_SKETCH_QUOTED;
    char two[2] = {(char)(word & 0xFF), (char)(word >> 8)};
    aln_digest_add (&d, (aln_slice){two, 2});
  }
  aln_digest_hex (&d, story->key, 16);
}

static aln_member member_of (aln_status *st, telling *t, const entry *original, const entry *e,
                             uint32_t story) {
  aln_member m = {e->n, story, e->rank, ALN_ROLE_ORIGINAL, 1000, 1000, e->words, e->wire};
  aln_likeness l;
  if (e == original) return m;
  aln_comparer_with (st, &t->comparer, text_of (t->g, e), &l);
  if (*st != ALN_OK) return m;
  m.role = role_of (&l);
  m.similarity = share (&l.a) > share (&l.b) ? share (&l.a) : share (&l.b);
  m.resemblance = (uint16_t)aln_likeness_resemblance (&l);
  m.shared = l.a.covered < l.b.covered ? l.a.covered : l.b.covered;
  return m;
}

static void tell (aln_status *st, telling *t, aln_stories *out) {
  uint32_t index = out->stories_n++;
  aln_story *story = &out->stories[index];
  const entry *original = original_of (st, t);
  story->from = out->told_n;
  set_key (t->g, original, story);
  aln_comparer_take (st, &t->comparer, text_of (t->g, original));
  out->told[out->told_n++] = member_of (st, t, original, original, index);
  for (uint32_t i = 0; i < t->n && *st == ALN_OK; i++)
    if (t->list[i] != original)
      out->told[out->told_n++] = member_of (st, t, original, t->list[i], index);
  story->to = out->told_n;
}

/* -- all stories -------------------------------------------------------------------------------------
 */

/* Entries by core, each story's in order of time: a counting sort. */
static const entry **by_core (aln_status *st, const gathering *g, aln_arena *room, uint32_t *from) {
  uint32_t n = g->entries.n;
  const entry **list = aln_arena_get (st, room, ((size_t)n + 1) * sizeof *list);
  uint32_t *at = aln_arena_get (st, room, ((size_t)n + 1) * sizeof *at);
  if (*st != ALN_OK) return NULL;
  for (uint32_t i = 0; i < n; i++) from[g->entries.at[i].core + 1]++;
  for (uint32_t i = 0; i < n; i++) from[i + 1] += from[i];
  memcpy (at, from, n * sizeof *at);
  for (uint32_t i = 0; i < n; i++) list[at[g->entries.at[i].core]++] = &g->entries.at[i];
  return list;
}

static void tell_all (aln_status *st, const gathering *g, const aln_commons *commons,
                      aln_arena *room, aln_stories *out) {
  uint32_t n = g->entries.n;
  uint32_t *from = aln_arena_get (st, room, ((size_t)n + 2) * sizeof *from);
  telling t = {g, {.commons = commons}, NULL, 0, NULL};
  const entry **list = *st == ALN_OK ? by_core (st, g, room, from) : NULL;
  out->stories = aln_arena_get (st, &out->room, ((size_t)n / 2 + 1) * sizeof *out->stories);
  out->told = aln_arena_get (st, &out->room, ((size_t)n + 1) * sizeof *out->told);
  t.weights = aln_arena_get (st, room, ((size_t)n + 1) * sizeof *t.weights);
  for (uint32_t i = 0; i < n && list && *st == ALN_OK; i++) {
    if (from[i + 1] - from[i] < 2) continue;
    t.list = list + from[i];
    t.n = from[i + 1] - from[i];
    tell (st, &t, out);
  }
  aln_comparer_free (&t.comparer);
}

typedef struct place { /* for sorting by article number */
  int64_t n;
  uint32_t at;
} place;

static int by_number (const void *a, const void *b) {
  const place *x = a, *y = b;
  return (x->n > y->n) - (x->n < y->n);
}

static void index_all (aln_status *st, aln_arena *room, aln_stories *t) {
  place *places = aln_arena_get (st, room, ((size_t)t->told_n + 1) * sizeof *places);
  t->by_n = aln_arena_get (st, &t->room, ((size_t)t->told_n + 1) * sizeof *t->by_n);
  if (*st != ALN_OK) return;
  for (uint32_t i = 0; i < t->told_n; i++) places[i] = (place){t->told[i].n, i};
  qsort (places, t->told_n, sizeof *places, by_number);
  for (uint32_t i = 0; i < t->told_n; i++) t->by_n[i] = places[i].at;
}

static void find_stories (aln_status *st, gathering *g, aln_stories *out) {
  uint32_t n = g->entries.n;
  aln_text *texts = aln_arena_get (st, g->room, ((size_t)n + 1) * sizeof *texts);
  aln_home *homes = aln_arena_get (st, g->room, ((size_t)n + 1) * sizeof *homes);
  aln_commons commons = {NULL, NULL, 0};
  for (uint32_t i = 0; i < n && *st == ALN_OK; i++) texts[i] = text_of (g, &g->entries.at[i]);
  g->texts = texts;
  if (*st != ALN_OK || !out) return;
  aln_similar (st, g->room, texts, n, g->s->stop, g->s->stop_context, &commons, homes);
  for (uint32_t i = 0; i < n && *st == ALN_OK; i++) g->entries.at[i].core = homes[i].core;
  tell_all (st, g, &commons, g->room, out);
  index_all (st, g->room, out);
}

void aln_stories_free (aln_stories *t) {
  if (!t) return;
  aln_arena_free (&t->room);
  aln_free (t);
}

static aln_status make (aln_store *s, aln_stories **out, aln_fault *f) {
  aln_arena room = ALN_ARENA_EMPTY;
  gathering g = {s, &room, {NULL, 0, 0}, ALN_BUF_EMPTY, NULL};
  aln_stories *t = aln_alloc (sizeof *t);
  aln_status st = t ? ALN_OK : aln_rows_fault (s, ALN_ENOMEM, SQLITE_OK, f);
  if (t) memset (t, 0, sizeof *t);
  if (st == ALN_OK) st = gather (&g, f);
  if (st == ALN_OK) {
    find_stories (&st, &g, t);
    st = aln_rows_fault (s, st, SQLITE_OK, f);
  }
  aln_buf_free (&g.pool);
  aln_arena_free (&room);
  *out = st == ALN_OK ? t : NULL;
  if (st != ALN_OK) aln_stories_free (t);
  return st;
}

aln_status aln_stories_of (aln_store *s, const aln_stories **out, aln_fault *f) {
  aln_stories *t = s->stories;
  int rc = SQLITE_OK;
  int64_t version = aln_sql_data_version (&rc, s), changes = sqlite3_total_changes64 (s->db);
  aln_status st = aln_sql_fault (s, rc, "reading", f);
  if (st == ALN_OK && (!t || t->changes != changes || t->data_version != version)) {
    aln_stories_free (t);
    s->stories = t = NULL;
    st = make (s, &t, f);
    if (st == ALN_OK) {
      t->changes = sqlite3_total_changes64 (s->db); /* what waited is in the file now */
      t->data_version = version;
      s->stories = t;
    }
  }
  *out = t;
  return st;
}

const aln_member *aln_stories_find (const aln_stories *t, int64_t n) {
  uint32_t from = 0, to = t->told_n;
  while (from < to) {
    uint32_t middle = from + (to - from) / 2;
    const aln_member *m = &t->told[t->by_n[middle]];
    if (m->n == n) return m;
    if (m->n < n) from = middle + 1;
    else to = middle;
  }
  return NULL;
}
