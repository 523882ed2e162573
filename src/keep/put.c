/* put.c: in: a read article and what was said about it. Out: its rows and its index entry; and the
   same backwards. An article's rows are all there or none. */
#include "sqlite.h"

#include "../base/limits.h"
#include "../base/mem.h"
#include "../notice/notice.h"
#include "blocks.h"
#include "corpus.h"
#include "family.h"
#include "head.h"
#include "items.h"
#include "pending.h"
#include "reading.h"
#include "restore.h"
#include "terms.h"
#include "when.h"

/* -- rows ----------------------------------------------------------------------------------------
 */

static void look_up_stamp (int *rc, aln_store *s) {
  for (int i = 0; i < 2 && *rc == SQLITE_OK && !s->stamp; i++) {
    sqlite3_stmt *q = aln_sql_take (rc, s, i ? ALN_SQL_STAMP_ADD : ALN_SQL_STAMP);
    aln_sql_integer (rc, q, 1, ALN_READER_VERSION);
    aln_sql_whole (rc, q, 2, aln_slice_of (aln_lexicon_hash (s->lexicon)));
    if (aln_sql_row (rc, q)) s->stamp = sqlite3_column_int64 (q, 0);
    aln_sql_reset (q);
    if (i) s->stamp = *rc == SQLITE_OK ? sqlite3_last_insert_rowid (s->db) : 0;
  }
}

static void put_conflicts (int *rc, aln_store *s, const aln_article *a, int64_t n) {
  for (uint32_t i = 0; i < a->conflicts.n && *rc == SQLITE_OK; i++) {
    sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_CONFLICT);
    aln_sql_integer (rc, q, 1, n);
    aln_sql_integer (rc, q, 2, (int64_t)i + 1);
    aln_sql_whole (rc, q, 3, a->conflicts.at[i]);
    aln_sql_run (rc, q);
  }
}

static void put_vars (int *rc, aln_store *s, const aln_said *said, int64_t n) {
  for (uint32_t i = 0; i < said->vars && *rc == SQLITE_OK; i++) {
    sqlite3_stmt *q;
    if (said->values[i].kind == ALN_CELL_NIL) continue;
    q = aln_sql_take (rc, s, ALN_SQL_VAR);
    aln_sql_integer (rc, q, 1, n);
    aln_sql_whole (rc, q, 2, said->names[i]);
    aln_sql_cell (rc, q, 3, &said->values[i]);
    aln_sql_run (rc, q);
  }
}

static void put_original (int *rc, aln_store *s, const aln_article *a, int64_t n) {
  sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_ORIGINAL);
  aln_sql_integer (rc, q, 1, n);
  if (aln_head_plain (a->raw)) aln_sql_whole (rc, q, 2, a->raw);
  else if (*rc == SQLITE_OK) *rc = sqlite3_bind_blob64 (q, 2, a->raw.p, a->raw.n, SQLITE_STATIC);
  aln_sql_run (rc, q);
}

static void put_quoted (int *rc, aln_store *s, const aln_buf *words, int64_t n) {
  sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_QUOTED);
  aln_sql_integer (rc, q, 1, n);
  if (*rc == SQLITE_OK)
    *rc = sqlite3_bind_blob64 (q, 2, words->n ? words->p : "", words->n, SQLITE_STATIC);
  aln_sql_run (rc, q);
}

static void put_entry (int *rc, aln_store *s, const aln_entry_text *e, int64_t n, aln_sql which) {
  aln_slice columns[ALN_COLUMNS];
  for (int i = 0; i < ALN_COLUMNS; i++) columns[i] = aln_buf_slice (&e->column[i]);
  aln_index_entry (rc, s, columns, n, which);
}

/* -- putting in ------------------------------------------------------------------------------------
 */

typedef struct work { /* one article on its way in */
  aln_store *s;
  const aln_article *a;
  const aln_noticed *noticed;
  const aln_said *said;
  const aln_prepared *ready;
} work;

static int is_same (int *rc, const work *w) {
  sqlite3_stmt *q = aln_sql_take (rc, w->s, ALN_SQL_SAME);
  int same;
  aln_sql_whole (rc, q, 1, w->a->given_id);
  aln_sql_whole (rc, q, 2, aln_slice_of (w->ready->hash));
  aln_sql_text (rc, q, 3, w->a->source);
  aln_sql_text (rc, q, 4, w->a->url);
  same = aln_sql_row (rc, q);
  aln_sql_reset (q);
  return same;
}

static int64_t said_bits (const aln_article *a) {
  int64_t bits = 0;
  if (a->source.n && a->source.p != a->meta_source.p) bits |= 1;
  if (a->url.n && a->url.p != a->meta_url.p) bits |= 2;
  if (a->given_id.p != a->id && a->given_id.p != a->meta_id.p) bits |= 4;
  return bits;
}

/* The latest of modification and publication, as said, else as read. */
static int latest (const work *w, int64_t *seconds) {
  const aln_slice times[] = {w->said->modified, w->said->published,
                             w->said->published.n ? (aln_slice){"", 0} : w->a->meta_published};
  int known = 0;
  for (int i = 0; i < 3; i++) {
    int64_t t;
    if (!aln_when (times[i], &t) || (known && t <= *seconds)) continue;
    *seconds = t;
    known = 1;
  }
  return known || aln_when (aln_slice_of (w->a->published), seconds);
}

/* Of a family of others; 0: one of its own, under the number that it is going to have. */
static int64_t put_head (int *rc, const work *w, int64_t family) {
  sqlite3_stmt *q = aln_sql_take (rc, w->s, ALN_SQL_ARTICLE);
  int64_t time = 0;
  aln_head_bind (rc, w->s, q, w->a, &w->ready->entry, aln_buf_slice (&w->ready->byline));
  aln_sql_whole (rc, q, 20, w->a->given_id);
  aln_sql_whole (rc, q, 21, aln_slice_of (w->ready->hash));
  aln_sql_text (rc, q, 22, w->a->url);
  aln_sql_text (rc, q, 23, w->said->path);
  aln_sql_integer (rc, q, 24, said_bits (w->a));
  aln_sql_text (rc, q, 25, w->said->published);
  if (latest (w, &time)) aln_sql_integer (rc, q, 26, time);
  aln_sql_whole (rc, q, 27, w->said->format.n ? w->said->format : ALN_LIT ("text"));
  aln_sql_integer (rc, q, 28, (int64_t)w->a->raw.n);
  aln_sql_integer (rc, q, 29, family);
  aln_sql_run (rc, q);
  return *rc == SQLITE_OK ? sqlite3_last_insert_rowid (w->s->db) : 0;
}

static void put_rows (int *rc, const work *w, aln_put *what) {
  int64_t n, family = 0;
  aln_status st = ALN_OK;
  aln_arena room = ALN_ARENA_EMPTY;
  aln_named_list names = {NULL, 0, 0};
  look_up_stamp (rc, w->s);
  aln_family_find (rc, w->s, w->a->given_id, w->a->url, aln_slice_of (w->ready->hash), &family);
  n = put_head (rc, w, family);
  put_original (rc, w->s, w->a, n);
  aln_blocks_put (&st, rc, w->s, w->a, n);
  put_conflicts (rc, w->s, w->a, n);
  put_vars (rc, w->s, w->said, n);
  aln_items_put (&st, rc, w->s, w->a, w->noticed, n, &room, &names);
  put_quoted (rc, w->s, &w->ready->quoted, n);
  aln_family_join (rc, w->s, n, &family);
  aln_pending_add (&st, w->s, n, &w->ready->entry);
  aln_corpus_put (&st, rc, w->s, n, w->a, &w->noticed->quotes, &names);
  aln_arena_free (&room);
  if (*rc == SQLITE_OK && st != ALN_OK)
    *rc = st == ALN_ENOMEM ? SQLITE_NOMEM : st == ALN_ELIMIT ? SQLITE_TOOBIG : SQLITE_CORRUPT;
  *what = family == n ? ALN_PUT_ADDED : ALN_PUT_VERSION;
}

static void step (int *rc, aln_store *s, aln_sql which) {
  aln_sql_run (rc, aln_sql_take (rc, s, which));
}

/* Whatever happened inside, the savepoint ends: kept when *rc is SQLITE_OK, else undone. Without one
   all of the transaction is undone. */
static void end_save (int *rc, aln_store *s) {
  int undo = SQLITE_OK;
  if (s->whole) {
    if (*rc != SQLITE_OK) aln_store_rollback (s);
    return;
  }
  if (*rc == SQLITE_OK) step (rc, s, ALN_SQL_RELEASE);
  if (*rc == SQLITE_OK || !aln_store_writing (s)) return;
  aln_sql_forget (s);
  step (&undo, s, ALN_SQL_BACK);
  step (&undo, s, ALN_SQL_RELEASE);
}

static aln_status check_said (const aln_article *a, const aln_said *said, aln_fault *f) {
  const aln_slice names[] = {a->given_id, a->source, a->url};
  static const char *const what[] = {"id", "source", "url"};
  for (int i = 0; i < 3; i++)
    if (names[i].n > ALN_NAME_MAX)
      return aln_fail (f, ALN_ELIMIT, ALN_NOWHERE, "a %s of %zu bytes; at most %u (ALN_NAME_MAX)",
                       what[i], names[i].n, ALN_NAME_MAX);
  for (uint32_t i = 0; i < said->vars; i++)
    if (said->names[i].n > ALN_NAME_MAX || said->names[i].n == 0)
      return aln_fail (f, ALN_ELIMIT, ALN_NOWHERE,
                       "a name of vars of %zu bytes; 1 to %u are possible (ALN_NAME_MAX)",
                       said->names[i].n, ALN_NAME_MAX);
  return ALN_OK;
}

static aln_status put_in (work *w, aln_put *what, aln_fault *f) {
  int rc = SQLITE_OK;
  if (is_same (&rc, w)) {
    *what = ALN_PUT_SAME;
    return ALN_OK;
  }
  aln_corpus_flush (&rc, w->s, ALN_SEGMENT_FULL); /* not inside what may be undone */
  if (!w->s->whole) step (&rc, w->s, ALN_SQL_SAVE);
  if (rc == SQLITE_OK) {
    size_t waiting = w->s->pending.n;
    aln_builder_mark words = aln_corpus_at (w->s);
    put_rows (&rc, w, what);
    if (rc != SQLITE_OK) aln_sql_fault (w->s, rc, "writing to", f);
    end_save (&rc, w->s);
    if (rc != SQLITE_OK && w->s->pending.n > waiting) w->s->pending.n = waiting;
    if (rc != SQLITE_OK) aln_corpus_back (w->s, &words);
  }
  return rc == SQLITE_OK ? ALN_OK
         : f->text[0]    ? f->status
                         : aln_sql_fault (w->s, rc, "writing to", f);
}

/* Progress is not watched while something is half written: SQLite would undo the whole batch. */
static void mute (aln_store *s, int on) {
  int (*stop) (void *) = s->stop;
  if (on) sqlite3_progress_handler (s->db, 0, NULL, NULL);
  else aln_store_watch (s, stop, s->stop_context);
}

aln_status aln_store_put (aln_store *s, const aln_article *a, const aln_noticed *noticed,
                          const aln_prepared *ready, const aln_said *said, aln_put *what,
                          aln_fault *f) {
  aln_prepared own = {0};
  work w = {s, a, noticed, said, ready ? ready : &own};
  int alone = !aln_store_writing (s);
  aln_status st = check_said (a, said, f);
  f->text[0] = st == ALN_OK ? '\0' : f->text[0];
  if (st != ALN_OK) return st;
  if (!ready) aln_prepare (&st, a, &own);
  if (st != ALN_OK) aln_fail (f, st, ALN_NOWHERE, "%s", aln_status_text (st));
  if (st == ALN_OK && alone) st = aln_store_begin (s, f);
  if (st == ALN_OK) {
    mute (s, 1);
    st = put_in (&w, what, f);
    if (st == ALN_OK && alone) st = aln_store_commit (s, f);
    if (st != ALN_OK && alone) aln_store_rollback (s);
    mute (s, 0);
  }
  aln_prepared_free (&own);
  return st;
}

/* -- reading again -----------------------------------------------------------------------------------
 */

static void drop_read (int *rc, aln_store *s, int64_t n) {
  static const aln_sql drops[] = {ALN_SQL_DROP_BLOCKS, ALN_SQL_DROP_CONFLICTS, ALN_SQL_DROP_QUOTED};
  aln_items_drop (rc, s, n);
  for (size_t i = 0; i < sizeof drops / sizeof drops[0]; i++) {
    sqlite3_stmt *q = aln_sql_take (rc, s, drops[i]);
    aln_sql_integer (rc, q, 1, n);
    aln_sql_run (rc, q);
  }
}

typedef struct again {
  aln_store *s;
  int64_t n;
} again;

static aln_status replace (void *context, const aln_stored *stored) {
  const again *g = context;
  aln_fault f;
  aln_article *a = NULL;
  aln_status st = aln_article_read (stored->bytes, &stored->about, g->s->lexicon, &a, &f);
  aln_noticed noticed;
  aln_prepared ready = {0};
  aln_arena room = ALN_ARENA_EMPTY;
  aln_named_list names = {NULL, 0, 0};
  int rc = SQLITE_OK;
  sqlite3_stmt *q;
  if (st != ALN_OK) return st;
  aln_notice (&st, a, &noticed); /* it may date the article */
  aln_prepare (&st, a, &ready);
  if (st == ALN_OK) {
    drop_read (&rc, g->s, g->n);
    look_up_stamp (&rc, g->s);
    q = aln_sql_take (&rc, g->s, ALN_SQL_REREAD);
    aln_head_bind (&rc, g->s, q, a, &ready.entry, aln_buf_slice (&ready.byline));
    aln_sql_integer (&rc, q, 20, g->n);
    aln_sql_run (&rc, q);
    aln_blocks_put (&st, &rc, g->s, a, g->n);
    put_conflicts (&rc, g->s, a, g->n);
    aln_items_put (&st, &rc, g->s, a, &noticed, g->n, &room, &names);
    put_quoted (&rc, g->s, &ready.quoted, g->n);
    put_entry (&rc, g->s, &ready.entry, g->n, ALN_SQL_INDEX_PUT);
    aln_corpus_put (&st, &rc, g->s, g->n, a, &noticed.quotes, &names);
    aln_corpus_flush (&rc, g->s, ALN_SEGMENT_FULL);
    if (st == ALN_OK) st = aln_sql_status (rc);
  }
  aln_arena_free (&room);
  aln_prepared_free (&ready);
  aln_article_free (a);
  return st;
}

/* The number of the article after n, 0: none. */
static int64_t after (int *rc, aln_store *s, int64_t n) {
  sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_AFTER);
  int64_t next = 0;
  aln_sql_integer (rc, q, 1, n);
  if (aln_sql_row (rc, q)) next = sqlite3_column_int64 (q, 0);
  aln_sql_reset (q);
  return next;
}

static aln_status reread_all (aln_store *s, int64_t *count, aln_fault *f) {
  again g = {s, 0};
  int rc = SQLITE_OK;
  aln_status st = ALN_OK;
  step (&rc, s, ALN_SQL_INDEX_CLEAR);
  aln_corpus_clear (&st, &rc, s, 1);
  while (st == ALN_OK && (g.n = after (&rc, s, g.n)) > 0) {
    st = aln_store_get (s, g.n, replace, &g, f);
    ++*count;
    if (st == ALN_OK && aln_store_stopped (s)) st = ALN_EINTR;
  }
  step (&rc, s, ALN_SQL_DROP_STAMPS);
  if (st == ALN_OK) return aln_sql_fault (s, rc, "reading again", f);
  return aln_fail (f, st, ALN_NOWHERE, "reading again %.200s: %s; nothing was changed", s->path,
                   aln_status_text (st));
}

static aln_status renotice (void *context, const aln_stored *stored) {
  const again *g = context;
  aln_fault f;
  aln_article *a = NULL;
  aln_noticed noticed;
  int rc = SQLITE_OK;
  aln_status st = aln_article_read (stored->bytes, &stored->about, g->s->lexicon, &a, &f);
  if (st != ALN_OK) return st;
  aln_notice (&st, a, &noticed);
  if (st == ALN_OK) {
    aln_items_drop (&rc, g->s, g->n);
    aln_items_put (&st, &rc, g->s, a, &noticed, g->n, NULL, NULL);
  }
  aln_article_free (a);
  return st == ALN_OK ? aln_sql_status (rc) : st;
}

aln_status aln_store_renotice (aln_store *s, int64_t n, aln_fault *f) {
  again g = {s, n};
  aln_status st = aln_store_get (s, n, renotice, &g, f);
  if (st == ALN_OK || st == ALN_DONE) return st;
  return aln_fail (f, st, ALN_NOWHERE, "noticing again in %.200s: %s", s->path,
                   aln_status_text (st));
}

aln_status aln_store_reread (aln_store *s, int64_t *count, aln_fault *f) {
  aln_status st = aln_store_begin (s, f);
  *count = 0;
  if (st != ALN_OK) return st;
  mute (s, 1);
  st = reread_all (s, count, f);
  if (st == ALN_OK) st = aln_store_commit (s, f);
  else aln_store_rollback (s);
  mute (s, 0);
  return st;
}

/* -- taking out --------------------------------------------------------------------------------------
 */

static void drop_rows (int *rc, aln_store *s, int64_t n) {
  static const aln_sql drops[] = {ALN_SQL_DROP_BLOCKS,   ALN_SQL_DROP_CONFLICTS,
                                  ALN_SQL_DROP_VARS,     ALN_SQL_DROP_QUOTED,
                                  ALN_SQL_DROP_ORIGINAL, ALN_SQL_DROP_ARTICLE};
  aln_items_drop (rc, s, n);
  for (size_t i = 0; i < sizeof drops / sizeof drops[0]; i++) {
    sqlite3_stmt *q = aln_sql_take (rc, s, drops[i]);
    aln_sql_integer (rc, q, 1, n);
    aln_sql_run (rc, q);
  }
}

/* Gives every article its stream anew, out of its rows. */
static aln_status rebuild_streams (aln_store *s, int64_t *count, int *rc) {
  aln_status st = ALN_OK;
  int64_t n = 0;
  aln_corpus_clear (&st, rc, s, 1);
  while (st == ALN_OK && *rc == SQLITE_OK && (n = after (rc, s, n)) > 0) {
    aln_arena room = ALN_ARENA_EMPTY;
    aln_article a;
    aln_quotes quotes = {NULL, 0, 0};
    aln_restore (&st, rc, s, n, &room, &a, &quotes);
    aln_corpus_put (&st, rc, s, n, &a, &quotes, NULL);
    aln_corpus_flush (rc, s, ALN_SEGMENT_FULL);
    aln_arena_free (&room);
    ++*count;
    if (st == ALN_OK && aln_store_stopped (s)) st = ALN_EINTR;
  }
  return st;
}

static aln_status reindex_fault (aln_store *s, aln_status st, aln_fault *f) {
  return aln_fail (
      f, st, ALN_NOWHERE, "making the streams of %.200s anew: %s; nothing was changed", s->path,
      st == ALN_EVERSION ? "an older alliance has read its articles; set:reread() reads "
                           "them anew and gives them streams"
                         : aln_status_text (st));
}

aln_status aln_store_reindex (aln_store *s, int64_t *count, aln_fault *f) {
  aln_status st = aln_store_begin (s, f);
  int rc = SQLITE_OK;
  *count = 0;
  if (st != ALN_OK) return st;
  mute (s, 1);
  st = rebuild_streams (s, count, &rc);
  if (st != ALN_OK) reindex_fault (s, st, f);
  else st = aln_sql_fault (s, rc, "making the streams anew of", f);
  if (st == ALN_OK) st = aln_store_commit (s, f);
  else aln_store_rollback (s);
  mute (s, 0);
  return st;
}

/* Gives every article that is left its entry anew: for a file whose entries were made by a reader
   that cut words in another way. */
static aln_status rebuild_index (aln_store *s) {
  int rc = SQLITE_OK;
  int64_t n = 0;
  aln_status st = ALN_OK;
  step (&rc, s, ALN_SQL_INDEX_CLEAR);
  while (st == ALN_OK && (n = after (&rc, s, n)) > 0) {
    aln_entry_text e = {{ALN_BUF_EMPTY, ALN_BUF_EMPTY, ALN_BUF_EMPTY}};
    sqlite3_stmt *q;
    st = aln_entry_again (s, n, &e, NULL);
    if (st == ALN_OK) {
      put_entry (&rc, s, &e, n, ALN_SQL_INDEX_PUT);
      q = aln_sql_take (&rc, s, ALN_SQL_SUMS);
      aln_sql_integer (&rc, q, 1, n);
      aln_sql_integer (&rc, q, 2, aln_entry_sum (&e, ~0u));
      aln_sql_run (&rc, q);
    }
    aln_entry_free (&e);
    if (st == ALN_OK) st = aln_sql_status (rc);
    if (st == ALN_OK && aln_store_stopped (s)) st = ALN_EINTR;
  }
  return st == ALN_OK ? aln_sql_status (rc) : st;
}

/* One article out; *stale is set where the index could not be told what to forget. */
static aln_status remove_one (aln_store *s, int64_t n, int *stale) {
  aln_entry_text e = {{ALN_BUF_EMPTY, ALN_BUF_EMPTY, ALN_BUF_EMPTY}};
  int64_t sum = 0;
  int rc = SQLITE_OK;
  aln_status st = aln_entry_again (s, n, &e, &sum);
  if (st == ALN_OK) {
    if (aln_entry_sum (&e, ~0u) == sum) put_entry (&rc, s, &e, n, ALN_SQL_INDEX_FORGET);
    else *stale = 1;
    aln_corpus_forget (&st, &rc, s, n);
    drop_rows (&rc, s, n);
    if (st == ALN_OK) st = aln_sql_status (rc);
  }
  aln_entry_free (&e);
  return st;
}

static aln_status remove_all (aln_store *s, const aln_select *which, int64_t *count) {
  int64_t numbers[256];
  uint32_t n = 256;
  int stale = 0, rc = SQLITE_OK;
  aln_arena room = ALN_ARENA_EMPTY;
  aln_families families = {NULL, 0, 0};
  aln_status st = ALN_OK;
  while (st == ALN_OK && n == 256) {
    st = aln_store_next (s, which, 0, numbers, 256, &n, NULL);
    for (uint32_t i = 0; i < n && st == ALN_OK; i++) {
      aln_family_note (&st, &rc, s, numbers[i], &room, &families);
      if (st == ALN_OK) st = remove_one (s, numbers[i], &stale);
      if (st == ALN_OK) ++*count;
    }
    if (st == ALN_OK && aln_store_stopped (s)) st = ALN_EINTR;
  }
  if (st == ALN_OK) aln_family_settle (&st, &rc, s, &room, &families);
  if (st == ALN_OK && stale) st = rebuild_index (s);
  aln_arena_free (&room);
  return st == ALN_OK ? aln_sql_status (rc) : st;
}

aln_status aln_store_remove (aln_store *s, const aln_select *which, int64_t *count, aln_fault *f) {
  int alone = !aln_store_writing (s);
  aln_status st = alone ? aln_store_begin (s, f) : ALN_OK;
  *count = 0;
  if (st != ALN_OK) return st;
  mute (s, 1);
  st = remove_all (s, which, count);
  if (st != ALN_OK)
    aln_fail (f, st, ALN_NOWHERE, "taking out of %.200s: %s; nothing was taken out", s->path,
              aln_status_text (st));
  if (st == ALN_OK && alone) st = aln_store_commit (s, f);
  if (st != ALN_OK) aln_store_rollback (s);
  mute (s, 0);
  return st;
}
