/* sketch.h: the words of an article's body in 16 bits each, in order: all that finding copies needs.
   In: an article's stream (stream.h), or a read article. Out: its sketch. Fifteen bits are a hash of
   the folded word, the highest says that it stands between quotation marks; 0 parts two paragraphs.
   A word's hash is shared by many words, but a run of four words has sixty bits, which no two runs of
   a set share by chance. So resemblance, containment and the order of what is shared are exact.
   Bytes: little-endian. A sketch is made when it is asked for; of an article only that is kept which
   its stream does not say: which words stand between marks. */
#ifndef ALN_SKETCH_H
#define ALN_SKETCH_H

#include "../base/buf.h"
#include "../read/article.h"
#include "sqlite.h"

#pragma GCC visibility push(hidden)

#define ALN_SKETCH_SQL                                                                             \
  "CREATE TABLE quoted ( -- which words of the body stand between quotation marks\n"               \
  "  n INTEGER PRIMARY KEY REFERENCES article,\n"                                                  \
  "  words BLOB NOT NULL -- of each run: words since the one before, words in it (LEB128)\n"       \
  ") STRICT;\n"

#define ALN_QUOTED_PUT "INSERT INTO quoted(n, words) VALUES(?1, ?2)"
#define ALN_QUOTED_GET "SELECT words FROM quoted WHERE n = ?1"
#define ALN_QUOTED_DROP "DELETE FROM quoted WHERE n = ?1"

#define ALN_SKETCH_QUOTED 0x8000u
#define ALN_SKETCH_BREAK 0u

/* What table 'quoted' keeps of an article. */
void aln_sketch_quoted (aln_status *st, const aln_article *a, aln_buf *out);

/* Sketches of stored articles, one after another; nothing may be written meanwhile. An article
   without a stream (an older library put it in) is read again. */
typedef struct aln_sketcher aln_sketcher;
aln_status aln_sketcher_open (aln_store *s, aln_sketcher **out, aln_fault *f);
/* The sketch of article n, in place of what 'out' held. Quickest when n rises. */
void aln_sketcher_take (aln_status *st, int *rc, aln_sketcher *k, int64_t n, aln_buf *out);
/* Ends what came to 'st': returns it, and fills *f where words are damaged. NULL is fine. */
aln_status aln_sketcher_close (aln_status st, aln_sketcher *k, aln_fault *f);

static inline uint16_t aln_sketch_at (const char *p,
                                      size_t i) { /* the i-th, whatever the machine */
  return (uint16_t)((unsigned char)p[2 * i] | (unsigned)(unsigned char)p[2 * i + 1] << 8);
}

#pragma GCC visibility pop

#endif
