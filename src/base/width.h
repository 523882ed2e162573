/* width.h: the columns that a text takes on a terminal. In: UTF-8 from strangers. Out: text that is
   safe to show, and its columns. Letters count 1, East Asian wide and emoji 2, combining marks, the
   vowels and finals of conjoining Hangul, and format characters 0 (utf8proc, UAX #11).

   Shown is: every run of white space, line breaks and C1 controls as one space; ESC and the other
   C0 controls as their pictures (␛); bytes that are not UTF-8 as U+FFFD; not at all marks that turn
   the writing direction of what follows, nor more than ALN_MARKS_MAX marks in a row. So no cell can
   speak to the terminal. */
#ifndef ALN_WIDTH_H
#define ALN_WIDTH_H

#include "buf.h"

#pragma GCC visibility push(hidden)

/* Columns of 's' as it is shown. */
size_t aln_width (aln_slice s);

/* Appends 's' as it is shown when it fits in 'columns'; otherwise its beginning and "…", cut between
   graphemes (UAX #29), in at most 'columns'. Returns the columns used. Reads no further than it
   must. */
size_t aln_width_fit (aln_status *st, aln_buf *out, aln_slice s, size_t columns);

/* The same with the end of 's': "…" stands before it. Reads all of 's'. */
size_t aln_width_fit_end (aln_status *st, aln_buf *out, aln_slice s, size_t columns);

#pragma GCC visibility pop

#endif
