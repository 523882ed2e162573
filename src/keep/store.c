/* store.c: in: a path. Out: a connection to an article set, checked, and its transactions. */
#define _POSIX_C_SOURCE 200809L
#include "sqlite.h"

#include "../base/mem.h"
#include "corpus.h"
#include "facets.h"
#include "forms.h"
#include "pending.h"
#include "schema.h"
#include "stories.h"

#include <errno.h>
#include <sys/stat.h>

#if SQLITE_VERSION_NUMBER < 3040000
#error "SQLite 3.40 or later is needed"
#endif

#define BUSY_MS 10000                     /* how long to wait for another writer */
#define VALUE_MAX (64 << 20)              /* bytes of one value that SQLite may make */
#define PAGE_SIZE "PRAGMA page_size=8192" /* an article of 2 to 6 kB leaves less of a page empty */
/* A batch of 256 articles changes a thousand pages of a set of 30,000, most of them those of indexes:
   in the 2 MB of cache that SQLite takes by itself each of them is written and read several times (30
   reads an article, against 3). And from the -wal (32 MB, then) into the file goes what four batches
   have changed, once. What is deleted is overwritten where that costs no page more: some builds of
   SQLite write every page that falls free, full of zeros. */
#define WRITING                                                                                    \
  "PRAGMA synchronous=NORMAL; PRAGMA secure_delete=FAST; PRAGMA cache_size=-32000; "               \
  "PRAGMA wal_autocheckpoint=4000"
#define STEPS_BETWEEN_ASKS 5000 /* of SQLite's machine, between two looks at 'stop' */

/* -- stopping ------------------------------------------------------------------------------------
 */

int aln_store_stopped (aln_store *s) { return s->stop && s->stop (s->stop_context); }

static int on_progress (void *s) { return aln_store_stopped (s); }

void aln_store_watch (aln_store *s, int (*stop) (void *), void *context) {
  s->stop = stop;
  s->stop_context = context;
  sqlite3_progress_handler (s->db, stop ? STEPS_BETWEEN_ASKS : 0, stop ? on_progress : NULL, s);
}

void aln_store_limit (aln_store *s, int busy_ms, int pages) {
  char *sql = sqlite3_mprintf ("PRAGMA max_page_count=%d", pages);
  sqlite3_busy_timeout (s->db, busy_ms);
  if (sql && pages > 0) sqlite3_exec (s->db, sql, NULL, NULL, NULL);
  sqlite3_free (sql);
}

const char *aln_store_path (const aln_store *s) { return s->path; }
int aln_store_readonly (const aln_store *s) { return s->readonly; }
aln_lexicon *aln_store_lexicon (const aln_store *s) { return s->lexicon; }
int aln_store_writing (const aln_store *s) { return !sqlite3_get_autocommit (s->db); }

/* -- opening -------------------------------------------------------------------------------------
 */

static int is_memory (const aln_store *s) { return strcmp (s->path, ":memory:") == 0; }

static aln_status missing (const aln_store *s, aln_fault *f) {
  struct stat is;
  if (is_memory (s)) return ALN_OK;
  if (stat (s->path, &is) == 0) {
    if (S_ISREG (is.st_mode)) return ALN_OK;
    return aln_fail (f, ALN_ENOTDB, ALN_NOWHERE,
                     "%.200s: %s, not an article set; give the path of a file", s->path,
                     S_ISDIR (is.st_mode) ? "a folder" : "not a file");
  }
  if (errno == ENOENT && !s->readonly) return ALN_OK;
  if (errno == ENOENT)
    return aln_fail (f, ALN_EIO, ALN_NOWHERE,
                     "%.200s: no such file; open it without readonly to make one", s->path);
  return aln_fail (f, ALN_EIO, ALN_NOWHERE, "%.200s: %s", s->path, strerror (errno));
}

/* What SQLite needs to hear before it looks into a file of strangers. */
static int guard (sqlite3 *db) {
  int rc = sqlite3_extended_result_codes (db, 1);
  sqlite3_busy_timeout (db, BUSY_MS);
  sqlite3_limit (db, SQLITE_LIMIT_LENGTH, VALUE_MAX);
  sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)NULL);
  /* References are there to be read and for PRAGMA foreign_key_check: every row of this file is
     written by a statement of ours, and to look its article up each time is a fifth of the writing. */
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_FKEY, 0, (int *)NULL);
  return rc;
}

static int connect (aln_store *s, const char *name, int flags) {
  int rc;
  sqlite3_close_v2 (s->db);
  s->db = NULL;
  rc = sqlite3_open_v2 (name, &s->db, flags | SQLITE_OPEN_NOMUTEX, NULL);
  return rc == SQLITE_OK ? guard (s->db) : rc;
}

static int look (aln_store *s) { /* reads the first page */
  return sqlite3_exec (s->db, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
}

/* "file:" + the path with every byte that means something in a URI as %XX + the rest. */
static char *immutable_name (const char *path) {
  static const char hex[] = "0123456789ABCDEF";
  char *name = aln_alloc (strlen (path) * 3 + 40), *p = name;
  if (!name) return NULL;
  memcpy (p, "file://", sizeof "file://");
  p += *path == '/' ? 7 : 5;
  for (; *path; path++) {
    unsigned char c = (unsigned char)*path;
    if (aln_is_alpha (c) || aln_is_digit (c) || c == '/' || c == '.' || c == '-' || c == '_')
      *p++ = (char)c;
    else {
      *p++ = '%';
      *p++ = hex[c >> 4];
      *p++ = hex[c & 15];
    }
  }
  memcpy (p, "?immutable=1", sizeof "?immutable=1");
  return name;
}

static int has_wal (const aln_store *s) {
  struct stat is;
  char *name = sqlite3_mprintf ("%s-wal", s->path);
  int yes = name && stat (name, &is) == 0 && is.st_size > 0;
  sqlite3_free (name);
  return yes;
}

/* A file in WAL mode wants to write beside itself even to be read. Where it cannot, it is read as
   one that nobody changes, which is true only when no writer has left a -wal behind. */
static aln_status connect_readonly (aln_store *s, aln_fault *f) {
  int rc = connect (s, s->path, SQLITE_OPEN_READONLY), kind;
  char *name;
  if (rc == SQLITE_OK) rc = look (s);
  kind = rc & 0xff;
  if (kind != SQLITE_CANTOPEN && kind != SQLITE_READONLY)
    return aln_sql_fault (s, rc, "reading", f);
  if (has_wal (s))
    return aln_fail (
        f, ALN_EREADONLY, ALN_NOWHERE,
        "%.200s: what was written last stands in %.200s-wal, which cannot be read in a "
        "place that cannot be written; a writer must close it first",
        s->path, s->path);
  name = immutable_name (s->path);
  if (!name) return aln_fail (f, ALN_ENOMEM, ALN_NOWHERE, "%s", aln_status_text (ALN_ENOMEM));
  rc = connect (s, name, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  aln_free (name);
  if (rc == SQLITE_OK) rc = look (s);
  return aln_sql_fault (s, rc, "reading", f);
}

static aln_status connect_writable (aln_store *s, aln_fault *f) {
  int rc = connect (s, s->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  if (rc == SQLITE_OK) rc = look (s);
  if (rc == SQLITE_OK && sqlite3_db_readonly (s->db, "main") == 1) rc = SQLITE_READONLY;
  if ((rc & 0xff) == SQLITE_CANTOPEN)
    return aln_fail (f, ALN_EREADONLY, ALN_NOWHERE,
                     "%.200s: cannot be made or written there (%s); choose a folder that can be "
                     "written, or open what is there with readonly=true",
                     s->path, errno ? strerror (errno) : "the system says no more");
  return aln_sql_fault (s, rc, "opening", f);
}

/* WAL needs the file alone for a moment, and SQLite does not wait for that by itself. */
static int set_wal (sqlite3 *db) {
  int rc = SQLITE_BUSY;
  for (int i = 0; i < 200 && (rc & 0xff) == SQLITE_BUSY; i++) {
    if (i) sqlite3_sleep (25);
    rc = sqlite3_exec (db, "PRAGMA journal_mode=WAL", NULL, NULL, NULL);
  }
  return rc == SQLITE_OK ? sqlite3_exec (db, WRITING, NULL, NULL, NULL) : rc;
}

/* Makes or migrates under the write lock; another process may have done it meanwhile. */
static aln_status migrate (aln_store *s, aln_fault *f) {
  aln_status st;
  int version, rc = sqlite3_exec (s->db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  if (rc != SQLITE_OK) return aln_sql_fault (s, rc, "writing to", f);
  st = aln_schema_version (s->db, s->path, &version, f);
  if (st == ALN_OK && version < ALN_SCHEMA_VERSION) rc = aln_schema_migrate (s->db, version);
  if (st == ALN_OK && rc == SQLITE_OK) rc = sqlite3_exec (s->db, "COMMIT", NULL, NULL, NULL);
  if (st == ALN_OK) st = aln_sql_fault (s, rc, "making the tables of", f);
  if (st != ALN_OK) sqlite3_exec (s->db, "ROLLBACK", NULL, NULL, NULL);
  return st;
}

static aln_status prepare_file (aln_store *s, aln_fault *f) {
  int version = 0;
  aln_status st;
  f->text[0] = '\0';
  st = aln_schema_version (s->db, s->path, &version, f);
  if (st == ALN_OK && version < ALN_SCHEMA_VERSION && s->readonly)
    return aln_fail (f, version ? ALN_EVERSION : ALN_ENOTDB, ALN_NOWHERE,
                     "%.200s: %s; open it once without readonly", s->path,
                     version ? "written by an older alliance" : "an empty file");
  if (st == ALN_OK && !s->readonly) {
    int rc = SQLITE_OK;
    if (version == 0) rc = sqlite3_exec (s->db, PAGE_SIZE, NULL, NULL, NULL);
    if (rc == SQLITE_OK) rc = set_wal (s->db);
    if (rc != SQLITE_OK) return aln_sql_fault (s, rc, "opening", f);
  }
  if (st == ALN_OK && version < ALN_SCHEMA_VERSION) st = migrate (s, f);
  if (st == ALN_OK) st = aln_schema_check (s->db, s->path, f);
  if (st == ALN_EIO && !f->text[0])
    st = aln_sql_fault (s, sqlite3_extended_errcode (s->db), "reading", f);
  return st;
}

static char *copy_path (const char *path) {
  size_t head = strncmp (path, "file:", 5) == 0 ? 2 : 0; /* "./file:…": never a URI */
  char *copy = aln_alloc (head + strlen (path) + 1);
  if (!copy) return NULL;
  memcpy (copy, "./", head);
  memcpy (copy + head, path, strlen (path) + 1);
  return copy;
}

aln_status aln_store_open (const char *path, unsigned flags, aln_lexicon *x, aln_store **out,
                           aln_fault *f) {
  aln_store *s = aln_alloc (sizeof *s);
  aln_status st;
  *out = NULL;
  if (!s) return aln_fail (f, ALN_ENOMEM, ALN_NOWHERE, "%s", aln_status_text (ALN_ENOMEM));
  memset (s, 0, sizeof *s);
  s->readonly = (flags & ALN_OPEN_READONLY) != 0;
  s->lexicon = aln_lexicon_hold (x);
  s->path = copy_path (path && *path ? path : ":memory:");
  st = s->path ? missing (s, f)
               : aln_fail (f, ALN_ENOMEM, ALN_NOWHERE, "%s", aln_status_text (ALN_ENOMEM));
  errno = 0;
  if (st == ALN_OK)
    st = s->readonly && !is_memory (s) ? connect_readonly (s, f) : connect_writable (s, f);
  if (st == ALN_OK) st = prepare_file (s, f);
  if (st == ALN_OK) *out = s;
  else aln_store_close (s);
  return st;
}

void aln_store_close (aln_store *s) {
  if (!s) return;
  aln_corpus_free (s->corpus);
  aln_facets_free (s->facets);
  aln_tallies_free (s->tallies);
  aln_sql_close (s);
  if (s->db && !s->readonly && sqlite3_get_autocommit (s->db) == 0)
    sqlite3_exec (s->db, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close_v2 (s->db);
  aln_lexicon_drop (s->lexicon);
  aln_buf_free (&s->pending);
  aln_stories_free (s->stories);
  aln_forms_free (s->forms);
  aln_free (s->path);
  aln_free (s);
}

/* -- transactions --------------------------------------------------------------------------------
 */

/* The forms that were looked up before are good as long as nobody else has changed the file. */
static void keep_forms (int *rc, aln_store *s) {
  int64_t version = aln_sql_data_version (rc, s);
  if (*rc != SQLITE_OK || version != s->forms_version) aln_forms_forget (s);
  s->forms_version = version;
}

/* Where what may be undone alone is kept: the savepoint of an article copies thirty pages, which are
   two writes each into a file (134,000 of them for 2,000 articles) or stay in memory until its end.
   Sorting, when questions are asked, may fill files. */
static void undo_anywhere (aln_store *s) {
  int rc = SQLITE_OK;
  aln_sql_run (&rc, aln_sql_take (&rc, s, ALN_SQL_UNDO_ANYWHERE));
}

static aln_status begin (aln_store *s, int whole, aln_fault *f) {
  int rc = SQLITE_OK;
  if (s->readonly && !is_memory (s))
    return aln_fail (f, ALN_EREADONLY, ALN_NOWHERE,
                     "%.200s: opened with readonly=true; open it without to change it", s->path);
  s->whole = whole;
  s->stamp = 0;
  s->pending.n = 0;
  aln_corpus_reset (s, 0);
  aln_sql_run (&rc, aln_sql_take (&rc, s, ALN_SQL_UNDO_IN_MEMORY));
  aln_sql_run (&rc, aln_sql_take (&rc, s, ALN_SQL_BEGIN));
  keep_forms (&rc, s);
  return aln_sql_fault (s, rc, "writing to", f);
}

aln_status aln_store_begin (aln_store *s, aln_fault *f) { return begin (s, 0, f); }

aln_status aln_store_begin_whole (aln_store *s, aln_fault *f) { return begin (s, 1, f); }

aln_status aln_store_commit (aln_store *s, aln_fault *f) {
  int rc = SQLITE_OK;
  aln_status st;
  if (!aln_store_writing (s))
    return aln_fail (f, ALN_EIO, ALN_NOWHERE,
                     "writing to %.200s: the batch was lost with the failure before; what was "
                     "committed before it is kept",
                     s->path);
  aln_pending_flush (&rc, s);
  aln_corpus_flush (&rc, s, 0);
  aln_sql_run (&rc, aln_sql_take (&rc, s, ALN_SQL_COMMIT));
  st = aln_sql_fault (s, rc, "writing to", f);
  if (st != ALN_OK) aln_store_rollback (s);
  else undo_anywhere (s);
  return st;
}

void aln_store_rollback (aln_store *s) {
  int rc = SQLITE_OK;
  aln_sql_forget (s);
  aln_corpus_reset (s, 1);
  s->pending.n = 0;
  if (aln_store_writing (s)) aln_sql_run (&rc, aln_sql_take (&rc, s, ALN_SQL_ROLLBACK));
  undo_anywhere (s);
}
