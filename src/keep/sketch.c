/* sketch.c: in: an article's stream, or a read article. Out: the words of its body, 16 bits each. */
#include "sketch.h"

#include "../base/mem.h"
#include "../base/pack.h"
#include "../notice/marks.h"
#include "stream.h"

static uint16_t hash_word (aln_slice s) { /* FNV-1a, folded to 1 … 0x7FFF */
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < s.n; i++) h = (h ^ (unsigned char)s.p[i]) * 16777619u;
  h ^= h >> 15;
  return (uint16_t)(h % 0x7FFFu + 1);
}

static void add (aln_status *st, aln_buf *out, unsigned code) {
  char two[2] = {(char)(code & 0xFF), (char)(code >> 8)};
  aln_buf_add (st, out, (aln_slice){two, 2});
}

/* -- out of a read article -------------------------------------------------------------------------
 */

/* Quotations in text order; *next is the first that may not be over, *until the end of the last that
   has begun (one within another ends no later than the outer one). */
typedef struct quoting {
  aln_markeds marks;
  uint32_t next, until;
} quoting;

static int is_quoted (quoting *q, uint32_t token) {
  for (; q->next < q->marks.n && q->marks.at[q->next].from <= token; q->next++)
    if (q->marks.at[q->next].to > q->until) q->until = q->marks.at[q->next].to;
  return token < q->until;
}

static void add_paragraph (aln_status *st, const aln_article *a, const aln_block *b, quoting *q,
                           aln_buf *out) {
  char folded[ALN_TERM_MAX];
  for (uint32_t t = b->tokens_from; t < b->tokens_to && *st == ALN_OK; t++) {
    size_t n = aln_term_fold (a->text, &a->tokens.at[t], folded);
    if (n)
      add (st, out,
           hash_word ((aln_slice){folded, n}) | (is_quoted (q, t) ? ALN_SKETCH_QUOTED : 0));
  }
}

static void sketch_of (aln_status *st, const aln_article *a, aln_buf *out) {
  aln_arena room = ALN_ARENA_EMPTY;
  quoting q = {{NULL, 0, 0}, 0, 0};
  int first = 1;
  aln_marks_pair (st, &room, a, &q.marks);
  for (uint32_t i = 0; i < a->blocks.n && *st == ALN_OK; i++) {
    if (a->blocks.at[i].kind != ALN_PARAGRAPH) continue;
    if (!first) add (st, out, ALN_SKETCH_BREAK);
    first = 0;
    add_paragraph (st, a, &a->blocks.at[i], &q, out);
  }
  aln_arena_free (&room);
}

/* -- what is kept ----------------------------------------------------------------------------------
 */

typedef struct runs { /* of words between marks, on their way into bytes */
  aln_buf *out;
  uint32_t outside, inside;
} runs;

static void end_run (aln_status *st, runs *r) {
  if (r->inside == 0) return;
  aln_pack_number (st, r->out, r->outside);
  aln_pack_number (st, r->out, r->inside);
  r->outside = r->inside = 0;
}

/* Is the token a word of the stream? Only what begins with no letter or digit of ASCII may fold to
   nothing. */
static int is_word (const aln_article *a, const aln_token *t) {
  char folded[ALN_TERM_MAX];
  unsigned char c = (unsigned char)a->text.p[t->from];
  if (t->kind == ALN_TOKEN_MARK) return 0;
  return aln_is_alpha (c) || aln_is_digit (c) || aln_term_fold (a->text, t, folded) > 0;
}

static void quote_paragraph (aln_status *st, const aln_article *a, const aln_block *b, quoting *q,
                             runs *r) {
  for (uint32_t t = b->tokens_from; t < b->tokens_to && *st == ALN_OK; t++) {
    if (!is_word (a, &a->tokens.at[t])) continue;
    if (is_quoted (q, t)) r->inside++;
    else {
      end_run (st, r);
      r->outside++;
    }
  }
}

void aln_sketch_quoted (aln_status *st, const aln_article *a, aln_buf *out) {
  aln_arena room = ALN_ARENA_EMPTY;
  quoting q = {{NULL, 0, 0}, 0, 0};
  runs r = {out, 0, 0};
  aln_marks_pair (st, &room, a, &q.marks);
  for (uint32_t i = 0; i < a->blocks.n && q.marks.n && *st == ALN_OK; i++)
    if (a->blocks.at[i].kind == ALN_PARAGRAPH) quote_paragraph (st, a, &a->blocks.at[i], &q, &r);
  end_run (st, &r);
  aln_arena_free (&room);
}

/* -- out of the streams ------------------------------------------------------------------------------
 */

struct aln_sketcher {
  aln_store *s;
  aln_stream *r; /* NULL: a file of an older library, whose articles have none */
  aln_cursor *c;
  uint16_t *hashes; /* by number of the word as written */
};

static void hash_terms (aln_status *st, aln_sketcher *k) {
  uint32_t n = aln_stream_terms (k->r, ALN_LAYER_WRITTEN);
  const uint32_t *folded = aln_stream_map (k->r, ALN_LAYER_FOLDED);
  k->hashes = *st == ALN_OK ? aln_alloc (((size_t)n + 1) * sizeof *k->hashes) : NULL;
  if (*st == ALN_OK && !k->hashes) *st = ALN_ENOMEM;
  for (uint32_t i = 1; i <= n && *st == ALN_OK; i++)
    k->hashes[i] = hash_word (aln_stream_term (k->r, ALN_LAYER_FOLDED, folded[i]));
}

aln_status aln_sketcher_open (aln_store *s, aln_sketcher **out, aln_fault *f) {
  aln_sketcher *k = aln_alloc (sizeof *k);
  aln_status st;
  *out = NULL;
  if (!k) return aln_fail (f, ALN_ENOMEM, ALN_NOWHERE, "%s", aln_status_text (ALN_ENOMEM));
  *k = (aln_sketcher){s, NULL, NULL, NULL};
  st = aln_stream_open (s, &k->r, f);
  if (st == ALN_EVERSION) st = ALN_OK;
  if (st == ALN_OK && k->r) {
    hash_terms (&st, k);
    k->c = aln_cursor_open (&st, k->r, NULL);
  }
  if (st != ALN_OK) return aln_sketcher_close (st, k, f);
  *out = k;
  return ALN_OK;
}

aln_status aln_sketcher_close (aln_status st, aln_sketcher *k, aln_fault *f) {
  if (!k) return st;
  aln_cursor_close (k->c);
  if (k->r) st = aln_stream_close (st, k->r, f);
  aln_free (k->hashes);
  aln_free (k);
  return st;
}

typedef struct reading { /* the runs of words between marks, as words pass */
  aln_unpack bytes;
  uint32_t outside, inside; /* words until the next run, words left in it */
} reading;

static int is_inside (reading *r) {
  while (r->outside == 0 && r->inside == 0) {
    if (r->bytes.p == r->bytes.end || r->bytes.bad) r->outside = UINT32_MAX;
    else {
      r->outside = aln_unpack_small (&r->bytes);
      r->inside = aln_unpack_small (&r->bytes);
    }
  }
  if (r->outside) {
    r->outside--;
    return 0;
  }
  r->inside--;
  return 1;
}

static void take_words (aln_status *st, const aln_sketcher *k, aln_slice quoted, aln_buf *out) {
  reading r = {aln_unpack_of (quoted), 0, 0};
  int first = 1;
  for (uint32_t i = 0; i < k->c->n_blocks && *st == ALN_OK; i++) {
    const aln_stream_block *b = &k->c->blocks[i];
    if (b->kind != ALN_PARAGRAPH) continue;
    if (!first) add (st, out, ALN_SKETCH_BREAK);
    first = 0;
    for (uint32_t w = b->places.from; w < b->places.to && *st == ALN_OK; w++)
      add (st, out, k->hashes[k->c->terms[w]] | (is_inside (&r) ? ALN_SKETCH_QUOTED : 0));
  }
}

typedef struct again {
  aln_store *s;
  aln_buf *out;
} again;

static aln_status sketch_again (void *context, const aln_stored *stored) {
  const again *g = context;
  aln_article *a = NULL;
  aln_status st = aln_article_read (stored->bytes, &stored->about, g->s->lexicon, &a, NULL);
  if (st != ALN_OK) return st;
  sketch_of (&st, a, g->out);
  aln_article_free (a);
  return st;
}

void aln_sketcher_take (aln_status *st, int *rc, aln_sketcher *k, int64_t n, aln_buf *out) {
  sqlite3_stmt *q = aln_sql_take (rc, k->s, ALN_SQL_QUOTED_GET);
  int found;
  out->n = 0;
  aln_sql_integer (rc, q, 1, n);
  found = aln_sql_row (rc, q) && k->r && aln_cursor_seek (st, k->c, n);
  if (found) take_words (st, k, aln_sql_slice (q, 0), out);
  aln_sql_reset (q);
  if (!found && *st == ALN_OK && *rc == SQLITE_OK) {
    again g = {k->s, out};
    *st = aln_store_get (k->s, n, sketch_again, &g, NULL);
  }
}
