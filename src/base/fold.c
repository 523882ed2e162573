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

/* What has no width and no meaning for matching: soft hyphens, zero-width spaces and joiners, marks
   of direction, variation selectors, BOM. */
static int is_silent (utf8proc_int32_t c) {
  return c == 0x00AD || c == 0x034F || c == 0x061C || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) ||
         (c >= 0x2066 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

/* Letters that are their own folded form: Kana, Han, Hangul syllables. */
static int is_plain (utf8proc_int32_t c) {
  return (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) ||
         (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
}

typedef struct fold {
  char *out;
  size_t n, cap;
  int bare;  /* marks on letters are dropped */
  int loose; /* something was taken apart, or may join its neighbour: recompose at the end */
} fold;

static int put (fold *f, utf8proc_int32_t c) {
  utf8proc_uint8_t bytes[4];
  size_t k = (size_t)utf8proc_encode_char (c, bytes);
  if (f->n + k > f->cap) return 0;
  memcpy (f->out + f->n, bytes, k);
  f->n += k;
  return 1;
}

/* One code point; 0 where it does not fit. */
static int fold_point (fold *f, utf8proc_int32_t c) {
  utf8proc_int32_t parts[32];
  int last_class = UTF8PROC_BOUNDCLASS_START, n;
  char mark;
  if (c < 0x80) return put (f, aln_is_upper ((unsigned char)c) ? c + ('a' - 'A') : c);
  if (is_plain (c)) return put (f, c);
  if (is_silent (c)) return 1;
  if ((mark = plain_mark (c))) return put (f, mark);
  f->loose = 1;
  n = (int)utf8proc_decompose_char (c, parts, 32,
                                    UTF8PROC_CASEFOLD | UTF8PROC_COMPAT | UTF8PROC_COMPOSE |
                                        (f->bare ? UTF8PROC_STRIPMARK : 0),
                                    &last_class);
  if (n < 0 || n > 32) return 0;
  for (int i = 0; i < n; i++)
    if (!put (f, parts[i])) return 0;
  return 1;
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

static size_t fold_any (aln_slice word, char *out, size_t cap, int bare) {
  fold f = {out, 0, cap, bare, 0};
  size_t at = 0;
  while (at < word.n) {
    utf8proc_int32_t c;
    utf8proc_ssize_t k = utf8proc_iterate ((const utf8proc_uint8_t *)word.p + at,
                                           (utf8proc_ssize_t)(word.n - at), &c);
    if (k <= 0 || !fold_point (&f, c)) return 0;
    at += (size_t)k;
  }
  return f.loose ? recompose (out, f.n, cap) : f.n;
}

static size_t fold_word (aln_slice word, char *out, size_t cap, int bare) {
  size_t i;
  if (word.n > cap) return fold_any (word, out, cap, bare);
  for (i = 0; i < word.n; i++) {
    unsigned char c = (unsigned char)word.p[i];
    if (c >= 0x80) return fold_any (word, out, cap, bare);
    out[i] = (char)(aln_is_upper (c) ? c + ('a' - 'A') : c);
  }
  return word.n;
}

size_t aln_fold (aln_slice word, char *out, size_t cap) { return fold_word (word, out, cap, 0); }

size_t aln_fold_bare (aln_slice word, char *out, size_t cap) {
  return fold_word (word, out, cap, 1);
}
