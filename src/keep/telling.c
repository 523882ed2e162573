/* telling.c: in: the stories of a set and a selection. Out: frames; numbers for selections. */
#include "stories.h"

#include "likeness.h"
#include "rows.h"

#include <stdlib.h>

/* -- lists of numbers --------------------------------------------------------------------------------
 */

typedef ALN_LIST (int64_t) numbers;

static void list_selected (aln_status *st, int *rc, aln_store *s, const aln_select *which,
                           aln_arena *room, numbers *out) {
  aln_buf sql = ALN_BUF_EMPTY;
  aln_binds binds = {{NULL, 0, 0}};
  sqlite3_stmt *q = NULL;
  aln_buf_add (st, &sql, ALN_LIT ("SELECT a.n FROM article a WHERE"));
  aln_select_sql (st, which, 0, room, &sql, &binds);
  aln_buf_add (st, &sql, ALN_LIT (" ORDER BY a.n"));
  if (*st == ALN_OK) q = aln_sql_prepare (rc, s, aln_buf_slice (&sql));
  aln_sql_cells (rc, q, 1, &binds);
  while (*st == ALN_OK && aln_sql_row (rc, q)) {
    int64_t *n = ALN_ADD (st, room, out);
    if (n) *n = sqlite3_column_int64 (q, 0);
  }
  sqlite3_finalize (q);
  aln_buf_free (&sql);
}

static void add_json (aln_status *st, aln_buf *json, int64_t n) {
  char text[32];
  sqlite3_snprintf (sizeof text, text, "%s%lld", json->n > 1 ? "," : "", (long long)n);
  aln_buf_add (st, json, aln_slice_of (text));
}

static void end_json (aln_status *st, aln_buf *json, aln_arena *a, aln_slice *out) {
  aln_buf_byte (st, json, ']');
  *out = aln_arena_copy (st, a, aln_buf_slice (json));
  aln_buf_free (json);
}

static int is_wanted (const aln_story *story, const aln_cell *keys, uint32_t n) {
  for (uint32_t i = 0; i < n; i++)
    if (keys[i].kind == ALN_CELL_TEXT && aln_same (keys[i].as.text, aln_slice_of (story->key)))
      return 1;
  return 0;
}

aln_status aln_story_members (aln_store *s, const aln_cell *keys, uint32_t n, aln_arena *a,
                              aln_slice *json, aln_fault *f) {
  const aln_stories *t;
  aln_buf list = ALN_BUF_EMPTY;
  aln_status st = aln_stories_of (s, &t, f);
  if (st != ALN_OK) return st;
  aln_buf_byte (&st, &list, '[');
  for (uint32_t i = 0; i < t->stories_n; i++)
    for (uint32_t k = t->stories[i].from; k < t->stories[i].to; k++) {
      if (k == t->stories[i].from && !is_wanted (&t->stories[i], keys, n)) break;
      add_json (&st, &list, t->told[k].n);
    }
  end_json (&st, &list, a, json);
  return st == ALN_OK ? st : aln_fail (f, st, ALN_NOWHERE, "%s", aln_status_text (st));
}

/* voted[story]: the index in 'told' of its vote, and 1. The original comes first in its story, the
   rest in order of time: so the least index is it. */
static void count_votes (const aln_stories *t, const numbers *list, uint32_t *voted) {
  for (uint32_t i = 0; i < list->n; i++) {
    const aln_member *m = aln_stories_find (t, list->at[i]);
    uint32_t at = m ? (uint32_t)(m - t->told) + 1 : 0;
    if (m && (voted[m->story] == 0 || at < voted[m->story])) voted[m->story] = at;
  }
}

aln_status aln_story_votes (aln_store *s, const aln_select *which, aln_arena *a, aln_slice *json,
                            aln_fault *f) {
  const aln_stories *t;
  numbers list = {NULL, 0, 0};
  aln_buf out = ALN_BUF_EMPTY;
  int rc = SQLITE_OK;
  uint32_t *voted;
  aln_status st = aln_stories_of (s, &t, f);
  if (st != ALN_OK) return st;
  list_selected (&st, &rc, s, which, a, &list);
  voted = aln_arena_get (&st, a, ((size_t)t->stories_n + 1) * sizeof *voted);
  if (st == ALN_OK && rc == SQLITE_OK) count_votes (t, &list, voted);
  aln_buf_byte (&st, &out, '[');
  for (uint32_t i = 0; i < list.n && st == ALN_OK; i++) {
    const aln_member *m = aln_stories_find (t, list.at[i]);
    if (!m || voted[m->story] == (uint32_t)(m - t->told) + 1) add_json (&st, &out, list.at[i]);
  }
  end_json (&st, &out, a, json);
  return aln_rows_fault (s, st, rc, f);
}

/* -- frames ------------------------------------------------------------------------------------------
 */

typedef struct asked { /* what both frames need */
  aln_store *s;
  aln_sketcher *sketcher; /* of pairs alone */
  const aln_stories *t;
  aln_arena room;
  unsigned char *selected; /* by index of 'told' */
  aln_frame *frame;
  int rc;
} asked;

static aln_status ask (asked *w, aln_store *s, const aln_select *which, const char *const *names,
                       aln_fault *f) {
  numbers list = {NULL, 0, 0};
  aln_status st;
  *w = (asked){s, NULL, NULL, ALN_ARENA_EMPTY, NULL, NULL, SQLITE_OK};
  st = aln_stories_of (s, &w->t, f);
  if (st != ALN_OK) return st;
  w->selected = aln_arena_get (&st, &w->room, (size_t)w->t->told_n + 1);
  list_selected (&st, &w->rc, s, which, &w->room, &list);
  for (uint32_t i = 0; i < list.n && st == ALN_OK; i++) {
    const aln_member *m = aln_stories_find (w->t, list.at[i]);
    if (m) w->selected[m - w->t->told] = 1;
  }
  w->frame = aln_frame_new (&st);
  for (; *names; names++) aln_frame_add_column (&st, w->frame, aln_slice_of (*names));
  return aln_rows_fault (s, st, w->rc, f);
}

static aln_status end (asked *w, aln_status st, aln_frame **out) {
  *out = st == ALN_OK ? w->frame : NULL;
  if (st != ALN_OK && w->frame) aln_frame_drop (w->frame);
  aln_arena_free (&w->room);
  return st;
}

static aln_status answer (asked *w, aln_status st, aln_frame **out, aln_fault *f) {
  if (w->sketcher) st = aln_sketcher_close (st, w->sketcher, f);
  else st = aln_rows_fault (w->s, st, SQLITE_OK, f);
  if (st == ALN_OK) st = aln_rows_fault (w->s, st, w->rc, f);
  return end (w, st, out);
}

/* A share, two decimals: more would say more than is known. */
static double two_decimals (uint32_t thousandths) {
  uint32_t hundredths = (thousandths + 5) / 10;
  return (double)hundredths / 100;
}

/* id, published, source, headline, agency, time of article n; reset it afterwards. */
static sqlite3_stmt *about (asked *w, int64_t n) {
  sqlite3_stmt *q = aln_sql_take (&w->rc, w->s, ALN_SQL_ABOUT);
  aln_sql_integer (&w->rc, q, 1, n);
  return aln_sql_row (&w->rc, q) ? q : NULL;
}

static void story_row (aln_status *st, asked *w, const aln_member *m) {
  sqlite3_stmt *q = about (w, m->n);
  aln_frame_add_row (st, w->frame);
  aln_frame_set_text (st, w->frame, 0, aln_slice_of (w->t->stories[m->story].key));
  aln_frame_set_text (st, w->frame, 2, aln_slice_of (aln_role_name (m->role)));
  aln_frame_set_real (st, w->frame, 3, two_decimals (m->similarity));
  if (q) {
    aln_rows_cell (st, q, 0, w->frame, 1);
    for (int i = 1; i < 4; i++) aln_rows_cell (st, q, i, w->frame, (uint32_t)i + 3);
  }
  aln_sql_reset (q);
}

aln_status aln_ask_stories (aln_store *s, const aln_select *which, aln_frame **out, aln_fault *f) {
  static const char *const names[] = {"story",     "id",     "role",     "similarity",
                                      "published", "source", "headline", NULL};
  asked w;
  aln_status st = ask (&w, s, which, names, f);
  if (st != ALN_OK) return end (&w, st, out);
  for (uint32_t i = 0; st == ALN_OK && w.rc == SQLITE_OK && i < w.t->told_n; i++)
    if (w.selected[i]) story_row (&st, &w, &w.t->told[i]);
  return answer (&w, st, out, f);
}

/* -- pairs -------------------------------------------------------------------------------------------
 */

enum { STORY, ID, ORIGINAL, ROLE, SIMILARITY, EVIDENCE, ADDED, DROPPED, RESEMBLANCE, SHARED };

typedef struct sketched { /* a sketch with the paragraphs told apart */
  aln_text text;
  uint32_t *ends; /* of its paragraphs, in words */
  uint32_t paragraphs;
} sketched;

static void part (aln_status *st, aln_arena *room, aln_slice sketch, sketched *out) {
  uint16_t *words = aln_arena_get (st, room, sketch.n + 2);
  out->ends = aln_arena_get (st, room, (sketch.n / 2 + 1) * sizeof *out->ends);
  out->text = (aln_text){words, 0, -1, NULL};
  out->paragraphs = 0;
  for (size_t i = 0; i < sketch.n / 2 && *st == ALN_OK; i++) {
    uint16_t word = aln_sketch_at (sketch.p, i);
    if (word == ALN_SKETCH_BREAK) out->ends[out->paragraphs++] = out->text.n;
    else words[out->text.n++] = word;
  }
  if (*st == ALN_OK) out->ends[out->paragraphs++] = out->text.n;
}

static void load (aln_status *st, asked *w, int64_t n, aln_arena *room, sketched *out) {
  aln_buf sketch = ALN_BUF_EMPTY;
  aln_sketcher_take (st, &w->rc, w->sketcher, n, &sketch);
  part (st, room, aln_buf_slice (&sketch), out);
  aln_buf_free (&sketch);
}

/* The numbers of the paragraphs (from 1, as article.paragraphs has them) of which less than three
   tenths are covered. */
static void list_paragraphs (aln_status *st, aln_frame *frame, uint32_t column, const sketched *s,
                             const unsigned char *covers) {
  uint32_t from = 0;
  aln_frame_set_list (st, frame, column);
  for (uint32_t i = 0; i < s->paragraphs && *st == ALN_OK; from = s->ends[i++]) {
    uint32_t covered = 0;
    char text[16];
    for (uint32_t k = from; k < s->ends[i]; k++) covered += covers[k] != 0;
    if (s->ends[i] == from || 10ull * covered >= 3ull * (s->ends[i] - from)) continue;
    sqlite3_snprintf (sizeof text, text, "%u", i + 1);
    aln_frame_add_item (st, frame, column, aln_slice_of (text));
  }
}

static void set_paragraphs (aln_status *st, asked *w, const aln_member *m, const aln_member *of) {
  aln_arena room = ALN_ARENA_EMPTY;
  aln_comparer c = {.commons = NULL};
  aln_likeness l;
  sketched a = {{NULL, 0, 0, NULL}, NULL, 0}, b = a;
  load (st, w, of->n, &room, &a);
  load (st, w, m->n, &room, &b);
  if (*st == ALN_OK) aln_comparer_take (st, &c, a.text);
  if (*st == ALN_OK) aln_comparer_with (st, &c, b.text, &l);
  if (*st == ALN_OK) {
    list_paragraphs (st, w->frame, ADDED, &b, c.cover_b);
    list_paragraphs (st, w->frame, DROPPED, &a, c.cover_a);
  }
  aln_comparer_free (&c);
  aln_arena_free (&room);
}

typedef struct credit { /* what tells who carried whose copy */
  aln_slice id, day, agency;
  int timed;
  int64_t time;
} credit;

static credit credit_of (aln_status *st, asked *w, int64_t n, aln_arena *room) {
  credit c = {{"", 0}, {"", 0}, {"", 0}, 0, 0};
  sqlite3_stmt *q = about (w, n);
  if (q) {
    c.id = aln_arena_copy (st, room, aln_sql_slice (q, 0));
    c.day = aln_arena_copy (st, room, aln_sql_slice (q, 1));
    c.agency = aln_arena_copy (st, room, aln_sql_slice (q, 4));
    c.timed = sqlite3_column_type (q, 5) != SQLITE_NULL;
    c.time = sqlite3_column_int64 (q, 5);
  }
  aln_sql_reset (q);
  return c;
}

/* Why the original is taken for it: what the copy credits, else which is earlier. */
static void set_evidence (aln_status *st, asked *w, const credit *copy, const credit *original,
                          int wire) {
  aln_buf b = ALN_BUF_EMPTY;
  if (wire) aln_buf_add (st, &b, ALN_LIT ("the original is an agency's own"));
  if (copy->agency.n) {
    if (b.n) aln_buf_add (st, &b, ALN_LIT ("; "));
    aln_buf_add (st, &b,
                 aln_same (copy->agency, original->agency) && !wire
                     ? ALN_LIT ("both credit ")
                     : ALN_LIT ("the copy credits "));
    aln_buf_add (st, &b, copy->agency);
  }
  if (original->timed && copy->timed && original->time < copy->time) {
    if (b.n) aln_buf_add (st, &b, ALN_LIT ("; "));
    aln_buf_add (st, &b, ALN_LIT ("the original is earlier"));
  }
  if (b.n == 0) aln_buf_add (st, &b, ALN_LIT ("which came first is not known"));
  aln_frame_set_text (st, w->frame, EVIDENCE, aln_buf_slice (&b));
  aln_buf_free (&b);
}

static void pair_row (aln_status *st, asked *w, const aln_member *m) {
  const aln_story *story = &w->t->stories[m->story];
  const aln_member *of = &w->t->told[story->from];
  aln_arena room = ALN_ARENA_EMPTY;
  credit copy = credit_of (st, w, m->n, &room), original = credit_of (st, w, of->n, &room);
  aln_frame_add_row (st, w->frame);
  aln_frame_set_text (st, w->frame, STORY, aln_slice_of (story->key));
  aln_frame_set_text (st, w->frame, ID, copy.id);
  aln_frame_set_text (st, w->frame, ORIGINAL, original.id);
  aln_frame_set_text (st, w->frame, ROLE, aln_slice_of (aln_role_name (m->role)));
  aln_frame_set_real (st, w->frame, SIMILARITY, two_decimals (m->similarity));
  aln_frame_set_real (st, w->frame, RESEMBLANCE, two_decimals (m->resemblance));
  aln_frame_set_integer (st, w->frame, SHARED, m->shared);
  set_paragraphs (st, w, m, of);
  set_evidence (st, w, &copy, &original, of->wire);
  aln_arena_free (&room);
}

aln_status aln_ask_pairs (aln_store *s, const aln_select *which, aln_frame **out, aln_fault *f) {
  static const char *const names[] = {"story",       "id",       "original", "role",
                                      "similarity",  "evidence", "added",    "dropped",
                                      "resemblance", "shared",   NULL};
  asked w;
  aln_status st = ask (&w, s, which, names, f);
  if (st == ALN_OK) st = aln_sketcher_open (s, &w.sketcher, f);
  if (st != ALN_OK) return end (&w, st, out);
  for (uint32_t i = 0; st == ALN_OK && w.rc == SQLITE_OK && i < w.t->told_n; i++) {
    const aln_member *m = &w.t->told[i];
    if (w.selected[i] && m->role != ALN_ROLE_ORIGINAL) pair_row (&st, &w, m);
    if (i % 1024 == 0 && st == ALN_OK && aln_store_stopped (s)) st = ALN_EINTR;
  }
  return answer (&w, st, out, f);
}
