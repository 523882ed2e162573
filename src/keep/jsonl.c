/* jsonl.c: in: bytes. Out: lines, faults and members (jsonl.h). */
#include "jsonl.h"

#include "../base/json.h"
#include "../base/limits.h"
#include "../base/mem.h"

#include <sqlite3.h>

struct aln_jsonl {
  aln_buf bytes;
  size_t from;       /* where the next line begins in 'bytes' */
  size_t looked;     /* no line end before here */
  size_t limit;      /* bytes of one line */
  size_t passed;     /* bytes of a line that is too long, let go so far */
  uint64_t number;   /* of the last line */
  int passing, last; /* inside a line that is too long; no more pieces come */
  aln_slice line;    /* the line just given */
  aln_json_scan scan;
  aln_buf id; /* of a line that is at fault */
  sqlite3 *db;
  sqlite3_stmt *members[2], *text;
};

static const char *const kind_names[ALN_JSON_KINDS] = {
    "null", "true", "false", "a number", "a number", "a string", "a list", "an object"};

const char *aln_json_kind_name (aln_json_kind k) { return kind_names[k]; }

/* -- opening and closing ---------------------------------------------------------------------- */

static void prepare (aln_status *st, aln_jsonl *j, const char *sql, sqlite3_stmt **out) {
  if (*st != ALN_OK) return;
  if (sqlite3_prepare_v3 (j->db, sql, -1, SQLITE_PREPARE_PERSISTENT, out, NULL) != SQLITE_OK)
    *st = ALN_ENOMEM; /* the text is ours and right: nothing else can fail */
}

static void connect (aln_status *st, aln_jsonl *j) {
  static const char each[] = "SELECT key, type, value FROM json_each (?1)";
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX;
  if (*st != ALN_OK) return;
  if (sqlite3_open_v2 (":memory:", &j->db, flags, NULL) != SQLITE_OK) *st = ALN_ENOMEM;
  prepare (st, j, each, &j->members[0]);
  prepare (st, j, each, &j->members[1]);
  prepare (st, j, "SELECT ?1 ->> '$'", &j->text);
}

aln_jsonl *aln_jsonl_new (aln_status *st, size_t limit) {
  aln_jsonl *j;
  if (*st != ALN_OK) return NULL;
  j = aln_alloc (sizeof *j);
  if (!j) {
    *st = ALN_ENOMEM;
    return NULL;
  }
  memset (j, 0, sizeof *j);
  j->limit = limit < ALN_LINE_MAX ? limit : ALN_LINE_MAX;
  connect (st, j);
  if (*st == ALN_OK) return j;
  aln_jsonl_free (j);
  return NULL;
}

void aln_jsonl_free (aln_jsonl *j) {
  if (!j) return;
  sqlite3_finalize (j->members[0]);
  sqlite3_finalize (j->members[1]);
  sqlite3_finalize (j->text);
  sqlite3_close_v2 (j->db);
  aln_buf_free (&j->bytes);
  aln_buf_free (&j->id);
  aln_free (j);
}

/* -- lines ------------------------------------------------------------------------------------ */

/* The lines that were given are let go of first; their statements do not look at them any more. */
static void let_go (aln_jsonl *j) {
  if (j->from == 0) return;
  sqlite3_reset (j->members[0]);
  sqlite3_clear_bindings (j->members[0]);
  memmove (j->bytes.p, j->bytes.p + j->from, j->bytes.n - j->from);
  j->bytes.n -= j->from;
  j->looked -= j->from;
  j->from = 0;
}

void aln_jsonl_push (aln_status *st, aln_jsonl *j, aln_slice piece) {
  if (*st != ALN_OK) return;
  let_go (j);
  aln_buf_add (st, &j->bytes, piece);
}

void aln_jsonl_finish (aln_jsonl *j) { j->last = 1; }

/* Takes the next line off the bytes; 0 where its end has not come yet. */
static int take_line (aln_jsonl *j, aln_slice *line) {
  const char *end = NULL;
  size_t to = j->bytes.n;
  if (j->looked < j->bytes.n) end = memchr (j->bytes.p + j->looked, '\n', j->bytes.n - j->looked);
  if (end) to = (size_t)(end - j->bytes.p);
  else if (!j->last || (j->from == j->bytes.n && !j->passing)) {
    j->looked = j->bytes.n;
    return 0;
  }
  *line = (aln_slice){j->bytes.p + j->from, to - j->from};
  j->from = j->looked = end ? to + 1 : to;
  j->number++;
  return 1;
}

static int is_blank (aln_slice s) {
  for (size_t i = 0; i < s.n; i++)
    if (!aln_is_space ((unsigned char)s.p[i])) return 0;
  return 1;
}

static aln_slice without_bom (aln_slice s) {
  if (s.n >= 3 && memcmp (s.p, "\xEF\xBB\xBF", 3) == 0) return (aln_slice){s.p + 3, s.n - 3};
  return s;
}

/* Keeps the id that the check came by, as text. */
static void keep_id (aln_status *st, aln_jsonl *j, aln_slice line) {
  aln_slice id = aln_cut (line, j->scan.id);
  j->id.n = 0;
  if (*st != ALN_OK || id.n == 0 || j->scan.first != '{') return;
  if (id.p[0] != '"') {
    aln_buf_add (st, &j->id, id);
    return;
  }
  sqlite3_bind_text (j->text, 1, id.p, (int)id.n, SQLITE_STATIC);
  if (sqlite3_step (j->text) == SQLITE_ROW) {
    const char *p = (const char *)sqlite3_column_text (j->text, 0);
    aln_buf_add (st, &j->id, (aln_slice){p, (size_t)sqlite3_column_bytes (j->text, 0)});
  }
  sqlite3_reset (j->text);
  sqlite3_clear_bindings (j->text);
}

static void check (aln_jsonl *j,
                   aln_slice line) { /* the bytes are our own: 'check' may mend them */
  aln_json_check (j->bytes.p + (line.p - j->bytes.p), line.n, &j->scan);
}

/* A line without end that is past the limit is let go of, but for its id; the rest is counted. */
static void pass_over (aln_status *st, aln_jsonl *j) {
  aln_slice rest = {j->bytes.p + j->from, j->bytes.n - j->from};
  if (!j->passing) {
    if (rest.n <= j->limit) return;
    rest.n = j->limit;
    if (j->number == 0) rest = without_bom (rest);
    check (j, rest);
    keep_id (st, j, rest);
    j->passing = 1;
  }
  j->passed += j->bytes.n - j->from;
  j->from = j->looked = j->bytes.n;
}

static aln_jsonl_event too_long (aln_jsonl *j, size_t n, aln_fault *f) {
  j->passing = 0;
  j->passed = 0;
  aln_fail (f, ALN_ELIMIT, ALN_NOWHERE, "a line of %zu bytes; at most %zu (ALN_LINE_MAX) are read",
            n, j->limit);
  return ALN_JSONL_FAULT;
}

static aln_jsonl_event judge (aln_status *st, aln_jsonl *j, aln_slice line, aln_fault *f) {
  size_t bom = (size_t)(without_bom (line).p - line.p);
  if (j->number > 1) bom = 0; /* it opens a file, not a line */
  line = (aln_slice){line.p + bom, line.n - bom};
  check (j, line);
  j->line = line;
  if (!j->scan.wrong && j->scan.first == '{') return ALN_JSONL_LINE;
  keep_id (st, j, line);
  if (!j->scan.wrong)
    aln_fail (f, ALN_ESYNTAX, ALN_NOWHERE, "a JSON object was expected, not a %s",
              j->scan.first == '[' ? "list" : "single value");
  else
    aln_fail (f, ALN_ESYNTAX, bom + j->scan.at, "not JSON: %s was expected at byte %zu",
              j->scan.wrong, bom + j->scan.at + 1);
  return ALN_JSONL_FAULT;
}

aln_jsonl_event aln_jsonl_next (aln_status *st, aln_jsonl *j, aln_fault *f) {
  aln_slice line;
  while (*st == ALN_OK && take_line (j, &line)) {
    size_t n = line.n + j->passed;
    if (n > j->limit) {
      if (!j->passing) {
        aln_slice head = {line.p, j->limit};
        check (j, head);
        keep_id (st, j, head);
      }
      return too_long (j, n, f);
    }
    j->id.n = 0;
    if (!is_blank (j->number == 1 ? without_bom (line) : line)) return judge (st, j, line, f);
  }
  if (*st == ALN_OK && !j->last) pass_over (st, j);
  return ALN_JSONL_MORE;
}

aln_jsonl_event aln_jsonl_whole (aln_status *st, aln_jsonl *j, aln_slice whole, aln_fault *f) {
  j->from = j->looked = j->bytes.n;
  aln_jsonl_push (st, j, whole);
  j->from = j->looked = j->bytes.n;
  j->number = 1;
  j->id.n = 0;
  if (*st != ALN_OK) return ALN_JSONL_MORE;
  if (whole.n > j->limit) return too_long (j, whole.n, f);
  return judge (st, j, aln_buf_slice (&j->bytes), f);
}

uint64_t aln_jsonl_number (const aln_jsonl *j) { return j->number; }
aln_slice aln_jsonl_id (const aln_jsonl *j) { return aln_buf_slice (&j->id); }

/* -- members ---------------------------------------------------------------------------------- */

void aln_jsonl_begin (aln_status *st, aln_jsonl *j, int level, aln_slice json) {
  sqlite3_stmt *q = j->members[level];
  if (*st != ALN_OK) return;
  if (level == 0) json = j->line;
  sqlite3_reset (q);
  if (sqlite3_bind_text (q, 1, json.p, (int)json.n, SQLITE_STATIC) != SQLITE_OK) *st = ALN_ENOMEM;
}

static aln_slice column (sqlite3_stmt *q, int i) {
  const char *p = (const char *)sqlite3_column_text (q, i);
  return (aln_slice){p ? p : "", (size_t)sqlite3_column_bytes (q, i)};
}

static aln_json_kind kind_of (aln_slice type) {
  static const struct {
    const char *type;
    aln_json_kind kind;
  } kinds[] = {{"null", ALN_JSON_NULL},       {"true", ALN_JSON_TRUE}, {"false", ALN_JSON_FALSE},
               {"integer", ALN_JSON_INTEGER}, {"real", ALN_JSON_REAL}, {"text", ALN_JSON_TEXT},
               {"array", ALN_JSON_LIST}};
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
    if (aln_same (type, aln_slice_of (kinds[i].type))) return kinds[i].kind;
  return ALN_JSON_OBJECT;
}

int aln_jsonl_member (aln_status *st, aln_jsonl *j, int level, aln_member *m) {
  sqlite3_stmt *q = j->members[level];
  aln_slice id = aln_cut (j->line, j->scan.id);
  int rc;
  if (*st != ALN_OK) return 0;
  rc = sqlite3_step (q);
  if (rc != SQLITE_ROW) {
    sqlite3_reset (q);
    if (rc != SQLITE_DONE) *st = rc == SQLITE_NOMEM ? ALN_ENOMEM : ALN_ESYNTAX;
    return 0;
  }
  m->name = column (q, 0);
  m->kind = kind_of (column (q, 1));
  if (sqlite3_column_type (q, 2) == SQLITE_FLOAT) m->kind = ALN_JSON_REAL; /* past 64 bits */
  m->integer = sqlite3_column_int64 (q, 2);
  m->real = sqlite3_column_double (q, 2);
  m->text = column (q, 2);
  if (level == 0 && id.n && id.p[0] != '"' && aln_same (m->name, ALN_LIT ("id")) &&
      (m->kind == ALN_JSON_INTEGER || m->kind == ALN_JSON_REAL))
    m->text = id; /* an id of digits is a name, not a quantity: as written */
  return 1;
}
