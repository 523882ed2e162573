/* rows.h: a statement of the moment -> a frame, or a few integers. Private to src/keep/. */
#ifndef ALN_ROWS_H
#define ALN_ROWS_H

#include "sqlite.h"

#pragma GCC visibility push(hidden)

/* Columns are named as the statement names them; integers stay integers, a blob becomes text. */
aln_status aln_rows_frame (aln_store *s, aln_slice sql, const aln_binds *binds, aln_frame **out,
                           aln_fault *f);
/* The first row's columns 0 … n - 1. */
aln_status aln_rows_integers (aln_store *s, aln_slice sql, const aln_binds *binds, int64_t *out,
                              int n, aln_fault *f);
/* Every row of a statement that is bound. */
void aln_rows_fill (aln_status *st, int *rc, aln_store *s, sqlite3_stmt *q, aln_frame *frame);
/* Sets a cell of the frame's last row from a column; NULL stays nil. */
void aln_rows_cell (aln_status *st, sqlite3_stmt *q, int column, aln_frame *frame, uint32_t to);
/* What a failed question says. */
aln_status aln_rows_fault (aln_store *s, aln_status st, int rc, aln_fault *f);

#pragma GCC visibility pop

#endif
