/* inspect.h: for specs: what the streams of a store hold, as frames, read by stream.h alone. */
#ifndef ALN_INSPECT_H
#define ALN_INSPECT_H

#include "stream.h"

#pragma GCC visibility push(hidden)

/* 'what':
     "articles"  id, text (made of the stream), terms, folded, stems (lists), sentences ("from to bytes_from
                 bytes_to"), blocks ("kind from to"), quotes and spans ("from to"), names ("from to name 0"); runs of the scopes
     "postings"  n, body, other: of the folded words in 'arguments', parted by blanks
     "totals"    term, count, articles: in the body; "totals text": in all of the text
     "lengths"   n, body, other
     "glob"      term: of the pattern in 'arguments', folded
   Places from 0, half-open. */
aln_status aln_inspect (aln_store *s, const char *what, aln_slice arguments,
                        const aln_select *which, aln_frame **out, aln_fault *f);

/* For `make bench`: cuts the text of every article into words and makes streams of it, 'times' over,
   in memory. *seconds: processor time of one of these, reading the articles from the file not counted. */
aln_status aln_inspect_work (aln_store *s, uint32_t times, double *seconds, aln_fault *f);

/* Changes some bytes of one piece of the file, chosen by 'seed', and gives it a sum that fits: what a
   reader of strangers' files has to live with. Inside a transaction. */
aln_status aln_inspect_damage (aln_store *s, uint64_t seed, aln_fault *f);

#pragma GCC visibility pop

#endif
