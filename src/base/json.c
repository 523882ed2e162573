/* json.c: in: values. Out: JSON text (json.h). */
#include "json.h"

#include "bits.h"

#include <stdio.h>
#include <stdlib.h>

/* -- writing -------------------------------------------------------------------------------- */

static int follows (aln_slice s, size_t i, unsigned low, unsigned high) {
  unsigned char c;
  if (i >= s.n) return 0;
  c = (unsigned char)s.p[i];
  return c >= low && c <= high;
}

/* RFC 3629 section 4: no overlong forms, no surrogates, nothing past U+10FFFF. */
size_t aln_json_sequence (aln_slice s, size_t i) {
  unsigned c = (unsigned char)s.p[i], low = 0x80, high = 0xBF;
  size_t n;
  if (c < 0x80) return 1;
  if (c < 0xC2 || c > 0xF4) return 0;
  n = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
  if (c == 0xE0) low = 0xA0;
  if (c == 0xED) high = 0x9F;
  if (c == 0xF0) low = 0x90;
  if (c == 0xF4) high = 0x8F;
  if (!follows (s, i + 1, low, high)) return 0;
  for (size_t k = 2; k < n; k++)
    if (!follows (s, i + k, 0x80, 0xBF)) return 0;
  return n;
}

static void escaped (aln_status *st, aln_buf *b, unsigned char c) {
  static const char shorts[] = "\b\t\n\f\r\"\\", letters[] = "btnfr\"\\",
                    hex[] = "0123456789abcdef";
  const char *found = c ? strchr (shorts, c) : NULL;
  const char two[] = {'\\', found ? letters[found - shorts] : 'u'};
  const char four[] = {'0', '0', hex[c >> 4], hex[c & 15]};
  if (c >= 0x80) {
    aln_buf_add (st, b, ALN_LIT ("\xEF\xBF\xBD"));
    return;
  }
  aln_buf_add (st, b, (aln_slice){two, 2});
  if (!found) aln_buf_add (st, b, (aln_slice){four, 4});
}

static int stands (unsigned char c) { return c >= 0x20 && c < 0x80 && c != '"' && c != '\\'; }

/* The bytes among eight that may not stand as they are, a high bit each: the lowest is right, those
   above it may be too many. A byte that is 0 once its pattern is taken away borrows. */
static uint64_t stops (const char *p) {
  const uint64_t v = aln_eight (p), quote = v ^ ALN_EACH ('"'), slash = v ^ ALN_EACH ('\\');
  return (v | (v - ALN_EACH (0x20)) | (quote - ALN_EACH (1)) | (slash - ALN_EACH (1))) &
         ALN_EACH (0x80);
}

/* The first byte from i on that may not stand. */
static size_t after_plain (aln_slice s, size_t i) {
  for (uint64_t set; s.n - i >= 8; i += 8)
    if ((set = stops (s.p + i)) != 0) return i + aln_lowest_bit (set) / 8;
  if (s.n >= 8 && stops (s.p + s.n - 8) == 0) return s.n; /* the rest, with some before it */
  while (i < s.n && stands ((unsigned char)s.p[i])) i++;
  return i;
}

void aln_json_inside (aln_status *st, aln_buf *b, aln_slice s) {
  size_t from = 0, i = 0;
  while ((i = after_plain (s, i)) < s.n) {
    unsigned char c = (unsigned char)s.p[i];
    size_t n = c >= 0x80 ? aln_json_sequence (s, i) : 0;
    if (n) {
      i += n;
      continue;
    }
    aln_buf_add (st, b, (aln_slice){s.p + from, i - from});
    escaped (st, b, c);
    from = ++i;
  }
  aln_buf_add (st, b, (aln_slice){s.p + from, i - from});
}

void aln_json_text (aln_status *st, aln_buf *b, aln_slice s) {
  aln_buf_byte (st, b, '"');
  aln_json_inside (st, b, s);
  aln_buf_byte (st, b, '"');
}

/* Two digits at a time: positions in a text are most of what an article's JSON holds in numbers. */
static char *digits_before (char *end, uint64_t v) {
  static const char two[] = "0001020304050607080910111213141516171819202122232425262728293031323334"
                            "3536373839404142434445464748495051525354555657585960616263646566676869"
                            "707172737475767778798081828384858687888990919293949596979899";
  uint32_t left;
  for (; v > UINT32_MAX; v /= 100) memcpy (end -= 2, two + v % 100 * 2, 2);
  for (left = (uint32_t)v; left >= 100; left /= 100)
    memcpy (end -= 2, &two[left % 100 * (size_t)2], 2);
  if (left >= 10) return memcpy (end - 2, &two[left * (size_t)2], 2);
  *--end = (char)('0' + left);
  return end;
}

void aln_json_integer (aln_status *st, aln_buf *b, int64_t v) {
  char room[32] = {0}, *end = room + 24, *from; /* eight bytes behind the end: copied in vain */
  from = digits_before (end, v < 0 ? 0 - (uint64_t)v : (uint64_t)v);
  if (v < 0) *--from = '-';
  if (!aln_buf_room (st, b, 24)) return;
  memcpy (b->p + b->n, from, 8); /* a length that is known needs no call; most are shorter */
  if (end - from > 8) memcpy (b->p + b->n, from, (size_t)(end - from));
  b->n += (size_t)(end - from);
}

/* A locale may write the point as a comma or as several bytes; everything else is the same in all
   of them, so whatever is neither digit, sign nor exponent is the point. */
static void plain_point (aln_status *st, aln_buf *b, const char *number) {
  int point = 0;
  for (; *number; number++) {
    if (strchr ("0123456789+-e", *number)) aln_buf_byte (st, b, *number);
    else if (!point++) aln_buf_byte (st, b, '.');
  }
}

void aln_json_real (aln_status *st, aln_buf *b, double v) {
  char room[64];
  if (v != v || v - v != 0) {
    aln_buf_add (st, b, ALN_LIT ("null"));
    return;
  }
  for (int digits = 15; digits <= 17; digits++) { /* the fewest digits that read back as v */
    snprintf (room, sizeof room, "%.*g", digits, v);
    if (strtod (room, NULL) == v) break; /* same locale both ways: its point does not matter */
  }
  plain_point (st, b, room);
  if (!strpbrk (room, ".,e")) aln_buf_add (st, b, ALN_LIT (".0"));
}
