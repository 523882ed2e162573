/* sql.c: in: which statement. Out: it, prepared; all SQL that writes stands here. */
#include "sqlite.h"

#include "forms.h"
#include "index.h"
#include "pending.h"
#include "sketch.h"
#include "stories.h"

/* Tables with many rows an article take eight at once, or four, or two: a third less work a row than
   one by one. Without a way back from the rows before the one that cannot be: all of it is undone then. */
#define TWO(row) row "," row
#define FOUR(row) TWO (row) "," TWO (row)
#define EIGHT(row) FOUR (row) "," FOUR (row)
#define BLOCK                                                                                      \
  "INSERT OR FAIL INTO block(n, i, label, raw_first, raw_last, text_first, text_last, text, "      \
  "sentence, "                                                                                     \
  "sentences) VALUES"
#define BLOCK_ROW "(?,?,?,?,?,?,?,?,?,?)"
#define ENTITY                                                                                     \
  "INSERT OR FAIL INTO entity(n, i, form, kind, stands_for, rank, rule, names, spans) VALUES"
#define ENTITY_ROW "(?,?,?,?,?,?,?,?,?)"
#define QUOTE                                                                                      \
  "INSERT OR FAIL INTO quote(n, i, kind, speaker, office, side, entity, speaker_first, "           \
  "speaker_last, cue, told, continues, block, sentence, first, last, rule, key) VALUES"
#define QUOTE_ROW "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"

static const char *const texts[ALN_SQL_COUNT] = {
    [ALN_SQL_UNDO_IN_MEMORY] = "PRAGMA temp_store=MEMORY",
    [ALN_SQL_UNDO_ANYWHERE] = "PRAGMA temp_store=DEFAULT",
    [ALN_SQL_BEGIN] = "BEGIN IMMEDIATE",
    [ALN_SQL_COMMIT] = "COMMIT",
    [ALN_SQL_ROLLBACK] = "ROLLBACK",
    [ALN_SQL_SAVE] = "SAVEPOINT one",
    [ALN_SQL_RELEASE] = "RELEASE one",
    [ALN_SQL_BACK] = "ROLLBACK TO one",
    [ALN_SQL_SAME] =
        "SELECT n FROM article WHERE id = ?1 AND hash = ?2 AND source IS ?3 AND url IS ?4",
    [ALN_SQL_BY_ID] = "SELECT n FROM article WHERE id = ?1 ORDER BY counts DESC, n DESC LIMIT 1",
    [ALN_SQL_BY_ID_FAMILY] = "SELECT family FROM article WHERE id = ?1 LIMIT 1",
    [ALN_SQL_URL_HASHES] = "SELECT (SELECT min(hash) FROM article WHERE url = ?1), "
                           "(SELECT max(hash) FROM article WHERE url = ?1)",
    [ALN_SQL_BY_URL_FAMILY] = "SELECT DISTINCT family FROM article WHERE url = ?1 LIMIT ?2",
    [ALN_SQL_STAMP_ADD] = "INSERT OR IGNORE INTO stamp(reader, lexicon) VALUES(?1, ?2)",
    [ALN_SQL_STAMP] = "SELECT stamp FROM stamp WHERE reader = ?1 AND lexicon = ?2",
    [ALN_SQL_ARTICLE] =
        "INSERT INTO article(stamp, published, earliest, latest, how, headline, byline, agency, "
        "dateline_place, dateline_date, language, words, sentences, encoding, replaced, cut, "
        "body_sum, index_sum, source, n, id, family, counts, hash, url, path, said, "
        "published_said, "
        "time, format, bytes) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, "
        "?15, ?16, ?17, ?18, ?19, NULL, ?20, CASE ?29 WHEN 0 THEN (SELECT coalesce(max(n), 0) + 1 "
        "FROM article) ELSE 0 END, 1, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28)",
    [ALN_SQL_REREAD] =
        "UPDATE article SET stamp = ?1, published = ?2, earliest = ?3, latest = ?4, how = ?5, "
        "headline = ?6, byline = ?7, agency = ?8, dateline_place = ?9, dateline_date = ?10, "
        "language = ?11, words = ?12, sentences = ?13, encoding = ?14, replaced = ?15, cut = ?16, "
        "body_sum = ?17, index_sum = ?18, source = ?19 WHERE n = ?20",
    [ALN_SQL_ORIGINAL] = "INSERT INTO original(n, bytes) VALUES(?1, ?2)",
    [ALN_SQL_VAR] = "INSERT OR REPLACE INTO var(n, name, value) VALUES(?1, ?2, ?3)",
    [ALN_SQL_LABEL_ADD] = "INSERT INTO label(kind, reason, rule) VALUES(?1, ?2, ?3)",
    [ALN_SQL_LABEL] = "SELECT label FROM label WHERE kind = ?1 AND reason = ?2 AND rule = ?3",
    [ALN_SQL_BLOCK] = BLOCK BLOCK_ROW,
    [ALN_SQL_BLOCK_TWO] = BLOCK TWO (BLOCK_ROW),
    [ALN_SQL_BLOCK_FOUR] = BLOCK FOUR (BLOCK_ROW),
    [ALN_SQL_BLOCK_EIGHT] = BLOCK EIGHT (BLOCK_ROW),
    [ALN_SQL_CONFLICT] = "INSERT INTO conflict(n, i, says) VALUES(?1, ?2, ?3)",
    [ALN_SQL_JOIN_FAMILY] =
        "UPDATE article SET family = ?1 WHERE n = ?2 OR (family = ?2 AND family <> n)",
    [ALN_SQL_BEST] =
        "SELECT n FROM (SELECT n, time, hash FROM article WHERE n = ?1 UNION ALL SELECT * "
        "FROM (SELECT n, time, hash FROM article WHERE family = ?1 AND family <> n ORDER "
        "BY time DESC, hash DESC LIMIT 1)) ORDER BY time DESC, hash DESC, n LIMIT 1",
    [ALN_SQL_COUNTS] = "UPDATE article SET counts = ?2 WHERE n = ?1",
    [ALN_SQL_MEMBERS] =
        "SELECT n, id, coalesce(url, ''), hash FROM article WHERE n = ?1 UNION ALL "
        "SELECT n, id, coalesce(url, ''), hash FROM article WHERE family = ?1 AND family <> n",
    [ALN_SQL_MEMBER] = "UPDATE article SET family = ?2, counts = 0 WHERE n = ?1",
    [ALN_SQL_GET] = "SELECT o.bytes, a.source, a.url, a.id, a.published_said, a.path, a.said FROM "
                    "article a JOIN original o USING (n) WHERE a.n = ?1",
    [ALN_SQL_BLOCKS] =
        "SELECT b.raw_first, b.raw_last, l.kind FROM block b JOIN label l USING (label) "
        "WHERE b.n = ?1 ORDER BY b.i",
    [ALN_SQL_HEAD] = "SELECT family, headline, index_sum FROM article WHERE n = ?1",
    [ALN_SQL_DROP_BLOCKS] = "DELETE FROM block WHERE n = ?1",
    [ALN_SQL_DROP_CONFLICTS] = "DELETE FROM conflict WHERE n = ?1",
    [ALN_SQL_DROP_VARS] = "DELETE FROM var WHERE n = ?1",
    [ALN_SQL_QUOTED] = ALN_QUOTED_PUT,
    [ALN_SQL_DROP_QUOTED] = ALN_QUOTED_DROP,
    [ALN_SQL_QUOTED_GET] = ALN_QUOTED_GET,
    [ALN_SQL_IN_TIME] = "SELECT n, published, source, published IS lag(published) OVER w AND "
                        "time IS lag(time) OVER w FROM article WHERE counts WINDOW w AS (ORDER BY "
                        "published IS NULL, published, time IS NULL, time, id) "
                        "ORDER BY published IS NULL, published, time IS NULL, time, id",
    [ALN_SQL_ABOUT] =
        "SELECT id, published, source, headline, agency, time FROM article WHERE n = ?1",
    [ALN_SQL_DROP_ORIGINAL] = "DELETE FROM original WHERE n = ?1",
    [ALN_SQL_DROP_ARTICLE] = "DELETE FROM article WHERE n = ?1",
    [ALN_SQL_DROP_STAMPS] = "DELETE FROM stamp WHERE stamp NOT IN (SELECT stamp FROM article)",
    [ALN_SQL_SUMS] = "UPDATE article SET index_sum = ?2 WHERE n = ?1",
    [ALN_SQL_INDEX_PUT] = ALN_INDEX_PUT,
    [ALN_SQL_INDEX_FORGET] = ALN_INDEX_FORGET,
    [ALN_SQL_INDEX_CLEAR] = ALN_INDEX_CLEAR,
    [ALN_SQL_AFTER] = "SELECT n FROM article WHERE n > ?1 ORDER BY n LIMIT 1",
    [ALN_SQL_VARS] = "SELECT name, value FROM var WHERE n = ?1 ORDER BY name",
    [ALN_SQL_DATA_VERSION] = "PRAGMA data_version",
    [ALN_SQL_HASHES] = "SELECT hash, id FROM article",
    [ALN_SQL_FORM] = "SELECT form FROM form WHERE what = ?1 AND name = ?2 AND side = ?3 AND office "
                     "= ?4 AND year = ?5",
    [ALN_SQL_FORM_ADD] =
        "INSERT INTO form(what, name, side, office, year, block) VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
    [ALN_SQL_FORMS] = "SELECT form, what, name, side, office, year FROM form",
    [ALN_SQL_FORMS_COUNT] = "SELECT coalesce(max(form), 0) FROM form",
    [ALN_SQL_UNSETTLE] = "INSERT OR IGNORE INTO unsettled(what, block) VALUES(?1, ?2)",
    [ALN_SQL_ENTITY] = ENTITY ENTITY_ROW,
    [ALN_SQL_ENTITY_TWO] = ENTITY TWO (ENTITY_ROW),
    [ALN_SQL_ENTITY_FOUR] = ENTITY FOUR (ENTITY_ROW),
    [ALN_SQL_ENTITY_EIGHT] = ENTITY EIGHT (ENTITY_ROW),
    [ALN_SQL_HELD] = "INSERT INTO held(n, i, j, office, side, standing, sentence, first, last) "
                     "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    [ALN_SQL_QUOTE] = QUOTE QUOTE_ROW,
    [ALN_SQL_QUOTE_TWO] = QUOTE TWO (QUOTE_ROW),
    [ALN_SQL_QUOTE_FOUR] = QUOTE FOUR (QUOTE_ROW),
    [ALN_SQL_QUOTE_EIGHT] = QUOTE EIGHT (QUOTE_ROW),
    [ALN_SQL_FIGURE] = "INSERT INTO figure(n, i, value, high, hedge, unit, of, speaker, text, "
                       "block, sentence, first, last, rule, key) VALUES(?1, ?2, ?3, ?4, ?5, ?6, "
                       "?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
    [ALN_SQL_TIMEX] =
        "INSERT INTO timex(n, i, value, type, mod, first_day, last_day, block, sentence, first, "
        "last, rule, key) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    [ALN_SQL_COMMITMENT] =
        "INSERT INTO commitment(n, i, term, category, speaker, negated, block, sentence, first, "
        "last, rule, key) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    [ALN_SQL_EVIDENCE] = "INSERT INTO evidence(n, i, says, bound, grade, rule, first, last) "
                         "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    [ALN_SQL_CONSULTATION] =
        "INSERT INTO consultation(n, i, kind, cameo, mode, status, date, first_day, last_day, "
        "assumed, place, host, initiator, name, ordinal, duration, participants, sides, topics, "
        "block, sentence, first, last, rule, key, day) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
        "?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, CASE WHEN "
        "?10 = 0 AND julianday(?9) - julianday(?8) <= 13 THEN ?8 ELSE coalesce((SELECT published "
        "FROM article WHERE n = ?1), ?8, '') END)",
    [ALN_SQL_PARTICIPANT] =
        "INSERT INTO participant(n, i, j, entity, office, side) VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
    [ALN_SQL_UNSETTLE_CONSULTATIONS] = "INSERT OR IGNORE INTO unsettled(what, block) SELECT "
                                       "'consultation', day FROM consultation WHERE n = ?1",
    [ALN_SQL_UNSETTLE_FORMS] = "INSERT OR IGNORE INTO unsettled(what, block) SELECT f.what, "
                               "f.block FROM entity e JOIN form f USING (form) WHERE e.n = ?1",
    [ALN_SQL_DROP_ENTITIES] = "DELETE FROM entity WHERE n = ?1",
    [ALN_SQL_DROP_HELD] = "DELETE FROM held WHERE n = ?1",
    [ALN_SQL_DROP_QUOTES] = "DELETE FROM quote WHERE n = ?1",
    [ALN_SQL_DROP_FIGURES] = "DELETE FROM figure WHERE n = ?1",
    [ALN_SQL_DROP_TIMEXES] = "DELETE FROM timex WHERE n = ?1",
    [ALN_SQL_DROP_COMMITMENTS] = "DELETE FROM commitment WHERE n = ?1",
    [ALN_SQL_DROP_EVIDENCE] = "DELETE FROM evidence WHERE n = ?1",
    [ALN_SQL_DROP_CONSULTATIONS] = "DELETE FROM consultation WHERE n = ?1",
    [ALN_SQL_DROP_PARTICIPANTS] = "DELETE FROM participant WHERE n = ?1",
    [ALN_SQL_TERMS] = /* json_each goes by rising key */
    "SELECT t.first + w.key, substr(w.value, instr(w.value, ' ') + 1), CAST(w.value AS INTEGER), "
    "CAST(substr(w.value, instr(w.value, '/') + 1) AS INTEGER) FROM terms t JOIN "
    "json_each(t.texts) w WHERE t.layer = ?1 AND t.first >= coalesce((SELECT max(first) FROM terms "
    "WHERE layer = ?1 AND first <= ?2 + 1), 0) AND t.first + w.key > ?2 ORDER BY t.first",
    [ALN_SQL_TERMS_PUT] = "INSERT INTO terms(layer, first, texts) VALUES(?1, ?2, ?3)",
    [ALN_SQL_FREQUENCY] = "SELECT counts FROM frequency WHERE first = ?1",
    [ALN_SQL_FREQUENCY_PUT] = "INSERT OR REPLACE INTO frequency(first, counts) VALUES(?1, ?2)",
    [ALN_SQL_SEGMENTS] =
        "SELECT segment, first, last, articles, bytes, full FROM segment ORDER BY segment",
    [ALN_SQL_SEGMENT_PUT] = "INSERT INTO segment(segment, first, last, articles, bytes, full) "
                            "VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
    [ALN_SQL_SEGMENT_LESS] = "UPDATE segment SET articles = articles - 1 WHERE segment = ?1",
    [ALN_SQL_PIECE] = "SELECT bytes FROM piece WHERE segment = ?1 AND part = ?2 AND at = 0",
    [ALN_SQL_PIECE_PUT] =
        "INSERT OR REPLACE INTO piece(segment, part, at, bytes) VALUES(?1, ?2, ?3, ?4)",
    [ALN_SQL_POSTINGS] =
        "SELECT at, bytes FROM piece WHERE segment = ?1 AND part = 'postings' ORDER BY at",
    [ALN_SQL_POSTINGS_OF] = "SELECT at, bytes FROM piece WHERE segment = ?1 AND part = 'postings' "
                            "AND at <= ?2 ORDER BY at DESC LIMIT 1",
    [ALN_SQL_DROP_PIECES] = "DELETE FROM piece WHERE segment = ?1",
    [ALN_SQL_DROP_SEGMENT] = "DELETE FROM segment WHERE segment = ?1",
    [ALN_SQL_CLEAR_PIECES] = "DELETE FROM piece",
    [ALN_SQL_CLEAR_SEGMENTS] = "DELETE FROM segment",
    [ALN_SQL_CLEAR_FREQUENCIES] = "DELETE FROM frequency",
    [ALN_SQL_CLEAR_TERMS] = "DELETE FROM terms",
    [ALN_SQL_ARTICLES] = "SELECT count(*), coalesce(max(n), 0) FROM article",
    [ALN_SQL_READ] = "BEGIN",
    [ALN_SQL_NAMES] = "SELECT e.form, m.first, m.last, f.what = 'place' AND (e.kind = 'country' OR "
                      "e.stands_for IS NOT NULL) FROM mention m JOIN entity e USING (n, i) JOIN "
                      "form f USING (form) WHERE m.n = ?1 AND m.kind IS NULL",
    [ALN_SQL_NAMED] = "SELECT f.form, f.what = 'place' AND f.side = ?1, f.name = ?1 OR w.name = ?1 "
                      "FROM form f LEFT JOIN who w ON w.who = f.who WHERE f.name = ?1 OR w.name = "
                      "?1 OR (f.what = 'place' AND f.side = ?1)",
    [ALN_SQL_HOLD_FORM] = "SELECT DISTINCT n FROM entity WHERE form = ?1",
    [ALN_SQL_LINE] = "SELECT id, published, source FROM article WHERE n = ?1",
    [ALN_SQL_RESTORE_BLOCKS] =
        "SELECT t.bytes, t.text_first, l.kind, a.sentences FROM texts t JOIN block b ON b.n = t.n "
        "AND b.i = t.i JOIN label l USING (label) JOIN article a ON a.n = t.n WHERE t.n = ?1 ORDER "
        "BY t.i",
    [ALN_SQL_RESTORE_SENTENCES] = "SELECT first, last FROM sentence WHERE n = ?1 ORDER BY i",
    [ALN_SQL_RESTORE_QUOTES] =
        "SELECT first, last FROM quote WHERE n = ?1 AND kind <> 'indirect' ORDER BY i"};

aln_status aln_sql_status (int rc) {
  switch (rc & 0xff) {
  case SQLITE_OK:
  case SQLITE_DONE:
  case SQLITE_ROW: return ALN_OK;
  case SQLITE_NOMEM: return ALN_ENOMEM;
  case SQLITE_FULL: return ALN_EFULL;
  case SQLITE_BUSY:
  case SQLITE_LOCKED: return ALN_EBUSY;
  case SQLITE_READONLY: return ALN_EREADONLY;
  case SQLITE_NOTADB: return ALN_ENOTDB;
  case SQLITE_CORRUPT:
  case SQLITE_CONSTRAINT:
  case SQLITE_MISMATCH: return ALN_ECORRUPT;
  case SQLITE_INTERRUPT: return ALN_EINTR;
  case SQLITE_TOOBIG: return ALN_ELIMIT;
  case SQLITE_ERROR: return ALN_ESYNTAX;
  default: return ALN_EIO;
  }
}

static const char *advice (aln_status st) {
  switch (st) {
  case ALN_EFULL:
    return "no room left on the disk; what was committed before is kept; make room and go on";
  case ALN_EBUSY:
    return "another process has been writing all the while; wait for it to end and try again";
  case ALN_EREADONLY:
    return "cannot be written; open it with readonly=true, or copy it to a place that can";
  case ALN_ENOTDB: return "not an article set (not an SQLite file); give another path";
  case ALN_ECORRUPT:
    return "the file is damaged; take a copy, or save what `sqlite3 FILE .recover` can";
  case ALN_EINTR: return "interrupted; nothing of this step was kept";
  default: return NULL;
  }
}

aln_status aln_sql_fault (aln_store *s, int rc, const char *doing, aln_fault *f) {
  aln_status st = aln_sql_status (rc);
  const char *help = (rc & 0xff) == SQLITE_IOERR
                         ? "the disk failed, or a file may not grow further; what was committed "
                           "before is kept"
                         : advice (st);
  if (st == ALN_OK) return ALN_OK;
  if (st == ALN_ENOMEM) return aln_fail (f, st, ALN_NOWHERE, "%s", aln_status_text (st));
  if (help) return aln_fail (f, st, ALN_NOWHERE, "%s %.200s: %s", doing, s->path, help);
  return aln_fail (f, st, ALN_NOWHERE, "%s %.200s: %.150s", doing, s->path, sqlite3_errmsg (s->db));
}

void aln_sql_forget (aln_store *s) {
  s->stamp = 0;
  aln_forms_forget (s);
  memset (s->labels, 0, sizeof s->labels);
  aln_stories_free (s->stories);
  s->stories = NULL;
}

int64_t aln_sql_data_version (int *rc, aln_store *s) {
  sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_DATA_VERSION);
  int64_t v = aln_sql_row (rc, q) ? sqlite3_column_int64 (q, 0) : 0;
  aln_sql_reset (q);
  return v;
}

sqlite3_stmt *aln_sql_take (int *rc, aln_store *s, aln_sql which) {
  if (*rc != SQLITE_OK) return NULL;
  if (!s->kept[which])
    *rc = sqlite3_prepare_v3 (s->db, texts[which], -1, SQLITE_PREPARE_PERSISTENT, &s->kept[which],
                              NULL);
  return *rc == SQLITE_OK ? s->kept[which] : NULL;
}

sqlite3_stmt *aln_sql_prepare (int *rc, aln_store *s, aln_slice sql) {
  sqlite3_stmt *q = NULL;
  aln_pending_flush (rc, s);
  if (*rc == SQLITE_OK) *rc = sqlite3_prepare_v2 (s->db, sql.p, (int)sql.n, &q, NULL);
  return q;
}

/* The slot of 'sql', or the one that was not used for longest. */
static aln_ready_slot *ready_slot (aln_store *s, aln_slice sql) {
  aln_ready_slot *oldest = s->ready;
  for (int i = 0; i < ALN_READY; i++) {
    aln_ready_slot *slot = &s->ready[i];
    if (slot->q && slot->n == sql.n && strncmp (sqlite3_sql (slot->q), sql.p, sql.n) == 0)
      return slot;
    if (slot->used < oldest->used) oldest = slot;
  }
  sqlite3_finalize (oldest->q);
  oldest->q = NULL;
  return oldest;
}

sqlite3_stmt *aln_sql_ready (int *rc, aln_store *s, aln_slice sql) {
  aln_ready_slot *slot;
  aln_pending_flush (rc, s);
  if (*rc != SQLITE_OK) return NULL;
  slot = ready_slot (s, sql);
  slot->used = ++s->ready_uses;
  slot->n = sql.n;
  if (slot->q) sqlite3_reset (slot->q); /* whoever had it last may have been thrown out */
  if (!slot->q)
    *rc = sqlite3_prepare_v3 (s->db, sql.p, (int)sql.n, SQLITE_PREPARE_PERSISTENT, &slot->q, NULL);
  return *rc == SQLITE_OK ? slot->q : NULL;
}

void aln_sql_close (aln_store *s) {
  for (int i = 0; i < ALN_SQL_COUNT; i++) sqlite3_finalize (s->kept[i]);
  for (int i = 0; i < ALN_READY; i++) sqlite3_finalize (s->ready[i].q);
}

void aln_sql_whole (int *rc, sqlite3_stmt *q, int at, aln_slice v) {
  if (*rc == SQLITE_OK)
    *rc = sqlite3_bind_text64 (q, at, v.n ? v.p : "", v.n, SQLITE_STATIC, SQLITE_UTF8);
}

void aln_sql_text (int *rc, sqlite3_stmt *q, int at, aln_slice v) {
  if (*rc != SQLITE_OK) return;
  if (v.n == 0) *rc = sqlite3_bind_null (q, at);
  else aln_sql_whole (rc, q, at, v);
}

void aln_sql_integer (int *rc, sqlite3_stmt *q, int at, int64_t v) {
  if (*rc == SQLITE_OK) *rc = sqlite3_bind_int64 (q, at, v);
}

void aln_sql_cell (int *rc, sqlite3_stmt *q, int at, const aln_cell *v) {
  if (*rc != SQLITE_OK) return;
  switch (v->kind) {
  case ALN_CELL_INTEGER:
  case ALN_CELL_TRUTH: *rc = sqlite3_bind_int64 (q, at, v->as.integer); break;
  case ALN_CELL_REAL: *rc = sqlite3_bind_double (q, at, v->as.real); break;
  case ALN_CELL_TEXT: aln_sql_whole (rc, q, at, v->as.text); break;
  default: *rc = sqlite3_bind_null (q, at); break;
  }
}

void aln_sql_cells (int *rc, sqlite3_stmt *q, int at, const aln_binds *b) {
  for (uint32_t i = 0; i < b->values.n; i++) aln_sql_cell (rc, q, at + (int)i, &b->values.at[i]);
}

int aln_sql_row (int *rc, sqlite3_stmt *q) {
  int step;
  if (*rc != SQLITE_OK) return 0;
  step = sqlite3_step (q);
  if (step == SQLITE_ROW) return 1;
  if (step != SQLITE_DONE) *rc = step;
  return 0;
}

void aln_sql_reset (sqlite3_stmt *q) {
  if (!q) return;
  sqlite3_reset (q);
  sqlite3_clear_bindings (q);
}

void aln_sql_run (int *rc, sqlite3_stmt *q) {
  while (aln_sql_row (rc, q)) {
  }
  aln_sql_reset (q);
}

int aln_insert_row (int *rc, aln_inserts *in) {
  if (in->at == 0) {
    int log = in->left >= 8 ? 3 : in->left >= 4 ? 2 : in->left >= 2;
    in->room = 1u << log;
    in->q = aln_sql_take (rc, in->s, (aln_sql)(in->one + log));
  }
  return (int)in->at * in->columns;
}

void aln_insert_done (int *rc, aln_inserts *in) {
  in->left--;
  if (++in->at < in->room) return;
  aln_sql_run (rc, in->q);
  in->at = 0;
}

void aln_insert_end (aln_inserts *in) {
  if (in->at) aln_sql_reset (in->q);
}

aln_slice aln_sql_slice (sqlite3_stmt *q, int column) {
  const char *p = sqlite3_column_blob (q, column); /* before _bytes: it may convert */
  return (aln_slice){p ? p : "", p ? (size_t)sqlite3_column_bytes (q, column) : 0};
}
