/* fold.c: in: a word. Out: its plain form. ASCII in one loop; the rest by utf8proc, letter by letter. */
#include "fold.h"

#include <utf8proc.h>

/* Marks that news writes in several ways. utf8proc's LUMP maps too much ("·", "…") and no quotes. */
static const struct {
  utf8proc_int32_t from, to; /* inclusive */
  char plain;
} marks[] = {
    {0x00A0, 0x00A0, ' '}, {0x00AB, 0x00AB, '"'},  {0x00BB, 0x00BB, '"'},  {0x02BC, 0x02BC, '\''},
    {0x2007, 0x2007, ' '}, {0x2010, 0x2015, '-'},  {0x2018, 0x201B, '\''}, {0x201C, 0x201F, '"'},
    {0x202F, 0x202F, ' '}, {0x2032, 0x2032, '\''}, {0x2033, 0x2033, '"'},  {0x2212, 0x2212, '-'},
    {0xFE58, 0xFE58, '-'}, {0xFE63, 0xFE63, '-'},  {0xFF07, 0xFF07, '\''}, {0xFF0D, 0xFF0D, '-'}};

static char plain_mark (utf8proc_int32_t c) {
  for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
    if (c >= marks[i].from && c <= marks[i].to) return marks[i].plain;
  return 0;
}

static int is_silent (utf8proc_int32_t c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

/* One code point folded to 'out' (room for 'cap' bytes): bytes written, -1 where it does not fit. */
static int fold_point (utf8proc_int32_t c, char *out, size_t cap) {
  utf8proc_int32_t parts[32];
  int last_class = UTF8PROC_BOUNDCLASS_START, n, i, used = 0;
  char mark = plain_mark (c);
  if (is_silent (c)) return 0;
  if (mark) {
    if (cap < 1) return -1;
    out[0] = mark;
    return 1;
  }
  n = (int)utf8proc_decompose_char (
      c, parts, 32, UTF8PROC_CASEFOLD | UTF8PROC_COMPAT | UTF8PROC_COMPOSE, &last_class);
  if (n < 0 || n > 32) return -1;
  for (i = 0; i < n; i++) {
    utf8proc_uint8_t bytes[4];
    int k = (int)utf8proc_encode_char (parts[i], bytes);
    if ((size_t)used + (size_t)k > cap) return -1;
    memcpy (out + used, bytes, (size_t)k);
    used += k;
  }
  return used;
}

/* Recomposes what fold_point took apart. utf8proc works on code points in place. */
static size_t recompose (char *s, size_t n, size_t cap) {
  utf8proc_int32_t points[1024 + 1];
  utf8proc_ssize_t m = utf8proc_decompose ((const utf8proc_uint8_t *)s, (utf8proc_ssize_t)n, points,
                                           1024, UTF8PROC_DECOMPOSE);
  size_t used = 0;
  if (m < 0 || m > 1024) return 0;
  m = utf8proc_normalize_utf32 (points, m, UTF8PROC_COMPOSE);
  for (utf8proc_ssize_t i = 0; i < m; i++) {
    utf8proc_uint8_t bytes[4];
    size_t k = (size_t)utf8proc_encode_char (points[i], bytes);
    if (used + k > cap) return 0;
    memcpy (s + used, bytes, k);
    used += k;
  }
  return used;
}

static size_t fold_any (aln_slice word, char *out, size_t cap) {
  size_t used = 0, at = 0;
  while (at < word.n) {
    utf8proc_int32_t c;
    utf8proc_ssize_t k = utf8proc_iterate ((const utf8proc_uint8_t *)word.p + at,
                                           (utf8proc_ssize_t)(word.n - at), &c);
    int wrote;
    if (k <= 0) return 0;
    wrote = fold_point (c, out + used, cap - used);
    if (wrote < 0) return 0;
    used += (size_t)wrote;
    at += (size_t)k;
  }
  return recompose (out, used, cap);
}

size_t aln_fold (aln_slice word, char *out, size_t cap) {
  size_t i;
  if (word.n > cap) return fold_any (word, out, cap);
  for (i = 0; i < word.n; i++) {
    unsigned char c = (unsigned char)word.p[i];
    if (c >= 0x80) return fold_any (word, out, cap);
    out[i] = (char)(aln_is_upper (c) ? c + ('a' - 'A') : c);
  }
  return word.n;
}
