/* normalize.c: in: the code points of a cluster. Out: its NFC. utf8proc has the tables. */
#include "normalize.h"

#include <utf8proc.h>

static int is_vowel_or_tail (uint32_t c) { return c >= 0x1160 && c <= 0x11FF; } /* Hangul Jamo */

static int is_mark (const utf8proc_property_t *p) {
  return p->combining_class != 0 || p->category == UTF8PROC_CATEGORY_MN ||
         p->category == UTF8PROC_CATEGORY_MC || p->category == UTF8PROC_CATEGORY_ME;
}

/* Taken apart canonically; how many code points. One takes apart into four at most. */
static uint32_t take_apart (uint32_t c, int32_t out[4]) {
  int last = 0;
  utf8proc_ssize_t n =
      utf8proc_decompose_char ((utf8proc_int32_t)c, out, 4, UTF8PROC_DECOMPOSE, &last);
  if (n >= 1 && n <= 4) return (uint32_t)n;
  out[0] = (int32_t)c;
  return 1;
}

aln_join aln_join_of (uint32_t c) {
  int32_t parts[4];
  if (aln_is_quiet (c)) return ALN_JOIN_NEVER;
  if (is_vowel_or_tail (c) || is_mark (utf8proc_get_property ((utf8proc_int32_t)c)))
    return ALN_JOIN_HANGS;
  return take_apart (c, parts) == 1 && parts[0] == (int32_t)c ? ALN_JOIN_NEVER : ALN_JOIN_BASE;
}

int aln_cluster_full (const aln_cluster *k, uint32_t c) {
  return k->n > ALN_MARKS_MAX && is_vowel_or_tail (c);
}

int aln_cluster_add (aln_cluster *k, uint32_t c) {
  int32_t parts[4];
  uint32_t n = take_apart (c, parts);
  if (is_mark (utf8proc_get_property ((utf8proc_int32_t)c))) {
    if (k->marks + n > ALN_MARKS_MAX) return 0;
    k->marks += n;
  } else k->marks = 0;
  if (k->n + n > ALN_CLUSTER_POINTS) return 0;
  memcpy (k->at + k->n, parts, n * sizeof parts[0]);
  k->n += n;
  return 1;
}

static int class_of (int32_t c) { return (int)utf8proc_get_property (c)->combining_class; }

/* Canonical ordering (UAX #15 D109), by insertion: a cluster is short. */
static void put_in_order (aln_cluster *k) {
  for (uint32_t i = 1; i < k->n; i++) {
    int32_t c = k->at[i];
    int class = class_of (c);
    uint32_t j = i;
    for (; class && j && class_of (k->at[j - 1]) > class; j--) k->at[j] = k->at[j - 1];
    k->at[j] = c;
  }
}

size_t aln_encode (uint32_t c, char *out) {
  return (size_t)utf8proc_encode_char ((utf8proc_int32_t)c, (utf8proc_uint8_t *)out);
}

size_t aln_cluster_write (aln_cluster *k, char *out) {
  utf8proc_ssize_t n;
  size_t used = 0;
  put_in_order (k);
  n = utf8proc_normalize_utf32 (k->at, (utf8proc_ssize_t)k->n, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
  for (utf8proc_ssize_t i = 0; i < n; i++) used += aln_encode ((uint32_t)k->at[i], out + used);
  k->n = k->marks = 0;
  return used;
}
