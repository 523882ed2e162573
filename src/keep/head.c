/* head.c: in: a read article. Out: the columns of its row that say what was read. */
#include "head.h"

#include "../notice/notice.h"

#include <utf8proc.h>

/* Can the bytes stand as SQLite text: UTF-8 without NUL? Eight bytes of ASCII at a time. */
int aln_head_plain (aln_slice s) {
  const uint64_t ones = 0x0101010101010101u, high = 0x8080808080808080u;
  size_t i = 0;
  while (i < s.n) {
    utf8proc_int32_t c = (unsigned char)s.p[i];
    utf8proc_ssize_t k = 1;
    uint64_t word;
    if (s.n - i >= sizeof word) {
      memcpy (&word, s.p + i, sizeof word);
      k = ((word | (word - ones)) & high) ? 1 : 8; /* a byte is 0 or beyond ASCII: one at a time */
    }
    if (k == 1 && c >= 0x80)
      k = utf8proc_iterate ((const utf8proc_uint8_t *)s.p + i, (utf8proc_ssize_t)(s.n - i), &c);
    if (k <= 0 || c == 0) return 0;
    i += (size_t)k;
  }
  return 1;
}

static int64_t body_words (const aln_article *a) {
  int64_t n = 0;
  for (uint32_t i = 0; i < a->blocks.n; i++) {
    const aln_block *b = &a->blocks.at[i];
    if (b->kind != ALN_PARAGRAPH) continue;
    for (uint32_t t = b->tokens_from; t < b->tokens_to; t++)
      n += a->tokens.at[t].kind != ALN_TOKEN_MARK;
  }
  return n;
}

static int ends_with (aln_slice s, const char *end) {
  size_t n = strlen (end);
  return s.n >= n && memcmp (s.p + s.n - n, end, n) == 0;
}

/* Does the last paragraph stop in the middle? "… the two si", "… said on", "… he [+1234 chars]",
   "and then ..." do; a full stop, question or exclamation mark, also before quotes and brackets
   that close, ends a text. */
static int is_cut (const aln_article *a) {
  static const char *const closing[] = {"\"",           "'",       ")", "]", "\xE2\x80\x9D",
                                        "\xE2\x80\x99", "\xC2\xBB"};
  static const char *const ends[] = {".",           "!", "?", ":", "\xE3\x80\x82", "\xEF\xBC\x81",
                                     "\xEF\xBC\x9F"};
  aln_slice s = {"", 0};
  for (uint32_t i = a->blocks.n; i-- > 0 && s.n == 0;)
    if (a->blocks.at[i].kind == ALN_PARAGRAPH) s = aln_cut (a->text, a->blocks.at[i].text);
  if (s.n == 0) return 0; /* empty is another matter */
  if (ends_with (s, " chars]")) return 1;
  for (size_t i = 0; i < sizeof closing / sizeof closing[0]; i++)
    if (ends_with (s, closing[i])) {
      s.n -= strlen (closing[i]);
      i = (size_t)-1; /* once more from the first */
    }
  if (ends_with (s, "...") || ends_with (s, "\xE2\x80\xA6")) return 1;
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
    if (ends_with (s, ends[i])) return 0;
  return 1;
}

void aln_head_byline (aln_status *st, const aln_article *a, aln_buf *out) {
  for (uint32_t i = 0; i < a->bylines.n; i++) {
    if (i) aln_buf_add (st, out, ALN_LIT ("; "));
    aln_buf_add (st, out, a->bylines.at[i]);
  }
}

void aln_head_bind (int *rc, aln_store *s, sqlite3_stmt *q, const aln_article *a,
                    const aln_entry_text *e, aln_slice byline) {
  aln_slice day = aln_slice_of (a->published);
  int bracketed = a->earliest[0] || a->latest[0];
  aln_sql_integer (rc, q, 1, s->stamp);
  aln_sql_text (rc, q, 2, day);
  aln_sql_text (rc, q, 3, bracketed ? aln_slice_of (a->earliest) : day);
  aln_sql_text (rc, q, 4, bracketed ? aln_slice_of (a->latest) : day);
  aln_sql_whole (rc, q, 5, aln_slice_of (a->how));
  aln_sql_text (rc, q, 6, a->headline);
  aln_sql_text (rc, q, 7, byline);
  aln_sql_text (rc, q, 8, a->agency);
  aln_sql_text (rc, q, 9, a->dateline.place);
  aln_sql_text (rc, q, 10, a->dateline.date);
  aln_sql_whole (rc, q, 11, aln_slice_of (a->language));
  aln_sql_integer (rc, q, 12, body_words (a));
  aln_sql_integer (rc, q, 13, a->sentences.n);
  aln_sql_whole (rc, q, 14, aln_slice_of (a->clean.encoding));
  aln_sql_integer (rc, q, 15, a->clean.replaced);
  aln_sql_integer (rc, q, 16, is_cut (a));
  aln_sql_integer (rc, q, 17, aln_entry_sum (e, 1u << ALN_COLUMN_BODY));
  aln_sql_integer (rc, q, 18, aln_entry_sum (e, ~0u));
  aln_sql_text (rc, q, 19, a->source);
}
