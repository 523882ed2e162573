/* items.c: in: an article and what was noticed in it. Out: a row an item (items.h). */
#include "items.h"

#include "../base/fold.h"
#include "../base/mem.h"

#include <math.h>
#include <stdio.h>

typedef struct items { /* one article on its way in */
  aln_status *st;
  int *rc;
  aln_store *s;
  const aln_article *a;
  const aln_noticed *noticed;
  int64_t n;
  aln_arena room;
  aln_buf joined;
} items;

/* -- small words ------------------------------------------------------------------------------- */

/* The sentence that byte 'at' of the text stands in: its index. */
static uint32_t sentence_at (const aln_article *a, uint32_t at) {
  uint32_t low = 0, high = a->sentences.n;
  while (high - low > 1) {
    uint32_t mid = low + (high - low) / 2;
    if (a->sentences.at[mid].from <= at) low = mid;
    else high = mid;
  }
  return low;
}

static uint32_t block_at (const aln_article *a, uint32_t at) {
  return a->sentences.n ? a->sentence_blocks.at[sentence_at (a, at)] : 0;
}

static sqlite3_stmt *begin (items *t, aln_sql which, int64_t i) {
  sqlite3_stmt *q = aln_sql_take (t->rc, t->s, which);
  aln_sql_integer (t->rc, q, 1, t->n);
  aln_sql_integer (t->rc, q, 2, i);
  return q;
}

/* Parameters 'at' … 'at' + 4: block, sentence, first, last, rule. */
static void bind_place (items *t, sqlite3_stmt *q, int at, aln_span v, const char *rule) {
  aln_sql_integer (t->rc, q, at, (int64_t)block_at (t->a, v.from) + 1);
  aln_sql_integer (t->rc, q, at + 1, (int64_t)sentence_at (t->a, v.from) + 1);
  aln_sql_integer (t->rc, q, at + 2, (int64_t)v.from + 1);
  aln_sql_integer (t->rc, q, at + 3, v.to);
  aln_sql_whole (t->rc, q, at + 4, aln_slice_of (rule));
}

static void bind_words (items *t, sqlite3_stmt *q, int at, const char *v) {
  aln_sql_text (t->rc, q, at, aln_slice_of (v));
}

/* 'list' joined by "; "; the bytes live until the next join. */
static aln_slice join (items *t, const aln_slice *list, uint32_t n) {
  t->joined.n = 0;
  for (uint32_t i = 0; i < n; i++) {
    if (i) aln_buf_add (t->st, &t->joined, ALN_LIT ("; "));
    aln_buf_add (t->st, &t->joined, list[i]);
  }
  return aln_buf_slice (&t->joined);
}

typedef struct day_text {
  char at[32];
} day_text;

static day_text day_of (aln_dayno v) {
  day_text d = {""};
  aln_date c = aln_date_of (v);
  if (v != ALN_NO_DAY) snprintf (d.at, sizeof d.at, "%04d-%02d-%02d", c.year, c.month, c.day);
  return d;
}

/* -- keys ----------------------------------------------------------------------------------------
   The key of an item is a hash of its spelling; the second item of an article that is spelled the
   same way gets another, counted from the first: neither depends on what stands before them. */

typedef struct keys {
  struct {
    uint32_t hash, count;
  } * at;
  uint32_t mask;
} keys;

static keys keys_for (items *t, uint32_t n) {
  keys k = {NULL, 15};
  while (k.mask < UINT32_MAX / 4 && k.mask < n * 2) k.mask = k.mask * 2 + 1;
  k.at = aln_arena_get (t->st, &t->room, ((size_t)k.mask + 1) * sizeof *k.at);
  return k;
}

static uint32_t hash_of (aln_slice s, uint32_t h) { /* FNV-1a; ASCII letters in lower case */
  for (size_t i = 0; i < s.n; i++) {
    unsigned char c = (unsigned char)s.p[i];
    h = (h ^ (c >= 'A' && c <= 'Z' ? c + 32u : c)) * 16777619u;
  }
  return h | 1u; /* never 0: that is a free slot */
}

static int64_t key (keys *k, const char *what, aln_slice spelling) {
  uint32_t h = hash_of (spelling, hash_of (aln_slice_of (what), 2166136261u)), i;
  if (!k->at) return 0;
  for (i = h & k->mask; k->at[i].hash && k->at[i].hash != h; i = (i + 1) & k->mask) {
  }
  k->at[i].hash = h;
  return (uint32_t)(h + k->at[i].count++ * 0x9E3779B9u);
}

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

static void bind_form (items *t, sqlite3_stmt *q, const form *f) {
  aln_sql_whole (t->rc, q, 1, aln_slice_of (f->what));
  aln_sql_whole (t->rc, q, 2, f->name);
  aln_sql_whole (t->rc, q, 3, f->side);
  aln_sql_whole (t->rc, q, 4, f->office);
  aln_sql_whole (t->rc, q, 5, (aln_slice){t->a->published, t->a->published[0] ? 4 : 0});
}

static int64_t add_form (items *t, const form *f) {
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

/* What makes a form, each field behind its length, in 'key': its length; 0 where it is too long. */
static uint16_t form_key (const items *t, const form *f, char *key) {
  const aln_slice parts[] = {aln_slice_of (f->what), f->name, f->side, f->office,
                             aln_slice_of (t->a->published)};
  size_t n = 0;
  for (size_t i = 0; i < 5; i++) {
    size_t take = i == 4 && parts[i].n > 4 ? 4 : parts[i].n;
    if (n + take + 1 > ALN_FORM_BYTES) return 0;
    key[n++] = (char)take;
    if (take) memcpy (key + n, parts[i].p, take);
    n += take;
  }
  return (uint16_t)n;
}

/* The slot in which a form is or will be; NULL: it has none. */
static aln_form_slot *form_slot (items *t, const char *key, uint16_t n) {
  uint32_t h = 2166136261u;
  aln_store *s = t->s;
  if (n == 0) return NULL;
  if (!s->forms) {
    s->forms = aln_alloc (ALN_FORMS * sizeof *s->forms);
    if (!s->forms) return NULL;
    memset (s->forms, 0, ALN_FORMS * sizeof *s->forms);
  }
  if (s->forms_round == 0) s->forms_round = 1;
  for (uint16_t i = 0; i < n; i++) h = (h ^ (unsigned char)key[i]) * 16777619u;
  return &s->forms[(h ^ h >> 15) % ALN_FORMS];
}

static int64_t find_form (items *t, const form *f) {
  sqlite3_stmt *q = aln_sql_take (t->rc, t->s, ALN_SQL_FORM);
  int64_t n = 0;
  bind_form (t, q, f);
  if (aln_sql_row (t->rc, q)) n = sqlite3_column_int64 (q, 0);
  aln_sql_reset (q);
  return n || *t->rc != SQLITE_OK ? n : add_form (t, f);
}

static int64_t form_of (items *t, const form *f) {
  char key[ALN_FORM_BYTES];
  uint16_t n = form_key (t, f, key);
  aln_form_slot *slot = form_slot (t, key, n);
  int64_t number;
  if (slot && slot->form && slot->round == t->s->forms_round && slot->n == n &&
      memcmp (slot->key, key, n) == 0)
    return slot->form;
  number = find_form (t, f);
  if (slot && *t->rc == SQLITE_OK) {
    *slot = (aln_form_slot){number, t->s->forms_round, n, ""};
    memcpy (slot->key, key, n);
  }
  return number;
}

/* -- entities -------------------------------------------------------------------------------------
   Numbered from 1: persons as notice/ lists them, then bodies, then places. */

static void put_mentions (items *t, int64_t i, const aln_namings *list) {
  static const char *const kinds[] = {NULL, "noun", "pronoun"};
  for (uint32_t j = 0; j < list->n && *t->rc == SQLITE_OK; j++) {
    const aln_naming *m = &list->at[j];
    sqlite3_stmt *q = begin (t, ALN_SQL_MENTION, i);
    aln_sql_integer (t->rc, q, 3, (int64_t)j + 1);
    bind_words (t, q, 4, kinds[m->kind]);
    aln_sql_integer (t->rc, q, 5, (int64_t)sentence_at (t->a, m->text.from) + 1);
    aln_sql_integer (t->rc, q, 6, (int64_t)m->text.from + 1);
    aln_sql_integer (t->rc, q, 7, m->text.to);
    aln_sql_run (t->rc, q);
  }
}

static aln_slice standing (items *t, uint32_t bits) {
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
  return join (t, list, n);
}

static aln_span post_span (const aln_article *a, const aln_post *p) {
  return (aln_span){a->tokens.at[p->from].from, a->tokens.at[p->to - 1].to};
}

static void put_held (items *t, int64_t i, const aln_person *p) {
  const aln_posts *posts = &t->noticed->people.posts;
  for (uint32_t j = 0; j < p->held.n && *t->rc == SQLITE_OK; j++) {
    const aln_held *h = &p->held.at[j];
    aln_span at = h->post < posts->n ? post_span (t->a, &posts->at[h->post]) : p->spans.at[0].text;
    sqlite3_stmt *q = begin (t, ALN_SQL_HELD, i);
    aln_sql_integer (t->rc, q, 3, (int64_t)j + 1);
    aln_sql_whole (t->rc, q, 4, h->office);
    aln_sql_text (t->rc, q, 5, h->side);
    aln_sql_text (t->rc, q, 6, standing (t, h->holder));
    aln_sql_integer (t->rc, q, 7, (int64_t)sentence_at (t->a, at.from) + 1);
    aln_sql_integer (t->rc, q, 8, (int64_t)at.from + 1);
    aln_sql_integer (t->rc, q, 9, at.to);
    aln_sql_run (t->rc, q);
  }
}

static void put_person (items *t, int64_t i, const aln_person *p) {
  form f = {"person", p->name, p->side, p->held.n ? p->held.at[0].office : (aln_slice){"", 0},
            p->family_first};
  int64_t n = form_of (t, &f);
  sqlite3_stmt *q = begin (t, ALN_SQL_ENTITY, i);
  aln_sql_integer (t->rc, q, 3, n);
  aln_sql_text (t->rc, q, 6, p->rank);
  bind_words (t, q, 7, p->rule ? p->rule : "name");
  aln_sql_run (t->rc, q);
  put_mentions (t, i, &p->spans);
  put_held (t, i, p);
}

static void put_thing (items *t, int64_t i, const char *what, const aln_thing *v) {
  form f = {what, v->name, v->side, {"", 0}, 0};
  int64_t n = form_of (t, &f);
  sqlite3_stmt *q = begin (t, ALN_SQL_ENTITY, i);
  aln_sql_integer (t->rc, q, 3, n);
  aln_sql_text (t->rc, q, 4, v->kind);
  aln_sql_text (t->rc, q, 5, v->stands_for);
  bind_words (t, q, 7, v->rule ? v->rule : "lexicon");
  aln_sql_run (t->rc, q);
  put_mentions (t, i, &v->spans);
}

static void put_entities (items *t) {
  const aln_people *p = &t->noticed->people;
  int64_t i = 0;
  for (uint32_t k = 0; k < p->persons.n && *t->rc == SQLITE_OK; k++, i++)
    if (p->persons.at[k].spans.n) put_person (t, i + 1, &p->persons.at[k]);
  for (uint32_t k = 0; k < p->bodies.n && *t->rc == SQLITE_OK; k++, i++)
    put_thing (t, i + 1, "organisation", &p->bodies.at[k]);
  for (uint32_t k = 0; k < p->places.n && *t->rc == SQLITE_OK; k++, i++)
    put_thing (t, i + 1, "place", &p->places.at[k]);
}

/* -- what was said ---------------------------------------------------------------------------------
 */

/* The last token that begins at or before byte 'at' of the text. */
static uint32_t token_at (const aln_article *a, uint32_t at) {
  uint32_t low = 0, high = a->tokens.n;
  while (high - low > 1) {
    uint32_t mid = low + (high - low) / 2;
    if (a->tokens.at[mid].from <= at) low = mid;
    else high = mid;
  }
  return low;
}

/* i of the person named or meant in a span of the text; 0: none. */
static int64_t person_in (const items *t, aln_span at) {
  const aln_people *p = &t->noticed->people;
  const aln_token *tokens = t->a->tokens.at;
  for (uint32_t i = token_at (t->a, at.from); i < t->a->tokens.n && tokens[i].from < at.to; i++) {
    const aln_person *who = aln_person_at (p, i);
    if (who) return who - p->persons.at + 1;
  }
  return 0;
}

static void put_quote (items *t, keys *k, uint32_t i) {
  const aln_quote *v = &t->noticed->quotes.at[i];
  aln_slice text = aln_cut (t->a->text, v->text);
  int64_t who = aln_length (v->speaker.at) ? person_in (t, v->speaker.at) : 0;
  sqlite3_stmt *q = begin (t, ALN_SQL_QUOTE, (int64_t)i + 1);
  bind_words (t, q, 3, aln_quote_kind_name (v->kind));
  aln_sql_text (t->rc, q, 4, v->speaker.name);
  aln_sql_text (t->rc, q, 5, v->speaker.office);
  aln_sql_text (t->rc, q, 6, v->speaker.side);
  if (who && aln_same (t->noticed->people.persons.at[who - 1].name, v->speaker.name))
    aln_sql_integer (t->rc, q, 7, who);
  if (aln_length (v->speaker.at)) {
    aln_sql_integer (t->rc, q, 8, (int64_t)v->speaker.at.from + 1);
    aln_sql_integer (t->rc, q, 9, v->speaker.at.to);
  }
  aln_sql_text (t->rc, q, 10, aln_cut (t->a->text, v->cue));
  aln_sql_text (t->rc, q, 11, aln_cut (t->a->text, v->told));
  if (v->continues) aln_sql_integer (t->rc, q, 12, v->continues);
  bind_place (t, q, 13, v->text, v->rule);
  aln_sql_integer (t->rc, q, 18, key (k, "quote", text));
  aln_sql_run (t->rc, q);
}

/* Who says the figure, where it stands in a quotation; *from: where to look on, as both go up. */
static aln_slice figure_speaker (const items *t, aln_span figure, uint32_t *from) {
  const aln_quotes *q = &t->noticed->quotes;
  while (*from < q->n && q->at[*from].text.to <= figure.from) ++*from;
  for (uint32_t i = *from; i < q->n && i < *from + 4; i++)
    if (q->at[i].text.from <= figure.from && figure.to <= q->at[i].text.to)
      return q->at[i].speaker.name;
  return (aln_slice){"", 0};
}

static void put_figures (items *t) {
  keys k = keys_for (t, t->noticed->figures.n);
  uint32_t from = 0;
  for (uint32_t i = 0; i < t->noticed->figures.n && *t->rc == SQLITE_OK; i++) {
    const aln_figure *v = &t->noticed->figures.at[i];
    aln_slice text = aln_cut (t->a->text, v->text);
    sqlite3_stmt *q = begin (t, ALN_SQL_FIGURE, (int64_t)i + 1);
    aln_sql_cell (t->rc, q, 3, &(aln_cell){ALN_CELL_REAL, {.real = v->value}});
    if (!isnan (v->high)) aln_sql_cell (t->rc, q, 4, &(aln_cell){ALN_CELL_REAL, {.real = v->high}});
    aln_sql_text (t->rc, q, 5, v->hedge);
    aln_sql_text (t->rc, q, 6, v->unit);
    aln_sql_text (t->rc, q, 7, v->of);
    aln_sql_text (t->rc, q, 8, figure_speaker (t, v->text, &from));
    aln_sql_whole (t->rc, q, 9, text);
    bind_place (t, q, 10, v->text, v->rule);
    aln_sql_integer (t->rc, q, 15, key (&k, "figure", text));
    aln_sql_run (t->rc, q);
  }
}

static void put_timexes (items *t) {
  keys k = keys_for (t, t->noticed->dates.n);
  for (uint32_t i = 0; i < t->noticed->dates.n && *t->rc == SQLITE_OK; i++) {
    const aln_timex *v = &t->noticed->dates.at[i];
    aln_slice text = aln_cut (t->a->text, v->at);
    day_text first = day_of (v->first), last = day_of (v->last);
    sqlite3_stmt *q = begin (t, ALN_SQL_TIMEX, (int64_t)i + 1);
    aln_sql_whole (t->rc, q, 3, aln_slice_of (v->value));
    bind_words (t, q, 4, aln_timex_type_name (v->type));
    bind_words (t, q, 5, v->mod);
    if (strcmp (first.at, v->value) != 0) bind_words (t, q, 6, first.at);
    if (strcmp (last.at, v->value) != 0) bind_words (t, q, 7, last.at);
    bind_place (t, q, 8, v->at, v->rule);
    aln_sql_integer (t->rc, q, 13, key (&k, "date", text));
    aln_sql_run (t->rc, q);
  }
}

static void put_commitments (items *t) {
  keys k = keys_for (t, t->noticed->commitments.n);
  for (uint32_t i = 0; i < t->noticed->commitments.n && *t->rc == SQLITE_OK; i++) {
    const aln_commitment *v = &t->noticed->commitments.at[i];
    sqlite3_stmt *q = begin (t, ALN_SQL_COMMITMENT, (int64_t)i + 1);
    aln_sql_whole (t->rc, q, 3, v->term);
    aln_sql_whole (t->rc, q, 4, v->category);
    aln_sql_text (t->rc, q, 5, v->speaker);
    aln_sql_integer (t->rc, q, 6, v->negated);
    bind_place (t, q, 7, v->text, v->rule);
    aln_sql_integer (t->rc, q, 12, key (&k, "commitment", aln_cut (t->a->text, v->text)));
    aln_sql_run (t->rc, q);
  }
}

static void put_evidence (items *t) {
  for (uint32_t i = 0; i < t->a->evidence.n && *t->rc == SQLITE_OK; i++) {
    const aln_evidence *v = &t->a->evidence.at[i];
    sqlite3_stmt *q = begin (t, ALN_SQL_EVIDENCE, (int64_t)i + 1);
    aln_sql_whole (t->rc, q, 3, v->says);
    bind_words (t, q, 4, v->bound);
    aln_sql_text (t->rc, q, 5, v->grade);
    bind_words (t, q, 6, v->rule);
    if (aln_length (v->text)) {
      aln_sql_integer (t->rc, q, 7, (int64_t)v->text.from + 1);
      aln_sql_integer (t->rc, q, 8, v->text.to);
    }
    aln_sql_run (t->rc, q);
  }
}

/* -- consultations ----------------------------------------------------------------------------------
 */

static int order (aln_slice a, aln_slice b) {
  int d = memcmp (a.p, b.p, a.n < b.n ? a.n : b.n);
  return d ? d : (a.n > b.n) - (a.n < b.n);
}

static aln_slice sorted_sides (items *t, const aln_sides *v) {
  aln_sides s = *v;
  for (uint32_t i = 1; i < s.n; i++)
    for (uint32_t j = i; j > 0 && order (s.at[j], s.at[j - 1]) < 0; j--) {
      aln_slice swap = s.at[j];
      s.at[j] = s.at[j - 1];
      s.at[j - 1] = swap;
    }
  return join (t, s.at, s.n);
}

static void put_participants (items *t, int64_t i, const aln_consultation *v) {
  int64_t j = 0;
  for (uint32_t k = 0; k < v->person_count && *t->rc == SQLITE_OK; k++) {
    sqlite3_stmt *q = begin (t, ALN_SQL_PARTICIPANT, i);
    aln_sql_integer (t->rc, q, 3, ++j);
    aln_sql_integer (t->rc, q, 4, v->persons[k]);
    aln_sql_text (t->rc, q, 6, v->person_sides[k]);
    aln_sql_run (t->rc, q);
  }
  for (uint32_t k = 0; k < v->post_count && *t->rc == SQLITE_OK; k++) {
    sqlite3_stmt *q = begin (t, ALN_SQL_PARTICIPANT, i);
    aln_sql_integer (t->rc, q, 3, ++j);
    aln_sql_text (t->rc, q, 5, v->posts[k]);
    aln_sql_text (t->rc, q, 6, v->post_sides[k]);
    aln_sql_run (t->rc, q);
  }
}

/* Parameters 3 … 16. */
static void bind_consultation (items *t, sqlite3_stmt *q, const aln_consultation *v) {
  day_text first = day_of (v->first_day), last = day_of (v->last_day);
  bind_words (t, q, 3, aln_contact_kind_name (v->kind));
  bind_words (t, q, 4, v->cameo);
  bind_words (t, q, 5, v->mode);
  bind_words (t, q, 6, aln_contact_status_name (v->status));
  bind_words (t, q, 7, v->date);
  if (*t->rc == SQLITE_OK && first.at[0])
    *t->rc = sqlite3_bind_text (q, 8, first.at, -1, SQLITE_TRANSIENT);
  if (*t->rc == SQLITE_OK && last.at[0])
    *t->rc = sqlite3_bind_text (q, 9, last.at, -1, SQLITE_TRANSIENT);
  aln_sql_integer (t->rc, q, 10, v->assumed);
  aln_sql_text (t->rc, q, 11, v->place);
  aln_sql_text (t->rc, q, 12, v->host);
  aln_sql_text (t->rc, q, 13, v->initiator);
  aln_sql_text (t->rc, q, 14, v->name);
  if (v->ordinal) aln_sql_integer (t->rc, q, 15, v->ordinal);
  bind_words (t, q, 16, v->duration);
}

/* Joined lists share one buffer: SQLite takes a copy of each. */
static void bind_list (items *t, sqlite3_stmt *q, int at, aln_slice v) {
  if (*t->rc == SQLITE_OK)
    *t->rc = sqlite3_bind_text64 (q, at, v.n ? v.p : "", v.n, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static void put_consultation (items *t, keys *k, uint32_t i) {
  const aln_consultation *v = &t->noticed->consultations.at[i];
  sqlite3_stmt *q = begin (t, ALN_SQL_CONSULTATION, (int64_t)i + 1);
  bind_consultation (t, q, v);
  bind_list (t, q, 17, join (t, v->participants, v->participant_count));
  bind_list (t, q, 18, sorted_sides (t, &v->sides));
  bind_list (t, q, 19, join (t, v->topics, v->topic_count));
  bind_place (t, q, 20, v->text, v->rule);
  aln_sql_integer (t->rc, q, 25, key (k, "consultation", aln_cut (t->a->text, v->text)));
  aln_sql_run (t->rc, q);
  put_participants (t, (int64_t)i + 1, v);
}

static void put_sentences (items *t) {
  for (uint32_t i = 0; i < t->a->sentences.n && *t->rc == SQLITE_OK; i++) {
    sqlite3_stmt *q = begin (t, ALN_SQL_SENTENCE, (int64_t)i + 1);
    aln_sql_integer (t->rc, q, 3, (int64_t)t->a->sentence_blocks.at[i] + 1);
    aln_sql_integer (t->rc, q, 4, (int64_t)t->a->sentences.at[i].from + 1);
    aln_sql_integer (t->rc, q, 5, t->a->sentences.at[i].to);
    aln_sql_run (t->rc, q);
  }
}

/* -- all of it ----------------------------------------------------------------------------------------
 */

void aln_items_put (aln_status *st, int *rc, aln_store *s, const aln_article *a,
                    const aln_noticed *noticed, int64_t n) {
  items t = {st, rc, s, a, noticed, n, ALN_ARENA_EMPTY, ALN_BUF_EMPTY};
  keys k;
  put_sentences (&t);
  put_entities (&t);
  k = keys_for (&t, noticed->quotes.n);
  for (uint32_t i = 0; i < noticed->quotes.n && *rc == SQLITE_OK; i++) put_quote (&t, &k, i);
  put_figures (&t);
  put_timexes (&t);
  put_commitments (&t);
  put_evidence (&t);
  k = keys_for (&t, noticed->consultations.n);
  for (uint32_t i = 0; i < noticed->consultations.n && *rc == SQLITE_OK; i++)
    put_consultation (&t, &k, i);
  if (noticed->consultations.n) aln_items_unsettle (rc, s, n);
  aln_buf_free (&t.joined);
  aln_arena_free (&t.room);
}

static void one (int *rc, aln_store *s, aln_sql which, int64_t n) {
  sqlite3_stmt *q = aln_sql_take (rc, s, which);
  aln_sql_integer (rc, q, 1, n);
  aln_sql_run (rc, q);
}

void aln_items_unsettle (int *rc, aln_store *s, int64_t n) {
  one (rc, s, ALN_SQL_UNSETTLE_CONSULTATIONS, n);
}

void aln_items_drop (int *rc, aln_store *s, int64_t n) {
  static const aln_sql steps[] = {ALN_SQL_UNSETTLE_CONSULTATIONS,
                                  ALN_SQL_UNSETTLE_FORMS,
                                  ALN_SQL_DROP_PARTICIPANTS,
                                  ALN_SQL_DROP_CONSULTATIONS,
                                  ALN_SQL_DROP_EVIDENCE,
                                  ALN_SQL_DROP_COMMITMENTS,
                                  ALN_SQL_DROP_TIMEXES,
                                  ALN_SQL_DROP_FIGURES,
                                  ALN_SQL_DROP_QUOTES,
                                  ALN_SQL_DROP_HELD,
                                  ALN_SQL_DROP_MENTIONS,
                                  ALN_SQL_DROP_ENTITIES,
                                  ALN_SQL_DROP_SENTENCES};
  for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) one (rc, s, steps[i], n);
}
