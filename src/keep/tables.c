/* tables.c: in: the name of a table and a selection. Out: its rows. All SQL that only reads whole
   articles' columns stands here; "%s" is the selection's condition over `article a`. */
#include "ask.h"
#include "rows.h"

/* Checks of health: which kind (NULL: one kind), how many, and three examples. */
#define CHECK(which, condition)                                                                    \
  "SELECT which, count, id FROM (SELECT which, id, row_number() OVER (PARTITION BY which ORDER "   \
  "BY "                                                                                            \
  "id) AS k, count(*) OVER (PARTITION BY which) AS count FROM (SELECT " which                      \
  " AS which, a.id AS id FROM article a WHERE (" condition                                         \
  ") AND%s)) WHERE k <= 3 ORDER BY count "                                                         \
  "DESC, which, k"

static const struct {
  const char *name, *sql;
  int stamp; /* 1: its first parameters are the version of the reader and the lexicon's hash */
} tables[] = {
    {"articles",
     "SELECT a.id, a.published, a.how, a.source, a.headline, a.agency, a.language, a.words FROM "
     "article a WHERE%s ORDER BY a.published IS NULL, a.published, a.id",
     0},
    {"totals",
     "SELECT count(*) AS articles, min(a.published) AS first_day, max(a.published) AS last_day, "
     "count(*) - count(a.published) AS undated, total(a.words) AS words, total(a.bytes) AS bytes "
     "FROM "
     "article a WHERE%s",
     0},
    {"sources",
     "SELECT a.source AS source, count(*) AS articles FROM article a WHERE%s GROUP BY a.source "
     "ORDER BY "
     "articles DESC, source",
     0},
    {"undated", CHECK ("a.how", "a.published IS NULL"), 0},
    {"conflicts", CHECK ("NULL", "a.n IN (SELECT n FROM conflict)"), 0},
    {"doubled",
     CHECK ("NULL",
            "a.words > 0 AND a.body_sum IN (SELECT body_sum FROM article WHERE counts GROUP "
            "BY body_sum HAVING count(*) > 1)"),
     0},
    {"cut", CHECK ("NULL", "a.cut = 1"), 0},
    {"empty", CHECK ("NULL", "a.words = 0"), 0},
    {"encodings", CHECK ("a.encoding", "a.encoding <> 'UTF-8'"), 0},
    {"replaced", CHECK ("NULL", "a.replaced > 0"), 0},
    {"versions", CHECK ("NULL", "a.family IN (SELECT family FROM article WHERE counts = 0)"), 0},
    {"stamps",
     CHECK ("NULL", "a.stamp NOT IN (SELECT stamp FROM stamp WHERE reader = ? AND lexicon = ?)"),
     1},
    {"by_source", CHECK ("a.source", "1"), 0}};

static aln_status build (const char *sql, const aln_select *which, aln_arena *a, aln_buf *out,
                         aln_binds *binds) {
  const char *gap = strstr (sql, "%s");
  aln_status st = ALN_OK;
  aln_buf_add (&st, out, (aln_slice){sql, (size_t)(gap - sql)});
  aln_select_sql (&st, which, 0, a, out, binds);
  aln_buf_add (&st, out, aln_slice_of (gap + 2));
  return st;
}

static void bind_stamp (aln_status *st, aln_store *s, aln_arena *a, aln_binds *binds) {
  aln_cell *c = ALN_ADD (st, a, &binds->values);
  if (c) *c = (aln_cell){ALN_CELL_INTEGER, {.integer = ALN_READER_VERSION}};
  c = ALN_ADD (st, a, &binds->values);
  if (c)
    *c = (aln_cell){ALN_CELL_TEXT,
                    {.text = aln_slice_of (aln_lexicon_hash (aln_store_lexicon (s)))}};
}

static aln_status ask (aln_store *s, const char *sql, int stamp, const aln_select *which,
                       aln_frame **out, aln_fault *f) {
  aln_arena a = ALN_ARENA_EMPTY;
  aln_buf text = ALN_BUF_EMPTY;
  aln_binds binds = {{NULL, 0, 0}};
  aln_status st = ALN_OK;
  if (stamp) bind_stamp (&st, s, &a, &binds);
  if (st == ALN_OK) st = build (sql, which, &a, &text, &binds);
  if (st == ALN_OK) st = aln_rows_frame (s, aln_buf_slice (&text), &binds, out, f);
  else aln_fail (f, st, ALN_NOWHERE, "%s", aln_status_text (st));
  aln_buf_free (&text);
  aln_arena_free (&a);
  return st;
}

aln_status aln_ask_table (aln_store *s, const char *name, const aln_select *which, aln_frame **out,
                          aln_fault *f) {
  *out = NULL;
  for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
    if (strcmp (tables[i].name, name) == 0)
      return ask (s, tables[i].sql, tables[i].stamp, which, out, f);
  return aln_fail (f, ALN_EARG, ALN_NOWHERE, "no table '%.60s'", name);
}

/* The articles of the selection and the undated among them; then the undated again, as if every
   filter of days had let them pass. */
aln_status aln_ask_count (aln_store *s, const aln_select *which, int64_t *n, int64_t *left_out,
                          aln_fault *f) {
  int64_t undated[2] = {0, 0};
  aln_status st = ALN_OK;
  for (int permissive = 0; permissive < 2 && st == ALN_OK; permissive++) {
    aln_arena a = ALN_ARENA_EMPTY;
    aln_buf sql = ALN_BUF_EMPTY;
    aln_binds binds = {{NULL, 0, 0}};
    int64_t pair[2] = {0, 0};
    aln_buf_add (&st, &sql,
                 ALN_LIT ("SELECT count(*), count(*) - count(a.published) FROM article a WHERE"));
    aln_select_sql (&st, which, permissive, &a, &sql, &binds);
    if (st == ALN_OK) st = aln_rows_integers (s, aln_buf_slice (&sql), &binds, pair, 2, f);
    else aln_fail (f, st, ALN_NOWHERE, "%s", aln_status_text (st));
    if (!permissive) *n = pair[0];
    undated[permissive] = pair[1];
    aln_buf_free (&sql);
    aln_arena_free (&a);
  }
  *left_out = undated[1] - undated[0];
  return st;
}
