/* map.h: where every byte of a derived text came from.
   A map is a list of pieces in order of 'out'. A piece that is 'same' copies bytes one for one; any
   other piece stands as a whole for the 'in_n' bytes it was made from (an NFC letter, a decoded
   Windows-1252 byte, a space for a line break). No pieces at all: out and in are the same text. */
#ifndef ALN_MAP_H
#define ALN_MAP_H

#include "arena.h"

#pragma GCC visibility push(hidden)

typedef struct aln_piece {
  uint32_t out, out_n; /* bytes of the derived text */
  uint32_t in, in_n;   /* bytes of the text it was derived from */
  uint32_t same;       /* 1: out_n == in_n and the bytes are equal */
} aln_piece;

typedef ALN_LIST (aln_piece) aln_map;

/* Notes that out_n bytes at the end of the derived text came from in[in .. in+in_n). Adjacent
   'same' pieces become one. Pieces are added in order; gaps in 'in' are bytes that left nothing
   behind. */
void aln_map_add (aln_status *st, aln_arena *a, aln_map *m, uint32_t out, uint32_t out_n,
                  uint32_t in, uint32_t in_n, int same);

/* The input span that a span of the derived text came from: from the first byte of its first byte's
   source to the last byte of its last byte's. An empty span gives an empty span. */
aln_span aln_map_back (const aln_map *m, aln_span out);

#pragma GCC visibility pop

#endif
