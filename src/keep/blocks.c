/* blocks.c: in: an article. Out: a row for each of its blocks, with the sentences in it. */
#include "blocks.h"

#include "../base/json.h"

static int64_t find_label (int *rc, aln_store *s, const aln_block *b) {
  int64_t n = 0;
  for (int i = 0; i < 2 && *rc == SQLITE_OK && n == 0; i++) {
    sqlite3_stmt *q = aln_sql_take (rc, s, i ? ALN_SQL_LABEL_ADD : ALN_SQL_LABEL);
    aln_sql_whole (rc, q, 1, aln_slice_of (aln_block_kind_name (b->kind)));
    aln_sql_whole (rc, q, 2, b->reason);
    aln_sql_whole (rc, q, 3, aln_slice_of (b->rule));
    if (aln_sql_row (rc, q)) n = sqlite3_column_int64 (q, 0);
    aln_sql_reset (q);
    // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): s is there
    if (i && *rc == SQLITE_OK) n = sqlite3_last_insert_rowid (s->db);
  }
  return n;
}

/* The slot in which the label of a block is or will be; NULL where its reason is too long for one. */
static aln_label_slot *label_slot (aln_store *s, const aln_block *b) {
  uint64_t h = (uint64_t)(uintptr_t)b->rule * 31 + (uint64_t)b->kind;
  if (b->reason.n > ALN_LABEL_REASON) return NULL;
  for (size_t i = 0; i < b->reason.n; i++) h = h * 31 + (unsigned char)b->reason.p[i];
  return &s->labels[(h ^ h >> 17) % ALN_LABELS];
}

static int64_t label (int *rc, aln_store *s, const aln_block *b) {
  aln_label_slot *slot = label_slot (s, b);
  int64_t n;
  if (slot && slot->label && slot->rule == b->rule && slot->kind == b->kind &&
      aln_same ((aln_slice){slot->reason, slot->reason_n}, b->reason))
    return slot->label;
  n = find_label (rc, s, b);
  if (slot && *rc == SQLITE_OK) {
    *slot = (aln_label_slot){n, b->rule, b->kind, (uint32_t)b->reason.n, ""};
    if (b->reason.n) memcpy (slot->reason, b->reason.p, b->reason.n);
  }
  return n;
}

/* Is 'text' what came, but for line breaks and tabs that became spaces? Then it is not kept. */
static int is_as_came (aln_slice came, aln_slice text) {
  if (came.n != text.n) return 0;
  if (memcmp (came.p, text.p, came.n) == 0) /* most */
    return !memchr (text.p, '\n', text.n) && !memchr (text.p, '\t', text.n);
  for (size_t i = 0; i < came.n; i++)
    if (text.p[i] != (came.p[i] == '\n' || came.p[i] == '\t' ? ' ' : came.p[i])) return 0;
  return 1;
}

#define SENTENCE_MOST 26 /* bytes of a sentence in the list: two numbers and five marks */

/* The sentences of a block from *s on, as JSON: ["first-last", …]; there is room for all of them. */
static aln_slice list_sentences (aln_status *st, const aln_article *a, uint32_t block, uint32_t *s,
                                 aln_buf *out) {
  size_t from = out->n;
  for (; *s < a->sentences.n && a->sentence_blocks.at[*s] == block; ++*s) {
    aln_buf_add (st, out, out->n > from ? ALN_LIT (",\"") : ALN_LIT ("[\""));
    aln_json_integer (st, out, (int64_t)a->sentences.at[*s].from + 1);
    aln_buf_byte (st, out, '-');
    aln_json_integer (st, out, a->sentences.at[*s].to);
    aln_buf_byte (st, out, '"');
  }
  if (out->n > from) aln_buf_byte (st, out, ']');
  return (aln_slice){out->p + from, out->n - from};
}

/* Columns 6 … 10 of a block that is in the text. */
static void bind_text (int *rc, sqlite3_stmt *q, int at, const aln_article *a, const aln_block *b,
                       aln_slice came, uint32_t sentence, aln_slice sentences) {
  aln_slice text = aln_cut (a->text, b->text);
  aln_sql_integer (rc, q, at + 6, (int64_t)b->text.from + 1);
  aln_sql_integer (rc, q, at + 7, b->text.to);
  if (!is_as_came (came, text)) aln_sql_whole (rc, q, at + 8, text);
  if (!sentences.n) return;
  aln_sql_integer (rc, q, at + 9, (int64_t)sentence + 1);
  aln_sql_text (rc, q, at + 10, sentences);
}

/* A sentence has no row of its own: 23 of them in an article of 2.5 KB cost more than all its words. */
void aln_blocks_put (aln_status *st, int *rc, aln_store *s, const aln_article *a, int64_t n) {
  aln_inserts in = {s, ALN_SQL_BLOCK, 10, a->blocks.n, 0, 0, NULL};
  aln_buf sentences = ALN_BUF_EMPTY;
  uint32_t next = 0;
  aln_buf_reserve (st, &sentences, (size_t)a->sentences.n * SENTENCE_MOST + 1);
  for (uint32_t i = 0; i < a->blocks.n && *rc == SQLITE_OK && *st == ALN_OK; i++) {
    const aln_block *b = &a->blocks.at[i];
    aln_span raw = aln_map_back (&a->clean.map, b->clean);
    uint32_t sentence = next;
    aln_slice list = list_sentences (st, a, i, &next, &sentences);
    int64_t l = label (rc, s, b);
    int at = aln_insert_row (rc, &in);
    aln_sql_integer (rc, in.q, at + 1, n);
    aln_sql_integer (rc, in.q, at + 2, (int64_t)i + 1);
    aln_sql_integer (rc, in.q, at + 3, l);
    aln_sql_integer (rc, in.q, at + 4, (int64_t)raw.from + 1);
    aln_sql_integer (rc, in.q, at + 5, raw.to);
    if (b->kind != ALN_BOILERPLATE)
      bind_text (rc, in.q, at, a, b, aln_cut (a->raw, raw), sentence, list);
    aln_insert_done (rc, &in);
  }
  aln_insert_end (&in);
  aln_buf_free (&sentences);
}
