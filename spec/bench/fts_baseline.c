/* fts_baseline.c: the yardstick of `make bench`: the same texts into a plain FTS5 table.
   fts_baseline TEXTS DATABASE: TEXTS holds, for each text, its length in decimal, a line feed, its
   bytes. Inserts all of them, 500 a transaction, under WAL; prints the seconds of processor time. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define BATCH 500

static char *slurp (const char *path, size_t *n) {
  FILE *f = fopen (path, "rb");
  char *p = NULL;
  long size = -1;
  if (f && fseek (f, 0, SEEK_END) == 0) size = ftell (f);
  if (size >= 0 && fseek (f, 0, SEEK_SET) == 0) p = malloc ((size_t)size + 1);
  if (p && fread (p, 1, (size_t)size, f) != (size_t)size) {
    free (p);
    p = NULL;
  }
  if (f) fclose (f);
  if (p) p[size] = '\0';
  *n = p ? (size_t)size : 0;
  return p;
}

static int run (sqlite3 *db, const char *sql) {
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK) return 1;
  fprintf (stderr, "fts_baseline: %s: %s\n", sql, sqlite3_errmsg (db));
  return 0;
}

static int insert (sqlite3_stmt *st, const char *text, long n) {
  int ok = sqlite3_bind_text (st, 1, text, (int)n, SQLITE_STATIC) == SQLITE_OK &&
           sqlite3_step (st) == SQLITE_DONE;
  sqlite3_reset (st);
  return ok;
}

static int insert_all (sqlite3 *db, sqlite3_stmt *st, char *p, const char *end) {
  int ok = 1;
  for (long i = 0; ok && p < end; i++) {
    char *text;
    long n = strtol (p, &text, 10);
    text++; /* the line feed */
    if (i % BATCH == 0) ok = (i == 0 || run (db, "COMMIT")) && run (db, "BEGIN IMMEDIATE");
    ok = ok && n >= 0 && n <= end - text && insert (st, text, n);
    p = text + n;
  }
  return ok && run (db, "COMMIT");
}

int main (int argc, char **argv) {
  sqlite3 *db = NULL;
  sqlite3_stmt *st = NULL;
  size_t n;
  char *texts;
  clock_t begun;
  int ok;
  if (argc != 3) return fprintf (stderr, "usage: fts_baseline TEXTS DATABASE\n"), 2;
  texts = slurp (argv[1], &n);
  if (!texts || sqlite3_open (argv[2], &db) != SQLITE_OK)
    return fprintf (stderr, "fts_baseline: cannot read %s or make %s\n", argv[1], argv[2]), 1;
  begun = clock ();
  ok = run (db, "PRAGMA journal_mode = WAL") &&
       run (db, "CREATE VIRTUAL TABLE t USING fts5 (text)") &&
       sqlite3_prepare_v2 (db, "INSERT INTO t VALUES (?1)", -1, &st, NULL) == SQLITE_OK &&
       insert_all (db, st, texts, texts + n);
  sqlite3_finalize (st);
  sqlite3_close (db);
  printf ("%.6f\n", (double)(clock () - begun) / CLOCKS_PER_SEC);
  free (texts);
  return !ok;
}
