/* lines_text.c: in: rows of a concordance with the text around their hits. Out: their texts and keys. */
#include "lines.h"

#include "../base/digest.h"
#include "cutting.h"

typedef struct later { /* what the frame is filled from */
  const aln_line *lines;
  uint32_t width;
} later;

/* A byte of the article's text as one of the text at hand; a damaged file may say anything. */
static uint32_t here (const aln_line *l, uint32_t byte) {
  if (byte <= l->begins) return 0;
  return byte - l->begins < l->text.n ? byte - l->begins : (uint32_t)l->text.n;
}

/* What lies between two bytes of the article's text, as far as it is at hand. */
static aln_slice between (const aln_line *l, uint32_t from, uint32_t to) {
  from = here (l, from);
  to = here (l, to);
  return from < to ? (aln_slice){l->text.p + from, to - from} : (aln_slice){"", 0};
}

/* From where to where a line goes. A hit may go on past its sentence and its block. */
static aln_span around (const aln_line *l, uint32_t width) {
  aln_span out = l->sentence;
  uint32_t end = l->block.to > l->at.to ? l->block.to : l->at.to;
  if (out.to < l->at.to) out.to = l->at.to;
  if (width == 0) return out;
  out.from =
      l->begins + aln_cut_back (l->text, here (l, l->at.from), here (l, l->block.from), width);
  out.to = l->begins + aln_cut_on (l->text, here (l, l->at.to), here (l, end), width);
  return out;
}

/* What the row is, not where it stands: article, sentence, match and its place in the sentence. */
static void key_of (const aln_line *l, aln_slice id, char hex[17]) {
  char place[24];
  uint32_t offset = l->at.from - l->sentence.from;
  aln_digest d;
  unsigned n = 0;
  for (; n < 20; offset /= 10) {
    place[n++] = (char)('0' + offset % 10);
    if (offset < 10) break;
  }
  aln_digest_begin (&d);
  aln_digest_field (&d, ALN_LIT ("kwic"));
  aln_digest_field (&d, id);
  aln_digest_field (&d, between (l, l->sentence.from, l->sentence.to));
  aln_digest_field (&d, between (l, l->at.from, l->at.to));
  aln_digest_field (&d, (aln_slice){place, n});
  aln_digest_hex (&d, hex, 16);
}

static void set_even (aln_status *st, aln_frame *f, uint32_t column, aln_buf *b, aln_slice s) {
  b->n = 0;
  aln_cut_even (st, b, s);
  aln_frame_set_text (st, f, column, aln_buf_slice (b));
}

static void fill_row (aln_status *st, aln_frame *f, const aln_line *l, aln_span at, aln_buf *b) {
  char key[17];
  set_even (st, f, ALN_LINE_LEFT, b, between (l, at.from, l->at.from));
  set_even (st, f, ALN_LINE_MATCH, b, between (l, l->at.from, l->at.to));
  set_even (st, f, ALN_LINE_RIGHT, b, between (l, l->at.to, at.to));
  set_even (st, f, ALN_LINE_SENTENCE, b, between (l, l->sentence.from, l->sentence.to));
  key_of (l, aln_frame_cell (f, aln_frame_row (f), ALN_LINE_ID).as.text, key);
  aln_frame_set_text (st, f, ALN_LINE_KEY, aln_slice_of (key));
}

static void fill (aln_status *st, aln_frame *f, const void *of) {
  const later *w = of;
  aln_buf b = ALN_BUF_EMPTY;
  for (uint32_t i = 0; i < aln_frame_rows (f) && *st == ALN_OK; i++) {
    aln_frame_go (f, i);
    fill_row (st, f, &w->lines[i], around (&w->lines[i], w->width), &b);
  }
  aln_buf_free (&b);
}

void aln_lines_put_off (aln_status *st, aln_frame *f, const aln_line *lines, uint32_t width) {
  static const uint32_t columns[] = {ALN_LINE_LEFT, ALN_LINE_MATCH, ALN_LINE_RIGHT,
                                     ALN_LINE_SENTENCE, ALN_LINE_KEY};
  later *w = aln_frame_room (st, f, sizeof *w);
  if (!w) return;
  *w = (later){lines, width};
  for (unsigned i = 0; i < sizeof columns / sizeof columns[0]; i++)
    aln_frame_put_off (st, f, columns[i], fill, w);
}
