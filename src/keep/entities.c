/* entities.c: in: whom and what an article names. Out: rows of form, entity and held (items.h). */
#include "entities.h"

#include "../base/fold.h"
#include "../base/json.h"
#include "forms.h"

/* -- forms ----------------------------------------------------------------------------------------
 */

typedef struct form { /* how something is named */
  const char *what;
  aln_slice name, side, office;
  int family_first;
} form;

static int is_space (char c) { return c == ' ' || c == '\t' || c == '\n'; }

/* "Jr.", "Sr", "III": such a word behind a name is no family name. */
static int is_suffix (aln_slice w) {
  uint32_t numerals = 0;
  for (size_t i = 0; i < w.n; i++) numerals += w.p[i] == 'i' || w.p[i] == 'v';
  if (w.n == numerals && w.n >= 2) return 1;
  if (w.n && w.p[w.n - 1] == '.') w.n--;
  return w.n == 2 && (w.p[0] == 'j' || w.p[0] == 's') && w.p[1] == 'r';
}

static aln_slice first_word (aln_slice name) {
  size_t to = 0;
  while (to < name.n && !is_space (name.p[to])) to++;
  return (aln_slice){name.p, to};
}

/* But suffixes; without a comma behind it. */
static aln_slice last_word (aln_slice name) {
  for (size_t to = name.n, from; to > 0; to = from) {
    aln_slice w;
    while (to > 0 && is_space (name.p[to - 1])) to--;
    for (from = to; from > 0 && !is_space (name.p[from - 1]);) from--;
    w = (aln_slice){name.p + from, to - from};
    if (w.n && w.p[w.n - 1] == ',') w.n--;
    if (w.n && (from == 0 || !is_suffix (w))) return w;
  }
  return name;
}

/* "World Health Organization (of nowhere)" -> "who", so that it meets its acronym; 0: too short. */
static size_t initials (aln_slice name, char *out, size_t cap) {
  size_t n = 0;
  for (size_t i = 0; i < name.n && name.p[i] != '(' && n < cap; i++)
    if (aln_is_upper ((unsigned char)name.p[i]) && (i == 0 || name.p[i - 1] == ' '))
      out[n++] = (char)(name.p[i] + ('a' - 'A'));
  return n >= 3 ? n : 0;
}

/* What forms of one person, body or place share: a family name; initials; the whole name. */
static aln_slice shared_word (const form *f, char *out, size_t cap) {
  aln_slice name = {out, 0};
  if (strcmp (f->what, "organisation") == 0) name.n = initials (f->name, out, cap);
  if (name.n) return name;
  name.n = aln_fold_bare (f->name, out, cap);
  if (!name.n) return f->name;
  if (strcmp (f->what, "person") != 0) return name;
  return f->family_first ? first_word (name) : last_word (name);
}

static aln_slice year_of (const aln_items *t) {
  return (aln_slice){t->a->published, t->a->published[0] ? 4 : 0};
}

static void bind_form (aln_items *t, sqlite3_stmt *q, const form *f) {
  aln_sql_whole (t->rc, q, 1, aln_slice_of (f->what));
  aln_sql_whole (t->rc, q, 2, f->name);
  aln_sql_whole (t->rc, q, 3, f->side);
  aln_sql_whole (t->rc, q, 4, f->office);
  aln_sql_whole (t->rc, q, 5, year_of (t));
}

static int64_t add_form (aln_items *t, const form *f) {
  size_t room = f->name.n * 3 + 32;
  char *folded = aln_arena_get (t->st, &t->room, room);
  aln_slice block;
  sqlite3_stmt *q;
  int64_t n;
  if (!folded) return 0;
  block = shared_word (f, folded, room);
  q = aln_sql_take (t->rc, t->s, ALN_SQL_FORM_ADD);
  bind_form (t, q, f);
  aln_sql_whole (t->rc, q, 6, block);
  aln_sql_run (t->rc, q);
  n = *t->rc == SQLITE_OK ? sqlite3_last_insert_rowid (t->s->db) : 0;
  q = aln_sql_take (t->rc, t->s, ALN_SQL_UNSETTLE);
  aln_sql_whole (t->rc, q, 1, aln_slice_of (f->what));
  aln_sql_whole (t->rc, q, 2, block);
  aln_sql_run (t->rc, q);
  return n;
}

static int64_t find_form (aln_items *t, const form *f) {
  sqlite3_stmt *q = aln_sql_take (t->rc, t->s, ALN_SQL_FORM);
  int64_t n = 0;
  bind_form (t, q, f);
  if (aln_sql_row (t->rc, q)) n = sqlite3_column_int64 (q, 0);
  aln_sql_reset (q);
  return n;
}

static int64_t form_of (aln_items *t, const form *f) {
  const aln_slice parts[ALN_FORM_PARTS] = {aln_slice_of (f->what), f->name, f->side, f->office,
                                           year_of (t)};
  aln_form_key key;
  int absent;
  int64_t n;
  aln_form_key_of (&key, parts);
  n = aln_forms_find (t->st, t->rc, t->s, &key, &absent);
  if (n) return n;
  if (!absent) n = find_form (t, f);
  if (!n && *t->rc == SQLITE_OK) n = add_form (t, f);
  if (n && *t->rc == SQLITE_OK) aln_forms_note (t->st, t->s, &key, n);
  return n;
}

/* -- entities -------------------------------------------------------------------------------------
   Numbered from 1: persons as notice/ lists them, then bodies, then places. */

/* A name, for the streams: is what it names a side, or stands for one? */
static void add_name (aln_items *t, int64_t number, int side, aln_span at) {
  aln_named_at *name;
  if (!t->names || number < 1 || number > UINT32_MAX / 2) return;
  name = ALN_ADD (t->st, t->names_room, t->names);
  if (name) *name = (aln_named_at){(uint32_t)number * 2 + (side != 0), at};
}

/* Columns 8 and 9: how many of the spans are names; all of them as JSON. A row a span would cost ten
   times as much as its few digits here. */
static void bind_spans (aln_items *t, sqlite3_stmt *q, int at, const aln_namings *list) {
  static const char *const ends[] = {"\"", "+noun\"", "+pronoun\""};
  int64_t names = 0;
  t->joined.n = 0;
  for (uint32_t j = 0; j < list->n; j++) {
    const aln_naming *m = &list->at[j];
    aln_buf_add (t->st, &t->joined, j ? ALN_LIT (",\"") : ALN_LIT ("[\""));
    aln_json_integer (t->st, &t->joined, (int64_t)m->text.from + 1);
    aln_buf_byte (t->st, &t->joined, '-');
    aln_json_integer (t->st, &t->joined, m->text.to);
    aln_buf_byte (t->st, &t->joined, '/');
    aln_json_integer (t->st, &t->joined, (int64_t)aln_items_sentence (t->a, m->text.from) + 1);
    aln_buf_add (t->st, &t->joined, aln_slice_of (ends[m->kind]));
    names += m->kind == ALN_SPAN_NAME;
  }
  aln_buf_add (t->st, &t->joined, list->n ? ALN_LIT ("]") : ALN_LIT ("[]"));
  aln_sql_integer (t->rc, q, at + 8, names);
  aln_sql_whole (t->rc, q, at + 9, aln_arena_copy (t->st, &t->room, aln_buf_slice (&t->joined)));
}

static void add_names (aln_items *t, int64_t number, int side, const aln_namings *list) {
  for (uint32_t j = 0; j < list->n; j++)
    if (list->at[j].kind == ALN_SPAN_NAME) add_name (t, number, side, list->at[j].text);
}

static aln_slice standing (aln_items *t, uint32_t bits) {
  static const struct {
    uint32_t bit;
    const char *name;
  } all[] = {{ALN_HOLDER_ACTING, "acting"},
             {ALN_HOLDER_FORMER, "former"},
             {ALN_HOLDER_ELECT, "elect"},
             {ALN_HOLDER_OUTGOING, "outgoing"},
             {ALN_HOLDER_NOMINEE, "nominee"}};
  aln_slice list[5];
  uint32_t n = 0;
  for (size_t i = 0; i < 5; i++)
    if (bits & all[i].bit) list[n++] = aln_slice_of (all[i].name);
  return aln_items_join (t, list, n);
}

static aln_span post_span (const aln_article *a, const aln_post *p) {
  return (aln_span){a->tokens.at[p->from].from, a->tokens.at[p->to - 1].to};
}

static void put_held (aln_items *t, int64_t i, const aln_person *p) {
  const aln_posts *posts = &t->noticed->people.posts;
  for (uint32_t j = 0; j < p->held.n && *t->rc == SQLITE_OK; j++) {
    const aln_held *h = &p->held.at[j];
    aln_span at = h->post < posts->n ? post_span (t->a, &posts->at[h->post]) : p->spans.at[0].text;
    sqlite3_stmt *q = aln_items_begin (t, ALN_SQL_HELD, i);
    aln_sql_integer (t->rc, q, 3, (int64_t)j + 1);
    aln_sql_whole (t->rc, q, 4, h->office);
    aln_sql_text (t->rc, q, 5, h->side);
    aln_sql_text (t->rc, q, 6, standing (t, h->holder));
    aln_sql_integer (t->rc, q, 7, (int64_t)aln_items_sentence (t->a, at.from) + 1);
    aln_sql_integer (t->rc, q, 8, (int64_t)at.from + 1);
    aln_sql_integer (t->rc, q, 9, at.to);
    aln_sql_run (t->rc, q);
  }
}

/* The first columns of the next entity; the parameter behind which the row begins. */
static int begin_entity (aln_items *t, aln_inserts *in, int64_t i, int64_t number,
                         const char *rule) {
  int at = aln_insert_row (t->rc, in);
  aln_sql_integer (t->rc, in->q, at + 1, t->n);
  aln_sql_integer (t->rc, in->q, at + 2, i);
  aln_sql_integer (t->rc, in->q, at + 3, number);
  aln_items_words (t, in->q, at + 7, rule);
  return at;
}

static void put_person (aln_items *t, aln_inserts *in, int64_t i, const aln_person *p) {
  form f = {"person", p->name, p->side, p->held.n ? p->held.at[0].office : (aln_slice){"", 0},
            p->family_first};
  int64_t n = form_of (t, &f);
  int at = begin_entity (t, in, i, n, p->rule ? p->rule : "name");
  aln_sql_text (t->rc, in->q, at + 6, p->rank);
  bind_spans (t, in->q, at, &p->spans);
  aln_insert_done (t->rc, in);
  add_names (t, n, 0, &p->spans);
  put_held (t, i, p);
}

/* Does the name of a place name its side: a country, a capital that speaks for it? */
static int is_side (const char *what, const aln_thing *v) {
  return strcmp (what, "place") == 0 &&
         (v->stands_for.n || aln_same (v->kind, ALN_LIT ("country")));
}

static void put_thing (aln_items *t, aln_inserts *in, int64_t i, const char *what,
                       const aln_thing *v) {
  form f = {what, v->name, v->side, {"", 0}, 0};
  int64_t n = form_of (t, &f);
  int at = begin_entity (t, in, i, n, v->rule ? v->rule : "lexicon");
  aln_sql_text (t->rc, in->q, at + 4, v->kind);
  aln_sql_text (t->rc, in->q, at + 5, v->stands_for);
  bind_spans (t, in->q, at, &v->spans);
  aln_insert_done (t->rc, in);
  add_names (t, n, is_side (what, v), &v->spans);
}

void aln_entities_put (aln_items *t) {
  const aln_people *p = &t->noticed->people;
  aln_inserts in = {t->s, ALN_SQL_ENTITY, 9, p->bodies.n + p->places.n, 0, 0, NULL};
  int64_t i = 0;
  for (uint32_t k = 0; k < p->persons.n; k++) in.left += p->persons.at[k].spans.n > 0;
  for (uint32_t k = 0; k < p->persons.n && *t->rc == SQLITE_OK; k++, i++)
    if (p->persons.at[k].spans.n) put_person (t, &in, i + 1, &p->persons.at[k]);
  for (uint32_t k = 0; k < p->bodies.n && *t->rc == SQLITE_OK; k++, i++)
    put_thing (t, &in, i + 1, "organisation", &p->bodies.at[k]);
  for (uint32_t k = 0; k < p->places.n && *t->rc == SQLITE_OK; k++, i++)
    put_thing (t, &in, i + 1, "place", &p->places.at[k]);
  aln_insert_end (&in);
}
