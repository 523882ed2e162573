/* normalize.h: canonical composition (NFC, UAX #15) of one cluster at a time: a starter and what
   hangs on it. In: code points of one cluster. Out: its NFC as UTF-8. Text goes through here only
   where it may change: aln_is_quiet passes nearly all that is written. A cluster is bounded
   (ALN_MARKS_MAX), so that the time is linear in the text whatever stands in it. */
#ifndef ALN_NORMALIZE_H
#define ALN_NORMALIZE_H

#include "../base/limits.h"
#include "../base/slice.h"

#pragma GCC visibility push(hidden)

#define ALN_CLUSTER_POINTS (4 + 2 * ALN_MARKS_MAX)  /* code points, taken apart */
#define ALN_CLUSTER_BYTES (4u * ALN_CLUSTER_POINTS) /* bytes of UTF-8 */

typedef struct aln_cluster {
  int32_t at[ALN_CLUSTER_POINTS]; /* taken apart (NFD), not yet in order */
  uint32_t n, marks;              /* 'marks': combining marks at its end */
} aln_cluster;

typedef enum aln_join {
  ALN_JOIN_NEVER, /* is NFC, whatever stands before it */
  ALN_JOIN_BASE,  /* begins a cluster, but is perhaps not NFC itself */
  ALN_JOIN_HANGS  /* may combine with what stands before it */
} aln_join;

aln_join aln_join_of (uint32_t c);

/* Adds a code point. 0 (and nothing added): one mark too many. */
int aln_cluster_add (aln_cluster *k, uint32_t c);
/* Is the cluster so long that 'c' begins a new one? (Only rows of Hangul vowels can be.) */
int aln_cluster_full (const aln_cluster *k, uint32_t c);
/* Writes the NFC to 'out' (ALN_CLUSTER_BYTES), returns its bytes, empties the cluster. */
size_t aln_cluster_write (aln_cluster *k, char *out);

size_t aln_encode (uint32_t c, char *out); /* UTF-8, 1 to 4 bytes */

/* A character from U+00A0 that is surely NFC, surely does not combine with what stands before it
   and is no line or paragraph separator. Says no for many that are too; spec/read/clean_spec.lua
   holds it against Unicode's NormalizationTest. */
static inline int aln_is_quiet (uint32_t c) {
  if (c < 0x0300) return c >= 0xA0;
  if (c < 0x2000)
    return (c >= 0x0400 && c <= 0x0482) || (c >= 0x048A && c <= 0x058F) ||
           (c >= 0x0388 && c <= 0x03FF) || (c >= 0x05D0 && c <= 0x05EA) ||
           (c >= 0x0620 && c <= 0x064A) || (c >= 0x0660 && c <= 0x066F) ||
           (c >= 0x0671 && c <= 0x06D5) || (c >= 0x1E00 && c <= 0x1EFF);
  if (c < 0x2E80)
    return (c >= 0x2002 && c <= 0x2027) || (c >= 0x202A && c <= 0x20CF) ||
           (c >= 0x2100 && c <= 0x2125) || (c >= 0x212C && c <= 0x2328) ||
           (c >= 0x232B && c <= 0x2ADB);
  if (c < 0xAC00)
    return c <= 0x3029 || (c >= 0x3030 && c <= 0x3098) || (c >= 0x309B && c <= 0xA66E);
  return c <= 0xD7A3 || (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0xFF01 && c <= 0xFFFD) || (c >= 0x1F000 && c <= 0x1FAFF) ||
         (c >= 0x20000 && c <= 0x2F7FF);
}

#pragma GCC visibility pop

#endif
