/* settle.c: in: the name of a statement and values. Out: rows of what is joined over the whole set:
   which forms are one person, which reports one event, what people decided. Which belong together
   is found in lua/alliance/join/; all SQL that writes it stands here, what it reads with is its own. */
#include "settle.h"

#include "forms.h"
#include "rows.h"

/* What people decided about an item: ?1 the article's id, ?2 the item's key, ?3 the value. */
#define OF " WHERE key = ?2 AND n IN (SELECT n FROM article WHERE id = ?1)"
#define SET(what, table, column)                                                                   \
  { "set " what "." column, "UPDATE " table " SET " column " = ?3" OF }
#define REJECT(what, table)                                                                        \
  { "reject " what, "DELETE FROM " table OF }
/* About an event: ?1 its key, ?2 the value. */
#define SET_EVENT(column)                                                                          \
  { "set event." column, "UPDATE event SET " column " = ?2 WHERE event = ?1" }

static const struct {
  const char *name, *sql;
} statements[] = {
    /* a speaker that is set is nobody of the article's own list */
    {"set quote.speaker", "UPDATE quote SET speaker = ?3, entity = NULL" OF},
    SET ("quote", "quote", "office"),
    SET ("quote", "quote", "side"),
    SET ("quote", "quote", "kind"),
    REJECT ("quote", "quote"),
    SET ("figure", "figure", "value"),
    SET ("figure", "figure", "high"),
    SET ("figure", "figure", "hedge"),
    SET ("figure", "figure", "unit"),
    SET ("figure", "figure", "of"),
    SET ("figure", "figure", "speaker"),
    REJECT ("figure", "figure"),
    SET ("date", "timex", "value"),
    SET ("date", "timex", "type"),
    REJECT ("date", "timex"),
    SET ("commitment", "commitment", "term"),
    SET ("commitment", "commitment", "category"),
    SET ("commitment", "commitment", "speaker"),
    SET ("commitment", "commitment", "negated"),
    REJECT ("commitment", "commitment"),
    SET_EVENT ("kind"),
    SET_EVENT ("status"),
    SET_EVENT ("place"),
    SET_EVENT ("host"),
    SET_EVENT ("name"),
    {"set event.date",
     "UPDATE event SET date = ?2, first_day = ?3, last_day = ?4 WHERE event = ?1"},
    {"reject event", "DELETE FROM event WHERE event = ?1"},
    {"unsettle_consultations", "INSERT OR IGNORE INTO unsettled(what, block) SELECT DISTINCT "
                               "'consultation', day FROM consultation"},
    {"settled", "DELETE FROM unsettled WHERE what = ? AND block = ?"},
    {"settled_to", "DELETE FROM unsettled WHERE what = ? AND block <= ?"},
    {"unsettle", "INSERT OR IGNORE INTO unsettled(what, block) VALUES(?, ?)"},
    {"unsettle_events_of", /* consultations in which the person of a form takes part */
     "INSERT OR IGNORE INTO unsettled(what, block) SELECT 'consultation', c.day FROM entity e "
     "JOIN participant p ON p.n = e.n AND p.entity = e.i JOIN consultation c ON c.n = p.n AND "
     "c.i = p.i WHERE e.form = ?"},
    {"form_who", "UPDATE form SET who = ?2 WHERE form = ?1"},
    {"form_dead", "DELETE FROM form WHERE form = ?1 AND NOT EXISTS (SELECT 1 FROM entity WHERE "
                  "entity.form = ?1)"},
    {"who_put",
     "INSERT INTO who(who, what, name, side, entry, open) VALUES(?1, ?2, ?3, ?4, ?5, ?6) "
     "ON CONFLICT(who) DO UPDATE SET what = ?2, name = ?3, side = ?4, entry = ?5, open = "
     "?6 WHERE name IS NOT ?3 OR side IS NOT ?4 OR entry IS NOT ?5 OR open IS NOT ?6"},
    {"who_dead", "DELETE FROM who WHERE who = ?1 AND NOT EXISTS (SELECT 1 FROM form WHERE form.who "
                 "= ?1)"},
    {"consultation_event", "UPDATE consultation SET event = ?3 WHERE n = ?1 AND i = ?2"},
    {"event_put", "INSERT OR REPLACE INTO event(event, kind, cameo, status, date, first_day, "
                  "last_day, place, host, participants, sides, name, ordinal, duration, day, "
                  "differs) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
    {"event_became", "UPDATE event SET came_about = ?2 WHERE event = ?1"},
    {"consultation_uncounted", /* of versions that do not count any more */
     "UPDATE consultation SET event = NULL WHERE day BETWEEN ? AND ? AND event IS NOT NULL AND NOT "
     "(SELECT counts FROM article a WHERE a.n = consultation.n)"},
    {"event_dead", "DELETE FROM event WHERE event = ?"},
    {"decide", "INSERT INTO decision(made, verb, what, a, b, field, by, note) VALUES(?, ?, ?, ?, "
               "?, ?, ?, ?)"},
    {"undo", "UPDATE decision SET undone = ?2 WHERE decision = ?1 AND undone IS NULL"}};

static const char *text_of (const char *name) {
  for (size_t i = 0; i < sizeof statements / sizeof statements[0]; i++)
    if (strcmp (statements[i].name, name) == 0) return statements[i].sql;
  return NULL;
}

/* The values must be whole rows of the statement's parameters. */
static aln_status check (sqlite3_stmt *q, const aln_binds *values, aln_fault *f) {
  uint32_t wanted = (uint32_t)sqlite3_bind_parameter_count (q); /* of NULL: 0 */
  if (wanted == 0 || values->values.n % wanted == 0) return ALN_OK;
  return aln_fail (f, ALN_EARG, ALN_NOWHERE, "%u values for rows of %u parameters",
                   (unsigned)values->values.n, (unsigned)wanted);
}

/* Binds as many values as the statement has parameters, from 'at' on; 0 where there are no more. */
static int bind_next (int *rc, sqlite3_stmt *q, const aln_binds *values, uint32_t *at) {
  int wanted = q ? sqlite3_bind_parameter_count (q) : 0;
  if (!q || *rc != SQLITE_OK || (wanted ? *at >= values->values.n : *at)) return 0;
  for (int k = 0; k < wanted && *rc == SQLITE_OK; k++)
    aln_sql_cell (rc, q, k + 1, &values->values.at[*at + (uint32_t)k]);
  *at += wanted ? (uint32_t)wanted : 1;
  return *rc == SQLITE_OK;
}

aln_status aln_store_write (aln_store *s, const char *name, const aln_binds *values, aln_fault *f) {
  int rc = SQLITE_OK;
  uint32_t at = 0;
  const char *sql = text_of (name);
  sqlite3_stmt *q;
  int64_t before;
  if (!sql) return aln_fail (f, ALN_EARG, ALN_NOWHERE, "no statement '%.60s'", name);
  q = aln_sql_ready (&rc, s, aln_slice_of (sql));
  if (check (q, values, f) != ALN_OK) return ALN_EARG;
  before = sqlite3_total_changes64 (s->db);
  while (bind_next (&rc, q, values, &at)) {
    while (aln_sql_row (&rc, q)) {
    }
    sqlite3_reset (q);
  }
  if (strcmp (name, "form_dead") == 0 && sqlite3_total_changes64 (s->db) != before)
    aln_forms_forget (s);
  aln_sql_reset (q);
  return rc == SQLITE_OK ? ALN_OK : aln_sql_fault (s, rc, "writing to", f);
}

static aln_cell cell_of (sqlite3_stmt *q, int column) {
  aln_cell c = {.kind = ALN_CELL_NIL};
  switch (sqlite3_column_type (q, column)) {
  case SQLITE_INTEGER:
    c.kind = ALN_CELL_INTEGER;
    c.as.integer = sqlite3_column_int64 (q, column);
    break;
  case SQLITE_FLOAT:
    c.kind = ALN_CELL_REAL;
    c.as.real = sqlite3_column_double (q, column);
    break;
  case SQLITE_NULL: break;
  default: c.kind = ALN_CELL_TEXT; c.as.text = aln_sql_slice (q, column);
  }
  return c;
}

static void give_names (sqlite3_stmt *q, uint32_t n, const aln_row_use *use) {
  aln_cell cells[ALN_ROW_MAX];
  for (uint32_t i = 0; i < n; i++) {
    cells[i].kind = ALN_CELL_TEXT;
    cells[i].as.text = aln_slice_of (sqlite3_column_name (q, (int)i));
  }
  use->names (use->context, cells, n);
}

static void give_rows (aln_status *st, int *rc, aln_store *s, sqlite3_stmt *q, uint32_t n,
                       const aln_row_use *use) {
  aln_cell cells[ALN_ROW_MAX];
  for (uint32_t rows = 1; *st == ALN_OK && aln_sql_row (rc, q); rows++) {
    for (uint32_t i = 0; i < n; i++) cells[i] = cell_of (q, (int)i);
    use->row (use->context, cells, n);
    if (rows % 1024 == 0 && aln_store_stopped (s)) *st = ALN_EINTR;
  }
}

aln_status aln_store_rows (aln_store *s, aln_slice sql, const aln_binds *values,
                           const aln_row_use *use, aln_fault *f) {
  int rc = SQLITE_OK;
  uint32_t at = 0, n;
  aln_status st = ALN_OK;
  sqlite3_stmt *q = aln_sql_ready (&rc, s, sql);
  n = q ? (uint32_t)sqlite3_column_count (q) : 0;
  if (check (q, values, f) != ALN_OK) return ALN_EARG;
  if (n > ALN_ROW_MAX) return aln_fail (f, ALN_EARG, ALN_NOWHERE, "more columns than a row has");
  if (q) give_names (q, n, use);
  while (st == ALN_OK && bind_next (&rc, q, values, &at)) {
    give_rows (&st, &rc, s, q, n, use);
    sqlite3_reset (q);
  }
  st = aln_rows_fault (s, st, rc, f);
  aln_sql_reset (q);
  return st;
}
