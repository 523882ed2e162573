/* map.c: in: pieces. Out: the way back, by binary search. */
#include "map.h"

void aln_map_add (aln_status *st, aln_arena *a, aln_map *m, uint32_t out, uint32_t out_n,
                  uint32_t in, uint32_t in_n, int same) {
  aln_piece *p = m->n ? &m->at[m->n - 1] : NULL;
  if (*st != ALN_OK || out_n == 0) return;
  if (p && same && p->same && p->out + p->out_n == out && p->in + p->in_n == in) {
    p->out_n += out_n;
    p->in_n += in_n;
    return;
  }
  p = ALN_ADD (st, a, m);
  if (p) *p = (aln_piece){out, out_n, in, in_n, (uint32_t)same};
}

static const aln_piece *piece_at (const aln_map *m,
                                  uint32_t out) { /* the last with p->out <= out */
  uint32_t low = 0, high = m->n;
  while (high - low > 1) {
    uint32_t mid = low + (high - low) / 2;
    if (m->at[mid].out <= out) low = mid;
    else high = mid;
  }
  return &m->at[low];
}

aln_span aln_map_back (const aln_map *m, aln_span out) {
  const aln_piece *a, *b;
  aln_span in;
  if (m->n == 0) return out;
  a = piece_at (m, out.from);
  in.from = a->same ? a->in + (out.from - a->out) : a->in;
  if (out.from == out.to) return (aln_span){in.from, in.from};
  b = piece_at (m, out.to - 1);
  in.to = b->same ? b->in + (out.to - b->out) : b->in + b->in_n;
  return in;
}
