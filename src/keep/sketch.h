/* sketch.h: the words of an article's body in 16 bits each, in order: all that finding copies needs.
   In: a read article. Out: its sketch. Fifteen bits are a hash of the folded word, the highest says
   that it stands between quotation marks; 0 parts two paragraphs. A word's hash is shared by many
   words, but a run of four words has sixty bits, which no two runs of a set share by chance. So
   resemblance, containment and the order of what is shared are exact, at a third of the text's size,
   and the text cannot be got back. Bytes: little-endian. */
#ifndef ALN_SKETCH_H
#define ALN_SKETCH_H

#include "../base/buf.h"
#include "../read/article.h"

#pragma GCC visibility push(hidden)

#define ALN_SKETCH_SQL                                                                             \
  "CREATE TABLE sketch ( -- which articles carry the same text: their bodies, 16 bits a word\n"    \
  "  n INTEGER PRIMARY KEY REFERENCES article,\n"                                                  \
  "  words BLOB NOT NULL -- little-endian: 15 bits of hash, the highest: between quotation "       \
  "marks; 0: a new paragraph\n"                                                                    \
  ") STRICT;\n"

#define ALN_SKETCH_PUT "INSERT INTO sketch(n, words) VALUES(?1, ?2)"
#define ALN_SKETCH_GET "SELECT words FROM sketch WHERE n = ?1"
#define ALN_SKETCH_DROP "DELETE FROM sketch WHERE n = ?1"

#define ALN_SKETCH_QUOTED 0x8000u
#define ALN_SKETCH_BREAK 0u

void aln_sketch_of (aln_status *st, const aln_article *a, aln_buf *out);

static inline uint16_t aln_sketch_at (const char *p,
                                      size_t i) { /* the i-th, whatever the machine */
  return (uint16_t)((unsigned char)p[2 * i] | (unsigned)(unsigned char)p[2 * i + 1] << 8);
}

#pragma GCC visibility pop

#endif
