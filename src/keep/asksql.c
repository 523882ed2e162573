/* asksql.c: in: one SQL statement of the user. Out: its rows. An authorizer lets nothing pass but
   reading: no writing, no ATTACH, no PRAGMA, and of the functions those listed here, none of which
   touches files, loads code or tells the clock's time to the schema. */
#include "ask.h"
#include "rows.h"

/* Of SQLite 3.40 and later; random and the clock of CURRENT_TIMESTAMP are left out: the same question
   has the same answer tomorrow. */
static const char *const harmless[] = {"->",
                                       "->>",
                                       "abs",
                                       "acos",
                                       "acosh",
                                       "asin",
                                       "asinh",
                                       "atan",
                                       "atan2",
                                       "atanh",
                                       "avg",
                                       "bm25",
                                       "ceil",
                                       "ceiling",
                                       "char",
                                       "coalesce",
                                       "cos",
                                       "cosh",
                                       "count",
                                       "cume_dist",
                                       "date",
                                       "datetime",
                                       "degrees",
                                       "dense_rank",
                                       "exp",
                                       "first_value",
                                       "floor",
                                       "format",
                                       "glob",
                                       "group_concat",
                                       "hex",
                                       "ifnull",
                                       "iif",
                                       "instr",
                                       "json",
                                       "json_array",
                                       "json_array_length",
                                       "json_each",
                                       "json_extract",
                                       "json_group_array",
                                       "json_group_object",
                                       "json_object",
                                       "json_quote",
                                       "json_tree",
                                       "json_type",
                                       "json_valid",
                                       "julianday",
                                       "lag",
                                       "last_value",
                                       "lead",
                                       "length",
                                       "like",
                                       "likelihood",
                                       "likely",
                                       "ln",
                                       "log",
                                       "log10",
                                       "log2",
                                       "lower",
                                       "ltrim",
                                       "match",
                                       "max",
                                       "min",
                                       "mod",
                                       "nth_value",
                                       "ntile",
                                       "nullif",
                                       "percent_rank",
                                       "pi",
                                       "pow",
                                       "power",
                                       "printf",
                                       "quote",
                                       "radians",
                                       "rank",
                                       "replace",
                                       "round",
                                       "row_number",
                                       "rtrim",
                                       "sign",
                                       "sin",
                                       "sinh",
                                       "sqrt",
                                       "strftime",
                                       "string_agg",
                                       "substr",
                                       "substring",
                                       "sum",
                                       "tan",
                                       "tanh",
                                       "time",
                                       "timediff",
                                       "total",
                                       "trim",
                                       "trunc",
                                       "typeof",
                                       "unhex",
                                       "unicode",
                                       "unixepoch",
                                       "unlikely",
                                       "upper"};

static int is_harmless (const char *name) {
  for (size_t i = 0; name && i < sizeof harmless / sizeof harmless[0]; i++)
    if (sqlite3_stricmp (harmless[i], name) == 0) return 1;
  return 0;
}

typedef struct refusal {
  char what[100];
} refusal;

static int refuse (refusal *r, const char *what, const char *name) {
  if (!r->what[0])
    sqlite3_snprintf ((int)sizeof r->what, r->what, name ? "%s %.60s" : "%s", what, name);
  return SQLITE_DENY;
}

static int allow (void *context, int action, const char *a, const char *b, const char *c,
                  const char *d) {
  (void)c;
  (void)d;
  switch (action) {
  case SQLITE_SELECT:
  case SQLITE_READ:
  case SQLITE_RECURSIVE: return SQLITE_OK;
  case SQLITE_FUNCTION: return is_harmless (b) ? SQLITE_OK : refuse (context, "the function", b);
  case SQLITE_PRAGMA: return refuse (context, "PRAGMA", a);
  case SQLITE_ATTACH:
  case SQLITE_DETACH: return refuse (context, "ATTACH or DETACH", NULL);
  case SQLITE_INSERT:
  case SQLITE_UPDATE:
  case SQLITE_DELETE: return refuse (context, "writing to", a);
  default: return refuse (context, "anything but reading", NULL);
  }
}

static int is_blank (const char *s) { /* white space, semicolons and comments end a statement */
  for (; *s; s++) {
    if (s[0] == '-' && s[1] == '-') {
      while (s[1] && s[1] != '\n') s++;
    } else if (s[0] == '/' && s[1] == '*') {
      const char *end = strstr (s + 2, "*/");
      if (!end) return 1;
      s = end + 1;
    } else if (!aln_is_space ((unsigned char)*s) && *s != ';') return 0;
  }
  return 1;
}

static aln_status prepare (aln_store *s, aln_slice sql, sqlite3_stmt **q, aln_fault *f) {
  refusal r = {""};
  const char *tail = NULL;
  int rc;
  if (memchr (sql.p, '\0', sql.n))
    return aln_fail (f, ALN_ESYNTAX, ALN_NOWHERE, "sql: a NUL byte in the statement");
  sqlite3_set_authorizer (s->db, allow, &r);
  rc = sqlite3_prepare_v2 (s->db, sql.p, (int)sql.n + 1, q, &tail);
  sqlite3_set_authorizer (s->db, NULL, NULL);
  if (r.what[0])
    return aln_fail (f, ALN_EREADONLY, ALN_NOWHERE,
                     "sql: %s is not allowed; a statement may only read (SELECT)", r.what);
  if (rc != SQLITE_OK) {
    int at = sqlite3_error_offset (s->db);
    if (aln_sql_status (rc) != ALN_ESYNTAX) return aln_sql_fault (s, rc, "asking", f);
    return aln_fail (f, ALN_ESYNTAX, at < 0 ? ALN_NOWHERE : (size_t)at, "sql: %.300s",
                     sqlite3_errmsg (s->db));
  }
  if (!*q) return aln_fail (f, ALN_ESYNTAX, ALN_NOWHERE, "sql: no statement");
  if (!is_blank (tail))
    return aln_fail (f, ALN_ESYNTAX, (size_t)(tail - sql.p), "sql: one statement at a time");
  if (!sqlite3_stmt_readonly (*q) || sqlite3_column_count (*q) == 0)
    return aln_fail (f, ALN_EREADONLY, ALN_NOWHERE, "sql: a statement may only read (SELECT)");
  return ALN_OK;
}

static aln_status bind_values (sqlite3_stmt *q, const aln_values *values, aln_fault *f) {
  int n = sqlite3_bind_parameter_count (q), rc = SQLITE_OK;
  aln_status st = values->count (values->context, n, f);
  for (int i = 1; i <= n && st == ALN_OK; i++) {
    const char *name = sqlite3_bind_parameter_name (q, i);
    aln_cell v = {ALN_CELL_NIL, {0}};
    st = values->bind (values->context, name ? name : "", i, &v);
    if (st != ALN_OK)
      return aln_fail (f, st, ALN_NOWHERE, "sql: no value for the parameter %.60s",
                       name ? name : "?");
    aln_sql_cell (&rc, q, i, &v);
  }
  return st == ALN_OK ? aln_sql_status (rc) : st;
}

aln_status aln_ask_sql (aln_store *s, aln_slice sql, const aln_values *values, aln_frame **out,
                        aln_fault *f) {
  sqlite3_stmt *q = NULL;
  aln_frame *frame = NULL;
  int rc = SQLITE_OK;
  aln_status st = prepare (s, sql, &q, f);
  *out = NULL;
  if (st == ALN_OK) st = bind_values (q, values, f);
  if (st == ALN_OK) {
    frame = aln_frame_new (&st);
    aln_rows_fill (&st, &rc, s, q, frame);
    if (st == ALN_OK && aln_sql_status (rc) == ALN_ESYNTAX) /* found only when it runs */
      st = aln_fail (f, ALN_ESYNTAX, ALN_NOWHERE, "sql: %.300s", sqlite3_errmsg (s->db));
    else st = aln_rows_fault (s, st, rc, f);
  }
  sqlite3_finalize (q);
  if (st == ALN_OK) *out = frame;
  else if (frame) aln_frame_drop (frame);
  return st;
}
