/* schema.c: in: a connection. Out: the tables, migrated and checked. All DDL is here. */
#include "schema.h"

#include "index.h"
#include "items.h"
#include "sketch.h"
#include "streams.h"

#include <sqlite3.h>
#include <string.h>

/* Comments stay in the file: `.schema` in the sqlite3 shell shows them. */
static const char schema_1[] =
    "CREATE TABLE stamp ( -- who read an article: positions of its blocks belong to a stamp\n"
    "  stamp INTEGER PRIMARY KEY,\n"
    "  reader INTEGER NOT NULL, -- version of the reader\n"
    "  lexicon TEXT NOT NULL, -- hash of the lexicon\n"
    "  UNIQUE (reader, lexicon)\n"
    ") STRICT;\n"
    "CREATE TABLE article ( -- one row an article: what was said about it and what was read in it\n"
    "  n INTEGER PRIMARY KEY, -- joins the tables of this file; never shown, never kept elsewhere\n"
    "  id TEXT NOT NULL, -- given, or a hash of bytes, source and url\n"
    "  family INTEGER NOT NULL, -- articles that are versions of one another share it\n"
    "  counts INTEGER NOT NULL, -- 1: the version of its family that counts\n"
    "  hash TEXT NOT NULL, -- of the bytes: 32 digits of SHA-256\n"
    "  source TEXT,\n"
    "  url TEXT,\n"
    "  path TEXT, -- the file it came from\n"
    "  said INTEGER NOT NULL, -- which of these the caller said, not the page: 1 source, 2 url, 4 "
    "id\n"
    "  published_said TEXT, -- the publication time, as the caller said it\n"
    "  time INTEGER, -- seconds since 1970: the latest of modification and publication\n"
    "  format TEXT NOT NULL, -- text\n"
    "  stamp INTEGER NOT NULL REFERENCES stamp,\n"
    "  published TEXT, -- the day, where it is known\n"
    "  earliest TEXT, -- else the bracket in which it lies, where there is one\n"
    "  latest TEXT,\n"
    "  how TEXT NOT NULL, -- metadata, dateline, ..., unknown\n"
    "  headline TEXT,\n"
    "  byline TEXT, -- names, joined by '; '\n"
    "  agency TEXT,\n"
    "  dateline_place TEXT,\n"
    "  dateline_date TEXT, -- XXXX-12-20 where no year is known\n"
    "  language TEXT NOT NULL, -- ISO 639-1, or und\n"
    "  words INTEGER NOT NULL, -- of the body\n"
    "  sentences INTEGER NOT NULL,\n"
    "  encoding TEXT NOT NULL, -- of the bytes, as they came\n"
    "  replaced INTEGER NOT NULL, -- bytes that could not be read as text\n"
    "  bytes INTEGER NOT NULL, -- how many\n"
    "  cut INTEGER NOT NULL, -- 1: the last paragraph stops in the middle\n"
    "  body_sum INTEGER NOT NULL, -- of the words of the body: equal in copies\n"
    "  index_sum INTEGER NOT NULL -- of what the index was given\n"
    ") STRICT;\n"
    "CREATE INDEX article_id ON article(id, hash);\n"
    "CREATE INDEX article_url ON article(url, hash) WHERE url IS NOT NULL;\n"
    "CREATE INDEX article_family ON article(family, time, hash) WHERE family <> n;\n"
    "CREATE TABLE original ( -- the bytes of an article, once, as they came\n"
    "  n INTEGER PRIMARY KEY REFERENCES article,\n"
    "  bytes ANY NOT NULL -- TEXT where they are UTF-8 without NUL, else BLOB\n"
    ") STRICT;\n"
    "CREATE TABLE var ( -- the analyst's own columns\n"
    "  n INTEGER NOT NULL REFERENCES article,\n"
    "  name TEXT NOT NULL,\n"
    "  value ANY NOT NULL, -- truth values are 1 and 0\n"
    "  PRIMARY KEY (n, name)\n"
    ") STRICT, WITHOUT ROWID;\n";

static const char schema_1_blocks[] =
    "CREATE TABLE label ( -- what a block is, and why\n"
    "  label INTEGER PRIMARY KEY,\n"
    "  kind TEXT NOT NULL, -- headline byline dateline caption credit subhead paragraph "
    "boilerplate\n"
    "  reason TEXT NOT NULL, -- of boilerplate: metadata, share, ...; else empty\n"
    "  rule TEXT NOT NULL, -- the rule of the reader that said so\n"
    "  UNIQUE (kind, reason, rule)\n"
    ") STRICT;\n"
    "CREATE TABLE block ( -- the pieces of an article in order; together all but its white space\n"
    "  n INTEGER NOT NULL REFERENCES article,\n"
    "  i INTEGER NOT NULL, -- from 1\n"
    "  label INTEGER NOT NULL REFERENCES label,\n"
    "  raw_first INTEGER NOT NULL, -- bytes of the original, from 1, inclusive\n"
    "  raw_last INTEGER NOT NULL,\n"
    "  text_first INTEGER, -- bytes of the article's text; NULL for boilerplate\n"
    "  text_last INTEGER,\n"
    "  PRIMARY KEY (n, i)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE conflict ( -- what is said about an article and cannot be so\n"
    "  n INTEGER NOT NULL REFERENCES article,\n"
    "  i INTEGER NOT NULL, -- from 1\n"
    "  says TEXT NOT NULL,\n"
    "  PRIMARY KEY (n, i)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE VIEW blocks AS -- the text of every block, as it came\n"
    "  SELECT a.id, b.i, l.kind, l.reason, l.rule,\n"
    "    CAST(substr(CAST(o.bytes AS BLOB), b.raw_first, b.raw_last - b.raw_first + 1) AS TEXT) AS "
    "text\n"
    "  FROM block b JOIN label l USING (label) JOIN article a USING (n) JOIN original o USING "
    "(n);\n"
    "CREATE VIEW articles AS -- the articles that count, in order of publication\n"
    "  SELECT id, published, how, source, headline, agency, language, words, url, path, byline,\n"
    "    dateline_place, dateline_date, encoding, bytes\n"
    "  FROM article WHERE counts ORDER BY published IS NULL, published, id;\n";

#define STEPS 8

/* migrations[v] leads from version v to v + 1. */
static const char *const migrations[ALN_SCHEMA_VERSION][STEPS] = {
    {schema_1, schema_1_blocks, ALN_INDEX_SQL},
    {ALN_ITEMS_SQL, ALN_ITEMS_SQL_SAID, ALN_ITEMS_SQL_CONSULTATIONS, ALN_ITEMS_SQL_VIEWS,
     ALN_SKETCH_SQL, ALN_STREAMS_SQL},
    {ALN_ITEMS_SQL_LISTS, ALN_STREAMS_SQL_TERMS, ALN_INDEX_MERGES}};

int aln_schema_migrate (sqlite3 *db, int version) {
  int rc = SQLITE_OK;
  char *sql;
  for (; version < ALN_SCHEMA_VERSION && rc == SQLITE_OK; version++)
    for (int i = 0; i < STEPS && migrations[version][i] && rc == SQLITE_OK; i++)
      rc = sqlite3_exec (db, migrations[version][i], NULL, NULL, NULL);
  if (rc != SQLITE_OK) return rc;
  sql = sqlite3_mprintf ("PRAGMA application_id=%d; PRAGMA user_version=%d", ALN_APPLICATION_ID,
                         ALN_SCHEMA_VERSION);
  if (!sql) return SQLITE_NOMEM;
  rc = sqlite3_exec (db, sql, NULL, NULL, NULL);
  sqlite3_free (sql);
  return rc;
}

/* The integer that a statement without parameters gives. */
static int number (sqlite3 *db, const char *sql, int *rc) {
  sqlite3_stmt *q = NULL;
  int n = 0;
  if (*rc != SQLITE_OK) return 0;
  *rc = sqlite3_prepare_v2 (db, sql, -1, &q, NULL);
  if (*rc == SQLITE_OK) {
    *rc = sqlite3_step (q);
    if (*rc == SQLITE_ROW) n = sqlite3_column_int (q, 0);
    if (*rc == SQLITE_ROW || *rc == SQLITE_DONE) *rc = SQLITE_OK;
  }
  sqlite3_finalize (q);
  return n;
}

/* SQLite's own failures are left to the caller: ALN_EIO with f->status not set. */
aln_status aln_schema_version (sqlite3 *db, const char *path, int *version, aln_fault *f) {
  int rc = SQLITE_OK, application, objects;
  application = number (db, "PRAGMA application_id", &rc);
  *version = number (db, "PRAGMA user_version", &rc);
  objects = number (db, "SELECT count(*) FROM sqlite_schema", &rc);
  if (rc != SQLITE_OK) return ALN_EIO;
  if (application == 0 && *version == 0 && objects == 0) return ALN_OK;
  if (application != ALN_APPLICATION_ID)
    return aln_fail (f, ALN_ENOTDB, ALN_NOWHERE,
                     "%.200s: a database of another program (application_id %d), not an article "
                     "set; give another path",
                     path, application);
  if (*version > ALN_SCHEMA_VERSION)
    return aln_fail (f, ALN_EVERSION, ALN_NOWHERE,
                     "%.200s: written by a newer alliance (file version %d, this one knows %d); "
                     "install that one to open it",
                     path, *version, ALN_SCHEMA_VERSION);
  if (*version < 1)
    return aln_fail (
        f, ALN_ESCHEMA, ALN_NOWHERE,
        "%.200s: file version %d, which no alliance has written; take a copy from before "
        "it was changed",
        path, *version);
  return ALN_OK;
}

/* -- checking ------------------------------------------------------------------------------------
 */

static const char listed[] =
    "SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' "
    "ESCAPE '\\' ORDER BY name, type";

static const char *column (sqlite3_stmt *q, int i) {
  const char *s = (const char *)sqlite3_column_text (q, i);
  return s ? s : "";
}

/* Two ordered lists side by side: 'is' from the file, 'should' from a new set in memory. */
static aln_status compare (sqlite3_stmt *is, sqlite3_stmt *should, const char *path, aln_fault *f) {
  for (;;) {
    int a = sqlite3_step (is), b = sqlite3_step (should), order;
    if (a == SQLITE_DONE && b == SQLITE_DONE) return ALN_OK;
    if ((a != SQLITE_ROW && a != SQLITE_DONE) || (b != SQLITE_ROW && b != SQLITE_DONE))
      return ALN_EIO;
    order = a == SQLITE_DONE   ? 1
            : b == SQLITE_DONE ? -1
                               : strcmp (column (is, 1), column (should, 1));
    if (order < 0)
      return aln_fail (f, ALN_ESCHEMA, ALN_NOWHERE,
                       "%.200s: holds a %.20s '%.60s' that no article set has; nothing was read; "
                       "drop it, or take a copy from before it was added",
                       path, column (is, 0), column (is, 1));
    if (order > 0)
      return aln_fail (
          f, ALN_ESCHEMA, ALN_NOWHERE,
          "%.200s: the %.20s '%.60s' is missing; take a copy from before it was dropped", path,
          column (should, 0), column (should, 1));
    if (strcmp (column (is, 0), column (should, 0)) != 0 ||
        strcmp (column (is, 2), column (should, 2)) != 0)
      return aln_fail (f, ALN_ESCHEMA, ALN_NOWHERE,
                       "%.200s: the %.20s '%.60s' is not as alliance made it; take a copy from "
                       "before it was changed",
                       path, column (is, 0), column (is, 1));
  }
}

aln_status aln_schema_check (sqlite3 *db, const char *path, aln_fault *f) {
  sqlite3 *model = NULL;
  sqlite3_stmt *is = NULL, *should = NULL;
  aln_status st = ALN_EIO;
  if (sqlite3_open_v2 (":memory:", &model, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) ==
          SQLITE_OK &&
      aln_schema_migrate (model, 0) == SQLITE_OK &&
      sqlite3_prepare_v2 (model, listed, -1, &should, NULL) == SQLITE_OK &&
      sqlite3_prepare_v2 (db, listed, -1, &is, NULL) == SQLITE_OK)
    st = compare (is, should, path, f);
  sqlite3_finalize (is);
  sqlite3_finalize (should);
  sqlite3_close_v2 (model);
  return st;
}
