/* reading.c: in: the number of an article. Out: its bytes with what was said; its index entry. */
#include "reading.h"

#include "../base/limits.h"

/* -- the entry -----------------------------------------------------------------------------------
 */

/* Where a place of the input is in the clean text. Asked with rising places, it goes once through
   the map. */
typedef struct follower {
  const aln_map *map;
  uint32_t piece;
} follower;

static uint32_t follow (follower *w, uint32_t raw, int end) {
  if (w->map->n == 0) return raw;
  while (w->piece + 1 < w->map->n) {
    const aln_piece *p = &w->map->at[w->piece];
    if (end ? p->in + p->in_n >= raw : p->in + p->in_n > raw) break;
    w->piece++;
  }
  const aln_piece *p = &w->map->at[w->piece];
  if (raw < p->in) return p->out;
  if (p->same && raw - p->in <= p->in_n) return p->out + (raw - p->in);
  return end ? p->out + p->out_n : p->out;
}

/* Where a stored block is in the clean text. */
static aln_span block_span (follower *w, aln_slice clean, aln_span raw) {
  uint32_t from = follow (w, raw.from, 0), to = follow (w, raw.to, 1);
  if (to > clean.n) to = (uint32_t)clean.n;
  return (aln_span){from, from < to ? to : from};
}

/* The words of a block as they would be cut out of its text alone, without a lexicon: of an article's
   tokens those alone may differ that have taken a stop in, which lexicon and neighbours decide. To
   cut all words once more was a tenth of the keeping; this is left for one block in four. */
static int has_stops (const aln_article *a, const aln_block *b) {
  for (uint32_t i = b->tokens_from; i < b->tokens_to; i++) {
    const aln_token *t = &a->tokens.at[i];
    if (t->kind != ALN_TOKEN_MARK && a->text.p[t->to - 1] == '.') return 1;
  }
  return 0;
}

static void add_block (aln_status *st, const aln_article *a, const aln_block *b, aln_span clean,
                       aln_arena *room, aln_entry_text *e) {
  aln_slice kind = aln_slice_of (aln_block_kind_name (b->kind));
  uint32_t n = b->tokens_to - b->tokens_from;
  aln_tokens tokens = {a->tokens.at + b->tokens_from, n, n};
  if (clean.from != b->clean.from || clean.to != b->clean.to || has_stops (a, b))
    aln_entry_block (st, e, room, kind, aln_cut (a->clean.text, clean));
  else aln_entry_words (st, e, kind, a->text, &tokens);
}

/* One way for both: a read article's blocks go back to raw places first, as they are stored. */
void aln_entry_of (aln_status *st, const aln_article *a, aln_entry_text *e) {
  follower w = {&a->clean.map, 0};
  aln_arena room = ALN_ARENA_EMPTY;
  for (uint32_t i = 0; i < a->blocks.n && *st == ALN_OK; i++) {
    const aln_block *b = &a->blocks.at[i];
    aln_span raw = aln_map_back (&a->clean.map, b->clean);
    aln_span clean = block_span (&w, a->clean.text, raw);
    if (b->kind != ALN_BOILERPLATE) add_block (st, a, b, clean, &room, e);
  }
  if (e->column[ALN_COLUMN_HEADLINE].n == 0)
    aln_entry_block (st, e, &room, aln_slice_of (aln_block_kind_name (ALN_HEADLINE)), a->headline);
  aln_arena_free (&room);
}

typedef struct entry_work {
  aln_store *s;
  int64_t n;
  aln_entry_text *e;
} entry_work;

static aln_status blocks_again (int *rc, sqlite3_stmt *q, const aln_clean *clean, size_t raw_n,
                                aln_arena *room, aln_entry_text *e) {
  follower w = {&clean->map, 0};
  aln_slice furniture = aln_slice_of (aln_block_kind_name (ALN_BOILERPLATE));
  aln_status st = ALN_OK;
  int64_t before = 0;
  while (st == ALN_OK && aln_sql_row (rc, q)) {
    int64_t first = sqlite3_column_int64 (q, 0), last = sqlite3_column_int64 (q, 1);
    aln_slice kind = aln_sql_slice (q, 2), text;
    if (first < 1 || last < first - 1 || (uint64_t)last > raw_n || first <= before)
      return ALN_ECORRUPT;
    before = first;
    text = aln_cut (clean->text,
                    block_span (&w, clean->text, (aln_span){(uint32_t)first - 1, (uint32_t)last}));
    if (!aln_same (kind, furniture)) aln_entry_block (&st, e, room, kind, text);
  }
  return st;
}

static aln_status entry_use (void *context, const aln_stored *stored) {
  const entry_work *w = context;
  aln_arena room = ALN_ARENA_EMPTY;
  aln_clean clean;
  int rc = SQLITE_OK;
  aln_status st = aln_clean_bytes (stored->bytes, &room, &clean, NULL);
  if (st == ALN_OK) {
    sqlite3_stmt *q = aln_sql_take (&rc, w->s, ALN_SQL_BLOCKS);
    aln_sql_integer (&rc, q, 1, w->n);
    st = blocks_again (&rc, q, &clean, stored->bytes.n, &room, w->e);
    aln_sql_reset (q);
  }
  aln_arena_free (&room);
  return st == ALN_OK ? aln_sql_status (rc) : st;
}

aln_status aln_entry_again (aln_store *s, int64_t n, aln_entry_text *e, int64_t *sum) {
  entry_work w = {s, n, e};
  int rc = SQLITE_OK;
  aln_status st = aln_store_get (s, n, entry_use, &w, NULL);
  sqlite3_stmt *q = aln_sql_take (&rc, s, ALN_SQL_HEAD);
  aln_sql_integer (&rc, q, 1, n);
  if (st == ALN_OK && aln_sql_row (&rc, q)) {
    aln_arena room = ALN_ARENA_EMPTY;
    if (e->column[ALN_COLUMN_HEADLINE].n == 0)
      aln_entry_block (&st, e, &room, aln_slice_of (aln_block_kind_name (ALN_HEADLINE)),
                       aln_sql_slice (q, 1));
    if (sum) *sum = sqlite3_column_int64 (q, 2);
    aln_arena_free (&room);
  }
  aln_sql_reset (q);
  return st == ALN_OK ? aln_sql_status (rc) : st;
}

/* -- an article again ------------------------------------------------------------------------------
 */

/* Only what the caller said is said again; the page says the rest itself. The id stays what it is. */
static aln_stored stored_row (sqlite3_stmt *q) {
  aln_stored r = {aln_sql_slice (q, 0), {{"", 0}, {"", 0}, {"", 0}, {"", 0}}, {"", 0}};
  int said = sqlite3_column_int (q, 6);
  if (said & 1) r.about.source = aln_sql_slice (q, 1);
  r.about.url = aln_sql_slice (q, 2);
  r.about.id = aln_sql_slice (q, 3);
  r.about.published = aln_sql_slice (q, 4);
  r.path = aln_sql_slice (q, 5);
  return r;
}

aln_status aln_store_get (aln_store *s, int64_t n, aln_status (*use) (void *, const aln_stored *),
                          void *context, aln_fault *f) {
  int rc = SQLITE_OK;
  aln_status st = ALN_DONE;
  sqlite3_stmt *q = aln_sql_take (&rc, s, ALN_SQL_GET);
  aln_sql_integer (&rc, q, 1, n);
  if (aln_sql_row (&rc, q)) {
    aln_stored r = stored_row (q);
    st = r.bytes.n > ALN_ARTICLE_MAX ? ALN_ECORRUPT : use (context, &r);
  }
  aln_sql_reset (q);
  return rc == SQLITE_OK ? st : f ? aln_sql_fault (s, rc, "reading", f) : aln_sql_status (rc);
}

aln_status aln_store_find (aln_store *s, aln_slice id, int64_t *n, aln_fault *f) {
  int rc = SQLITE_OK;
  sqlite3_stmt *q = aln_sql_take (&rc, s, ALN_SQL_BY_ID);
  *n = 0;
  aln_sql_whole (&rc, q, 1, id);
  if (aln_sql_row (&rc, q)) *n = sqlite3_column_int64 (q, 0);
  aln_sql_reset (q);
  return aln_sql_fault (s, rc, "reading", f);
}

aln_status aln_store_next (aln_store *s, const aln_select *which, int64_t after, int64_t *numbers,
                           uint32_t room, uint32_t *count, aln_fault *f) {
  aln_arena a = ALN_ARENA_EMPTY;
  aln_buf sql = ALN_BUF_EMPTY;
  aln_binds binds = {{NULL, 0, 0}};
  aln_status st = ALN_OK;
  sqlite3_stmt *q;
  int rc = SQLITE_OK;
  *count = 0;
  aln_buf_add (&st, &sql, ALN_LIT ("SELECT a.n FROM article a WHERE a.n > ?1 AND"));
  aln_select_sql (&st, which, 0, &a, &sql, &binds);
  aln_buf_add (&st, &sql, ALN_LIT (" ORDER BY a.n"));
  q = st == ALN_OK ? aln_sql_prepare (&rc, s, aln_buf_slice (&sql)) : NULL;
  if (q) {
    aln_sql_integer (&rc, q, 1, after);
    aln_sql_cells (&rc, q, 2, &binds);
    while (*count < room && aln_sql_row (&rc, q)) numbers[(*count)++] = sqlite3_column_int64 (q, 0);
  }
  sqlite3_finalize (q);
  aln_buf_free (&sql);
  aln_arena_free (&a);
  if (st == ALN_OK && rc != SQLITE_OK)
    st = f ? aln_sql_fault (s, rc, "asking", f) : aln_sql_status (rc);
  else if (st != ALN_OK) aln_fail (f, st, ALN_NOWHERE, "%s", aln_status_text (st));
  return st;
}

static aln_cell copy_value (aln_status *st, aln_arena *a, sqlite3_stmt *q, int column) {
  switch (sqlite3_column_type (q, column)) {
  case SQLITE_INTEGER:
    return (aln_cell){ALN_CELL_INTEGER, {.integer = sqlite3_column_int64 (q, column)}};
  case SQLITE_FLOAT: return (aln_cell){ALN_CELL_REAL, {.real = sqlite3_column_double (q, column)}};
  case SQLITE_NULL: return (aln_cell){ALN_CELL_NIL, {0}};
  default:
    return (aln_cell){ALN_CELL_TEXT, {.text = aln_arena_copy (st, a, aln_sql_slice (q, column))}};
  }
}

aln_status aln_store_vars (aln_store *s, int64_t n, aln_arena *a, aln_vars *out, aln_fault *f) {
  int rc = SQLITE_OK;
  aln_status st = ALN_OK;
  sqlite3_stmt *q = aln_sql_take (&rc, s, ALN_SQL_VARS);
  aln_sql_integer (&rc, q, 1, n);
  while (st == ALN_OK && aln_sql_row (&rc, q)) {
    aln_slice *name = ALN_ADD (&st, a, &out->names);
    aln_cell *value = ALN_ADD (&st, a, &out->values);
    if (!name || !value) break;
    *name = aln_arena_copy (&st, a, aln_sql_slice (q, 0));
    *value = copy_value (&st, a, q, 1);
  }
  aln_sql_reset (q);
  if (st != ALN_OK) return aln_fail (f, st, ALN_NOWHERE, "%s", aln_status_text (st));
  return aln_sql_fault (s, rc, "reading", f);
}

/* -- the fingerprint -------------------------------------------------------------------------------
   A sum over the articles, so that their order does not matter. It is kept while neither this
   connection nor another has changed the file. */

static uint64_t article_sum (aln_slice hash, aln_slice id) {
  uint64_t sum = 1469598103934665603u; /* FNV-1a */
  for (size_t i = 0; i < hash.n + id.n; i++)
    sum = (sum ^ (unsigned char)(i < hash.n ? hash.p[i] : id.p[i - hash.n])) * 1099511628211u;
  return sum;
}

static void to_hex (uint64_t sum, char hex[17]) {
  for (int i = 0; i < 16; i++) hex[i] = "0123456789abcdef"[sum >> (60 - 4 * i) & 15];
  hex[16] = '\0';
}

aln_status aln_store_fingerprint (aln_store *s, char hex[17], aln_fault *f) {
  int rc = SQLITE_OK;
  int64_t version = aln_sql_data_version (&rc, s), changes = sqlite3_total_changes64 (s->db);
  if (!s->fingerprint[0] || version != s->data_version || changes != s->changes) {
    sqlite3_stmt *q = aln_sql_take (&rc, s, ALN_SQL_HASHES);
    uint64_t sum = 0;
    while (aln_sql_row (&rc, q)) {
      aln_slice hash = aln_sql_slice (q, 0);
      sum += article_sum (hash, aln_sql_slice (q, 1));
    }
    aln_sql_reset (q);
    s->data_version = version;
    s->changes = changes;
    if (rc == SQLITE_OK) to_hex (sum, s->fingerprint);
  }
  memcpy (hex, s->fingerprint, 17);
  return aln_sql_fault (s, rc, "reading", f);
}

aln_status aln_store_state (aln_store *s, int64_t *version, int64_t *changes, aln_fault *f) {
  int rc = SQLITE_OK;
  *version = aln_sql_data_version (&rc, s);
  *changes = sqlite3_total_changes64 (s->db);
  return aln_sql_fault (s, rc, "reading", f);
}
