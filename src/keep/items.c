/* items.c: in: an article and what was noticed in it. Out: a row an item (items.h). */
#include "entities.h"

#include "../base/mem.h"

#include <math.h>
#include <stdio.h>

/* -- small words ------------------------------------------------------------------------------- */

/* The sentence that byte 'at' of the text stands in: its index. */
uint32_t aln_items_sentence (const aln_article *a, uint32_t at) {
  uint32_t low = 0, high = a->sentences.n;
  while (high - low > 1) {
    uint32_t mid = low + (high - low) / 2;
    if (a->sentences.at[mid].from <= at) low = mid;
    else high = mid;
  }
  return low;
}

static uint32_t block_at (const aln_article *a, uint32_t at) {
  return a->sentences.n ? a->sentence_blocks.at[aln_items_sentence (a, at)] : 0;
}

sqlite3_stmt *aln_items_begin (aln_items *t, aln_sql which, int64_t i) {
  sqlite3_stmt *q = aln_sql_take (t->rc, t->s, which);
  aln_sql_integer (t->rc, q, 1, t->n);
  aln_sql_integer (t->rc, q, 2, i);
  return q;
}

/* Parameters 'at' … 'at' + 4: block, sentence, first, last, rule. */
static void bind_place (aln_items *t, sqlite3_stmt *q, int at, aln_span v, const char *rule) {
  aln_sql_integer (t->rc, q, at, (int64_t)block_at (t->a, v.from) + 1);
  aln_sql_integer (t->rc, q, at + 1, (int64_t)aln_items_sentence (t->a, v.from) + 1);
  aln_sql_integer (t->rc, q, at + 2, (int64_t)v.from + 1);
  aln_sql_integer (t->rc, q, at + 3, v.to);
  aln_sql_whole (t->rc, q, at + 4, aln_slice_of (rule));
}

void aln_items_words (aln_items *t, sqlite3_stmt *q, int at, const char *v) {
  aln_sql_text (t->rc, q, at, aln_slice_of (v));
}

/* 'list' joined by "; "; the bytes live until the next join. */
aln_slice aln_items_join (aln_items *t, const aln_slice *list, uint32_t n) {
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

static keys keys_for (aln_items *t, uint32_t n) {
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
static int64_t person_in (const aln_items *t, aln_span at) {
  const aln_people *p = &t->noticed->people;
  const aln_token *tokens = t->a->tokens.at;
  for (uint32_t i = token_at (t->a, at.from); i < t->a->tokens.n && tokens[i].from < at.to; i++) {
    const aln_person *who = aln_person_at (p, i);
    if (who) return who - p->persons.at + 1;
  }
  return 0;
}

static void put_quote (aln_items *t, aln_inserts *in, keys *k, uint32_t i) {
  const aln_quote *v = &t->noticed->quotes.at[i];
  aln_slice text = aln_cut (t->a->text, v->text);
  int64_t who = aln_length (v->speaker.at) ? person_in (t, v->speaker.at) : 0;
  int at = aln_insert_row (t->rc, in);
  sqlite3_stmt *q = in->q;
  aln_sql_integer (t->rc, q, at + 1, t->n);
  aln_sql_integer (t->rc, q, at + 2, (int64_t)i + 1);
  aln_items_words (t, q, at + 3, aln_quote_kind_name (v->kind));
  aln_sql_text (t->rc, q, at + 4, v->speaker.name);
  aln_sql_text (t->rc, q, at + 5, v->speaker.office);
  aln_sql_text (t->rc, q, at + 6, v->speaker.side);
  if (who && aln_same (t->noticed->people.persons.at[who - 1].name, v->speaker.name))
    aln_sql_integer (t->rc, q, at + 7, who);
  if (aln_length (v->speaker.at)) {
    aln_sql_integer (t->rc, q, at + 8, (int64_t)v->speaker.at.from + 1);
    aln_sql_integer (t->rc, q, at + 9, v->speaker.at.to);
  }
  aln_sql_text (t->rc, q, at + 10, aln_cut (t->a->text, v->cue));
  aln_sql_text (t->rc, q, at + 11, aln_cut (t->a->text, v->told));
  if (v->continues) aln_sql_integer (t->rc, q, at + 12, v->continues);
  bind_place (t, q, at + 13, v->text, v->rule);
  aln_sql_integer (t->rc, q, at + 18, key (k, "quote", text));
  aln_insert_done (t->rc, in);
}

static void put_quotes (aln_items *t) {
  const uint32_t n = t->noticed->quotes.n;
  aln_inserts in = {t->s, ALN_SQL_QUOTE, 18, n, 0, 0, NULL};
  keys k = keys_for (t, n);
  for (uint32_t i = 0; i < n && *t->rc == SQLITE_OK; i++) put_quote (t, &in, &k, i);
  aln_insert_end (&in);
}

/* Who says the figure, where it stands in a quotation; *from: where to look on, as both go up. */
static aln_slice figure_speaker (const aln_items *t, aln_span figure, uint32_t *from) {
  const aln_quotes *q = &t->noticed->quotes;
  while (*from < q->n && q->at[*from].text.to <= figure.from) ++*from;
  for (uint32_t i = *from; i < q->n && i < *from + 4; i++)
    if (q->at[i].text.from <= figure.from && figure.to <= q->at[i].text.to)
      return q->at[i].speaker.name;
  return (aln_slice){"", 0};
}

static void put_figures (aln_items *t) {
  keys k = keys_for (t, t->noticed->figures.n);
  uint32_t from = 0;
  for (uint32_t i = 0; i < t->noticed->figures.n && *t->rc == SQLITE_OK; i++) {
    const aln_figure *v = &t->noticed->figures.at[i];
    aln_slice text = aln_cut (t->a->text, v->text);
    sqlite3_stmt *q = aln_items_begin (t, ALN_SQL_FIGURE, (int64_t)i + 1);
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

static void put_timexes (aln_items *t) {
  keys k = keys_for (t, t->noticed->dates.n);
  for (uint32_t i = 0; i < t->noticed->dates.n && *t->rc == SQLITE_OK; i++) {
    const aln_timex *v = &t->noticed->dates.at[i];
    aln_slice text = aln_cut (t->a->text, v->at);
    day_text first = day_of (v->first), last = day_of (v->last);
    sqlite3_stmt *q = aln_items_begin (t, ALN_SQL_TIMEX, (int64_t)i + 1);
    aln_sql_whole (t->rc, q, 3, aln_slice_of (v->value));
    aln_items_words (t, q, 4, aln_timex_type_name (v->type));
    aln_items_words (t, q, 5, v->mod);
    if (strcmp (first.at, v->value) != 0) aln_items_words (t, q, 6, first.at);
    if (strcmp (last.at, v->value) != 0) aln_items_words (t, q, 7, last.at);
    bind_place (t, q, 8, v->at, v->rule);
    aln_sql_integer (t->rc, q, 13, key (&k, "date", text));
    aln_sql_run (t->rc, q);
  }
}

static void put_commitments (aln_items *t) {
  keys k = keys_for (t, t->noticed->commitments.n);
  for (uint32_t i = 0; i < t->noticed->commitments.n && *t->rc == SQLITE_OK; i++) {
    const aln_commitment *v = &t->noticed->commitments.at[i];
    sqlite3_stmt *q = aln_items_begin (t, ALN_SQL_COMMITMENT, (int64_t)i + 1);
    aln_sql_whole (t->rc, q, 3, v->term);
    aln_sql_whole (t->rc, q, 4, v->category);
    aln_sql_text (t->rc, q, 5, v->speaker);
    aln_sql_integer (t->rc, q, 6, v->negated);
    bind_place (t, q, 7, v->text, v->rule);
    aln_sql_integer (t->rc, q, 12, key (&k, "commitment", aln_cut (t->a->text, v->text)));
    aln_sql_run (t->rc, q);
  }
}

static void put_evidence (aln_items *t) {
  for (uint32_t i = 0; i < t->a->evidence.n && *t->rc == SQLITE_OK; i++) {
    const aln_evidence *v = &t->a->evidence.at[i];
    sqlite3_stmt *q = aln_items_begin (t, ALN_SQL_EVIDENCE, (int64_t)i + 1);
    aln_sql_whole (t->rc, q, 3, v->says);
    aln_items_words (t, q, 4, v->bound);
    aln_sql_text (t->rc, q, 5, v->grade);
    aln_items_words (t, q, 6, v->rule);
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

static aln_slice sorted_sides (aln_items *t, const aln_sides *v) {
  aln_sides s = *v;
  for (uint32_t i = 1; i < s.n; i++)
    for (uint32_t j = i; j > 0 && order (s.at[j], s.at[j - 1]) < 0; j--) {
      aln_slice swap = s.at[j];
      s.at[j] = s.at[j - 1];
      s.at[j - 1] = swap;
    }
  return aln_items_join (t, s.at, s.n);
}

static void put_participants (aln_items *t, int64_t i, const aln_consultation *v) {
  int64_t j = 0;
  for (uint32_t k = 0; k < v->person_count && *t->rc == SQLITE_OK; k++) {
    sqlite3_stmt *q = aln_items_begin (t, ALN_SQL_PARTICIPANT, i);
    aln_sql_integer (t->rc, q, 3, ++j);
    aln_sql_integer (t->rc, q, 4, v->persons[k]);
    aln_sql_text (t->rc, q, 6, v->person_sides[k]);
    aln_sql_run (t->rc, q);
  }
  for (uint32_t k = 0; k < v->post_count && *t->rc == SQLITE_OK; k++) {
    sqlite3_stmt *q = aln_items_begin (t, ALN_SQL_PARTICIPANT, i);
    aln_sql_integer (t->rc, q, 3, ++j);
    aln_sql_text (t->rc, q, 5, v->posts[k]);
    aln_sql_text (t->rc, q, 6, v->post_sides[k]);
    aln_sql_run (t->rc, q);
  }
}

/* Parameters 3 … 16. */
static void bind_consultation (aln_items *t, sqlite3_stmt *q, const aln_consultation *v) {
  day_text first = day_of (v->first_day), last = day_of (v->last_day);
  aln_items_words (t, q, 3, aln_contact_kind_name (v->kind));
  aln_items_words (t, q, 4, v->cameo);
  aln_items_words (t, q, 5, v->mode);
  aln_items_words (t, q, 6, aln_contact_status_name (v->status));
  aln_items_words (t, q, 7, v->date);
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
  aln_items_words (t, q, 16, v->duration);
}

/* Joined lists share one buffer: SQLite takes a copy of each. */
static void bind_list (aln_items *t, sqlite3_stmt *q, int at, aln_slice v) {
  if (*t->rc == SQLITE_OK)
    *t->rc = sqlite3_bind_text64 (q, at, v.n ? v.p : "", v.n, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static void put_consultation (aln_items *t, keys *k, uint32_t i) {
  const aln_consultation *v = &t->noticed->consultations.at[i];
  sqlite3_stmt *q = aln_items_begin (t, ALN_SQL_CONSULTATION, (int64_t)i + 1);
  bind_consultation (t, q, v);
  bind_list (t, q, 17, aln_items_join (t, v->participants, v->participant_count));
  bind_list (t, q, 18, sorted_sides (t, &v->sides));
  bind_list (t, q, 19, aln_items_join (t, v->topics, v->topic_count));
  bind_place (t, q, 20, v->text, v->rule);
  aln_sql_integer (t->rc, q, 25, key (k, "consultation", aln_cut (t->a->text, v->text)));
  aln_sql_run (t->rc, q);
  put_participants (t, (int64_t)i + 1, v);
}

/* -- all of it ----------------------------------------------------------------------------------------
 */

void aln_items_put (aln_status *st, int *rc, aln_store *s, const aln_article *a,
                    const aln_noticed *noticed, int64_t n, aln_arena *room, aln_named_list *names) {
  aln_items t = {st, rc, s, a, noticed, n, ALN_ARENA_EMPTY, ALN_BUF_EMPTY, room, names};
  keys k;
  aln_entities_put (&t);
  put_quotes (&t);
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
                                  ALN_SQL_DROP_ENTITIES};
  for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) one (rc, s, steps[i], n);
}
