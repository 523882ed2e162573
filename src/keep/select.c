/* select.c: in: a tree of filters. Out: an SQL condition and its values. */
#include "select.h"

#include "index.h"

#include <string.h>

static void add (aln_status *st, aln_buf *sql, const char *s) {
  aln_buf_add (st, sql, aln_slice_of (s));
}

static void bind (aln_status *st, aln_arena *a, aln_binds *binds, aln_cell v) {
  aln_cell *c = ALN_ADD (st, a, &binds->values);
  if (c) *c = v;
}

static void bind_all (aln_status *st, aln_arena *a, aln_binds *binds, const aln_filter *f) {
  for (uint32_t i = 0; i < f->n; i++) bind (st, a, binds, f->values[i]);
}

/* 'each' n times with 'between'. */
static void repeat (aln_status *st, aln_buf *sql, uint32_t n, const char *each,
                    const char *between) {
  for (uint32_t i = 0; i < n && *st == ALN_OK; i++) {
    if (i) add (st, sql, between);
    add (st, sql, each);
  }
}

static const char *const columns[] = {[ALN_FILTER_ID] = "a.id",
                                      [ALN_FILTER_SOURCE] = "a.source",
                                      [ALN_FILTER_URL] = "a.url",
                                      [ALN_FILTER_AGENCY] = "a.agency",
                                      [ALN_FILTER_LANGUAGE] = "a.language",
                                      [ALN_FILTER_DATED] = "a.how",
                                      [ALN_FILTER_NUMBER] = "a.n"};

static void any_of (aln_status *st, const aln_filter *f, aln_buf *sql) {
  add (st, sql, columns[f->kind]);
  add (st, sql, " IN (");
  repeat (st, sql, f->n, "?", ",");
  add (st, sql, ")");
}

/* A value of vars is compared as text, so that 3 finds the 3 of a CSV file. */
static void any_var (aln_status *st, const aln_filter *f, aln_arena *a, aln_buf *sql,
                     aln_binds *binds) {
  add (st, sql, "a.n IN (SELECT v.n FROM var v WHERE v.name = ? AND CAST(v.value AS TEXT) IN (");
  repeat (st, sql, f->n, "CAST(? AS TEXT)", ",");
  add (st, sql, "))");
  bind (st, a, binds, (aln_cell){ALN_CELL_TEXT, {.text = f->name}});
}

/* Filters of who and what is named: "%s" is the list of values, as often as it stands there. A
   spelling leads to all spellings of whom it names. No subquery looks at a row outside of it, so
   each is run once. */
#define NAMED "a.n IN (SELECT n FROM entity WHERE form IN (SELECT form FROM form WHERE "
#define SPELLED(what)                                                                              \
  "who IN (SELECT who FROM form WHERE what IN (" what ") AND name IN (%s) UNION SELECT who FROM "  \
  "form WHERE what IN (" what ") AND block IN (%s) UNION SELECT who FROM who WHERE what IN (" what \
  ") AND name IN (%s)) OR (what IN (" what ") AND name IN (%s))"

static const char *const named[] = {
    [ALN_FILTER_PERSON] = NAMED SPELLED ("'person'") "))",
    [ALN_FILTER_MENTIONS] = NAMED SPELLED ("'person', 'organisation', 'place'") "))",
    [ALN_FILTER_SIDE] = NAMED "side IN (%s) OR who IN (SELECT who FROM who WHERE side IN (%s))))",
    [ALN_FILTER_OFFICE] = "a.n IN (SELECT n FROM held WHERE office IN (%s) UNION SELECT n FROM "
                          "participant WHERE office IN (%s))",
    [ALN_FILTER_NAMING] =
        "a.n IN (SELECT n FROM entity WHERE form IN (SELECT form FROM form WHERE name IN (%s) OR "
        "who "
        "IN (SELECT who FROM who WHERE name IN (%s))) UNION SELECT n FROM entity WHERE form IN "
        "(SELECT form FROM form WHERE what = 'place' AND side IN (%s)) AND (kind = 'country' OR "
        "stands_for IS NOT NULL))"};

static void any_named (aln_status *st, const aln_filter *f, aln_arena *a, aln_buf *sql,
                       aln_binds *binds) {
  const char *s = named[f->kind], *gap;
  for (; (gap = strstr (s, "%s")); s = gap + 2) {
    aln_buf_add (st, sql, (aln_slice){s, (size_t)(gap - s)});
    repeat (st, sql, f->n, "?", ",");
    bind_all (st, a, binds, f);
  }
  add (st, sql, s);
}

static void filter (aln_status *st, const aln_filter *f, int keep, aln_arena *a, aln_buf *sql,
                    aln_binds *binds) {
  switch (f->kind) {
  case ALN_FILTER_VAR: any_var (st, f, a, sql, binds); break;
  case ALN_FILTER_MATCH: repeat (st, sql, f->n, ALN_INDEX_HAS, " OR "); break;
  case ALN_FILTER_NUMBERS: add (st, sql, "a.n IN (SELECT value FROM json_each(?))"); break;
  case ALN_FILTER_FROM:
    add (st, sql, keep ? "(a.published IS NULL OR a.earliest >= ?)" : "a.earliest >= ?");
    break;
  case ALN_FILTER_TO:
    add (st, sql, keep ? "(a.published IS NULL OR a.latest <= ?)" : "a.latest <= ?");
    break;
  case ALN_FILTER_UNDATED: add (st, sql, keep ? "1" : "a.published IS NOT NULL"); break;
  case ALN_FILTER_PERSON:
  case ALN_FILTER_MENTIONS:
  case ALN_FILTER_SIDE:
  case ALN_FILTER_OFFICE:
  case ALN_FILTER_NAMING: any_named (st, f, a, sql, binds); return;
  default: any_of (st, f, sql); break;
  }
  bind_all (st, a, binds, f);
}

static void where (aln_status *st, const aln_select *s, int permissive, aln_arena *a, aln_buf *sql,
                   aln_binds *binds) {
  add (st, sql, s->versions ? " (1" : " (a.counts = 1");
  for (uint32_t i = 0; i < s->n && *st == ALN_OK; i++) {
    add (st, sql, " AND (");
    filter (st, &s->filters[i], permissive || s->keep, a, sql, binds);
    add (st, sql, ") IS TRUE"); /* NULL is no */
  }
  add (st, sql, ")");
}

/* What BUT takes away is asked the other way round: an article that only a permissive reading
   would take away is not left out for want of a date. */
void aln_select_sql (aln_status *st, const aln_select *s, int permissive, aln_arena *a,
                     aln_buf *sql, aln_binds *binds) {
  switch (s->kind) {
  case ALN_SELECT_ALL: add (st, sql, " (a.counts = 1)"); return;
  case ALN_SELECT_WHERE: where (st, s, permissive, a, sql, binds); return;
  default: break;
  }
  add (st, sql, " (");
  for (uint32_t i = 0; i < s->n && *st == ALN_OK; i++) {
    int taken = s->kind == ALN_SELECT_BUT && i > 0;
    if (i) add (st, sql, s->kind == ALN_SELECT_EITHER ? " OR" : " AND");
    if (taken) add (st, sql, " NOT");
    aln_select_sql (st, s->parts[i], permissive && !taken, a, sql, binds);
  }
  add (st, sql, ")");
}
