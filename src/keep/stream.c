/* stream.c: in: a store. Out: a reading of its streams: dictionary, selections, postings, totals. */
#include "reading_streams.h"

#include "../base/mem.h"

#include <stdio.h>

#define KEPT_MOST ((size_t)122 << 20) /* bytes of pieces that stay in memory between questions */
#define CHOICES_MOST 64u
#define STEPS_BETWEEN_ASKS 256u /* articles between two looks at 'stop' */

/* -- beginning and end -----------------------------------------------------------------------------
 */

int aln_stream_settle (aln_status *st, aln_stream *r) {
  if (*st == ALN_OK && (r->rc & 0xff) == SQLITE_ERROR) *st = ALN_ECORRUPT; /* what is no JSON */
  if (*st == ALN_OK && r->rc != SQLITE_OK) *st = aln_sql_fault (r->s, r->rc, "asking", &r->fault);
  if (*st == ALN_OK) return 1;
  if (r->fault.text[0]) return 0;
  if (*st == ALN_ECORRUPT && r->wrong.part)
    aln_fail (&r->fault, *st, ALN_NOWHERE,
              "asking %.200s: the words of its articles are damaged (piece '%s', %lld, of segment "
              "%lld); set:reindex() makes them anew from the articles",
              r->s->path, r->wrong.part, (long long)r->wrong.at, (long long)r->wrong.segment);
  else if (*st == ALN_ECORRUPT)
    aln_fail (
        &r->fault, *st, ALN_NOWHERE,
        "asking %.200s: its dictionary (table 'term') is damaged; set:reindex() makes it anew "
        "from the articles",
        r->s->path);
  else
    aln_fail (&r->fault, *st, ALN_NOWHERE, "asking %.200s: %s", r->s->path, aln_status_text (*st));
  return 0;
}

void aln_stream_damaged (aln_status *st, aln_stream *r, const aln_segment *g, const char *part,
                         int64_t at) {
  if (*st != ALN_OK) return;
  r->wrong = (aln_wrong){g->segment, part, at};
  *st = ALN_ECORRUPT;
  aln_stream_settle (st, r);
}

void aln_stream_fail (aln_status *st, aln_stream *r, aln_status why, const char *text) {
  if (*st == ALN_OK) *st = aln_fail (&r->fault, why, ALN_NOWHERE, "%s", text);
}

int aln_stream_stops (aln_status *st, aln_stream *r) {
  if (*st == ALN_OK && ++r->clock % STEPS_BETWEEN_ASKS == 0 && aln_store_stopped (r->s))
    *st = ALN_EINTR;
  return *st != ALN_OK;
}

/* Every article has a stream but in a file that an older library wrote. */
static void check_whole (aln_status *st, aln_stream *r) {
  int64_t n = 0;
  for (uint32_t i = 0; i < r->c->n_segments; i++) n += r->c->segments[i].articles;
  if (*st == ALN_OK && n > r->c->articles)
    *st = aln_fail (&r->fault, ALN_ECORRUPT, ALN_NOWHERE,
                    "asking %.200s: table 'segment' is damaged: it has %lld articles too many; "
                    "set:reindex() makes it anew from the articles",
                    r->s->path, (long long)(n - r->c->articles));
  if (*st == ALN_OK && n != r->c->articles)
    *st = aln_fail (&r->fault, ALN_EVERSION, ALN_NOWHERE,
                    "asking %.200s: %lld of its articles have no words to count, since an older "
                    "alliance put them in; set:reread() gives them theirs",
                    r->s->path, (long long)(r->c->articles - n));
}

static void begin (aln_status *st, aln_stream *r) {
  aln_store *s = r->s;
  if (aln_store_writing (s) && r->c->readings == 0) aln_corpus_flush (&r->rc, s, 0);
  if (!aln_store_writing (s)) {
    aln_sql_run (&r->rc, aln_sql_take (&r->rc, s, ALN_SQL_READ));
    r->began = r->rc == SQLITE_OK;
  }
  if (r->c->readings == 0) aln_corpus_sync (st, &r->rc, s, r->c);
  aln_corpus_list (st, &r->rc, s, r->c);
  if (aln_stream_settle (st, r)) check_whole (st, r);
}

aln_status aln_stream_open (aln_store *s, aln_stream **out, aln_fault *f) {
  aln_status st = ALN_OK;
  aln_corpus *c = aln_corpus_of (&st, s);
  aln_stream *r = st == ALN_OK ? aln_alloc (sizeof *r) : NULL;
  *out = NULL;
  if (!r) return aln_fail (f, ALN_ENOMEM, ALN_NOWHERE, "%s", aln_status_text (ALN_ENOMEM));
  memset (r, 0, sizeof *r);
  r->s = s;
  r->c = c;
  r->kept_most = KEPT_MOST;
  begin (&st, r);
  c->readings++;
  if (st != ALN_OK) return aln_stream_close (st, r, f);
  *out = r;
  return ALN_OK;
}

aln_status aln_stream_close (aln_status st, aln_stream *r, aln_fault *f) {
  int rc = SQLITE_OK;
  r->c->readings--;
  aln_stream_settle (&st, r);
  if (r->began)
    aln_sql_run (&rc, aln_sql_take (&rc, r->s, st == ALN_OK ? ALN_SQL_COMMIT : ALN_SQL_ROLLBACK));
  if (st != ALN_OK && f) *f = r->fault;
  aln_free (r);
  return st;
}

/* -- dictionary ------------------------------------------------------------------------------------
 */

static const aln_numbering *layer (const aln_stream *r, aln_layer l) {
  static const aln_terms_layer rows[ALN_LAYER_ENTITY] = {ALN_TERMS_WORDS, ALN_TERMS_WORDS,
                                                         ALN_TERMS_STEMS};
  return &r->c->dictionary.of[rows[l]];
}

uint32_t aln_stream_terms (const aln_stream *r, aln_layer l) { return layer (r, l)->n; }

aln_slice aln_stream_term (const aln_stream *r, aln_layer l, uint32_t number) {
  return aln_numbering_text (layer (r, l), number);
}

uint32_t aln_stream_number (const aln_stream *r, aln_layer l, aln_slice text) {
  return aln_numbering_find (layer (r, l), text);
}

const uint32_t *aln_stream_map (const aln_stream *r, aln_layer l) {
  if (l == ALN_LAYER_FOLDED) return r->c->dictionary.folded;
  return l == ALN_LAYER_STEM ? r->c->dictionary.stems : NULL;
}

static int starts_point (char c) { return ((unsigned char)c & 0xC0) != 0x80; }

/* One star at a time is remembered: linear in the text for each star. */
static int covers (aln_slice pattern, aln_slice s) {
  size_t i = 0, k = 0, star = SIZE_MAX, mark = 0;
  while (k < s.n) {
    if (i < pattern.n && pattern.p[i] == '*') {
      star = i++;
      mark = k;
    } else if (i < pattern.n && pattern.p[i] == '?') {
      for (i++, k++; k < s.n && !starts_point (s.p[k]);) k++;
    } else if (i < pattern.n && pattern.p[i] == s.p[k]) i++, k++;
    else if (star != SIZE_MAX) {
      i = star + 1;
      k = ++mark;
    } else return 0;
  }
  while (i < pattern.n && pattern.p[i] == '*') i++;
  return i == pattern.n;
}

void aln_stream_glob (aln_status *st, const aln_stream *r, aln_layer l, aln_slice pattern,
                      aln_arena *a, aln_numbers *out) {
  const aln_numbering *of = layer (r, l);
  const uint32_t *folded = l == ALN_LAYER_FOLDED ? r->c->dictionary.folded : NULL;
  for (uint32_t i = 1; i <= of->n && *st == ALN_OK; i++) {
    uint32_t *n;
    if (folded && folded[i] != i) continue;
    if (!covers (pattern, aln_numbering_text (of, i))) continue;
    n = ALN_ADD (st, a, out);
    if (n) *n = i;
  }
}

/* -- selections ------------------------------------------------------------------------------------
 */

static void key_values (aln_status *st, aln_buf *key, const aln_binds *binds) {
  for (uint32_t i = 0; i < binds->values.n; i++) {
    const aln_cell *v = &binds->values.at[i];
    aln_slice text = v->kind == ALN_CELL_TEXT ? v->as.text : (aln_slice){"", 0};
    char head[2] = {'\0', (char)('0' + (int)v->kind)};
    aln_buf_add (st, key, (aln_slice){head, 2});
    if (v->kind == ALN_CELL_TEXT) {
      aln_buf_add (st, key, (aln_slice){(const char *)&text.n, sizeof text.n});
      aln_buf_add (st, key, text);
    } else aln_buf_add (st, key, (aln_slice){(const char *)&v->as.integer, sizeof v->as.integer});
  }
}

static aln_choice *known (const aln_corpus *c, aln_slice key) {
  for (uint32_t i = 0; i < c->n_choices; i++)
    if (aln_same (aln_buf_slice (&c->choices[i].key), key)) return &c->choices[i];
  return NULL;
}

static void fill (aln_status *st, aln_stream *r, aln_slice sql, const aln_binds *binds,
                  aln_bits *bits) {
  int64_t end = r->c->end + 1, room = (end + 63) / 64;
  uint64_t *words = *st == ALN_OK ? aln_alloc ((size_t)room * sizeof *words) : NULL;
  sqlite3_stmt *q = NULL;
  if (*st == ALN_OK && !words) *st = ALN_ENOMEM;
  if (*st != ALN_OK) return;
  memset (words, 0, (size_t)room * sizeof *words);
  *bits = (aln_bits){words, end, 0};
  q = aln_sql_prepare (&r->rc, r->s, sql);
  aln_sql_cells (&r->rc, q, 1, binds);
  while (aln_sql_row (&r->rc, q)) {
    int64_t n = sqlite3_column_int64 (q, 0);
    if (n < 0 || n >= end) continue;
    bits->count += !(words[n >> 6] >> (n & 63) & 1);
    words[n >> 6] |= (uint64_t)1 << (n & 63);
  }
  sqlite3_finalize (q);
}

static const aln_bits *choose (aln_status *st, aln_stream *r, aln_buf *key, aln_slice sql,
                               const aln_binds *binds) {
  aln_corpus *c = r->c;
  aln_bits bits = {NULL, 0, 0};
  aln_choice *more;
  if (c->n_choices >= CHOICES_MOST) {
    aln_stream_fail (st, r, ALN_ELIMIT, "too many selections in one question");
    return NULL;
  }
  if (!c->choices && *st == ALN_OK) c->choices = aln_alloc (CHOICES_MOST * sizeof *c->choices);
  if (!c->choices) *st = ALN_ENOMEM;
  fill (st, r, sql, binds, &bits);
  if (!aln_stream_settle (st, r) || !c->choices) {
    aln_free (bits.words);
    return NULL;
  }
  more = &c->choices[c->n_choices++];
  *more = (aln_choice){*key, bits};
  *key = ALN_BUF_EMPTY;
  return &more->bits;
}

const aln_bits *aln_stream_select (aln_status *st, aln_stream *r, const aln_select *which) {
  static const aln_select all = {ALN_SELECT_ALL, NULL, NULL, 0, 0, 0};
  aln_arena a = ALN_ARENA_EMPTY;
  aln_buf sql = ALN_BUF_EMPTY, key = ALN_BUF_EMPTY;
  aln_binds binds = {{NULL, 0, 0}};
  const aln_bits *bits = NULL;
  aln_choice *before;
  aln_buf_add (st, &sql, ALN_LIT ("SELECT a.n FROM article a WHERE"));
  aln_select_sql (st, which ? which : &all, 0, &a, &sql, &binds);
  aln_buf_add (st, &key, aln_buf_slice (&sql));
  key_values (st, &key, &binds);
  if (*st == ALN_OK) {
    before = known (r->c, aln_buf_slice (&key));
    bits = before ? &before->bits : choose (st, r, &key, aln_buf_slice (&sql), &binds);
  }
  aln_buf_free (&sql);
  aln_buf_free (&key);
  aln_arena_free (&a);
  aln_stream_settle (st, r);
  return bits;
}

/* -- pieces in memory --------------------------------------------------------------------------------
   What was read stays, up to a measure; past it, parts are read, used, and let go of when the next
   segment is. */

void aln_stream_slots (aln_status *st, aln_stream *r, aln_segment *g) {
  aln_segment_slots (st, &r->rc, r->s, g, &r->wrong);
  aln_stream_settle (st, r);
}

static void let_go (aln_stream *r, const aln_segment *but) {
  for (uint32_t i = 0; i < r->c->n_segments && r->c->kept > r->kept_most; i++) {
    aln_segment *g = &r->c->segments[r->c->n_segments - 1 - i];
    if (g == but) continue;
    for (int p = 0; p < ALN_PIECE_PARTS; p++) {
      r->c->kept -= g->part[p].cap;
      aln_buf_free (&g->part[p]);
    }
  }
}

void aln_stream_part (aln_status *st, aln_stream *r, aln_segment *g, aln_piece_part p) {
  if (g->part[p].p || *st != ALN_OK) return;
  if (r->c->kept > r->kept_most) let_go (r, g);
  aln_segment_part (st, &r->rc, r->s, g, p, &r->wrong);
  r->c->kept += g->part[p].cap;
  aln_stream_settle (st, r);
}

void aln_stream_spare (aln_stream *r, size_t bytes) {
  size_t most = bytes < KEPT_MOST ? KEPT_MOST - bytes : 0;
  if (most < r->kept_most) r->kept_most = most;
  if (r->c->kept <= r->kept_most) return;
  let_go (r, NULL);
  aln_mem_trim ();
}

/* -- articles without their words --------------------------------------------------------------------
 */

void aln_stream_lengths (aln_status *st, aln_stream *r, const aln_bits *which, aln_arena *a,
                         aln_postings *out) {
  if (*st == ALN_OK && !which) which = aln_stream_select (st, r, NULL);
  for (uint32_t i = 0; i < r->c->n_segments && *st == ALN_OK; i++) {
    aln_segment *g = &r->c->segments[i];
    aln_stream_slots (st, r, g);
    for (uint32_t k = 0; *st == ALN_OK && k < g->n_slots; k++) {
      const aln_slot *slot = &g->slots[k];
      aln_posting *p;
      if (!slot->n || !aln_bits_has (which, slot->n)) continue;
      p = ALN_ADD (st, a, out);
      if (p) *p = (aln_posting){slot->n, slot->body, slot->words - slot->body};
    }
    if (aln_stream_stops (st, r)) break;
  }
  aln_stream_settle (st, r);
}
