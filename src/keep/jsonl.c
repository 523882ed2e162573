/* jsonl.c: in: bytes. Out: lines, faults and members (jsonl.h). */
#include "jsonl.h"

#include "../base/json.h"
#include "../base/limits.h"
#include "../base/mem.h"

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
  aln_json_walk walks[2];
};

/* -- opening and closing ---------------------------------------------------------------------- */

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
  return j;
}

void aln_jsonl_free (aln_jsonl *j) {
  if (!j) return;
  aln_buf_free (&j->bytes);
  aln_buf_free (&j->id);
  aln_free (j);
}

/* -- lines ------------------------------------------------------------------------------------ */

/* The lines that were given are let go of first. */
static void let_go (aln_jsonl *j) {
  if (j->from == 0) return;
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
  if (id.p[0] == '"') id = (aln_slice){id.p + 1, id.n - 2};
  aln_buf_add (st, &j->id, id);
  if (*st == ALN_OK) j->id.n = aln_json_decode (j->id.p, j->id.n);
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

void aln_jsonl_begin (aln_jsonl *j, int level, aln_slice json) {
  if (level == 0) json = j->line;
  j->walks[level] = (aln_json_walk){j->bytes.p + (json.p - j->bytes.p), json.n, 0};
}

int aln_jsonl_member (aln_jsonl *j, int level, aln_json_member *m) {
  return aln_json_next (&j->walks[level], m);
}
