/* cutting.c: in: a text and a place. Out: where what stands around it begins and ends. */
#include "cutting.h"

#include <utf8proc.h>

static int is_mark_at (aln_slice s, size_t i) { /* a mark that belongs to the letter before it */
  utf8proc_int32_t c;
  if ((unsigned char)s.p[i] < 0x80 ||
      utf8proc_iterate ((const utf8proc_uint8_t *)s.p + i, (utf8proc_ssize_t)(s.n - i), &c) <= 0)
    return 0;
  switch (utf8proc_category (c)) {
  case UTF8PROC_CATEGORY_MN:
  case UTF8PROC_CATEGORY_MC:
  case UTF8PROC_CATEGORY_ME: return 1;
  default: return 0;
  }
}

static int starts_point (char c) { return ((unsigned char)c & 0xC0) != 0x80; }

uint32_t aln_cut_back (aln_slice s, uint32_t at, uint32_t from, uint32_t width) {
  uint32_t i = at;
  for (; i > from && width > 0; width--) do
      i--;
    while (i > from && (!starts_point (s.p[i]) || is_mark_at (s, i)));
  return i;
}

uint32_t aln_cut_on (aln_slice s, uint32_t at, uint32_t to, uint32_t width) {
  uint32_t i = at;
  for (; i < to && width > 0; width--) do
      i++;
    while (i < to && (!starts_point (s.p[i]) || is_mark_at (s, i)));
  return i;
}

void aln_cut_even (aln_status *st, aln_buf *b, aln_slice s) {
  size_t i = 0;
  while (i < s.n && *st == ALN_OK) {
    size_t from = i;
    while (i < s.n && !aln_is_space ((unsigned char)s.p[i])) i++;
    aln_buf_add (st, b, (aln_slice){s.p + from, i - from});
    if (i < s.n) aln_buf_byte (st, b, ' ');
    while (i < s.n && aln_is_space ((unsigned char)s.p[i])) i++;
  }
}
