/* segment.c: in: rows of piece. Out: what they hold, checked; and rows of a segment that was built. */
#include "segment.h"

#include "../base/mem.h"
#include "frequency.h"

/* Bytes from which on a piece of postings is full. With the sum it fills one overflow page of 8192 bytes
   and leaves between 1003 and 2030 for the page of the b-tree, so that next to nothing lies idle. */
#define POSTINGS_ROW 9350u

static const char *const names[ALN_PIECE_PARTS] = {"words", "bounds", "gaps", "quotes", "names"};
static const char articles[] = "articles", postings[] = "postings";

void aln_segment_free (aln_segment *g) {
  aln_free (g->slots);
  g->slots = NULL;
  for (int i = 0; i < ALN_PIECE_PARTS; i++) aln_buf_free (&g->part[i]);
}

/* -- reading -------------------------------------------------------------------------------------
 */

static aln_status damaged (aln_wrong *w, int64_t segment, const char *part, int64_t at) {
  *w = (aln_wrong){segment, part, at};
  return ALN_ECORRUPT;
}

/* Takes off the sum; where the same piece was read before and fitted, it is not summed up again. */
static int unseal (aln_slice *bytes, int whole) {
  if (!whole || bytes->n < 8) return aln_unpack_seal (bytes);
  bytes->n -= 8;
  return 1;
}

/* The bytes of a piece without their sum, good until the statement is reset. */
static aln_slice take_piece (aln_status *st, int *rc, aln_store *s, int64_t segment,
                             const char *part, int whole, aln_wrong *w, sqlite3_stmt **q) {
  aln_slice bytes = {"", 0};
  *q = aln_sql_take (rc, s, ALN_SQL_PIECE);
  aln_sql_integer (rc, *q, 1, segment);
  aln_sql_whole (rc, *q, 2, aln_slice_of (part));
  if (*st != ALN_OK || *rc != SQLITE_OK) return bytes;
  if (aln_sql_row (rc, *q)) bytes = aln_sql_slice (*q, 0);
  if (*rc == SQLITE_OK && !unseal (&bytes, whole)) {
    *st = damaged (w, segment, part, 0);
    bytes.n = 0;
  }
  return bytes;
}

static int read_slot (aln_unpack *u, aln_slot *slot, int64_t *before,
                      uint64_t at[ALN_PIECE_PARTS]) {
  uint64_t head = aln_unpack_number (u);
  *before += (int64_t)(head >> 1 & INT64_MAX >> 1);
  slot->n = head & 1 ? 0 : *before;
  slot->words = aln_unpack_small (u);
  slot->body = aln_unpack_small (u);
  for (int i = 0; i < ALN_PIECE_PARTS; i++) {
    slot->at[i] = (uint32_t)at[i];
    at[i] += aln_unpack_small (u);
    if (at[i] > UINT32_MAX) return 0;
  }
  return !u->bad && slot->body <= slot->words && *before > 0;
}

/* At least 8 bytes an article. */
static int read_slots (aln_status *st, aln_unpack u, aln_segment *g) {
  uint64_t n = aln_unpack_number (&u), at[ALN_PIECE_PARTS] = {0};
  int64_t before = 0;
  if (u.bad || n > (uint64_t)(u.end - u.p) / 8 || n >= UINT32_MAX) return 0;
  g->slots = aln_alloc ((n + 1) * sizeof *g->slots);
  if (!g->slots) {
    *st = ALN_ENOMEM;
    return 1;
  }
  for (uint32_t i = 0; i < n; i++) {
    int64_t last = before;
    if (!read_slot (&u, &g->slots[i], &before, at) || before <= last) return 0;
  }
  g->slots[n] = (aln_slot){0, 0, 0, {0}};
  for (int i = 0; i < ALN_PIECE_PARTS; i++) g->slots[n].at[i] = (uint32_t)at[i];
  g->n_slots = (uint32_t)n;
  return u.p == u.end;
}

void aln_segment_slots (aln_status *st, int *rc, aln_store *s, aln_segment *g, aln_wrong *w) {
  sqlite3_stmt *q;
  aln_slice bytes;
  if (g->slots || *st != ALN_OK) return;
  bytes = take_piece (st, rc, s, g->segment, articles, 0, w, &q);
  if (*st == ALN_OK && *rc == SQLITE_OK && !read_slots (st, aln_unpack_of (bytes), g)) {
    aln_free (g->slots);
    g->slots = NULL;
    *st = damaged (w, g->segment, articles, 0);
  }
  aln_sql_reset (q);
}

/* Never NULL once it is read. */
static void keep_part (aln_status *st, aln_buf *part, aln_slice bytes) {
  char *p = *st == ALN_OK ? aln_alloc (bytes.n + 1) : NULL;
  if (*st == ALN_OK && !p) *st = ALN_ENOMEM;
  if (*st != ALN_OK) return;
  if (bytes.n) memcpy (p, bytes.p, bytes.n);
  *part = (aln_buf){p, bytes.n, bytes.n + 1};
}

void aln_segment_part (aln_status *st, int *rc, aln_store *s, aln_segment *g, aln_piece_part p,
                       aln_wrong *w) {
  sqlite3_stmt *q;
  aln_slice bytes;
  if (g->part[p].p || *st != ALN_OK) return;
  aln_segment_slots (st, rc, s, g, w);
  bytes = take_piece (st, rc, s, g->segment, names[p], (int)(g->whole >> p & 1), w, &q);
  if (*st == ALN_OK && *rc == SQLITE_OK) {
    if (bytes.n != g->slots[g->n_slots].at[p]) *st = damaged (w, g->segment, names[p], 0);
    keep_part (st, &g->part[p], bytes);
    if (*st == ALN_OK) g->whole |= 1u << p;
  }
  aln_sql_reset (q);
}

/* -- postings --------------------------------------------------------------------------------------
 */

int aln_lists_next (aln_lists *l, aln_list *out) {
  uint64_t step;
  if (l->bytes.bad || l->bytes.p == l->bytes.end) return 0;
  step = aln_unpack_number (&l->bytes);
  if (step > UINT32_MAX - l->term) l->bytes.bad = 1;
  l->term += (uint32_t)step;
  *out = (aln_list){{NULL, NULL, 0}, UINT32_MAX, 0, 0};
  out->bytes = aln_unpack_of (aln_unpack_bytes (&l->bytes, aln_unpack_number (&l->bytes)));
  return !l->bytes.bad;
}

int aln_list_next (aln_list *l, uint32_t n_slots) {
  uint64_t head, step;
  if (l->bytes.p == l->bytes.end) return 0;
  head = aln_unpack_number (&l->bytes);
  step = head >> 2;
  /* the first stands for itself: UINT32_MAX says that there was none before */
  step += l->slot == UINT32_MAX ? 0 : l->slot;
  if (step >= n_slots || (l->slot != UINT32_MAX && step == l->slot)) l->bytes.bad = 1;
  l->slot = (uint32_t)step;
  l->body = head & 2 ? aln_unpack_small (&l->bytes) : !(head & 1);
  l->other = (head & 3) == 3 ? aln_unpack_small (&l->bytes) : (head & 3) == 1;
  return !l->bytes.bad;
}

/* -- taking in -------------------------------------------------------------------------------------
 */

/* The pairs of one piece of postings, for slots that 'moved' (0: gone; else 1 + the new one). */
static void absorb_lists (aln_status *st, aln_builder *b, aln_slice bytes, const uint32_t *moved,
                          uint32_t n_slots, int *whole) {
  aln_lists lists = {aln_unpack_of (bytes), 0};
  aln_list list;
  while (*st == ALN_OK && aln_lists_next (&lists, &list)) {
    while (aln_list_next (&list, n_slots)) {
      aln_pair p = {lists.term, moved[list.slot] - 1, list.body, list.other};
      if (moved[list.slot]) aln_buf_add (st, &b->pairs, (aln_slice){(const char *)&p, sizeof p});
    }
    *whole = *whole && !list.bytes.bad;
  }
  *whole = *whole && !lists.bytes.bad;
}

static void absorb_postings (aln_status *st, int *rc, aln_store *s, aln_builder *b,
                             const aln_segment *g, const uint32_t *moved, aln_wrong *w) {
  sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_POSTINGS);
  aln_sql_integer (rc, q, 1, g->segment);
  while (*st == ALN_OK && aln_sql_row (rc, q)) {
    aln_slice bytes = aln_sql_slice (q, 1);
    int whole = aln_unpack_seal (&bytes);
    if (whole) absorb_lists (st, b, bytes, moved, g->n_slots, &whole);
    if (!whole) *st = damaged (w, g->segment, postings, sqlite3_column_int64 (q, 0));
  }
  aln_sql_reset (q);
}

static void absorb_slot (aln_status *st, aln_builder *b, const aln_segment *g, uint32_t i) {
  aln_slot slot = g->slots[i];
  for (int p = 0; p < ALN_PIECE_PARTS; p++) {
    slot.at[p] = (uint32_t)b->part[p].n;
    aln_buf_add (st, &b->part[p], aln_segment_bytes (g, (aln_piece_part)p, i));
  }
  aln_buf_add (st, &b->slots, (aln_slice){(const char *)&slot, sizeof slot});
}

void aln_builder_absorb (aln_status *st, int *rc, aln_store *s, aln_builder *b, aln_segment *g,
                         aln_wrong *w) {
  uint32_t *moved;
  for (int p = 0; p < ALN_PIECE_PARTS; p++) aln_segment_part (st, rc, s, g, (aln_piece_part)p, w);
  if (*st != ALN_OK || *rc != SQLITE_OK) return;
  moved = aln_alloc (((size_t)g->n_slots + 1) * sizeof *moved);
  if (!moved) *st = ALN_ENOMEM;
  for (uint32_t i = 0; i < g->n_slots && *st == ALN_OK; i++) {
    moved[i] = g->slots[i].n ? aln_builder_slots (b) + 1 : 0;
    if (moved[i]) absorb_slot (st, b, g, i);
  }
  if (*st == ALN_OK) absorb_postings (st, rc, s, b, g, moved, w);
  aln_free (moved);
}

void aln_builder_append (aln_status *st, aln_builder *b, const aln_builder *more) {
  uint32_t first = aln_builder_slots (b), n = aln_builder_slots (more);
  size_t pairs = b->pairs.n;
  for (uint32_t i = 0; i < n && *st == ALN_OK; i++) {
    aln_slot slot = ((const aln_slot *)(const void *)more->slots.p)[i];
    for (int p = 0; p < ALN_PIECE_PARTS; p++) slot.at[p] += (uint32_t)b->part[p].n;
    aln_buf_add (st, &b->slots, (aln_slice){(const char *)&slot, sizeof slot});
  }
  for (int p = 0; p < ALN_PIECE_PARTS; p++)
    aln_buf_add (st, &b->part[p], aln_buf_slice (&more->part[p]));
  aln_buf_add (st, &b->pairs, aln_buf_slice (&more->pairs));
  for (; *st == ALN_OK && pairs < b->pairs.n; pairs += sizeof (aln_pair))
    ((aln_pair *)(void *)(b->pairs.p + pairs))->slot += first;
}

/* -- writing ---------------------------------------------------------------------------------------
 */

static void put_piece (aln_status *st, int *rc, aln_store *s, int64_t segment, const char *part,
                       int64_t at, aln_buf *bytes) {
  sqlite3_stmt *q;
  aln_pack_seal (st, bytes);
  if (*st != ALN_OK) return;
  q = aln_sql_take (rc, s, ALN_SQL_PIECE_PUT);
  aln_sql_integer (rc, q, 1, segment);
  aln_sql_whole (rc, q, 2, aln_slice_of (part));
  aln_sql_integer (rc, q, 3, at);
  if (*rc == SQLITE_OK) *rc = sqlite3_bind_blob64 (q, 4, bytes->p, bytes->n, SQLITE_STATIC);
  aln_sql_run (rc, q);
  bytes->n -= 8;
}

/* The piece 'articles' of n slots; behind them stands one more, the end. */
static void pack_slots (aln_status *st, aln_buf *out, const aln_slot *slots, uint32_t n) {
  int64_t before = 0;
  aln_pack_number (st, out, n);
  for (uint32_t i = 0; i < n; i++) {
    int64_t number = slots[i].n ? slots[i].n : before + 1;
    aln_pack_number (st, out, (uint64_t)(number - before) << 1 | (slots[i].n == 0));
    aln_pack_number (st, out, slots[i].words);
    aln_pack_number (st, out, slots[i].body);
    for (int p = 0; p < ALN_PIECE_PARTS; p++)
      aln_pack_number (st, out, slots[i + 1].at[p] - slots[i].at[p]);
    before = number;
  }
}

static void write_articles (aln_status *st, int *rc, aln_store *s, aln_builder *b,
                            int64_t segment) {
  uint32_t n = aln_builder_slots (b);
  aln_slot end = {0, 0, 0, {0}};
  for (int p = 0; p < ALN_PIECE_PARTS; p++) end.at[p] = (uint32_t)b->part[p].n;
  aln_buf_add (st, &b->slots, (aln_slice){(const char *)&end, sizeof end});
  b->rest.n = 0;
  if (*st == ALN_OK) pack_slots (st, &b->rest, (const aln_slot *)(const void *)b->slots.p, n);
  put_piece (st, rc, s, segment, articles, 0, &b->rest);
  b->slots.n = n * sizeof end;
}

static void write_head (int *rc, aln_store *s, const aln_builder *b, int64_t segment, int full) {
  const aln_slot *slots = (const aln_slot *)(const void *)b->slots.p;
  uint32_t n = aln_builder_slots (b);
  sqlite3_stmt *q = aln_sql_take (rc, s, ALN_SQL_SEGMENT_PUT);
  aln_sql_integer (rc, q, 1, segment);
  aln_sql_integer (rc, q, 2, slots[0].n);
  aln_sql_integer (rc, q, 3, slots[n - 1].n);
  aln_sql_integer (rc, q, 4, n);
  aln_sql_integer (rc, q, 5, (int64_t)aln_builder_bytes (b));
  aln_sql_integer (rc, q, 6, full);
  aln_sql_run (rc, q);
}

typedef struct writer {
  aln_status *st;
  int *rc;
  aln_store *s;
  aln_builder *b;
  int64_t segment;
  int full;
  uint32_t first, before; /* terms: the first of the piece, the last written */
  aln_frequency frequency;
  uint32_t *heads, *next; /* chains of pairs a term: 1 + index, 0: the end */
} writer;

static void add_posting (writer *w, const aln_pair *p, uint32_t step) {
  aln_buf *out = &w->b->rest;
  unsigned code = p->other == 0 ? (p->body == 1 ? 0 : 2) : p->body == 0 && p->other == 1 ? 1 : 3;
  aln_pack_number (w->st, out, (uint64_t)step << 2 | code);
  if (code >= 2) aln_pack_number (w->st, out, p->body);
  if (code == 3) aln_pack_number (w->st, out, p->other);
}

static void end_piece (writer *w) {
  if (w->b->codes.n) put_piece (w->st, w->rc, w->s, w->segment, postings, w->first, &w->b->codes);
  w->b->codes.n = 0;
}

static void write_list (writer *w, uint32_t term) {
  const aln_pair *pairs = (const aln_pair *)(const void *)w->b->pairs.p;
  uint32_t before = 0, n = 0;
  uint64_t count = 0;
  w->b->rest.n = 0;
  for (uint32_t i = w->heads[term]; i; i = w->next[i], n++) {
    const aln_pair *p = &pairs[i - 1];
    add_posting (w, p, p->slot - before);
    before = p->slot;
    count += (uint64_t)p->body + p->other;
  }
  if (w->b->codes.n == 0) w->first = w->before = term;
  aln_pack_number (w->st, &w->b->codes, w->b->codes.n ? term - w->before : term);
  aln_pack_number (w->st, &w->b->codes, w->b->rest.n);
  aln_buf_add (w->st, &w->b->codes, aln_buf_slice (&w->b->rest));
  w->before = term;
  if (w->b->codes.n >= POSTINGS_ROW) end_piece (w);
  if (w->full) aln_frequency_add (w->rc, w->s, &w->frequency, term, n, (int64_t)count);
}

/* Chains the pairs of each term in order of slot: they are put in front, from the last on. */
static void write_postings (writer *w, uint32_t terms) {
  const aln_pair *pairs = (const aln_pair *)(const void *)w->b->pairs.p;
  size_t n = w->b->pairs.n / sizeof *pairs;
  w->heads = *w->st == ALN_OK ? aln_alloc (((size_t)terms + 1) * sizeof *w->heads) : NULL;
  w->next = *w->st == ALN_OK ? aln_alloc ((n + 1) * sizeof *w->next) : NULL;
  if (*w->st == ALN_OK && (!w->heads || !w->next)) *w->st = ALN_ENOMEM;
  if (*w->st == ALN_OK) {
    memset (w->heads, 0, ((size_t)terms + 1) * sizeof *w->heads);
    for (size_t i = n; i-- > 0;) {
      w->next[i + 1] = w->heads[pairs[i].term];
      w->heads[pairs[i].term] = (uint32_t)i + 1;
    }
    w->b->codes.n = 0;
    for (uint32_t t = 1; t <= terms && *w->st == ALN_OK && *w->rc == SQLITE_OK; t++)
      if (w->heads[t]) write_list (w, t);
    end_piece (w);
    aln_frequency_end (w->rc, w->s, &w->frequency);
  }
  aln_free (w->heads);
  aln_free (w->next);
}

void aln_builder_write (aln_status *st, int *rc, aln_store *s, aln_builder *b, int64_t segment,
                        uint32_t terms) {
  int full = aln_builder_bytes (b) >= ALN_SEGMENT_FULL;
  writer w = {st, rc, s, b, segment, full, 0, 0, {0}, NULL, NULL};
  if (*st != ALN_OK || aln_builder_slots (b) == 0) return;
  write_head (rc, s, b, segment, full);
  write_articles (st, rc, s, b, segment);
  for (int p = 0; p < ALN_PIECE_PARTS; p++)
    put_piece (st, rc, s, segment, names[p], 0, &b->part[p]);
  write_postings (&w, terms);
}

/* -- taking out --------------------------------------------------------------------------------------
 */

void aln_segment_drop (int *rc, aln_store *s, int64_t segment) {
  static const aln_sql drops[] = {ALN_SQL_DROP_PIECES, ALN_SQL_DROP_SEGMENT};
  for (int i = 0; i < 2; i++) {
    sqlite3_stmt *q = aln_sql_take (rc, s, drops[i]);
    aln_sql_integer (rc, q, 1, segment);
    aln_sql_run (rc, q);
  }
}

void aln_segment_forget (aln_status *st, int *rc, aln_store *s, aln_segment *g, uint32_t slot) {
  aln_buf bytes = ALN_BUF_EMPTY;
  sqlite3_stmt *q;
  g->slots[slot].n = 0;
  if (--g->articles == 0) {
    aln_segment_drop (rc, s, g->segment);
    return;
  }
  pack_slots (st, &bytes, g->slots, g->n_slots);
  put_piece (st, rc, s, g->segment, articles, 0, &bytes);
  q = aln_sql_take (rc, s, ALN_SQL_SEGMENT_LESS);
  aln_sql_integer (rc, q, 1, g->segment);
  aln_sql_run (rc, q);
  aln_buf_free (&bytes);
}
